#include "checker/borrows/loan_events.hpp"

namespace lien {

LoanEvents::LoanEvents(const ControlFlow &flow, const Loans &loans) : flow_(flow) {
  gather(loans);
  sortByLocal(all_, false);
  sortByLocal(writes_, true);
}

void LoanEvents::gather(const Loans &loans) {
  const mir::Body &body = flow_.body();
  llvm::ArrayRef<std::uint32_t> activations = loans.activationPoints();
  for (const mir::BlockId block : flow_.order()) {
    const std::uint32_t first = flow_.statementIndex({block, 0});
    std::uint32_t told = UINT32_MAX;
    for (const PlacedAccess &access : flow_.accessesOf(block)) {
      while (!activations.empty() && activations.front() < access.point)
        activations = activations.drop_front();
      const bool activates = !activations.empty() && activations.front() == access.point;
      if (access.point == told || (!activates && !loans.isOnLocal(access.local)))
        continue;
      told = access.point; // all accesses of the statement at once
      forEachBorrowAccess(flow_, loans, {block, access.point - first}, [&](const BorrowAccess &each) {
        if (loans.isOnLocal(body.places[each.place].local))
          events_.push_back({access.point, each});
      });
    }
    const mir::TerminatorKind kind = body.blocks[block].terminator.kind;
    if (kind == mir::TerminatorKind::Return || kind == mir::TerminatorKind::Resume)
      exits_.push_back(flow_.terminatorOf(block));
  }
}

void LoanEvents::sortByLocal(ByLocal &lists, bool writes_only) const {
  const mir::Body &body = flow_.body();
  auto isWanted = [&](const LoanEvent &event) { return !writes_only || !event.access.isRead(); };
  auto localOf = [&](const LoanEvent &event) { return body.places[event.access.place].local.index(); };
  lists.first.assign(body.locals.size() + 1, 0);
  for (const LoanEvent &event : events_)
    if (isWanted(event))
      ++lists.first[localOf(event) + 1];
  for (std::size_t local = 1; local < lists.first.size(); ++local)
    lists.first[local] += lists.first[local - 1];
  lists.events.resize(lists.first.back());
  std::vector<std::uint32_t> next(lists.first.begin(), lists.first.end() - 1);
  for (std::uint32_t event = 0; event < events_.size(); ++event)
    if (isWanted(events_[event]))
      lists.events[next[localOf(events_[event])]++] = event;
}

} // namespace lien

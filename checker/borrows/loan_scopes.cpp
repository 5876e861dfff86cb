#include "checker/borrows/loan_scopes.hpp"

namespace lien {

namespace {

class ScopeWalker {
public:
  ScopeWalker(const ControlFlow &flow, const MoveTypes &types, const Loans &loans, const LoanRegions &regions, const LoanEvents &events, bool check_exits)
      : flow_(flow), body_(flow.body()), types_(types), loans_(loans), regions_(regions), events_(events), check_exits_(check_exits) {
    findBackEdges();
  }

  LoanMeetings walk() && {
    for (std::size_t i = 0; i < loans_.size(); ++i) {
      LoanId loan(i);
      if (loans_[loan].region.isValid() && couldMeet(loan))
        follow(loan);
    }
    return std::move(found_);
  }

private:
  [[nodiscard]] bool conflicts(LoanId id, const LoanEvent &event) const {
    const Loan &loan = loans_[id];
    LoanVerdict verdict = judge(loan, id, event.access);
    return verdict != LoanVerdict::Allowed &&
           mayOverlap(body_, types_, {loan.borrowed, loan.kind == mir::BorrowKind::FakeShallow}, event.access.place, event.access.depth) &&
           (verdict == LoanVerdict::Forbidden || loans_.isActive(id, flow_.locationOf(event.point)));
  }

  /// Locals end with the function, and with them what is borrowed of them; not what they point to.
  [[nodiscard]] bool endsWithFunction(const Loan &loan) const { return check_exits_ && !body_.places[loan.borrowed].indirect; }

  /// The first event of the list at or after the point.
  [[nodiscard]] const std::uint32_t *firstFrom(llvm::ArrayRef<std::uint32_t> list, std::uint32_t point) const {
    return std::partition_point(list.begin(), list.end(), [&](std::uint32_t event) { return events_[event].point < point; });
  }

  /// Of the edges that leave a block or a later one: the earliest block that they lead to.
  void findBackEdges() {
    const auto blocks = static_cast<std::uint32_t>(flow_.order().size());
    earliest_.assign(blocks, blocks);
    for (std::uint32_t rank = blocks; rank-- > 0;) {
      if (rank + 1 < blocks)
        earliest_[rank] = earliest_[rank + 1];
      for (const mir::BlockId next : flow_.successors(flow_.order()[rank]))
        earliest_[rank] = std::min(earliest_[rank], flow_.rank(next));
    }
  }

  /// No point before this one can be reached from the location: reverse post-order goes back only where a loop does.
  [[nodiscard]] std::uint32_t firstReachable(Location from) const {
    std::uint32_t rank = flow_.rank(from.block);
    if (earliest_[rank] > rank)
      return flow_.statementIndex(from);
    while (earliest_[rank] < rank)
      rank = earliest_[rank];
    return flow_.statementIndex({flow_.order()[rank], 0});
  }

  /// Is there a conflicting access at any point of the region that the loan could reach?
  [[nodiscard]] bool couldMeet(LoanId id) const {
    const Loan &loan = loans_[id];
    const PointSet &region = regions_.points(loan.region);
    if (endsWithFunction(loan) && llvm::any_of(events_.exits(), [&](Location exit) { return region.contains(flow_.statementIndex(exit)); }))
      return true;
    llvm::ArrayRef<std::uint32_t> list = events_.ofLoan(loan);
    list = list.drop_front(firstFrom(list, firstReachable(loan.at)) - list.begin());
    if (list.size() < region.runCount())
      return llvm::any_of(list, [&](std::uint32_t event) { return region.contains(events_[event].point) && conflicts(id, events_[event]); });
    return region.anyRun([&](PointSet::Run run) {
      for (const std::uint32_t *event = firstFrom(list, run.first); event != list.end() && events_[*event].point < run.end; ++event)
        if (conflicts(id, events_[*event]))
          return true;
      return false;
    });
  }

  void follow(LoanId id) {
    const Loan &loan = loans_[id];
    if (isKilledAt(loan, flow_.statementIndex(loan.at)))
      return; // `p = &mut (*p).next`
    ++round_;
    entered_.resize(body_.blocks.size(), 0);
    todo_.clear();
    followBlock(id, {loan.at.block, loan.at.statement + 1});
    while (!todo_.empty())
      followBlock(id, {todo_.pop_back_val(), 0});
  }

  /// From a point where the loan comes in, to where its region or its block ends.
  void followBlock(LoanId id, Location from) {
    const Loan &loan = loans_[id];
    std::uint32_t first = flow_.statementIndex(from), block_end = flow_.statementIndex(flow_.terminatorOf(from.block)) + 1;
    std::uint32_t end = std::min(block_end, regions_.points(loan.region).endOfRun(first));
    if (!meetEvents(id, first, end) || end != block_end)
      return;
    mir::TerminatorKind kind = body_.blocks[from.block].terminator.kind;
    if ((kind == mir::TerminatorKind::Return || kind == mir::TerminatorKind::Resume) && endsWithFunction(loan))
      found_.at_exit.emplace_back(flow_.terminatorOf(from.block), id);
    for (mir::BlockId next : flow_.successors(from.block)) {
      if (entered_[next.index()] == round_)
        continue;
      entered_[next.index()] = round_;
      todo_.push_back(next);
    }
  }

  /// False when the loan is killed on the way. A location's accesses come before its kill.
  bool meetEvents(LoanId id, std::uint32_t first, std::uint32_t end) {
    llvm::ArrayRef<std::uint32_t> list = events_.ofLoan(loans_[id]);
    for (const std::uint32_t *event = firstFrom(list, first); event != list.end() && events_[*event].point < end; ++event) {
      if (conflicts(id, events_[*event]))
        meet(*event, id);
      if (killsLoan(body_, types_, loans_[id], events_[*event].access))
        return false;
    }
    return true;
  }

  [[nodiscard]] bool isKilledAt(const Loan &loan, std::uint32_t point) const {
    llvm::ArrayRef<std::uint32_t> list = events_.ofLoan(loan);
    for (const std::uint32_t *event = firstFrom(list, point); event != list.end() && events_[*event].point == point; ++event)
      if (killsLoan(body_, types_, loan, events_[*event].access))
        return true;
    return false;
  }

  void meet(std::uint32_t event, LoanId loan) {
    if (found_.by_event.empty())
      found_.by_event.resize(events_.size());
    if (!found_.by_event[event].isValid()) // loans come in their order
      found_.by_event[event] = loan;
  }

  const ControlFlow &flow_;
  const mir::Body &body_;
  const MoveTypes &types_;
  const Loans &loans_;
  const LoanRegions &regions_;
  const LoanEvents &events_;
  bool check_exits_;
  LoanMeetings found_;
  std::vector<std::uint32_t> earliest_; ///< by rank
  std::vector<std::uint32_t> entered_;  ///< by block: the last round in which its start was reached
  std::uint32_t round_ = 0;
  llvm::SmallVector<mir::BlockId, 16> todo_;
};

} // namespace

LoanMeetings findMeetings(const ControlFlow &flow, const MoveTypes &types, const Loans &loans, const LoanRegions &regions, const LoanEvents &events,
                          bool check_exits) {
  return ScopeWalker(flow, types, loans, regions, events, check_exits).walk();
}

} // namespace lien

#include "checker/borrows/loan_scopes.hpp"

#include "llvm/ADT/DenseSet.h"

namespace lien {

namespace {

/// Goes over the conflicting accesses in their order and keeps those that rustc reports.
class BorrowReporter {
public:
  BorrowReporter(const BorrowCheckInput &input, const LoanEvents &events) : input_(input), body_(input.flow.body()), events_(events) { gatherImmutable(); }

  /// All in the order of points: what is reported first silences what comes later.
  BorrowViolations report(LoanMeetings meetings) && {
    auto pointOf = [&](Location at) { return input_.flow.statementIndex(at); };
    llvm::stable_sort(meetings.at_exit, [&](const auto &a, const auto &b) { return pointOf(a.first) < pointOf(b.first); });
    llvm::ArrayRef<std::pair<Location, LoanId>> exits = meetings.at_exit;
    auto reportExitsBefore = [&](std::uint32_t point) {
      for (; !exits.empty() && pointOf(exits.front().first) < point; exits = exits.drop_front())
        reportAtExit(exits.front().first, exits.front().second);
    };
    for (std::uint32_t event = 0; event < meetings.by_event.size(); ++event) {
      if (LoanId loan = meetings.by_event[event]; loan.isValid()) {
        reportExitsBefore(events_[event].point);
        reportAccess(events_[event], loan);
      }
    }
    reportExitsBefore(UINT32_MAX);
    noteImmutableBefore(UINT32_MAX);
    llvm::sort(found_.silenced_reassignments);
    llvm::sort(found_.silenced_not_mutable);
    return std::move(found_);
  }

private:
  using Key = std::pair<std::uint32_t, std::uint64_t>;
  static Key keyOf(mir::PlaceId place, Span span) {
    return {place.value, (std::uint64_t{span.lo()} << 32U) | (std::uint64_t{span.length()} << 6U) | static_cast<std::uint64_t>(span.origin())};
  }

  struct Immutable {
    std::uint32_t point;
    mir::PlaceId place;
    Key key;
    std::uint32_t index; ///< in its list
    bool is_reassignment;
  };

  /// Writes that are errors already because the place is not mutable, unless a conflict of the very place and span came before.
  void gatherImmutable() {
    const auto add = [&](Location at, mir::PlaceId place, std::size_t index, bool is_reassignment) {
      immutable_.push_back({input_.flow.statementIndex(at), place, keyOf(place, input_.flow.spanAt(at)), static_cast<std::uint32_t>(index), is_reassignment});
    };
    for (std::size_t i = 0; i < input_.moves.reassignments.size(); ++i)
      add(input_.moves.reassignments[i].at, input_.moves.reassignments[i].place, i, true);
    for (std::size_t i = 0; i < input_.moves.not_mutable.size(); ++i)
      add(input_.moves.not_mutable[i].at, input_.moves.not_mutable[i].place, i, false);
    llvm::stable_sort(immutable_, [](const Immutable &a, const Immutable &b) { return a.point < b.point; });
  }

  void noteImmutableBefore(std::uint32_t point) {
    for (; next_immutable_ < immutable_.size() && immutable_[next_immutable_].point < point; ++next_immutable_) {
      const Immutable &write = immutable_[next_immutable_];
      reported_.insert(write.key);
      if (const auto before = conflict_at_.find(write.key); before != conflict_at_.end() && before->second < write.point && isComparable(write.place))
        (write.is_reassignment ? found_.silenced_reassignments : found_.silenced_not_mutable).push_back(write.index);
    }
  }

  void reportAccess(const LoanEvent &event, LoanId id) {
    const BorrowAccess &access = event.access;
    noteImmutableBefore(event.point);
    bool comparable = isComparable(access.place);
    if (access.activated.isValid() && (reserved_loans_.contains(access.activated.value) || (comparable && reserved_.contains(access.place.value))))
      return; // its reservation was an error already
    if (comparable && !reported_.insert(keyOf(access.place, access.span)).second)
      return;
    conflict_at_.try_emplace(keyOf(access.place, access.span), event.point);
    if (access.is_reservation) {
      if (comparable)
        reserved_.insert(access.place.value);
      if (LoanId reserving = input_.loans.madeAt(input_.flow.locationOf(event.point)); reserving.isValid())
        reserved_loans_.insert(reserving.value);
    }
    bool ends = access.kind == ConflictKind::StorageDead || access.kind == ConflictKind::Drop;
    if (ends && !isFirstEndOf(id))
      return;
    BorrowConflict conflict;
    conflict.at = input_.flow.locationOf(event.point);
    conflict.accessed = access.place;
    conflict.kind = access.kind;
    conflict.borrow = access.borrow;
    conflict.at_activation = access.activated.isValid();
    conflict.loan = id;
    conflict.span = access.span;
    found_.conflicts.push_back(conflict);
  }

  void reportAtExit(Location at, LoanId id) {
    noteImmutableBefore(input_.flow.statementIndex(at));
    if (!isFirstEndOf(id))
      return;
    BorrowConflict conflict;
    conflict.at = at;
    conflict.accessed = input_.loans[id].borrowed;
    conflict.kind = ConflictKind::StorageDead;
    conflict.at_exit = true;
    conflict.loan = id;
    conflict.span = input_.flow.spanAt(at);
    found_.conflicts.push_back(conflict);
  }

  /// Rule: rustc asks whether a place was reported before by comparing places, a step to a field compares the field's type, too, and in that type every
  /// occurrence of a place has lifetimes of its own. So a place that goes through a field with lifetimes in its type equals only itself.
  bool isComparable(mir::PlaceId place) const {
    for (; body_.places[place].base.isValid(); place = body_.places[place].base)
      if (body_.places[place].step.kind == mir::ProjectionKind::Field && input_.types.store().has(body_.places[place].ty, TypeFlags::HasRegions))
        return false;
    return true;
  }

  /// Rule: of several ends of what one expression borrowed from a local (its drop, the end of its storage, on several ways) the first is reported.
  bool isFirstEndOf(LoanId id) {
    const Loan &loan = input_.loans[id];
    mir::PlaceId root = loan.borrowed;
    while (body_.places[root].base.isValid())
      root = body_.places[root].base;
    return reported_.insert(keyOf(root, input_.flow.spanAt(loan.at))).second;
  }

  const BorrowCheckInput &input_;
  const mir::Body &body_;
  const LoanEvents &events_;
  BorrowViolations found_;
  llvm::DenseSet<Key> reported_;
  llvm::DenseMap<Key, std::uint32_t> conflict_at_; ///< the first point of a conflict
  llvm::DenseSet<std::uint32_t> reserved_, reserved_loans_;
  std::vector<Immutable> immutable_;
  std::size_t next_immutable_ = 0;
};

} // namespace

BorrowViolations findBorrowViolations(const BorrowCheckInput &input) {
  if (input.loans.empty())
    return {};
  LoanEvents events(input.flow, input.loans);
  LoanMeetings meetings = findMeetings(input.flow, input.types, input.loans, input.regions, events, !input.is_constant);
  if (meetings.none())
    return {};
  return BorrowReporter(input, events).report(std::move(meetings));
}

} // namespace lien

#include "checker/moves/empty_uses.hpp"

namespace lien {

namespace {

/// Most locals are never empty where they are used, and have no tracked path: only accesses of the others are looked at.
class EmptyUseFinder {
public:
  EmptyUseFinder(const ControlFlow &flow, const MoveData &data, const MoveTypes &types, TrackedPaths tracked)
      : flow_(flow), body_(flow.body()), data_(data), types_(types), uninitialised_(solved(flow, data, std::move(tracked))), walk_(uninitialised_) {}

  std::vector<EmptyUse> find() && {
    for (const mir::BlockId block : flow_.order())
      if (!body_.blocks[block].is_cleanup || uninitialised_.tracked().asksInCleanup())
        checkBlock(block);
    return std::move(found_);
  }

private:
  static MaybeUninitialised solved(const ControlFlow &flow, const MoveData &data, TrackedPaths tracked) {
    const Blocks asked = tracked.asksInCleanup() ? Blocks::All : Blocks::Normal;
    MaybeUninitialised analysis(flow, data, std::move(tracked));
    analysis.solve(asked);
    return analysis;
  }

  void checkBlock(mir::BlockId block) {
    bool entered = false;
    for (const PlacedAccess &access : flow_.accessesOf(block)) {
      if (!uninitialised_.tracked().isTracked(access.local))
        continue;
      if (!std::exchange(entered, true))
        walk_.enter(block);
      walk_.advance(access.point);
      at_ = {block, access.point - flow_.statementIndex({block, 0})};
      check(access);
    }
  }

  void check(const PlacedAccess &access) {
    switch (access.kind) {
    case AccessKind::Move:
    case AccessKind::Copy:
    case AccessKind::Inspect:
    case AccessKind::FakeRead:
      return requireWhole(access.place, UseKind::Use);
    case AccessKind::SharedBorrow:
    case AccessKind::FakeBorrow:
    case AccessKind::MutBorrow:
      return requireWhole(access.place, UseKind::Borrow);
    case AccessKind::FakeBorrowShallow:
      return requireWhole(access.place, UseKind::MatchOn);
    case AccessKind::Write:
      return requireAssignable(access.place);
    case AccessKind::Drop:
    case AccessKind::StorageDead:
    case AccessKind::StorageLive:
    case AccessKind::Mention:
      return;
    }
  }

  [[nodiscard]] bool maybeEmpty(MovePathId path) const { return walk_.maybeEmpty(path); }

  void report(UseKind use, mir::PlaceId used, mir::PlaceId blamed, MovePathId path) { found_.push_back({at_, use, used, blamed, path}); }

  /// The longest part of the place that has a path must hold a value. (What is above it need not: it may have been refilled in part.)
  void requirePath(mir::PlaceId place, UseKind use) {
    PathLookup closest = data_.find(place);
    if (maybeEmpty(closest.path))
      report(use, place, data_[closest.path].place, closest.path);
  }

  /// Rule: a use of p needs p, everything p stands in (by `requirePath`) and everything below p to hold a value. Of a subslice only the elements that
  /// it covers count.
  void requireWhole(mir::PlaceId place, UseKind use) {
    requirePath(place, use);
    const mir::PlaceData &data = body_.places[place];
    if (data.base.isValid() && data.step.kind == mir::ProjectionKind::Subslice && types_.store().is(body_.places[data.base].ty, TyKind::Array))
      return requireElements(data, use);
    PathLookup path = data_.find(place);
    if (!path.exact)
      return;
    MovePathId empty = data_.findAtOrBelow(path.path, [&](MovePathId below) { return maybeEmpty(below); });
    if (empty.isValid())
      report(use, place, place, empty);
  }

  void requireElements(const mir::PlaceData &subslice, UseKind use) {
    PathLookup array = data_.find(subslice.base);
    if (!array.exact)
      return;
    Ty array_ty = body_.places[subslice.base].ty;
    auto [from, to] = data_.subslice(subslice.step, array_ty);
    for (MovePathId child = data_[array.path].first_child; child.isValid(); child = data_[child].next_sibling) {
      std::uint64_t element = data_[child].element;
      if (element < from || element >= to)
        continue;
      MovePathId empty = data_.findAtOrBelow(child, [&](MovePathId below) { return maybeEmpty(below); });
      if (empty.isValid())
        return report(use, subslice.base, subslice.base, empty);
    }
  }

  /// What an assignment to `place` needs, step by step from the place inwards:
  ///   x = …       nothing
  ///   (*p).… = …  p
  ///   p.f = …     p, if p implements Drop; else that no part of p up to a dereference is empty as a whole: structs are not initialised field by field
  ///   p[i] = …    nothing here (the bounds check reads p)
  void requireAssignable(mir::PlaceId place) {
    for (mir::PlaceId at = place; body_.places[at].base.isValid(); at = body_.places[at].base) {
      const mir::PlaceData &data = body_.places[at];
      switch (data.step.kind) {
      case mir::ProjectionKind::Index:
      case mir::ProjectionKind::ConstantIndex:
      case mir::ProjectionKind::Subslice:
      case mir::ProjectionKind::Downcast:
        break;
      case mir::ProjectionKind::Deref:
        return requirePath(data.base, UseKind::Use);
      case mir::ProjectionKind::Field: {
        Ty base = body_.places[data.base].ty;
        if (types_.hasDestructor(base))
          return requireWhole(data.base, UseKind::Assignment);
        TyKind kind = types_.store().kind(base);
        if (kind == TyKind::Adt || kind == TyKind::Tuple)
          requireParentOfField(data.base);
        break;
      }
      }
    }
  }

  void requireParentOfField(mir::PlaceId base) {
    mir::PlaceId shortest;
    MovePathId shortest_path;
    for (mir::PlaceId prefix = base; prefix.isValid(); prefix = body_.places[prefix].base) {
      PathLookup path = data_.find(prefix);
      if (path.exact && maybeEmpty(path.path)) {
        shortest = prefix;
        shortest_path = path.path;
      }
      if (body_.places[prefix].base.isValid() && body_.places[prefix].step.kind == mir::ProjectionKind::Deref)
        break;
    }
    if (shortest.isValid())
      report(UseKind::PartialAssignment, base, shortest, shortest_path);
  }

  const ControlFlow &flow_;
  const mir::Body &body_;
  const MoveData &data_;
  const MoveTypes &types_;
  const MaybeUninitialised uninitialised_;
  MaybeUninitialised::Walk walk_;
  Location at_;
  std::vector<EmptyUse> found_;
};

} // namespace

std::vector<EmptyUse> findEmptyUses(const ControlFlow &flow, const MoveData &data, const MoveTypes &types, const Chains &chains) {
  TrackedPaths tracked(flow, data, chains);
  if (tracked.none())
    return {};
  return EmptyUseFinder(flow, data, types, std::move(tracked)).find();
}

} // namespace lien

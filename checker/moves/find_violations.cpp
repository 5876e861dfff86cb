#include "checker/moves/find_violations.hpp"

#include "checker/moves/accesses.hpp"
#include "diagnostics/internal_error.hpp"

namespace lien {

namespace {

bool isDeclaredImmutable(const mir::LocalDecl &local) {
  switch (local.kind) {
  case mir::LocalKind::Return:
  case mir::LocalKind::Temporary:
    return false;
  case mir::LocalKind::Param:
    return !local.name.empty() && !local.is_mut;
  case mir::LocalKind::Variable:
    return !local.is_mut;
  }
  return false;
}

/// Locals of which it matters whether they were ever initialised: those that are written again though they are not `mut`, or may be in another round of
/// a loop, and the roots of what is written to or borrowed mutably though it is not mutable.
std::vector<bool> writtenThoughImmutable(const ControlFlow &flow, const MoveTypes &types, const Chains &chains) {
  const mir::Body &body = flow.body();
  std::vector<bool> asked(body.locals.size(), false), written(body.locals.size(), false);
  std::vector<std::uint32_t> live_in(body.locals.size(), UINT32_MAX); // the chain of the StorageLive
  for (std::uint32_t parameter = 1; parameter <= body.param_count; ++parameter)
    written[parameter] = true;
  for (mir::BlockId block : flow.order()) {
    for (Location at{block, 0}; at.statement <= flow.terminatorOf(block).statement; ++at.statement) {
      const mir::Statement *statement = flow.statementAt(at);
      if (statement != nullptr && statement->kind == mir::StatementKind::StorageLive)
        live_in[body.places[statement->place].local.index()] = chains.of(block);
      visitLocation(flow, at, [&](Access access) {
        if ((access.kind != AccessKind::Write && access.kind != AccessKind::MutBorrow) || !immutablePart(body, types, access.place))
          return;
        std::size_t local = body.places[access.place].local.index();
        bool is_first_init = access.kind == AccessKind::Write && !body.places[access.place].base.isValid() && !written[local];
        // Storage that begins in the chain of its one initialisation is fresh in every round of a loop around them.
        if (!is_first_init || live_in[local] != chains.of(block))
          asked[local] = true;
        written[local] = true;
      });
    }
  }
  return asked;
}

class ViolationFinder {
public:
  ViolationFinder(const ControlFlow &flow, const MoveData &data, const MoveTypes &types)
      : flow_(flow), body_(flow.body()), data_(data), types_(types), chains_(flow), uninitialised_(flow, data, TrackedPaths(flow, data, chains_)),
        ever_(flow, data, writtenThoughImmutable(flow, types, chains_)) {}

  Violations find() && {
    uninitialised_.solve();
    ever_.solve();
    uninit_state_ = uninitialised_.startWalk();
    for (mir::BlockId block : flow_.order())
      checkBlock(block);
    return std::move(found_);
  }

private:
  void checkBlock(mir::BlockId block) {
    uninitialised_.enter(uninit_state_, block);
    ConstBitRow ever = ever_.atStart(block);
    ever_state_.assign(ever.begin(), ever.end());
    auto last = flow_.terminatorOf(block).statement;
    for (at_ = {block, 0}; at_.statement <= last; ++at_.statement) {
      visitLocation(flow_, at_, [&](Access access) { check(access); });
      uninitialised_.apply(uninit_state_, at_);
      ever_.apply(ever_state_, at_);
    }
  }

  void check(Access access) {
    switch (access.kind) {
    case AccessKind::Move:
      checkMovable(access.place);
      return requireWhole(access.place, UseKind::Use);
    case AccessKind::Copy:
    case AccessKind::Inspect:
    case AccessKind::FakeRead:
      return requireWhole(access.place, UseKind::Use);
    case AccessKind::SharedBorrow:
    case AccessKind::FakeBorrow:
      return requireWhole(access.place, UseKind::Borrow);
    case AccessKind::FakeBorrowShallow:
      return requireWhole(access.place, UseKind::MatchOn);
    case AccessKind::MutBorrow:
      checkMutable(access.place, true);
      return requireWhole(access.place, UseKind::Borrow);
    case AccessKind::Write:
      requireAssignable(access.place);
      return checkMutable(access.place, false);
    case AccessKind::Drop:
    case AccessKind::StorageDead:
      return;
    }
  }

  // ------------------------------------------------------------------------------------------------------------------ moves

  void checkMovable(mir::PlaceId place) {
    if (!body_.places[place].base.isValid())
      return;
    if (std::optional<BlockedMove> blocked = findMoveObstacle(body_, types_, place))
      found_.illegal_moves.push_back({at_, place, *blocked});
  }

  [[nodiscard]] bool maybeEmpty(MovePathId path) const { return uninitialised_.maybeEmpty(uninit_state_, path); }

  void report(UseKind use, mir::PlaceId used, mir::PlaceId blamed, MovePathId path) { found_.empty_uses.push_back({at_, use, used, blamed, path}); }

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

  // ------------------------------------------------------------------------------------------------------------- mutability

  /// Rule: a variable that is not `mut` is written once; what is not mutable is neither written nor borrowed mutably. Before the variable holds
  /// anything there is no such error: then the first assignment is its initialisation, and everything else is a use of an empty variable.
  void checkMutable(mir::PlaceId place, bool is_borrow) {
    std::optional<mir::PlaceId> blamed = immutablePart(body_, types_, place);
    if (!blamed)
      return;
    std::optional<std::uint32_t> init = ever_.initOf(body_.places[place].local, ever_state_);
    if (!init)
      return;
    if (!is_borrow && !body_.places[place].base.isValid())
      found_.reassignments.push_back({at_, place, *init});
    else
      found_.not_mutable.push_back({at_, place, *blamed, is_borrow});
  }

  const ControlFlow &flow_;
  const mir::Body &body_;
  const MoveData &data_;
  const MoveTypes &types_;
  Chains chains_;
  MaybeUninitialised uninitialised_;
  EverInitialised ever_;
  llvm::SmallVector<BitWord, 8> uninit_state_, ever_state_;
  Location at_;
  Violations found_;
};

} // namespace

std::optional<mir::PlaceId> immutablePart(const mir::Body &body, const MoveTypes &types, mir::PlaceId place) {
  bool behind_mut_ref = false;
  for (mir::PlaceId at = place;;) {
    const mir::PlaceData &data = body.places[at];
    if (!data.base.isValid())
      return isDeclaredImmutable(body.locals[data.local]) && !behind_mut_ref ? std::optional(at) : std::nullopt;
    const TyData &base = types.data(body.places[data.base].ty);
    if (data.step.kind == mir::ProjectionKind::Deref && base.kind == TyKind::Ref) {
      if (base.mutability == Mutability::Not)
        return at;
      behind_mut_ref = true;
    }
    at = data.base;
  }
}

Violations findViolations(const ControlFlow &flow, const MoveData &data, const MoveTypes &types) { return ViolationFinder(flow, data, types).find(); }

} // namespace lien

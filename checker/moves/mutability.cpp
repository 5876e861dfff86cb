#include "checker/moves/mutability.hpp"

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

/// A write or a mutable borrow that is an error if the root of its place may hold anything.
struct Mutation {
  PlacedAccess access;
  mir::BlockId block;
  mir::PlaceId blamed;
};

/// The mutations that may be errors, in the order of the body.
class MutationFinder {
public:
  MutationFinder(const ControlFlow &flow, const MoveTypes &types, const Chains &chains)
      : flow_(flow), types_(types), chains_(chains), asked_(flow.body().locals.size(), false), written_(asked_), live_in_(asked_.size(), UINT32_MAX) {
    for (std::uint32_t parameter = 1; parameter <= flow.body().param_count; ++parameter)
      written_[parameter] = true;
    for (const mir::BlockId block : flow.order())
      lookAtBlock(block);
    llvm::erase_if(mutations_, [&](const Mutation &mutation) { return !asked_[mutation.access.local.index()]; });
  }

  [[nodiscard]] llvm::ArrayRef<Mutation> mutations() const { return mutations_; }
  /// Locals of which it matters whether they were ever initialised: those that are written again though they are not `mut`, or may be in another round of
  /// a loop, and the roots of what is written to or borrowed mutably though it is not mutable.
  [[nodiscard]] const std::vector<bool> &asked() const { return asked_; }

private:
  void lookAtBlock(mir::BlockId block) {
    for (const PlacedAccess &access : flow_.accessesOf(block)) {
      if (access.kind == AccessKind::StorageLive)
        live_in_[access.local.index()] = chains_.of(block);
      if (access.kind == AccessKind::Write || access.kind == AccessKind::MutBorrow)
        if (const std::optional<mir::PlaceId> blamed = immutablePart(flow_.body(), types_, access.place))
          note({access, block, *blamed});
    }
  }

  void note(const Mutation &mutation) {
    const std::size_t local = mutation.access.local.index();
    const bool is_first_init = mutation.access.kind == AccessKind::Write && mutation.access.is_whole && !written_[local];
    // Storage that begins in the chain of its one initialisation is fresh in every round of a loop around them.
    if (!is_first_init || live_in_[local] != chains_.of(mutation.block))
      asked_[local] = true;
    written_[local] = true;
    mutations_.push_back(mutation);
  }

  const ControlFlow &flow_;
  const MoveTypes &types_;
  const Chains &chains_;
  std::vector<bool> asked_, written_;  ///< by local
  std::vector<std::uint32_t> live_in_; ///< by local: the chain of the last StorageLive
  std::vector<Mutation> mutations_;
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

/// Rule: a variable that is not `mut` is written once; what is not mutable is neither written nor borrowed mutably. Before the variable holds
/// anything there is no such error: then the first assignment is its initialisation, and everything else is a use of an empty variable.
void checkMutability(const ControlFlow &flow, const MoveData &data, const MoveTypes &types, const Chains &chains, Violations &found) {
  const MutationFinder finder(flow, types, chains);
  if (finder.mutations().empty())
    return;
  EverInitialised ever(flow, data, finder.asked());
  const bool asks_in_cleanup = llvm::any_of(finder.mutations(), [&](const Mutation &mutation) { return flow.body().blocks[mutation.block].is_cleanup; });
  ever.solve(asks_in_cleanup ? Blocks::All : Blocks::Normal);
  llvm::SmallVector<BitWord, 8> state;
  mir::BlockId block;
  std::uint32_t reached = 0; // point before which `state` holds
  for (const Mutation &mutation : finder.mutations()) {
    const PlacedAccess &access = mutation.access;
    const std::uint32_t block_start = flow.statementIndex({mutation.block, 0});
    if (block != mutation.block) {
      block = mutation.block;
      reached = block_start;
      state.assign(ever.atStart(block).begin(), ever.atStart(block).end());
    }
    ever.apply(state, reached, access.point);
    reached = access.point;
    const std::optional<std::uint32_t> init = ever.initOf(access.local, state);
    if (!init)
      continue;
    const Location at{block, access.point - block_start};
    if (access.kind == AccessKind::Write && access.is_whole)
      found.reassignments.push_back({at, access.place, *init});
    else
      found.not_mutable.push_back({at, access.place, mutation.blamed, access.kind == AccessKind::MutBorrow});
  }
}

} // namespace lien

// Values of associated types: `<T as Trait>::Item` becomes what the impl or a bound says, or stays as it is where it is rigid.
//
// rustc dev guide, "Normalization": bounds in scope first, then the item's own bounds, then trait objects, then the selected impl. A projection that
// cannot be told yet becomes a fresh variable and a goal to be solved later.
#include "frontend/types/solver.hpp"

#include "frontend/types/rebuild.hpp"

namespace lien {
namespace {

constexpr std::uint32_t depth_limit = 128;

struct Normalization {
  Solver &solver;
  Goals &goals;
  void enterBinder() const {}
  void leaveBinder() const {}
  Ty foldTy(Ty ty) {
    const TyData *data = &solver.store.data(ty);
    if (data->has(TypeFlags::HasInferType)) {
      ty = solver.shallow(ty);
      data = &solver.store.data(ty);
    }
    if (!data->has(TypeFlags::HasProjection))
      return ty;
    if (data->kind == TyKind::Projection)
      return solver.normalizeProjection(ty, goals);
    return rebuild(solver.store, ty, *this);
  }
  static Region foldRegion(Region region) { return region; }
  static Const foldConst(Const constant) { return constant; }
};

} // namespace

Ty Solver::normalize(Ty ty, Goals &goals) { return Normalization{*this, goals}.foldTy(ty); }

Args Solver::normalize(Args args, Goals &goals) {
  Normalization fold{*this, goals};
  return rebuildArgs(store, args, fold);
}

FnSig Solver::normalize(const FnSig &sig, Goals &goals) {
  Normalization fold{*this, goals};
  return rebuildSig(store, sig, fold);
}

bool Solver::allHold(llvm::ArrayRef<Goal> goals) {
  const Probe probe(*this);
  return evaluateAll(goals) == Answer::Yes;
}

Ty Solver::normalizeProjection(Ty ty, Goals &goals) {
  // A bound region has no meaning outside its binder: what stands under one is normalised when the binder is opened.
  if (store.data(ty).open_binders != 0)
    return ty;
  if (projection_depth_ > depth_limit || StackGuard::exhausted())
    return store.unknown;
  const bool settled = !store.has(ty, TypeFlags::HasInferType);
  const bool global = settled && !env_is_global_ && !store.has(ty, TypeFlags::HasParam);
  if (settled) {
    auto &known = global ? cache.projections : projections_;
    if (const auto found = known.find(ty.id()); found != known.end())
      return found->second;
  }
  ++projection_depth_;
  const TyData &data = store.data(ty);
  const Args args = resolve(normalize(data.args, goals));
  Goals own;
  const Projected projected = project(data.def, args, own);
  --projection_depth_;
  Ty value;
  switch (projected.answer) {
  case Answer::Yes: {
    value = resolve(projected.value);
    // A value that nothing is open about is kept, once what the impl demands besides is known to hold.
    if (settled && !store.has(value, TypeFlags::HasInferType | TypeFlags::HasError | TypeFlags::HasUnknown) && (own.empty() || allHold(own)))
      (global ? cache.projections : projections_)[ty.id()] = value;
    else
      goals.append(own.begin(), own.end());
    return value;
  }
  case Answer::Ambiguous:
    value = newVariable(VariableKind::General, {});
    goals.push_back({Goal::Kind::Projection, data.def, args, value, {}});
    return value;
  case Answer::No:
  case Answer::Unknown: {
    // The trait goal fails (or is unknown) on its own; nothing more follows from the projection.
    const DefId trait = program.def(data.def).parent;
    goals.push_back({Goal::Kind::Trait, trait, store.args(args.take_front(cache.parameterKinds(trait).size())), {}, {}});
    return projected.answer == Answer::No ? store.error : store.unknown;
  }
  }
  return value;
}

/// Relates the goal's arguments to those of the one bound that fits.
std::optional<Projected> Solver::matchProjectionBounds(llvm::ArrayRef<Goal> bounds, DefId assoc, Args args, Goals &goals) {
  const Goal *chosen = nullptr;
  const bool has_variables = hasVariables(args);
  for (const Goal &bound : bounds) {
    if (bound.kind != Goal::Kind::Projection || bound.def != assoc || !mayUnify(bound.args, args, false))
      continue;
    const Probe probe(*this);
    Goals nested;
    if (!relateArgs(bound.args, args, nested))
      continue;
    if (chosen != nullptr && chosen->args == bound.args)
      continue;
    if (chosen != nullptr)
      return Projected{Answer::Ambiguous, {}};
    chosen = &bound;
    if (!has_variables)
      break;
  }
  if (chosen == nullptr)
    return std::nullopt;
  relateArgs(chosen->args, args, goals);
  // `T: Iterator<Item = <T as Iterator>::Item>` says nothing.
  const TyData &term = store.data(chosen->term);
  if (term.kind == TyKind::Projection && term.def == assoc && term.args == args)
    return Projected{Answer::Yes, chosen->term};
  return Projected{Answer::Yes, normalize(chosen->term, goals)};
}

std::optional<Projected> Solver::projectByBounds(DefId assoc, Args args, Goals &goals) {
  if (!env_projections_.empty())
    if (std::optional<Projected> found = matchProjectionBounds(env_projections_, assoc, args, goals))
      return found;
  const Ty self = shallow(args.front().type());
  const TyData &data = store.data(self);
  if (data.kind == TyKind::Projection || data.kind == TyKind::Opaque) {
    Goals bounds;
    for (const Goal &bound : cache.itemBounds(data.def)) {
      if (bound.kind != Goal::Kind::Projection || bound.def != assoc)
        continue;
      bounds.push_back(bound);
      bounds.back().args = substitute(store, bound.args, data.args);
      bounds.back().term = substitute(store, bound.term, data.args);
    }
    return matchProjectionBounds(bounds, assoc, args, goals);
  }
  if (data.kind != TyKind::Dynamic)
    return std::nullopt;
  for (const auto &[item, value] : store.dynamicProjections(self))
    if (item == assoc)
      return Projected{Answer::Yes, normalize(instantiateBinder(store, value, [](std::uint32_t) { return Region::erased(); }), goals)};
  Goals bounds;
  appendImplied(self, bounds);
  return matchProjectionBounds(bounds, assoc, args, goals);
}

Projected Solver::projectByImpl(DefId impl, Args impl_args, DefId assoc, Args own_args, Goals &goals) {
  const Symbol name = program.def(assoc).name;
  for (const AssocItem &item : program.impl(impl).items) {
    if (item.kind != DefKind::AssocType || item.name != name)
      continue;
    llvm::SmallVector<GenericArg, 8> list(impl_args.begin(), impl_args.end());
    llvm::append_range(list, own_args);
    if (list.size() != cache.parameterKinds(item.def).size())
      return {Answer::Unknown, {}};
    const Ty value = eraseRegions(store, substitute(store, program.typeOf(item.def), store.args(list)));
    ++projection_depth_;
    const Ty normal = normalize(value, goals);
    --projection_depth_;
    return {Answer::Yes, normal};
  }
  return {Answer::Unknown, {}}; // missing in the impl: E0046 is reported there
}

/// `args` are resolved and normalised.
Projected Solver::project(DefId assoc, Args args, Goals &goals) {
  if (!assoc.isValid() || args.empty())
    return {Answer::Unknown, {}};
  const Ty self = shallow(args.front().type());
  const TyData &data = store.data(self);
  if (data.kind == TyKind::Error || data.kind == TyKind::Unknown)
    return {Answer::Yes, self};
  if (data.kind == TyKind::Infer && data.infer_kind == InferKind::General)
    return {Answer::Ambiguous, {}};
  if (std::optional<Projected> found = projectByBounds(assoc, args, goals))
    return *found;
  if (assoc == cache.fn_once_output && (data.kind == TyKind::FnDef || data.kind == TyKind::FnPtr)) {
    const std::optional<FnSig> sig = functionSig(self, goals);
    if (!sig)
      return {Answer::Unknown, {}};
    if (args.size() < 2 || !relate(store.tuple(sig->inputs), args[1].type(), goals))
      return {Answer::No, {}};
    return {Answer::Yes, sig->output};
  }

  const DefId trait = program.def(assoc).parent;
  const std::size_t trait_count = cache.parameterKinds(trait).size();
  const Args trait_args = store.args(args.take_front(trait_count));
  const Selection selection = select(trait, trait_args);
  if (selection.answer != Answer::Yes)
    return {selection.answer, {}};
  switch (selection.candidate.kind) {
  case Candidate::Kind::Silent:
    return {Answer::Yes, store.error};
  case Candidate::Kind::Impl: {
    Args impl_args;
    if (!confirm(selection.candidate, trait, trait_args, goals, &impl_args))
      return {Answer::No, {}};
    return projectByImpl(selection.candidate.impl, impl_args, assoc, args.drop_front(trait_count), goals);
  }
  case Candidate::Kind::Bound:
    if (!relateArgs(selection.candidate.bound, trait_args, goals))
      return {Answer::No, {}};
    return {Answer::Yes, store.projection(assoc, resolve(args))};
  case Candidate::Kind::Builtin:
  case Candidate::Kind::Callable:
    return {Answer::Unknown, {}};
  }
  return {Answer::Unknown, {}};
}

} // namespace lien

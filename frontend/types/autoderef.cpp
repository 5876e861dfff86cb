// Dereferencing step by step, and unsizing behind a pointer.
//
// Reference, "The dereference operator", "Unsized coercions". References and Box are dereferenced by the language, everything else by `Deref`.
#include "frontend/types/infer_context_impl.hpp"

namespace lien {
namespace {

/// rustc's `recursion_limit`, past which it reports E0055.
constexpr std::size_t step_limit = 128;

/// Kinds that `Deref` could be implemented for.
bool mayHaveDeref(TyKind kind) {
  return kind == TyKind::Adt || kind == TyKind::Param || kind == TyKind::Projection || kind == TyKind::Opaque || kind == TyKind::Dynamic;
}

struct Step {
  std::optional<InferContext::DerefStep> next;
  bool unknown = false; ///< whether there is a next step cannot be told
};

Step step(InferContext &infer, Solver &solver, Ty ty, Span span) {
  ty = solver.shallow(ty);
  if (solver.store.is(ty, TyKind::Projection))
    ty = solver.shallow(infer.normalize(ty, span));
  const TyData &data = solver.store.data(ty);
  if (data.kind == TyKind::Ref)
    return {InferContext::DerefStep{solver.shallow(data.element()), false}};
  if (data.kind == TyKind::Adt && data.def == solver.cache.box && !data.args.empty())
    return {InferContext::DerefStep{solver.shallow(data.args.front().type()), false}};
  if (data.kind == TyKind::Unknown || (data.kind == TyKind::Infer && data.infer_kind == InferKind::General))
    return {std::nullopt, true};
  if (!mayHaveDeref(data.kind) || !solver.cache.deref.isValid() || !solver.cache.deref_target.isValid())
    return {};
  const Args self = solver.store.args({GenericArg(solver.resolve(ty))});
  switch (solver.evaluateTrait(solver.cache.deref, self)) {
  case Answer::No:
    return {};
  case Answer::Unknown:
    return {std::nullopt, true};
  case Answer::Yes:
  case Answer::Ambiguous:
    break;
  }
  const Ty target = infer.normalize(solver.store.projection(solver.cache.deref_target, self), span);
  return {InferContext::DerefStep{solver.shallow(target), true}};
}

} // namespace

std::optional<InferContext::DerefStep> InferContext::derefOnce(Ty ty, Span span) { return step(*this, impl_->solver, ty, span).next; }

llvm::SmallVector<InferContext::DerefStep, 4> InferContext::autoderef(Ty ty, bool &reached_unknown, Span span) {
  llvm::SmallVector<DerefStep, 4> steps{{impl_->solver.shallow(ty), false}};
  reached_unknown = false;
  while (true) {
    if (steps.size() > step_limit) {
      reached_unknown = true;
      return steps;
    }
    const Step next = step(*this, impl_->solver, steps.back().ty, span);
    reached_unknown = next.unknown;
    if (!next.next)
      return steps;
    steps.push_back(*next.next);
  }
}

// -------------------------------------------------------------------------------------------------------------- unsizing

namespace {

/// `T` to `dyn Trait`: T is Sized and implements the principal trait, with its associated types, and the auto traits.
Answer unsizeToObject(InferContext &infer, Solver &solver, Ty from, Ty to, Span span) {
  const TyData &object = solver.store.data(to);
  Obligation root;
  root.span = span;
  root.cause = ObligationCause::Coercion;
  const auto require = [&](DefId trait, Args args) {
    if (!trait.isValid())
      return;
    root.predicate = Predicate{};
    root.predicate.kind = Predicate::Kind::Trait;
    root.predicate.trait = {trait, args};
    infer.require(root);
  };
  const auto opened = [&](Args args) { return instantiateBinder(solver.store, args, [](std::uint32_t) { return Region::erased(); }); };
  llvm::SmallVector<GenericArg, 4> list{GenericArg(from)};
  llvm::append_range(list, opened(object.args));
  const Args args = solver.store.args(list);
  if (object.def.isValid())
    require(object.def, args);
  for (const auto &[assoc, value] : solver.store.dynamicProjections(to)) {
    // The item may belong to a supertrait: its arguments follow from the principal trait's.
    const DefId owner = infer.program().def(assoc).parent;
    for (const Goal &goal : solver.cache.implied(object.def)) {
      if (goal.kind != Goal::Kind::Trait || goal.def != owner)
        continue;
      root.predicate = Predicate{};
      root.predicate.kind = Predicate::Kind::Projection;
      root.predicate.trait = {owner, substitute(solver.store, goal.args, args)};
      root.predicate.assoc = assoc;
      root.predicate.type = opened(GenericArg(value)).front().type();
      infer.require(root);
      break;
    }
  }
  const Args self = solver.store.args({GenericArg(from)});
  for (const DefId trait : llvm::SmallVector<DefId, 4>(solver.store.dynamicAutoTraits(to)))
    require(trait, self);
  require(solver.cache.sized, self);
  return Answer::Yes;
}

} // namespace

Answer InferContext::unsize(Ty from, Ty to, Span span) {
  Solver &solver = impl_->solver;
  TypeStore &store = solver.store;
  from = solver.shallow(from);
  to = solver.shallow(to);
  const TyData &source = store.data(from);
  const TyData &target = store.data(to);
  if (source.kind == TyKind::Unknown || target.kind == TyKind::Unknown)
    return Answer::Unknown;
  if (source.kind == TyKind::Error || target.kind == TyKind::Error)
    return Answer::Yes;
  if (target.kind == TyKind::Slice) {
    if (source.kind == TyKind::Array)
      return unify(source.element(), target.element()) ? Answer::Yes : Answer::No;
    return source.kind == TyKind::Infer && source.infer_kind == InferKind::General ? Answer::Ambiguous : Answer::No;
  }
  if (target.kind == TyKind::Infer && target.infer_kind == InferKind::General)
    return Answer::Ambiguous;
  if (target.kind == TyKind::Dynamic) {
    if (source.kind == TyKind::Infer && source.infer_kind == InferKind::General)
      return Answer::Ambiguous;
    if (source.kind != TyKind::Dynamic)
      return unsizeToObject(*this, solver, from, to, span);
    // Auto traits may be dropped; another principal trait would be upcasting, which is declined.
    if (source.def != target.def)
      return source.def.isValid() ? Answer::Unknown : Answer::No;
    for (const DefId trait : store.dynamicAutoTraits(to))
      if (!llvm::is_contained(store.dynamicAutoTraits(from), trait))
        return Answer::No;
    const llvm::SmallVector<std::pair<DefId, Ty>, 4> projections(store.dynamicProjections(from));
    const llvm::SmallVector<DefId, 4> autos(store.dynamicAutoTraits(to));
    return unify(store.dynamic(source.def, source.args, projections, autos, source.region), to) ? Answer::Yes : Answer::No;
  }
  // A struct whose last field is unsized.
  if (source.kind == TyKind::Adt && target.kind == TyKind::Adt && source.def == target.def && !target.args.empty() && target.args.back().isType() &&
      !store.is(solver.shallow(target.args.back().type()), TyKind::Infer) && solver.holds(to, solver.cache.sized) == Answer::No)
    return Answer::Unknown;
  return Answer::No;
}

} // namespace lien

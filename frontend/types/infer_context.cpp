// The face of inference: `InferContext` hands each question to the solver and keeps its promises about what stays unchanged.
#include "frontend/types/infer_context_impl.hpp"

namespace lien {

InferContext::InferContext(Program &program, ParamEnv env) : program_(program), env_(std::move(env)), impl_(std::make_unique<Impl>(program, env_)) {}
InferContext::~InferContext() = default;

Ty InferContext::newTypeVar(Span span) { return impl_->solver.newVariable(VariableKind::General, span); }
Ty InferContext::newIntVar() { return impl_->solver.newVariable(VariableKind::Int, {}); }
Ty InferContext::newFloatVar() { return impl_->solver.newVariable(VariableKind::Float, {}); }
Const InferContext::newConstVar(Span span) { return impl_->solver.newConstVariable(span); }
Span InferContext::originOf(Ty variable) const { return impl_->solver.originOf(variable); }
Args InferContext::freshArgs(DefId def, Args given, Span span) { return impl_->solver.freshArgs(def, given, span); }
void InferContext::markDiverging(Ty variable) { impl_->solver.markDiverging(variable); }

Ty InferContext::shallow(Ty ty) { return impl_->solver.shallow(ty); }
Ty InferContext::resolve(Ty ty) { return impl_->solver.resolve(ty); }
Args InferContext::resolve(Args args) { return impl_->solver.resolve(args); }
Const InferContext::resolve(Const constant) { return impl_->solver.shallow(constant); }

namespace {

/// Runs a relation that may fail half-way; on failure nothing has changed, on success its goals are pending.
template <typename Relate> bool atomically(Solver &solver, Relate relate) {
  const InferContext::Snapshot before = solver.snapshot();
  Goals goals;
  if (!relate(goals)) {
    solver.rollback(before);
    return false;
  }
  solver.commit(before);
  if (!goals.empty())
    solver.requireGoals(goals, {});
  return true;
}

} // namespace

bool InferContext::unify(Ty a, Ty b) {
  Solver &solver = impl_->solver;
  a = solver.shallow(a);
  b = solver.shallow(b);
  if (a == b)
    return true;
  const TyData &x = solver.store.data(a);
  const TyData &y = solver.store.data(b);
  // Where the outermost shapes differ nothing needs to be undone.
  const auto plain = [](TyKind kind) { return kind != TyKind::Error && kind != TyKind::Unknown && kind != TyKind::Projection && kind != TyKind::Infer; };
  if (plain(x.kind) && plain(y.kind) && (x.kind != y.kind || x.def != y.def))
    return false;
  return atomically(solver, [&](Goals &goals) { return solver.relate(a, b, goals); });
}

bool InferContext::unify(Args a, Args b) {
  Solver &solver = impl_->solver;
  return atomically(solver, [&](Goals &goals) { return solver.relateArgs(a, b, goals); });
}

InferContext::Snapshot InferContext::snapshot() { return impl_->solver.snapshot(); }
void InferContext::rollback(const Snapshot &snapshot) { impl_->solver.rollback(snapshot); }
void InferContext::commit(const Snapshot &snapshot) { impl_->solver.commit(snapshot); }

void InferContext::require(Obligation obligation) { impl_->solver.require(obligation); }
void InferContext::requirePredicates(DefId def, Args args, Span span, ObligationCause cause) { impl_->solver.requirePredicates(def, args, span, cause); }
void InferContext::selectWherePossible() { impl_->solver.selectWherePossible(); }
void InferContext::selectAll() { impl_->solver.selectAll(); }
std::vector<FailedObligation> InferContext::takeFailures() { return impl_->solver.takeFailures(); }
bool InferContext::applyFallback() { return impl_->solver.applyFallback(); }

Answer InferContext::evaluate(const Predicate &predicate) {
  if (predicate.kind != Predicate::Kind::Trait && predicate.kind != Predicate::Kind::Projection)
    return Answer::Yes; // regions are the borrow check's
  Solver &solver = impl_->solver;
  const Solver::Probe probe(solver);
  const auto erased = [](std::uint32_t) { return Region::erased(); };
  TypeStore &store = solver.store;
  Goals goals;
  Goal goal;
  goal.kind = predicate.kind == Predicate::Kind::Trait ? Goal::Kind::Trait : Goal::Kind::Projection;
  goal.def = predicate.kind == Predicate::Kind::Trait ? predicate.trait.trait : predicate.assoc;
  goal.args = solver.normalize(store.args(eraseRegions(store, instantiateBinder(store, predicate.trait.args, erased))), goals);
  if (predicate.kind == Predicate::Kind::Projection)
    goal.term = solver.normalize(eraseRegions(store, instantiateBinder(store, predicate.type, erased)), goals);
  goals.push_back(goal);
  return solver.evaluateAll(goals);
}

Answer InferContext::implements(Ty ty, DefId trait) { return impl_->solver.holds(ty, trait); }
Answer InferContext::isCopy(Ty ty) { return impl_->solver.holds(ty, impl_->solver.cache.copy); }
Answer InferContext::isSized(Ty ty) { return impl_->solver.holds(ty, impl_->solver.cache.sized); }

Ty InferContext::normalize(Ty ty, Span span) {
  Solver &solver = impl_->solver;
  if (!solver.store.has(ty, TypeFlags::HasProjection))
    return ty;
  Goals goals;
  const Ty value = solver.normalize(ty, goals);
  if (!goals.empty()) {
    Obligation root;
    root.span = span;
    root.predicate = predicateOf(program_, goals.front());
    solver.requireGoals(goals, root);
  }
  return value;
}

namespace {

/// Follows a goal and what is nested in it (`Box<F>: FnOnce<A>` needs `F: FnOnce<A>`) until the tuple of arguments is known.
bool determine(Solver &solver, const Goal &goal, Ty arguments, Goals &rest) {
  constexpr int rounds = 8;
  Goals goals{goal};
  for (int round = 0; round < rounds; ++round) {
    Goals next;
    for (const Goal &open : goals) {
      if (open.kind != Goal::Kind::Trait) {
        rest.push_back(open);
        continue;
      }
      const Args args = solver.resolve(open.args);
      const Selection selection = solver.select(open.def, args);
      if (selection.answer == Answer::No || selection.answer == Answer::Unknown)
        return false;
      if (selection.answer == Answer::Ambiguous)
        next.push_back(open);
      else if (!solver.confirm(selection.candidate, open.def, args, next))
        return false;
    }
    goals = std::move(next);
    if (solver.store.is(solver.shallow(arguments), TyKind::Tuple)) {
      rest.append(goals.begin(), goals.end());
      return true;
    }
  }
  return false;
}

} // namespace

std::optional<FnSig> InferContext::callableSig(Ty ty) {
  Solver &solver = impl_->solver;
  ty = solver.shallow(ty);
  const TyKind kind = solver.store.kind(ty);
  Goals goals;
  if (kind == TyKind::FnDef || kind == TyKind::FnPtr) {
    const std::optional<FnSig> sig = solver.functionSig(ty, goals);
    solver.requireGoals(goals, {});
    return sig;
  }
  // Through `FnOnce`, which all Fn bounds imply. What cannot be called must change nothing.
  if (!solver.cache.fn_once.isValid() || kind == TyKind::Infer || kind == TyKind::Error || kind == TyKind::Unknown)
    return std::nullopt;
  const Snapshot before = solver.snapshot();
  const Ty arguments = solver.newVariable(VariableKind::General, {});
  const Args args = solver.store.args({GenericArg(ty), GenericArg(arguments)});
  if (!determine(solver, {Goal::Kind::Trait, solver.cache.fn_once, args, {}, {}}, arguments, goals)) {
    solver.rollback(before);
    return std::nullopt;
  }
  const Projected output = solver.project(solver.cache.fn_once_output, solver.resolve(args), goals);
  if (output.answer != Answer::Yes) {
    solver.rollback(before);
    return std::nullopt;
  }
  solver.commit(before);
  solver.requireGoals(goals, {});
  llvm::SmallVector<Ty, 8> inputs;
  const Ty tuple = solver.resolve(arguments);
  for (const GenericArg &arg : solver.store.data(tuple).args)
    inputs.push_back(arg.type());
  return FnSig{solver.store.types(inputs), output.value, 0};
}

} // namespace lien

// Pending obligations: registered, solved as far as variables allow, woken when a variable they wait for is determined.
//
// rustc dev guide, "Fulfillment context". Each obligation that cannot be decided waits on the variables it mentions; binding one of them puts it back
// on the ready list, so that the common call "solve what can be solved" costs nothing where nothing changed.
#include "frontend/types/solver.hpp"

namespace lien {
namespace {

constexpr std::uint16_t depth_limit = 128;
constexpr std::uint16_t compared_depth = 4;     ///< goals that are nested deeper are compared with those before
constexpr std::uint32_t most_nested = 1U << 14; ///< goals out of one obligation

void collectVariables(Solver &solver, Ty ty, llvm::SmallVectorImpl<std::uint32_t> &out) {
  if (!solver.store.has(ty, TypeFlags::HasInferType) || StackGuard::exhausted())
    return;
  ty = solver.shallow(ty);
  const TyData &data = solver.store.data(ty);
  if (data.kind == TyKind::Infer) {
    const std::uint32_t top = solver.root(data.index);
    if (!llvm::is_contained(out, top))
      out.push_back(top);
    return;
  }
  const auto collectConst = [&](Const constant) {
    const ConstData &value = solver.store.data(solver.shallow(constant));
    if (value.kind == ConstKind::Infer && !llvm::is_contained(out, static_cast<std::uint32_t>(value.value)))
      out.push_back(static_cast<std::uint32_t>(value.value));
  };
  if (data.kind == TyKind::Array)
    collectConst(data.length);
  if (data.kind == TyKind::Dynamic)
    for (const auto &[assoc, value] : solver.store.dynamicProjections(ty))
      collectVariables(solver, value, out);
  for (const GenericArg &arg : data.args) {
    if (arg.isType())
      collectVariables(solver, arg.type(), out);
    else if (arg.kind() == GenericArg::Kind::Const)
      collectConst(arg.constant());
  }
}

} // namespace

// ---------------------------------------------------------------------------------------------------------- registration

/// Sized, Copy and Clone of what settles them at a glance: most bounds of generic code.
bool Solver::holdsTrivially(const Goal &goal, Args args) {
  if (goal.kind != Goal::Kind::Trait || (goal.def != cache.sized && goal.def != cache.copy && goal.def != cache.clone))
    return false;
  const Ty self = shallow(args.front().type());
  const TyData &data = store.data(self);
  switch (data.kind) {
  case TyKind::Error:
  case TyKind::Bool:
  case TyKind::Char:
  case TyKind::Int:
  case TyKind::Float:
  case TyKind::Never:
  case TyKind::FnDef:
  case TyKind::FnPtr:
    return true;
  case TyKind::Infer:
    return data.infer_kind != InferKind::General;
  case TyKind::Ref:
    return goal.def == cache.sized || data.mutability == Mutability::Not;
  case TyKind::Tuple:
  case TyKind::Array:
  case TyKind::Closure:
    return goal.def == cache.sized;
  case TyKind::Unknown:
  case TyKind::Str:
  case TyKind::Slice:
  case TyKind::Adt:
  case TyKind::Dynamic:
  case TyKind::Param:
  case TyKind::Projection:
  case TyKind::Opaque:
    return false;
  }
  return false;
}

void Solver::enqueue(std::uint32_t index) {
  if (pending_[index].queued)
    return;
  pending_[index].queued = true;
  ready_.push_back(index);
}

void Solver::push(const Goal &goal, std::uint32_t origin, std::uint16_t depth, bool open) {
  const auto index = static_cast<std::uint32_t>(pending_.size());
  pending_.push_back({goal, origin, depth, false, false, open, false});
  ++unsolved_;
  enqueue(index);
}

void Solver::requireGoals(llvm::ArrayRef<Goal> goals, const Obligation &root) {
  if (goals.empty())
    return;
  const auto origin = static_cast<std::uint32_t>(origins_.size());
  origins_.push_back({root});
  for (const Goal &goal : goals)
    push(goal, origin, static_cast<std::uint16_t>(root.depth), false);
}

void Solver::require(const Obligation &obligation) {
  const Predicate &predicate = obligation.predicate;
  if (predicate.kind != Predicate::Kind::Trait && predicate.kind != Predicate::Kind::Projection)
    return; // regions are the borrow check's
  const auto erased = [](std::uint32_t) { return Region::erased(); };
  Goals goals;
  Goal goal;
  goal.kind = predicate.kind == Predicate::Kind::Trait ? Goal::Kind::Trait : Goal::Kind::Projection;
  goal.def = predicate.kind == Predicate::Kind::Trait ? predicate.trait.trait : predicate.assoc;
  goal.span = predicate.span;
  goal.args = normalize(store.args(eraseRegions(store, instantiateBinder(store, predicate.trait.args, erased))), goals);
  if (predicate.kind == Predicate::Kind::Projection)
    goal.term = normalize(eraseRegions(store, instantiateBinder(store, predicate.type, erased)), goals);
  if (goals.empty() && holdsTrivially(goal, goal.args))
    return;
  goals.push_back(goal);
  requireGoals(goals, obligation);
}

void Solver::requirePredicates(DefId def, Args args, Span span, ObligationCause cause) {
  std::uint32_t number = 0;
  for (const Goal &goal : cache.goalsOf(def)) {
    Goal instance = goal;
    const std::uint32_t position = number++;
    const TyData &self = store.data(goal.args.front().type());
    // The common bound speaks of one parameter: look at its argument before anything is built.
    if (goal.args.size() == 1 && self.kind == TyKind::Param && self.index < args.size() && holdsTrivially(goal, args.drop_front(self.index)))
      continue;
    Goals goals;
    instance.args = substitute(store, goal.args, args);
    if ((store.flagsOf(instance.args) & TypeFlags::HasProjection) != 0)
      instance.args = normalize(instance.args, goals);
    if (goal.kind == Goal::Kind::Projection)
      instance.term = normalize(substitute(store, goal.term, args), goals);
    if (instance.kind == Goal::Kind::Trait && goals.empty() && !hasVariables(instance.args) && evaluateTrait(instance.def, instance.args) == Answer::Yes)
      continue;
    goals.push_back(instance);
    Obligation root;
    root.predicate = predicateOf(program, instance);
    root.span = span;
    root.cause = cause;
    root.of = def;
    root.bound_index = position;
    requireGoals(goals, root);
  }
}

// -------------------------------------------------------------------------------------------------------------- progress

void Solver::wake(std::uint32_t variable) {
  if (probes_ != 0)
    return;
  std::uint32_t at = std::exchange(variables_[variable].watchers, none);
  for (; at != none; at = watches_[at].next)
    if (watches_[at].pending < pending_.size())
      enqueue(watches_[at].pending);
}

void Solver::solved(std::uint32_t index) {
  pending_[index].solved = true;
  --unsolved_;
  record(Undo::Kind::Pending, index);
}

void Solver::stall(std::uint32_t index, Args args) {
  record(Undo::Kind::Pending, index);
  llvm::SmallVector<std::uint32_t, 4> variables;
  for (const GenericArg &arg : args) {
    if (arg.isType())
      collectVariables(*this, arg.type(), variables);
    else if (arg.kind() == GenericArg::Kind::Const)
      if (const ConstData &value = store.data(shallow(arg.constant())); value.kind == ConstKind::Infer)
        variables.push_back(static_cast<std::uint32_t>(value.value));
  }
  for (const std::uint32_t variable : variables) {
    watches_.push_back({index, variables_[variable].watchers});
    variables_[variable].watchers = static_cast<std::uint32_t>(watches_.size() - 1);
  }
}

void Solver::fail(std::uint32_t index, Answer answer, std::optional<std::pair<Ty, Ty>> mismatch) {
  solved(index);
  const Pending &pending = pending_[index];
  if (answer == Answer::No && pending.open)
    answer = Answer::Unknown;
  FailedObligation failure;
  failure.obligation = origins_[pending.origin].obligation;
  Goal leaf = pending.goal;
  leaf.args = resolve(leaf.args);
  failure.leaf = predicateOf(program, leaf);
  failure.answer = answer;
  failure.mismatch = mismatch;
  constexpr std::size_t looked_back = 64; // duplicates come close together
  for (const FailedObligation &old : llvm::ArrayRef(failures_).take_back(looked_back)) {
    const Predicate &a = old.leaf;
    const Predicate &b = failure.leaf;
    if (a.kind == b.kind && a.trait == b.trait && a.assoc == b.assoc && old.obligation.span == failure.obligation.span)
      return;
  }
  failures_.push_back(std::move(failure));
}

/// Where each of two impls demands the same two goals, those would double with each level. `goal.args` are resolved; what is not pending yet is about to be.
bool Solver::isPendingBelow(std::uint32_t origin, const Goal &goal, bool open) {
  const std::pair key((static_cast<std::uint64_t>(origin) << 32U) | goal.def.value, goal.args.data());
  const auto next = static_cast<std::uint32_t>(pending_.size());
  const auto [entry, is_new] = deep_goals_.try_emplace(key, next);
  if (!is_new && entry->second < next) {
    const Pending &old = pending_[entry->second];
    if (old.origin == origin && old.open == open && old.goal.kind == goal.kind && old.goal.def == goal.def && old.goal.args.data() == goal.args.data())
      return true;
  }
  entry->second = next;
  return false;
}

void Solver::pushNested(std::uint32_t parent, llvm::ArrayRef<Goal> goals, bool open) {
  const std::uint32_t origin = pending_[parent].origin;
  const auto depth = static_cast<std::uint16_t>(pending_[parent].depth + 1);
  open |= pending_[parent].open;
  origins_[origin].nested += static_cast<std::uint32_t>(goals.size());
  for (Goal goal : goals) {
    if (depth > compared_depth && goal.kind == Goal::Kind::Trait) {
      goal.args = resolve(goal.args);
      if (isPendingBelow(origin, goal, open))
        continue;
    }
    push(goal, origin, depth, open);
  }
}

void Solver::processTrait(std::uint32_t index) {
  const Goal goal = pending_[index].goal;
  const Args args = resolve(goal.args);
  const bool has_variables = hasVariables(args);
  if (!has_variables) {
    if (evaluateTrait(goal.def, args) == Answer::Yes) {
      solved(index);
      return;
    }
    // What it demands would meet the limit too, each goal by itself.
    if (overflowed_) {
      fail(index, Answer::Unknown);
      return;
    }
  }
  const Selection selection = select(goal.def, args);
  switch (selection.answer) {
  case Answer::Ambiguous:
    pending_[index].undecided = selection.open;
    stall(index, args);
    return;
  case Answer::Unknown:
    if (!has_variables || store.is(shallow(args.front().type()), TyKind::Unknown)) {
      fail(index, Answer::Unknown);
      return;
    }
    pending_[index].undecided = true;
    stall(index, args);
    return;
  case Answer::No:
    fail(index, Answer::No);
    return;
  case Answer::Yes:
    break;
  }
  Goals nested;
  if (!confirm(selection.candidate, goal.def, args, nested)) {
    fail(index, selection.open ? Answer::Unknown : Answer::No);
    return;
  }
  solved(index);
  pushNested(index, nested, selection.open);
}

void Solver::processProjection(std::uint32_t index) {
  const Goal goal = pending_[index].goal;
  const Args args = resolve(goal.args);
  Goals nested;
  const Projected projected = project(goal.def, args, nested);
  switch (projected.answer) {
  case Answer::Ambiguous:
    stall(index, args);
    return;
  case Answer::No:
  case Answer::Unknown: {
    // The trait goal behind it is what fails.
    Goal &own = pending_[index].goal;
    const DefId trait = program.def(goal.def).parent;
    own = {Goal::Kind::Trait, trait, store.args(args.take_front(cache.parameterKinds(trait).size())), {}, goal.span};
    if (projected.answer == Answer::Unknown && hasVariables(args)) {
      pending_[index].undecided = true;
      own = goal;
      stall(index, args);
      return;
    }
    fail(index, projected.answer);
    return;
  }
  case Answer::Yes:
    break;
  }
  const InferContext::Snapshot before = snapshot();
  if (!relate(projected.value, goal.term, nested)) {
    rollback(before);
    fail(index, Answer::No, std::pair(resolve(goal.term), resolve(projected.value)));
    return;
  }
  commit(before);
  solved(index);
  pushNested(index, nested, false);
}

void Solver::process(std::uint32_t index) {
  if (pending_[index].solved)
    return;
  const Origin &origin = origins_[pending_[index].origin];
  if (pending_[index].depth > depth_limit || origin.nested > most_nested) {
    const bool told = !failures_.empty() && failures_.back().answer == Answer::Unknown && failures_.back().obligation.span == origin.obligation.span;
    told ? solved(index) : fail(index, Answer::Unknown); // of what goes on without end one goal is enough
    return;
  }
  if (pending_[index].goal.kind == Goal::Kind::Trait)
    processTrait(index);
  else
    processProjection(index);
}

void Solver::selectWherePossible() {
  llvm::SmallVector<std::uint32_t, 16> round;
  while (!ready_.empty()) {
    round.assign(ready_.begin(), ready_.end());
    ready_.clear();
    llvm::sort(round); // in the order of registration, as rustc does
    for (const std::uint32_t index : round) {
      if (index >= pending_.size())
        continue;
      pending_[index].queued = false;
      process(index);
    }
  }
  // Nothing refers to what is settled for good.
  if (open_snapshots_ == 0 && unsolved_ == 0) {
    pending_.clear(); // watch lists may still name them: that wakes a later obligation in vain, no more
    origins_.clear();
    deep_goals_.clear();
  }
}

void Solver::selectAll() {
  selectWherePossible();
  for (std::uint32_t index = 0; index < pending_.size(); ++index)
    if (!pending_[index].solved)
      fail(index, pending_[index].undecided ? Answer::Unknown : Answer::Ambiguous);
}

std::vector<FailedObligation> Solver::takeFailures() { return std::exchange(failures_, {}); }

} // namespace lien

// Which method does `receiver.name(…)` call? And what does `Type::name` mean?
//
// Reference, "Method-call expressions"; rustc dev guide, "Method lookup". The receiver is dereferenced step by step, with a final unsizing of an array.
// At each step the type is tried by value, then behind `&`, then behind `&mut`; at each of these, inherent candidates (of *all* steps' types, so that
// `self: &Self` and `self: Box<Self>` match wherever their receiver type turns up) come before those of traits in scope. Bounds on a type parameter
// and the traits of a trait object count as inherent. Two that fit at one place are ambiguous.
//
// Where a type's methods are not all declared, "not found" is unknown; and so is a *user's* method found where an undeclared inherent one could hide it.
#include "frontend/types/infer_context_impl.hpp"

namespace lien {
namespace {

using MethodError = InferContext::MethodError;
using MethodResult = InferContext::MethodResult;
using Autoref = InferContext::MethodPick::Autoref;

struct MethodCandidate {
  enum class Kind : std::uint8_t { InherentImpl, Bound, Trait } kind{};
  DefId item;
  Args bound; ///< Bound: the trait's arguments
};

/// A place to look: a step of the receiver's dereferencing.
struct LookupStep {
  Ty ty;
  std::uint32_t derefs = 0;
  bool unsize = false;
};

bool isNumericVariable(const TyData &data) { return data.kind == TyKind::Infer && data.infer_kind != InferKind::General; }

/// Looks an item up by name: as a method of a receiver, or in the path mode of `Type::name`, which has no receiver.
class Lookup {
public:
  Lookup(Solver &solver, Symbol name, DefId module, bool path_mode) : solver_(solver), name_(name), module_(module), path_mode_(path_mode) {}

  void assemble(llvm::ArrayRef<LookupStep> steps);

  struct Outcome {
    enum class Kind : std::uint8_t { None, Pick, Ambiguous, Unknown } kind{};
    MethodCandidate candidate;
  };
  /// Inherent candidates first, then those of traits.
  Outcome pick(Ty self);
  /// The arguments of the picked candidate's impl or trait; relates them to `self` for good.
  Args confirm(const MethodCandidate &candidate, Ty self, Goals &goals);

  /// A private method that would have been picked.
  DefId private_item;
  /// A method whose bounds do not hold, and the bound.
  DefId bad_item;
  Goal bad_bound;
  llvm::SmallVector<DefId, 2> ambiguous;

private:
  [[nodiscard]] bool isWanted(DefId item) const;
  void addInherent(MethodCandidate candidate);
  void assembleInherent(Ty ty);
  Outcome consider(llvm::ArrayRef<MethodCandidate> candidates, Ty self, bool report);
  Answer applies(const MethodCandidate &candidate, Ty self, bool report);
  /// What must be equal to the type at hand: the receiver's type, or in path mode the Self type.
  Ty pattern(const MethodCandidate &candidate);
  Answer boundsHold(const MethodCandidate &candidate, Args parent_args, bool report);

  Solver &solver_;
  Symbol name_;
  DefId module_;
  bool path_mode_;
  llvm::SmallVector<MethodCandidate, 4> inherent_, extension_, private_;
};

bool Lookup::isWanted(DefId item) const {
  const DefKind kind = solver_.program.def(item).kind;
  if (path_mode_)
    return kind == DefKind::AssocFn || kind == DefKind::AssocConst;
  return kind == DefKind::AssocFn && solver_.program.fn(item).has_self;
}

void Lookup::addInherent(MethodCandidate candidate) {
  if (!isWanted(candidate.item))
    return;
  const bool known = llvm::any_of(inherent_, [&](const MethodCandidate &old) { return old.item == candidate.item && old.bound == candidate.bound; });
  if (known)
    return;
  const bool visible = candidate.kind == MethodCandidate::Kind::Bound || solver_.program.resolver().isVisibleFrom(candidate.item, module_);
  (visible ? inherent_ : private_).push_back(candidate);
}

void Lookup::assembleInherent(Ty ty) {
  const TyData &data = solver_.store.data(ty);
  const auto addBounds = [&](llvm::ArrayRef<Goal> goals) {
    for (const Goal &goal : goals) {
      if (goal.kind != Goal::Kind::Trait || goal.args.front().type() != ty)
        continue;
      for (const DefId item : solver_.cache.traitItemsNamed(name_))
        if (solver_.program.def(item).parent == goal.def)
          addInherent({MethodCandidate::Kind::Bound, item, goal.args});
    }
  };
  if (data.kind == TyKind::Param)
    addBounds(solver_.envTraits());
  if (data.kind == TyKind::Dynamic) {
    Goals goals;
    solver_.appendImplied(ty, goals);
    addBounds(goals);
  }
  for (const DefId item : solver_.cache.inherentItemsNamed(ty, name_))
    addInherent({MethodCandidate::Kind::InherentImpl, item, {}});
}

void Lookup::assemble(llvm::ArrayRef<LookupStep> steps) {
  for (const LookupStep &step : steps)
    assembleInherent(step.ty);
  for (const DefId item : solver_.cache.traitItemsNamed(name_))
    if (solver_.cache.isInScope(solver_.program.def(item).parent, module_) && isWanted(item))
      extension_.push_back({MethodCandidate::Kind::Trait, item, {}});
}

Ty Lookup::pattern(const MethodCandidate &candidate) {
  if (!path_mode_)
    return solver_.cache.receiver(candidate.item);
  const DefId parent = solver_.program.def(candidate.item).parent;
  if (candidate.kind == MethodCandidate::Kind::InherentImpl)
    return solver_.cache.header(parent).self_type;
  return solver_.store.param(0, symbolOf(sym::kw_Self));
}

/// rustc dev guide: a candidate whose impl has unmet bounds does not count; the first of them is remembered for the message.
Answer Lookup::boundsHold(const MethodCandidate &candidate, Args parent_args, bool report) {
  const auto note = [&](const Goal &goal) {
    if (!report || bad_item.isValid())
      return;
    bad_item = candidate.item;
    bad_bound = goal;
    bad_bound.args = solver_.resolve(goal.args);
  };
  const DefId parent = solver_.program.def(candidate.item).parent;
  switch (candidate.kind) {
  case MethodCandidate::Kind::Bound:
    return Answer::Yes;
  case MethodCandidate::Kind::InherentImpl: {
    Answer result = Answer::Yes;
    for (const Goal &goal : solver_.cache.goalsOf(parent)) {
      Goals goals;
      Goal instance = goal;
      instance.args = solver_.normalize(substitute(solver_.store, goal.args, parent_args), goals);
      if (goal.kind == Goal::Kind::Projection)
        instance.term = solver_.normalize(substitute(solver_.store, goal.term, parent_args), goals);
      goals.push_back(instance);
      const Answer answer = solver_.evaluateAll(goals);
      if (answer == Answer::No) {
        note(instance);
        return answer;
      }
      if (answer == Answer::Unknown)
        result = answer;
    }
    return result;
  }
  case MethodCandidate::Kind::Trait: {
    const Args args = solver_.resolve(parent_args);
    const Answer answer = solver_.evaluateTrait(parent, args);
    // Only where an impl exists and its own bounds fail is the method said to exist.
    if (answer == Answer::No && report && !bad_item.isValid()) {
      const Selection selection = solver_.select(parent, args);
      if (selection.answer == Answer::Yes)
        note({Goal::Kind::Trait, parent, args, {}, {}});
    }
    return answer;
  }
  }
  return Answer::Yes;
}

Answer Lookup::applies(const MethodCandidate &candidate, Ty self, bool report) {
  const DefId parent = solver_.program.def(candidate.item).parent;
  const bool bound = candidate.kind == MethodCandidate::Kind::Bound;
  const Ty shape = bound ? substitute(solver_.store, pattern(candidate), candidate.bound) : pattern(candidate);
  if (!solver_.mayUnify(shape, self, !bound))
    return Answer::No;
  const Solver::Probe probe(solver_);
  const bool touched_before = std::exchange(solver_.touched_unknown, false);
  const Args parent_args = bound ? candidate.bound : solver_.freshArgs(parent, {}, {});
  Goals goals;
  const Ty wanted = solver_.normalize(bound ? shape : substitute(solver_.store, shape, parent_args), goals);
  Answer answer = Answer::No;
  if (solver_.relate(wanted, self, goals))
    answer = solver_.evaluateAll(goals);
  if (answer != Answer::No)
    if (const Answer bounds = boundsHold(candidate, parent_args, report); bounds != Answer::Yes)
      answer = bounds;
  if (solver_.touched_unknown && answer != Answer::No)
    answer = Answer::Unknown;
  solver_.touched_unknown = touched_before;
  return answer;
}

Lookup::Outcome Lookup::consider(llvm::ArrayRef<MethodCandidate> candidates, Ty self, bool report) {
  llvm::SmallVector<MethodCandidate, 4> fitting;
  bool unknown = false;
  for (const MethodCandidate &candidate : candidates)
    switch (applies(candidate, self, report)) {
    case Answer::No:
      break;
    case Answer::Unknown:
      unknown = true;
      break;
    case Answer::Yes:
    case Answer::Ambiguous:
      fitting.push_back(candidate);
      break;
    }
  if (unknown)
    return {Outcome::Kind::Unknown, {}};
  if (fitting.empty())
    return {};
  if (fitting.size() == 1)
    return {Outcome::Kind::Pick, fitting.front()};
  // Several ways to one trait's item are one way, whose arguments are still to be found.
  const DefId item = fitting.front().item;
  if (llvm::all_of(fitting, [&](const MethodCandidate &other) { return other.item == item; }))
    return {Outcome::Kind::Pick, {MethodCandidate::Kind::Trait, item, {}}};
  ambiguous.clear();
  for (const MethodCandidate &candidate : fitting)
    ambiguous.push_back(candidate.item);
  return {Outcome::Kind::Ambiguous, {}};
}

Lookup::Outcome Lookup::pick(Ty self) {
  if (const Outcome found = consider(inherent_, self, true); found.kind != Outcome::Kind::None)
    return found;
  if (!private_item.isValid() && !private_.empty())
    if (const Outcome hidden = consider(private_, self, false); hidden.kind == Outcome::Kind::Pick)
      private_item = hidden.candidate.item;
  return consider(extension_, self, true);
}

Args Lookup::confirm(const MethodCandidate &candidate, Ty self, Goals &goals) {
  const DefId parent = solver_.program.def(candidate.item).parent;
  if (candidate.kind == MethodCandidate::Kind::Bound)
    return candidate.bound;
  const Args args = solver_.freshArgs(parent, {}, {});
  const Ty wanted = solver_.normalize(substitute(solver_.store, pattern(candidate), args), goals);
  solver_.relate(wanted, self, goals);
  return solver_.resolve(args);
}

/// A pointer to one of its own type arguments (`Box<T>`, `Rc<T>`, guards) has no methods of its own, lest they hide those of T (Rust API guidelines,
/// C-SMART-PTR).
bool isSmartPointer(Solver &solver, llvm::ArrayRef<LookupStep> steps, std::size_t at) {
  const TyData &data = solver.store.data(steps[at].ty);
  if (at + 1 >= steps.size() || steps[at + 1].unsize || data.kind != TyKind::Adt)
    return false;
  const Ty target = solver.resolve(steps[at + 1].ty);
  return llvm::any_of(data.args, [&](GenericArg arg) { return arg.isType() && solver.resolve(arg.type()) == target; });
}

/// Could an inherent item that is not declared have hidden what was found? The library keeps its own methods apart; a user's may collide.
bool mayBeHidden(Solver &solver, llvm::ArrayRef<LookupStep> steps, std::size_t up_to, DefId item) {
  if (solver.program.def(item).crate == CrateKind::Library)
    return false;
  const DefId parent = solver.program.def(item).parent;
  const bool inherent = solver.program.def(parent).kind == DefKind::Impl;
  // At its own step an inherent method is as good as any other; a trait's comes after them.
  const std::size_t end = inherent ? up_to : up_to + 1;
  for (std::size_t at = 0; at < end && at < steps.size(); ++at)
    if (!solver.cache.inherentItemsComplete(steps[at].ty) && !isSmartPointer(solver, steps, at))
      return true;
  return false;
}

bool someNumericTypeHas(Solver &solver, Symbol name) {
  if (!solver.cache.traitItemsNamed(name).empty())
    return true;
  for (unsigned kind = 0; kind <= static_cast<unsigned>(IntKind::Usize); ++kind)
    if (!solver.cache.inherentItemsNamed(solver.store.integer(static_cast<IntKind>(kind)), name).empty())
      return true;
  return !solver.cache.inherentItemsNamed(solver.store.floating(FloatKind::F32), name).empty() ||
         !solver.cache.inherentItemsNamed(solver.store.floating(FloatKind::F64), name).empty();
}

/// Nothing was found: says why, or that it cannot be said.
MethodResult explainMiss(Solver &solver, const Lookup &lookup, llvm::ArrayRef<LookupStep> steps, Symbol name, DefId module) {
  MethodResult result;
  if (lookup.private_item.isValid()) {
    result.error = MethodError::Private;
    result.candidate = lookup.private_item;
    return result;
  }
  for (const LookupStep &step : steps) {
    const bool pointer = isSmartPointer(solver, steps, static_cast<std::size_t>(&step - steps.begin()));
    if ((!solver.cache.inherentItemsComplete(step.ty) && !pointer) || solver.program.resolver().mayHaveUnknownTraits(module)) {
      result.error = MethodError::Unknown;
      return result;
    }
    if (isNumericVariable(solver.store.data(step.ty)) && someNumericTypeHas(solver, name)) {
      result.error = MethodError::AmbiguousNumeric;
      return result;
    }
  }
  if (lookup.bad_item.isValid()) {
    result.error = MethodError::BadBounds;
    result.candidate = lookup.bad_item;
    result.unsatisfied = predicateOf(solver.program, lookup.bad_bound);
    return result;
  }
  result.error = MethodError::NotFound;
  for (const LookupStep &step : steps) {
    const TyData &data = solver.store.data(step.ty);
    if (data.kind != TyKind::Adt || result.candidate.isValid())
      continue;
    const AdtInfo &adt = solver.program.adt(data.def);
    if (!adt.is_enum && !adt.variants.empty())
      for (const FieldInfo &field : adt.variants.front().fields)
        if (field.name == name)
          result.candidate = field.def;
  }
  for (const DefId item : solver.cache.traitItemsNamed(name))
    if (const DefId trait = solver.program.def(item).parent; !solver.cache.isInScope(trait, module) && solver.program.def(item).kind == DefKind::AssocFn)
      result.candidates.push_back(trait);
  return result;
}

} // namespace

MethodResult InferContext::lookupMethod(Ty receiver, Symbol name, DefId from_module, Span span) {
  Solver &solver = impl_->solver;
  MethodResult result;
  MethodPick pick;
  bool reached_unknown = false;
  pick.steps = autoderef(receiver, reached_unknown, span);
  const TyData &last = solver.store.data(pick.steps.back().ty);
  const auto failed = [&](MethodError error) {
    result.error = error;
    return result;
  };
  if (last.kind == TyKind::Error)
    return failed(MethodError::Silent);
  // An undetermined type at the end is an error even where an earlier step has the method.
  if (last.kind == TyKind::Infer && last.infer_kind == InferKind::General)
    return failed(MethodError::ReceiverUnknown);

  llvm::SmallVector<LookupStep, 6> steps;
  for (const DerefStep &step : pick.steps)
    if (!solver.store.is(step.ty, TyKind::Unknown))
      steps.push_back({step.ty, static_cast<std::uint32_t>(steps.size()), false});
  if (last.kind == TyKind::Array)
    steps.push_back({solver.store.slice(last.element()), static_cast<std::uint32_t>(steps.size() - 1), true});

  Lookup lookup(solver, name, from_module, false);
  lookup.assemble(steps);
  for (std::size_t at = 0; at < steps.size(); ++at) {
    const LookupStep &step = steps[at];
    for (const Autoref autoref : {Autoref::None, Autoref::Ref, Autoref::Mut}) {
      if (autoref == Autoref::None && step.unsize)
        continue; // a slice cannot be passed by value
      const Ty self =
          autoref == Autoref::None ? step.ty : solver.store.ref(Region::erased(), step.ty, autoref == Autoref::Ref ? Mutability::Not : Mutability::Mut);
      const Lookup::Outcome outcome = lookup.pick(self);
      switch (outcome.kind) {
      case Lookup::Outcome::Kind::None:
        continue;
      case Lookup::Outcome::Kind::Unknown:
        return failed(MethodError::Unknown);
      case Lookup::Outcome::Kind::Ambiguous:
        result.candidates = lookup.ambiguous;
        return failed(MethodError::Ambiguous);
      case Lookup::Outcome::Kind::Pick:
        break;
      }
      if (mayBeHidden(solver, steps, at, outcome.candidate.item))
        return failed(MethodError::Unknown);
      Goals goals;
      pick.method = outcome.candidate.item;
      pick.parent_args = lookup.confirm(outcome.candidate, self, goals);
      pick.derefs = step.derefs;
      pick.autoref = autoref;
      pick.unsize = step.unsize;
      if (!goals.empty()) {
        Obligation root;
        root.span = span;
        root.predicate = predicateOf(program_, goals.front());
        solver.requireGoals(goals, root);
      }
      result.pick = std::move(pick);
      return result;
    }
  }
  if (reached_unknown)
    return failed(MethodError::Unknown);
  return explainMiss(solver, lookup, steps, name, from_module);
}

InferContext::AssocResult InferContext::lookupAssoc(Ty self, Symbol name, Namespace ns, DefId from_module, Span span) {
  Solver &solver = impl_->solver;
  AssocResult result;
  const auto failed = [&](MethodError error) {
    result.error = error;
    return result;
  };
  self = solver.shallow(normalize(self, span));
  const TyData &data = solver.store.data(self);
  if (data.kind == TyKind::Error)
    return failed(MethodError::Silent);
  if (data.kind == TyKind::Unknown)
    return failed(MethodError::Unknown);
  if (data.kind == TyKind::Infer && data.infer_kind == InferKind::General)
    return failed(MethodError::ReceiverUnknown);
  if (ns != Namespace::Value)
    return failed(MethodError::NotFound); // associated types are found where types are lowered

  const LookupStep steps[] = {{self, 0, false}};
  Lookup lookup(solver, name, from_module, true);
  lookup.assemble(steps);
  const Lookup::Outcome outcome = lookup.pick(self);
  switch (outcome.kind) {
  case Lookup::Outcome::Kind::Unknown:
    return failed(MethodError::Unknown);
  case Lookup::Outcome::Kind::Ambiguous:
    result.candidates = lookup.ambiguous;
    return failed(MethodError::Ambiguous);
  case Lookup::Outcome::Kind::None: {
    const MethodResult miss = explainMiss(solver, lookup, steps, name, from_module);
    result.candidates = miss.candidates;
    if (miss.candidate.isValid())
      result.candidates = {miss.candidate};
    return failed(miss.error);
  }
  case Lookup::Outcome::Kind::Pick:
    break;
  }
  if (mayBeHidden(solver, steps, 0, outcome.candidate.item))
    return failed(MethodError::Unknown);
  Goals goals;
  AssocPick pick;
  pick.item = outcome.candidate.item;
  pick.parent_args = lookup.confirm(outcome.candidate, self, goals);
  if (!goals.empty()) {
    Obligation root;
    root.span = span;
    root.predicate = predicateOf(program_, goals.front());
    solver.requireGoals(goals, root);
  }
  result.pick = pick;
  return result;
}

} // namespace lien

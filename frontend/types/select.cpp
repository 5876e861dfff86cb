// Which where-clause, impl or rule answers `Self: Trait<…>`? And: does it hold?
//
// rustc dev guide, "Trait selection": assemble the candidates whose header unifies with the goal; where several are left, drop those whose nested goals
// cannot hold; where-clauses win over item bounds, these over impls; two impls left for a goal with undetermined types are ambiguous. A goal about a
// type variable alone is always ambiguous.
//
// Beyond rustc: a set of impls that is not fully declared yields no negative answer, and does not determine a variable by having one impl only.
#include "frontend/types/solver.hpp"

namespace lien {
Solver::Solver(Program &owner, const ParamEnv &env) : program(owner), store(owner.types()), cache(SolverCache::of(owner)) {
  const auto erased = [](std::uint32_t) { return Region::erased(); };
  for (const Predicate &predicate : env.predicates) {
    if (predicate.kind != Predicate::Kind::Trait && predicate.kind != Predicate::Kind::Projection)
      continue;
    Goal goal;
    goal.span = predicate.span;
    goal.args = eraseRegions(store, instantiateBinder(store, predicate.trait.args, erased));
    env_is_global_ |= (store.flagsOf(goal.args) & TypeFlags::HasParam) == 0;
    if (predicate.kind == Predicate::Kind::Trait) {
      goal.def = predicate.trait.trait;
      env_traits_.push_back(goal);
      continue;
    }
    goal.kind = Goal::Kind::Projection;
    goal.def = predicate.assoc;
    goal.term = eraseRegions(store, instantiateBinder(store, predicate.type, erased));
    env_projections_.push_back(goal);
  }
  // Bounds on projections whose value other bounds give (`T: Iterator<Item = U>, T::Item: Clone`) speak of the value.
  const auto normalizeAll = [&](std::vector<Goal> &goals) {
    for (std::size_t at = 0; at < goals.size(); ++at) {
      if ((store.flagsOf(goals[at].args) & TypeFlags::HasProjection) == 0)
        continue;
      Goals nested;
      const Args normal = resolve(normalize(goals[at].args, nested));
      if ((store.flagsOf(normal) & (TypeFlags::HasInferType | TypeFlags::HasUnknown | TypeFlags::HasError)) == 0)
        goals[at].args = normal;
    }
  };
  normalizeAll(env_traits_);
  answers_.clear(); // made while the environment was unfinished
  projections_.clear();
}

// ------------------------------------------------------------------------------------------------------------ selection

Selection Solver::select(DefId trait, Args args) {
  const Ty self = shallow(args.front().type());
  switch (store.kind(self)) {
  case TyKind::Error:
    return {Answer::Yes, {}, false, Answer::Yes};
  case TyKind::Unknown:
    return {Answer::Unknown, {}, true, Answer::Unknown};
  case TyKind::Infer:
    if (store.data(self).infer_kind == InferKind::General)
      return {Answer::Ambiguous, {}, false, Answer::Ambiguous};
    break;
  case TyKind::Projection: {
    Goals nested;
    if (const Ty value = shallow(normalizeProjection(self, nested)); value != self) {
      // Callers normalise; what slipped through is judged by its value, if that needs nothing else.
      if (!nested.empty())
        return {Answer::Ambiguous, {}, false, Answer::Ambiguous};
      llvm::SmallVector<GenericArg, 4> list(args.begin(), args.end());
      list.front() = value;
      return select(trait, store.args(list));
    }
    break;
  }
  default:
    break;
  }
  const bool has_variables = hasVariables(args);
  if (std::optional<Selection> bound = selectBound(trait, args, has_variables))
    return *bound;
  Selection selection;
  if (std::optional<Selection> builtin = selectBuiltin(trait, args))
    selection = *builtin;
  else
    selection = selectImpl(trait, args, has_variables);
  if (selection.answer == Answer::No) {
    const std::uint16_t flags = store.flagsOf(args);
    if ((flags & TypeFlags::HasError) != 0)
      return {Answer::Yes, {}, false, Answer::Yes};
    if ((flags & TypeFlags::HasUnknown) != 0)
      selection.answer = Answer::Unknown;
    selection.evaluated = selection.answer;
  }
  return selection;
}

/// What a trait object implements by its very type: its principal trait and all that this implies.
void Solver::appendImplied(Ty object, Goals &out) {
  const TyData &data = store.data(object);
  if (!data.def.isValid())
    return;
  llvm::SmallVector<GenericArg, 4> list{GenericArg(object)};
  for (const GenericArg &arg : instantiateBinder(store, data.args, [](std::uint32_t) { return Region::erased(); }))
    list.push_back(arg);
  const Args args = store.args(list);
  for (const Goal &goal : cache.implied(data.def)) {
    Goal instance = goal;
    instance.args = substitute(store, goal.args, args);
    if (goal.kind == Goal::Kind::Projection)
      instance.term = substitute(store, goal.term, args);
    out.push_back(instance);
  }
}

/// Where-clauses first, then the bounds of an associated or opaque type, then a trait object's own traits.
std::optional<Selection> Solver::selectBound(DefId trait, Args args, bool has_variables) {
  const auto choose = [&](llvm::ArrayRef<Goal> bounds) -> std::optional<Selection> {
    const Goal *chosen = nullptr;
    for (const Goal &bound : bounds) {
      if (bound.kind != Goal::Kind::Trait || bound.def != trait || !mayUnify(bound.args, args, false))
        continue;
      if (chosen != nullptr && chosen->args == bound.args)
        continue;
      const Probe probe(*this);
      Goals nested;
      if (!relateArgs(bound.args, args, nested) || evaluateAll(nested) == Answer::No)
        continue;
      if (chosen != nullptr)
        return Selection{Answer::Ambiguous, {}, false, Answer::Ambiguous};
      chosen = &bound;
      if (!has_variables)
        break;
    }
    if (chosen == nullptr)
      return std::nullopt;
    return Selection{Answer::Yes, {Candidate::Kind::Bound, {}, chosen->args}, false, std::nullopt};
  };
  if (!env_traits_.empty())
    if (std::optional<Selection> found = choose(env_traits_))
      return found;
  const Ty self = shallow(args.front().type());
  const TyData &data = store.data(self);
  if (data.kind == TyKind::Projection || data.kind == TyKind::Opaque) {
    Goals bounds;
    for (const Goal &bound : cache.itemBounds(data.def)) {
      if (bound.kind != Goal::Kind::Trait || bound.def != trait)
        continue;
      bounds.push_back(bound);
      bounds.back().args = substitute(store, bound.args, data.args);
    }
    return choose(bounds);
  }
  if (data.kind == TyKind::Dynamic) {
    if (llvm::is_contained(store.dynamicAutoTraits(self), trait))
      return Selection{Answer::Yes, {Candidate::Kind::Silent, {}, {}}, false, Answer::Yes};
    Goals bounds;
    appendImplied(self, bounds);
    return choose(bounds);
  }
  return std::nullopt;
}

bool Solver::matchImpl(DefId impl, Args args, Goals &nested, Args &impl_args) {
  const ImplHeader &header = cache.header(impl);
  impl_args = freshArgs(impl, {}, {});
  Args head = substitute(store, header.ref.args, impl_args);
  if ((store.flagsOf(head) & TypeFlags::HasProjection) != 0)
    head = normalize(head, nested);
  return relateArgs(head, args, nested);
}

bool Solver::mentionsUserType(GenericArg arg) {
  if (!arg.isType() || StackGuard::exhausted())
    return arg.isType();
  const TyData &data = store.data(shallow(arg.type()));
  if (data.def.isValid() && program.def(data.def).crate == CrateKind::User)
    return true;
  return llvm::any_of(data.args, [&](GenericArg part) { return mentionsUserType(part); });
}

/// The orphan rule and the library's promises (frontend/library/README.md): where may there be an impl that is not declared?
bool Solver::implsMayBeMissing(DefId trait, Args args) {
  const bool user_trait = program.def(trait).crate == CrateKind::User;
  // An item that nobody could read may be an impl, of a user's trait or for a user's type.
  if (program.resolver().hasUnknownItems() && (user_trait || hasVariables(args) || llvm::any_of(args, [&](GenericArg arg) { return mentionsUserType(arg); })))
    return true;
  if (user_trait)
    return false;
  const Ty self = shallow(args.front().type());
  const TyData &data = store.data(self);
  // Nor can a parameter of the trait be trusted then: had it been open, one declared impl could have determined it otherwise than what did.
  if (program.resolver().hasUnknownItems() && args.size() > 1 && data.kind != TyKind::Int && data.kind != TyKind::Float)
    return true;
  if (cache.isComplete(trait))
    return data.kind == TyKind::Adt && program.def(data.def).crate == CrateKind::Library && cache.isUndeclared(trait, data.def);
  switch (data.kind) {
  case TyKind::Adt:
    return program.def(data.def).crate == CrateKind::Library;
  case TyKind::Dynamic:
    return !data.def.isValid() || program.def(data.def).crate == CrateKind::Library;
  case TyKind::Param:
  case TyKind::Projection:
  case TyKind::Opaque:
  case TyKind::Closure:
  case TyKind::FnDef:
    return false; // only blanket impls reach them, and those are always declared
  case TyKind::Error:
  case TyKind::Unknown:
  case TyKind::Bool:
  case TyKind::Char:
  case TyKind::Int:
  case TyKind::Float:
  case TyKind::Str:
  case TyKind::Never:
  case TyKind::Tuple:
  case TyKind::Array:
  case TyKind::Slice:
  case TyKind::Ref:
  case TyKind::FnPtr:
  case TyKind::Infer:
    return true;
  }
  return true;
}

bool Solver::supertraitFails(DefId trait, Args args) {
  const Probe probe(*this);
  for (const Goal &goal : cache.implied(trait)) {
    if (goal.kind != Goal::Kind::Trait || goal.def == trait)
      continue;
    Goals goals;
    const Args instance = normalize(substitute(store, goal.args, args), goals);
    if (evaluateTrait(goal.def, instance) == Answer::No)
      return true;
  }
  return false;
}

Selection Solver::selectImpl(DefId trait, Args args, bool has_variables) {
  const Ty self = shallow(args.front().type());
  const TyKind kind = store.kind(self);
  const llvm::ArrayRef<DefId> impls = kind == TyKind::Infer ? program.traitImpls(trait) : program.traitImplsFor(trait, self);
  struct Match {
    DefId impl;
    bool binds = false; ///< its header determines a variable of the goal
    bool vague = false; ///< whether it applies is not known
  };
  llvm::SmallVector<Match, 4> matches;
  const bool missing = implsMayBeMissing(trait, args);
  for (const DefId impl : impls) {
    const ImplHeader &header = cache.header(impl);
    if (header.poisoned) {
      if (header.ref.args.empty() || mayUnify(header.ref.args, args, true))
        matches.push_back({impl, false, true});
      continue;
    }
    if (!mayUnify(header.ref.args, args, true))
      continue;
    const Probe probe(*this);
    const bool touched_before = touched_unknown;
    touched_unknown = false;
    Goals nested;
    Args impl_args;
    const bool fits = matchImpl(impl, args, nested, impl_args) && (nested.empty() || evaluateAll(nested) != Answer::No);
    const bool vague = touched_unknown;
    touched_unknown = touched_before;
    if (fits)
      matches.push_back({impl, has_variables && boundOlderThan(probe.firstFresh(), probe.undoMark()), vague});
  }
  const auto selectionOf = [&](const Match &match, std::optional<Answer> evaluated) {
    return Selection{Answer::Yes, {Candidate::Kind::Impl, match.impl, {}}, missing, evaluated};
  };
  // What a trait demands of Self it demands of undeclared implementors too.
  if (matches.empty() && missing && supertraitFails(trait, args))
    return {Answer::No, {}, false, Answer::No};
  if (matches.empty())
    return {missing ? Answer::Unknown : Answer::No, {}, missing, missing ? Answer::Unknown : Answer::No};

  if (matches.size() == 1) {
    const Match &only = matches.front();
    if (only.vague)
      return {has_variables ? Answer::Ambiguous : Answer::Unknown, {}, true, has_variables ? Answer::Ambiguous : Answer::Unknown};
    if (cache.header(only.impl).negative)
      return {Answer::No, {}, false, Answer::No};
    // Another, undeclared impl could fit as well, unless this one fits without determining anything (coherence).
    if (only.binds && missing)
      return {Answer::Ambiguous, {}, true, Answer::Ambiguous};
    return selectionOf(only, std::nullopt);
  }

  const Match *survivor = nullptr;
  Answer survivor_answer = Answer::No;
  unsigned survivors = 0;
  bool vague = false;
  bool any_unknown = false;
  for (const Match &match : matches) {
    if (match.vague) {
      vague = true;
      continue;
    }
    const bool negative = cache.header(match.impl).negative;
    const Answer answer = evaluateCandidate({Candidate::Kind::Impl, match.impl, {}}, trait, args);
    if (answer == Answer::No)
      continue;
    // By coherence no other impl can apply beside one that holds as it stands.
    if (answer == Answer::Yes && !match.binds && !has_variables)
      return negative ? Selection{Answer::No, {}, false, Answer::No} : selectionOf(match, answer);
    any_unknown |= answer == Answer::Unknown;
    if (survivor == nullptr || (answer != Answer::Unknown && survivor_answer == Answer::Unknown)) {
      survivor = &match;
      survivor_answer = answer;
    }
    // Two that may apply settle the matter; one of unknown fate does not.
    survivors += answer != Answer::Unknown ? 1 : 0;
    if (survivors > 1 && has_variables)
      return {Answer::Ambiguous, {}, missing || vague || any_unknown, Answer::Ambiguous};
  }
  if (vague) {
    const Answer answer = has_variables ? Answer::Ambiguous : Answer::Unknown;
    return {answer, {}, true, answer};
  }
  if (survivors > 1)
    return {Answer::Ambiguous, {}, missing || any_unknown, Answer::Ambiguous};
  if (survivor == nullptr)
    return {missing ? Answer::Unknown : Answer::No, {}, missing, missing ? Answer::Unknown : Answer::No};
  if (survivor_answer == Answer::Unknown) {
    const Answer answer = has_variables ? Answer::Ambiguous : Answer::Unknown;
    return {answer, {}, true, answer};
  }
  if (cache.header(survivor->impl).negative)
    return {Answer::No, {}, false, Answer::No};
  if ((survivor->binds && missing) || (any_unknown && (survivor->binds || survivor_answer != Answer::Yes)))
    return {Answer::Ambiguous, {}, true, Answer::Ambiguous};
  return selectionOf(*survivor, survivor_answer);
}

// ---------------------------------------------------------------------------------------------------------- confirmation

bool Solver::confirm(const Candidate &candidate, DefId trait, Args args, Goals &nested, Args *impl_args_out) {
  switch (candidate.kind) {
  case Candidate::Kind::Silent:
    return true;
  case Candidate::Kind::Bound:
    return relateArgs(candidate.bound, args, nested);
  case Candidate::Kind::Impl: {
    Args impl_args;
    if (!matchImpl(candidate.impl, args, nested, impl_args))
      return false;
    if (impl_args_out != nullptr)
      *impl_args_out = impl_args;
    for (const Goal &goal : cache.goalsOf(candidate.impl)) {
      Goal instance = goal;
      instance.args = substitute(store, goal.args, impl_args);
      if (holdsTrivially(instance, instance.args))
        continue;
      if ((store.flagsOf(instance.args) & TypeFlags::HasProjection) != 0)
        instance.args = normalize(instance.args, nested);
      if (goal.kind == Goal::Kind::Projection)
        instance.term = normalize(substitute(store, goal.term, impl_args), nested);
      nested.push_back(instance);
    }
    return true;
  }
  case Candidate::Kind::Builtin: {
    llvm::SmallVector<Ty, 8> parts;
    builtinParts(trait, shallow(args.front().type()), parts);
    for (const Ty part : parts) {
      const Goal goal{Goal::Kind::Trait, trait, store.args({GenericArg(normalize(part, nested))}), {}, {}};
      if (!holdsTrivially(goal, goal.args))
        nested.push_back(goal);
    }
    return true;
  }
  case Candidate::Kind::Callable: {
    const std::optional<FnSig> sig = functionSig(args.front().type(), nested);
    return sig && args.size() > 1 && relate(store.tuple(sig->inputs), args[1].type(), nested);
  }
  }
  return false;
}

std::optional<FnSig> Solver::functionSig(Ty ty, Goals &goals) {
  ty = shallow(ty);
  const TyData &data = store.data(ty);
  FnSig sig;
  if (data.kind == TyKind::FnDef) {
    const FnInfo &info = program.fn(data.def);
    if (info.poisoned)
      return std::nullopt;
    sig = eraseRegions(store, substitute(store, info.sig, data.args));
  } else if (data.kind == TyKind::FnPtr) {
    sig = store.fnPtrSig(ty);
  } else {
    return std::nullopt;
  }
  return normalize(instantiateBinder(store, sig, [](std::uint32_t) { return Region::erased(); }), goals);
}

} // namespace lien

#include "checker/regions/region_prover.hpp"

#include "frontend/types/rebuild.hpp"

#include "llvm/ADT/ScopeExit.h"

namespace lien {

struct RegionNormalization {
  RegionProver &prover;
  void enterBinder() const {}
  void leaveBinder() const {}
  Ty foldTy(Ty ty) {
    const TyData &data = prover.types_.data(ty);
    if (!data.has(TypeFlags::HasProjection))
      return ty;
    // What stands under a binder and mentions what it binds is normalised when the binder is opened.
    if (data.kind != TyKind::Projection || data.open_binders != 0)
      return rebuild(prover.types_, ty, *this);
    return prover.project(data.def, rebuildArgs(prover.types_, data.args, *this));
  }
  static Region foldRegion(Region region) { return region; }
  static Const foldConst(Const constant) { return constant; }
};

void RegionProver::start(std::uint32_t first_variable) {
  pairs.clear();
  type_outlives.clear();
  proving_.clear();
  normalized_.clear();
  declined = nullptr;
  less_general = false;
  current_bound = {};
  in_predicate = false;
  assume_only = false;
  next_variable_ = first_variable;
  depth_ = 0;
}

Ty RegionProver::freshen(Ty ty) {
  return slots_.fill(ty, [&](std::uint32_t) { return fresh(); });
}

Args RegionProver::freshen(Args args) {
  llvm::SmallVector<GenericArg, 8> list;
  for (const GenericArg &arg : args) {
    if (arg.isType())
      list.push_back(freshen(arg.type()));
    else if (arg.kind() == GenericArg::Kind::Region)
      list.push_back(fresh());
    else
      list.push_back(arg);
  }
  return types_.args(list);
}

Ty RegionProver::normalize(Ty ty) {
  if (!types_.has(ty, TypeFlags::HasProjection))
    return ty;
  return RegionNormalization{*this}.foldTy(ty);
}

// ---------------------------------------------------------------------------------------------------------------- relating

void RegionProver::relateRegions(Region a, Region b, Variance variance) {
  if (a == b || variance == Variance::Bivariant)
    return;
  if (a.kind() == Region::Kind::Bound || b.kind() == Region::Kind::Bound)
    return decline("higher-ranked function pointer of another shape");
  // Where one is erased nothing is known of it: a type that lost its regions must not come here.
  if (a.kind() == Region::Kind::Erased || b.kind() == Region::Kind::Erased || a.kind() == Region::Kind::Error || b.kind() == Region::Kind::Error)
    return decline("lifetimes of this construct");
  if (variance != Variance::Contravariant)
    pairs.push_back({a, b, current_bound, in_predicate});
  if (variance != Variance::Covariant)
    pairs.push_back({b, a, current_bound, in_predicate});
}

void RegionProver::relateArgs(Args a, Args b, llvm::ArrayRef<Variance> variances, Variance context) {
  if (a.size() != b.size())
    return decline("lifetimes of this construct");
  for (std::size_t i = 0; i < a.size(); ++i) {
    const Variance variance = composeVariance(context, i < variances.size() ? variances[i] : Variance::Invariant);
    if (a[i].kind() != b[i].kind())
      return decline("lifetimes of this construct");
    if (a[i].isType())
      relate(a[i].type(), b[i].type(), variance);
    else if (a[i].kind() == GenericArg::Kind::Region)
      relateRegions(a[i].region(), b[i].region(), variance);
  }
}

/// Solves what was asked since `mark` for the regions of binders that were opened there. False when they cannot do what is asked of them.
bool RegionProver::close(const OpenedBinders &opened, std::size_t mark) {
  llvm::SmallVector<RegionOutlives, 8> inner;
  llvm::SmallVector<RegionOutlives, 8> outer;
  for (const RegionPair &pair : llvm::ArrayRef(pairs).drop_front(mark))
    inner.emplace_back(pair.sup, pair.sub);
  pairs.resize(mark);
  const bool possible = closeBinders(opened, inner, outer);
  for (const auto &[longer, shorter] : outer)
    if (longer != shorter)
      pairs.push_back({longer, shorter, current_bound, in_predicate});
  return possible;
}

/// One function pointer may be used as another. What stands under a binder is told with the lifetimes opened and solved at once.
void RegionProver::relateBinders(Ty sub, Ty sup) {
  FnSig from = types_.fnPtrSig(sub);
  FnSig to = types_.fnPtrSig(sup);
  if (from.inputs.size() != to.inputs.size())
    return decline("lifetimes of this construct");
  const std::size_t mark = pairs.size();
  const OpenedBinders opened{next_variable_, next_variable_ + to.bound_regions, next_variable_ + to.bound_regions + from.bound_regions};
  const bool binds = opened.first != opened.last;
  // Normalising what is bound would make variables that may depend on it.
  if (binds && (types_.has(sub, TypeFlags::HasProjection) || types_.has(sup, TypeFlags::HasProjection)))
    return decline("higher-ranked function pointer of another shape");
  next_variable_ = opened.last;
  from = instantiateBinder(types_, from, [&](std::uint32_t index) { return Region::var(opened.middle + index); });
  to = instantiateBinder(types_, to, [&](std::uint32_t index) { return Region::var(opened.first + index); });
  for (std::size_t i = 0; i < from.inputs.size(); ++i)
    relate(to.inputs[i], from.inputs[i], Variance::Covariant);
  relate(from.output, to.output, Variance::Covariant);
  if (!binds)
    return;
  less_general |= !close(opened, mark);
}

/// Rules: Reference, "Subtyping and Variance".
void RegionProver::relate(Ty a, Ty b, Variance variance) {
  if (a == b || variance == Variance::Bivariant || declined != nullptr)
    return;
  const TyData &x = types_.data(a);
  const TyData &y = types_.data(b);
  if (x.kind == TyKind::Never || y.kind == TyKind::Never)
    return;
  if (StackGuard::exhausted())
    return decline("deeply nested type");
  if (x.kind == TyKind::Projection || y.kind == TyKind::Projection) {
    const Ty na = normalize(a);
    const Ty nb = normalize(b);
    if (na != a || nb != b)
      return relate(na, nb, variance);
  }
  if (x.kind != y.kind || x.def != y.def)
    return decline("lifetimes of this construct");
  switch (x.kind) {
  case TyKind::Ref:
    relateRegions(x.region, y.region, variance);
    return relate(x.element(), y.element(), x.mutability == Mutability::Mut ? composeVariance(variance, Variance::Invariant) : variance);
  case TyKind::Tuple:
    if (x.args.size() != y.args.size())
      return decline("lifetimes of this construct");
    for (std::size_t i = 0; i < x.args.size(); ++i)
      relate(x.args[i].type(), y.args[i].type(), variance);
    return;
  case TyKind::Array:
  case TyKind::Slice:
    return relate(x.element(), y.element(), variance);
  case TyKind::Adt:
    return relateArgs(x.args, y.args, program_.variances(x.def), variance);
  case TyKind::FnPtr:
    if (variance != Variance::Contravariant)
      relateBinders(a, b);
    if (variance != Variance::Covariant)
      relateBinders(b, a);
    return;
  case TyKind::Dynamic: {
    relateArgs(x.args, y.args, {}, variance);
    const auto count = types_.dynamicProjections(a).size();
    if (count != types_.dynamicProjections(b).size())
      return decline("lifetimes of this construct");
    for (std::size_t at = 0; at < count; ++at)
      relate(types_.dynamicProjections(a)[at].second, types_.dynamicProjections(b)[at].second, Variance::Invariant);
    return relateRegions(x.region, y.region, variance);
  }
  case TyKind::FnDef:
  case TyKind::Closure:
  case TyKind::Projection:
  case TyKind::Opaque:
    return relateArgs(x.args, y.args, {}, Variance::Invariant);
  case TyKind::Error:
  case TyKind::Unknown:
  case TyKind::Infer:
    return decline("lifetimes of this construct");
  case TyKind::Bool:
  case TyKind::Char:
  case TyKind::Int:
  case TyKind::Float:
  case TyKind::Str:
  case TyKind::Never:
  case TyKind::Param:
    return;
  }
}

/// Reference, "Unsized coercions".
void RegionProver::unsize(Ty from, Ty to) {
  const TyData &x = types_.data(from);
  const TyData &y = types_.data(to);
  if (x.kind == TyKind::Ref && y.kind == TyKind::Ref) {
    relateRegions(x.region, y.region, Variance::Covariant);
    return unsizePointee(x.element(), y.element());
  }
  // An owner: its first argument changes, the rest stays.
  if (x.kind != TyKind::Adt || y.kind != TyKind::Adt || x.def != y.def || x.args.empty() || !x.args.front().isType())
    return decline("lifetimes of this coercion");
  unsizePointee(x.args.front().type(), y.args.front().type());
  relateArgs(x.args.drop_front(), y.args.drop_front(), {}, Variance::Invariant);
}

void RegionProver::unsizePointee(Ty from, Ty to) {
  const TyData &x = types_.data(from);
  const TyData &y = types_.data(to);
  if (x.kind == TyKind::Array && y.kind == TyKind::Slice)
    return relate(x.element(), y.element(), Variance::Invariant);
  if (x.kind == TyKind::Dynamic && y.kind == TyKind::Dynamic) {
    // The object's lifetime may shrink even behind `&mut`.
    relateRegions(x.region, y.region, Variance::Covariant);
    return relateArgs(x.args, y.args, {}, Variance::Invariant);
  }
  decline("coercion to a trait object");
}

// -------------------------------------------------------------------------------------------------------------- projections

bool RegionProver::instantiateImpl(DefId trait, Args args, DefId &impl, Args &impl_args) {
  const Args erased = eraseRegions(types_, args);
  const InferContext::Snapshot before = solver_.snapshot();
  const auto undo = llvm::make_scope_exit([&] { solver_.rollback(before); });
  const Selection selection = solver_.select(trait, erased);
  if (selection.answer != Answer::Yes || selection.candidate.kind != Candidate::Kind::Impl)
    return false;
  Goals nested;
  Args found;
  if (!solver_.confirm(selection.candidate, trait, erased, nested, &found))
    return false;
  found = solver_.resolve(found);
  if (solver_.hasVariables(found)) {
    solver_.requireGoals(nested, {});
    solver_.selectWherePossible();
    found = solver_.resolve(found);
    (void)solver_.takeFailures();
  }
  if (solver_.hasVariables(found))
    return false;
  impl = selection.candidate.impl;
  // Regions are equated with the goal's, then with what the conditions say.
  impl_args = freshen(found);
  return true;
}

/// The value that a bound gives to the associated type of just these arguments.
std::optional<Ty> RegionProver::matchBounds(llvm::ArrayRef<Predicate> bounds, DefId assoc, Args args) {
  const Args erased = eraseRegions(types_, args);
  for (const Predicate &bound : bounds) {
    if (bound.kind != Predicate::Kind::Projection || bound.assoc != assoc)
      continue;
    Args bound_args = bound.trait.args;
    Ty value = bound.type;
    if (bound.bound_regions != 0) {
      llvm::SmallVector<Region, 4> opened;
      for (std::uint32_t i = 0; i < bound.bound_regions; ++i)
        opened.push_back(fresh());
      bound_args = instantiateBinder(types_, bound_args, [&](std::uint32_t index) { return opened[index]; });
      value = instantiateBinder(types_, value, [&](std::uint32_t index) { return opened[index]; });
    }
    if (eraseRegions(types_, bound_args) != erased)
      continue;
    relateArgs(bound_args, args, {}, Variance::Invariant);
    const TyData &data = types_.data(value);
    if (data.kind == TyKind::Projection && data.def == assoc && eraseRegions(types_, data.args) == erased)
      return value;
    return normalize(value);
  }
  return std::nullopt;
}

std::optional<Ty> RegionProver::projectByBounds(DefId assoc, Args args) {
  if (std::optional<Ty> found = matchBounds(env_.predicates, assoc, args))
    return found;
  const TyData &self = types_.data(args.front().type());
  if (self.kind != TyKind::Projection && self.kind != TyKind::Opaque)
    return std::nullopt;
  llvm::SmallVector<Predicate, 4> bounds;
  for (Predicate bound : program_.itemBounds(self.def)) {
    if (bound.kind != Predicate::Kind::Projection || bound.assoc != assoc)
      continue;
    bound.trait.args = substitute(types_, bound.trait.args, self.args);
    bound.type = substitute(types_, bound.type, self.args);
    bounds.push_back(bound);
  }
  return matchBounds(bounds, assoc, args);
}

/// Arguments are normalised.
Ty RegionProver::project(DefId assoc, Args args) {
  const Ty projection = types_.projection(assoc, args);
  if (declined != nullptr || args.empty())
    return projection;
  if (const auto known = normalized_.find(projection.id()); known != normalized_.end())
    return known->second;
  if (depth_ > depth_limit || StackGuard::exhausted()) {
    decline("deeply nested type");
    return projection;
  }
  ++depth_;
  const auto leave = llvm::make_scope_exit([&] { --depth_; });
  if (std::optional<Ty> found = projectByBounds(assoc, args)) {
    normalized_[projection.id()] = *found;
    return *found;
  }
  if (assoc == solver_.cache.fn_once_output && args.size() == 2 && isCallable(args.front().type()))
    if (const std::optional<Ty> output = call(args.front().type(), args[1].type()))
      return normalized_[projection.id()] = *output;
  const DefId trait = program_.def(assoc).parent;
  const std::size_t trait_count = program_.generics(trait).count();
  const Args trait_args = types_.args(args.take_front(trait_count));
  DefId impl;
  Args impl_args;
  if (!instantiateImpl(trait, trait_args, impl, impl_args)) {
    // Rigid (`T::Item`), or a built-in rule: then the erased value tells whether anything depends on regions.
    Goals goals;
    const InferContext::Snapshot before = solver_.snapshot();
    const Ty erased = solver_.resolve(solver_.normalizeProjection(eraseRegions(types_, projection), goals));
    solver_.rollback(before);
    if (types_.is(erased, TyKind::Projection))
      return normalized_[projection.id()] = projection;
    if (types_.has(erased, TypeFlags::HasRegions | TypeFlags::HasInferType | TypeFlags::HasUnknown | TypeFlags::HasError))
      decline("lifetimes of an associated type");
    return erased;
  }
  RegionNormalization fold{*this};
  const Args header = rebuildArgs(types_, substitute(types_, program_.impl(impl).trait->args, impl_args), fold);
  relateArgs(header, trait_args, {}, Variance::Invariant);
  provePredicates(impl, impl_args);
  const Symbol name = program_.def(assoc).name;
  for (const AssocItem &item : program_.impl(impl).items) {
    if (item.kind != DefKind::AssocType || item.name != name)
      continue;
    llvm::SmallVector<GenericArg, 8> list(impl_args.begin(), impl_args.end());
    llvm::append_range(list, args.drop_front(trait_count));
    const Ty value = normalize(substitute(types_, program_.typeOf(item.def), types_.args(list)));
    normalized_[projection.id()] = value;
    return value;
  }
  decline("lifetimes of an associated type");
  return projection;
}

// ------------------------------------------------------------------------------------------------------------------ proving

Predicate RegionProver::instantiate(const Predicate &written, Args args) const {
  const auto put = [&](Region region) { return substitute(types_, types_.args({GenericArg(region)}), args).front().region(); };
  Predicate predicate = written;
  predicate.trait.args = substitute(types_, written.trait.args, args);
  if (written.kind == Predicate::Kind::Projection || written.kind == Predicate::Kind::TypeOutlives)
    predicate.type = substitute(types_, written.type, args);
  if (written.kind == Predicate::Kind::RegionOutlives)
    predicate.a = put(written.a);
  if (written.kind == Predicate::Kind::TypeOutlives || written.kind == Predicate::Kind::RegionOutlives)
    predicate.b = put(written.b);
  return predicate;
}

void RegionProver::provePredicates(DefId def, Args args) {
  for (const Predicate &written : program_.predicates(def))
    prove(instantiate(written, args));
}

bool RegionProver::isCallable(Ty self) const {
  const TyData &data = types_.data(self);
  return data.kind == TyKind::FnPtr || (data.kind == TyKind::FnDef && !program_.fn(data.def).poisoned);
}

FnSig RegionProver::signatureOf(Ty callable) const {
  const TyData &data = types_.data(callable);
  return data.kind == TyKind::FnPtr ? types_.fnPtrSig(callable) : substitute(types_, program_.fn(data.def).sig, data.args);
}

/// Functions and their pointers implement the `Fn` traits for what they take: the arguments are the very inputs, for some choice of the lifetimes that the
/// function binds. Gives the output; nothing when the number of arguments is another. Reference, "Function item types", "Function pointer types".
std::optional<Ty> RegionProver::call(Ty callable, Ty arguments) {
  FnSig sig = signatureOf(callable);
  const TyData &tuple = types_.data(arguments);
  if (tuple.kind != TyKind::Tuple || tuple.args.size() != sig.inputs.size())
    return std::nullopt;
  const std::uint32_t first = next_variable_;
  next_variable_ += sig.bound_regions;
  sig = instantiateBinder(types_, sig, [&](std::uint32_t index) { return Region::var(first + index); });
  for (std::size_t i = 0; i < sig.inputs.size(); ++i)
    relate(normalize(sig.inputs[i]), tuple.args[i].type(), Variance::Invariant);
  return normalize(sig.output);
}

/// `for<'a> F: FnMut(&'a T) -> R` where F is a function: the lifetimes of the bound are placeholders, those that the function binds are chosen for them. False
/// when this is no such bound.
bool RegionProver::proveForAll(const Predicate &predicate) {
  const DefId trait = predicate.trait.trait;
  const SolverCache &lang = solver_.cache;
  const bool is_output = predicate.kind == Predicate::Kind::Projection && predicate.assoc == lang.fn_once_output;
  if (!is_output && (predicate.kind != Predicate::Kind::Trait || (trait != lang.fn && trait != lang.fn_mut && trait != lang.fn_once)))
    return false;
  RegionNormalization fold{*this};
  Args args = rebuildArgs(types_, predicate.trait.args, fold);
  Ty wanted = is_output ? fold.foldTy(predicate.type) : Ty();
  if (args.size() != 2 || !args.front().isType() || !isCallable(args.front().type()))
    return false;
  const std::size_t mark = pairs.size();
  const std::uint32_t first = next_variable_;
  const std::uint32_t middle = first + predicate.bound_regions;
  const OpenedBinders opened{first, middle, middle + signatureOf(args.front().type()).bound_regions};
  next_variable_ = middle;
  const auto placeholder = [&](std::uint32_t index) { return Region::var(first + index); };
  args = instantiateBinder(types_, args, placeholder);
  // What is still to be normalised mentions a placeholder, and so would what it makes.
  if ((types_.flagsOf(args) & TypeFlags::HasProjection) != 0)
    return false;
  const std::optional<Ty> output = call(args.front().type(), args[1].type());
  if (!output)
    return false;
  if (is_output) {
    wanted = instantiateBinder(types_, wanted, placeholder);
    if (types_.has(wanted, TypeFlags::HasProjection))
      return false;
    relate(*output, wanted, Variance::Invariant);
  }
  if (!close(opened, mark))
    decline("higher-ranked bound");
  return true;
}

void RegionProver::prove(const Predicate &predicate) {
  if (declined != nullptr || (assume_only && (predicate.kind == Predicate::Kind::Trait || predicate.kind == Predicate::Kind::Projection)))
    return;
  switch (predicate.kind) {
  case Predicate::Kind::RegionOutlives:
    if (predicate.bound_regions != 0)
      return;
    return relateRegions(predicate.a, predicate.b, Variance::Covariant);
  case Predicate::Kind::TypeOutlives:
    if (predicate.bound_regions != 0)
      return decline("higher-ranked bound");
    return outlives(normalize(predicate.type), predicate.b);
  case Predicate::Kind::Trait: {
    // `Sized` asks nothing of regions.
    if (program_.isLang(predicate.trait.trait, LangItem::Sized))
      return;
    if ((types_.flagsOf(predicate.trait.args) & (TypeFlags::HasRegions | TypeFlags::HasParam | TypeFlags::HasProjection)) == 0)
      return;
    if (predicate.bound_regions != 0)
      return proveForAll(predicate) ? void() : decline("higher-ranked bound");
    RegionNormalization fold{*this};
    return proveTrait({predicate.trait.trait, rebuildArgs(types_, predicate.trait.args, fold)});
  }
  case Predicate::Kind::Projection: {
    if (((types_.flagsOf(predicate.trait.args) | types_.data(predicate.type).flags) & TypeFlags::HasRegions) == 0)
      return;
    if (predicate.bound_regions != 0)
      return proveForAll(predicate) ? void() : decline("higher-ranked bound");
    RegionNormalization fold{*this};
    const Ty value = project(predicate.assoc, rebuildArgs(types_, predicate.trait.args, fold));
    return relate(value, normalize(predicate.type), Variance::Invariant);
  }
  }
}

/// The goal's arguments are normalised.
void RegionProver::proveTrait(const TraitRef &goal) {
  if (llvm::is_contained(proving_, goal))
    return; // auto traits may be proven by themselves; others end in selection
  if (depth_ > depth_limit || StackGuard::exhausted())
    return decline("deeply nested type");
  const Args erased = eraseRegions(types_, goal.args);
  for (const Predicate &bound : env_.predicates)
    if (bound.kind == Predicate::Kind::Trait && bound.trait.trait == goal.trait && bound.bound_regions == 0 && eraseRegions(types_, bound.trait.args) == erased)
      return relateArgs(bound.trait.args, goal.args, {}, Variance::Invariant);
  const SolverCache &lang = solver_.cache;
  if ((goal.trait == lang.fn || goal.trait == lang.fn_mut || goal.trait == lang.fn_once) && goal.args.size() == 2 && isCallable(goal.self())) {
    (void)call(goal.self(), goal.args[1].type());
    return;
  }
  DefId impl;
  Args impl_args;
  if (!instantiateImpl(goal.trait, goal.args, impl, impl_args))
    return; // a built-in rule
  proving_.push_back(goal);
  ++depth_;
  RegionNormalization fold{*this};
  relateArgs(rebuildArgs(types_, substitute(types_, program_.impl(impl).trait->args, impl_args), fold), goal.args, {}, Variance::Invariant);
  provePredicates(impl, impl_args);
  --depth_;
  proving_.pop_back();
}

/// Reference, "Trait and lifetime bounds"; rustc's `compute_components`: every region and parameter in the type must outlive.
void RegionProver::outlives(GenericArg subject, Region shorter) {
  if (subject.kind() == GenericArg::Kind::Region) {
    if (subject.region().kind() != Region::Kind::Bound)
      relateRegions(subject.region(), shorter, Variance::Covariant);
    return;
  }
  if (!subject.isType() || declined != nullptr)
    return;
  const TyData &data = types_.data(subject.type());
  if (!data.has(TypeFlags::HasRegions | TypeFlags::HasParam | TypeFlags::HasProjection))
    return;
  if (data.kind == TyKind::Param || data.kind == TyKind::Projection || data.kind == TyKind::Opaque) {
    type_outlives.push_back({subject.type(), shorter, current_bound});
    return;
  }
  if (data.kind == TyKind::Ref || data.kind == TyKind::Dynamic)
    outlives(data.region, shorter);
  if (data.kind == TyKind::Dynamic)
    return;
  for (const GenericArg &arg : data.args)
    outlives(arg, shorter);
}

void RegionProver::wellFormedHead(Ty adt) {
  const TyData &data = types_.data(adt);
  provePredicates(data.def, data.args);
  for (const OutlivesPair &pair : program_.inferredOutlives(data.def)) {
    const GenericArg subject = substitute(types_, types_.args({pair.subject}), data.args).front();
    const Region shorter = substitute(types_, types_.args({GenericArg(pair.shorter)}), data.args).front().region();
    outlives(subject.isType() ? GenericArg(normalize(subject.type())) : subject, shorter);
  }
}

/// RFC 1214; what is asked of types that inference already knows to be well-formed but for their regions.
void RegionProver::wellFormed(Ty ty) {
  if (declined != nullptr || StackGuard::exhausted())
    return;
  const TyData &data = types_.data(ty);
  if (!data.has(TypeFlags::HasRegions | TypeFlags::HasParam | TypeFlags::HasProjection) || data.open_binders != 0)
    return;
  if (data.kind == TyKind::FnPtr || data.kind == TyKind::Dynamic)
    return; // checked where they are used
  if (data.kind == TyKind::Ref)
    outlives(normalize(data.element()), data.region);
  if (data.kind == TyKind::Adt)
    wellFormedHead(ty);
  if (data.kind == TyKind::Projection && !assume_only) {
    RegionNormalization fold{*this};
    const DefId trait = program_.def(data.def).parent;
    proveTrait({trait, types_.args(rebuildArgs(types_, data.args, fold).take_front(program_.generics(trait).count()))});
  }
  for (const GenericArg &arg : data.args)
    if (arg.isType())
      wellFormed(arg.type());
}

} // namespace lien

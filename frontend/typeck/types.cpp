// Types as bodies meet them: written types, expectations, instantiated signatures.
#include "frontend/typeck/checker.hpp"

namespace lien::typeck {

Ty BodyChecker::resolved(Ty ty) {
  ty = infer_.shallow(ty);
  if (!is(ty, TyKind::Infer) && !is(ty, TyKind::Projection))
    return ty;
  if (is(ty, TyKind::Projection))
    ty = infer_.shallow(infer_.normalize(ty, {}));
  if (!is(ty, TyKind::Infer))
    return ty;
  select();
  return infer_.shallow(ty);
}

// What fails is reported at once, before variables in it are known better or fall back: messages then show `{integer}`.
void BodyChecker::select() {
  infer_.selectWherePossible();
  if (probing_ == 0)
    reportFailures();
}

// As in rustc, what is pending gets its chance whenever something in the type is open, not only where the whole is: in
// `o.get_or_insert_with(String::new).push('c')` the receiver `&mut _` waits for what `String::new` gives.
Ty BodyChecker::known(Ty ty, Span span) {
  ty = resolved(ty);
  if (data(ty).has(TypeFlags::HasInferType) && data(infer_.resolve(ty)).has(TypeFlags::HasInferType)) {
    select();
    ty = infer_.shallow(ty);
  }
  if (!isGeneralVar(ty))
    return ty;
  annotationsNeeded(span, ty);
  unify(ty, types_.error);
  return types_.error;
}

bool BodyChecker::isScalar(Ty ty) const {
  switch (types_.kind(ty)) {
  case TyKind::Bool:
  case TyKind::Char:
  case TyKind::Int:
  case TyKind::Float:
  case TyKind::FnDef:
  case TyKind::FnPtr:
    return true;
  case TyKind::Infer:
    return data(ty).infer_kind != InferKind::General;
  default: // everything compound
    return false;
  }
}

/// Types written inside a body: `_` and omitted arguments are variables, omitted lifetimes fresh regions later.
class BodyTypes final : public TypeLowering {
public:
  explicit BodyTypes(BodyChecker &checker) : checker_(checker) {}
  Ty inferredType(Span span) override { return checker_.infer_.newTypeVar(span); }
  Const inferredConst(Span span) override { return checker_.infer_.newConstVar(span); }
  Region elidedRegion(Span) override { return Region::erased(); }
  Region namedRegion(const ast::Lifetime &lifetime) override {
    if (lifetime.name == sym::lt_static)
      return Region::statik();
    if (lifetime.name == sym::lt_underscore)
      return Region::erased();
    DefId param = checker_.resolver_.resolveLifetime(lifetime, checker_.owner_, checker_.sink_);
    if (!param.isValid())
      return Region::error();
    Region region = checker_.program_.regionOf(param);
    return region.kind() == Region::Kind::Bound ? Region::late(region.index()) : region; // inside the body the binder is open
  }
  /// A value in a type is a constant: the length of an array, a generic argument.
  PathRes resolve(const ast::Path &path, Namespace ns) override {
    return ns == Namespace::Value ? checker_.scopes_.resolveConstant(path, checker_.sink_) : checker_.scopes_.resolve(path, ns, checker_.sink_);
  }
  PathRes resolveTrait(const ast::Path &path) override { return checker_.scopes_.resolve(path, PathUse::Trait, checker_.sink_); }
  DiagnosticSink &sink() override { return checker_.sink_; }
  [[nodiscard]] DefId owner() const override { return checker_.owner_; }
  Ty normalize(Ty ty, Span span) override { return checker_.infer_.normalize(ty, span); }

private:
  BodyChecker &checker_;
};

std::unique_ptr<TypeLowering> BodyChecker::typeLowering() { return std::make_unique<BodyTypes>(*this); }

Ty BodyChecker::lowerWritten(const ast::Type &type) { return lowerType(program_, type, *lowering_); }

UserTypeId BodyChecker::lowerUserType(const ast::Type &type, Ty &erased_type) {
  Ty written = lowerWritten(type);
  erased_type = normalize(erased(written), type.span);
  return makeUserType(written, type.span);
}

// The count of `[x; n]` means what the length in `[T; n]` means: an array type made for it is lowered.
Const BodyChecker::lowerArrayLength(const ast::Expr *count) {
  auto *element = new (syntax_.Allocate<ast::InferType>()) ast::InferType(count->span);
  auto *array = new (syntax_.Allocate<ast::ArrayType>()) ast::ArrayType(count->span);
  array->element = element;
  array->length = count;
  Ty ty = lowerWritten(*array);
  if (is(ty, TyKind::Array))
    return data(ty).length;
  return is(ty, TyKind::Unknown) ? types_.const_unknown : types_.const_error;
}

FnSig BodyChecker::instantiate(const FnSig &sig, Args args, Span span) { return openBinder(substitute(types_, sig, args), span); }

FnSig BodyChecker::openBinder(const FnSig &sig, Span span) {
  FnSig result = sig;
  if (result.bound_regions != 0)
    result = instantiateBinder(types_, result, [](std::uint32_t) { return Region::erased(); });
  llvm::SmallVector<Ty, 8> inputs;
  for (Ty input : result.inputs)
    inputs.push_back(normalize(erased(input), span));
  return {types_.types(inputs), normalize(erased(result.output), span), 0};
}

std::optional<Ty> BodyChecker::onlyHasType(const Expectation &expected) {
  if (!expected.isHasType())
    return std::nullopt;
  return infer_.shallow(expected.ty);
}

std::optional<Ty> BodyChecker::anyHint(const Expectation &expected) {
  if (expected.kind == Expectation::Kind::None)
    return std::nullopt;
  return resolved(expected.ty);
}

Expectation BodyChecker::forBranches(const Expectation &expected) {
  switch (expected.kind) {
  case Expectation::Kind::HasType: {
    Ty ty = resolved(expected.ty);
    return isGeneralVar(ty) ? Expectation::none() : Expectation::hasType(ty);
  }
  case Expectation::Kind::Unsized:
    return expected;
  case Expectation::Kind::None:
  case Expectation::Kind::Castable:
    return Expectation::none();
  }
  return Expectation::none();
}

namespace {

/// Replaces variables that a rolled-back experiment made by fresh ones, each by one of its own.
class Refresh final : public TypeFolder {
public:
  Refresh(InferContext &infer, std::uint32_t first_new, Span span) : TypeFolder(infer.types()), infer_(infer), first_new_(first_new), span_(span) {}
  Ty foldTy(Ty ty) override {
    const TyData &data = store_.data(ty);
    if (!data.has(TypeFlags::HasInferType))
      return ty;
    if (data.kind != TyKind::Infer)
      return superFold(ty);
    if (data.index < first_new_)
      return ty;
    for (const auto &[old, fresh] : known_)
      if (old == ty)
        return fresh;
    Ty fresh = data.infer_kind == InferKind::Int ? infer_.newIntVar() : data.infer_kind == InferKind::Float ? infer_.newFloatVar() : infer_.newTypeVar(span_);
    known_.emplace_back(ty, fresh);
    return fresh;
  }

private:
  InferContext &infer_;
  std::uint32_t first_new_;
  Span span_;
  llvm::SmallVector<std::pair<Ty, Ty>, 4> known_;
};

} // namespace

// What the wanted output says about the inputs, tried and undone: the output itself is only related after the arguments were seen, because a coercion
// may stand between.
llvm::SmallVector<Ty, 8> BodyChecker::expectedInputs(Ty expected_output, const FnSig &sig) {
  llvm::SmallVector<Ty, 8> inputs;
  expected_output = infer_.shallow(expected_output);
  Ty output = infer_.shallow(sig.output);
  if (!types_.has(output, TypeFlags::HasInferType) || isGeneralVar(expected_output))
    return inputs; // nothing to learn
  auto before = infer_.snapshot();
  ++probing_;
  if (unify(output, expected_output))
    for (Ty input : sig.inputs)
      inputs.push_back(infer_.resolve(input));
  --probing_;
  infer_.rollback(before);
  Refresh refresh(infer_, before.variable_count, {});
  for (Ty &input : inputs)
    input = refresh.foldTy(input);
  return inputs;
}

void BodyChecker::requireTrait(Ty ty, DefId trait, Span span, ObligationCause cause) {
  if (isSilent(ty) || !trait.isValid())
    return;
  Obligation obligation;
  obligation.predicate.kind = Predicate::Kind::Trait;
  obligation.predicate.trait = {trait, types_.args({GenericArg(ty)})};
  obligation.span = span;
  obligation.cause = cause;
  infer_.require(obligation);
}

void BodyChecker::requireSized(Ty ty, Span span, ObligationCause cause) {
  switch (types_.kind(ty)) { // the common sized types cost nothing
  case TyKind::Bool:
  case TyKind::Char:
  case TyKind::Int:
  case TyKind::Float:
  case TyKind::Never:
  case TyKind::Ref:
  case TyKind::FnDef:
  case TyKind::FnPtr:
  case TyKind::Closure:
  case TyKind::Array:
  case TyKind::Error:
  case TyKind::Unknown:
    return;
  case TyKind::Infer:
    if (data(ty).infer_kind != InferKind::General)
      return;
    break;
  case TyKind::Str:
  case TyKind::Tuple:
  case TyKind::Slice:
  case TyKind::Adt:
  case TyKind::Dynamic:
  case TyKind::Param:
  case TyKind::Projection:
  case TyKind::Opaque:
    break;
  }
  requireTrait(ty, program_.lang(LangItem::Sized), span, cause);
}

bool BodyChecker::lacksLang(LangItem item, Span span) {
  if (program_.lang(item).isValid())
    return false;
  sink_.declineLibrary(span, "a built-in operation without a declaration");
  return true;
}

} // namespace lien::typeck

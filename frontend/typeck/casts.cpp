// `as`. Reference, "Type cast expressions". Casts hint at literals at once and are judged at the end, when the operand's type is known.
#include "frontend/typeck/checker.hpp"

namespace lien::typeck {

using typed::ExprKind;

ExprId BodyChecker::checkCast(const ast::CastExpr &expr, const Expectation &) {
  // A chain `x as a as b` leans left.
  llvm::SmallVector<const ast::CastExpr *, 4> chain;
  const ast::Expr *operand = &expr;
  while (const auto *cast = llvm::dyn_cast<ast::CastExpr>(operand)) {
    chain.push_back(cast);
    operand = cast->operand;
  }
  ExprId value;
  for (const ast::CastExpr *cast : llvm::reverse(chain)) {
    Ty target;
    UserTypeId user_type = lowerUserType(*cast->type, target);
    target = resolved(target);
    if (!value.isValid())
      value = checkExpr(operand, Expectation::castable(target));
    if (is(target, TyKind::Slice) || is(target, TyKind::Str) || is(target, TyKind::Dynamic)) {
      if (!isSilent(resolved(typeOf(value))))
        error(DiagnosticKind::E0620, "cast to unsized type: `" + printOperand(value) + "` as `" + print(target) + "`", cast->span);
      value = makeError(cast->span);
      continue;
    }
    ExprId result = make(ExprKind::Cast, target, cast->span);
    node(result).a = value;
    node(result).user_type = user_type;
    deferred_casts_.push_back(result);
    value = result;
  }
  return value;
}

namespace {

/// What `as` distinguishes.
enum class CastClass : std::uint8_t { None, Int, U8, Bool, Char, FieldlessEnum, Float, FnPtr };

bool isPrimitiveInt(CastClass kind) { return kind == CastClass::Int || kind == CastClass::U8; }

} // namespace

static CastClass classify(TypeStore &types, Program &program, Ty ty) {
  const TyData &data = types.data(ty);
  switch (data.kind) {
  case TyKind::Bool:
    return CastClass::Bool;
  case TyKind::Char:
    return CastClass::Char;
  case TyKind::Int:
    return data.int_kind == IntKind::U8 ? CastClass::U8 : CastClass::Int;
  case TyKind::Float:
    return CastClass::Float;
  case TyKind::FnPtr:
    return CastClass::FnPtr;
  case TyKind::Infer:
    return data.infer_kind == InferKind::Int ? CastClass::Int : data.infer_kind == InferKind::Float ? CastClass::Float : CastClass::None;
  case TyKind::Adt: {
    const AdtInfo &adt = program.adt(data.def);
    if (!adt.is_enum || !adt.complete || adt.variants.empty())
      return CastClass::None;
    for (const VariantInfo &variant : adt.variants)
      if (!variant.fields.empty())
        return CastClass::None;
    return CastClass::FieldlessEnum;
  }
  default: // compound and generic types
    return CastClass::None;
  }
}

void BodyChecker::checkDeferredCasts() {
  for (std::size_t i = 0; i < deferred_casts_.size(); ++i)
    checkDeferredCast(deferred_casts_[i]);
}

void BodyChecker::checkDeferredCast(ExprId cast) {
  const Span span = spanOf(cast);
  ExprId operand = node(cast).a;
  Ty from = known(typeOf(operand), spanOf(operand));
  Ty to = known(typeOf(cast), span);
  if (isSilent(from) || isSilent(to) || mentionsSilent(infer_.resolve(from)) || mentionsSilent(infer_.resolve(to)))
    return;
  if (ExprId coerced = tryCoerce(operand, to, TwoPhase::No); coerced.isValid()) {
    node(cast).a = coerced;
    return;
  }
  CastClass source = classify(types_, program_, from);
  const CastClass target = classify(types_, program_, to);
  if (target == CastClass::None || target == CastClass::FieldlessEnum || target == CastClass::FnPtr) {
    reportNonPrimitiveCast(operand, from, to, span);
    return;
  }
  if (source == CastClass::None && is(from, TyKind::FnDef)) {
    // A function item becomes a pointer first.
    FnSig sig = substitute(types_, program_.fn(data(from).def).sig, data(from).args);
    Ty pointer = normalize(eraseRegions(types_, types_.fnPtr(sig)), span);
    ExprId reified = makeCoerce(operand, pointer, CoercionKind::ReifyFn);
    node(cast).a = reified;
    source = CastClass::FnPtr;
  }
  if (source == CastClass::None) {
    if (is(from, TyKind::Ref) && (isPrimitiveInt(target) || target == CastClass::Float))
      error(DiagnosticKind::E0606, "casting `" + printOperand(operand) + "` as `" + print(to) + "` is invalid", span);
    else
      reportNonPrimitiveCast(operand, from, to, span);
    return;
  }
  switch (target) {
  case CastClass::Bool:
    error(DiagnosticKind::E0054, "cannot cast `" + print(from) + "` as `bool`", span,
          source == CastClass::Int || source == CastClass::U8 ? "" : "unsupported cast");
    return;
  case CastClass::Char:
    if (source != CastClass::U8)
      error(DiagnosticKind::E0604, "only `u8` can be cast as `char`, not `" + print(from) + "`", span, "invalid cast");
    return;
  case CastClass::Float:
    if (source == CastClass::Bool || source == CastClass::Char || source == CastClass::FieldlessEnum || source == CastClass::FnPtr)
      error(DiagnosticKind::E0606, "casting `" + print(from) + "` as `" + print(to) + "` is invalid", span).help("cast through an integer first");
    return;
  case CastClass::Int:
  case CastClass::U8:
    return; // every class above becomes an integer
  case CastClass::None:
  case CastClass::FieldlessEnum:
  case CastClass::FnPtr:
    return;
  }
}

void BodyChecker::reportNonPrimitiveCast(ExprId operand, Ty from, Ty to, Span span) {
  const bool from_enum = is(from, TyKind::Adt) && program_.adt(data(from).def).is_enum && classify(types_, program_, to) != CastClass::None;
  error(DiagnosticKind::E0605, "non-primitive cast: `" + printOperand(operand) + "` as `" + print(to) + "`", span,
        from_enum ? "an `as` expression can be used to convert enum types to numeric types only if the enum type is unit-only or field-less"
                  : "an `as` expression can only be used to convert between primitive types or to coerce to a specific trait object");
}

} // namespace lien::typeck

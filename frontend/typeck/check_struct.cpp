// Struct literals with their base. Reference, "Struct expressions".
#include "frontend/typeck/checker.hpp"

namespace lien::typeck {

using typed::ExprKind;

namespace {

std::uint32_t findField(const VariantInfo &variant, Symbol name) {
  for (std::uint32_t i = 0; i < variant.fields.size(); ++i)
    if (variant.fields[i].name == name)
      return i;
  return UINT32_MAX;
}

} // namespace

ExprId BodyChecker::checkStruct(const ast::StructExpr &expr, const Expectation &expected) {
  VariantPath path = resolveStructPath(expr.path);
  if (!path.isValid()) {
    for (const ast::FieldInit &field : expr.fields)
      if (field.value != nullptr)
        checkExpr(field.value);
    if (expr.base != nullptr)
      checkExpr(expr.base);
    ExprId result = makeError(expr.span);
    node(result).ty = path.ty;
    return result;
  }
  if (auto wanted = onlyHasType(expected))
    unify(*wanted, path.ty); // a hint only: when it does not fit, the whole literal is compared later
  const TyData adt = data(infer_.shallow(path.ty));
  const AdtInfo &info = program_.adt(path.adt);
  const VariantInfo &variant = info.variants[path.variant];
  llvm::SmallVector<FieldValue, 8> fields;
  llvm::SmallVector<Span, 8> seen(variant.fields.size());
  bool failed = false;
  for (const ast::FieldInit &init : expr.fields) {
    const std::uint32_t index = findField(variant, init.name.name);
    Ty field_type = types_.error;
    if (index == UINT32_MAX) {
      if (!info.complete) {
        sink_.declineLibrary(init.name.span, ("field `" + text(init.name.name) + "` of `" + resolver_.pathOf(path.adt) + "`").str());
        field_type = types_.unknown;
      } else {
        reportUnknownField(path, variant, init);
      }
      failed = true;
    } else if (!seen[index].empty()) {
      error(DiagnosticKind::E0062, ("field `" + text(init.name.name) + "` specified more than once").str(), init.name.span, "used more than once")
          .label(seen[index], ("first use of `" + text(init.name.name) + "`").str());
      failed = true;
    } else {
      seen[index] = init.span;
      field_type = normalize(erased(substitute(types_, variant.fields[index].type, adt.args)), init.span);
      checkFieldVisible(path, variant.fields[index], init.name.span);
    }
    ExprId value = checkExpr(init.value, Expectation::hasType(field_type));
    fields.push_back({index, coerceOrReport(value, field_type)});
  }
  ExprId base;
  if (expr.base != nullptr) {
    base = checkStructBase(expr, path, info);
  } else if (expr.has_rest) {
    error(DiagnosticKind::E0797, "base expression required after `..`", expr.rest_span.shrinkToHi());
  } else if (!failed) {
    llvm::SmallVector<const FieldInfo *, 4> missing;
    for (std::size_t i = 0; i < seen.size(); ++i)
      if (seen[i].empty())
        missing.push_back(&variant.fields[i]);
    if (!missing.empty())
      reportMissingFields(expr, path, missing);
    else if (!info.complete)
      sink_.declineLibrary(expr.path.span, ("the fields of `" + resolver_.pathOf(path.adt) + "`"));
  }
  ExprId result = make(ExprKind::Adt, path.ty, expr.span);
  typed::Expr &made = node(result);
  made.def = path.adt;
  made.index = path.variant;
  made.args = adt.args;
  made.fields = body_->keep(llvm::ArrayRef<FieldValue>(fields));
  made.a = base;
  made.user_type = path.user_type;
  return result;
}

// `..base`: a value of the same struct type; the fields not written are taken from it.
ExprId BodyChecker::checkStructBase(const ast::StructExpr &expr, const VariantPath &path, const AdtInfo &info) {
  if (info.is_enum) {
    checkExpr(expr.base);
    error(DiagnosticKind::E0436, "functional record update syntax requires a struct", expr.base->span);
    return {};
  }
  ExprId base = checkHasType(expr.base, path.ty);
  return base;
}

// A private field in a literal is E0451, found by rustc after all bodies were inferred.
void BodyChecker::checkFieldVisible(const VariantPath &path, const FieldInfo &field, Span span) {
  if (resolver_.isVisibleFrom(field.def, scopes_.module()))
    return;
  lateError(DiagnosticKind::E0451, ("field `" + text(field.name) + "` of struct `" + resolver_.pathOf(path.adt) + "` is private").str(), span, "private field");
}

} // namespace lien::typeck

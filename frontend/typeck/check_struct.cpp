// Struct literals with their base. Reference, "Struct expressions".
#include "frontend/typeck/checker.hpp"

namespace lien::typeck {

using typed::ExprKind;

namespace {

/// `a`, `a and b`, `a, b, and c`.
std::string listed(llvm::ArrayRef<std::string> names) {
  std::string result = names.front();
  for (std::size_t i = 1; i < names.size(); ++i)
    result += (names.size() == 2 ? " and " : i + 1 == names.size() ? ", and " : ", ") + names[i];
  return result;
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
  llvm::SmallVector<ReachedField, 8> reached;
  bool failed = false;
  for (const ast::FieldInit &init : expr.fields) {
    const std::uint32_t index = variant.fieldNamed(init.name.name).value_or(UINT32_MAX);
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
      if (expr.base == nullptr)
        reached.push_back({&variant.fields[index], init.name.span, true});
    }
    ExprId value = checkExpr(init.value, Expectation::hasType(field_type));
    value = coerceOrReport(value, field_type);
    if (index != UINT32_MAX)
      settleField(path, variant.fields[index].type, value);
    fields.push_back({index, value});
  }
  ExprId base;
  if (expr.base != nullptr) {
    base = checkStructBase(expr, path, info);
    for (std::size_t i = 0; i < seen.size(); ++i)
      reached.push_back({&variant.fields[i], seen[i].empty() ? expr.base->span : seen[i], !seen[i].empty()});
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
  checkFieldsVisible(path, reached);
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

// Reference, "Visibility and privacy": a literal and a pattern reach the fields they name, `..base` all the others too. What cannot be seen is E0451, found by
// rustc after all bodies were inferred: one finding that lists the fields in the order in which they are reached.
void BodyChecker::checkFieldsVisible(const VariantPath &path, llvm::ArrayRef<ReachedField> reached) {
  llvm::SmallVector<ReachedField, 4> hidden;
  for (const ReachedField &field : reached)
    if (!resolver_.isVisibleFrom(field.field->def, scopes_.module()))
      hidden.push_back(field);
  if (hidden.empty())
    return;
  std::vector<std::string> names;
  std::vector<std::string> unwritten;
  for (const ReachedField &field : hidden) {
    names.push_back(("`" + text(field.field->name) + "`").str());
    if (!field.is_written)
      unwritten.push_back(names.back());
  }
  const bool one = names.size() == 1;
  Diagnostic &found =
      lateError(DiagnosticKind::E0451,
                (one ? "field " : "fields ") + listed(names) + " of struct `" + resolver_.pathOf(path.adt) + "` " + (one ? "is" : "are") + " private",
                hidden.front().span);
  found.primary.clear();
  for (const ReachedField &field : hidden)
    if (field.is_written)
      found.primary.push_back({field.span, "private field"});
  if (unwritten.empty())
    return;
  const bool one_unwritten = unwritten.size() == 1;
  const ReachedField &through_base = *llvm::find_if(hidden, [](const ReachedField &field) { return !field.is_written; });
  found.primary.push_back({through_base.span, (one_unwritten ? "field " : "fields ") + listed(unwritten) + (one_unwritten ? " is" : " are") + " private"});
}

} // namespace lien::typeck

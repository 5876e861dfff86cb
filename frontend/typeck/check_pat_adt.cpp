// Patterns of structs, variants and constants. Reference, "Struct patterns", "Tuple struct patterns", "Path patterns", "Literal patterns", "Range patterns".
#include "frontend/typeck/checker.hpp"

namespace lien::typeck {

using typed::PatKind;

namespace {

std::string count(std::size_t number, llvm::StringRef noun) { return std::to_string(number) + " " + noun.str() + (number == 1 ? "" : "s"); }

} // namespace

PatId BodyChecker::makeAdtPat(DefId adt, std::uint32_t variant, Ty ty, llvm::ArrayRef<typed::FieldPattern> fields, Span span) {
  PatId result = makePat(program_.adt(adt).is_enum ? PatKind::Variant : PatKind::Leaf, ty, span);
  body_->pats[result].variant = variant;
  body_->pats[result].fields = body_->keep(fields);
  return result;
}

// A path: unit struct, unit variant (these look through references), or a constant (these do not).
PatId BodyChecker::checkPathPat(const ResolvedPath &path, Span span, Ty expected, const PatContext &context) {
  if (path.kind != ResolvedPath::Kind::Def) {
    if (path.kind == ResolvedPath::Kind::Local)
      error(DiagnosticKind::E0532, "expected unit struct, unit variant or constant, found local variable", span);
    return makeErrorPat(span);
  }
  const Def &def = program_.def(path.def);
  switch (def.kind) {
  case DefKind::Struct:
  case DefKind::Variant: {
    DefId adt = def.kind == DefKind::Struct ? path.def : def.parent;
    const std::uint32_t index = def.kind == DefKind::Struct ? 0 : def.index;
    const VariantInfo &variant = program_.adt(adt).variants[index];
    if (variant.shape == ast::VariantShape::Named) {
      error(DiagnosticKind::E0533, "expected unit struct, unit variant or constant, found struct variant `" + variantPath(path.def) + "`", span,
            "not a unit struct, unit variant or constant");
      return makeErrorPat(span);
    }
    if (variant.shape == ast::VariantShape::Tuple) {
      error(DiagnosticKind::E0532,
            "expected unit struct, unit variant or constant, found tuple " + std::string(def.kind == DefKind::Struct ? "struct" : "variant") + " `" +
                variantPath(path.def) + "`",
            span);
      return makeErrorPat(span);
    }
    return peel(span, expected, context, [&](Ty inner, const PatContext &below) {
      Ty ty = types_.adt(adt, path.args);
      if (!demandPat(inner, ty, span, below))
        return makeErrorPat(span);
      return makeAdtPat(adt, index, ty, {}, span);
    });
  }
  case DefKind::Const:
  case DefKind::AssocConst: {
    Ty ty = normalize(erased(substitute(types_, program_.typeOf(path.def), path.args)), span);
    if (!demandPat(expected, ty, span, context))
      return makeErrorPat(span);
    PatId result = makePat(PatKind::Constant, ty, span);
    const ConstantValue *value = constantValue(path, ty, span);
    body_->pats[result].value = value;
    return result;
  }
  case DefKind::AssocFn:
    error(DiagnosticKind::E0533, "expected unit struct, unit variant or constant, found associated function `" + qualifiedFn(path.def) + "`", span,
          "not a unit struct, unit variant or constant");
    return makeErrorPat(span);
  default: // functions and the like
    error(DiagnosticKind::E0532,
          "expected unit struct, unit variant or constant, found " + resolver_.describe(path.def).str() + " `" + resolver_.pathOf(path.def) + "`", span,
          "not a unit struct, unit variant or constant");
    return makeErrorPat(span);
  }
}

// What a constant in a pattern compares with; scalars are evaluated, other values stay opaque.
const ConstantValue *BodyChecker::constantValue(const ResolvedPath &path, Ty ty, Span span) {
  ConstantValue value;
  value.kind = ConstantValue::Kind::Opaque;
  value.def = path.def;
  ty = infer_.shallow(ty);
  const bool integer = is(ty, TyKind::Int);
  if (integer || is(ty, TyKind::Bool) || is(ty, TyKind::Char)) {
    const ConstData known_value = types_.data(program_.evaluate(path.def, infer_.resolve(path.args)));
    if (known_value.kind == ConstKind::Value) {
      value.kind = integer ? ConstantValue::Kind::Int : is(ty, TyKind::Bool) ? ConstantValue::Kind::Bool : ConstantValue::Kind::Char;
      value.lo = known_value.value;
      value.hi = integer && isSigned(data(ty).int_kind) && (known_value.value >> 63U) != 0 ? UINT64_MAX : 0;
      value.def = DefId();
    }
  } else if (is(ty, TyKind::Ref) && is(infer_.shallow(data(ty).element()), TyKind::Str)) {
    if (const ast::LiteralExpr *text = textOfConstant(path.def))
      value = literalValue(*text);
  } else if (is(ty, TyKind::Adt)) {
    sink_.declineFeature(span, "constant of a struct or enum type in a pattern");
  }
  return body_->keep(value);
}

// The string that a constant is, written there or in a constant that it names.
const ast::LiteralExpr *BodyChecker::textOfConstant(DefId constant) {
  static constexpr unsigned most_names = 64; // a constant that names itself is an error of its own
  for (unsigned count = 0; count < most_names; ++count) {
    const Def &def = program_.def(constant);
    const bool is_constant = def.kind == DefKind::Const || def.kind == DefKind::AssocConst;
    if (def.crate != CrateKind::User || !is_constant || program_.def(def.parent).kind == DefKind::Trait)
      return nullptr;
    const ast::Expr *value = def.as<ast::ConstItem>()->value;
    if (value == nullptr)
      return nullptr;
    if (const auto *literal = llvm::dyn_cast<ast::LiteralExpr>(value))
      return literal->literal == ast::LiteralKind::Str ? literal : nullptr;
    const auto *path = llvm::dyn_cast<ast::PathExpr>(value);
    if (path == nullptr)
      return nullptr;
    DiagnosticSink muted; // names are reported with the constant
    const PathRes named = resolver_.resolve(path->path, Namespace::Value, constant, muted);
    if (named.res.kind != ResKind::Def || named.resolved != path->path.segments.size())
      return nullptr;
    constant = named.res.def;
  }
  return nullptr;
}

PatId BodyChecker::checkTupleStructPat(const ast::TupleStructPat &pat, Ty expected, const PatContext &context) {
  checkSingleRest(pat.elements, "tuple struct");
  auto fail = [&] {
    bindErrorList(pat.elements, context);
    return makeErrorPat(pat.span);
  };
  ResolvedPath path = resolveValuePath(pat.path, pat.path.span, PathUse::TupleStruct);
  if (path.kind == ResolvedPath::Kind::Local)
    error(DiagnosticKind::E0532, "expected tuple struct or tuple variant, found local variable", pat.path.span, "not a tuple struct or tuple variant");
  if (path.kind != ResolvedPath::Kind::Def)
    return fail();
  const Def &def = program_.def(path.def);
  if (def.kind != DefKind::Struct && def.kind != DefKind::Variant) {
    if (def.kind == DefKind::AssocFn)
      error(DiagnosticKind::E0164, "expected tuple struct or tuple variant, found associated function `" + writtenPath(pat.path) + "`", pat.span,
            "`fn` calls are not allowed in patterns");
    else if (def.kind == DefKind::AssocConst)
      error(DiagnosticKind::E0164, "expected tuple struct or tuple variant, found associated constant `" + writtenPath(pat.path) + "`", pat.span,
            "not a tuple struct or tuple variant");
    else
      error(DiagnosticKind::E0532, "expected tuple struct or tuple variant, found " + resolver_.describe(path.def).str() + " `" + writtenPath(pat.path) + "`",
            pat.path.span, "not a tuple struct or tuple variant");
    return fail();
  }
  DefId adt = def.kind == DefKind::Struct ? path.def : def.parent;
  const std::uint32_t index = def.kind == DefKind::Struct ? 0 : def.index;
  const VariantInfo &variant = program_.adt(adt).variants[index];
  const char *kind_word = def.kind == DefKind::Struct ? "struct" : "variant";
  if (variant.shape == ast::VariantShape::Named) {
    if (def.kind == DefKind::Struct)
      error(DiagnosticKind::E0532, "expected tuple struct or tuple variant, found struct `" + writtenPath(pat.path) + "`", pat.span);
    else
      error(DiagnosticKind::E0164, "expected tuple struct or tuple variant, found struct variant `" + writtenPath(pat.path) + "`", pat.span,
            "not a tuple struct or tuple variant");
    return fail();
  }
  if (variant.shape == ast::VariantShape::Unit) {
    error(DiagnosticKind::E0532, std::string("expected tuple struct or tuple variant, found unit ") + kind_word + " `" + writtenPath(pat.path) + "`", pat.span);
    return fail();
  }
  Ty ty = types_.adt(adt, path.args);
  const bool fits = demandPat(expected, ty, pat.span, context);
  if (!fits && isSilent(infer_.shallow(expected)))
    return fail();
  const RestSplit split = splitRest(pat.elements);
  const std::size_t written = pat.elements.size() - (split.has_rest ? 1 : 0);
  const std::size_t total = variant.fields.size();
  if (written > total || (written < total && !split.has_rest)) {
    const std::string label = "expected " + count(total, "field") + ", found " + std::to_string(written);
    llvm::SmallVector<Span, 4> spans;
    for (const ast::Pat *element : pat.elements)
      if (!llvm::isa<ast::RestPat>(element))
        spans.push_back(element->span);
    Diagnostic &diagnostic = error(
        DiagnosticKind::E0023, "this pattern has " + count(written, "field") + ", but the corresponding tuple " + kind_word + " has " + count(total, "field"),
        spans.empty() ? pat.span : spans.front(), spans.size() > 1 ? "" : label);
    for (std::size_t i = 1; i < spans.size(); ++i)
      diagnostic.primary.push_back({spans[i], i + 1 == spans.size() ? label : ""});
    return fail();
  }
  if (!fits)
    return fail();
  const Args args = data(infer_.shallow(ty)).args;
  llvm::SmallVector<typed::FieldPattern, 8> fields;
  for (std::size_t i = 0; i < pat.elements.size(); ++i) {
    if (split.has_rest && i == split.before)
      continue;
    const std::size_t field = i < split.before || !split.has_rest ? i : total - (pat.elements.size() - i);
    Ty field_type = normalize(erased(substitute(types_, variant.fields[field].type, args)), pat.elements[i]->span);
    fields.push_back({static_cast<std::uint32_t>(field), checkPat(pat.elements[i], field_type, context)});
  }
  return makeAdtPat(adt, index, ty, fields, pat.span);
}

PatId BodyChecker::checkStructPat(const ast::StructPat &pat, Ty expected, const PatContext &context) {
  VariantPath path = resolveStructPath(pat.path);
  auto fail = [&] {
    for (const ast::FieldPat &field : pat.fields)
      bindErrors(field.pat, context);
    return makeErrorPat(pat.span);
  };
  if (!path.isValid())
    return fail();
  const bool fits = demandPat(expected, path.ty, pat.span, context);
  const AdtInfo &info = program_.adt(path.adt);
  const VariantInfo &variant = info.variants[path.variant];
  const Args args = data(infer_.shallow(path.ty)).args;
  llvm::SmallVector<Span, 8> seen(variant.fields.size());
  llvm::SmallVector<typed::FieldPattern, 8> fields;
  llvm::SmallVector<const ast::FieldPat *, 2> unknown;
  llvm::SmallVector<ReachedField, 8> reached;
  for (const ast::FieldPat &field : pat.fields) {
    const auto index = variant.fieldNamed(field.name.name).value_or(static_cast<std::uint32_t>(variant.fields.size()));
    Ty field_type = types_.error;
    if (index == variant.fields.size()) {
      unknown.push_back(&field);
    } else if (!seen[index].empty()) {
      error(DiagnosticKind::E0025, ("field `" + text(field.name.name) + "` bound multiple times in the pattern").str(), field.span,
            ("multiple uses of `" + text(field.name.name) + "` in pattern").str())
          .label(seen[index], ("first use of `" + text(field.name.name) + "`").str());
    } else {
      seen[index] = field.span;
      if (fits)
        field_type = normalize(erased(substitute(types_, variant.fields[index].type, args)), field.span);
      reached.push_back({&variant.fields[index], field.name.span, true});
    }
    PatId sub = checkPat(field.pat, field_type, context);
    if (index < variant.fields.size())
      fields.push_back({index, sub});
  }
  checkFieldsVisible(path, reached);
  // `V { a, b }` for a tuple variant: said as such, instead of what follows from it.
  const bool numbers_only =
      !pat.fields.empty() && llvm::all_of(pat.fields, [&](const ast::FieldPat &field) { return llvm::all_of(text(field.name.name), llvm::isDigit); });
  const bool all_mentioned = llvm::none_of(seen, [](Span span) { return span.empty(); });
  if (variant.shape == ast::VariantShape::Tuple && !numbers_only && !pat.has_rest && !all_mentioned) {
    error(DiagnosticKind::E0769, std::string("tuple ") + (info.is_enum ? "variant" : "struct") + " `" + writtenPath(pat.path) + "` written as struct variant",
          pat.span);
    return makeErrorPat(pat.span);
  }
  const std::string kind_word = info.is_enum ? "variant" : "struct";
  const std::string name = info.is_enum ? variantPath(variant.def) : resolver_.pathOf(path.adt);
  if (!unknown.empty()) {
    if (!info.complete) {
      sink_.declineLibrary(unknown.front()->name.span, "a field of `" + name + "`");
    } else {
      std::string list;
      for (std::size_t i = 0; i < unknown.size(); ++i)
        list += (i == 0 ? "" : ", ") + ("`" + text(unknown[i]->name.name) + "`").str();
      const std::string message = unknown.size() == 1 ? kind_word + " `" + name + "` does not have a field named " + list
                                                      : kind_word + " `" + name + "` does not have fields named " + list;
      Diagnostic &diagnostic =
          error(DiagnosticKind::E0026, message, unknown.front()->name.span, unknown.size() == 1 ? kind_word + " `" + name + "` does not have this field" : "");
      for (std::size_t i = 1; i < unknown.size(); ++i)
        diagnostic.primary.push_back({unknown[i]->name.span, i + 1 == unknown.size() ? kind_word + " `" + name + "` does not have these fields" : ""});
    }
  }
  if (!pat.has_rest && !isTypo(unknown, variant, seen))
    reportUnmentioned(pat, path, variant, seen);
  if (!fits)
    return makeErrorPat(pat.span);
  return makeAdtPat(path.adt, path.variant, path.ty, fields, pat.span);
}

// One unknown field that is probably meant to be the one that is missing.
bool BodyChecker::isTypo(llvm::ArrayRef<const ast::FieldPat *> unknown, const VariantInfo &variant, llvm::ArrayRef<Span> seen) {
  if (unknown.size() != 1 || llvm::count_if(seen, [](Span span) { return span.empty(); }) != 1)
    return false;
  const std::size_t missing = static_cast<std::size_t>(llvm::find_if(seen, [](Span span) { return span.empty(); }) - seen.begin());
  llvm::StringRef wanted = text(unknown.front()->name.name);
  llvm::StringRef field = text(variant.fields[missing].name);
  const auto limit = static_cast<unsigned>(std::max<std::size_t>(wanted.size(), 3) / 3);
  return wanted.equals_insensitive(field) || wanted.edit_distance(field, true, limit) <= limit;
}

// Without `..` all fields must be mentioned (E0027).
void BodyChecker::reportUnmentioned(const ast::StructPat &pat, const VariantPath &path, const VariantInfo &variant, llvm::ArrayRef<Span> seen) {
  llvm::SmallVector<std::string, 4> missing;
  bool any_private = false;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (!seen[i].empty())
      continue;
    if (resolver_.isVisibleFrom(variant.fields[i].def, scopes_.module()))
      missing.push_back("`" + text(variant.fields[i].name).str() + "`");
    else
      any_private = true;
  }
  if (missing.empty() && any_private) {
    error(DiagnosticKind::PrivateFields, "pattern requires `..` due to inaccessible fields", pat.span);
    return;
  }
  if (missing.empty()) {
    if (!program_.adt(path.adt).complete)
      sink_.declineLibrary(pat.span, "the fields of `" + resolver_.pathOf(path.adt) + "`");
    return;
  }
  std::string list = missing.front();
  if (missing.size() > 3) {
    list = missing[0] + ", " + missing[1] + ", " + missing[2] + " and " + count(missing.size() - 3, "more field");
  } else {
    for (std::size_t i = 1; i < missing.size(); ++i)
      list += ", " + missing[i];
  }
  const std::string noun = missing.size() == 1 ? "field " : "fields ";
  const std::string hidden = any_private ? " and inaccessible fields" : "";
  error(DiagnosticKind::E0027, "pattern does not mention " + noun + list + hidden, pat.span, "missing " + noun + list + hidden);
}

// ------------------------------------------------------------------------------------------------------ literals, ranges

BodyChecker::PatConstant BodyChecker::checkPatConstant(const ast::Expr *expr, Ty expected) {
  while (const auto *paren = llvm::dyn_cast<ast::ParenExpr>(expr))
    expr = paren->inner;
  PatConstant result;
  result.span = expr->span;
  result.ty = types_.error;
  if (const auto *path = llvm::dyn_cast<ast::PathExpr>(expr)) {
    ResolvedPath found = resolveValuePath(path->path, path->span, PathUse::Value);
    if (found.kind == ResolvedPath::Kind::Unknown)
      result.ty = types_.unknown;
    if (found.kind != ResolvedPath::Kind::Def)
      return result;
    const DefKind kind = program_.def(found.def).kind;
    if (kind != DefKind::Const && kind != DefKind::AssocConst) {
      error(DiagnosticKind::E0532, "expected constant, found " + resolver_.describe(found.def).str() + " `" + writtenPath(path->path) + "`", path->span);
      return result;
    }
    result.ty = normalize(erased(substitute(types_, program_.typeOf(found.def), found.args)), path->span);
    result.value = constantValue(found, result.ty, path->span);
    return result;
  }
  bool negative = false;
  if (const auto *unary = llvm::dyn_cast<ast::UnaryExpr>(expr); unary != nullptr && unary->op == ast::UnaryOp::Neg) {
    negative = true;
    expr = unary->operand;
  }
  const auto *literal = llvm::dyn_cast<ast::LiteralExpr>(expr);
  if (literal == nullptr)
    return result;
  if (literal->literal == ast::LiteralKind::CStr) {
    sink_.declineFeature(literal->span, "C string literal");
    result.ty = types_.unknown;
    return result;
  }
  expected = resolved(expected);
  result.ty = literalType(*literal, isSilent(expected) ? std::nullopt : std::optional<Ty>(expected));
  ConstantValue value = literalValue(*literal);
  if (negative) {
    if (value.kind == ConstantValue::Kind::Int) {
      value.lo = ~value.lo + 1;
      value.hi = ~value.hi + (value.lo == 0 ? 1 : 0);
    }
    value.negative = value.kind == ConstantValue::Kind::Float;
    if (!isSilent(result.ty))
      requireTrait(result.ty, program_.lang(LangItem::NegTrait), result.span, ObligationCause::Misc);
  }
  result.value = body_->keep(value);
  return result;
}

PatId BodyChecker::checkLiteralPat(const ast::LiteralPat &pat, Ty expected, const PatContext &context) {
  PatConstant constant = checkPatConstant(pat.expr, expected);
  if (constant.value == nullptr || isSilent(resolved(expected)))
    return makeErrorPat(pat.span);
  Ty ty = constant.ty;
  Ty wanted = resolved(expected);
  // A byte string literal matches slices of bytes as well as arrays.
  if (constant.value->kind == ConstantValue::Kind::ByteStr && is(wanted, TyKind::Ref) && is(resolved(data(wanted).element()), TyKind::Slice))
    ty = types_.ref(Region::erased(), types_.slice(types_.integer(IntKind::U8)), Mutability::Not);
  if (!demandPat(wanted, ty, pat.span, context))
    return makeErrorPat(pat.span);
  PatId result = makePat(PatKind::Constant, ty, pat.span);
  body_->pats[result].value = constant.value;
  return result;
}

namespace {

/// Signed comparison of 128-bit values.
bool lessThan(const ConstantValue &a, const ConstantValue &b, bool is_signed) {
  if (a.hi != b.hi)
    return is_signed ? static_cast<std::int64_t>(a.hi) < static_cast<std::int64_t>(b.hi) : a.hi < b.hi;
  return a.lo < b.lo;
}

} // namespace

PatId BodyChecker::checkRangePat(const ast::RangePat &pat, Ty expected, const PatContext &context) {
  std::optional<PatConstant> lo;
  std::optional<PatConstant> hi;
  if (pat.lo != nullptr)
    lo = checkPatConstant(pat.lo, expected);
  if (pat.hi != nullptr)
    hi = checkPatConstant(pat.hi, expected);
  expected = resolved(expected);
  if (isSilent(expected) || (lo && lo->value == nullptr) || (hi && hi->value == nullptr))
    return makeErrorPat(pat.span);
  auto fits = [&](const std::optional<PatConstant> &end) {
    Ty ty = end ? resolved(end->ty) : types_.error;
    return !end || isNumeric(ty) || is(ty, TyKind::Char) || isGeneralVar(ty) || isSilent(ty);
  };
  if (!fits(lo) || !fits(hi)) {
    Span span = fits(lo) ? hi->span : fits(hi) ? lo->span : pat.span;
    Diagnostic &diagnostic = error(DiagnosticKind::E0029, "only `char` and numeric types are allowed in range patterns", span);
    for (const auto *end : {&lo, &hi})
      if (!fits(*end))
        diagnostic.label((*end)->span, "this is of type `" + printLiteralType((*end)->ty) + "` but it should be `char` or numeric");
    return makeErrorPat(pat.span);
  }
  bool same = true;
  for (const auto *end : {&lo, &hi})
    if (*end)
      same &= demandPat(expected, (*end)->ty, (*end)->span, context);
  if (!same)
    return makeErrorPat(pat.span);
  if (lo && hi && lo->value->kind != ConstantValue::Kind::Float && lo->value->kind != ConstantValue::Kind::Opaque &&
      hi->value->kind != ConstantValue::Kind::Opaque) {
    Ty ty = infer_.shallow(expected);
    const bool is_signed = isIntVar(ty) || (is(ty, TyKind::Int) && isSigned(data(ty).int_kind));
    if (pat.inclusive && lessThan(*hi->value, *lo->value, is_signed))
      lateError(DiagnosticKind::E0030, "lower range bound must be less than or equal to upper", pat.span, "lower bound larger than upper bound");
    else if (!pat.inclusive && !lessThan(*lo->value, *hi->value, is_signed))
      lateError(DiagnosticKind::E0579, "lower range bound must be less than upper", pat.span);
  }
  PatId result = makePat(PatKind::Range, expected, pat.span);
  typed::Pat &made = body_->pats[result];
  made.value = lo ? lo->value : nullptr;
  made.end = hi ? hi->value : nullptr;
  made.inclusive = pat.inclusive;
  return result;
}

} // namespace lien::typeck

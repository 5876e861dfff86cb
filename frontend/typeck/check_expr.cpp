// Expressions: the dispatcher, and the kinds that fit in a few lines. Reference, "Expressions".
#include "frontend/typeck/checker.hpp"

namespace lien::typeck {

using typed::ExprKind;

ExprId BodyChecker::declineFeature(Span span, llvm::StringRef what) {
  sink_.declineFeature(span, what);
  ExprId expr = makeError(span);
  node(expr).ty = types_.unknown;
  return expr;
}

// An expression whose type is `!` has diverged; what it holds may have diverged before that. Flags of siblings are joined, not overwritten.
ExprId BodyChecker::checkExpr(const ast::Expr *expr, Expectation expected) {
  if (StackGuard::exhausted()) {
    sink_.declineLimit(expr->span, "expressions nested too deeply");
    ExprId result = makeError(expr->span);
    node(result).ty = types_.unknown;
    return result;
  }
  bool diverged_before = diverges_;
  diverges_ = false;
  ExprId result = checkExprKind(expr, expected);
  if (is(infer_.shallow(typeOf(result)), TyKind::Never))
    diverges_ = true;
  diverges_ |= diverged_before;
  return result;
}

ExprId BodyChecker::checkExprKind(const ast::Expr *expr, const Expectation &expected) {
  switch (expr->kind) {
  case ast::ExprKind::Literal:
    return checkLiteral(*llvm::cast<ast::LiteralExpr>(expr), expected);
  case ast::ExprKind::Path:
    return checkPath(llvm::cast<ast::PathExpr>(expr)->path, expr->span, PathUse::Value);
  case ast::ExprKind::Unary:
    return checkUnary(*llvm::cast<ast::UnaryExpr>(expr), expected);
  case ast::ExprKind::Borrow:
    return checkBorrow(*llvm::cast<ast::BorrowExpr>(expr), expected);
  case ast::ExprKind::Binary:
    return checkBinaryChain(*llvm::cast<ast::BinaryExpr>(expr), expected);
  case ast::ExprKind::Assign:
    return checkAssign(*llvm::cast<ast::AssignExpr>(expr));
  case ast::ExprKind::AssignOp:
    return checkAssignOp(*llvm::cast<ast::AssignOpExpr>(expr));
  case ast::ExprKind::Call:
  case ast::ExprKind::MethodCall:
  case ast::ExprKind::Field:
  case ast::ExprKind::Index:
  case ast::ExprKind::Try:
    return checkPostfix(expr, expected);
  case ast::ExprKind::Range:
    return checkRange(*llvm::cast<ast::RangeExpr>(expr), expected);
  case ast::ExprKind::Cast:
    return checkCast(*llvm::cast<ast::CastExpr>(expr), expected);
  case ast::ExprKind::Block:
    return checkBlock(*llvm::cast<ast::BlockExpr>(expr), expected);
  case ast::ExprKind::If:
    return checkIf(*llvm::cast<ast::IfExpr>(expr), expected);
  case ast::ExprKind::Let: // conditions never get here; elsewhere it is a syntax error
    broken_ = true;
    return makeError(expr->span);
  case ast::ExprKind::Match:
    return checkMatch(*llvm::cast<ast::MatchExpr>(expr), expected);
  case ast::ExprKind::Loop:
    return checkLoop(*llvm::cast<ast::LoopExpr>(expr), expected);
  case ast::ExprKind::While:
    return checkWhile(*llvm::cast<ast::WhileExpr>(expr));
  case ast::ExprKind::For:
    return checkFor(*llvm::cast<ast::ForExpr>(expr));
  case ast::ExprKind::Break:
    return checkBreak(*llvm::cast<ast::BreakExpr>(expr));
  case ast::ExprKind::Continue:
    return checkContinue(*llvm::cast<ast::ContinueExpr>(expr));
  case ast::ExprKind::Return:
    return checkReturn(*llvm::cast<ast::ReturnExpr>(expr));
  case ast::ExprKind::Closure:
    return declineFeature(llvm::cast<ast::ClosureExpr>(expr)->head_span, "closure");
  case ast::ExprKind::Struct:
    return checkStruct(*llvm::cast<ast::StructExpr>(expr), expected);
  case ast::ExprKind::Tuple:
    return checkTuple(*llvm::cast<ast::TupleExpr>(expr), expected);
  case ast::ExprKind::Array:
    return checkArray(*llvm::cast<ast::ArrayExpr>(expr), expected);
  case ast::ExprKind::Repeat:
    return checkRepeat(*llvm::cast<ast::RepeatExpr>(expr), expected);
  case ast::ExprKind::Paren: {
    // Parentheses belong to what they hold.
    ExprId inner = checkExprKind(llvm::cast<ast::ParenExpr>(expr)->inner, expected);
    if (node(inner).span.origin() == SpanOrigin::Source)
      node(inner).span = rel(expr->span);
    return inner;
  }
  case ast::ExprKind::Underscore:
    error(DiagnosticKind::Syntax, "in expressions, `_` can only be used on the left-hand side of an assignment", expr->span, "`_` not allowed here");
    return makeError(expr->span);
  case ast::ExprKind::MacroCall:
    return checkMacro(*llvm::cast<ast::MacroCallExpr>(expr), expected);
  case ast::ExprKind::Unsupported:
    return declineFeature(expr->span, llvm::cast<ast::UnsupportedExpr>(expr)->what);
  case ast::ExprKind::Error:
    broken_ = true;
    return makeError(expr->span);
  }
  invariantBroken("expression of no known kind");
}

ExprId BodyChecker::checkHasType(const ast::Expr *expr, Ty type) {
  ExprId result = checkExpr(expr, Expectation::hasType(type));
  Ty found = infer_.shallow(typeOf(result));
  if (is(found, TyKind::Never)) {
    Ty target = infer_.shallow(type);
    return is(target, TyKind::Never) ? result : coerceNever(result, target);
  }
  if (!unify(type, found))
    reportMismatch(spanOf(result), type, found);
  return result;
}

ExprId BodyChecker::checkCoercible(const ast::Expr *expr, Ty type) { return coerceOrReport(checkExpr(expr, Expectation::hasType(type)), type); }

ExprId BodyChecker::checkPlace(const ast::Expr *expr, Expectation expected, Mutability mutability) {
  ExprId place = checkExpr(expr, expected);
  if (mutability == Mutability::Mut)
    makePlaceMutable(place);
  return place;
}

// ------------------------------------------------------------------------------------------------------------- literals

ConstantValue BodyChecker::literalValue(const ast::LiteralExpr &literal) {
  ConstantValue value;
  switch (literal.literal) {
  case ast::LiteralKind::Int:
  case ast::LiteralKind::Byte:
    value.kind = ConstantValue::Kind::Int;
    break;
  case ast::LiteralKind::Float:
    value.kind = ConstantValue::Kind::Float;
    break;
  case ast::LiteralKind::Bool:
    value.kind = ConstantValue::Kind::Bool;
    break;
  case ast::LiteralKind::Char:
    value.kind = ConstantValue::Kind::Char;
    break;
  case ast::LiteralKind::Str:
    value.kind = ConstantValue::Kind::Str;
    break;
  case ast::LiteralKind::ByteStr:
  case ast::LiteralKind::CStr:
    value.kind = ConstantValue::Kind::ByteStr;
    break;
  }
  value.lo = literal.value_lo;
  value.hi = literal.value_hi;
  value.text = literal.text;
  return value;
}

namespace {

std::optional<IntKind> intSuffix(llvm::StringRef suffix) {
  static constexpr std::pair<llvm::StringLiteral, IntKind> table[] = {
      {"i8", IntKind::I8}, {"i16", IntKind::I16}, {"i32", IntKind::I32}, {"i64", IntKind::I64}, {"i128", IntKind::I128}, {"isize", IntKind::Isize},
      {"u8", IntKind::U8}, {"u16", IntKind::U16}, {"u32", IntKind::U32}, {"u64", IntKind::U64}, {"u128", IntKind::U128}, {"usize", IntKind::Usize}};
  for (const auto &[name, kind] : table)
    if (name == suffix)
      return kind;
  return std::nullopt;
}

} // namespace

// Reference, "Literal expressions": a suffix decides, else the context, else a variable that falls back to i32 or f64. `5 as char` hints u8, `5 as fn()`
// usize; an integer literal with a float suffix is a float.
Ty BodyChecker::literalType(const ast::LiteralExpr &literal, std::optional<Ty> hint) {
  switch (literal.literal) {
  case ast::LiteralKind::Int: {
    if (!literal.suffix.empty()) {
      llvm::StringRef suffix = text(literal.suffix);
      if (auto kind = intSuffix(suffix))
        return types_.integer(*kind);
      if (suffix == "f32" || suffix == "f64")
        return types_.floating(suffix == "f32" ? FloatKind::F32 : FloatKind::F64);
      return types_.error; // a syntax error was reported
    }
    if (hint) {
      if (isIntegral(*hint))
        return *hint;
      if (is(*hint, TyKind::Char))
        return types_.integer(IntKind::U8);
      if (is(*hint, TyKind::FnPtr) || is(*hint, TyKind::FnDef))
        return types_.integer(IntKind::Usize);
    }
    return infer_.newIntVar();
  }
  case ast::LiteralKind::Float:
    if (!literal.suffix.empty())
      return types_.floating(text(literal.suffix) == "f32" ? FloatKind::F32 : FloatKind::F64);
    if (hint && isFloating(*hint))
      return *hint;
    return infer_.newFloatVar();
  case ast::LiteralKind::Bool:
    return types_.boolean;
  case ast::LiteralKind::Char:
    return types_.character;
  case ast::LiteralKind::Byte:
    return types_.integer(IntKind::U8);
  case ast::LiteralKind::Str:
    return types_.ref(Region::erased(), types_.str, Mutability::Not);
  case ast::LiteralKind::ByteStr:
    return types_.ref(Region::erased(), types_.array(types_.integer(IntKind::U8), types_.constValue(text(literal.text).size())), Mutability::Not);
  case ast::LiteralKind::CStr:
    return types_.unknown;
  }
  return types_.error;
}

ExprId BodyChecker::checkLiteral(const ast::LiteralExpr &literal, const Expectation &expected) {
  if (literal.literal == ast::LiteralKind::CStr)
    return declineFeature(literal.span, "C string literal");
  ExprId expr = make(ExprKind::Literal, literalType(literal, anyHint(expected)), literal.span);
  const ConstantValue *value = body_->keep(literalValue(literal));
  node(expr).value = value;
  return expr;
}

// -------------------------------------------------------------------------------------------------------------- borrows

/// A chain of `&` makes types as deep as it is long, and what walks them needs stack: longer ones are declined.
static bool isChainTooLong(const ast::Expr *expr) {
  constexpr int limit = 2048;
  int length = 0;
  for (const auto *at = llvm::dyn_cast<ast::BorrowExpr>(expr); at != nullptr && length <= limit; at = llvm::dyn_cast<ast::BorrowExpr>(at->operand))
    ++length;
  return length > limit;
}

// Reference, "Borrow operators". The expectation goes through: a place may have the unsized type itself, an rvalue only hints at it.
ExprId BodyChecker::checkBorrow(const ast::BorrowExpr &borrow, const Expectation &expected) {
  if (&borrow != measured_chain_ && isChainTooLong(&borrow)) {
    sink_.declineLimit(borrow.span, "chain of more than 2,048 borrows");
    const ExprId result = makeError(borrow.span);
    node(result).ty = types_.unknown;
    return result;
  }
  Expectation hint;
  if (auto wanted = onlyHasType(expected)) {
    Ty ty = resolved(*wanted);
    if (is(ty, TyKind::Ref)) {
      Ty pointee = infer_.shallow(data(ty).element());
      hint = isPlaceExpr(borrow.operand) ? Expectation::hasType(pointee) : Expectation::rvalue(types_, pointee);
    }
  }
  measured_chain_ = borrow.operand;
  ExprId operand = checkPlace(borrow.operand, hint, borrow.mutability);
  ExprId expr = makeBorrow(operand, borrow.mutability, BorrowKind::Written, borrow.span);
  if (isSilent(typeOf(operand)))
    node(expr).ty = typeOf(operand);
  return expr;
}

// ----------------------------------------------------------------------------------------------------- tuples and arrays

ExprId BodyChecker::checkTuple(const ast::TupleExpr &tuple, const Expectation &expected) {
  Args wanted;
  if (auto hint = onlyHasType(expected)) {
    Ty ty = resolved(*hint);
    if (is(ty, TyKind::Tuple))
      wanted = data(ty).args;
  }
  llvm::SmallVector<ExprId, 8> elements;
  llvm::SmallVector<Ty, 8> element_types;
  for (std::size_t i = 0; i < tuple.elements.size(); ++i) {
    const ast::Expr *element = tuple.elements[i];
    ExprId value = i < wanted.size() ? checkCoercible(element, wanted[i].type()) : checkExpr(element);
    elements.push_back(value);
    element_types.push_back(i < wanted.size() ? wanted[i].type() : typeOf(value));
    requireSized(infer_.shallow(element_types.back()), element->span, ObligationCause::Misc);
  }
  ExprId expr = make(ExprKind::Tuple, types_.tuple(element_types), tuple.span);
  node(expr).list = body_->keep(llvm::ArrayRef<ExprId>(elements));
  return expr;
}

ExprId BodyChecker::checkArray(const ast::ArrayExpr &array, const Expectation &expected) {
  Ty element_type;
  bool hinted = false;
  if (auto hint = anyHint(expected); hint && (is(*hint, TyKind::Array) || is(*hint, TyKind::Slice))) {
    element_type = data(*hint).element();
    hinted = true;
  }
  if (!hinted)
    element_type = newVar(array.span);
  llvm::SmallVector<ExprId, 16> elements;
  if (!array.elements.empty()) {
    CoerceMany merged(element_type);
    for (const ast::Expr *element : array.elements) {
      ExprId value = checkExpr(element, Expectation::hasType(element_type));
      coerceInto(merged, value, MergeSite::ArrayElement, array.span);
      elements.push_back(value);
    }
    element_type = complete(merged);
  }
  requireSized(infer_.shallow(element_type), array.span, ObligationCause::Misc);
  ExprId expr = make(ExprKind::Array, types_.array(element_type, types_.constValue(elements.size())), array.span);
  node(expr).list = body_->keep(llvm::ArrayRef<ExprId>(elements));
  return expr;
}

// `[x; n]`: unless n is 0 or 1, x must be a constant or Copy; asked at the end, when types and length are known.
ExprId BodyChecker::checkRepeat(const ast::RepeatExpr &repeat, const Expectation &expected) {
  Const length = lowerArrayLength(repeat.count);
  std::optional<Ty> wanted;
  if (auto hint = onlyHasType(expected)) {
    Ty ty = resolved(*hint);
    if (is(ty, TyKind::Array) || is(ty, TyKind::Slice))
      wanted = data(ty).element();
  }
  Ty element_type = wanted ? *wanted : newVar(repeat.element->span);
  ExprId element = wanted ? checkCoercible(repeat.element, *wanted) : checkHasType(repeat.element, element_type);
  ExprId expr = make(ExprKind::Repeat, types_.array(element_type, length), repeat.span);
  node(expr).a = element;
  deferred_repeats_.push_back(expr);
  return expr;
}

void BodyChecker::checkDeferredRepeats() {
  for (ExprId repeat : deferred_repeats_) {
    const ConstData &length = types_.data(infer_.resolve(data(infer_.shallow(typeOf(repeat))).length));
    if (length.kind == ConstKind::Value && length.value <= 1)
      continue;
    ExprId element = node(repeat).a;
    if (node(element).kind == ExprKind::Constant)
      continue;
    requireTrait(infer_.shallow(typeOf(element)), program_.lang(LangItem::CopyTrait), spanOf(element), ObligationCause::RepeatElement);
  }
}

// --------------------------------------------------------------------------------------------------------------- ranges

namespace {

LangItem rangeItem(const ast::RangeExpr &range) {
  if (range.inclusive)
    return range.lo != nullptr ? LangItem::RangeInclusiveStruct : LangItem::RangeToInclusiveStruct;
  if (range.lo != nullptr)
    return range.hi != nullptr ? LangItem::RangeStruct : LangItem::RangeFromStruct;
  return range.hi != nullptr ? LangItem::RangeToStruct : LangItem::RangeFullStruct;
}

} // namespace

// Reference, "Range expressions": struct literals of the library's range types, and a call of `RangeInclusive::new` for `a..=b`.
ExprId BodyChecker::checkRange(const ast::RangeExpr &range, const Expectation &expected) {
  // `..=` without an end: said when the file was read.
  if (range.inclusive && range.hi == nullptr) {
    if (range.lo != nullptr)
      checkExpr(range.lo);
    holds_mistakes_ = true;
    return makeError(range.span);
  }
  LangItem item = rangeItem(range);
  if (lacksLang(item, range.span))
    return declineFeature(range.span, "range expression");
  DefId def = program_.lang(item);
  Args args = infer_.freshArgs(def, {}, range.span);
  Ty ty = types_.adt(def, args);
  if (auto hint = onlyHasType(expected)) {
    Ty wanted = resolved(*hint);
    if (is(wanted, TyKind::Adt) && data(wanted).def == def)
      unify(wanted, ty);
  }
  llvm::SmallVector<const ast::Expr *, 2> ends;
  if (range.lo != nullptr)
    ends.push_back(range.lo);
  if (range.hi != nullptr)
    ends.push_back(range.hi);
  llvm::SmallVector<ExprId, 2> values;
  for (const ast::Expr *end : ends)
    values.push_back(checkCoercible(end, args[0].type()));
  if (item == LangItem::RangeInclusiveStruct) {
    DefId constructor = program_.lang(LangItem::RangeInclusiveNew);
    if (lacksLang(LangItem::RangeInclusiveNew, range.span))
      return declineFeature(range.span, "range expression");
    return makeCall(makeFnItem(constructor, args, range.span), values, ty, range.span, Desugar::Operator);
  }
  infer_.requirePredicates(def, args, range.span, ObligationCause::WhereClause);
  ExprId expr = make(ExprKind::Adt, ty, range.span);
  llvm::SmallVector<FieldValue, 2> fields;
  for (std::uint32_t i = 0; i < values.size(); ++i)
    fields.push_back({i, values[i]});
  node(expr).def = def;
  node(expr).args = args;
  node(expr).fields = body_->keep(llvm::ArrayRef<FieldValue>(fields));
  return expr;
}

} // namespace lien::typeck

// Operators: precedence climbing over a table, prefix and postfix chains as loops (the Reference, "Expression precedence").
//
// Twelve PEG levels would say the same more slowly and use twelve frames an operand. All chains are loops: their length is not limited, only real
// nesting is.
#include "frontend/syntax/grammar.hpp"

#include <array>

namespace lien::grammar {

namespace {

using ast::BinaryOp;
using ast::UnaryOp;

enum Precedence : std::uint8_t {
  no_operator,
  assign_precedence, // `=`, `+=` …: to the right
  range_precedence,  // none
  or_precedence,
  and_precedence,
  compare_precedence, // none
  bit_or_precedence,
  bit_xor_precedence,
  bit_and_precedence,
  shift_precedence,
  sum_precedence,
  product_precedence,
  cast_precedence,
};

enum class OperatorKind : std::uint8_t { Binary, Assign, AssignOp, Range, Cast, Arrow };
struct OperatorInfo {
  Precedence precedence = no_operator;
  OperatorKind kind = OperatorKind::Binary;
  BinaryOp op = BinaryOp::Add;
};

constexpr std::array<OperatorInfo, 256> operators = [] {
  std::array<OperatorInfo, 256> table{};
  const auto set = [&](Tok token, Precedence precedence, OperatorKind kind, BinaryOp op = BinaryOp::Add) {
    table[static_cast<unsigned>(token)] = {precedence, kind, op};
  };
  const auto binary = [&](Tok token, Precedence precedence, BinaryOp op) { set(token, precedence, OperatorKind::Binary, op); };
  const auto assign = [&](Tok token, BinaryOp op) { set(token, assign_precedence, OperatorKind::AssignOp, op); };
  set(Tok::Eq, assign_precedence, OperatorKind::Assign);
  assign(Tok::PlusEq, BinaryOp::Add);
  assign(Tok::MinusEq, BinaryOp::Sub);
  assign(Tok::StarEq, BinaryOp::Mul);
  assign(Tok::SlashEq, BinaryOp::Div);
  assign(Tok::PercentEq, BinaryOp::Rem);
  assign(Tok::CaretEq, BinaryOp::BitXor);
  assign(Tok::AndEq, BinaryOp::BitAnd);
  assign(Tok::OrEq, BinaryOp::BitOr);
  assign(Tok::ShlEq, BinaryOp::Shl);
  assign(Tok::ShrEq, BinaryOp::Shr);
  set(Tok::DotDot, range_precedence, OperatorKind::Range);
  set(Tok::DotDotEq, range_precedence, OperatorKind::Range);
  set(Tok::DotDotDot, range_precedence, OperatorKind::Range);
  binary(Tok::OrOr, or_precedence, BinaryOp::Or);
  binary(Tok::AndAnd, and_precedence, BinaryOp::And);
  binary(Tok::EqEq, compare_precedence, BinaryOp::Eq);
  binary(Tok::Ne, compare_precedence, BinaryOp::Ne);
  binary(Tok::Lt, compare_precedence, BinaryOp::Lt);
  binary(Tok::Le, compare_precedence, BinaryOp::Le);
  binary(Tok::Gt, compare_precedence, BinaryOp::Gt);
  binary(Tok::Ge, compare_precedence, BinaryOp::Ge);
  set(Tok::LArrow, compare_precedence, OperatorKind::Arrow, BinaryOp::Lt);
  binary(Tok::Or, bit_or_precedence, BinaryOp::BitOr);
  binary(Tok::Caret, bit_xor_precedence, BinaryOp::BitXor);
  binary(Tok::And, bit_and_precedence, BinaryOp::BitAnd);
  binary(Tok::Shl, shift_precedence, BinaryOp::Shl);
  binary(Tok::Shr, shift_precedence, BinaryOp::Shr);
  binary(Tok::Plus, sum_precedence, BinaryOp::Add);
  binary(Tok::Minus, sum_precedence, BinaryOp::Sub);
  binary(Tok::Star, product_precedence, BinaryOp::Mul);
  binary(Tok::Slash, product_precedence, BinaryOp::Div);
  binary(Tok::Percent, product_precedence, BinaryOp::Rem);
  set(Tok::KwAs, cast_precedence, OperatorKind::Cast);
  return table;
}();

const OperatorInfo &operatorAt(const TokenInput &in) { return operators[static_cast<unsigned>(in.kind())]; }

bool isComparison(BinaryOp op) { return op >= BinaryOp::Eq; }

// ---------------------------------------------------------------------------------------------------------------- ranges

/// May an upper bound start here? `{` opens the block of a condition.
bool startsRangeEnd(const TokenInput &in) { return startsExpr(in) && !(in.at(Tok::OpenBrace) && in.has(no_struct_literal)); }

/// RangeExpr = low? (".." | "..=") high?, at the dots.
bool parseRangeFrom(TokenInput &in, const ast::Expr *low, const ast::Expr *&out) {
  ast::RangeExpr range{Span{}};
  const std::uint32_t lo = low != nullptr ? low->span.lo() : in.lo();
  const Span dots = in.span();
  if (in.at(Tok::DotDotDot))
    in.report(dots, "unexpected token: `...`", "use `..` for an exclusive range or `..=` for an inclusive range");
  range.lo = low;
  range.inclusive = !in.at(Tok::DotDot);
  in.bump();
  if (startsRangeEnd(in)) {
    const WithRestrictions inner(in, in.restrictions_ & ~(in_statement | brace_macro_ends));
    const Nesting nesting(in);
    if (in.tooDeep() || !climb(in, range_precedence + 1, range.hi))
      return false;
  } else if (range.inclusive) {
    in.report(Diagnostic(DiagnosticKind::E0586, "inclusive range with no end", dots));
  }
  range.span = in.spanFrom(lo);
  out = in.make(range);
  return true;
}

// ----------------------------------------------------------------------------------------------------------------- casts

/// `x as usize < y` reads `<` as generic arguments; rustc explains that instead of what fails inside them.
bool failedAtGenericArgs(TokenInput &in, std::uint32_t type_index, std::size_t errors_before) {
  if (!in.panicking())
    return false;
  std::uint32_t at = type_index;
  while (startsPath(in.tokenAt(at).kind()))
    ++at;
  const Token &less = in.tokenAt(at);
  if (at == type_index || less.kind() != Tok::Lt)
    return false;
  in.dropErrors(errors_before);
  const Span type_span = in.spanOf(in.tokenAt(type_index)).to(in.spanOf(in.tokenAt(at - 1)));
  in.report(in.spanOf(less), "`<` is interpreted as a start of generic arguments for `" + in.textOf(type_span).str() + "`, not a comparison",
            "not interpreted as comparison");
  return true;
}

// CastExpr = operand "as" TypeNoBounds
bool parseCast(TokenInput &in, const ast::Expr *&expr) {
  in.bump();
  ast::CastExpr cast{Span{}};
  cast.operand = expr;
  const std::uint32_t type_index = in.index();
  const std::size_t errors_before = in.errorCount();
  if (!parseTypeNoPlus(in, cast.type))
    return failedAtGenericArgs(in, type_index, errors_before), false;
  cast.span = in.spanFrom(expr->span.lo());
  expr = in.make(cast);
  return true;
}

// ------------------------------------------------------------------------------------------------------------- operators

/// ComparisonExpr does not associate: `a < b < c` is an error, reported at both operators.
void checkChainedComparison(TokenInput &in, const ast::Expr *lhs, Span op_span) {
  const auto *inner = llvm::dyn_cast<ast::BinaryExpr>(lhs);
  if (inner == nullptr || !isComparison(inner->op))
    return;
  Diagnostic diagnostic(DiagnosticKind::Syntax, "comparison operators cannot be chained", inner->op_span);
  diagnostic.primary.push_back({op_span, {}});
  in.report(std::move(diagnostic));
}

template <typename Node> void finishBinary(TokenInput &in, Node node, const ast::Expr *&expr) {
  node.span = Span(node.lhs->span.lo(), node.rhs->span.hi());
  expr = in.make(node);
}

/// One operator with its right operand; `expr` is the left one.
bool parseInfix(TokenInput &in, const OperatorInfo &info, const ast::Expr *&expr) {
  const Span op_span = in.span();
  in.bump();
  if (info.kind == OperatorKind::Arrow)
    in.report(op_span, "unexpected token: `<-`");
  if (info.precedence == compare_precedence)
    checkChainedComparison(in, expr, op_span);
  const bool assigns = info.precedence == assign_precedence;
  const std::uint8_t keep = assigns ? no_struct_literal : no_struct_literal | allow_let;
  const ast::Expr *rhs = nullptr;
  {
    const WithRestrictions inner(in, in.restrictions_ & keep);
    const Nesting nesting(in);
    if (assigns && in.tooDeep())
      return false;
    if (!climb(in, static_cast<unsigned>(info.precedence) + (assigns ? 0 : 1), rhs))
      return false;
  }
  if (info.kind == OperatorKind::Assign) {
    ast::AssignExpr node{Span{}};
    node.lhs = expr;
    node.rhs = rhs;
    node.eq_span = op_span;
    finishBinary(in, node, expr);
  } else if (info.kind == OperatorKind::AssignOp) {
    ast::AssignOpExpr node{Span{}};
    node.op = info.op;
    node.op_span = op_span;
    node.lhs = expr;
    node.rhs = rhs;
    finishBinary(in, node, expr);
  } else {
    ast::BinaryExpr node{Span{}};
    node.op = info.op;
    node.op_span = op_span;
    node.lhs = expr;
    node.rhs = rhs;
    finishBinary(in, node, expr);
  }
  return true;
}

/// A complete block-like expression at the start of a statement: does an operator behind it continue it? (The Reference, "Expression statements": it
/// does not. rustc reports those operators that cannot start the next statement here, and reads on.)
bool continuesStatement(TokenInput &in, const ast::Expr *expr) {
  if (!in.has(in_statement) || expr != in.block_like_)
    return true;
  return false;
}

// ---------------------------------------------------------------------------------------------------------------- prefix

struct Prefix {
  std::uint32_t lo;
  Tok op;          ///< And, Minus, Star, Bang
  bool is_mut;     ///< `&mut`
  const char *raw; ///< `&raw const`: outside the subset
};

/// Prefix operators from left to right.
bool eatPrefix(TokenInput &in, Prefix &out) {
  out = {in.lo(), in.kind(), false, nullptr};
  switch (in.kind()) {
  case Tok::Minus:
  case Tok::Star:
  case Tok::Bang:
    in.bump();
    return true;
  case Tok::And:
  case Tok::AndAnd:
    out.op = Tok::And;
    (void)in.eatPart(Tok::And);
    if (in.atWord(sym::weak_raw) && (in.kindAt(1) == Tok::KwConst || in.kindAt(1) == Tok::KwMut)) {
      in.bump();
      in.bump();
      out.raw = "raw borrow";
    } else {
      out.is_mut = in.eat(Tok::KwMut);
    }
    return true;
  case Tok::Tilde:
    in.report(in.span(), "`~` cannot be used as a unary operator");
    out.op = Tok::Bang;
    in.bump();
    return true;
  default:
    return false;
  }
}

const ast::Expr *applyPrefix(TokenInput &in, const Prefix &prefix, const ast::Expr *operand) {
  const Span span(prefix.lo, operand->span.hi());
  if (prefix.raw != nullptr) {
    ast::UnsupportedExpr node(span);
    node.what = prefix.raw;
    return in.make(node);
  }
  if (prefix.op == Tok::And) {
    ast::BorrowExpr node(span);
    node.mutability = prefix.is_mut ? Mutability::Mut : Mutability::Not;
    node.operand = operand;
    return in.make(node);
  }
  ast::UnaryExpr node(span);
  node.op = prefix.op == Tok::Minus ? UnaryOp::Neg : prefix.op == Tok::Star ? UnaryOp::Deref : UnaryOp::Not;
  node.operand = operand;
  return in.make(node);
}

bool isRangeDots(Tok kind) { return kind == Tok::DotDot || kind == Tok::DotDotEq || kind == Tok::DotDotDot; }

bool parseOperandWithPostfix(TokenInput &in, const ast::Expr *&out) { return parseOperand(in, out) && parsePostfix(in, out); }

/// PrefixExpr = ("-" | "*" | "!" | "&" "mut"?)* (Operand Postfix* | Range)
bool parsePrefixed(TokenInput &in, const ast::Expr *&out) {
  Prefix first{};
  if (!eatPrefix(in, first))
    return parseOperandWithPostfix(in, out);
  llvm::SmallVector<Prefix, 8> chain{first};
  for (Prefix next{}; eatPrefix(in, next);)
    chain.push_back(next);
  // `&..x` borrows the range.
  if (!(isRangeDots(in.kind()) ? parseRangeFrom(in, nullptr, out) : parseOperandWithPostfix(in, out)))
    return false;
  for (const Prefix &prefix : llvm::reverse(chain))
    out = applyPrefix(in, prefix, out);
  return true;
}

// --------------------------------------------------------------------------------------------------------------- postfix

struct AnyExpr : Call<parseExpr> {};
struct Arguments : pegtl::seq<Eat<Tok::OpenParen>, ListUntil<const ast::Expr *, AnyExpr, Tok::CloseParen>> {};

// CallExpr = callee "(" Expr,* ")"
bool parseCall(TokenInput &in, const ast::Expr *&expr) {
  ast::CallExpr call{Span{}};
  call.callee = expr;
  if (!run<Arguments>(in, call.args))
    return false;
  call.span = in.spanFrom(expr->span.lo());
  expr = in.make(call);
  return true;
}

// IndexExpr = base "[" Expr "]"
bool parseIndex(TokenInput &in, const ast::Expr *&expr) {
  in.bump();
  ast::IndexExpr node{Span{}};
  node.base = expr;
  if (!parseExpr(in, node.index) || !run<Need<Tok::CloseBracket>>(in))
    return false;
  node.span = in.spanFrom(expr->span.lo());
  expr = in.make(node);
  return true;
}

bool finishField(TokenInput &in, const ast::Ident &name, const ast::Expr *&expr) {
  ast::FieldExpr field(in.spanFrom(expr->span.lo()));
  field.base = expr;
  field.field = name;
  expr = in.make(field);
  return true;
}

/// TupleIndexingExpr = base "." TupleIndex
bool parseTupleIndex(TokenInput &in, const ast::Expr *&expr) {
  const llvm::StringRef text = in.text(*in.current());
  const Span span = in.span();
  const llvm::StringRef digits = text.take_while(llvm::isDigit);
  if (digits.size() != text.size())
    in.report(span, "suffixes on a tuple index are invalid", "invalid suffix `" + text.drop_front(digits.size()).str() + "`");
  const ast::Ident name{in.symbols().intern(digits), span};
  in.bump();
  return finishField(in, name, expr);
}

/// MethodCallExpr = receiver "." Name GenericArgs? "(" Expr,* ")"; FieldExpr = base "." Name
bool parseMember(TokenInput &in, const ast::Expr *&expr) {
  ast::PathSegment segment;
  if (!parseIdent(in, segment.ident))
    return false;
  if (in.at(Tok::PathSep) && (in.kindAt(1) == Tok::Lt || in.kindAt(1) == Tok::Shl)) {
    in.bump();
    if (!parseGenericArgs(in, segment.args))
      return false;
  }
  if (!in.at(Tok::OpenParen)) {
    if (segment.args != nullptr)
      in.report(segment.args->span, "field expressions cannot have generic arguments");
    return finishField(in, segment.ident, expr);
  }
  ast::MethodCallExpr call{Span{}};
  call.receiver = expr;
  call.method = segment;
  if (!run<Arguments>(in, call.args))
    return false;
  call.span = in.spanFrom(expr->span.lo());
  expr = in.make(call);
  return true;
}

bool parseDot(TokenInput &in, const ast::Expr *&expr) {
  in.bump();
  switch (in.kind()) {
  case Tok::Ident:
  case Tok::RawIdent:
    return parseMember(in, expr);
  case Tok::Int:
    return parseTupleIndex(in, expr);
  case Tok::KwAwait:
    in.bump();
    return makeUnsupported(in, "`await`", expr->span.lo(), expr);
  default:
    return in.panicking() ? false : in.fail(in.span(), "unexpected token: " + in.found());
  }
}

void parseTry(TokenInput &in, const ast::Expr *&expr) {
  in.bump();
  ast::TryExpr node(in.spanFrom(expr->span.lo()));
  node.operand = expr;
  expr = in.make(node);
}

} // namespace

bool makeUnsupported(TokenInput &in, const char *what, std::uint32_t lo, const ast::Expr *&out) {
  ast::UnsupportedExpr node(in.spanFrom(lo));
  node.what = what;
  out = in.make(node);
  return true;
}

bool startsExpr(const TokenInput &in) {
  switch (in.kind()) {
  case Tok::OpenParen:
  case Tok::OpenBrace:
  case Tok::OpenBracket:
  case Tok::Bang:
  case Tok::Minus:
  case Tok::Star:
  case Tok::Or:
  case Tok::OrOr:
  case Tok::And:
  case Tok::AndAnd:
  case Tok::DotDot:
  case Tok::DotDotDot:
  case Tok::DotDotEq:
  case Tok::Lt:
  case Tok::Shl:
  case Tok::PathSep:
  case Tok::Lifetime:
  case Tok::Pound:
  case Tok::KwAsync:
  case Tok::KwBreak:
  case Tok::KwConst:
  case Tok::KwContinue:
  case Tok::KwDo:
  case Tok::KwFalse:
  case Tok::KwFor:
  case Tok::KwGen:
  case Tok::KwIf:
  case Tok::KwLet:
  case Tok::KwLoop:
  case Tok::KwMatch:
  case Tok::KwMove:
  case Tok::KwReturn:
  case Tok::KwStatic:
  case Tok::KwTrue:
  case Tok::KwTry:
  case Tok::KwUnsafe:
  case Tok::KwWhile:
  case Tok::KwYield:
  case Tok::KwUnderscore:
    return true;
  default:
    return isLiteral(in.kind()) || startsPath(in.kind());
  }
}

bool parsePostfix(TokenInput &in, const ast::Expr *&expr) {
  for (;;) {
    switch (in.kind()) {
    case Tok::Question:
      parseTry(in, expr);
      continue;
    case Tok::Dot:
      if (!parseDot(in, expr))
        return false;
      continue;
    case Tok::OpenParen:
    case Tok::OpenBracket:
      // Behind a complete statement these start the next one.
      if (!continuesStatement(in, expr))
        break;
      if (!(in.at(Tok::OpenParen) ? parseCall(in, expr) : parseIndex(in, expr)))
        return false;
      continue;
    default:
      break;
    }
    break;
  }
  in.alsoExpect({Expect::Dot, Expect::Question});
  return !in.panicking();
}

bool climbRest(TokenInput &in, unsigned min_precedence, const ast::Expr *&expr) {
  if (!continuesStatement(in, expr))
    return true;
  for (;;) {
    const OperatorInfo &info = operatorAt(in);
    if (info.precedence == no_operator || info.precedence < min_precedence)
      break;
    if (info.kind == OperatorKind::Range)
      return parseRangeFrom(in, expr, expr);
    if (!(info.kind == OperatorKind::Cast ? parseCast(in, expr) : parseInfix(in, info, expr)))
      return false;
  }
  in.alsoExpect({Expect::Operator});
  return !in.panicking();
}

bool climb(TokenInput &in, unsigned min_precedence, const ast::Expr *&out) {
  if (isRangeDots(in.kind()))
    return parseRangeFrom(in, nullptr, out);
  return parsePrefixed(in, out) && climbRest(in, min_precedence, out);
}

bool parseExprRestricted(TokenInput &in, const ast::Expr *&out) {
  const Nesting nesting(in);
  if (in.tooDeep())
    return false;
  if (!in.at(Tok::Pound) && !in.at(Tok::OuterDoc))
    return climb(in, assign_precedence, out);
  const std::uint32_t lo = in.lo();
  List<ast::Attribute> attributes;
  return parseAttributeList(in, attributes) && climb(in, assign_precedence, out) && makeUnsupported(in, "attribute on an expression", lo, out);
}

bool parseExpr(TokenInput &in, const ast::Expr *&out) {
  const WithRestrictions none(in, no_restriction);
  return parseExprRestricted(in, out);
}

// ------------------------------------------------------------------------------------------------------------ conditions

namespace {

/// Counts the `let`s that may stand in a condition: those joined by `&&` alone. (The Reference, "Chains of conditions".)
std::uint32_t countGoodLets(const ast::Expr *condition) {
  std::uint32_t count = 0;
  for (;;) {
    const auto *both = llvm::dyn_cast<ast::BinaryExpr>(condition);
    if (both == nullptr || both->op != BinaryOp::And)
      return count + (llvm::isa<ast::LetExpr>(condition) ? 1 : 0);
    // `&&` leans left: its right operand is no chain.
    count += llvm::isa<ast::LetExpr>(both->rhs) ? 1 : 0;
    condition = both->lhs;
  }
}

/// Reports the `let`s of a condition that stand under other operators.
void reportBadLets(TokenInput &in, const ast::Expr *expr, bool good) {
  llvm::SmallVector<std::pair<const ast::Expr *, bool>, 8> todo{{expr, good}};
  while (!todo.empty()) {
    const auto [next, may_be_let] = todo.pop_back_val();
    if (const auto *let = llvm::dyn_cast<ast::LetExpr>(next)) {
      if (!may_be_let)
        in.report(let->span, "expected expression, found `let` statement");
    } else if (const auto *binary = llvm::dyn_cast<ast::BinaryExpr>(next)) {
      const bool chains = may_be_let && binary->op == BinaryOp::And;
      todo.emplace_back(binary->rhs, chains);
      todo.emplace_back(binary->lhs, chains);
    } else if (const auto *unary = llvm::dyn_cast<ast::UnaryExpr>(next)) {
      todo.emplace_back(unary->operand, false);
    } else if (const auto *borrow = llvm::dyn_cast<ast::BorrowExpr>(next)) {
      todo.emplace_back(borrow->operand, false);
    } else if (const auto *assign = llvm::dyn_cast<ast::AssignExpr>(next)) {
      todo.emplace_back(assign->rhs, false);
      todo.emplace_back(assign->lhs, false);
    } else if (const auto *assign_op = llvm::dyn_cast<ast::AssignOpExpr>(next)) {
      todo.emplace_back(assign_op->rhs, false);
      todo.emplace_back(assign_op->lhs, false);
    } else if (const auto *range = llvm::dyn_cast<ast::RangeExpr>(next)) {
      if (range->hi != nullptr)
        todo.emplace_back(range->hi, false);
      if (range->lo != nullptr)
        todo.emplace_back(range->lo, false);
    } else if (const auto *cast = llvm::dyn_cast<ast::CastExpr>(next)) {
      todo.emplace_back(cast->operand, false);
    }
  }
}

bool parseConditionWith(TokenInput &in, std::uint8_t restrictions, const ast::Expr *&out) {
  const std::uint32_t lets_before = in.lets_;
  {
    const WithRestrictions condition(in, restrictions);
    if (!parseExprRestricted(in, out))
      return false;
  }
  if (in.lets_ != lets_before && in.lets_ - lets_before != countGoodLets(out))
    reportBadLets(in, out, true);
  in.lets_ = lets_before;
  return true;
}

} // namespace

bool parseCondition(TokenInput &in, const ast::Expr *&out) { return parseConditionWith(in, no_struct_literal | allow_let, out); }
bool parseGuard(TokenInput &in, const ast::Expr *&out) { return parseConditionWith(in, allow_let, out); }

bool parseScrutinee(TokenInput &in, const ast::Expr *&out) {
  const WithRestrictions scrutinee(in, no_struct_literal);
  return parseExprRestricted(in, out);
}

// LetExpr = "let" Pattern "=" scrutinee; the scrutinee binds tighter than `&&`.
bool parseLet(TokenInput &in, const ast::Expr *&out) {
  const std::uint32_t lo = in.lo();
  if (!in.has(allow_let))
    in.report(in.span(), "expected expression, found `let` statement");
  else
    ++in.lets_;
  in.bump();
  ast::LetExpr let{Span{}};
  if (!parsePattern(in, let.pat) || !run<Need<Tok::Eq>>(in))
    return false;
  {
    const WithRestrictions scrutinee(in, in.restrictions_ & no_struct_literal);
    if (!climb(in, and_precedence + 1, let.scrutinee))
      return false;
  }
  let.span = Span(lo, let.scrutinee->span.hi());
  out = in.make(let);
  return true;
}

} // namespace lien::grammar

// Operators: precedence climbing over a table, prefix and postfix chains as loops (the Reference, "Expression precedence").
//
// Twelve PEG levels would say the same more slowly and use twelve frames an operand. All chains are loops: their length is not limited, only real
// nesting is.
#include "frontend/syntax/grammar.hpp"

#include "llvm/ADT/StringExtras.h"

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
    const WithRestrictions inner(in, in.restrictions & ~(in_statement | brace_macro_ends));
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
  // The parser split `<<`: what is left of it starts one byte later.
  Span operator_span = in.spanOf(less);
  const bool is_shift = in.textOf(Span(operator_span.lo() - 1, operator_span.hi())) == "<<";
  if (is_shift)
    operator_span = Span(operator_span.lo() - 1, operator_span.hi());
  const std::string written = is_shift ? "`<<`" : "`<`";
  const std::string meant = is_shift ? "shift" : "comparison";
  in.report(operator_span, written + " is interpreted as a start of generic arguments for `" + in.textOf(type_span).str() + "`, not a " + meant,
            "not interpreted as " + meant);
  return true;
}

/// What a postfix behind a cast is called; null: none stands here.
const char *postfixName(const TokenInput &in) {
  switch (in.kind()) {
  case Tok::Question:
    return "`?`";
  case Tok::OpenParen:
    return "a function call";
  case Tok::OpenBracket:
    return "indexing";
  case Tok::Dot:
    if (in.kindAt(1) == Tok::KwAwait)
      return "`.await`";
    return in.kindAt(2) == Tok::OpenParen || in.kindAt(2) == Tok::PathSep ? "a method call" : "a field access";
  default:
    return nullptr;
  }
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
  if (const char *what = postfixName(in)) {
    in.report(cast.span, std::string("cast cannot be followed by ") + what);
    return parsePostfix(in, expr);
  }
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

/// `===`, `!==`, `<>` and `<=>` of other languages.
void checkForeignComparison(TokenInput &in, Span op_span) {
  if (!in.isJoint())
    return;
  const Tok first = in.previous().kind();
  const bool equality = (first == Tok::EqEq || first == Tok::Ne) && in.at(Tok::Eq);
  const bool order = (first == Tok::Lt || first == Tok::Le) && in.at(Tok::Gt);
  if (!equality && !order)
    return;
  const Span span = op_span.to(in.span());
  in.report(span, "invalid comparison operator `" + in.textOf(span).str() + "`");
  in.bump();
}

/// `x++` and `x--` of other languages: reported, and read as `x`.
bool eatPostfixIncrement(TokenInput &in) {
  const bool plus = in.at(Tok::Plus) && in.kindAt(1) == Tok::Plus;
  const bool minus = in.at(Tok::Minus) && in.kindAt(1) == Tok::Minus;
  if ((!plus && !minus) || in.current()[0].end() != in.current()[1].start)
    return false;
  const Span span = in.span().to(in.spanOf(in.current()[1]));
  if (minus) {
    // `a --b` subtracts a negation.
    const Tok next = in.kindAt(2);
    if (next != Tok::Semi && next != Tok::Comma && !isClose(next) && next != Tok::OpenBrace)
      return false;
  }
  in.bump();
  in.bump();
  in.report(span, plus ? "Rust has no postfix increment operator" : "Rust has no postfix decrement operator", "not a valid postfix operator");
  return true;
}

/// `and` and `or` of other languages.
bool eatWordOperator(TokenInput &in, OperatorInfo &info) {
  const bool is_and = in.atWord(sym::weak_and);
  if (!is_and && !in.atWord(sym::weak_or))
    return false;
  in.report(in.span(), is_and ? "`and` is not a logical operator" : "`or` is not a logical operator");
  info = is_and ? OperatorInfo{and_precedence, OperatorKind::Binary, BinaryOp::And} : OperatorInfo{or_precedence, OperatorKind::Binary, BinaryOp::Or};
  return true;
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
  checkForeignComparison(in, op_span);
  if (info.precedence == compare_precedence)
    checkChainedComparison(in, expr, op_span);
  const bool assigns = info.precedence == assign_precedence;
  const std::uint8_t keep = assigns ? no_struct_literal : no_struct_literal | allow_let;
  const ast::Expr *rhs = nullptr;
  {
    const WithRestrictions inner(in, in.restrictions & keep);
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

/// The Reference, "Expression statements": a block-like expression at the start of a statement is complete.
bool isCompleteStatement(const TokenInput &in, const ast::Expr *expr) { return expr == in.block_like && in.has(in_statement); }

/// Operators that cannot start the next statement: behind a complete statement they are an error by themselves, and reading goes on as if it were none.
bool cannotStartStatement(Tok kind) {
  switch (kind) {
  case Tok::Eq:
  case Tok::Caret:
  case Tok::Slash:
  case Tok::Percent:
  case Tok::Shr:
  case Tok::Le:
  case Tok::Gt:
  case Tok::Ge:
  case Tok::PlusEq:
  case Tok::MinusEq:
  case Tok::StarEq:
  case Tok::SlashEq:
  case Tok::PercentEq:
  case Tok::CaretEq:
  case Tok::AndEq:
  case Tok::OrEq:
  case Tok::ShlEq:
  case Tok::ShrEq:
  case Tok::KwAs:
    return true;
  default:
    return false;
  }
}

// ---------------------------------------------------------------------------------------------------------------- prefix

struct Prefix {
  std::uint32_t lo;
  Tok op;            ///< And, Minus, Star, Bang; Plus after an error
  bool is_mut;       ///< `&mut`
  const char *raw;   ///< `&raw const`: outside the subset
  bool bad_lifetime; ///< `&'a x`: an error
};

/// Prefix operators from left to right.
bool eatPrefix(TokenInput &in, Prefix &out) {
  out = {in.lo(), in.kind(), false, nullptr, false};
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
    if (in.at(Tok::Lifetime) && in.kindAt(1) != Tok::Colon) {
      out.bad_lifetime = true;
      in.bump();
    }
    if (in.atWord(sym::weak_raw) && (in.kindAt(1) == Tok::KwConst || in.kindAt(1) == Tok::KwMut)) {
      in.bump();
      in.bump();
      out.raw = "raw borrow";
    } else {
      out.is_mut = in.eat(Tok::KwMut);
    }
    return true;
  case Tok::Plus:
    out.op = Tok::Plus;
    if (in.kindAt(1) == Tok::Plus && in.current()[0].end() == in.current()[1].start) {
      in.report(in.span().to(in.spanOf(in.current()[1])), "Rust has no prefix increment operator", "not a valid prefix operator");
      in.bump();
      in.bump();
      return true;
    }
    in.bump();
    if (!startsExpr(in))
      return in.failAtPrevious("expected expression, found `+`", "expected expression");
    in.report(in.spanOf(in.previous()), "leading `+` is not supported", "unexpected `+`");
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
  if (prefix.bad_lifetime)
    in.report(span, "borrow expressions cannot be annotated with lifetimes", "annotated with lifetime here");
  if (prefix.raw != nullptr) {
    ast::UnsupportedExpr node(span);
    node.what = prefix.raw;
    return in.make(node);
  }
  if (prefix.op == Tok::Plus)
    return operand;
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
  const std::uint32_t open = in.lo();
  in.bump();
  ast::IndexExpr node{Span{}};
  node.base = expr;
  if (!parseExpr(in, node.index) || !run<Need<Tok::CloseBracket>>(in))
    return false;
  node.brackets = in.spanFrom(open);
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
  llvm::StringRef digits = text.take_while([](char c) { return llvm::isDigit(c) || c == '_'; });
  // `0x1` and `1e3` are numbers as they stand; names find no such field.
  const llvm::StringRef behind = text.drop_front(digits.size());
  const bool has_base = digits == "0" && !behind.empty() && llvm::StringRef("xob").contains(behind.front());
  const bool has_exponent = behind.size() > 1 && (behind.front() == 'e' || behind.front() == 'E') && llvm::isDigit(behind[1]);
  if (has_base || has_exponent)
    digits = text.take_front(digits.size() + 1 + behind.drop_front().take_while(llvm::isHexDigit).size());
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
    in.alsoExpect(segment.args == nullptr ? ExpectedSet{Expect::OpenParen, Expect::PathSep} : ExpectedSet{Expect::OpenParen});
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
  case Tok::KwSelfValue:
  case Tok::KwSelfType:
  case Tok::KwSuper:
  case Tok::KwCrate: {
    // rustc reads these as names, which no field or method has.
    const ast::Ident name{in.current()->symbol(), in.span()};
    in.bump();
    return finishField(in, name, expr);
  }
  case Tok::Int:
    return parseTupleIndex(in, expr);
  case Tok::KwAwait:
    in.bump();
    return makeUnsupported(in, "`await`", expr->span.lo(), expr);
  default:
    if (in.panicking())
      return false;
    if (isKeyword(in.kind()) && !in.at(Tok::KwUnderscore))
      return in.failExpected("identifier");
    return in.fail(in.errorSpan(), "unexpected token: " + in.found());
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
      if (isCompleteStatement(in, expr))
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
  if (isCompleteStatement(in, expr)) {
    if (llvm::isa<ast::MacroCallExpr>(expr) || !cannotStartStatement(in.kind()))
      return true;
    in.report(in.span(), "expected expression, found `" + in.text(*in.current()).str() + "`", "expected expression");
  }
  for (;;) {
    OperatorInfo info = operatorAt(in);
    if (info.precedence == no_operator && !(in.at(Tok::Ident) && in.has(no_struct_literal) && eatWordOperator(in, info)))
      break;
    if (info.precedence < min_precedence)
      break;
    if (info.precedence == sum_precedence && eatPostfixIncrement(in))
      continue;
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
  if (!startsAttribute(in))
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

/// Why a `let` may not stand somewhere in a condition.
struct LetBan {
  const ast::Expr *expr;
  enum class Reason : std::uint8_t { None, Or, Other } reason;
  Span or_span;
};

void visitForLets(TokenInput &in, const LetBan &at, llvm::SmallVectorImpl<LetBan> &todo) {
  const auto push = [&](const ast::Expr *child, LetBan::Reason reason) {
    if (child != nullptr)
      todo.push_back({child, reason, at.or_span});
  };
  if (const auto *let = llvm::dyn_cast<ast::LetExpr>(at.expr)) {
    if (at.reason == LetBan::Reason::Or)
      in.report(at.or_span, "`||` operators are not supported in let chain conditions");
    else if (at.reason == LetBan::Reason::Other)
      in.report(let->span, "expected expression, found `let` statement");
  } else if (const auto *binary = llvm::dyn_cast<ast::BinaryExpr>(at.expr)) {
    LetBan::Reason reason = binary->op == BinaryOp::And ? at.reason : LetBan::Reason::Other;
    const bool is_or = binary->op == BinaryOp::Or && at.reason != LetBan::Reason::Other;
    if (is_or)
      reason = LetBan::Reason::Or;
    const Span or_span = is_or ? binary->op_span : at.or_span;
    todo.push_back({binary->rhs, reason, or_span});
    todo.push_back({binary->lhs, reason, or_span});
  } else if (const auto *paren = llvm::dyn_cast<ast::ParenExpr>(at.expr)) {
    push(paren->inner, LetBan::Reason::Other);
  } else if (const auto *unary = llvm::dyn_cast<ast::UnaryExpr>(at.expr)) {
    push(unary->operand, LetBan::Reason::Other);
  } else if (const auto *borrow = llvm::dyn_cast<ast::BorrowExpr>(at.expr)) {
    push(borrow->operand, LetBan::Reason::Other);
  } else if (const auto *assign = llvm::dyn_cast<ast::AssignExpr>(at.expr)) {
    push(assign->rhs, LetBan::Reason::Other);
    push(assign->lhs, LetBan::Reason::Other);
  } else if (const auto *assign_op = llvm::dyn_cast<ast::AssignOpExpr>(at.expr)) {
    push(assign_op->rhs, LetBan::Reason::Other);
    push(assign_op->lhs, LetBan::Reason::Other);
  } else if (const auto *range = llvm::dyn_cast<ast::RangeExpr>(at.expr)) {
    push(range->hi, LetBan::Reason::Other);
    push(range->lo, LetBan::Reason::Other);
  } else if (const auto *cast = llvm::dyn_cast<ast::CastExpr>(at.expr)) {
    push(cast->operand, LetBan::Reason::Other);
  } else if (const auto *tuple = llvm::dyn_cast<ast::TupleExpr>(at.expr)) {
    for (const ast::Expr *element : tuple->elements)
      push(element, LetBan::Reason::Other);
  }
}

/// Reports the `let`s of a condition that stand under other operators than `&&`.
void reportBadLets(TokenInput &in, const ast::Expr *condition) {
  llvm::SmallVector<LetBan, 8> todo{{condition, LetBan::Reason::None, {}}};
  while (!todo.empty())
    visitForLets(in, todo.pop_back_val(), todo);
}

bool parseConditionWith(TokenInput &in, std::uint8_t restrictions, const ast::Expr *&out) {
  const std::uint32_t lets_before = in.lets;
  {
    const WithRestrictions condition(in, restrictions);
    if (!parseExprRestricted(in, out))
      return false;
  }
  if (in.lets != lets_before && in.lets - lets_before != countGoodLets(out))
    reportBadLets(in, out);
  in.lets = lets_before;
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
    ++in.lets;
  in.bump();
  ast::LetExpr let{Span{}};
  if (!parseTopPattern(in, let.pat) || !run<Need<Tok::Eq>>(in))
    return false;
  {
    const WithRestrictions scrutinee(in, in.restrictions & no_struct_literal);
    if (!climb(in, and_precedence + 1, let.scrutinee))
      return false;
  }
  let.span = Span(lo, let.scrutinee->span.hi());
  out = in.make(let);
  return true;
}

} // namespace lien::grammar

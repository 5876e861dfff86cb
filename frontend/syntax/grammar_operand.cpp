// Operands: what stands between operators, chosen by the first token (the Reference, "Expressions").
#include "frontend/syntax/grammar.hpp"

#include "frontend/syntax/literals.hpp"

#include "llvm/ADT/StringExtras.h"

namespace lien::grammar {

namespace {

struct AnyExpr : Call<parseExpr> {};

template <typename Node> bool finish(TokenInput &in, Node node, std::uint32_t lo, const ast::Expr *&out) {
  node.span = in.spanFrom(lo);
  out = in.make(node);
  return true;
}

// -------------------------------------------------------------------------------------------------------------- literals

/// A suffix on anything but a number is an error; the lexer has kept it in the token.
void checkNoSuffix(TokenInput &in, const Token &token, const char *what) {
  const llvm::StringRef text = in.text(token);
  const std::size_t end = text.find_last_of("\"'#");
  if (end + 1 != text.size() && end != llvm::StringRef::npos)
    in.reportLate(in.spanOf(token), std::string("suffixes on ") + what + " literals are invalid", "invalid suffix `" + text.drop_front(end + 1).str() + "`");
}

void readQuoted(TokenInput &in, const Token &token, ast::LiteralKind kind, const char *what, ast::LiteralExpr &literal) {
  literal.literal = kind;
  if (kind == ast::LiteralKind::Char || kind == ast::LiteralKind::Byte) {
    literal.value_lo = token.value;
  } else {
    literal.text = token.symbol();
    literal.raw = in.text(token).data();
  }
  checkNoSuffix(in, token, what);
}

/// Short decimal integers without suffix need no more than this.
bool readSmallInteger(llvm::StringRef text, ast::LiteralExpr &literal) {
  if (text.size() > 18)
    return false;
  std::uint64_t value = 0;
  for (const char c : text) {
    if (!llvm::isDigit(c))
      return false;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  literal.literal = ast::LiteralKind::Int;
  literal.value_lo = value;
  return true;
}

bool readLiteral(TokenInput &in, const Token &token, ast::LiteralExpr &literal) {
  switch (token.kind()) {
  case Tok::Int:
    if (readSmallInteger(in.text(token), literal))
      return true;
    [[fallthrough]];
  case Tok::Float: {
    std::vector<Diagnostic> errors;
    readNumber(in.text(token), in.spanOf(token), token.kind() == Tok::Float, in.symbols(), literal, errors);
    for (Diagnostic &error : errors)
      in.reportLate(std::move(error));
    return true;
  }
  case Tok::Char:
    readQuoted(in, token, ast::LiteralKind::Char, "char", literal);
    return true;
  case Tok::Byte:
    readQuoted(in, token, ast::LiteralKind::Byte, "byte", literal);
    return true;
  case Tok::Str:
    readQuoted(in, token, ast::LiteralKind::Str, "string", literal);
    return true;
  case Tok::ByteStr:
    readQuoted(in, token, ast::LiteralKind::ByteStr, "byte string", literal);
    return true;
  case Tok::CStr:
    readQuoted(in, token, ast::LiteralKind::CStr, "C string", literal);
    return true;
  case Tok::KwTrue:
  case Tok::KwFalse:
    literal.literal = ast::LiteralKind::Bool;
    literal.value_lo = token.kind() == Tok::KwTrue ? 1 : 0;
    return true;
  default:
    return false;
  }
}

// ------------------------------------------------------------------------------------------------------ groups and arrays

// GroupedExpr = "(" Expr ")"; TupleExpr = "(" (Expr ",")* Expr? ")"
bool parseParenthesised(TokenInput &in, const ast::Expr *&out) {
  const std::uint32_t lo = in.lo();
  in.bump();
  // A `let` in parentheses is read where a condition is, and then reported as a whole.
  const WithRestrictions inner(in, in.restrictions & allow_let);
  ListBuilder<const ast::Expr *> elements(in);
  bool trailing_comma = false;
  while (!in.at(Tok::CloseParen)) {
    const ast::Expr *element = nullptr;
    if (!parseExprRestricted(in, element))
      return false;
    elements.push(element);
    trailing_comma = in.eat(Tok::Comma);
    if (!trailing_comma && !in.at(Tok::CloseParen))
      return in.failExpected(ExpectedSet{Expect::Comma, Expect::CloseParen});
  }
  in.bump();
  if (elements.size() == 1 && !trailing_comma) {
    ast::ParenExpr paren{Span{}};
    paren.inner = elements.items().front();
    return finish(in, paren, lo, out);
  }
  ast::TupleExpr tuple{Span{}};
  tuple.elements = elements.take();
  return finish(in, tuple, lo, out);
}

// ArrayExpr = "[" Expr,* "]" | "[" Expr ";" Expr "]"
bool parseArray(TokenInput &in, const ast::Expr *&out) {
  const std::uint32_t lo = in.lo();
  in.bump();
  ListBuilder<const ast::Expr *> elements(in);
  while (!in.at(Tok::CloseBracket)) {
    const ast::Expr *element = nullptr;
    if (!parseExpr(in, element))
      return false;
    if (elements.empty() && in.eat(Tok::Semi)) {
      ast::RepeatExpr repeat{Span{}};
      repeat.element = element;
      return parseExpr(in, repeat.count) && run<Need<Tok::CloseBracket>>(in) && finish(in, repeat, lo, out);
    }
    elements.push(element);
    if (in.eat(Tok::Comma) || in.at(Tok::CloseBracket))
      continue;
    ExpectedSet expected{Expect::Comma, Expect::CloseBracket};
    return in.failExpected(elements.size() == 1 ? expected | ExpectedSet{Expect::Semi} : expected);
  }
  in.bump();
  ast::ArrayExpr array{Span{}};
  array.elements = elements.take();
  return finish(in, array, lo, out);
}

// --------------------------------------------------------------------------------------------------------------- structs

bool parseShorthand(TokenInput &in, ast::FieldInit &out) {
  if (!parseIdent(in, out.name))
    return false;
  out.shorthand = true;
  const ast::PathSegment segment{out.name, nullptr};
  ast::PathExpr path(out.name.span);
  path.path.span = out.name.span;
  path.path.segments = in.copyList(llvm::ArrayRef<ast::PathSegment>(segment));
  out.value = in.make(path);
  in.alsoExpect({Expect::Colon});
  return true;
}

// StructExprField = OuterAttribute* ((Name | TupleIndex) ":" Expr | Name)
bool parseFieldInit(TokenInput &in, ast::FieldInit &out) {
  if (!parseAttributeList(in, out.attributes))
    return false;
  const std::uint32_t lo = in.lo();
  const bool is_name = in.at(Tok::Ident) || in.at(Tok::RawIdent) || in.at(Tok::Int);
  bool ok = false;
  if (is_name && (in.kindAt(1) == Tok::Colon || in.at(Tok::Int))) {
    out.name = {in.at(Tok::Int) ? in.symbols().intern(in.text(*in.current())) : in.current()->symbol(), in.span()};
    in.bump();
    ok = run<Need<Tok::Colon>>(in) && parseExpr(in, out.value);
  } else if (is_name && in.kindAt(1) == Tok::Eq) {
    out.name = {in.current()->symbol(), in.span()};
    in.bump();
    in.report(in.span(), "expected `:`, found `=`");
    in.bump();
    ok = parseExpr(in, out.value);
  } else {
    ok = parseShorthand(in, out);
  }
  out.span = in.spanFrom(lo);
  if (ok && !areHarmless(in, out.attributes, true))
    return makeUnsupported(in, "attribute on a field of an expression", lo, out.value);
  return ok;
}

/// `..base` or `..` at the end of a struct expression.
bool parseStructRest(TokenInput &in, ast::StructExpr &node) {
  node.rest_span = in.span();
  in.bump();
  if (in.at(Tok::CloseBrace)) {
    node.has_rest = true;
    return true;
  }
  if (!parseExpr(in, node.base))
    return false;
  if (in.at(Tok::Comma)) {
    in.report(node.rest_span.to(node.base->span), "cannot use a comma after the base struct");
    in.bump();
  }
  return true;
}

// StructExpr = Path "{" StructExprField,* (".." Expr?)? "}"
bool parseStructBody(TokenInput &in, const ast::Path &path, std::uint32_t lo, const ast::Expr *&out) {
  in.bump();
  ast::StructExpr node{Span{}};
  node.path = path;
  ListBuilder<ast::FieldInit> fields(in);
  while (!in.at(Tok::CloseBrace)) {
    if (in.at(Tok::DotDot)) {
      if (!parseStructRest(in, node))
        return false;
      if (!in.at(Tok::CloseBrace))
        return in.failExpected(ExpectedSet{Expect::CloseBrace});
      break;
    }
    ast::FieldInit field;
    if (!parseFieldInit(in, field))
      return false;
    fields.push(field);
    if (!in.eat(Tok::Comma) && !in.at(Tok::CloseBrace))
      return in.failExpected(ExpectedSet{Expect::Comma, Expect::CloseBrace});
  }
  in.bump();
  node.fields = fields.take();
  return finish(in, node, lo, out);
}

/// `{ name,` and `{ name:` cannot start a block, so a struct expression was meant even where none may stand.
bool isCertainlyNoBlock(const TokenInput &in) {
  const bool name = in.kindAt(1) == Tok::Ident || in.kindAt(1) == Tok::RawIdent;
  return name && (in.kindAt(2) == Tok::Comma || in.kindAt(2) == Tok::Colon);
}

bool parseStructExpr(TokenInput &in, const ast::Path &path, std::uint32_t lo, const ast::Expr *&out) {
  const bool allowed = !in.has(no_struct_literal);
  if (!parseStructBody(in, path, lo, out))
    return false;
  if (!allowed)
    in.report(out->span, "struct literals are not allowed here");
  return true;
}

/// A path and what hangs on it: macro call, struct expression, or the path alone.
bool parsePathOperand(TokenInput &in, const ast::Expr *&out) {
  const std::uint32_t lo = in.lo();
  ast::PathExpr node{Span{}};
  const bool qualified = in.at(Tok::Lt) || in.at(Tok::Shl);
  if (!(qualified ? parseQualifiedPath(in, true, node.path) : parseExprPath(in, node.path)))
    return false;
  if (!qualified && in.at(Tok::Bang)) {
    const bool ends_statement = in.has(brace_macro_ends);
    if (!parseMacroCall(in, node.path, out))
      return false;
    if (ends_statement && in.previous().kind() == Tok::CloseBrace && !in.at(Tok::Dot) && !in.at(Tok::Question))
      in.block_like = out;
    return true;
  }
  if (in.at(Tok::OpenBrace) && (!in.has(no_struct_literal) || isCertainlyNoBlock(in)))
    return parseStructExpr(in, node.path, lo, out);
  in.alsoExpect(in.has(no_struct_literal) ? ExpectedSet{Expect::Bang} : ExpectedSet{Expect::Bang, Expect::OpenBrace});
  return finish(in, node, lo, out);
}

// ------------------------------------------------------------------------------------------------------------- functions

// ClosureParam = OuterAttribute* PatternNoTopAlt (":" Type)?
bool parseClosureParam(TokenInput &in, ast::ClosureParam &out) {
  List<ast::Attribute> attributes;
  if (!parseAttributeList(in, attributes) || !parsePatternNoTopAlt(in, out.pat))
    return false;
  in.alsoExpect({Expect::Colon});
  return !in.eat(Tok::Colon) || parseType(in, out.type);
}

bool parseClosureParams(TokenInput &in, ast::ClosureExpr &closure) {
  if (in.eat(Tok::OrOr))
    return true;
  if (!in.eat(Tok::Or))
    return in.failExpected(in.previous().kind() == Tok::KwMove ? ExpectedSet{Expect::KwAsync, Expect::Or, Expect::OrOr}
                                                               : ExpectedSet{Expect::Or, Expect::OrOr});
  ListBuilder<ast::ClosureParam> params(in);
  while (!in.eatPart(Tok::Or)) {
    ast::ClosureParam param;
    if (!parseClosureParam(in, param))
      return false;
    params.push(param);
    if (in.eatPart(Tok::Or))
      break;
    if (!in.eat(Tok::Comma))
      return in.failExpected(ExpectedSet{Expect::Comma, Expect::Or});
  }
  closure.params = params.take();
  return true;
}

/// What about a closure's head lies outside the subset; null: nothing.
const char *eatClosureQualifiers(TokenInput &in, ast::ClosureExpr &closure) {
  const char *what = nullptr;
  if (in.at(Tok::KwFor))
    what = "`for<…>` closure";
  if (!parseForLifetimes(in, closure.for_lifetimes))
    return what;
  if (in.eat(Tok::KwConst))
    what = "`const` closure";
  if (in.eat(Tok::KwStatic))
    what = "`static` closure";
  if (in.eat(Tok::KwAsync))
    what = "`async` closure";
  closure.is_move = in.eat(Tok::KwMove);
  return what;
}

bool parseClosureBody(TokenInput &in, ast::ClosureExpr &closure) {
  if (closure.output != nullptr) {
    const ast::BlockExpr *block = nullptr;
    if (!parseBlock(in, block))
      return false;
    closure.body = block;
    return true;
  }
  const WithRestrictions body(in, in.restrictions & (in_statement | no_struct_literal));
  return parseExprRestricted(in, closure.body);
}

// -------------------------------------------------------------------------------------------------------------- jumps

/// `return x`, `break 'a x`: the operand is any expression.
bool parseOptionalExpr(TokenInput &in, const ast::Expr *&out) { return !startsExpr(in) || parseExpr(in, out); }

/// `break 'a: loop { … }`: the label looks like that of the break.
bool parseBreakWithLabelled(TokenInput &in, std::uint32_t lo, const ast::Expr *&out) {
  ast::BreakExpr node{Span{}};
  if (!parseLabelled(in, node.value))
    return false;
  in.report(node.value->span, "parentheses are required around this expression to avoid confusion with a labeled break expression");
  return finish(in, node, lo, out);
}

// BreakExpr = "break" Lifetime? Expr?
bool parseBreak(TokenInput &in, const ast::Expr *&out) {
  const std::uint32_t lo = in.lo();
  in.bump();
  ast::BreakExpr node{Span{}};
  if (in.at(Tok::Lifetime) && in.kindAt(1) == Tok::Colon)
    return parseBreakWithLabelled(in, lo, out);
  if (in.at(Tok::Lifetime))
    (void)parseLifetime(in, node.label);
  const bool opens_body = in.at(Tok::OpenBrace) && in.has(no_struct_literal);
  if (!opens_body && !parseOptionalExpr(in, node.value))
    return false;
  return finish(in, node, lo, out);
}

bool parseLabelRef(TokenInput &in, ast::Lifetime &out) { return !in.at(Tok::Lifetime) || parseLifetime(in, out); }
struct OptionalLabel : Call<parseLabelRef> {};
struct OptionalExpr : Call<parseOptionalExpr> {};
// ContinueExpr = "continue" Lifetime?
struct Continue : Make<ast::ContinueExpr, Eat<Tok::KwContinue>, Set<&ast::ContinueExpr::label, OptionalLabel>> {};
// ReturnExpr = "return" Expr?
struct Return : Make<ast::ReturnExpr, Eat<Tok::KwReturn>, Set<&ast::ReturnExpr::value, OptionalExpr>> {};
// UnderscoreExpr = "_"
struct Underscore : Make<ast::UnderscoreExpr, Eat<Tok::KwUnderscore>> {};

// ------------------------------------------------------------------------------------------------------ outside the subset

/// A keyword and the block behind it: `unsafe { … }`, `async move { … }`. The block is read for its syntax.
bool parseKeywordBlock(TokenInput &in, const char *what, const ast::Expr *&out) {
  const std::uint32_t lo = in.lo();
  const bool is_async = in.at(Tok::KwAsync) || in.at(Tok::KwGen);
  in.bump();
  (void)in.eat(Tok::KwMove);
  const ast::BlockExpr *block = nullptr;
  if (!parseBlock(in, block) || !makeUnsupported(in, what, lo, out))
    return false;
  if (!is_async)
    in.block_like = out;
  return true;
}

/// `try!(x)`: `try` is a keyword since edition 2018.
bool parseTry(TokenInput &in, const ast::Expr *&out) {
  if (in.kindAt(1) == Tok::OpenBrace)
    return parseKeywordBlock(in, "`try` block", out);
  if (in.kindAt(1) != Tok::Bang || !isOpen(in.kindAt(2)))
    return in.failExpectedExpr();
  const std::uint32_t lo = in.lo();
  in.bump();
  in.bump();
  in.skipGroup();
  in.report(in.spanFrom(lo), "use of deprecated `try` macro").note("in the 2018 edition `try` is a reserved keyword, and the `try!()` macro is deprecated");
  return makeUnsupported(in, "`try!`", lo, out);
}

/// A keyword and an operand it may have: `yield x`, `become f(x)`.
bool parseKeywordOperand(TokenInput &in, const char *what, const ast::Expr *&out) {
  const std::uint32_t lo = in.lo();
  in.bump();
  const ast::Expr *value = nullptr;
  return parseOptionalExpr(in, value) && makeUnsupported(in, what, lo, out);
}

bool opensClosure(Tok kind) { return kind == Tok::Or || kind == Tok::OrOr; }

bool parseAsyncOperand(TokenInput &in, const ast::Expr *&out) {
  const unsigned behind_move = in.kindAt(1) == Tok::KwMove ? 2 : 1;
  if (in.kindAt(behind_move) == Tok::OpenBrace)
    return parseKeywordBlock(in, "`async` block", out);
  if (opensClosure(in.kindAt(behind_move)))
    return parseClosure(in, out);
  in.bump();
  return in.failExpected("one of `gen`, `move`, `use`, `{`, `|`, or `||`");
}

bool parseConstOperand(TokenInput &in, const ast::Expr *&out) {
  if (in.kindAt(1) == Tok::OpenBrace)
    return parseKeywordBlock(in, "`const` block", out);
  const Tok next = in.kindAt(1);
  if (opensClosure(next) || next == Tok::KwMove || next == Tok::KwStatic || next == Tok::KwAsync)
    return parseClosure(in, out);
  return in.failExpectedExpr();
}

bool parseForOperand(TokenInput &in, const ast::Expr *&out) {
  const bool binder = in.kindAt(1) == Tok::Lt && (in.kindAt(2) == Tok::Lifetime || in.kindAt(2) == Tok::Gt);
  return binder ? parseClosure(in, out) : parseLoopLike(in, {}, in.lo(), out);
}

/// Blocks: complete where a statement starts.
bool parseBlockOperand(TokenInput &in, const ast::Expr *&out) {
  const ast::BlockExpr *block = nullptr;
  if (!parseBlock(in, block))
    return false;
  out = block;
  in.block_like = out;
  return true;
}

} // namespace

bool parseLiteral(TokenInput &in, const ast::Expr *&out) {
  ast::LiteralExpr literal(in.span());
  if (!readLiteral(in, *in.current(), literal))
    return in.failExpected("literal");
  in.bump();
  out = in.make(literal);
  return true;
}

bool parseLiteralMaybeMinus(TokenInput &in, const ast::Expr *&out) {
  if (!in.at(Tok::Minus))
    return parseLiteral(in, out);
  ast::UnaryExpr negation{Span{}};
  negation.op = ast::UnaryOp::Neg;
  const std::uint32_t lo = in.lo();
  in.bump();
  return parseLiteral(in, negation.operand) && finish(in, negation, lo, out);
}

// ClosureExpr = qualifiers ("||" | "|" ClosureParam,* "|") (Expr | "->" Type Block)
bool parseClosure(TokenInput &in, const ast::Expr *&out) {
  const std::uint32_t lo = in.lo();
  ast::ClosureExpr closure{Span{}};
  const char *what = eatClosureQualifiers(in, closure);
  if (in.panicking() || !parseClosureParams(in, closure) || !parseReturnType(in, closure.output))
    return false;
  closure.head_span = in.spanFrom(lo);
  if (!parseClosureBody(in, closure))
    return false;
  return what != nullptr ? makeUnsupported(in, what, lo, out) : finish(in, closure, lo, out);
}

/// The dispatch rule of operands.
bool parseOperand(TokenInput &in, const ast::Expr *&out) {
  switch (in.kind()) {
  case Tok::Ident:
  case Tok::RawIdent:
  case Tok::KwSelfValue:
  case Tok::KwSelfType:
  case Tok::KwSuper:
  case Tok::KwCrate:
  case Tok::PathSep:
  case Tok::Lt:
  case Tok::Shl:
    return parsePathOperand(in, out);
  case Tok::Int:
  case Tok::Float:
  case Tok::Char:
  case Tok::Byte:
  case Tok::Str:
  case Tok::ByteStr:
  case Tok::CStr:
  case Tok::KwTrue:
  case Tok::KwFalse:
    return parseLiteral(in, out);
  case Tok::OpenParen:
    return parseParenthesised(in, out);
  case Tok::OpenBracket:
    return parseArray(in, out);
  case Tok::OpenBrace:
    return parseBlockOperand(in, out);
  case Tok::Or:
  case Tok::OrOr:
  case Tok::KwMove:
  case Tok::KwStatic:
    return parseClosure(in, out);
  case Tok::KwIf:
    return parseIf(in, out);
  case Tok::KwMatch:
    return parseMatch(in, out);
  case Tok::KwLoop:
  case Tok::KwWhile:
    return parseLoopLike(in, {}, in.lo(), out);
  case Tok::KwFor:
    return parseForOperand(in, out);
  case Tok::Lifetime:
    return parseLabelled(in, out);
  case Tok::KwLet:
    return parseLet(in, out);
  case Tok::KwReturn:
    return run<Return>(in, out);
  case Tok::KwBreak:
    return parseBreak(in, out);
  case Tok::KwContinue:
    return run<Continue>(in, out);
  case Tok::KwUnderscore:
    return run<Underscore>(in, out);
  case Tok::KwUnsafe:
    return parseKeywordBlock(in, "`unsafe` block", out);
  case Tok::KwAsync:
    return parseAsyncOperand(in, out);
  case Tok::KwConst:
    return parseConstOperand(in, out);
  case Tok::KwTry:
    return parseTry(in, out);
  case Tok::KwGen:
    return in.kindAt(1) == Tok::OpenBrace ? parseKeywordBlock(in, "`gen` block", out) : in.failExpectedExpr();
  case Tok::KwYield:
    return parseKeywordOperand(in, "`yield`", out);
  case Tok::KwBecome:
    return parseKeywordOperand(in, "`become`", out);
  default:
    return in.failExpectedExpr();
  }
}

} // namespace lien::grammar

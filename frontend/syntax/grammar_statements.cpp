// Statements, and recovery at their level (the Reference, "Statements").
#include "frontend/syntax/grammar.hpp"

namespace lien::grammar {

namespace {

template <typename Node> bool finish(TokenInput &in, Node node, std::uint32_t lo, const ast::Stmt *&out) {
  node.span = in.spanFrom(lo);
  out = in.make(node);
  return true;
}

// EmptyStatement = ";"
struct Empty : Make<ast::EmptyStmt, Eat<Tok::Semi>> {};

/// rustc's recovery from a forgotten `;`: where the next line starts something new, the error stands behind the statement and reading goes on.
bool failMissingSemi(TokenInput &in, ExpectedSet expected, bool has_attributes = false) {
  if (in.panicking())
    return false;
  const ExpectedSet all = expected | ExpectedSet{Expect::Semi} | in.expectedHere();
  const bool starts_anew = startsExpr(in) || startsItem(in, ItemPlace::Block) || in.at(Tok::CloseBrace);
  if ((in.startsLine() || has_attributes) && starts_anew && !all.contains(Expect::Comma)) {
    const std::uint32_t end = in.previousEnd();
    in.report(Span(end, end), "expected `;`, found " + in.found(), "help: add `;` here").label(in.span(), "unexpected token");
    return true;
  }
  return in.failExpected(expected | ExpectedSet{Expect::Semi});
}

// ------------------------------------------------------------------------------------------------------------------- let

/// The Reference, "`let` statements": the initialiser of a `let … else` may end in no `}` and be no lazy boolean expression.
void checkLetElse(TokenInput &in, const ast::Expr *init, const Token &last) {
  const auto *lazy = llvm::dyn_cast<ast::BinaryExpr>(init);
  if (lazy != nullptr && (lazy->op == ast::BinaryOp::And || lazy->op == ast::BinaryOp::Or))
    in.report(init->span, lazy->op == ast::BinaryOp::And ? "a `&&` expression cannot be directly assigned in `let...else`"
                                                         : "a `||` expression cannot be directly assigned in `let...else`");
  else if (last.kind() == Tok::CloseBrace)
    in.report(in.spanOf(last), "right curly brace `}` before `else` in a `let...else` statement not allowed");
}

/// `=`; `==` and `+=` are reported and read as `=`.
bool eatInitialiserSign(TokenInput &in) {
  switch (in.kind()) {
  case Tok::EqEq:
    in.report(in.span(), "unexpected `==`");
    break;
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
    in.report(in.span(), "can't reassign to an uninitialized variable");
    break;
  default:
    return in.eat(Tok::Eq);
  }
  in.bump();
  return true;
}

/// `let`, or what people write instead of it: `var x`, `auto x`, a lone `mut x`.
bool eatLet(TokenInput &in) {
  if (in.eat(Tok::KwLet))
    return true;
  const bool other_word = (in.atWord(sym::weak_var) || in.atWord(sym::weak_auto)) && in.kindAt(1) == Tok::Ident;
  if (!other_word && !in.at(Tok::KwMut))
    return false;
  in.report(in.span(), "invalid variable declaration");
  if (other_word)
    in.bump();
  return true;
}

// LetStatement = "let" Pattern (":" Type)? ("=" Expr ("else" Block)?)? ";"
bool parseLetStatement(TokenInput &in, List<ast::Attribute> attributes, std::uint32_t lo, const ast::Stmt *&out) {
  ast::LetStmt let{Span{}};
  let.attributes = attributes;
  if (!parseTopPattern(in, let.pat))
    return false;
  if (in.eat(Tok::Colon)) {
    if (!parseType(in, let.type))
      return false;
  } else {
    in.alsoExpect({Expect::Colon});
  }
  ExpectedSet expected{Expect::Eq};
  if (eatInitialiserSign(in)) {
    if (!parseExpr(in, let.init))
      return false;
    expected = {Expect::KwElse};
    const Token last = in.previous();
    if (in.eat(Tok::KwElse)) {
      if (!parseBlock(in, let.else_block))
        return false;
      checkLetElse(in, let.init, last);
      expected = {};
    }
  }
  if (!in.eat(Tok::Semi) && !failMissingSemi(in, expected))
    return false;
  return finish(in, let, lo, out);
}

// ----------------------------------------------------------------------------------------------------------- expressions

/// ExpressionStatement = Expr ";" | block-like Expr ";"?; at the end of the block it is the tail, and `tail` is filled instead.
bool parseExprStatement(TokenInput &in, List<ast::Attribute> attributes, std::uint32_t lo, const ast::Stmt *&out, const ast::Expr *&tail) {
  ast::ExprStmt statement{Span{}};
  statement.attributes = attributes;
  {
    const std::uint8_t macro = startsPath(in.kind()) ? brace_macro_ends : 0;
    const WithRestrictions start(in, in_statement | macro);
    if (!climb(in, 0, statement.expr))
      return false;
  }
  statement.has_semi = in.eat(Tok::Semi);
  if (!statement.has_semi && in.at(Tok::CloseBrace)) {
    tail = statement.expr;
    return attributes.empty() || makeUnsupported(in, "attribute on an expression", lo, tail);
  }
  if (!statement.has_semi && statement.expr != in.block_like && !failMissingSemi(in, {Expect::CloseBrace}, !attributes.empty()))
    return false;
  return finish(in, statement, lo, out);
}

bool parseItemStatement(TokenInput &in, List<ast::Attribute> attributes, const ast::Stmt *&out) {
  ast::ItemStmt statement{Span{}};
  if (!parseItem(in, ItemPlace::Block, attributes, statement.item))
    return false;
  ++in.inner_items;
  statement.span = statement.item->span;
  out = in.make(statement);
  return true;
}

/// Attributes with nothing behind them.
bool failLoneAttributes(TokenInput &in, List<ast::Attribute> attributes) {
  const ast::Attribute &last = attributes.back();
  if (last.is_doc)
    return in.fail(Diagnostic(DiagnosticKind::E0585, "found a documentation comment that doesn't document anything", last.span));
  return in.fail(last.span, "expected statement after outer attribute");
}

bool parseLocalOrExpr(TokenInput &in, List<ast::Attribute> attributes, std::uint32_t lo, const ast::Stmt *&out, const ast::Expr *&tail) {
  if (!eatLet(in))
    return parseExprStatement(in, attributes, lo, out, tail);
  const WithRestrictions none(in, no_restriction);
  return parseLetStatement(in, attributes, lo, out);
}

/// A statement whose attributes may change or remove it.
bool declineStatement(TokenInput &in, const char *what, const ast::Stmt *&out, const ast::Expr *&tail) {
  const Span span = out != nullptr ? out->span : tail->span;
  ast::ExprStmt statement(span);
  (void)makeUnsupported(in, what, span.lo(), statement.expr);
  statement.has_semi = true;
  out = in.make(statement);
  tail = nullptr;
  return true;
}

/// The dispatch rule of statements. Fills `out`, or `tail` for the expression that ends the block.
bool parseStatement(TokenInput &in, const ast::Stmt *&out, const ast::Expr *&tail) {
  if (in.at(Tok::Semi))
    return run<Empty>(in, out);
  const std::uint32_t lo = in.lo();
  List<ast::Attribute> attributes;
  if (!parseAttributeList(in, attributes))
    return false;
  if (in.at(Tok::CloseBrace) && !attributes.empty())
    return failLoneAttributes(in, attributes);
  if (startsItem(in, ItemPlace::Block)) {
    const WithRestrictions none(in, no_restriction);
    return parseItemStatement(in, attributes, out);
  }
  const std::size_t late_errors = in.lateErrorCount();
  if (!parseLocalOrExpr(in, attributes, lo, out, tail))
    return false;
  if (attributes.empty())
    return true;
  if (in.lateErrorCount() != late_errors && mayBeRemoved(in, attributes)) {
    in.dropLateErrors(late_errors);
    return declineStatement(in, "statement with errors under an attribute that may remove it", out, tail);
  }
  const bool is_block_like = out != nullptr && out->kind == ast::StmtKind::Expr && !llvm::cast<ast::ExprStmt>(out)->has_semi;
  return areHarmless(in, attributes, !is_block_like) || declineStatement(in, "attribute on a statement", out, tail);
}

// -------------------------------------------------------------------------------------------------------------- recovery

/// A keyword that starts a statement and cannot go on an expression.
bool startsStatementForSure(Tok kind) {
  switch (kind) {
  case Tok::KwLet:
  case Tok::KwFn:
  case Tok::KwStruct:
  case Tok::KwEnum:
  case Tok::KwTrait:
  case Tok::KwImpl:
  case Tok::KwUse:
  case Tok::KwPub:
  case Tok::KwReturn:
  case Tok::KwWhile:
  case Tok::KwFor:
  case Tok::KwLoop:
  case Tok::KwIf:
  case Tok::KwMatch:
    return true;
  default:
    return false;
  }
}

/// Skips from the statement's first token over the error to where the next statement starts: behind a `;`, before the block's `}`, or at a keyword that
/// starts a line. Groups are skipped whole, so that nothing inside them ends the search.
void skipStatement(TokenInput &in, std::uint32_t first, std::uint32_t error) {
  in.moveTo(first);
  while (!isClose(in.kind()) && !in.at(Tok::Eof)) {
    const bool past_error = in.index() > error || (in.index() == error && error != first);
    if (past_error && startsStatementForSure(in.kind()) && in.startsLine())
      return;
    if (isOpen(in.kind())) {
      in.skipGroup();
      continue;
    }
    const bool ends = in.at(Tok::Semi) && in.index() >= error;
    in.bump();
    if (ends)
      return;
  }
}

/// The state that a failed statement may leave changed.
struct SavedState {
  std::uint8_t restrictions;
  std::uint32_t depth;
  std::uint32_t index;
};

} // namespace

bool parseBlockBody(TokenInput &in, ast::BlockExpr &block) {
  ListBuilder<const ast::Stmt *> statements(in);
  bool has_items = false;
  // rustc skips the rest of a block behind a statement it cannot read. It is read here, for the names it declares, but not reported on.
  std::size_t errors_at_failure = TokenInput::never;
  while (!in.at(Tok::CloseBrace)) {
    if (in.panicking())
      return false;
    const SavedState saved{in.restrictions, in.depth, in.index()};
    const std::uint32_t lo = in.lo();
    const ast::Stmt *statement = nullptr;
    if (!parseStatement(in, statement, block.tail)) {
      const std::uint32_t error = in.resume();
      in.restrictions = saved.restrictions;
      in.depth = saved.depth;
      skipStatement(in, saved.index, error);
      statement = in.make(ast::ErrorStmt(in.spanFrom(lo)));
      block.tail = nullptr;
      // But it goes on behind a `let` that lacks only its type.
      const bool lacks_type = in.tokenAt(saved.index).kind() == Tok::KwLet && error > saved.index && in.tokenAt(error - 1).kind() == Tok::Colon;
      if (!lacks_type)
        errors_at_failure = std::min(errors_at_failure, in.errorCount());
    }
    errors_at_failure = std::min(errors_at_failure, in.takeGiveUp());
    if (statement != nullptr) {
      statements.push(statement);
      has_items |= llvm::isa<ast::ItemStmt>(statement);
    }
  }
  if (errors_at_failure < in.errorCount())
    in.dropErrors(errors_at_failure);
  block.has_items = has_items;
  block.stmts = statements.take();
  return true;
}

} // namespace lien::grammar

// Blocks, branches and loops (the Reference, "Block expressions", "`if` expressions", "`match` expressions", "Loops").
#include "frontend/syntax/grammar.hpp"

namespace lien::grammar {

namespace {

template <typename Node> bool finish(TokenInput &in, Node node, std::uint32_t lo, const ast::Expr *&out) {
  node.span = in.spanFrom(lo);
  out = in.make(node);
  in.block_like = out;
  return true;
}

struct Block : Call<parseBlock> {};
struct Condition : Call<parseCondition> {};
struct Scrutinee : Call<parseScrutinee> {};
struct Pattern : Call<parseTopPattern> {};

// WhileExpr = Label? "while" Condition Block
struct While : pegtl::seq<Eat<Tok::KwWhile>, Set<&ast::WhileExpr::condition, Condition>, Set<&ast::WhileExpr::body, Block>> {};
// LoopExpr = Label? "loop" Block
struct Loop : pegtl::seq<SpanOf<&ast::LoopExpr::loop_span, Eat<Tok::KwLoop>>, Set<&ast::LoopExpr::body, Block>> {};
/// The `in` of a `for`; forgotten, it is reported and reading goes on.
bool eatIn(TokenInput &in, ast::ForExpr & /*node*/) {
  if (in.eat(Tok::KwIn))
    return true;
  if (in.panicking())
    return false;
  in.report(Span(in.previousEnd(), in.lo()), "missing `in` in `for` loop");
  return true;
}
/// The body; where the block was read as the iterable, `for x in { … }`, there is nothing to iterate on.
bool parseForBody(TokenInput &in, ast::ForExpr &node) {
  if (in.at(Tok::OpenBrace) || !llvm::isa<ast::BlockExpr>(node.iterable))
    return parseBlock(in, node.body);
  in.report(node.iterable->span.shrinkToLo(), "missing expression to iterate on in `for` loop");
  node.body = llvm::cast<ast::BlockExpr>(node.iterable);
  node.iterable = in.make(ast::ErrorExpr(node.iterable->span.shrinkToLo()));
  return true;
}
// ForExpr = Label? "for" Pattern "in" Scrutinee Block
struct For : pegtl::seq<Eat<Tok::KwFor>, Set<&ast::ForExpr::pat, Pattern>, Call<eatIn>, Set<&ast::ForExpr::iterable, Scrutinee>, Call<parseForBody>> {};

template <typename Node, typename Rule> bool parseLoopAs(TokenInput &in, const ast::Lifetime &label, std::uint32_t lo, const ast::Expr *&out) {
  Node node{Span{}};
  node.label = label;
  return run<Rule>(in, node) && finish(in, node, lo, out);
}

// -------------------------------------------------------------------------------------------------------------------- if

/// One `if` of a chain, before its `else` is known.
struct Branch {
  std::uint32_t lo;
  const ast::Expr *condition;
  const ast::BlockExpr *then_block;
};

bool parseBranch(TokenInput &in, Branch &out) {
  out.lo = in.lo();
  const Span keyword = in.span();
  in.bump();
  if (!parseCondition(in, out.condition))
    return false;
  if (in.at(Tok::OpenBrace))
    return parseBlock(in, out.then_block);
  // `if { … }`: the block was read as the condition.
  if (llvm::isa<ast::BlockExpr>(out.condition))
    return in.fail(keyword.shrinkToHi(), "missing condition for `if` expression", "expected condition here");
  return in.failExpected("`{`");
}

} // namespace

/// IfExpr = "if" Condition Block ("else" (Block | IfExpr))?; a loop over the `else if`s, the nodes built from the last to the first.
bool parseIf(TokenInput &in, const ast::Expr *&out) {
  llvm::SmallVector<Branch, 4> branches;
  const ast::Expr *last = nullptr;
  for (;;) {
    Branch branch{};
    if (!parseBranch(in, branch))
      return false;
    branches.push_back(branch);
    if (!in.eat(Tok::KwElse))
      break;
    if (in.at(Tok::KwIf))
      continue;
    const ast::BlockExpr *block = nullptr;
    if (!parseBlock(in, block))
      return false;
    last = block;
    break;
  }
  for (const Branch &branch : llvm::reverse(branches)) {
    ast::IfExpr node(in.spanFrom(branch.lo));
    node.condition = branch.condition;
    node.then_block = branch.then_block;
    node.else_expr = last;
    last = in.make(node);
  }
  out = last;
  in.block_like = out;
  return true;
}

// ----------------------------------------------------------------------------------------------------------------- match

namespace {

/// `=> body`. True with a null body: it is missing, and that was reported.
bool parseArmBody(TokenInput &in, ast::MatchArm &arm, std::uint32_t lo) {
  if (!in.eat(Tok::FatArrow)) {
    if (arm.guard == nullptr && (in.at(Tok::Comma) || in.at(Tok::CloseBrace))) {
      in.reportLate(in.spanFrom(lo), "`match` arm with no body");
      return true;
    }
    in.alsoExpect(arm.guard == nullptr ? ExpectedSet{Expect::KwIf} : ExpectedSet{});
    return in.failExpected(ExpectedSet{Expect::FatArrow});
  }
  const WithRestrictions body(in, in_statement);
  return parseExprRestricted(in, arm.body);
}

/// Does another arm start here? Its `=>` comes before anything that ends an expression.
bool startsArm(TokenInput &in) {
  std::uint32_t index = in.index();
  for (int budget = 64; budget > 0; --budget) {
    const Token &token = in.tokenAt(index);
    switch (token.kind()) {
    case Tok::FatArrow:
      return index != in.index();
    case Tok::Comma:
    case Tok::Semi:
    case Tok::Eof:
    case Tok::CloseBrace:
    case Tok::CloseParen:
    case Tok::CloseBracket:
    case Tok::Dot:
    case Tok::Question:
      return false;
    default:
      index = isOpen(token.kind()) ? token.value + 1 : index + 1;
    }
  }
  return false;
}

/// The comma behind an arm; block-like bodies and the last arm need none.
bool parseArmEnd(TokenInput &in, const ast::MatchArm &arm) {
  if (in.eat(Tok::Comma) || in.at(Tok::CloseBrace) || (arm.body != nullptr && arm.body == in.block_like))
    return true;
  if (in.panicking())
    return false;
  if (startsArm(in)) {
    const std::uint32_t end = in.previousEnd();
    in.report(Span(end, end), "expected `,` following `match` arm", "help: missing a comma here to end this `match` arm");
    return true;
  }
  return in.failExpected(ExpectedSet{Expect::Comma, Expect::CloseBrace});
}

// MatchArm = OuterAttribute* Pattern ("if" Guard)? "=>" Expr ","?
bool parseArm(TokenInput &in, ast::MatchArm &arm) {
  if (!parseAttributeList(in, arm.attributes))
    return false;
  const std::uint32_t lo = in.lo();
  if (!parseTopPattern(in, arm.pat))
    return false;
  if (in.eat(Tok::KwIf) && !parseGuard(in, arm.guard))
    return false;
  if (!parseArmBody(in, arm, lo))
    return false;
  arm.span = in.spanFrom(lo);
  return parseArmEnd(in, arm) && (areHarmless(in, arm.attributes, true) || makeUnsupported(in, "attribute on a match arm", lo, arm.body));
}

} // namespace

// MatchExpr = "match" Scrutinee "{" InnerAttribute* MatchArm* "}"
bool parseMatch(TokenInput &in, const ast::Expr *&out) {
  const std::uint32_t lo = in.lo();
  ast::MatchExpr node{Span{}};
  node.match_span = in.span();
  in.bump();
  if (!parseScrutinee(in, node.scrutinee) || !run<Need<Tok::OpenBrace>>(in))
    return false;
  const Nesting nesting(in);
  if (in.tooDeep())
    return false;
  ListBuilder<ast::Attribute> inner(in);
  if (!parseInnerAttributes(in, inner))
    return false;
  ListBuilder<ast::MatchArm> arms(in);
  while (!in.at(Tok::CloseBrace)) {
    ast::MatchArm arm;
    if (!parseArm(in, arm))
      return false;
    arms.push(arm);
  }
  in.bump();
  node.arms = arms.take();
  if (!inner.empty())
    return makeUnsupported(in, "inner attribute in an expression", lo, out);
  return finish(in, node, lo, out);
}

// ---------------------------------------------------------------------------------------------------------------- blocks

bool parseBodyBlock(TokenInput &in, ListBuilder<ast::Attribute> &attributes, const ast::BlockExpr *&out) {
  if (!in.at(Tok::OpenBrace))
    return in.failExpected("`{`");
  const Nesting nesting(in);
  if (in.tooDeep())
    return false;
  const std::uint32_t lo = in.lo();
  in.bump();
  ast::BlockExpr block{Span{}};
  if (!parseInnerAttributes(in, attributes) || !parseBlockBody(in, block))
    return false;
  in.bump();
  block.span = in.spanFrom(lo);
  out = in.make(block);
  return true;
}

// BlockExpr = "{" InnerAttribute* Statement* Expr? "}"
bool parseBlock(TokenInput &in, const ast::BlockExpr *&out) {
  ListBuilder<ast::Attribute> inner(in);
  if (!parseBodyBlock(in, inner, out))
    return false;
  if (inner.empty())
    return true;
  ast::BlockExpr block = *out;
  block.inner_attributes = inner.take();
  out = in.make(block);
  return true;
}

// ----------------------------------------------------------------------------------------------------------------- loops

bool parseLoopLike(TokenInput &in, const ast::Lifetime &label, std::uint32_t lo, const ast::Expr *&out) {
  switch (in.kind()) {
  case Tok::KwLoop:
    return parseLoopAs<ast::LoopExpr, Loop>(in, label, lo, out);
  case Tok::KwWhile:
    return parseLoopAs<ast::WhileExpr, While>(in, label, lo, out);
  case Tok::KwFor:
    return parseLoopAs<ast::ForExpr, For>(in, label, lo, out);
  case Tok::OpenBrace: {
    const ast::BlockExpr *block = nullptr;
    if (!parseBlock(in, block))
      return false;
    ast::BlockExpr labelled = *block;
    labelled.label = label;
    return finish(in, labelled, lo, out);
  }
  default:
    return in.panicking() ? false
                          : in.fail(in.span(), "expected `while`, `for`, `loop` or `{` after a label", "expected `while`, `for`, `loop` or `{` after a label");
  }
}

// Label = Lifetime ":"
bool parseLabelled(TokenInput &in, const ast::Expr *&out) {
  const std::uint32_t lo = in.lo();
  ast::Lifetime label;
  if (!parseLifetime(in, label))
    return false;
  if (!in.eat(Tok::Colon)) {
    const bool loops = in.at(Tok::KwLoop) || in.at(Tok::KwWhile) || in.at(Tok::KwFor) || in.at(Tok::OpenBrace);
    if (!loops)
      return in.panicking()
                 ? false
                 : in.fail(in.span(), "expected `while`, `for`, `loop` or `{` after a label", "expected `while`, `for`, `loop` or `{` after a label");
    in.report(label.span, "labeled expression must be followed by `:`");
  }
  return parseLoopLike(in, label, lo, out);
}

} // namespace lien::grammar

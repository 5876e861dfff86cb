// Patterns (the Reference, "Patterns").
#include "frontend/syntax/grammar.hpp"

namespace lien::grammar {

namespace {

template <typename Node> bool finish(TokenInput &in, Node node, std::uint32_t lo, const ast::Pat *&out) {
  node.span = in.spanFrom(lo);
  out = in.make(node);
  return true;
}

bool unsupported(TokenInput &in, const char *what, std::uint32_t lo, const ast::Pat *&out) {
  ast::UnsupportedPat node{Span{}};
  node.what = what;
  return finish(in, node, lo, out);
}

struct AnyPattern : Call<parsePattern> {};
struct PatternNoTopAlt : Call<parsePatternNoTopAlt> {};

// WildcardPattern = "_"
struct Wildcard : Make<ast::WildPat, Eat<Tok::KwUnderscore>> {};
// SlicePattern = "[" Pattern,* "]"
struct Slice : Make<ast::SlicePat, Eat<Tok::OpenBracket>, Set<&ast::SlicePat::elements, ListUntil<const ast::Pat *, AnyPattern, Tok::CloseBracket>>> {};

bool isRangeDots(Tok kind) { return kind == Tok::DotDot || kind == Tok::DotDotEq || kind == Tok::DotDotDot; }

// ---------------------------------------------------------------------------------------------------------------- ranges

bool startsRangeEnd(const TokenInput &in) {
  return isLiteral(in.kind()) || in.at(Tok::KwTrue) || in.at(Tok::KwFalse) || in.at(Tok::Minus) || in.at(Tok::Lt) || in.at(Tok::Shl) || startsPath(in.kind());
}

bool parseRangeEnd(TokenInput &in, const ast::Expr *&out) {
  if (!startsPath(in.kind()) && !in.at(Tok::Lt) && !in.at(Tok::Shl))
    return parseLiteralMaybeMinus(in, out);
  ast::PathExpr path{Span{}};
  if (!(startsPath(in.kind()) ? parseExprPath(in, path.path) : parseQualifiedPath(in, true, path.path)))
    return false;
  path.span = path.path.span;
  out = in.make(path);
  return true;
}

// RangePattern = End ("..=" | ".." | "...") End? | ("..=" | "..") End
bool parseRange(TokenInput &in, const ast::Expr *low, std::uint32_t lo, const ast::Pat *&out) {
  ast::RangePat range{Span{}};
  range.lo = low;
  const Span dots = in.span();
  const Tok kind = in.kind();
  range.inclusive = kind != Tok::DotDot;
  in.bump();
  if (startsRangeEnd(in)) {
    if (!parseRangeEnd(in, range.hi))
      return false;
  } else if (range.inclusive) {
    in.report(Diagnostic(DiagnosticKind::E0586, "inclusive range with no end", dots));
  }
  if (kind == Tok::DotDotDot && low != nullptr)
    in.reportLate(Diagnostic(DiagnosticKind::E0783, "`...` range patterns are deprecated", in.spanFrom(lo)));
  return finish(in, range, lo, out);
}

bool parseLiteralOrRange(TokenInput &in, const ast::Pat *&out) {
  const std::uint32_t lo = in.lo();
  ast::LiteralPat literal{Span{}};
  if (!parseLiteralMaybeMinus(in, literal.expr))
    return false;
  if (isRangeDots(in.kind()))
    return parseRange(in, literal.expr, lo, out);
  in.alsoExpect({Expect::DotDotDot, Expect::DotDotEq, Expect::DotDot});
  return finish(in, literal, lo, out);
}

/// `..` alone, or a range that is open below.
bool parseRestOrRange(TokenInput &in, const ast::Pat *&out) {
  const std::uint32_t lo = in.lo();
  // A token behind `..` that starts a range's end makes it a range.
  if (in.at(Tok::DotDot)) {
    in.bump();
    if (!startsRangeEnd(in))
      return finish(in, ast::RestPat{Span{}}, lo, out);
    ast::RangePat range{Span{}};
    range.inclusive = false;
    return parseRangeEnd(in, range.hi) && finish(in, range, lo, out);
  }
  if (in.at(Tok::DotDotDot)) {
    const Span dots = in.span();
    in.report(dots, "range-to patterns with `...` are not allowed");
  }
  return parseRange(in, nullptr, lo, out);
}

// ---------------------------------------------------------------------------------------------------------------- names

/// `@ subpattern`, if any; ends the binding.
bool finishBinding(TokenInput &in, ast::IdentPat &binding, std::uint32_t lo, const ast::Pat *&out) {
  if (in.eat(Tok::At)) {
    if (!parsePatternNoTopAlt(in, binding.sub))
      return false;
  } else {
    in.alsoExpect(ExpectedSet{Expect::At});
  }
  return finish(in, binding, lo, out);
}

bool parseBindingName(TokenInput &in, ast::Ident &out) {
  // `self` is a name here; that it may not be bound is for names to say.
  if (in.at(Tok::KwSelfValue)) {
    out = {in.current()->symbol(), in.span()};
    in.bump();
    return true;
  }
  return parseIdent(in, out);
}

// IdentifierPattern = "ref"? "mut"? Name ("@" PatternNoTopAlt)?
bool parseBinding(TokenInput &in, const ast::Pat *&out) {
  const std::uint32_t lo = in.lo();
  ast::IdentPat binding{Span{}};
  if (in.at(Tok::KwMut)) {
    binding.is_mut = true;
    binding.mut_span = in.span();
    in.bump();
    if (in.at(Tok::KwRef)) {
      in.bump();
      binding.by_ref = true;
      if (in.eat(Tok::KwMut))
        binding.ref_mutability = Mutability::Mut;
      return parseBindingName(in, binding.name) && finishBinding(in, binding, lo, out) && unsupported(in, "`mut ref` binding", lo, out);
    }
    if (in.at(Tok::KwMut)) {
      in.report(in.span(), "`mut` on a binding may not be repeated");
      while (in.eat(Tok::KwMut)) {
      }
    }
  } else if (in.eat(Tok::KwRef)) {
    binding.by_ref = true;
    if (in.eat(Tok::KwMut))
      binding.ref_mutability = Mutability::Mut;
  }
  return parseBindingName(in, binding.name) && finishBinding(in, binding, lo, out);
}

/// Tokens that make a name before them the start of a path pattern, not a binding.
bool behindPathPattern(Tok kind) {
  switch (kind) {
  case Tok::OpenParen:
  case Tok::OpenBrace:
  case Tok::DotDot:
  case Tok::DotDotEq:
  case Tok::DotDotDot:
  case Tok::PathSep:
  case Tok::Bang:
    return true;
  default:
    return false;
  }
}

bool isLoneName(const TokenInput &in) {
  if (!in.at(Tok::Ident) && !in.at(Tok::RawIdent))
    return false;
  return !behindPathPattern(in.kindAt(1));
}

// --------------------------------------------------------------------------------------------------------------- structs

/// `name`, `ref mut name`: the short form of a field.
bool parseShorthandField(TokenInput &in, ast::FieldPat &out) {
  out.shorthand = true;
  const std::uint32_t lo = in.lo();
  ast::IdentPat binding{Span{}};
  if (in.eat(Tok::KwRef))
    binding.by_ref = true;
  const Span mut_span = in.span();
  if (in.eat(Tok::KwMut)) {
    if (binding.by_ref)
      binding.ref_mutability = Mutability::Mut;
    else
      binding.is_mut = true, binding.mut_span = mut_span;
  }
  if (!parseIdent(in, binding.name))
    return false;
  binding.span = in.spanFrom(lo);
  out.name = binding.name;
  out.pat = in.make(binding);
  in.alsoExpect({Expect::Colon, Expect::Comma});
  return true;
}

// StructPatternField = (TupleIndex | Name) ":" Pattern | "ref"? "mut"? Name
bool parseFieldPat(TokenInput &in, ast::FieldPat &out) {
  if (!parseAttributeList(in, out.attributes))
    return false;
  const std::uint32_t lo = in.lo();
  const bool is_name = in.at(Tok::Ident) || in.at(Tok::RawIdent) || in.at(Tok::Int);
  bool ok = false;
  if (is_name && in.kindAt(1) == Tok::Colon) {
    out.name = {in.at(Tok::Int) ? in.symbols().intern(in.text(*in.current())) : in.current()->symbol(), in.span()};
    in.bump();
    in.bump();
    ok = parsePattern(in, out.pat);
  } else {
    ok = parseShorthandField(in, out);
  }
  out.span = in.spanFrom(lo);
  if (ok && !areHarmless(in, out.attributes, true)) {
    ast::UnsupportedPat pattern(out.span);
    pattern.what = "attribute on a field of a pattern";
    out.pat = in.make(pattern);
  }
  return ok;
}

// StructPattern = Path "{" StructPatternField,* ("..")? "}"
bool parseStructPat(TokenInput &in, const ast::Path &path, std::uint32_t lo, const ast::Pat *&out) {
  in.bump();
  ast::StructPat node{Span{}};
  node.path = path;
  ListBuilder<ast::FieldPat> fields(in);
  while (!in.at(Tok::CloseBrace)) {
    if (in.at(Tok::DotDot) || in.at(Tok::DotDotDot) || in.at(Tok::KwUnderscore)) {
      if (!in.at(Tok::DotDot))
        in.report(in.span(), "expected field pattern, found `" + in.text(*in.current()).str() + "`");
      node.has_rest = true;
      node.rest_span = in.span();
      in.bump();
      if (in.at(Tok::CloseBrace))
        break;
      return in.fail(in.span(), "expected `}`, found " + in.found(), "expected `}`");
    }
    ast::FieldPat field;
    if (!parseFieldPat(in, field))
      return false;
    fields.push(field);
    if (!in.eat(Tok::Comma) && !in.at(Tok::CloseBrace))
      return in.failExpected(ExpectedSet{Expect::Comma, Expect::CloseBrace});
  }
  in.bump();
  node.fields = fields.take();
  return finish(in, node, lo, out);
}

/// A path and what hangs on it: `Path`, `Path(…)`, `Path { … }`, `Path..=end`, `path!(…)`.
bool parsePathPattern(TokenInput &in, const ast::Pat *&out) {
  const std::uint32_t lo = in.lo();
  ast::PathPat node{Span{}};
  const bool qualified = in.at(Tok::Lt) || in.at(Tok::Shl);
  if (!(qualified ? parseQualifiedPath(in, true, node.path) : parseExprPath(in, node.path)))
    return false;
  switch (in.kind()) {
  case Tok::OpenParen: {
    in.bump();
    ast::TupleStructPat tuple{Span{}};
    tuple.path = node.path;
    return run<ListUntil<const ast::Pat *, AnyPattern, Tok::CloseParen>>(in, tuple.elements) && finish(in, tuple, lo, out);
  }
  case Tok::OpenBrace:
    return parseStructPat(in, node.path, lo, out);
  case Tok::Bang:
    if (qualified)
      break;
    in.bump();
    if (!isOpen(in.kind()))
      return in.failExpected("one of `(`, `[`, or `{`");
    in.skipGroup();
    return unsupported(in, "macro call in a pattern", lo, out);
  case Tok::DotDot:
  case Tok::DotDotEq:
  case Tok::DotDotDot: {
    ast::PathExpr low{in.spanFrom(lo)};
    low.path = node.path;
    return parseRange(in, in.make(low), lo, out);
  }
  default:
    break;
  }
  in.alsoExpect({Expect::Bang, Expect::OpenParen, Expect::DotDotDot, Expect::DotDotEq, Expect::DotDot, Expect::OpenBrace});
  return finish(in, node, lo, out);
}

// ---------------------------------------------------------------------------------------------------------------- others

// ReferencePattern = ("&" | "&&") "mut"? PatternWithoutRange
bool parseReferencePattern(TokenInput &in, const ast::Pat *&out) {
  const std::uint32_t lo = in.lo();
  (void)in.eatPart(Tok::And);
  ast::RefPat ref{Span{}};
  if (in.at(Tok::Lifetime)) {
    in.report(in.span(), "unexpected lifetime `" + in.text(*in.current()).str() + "` in pattern");
    in.bump();
  }
  if (in.eat(Tok::KwMut))
    ref.mutability = Mutability::Mut;
  if (!parsePatternNoTopAlt(in, ref.sub))
    return false;
  const auto *range = llvm::dyn_cast<ast::RangePat>(ref.sub);
  if (range != nullptr)
    in.report(range->span, "the range pattern here has ambiguous interpretation");
  return finish(in, ref, lo, out);
}

// TuplePattern, GroupedPattern
bool parseParenPattern(TokenInput &in, const ast::Pat *&out) {
  const std::uint32_t lo = in.lo();
  in.bump();
  ListBuilder<const ast::Pat *> elements(in);
  bool trailing_comma = false;
  while (!in.at(Tok::CloseParen)) {
    const ast::Pat *element = nullptr;
    if (!parsePattern(in, element))
      return false;
    elements.push(element);
    trailing_comma = in.eat(Tok::Comma);
    if (!trailing_comma && !in.at(Tok::CloseParen))
      return in.failExpected(ExpectedSet{Expect::Comma, Expect::CloseParen});
  }
  in.bump();
  // `(..)` is a tuple pattern: a lone rest is never grouped.
  if (elements.size() == 1 && !trailing_comma && !llvm::isa<ast::RestPat>(elements.items().front())) {
    ast::ParenPat paren{Span{}};
    paren.inner = elements.items().front();
    return finish(in, paren, lo, out);
  }
  ast::TuplePat tuple{Span{}};
  tuple.elements = elements.take();
  return finish(in, tuple, lo, out);
}

bool parseConstBlockPattern(TokenInput &in, const ast::Pat *&out) {
  const std::uint32_t lo = in.lo();
  in.bump();
  const ast::BlockExpr *block = nullptr;
  return parseBlock(in, block) && unsupported(in, "`const` block in a pattern", lo, out);
}

/// The dispatch rule of patterns.
bool dispatchPattern(TokenInput &in, const ast::Pat *&out) {
  switch (in.kind()) {
  case Tok::KwUnderscore:
    return run<Wildcard>(in, out);
  case Tok::And:
  case Tok::AndAnd:
    return parseReferencePattern(in, out);
  case Tok::OpenParen:
    return parseParenPattern(in, out);
  case Tok::OpenBracket:
    return run<Slice>(in, out);
  case Tok::DotDot:
  case Tok::DotDotEq:
  case Tok::DotDotDot:
    return parseRestOrRange(in, out);
  case Tok::KwRef:
  case Tok::KwMut:
    return parseBinding(in, out);
  case Tok::KwConst:
    if (in.kindAt(1) == Tok::OpenBrace)
      return parseConstBlockPattern(in, out);
    return in.failExpected("pattern");
  case Tok::Minus:
  case Tok::KwTrue:
  case Tok::KwFalse:
    return parseLiteralOrRange(in, out);
  case Tok::Lt:
  case Tok::Shl:
    return parsePathPattern(in, out);
  case Tok::Bang: {
    const std::uint32_t lo = in.lo();
    in.bump();
    return unsupported(in, "never pattern", lo, out);
  }
  default:
    break;
  }
  if (isLoneName(in))
    return parseBinding(in, out);
  if (isLiteral(in.kind()))
    return parseLiteralOrRange(in, out);
  if (startsPath(in.kind()))
    return parsePathPattern(in, out);
  // A keyword in the place of a name.
  const bool is_name = isKeyword(in.kind()) && !in.at(Tok::KwIn) && !in.at(Tok::KwLet) && !behindPathPattern(in.kindAt(1));
  return in.failExpected(is_name ? "identifier" : in.pattern_name);
}

bool reportDoubleBar(TokenInput &in) {
  in.report(in.span(), "unexpected token `||` in pattern");
  in.bump();
  return true;
}

/// What cannot start a pattern but follows one: a `|` before it has nothing behind it.
bool endsPattern(Tok kind) {
  switch (kind) {
  case Tok::FatArrow:
  case Tok::KwIf:
  case Tok::Eq:
  case Tok::Colon:
  case Tok::KwIn:
  case Tok::CloseParen:
  case Tok::CloseBracket:
  case Tok::CloseBrace:
  case Tok::Comma:
  case Tok::Semi:
    return true;
  default:
    return false;
  }
}

/// `|`, or `||` with an error.
bool eatBar(TokenInput &in) { return in.eat(Tok::Or) || (in.at(Tok::OrOr) && reportDoubleBar(in)); }

} // namespace

bool parsePatternNoTopAlt(TokenInput &in, const ast::Pat *&out) {
  const Nesting nesting(in);
  return !in.tooDeep() && dispatchPattern(in, out);
}

// Pattern = "|"? PatternNoTopAlt ("|" PatternNoTopAlt)*
bool parsePattern(TokenInput &in, const ast::Pat *&out) {
  const std::uint32_t lo = in.lo();
  (void)eatBar(in);
  if (!parsePatternNoTopAlt(in, out))
    return false;
  if (!in.at(Tok::Or) && !in.at(Tok::OrOr)) {
    in.alsoExpect(ExpectedSet{Expect::Or});
    return true;
  }
  ListBuilder<const ast::Pat *> alternatives(in);
  alternatives.push(out);
  while (eatBar(in)) {
    if (endsPattern(in.kind())) {
      in.report(in.spanOf(in.previous()), "a trailing `|` is not allowed in an or-pattern");
      break;
    }
    const ast::Pat *next = nullptr;
    if (!parsePatternNoTopAlt(in, next))
      return false;
    alternatives.push(next);
  }
  ast::OrPat node{Span{}};
  node.alternatives = alternatives.take();
  return finish(in, node, lo, out);
}

bool parseTopPattern(TokenInput &in, const ast::Pat *&out) {
  if (!parsePattern(in, out))
    return false;
  if (!in.at(Tok::Comma))
    return true;
  in.report(in.span(), "unexpected `,` in pattern");
  while (in.eat(Tok::Comma) && !endsPattern(in.kind())) {
    const ast::Pat *next = nullptr;
    if (!parsePattern(in, next))
      return false;
  }
  return true;
}

bool parseParamPattern(TokenInput &in, const ast::Pat *&out) {
  const std::uint32_t lo = in.lo();
  const bool leading = in.at(Tok::Or);
  in.pattern_name = "parameter name";
  const bool parsed = parsePattern(in, out);
  in.pattern_name = "pattern";
  if (!parsed)
    return false;
  if (leading || llvm::isa<ast::OrPat>(out))
    in.report(in.spanFrom(lo), "function parameters require top-level or-patterns in parentheses");
  return true;
}

} // namespace lien::grammar

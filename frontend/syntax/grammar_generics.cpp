// Generic parameters, bounds and where clauses (the Reference, "Generic parameters", "Trait and lifetime bounds").
#include "frontend/syntax/grammar.hpp"

namespace lien::grammar {

namespace {

// LifetimeParam = Lifetime (":" LifetimeBounds)?
bool parseLifetimeParam(TokenInput &in, ast::GenericParam &out) {
  ast::Lifetime lifetime;
  if (!parseLifetime(in, lifetime))
    return false;
  out.kind = ast::GenericParam::Kind::Lifetime;
  out.name = {lifetime.name, lifetime.span};
  if (in.eat(Tok::Colon))
    return parseBounds(in, out.bounds);
  in.alsoExpect({Expect::Colon});
  return true;
}

// ConstParam = "const" Name ":" Type ("=" (Block | Name | "-"? Literal))?
bool parseConstParam(TokenInput &in, ast::GenericParam &out) {
  in.bump();
  out.kind = ast::GenericParam::Kind::Const;
  if (!parseIdent(in, out.name) || !run<Need<Tok::Colon>>(in) || !parseType(in, out.type))
    return false;
  if (!in.eat(Tok::Eq))
    return true;
  if (in.at(Tok::OpenBrace)) {
    const ast::BlockExpr *block = nullptr;
    const bool ok = parseBlock(in, block);
    out.default_expr = block;
    return ok;
  }
  if (!startsPath(in.kind()))
    return parseLiteralMaybeMinus(in, out.default_expr);
  ast::PathExpr path{Span{}};
  if (!parseExprPath(in, path.path))
    return false;
  path.span = path.path.span;
  out.default_expr = in.make(path);
  return true;
}

// TypeParam = Name (":" Bounds?)? ("=" Type)?
bool parseTypeParam(TokenInput &in, ast::GenericParam &out) {
  out.kind = ast::GenericParam::Kind::Type;
  if (!in.at(Tok::Ident) && !in.at(Tok::RawIdent) && !isKeyword(in.kind()))
    return in.failExpected(ExpectedSet{Expect::Pound, Expect::Gt, Expect::KwConst, Expect::Identifier, Expect::Lifetime});
  if (!parseIdent(in, out.name))
    return false;
  if (in.eat(Tok::Colon)) {
    if (!parseBounds(in, out.bounds))
      return false;
  } else {
    in.alsoExpect({Expect::Colon});
  }
  in.alsoExpect({Expect::Eq});
  return !in.eat(Tok::Eq) || parseType(in, out.type);
}

bool parseGenericParam(TokenInput &in, ast::GenericParam &out) {
  if (!parseAttributeList(in, out.attributes))
    return false;
  const std::uint32_t lo = in.lo();
  bool ok = false;
  if (in.at(Tok::Lifetime))
    ok = parseLifetimeParam(in, out);
  else if (in.at(Tok::KwConst))
    ok = parseConstParam(in, out);
  else
    ok = parseTypeParam(in, out);
  out.span = in.spanFrom(lo);
  return ok;
}

/// Parameters up to the `>`, which is eaten.
bool parseParamsUntilGt(TokenInput &in, List<ast::GenericParam> &out) {
  ListBuilder<ast::GenericParam> params(in);
  while (!in.eatPart(Tok::Gt)) {
    ast::GenericParam param;
    if (!parseGenericParam(in, param))
      return false;
    params.push(param);
    if (in.eatPart(Tok::Gt))
      break;
    if (!in.eat(Tok::Comma))
      return in.failExpected(ExpectedSet{Expect::Comma, Expect::Gt});
  }
  out = params.take();
  return true;
}

// UseBound = "use" "<" (Lifetime | Name | "Self"),* ">"
bool parseUseBound(TokenInput &in, ast::GenericBound &out) {
  in.bump();
  out.kind = ast::GenericBound::Kind::Use;
  if (!in.eatPart(Tok::Lt))
    return in.failExpected(ExpectedSet{Expect::Lt});
  ListBuilder<ast::Ident> captures(in);
  while (!in.eatPart(Tok::Gt)) {
    if (!in.at(Tok::Lifetime) && !in.at(Tok::Ident) && !in.at(Tok::RawIdent) && !in.at(Tok::KwSelfType))
      return in.failExpected("one of lifetime, `Self`, or identifier");
    captures.push({in.current()->symbol(), in.span()});
    in.bump();
    if (!in.eat(Tok::Comma) && !in.at(Tok::Gt) && !in.at(Tok::Shr) && !in.at(Tok::Ge) && !in.at(Tok::ShrEq))
      return in.failExpected(ExpectedSet{Expect::Comma, Expect::Gt});
  }
  out.captures = captures.take();
  return true;
}

// TraitBound = "?"? ("for" "<" … ">")? TypePath, possibly in parentheses
bool parseTraitBound(TokenInput &in, ast::GenericBound &out) {
  const bool parenthesised = in.eat(Tok::OpenParen);
  out.kind = ast::GenericBound::Kind::Trait;
  if (!parseForLifetimes(in, out.for_lifetimes))
    return false;
  if (in.eat(Tok::Tilde)) {
    out.is_const = true;
    if (!in.eat(Tok::KwConst))
      return in.failExpected(ExpectedSet{Expect::KwConst});
  } else if (in.eat(Tok::KwConst)) {
    out.is_const = true;
  } else if (in.at(Tok::OpenBracket) && in.kindAt(1) == Tok::KwConst) {
    in.skipGroup();
    out.is_const = true;
  }
  if (in.at(Tok::KwAsync)) {
    in.bump();
    out.is_const = true; // `async Fn()`: outside the subset as well
  }
  if (in.eat(Tok::Question) || in.eat(Tok::Bang))
    out.maybe = true;
  if (in.at(Tok::KwDyn)) {
    in.report(in.span(), "invalid `dyn` keyword");
    in.bump();
  }
  if (out.for_lifetimes.empty() && !parseForLifetimes(in, out.for_lifetimes))
    return false;
  return parseTypePath(in, out.path) && (!parenthesised || run<Need<Tok::CloseParen>>(in));
}

bool parseBound(TokenInput &in, const ast::GenericBound *&out) {
  ast::GenericBound bound;
  const std::uint32_t lo = in.lo();
  bool ok = false;
  if (in.at(Tok::Lifetime)) {
    bound.kind = ast::GenericBound::Kind::Outlives;
    ok = parseLifetime(in, bound.lifetime);
  } else if (in.at(Tok::KwUse)) {
    ok = parseUseBound(in, bound);
  } else {
    ok = parseTraitBound(in, bound);
  }
  if (!ok)
    return false;
  bound.span = in.spanFrom(lo);
  out = in.make(bound);
  return true;
}

// WherePredicate = Lifetime ":" LifetimeBounds | ("for" "<" … ">")? Type ":" Bounds
bool parseWherePredicate(TokenInput &in, ast::WherePredicate &out) {
  const std::uint32_t lo = in.lo();
  bool ok = false;
  if (in.at(Tok::Lifetime) && in.kindAt(1) != Tok::Plus)
    ok = parseLifetime(in, out.lifetime) && run<Need<Tok::Colon>>(in) && parseBounds(in, out.bounds);
  else
    ok = parseForLifetimes(in, out.for_lifetimes) && parseTypeNoPlus(in, out.type) && run<Need<Tok::Colon>>(in) && parseBounds(in, out.bounds);
  out.span = in.spanFrom(lo);
  return ok;
}

} // namespace

bool startsBound(const TokenInput &in) {
  switch (in.kind()) {
  case Tok::Lifetime:
  case Tok::Question:
  case Tok::Bang:
  case Tok::Tilde:
  case Tok::KwFor:
  case Tok::OpenParen:
  case Tok::KwConst:
  case Tok::KwAsync:
  case Tok::KwUse:
  case Tok::KwDyn:
  case Tok::Lt:
  case Tok::Shl:
    return true;
  case Tok::OpenBracket:
    return in.kindAt(1) == Tok::KwConst;
  default:
    return startsPath(in.kind());
  }
}

bool parseBounds(TokenInput &in, List<const ast::GenericBound *> &out) {
  const Nesting nesting(in);
  if (in.tooDeep())
    return false;
  ListBuilder<const ast::GenericBound *> bounds(in);
  while (startsBound(in)) {
    const ast::GenericBound *bound = nullptr;
    if (!parseBound(in, bound))
      return false;
    bounds.push(bound);
    if (!in.eatPart(Tok::Plus)) {
      in.alsoExpect(ExpectedSet{Expect::Plus});
      break;
    }
  }
  if (bounds.empty() || in.previous().kind() == Tok::Plus)
    in.alsoExpect({Expect::Bang, Expect::OpenParen, Expect::Question, Expect::OpenBracket, Expect::KwAsync, Expect::KwConst, Expect::KwFor, Expect::KwUse,
                   Expect::Tilde, Expect::Lifetime, Expect::Path});
  out = bounds.take();
  return true;
}

bool parseForLifetimes(TokenInput &in, List<ast::GenericParam> &out) {
  if (!in.at(Tok::KwFor))
    return true;
  in.bump();
  if (!in.eatPart(Tok::Lt))
    return in.failExpected(ExpectedSet{Expect::Lt});
  return parseParamsUntilGt(in, out);
}

bool parseGenericParams(TokenInput &in, ast::Generics &out) {
  const std::uint32_t lo = in.lo();
  if (!in.at(Tok::Lt)) {
    out.span = Span(lo, lo);
    in.alsoExpect({Expect::Lt});
    return true;
  }
  in.bump();
  const bool ok = parseParamsUntilGt(in, out.params);
  out.span = in.spanFrom(lo);
  return ok;
}

// WhereClause = "where" (WherePredicate ("," WherePredicate)* ","?)?
bool parseWhereClause(TokenInput &in, ast::Generics &out) {
  if (!in.at(Tok::KwWhere)) {
    in.alsoExpect({Expect::KwWhere});
    return true;
  }
  const std::uint32_t lo = in.lo();
  in.bump();
  in.alsoExpect({Expect::Pound, Expect::Lifetime, Expect::Type});
  ListBuilder<ast::WherePredicate> predicates(in);
  while (in.at(Tok::Lifetime) || startsType(in)) {
    ast::WherePredicate predicate;
    if (!parseWherePredicate(in, predicate))
      return false;
    predicates.push(predicate);
    if (!in.eat(Tok::Comma)) {
      in.alsoExpect({Expect::Comma});
      break;
    }
    in.alsoExpect({Expect::Pound, Expect::Lifetime, Expect::Type});
  }
  out.where_predicates = predicates.take();
  out.where_span = in.spanFrom(lo);
  return true;
}

} // namespace lien::grammar

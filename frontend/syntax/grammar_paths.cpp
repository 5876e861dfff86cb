// Names, paths and generic arguments (the Reference, "Paths").
#include "frontend/syntax/grammar.hpp"

namespace lien::grammar {

namespace {

/// How generic arguments may follow a segment.
enum class PathStyle : std::uint8_t {
  Mod,  ///< not at all
  Expr, ///< behind `::`
  Type, ///< with or without `::`; `Fn(A) -> B` too
};

bool isPathKeyword(Tok kind) { return kind >= Tok::KwSelfValue && kind <= Tok::KwCrate; }
bool isName(Tok kind) { return kind == Tok::Ident || kind == Tok::RawIdent; }
bool startsAngleArgs(Tok kind) { return kind == Tok::Lt || kind == Tok::Shl || kind == Tok::LArrow; }
bool startsArgs(Tok kind) { return startsAngleArgs(kind) || kind == Tok::OpenParen; }

ast::Ident takeIdent(TokenInput &in) {
  const ast::Ident ident{in.current()->symbol(), in.span()};
  in.bump();
  return ident;
}

bool parseSegmentIdent(TokenInput &in, ast::Ident &out) {
  if (!isName(in.kind()) && !isPathKeyword(in.kind()))
    return parseIdent(in, out);
  out = takeIdent(in);
  return true;
}

// ----------------------------------------------------------------------------------------------------- generic arguments

/// The segment of a type that is a lone name (with generic arguments): what may stand before `=` or `:` in generic arguments.
const ast::PathSegment *loneSegment(const ast::Type *type) {
  const auto *path = llvm::dyn_cast<ast::PathType>(type);
  if (path == nullptr || path->path.segments.size() != 1 || path->path.qself != nullptr || path->path.global)
    return nullptr;
  return &path->path.segments.front();
}

bool startsConstArg(const TokenInput &in) {
  return in.at(Tok::OpenBrace) || isLiteral(in.kind()) || in.at(Tok::KwTrue) || in.at(Tok::KwFalse) || in.at(Tok::Minus);
}

bool parseConstArg(TokenInput &in, const ast::Expr *&out) {
  if (!in.at(Tok::OpenBrace))
    return parseLiteralMaybeMinus(in, out);
  const WithRestrictions none(in, no_restriction);
  const ast::BlockExpr *block = nullptr;
  if (!parseBlock(in, block))
    return false;
  out = block;
  return true;
}

/// GenericArgsBinding = Name GenericArgs? "=" (Type | ConstArg); GenericArgsBounds = Name GenericArgs? ":" Bounds
bool parseAssociated(TokenInput &in, const ast::PathSegment &segment, ast::GenericArg &out) {
  out.name = segment.ident;
  out.args = segment.args;
  out.type = nullptr;
  if (in.eat(Tok::Colon)) {
    out.kind = ast::GenericArg::Kind::AssocBound;
    return parseBounds(in, out.bounds);
  }
  in.bump();
  out.kind = ast::GenericArg::Kind::AssocEq;
  return startsConstArg(in) ? parseConstArg(in, out.expr) : parseType(in, out.type);
}

/// GenericArg = Lifetime | Type | ConstArg | Binding | AssociatedBounds
bool parseGenericArg(TokenInput &in, ast::GenericArg &out) {
  const std::uint32_t lo = in.lo();
  bool ok = true;
  if (in.at(Tok::Lifetime) && in.kindAt(1) != Tok::Plus) {
    out.kind = ast::GenericArg::Kind::Lifetime;
    ok = parseLifetime(in, out.lifetime);
  } else if (startsConstArg(in)) {
    out.kind = ast::GenericArg::Kind::Const;
    ok = parseConstArg(in, out.expr);
  } else {
    out.kind = ast::GenericArg::Kind::Type;
    ok = parseType(in, out.type);
    const bool has_binding = in.at(Tok::Eq) || in.at(Tok::Colon);
    if (const ast::PathSegment *segment = ok && has_binding ? loneSegment(out.type) : nullptr)
      ok = parseAssociated(in, *segment, out);
  }
  out.span = in.spanFrom(lo);
  return ok;
}

bool parseAngleArgs(TokenInput &in, ast::GenericArgs &out) {
  (void)in.eatPart(Tok::Lt);
  ListBuilder<ast::GenericArg> args(in);
  while (!in.eatPart(Tok::Gt)) {
    ast::GenericArg arg;
    if (!parseGenericArg(in, arg))
      return false;
    args.push(arg);
    if (in.eatPart(Tok::Gt))
      break;
    if (!in.eat(Tok::Comma))
      return in.failExpected(isName(in.kind()) ? ExpectedSet{Expect::Comma, Expect::Gt, Expect::Colon, Expect::Eq} : ExpectedSet{Expect::Comma, Expect::Gt});
  }
  out.args = args.take();
  return true;
}

/// `(A, B) -> C`
struct TypeArgument : Call<parseType> {};
bool parseParenArgs(TokenInput &in, ast::GenericArgs &out) {
  in.bump();
  out.parenthesised = true;
  return run<ListUntil<const ast::Type *, TypeArgument, Tok::CloseParen>>(in, out.inputs) && parseReturnTypeNoPlus(in, out.output);
}

bool parseSegment(TokenInput &in, PathStyle style, ast::PathSegment &out) {
  if (!parseSegmentIdent(in, out.ident))
    return false;
  if (style == PathStyle::Mod)
    return true;
  const bool behind_separator = in.at(Tok::PathSep) && startsArgs(in.kindAt(1));
  if (!behind_separator && !(style == PathStyle::Type && startsArgs(in.kind())))
    return true;
  if (behind_separator)
    in.bump();
  return parseGenericArgs(in, out.args);
}

/// Segments after the first; `items` holds what comes before.
bool parseMoreSegments(TokenInput &in, PathStyle style, ListBuilder<ast::PathSegment> &items) {
  // `::{` and `::*` belong to a use tree.
  while (in.at(Tok::PathSep) && in.kindAt(1) != Tok::OpenBrace && in.kindAt(1) != Tok::Star) {
    in.bump();
    ast::PathSegment segment;
    if (!parseSegment(in, style, segment))
      return false;
    items.push(segment);
  }
  return true;
}

bool parsePath(TokenInput &in, PathStyle style, ast::Path &out) {
  const std::uint32_t lo = in.lo();
  out.global = in.eat(Tok::PathSep);
  ast::PathSegment first;
  if (!parseSegment(in, style, first))
    return false;
  if (!in.at(Tok::PathSep)) {
    out.segments = in.copyList(llvm::ArrayRef<ast::PathSegment>(first));
  } else {
    ListBuilder<ast::PathSegment> segments(in);
    segments.push(first);
    if (!parseMoreSegments(in, style, segments))
      return false;
    out.segments = segments.take();
  }
  out.span = in.spanFrom(lo);
  // What may follow a path, for messages.
  in.alsoExpect(style == PathStyle::Type ? ExpectedSet{Expect::OpenParen, Expect::PathSep, Expect::Lt} : ExpectedSet{Expect::PathSep});
  return true;
}

} // namespace

bool startsPath(Tok kind) { return isName(kind) || isPathKeyword(kind) || kind == Tok::PathSep; }

bool parseIdent(TokenInput &in, ast::Ident &out) {
  if (isName(in.kind())) {
    out = takeIdent(in);
    return true;
  }
  return in.failExpected("identifier");
}

bool parseLifetime(TokenInput &in, ast::Lifetime &out) {
  if (!in.at(Tok::Lifetime))
    return in.failExpected("lifetime");
  const ast::Ident ident = takeIdent(in);
  out = {ident.name, ident.span};
  return true;
}

bool parseExprPath(TokenInput &in, ast::Path &out) { return parsePath(in, PathStyle::Expr, out); }
bool parseTypePath(TokenInput &in, ast::Path &out) { return parsePath(in, PathStyle::Type, out); }
bool parseModPath(TokenInput &in, ast::Path &out) { return parsePath(in, PathStyle::Mod, out); }

bool parseGenericArgs(TokenInput &in, const ast::GenericArgs *&out) {
  const Nesting nesting(in);
  if (in.tooDeep())
    return false;
  ast::GenericArgs args;
  const std::uint32_t lo = in.lo();
  if (!(startsAngleArgs(in.kind()) ? parseAngleArgs(in, args) : parseParenArgs(in, args)))
    return false;
  args.span = in.spanFrom(lo);
  out = in.make(args);
  return true;
}

// QualifiedPath = "<" Type ("as" TypePath)? ">" ("::" Segment)+
bool parseQualifiedPath(TokenInput &in, bool in_expression, ast::Path &out) {
  const Nesting nesting(in);
  if (in.tooDeep())
    return false;
  const std::uint32_t lo = in.lo();
  (void)in.eatPart(Tok::Lt);
  ast::QSelf qself;
  if (!parseType(in, qself.type))
    return false;
  ListBuilder<ast::PathSegment> segments(in);
  if (in.eat(Tok::KwAs)) {
    ast::Path trait;
    if (!parseTypePath(in, trait))
      return false;
    for (const ast::PathSegment &segment : trait.segments)
      segments.push(segment);
    qself.trait_segments = static_cast<std::uint32_t>(trait.segments.size());
    out.global = trait.global;
  }
  if (!in.eatPart(Tok::Gt))
    return in.failExpected(qself.trait_segments == 0 ? ExpectedSet{Expect::KwAs, Expect::Gt} : ExpectedSet{Expect::Gt});
  if (!in.at(Tok::PathSep))
    return in.failExpected(ExpectedSet{Expect::PathSep});
  if (!parseMoreSegments(in, in_expression ? PathStyle::Expr : PathStyle::Type, segments))
    return false;
  if (segments.size() == qself.trait_segments)
    return in.bump(), in.failExpected("identifier");
  out.qself = in.make(qself);
  out.segments = segments.take();
  out.span = in.spanFrom(lo);
  in.alsoExpect(in_expression ? ExpectedSet{Expect::PathSep} : ExpectedSet{Expect::OpenParen, Expect::PathSep, Expect::Lt});
  return true;
}

} // namespace lien::grammar

// Types (the Reference, "Types").
#include "frontend/syntax/grammar.hpp"

namespace lien::grammar {

namespace {

/// Whether `+` belongs to the type: `dyn A + B`, a bare `A + B`.
enum class AllowPlus : std::uint8_t { No, Yes };

bool parseTypeWith(TokenInput &in, AllowPlus plus, const ast::Type *&out);

template <typename Node> bool finish(TokenInput &in, Node node, std::uint32_t lo, const ast::Type *&out) {
  node.span = in.spanFrom(lo);
  out = in.make(node);
  return true;
}

bool unsupported(TokenInput &in, const char *what, std::uint32_t lo, const ast::Type *&out) {
  ast::UnsupportedType node{Span{}};
  node.what = what;
  return finish(in, node, lo, out);
}

struct AnyType : Call<parseType> {};
struct TypeNoPlus : Call<parseTypeNoPlus> {};
struct AnyExpr : Call<parseExpr> {};
struct OptionalMut : pegtl::opt<Eat<Tok::KwMut>> {};

// NeverType = "!"
struct Never : Make<ast::NeverType, Eat<Tok::Bang>> {};
// InferredType = "_"
struct Infer : Make<ast::InferType, Eat<Tok::KwUnderscore>> {};

// SliceType = "[" Type "]"; ArrayType = "[" Type ";" Expr "]"
bool parseBracketed(TokenInput &in, const ast::Type *&out) {
  const std::uint32_t lo = in.lo();
  in.bump();
  const ast::Type *element = nullptr;
  if (!parseType(in, element))
    return false;
  if (in.eat(Tok::Semi)) {
    ast::ArrayType array{Span{}};
    array.element = element;
    return parseExpr(in, array.length) && run<Need<Tok::CloseBracket>>(in) && finish(in, array, lo, out);
  }
  if (!in.eat(Tok::CloseBracket))
    return in.failExpected("`;` or `]`");
  ast::SliceType slice{Span{}};
  slice.element = element;
  return finish(in, slice, lo, out);
}

// ReferenceType = "&" Lifetime? "mut"? TypeNoBounds
bool parseReference(TokenInput &in, const ast::Type *&out) {
  const std::uint32_t lo = in.lo();
  (void)in.eatPart(Tok::And);
  ast::RefType ref{Span{}};
  if (in.at(Tok::Lifetime) && !parseLifetime(in, ref.lifetime))
    return false;
  if (in.eat(Tok::KwMut))
    ref.mutability = Mutability::Mut;
  return parseTypeNoPlus(in, ref.pointee) && finish(in, ref, lo, out);
}

// RawPointerType = "*" ("mut" | "const") TypeNoBounds
bool parsePointer(TokenInput &in, const ast::Type *&out) {
  const std::uint32_t lo = in.lo();
  in.bump();
  if (!in.eat(Tok::KwConst) && !in.eat(Tok::KwMut)) {
    in.report(in.span(), "expected `mut` or `const` keyword in raw pointer type");
  }
  const ast::Type *pointee = nullptr;
  return parseTypeNoPlus(in, pointee) && unsupported(in, "raw pointer type", lo, out);
}

// MaybeNamedParam = OuterAttribute* ((Name | "_") ":")? Type
bool parseFnPointerParam(TokenInput &in, const ast::Type *&out) {
  List<ast::Attribute> attributes;
  if (!parseAttributeList(in, attributes))
    return false;
  // `mut x: T`, `&x: T`: read as the patterns they are nowhere else allowed to be.
  const bool is_name = in.kindAt(1) == Tok::Ident || in.kindAt(1) == Tok::RawIdent;
  if ((in.at(Tok::KwMut) || in.at(Tok::And) || in.at(Tok::AndAnd)) && is_name && in.kindAt(2) == Tok::Colon) {
    const std::uint32_t lo = in.lo();
    in.bump();
    in.bump();
    in.reportLate(Diagnostic(DiagnosticKind::E0561, "patterns aren't allowed in function pointer types", in.spanFrom(lo)));
    in.bump();
    return parseType(in, out);
  }
  const bool named = (in.at(Tok::Ident) || in.at(Tok::RawIdent) || in.at(Tok::KwUnderscore)) && in.kindAt(1) == Tok::Colon;
  if (named) {
    in.bump();
    in.bump();
  }
  return parseType(in, out);
}
struct FnPointerParam : Call<parseFnPointerParam> {};

/// The qualifiers of a function pointer; what is unsupported about them, or null.
const char *eatFnPointerQualifiers(TokenInput &in) {
  const char *what = nullptr;
  if (in.eat(Tok::KwUnsafe))
    what = "unsafe function pointer type";
  if (in.eat(Tok::KwExtern)) {
    what = "extern function pointer type";
    (void)in.eat(Tok::Str);
  }
  return what;
}

// BareFunctionType = ForLifetimes? Qualifiers "fn" "(" MaybeNamedParam,* ")" ("->" TypeNoBounds)?
bool parseFnPointer(TokenInput &in, std::uint32_t lo, List<ast::GenericParam> for_lifetimes, const ast::Type *&out) {
  ast::FnPtrType fn{Span{}};
  fn.for_lifetimes = for_lifetimes;
  const char *what = eatFnPointerQualifiers(in);
  if (!in.eat(Tok::KwFn))
    return in.failExpected("`fn`");
  if (!run<Need<Tok::OpenParen>>(in))
    return false;
  ListBuilder<const ast::Type *> inputs(in);
  while (!in.at(Tok::CloseParen)) {
    if (in.eat(Tok::DotDotDot)) {
      what = "variadic function pointer type";
    } else {
      const ast::Type *input = nullptr;
      if (!parseFnPointerParam(in, input))
        return false;
      inputs.push(input);
    }
    if (!in.eat(Tok::Comma) && !in.at(Tok::CloseParen))
      return in.failExpected(ExpectedSet{Expect::Comma, Expect::CloseParen});
  }
  in.bump();
  fn.inputs = inputs.take();
  if (!parseReturnTypeNoPlus(in, fn.output))
    return false;
  return what != nullptr ? unsupported(in, what, lo, out) : finish(in, fn, lo, out);
}

bool startsFnPointer(const TokenInput &in) {
  switch (in.kind()) {
  case Tok::KwFn:
    return true;
  case Tok::KwUnsafe:
    return in.kindAt(1) == Tok::KwFn || in.kindAt(1) == Tok::KwExtern;
  case Tok::KwExtern:
    return in.kindAt(1) == Tok::KwFn || (in.kindAt(1) == Tok::Str && in.kindAt(2) == Tok::KwFn);
  default:
    return false;
  }
}

void checkAmbiguousPlus(TokenInput &in, AllowPlus plus, List<const ast::GenericBound *> bounds, std::uint32_t lo) {
  const bool trailing = in.previous().kind() == Tok::Plus;
  if (plus == AllowPlus::No && (bounds.size() > 1 || trailing))
    in.report(in.spanFrom(lo), "ambiguous `+` in a type");
}

// ImplTraitType = "impl" Bounds; TraitObjectType = "dyn" Bounds
template <typename Node> bool parseBoundsType(TokenInput &in, AllowPlus plus, const ast::Type *&out) {
  const std::uint32_t lo = in.lo();
  in.bump();
  Node node{Span{}};
  if (!parseBounds(in, node.bounds))
    return false;
  checkAmbiguousPlus(in, plus, node.bounds, lo);
  if (node.bounds.empty())
    in.report(in.spanFrom(lo), "at least one trait must be specified");
  return finish(in, node, lo, out);
}

/// A bare `A + B`, whose first bound has been read as a type's path. (An error since edition 2021; names report it.)
bool parseBareObject(TokenInput &in, std::uint32_t lo, const ast::GenericBound &first, const ast::Type *&out) {
  ast::DynTraitType object{Span{}};
  object.has_dyn = false;
  ListBuilder<const ast::GenericBound *> bounds(in);
  bounds.push(in.make(first));
  if (in.eatPart(Tok::Plus)) {
    List<const ast::GenericBound *> rest;
    if (!parseBounds(in, rest))
      return false;
    for (const ast::GenericBound *bound : rest)
      bounds.push(bound);
  }
  object.bounds = bounds.take();
  return finish(in, object, lo, out);
}

/// `'a + A`, `?Sized + A`, `for<'a> A + B`: bounds where a type should stand.
bool parseBareBounds(TokenInput &in, const ast::Type *&out) {
  const std::uint32_t lo = in.lo();
  ast::DynTraitType object{Span{}};
  object.has_dyn = false;
  return parseBounds(in, object.bounds) && finish(in, object, lo, out);
}

bool parseForType(TokenInput &in, AllowPlus plus, const ast::Type *&out) {
  const std::uint32_t lo = in.lo();
  ast::GenericBound bound;
  if (!parseForLifetimes(in, bound.for_lifetimes))
    return false;
  if (startsFnPointer(in))
    return parseFnPointer(in, lo, bound.for_lifetimes, out);
  bound.kind = ast::GenericBound::Kind::Trait;
  if (!parseTypePath(in, bound.path))
    return false;
  bound.span = in.spanFrom(lo);
  if (plus == AllowPlus::No) {
    ast::DynTraitType object{Span{}};
    object.has_dyn = false;
    object.bounds = in.copyList(llvm::ArrayRef<const ast::GenericBound *>(in.make(bound)));
    return finish(in, object, lo, out);
  }
  return parseBareObject(in, lo, bound, out);
}

// TypePath, MacroInvocation, or a bare trait object
bool parsePathType(TokenInput &in, AllowPlus plus, const ast::Type *&out) {
  const std::uint32_t lo = in.lo();
  ast::PathType node{Span{}};
  const bool qualified = in.at(Tok::Lt) || in.at(Tok::Shl);
  if (!(qualified ? parseQualifiedPath(in, false, node.path) : parseTypePath(in, node.path)))
    return false;
  if (!qualified && in.at(Tok::Bang) && isOpen(in.kindAt(1))) {
    in.bump();
    in.skipGroup();
    return unsupported(in, "macro call in a type", lo, out);
  }
  if (!qualified && plus == AllowPlus::Yes && (in.at(Tok::Plus) || in.at(Tok::PlusEq))) {
    ast::GenericBound bound;
    bound.kind = ast::GenericBound::Kind::Trait;
    bound.span = node.path.span;
    bound.path = node.path;
    return parseBareObject(in, lo, bound, out);
  }
  if (!qualified)
    in.alsoExpect((plus == AllowPlus::Yes ? ExpectedSet{Expect::Plus, Expect::Bang} : ExpectedSet{Expect::Bang}));
  return finish(in, node, lo, out);
}

// ParenthesizedType = "(" Type ")"; TupleType = "(" (Type ",")* Type? ")"
bool parseParenthesised(TokenInput &in, AllowPlus plus, const ast::Type *&out) {
  const std::uint32_t lo = in.lo();
  in.bump();
  ListBuilder<const ast::Type *> elements(in);
  bool trailing_comma = false;
  while (!in.at(Tok::CloseParen)) {
    const ast::Type *element = nullptr;
    if (!parseType(in, element))
      return false;
    elements.push(element);
    trailing_comma = in.eat(Tok::Comma);
    if (!trailing_comma && !in.at(Tok::CloseParen))
      return in.failExpected(ExpectedSet{Expect::Comma, Expect::CloseParen});
  }
  in.bump();
  if (elements.size() != 1 || trailing_comma) {
    ast::TupleType tuple{Span{}};
    tuple.elements = elements.take();
    return finish(in, tuple, lo, out);
  }
  ast::ParenType paren{Span{}};
  paren.inner = elements.items().front();
  const auto *path = llvm::dyn_cast<ast::PathType>(paren.inner);
  if (path != nullptr && path->path.qself == nullptr && plus == AllowPlus::Yes && in.at(Tok::Plus)) {
    ast::GenericBound bound;
    bound.kind = ast::GenericBound::Kind::Trait;
    bound.span = in.spanFrom(lo);
    bound.path = path->path;
    return parseBareObject(in, lo, bound, out);
  }
  return finish(in, paren, lo, out);
}

/// `&A + B`: the `+` binds to nothing.
bool checkStrayPlus(TokenInput &in, const ast::Type *type) {
  if (!in.at(Tok::Plus))
    return true;
  in.bump();
  List<const ast::GenericBound *> bounds;
  if (!parseBounds(in, bounds))
    return false;
  in.report(Diagnostic(DiagnosticKind::E0178, "expected a path on the left-hand side of `+`", type->span, "expected a path"));
  return true;
}

/// `typeof(x)`: reserved, and reported as such.
bool parseTypeof(TokenInput &in, const ast::Type *&out) {
  const std::uint32_t lo = in.lo();
  in.bump();
  if (!in.at(Tok::OpenParen))
    return in.failExpected(ExpectedSet{Expect::OpenParen});
  in.skipGroup();
  in.report(Diagnostic(DiagnosticKind::E0516, "`typeof` is a reserved keyword but unimplemented", in.spanFrom(lo), "reserved keyword"));
  return finish(in, ast::ErrorType{Span{}}, lo, out);
}

/// `...` belongs to the end of a list of parameters (Reference, "Functions: Variadic"); it is no type of its own.
bool failStrayDots(TokenInput &in) {
  const bool is_pointee = in.index() != 0 && (in.previous().kind() == Tok::And || in.previous().kind() == Tok::KwMut);
  return in.fail(is_pointee ? Diagnostic(DiagnosticKind::E0743, "C-variadic type `...` may not be nested inside another type", in.span())
                            : Diagnostic(DiagnosticKind::Syntax, "unexpected `...`", in.span()));
}

/// The dispatch rule of types.
bool dispatchType(TokenInput &in, AllowPlus plus, const ast::Type *&out) {
  switch (in.kind()) {
  case Tok::And:
  case Tok::AndAnd:
    return parseReference(in, out);
  case Tok::OpenParen:
    return parseParenthesised(in, plus, out);
  case Tok::OpenBracket:
    return parseBracketed(in, out);
  case Tok::Bang:
    return run<Never>(in, out);
  case Tok::KwUnderscore:
    return run<Infer>(in, out);
  case Tok::Star:
    return parsePointer(in, out);
  case Tok::KwImpl:
    return parseBoundsType<ast::ImplTraitType>(in, plus, out);
  case Tok::KwDyn:
    return parseBoundsType<ast::DynTraitType>(in, plus, out);
  case Tok::KwFor:
    return parseForType(in, plus, out);
  case Tok::Lifetime:
    return in.kindAt(1) == Tok::Plus ? parseBareBounds(in, out) : in.fail(in.span(), "expected type, found lifetime");
  case Tok::Question:
    return parseBareBounds(in, out);
  case Tok::KwFn:
  case Tok::KwUnsafe:
  case Tok::KwExtern:
    if (startsFnPointer(in))
      return parseFnPointer(in, in.lo(), {}, out);
    return in.failExpected("type");
  case Tok::KwTypeof:
    return parseTypeof(in, out);
  case Tok::DotDotDot:
    return failStrayDots(in);
  case Tok::Lt:
  case Tok::Shl:
    return parsePathType(in, plus, out);
  default:
    return startsPath(in.kind()) ? parsePathType(in, plus, out) : in.failExpected("type");
  }
}

bool parseTypeWith(TokenInput &in, AllowPlus plus, const ast::Type *&out) {
  const Nesting nesting(in);
  if (in.tooDeep() || !dispatchType(in, plus, out))
    return false;
  return plus == AllowPlus::No || checkStrayPlus(in, out);
}

} // namespace

bool parseType(TokenInput &in, const ast::Type *&out) { return parseTypeWith(in, AllowPlus::Yes, out); }
bool parseTypeNoPlus(TokenInput &in, const ast::Type *&out) { return parseTypeWith(in, AllowPlus::No, out); }

bool parseReturnType(TokenInput &in, const ast::Type *&out) {
  if (in.eat(Tok::RArrow))
    return parseType(in, out);
  in.alsoExpect(ExpectedSet{Expect::RArrow});
  return true;
}

bool parseReturnTypeNoPlus(TokenInput &in, const ast::Type *&out) {
  if (in.eat(Tok::RArrow))
    return parseTypeNoPlus(in, out);
  in.alsoExpect(ExpectedSet{Expect::RArrow});
  return true;
}

bool startsType(const TokenInput &in) {
  switch (in.kind()) {
  case Tok::And:
  case Tok::AndAnd:
  case Tok::OpenParen:
  case Tok::OpenBracket:
  case Tok::Bang:
  case Tok::KwUnderscore:
  case Tok::Star:
  case Tok::KwImpl:
  case Tok::KwDyn:
  case Tok::KwFor:
  case Tok::Lifetime:
  case Tok::Question:
  case Tok::KwFn:
  case Tok::KwUnsafe:
  case Tok::KwExtern:
  case Tok::Lt:
  case Tok::Shl:
    return true;
  default:
    return startsPath(in.kind());
  }
}

} // namespace lien::grammar

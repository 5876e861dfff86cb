// Functions, and the recovery of items (the Reference, "Functions").
#include "frontend/syntax/grammar_item_parts.hpp"

namespace lien::grammar {

namespace {

/// Tokens of `&'a mut self` before `self`, or none: how many; `no_self` when this is no self parameter.
constexpr unsigned no_self = ~0U;
unsigned selfAhead(const TokenInput &in) {
  unsigned ahead = 0;
  if (in.at(Tok::And)) {
    ++ahead;
    if (in.kindAt(ahead) == Tok::Lifetime)
      ++ahead;
  }
  if (in.kindAt(ahead) == Tok::KwMut)
    ++ahead;
  // `self::Type` starts a path.
  return in.kindAt(ahead) == Tok::KwSelfValue && in.kindAt(ahead + 1) != Tok::PathSep ? ahead : no_self;
}

// SelfParam = ("&" Lifetime?)? "mut"? "self" (":" Type)?
bool parseSelfParam(TokenInput &in, ast::SelfParam &out) {
  const std::uint32_t lo = in.lo();
  out.present = true;
  out.is_ref = in.eat(Tok::And);
  if (in.at(Tok::Lifetime) && !parseLifetime(in, out.lifetime))
    return false;
  if (in.eat(Tok::KwMut))
    out.mutability = Mutability::Mut;
  out.name = {in.current()->symbol(), in.span()};
  in.bump();
  if (!out.is_ref && in.eat(Tok::Colon) && !parseType(in, out.type))
    return false;
  out.span = in.spanFrom(lo);
  return true;
}

// FunctionParam = OuterAttribute* Pattern ":" Type
bool parseParam(TokenInput &in, ast::FnItem &fn, ast::Param &out) {
  const std::uint32_t lo = in.lo();
  if (in.at(Tok::DotDotDot)) {
    in.bump();
    fn.unsupported = "variadic function";
    return true;
  }
  if (!parseParamPattern(in, out.pat) || !run<Need<Tok::Colon>>(in))
    return false;
  if (in.eat(Tok::DotDotDot))
    fn.unsupported = "variadic function";
  else if (!parseType(in, out.type))
    return false;
  out.span = in.spanFrom(lo);
  return true;
}

bool reportMisplacedSelf(TokenInput &in, ItemPlace place, bool first, Span span) {
  if (!first)
    in.report(span, "unexpected `self` parameter in function", "must be the first parameter of an associated function");
  else if (place == ItemPlace::Module || place == ItemPlace::Block || place == ItemPlace::ExternBlock)
    in.reportLate(span, "`self` parameter is only allowed in associated functions", "not semantically valid as function parameter");
  return true;
}

bool parseParams(TokenInput &in, ItemPlace place, ast::FnItem &fn) {
  const std::uint32_t lo = in.lo();
  if (!in.at(Tok::OpenParen)) {
    if (in.panicking())
      return false;
    const std::uint32_t end = in.previousEnd();
    in.report(Span(end, end), "missing parameters for function definition", "help: add a parameter list");
    return true;
  }
  in.bump();
  ListBuilder<ast::Param> params(in);
  for (bool first = true; !in.at(Tok::CloseParen); first = false) {
    ast::Param param;
    if (!parseAttributeList(in, param.attributes))
      return false;
    if (selfAhead(in) != no_self) {
      ast::SelfParam self;
      if (!parseSelfParam(in, self))
        return false;
      (void)reportMisplacedSelf(in, place, first, self.span);
      if (first)
        fn.self_param = self;
    } else {
      if (!parseParam(in, fn, param))
        return false;
      if (param.type != nullptr)
        params.push(param);
    }
    if (!in.eat(Tok::Comma) && !in.at(Tok::CloseParen))
      return in.failExpected(ExpectedSet{Expect::Comma, Expect::CloseParen});
  }
  in.bump();
  fn.params = params.take();
  fn.params_span = in.spanFrom(lo);
  return true;
}

// FunctionQualifiers = "const"? "async"? "unsafe"? ("extern" Abi?)?
void parseQualifiers(TokenInput &in, ast::FnItem &fn) {
  if (in.atWord(sym::weak_default)) {
    in.bump();
    fn.unsupported = "default function";
  }
  fn.is_const = in.eat(Tok::KwConst);
  if (in.eat(Tok::KwAsync))
    fn.unsupported = "async function";
  if (in.eat(Tok::KwGen))
    fn.unsupported = "gen function";
  if (in.eat(Tok::KwUnsafe)) {
    fn.unsupported = "unsafe function";
  } else if (in.atWord(sym::weak_safe)) {
    in.bump();
  }
  if (in.eat(Tok::KwExtern)) {
    if (fn.unsupported == nullptr)
      fn.unsupported = "extern function";
    (void)in.eat(Tok::Str);
  }
}

bool parseBody(TokenInput &in, ItemPlace place, std::uint32_t lo, ast::FnItem &fn) {
  if (in.eat(Tok::Semi)) {
    const bool may_lack = place == ItemPlace::Trait || place == ItemPlace::ExternBlock || in.isLibrary();
    if (!may_lack)
      in.reportLate(in.spanFrom(lo),
                    place == ItemPlace::Impl || place == ItemPlace::TraitImpl ? "associated function in `impl` without body" : "free function without a body");
    return true;
  }
  const bool may_lack_semi = place == ItemPlace::Trait || place == ItemPlace::ExternBlock;
  if (may_lack_semi && !in.at(Tok::OpenBrace) && in.startsLine() && (in.at(Tok::CloseBrace) || startsItem(in, place)))
    return needSemi(in);
  if (!in.at(Tok::OpenBrace))
    return in.failExpected(place == ItemPlace::Trait || place == ItemPlace::ExternBlock ? ExpectedSet{Expect::Semi, Expect::OpenBrace}
                                                                                        : ExpectedSet{Expect::OpenBrace});
  const std::uint32_t items_before = in.inner_items;
  const WithRestrictions none(in, no_restriction);
  ListBuilder<ast::Attribute> attributes(in);
  for (const ast::Attribute &attribute : fn.attributes)
    attributes.push(attribute);
  const std::size_t outer_count = attributes.size();
  if (!parseBodyBlock(in, attributes, fn.body))
    return false;
  if (attributes.size() != outer_count)
    fn.attributes = attributes.take();
  fn.has_inner_items = in.inner_items != items_before;
  return true;
}

// -------------------------------------------------------------------------------------------------------------- recovery

bool startsItemForSure(Tok kind) {
  switch (kind) {
  case Tok::KwFn:
  case Tok::KwStruct:
  case Tok::KwEnum:
  case Tok::KwTrait:
  case Tok::KwImpl:
  case Tok::KwUse:
  case Tok::KwPub:
  case Tok::KwMod:
  case Tok::KwConst:
  case Tok::KwStatic:
  case Tok::KwType:
  case Tok::KwUnsafe:
  case Tok::KwExtern:
  case Tok::Pound:
  case Tok::OuterDoc:
    return true;
  default:
    return false;
  }
}

/// Skips from the item's first token over the error to where the next item may start: behind a `;` or a `{…}`, or at a token that starts an item at the
/// start of a line. Groups are skipped whole.
void skipItem(TokenInput &in, std::uint32_t first, std::uint32_t error) {
  in.moveTo(first);
  while (!isClose(in.kind()) && !in.at(Tok::Eof)) {
    if (in.index() > error && startsItemForSure(in.kind()) && in.startsLine())
      return;
    if (isOpen(in.kind())) {
      const bool braces = in.at(Tok::OpenBrace);
      in.skipGroup();
      if (braces && in.index() > error) {
        (void)in.eat(Tok::Semi);
        return;
      }
      continue;
    }
    const bool ends = in.at(Tok::Semi) && in.index() >= error;
    in.bump();
    if (ends)
      return;
  }
}

/// The name of an item that could not be read: what stands behind its keyword. A poisoned name.
ast::Ident guessName(TokenInput &in, std::uint32_t first, std::uint32_t end) {
  for (std::uint32_t index = first; index + 1 < end; ++index) {
    const Token &token = in.tokenAt(index);
    if (isOpen(token.kind())) {
      index = token.value;
      continue;
    }
    switch (token.kind()) {
    case Tok::KwFn:
    case Tok::KwStruct:
    case Tok::KwEnum:
    case Tok::KwTrait:
    case Tok::KwMod:
    case Tok::KwConst:
    case Tok::KwStatic:
    case Tok::KwMut:
    case Tok::KwType:
      if (in.tokenAt(index + 1).kind() == Tok::Ident || in.tokenAt(index + 1).kind() == Tok::RawIdent)
        return {in.tokenAt(index + 1).symbol(), in.spanOf(in.tokenAt(index + 1))};
      break;
    default:
      break;
    }
  }
  return {};
}

/// Attributes with no item behind them.
bool failLoneAttributes(TokenInput &in, ItemPlace place, const ast::Attribute &last) {
  if (last.is_doc && place == ItemPlace::Module)
    return in.fail(last.span, "expected item after doc comment", "this doc comment doesn't document anything");
  if (last.is_doc)
    return in.fail(Diagnostic(DiagnosticKind::E0584, "found a documentation comment that doesn't document anything", last.span,
                              "this doc comment doesn't document anything"));
  return in.fail(last.span, "expected item after attributes");
}

bool parseAttributesAndItem(TokenInput &in, ItemPlace place, std::uint32_t &lo, const ast::Item *&out) {
  List<ast::Attribute> attributes;
  if (!parseAttributeList(in, attributes))
    return false;
  lo = in.lo();
  if (!attributes.empty() && (in.at(Tok::Eof) || isClose(in.kind())))
    return failLoneAttributes(in, place, attributes.back());
  return parseItem(in, place, attributes, out);
}

const ast::Item *makeErrorItem(TokenInput &in, std::uint32_t first, std::uint32_t lo) {
  ast::ErrorItem error(in.spanFrom(lo));
  error.name = guessName(in, first, in.index());
  return in.make(error);
}

} // namespace

// Function = FunctionQualifiers "fn" Name Generics? "(" SelfParam? FunctionParam,* ")" ("->" Type)? Where? (Block | ";")
bool parseFn(TokenInput &in, ItemPlace place, std::uint32_t lo, ast::FnItem &node) {
  parseQualifiers(in, node);
  if (!in.eat(Tok::KwFn))
    return in.failExpected("`fn`");
  if (!parseIdent(in, node.name) || !parseGenericParams(in, node.generics) || !parseParams(in, place, node) || !parseReturnType(in, node.output) ||
      !parseWhereClause(in, node.generics))
    return false;
  node.header_span = in.spanFrom(lo);
  return parseBody(in, place, lo, node);
}

bool needSemi(TokenInput &in) {
  if (in.eat(Tok::Semi))
    return true;
  if (in.panicking())
    return false;
  const bool starts_anew = startsItem(in, ItemPlace::Module) || startsExpr(in) || in.at(Tok::CloseBrace);
  if (in.startsLine() && starts_anew && !in.expectedHere().contains(Expect::Comma)) {
    const std::uint32_t end = in.previousEnd();
    in.report(Span(end, end), "expected `;`, found " + in.found(), "help: add `;` here").label(in.span(), "unexpected token");
    return true;
  }
  return in.failExpected(ExpectedSet{Expect::Semi});
}

bool addInnerAttributes(TokenInput &in, List<ast::Attribute> &attributes) {
  if (!in.at(Tok::Pound) && !in.at(Tok::InnerDoc))
    return true;
  ListBuilder<ast::Attribute> all(in);
  for (const ast::Attribute &attribute : attributes)
    all.push(attribute);
  if (!parseInnerAttributes(in, all))
    return false;
  attributes = all.take();
  return true;
}

bool failNoItem(TokenInput &in, ItemPlace place, List<ast::Attribute> attributes, const ast::Visibility &visibility) {
  if (in.panicking())
    return false;
  if (visibility.kind != ast::Visibility::Kind::Inherited) {
    in.fail(visibility.span, "visibility `" + in.textOf(visibility.span).str() + "` is not followed by an item", "the visibility");
    return false;
  }
  if (place == ItemPlace::Module && !attributes.empty())
    return failLoneAttributes(in, place, attributes.back());
  if (place == ItemPlace::Module) {
    in.fail(in.span(), "expected item, found " + in.found(), "expected item");
    in.giveUp();
    return false;
  }
  return in.fail(in.span(), "non-item in item list");
}

bool parseItemRecovering(TokenInput &in, ItemPlace place, const ast::Item *&out) {
  if (in.panicking())
    return false;
  const std::uint32_t first = in.index();
  const std::uint32_t depth = in.depth;
  std::uint32_t lo = in.lo();
  const bool parsed = parseAttributesAndItem(in, place, lo, out);
  if (parsed && !in.isDamaged(out->span))
    return true;
  if (!parsed) {
    const std::uint32_t error = in.resume();
    in.depth = depth;
    in.restrictions = no_restriction;
    skipItem(in, first, error);
    if (in.index() == first)
      in.bump();
  }
  out = makeErrorItem(in, first, lo);
  return true;
}

bool parseModuleItems(TokenInput &in, List<const ast::Item *> &out) {
  ListBuilder<const ast::Item *> items(in);
  while (!in.at(Tok::CloseBrace) && !in.at(Tok::Eof)) {
    const ast::Item *item = nullptr;
    if (!parseItemRecovering(in, ItemPlace::Module, item))
      return false;
    items.push(item);
  }
  out = items.take();
  return true;
}

} // namespace lien::grammar

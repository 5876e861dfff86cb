// Attributes, doc comments and visibility (the Reference, "Attributes", "Visibility and privacy").
#include "frontend/syntax/grammar.hpp"

#include "llvm/ADT/StringSwitch.h"

namespace lien::grammar {

namespace {

bool parseMeta(TokenInput &in, ast::Meta &out);

bool isMetaName(const TokenInput &in) { return startsPath(in.kind()) || isKeyword(in.kind()); }

/// A path whose segments may be keywords (`#[unsafe(…)]`, `cfg(true)`); never fails where `isMetaName` holds.
ast::Path takeMetaPath(TokenInput &in) {
  ast::Path path;
  const std::uint32_t lo = in.lo();
  path.global = in.eat(Tok::PathSep);
  ListBuilder<ast::PathSegment> segments(in);
  while (in.at(Tok::Ident) || in.at(Tok::RawIdent) || isKeyword(in.kind())) {
    ast::PathSegment segment;
    segment.ident = {in.current()->symbol(), in.span()};
    in.bump();
    segments.push(segment);
    if (!in.eat(Tok::PathSep))
      break;
  }
  path.segments = segments.take();
  path.span = in.spanFrom(lo);
  return path;
}

/// The entries of a list; false when they have no known form (nothing is reported).
bool parseMetaList(TokenInput &in, ast::Meta &out) {
  const std::uint32_t close = in.current()->value;
  in.bump();
  ListBuilder<ast::Meta> entries(in);
  while (in.index() < close) {
    ast::Meta entry;
    if (!parseMeta(in, entry))
      return false;
    entries.push(entry);
    if (!in.eat(Tok::Comma) && in.index() != close)
      return false;
  }
  in.bump();
  out.kind = ast::Meta::Kind::List;
  out.list = entries.take();
  return true;
}

bool isPlainLiteral(Tok kind) { return isLiteral(kind) || kind == Tok::KwTrue || kind == Tok::KwFalse; }

bool parseMetaLiteral(TokenInput &in, ast::Meta &out) {
  const ast::Expr *literal = nullptr;
  const bool ok = parseLiteral(in, literal);
  out.literal = llvm::dyn_cast_or_null<ast::LiteralExpr>(literal);
  return ok;
}

/// MetaItem = Path | Path "=" Literal | Path "(" MetaItem,* ")" | Literal. False when it has no known form.
bool parseMeta(TokenInput &in, ast::Meta &out) {
  const Nesting nesting(in);
  if (in.tooDeep())
    return false;
  const std::uint32_t lo = in.lo();
  bool ok = true;
  if (isLiteral(in.kind())) {
    out.kind = ast::Meta::Kind::Literal;
    ok = parseMetaLiteral(in, out);
  } else if (isMetaName(in)) {
    out.kind = ast::Meta::Kind::Word;
    out.path = takeMetaPath(in);
    if (in.at(Tok::Eq) && isPlainLiteral(in.kindAt(1))) {
      in.bump();
      out.kind = ast::Meta::Kind::NameValue;
      ok = parseMetaLiteral(in, out);
    } else if (in.at(Tok::OpenParen)) {
      ok = parseMetaList(in, out);
    }
  } else {
    ok = false;
  }
  out.span = in.spanFrom(lo);
  return ok;
}

/// What follows an attribute's path: `(…)`, `[…]`, `{…}`, `= value` or nothing.
bool parseAttributeArgs(TokenInput &in, ast::Meta &out) {
  out.kind = ast::Meta::Kind::Word;
  if (isOpen(in.kind())) {
    const std::uint32_t close = in.current()->value;
    const bool known = in.at(Tok::OpenParen) && parseMetaList(in, out) && in.index() == close + 1;
    if (in.panicking())
      return false;
    if (!known) {
      out.kind = ast::Meta::Kind::Other;
      in.moveTo(close + 1);
    }
    return true;
  }
  if (!in.eat(Tok::Eq)) {
    in.alsoExpect({Expect::OpenParen, Expect::PathSep, Expect::Eq, Expect::OpenBracket, Expect::OpenBrace});
    return true;
  }
  if (isPlainLiteral(in.kind()) && in.kindAt(1) == Tok::CloseBracket) {
    out.kind = ast::Meta::Kind::NameValue;
    return parseMetaLiteral(in, out);
  }
  out.kind = ast::Meta::Kind::Other;
  const ast::Expr *value = nullptr;
  return parseExpr(in, value);
}

// Attr = SimplePath AttrInput? | "unsafe" "(" SimplePath AttrInput? ")"
bool parseAttributeContent(TokenInput &in, ast::Meta &out) {
  in.bump();
  const std::uint32_t lo = in.lo();
  if (in.at(Tok::KwUnsafe) && in.kindAt(1) == Tok::OpenParen)
    out.path = takeMetaPath(in);
  else if (!parseModPath(in, out.path))
    return false;
  if (!parseAttributeArgs(in, out))
    return false;
  out.span = in.spanFrom(lo);
  return run<Need<Tok::CloseBracket>>(in);
}

// Attribute = "#" "!"? "[" Attr "]"
bool parseAttribute(TokenInput &in, bool inner, ast::Attribute &out) {
  const std::uint32_t lo = in.lo();
  in.bump();
  if (inner)
    in.bump();
  out.inner = inner;
  if (!in.at(Tok::OpenBracket))
    return in.failExpected(inner ? ExpectedSet{Expect::OpenBracket} : ExpectedSet{Expect::Bang, Expect::OpenBracket});
  if (!parseAttributeContent(in, out.meta))
    return false;
  out.span = in.spanFrom(lo);
  return true;
}

void takeDocComment(TokenInput &in, bool inner, ListBuilder<ast::Attribute> &out) {
  ast::Attribute doc;
  doc.span = in.span();
  doc.inner = inner;
  doc.is_doc = true;
  in.bump();
  out.push(doc);
}

} // namespace

bool parseOuterAttributes(TokenInput &in, ListBuilder<ast::Attribute> &out) {
  for (;;) {
    if (in.at(Tok::OuterDoc) || in.at(Tok::InnerDoc)) {
      if (in.at(Tok::InnerDoc))
        in.report(Diagnostic(DiagnosticKind::E0753, "expected outer doc comment", in.span()));
      takeDocComment(in, false, out);
      continue;
    }
    if (!in.at(Tok::Pound))
      return true;
    const Span span = in.span();
    if (in.kindAt(1) == Tok::Bang && in.kindAt(2) == Tok::OpenBracket) {
      ast::Attribute attribute;
      if (!parseAttribute(in, true, attribute))
        return false;
      in.report(span.to(attribute.span), out.empty()                 ? "an inner attribute is not permitted in this context"
                                         : out.items().back().is_doc ? "an inner attribute is not permitted following an outer doc comment"
                                                                     : "an inner attribute is not permitted following an outer attribute");
      continue;
    }
    ast::Attribute attribute;
    if (!parseAttribute(in, false, attribute))
      return false;
    out.push(attribute);
  }
}

bool parseInnerAttributes(TokenInput &in, ListBuilder<ast::Attribute> &out) {
  for (;;) {
    if (in.at(Tok::InnerDoc)) {
      takeDocComment(in, true, out);
      continue;
    }
    if (!in.at(Tok::Pound) || in.kindAt(1) != Tok::Bang)
      return true;
    ast::Attribute attribute;
    if (!parseAttribute(in, true, attribute))
      return false;
    out.push(attribute);
  }
}

namespace {

/// Attributes of the language that leave in place what they stand on. All others may belong to a macro, which may do anything.
bool isInert(llvm::StringRef name) {
  return llvm::StringSwitch<bool>(name)
      .Cases("allow", "warn", "deny", "expect", "forbid", true)
      .Cases("doc", "deprecated", "must_use", "automatically_derived", "cold", true)
      .Cases("inline", "track_caller", "non_exhaustive", "path", "macro_use", true)
      .Cases("derive", "repr", "default", "no_mangle", "ignore", "should_panic", true)
      .Default(false);
}

bool isLintLevel(llvm::StringRef name) { return llvm::StringSwitch<bool>(name).Cases("allow", "warn", "deny", "expect", "forbid", true).Default(false); }

bool isTool(llvm::StringRef name) { return llvm::StringSwitch<bool>(name).Cases("rustfmt", "clippy", "rustdoc", "rustc", true).Default(false); }

llvm::StringRef firstName(const TokenInput &in, const ast::Path &path) {
  return path.segments.empty() || path.global ? llvm::StringRef() : in.textOf(path.segments.front().ident.span);
}

/// `allow(a, tool::b, reason = "…")` as it should be.
bool isPlainLintLevel(const TokenInput &in, const ast::Meta &meta) {
  if (meta.kind != ast::Meta::Kind::List || !meta.path.isSingle() || !isLintLevel(firstName(in, meta.path)))
    return false;
  return llvm::all_of(meta.list, [&](const ast::Meta &entry) {
    if (entry.kind == ast::Meta::Kind::NameValue)
      return &entry == &meta.list.back() && firstName(in, entry.path) == "reason" && entry.literal != nullptr &&
             entry.literal->literal == ast::LiteralKind::Str;
    return entry.kind == ast::Meta::Kind::Word && !entry.path.global && (entry.path.segments.size() == 1 || isTool(firstName(in, entry.path)));
  });
}

} // namespace

bool mayBeRemoved(const TokenInput &in, List<ast::Attribute> attributes) {
  return llvm::any_of(attributes, [&](const ast::Attribute &attribute) {
    return !attribute.is_doc && !(attribute.meta.path.isSingle() ? isInert(firstName(in, attribute.meta.path)) : isTool(firstName(in, attribute.meta.path)));
  });
}

bool areHarmless(const TokenInput &in, List<ast::Attribute> attributes, bool tools) {
  return llvm::all_of(attributes, [&](const ast::Attribute &attribute) {
    const ast::Path &path = attribute.meta.path;
    return attribute.is_doc || isPlainLintLevel(in, attribute.meta) || (tools && path.segments.size() == 2 && isTool(firstName(in, path)));
  });
}

bool startsAttribute(const TokenInput &in) { return in.at(Tok::Pound) || in.at(Tok::OuterDoc) || in.at(Tok::InnerDoc); }

bool parseAttributeList(TokenInput &in, List<ast::Attribute> &out) {
  if (!startsAttribute(in))
    return true;
  ListBuilder<ast::Attribute> attributes(in);
  if (!parseOuterAttributes(in, attributes))
    return false;
  out = attributes.take();
  return true;
}

// Visibility = "pub" | "pub" "(" ("crate" | "self" | "super" | "in" Path) ")"
bool parseVisibility(TokenInput &in, ast::Visibility &out) {
  const std::uint32_t lo = in.lo();
  out.span = Span(lo, lo);
  if (!in.eat(Tok::KwPub))
    return true;
  out.kind = ast::Visibility::Kind::Public;
  const bool in_path = in.at(Tok::OpenParen) && in.kindAt(1) == Tok::KwIn;
  const Tok word = in.kindAt(1);
  const bool short_form =
      in.at(Tok::OpenParen) && in.kindAt(2) == Tok::CloseParen && (word == Tok::KwCrate || word == Tok::KwSelfValue || word == Tok::KwSuper);
  if (in_path || short_form) {
    in.bump();
    if (in_path)
      in.bump();
    if (!parseModPath(in, out.path) || !run<Need<Tok::CloseParen>>(in))
      return false;
    out.kind = short_form && word == Tok::KwCrate ? ast::Visibility::Kind::Crate : ast::Visibility::Kind::Restricted;
  }
  out.span = in.spanFrom(lo);
  return true;
}

bool parseItemVisibility(TokenInput &in, ast::Visibility &out) {
  if (!parseVisibility(in, out))
    return false;
  if (out.kind != ast::Visibility::Kind::Public || !in.at(Tok::OpenParen))
    return true;
  in.bump();
  ast::Path path;
  if (!parseModPath(in, path) || !run<Need<Tok::CloseParen>>(in))
    return false;
  in.report(Diagnostic(DiagnosticKind::E0704, "incorrect visibility restriction", path.span));
  return true;
}

} // namespace lien::grammar

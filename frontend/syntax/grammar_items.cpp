// Items but functions: types, traits, impls, modules, constants, and what lies outside the subset (the Reference, "Items").
#include "frontend/syntax/grammar.hpp"
#include "frontend/syntax/grammar_item_parts.hpp"

namespace lien::grammar {

namespace {

// What declines call the items outside the subset.
constexpr const char *extern_crate = "`extern crate`";
constexpr const char *extern_block = "`extern` block";
constexpr const char *macro_rules = "`macro_rules!`";
constexpr const char *macro_item = "`macro` item";
constexpr const char *trait_alias = "trait alias";
constexpr const char *union_item = "union";
constexpr const char *unsafe_impl = "unsafe impl";

struct Name : Call<parseIdent> {};
struct Params : Call<parseGenericParams> {};
struct Where : Call<parseWhereClause> {};

// ------------------------------------------------------------------------------------------------------- structs and enums

// StructField = OuterAttribute* Visibility? Name ":" Type
bool parseNamedField(TokenInput &in, ast::FieldDef &out) {
  if (!parseAttributeList(in, out.attributes))
    return false;
  if (in.at(Tok::CloseBrace) && !out.attributes.empty() && out.attributes.back().is_doc)
    return in.fail(Diagnostic(DiagnosticKind::E0585, "found a documentation comment that doesn't document anything", out.attributes.back().span));
  const std::uint32_t lo = in.lo();
  if (!parseItemVisibility(in, out.visibility))
    return false;
  if (in.at(Tok::KwFn)) {
    const ast::Item *function = nullptr;
    if (!parseItem(in, ItemPlace::Impl, out.attributes, function))
      return false;
    return in.fail(Span(lo, function->span.hi()), "functions are not allowed in struct definitions");
  }
  if (!parseIdent(in, out.name) || !run<Need<Tok::Colon>>(in) || !parseType(in, out.type))
    return false;
  if (in.at(Tok::Eq)) {
    // Default field values: nightly only.
    in.report(in.span(), "default values on `struct` fields aren't supported");
    in.bump();
    const ast::Expr *value = nullptr;
    if (!parseExpr(in, value))
      return false;
  }
  out.span = in.spanFrom(lo);
  return true;
}

bool failFieldSeparator(TokenInput &in) {
  if (in.panicking())
    return false;
  if (in.at(Tok::Semi))
    return in.fail(in.span(), "struct fields are separated by `,`");
  const std::uint32_t end = in.previousEnd();
  return in.fail(Span(end, end), "expected `,`, or `}`, found " + in.found());
}

/// `{ fields }`, at the brace.
bool parseNamedFields(TokenInput &in, List<ast::FieldDef> &out) {
  in.bump();
  ListBuilder<ast::FieldDef> fields(in);
  while (!in.at(Tok::CloseBrace)) {
    ast::FieldDef field;
    if (!parseNamedField(in, field))
      return false;
    fields.push(field);
    if (!in.eat(Tok::Comma) && !in.at(Tok::CloseBrace))
      return failFieldSeparator(in);
  }
  in.bump();
  out = fields.take();
  return true;
}

// TupleField = OuterAttribute* Visibility? Type
bool parseTupleField(TokenInput &in, std::size_t index, ast::FieldDef &out) {
  if (!parseAttributeList(in, out.attributes))
    return false;
  const std::uint32_t lo = in.lo();
  if (!parseVisibility(in, out.visibility) || !parseType(in, out.type))
    return false;
  out.span = in.spanFrom(lo);
  out.name = {in.symbols().intern(std::to_string(index)), out.type->span};
  return true;
}

/// `( fields )`, at the parenthesis.
bool parseTupleFields(TokenInput &in, List<ast::FieldDef> &out) {
  in.bump();
  ListBuilder<ast::FieldDef> fields(in);
  while (!in.at(Tok::CloseParen)) {
    ast::FieldDef field;
    if (!parseTupleField(in, fields.size(), field))
      return false;
    fields.push(field);
    if (!in.eat(Tok::Comma) && !in.at(Tok::CloseParen))
      return in.failExpected(ExpectedSet{Expect::Comma, Expect::CloseParen});
  }
  in.bump();
  out = fields.take();
  return true;
}

// Struct = "struct" Name Generics? (Where? "{" StructField,* "}" | "(" TupleField,* ")" Where? ";" | Where? ";")
bool parseStruct(TokenInput &in, ast::StructItem &node) {
  in.bump();
  if (!parseIdent(in, node.name) || !parseGenericParams(in, node.generics) || !parseWhereClause(in, node.generics))
    return false;
  if (in.at(Tok::OpenBrace)) {
    node.shape = ast::VariantShape::Named;
    return parseNamedFields(in, node.fields);
  }
  if (in.at(Tok::OpenParen) && node.generics.where_span.empty()) {
    node.shape = ast::VariantShape::Tuple;
    return parseTupleFields(in, node.fields) && parseWhereClause(in, node.generics) && needSemi(in);
  }
  node.shape = ast::VariantShape::Unit;
  if (in.eat(Tok::Semi))
    return true;
  if (!node.generics.where_span.empty())
    return in.panicking() ? false : in.fail(in.span(), "expected `{`, or `;` after struct name, found " + in.found());
  return in.panicking() ? false : in.fail(in.span(), "expected `where`, `{`, `(`, or `;` after struct name, found " + in.found());
}

/// The `{` of an item's body.
bool openBody(TokenInput &in) {
  if (in.at(Tok::Semi))
    return in.fail(in.span(), "expected `{}`, found `;`");
  return run<Need<Tok::OpenBrace>>(in);
}
bool openItemBody(TokenInput &in, ast::EnumItem & /*node*/) { return openBody(in); }

// EnumVariant = OuterAttribute* Name ("{" … "}" | "(" … ")")? ("=" Expr)?
bool parseVariant(TokenInput &in, ast::VariantDef &out) {
  if (!parseAttributeList(in, out.attributes))
    return false;
  if (in.at(Tok::CloseBrace) && !out.attributes.empty() && out.attributes.back().is_doc)
    return in.fail(Diagnostic(DiagnosticKind::E0585, "found a documentation comment that doesn't document anything", out.attributes.back().span));
  const std::uint32_t lo = in.lo();
  ast::Visibility visibility;
  if (!parseVisibility(in, visibility))
    return false;
  if (visibility.kind != ast::Visibility::Kind::Inherited)
    in.reportLate(Diagnostic(DiagnosticKind::E0449, "visibility qualifiers are not permitted here", visibility.span));
  if (!parseIdent(in, out.name))
    return false;
  if (in.at(Tok::OpenBrace)) {
    out.shape = ast::VariantShape::Named;
    if (!parseNamedFields(in, out.fields))
      return false;
  } else if (in.at(Tok::OpenParen)) {
    out.shape = ast::VariantShape::Tuple;
    if (!parseTupleFields(in, out.fields))
      return false;
  } else {
    in.alsoExpect({Expect::OpenParen, Expect::OpenBrace});
  }
  if (in.eat(Tok::Eq)) {
    if (!parseExpr(in, out.discriminant))
      return false;
  } else {
    in.alsoExpect({Expect::Eq});
  }
  out.span = in.spanFrom(lo);
  return true;
}
struct Variant : Call<parseVariant> {};

// Enum = "enum" Name Generics? Where? "{" EnumVariant,* "}"
struct Enum : pegtl::seq<Eat<Tok::KwEnum>, Set<&ast::EnumItem::name, Name>, Set<&ast::EnumItem::generics, Params>, Set<&ast::EnumItem::generics, Where>,
                         Call<openItemBody>, Set<&ast::EnumItem::variants, ListUntil<ast::VariantDef, Variant, Tok::CloseBrace>>> {};

// ------------------------------------------------------------------------------------------------------- traits and impls

/// The items of an `impl` or `trait` up to the `}`, which is eaten.
bool parseAssociatedItems(TokenInput &in, ItemPlace place, List<const ast::Item *> &out) {
  ListBuilder<const ast::Item *> items(in);
  // rustc skips what stands behind an item it cannot read. It is read here, for the names it declares, but not reported on.
  std::size_t errors_at_failure = TokenInput::never;
  while (!in.at(Tok::CloseBrace)) {
    const ast::Item *item = nullptr;
    if (!parseItemRecovering(in, place, item))
      return false;
    if (item == nullptr)
      continue;
    items.push(item);
    // But it goes on behind a constant that lacks its type.
    if (item->kind == ast::ItemKind::Error && !in.textOf(item->span).contains("const"))
      errors_at_failure = std::min(errors_at_failure, in.errorCount());
  }
  if (errors_at_failure < in.errorCount())
    in.dropErrors(errors_at_failure);
  in.bump();
  out = items.take();
  return true;
}

bool parseAssociatedBody(TokenInput &in, ItemPlace place, List<ast::Attribute> &attributes, List<const ast::Item *> &out) {
  if (!openBody(in))
    return false;
  const Nesting nesting(in);
  return !in.tooDeep() && addInnerAttributes(in, attributes) && parseAssociatedItems(in, place, out);
}

// Trait = "unsafe"? "auto"? "trait" Name Generics? (":" Bounds)? Where? "{" AssociatedItem* "}"
bool parseTrait(TokenInput &in, ast::TraitItem &node, const char *&alias) {
  if (in.eat(Tok::KwUnsafe))
    node.unsupported = "unsafe trait";
  if (in.atWord(sym::weak_auto)) {
    in.bump();
    node.is_auto = true;
    if (!in.isLibrary())
      node.unsupported = "auto trait";
  }
  in.bump();
  if (!parseIdent(in, node.name) || !parseGenericParams(in, node.generics))
    return false;
  if (in.eat(Tok::Colon)) {
    if (!parseBounds(in, node.supertraits))
      return false;
  } else {
    in.alsoExpect({Expect::Colon});
  }
  in.alsoExpect({Expect::Eq});
  if (in.eat(Tok::Eq)) {
    alias = trait_alias;
    List<const ast::GenericBound *> bounds;
    return parseBounds(in, bounds) && parseWhereClause(in, node.generics) && needSemi(in);
  }
  return parseWhereClause(in, node.generics) && parseAssociatedBody(in, ItemPlace::Trait, node.attributes, node.items);
}

/// After `impl`: does `<` open generics, or a qualified path?
bool opensGenerics(const TokenInput &in) {
  if (!in.at(Tok::Lt))
    return false;
  switch (in.kindAt(1)) {
  case Tok::Gt:
  case Tok::Pound:
  case Tok::KwConst:
    return true;
  case Tok::Lifetime:
  case Tok::Ident:
  case Tok::RawIdent:
    return in.kindAt(2) == Tok::Gt || in.kindAt(2) == Tok::Comma || in.kindAt(2) == Tok::Colon || in.kindAt(2) == Tok::Eq;
  default:
    return false;
  }
}

/// The trait of `impl Trait for Type` was read as a type.
bool takeTraitPath(TokenInput &in, const ast::Type *type, ast::ImplItem &node) {
  if (const auto *path = llvm::dyn_cast<ast::PathType>(type)) {
    node.trait_path = &path->path;
    return true;
  }
  return in.fail(type->span, "expected a trait, found type");
}

// Impl = "unsafe"? "impl" Generics? ("!"? TypePath "for")? Type Where? "{" AssociatedItem* "}"
bool parseImpl(TokenInput &in, ast::ImplItem &node) {
  if (in.atWord(sym::weak_default)) {
    in.bump();
    node.unsupported = "default impl";
  }
  if (in.eat(Tok::KwUnsafe) && node.unsupported == nullptr)
    node.unsupported = unsafe_impl;
  in.bump();
  if (opensGenerics(in)) {
    if (!parseGenericParams(in, node.generics))
      return false;
  } else {
    node.generics.span = Span(in.lo(), in.lo());
  }
  if (in.eat(Tok::KwConst))
    node.unsupported = "const impl";
  if (in.at(Tok::Bang) && in.kindAt(1) != Tok::OpenBrace && in.kindAt(1) != Tok::KwFor) {
    in.bump();
    node.negative = true;
  }
  if (in.at(Tok::KwFor) && in.kindAt(1) != Tok::Lt)
    return in.fail(Span(in.previousEnd(), in.lo()), "missing trait in a trait impl", "help: add a trait here");
  const ast::Type *first = nullptr;
  if (!parseType(in, first))
    return false;
  node.self_type = first;
  const Span gap(in.previousEnd(), in.lo());
  bool has_for = in.eat(Tok::KwFor);
  if (!has_for && (startsPath(in.kind()) || in.at(Tok::And))) {
    in.report(gap, "missing `for` in a trait impl", "help: add `for` here");
    has_for = true;
  }
  in.alsoExpect(has_for ? ExpectedSet{} : ExpectedSet{Expect::KwFor});
  if (has_for && (!takeTraitPath(in, first, node) || !parseType(in, node.self_type)))
    return false;
  const ItemPlace place = has_for ? ItemPlace::TraitImpl : ItemPlace::Impl;
  if (!parseWhereClause(in, node.generics) || !parseAssociatedBody(in, place, node.attributes, node.items))
    return false;
  if (!has_for && node.unsupported == unsafe_impl)
    in.report(Diagnostic(DiagnosticKind::E0197, "inherent impls cannot be unsafe", first->span, "inherent impl for this type"));
  else if (!has_for && node.negative)
    in.report(first->span, "inherent impls cannot be negative");
  return true;
}

// -------------------------------------------------------------------------------------------- constants, aliases, modules

/// The words for a missing value: "free constant item without body", "associated type in `impl` without body".
void checkHasValue(TokenInput &in, ItemPlace place, const char *what, bool has_value, std::uint32_t lo) {
  if (has_value || place == ItemPlace::Trait || place == ItemPlace::ExternBlock || in.isLibrary())
    return;
  const bool free = place == ItemPlace::Module || place == ItemPlace::Block;
  const std::string kind = what;
  const std::string free_name = kind == "constant" ? "constant item" : kind == "static" ? "static item" : "type alias";
  in.reportLate(in.spanFrom(lo), free ? "free " + free_name + " without body" : "associated " + kind + " in `impl` without body");
}

/// A name where an item should start, as in `main() { … }`: rustc guesses the forgotten keyword. `span` is where it says so. False: reported.
bool checkMissingKeyword(TokenInput &in, Span span) {
  const bool is_pub = in.previous().kind() == Tok::KwPub || in.previous().kind() == Tok::CloseParen;
  const std::uint32_t start = in.index();
  in.bump();
  const bool generics = in.at(Tok::Lt);
  while (generics && !in.at(Tok::Gt) && !in.at(Tok::Eof) && !in.at(Tok::OpenBrace) && !in.at(Tok::Semi))
    in.bump();
  if (generics)
    (void)in.eat(Tok::Gt);
  const char *message = nullptr;
  if (in.at(Tok::OpenBrace)) {
    const bool is_struct = in.kindAt(2) == Tok::Colon || in.kindAt(3) == Tok::Colon;
    message = in.kindAt(1) == Tok::CloseBrace ? "missing `enum` or `struct` for enum or struct definition"
              : is_struct                     ? "missing `struct` for struct definition"
                                              : "missing `enum` for enum definition";
  } else if (in.at(Tok::OpenParen)) {
    const unsigned first = in.kindAt(1) == Tok::And ? (in.kindAt(2) == Tok::KwMut ? 3 : 2) : 1;
    const bool is_method = in.kindAt(first) == Tok::KwSelfValue;
    in.skipGroup();
    if (in.at(Tok::RArrow) || in.at(Tok::OpenBrace))
      message = is_method ? "missing `fn` for method definition" : "missing `fn` for function definition";
    else if (is_pub && in.at(Tok::Semi))
      message = "missing `struct` for struct definition";
    else
      message = "missing `fn` or `struct` for function or struct definition";
  } else if (generics) {
    message = "missing `fn` or `struct` for function or struct definition";
  }
  in.moveTo(start);
  return message == nullptr || in.fail(span, message);
}

/// `: Type` of a constant or static.
bool parseItemType(TokenInput &in, const char *what, const ast::Type *&out) {
  if (in.eat(Tok::Colon) && !in.at(Tok::Eq) && !in.at(Tok::Semi))
    return parseType(in, out);
  if (in.panicking())
    return false;
  const std::uint32_t end = in.previousEnd();
  return in.fail(Span(end, end), std::string("missing type for `") + what + "` item", "help: provide a type for the item");
}

// Const = "const" (Name | "_") ":" Type ("=" Expr)? ";"
bool parseConst(TokenInput &in, ItemPlace place, std::uint32_t lo, ast::ConstItem &node) {
  in.bump();
  if (in.at(Tok::Ident) && in.kindAt(1) == Tok::OpenParen && !checkMissingKeyword(in, in.span()))
    return false;
  if (in.at(Tok::KwUnderscore)) {
    node.name = {in.current()->symbol(), in.span()};
    in.bump();
  } else if (!parseIdent(in, node.name)) {
    return false;
  }
  if (!parseGenericParams(in, node.generics))
    return false;
  if (!parseItemType(in, "const", node.type))
    return false;
  if (in.eat(Tok::Eq) ? !parseExpr(in, node.value) : (in.alsoExpect({Expect::Eq}), false))
    return false;
  if (!parseWhereClause(in, node.generics) || !needSemi(in))
    return false;
  checkHasValue(in, place, "constant", node.value != nullptr, lo);
  return true;
}

// Static = "static" "mut"? Name ":" Type ("=" Expr)? ";"
bool parseStatic(TokenInput &in, ItemPlace place, std::uint32_t lo, ast::StaticItem &node) {
  in.bump();
  if (in.eat(Tok::KwMut))
    node.mutability = Mutability::Mut;
  if (!parseIdent(in, node.name))
    return false;
  if (!parseItemType(in, node.mutability == Mutability::Mut ? "static mut" : "static", node.type))
    return false;
  if (in.eat(Tok::Eq) ? !parseExpr(in, node.value) : (in.alsoExpect({Expect::Eq}), false))
    return false;
  if (!needSemi(in))
    return false;
  checkHasValue(in, place, "static", node.value != nullptr, lo);
  return true;
}

// TypeAlias = "type" Name Generics? (":" Bounds)? Where? ("=" Type Where?)? ";"
bool parseTypeAlias(TokenInput &in, ItemPlace place, std::uint32_t lo, ast::TypeAliasItem &node) {
  in.bump();
  if (!parseIdent(in, node.name) || !parseGenericParams(in, node.generics))
    return false;
  if (in.eat(Tok::Colon)) {
    const std::uint32_t bounds = in.lo();
    if (!parseBounds(in, node.bounds))
      return false;
    if (place != ItemPlace::Trait && place != ItemPlace::ExternBlock && !node.bounds.empty())
      in.reportLate(in.spanFrom(bounds), place == ItemPlace::Impl || place == ItemPlace::TraitImpl ? "bounds on `type`s in `impl`s have no effect"
                                                                                                   : "bounds on `type`s in this context have no effect");
  } else {
    in.alsoExpect({Expect::Colon});
  }
  if (!parseWhereClause(in, node.generics))
    return false;
  if (in.eat(Tok::Eq)) {
    if (!parseType(in, node.type))
      return false;
  } else {
    in.alsoExpect({Expect::Eq});
  }
  if (in.at(Tok::KwWhere) ? !parseWhereClause(in, node.generics) : (in.alsoExpect({Expect::KwWhere}), false))
    return false;
  if (!needSemi(in))
    return false;
  checkHasValue(in, place, "type", node.type != nullptr, lo);
  return true;
}

// Module = "mod" Name (";" | "{" InnerAttribute* Item* "}")
bool parseMod(TokenInput &in, ast::ModItem &node) {
  in.bump();
  if (!parseIdent(in, node.name))
    return false;
  if (in.eat(Tok::Semi)) {
    node.is_inline = false;
    return true;
  }
  if (!in.at(Tok::OpenBrace)) {
    in.alsoExpect({Expect::OpenBrace});
    node.is_inline = false;
    return needSemi(in);
  }
  const Nesting nesting(in);
  if (in.tooDeep())
    return false;
  in.bump();
  if (!addInnerAttributes(in, node.inner_attributes) || !parseModuleItems(in, node.items))
    return false;
  in.bump();
  return true;
}

// ------------------------------------------------------------------------------------------------------------------- use

// UseTree = (Path "::")? ("*" | "{" UseTree,* "}") | Path ("as" (Name | "_"))?
bool parseUseTree(TokenInput &in, ast::UseTree &out);
struct UseTreeRule : Call<parseUseTree> {};

bool parseUseTail(TokenInput &in, ast::UseTree &out) {
  if (in.eat(Tok::Star)) {
    out.kind = ast::UseTree::Kind::Glob;
    return true;
  }
  in.bump();
  out.kind = ast::UseTree::Kind::Group;
  return run<ListUntil<ast::UseTree, UseTreeRule, Tok::CloseBrace>>(in, out.group);
}

bool parseRename(TokenInput &in, ast::UseTree &out) {
  if (!in.eat(Tok::KwAs)) {
    in.alsoExpect({Expect::KwAs});
    return true;
  }
  if (!in.at(Tok::KwUnderscore))
    return parseIdent(in, out.rename);
  out.rename = {in.current()->symbol(), in.span()};
  in.bump();
  return true;
}

bool parseUseTree(TokenInput &in, ast::UseTree &out) {
  const Nesting nesting(in);
  if (in.tooDeep())
    return false;
  const std::uint32_t lo = in.lo();
  const bool global_tail = in.at(Tok::PathSep) && (in.kindAt(1) == Tok::Star || in.kindAt(1) == Tok::OpenBrace);
  bool ok = true;
  if (in.at(Tok::Star) || in.at(Tok::OpenBrace) || global_tail) {
    out.prefix.global = in.eat(Tok::PathSep);
    out.prefix.span = in.spanFrom(lo);
    ok = parseUseTail(in, out);
  } else {
    ok = parseModPath(in, out.prefix);
    if (ok && in.eat(Tok::PathSep))
      ok = parseUseTail(in, out);
    else if (ok)
      ok = parseRename(in, out);
  }
  out.span = in.spanFrom(lo);
  return ok;
}

// Use = "use" UseTree ";"
bool parseUse(TokenInput &in, ast::UseItem &node) {
  in.bump();
  return parseUseTree(in, node.tree) && needSemi(in);
}

// ------------------------------------------------------------------------------------------------------ outside the subset

// ExternCrate = "extern" "crate" (Name | "self") ("as" (Name | "_"))? ";"
bool parseExternCrate(TokenInput &in, ast::Ident &name) {
  in.bump();
  in.bump();
  if (in.at(Tok::KwSelfValue))
    in.bump();
  else if (!parseIdent(in, name))
    return false;
  in.alsoExpect({Expect::KwAs});
  if (in.eat(Tok::KwAs)) {
    if (in.at(Tok::KwUnderscore))
      in.bump();
    else if (!parseIdent(in, name))
      return false;
  }
  return needSemi(in);
}

// ExternBlock = "unsafe"? "extern" Abi? "{" InnerAttribute* ExternalItem* "}"
bool parseExternBlock(TokenInput &in) {
  (void)in.eat(Tok::KwUnsafe);
  in.bump();
  (void)in.eat(Tok::Str);
  List<ast::Attribute> attributes;
  List<const ast::Item *> items;
  return parseAssociatedBody(in, ItemPlace::ExternBlock, attributes, items);
}

// MacroRulesDefinition = "macro_rules" "!" Name ("{…}" | ("(…)" | "[…]") ";")
bool parseMacroRules(TokenInput &in, ast::Ident &name) {
  in.bump();
  in.bump();
  if (!parseIdent(in, name))
    return false;
  if (!isOpen(in.kind()))
    return in.failExpected("one of `(`, `[`, or `{`");
  const bool braces = in.at(Tok::OpenBrace);
  in.skipGroup();
  return braces || needSemi(in);
}

/// `macro name(…) { … }`: nightly only.
bool parseDeclMacro(TokenInput &in, ast::Ident &name) {
  in.bump();
  if (!parseIdent(in, name))
    return false;
  if (in.at(Tok::OpenParen))
    in.skipGroup();
  if (!in.at(Tok::OpenBrace))
    return in.failExpected("one of `(` or `{`");
  in.skipGroup();
  return true;
}

/// A macro called where an item stands.
bool parseMacroItem(TokenInput &in) {
  if (in.kindAt(1) != Tok::Bang && in.kindAt(1) != Tok::PathSep && !checkMissingKeyword(in, in.span()))
    return false;
  ast::Path path;
  if (!parseModPath(in, path))
    return false;
  if (!in.eat(Tok::Bang))
    return in.failExpected(ExpectedSet{Expect::Bang, Expect::PathSep});
  if (!isOpen(in.kind()))
    return in.failExpected("one of `(`, `[`, or `{`");
  const bool braces = in.at(Tok::OpenBrace);
  const std::uint32_t lo = in.lo();
  in.skipGroup();
  if (braces || in.eat(Tok::Semi))
    return true;
  return in.fail(in.spanFrom(lo), "macros that expand to items must be delimited with braces or followed by a semicolon");
}

// ----------------------------------------------------------------------------------------------------------------- dispatch

/// What all items share.
struct ItemHead {
  List<ast::Attribute> attributes;
  ast::Visibility visibility;
  std::uint32_t lo;
};

template <typename Node> Node start(const ItemHead &head) {
  Node node{Span{}};
  node.attributes = head.attributes;
  node.visibility = head.visibility;
  return node;
}

template <typename Node> bool finish(TokenInput &in, const ItemHead &head, Node node, const ast::Item *&out) {
  node.span = in.spanFrom(head.lo);
  out = in.make(node);
  return true;
}

bool finishUnsupported(TokenInput &in, const ItemHead &head, const char *what, const ast::Ident &name, const ast::Item *&out) {
  auto node = start<ast::UnsupportedItem>(head);
  node.what = what;
  node.name = name;
  return finish(in, head, node, out);
}

bool parseTraitItem(TokenInput &in, const ItemHead &head, const ast::Item *&out) {
  auto node = start<ast::TraitItem>(head);
  const char *alias = nullptr;
  if (!parseTrait(in, node, alias))
    return false;
  return alias != nullptr ? finishUnsupported(in, head, alias, node.name, out) : finish(in, head, node, out);
}

bool parseUnionItem(TokenInput &in, const ItemHead &head, const ast::Item *&out) {
  auto node = start<ast::StructItem>(head);
  return parseStruct(in, node) && finishUnsupported(in, head, union_item, node.name, out);
}

bool parseFnAs(TokenInput &in, ItemPlace place, const ItemHead &head, const ast::Item *&out) {
  auto node = start<ast::FnItem>(head);
  return parseFn(in, place, head.lo, node) && finish(in, head, node, out);
}

/// Which item starts here; `None`: none.
enum class Start : std::uint8_t {
  None,
  Fn,
  Struct,
  Enum,
  Union,
  Trait,
  Impl,
  Const,
  Static,
  TypeAlias,
  Mod,
  Use,
  ExternCrate,
  ExternBlock,
  MacroRules,
  DeclMacro,
  Macro
};

bool isQualifier(const TokenInput &in, unsigned ahead) {
  switch (in.kindAt(ahead)) {
  case Tok::KwConst:
  case Tok::KwAsync:
  case Tok::KwUnsafe:
  case Tok::KwExtern:
  case Tok::KwFn:
  case Tok::KwGen:
    return true;
  default:
    return in.wordAt(ahead, sym::weak_safe);
  }
}

/// `extern` at `ahead`: a function's ABI, a block, or a crate.
Start startOfExtern(const TokenInput &in, unsigned ahead) {
  if (in.kindAt(ahead + 1) == Tok::KwCrate)
    return Start::ExternCrate;
  const unsigned behind_abi = in.kindAt(ahead + 1) == Tok::Str ? ahead + 2 : ahead + 1;
  return in.kindAt(behind_abi) == Tok::OpenBrace ? Start::ExternBlock : Start::Fn;
}

Start startOfUnsafe(const TokenInput &in) {
  switch (in.kindAt(1)) {
  case Tok::KwTrait:
    return Start::Trait;
  case Tok::KwImpl:
    return Start::Impl;
  case Tok::KwFn:
  case Tok::KwAsync:
    return Start::Fn;
  case Tok::KwExtern:
    return startOfExtern(in, 1);
  case Tok::KwMod:
    return Start::Mod;
  case Tok::OpenBrace:
    return Start::None;
  default:
    return in.wordAt(1, sym::weak_auto) ? Start::Trait : Start::None;
  }
}

Start startOfConst(const TokenInput &in) {
  switch (in.kindAt(1)) {
  case Tok::OpenBrace:
  case Tok::Or:
  case Tok::OrOr:
  case Tok::KwMove:
  case Tok::KwStatic:
    return Start::None;
  case Tok::KwAsync: {
    const Tok behind = in.kindAt(2);
    return behind == Tok::KwFn || behind == Tok::KwUnsafe || behind == Tok::KwExtern ? Start::Fn : Start::None;
  }
  case Tok::KwTrait:
  case Tok::KwImpl:
    return Start::None;
  default:
    return isQualifier(in, 1) ? Start::Fn : Start::Const;
  }
}

/// Names that are keywords here: `union`, `auto`, `default`, `safe`, `macro_rules`.
Start startOfWord(const TokenInput &in, ItemPlace place, bool has_visibility) {
  const bool name_follows = in.kindAt(1) == Tok::Ident || in.kindAt(1) == Tok::RawIdent;
  if (in.atWord(sym::weak_union) && name_follows)
    return Start::Union;
  if (in.atWord(sym::weak_auto) && in.kindAt(1) == Tok::KwTrait)
    return Start::Trait;
  if (in.atWord(sym::weak_macro_rules) && in.kindAt(1) == Tok::Bang && (in.kindAt(2) == Tok::Ident || in.kindAt(2) == Tok::RawIdent))
    return Start::MacroRules;
  if (in.atWord(sym::weak_safe) && (in.kindAt(1) == Tok::KwFn || in.kindAt(1) == Tok::KwExtern))
    return Start::Fn;
  if (in.atWord(sym::weak_safe) && in.kindAt(1) == Tok::KwStatic)
    return Start::Static;
  if (in.atWord(sym::weak_default) && (in.kindAt(1) == Tok::KwImpl || (in.kindAt(1) == Tok::KwUnsafe && in.kindAt(2) == Tok::KwImpl)))
    return Start::Impl;
  if (in.atWord(sym::weak_default) && isQualifier(in, 1))
    return Start::Fn;
  return place == ItemPlace::Block || has_visibility ? Start::None : Start::Macro;
}

Start startOf(const TokenInput &in, ItemPlace place, bool has_visibility = false) {
  switch (in.kind()) {
  case Tok::KwFn:
    return Start::Fn;
  case Tok::KwStruct:
    return Start::Struct;
  case Tok::KwEnum:
    return Start::Enum;
  case Tok::KwTrait:
    return Start::Trait;
  case Tok::KwImpl:
    return Start::Impl;
  case Tok::KwMod:
    return Start::Mod;
  case Tok::KwUse:
    return Start::Use;
  case Tok::KwType:
    return Start::TypeAlias;
  case Tok::KwConst:
    return startOfConst(in);
  case Tok::KwStatic:
    return in.kindAt(1) == Tok::Or || in.kindAt(1) == Tok::OrOr || in.kindAt(1) == Tok::KwMove ? Start::None : Start::Static;
  case Tok::KwUnsafe:
    return startOfUnsafe(in);
  case Tok::KwExtern:
    return startOfExtern(in, 0);
  case Tok::KwAsync:
    return in.kindAt(1) == Tok::KwFn || in.kindAt(1) == Tok::KwUnsafe || in.kindAt(1) == Tok::KwExtern ? Start::Fn : Start::None;
  case Tok::KwMacro:
    return Start::DeclMacro;
  case Tok::Ident:
    return startOfWord(in, place, has_visibility);
  default:
    return place != ItemPlace::Block && !has_visibility && startsPath(in.kind()) ? Start::Macro : Start::None;
  }
}

/// The dispatch rule of items, behind the visibility.
bool dispatchItem(TokenInput &in, ItemPlace place, const ItemHead &head, const ast::Item *&out) {
  ast::Ident name;
  switch (startOf(in, place, head.visibility.kind != ast::Visibility::Kind::Inherited)) {
  case Start::Fn:
    return parseFnAs(in, place, head, out);
  case Start::Struct: {
    auto node = start<ast::StructItem>(head);
    return parseStruct(in, node) && finish(in, head, node, out);
  }
  case Start::Enum: {
    auto node = start<ast::EnumItem>(head);
    return run<Enum>(in, node) && finish(in, head, node, out);
  }
  case Start::Union:
    return parseUnionItem(in, head, out);
  case Start::Trait:
    return parseTraitItem(in, head, out);
  case Start::Impl: {
    auto node = start<ast::ImplItem>(head);
    return parseImpl(in, node) && finish(in, head, node, out);
  }
  case Start::Const: {
    auto node = start<ast::ConstItem>(head);
    return parseConst(in, place, head.lo, node) && finish(in, head, node, out);
  }
  case Start::Static: {
    auto node = start<ast::StaticItem>(head);
    const bool is_safe = in.atWord(sym::weak_safe);
    if (is_safe)
      in.bump();
    return parseStatic(in, place, head.lo, node) && finish(in, head, node, out);
  }
  case Start::TypeAlias: {
    auto node = start<ast::TypeAliasItem>(head);
    return parseTypeAlias(in, place, head.lo, node) && finish(in, head, node, out);
  }
  case Start::Mod: {
    auto node = start<ast::ModItem>(head);
    if (in.at(Tok::KwUnsafe)) {
      in.report(in.span(), "module cannot be declared unsafe");
      in.bump();
    }
    return parseMod(in, node) && finish(in, head, node, out);
  }
  case Start::Use: {
    auto node = start<ast::UseItem>(head);
    return parseUse(in, node) && finish(in, head, node, out);
  }
  case Start::ExternCrate:
    return parseExternCrate(in, name) && finishUnsupported(in, head, extern_crate, name, out);
  case Start::ExternBlock:
    return parseExternBlock(in) && finishUnsupported(in, head, extern_block, {}, out);
  case Start::MacroRules:
    return parseMacroRules(in, name) && finishUnsupported(in, head, macro_rules, name, out);
  case Start::DeclMacro:
    return parseDeclMacro(in, name) && finishUnsupported(in, head, macro_item, name, out);
  case Start::Macro:
    return parseMacroItem(in) && finishUnsupported(in, head, "macro call as an item", {}, out);
  case Start::None:
    break;
  }
  const bool may_lack_keyword = head.visibility.kind != ast::Visibility::Kind::Inherited && in.at(Tok::Ident);
  if (may_lack_keyword && !checkMissingKeyword(in, head.visibility.span.to(in.span())))
    return false;
  return failNoItem(in, place, head.attributes, head.visibility);
}

/// What messages call an item that may not stand among associated items; null for those that may.
const char *misplacedName(const ast::Item &item) {
  switch (item.kind) {
  case ast::ItemKind::Struct:
    return "struct";
  case ast::ItemKind::Enum:
    return "enum";
  case ast::ItemKind::Impl:
    return "implementation";
  case ast::ItemKind::Trait:
    return "trait";
  case ast::ItemKind::Mod:
    return "module";
  case ast::ItemKind::Use:
    return "`use` import";
  case ast::ItemKind::Fn:
  case ast::ItemKind::Const:
  case ast::ItemKind::Static:
  case ast::ItemKind::TypeAlias:
  case ast::ItemKind::Error:
    return nullptr;
  case ast::ItemKind::Unsupported:
    break;
  }
  const llvm::StringRef what = llvm::cast<ast::UnsupportedItem>(item).what;
  if (what == extern_crate)
    return "extern crate";
  if (what == extern_block)
    return "extern block";
  if (what == macro_rules || what == macro_item)
    return "macro definition";
  return what == union_item || what == trait_alias ? llvm::cast<ast::UnsupportedItem>(item).what : nullptr;
}

/// Only functions, constants, types and macro calls stand in an `impl` or `trait`, only functions, statics and types in an `extern` block.
bool checkPlace(TokenInput &in, ItemPlace place, const ast::Item &item) {
  if (place == ItemPlace::Module || place == ItemPlace::Block)
    return true;
  const char *where = place == ItemPlace::ExternBlock ? "`extern` blocks" : "`trait`s or `impl`s";
  if (const char *what = misplacedName(item))
    return in.fail(item.span, std::string(what) + " is not supported in " + where);
  if (item.kind == ast::ItemKind::Static && place != ItemPlace::ExternBlock)
    return in.fail(item.span, "associated `static` items are not allowed");
  if (item.kind == ast::ItemKind::Const && place == ItemPlace::ExternBlock)
    return in.fail(item.name.span, "extern items cannot be `const`");
  return true;
}

} // namespace

bool startsItem(const TokenInput &in, ItemPlace place) { return in.at(Tok::KwPub) || startOf(in, place) != Start::None; }

bool parseItem(TokenInput &in, ItemPlace place, List<ast::Attribute> attributes, const ast::Item *&out) {
  const Nesting nesting(in);
  if (in.tooDeep())
    return false;
  ItemHead head{attributes, {}, in.lo()};
  const std::size_t late_errors = in.lateErrorCount();
  if (!parseItemVisibility(in, head.visibility) || !dispatchItem(in, place, head, out))
    return false;
  if (!checkPlace(in, place, *out))
    return false;
  if (in.lateErrorCount() == late_errors || !mayBeRemoved(in, attributes))
    return true;
  in.dropLateErrors(late_errors);
  return finishUnsupported(in, head, "item with errors under an attribute that may remove it", out->name, out);
}

} // namespace lien::grammar

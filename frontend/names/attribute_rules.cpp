// The rules, one function for each attribute or family of attributes.
#include "frontend/names/attribute_rules.hpp"

#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/MathExtras.h"

namespace lien {

namespace {

/// What stands at a place, as rustc names it in "cannot be used on …".
llvm::StringRef nameOf(AttributePlace place) {
  switch (place) {
  case AttributePlace::Fn:
    return "functions";
  case AttributePlace::RequiredMethod:
    return "required trait methods";
  case AttributePlace::ProvidedMethod:
    return "provided trait methods";
  case AttributePlace::InherentMethod:
    return "inherent methods";
  case AttributePlace::TraitImplMethod:
    return "trait methods in impl blocks";
  case AttributePlace::Struct:
    return "structs";
  case AttributePlace::Enum:
    return "enums";
  case AttributePlace::Variant:
    return "enum variants";
  case AttributePlace::Field:
    return "struct fields";
  case AttributePlace::Trait:
    return "traits";
  case AttributePlace::Mod:
    return "modules";
  case AttributePlace::Crate:
    return "crates";
  case AttributePlace::AssocType:
    return "associated types";
  case AttributePlace::AssocConst:
    return "associated consts";
  case AttributePlace::InherentImpl:
    return "inherent impl blocks";
  case AttributePlace::TraitImpl:
    return "trait impl blocks";
  case AttributePlace::Const:
    return "constants";
  case AttributePlace::Static:
    return "statics";
  case AttributePlace::TypeAlias:
    return "type aliases";
  case AttributePlace::Use:
    return "use statements";
  case AttributePlace::GenericParam:
  case AttributePlace::FnParam:
  case AttributePlace::Other:
    return {};
  }
  return {};
}

bool isFunction(AttributePlace place) {
  switch (place) {
  case AttributePlace::Fn:
  case AttributePlace::RequiredMethod:
  case AttributePlace::ProvidedMethod:
  case AttributePlace::InherentMethod:
  case AttributePlace::TraitImplMethod:
    return true;
  case AttributePlace::Struct:
  case AttributePlace::Enum:
  case AttributePlace::Variant:
  case AttributePlace::Field:
  case AttributePlace::Trait:
  case AttributePlace::Mod:
  case AttributePlace::Crate:
  case AttributePlace::AssocType:
  case AttributePlace::AssocConst:
  case AttributePlace::InherentImpl:
  case AttributePlace::TraitImpl:
  case AttributePlace::Const:
  case AttributePlace::Static:
  case AttributePlace::TypeAlias:
  case AttributePlace::Use:
  case AttributePlace::GenericParam:
  case AttributePlace::FnParam:
  case AttributePlace::Other:
    return false;
  }
  return false;
}

bool isText(const ast::LiteralExpr *literal) {
  return literal != nullptr && literal->kind == ast::ExprKind::Literal && literal->literal == ast::LiteralKind::Str;
}

bool isTextValue(const ast::Meta &meta) { return meta.kind == ast::Meta::Kind::NameValue && isText(meta.literal); }

/// Tools whose names may stand before a lint's.
bool isLintTool(llvm::StringRef name) {
  return llvm::StringSwitch<bool>(name).Cases("clippy", "rustdoc", "rustc", "miri", true).Cases("diagnostic", "rust_analyzer", "rustfmt", true).Default(false);
}

} // namespace

/// The single name of a path; empty for other paths.
llvm::StringRef AttributeRules::text(const ast::Meta &meta) const {
  return meta.path.isSingle() ? symbols_.text(meta.path.segments.front().ident.name) : llvm::StringRef();
}

bool AttributeRules::malformed(const ast::Attribute &attribute, DiagnosticKind kind, llvm::StringRef label) {
  report(Diagnostic(kind, "malformed `" + text(attribute.meta).str() + "` attribute input", attribute.span, label.str()));
  return true;
}

bool AttributeRules::misplaced(const ast::Attribute &attribute, AttributePlace place) {
  const llvm::StringRef on = nameOf(place);
  if (on.empty())
    return false;
  report(Diagnostic(DiagnosticKind::AttributePlace, "`#[" + text(attribute.meta).str() + "]` attribute cannot be used on " + on.str(), attribute.span));
  return true;
}

bool AttributeRules::accept(const ast::Attribute &attribute, AttributeKind kind, AttributePlace place) {
  const ast::Meta &meta = attribute.meta;
  if (kind == AttributeKind::Lint)
    return lint(attribute);
  if (meta.kind == ast::Meta::Kind::Other || place == AttributePlace::FnParam || place == AttributePlace::GenericParam || place == AttributePlace::Other)
    return false;
  switch (kind) {
  case AttributeKind::Lint:
    return lint(attribute);
  case AttributeKind::Doc:
    return documentation(meta);
  case AttributeKind::Deprecated:
    return deprecated(attribute);
  case AttributeKind::MustUse:
    return wordOrText(attribute, true, true);
  case AttributeKind::Marker:
    return place != AttributePlace::Crate && marker(attribute);
  case AttributeKind::Inline:
    return inlining(attribute, place);
  case AttributeKind::TrackCaller:
    return (isFunction(place) || place == AttributePlace::Field || misplaced(attribute, place)) && marker(attribute);
  case AttributeKind::NonExhaustive: {
    const bool may_stand =
        place == AttributePlace::Struct || place == AttributePlace::Enum || place == AttributePlace::Variant || place == AttributePlace::Field;
    return (may_stand || misplaced(attribute, place)) && marker(attribute);
  }
  case AttributeKind::Path:
    return place != AttributePlace::Crate && wordOrText(attribute, false, true);
  case AttributeKind::MacroUse:
    return meta.kind == ast::Meta::Kind::Word; // with names it belongs to `extern crate`
  case AttributeKind::CrateProperty:
    return place == AttributePlace::Crate && attribute.inner && wordOrText(attribute, false, true);
  case AttributeKind::ShouldPanic:
    return shouldPanic(attribute);
  case AttributeKind::Ignore:
    return meta.kind == ast::Meta::Kind::Word || isTextValue(meta);
  case AttributeKind::Derive:
    return derive(attribute, place);
  case AttributeKind::Test:
    return test(attribute, place);
  case AttributeKind::Repr:
    return representation(attribute, place);
  case AttributeKind::Unknown:
  case AttributeKind::Cfg:
  case AttributeKind::Lang:
  case AttributeKind::Complete:
  case AttributeKind::UnstableItem:
  case AttributeKind::NotCore:
  case AttributeKind::Each:
  case AttributeKind::LibraryMark:
    return false;
  }
  return false;
}

/// `allow(a, tool::b, reason = "…")`: lints by name or by tool and name, and one reason at the end (Reference, "Lint check attributes"). E0452 E0710.
bool AttributeRules::lint(const ast::Attribute &attribute) {
  const ast::Meta &meta = attribute.meta;
  if (meta.kind == ast::Meta::Kind::Other)
    return false;
  if (meta.kind != ast::Meta::Kind::List)
    return malformed(attribute, DiagnosticKind::AttributeInput);
  for (const ast::Meta &entry : meta.list) {
    const bool is_reason = entry.kind == ast::Meta::Kind::NameValue && text(entry) == "reason";
    if (is_reason && isText(entry.literal) && &entry == &meta.list.back())
      continue;
    if (entry.kind != ast::Meta::Kind::Word) {
      const bool is_value = is_reason && &entry == &meta.list.back();
      const llvm::StringRef label = is_value    ? "reason must be a string literal"
                                    : is_reason ? "reason in lint attribute must come last"
                                                : "bad attribute argument";
      report(Diagnostic(DiagnosticKind::E0452, "malformed lint attribute input", is_value ? entry.literal->span : entry.span, label.str()));
      continue;
    }
    if (entry.path.global)
      return false;
    const llvm::StringRef tool = symbols_.text(entry.path.segments.front().ident.name);
    if (entry.path.segments.size() == 1 || isLintTool(tool))
      continue;
    std::string name;
    for (const ast::PathSegment &segment : entry.path.segments)
      name += (name.empty() ? "" : "::") + symbols_.text(segment.ident.name).str();
    report(Diagnostic(DiagnosticKind::E0710, "unknown tool name `" + tool.str() + "` found in scoped lint: `" + name + "`",
                      entry.path.segments.front().ident.span));
  }
  return true;
}

bool AttributeRules::wordOrText(const ast::Attribute &attribute, bool word, bool text) {
  const ast::Meta &meta = attribute.meta;
  const bool fits = (word && meta.kind == ast::Meta::Kind::Word) || (text && isTextValue(meta));
  return fits || malformed(attribute, DiagnosticKind::E0539);
}

bool AttributeRules::marker(const ast::Attribute &attribute) {
  return attribute.meta.kind == ast::Meta::Kind::Word || malformed(attribute, DiagnosticKind::E0565, "didn't expect any arguments here");
}

/// `deprecated`, `deprecated = "note"`, `deprecated(since = "…", note = "…")`. E0538: one twice. E0539: another, or no text. E0565: a literal.
bool AttributeRules::deprecated(const ast::Attribute &attribute) {
  const ast::Meta &meta = attribute.meta;
  if (meta.kind != ast::Meta::Kind::List)
    return wordOrText(attribute, true, true);
  llvm::SmallVector<llvm::StringRef, 2> seen;
  for (const ast::Meta &entry : meta.list) {
    if (entry.kind == ast::Meta::Kind::Literal)
      return malformed(attribute, DiagnosticKind::E0565, "didn't expect a literal here");
    const llvm::StringRef name = text(entry);
    if (name == "suggestion")
      return false;
    if (name != "since" && name != "note")
      return malformed(attribute, DiagnosticKind::E0539, "valid arguments are `since` or `note`");
    if (llvm::is_contained(seen, name))
      return malformed(attribute, DiagnosticKind::E0538, ("found `" + name + "` used as a key more than once").str());
    if (!isTextValue(entry))
      return malformed(attribute, DiagnosticKind::E0539, ("expected this to be of the form `" + name + " = \"...\"`").str());
    seen.push_back(name);
  }
  return true;
}

/// Documentation has no effect; its lists are checked by rustdoc's rules, of which only the plain words are known here.
bool AttributeRules::documentation(const ast::Meta &meta) const {
  if (meta.kind == ast::Meta::Kind::NameValue)
    return isTextValue(meta);
  if (meta.kind != ast::Meta::Kind::List)
    return false;
  return llvm::all_of(meta.list, [&](const ast::Meta &entry) {
    const llvm::StringRef name = text(entry);
    return (entry.kind == ast::Meta::Kind::Word && (name == "hidden" || name == "inline" || name == "no_inline")) ||
           (isTextValue(entry) && (name == "alias" || name == "html_root_url" || name == "html_logo_url" || name == "html_favicon_url"));
  });
}

/// `inline`, `inline(always)`, `inline(never)`, on what has code (rustc lets some other places pass with a lint). E0539 E0805.
bool AttributeRules::inlining(const ast::Attribute &attribute, AttributePlace place) {
  const ast::Meta &meta = attribute.meta;
  if (meta.kind == ast::Meta::Kind::List) {
    if (meta.list.size() != 1)
      malformed(attribute, DiagnosticKind::E0805, "expected a single argument here");
    else if (const llvm::StringRef name = text(meta.list.front()); name != "always" && name != "never")
      malformed(attribute, DiagnosticKind::E0539, "valid arguments are `always` or `never`");
  }
  return isFunction(place) || place == AttributePlace::Field || place == AttributePlace::AssocConst || misplaced(attribute, place);
}

bool AttributeRules::shouldPanic(const ast::Attribute &attribute) {
  const ast::Meta &meta = attribute.meta;
  if (meta.kind != ast::Meta::Kind::List)
    return wordOrText(attribute, true, true);
  if (meta.list.size() != 1)
    return malformed(attribute, DiagnosticKind::E0805, "expected a single argument here");
  return (text(meta.list.front()) == "expected" && isTextValue(meta.list.front())) || malformed(attribute, DiagnosticKind::E0539);
}

bool AttributeRules::test(const ast::Attribute &attribute, AttributePlace place) {
  if (place == AttributePlace::Fn)
    return true;
  if (place == AttributePlace::Variant || place == AttributePlace::Field) {
    report(Diagnostic(DiagnosticKind::AttributePlace, "expected non-macro attribute, found attribute macro `test`", attribute.meta.path.span,
                      "not a non-macro attribute"));
    return true;
  }
  if (place == AttributePlace::Crate)
    return false;
  report(Diagnostic(DiagnosticKind::AttributePlace, "the `#[test]` attribute may only be used on a free function", attribute.span,
                    "the `#[test]` macro causes a function to be run as a test and has no effect on non-functions"));
  return true;
}

/// `derive(Trait, …)` on a struct or enum. E0774 elsewhere, E0777 for literals. Only the traits of the language are known; others come from macros.
bool AttributeRules::derive(const ast::Attribute &attribute, AttributePlace place) {
  const ast::Meta &meta = attribute.meta;
  if (place == AttributePlace::Crate)
    return false;
  if (place == AttributePlace::Variant || place == AttributePlace::Field) {
    report(Diagnostic(DiagnosticKind::AttributePlace, "expected non-macro attribute, found attribute macro `derive`", meta.path.span,
                      "not a non-macro attribute"));
    return true;
  }
  if (place != AttributePlace::Struct && place != AttributePlace::Enum) {
    report(Diagnostic(DiagnosticKind::E0774, "`derive` may only be applied to `struct`s, `enum`s and `union`s", attribute.span, "not applicable here"));
    return true;
  }
  if (meta.kind != ast::Meta::Kind::List)
    return malformed(attribute, DiagnosticKind::AttributeInput);
  for (const ast::Meta &word : meta.list) {
    if (word.kind == ast::Meta::Kind::Literal)
      report(Diagnostic(DiagnosticKind::E0777, "expected path to a trait, found literal", word.span));
    else if (word.kind != ast::Meta::Kind::Word || !word.path.isSingle() || !known_.isDerivable(word.path.segments[0].ident.name))
      return false;
  }
  return true;
}

// ------------------------------------------------------------------------------------------------------------- representations

/// `repr(…)`: Reference, "Type layout: Representations". Layout changes no verdict; `packed` forbids borrows of fields and is declined.
bool AttributeRules::representation(const ast::Attribute &attribute, AttributePlace place) {
  const ast::Meta &meta = attribute.meta;
  if (place == AttributePlace::Crate)
    return false;
  const bool is_adt = place == AttributePlace::Struct || place == AttributePlace::Enum;
  if (meta.kind != ast::Meta::Kind::List)
    return is_adt && malformed(attribute, DiagnosticKind::E0539, "expected this to be a list");
  bool known = true;
  for (const ast::Meta &entry : meta.list)
    known &= hint(attribute, entry, place);
  return known;
}

bool AttributeRules::hint(const ast::Attribute &attribute, const ast::Meta &hint, AttributePlace place) {
  const bool is_adt = place == AttributePlace::Struct || place == AttributePlace::Enum;
  if (hint.kind == ast::Meta::Kind::Literal) {
    if (is_adt)
      report(Diagnostic(DiagnosticKind::E0565, "meta item in `repr` must be an identifier", attribute.span));
    return is_adt;
  }
  const llvm::StringRef name = text(hint);
  if (name == "align" && (hint.kind != ast::Meta::Kind::List || is_adt))
    return is_adt && alignment(hint);
  if (name == "packed" && place != AttributePlace::Struct && place != AttributePlace::Other) {
    report(Diagnostic(DiagnosticKind::E0517, "attribute should be applied to a struct or union", hint.span));
    return true;
  }
  if (name == "packed" || name == "simd")
    return false;
  const bool is_integer = !name.empty() && known_.isInteger(hint.path.segments.front().ident.name);
  const bool is_layout = name == "C" || name == "Rust" || name == "transparent" || name == "align";
  if (!is_integer && !is_layout) {
    if (is_adt)
      report(Diagnostic(DiagnosticKind::E0552, "unrecognized representation hint", hint.span));
    return is_adt;
  }
  if (hint.kind != ast::Meta::Kind::Word && name != "align") {
    const bool is_list = hint.kind == ast::Meta::Kind::List;
    if (is_adt)
      report(Diagnostic(DiagnosticKind::E0552,
                        "invalid representation hint: `" + name.str() + "` does not take a " + (is_list ? "parenthesized argument list" : "value"), hint.span));
    return is_adt;
  }
  if (place == AttributePlace::Enum || (place == AttributePlace::Struct && is_layout))
    return true;
  report(Diagnostic(DiagnosticKind::E0517, is_integer ? "attribute should be applied to an enum" : "attribute should be applied to a struct, enum, or union",
                    hint.span));
  return true;
}

/// `align(N)` with a power of two up to 2^29. E0589 E0693.
bool AttributeRules::alignment(const ast::Meta &hint) {
  constexpr std::uint64_t largest = std::uint64_t{1} << 29U;
  if (hint.kind == ast::Meta::Kind::Word) {
    report(Diagnostic(DiagnosticKind::E0589, "invalid `repr(align)` attribute: `align` needs an argument", hint.span));
    return true;
  }
  if (hint.kind == ast::Meta::Kind::NameValue) {
    report(Diagnostic(DiagnosticKind::E0693, "incorrect `repr(align)` attribute format", hint.span));
    return true;
  }
  if (hint.list.size() != 1) {
    report(Diagnostic(DiagnosticKind::E0693, "incorrect `repr(align)` attribute format: `align` takes exactly one argument in parentheses", hint.span));
    return true;
  }
  const ast::Meta &entry = hint.list.front();
  if (entry.kind != ast::Meta::Kind::Literal || entry.literal == nullptr || !entry.literal->suffix.empty())
    return false;
  const ast::LiteralExpr &value = *entry.literal;
  if (value.literal != ast::LiteralKind::Int)
    report(Diagnostic(DiagnosticKind::E0589, "invalid `repr(align)` attribute: not an unsuffixed integer", entry.span));
  else if (value.value_hi != 0 || !llvm::isPowerOf2_64(value.value_lo))
    report(Diagnostic(DiagnosticKind::E0589, "invalid `repr(align)` attribute: not a power of two", entry.span));
  else if (value.value_lo > largest)
    report(Diagnostic(DiagnosticKind::E0589, "invalid `repr(align)` attribute: larger than 2^29", entry.span));
  return true;
}

/// E0692: nothing beside `transparent`. E0566: `Rust` beside another layout. And one `deprecated` for each item.
void AttributeRules::together(ast::List<ast::Attribute> attributes, AttributePlace place) {
  const bool is_adt = place == AttributePlace::Struct || place == AttributePlace::Enum;
  llvm::SmallVector<const ast::Meta *, 4> hints;
  bool transparent = false;
  bool rust = false;
  bool other = false;
  bool deprecated = false;
  for (const ast::Attribute &attribute : attributes) {
    if (attribute.is_doc)
      continue;
    const llvm::StringRef name = text(attribute.meta);
    if (name == "deprecated") {
      if (deprecated)
        report(Diagnostic(DiagnosticKind::AttributeInput, "multiple `deprecated` attributes", attribute.span));
      deprecated = true;
    }
    if (name != "repr" || !is_adt)
      continue;
    for (const ast::Meta &entry : attribute.meta.list) {
      const llvm::StringRef hint = text(entry);
      transparent |= hint == "transparent";
      rust |= hint == "Rust";
      other |= hint == "C" || (!hint.empty() && known_.isInteger(entry.path.segments.front().ident.name));
      hints.push_back(&entry);
    }
  }
  if (hints.size() < 2)
    return;
  Diagnostic diagnostic(DiagnosticKind::E0566, "conflicting representation hints", hints.front()->span);
  if (transparent) {
    diagnostic.kind = DiagnosticKind::E0692;
    diagnostic.message = std::string("transparent ") + (place == AttributePlace::Enum ? "enum" : "struct") + " cannot have other repr hints";
  } else if (!rust || !other) {
    return;
  }
  for (const ast::Meta *further : llvm::ArrayRef(hints).drop_front())
    diagnostic.primary.push_back({further->span, ""});
  report(std::move(diagnostic));
}

} // namespace lien

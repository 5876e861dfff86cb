// The tables of known names, and what attributes mean for collection. Reference: "Attributes", "Conditional compilation".
#include "frontend/names/known_names.hpp"

#include "frontend/names/attribute_rules.hpp"

namespace lien {
namespace {

struct AttributeRow {
  const char *name;
  AttributeKind kind;
};

constexpr AttributeRow attribute_rows[] = {
    {"allow", AttributeKind::Lint},
    {"warn", AttributeKind::Lint},
    {"deny", AttributeKind::Lint},
    {"expect", AttributeKind::Lint},
    {"forbid", AttributeKind::Lint},
    {"doc", AttributeKind::Doc},
    {"deprecated", AttributeKind::Deprecated},
    {"must_use", AttributeKind::MustUse},
    {"automatically_derived", AttributeKind::Marker},
    {"cold", AttributeKind::Marker},
    {"inline", AttributeKind::Inline},
    {"track_caller", AttributeKind::TrackCaller},
    {"non_exhaustive", AttributeKind::NonExhaustive},
    {"path", AttributeKind::Path},
    {"macro_use", AttributeKind::MacroUse},
    {"crate_type", AttributeKind::CrateProperty},
    {"should_panic", AttributeKind::ShouldPanic},
    {"ignore", AttributeKind::Ignore},
    {"derive", AttributeKind::Derive},
    {"cfg", AttributeKind::Cfg},
    {"test", AttributeKind::Test},
    {"repr", AttributeKind::Repr},
    {"lang", AttributeKind::Lang},
    {"complete", AttributeKind::Complete},
    {"unstable_item", AttributeKind::UnstableItem},
    {"not_core", AttributeKind::NotCore},
    {"each", AttributeKind::Each},
    {"may_dangle", AttributeKind::LibraryMark},
    {"undeclared_impls", AttributeKind::LibraryMark},
    {"fundamental", AttributeKind::LibraryMark},
};

constexpr const char *tool_names[] = {"rustfmt", "clippy", "diagnostic", "rust_analyzer", "miri"};

constexpr const char *macro_names[] = {"print",
                                       "println",
                                       "eprint",
                                       "eprintln",
                                       "format",
                                       "format_args",
                                       "write",
                                       "writeln",
                                       "panic",
                                       "assert",
                                       "assert_eq",
                                       "assert_ne",
                                       "debug_assert",
                                       "debug_assert_eq",
                                       "debug_assert_ne",
                                       "vec",
                                       "matches",
                                       "todo",
                                       "unimplemented",
                                       "unreachable",
                                       "dbg",
                                       "stringify",
                                       "concat",
                                       "line",
                                       "column",
                                       "file",
                                       "module_path",
                                       "env",
                                       "option_env",
                                       "cfg",
                                       "include",
                                       "include_str",
                                       "include_bytes",
                                       "compile_error",
                                       "thread_local",
                                       "try",
                                       "is_x86_feature_detected"};

/// Also names of derive macros: `#[derive]` finds them in the prelude whatever a program declares.
constexpr const char *derive_names[] = {"Clone", "Copy", "Debug", "Default", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash"};

constexpr const char *int_names[] = {"i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64", "u128", "usize"};

/// True, false, or not known here.
enum class CfgValue : std::uint8_t { False, True, Unknown };

/// Evaluates a predicate over the one option whose value is known: `test` is off.
CfgValue evaluateCfg(const ast::Meta &meta, const KnownNames &known) {
  if (meta.path.segments.size() != 1)
    return CfgValue::Unknown;
  const Symbol name = meta.path.segments[0].ident.name;
  if (meta.kind == ast::Meta::Kind::Word)
    return name == sym::test ? CfgValue::False : CfgValue::Unknown;
  if (meta.kind != ast::Meta::Kind::List)
    return CfgValue::Unknown;
  if (name == known.option_not) {
    if (meta.list.size() != 1)
      return CfgValue::Unknown;
    const CfgValue inner = evaluateCfg(meta.list[0], known);
    return inner == CfgValue::Unknown ? inner : inner == CfgValue::True ? CfgValue::False : CfgValue::True;
  }
  const bool is_all = name == known.option_all;
  if (!is_all && !(name == known.option_any))
    return CfgValue::Unknown;
  const CfgValue decisive = is_all ? CfgValue::False : CfgValue::True;
  CfgValue result = is_all ? CfgValue::True : CfgValue::False;
  for (const ast::Meta &entry : meta.list) {
    const CfgValue value = evaluateCfg(entry, known);
    if (value == decisive)
      return decisive;
    if (value == CfgValue::Unknown)
      result = CfgValue::Unknown;
  }
  return result;
}

} // namespace

KnownNames::KnownNames(SymbolTable &symbols) {
  for (const AttributeRow &row : attribute_rows)
    attributes_[symbols.intern(row.name).value] = row.kind;
  for (const char *name : tool_names)
    tools_[symbols.intern(name).value] = true;
  for (const char *name : macro_names)
    macros_[symbols.intern(name).value] = true;
  for (const char *name : derive_names)
    derives_[symbols.intern(name).value] = true;
  std::uint8_t index = 0;
  for (const char *name : int_names)
    primitives_[symbols.intern(name).value] = {Primitive::Int, index++};
  primitives_[symbols.intern("bool").value] = {Primitive::Bool, 0};
  primitives_[symbols.intern("char").value] = {Primitive::Char, 0};
  primitives_[symbols.intern("str").value] = {Primitive::Str, 0};
  primitives_[symbols.intern("f32").value] = {Primitive::Float, 0};
  primitives_[symbols.intern("f64").value] = {Primitive::Float, 1};
  option_not = symbols.intern("not");
  option_all = symbols.intern("all");
  option_any = symbols.intern("any");
  word_default = symbols.intern("default");
}

bool KnownNames::isInteger(Symbol name) const {
  const auto found = primitives_.find(name.value);
  return found != primitives_.end() && found->second.primitive == Primitive::Int;
}

std::optional<Ty> KnownNames::primitive(Symbol name, const TypeStore &types) const {
  const auto found = primitives_.find(name.value);
  if (found == primitives_.end())
    return std::nullopt;
  switch (found->second.primitive) {
  case Primitive::None:
    return std::nullopt;
  case Primitive::Bool:
    return types.boolean;
  case Primitive::Char:
    return types.character;
  case Primitive::Str:
    return types.str;
  case Primitive::Int:
    return types.integer(static_cast<IntKind>(found->second.index));
  case Primitive::Float:
    return types.floating(static_cast<FloatKind>(found->second.index));
  }
  return std::nullopt;
}

AttributeSummary readAttributes(ast::List<ast::Attribute> attributes, AttributePlace place, bool is_library, const KnownNames &known,
                                const SymbolTable &symbols, DiagnosticSink *sink) {
  AttributeSummary summary;
  // What is configured away is not looked at.
  for (const ast::Attribute &attribute : attributes) {
    if (attribute.is_doc || !attribute.meta.path.isSingle() || known.attribute(attribute.meta.path.segments[0].ident.name) != AttributeKind::Cfg)
      continue;
    const bool has_form = attribute.meta.kind == ast::Meta::Kind::List && attribute.meta.list.size() == 1;
    switch (has_form ? evaluateCfg(attribute.meta.list[0], known) : CfgValue::Unknown) {
    case CfgValue::False:
      summary.off = true;
      return summary;
    case CfgValue::True:
      break;
    case CfgValue::Unknown:
      summary.declined = &attribute;
      break;
    }
  }
  if (summary.declined != nullptr)
    return summary;
  AttributeRules rules(known, symbols, sink);
  for (const ast::Attribute &attribute : attributes) {
    if (attribute.is_doc) {
      if (place == AttributePlace::FnParam)
        summary.declined = &attribute;
      continue;
    }
    const ast::Meta &meta = attribute.meta;
    if (meta.path.segments.size() == 2 && !meta.path.global && known.isTool(meta.path.segments[0].ident.name) && !attribute.inner)
      continue;
    const AttributeKind kind = meta.path.isSingle() ? known.attribute(meta.path.segments[0].ident.name) : AttributeKind::Unknown;
    bool accepted = false;
    switch (kind) {
    case AttributeKind::Unknown:
      accepted = place == AttributePlace::Variant && meta.path.isSingle() && meta.path.segments[0].ident.name == known.word_default;
      break;
    case AttributeKind::Cfg: // it holds
      accepted = true;
      break;
    case AttributeKind::Lang:
      accepted = is_library && meta.literal != nullptr;
      if (accepted)
        summary.lang = meta.literal->text;
      break;
    case AttributeKind::Complete:
      accepted = summary.complete = is_library;
      break;
    case AttributeKind::UnstableItem:
      accepted = summary.unstable = is_library;
      break;
    case AttributeKind::NotCore:
      accepted = summary.not_core = is_library;
      break;
    case AttributeKind::Each:
      accepted = is_library;
      summary.each = is_library ? &attribute : nullptr;
      break;
    case AttributeKind::LibraryMark:
      accepted = is_library;
      break;
    case AttributeKind::Lint:
    case AttributeKind::Doc:
    case AttributeKind::Deprecated:
    case AttributeKind::MustUse:
    case AttributeKind::Marker:
    case AttributeKind::Inline:
    case AttributeKind::TrackCaller:
    case AttributeKind::NonExhaustive:
    case AttributeKind::Path:
    case AttributeKind::MacroUse:
    case AttributeKind::CrateProperty:
    case AttributeKind::ShouldPanic:
    case AttributeKind::Ignore:
    case AttributeKind::Derive:
    case AttributeKind::Repr:
      accepted = is_library || rules.accept(attribute, kind, place);
      break;
    case AttributeKind::Test:
      accepted = rules.accept(attribute, kind, place);
      summary.off |= accepted && place == AttributePlace::Fn;
      break;
    }
    if (!accepted)
      summary.declined = &attribute;
  }
  if (!is_library && sink != nullptr)
    rules.together(attributes, place);
  return summary;
}

std::string attributeName(const ast::Attribute &attribute, const SymbolTable &symbols) {
  std::string text = "attribute `";
  for (const ast::PathSegment &segment : attribute.meta.path.segments) {
    if (&segment != attribute.meta.path.segments.begin())
      text += "::";
    text += symbols.text(segment.ident.name);
  }
  return text + "`";
}

} // namespace lien

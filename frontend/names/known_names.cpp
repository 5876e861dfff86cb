// The tables of known names, and what attributes mean for collection. Reference: "Attributes", "Conditional compilation".
#include "frontend/names/known_names.hpp"

namespace lien {
namespace {

struct AttributeRow {
  const char *name;
  AttributeKind kind;
};

constexpr AttributeRow attribute_rows[] = {
    {"allow", AttributeKind::Harmless},
    {"warn", AttributeKind::Harmless},
    {"deny", AttributeKind::Harmless},
    {"expect", AttributeKind::Harmless},
    {"forbid", AttributeKind::Harmless},
    {"doc", AttributeKind::Harmless},
    {"deprecated", AttributeKind::Harmless},
    {"must_use", AttributeKind::Harmless},
    {"automatically_derived", AttributeKind::Harmless},
    {"inline", AttributeKind::OnFn},
    {"cold", AttributeKind::OnFn},
    {"track_caller", AttributeKind::OnFn},
    {"non_exhaustive", AttributeKind::OnAdt},
    {"path", AttributeKind::OnMod},
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

/// Layout hints change no verdict; what changes which borrows are possible (`packed`) or is not known is declined.
bool isKnownRepr(const ast::Meta &meta, AttributePlace place, const KnownNames &known) {
  if (place != AttributePlace::Adt || meta.kind != ast::Meta::Kind::List)
    return false;
  return llvm::all_of(meta.list, [&](const ast::Meta &entry) {
    if (entry.path.segments.size() != 1)
      return false;
    const Symbol name = entry.path.segments[0].ident.name;
    return name == known.c_layout || name == known.transparent || name == known.align || known.isInteger(name);
  });
}

/// The traits that `#[derive]` knows; others come from procedural macros.
bool isKnownDerive(const ast::Meta &meta, AttributePlace place, const KnownNames &known) {
  if (place != AttributePlace::Adt || meta.kind != ast::Meta::Kind::List)
    return false;
  return llvm::all_of(meta.list, [&](const ast::Meta &word) {
    return word.kind == ast::Meta::Kind::Word && word.path.segments.size() == 1 && known.isDerivable(word.path.segments[0].ident.name);
  });
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
  c_layout = symbols.intern("C");
  transparent = symbols.intern("transparent");
  align = symbols.intern("align");
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

AttributeSummary readAttributes(ast::List<ast::Attribute> attributes, AttributePlace place, bool is_library, const KnownNames &known) {
  AttributeSummary summary;
  for (const ast::Attribute &attribute : attributes) {
    if (attribute.is_doc)
      continue;
    const ast::Meta &meta = attribute.meta;
    const auto decline = [&] { summary.declined = &attribute; };
    if (meta.path.segments.size() == 2 && known.isTool(meta.path.segments[0].ident.name))
      continue;
    if (meta.path.segments.size() != 1) {
      decline();
      continue;
    }
    switch (known.attribute(meta.path.segments[0].ident.name)) {
    case AttributeKind::Unknown:
      if (place != AttributePlace::Variant || !(meta.path.segments[0].ident.name == known.word_default))
        decline();
      break;
    case AttributeKind::Harmless:
      break;
    case AttributeKind::OnFn:
      if (place != AttributePlace::Fn)
        decline();
      break;
    case AttributeKind::OnAdt:
      if (place != AttributePlace::Adt && place != AttributePlace::Variant)
        decline();
      break;
    case AttributeKind::OnMod:
      if (place != AttributePlace::Mod)
        decline();
      break;
    case AttributeKind::OnTrait:
      if (place != AttributePlace::Trait)
        decline();
      break;
    case AttributeKind::Derive:
      if (!isKnownDerive(meta, place, known))
        decline();
      break;
    case AttributeKind::Cfg:
      if (meta.kind != ast::Meta::Kind::List || meta.list.size() != 1) {
        decline();
        break;
      }
      switch (evaluateCfg(meta.list[0], known)) {
      case CfgValue::False:
        summary.off = true;
        break;
      case CfgValue::True:
        break;
      case CfgValue::Unknown:
        decline();
        break;
      }
      break;
    case AttributeKind::Test:
      if (place == AttributePlace::Fn)
        summary.off = true;
      else
        decline();
      break;
    case AttributeKind::Repr:
      if (!isKnownRepr(meta, place, known))
        decline();
      break;
    case AttributeKind::Lang:
      if (is_library && meta.literal != nullptr)
        summary.lang = meta.literal->text;
      else
        decline();
      break;
    case AttributeKind::Complete:
      is_library ? void(summary.complete = true) : decline();
      break;
    case AttributeKind::UnstableItem:
      is_library ? void(summary.unstable = true) : decline();
      break;
    case AttributeKind::NotCore:
      is_library ? void(summary.not_core = true) : decline();
      break;
    case AttributeKind::Each:
      is_library ? void(summary.each = &attribute) : decline();
      break;
    case AttributeKind::LibraryMark:
      if (!is_library)
        decline();
      break;
    }
  }
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

// Names that collection must recognise: attributes, primitive types, built-in macros, derivable traits.
//
// They are interned once, in the library's table, so that a user's item costs a lookup by symbol and no comparison of texts. Primitive types and macros
// are part of the language, not library items. Internal to `frontend/names`.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "frontend/syntax/ast.hpp"
#include "frontend/types/types.hpp"

#include "llvm/ADT/DenseMap.h"

#include <optional>

namespace lien {

enum class AttributeKind : std::uint8_t {
  Unknown,
  Lint, ///< `allow` and its like
  Doc,
  Deprecated,
  MustUse,
  Marker, ///< a hint without arguments that may stand anywhere
  Inline,
  TrackCaller,
  NonExhaustive,
  Path,
  MacroUse,
  CrateProperty, ///< `#![name = "text"]` that says nothing about the code
  ShouldPanic,
  Ignore,
  Derive,
  Cfg,
  Test,
  Repr,
  // The library's source:
  Lang,
  Complete,
  UnstableItem,
  NotCore,
  Each,
  LibraryMark, ///< read by others
};

class KnownNames {
public:
  explicit KnownNames(SymbolTable &symbols);

  [[nodiscard]] AttributeKind attribute(Symbol name) const { return attributes_.lookup(name.value); }
  /// Namespaces of tools whose attributes are accepted (`rustfmt::skip`, `clippy::…`).
  [[nodiscard]] bool isTool(Symbol name) const { return tools_.count(name.value) != 0; }
  [[nodiscard]] bool isBuiltinMacro(Symbol name) const { return macros_.count(name.value) != 0; }
  [[nodiscard]] bool isDerivable(Symbol name) const { return derives_.count(name.value) != 0; }
  [[nodiscard]] bool isInteger(Symbol name) const;
  /// The primitive type of this name, if it is one.
  [[nodiscard]] std::optional<Ty> primitive(Symbol name, const TypeStore &types) const;

  Symbol option_not, option_all, option_any, word_default;

private:
  enum class Primitive : std::uint8_t { None, Bool, Char, Str, Int, Float };
  struct PrimitiveName {
    Primitive primitive{};
    std::uint8_t index = 0;
  };
  llvm::DenseMap<std::uint32_t, AttributeKind> attributes_;
  llvm::DenseMap<std::uint32_t, PrimitiveName> primitives_;
  llvm::DenseMap<std::uint32_t, bool> tools_, macros_, derives_;
};

/// What the attributes of an item, field or variant say.
struct AttributeSummary {
  bool off = false; ///< configured away
  const ast::Attribute *declined = nullptr;
  const ast::Attribute *each = nullptr;
  Symbol lang;
  bool complete = false;
  bool unstable = false;
  bool not_core = false;
};

/// Where an attribute stands: some mean something only there.
enum class AttributePlace : std::uint8_t {
  Fn,
  RequiredMethod, ///< of a trait, without a body
  ProvidedMethod,
  InherentMethod,
  TraitImplMethod,
  Struct,
  Enum,
  Variant,
  Field,
  Trait,
  Mod,
  Crate,
  AssocType,
  AssocConst,
  InherentImpl,
  TraitImpl,
  Const,
  Static,
  TypeAlias,
  Use,
  GenericParam,
  FnParam,
  Other
};

/// Reads attributes. One that is not known, or whose form or place is not, is `declined`; a wrong one is reported, if there is a sink.
AttributeSummary readAttributes(ast::List<ast::Attribute> attributes, AttributePlace place, bool is_library, const KnownNames &known,
                                const SymbolTable &symbols, DiagnosticSink *sink);

/// The text of an attribute's path as written, for messages.
std::string attributeName(const ast::Attribute &attribute, const SymbolTable &symbols);

} // namespace lien

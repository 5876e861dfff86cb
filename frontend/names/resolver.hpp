// What a path means: the tree of modules, imports, visibility, and the scopes inside bodies.
//
// Collection walks the trees once and makes a DefId for everything that has a name or a scope; imports are resolved to a fixed point; after that every
// question is a lookup. Body scopes are resolved while a body is inferred, not in a pass of their own: one walk over the tree is cheaper than two and a
// side table. Reference: "Names", "Paths", "Preludes", "Use declarations".
#pragma once

#include "frontend/names/definitions.hpp"
#include "frontend/names/embedded_sources.hpp"
#include "frontend/syntax/parse.hpp"

#include "llvm/ADT/DenseMap.h"

#include <memory>
#include <optional>

namespace lien {

struct LibraryIndex;

enum class LangItem : std::uint16_t {
#define LIEN_LANG(Name, Text) Name,
#include "frontend/names/lang_items.def"
  Count
};

/// What a path is for: decides its namespace, what it may mean, and how its errors are worded.
enum class PathUse : std::uint8_t {
  Type,
  Trait, ///< bounds, impl headers
  Value,
  Callee,      ///< the path of a call
  Struct,      ///< struct literals and struct patterns
  TupleStruct, ///< tuple struct patterns
  UnitPattern, ///< a path as a pattern
};
constexpr Namespace namespaceOf(PathUse use) {
  return use == PathUse::Type || use == PathUse::Trait || use == PathUse::Struct ? Namespace::Type : Namespace::Value;
}
/// What introduces a pattern, for E0530.
enum class PatternSource : std::uint8_t { Match, Let, For, Param };

enum class ResKind : std::uint8_t {
  Error,     ///< not found; the error was reported
  Unknown,   ///< a poisoned or incomplete name; the decline was reported
  Local,     ///< a variable: `local`
  Def,       ///< `def`
  Primitive, ///< `primitive`
  SelfType,  ///< `Self`: `def` is the impl, trait, struct or enum
  SelfCtor,  ///< `Self` used as a constructor: `def` is the impl
  QSelf,     ///< `<T>::name`: nothing to resolve, all segments are relative to the type
};

struct Res {
  ResKind kind = ResKind::Error;
  DefId def;
  std::uint32_t local = 0; ///< the number given to `BodyScopes::bind`
  Ty primitive;
};

/// The meaning of the first `resolved` segments; the rest is relative to a type or trait (`Vec::new`, `T::Item`, `Enum::Variant` is fully resolved).
struct PathRes {
  Res res;
  std::uint32_t resolved = 0;
};

/// The names of one program: the library's crate and one user's crate.
class Resolver {
public:
  virtual ~Resolver() = default;

  [[nodiscard]] virtual const Definitions &defs() const = 0;
  [[nodiscard]] virtual const SymbolTable &symbols() const = 0;
  /// Invalid when the library's source lacks the item (then what needs it is declined).
  [[nodiscard]] virtual DefId lang(LangItem item) const = 0;
  /// The reverse: which lang item a definition is.
  [[nodiscard]] virtual std::optional<LangItem> asLang(DefId def) const = 0;

  [[nodiscard]] virtual DefId userRoot() const = 0;
  /// All definitions of the user's crate with a body or signature of their own, in source order: what a check goes through.
  [[nodiscard]] virtual llvm::ArrayRef<DefId> userItems() const = 0;
  /// All impls, library's and user's: in source order. (Indexes by trait and by type are `Program`'s.)
  [[nodiscard]] virtual llvm::ArrayRef<DefId> impls() const = 0;
  /// The anonymous module of a block with items; invalid for other blocks.
  [[nodiscard]] virtual DefId blockModule(const ast::BlockExpr *block) const = 0;

  /// Resolves a path that stands in the signature of `item` or directly in the module `item` (no local variables in sight): generic parameters of the
  /// enclosing items, `Self`, modules, prelude, primitives. Reports errors (E0412 E0425 E0433 E0405 E0404 E0423 E0574 E0531 E0532 E0603 E0401 …).
  PathRes resolve(const ast::Path &path, Namespace ns, DefId item, DiagnosticSink &sink) {
    return resolve(path, ns == Namespace::Type ? PathUse::Type : PathUse::Value, item, sink);
  }
  PathRes resolve(const ast::Path &path, PathUse use, DefId item, DiagnosticSink &sink) {
    const Def &def = defs()[item];
    return resolveIn(path, use, item, def.kind == DefKind::Mod || def.kind == DefKind::Block ? item : def.module, sink);
  }
  /// The same inside a body of `item`, where `module` (a Block or the item's module) is the innermost in force.
  virtual PathRes resolveIn(const ast::Path &path, PathUse use, DefId item, DefId module, DiagnosticSink &sink) = 0;
  /// A name that a block declares or imports; nothing when it does not, or when what it means is not known (then `resolveIn` says so).
  virtual std::optional<Res> inBlock(DefId block, Symbol name, Namespace ns) = 0;
  /// A lone name of a pattern: the constant, unit struct or unit variant it means, or nothing: a fresh binding. `plain`: without `ref`, `mut` and `@`.
  /// Reports E0530 for what a binding may not shadow.
  virtual std::optional<Res> patternName(const ast::Ident &name, DefId item, DefId module, PatternSource source, bool plain, DiagnosticSink &sink) = 0;
  /// The definition of a closure, an anonymous constant or an opaque type, made when first asked for. `node` is its expression or type.
  virtual DefId anonymous(DefKind kind, const ast::Expr *node, DefId parent) = 0;
  virtual DefId anonymous(DefKind kind, const ast::Type *node, DefId parent) = 0;
  /// True when the program declares a macro of this name, so that a call is not the built-in one.
  [[nodiscard]] virtual bool isUserMacro(Symbol name) const = 0;
  /// True when the user's crate holds items nobody could read (item macros, declined impls): impls may exist that are not listed.
  [[nodiscard]] virtual bool hasUnknownItems() const = 0;
  /// The lifetime parameter a name means inside `item` (its own or an enclosing impl's or trait's); invalid with E0261 reported.
  virtual DefId resolveLifetime(const ast::Lifetime &lifetime, DefId item, DiagnosticSink &sink) = 0;
  /// Traits whose methods may be called by name from `module` (a Mod or Block): imported, declared in an enclosing scope, or in the prelude.
  [[nodiscard]] virtual llvm::ArrayRef<DefId> traitsInScope(DefId module) = 0;
  /// True when some name in scope may be a trait that nobody knows (`use rand::Rng`): a method that is not found may be one of its.
  [[nodiscard]] virtual bool mayHaveUnknownTraits(DefId module) = 0;
  [[nodiscard]] virtual bool isVisibleFrom(DefId def, DefId module) const = 0;

  /// What was found out about the library when Lien was built; null for a library that was read as a whole.
  [[nodiscard]] virtual const LibraryIndex *libraryIndex() const = 0;

  /// Human-readable path of a definition as rustc prints it in messages (`Foo`, `Option`, `m::f`: the shortest visible form rustc uses).
  [[nodiscard]] virtual std::string pathOf(DefId def) const = 0;
  /// What a struct, module … is called in messages ("struct", "tuple variant").
  [[nodiscard]] virtual llvm::StringRef describe(DefId def) const = 0;

  /// Findings of collection and imports (E0428 E0432 E0433 E0603 E0404 E0407 E0437 E0438 …), absolute spans.
  [[nodiscard]] virtual const DiagnosticSink &itemFindings() const = 0;
};

/// The scopes inside one body: local variables, labels and the items of blocks, innermost first.
class BodyScopes {
public:
  BodyScopes(Resolver &resolver, DefId body_owner) : resolver_(resolver), owner_(body_owner) {}

  /// Enters a block (its anonymous module, if it has one); `leave` with the returned mark forgets all that came after.
  std::size_t enterBlock(const ast::BlockExpr *block);
  std::size_t enter();
  void leave(std::size_t mark);
  /// Adds a variable; shadows earlier ones.
  void bind(Symbol name, std::uint32_t local);
  /// The innermost module or block module in force: where methods and visibility are judged from.
  [[nodiscard]] DefId module() const;
  /// Resolves a path in the current scope. Reports errors, E0425 for an unknown value first of all.
  PathRes resolve(const ast::Path &path, PathUse use, DiagnosticSink &sink);
  PathRes resolve(const ast::Path &path, Namespace ns, DiagnosticSink &sink) {
    return resolve(path, ns == Namespace::Type ? PathUse::Type : PathUse::Value, sink);
  }
  /// Resolves a path that is the length of an array type or of a repeat expression: no variable may stand there (E0435).
  PathRes resolveConstant(const ast::Path &path, DiagnosticSink &sink);
  /// Resolves a lone identifier in a pattern: a constant, unit struct, unit variant or static if one is in scope, nothing (a fresh binding) otherwise.
  std::optional<Res> resolvePatternName(const ast::Ident &name, DiagnosticSink &sink, PatternSource source = PatternSource::Match, bool plain = true);
  [[nodiscard]] Resolver &resolver() { return resolver_; }

private:
  std::optional<Res> variable(Symbol name);
  PathRes resolveBesideVariable(const ast::Path &path, PathUse use, DiagnosticSink &sink);

  struct Rib {
    Symbol name; // empty: a block module
    std::uint32_t local = 0;
    std::uint32_t shadowed = 0; // 1 + the rib of the same name that this one hides; for a block module: of the block module around it
    DefId module;
  };
  Resolver &resolver_;
  DefId owner_;
  std::vector<Rib> ribs_;
  llvm::SmallDenseMap<std::uint32_t, std::uint32_t, 16> innermost_; // name -> 1 + its rib
  std::uint32_t innermost_block_ = 0;                               // 1 + its rib
};

/// The library's parsed sources and names: made once per process, then read-only.
class Library;
/// The embedded library (parsed and collected on first use; thread-safe).
const Library &embeddedLibrary();
/// Symbols of the library: the base of every user crate's table.
const SymbolTable &librarySymbols(const Library &library);
/// A library from other sources, for tests.
std::shared_ptr<const Library> makeLibrary(llvm::ArrayRef<EmbeddedSource> sources);
/// Sources of the library, for spans that point into it.
const SourceMap &librarySources(const Library &library);

/// Collects a user's crate on top of the library and resolves its imports. `roots` is the crate root followed by its `mod name;` files, each with the
/// ModItem that asked for it (null for the root).
struct CrateFile {
  const ParsedFile *parsed = nullptr;
  const ast::ModItem *declared_by = nullptr;
};
std::unique_ptr<Resolver> resolveCrate(const Library &library, const SymbolTable &symbols, llvm::ArrayRef<CrateFile> files, TypeStore &types);

} // namespace lien

// The resolver of a user's crate: queries that are not about one path.
#include "frontend/names/crate_resolver.hpp"

#include "diagnostics/internal_error.hpp"
#include "frontend/names/collect.hpp"
#include "frontend/names/import_check.hpp"

#include "llvm/ADT/DenseSet.h"

namespace lien {

using llvm::cast;

namespace {

NameTables &collected(NameTables &tables, llvm::ArrayRef<CrateFile> files, const TypeStore &types) {
  Collector(tables, types, nullptr).collect(files);
  return tables;
}

bool isFreeNamedItem(DefKind kind) {
  return kind == DefKind::Struct || kind == DefKind::Enum || kind == DefKind::Trait || kind == DefKind::TypeAlias || kind == DefKind::Fn ||
         kind == DefKind::Const || kind == DefKind::Static;
}

/// Types and values have names of their own.
std::uint64_t nameKey(DefKind kind, Symbol name) {
  const bool is_value = kind == DefKind::Fn || kind == DefKind::Const || kind == DefKind::Static;
  return std::uint64_t{name.value} << 1 | (is_value ? 1 : 0);
}

} // namespace

CrateResolver::CrateResolver(const Library &library, const SymbolTable &symbols, llvm::ArrayRef<CrateFile> files, TypeStore &types)
    : library_(library), tables_(&library.tables, library.known, symbols), types_(types), lookup_(collected(tables_, files, types)) {
  require(types.integer(IntKind::I32) == library.types.integer(IntKind::I32), "primitive types have the same handles in every store");
  lookup_.resolveImports();
  declareImports(tables_);
  checkImports(tables_);
  checkVisibilities(tables_, lookup_);
  all_impls_ = library.tables.impls;
  all_impls_.insert(all_impls_.end(), tables_.impls.begin(), tables_.impls.end());
  checkImplItems();
}

std::optional<LangItem> CrateResolver::asLang(DefId def) const {
  const auto found = library_.tables.lang_of.find(def.value);
  return found == library_.tables.lang_of.end() ? std::nullopt : std::optional<LangItem>(found->second);
}

bool CrateResolver::isUserMacro(Symbol name) const { return llvm::is_contained(tables_.macros, name); }

PathRes CrateResolver::resolveIn(const ast::Path &path, PathUse use, DefId item, DefId module, DiagnosticSink &sink) {
  return PathResolution(*this, path, use, item, module, sink).run();
}

std::optional<Res> CrateResolver::inBlock(DefId block, Symbol name, Namespace ns) {
  const Found found = lookup_.inModule(block, name, ns);
  if (found.binding == nullptr || found.binding->ambiguous || !found.binding->def.isValid())
    return std::nullopt;
  return Res{ResKind::Def, found.binding->def, 0, {}};
}

DefId CrateResolver::addAnonymous(const void *node, Def def, DefId parent) {
  auto [place, inserted] = tables_.anonymous.try_emplace(node);
  if (!inserted)
    return place->second;
  const Def &owner = tables_.defs[parent];
  def.crate = owner.crate;
  def.name_span = def.span.shrinkToLo();
  def.parent = parent;
  def.module = owner.kind == DefKind::Mod || owner.kind == DefKind::Block ? parent : owner.module;
  def.visibility = {false, tables_.nearestMod(def.module)};
  return place->second = tables_.defs.add(def);
}

DefId CrateResolver::anonymous(DefKind kind, const ast::Expr *node, DefId parent) {
  Def def;
  def.kind = kind;
  def.span = node->span;
  def.expr = node;
  return addAnonymous(node, def, parent);
}

DefId CrateResolver::anonymous(DefKind kind, const ast::Type *node, DefId parent) {
  Def def;
  def.kind = kind;
  def.span = node->span;
  def.type = node;
  return addAnonymous(node, def, parent);
}

/// Reference, "Identifier patterns": a name that means a constant, a unit struct or a unit variant is a path; what a binding may not shadow is an error;
/// functions and variables may be shadowed.
std::optional<Res> CrateResolver::patternName(const ast::Ident &name, DefId item, DefId module, PatternSource source, bool plain, DiagnosticSink &sink) {
  ast::PathSegment segment{name, nullptr};
  ast::Path path;
  path.span = name.span;
  path.segments = segment;
  PathResolution resolution(*this, path, PathUse::UnitPattern, item, module, sink);
  const PathResolution::First found = resolution.first(name.name, Namespace::Value);
  const llvm::StringRef text = tables_.symbols.text(name.name);
  const bool looks_constant = !text.empty() && text[0] >= 'A' && text[0] <= 'Z';
  const auto decline = [&](const char *what, bool is_library) {
    is_library ? sink.declineLibrary(name.span, what) : sink.declineFeature(name.span, what);
    return Res{ResKind::Unknown, {}, 0, {}};
  };
  if (!found.found) {
    // Where not all names are known a capitalised one may well be a constant; for others the convention decides.
    if (looks_constant && !found.missing.silent && (found.missing.open || found.missing.partial.isValid()))
      return decline(tables_.keepText(("`" + text + "`").str()), found.missing.partial.isValid());
    return std::nullopt;
  }
  if (found.binding != nullptr && found.binding->ambiguous) {
    reportAmbiguous(tables_, *found.binding, name, sink);
    return Res{};
  }
  if (found.res.kind != ResKind::Def && found.res.kind != ResKind::SelfCtor)
    return std::nullopt;
  const Def &def = tables_.defs[found.res.def];
  bool is_constant = found.res.kind == ResKind::SelfCtor;
  switch (def.kind) {
  case DefKind::Poisoned:
    return def.poison != nullptr && looks_constant ? std::optional<Res>(decline(def.poison, def.poison_is_library)) : std::nullopt;
  case DefKind::Const:
  case DefKind::AssocConst:
    is_constant = true;
    break;
  case DefKind::Struct:
    is_constant = def.as<ast::StructItem>()->shape == ast::VariantShape::Unit;
    break;
  case DefKind::Variant:
    is_constant = def.variant->shape == ast::VariantShape::Unit;
    break;
  case DefKind::Static:
  case DefKind::ConstParam:
    break;
  case DefKind::Impl: // `Self`
    break;
  case DefKind::Mod:
  case DefKind::Block:
  case DefKind::Fn:
  case DefKind::AssocFn:
  case DefKind::Enum:
  case DefKind::Field:
  case DefKind::Trait:
  case DefKind::TypeAlias:
  case DefKind::AssocType:
  case DefKind::TypeParam:
  case DefKind::LifetimeParam:
  case DefKind::AnonConst:
  case DefKind::Closure:
  case DefKind::OpaqueType:
    return std::nullopt;
  }
  if (is_constant && plain) {
    if (found.binding != nullptr && !tables_.isVisible(found.binding->visibility, module))
      reportPrivate(tables_, *found.binding, Namespace::Value, name, sink);
    return found.res;
  }
  const char *binding = source == PatternSource::Match ? "match binding"
                        : source == PatternSource::Let ? "let binding"
                        : source == PatternSource::For ? "for binding"
                                                       : "function parameter";
  const std::string what = describeDef(tables_, found.res.def, true);
  const char *article = llvm::StringRef("aeiou").contains(what[0]) ? "an " : "a ";
  Diagnostic diagnostic(DiagnosticKind::E0530, std::string(binding) + "s cannot shadow " + what + "s", name.span,
                        std::string("cannot be named the same as ") + article + what);
  if (def.crate == CrateKind::User)
    diagnostic.label(found.binding != nullptr ? found.binding->span : def.name_span,
                     "the " + what + " `" + text.str() + "` is " +
                         (found.binding != nullptr && found.binding->kind != Binding::Kind::Item ? "imported" : "defined") + " here");
  sink.report(std::move(diagnostic));
  return std::nullopt; // a binding all the same, so that later ones are judged as in rustc
}

DefId CrateResolver::resolveLifetime(const ast::Lifetime &lifetime, DefId item, DiagnosticSink &sink) {
  if (!lifetime.present() || lifetime.name == sym::lt_static || lifetime.name == sym::lt_underscore)
    return {};
  bool crossed = false;
  for (DefId scope = item; scope.isValid(); scope = tables_.defs[scope].parent) {
    const DefKind kind = tables_.defs[scope].kind;
    if (kind == DefKind::Mod)
      break;
    if (kind == DefKind::Block) {
      crossed = true;
      continue;
    }
    for (const DefId param : tables_.defs.params(scope)) {
      const Def &data = tables_.defs[param];
      if (data.kind != DefKind::LifetimeParam || !(data.name == lifetime.name))
        continue;
      if (!crossed)
        return param;
      sink.report(Diagnostic(DiagnosticKind::E0401, "can't use generic parameters from outer item", lifetime.span, "use of generic parameter from outer item"))
          .label(data.name_span, "lifetime parameter from outer item");
      return {};
    }
  }
  const std::string name = tables_.symbols.text(lifetime.name).str();
  sink.report(Diagnostic(DiagnosticKind::E0261, "use of undeclared lifetime name `" + name + "`", lifetime.span, "undeclared lifetime"));
  return {};
}

/// Reference, "Method-call expressions": methods of the traits in scope. A block adds to what its surroundings bring; a module starts from the prelude.
const CrateResolver::ScopeTraits &CrateResolver::scopeTraits(DefId module) {
  std::unique_ptr<ScopeTraits> &slot = traits_in_scope_[module.value];
  if (slot != nullptr)
    return *slot;
  ScopeTraits result;
  const Def &def = tables_.defs[module];
  llvm::SmallVector<DefId, 32> traits;
  llvm::SmallDenseSet<std::uint32_t, 32> seen;
  const auto add = [&](DefId id) {
    if (!id.isValid())
      return;
    const DefKind kind = tables_.defs.kindOf(id);
    if (kind == DefKind::Poisoned)
      result.unknown |= tables_.defs[id].poison != nullptr;
    else if (kind == DefKind::Trait && seen.insert(id.value).second)
      traits.push_back(id);
  };
  const auto visit = [&](Symbol, Namespace ns, const Binding &binding) {
    if (ns == Namespace::Type)
      add(binding.def);
  };
  lookup_.enumerate(module, visit);
  lookup_.enumerateUnnamed(module, [&](const Binding &binding) { add(binding.def); });
  result.unknown |= def.open;
  for (const std::uint32_t glob : tables_.owns(module) ? llvm::ArrayRef<std::uint32_t>(tables_.module(module).globs) : llvm::ArrayRef<std::uint32_t>())
    result.unknown |= tables_.prefixes[tables_.imports[glob].prefix].unknown;
  const bool unknown = result.unknown;
  if (def.kind == DefKind::Block) {
    const ScopeTraits outer = scopeTraits(def.module);
    result.unknown |= outer.unknown;
    const bool adds = !traits.empty();
    for (const DefId trait : outer.traits)
      add(trait);
    result.traits = adds ? llvm::ArrayRef<DefId>(traits).copy(tables_.arena()) : outer.traits;
  } else {
    if (tables_.prelude.isValid())
      lookup_.enumerate(tables_.prelude, visit);
    result.unknown = unknown; // the few undeclared traits of the prelude serve what is outside the subset anyway (`async`)
    result.traits = llvm::ArrayRef<DefId>(traits).copy(tables_.arena());
  }
  std::unique_ptr<ScopeTraits> &kept = traits_in_scope_[module.value]; // the recursion may have moved the slot
  kept = std::make_unique<ScopeTraits>(result);
  return *kept;
}

llvm::StringRef CrateResolver::describe(DefId def) const {
  const Def &data = tables_.defs[def];
  const bool as_value = data.kind == DefKind::Variant;
  // Every description is a literal of `describeDef`; interning would cost a table for a handful of words.
  static const llvm::StringRef words[] = {"module",
                                          "crate",
                                          "function",
                                          "method",
                                          "associated function",
                                          "struct",
                                          "enum",
                                          "variant",
                                          "tuple variant",
                                          "unit variant",
                                          "field",
                                          "trait",
                                          "implementation",
                                          "constant",
                                          "associated constant",
                                          "static",
                                          "type alias",
                                          "associated type",
                                          "type parameter",
                                          "const parameter",
                                          "lifetime parameter",
                                          "constant expression",
                                          "closure",
                                          "opaque type",
                                          "block"};
  const std::string text = describeDef(tables_, def, as_value);
  for (const llvm::StringRef word : words)
    if (word == text)
      return word;
  return "item";
}

/// rustc trims a path to its last name when no other item of the crates in sight has that name. Aliases of other crates do not count (`std::fmt::Result`).
bool CrateResolver::isUniqueName(DefId def) const {
  if (name_counts_.empty()) {
    for (std::size_t i = 0; i < tables_.defs.size(); ++i) {
      const DefId id(i);
      const DefKind kind = tables_.defs.kindOf(id);
      const bool is_foreign_alias = kind == DefKind::TypeAlias && id < tables_.defs.firstOwn();
      if (isFreeNamedItem(kind) && !is_foreign_alias)
        ++name_counts_[nameKey(kind, tables_.defs.nameOf(id))];
    }
  }
  return name_counts_.lookup(nameKey(tables_.defs.kindOf(def), tables_.defs.nameOf(def))) <= 1;
}

std::string CrateResolver::pathOf(DefId def) const {
  const Def &data = tables_.defs[def];
  std::string name = tables_.symbols.text(data.name).str();
  switch (data.kind) {
  case DefKind::Struct:
  case DefKind::Enum:
  case DefKind::Trait:
  case DefKind::TypeAlias:
  case DefKind::Fn:
  case DefKind::Const:
  case DefKind::Static:
    if (isUniqueName(def))
      return name;
    break;
  case DefKind::Mod:
    if (!data.parent.isValid())
      return data.crate == CrateKind::Library ? "std" : "crate";
    break;
  case DefKind::Variant:
  case DefKind::AssocFn:
  case DefKind::AssocConst:
  case DefKind::AssocType: {
    const Def &parent = tables_.defs[data.parent];
    return parent.name.empty() ? name : pathOf(data.parent) + "::" + name;
  }
  case DefKind::Block:
  case DefKind::Field:
  case DefKind::Impl:
  case DefKind::TypeParam:
  case DefKind::ConstParam:
  case DefKind::LifetimeParam:
  case DefKind::AnonConst:
  case DefKind::Closure:
  case DefKind::OpaqueType:
  case DefKind::Poisoned:
    return name;
  }
  std::string path = fullPath(tables_, def);
  if (data.crate == CrateKind::User && llvm::StringRef(path).starts_with("crate::"))
    path = path.substr(7);
  return path;
}

std::unique_ptr<Resolver> resolveCrate(const Library &library, const SymbolTable &symbols, llvm::ArrayRef<CrateFile> files, TypeStore &types) {
  return std::make_unique<CrateResolver>(library, symbols, files, types);
}

} // namespace lien

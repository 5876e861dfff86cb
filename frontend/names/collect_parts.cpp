// Generic parameters, visibilities and use trees.
#include "frontend/names/collect.hpp"

#include "llvm/ADT/SmallVector.h"

namespace lien {

void Collector::params(const ast::Generics &generics, DefId owner, bool has_self) {
  if (generics.params.empty() && !has_self)
    return;
  const Def item = tables_.defs[owner];
  llvm::SmallVector<DefId, 8> ids;
  llvm::SmallDenseMap<std::uint32_t, Span, 8> seen;
  if (!isLibrary() && tables_.defs[item.parent].kind != DefKind::Mod)
    for (const DefId outer : tables_.defs.params(item.parent))
      if (tables_.defs[outer].param != nullptr)
        seen[tables_.defs[outer].name.value] = tables_.defs[outer].name_span;
  const std::size_t inherited = seen.size();
  Def def;
  def.crate = crate();
  def.parent = owner;
  def.module = item.module;
  def.visibility = {false, tables_.nearestMod(item.module)};
  if (has_self) {
    def.kind = DefKind::TypeParam;
    def.name = symbolOf(sym::kw_Self);
    def.name_span = item.name_span;
    def.span = item.name_span;
    def.param = nullptr;
    ids.push_back(tables_.defs.add(def));
    def.index = 1;
  }
  for (const ast::GenericParam &param : generics.params) {
    switch (param.kind) {
    case ast::GenericParam::Kind::Lifetime:
      def.kind = DefKind::LifetimeParam;
      break;
    case ast::GenericParam::Kind::Type:
      def.kind = DefKind::TypeParam;
      break;
    case ast::GenericParam::Kind::Const:
      def.kind = DefKind::ConstParam;
      break;
    }
    def.name = param.name.name;
    def.name_span = param.name.span;
    def.span = param.span;
    def.param = &param;
    ids.push_back(tables_.defs.add(def));
    ++def.index;
    if (isLibrary())
      continue;
    const std::string name = tables_.symbols.text(def.name).str();
    if (def.name == sym::lt_static) {
      tables_.findings.report(
          Diagnostic(DiagnosticKind::E0262, "invalid lifetime parameter name: `" + name + "`", param.name.span, name + " is a reserved lifetime name"));
      continue;
    }
    if (def.name == sym::lt_underscore) {
      tables_.findings.report(Diagnostic(DiagnosticKind::E0637, "`'_` cannot be used here", param.name.span, "`'_` is a reserved lifetime name"));
      continue;
    }
    const auto [earlier, fresh] = seen.try_emplace(def.name.value, param.name.span);
    if (fresh)
      continue;
    // Reference, "Generic parameters": a lifetime of an inner item may not shadow; any other repetition is one name used twice.
    const bool shadows = earlier->second.lo() < generics.span.lo() && inherited != 0;
    if (def.kind == DefKind::LifetimeParam && shadows) {
      tables_.findings
          .report(Diagnostic(DiagnosticKind::E0496, "lifetime name `" + name + "` shadows a lifetime name that is already in scope", param.name.span,
                             "lifetime `" + name + "` already in scope"))
          .label(earlier->second, "first declared here");
      continue;
    }
    tables_.findings
        .report(Diagnostic(DiagnosticKind::E0403, "the name `" + name + "` is already used for a generic parameter in this item's generic parameters",
                           param.name.span, "already used"))
        .label(earlier->second, "first use of `" + name + "`");
  }
  tables_.defs.setParams(owner, ids);
}

/// Reference, "Visibility and privacy": `pub(in path)` names an enclosing module, starting with `crate`, `self` or `super`.
VisibilityScope Collector::visibility(const ast::Visibility &written, DefId module) {
  const DefId here = tables_.nearestMod(module);
  switch (written.kind) {
  case ast::Visibility::Kind::Inherited:
    return {false, here};
  case ast::Visibility::Kind::Public:
    return {true, tables_.root};
  case ast::Visibility::Kind::Crate:
    return {false, tables_.root};
  case ast::Visibility::Kind::Restricted:
    break;
  }
  const VisibilityScope private_scope{false, here};
  if (written.path.segments.empty())
    return private_scope;
  const Symbol first = written.path.segments[0].ident.name;
  if (written.path.global) {
    const std::string name = tables_.symbols.text(first).str();
    tables_.findings.report(Diagnostic(DiagnosticKind::E0433, "cannot find `" + name + "` in the crate root", written.path.segments[0].ident.span,
                                       "could not find `" + name + "` in the list of imported crates"));
    return private_scope;
  }
  if (!(first == sym::kw_self || first == sym::kw_super || first == sym::kw_crate)) {
    tables_.findings.report(Diagnostic(DiagnosticKind::Syntax, "relative paths are not supported in visibilities in 2018 edition or later", written.path.span));
    return private_scope;
  }
  llvm::SmallVector<DefId, 8> enclosing; // innermost first
  for (DefId mod = here; mod.isValid(); mod = tables_.defs[mod].parent)
    if (tables_.defs[mod].kind == DefKind::Mod)
      enclosing.push_back(mod);
  std::size_t at = first == sym::kw_crate ? enclosing.size() - 1 : 0;
  for (std::size_t i = first == sym::kw_super ? 0 : 1; i < written.path.segments.size(); ++i) {
    const ast::Ident &name = written.path.segments[i].ident;
    if (name.name == sym::kw_super) {
      if (++at < enclosing.size())
        continue;
      tables_.findings.report(Diagnostic(DiagnosticKind::E0433, "too many leading `super` keywords", name.span, "there are too many leading `super` keywords"));
      return private_scope;
    }
    if (at == 0 || !(tables_.defs[enclosing[at - 1]].name == name.name)) {
      tables_.restricted.push_back({&written.path, module});
      return private_scope;
    }
    --at;
  }
  return {false, enclosing[at]};
}

/// Where rustc points for an item that repeats a name: its head, up to the body.
Span Collector::headSpan(DefId id) const {
  const Def &def = tables_.defs[id];
  switch (def.kind) {
  case DefKind::Fn:
  case DefKind::AssocFn: {
    const auto *item = def.as<ast::FnItem>();
    return item->body == nullptr ? item->span : item->header_span;
  }
  case DefKind::Enum:
  case DefKind::Trait:
  case DefKind::Mod:
    return def.span.shrinkToLo().to(def.name_span);
  case DefKind::Struct:
    return def.as<ast::StructItem>()->shape == ast::VariantShape::Named ? def.span.shrinkToLo().to(def.name_span) : def.span;
  case DefKind::Block:
  case DefKind::Variant:
  case DefKind::Field:
  case DefKind::Impl:
  case DefKind::Const:
  case DefKind::AssocConst:
  case DefKind::Static:
  case DefKind::TypeAlias:
  case DefKind::AssocType:
  case DefKind::TypeParam:
  case DefKind::ConstParam:
  case DefKind::LifetimeParam:
  case DefKind::AnonConst:
  case DefKind::Closure:
  case DefKind::OpaqueType:
  case DefKind::Poisoned:
    return def.span;
  }
  return def.span;
}

/// Adds an item's name to its parent: the module, or the enum or trait.
void Collector::declareItem(DefId id, Symbol name, Namespace ns, VisibilityScope visibility) {
  const Def &def = tables_.defs[id];
  const DefKind parent_kind = tables_.defs[def.parent].kind;
  const DefId scope = parent_kind == DefKind::Enum || parent_kind == DefKind::Trait ? def.parent : def.module;
  const Binding *earlier = tables_.declare(scope, name, ns, {Binding::Kind::Item, false, false, id, visibility, headSpan(id), nullptr});
  if (earlier != nullptr && !isLibrary())
    reportDuplicate(*earlier, id, ns);
}

void Collector::reportDuplicate(const Binding &earlier, DefId id, Namespace ns) {
  const Def &def = tables_.defs[id];
  const Def &first = tables_.defs[earlier.def];
  if (first.kind == DefKind::Poisoned)
    return;
  // The constructor of a struct whose type already collides is not reported again.
  if (ns == Namespace::Value && def.kind == DefKind::Struct && first.kind == DefKind::Struct)
    return;
  const std::string name = "`" + tables_.symbols.text(def.name).str() + "`";
  const DefKind parent_kind = tables_.defs[def.parent].kind;
  const char *container = parent_kind == DefKind::Enum ? "enum" : parent_kind == DefKind::Trait ? "trait" : parent_kind == DefKind::Block ? "block" : "module";
  const char *what = first.kind == DefKind::Mod ? "module" : first.kind == DefKind::Trait ? "trait" : ns == Namespace::Type ? "type" : "value";
  tables_.findings.report(Diagnostic(DiagnosticKind::E0428, "the name " + name + " is defined multiple times", headSpan(id), name + " redefined here"))
      .label(earlier.span, std::string("previous definition of the ") + what + " " + name + " here")
      .note(name + " must be defined only once in the " + (ns == Namespace::Type ? "type" : "value") + " namespace of this " + container);
}

// ------------------------------------------------------------------------------------------------------------------ use

void Collector::use(const ast::UseItem &item, Place place) {
  const auto use = static_cast<std::uint32_t>(tables_.uses.size());
  tables_.uses.push_back({&item, place.module});
  useTree(item.tree, UINT32_MAX, use, visibility(item.visibility, place.module), false);
}

std::uint32_t Collector::addPrefix(std::uint32_t parent, const ast::UseTree &tree, std::size_t count, std::uint32_t use) {
  if (count == 0 && parent != UINT32_MAX)
    return parent;
  ImportPrefix prefix;
  prefix.parent = parent;
  prefix.tree = &tree;
  prefix.path_count = static_cast<std::uint32_t>(count);
  prefix.use = use;
  tables_.prefixes.push_back(prefix);
  return static_cast<std::uint32_t>(tables_.prefixes.size() - 1);
}

void Collector::addImport(Import import, DefId module) {
  const auto id = static_cast<std::uint32_t>(tables_.imports.size());
  tables_.imports.push_back(import);
  Module &scope = tables_.ownModule(module);
  if (import.is_glob)
    scope.globs.push_back(id);
  else if (import.target.empty())
    scope.unnamed.push_back(id);
  else
    tables_.addImportName(module, import.target, id);
}

void Collector::useTree(const ast::UseTree &tree, std::uint32_t prefix, std::uint32_t use, VisibilityScope visibility, bool in_group) {
  const DefId module = tables_.uses[use].module;
  const auto &segments = tree.prefix.segments;
  Import import;
  import.tree = &tree;
  import.use = use;
  import.visibility = visibility;
  switch (tree.kind) {
  case ast::UseTree::Kind::Group: {
    const std::uint32_t inner = addPrefix(prefix, tree, segments.size(), use);
    for (const ast::UseTree &branch : tree.group)
      useTree(branch, inner, use, visibility, true);
    return;
  }
  case ast::UseTree::Kind::Glob:
    import.prefix = addPrefix(prefix, tree, segments.size(), use);
    import.is_glob = true;
    addImport(import, module);
    return;
  case ast::UseTree::Kind::Simple:
    break;
  }
  if (segments.empty())
    return; // a syntax error was reported
  const ast::Ident &last = segments.back().ident;
  const bool keyword = last.name == sym::kw_self || last.name == sym::kw_super || last.name == sym::kw_crate;
  Symbol target = tree.rename.name.empty() ? last.name : tree.rename.name;
  if (last.name == sym::kw_self && segments.size() > 1) {
    tables_.findings.report(Diagnostic(DiagnosticKind::E0429, "`self` imports are only allowed within a { } list",
                                       Span(segments[segments.size() - 2].ident.span.hi(), last.span.hi())));
    import.prefix = addPrefix(prefix, tree, segments.size() - 1, use);
    import.is_self = true;
    if (tree.rename.name.empty())
      target = segments[segments.size() - 2].ident.name;
  } else if (keyword) {
    const bool of_group = in_group && last.name == sym::kw_self && segments.size() == 1;
    const bool after_root = of_group && tables_.prefixes[prefix].path_count == 0 && tables_.prefixes[prefix].tree->prefix.global;
    if (last.name == sym::kw_self && (after_root || (segments.size() == 1 && tree.prefix.global))) {
      tables_.findings.report(Diagnostic(DiagnosticKind::Syntax, "extern prelude cannot be imported", last.span));
      return;
    }
    import.prefix = of_group ? prefix : addPrefix(prefix, tree, segments.size(), use);
    import.is_self = true;
    if (tree.rename.name.empty()) {
      const ImportPrefix *enclosing = of_group ? &tables_.prefixes[prefix] : nullptr;
      const bool named = enclosing != nullptr && enclosing->path_count != 0;
      const ast::Ident *name = named ? &enclosing->tree->prefix.segments[enclosing->path_count - 1].ident : nullptr;
      if (name == nullptr || name->name == sym::kw_crate || name->name == sym::kw_self || name->name == sym::kw_super) {
        tables_.findings.report(Diagnostic(DiagnosticKind::Syntax, "imports need to be explicitly named", last.span));
        return;
      }
      target = name->name;
    }
  } else {
    import.prefix = addPrefix(prefix, tree, segments.size() - 1, use);
  }
  import.target = target == sym::underscore ? Symbol() : target;
  addImport(import, module);
}

} // namespace lien

// Lookups, and the resolution of imports on demand.
#include "frontend/names/name_lookup.hpp"

#include "diagnostics/stack_guard.hpp"
#include "frontend/names/known_names.hpp"

namespace lien {

namespace {

Found foundAs(const Binding *binding) {
  Found found;
  found.binding = binding;
  return found;
}

} // namespace

NameLookup::NameLookup(NameTables &tables) : tables_(tables) {
  library_crate_.def = tables.library_root;
  library_crate_.visibility = {true, tables.library_root};
  core_crate_ = library_crate_;
}

bool NameLookup::holdsNames(DefId def) const {
  switch (tables_.defs.kindOf(def)) {
  case DefKind::Mod:
  case DefKind::Block:
  case DefKind::Enum:
  case DefKind::Trait:
    return true;
  case DefKind::Fn:
  case DefKind::AssocFn:
  case DefKind::Struct:
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
    return false;
  }
  return false;
}

const Binding *NameLookup::externCrate(Symbol name) const {
  // `alloc` needs an `extern crate`, which is outside the subset; inside the library all three are the crate itself.
  if (name == sym::std_crate || (name == sym::alloc_crate && tables_.base == nullptr))
    return &library_crate_;
  return name == sym::core_crate ? &core_crate_ : nullptr;
}

/// What a module declares itself: items, and named imports.
const Binding *NameLookup::own(DefId module, Symbol name, Namespace ns) {
  if (const Binding *binding = tables_.declared(module, name, ns))
    return binding;
  if (tables_.frozen || !tables_.owns(module))
    return nullptr;
  for (std::uint32_t id = tables_.firstImport(module, name); id != UINT32_MAX; id = tables_.imports[id].next_same_name) {
    resolveImport(id);
    if (const Binding *binding = tables_.imports[id].results[static_cast<std::size_t>(ns)])
      return binding;
  }
  return nullptr;
}

Found NameLookup::inModule(DefId module, Symbol name, Namespace ns) {
  if (const Binding *binding = own(module, name, ns))
    return foundAs(binding);
  Found found;
  const Def &def = tables_.defs[module];
  if (def.kind == DefKind::Mod || def.kind == DefKind::Block) {
    if (!tables_.module(module).globs.empty() && tables_.owns(module)) {
      if (const Found *cached = tables_.cachedGlob(module, name, ns))
        return *cached;
      Visited visited;
      visited.insert(module.value);
      found = throughGlobs(module, name, ns, visited);
      if (found.binding == nullptr && def.open) {
        found.open = true;
        found.silent |= def.missing;
        found.no_source |= def.missing;
      }
      if (tables_.frozen)
        tables_.cacheGlob(module, name, ns, found);
      return found;
    }
  }
  if (def.crate == CrateKind::Library) {
    if (!def.complete)
      found.partial = module;
  } else if (def.open || def.poison != nullptr) {
    found.open = true;
    found.silent = found.no_source = def.missing;
  }
  return found;
}

/// Reference, "Use declarations": a glob brings all public (here: visible) names that nothing else declares; two globs may bring the same definition.
Found NameLookup::throughGlobs(DefId module, Symbol name, Namespace ns, Visited &visited) {
  Found result;
  if (StackGuard::exhausted()) {
    result.open = true;
    return result;
  }
  for (const std::uint32_t id : tables_.module(module).globs) {
    const Import &import = tables_.imports[id];
    if (!resolvePrefix(import.prefix))
      continue;
    const ImportPrefix &prefix = tables_.prefixes[import.prefix];
    if (prefix.unknown)
      result.open = true;
    if (!prefix.target.isValid()) {
      result.open = true;
      result.silent |= !prefix.unknown;
      continue;
    }
    const DefId target = prefix.target;
    const Binding *binding = own(target, name, ns);
    if (binding == nullptr) {
      const Def &def = tables_.defs[target];
      if (def.crate == CrateKind::Library) {
        if (!def.complete)
          result.partial = target;
      } else {
        result.open |= def.open || def.poison != nullptr;
        result.silent |= def.missing;
        result.no_source |= def.missing;
        if ((def.kind == DefKind::Mod || def.kind == DefKind::Block) && visited.insert(target.value).second) {
          const Found inner = throughGlobs(target, name, ns, visited);
          binding = inner.binding;
          result.open |= inner.open;
          result.silent |= inner.silent;
          result.no_source |= inner.no_source;
          if (inner.partial.isValid())
            result.partial = inner.partial;
        }
      }
    }
    if (binding == nullptr || !tables_.isVisible(binding->visibility, module))
      continue;
    if (result.binding == nullptr) {
      Binding glob = *binding;
      glob.kind = Binding::Kind::Glob;
      glob.visibility = tables_.narrower(binding->visibility, import.visibility);
      glob.span = import.tree->span;
      result.binding = tables_.makeBinding(glob);
    } else if (!(result.binding->def == binding->def) && !result.binding->ambiguous) {
      Binding other = *binding;
      other.span = import.tree->span;
      Binding ambiguous = *result.binding;
      ambiguous.ambiguous = true;
      ambiguous.other = tables_.makeBinding(other);
      result.binding = tables_.makeBinding(ambiguous);
    }
  }
  if (result.binding != nullptr) {
    result.open = false;
    result.partial = {};
  }
  return result;
}

/// Reference, "Names: scopes": blocks outwards to the module, then (types) crates, then the prelude. Only imports start from here, so a name that a glob
/// brings must not also mean something further out ("Names: name resolution, ambiguities").
Found NameLookup::lexical(DefId module, Symbol name, Namespace ns) {
  Found missing;
  const Binding *by_glob = nullptr;
  const auto decide = [&](const Binding *binding) {
    if (by_glob == nullptr || by_glob->def == binding->def)
      return by_glob == nullptr ? binding : by_glob;
    Binding ambiguous = *by_glob;
    ambiguous.ambiguous = true;
    ambiguous.other = binding;
    return tables_.makeBinding(ambiguous);
  };
  const Binding *crate = ns == Namespace::Type ? externCrate(name) : nullptr;
  for (DefId scope = module;; scope = tables_.defs[scope].module) {
    const Found found = inModule(scope, name, ns);
    if (found.binding != nullptr) {
      if (by_glob != nullptr || found.binding->kind != Binding::Kind::Glob || found.binding->ambiguous)
        return foundAs(decide(found.binding));
      by_glob = found.binding;
    }
    // What is unknown hides the prelude, but not the names of crates: to declare `std` again is an error in most uses.
    if (found.open && !found.silent && crate == nullptr)
      return by_glob != nullptr ? foundAs(by_glob) : found;
    missing.open |= found.open;
    missing.silent |= found.silent;
    missing.no_source |= found.no_source;
    if (found.partial.isValid())
      missing.partial = found.partial;
    if (tables_.defs[scope].kind == DefKind::Mod)
      break;
  }
  if (crate != nullptr)
    return foundAs(decide(crate));
  if (tables_.prelude.isValid()) {
    const Found found = inModule(tables_.prelude, name, ns);
    if (found.binding != nullptr)
      return foundAs(decide(found.binding));
    if (found.partial.isValid())
      missing.partial = found.partial;
  }
  if (by_glob != nullptr)
    return foundAs(by_glob);
  return missing;
}

// --------------------------------------------------------------------------------------------------------------- tasks

bool NameLookup::begin(ImportTask &task) {
  if (task.state == ImportTask::State::Done)
    return false;
  if (task.state == ImportTask::State::Active) {
    tainted_ = std::min(tainted_, task.depth);
    return false;
  }
  task.state = ImportTask::State::Active;
  task.depth = depth_++;
  return true;
}

/// Ends a task. A negative answer that rests on a task further out is not kept: it is asked again when that one is done.
void NameLookup::finish(ImportTask &task, bool negative) {
  --depth_;
  const bool rests_on_outer = tainted_ < task.depth;
  task.state = negative && rests_on_outer && !last_round_ ? ImportTask::State::Pending : ImportTask::State::Done;
  if (tainted_ >= task.depth)
    tainted_ = UINT32_MAX;
}

bool NameLookup::resolvePrefix(std::uint32_t id) {
  ImportPrefix &prefix = tables_.prefixes[id];
  if (prefix.state == ImportTask::State::Done)
    return true;
  if (!begin(prefix))
    return false;
  prefix.target = {};
  prefix.unknown = false;
  prefix.failure = PathFailure::None;
  prefix.named.clear();
  walkPrefix(prefix);
  finish(prefix, !prefix.target.isValid() && !prefix.empty);
  return prefix.state == ImportTask::State::Done;
}

void NameLookup::walkPrefix(ImportPrefix &prefix) {
  const DefId module = tables_.uses[prefix.use].module;
  DefId current;
  const auto unknown = [&](const char *what, bool is_library) {
    prefix.unknown = true;
    prefix.unknown_what = what;
    prefix.unknown_is_library = is_library;
  };
  const auto fail = [&](PathFailure failure, std::size_t segment, DefId in) {
    prefix.failure = failure;
    prefix.failed_segment = static_cast<std::uint32_t>(segment);
    prefix.failed_in = in;
  };
  if (StackGuard::exhausted())
    return unknown("a chain of imports this long", false);
  if (prefix.parent != UINT32_MAX) {
    if (!resolvePrefix(prefix.parent))
      return fail(PathFailure::Silent, 0, {});
    const ImportPrefix &parent = tables_.prefixes[prefix.parent];
    if (parent.unknown)
      return unknown(parent.unknown_what, parent.unknown_is_library);
    if (!parent.empty && !parent.target.isValid())
      return fail(PathFailure::Silent, 0, {});
    current = parent.target;
    prefix.through_core = parent.through_core;
  }
  const auto &segments = prefix.tree->prefix.segments;
  prefix.empty = prefix.path_count == 0 && !current.isValid();
  for (std::uint32_t i = 0; i < prefix.path_count; ++i) {
    const Symbol name = segments[i].ident.name;
    const bool first = !current.isValid();
    if (name == sym::kw_crate && first) {
      current = tables_.root;
      continue;
    }
    if (name == sym::kw_self && (first || i == 0)) {
      current = first ? tables_.nearestMod(module) : current;
      continue;
    }
    if (name == sym::kw_super) {
      const DefId here = first ? tables_.nearestMod(module) : current;
      if (!tables_.defs[here].parent.isValid())
        return fail(PathFailure::TooManySupers, i, here);
      current = tables_.nearestMod(tables_.defs[here].parent);
      continue;
    }
    Found found;
    if (!first) {
      found = inModule(current, name, Namespace::Type);
    } else if (prefix.tree->prefix.global) {
      found.binding = externCrate(name);
      if (found.binding == nullptr)
        return unknown(tables_.keepText("`" + tables_.symbols.text(name).str() + "`"), true);
    } else {
      found = lexical(module, name, Namespace::Type);
    }
    if (found.binding == nullptr) {
      if (found.no_source)
        return fail(PathFailure::Silent, i, {});
      if (found.silent)
        found.open = false;
      if (found.partial.isValid() && !first)
        return unknown(tables_.keepText("`" + fullPath(tables_, found.partial) + "::" + tables_.symbols.text(name).str() + "`"), true);
      if (found.open || found.partial.isValid() || first) // an unknown first name may be a crate
        return unknown(tables_.keepText("`" + tables_.symbols.text(name).str() + "`"), true);
      return fail(PathFailure::NotFound, i, current);
    }
    if (found.binding == &core_crate_)
      prefix.through_core = true;
    prefix.named.push_back({i, found.binding});
    const DefId def = found.binding->def;
    if (!def.isValid())
      return fail(PathFailure::Silent, i, {});
    const Def &data = tables_.defs[def];
    if (data.kind == DefKind::Poisoned)
      return data.poison == nullptr ? fail(PathFailure::Silent, i, {}) : unknown(data.poison, data.poison_is_library);
    if (tables_.base != nullptr && (data.unstable || (prefix.through_core && data.not_core)))
      return unknown(tables_.keepText("`" + fullPath(tables_, def) + "`"), true);
    if (!holdsNames(def))
      return fail(PathFailure::NotModule, i, def);
    current = def;
  }
  prefix.target = current;
}

void NameLookup::setResult(Import &import, Namespace ns, const Binding &binding) {
  Binding imported = binding;
  imported.kind = Binding::Kind::Import;
  imported.visibility = tables_.narrower(binding.visibility, import.visibility);
  imported.span = import.tree->span;
  import.results[static_cast<std::size_t>(ns)] = tables_.makeBinding(imported);
}

/// The imported name means something that nobody knows: it is poisoned wherever it could stand.
void NameLookup::setUnknown(Import &import, const char *what, bool is_library) {
  import.unknown = true;
  if (import.is_glob)
    return;
  const DefId poisoned = tables_.makePoisoned(import.target, import.tree->span, tables_.uses[import.use].module, what, is_library);
  const Binding binding{Binding::Kind::Import, false, false, poisoned, {true, tables_.root}, import.tree->span, nullptr};
  setResult(import, Namespace::Type, binding);
  setResult(import, Namespace::Value, binding);
}

void NameLookup::resolveImport(std::uint32_t id) {
  Import &import = tables_.imports[id];
  if (!begin(import))
    return;
  bool negative = true;
  if (resolvePrefix(import.prefix)) {
    const ImportPrefix &prefix = tables_.prefixes[import.prefix];
    if (prefix.unknown)
      setUnknown(import, prefix.unknown_what, prefix.unknown_is_library);
    else if (import.is_self)
      importSelf(import);
    else if (prefix.target.isValid() || prefix.empty)
      importName(import);
    negative = import.results[0] == nullptr || import.results[1] == nullptr;
  }
  finish(import, negative);
}

void NameLookup::importSelf(Import &import) {
  const ImportPrefix &prefix = tables_.prefixes[import.prefix];
  DefId target = prefix.target;
  if (prefix.failure == PathFailure::NotModule && prefix.failed_segment + 1 == prefix.path_count)
    target = prefix.failed_in; // `use m::Struct::{self}`: what is imported need hold no names
  if (!target.isValid())
    return;
  setResult(import, Namespace::Type, {Binding::Kind::Item, false, false, target, {true, tables_.root}, import.tree->span, nullptr});
}

void NameLookup::importName(Import &import) {
  const ImportPrefix &prefix = tables_.prefixes[import.prefix];
  const ast::PathSegment &last = import.tree->prefix.segments.back();
  const Symbol name = last.ident.name;
  const DefId module = tables_.uses[import.use].module;
  import.hidden = nullptr;
  import.missing = {};
  bool any = false;
  for (const Namespace ns : {Namespace::Type, Namespace::Value}) {
    if (import.results[static_cast<std::size_t>(ns)] != nullptr) {
      any = true;
      continue;
    }
    Found found;
    if (!prefix.empty)
      found = inModule(prefix.target, name, ns);
    else if (import.tree->prefix.global)
      found.binding = ns == Namespace::Type ? externCrate(name) : nullptr;
    else
      found = lexical(module, name, ns);
    if (found.binding == nullptr) {
      if (found.partial.isValid())
        import.missing.partial = found.partial;
      import.missing.open |= found.open && !found.silent;
      import.missing.no_source |= found.no_source;
      continue;
    }
    if (!tables_.isVisible(found.binding->visibility, module)) {
      import.hidden = found.binding;
      continue;
    }
    const DefId def = found.binding->def;
    if (def.isValid() && tables_.base != nullptr && (tables_.defs[def].unstable || (prefix.through_core && tables_.defs[def].not_core))) {
      import.missing.partial = tables_.defs[def].module;
      continue;
    }
    any = true;
    setResult(import, ns, *found.binding);
  }
  if (any || import.hidden != nullptr || import.missing.no_source)
    return;
  const std::string text = tables_.symbols.text(name).str();
  if (tables_.known.isBuiltinMacro(name) && prefix.target == tables_.library_root) {
    // The macro is there; a module or function of that name (`std::env`) is not known, which matters only where it is mentioned.
    setUnknown(import, tables_.keepText("`std::" + text + "`"), true);
    import.unknown = false;
    setResult(import, Namespace::Macro, {Binding::Kind::Item, false, true, {}, {true, tables_.root}, last.ident.span, nullptr});
    return;
  }
  if (import.missing.partial.isValid() && !prefix.empty)
    setUnknown(import, tables_.keepText("`" + fullPath(tables_, import.missing.partial) + "::" + text + "`"), true);
  else if (import.missing.open || prefix.empty)
    setUnknown(import, tables_.keepText("`" + text + "`"), true);
}

void NameLookup::resolveImports() {
  for (std::uint32_t id = 0; id < tables_.imports.size(); ++id) {
    Import &import = tables_.imports[id];
    if (import.is_glob)
      resolvePrefix(import.prefix);
    else
      resolveImport(id);
  }
  // What rested on an import further out is asked once more, now that all that can be known without it is known.
  last_round_ = true;
  for (std::uint32_t id = 0; id < tables_.imports.size(); ++id) {
    Import &import = tables_.imports[id];
    if (import.is_glob)
      resolvePrefix(import.prefix);
    else
      resolveImport(id);
  }
}

// ---------------------------------------------------------------------------------------------------------- enumeration

void NameLookup::enumerateInto(DefId module, DefId from, Visited &visited, llvm::function_ref<void(Symbol, Namespace, const Binding &)> visit) {
  const Def &def = tables_.defs[module];
  if (def.kind == DefKind::Enum) {
    for (const DefId variant : tables_.defs.children(module))
      for (const Namespace ns : {Namespace::Type, Namespace::Value})
        if (const Binding *binding = tables_.declared(module, tables_.defs[variant].name, ns))
          visit(tables_.defs[variant].name, ns, *binding);
    return;
  }
  if (def.kind != DefKind::Mod && def.kind != DefKind::Block)
    return;
  for (const Module::Name &name : tables_.module(module).names) {
    const Binding *binding = tables_.declared(module, name.name, name.ns);
    if (binding != nullptr && tables_.isVisible(binding->visibility, from))
      visit(name.name, name.ns, *binding);
  }
  if (!tables_.owns(module))
    return;
  for (const std::uint32_t id : tables_.module(module).globs) {
    const DefId target = tables_.prefixes[tables_.imports[id].prefix].target;
    if (target.isValid() && !StackGuard::exhausted() && visited.insert(target.value).second)
      enumerateInto(target, module, visited, visit);
  }
}

void NameLookup::enumerate(DefId module, llvm::function_ref<void(Symbol, Namespace, const Binding &)> visit) {
  Visited visited;
  visited.insert(module.value);
  enumerateInto(module, module, visited, visit);
}

void NameLookup::enumerateUnnamed(DefId module, llvm::function_ref<void(const Binding &)> visit) {
  Visited visited;
  llvm::SmallVector<DefId, 8> work{module};
  while (!work.empty()) {
    const DefId current = work.pop_back_val();
    const DefKind kind = tables_.defs[current].kind;
    if ((kind != DefKind::Mod && kind != DefKind::Block) || !tables_.owns(current) || !visited.insert(current.value).second)
      continue;
    const Module &scope = tables_.module(current);
    for (const std::uint32_t id : scope.unnamed)
      if (const Binding *binding = tables_.imports[id].results[0]; binding != nullptr && tables_.isVisible(binding->visibility, module))
        visit(*binding);
    for (const std::uint32_t id : scope.globs)
      if (const DefId target = tables_.prefixes[tables_.imports[id].prefix].target; target.isValid())
        work.push_back(target);
  }
}

void NameLookup::expandGlobs() {
  struct Entry {
    DefId module;
    Symbol name;
    Namespace ns;
    Binding binding;
  };
  std::vector<Entry> entries;
  for (const Module &scope : tables_.modules) {
    if (scope.globs.empty())
      continue;
    enumerate(scope.def, [&](Symbol name, Namespace ns, const Binding &binding) { entries.push_back({scope.def, name, ns, binding}); });
    for (const std::uint32_t id : scope.globs)
      if (const DefId target = tables_.prefixes[tables_.imports[id].prefix].target; target.isValid() && tables_.defs[target].complete)
        tables_.defs.mutableDef(scope.def).complete |= scope.names.empty() && scope.globs.size() == 1;
  }
  for (Entry &entry : entries) {
    entry.binding.kind = Binding::Kind::Glob;
    tables_.declare(entry.module, entry.name, entry.ns, entry.binding);
  }
  for (Module &scope : tables_.modules)
    scope.globs.clear();
}

std::string fullPath(const NameTables &tables, DefId def) {
  llvm::SmallVector<llvm::StringRef, 8> parts;
  for (; def.isValid(); def = tables.defs[def].parent) {
    const Def &data = tables.defs[def];
    if (!data.name.empty())
      parts.push_back(tables.symbols.text(data.name));
    else if (data.kind == DefKind::Mod)
      parts.push_back(data.crate == CrateKind::Library ? "std" : "crate");
  }
  std::string path;
  for (const llvm::StringRef part : llvm::reverse(parts)) {
    if (!path.empty())
      path += "::";
    path += part;
  }
  return path;
}

} // namespace lien

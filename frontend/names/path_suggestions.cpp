// Help for names that were not found: a similar name in scope, or an import that would bring the name.
//
// Only mistakes pay for this; the indexes are made when the first one asks.
#include "frontend/names/crate_resolver.hpp"
#include "frontend/names/import_check.hpp"

namespace lien {

using llvm::cast;

namespace {

/// Past this many candidates the search is dropped: a program of many thousand names and mistakes must stay quick.
constexpr std::size_t candidate_limit = 4000;

bool isImportable(DefKind kind) {
  return kind == DefKind::Struct || kind == DefKind::Enum || kind == DefKind::Trait || kind == DefKind::TypeAlias || kind == DefKind::Fn ||
         kind == DefKind::Const || kind == DefKind::Static || kind == DefKind::Mod;
}

/// Where `use` items go: before the first one of a module, or before its first item.
struct InsertionPlace {
  Span span;
  bool before_use = false;
};

std::optional<InsertionPlace> importPlace(const NameTables &tables, DefId mod) {
  for (const UseDeclaration &use : tables.uses)
    if (use.module == mod && use.item->attributes.empty())
      return InsertionPlace{use.item->span.shrinkToLo(), true};
  for (const DefId child : tables.defs.children(mod)) {
    const Def &def = tables.defs[child];
    if (def.kind == DefKind::Poisoned || def.item == nullptr)
      continue;
    Span span = def.item->span;
    for (const ast::Attribute &attribute : def.item->attributes)
      span = span.to(attribute.span);
    return InsertionPlace{span.shrinkToLo(), false};
  }
  return std::nullopt;
}

} // namespace

llvm::ArrayRef<DefId> CrateResolver::itemsNamed(Symbol name) {
  if (items_named_.empty())
    for (std::size_t i = 0; i < tables_.defs.size(); ++i) {
      const DefId id(i);
      const Symbol own_name = tables_.defs.nameOf(id);
      if (!own_name.empty() && isImportable(tables_.defs.kindOf(id)))
        items_named_[own_name.value].push_back(id);
    }
  const auto found = items_named_.find(name.value);
  return found == items_named_.end() ? llvm::ArrayRef<DefId>() : llvm::ArrayRef<DefId>(found->second);
}

std::string CrateResolver::importPath(DefId def, DefId from) {
  if (tables_.owns(def)) {
    for (DefId scope = def; scope.isValid(); scope = tables_.defs[scope].parent) {
      if (tables_.defs[scope].kind == DefKind::Block || !tables_.isVisible(tables_.defs[scope].visibility, from))
        return {};
    }
    return fullPath(tables_, def);
  }
  if (public_paths_.empty()) {
    // Breadth first, so that the first path found is a shortest one; the prelude's own module is nobody's first choice.
    std::vector<std::pair<DefId, std::string>> modules{{library_.tables.root, "std"}};
    llvm::SmallDenseSet<std::uint32_t, 64> seen{library_.tables.root.value};
    for (std::size_t i = 0; i < modules.size(); ++i) {
      const auto [module, path] = modules[i];
      for (const Module::Name &name : library_.tables.module(module).names) {
        const Binding *binding = library_.tables.declared(module, name.name, name.ns);
        if (!binding->visibility.is_public || !binding->def.isValid() || library_.tables.defs[binding->def].unstable)
          continue;
        const std::string inner = path + "::" + library_.symbols.text(name.name).str();
        if (library_.tables.defs.kindOf(binding->def) == DefKind::Mod) {
          if (binding->def != library_.tables.defs[library_.tables.prelude].parent && seen.insert(binding->def.value).second)
            modules.emplace_back(binding->def, inner);
        }
        public_paths_.try_emplace(binding->def.value, inner);
      }
    }
  }
  return public_paths_.lookup(def.value);
}

void PathResolution::suggestSimilar(Diagnostic &diagnostic, const ast::Ident &name, DefId in) {
  const llvm::StringRef wanted = tables_.symbols.text(name.name);
  const Namespace ns = namespaceOf(use_);
  const unsigned limit = static_cast<unsigned>(std::max<std::size_t>(wanted.size(), 3) / 3);
  std::size_t count = 0;
  unsigned best_distance = limit + 1;
  Symbol best;
  DefId best_def;
  const auto consider = [&](Symbol candidate, DefId def) {
    if (++count > candidate_limit || !def.isValid() || tables_.defs[def].kind == DefKind::Poisoned || !expected(toRes(def)))
      return;
    const llvm::StringRef text = tables_.symbols.text(candidate);
    if (text == wanted)
      return;
    const unsigned distance = text.equals_insensitive(wanted) ? 0 : wanted.edit_distance(text, true, best_distance);
    if (distance > limit || distance > best_distance || (distance == best_distance && tables_.symbols.text(best) <= text))
      return;
    best_distance = distance;
    best = candidate;
    best_def = def;
  };
  const auto visit = [&](Symbol candidate, Namespace candidate_ns, const Binding &binding) {
    if (candidate_ns == ns)
      consider(candidate, binding.def);
  };
  NameLookup &lookup = resolver_.lookup_;
  if (in.isValid()) {
    lookup.enumerate(in, visit);
  } else if (path_.segments.size() == 1 && !path_.global) {
    for (DefId scope = tables_.encloses(item_, module_) ? module_ : item_; scope.isValid(); scope = tables_.defs[scope].parent) {
      for (const DefId param : tables_.defs.params(scope))
        if (tables_.defs[param].kind != DefKind::LifetimeParam)
          consider(tables_.defs[param].name, param);
      const DefKind kind = tables_.defs[scope].kind;
      if (kind == DefKind::Mod || kind == DefKind::Block)
        lookup.enumerate(scope, visit);
      if (kind == DefKind::Mod)
        break;
    }
    lookup.enumerate(tables_.prelude, visit);
  }
  if (!best_def.isValid())
    return;
  const std::string what = describeDef(tables_, best_def, ns == Namespace::Value);
  const std::string text = tables_.symbols.text(best).str();
  if (tables_.owns(best_def))
    diagnostic.label(tables_.defs[best_def].name_span, "similarly named " + what + " `" + text + "` defined here");
  const char *article = llvm::StringRef("aeiou").contains(what[0]) ? "an " : "a ";
  Suggestion suggestion;
  suggestion.message = article + what + " with a similar name exists";
  suggestion.edits.push_back({name.span, text});
  suggestion.applicability = Applicability::MaybeIncorrect;
  diagnostic.suggest(std::move(suggestion));
}

void PathResolution::suggestImport(Diagnostic &diagnostic, PathUse use, const ast::Ident &name) {
  const DefId mod = tables_.nearestMod(module_);
  const std::optional<InsertionPlace> place = importPlace(tables_, mod);
  if (!place)
    return;
  std::vector<std::string> paths;
  std::string what;
  const PathUse own_use = use_;
  use_ = use;
  for (const DefId def : resolver_.itemsNamed(name.name)) {
    if (!expected(toRes(def)))
      continue;
    std::string path = resolver_.importPath(def, module_);
    if (path.empty())
      continue;
    const std::string kind = describeDef(tables_, def, false);
    what = what.empty() || what == kind ? kind : "item";
    paths.push_back(std::move(path));
  }
  use_ = own_use;
  std::sort(paths.begin(), paths.end());
  for (const std::string &path : paths) {
    Suggestion suggestion;
    suggestion.message = paths.size() == 1 ? "consider importing this " + what : "consider importing one of these " + what + "s";
    suggestion.edits.push_back({place->span, "use " + path + (place->before_use ? ";\n" : ";\n\n")});
    suggestion.applicability = Applicability::MaybeIncorrect;
    diagnostic.suggest(std::move(suggestion));
  }
}

} // namespace lien

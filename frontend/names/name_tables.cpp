// Declaring names, and questions of visibility.
#include "frontend/names/name_tables.hpp"

#include "llvm/ADT/SmallVector.h"

namespace lien {

const Binding *NameTables::declare(DefId module, Symbol name, Namespace ns, const Binding &binding) {
  if (is_indexed)
    return nullptr;
  auto [place, inserted] = names_.try_emplace(nameKey(module, name, ns), nullptr);
  if (!inserted)
    return place->second;
  place->second = makeBinding(binding);
  const DefKind kind = defs[module].kind;
  if (kind == DefKind::Mod || kind == DefKind::Block)
    ownModule(module).names.push_back({name, ns});
  return nullptr;
}

void NameTables::addImportName(DefId module, Symbol name, std::uint32_t import) {
  auto [place, inserted] = imports_by_name_.try_emplace(nameKey(module, name, Namespace::Type), import);
  if (inserted)
    return;
  imports[import].next_same_name = place->second;
  place->second = import;
}

DefId NameTables::makePoisoned(Symbol name, Span span, DefId module, const char *what, bool is_library) {
  return defs.add(poisonedDef(name, span, module, what, is_library));
}

Def NameTables::poisonedDef(Symbol name, Span span, DefId module, const char *what, bool is_library) const {
  Def def;
  def.kind = DefKind::Poisoned;
  def.crate = base == nullptr ? CrateKind::Library : CrateKind::User;
  def.name = name;
  def.name_span = span;
  def.span = span;
  def.parent = module;
  def.module = module;
  def.visibility = {true, root};
  def.poison = what;
  def.poison_is_library = is_library;
  return def;
}

const char *NameTables::keepText(llvm::StringRef text) {
  char *copy = arena_.Allocate<char>(text.size() + 1);
  std::copy(text.begin(), text.end(), copy);
  copy[text.size()] = '\0';
  return copy;
}

DefId NameTables::nearestMod(DefId scope) const {
  while (defs[scope].kind != DefKind::Mod)
    scope = defs[scope].parent;
  return scope;
}

bool NameTables::encloses(DefId outer, DefId inner) const {
  while (inner.isValid()) {
    if (inner == outer)
      return true;
    inner = defs[inner].parent;
  }
  return false;
}

bool NameTables::isVisible(VisibilityScope visibility, DefId from) const {
  if (visibility.is_public)
    return true;
  return encloses(visibility.scope, from);
}

VisibilityScope NameTables::narrower(VisibilityScope a, VisibilityScope b) const {
  if (a.is_public)
    return b;
  if (b.is_public)
    return a;
  return encloses(a.scope, b.scope) ? b : a;
}

} // namespace lien

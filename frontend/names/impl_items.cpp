// The items of an impl against those of its trait: E0407 E0437 E0438, E0323 E0324 E0325, E0201.
//
// A question of names, so it is asked here: what the items *mean* is compared by others. Reference: "Trait implementations".
#include "frontend/names/crate_resolver.hpp"

namespace lien {

using llvm::cast;

void CrateResolver::checkImplItems() {
  for (const DefId id : tables_.impls) {
    const Def &impl = tables_.defs[id];
    if (!impl.derive.empty() || impl.poison != nullptr)
      continue;
    const ast::Path *trait_path = impl.as<ast::ImplItem>()->trait_path;
    if (trait_path == nullptr)
      continue;
    DiagnosticSink scratch; // whoever lowers the header reports
    const PathRes trait = resolve(*trait_path, PathUse::Trait, id, scratch);
    if (trait.res.kind != ResKind::Def || tables_.defs[trait.res.def].kind != DefKind::Trait)
      continue;
    llvm::SmallDenseMap<std::uint32_t, DefId, 8> seen; // by the trait's item
    for (const DefId item : tables_.defs.children(id))
      checkImplItem(item, trait.res.def, *trait_path, seen);
  }
}

void CrateResolver::checkImplItem(DefId item, DefId trait, const ast::Path &trait_path, llvm::SmallDenseMap<std::uint32_t, DefId, 8> &seen) {
  const Def &data = tables_.defs[item];
  const Def &owner = tables_.defs[trait];
  const Binding *binding = tables_.declared(trait, data.name, data.kind == DefKind::AssocType ? Namespace::Type : Namespace::Value);
  const Binding *other = tables_.declared(trait, data.name, data.kind == DefKind::AssocType ? Namespace::Value : Namespace::Type);
  const std::string name = "`" + tables_.symbols.text(data.name).str() + "`";
  std::string path;
  for (const ast::PathSegment &segment : trait_path.segments)
    path += (path.empty() && !trait_path.global ? "" : "::") + tables_.symbols.text(segment.ident.name).str();
  if (binding == nullptr && other == nullptr) {
    if ((owner.crate == CrateKind::Library && !owner.complete) || owner.poison != nullptr) {
      tables_.findings.declineLibrary(data.name_span, "`" + fullPath(tables_, trait) + "::" + tables_.symbols.text(data.name).str() + "`");
      return;
    }
    const bool is_fn = data.kind == DefKind::AssocFn;
    const bool is_type = data.kind == DefKind::AssocType;
    const DiagnosticKind kind = is_fn ? DiagnosticKind::E0407 : is_type ? DiagnosticKind::E0437 : DiagnosticKind::E0438;
    const std::string what = is_fn ? "method " : is_type ? "type " : "const ";
    tables_.findings.report(Diagnostic(kind, what + name + " is not a member of trait `" + path + "`", data.span, "not a member of trait `" + path + "`"));
    return;
  }
  const Binding *found = binding != nullptr ? binding : other;
  const Def &declared = tables_.defs[found->def];
  const auto [earlier, fresh] = seen.try_emplace(found->def.value, item);
  if (!fresh) {
    Diagnostic diagnostic(DiagnosticKind::E0201, "duplicate definitions with name " + name + ":", data.span, "duplicate definition");
    diagnostic.label(tables_.defs[earlier->second].span, "previous definition here");
    if (declared.crate == CrateKind::User)
      diagnostic.label(declared.span, "item in trait");
    tables_.findings.report(std::move(diagnostic));
    return;
  }
  if (declared.kind == data.kind)
    return;
  const bool is_fn = data.kind == DefKind::AssocFn;
  const bool is_type = data.kind == DefKind::AssocType;
  const DiagnosticKind kind = is_fn ? DiagnosticKind::E0324 : is_type ? DiagnosticKind::E0325 : DiagnosticKind::E0323;
  const char *what = is_fn ? "an associated method" : is_type ? "an associated type" : "an associated const";
  Diagnostic diagnostic(kind, "item " + name + " is " + what + ", which doesn't match its trait `" + path + "`", data.span, "does not match trait");
  if (declared.crate == CrateKind::User)
    diagnostic.label(declared.span, "item in trait");
  tables_.findings.report(std::move(diagnostic));
}

} // namespace lien

// All checks on the user's items, in source order. Each area has its own file (`item_checks_*.cpp`).
#include "frontend/types/item_checks.hpp"

namespace lien {

void ItemChecker::checkOne(DefId item) {
  const Def &data = program_.def(item);
  if (!data.derived_for.isValid())
    checkGenerics(item);
  switch (data.kind) {
  case DefKind::Struct:
  case DefKind::Enum:
    checkFieldNames(item);
    checkDiscriminants(item);
    checkTransparent(item);
    checkGrowth(item);
    checkUnusedParams(item);
    checkDefaultMarks(item);
    checkVisibility(item);
    if (!llvm::is_contained(infinite_, item))
      checkWellFormed(item);
    return;
  case DefKind::Impl:
    if (data.derived_for.isValid()) {
      if (llvm::is_contained(infinite_, data.derived_for))
        return;
      if (checkCopy(item))
        checkWellFormed(item);
      checkDerive(item);
      return;
    }
    checkVisibility(item);
    if (data.as<ast::ImplItem>()->trait_path == nullptr)
      checkInherentTarget(item);
    checkConstrained(item);
    if (checkTraitTarget(item))
      checkImplItems(item);
    checkDrop(item);
    if (checkCopy(item))
      checkWellFormed(item);
    return;
  case DefKind::Fn:
  case DefKind::AssocFn:
    checkMain(item);
    checkReceiver(item);
    checkVisibility(item);
    checkWellFormed(item);
    return;
  case DefKind::Const:
  case DefKind::Static:
    checkWellFormed(item);
    checkConstant(item);
    return;
  case DefKind::AssocConst:
  case DefKind::AssocType:
  case DefKind::Trait:
    checkVisibility(item);
    checkWellFormed(item);
    return;
  case DefKind::TypeAlias:
    checkUnusedAliasParams(item);
    return;
  case DefKind::Mod:
  case DefKind::Block:
  case DefKind::Variant:
  case DefKind::Field:
  case DefKind::TypeParam:
  case DefKind::ConstParam:
  case DefKind::LifetimeParam:
  case DefKind::AnonConst:
  case DefKind::Closure:
  case DefKind::OpaqueType:
  case DefKind::Poisoned:
    return;
  }
}

void Program::Impl::checkAllItems() {
  const llvm::ArrayRef<DefId> items = resolver.userItems();
  for (DefId item : items)
    force(item);
  std::vector<DefId> derived;
  for (DefId impl : userImplList())
    if (def(impl).derived_for.isValid()) {
      derived.push_back(impl);
      program.impl(impl);
    }
  ItemChecker checker(*this);
  for (DefId item : items)
    if (sinkOf(item).hasErrors())
      checker.markIllFormed(item);
  checker.checkRecursion();
  for (DefId item : items)
    if (!program.signatureIsDeclined(item))
      checker.checkOne(item);
  for (DefId impl : derived)
    if (!program.signatureIsDeclined(impl))
      checker.checkOne(impl);
  checker.checkDuplicateMethods();
  checker.checkOverlap();
  for (DefId item : items) {
    const auto *entry = sinks.find(item);
    if (entry == nullptr)
      continue;
    // A declined item reports its declines only.
    for (const Diagnostic &diagnostic : entry->value.all())
      if (!entry->value.hasDeclines() || isDecline(diagnostic.kind))
        item_sink.report(diagnostic);
  }
}

} // namespace lien

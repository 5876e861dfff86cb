// The checks on the user's items that no query makes by itself. One file for each area; all report to the sink of the item.
//
// Every check must stay silent where what it looks at is an error or unknown: the first was reported, the second is a decline's business.
#pragma once

#include "frontend/types/program_impl.hpp"

#include "llvm/ADT/DenseSet.h"

namespace lien {

/// What all item checks share.
class ItemChecker {
public:
  explicit ItemChecker(Program::Impl &queries) : queries_(queries), program_(queries.program), resolver_(queries.resolver), types_(queries.types) {}

  /// Remembers that an item's types could not all be understood.
  void markIllFormed(DefId item) { ill_formed_.insert(item.value); }
  /// Every check of one item but those over all items.
  void checkOne(DefId item);

  // item_checks_generics.cpp
  void checkGenerics(DefId item); ///< order of parameters, types of constant parameters

  // item_checks_adt.cpp
  void checkFieldNames(DefId adt);          ///< E0124
  void checkDiscriminants(DefId adt);       ///< E0081 E0370 E0732
  void checkTransparent(DefId adt);         ///< E0690 E0731
  void checkGrowth(DefId adt);              ///< declines what would be E0320
  void checkUnusedParams(DefId adt);        ///< E0392
  void checkUnusedAliasParams(DefId alias); ///< E0091
  void checkRecursion();                    ///< E0072, over all ADTs

  // item_checks_impl.cpp, item_checks_trait_impl.cpp
  void checkInherentTarget(DefId impl);                               ///< E0116 E0118 E0390
  void checkConstrained(DefId impl);                                  ///< E0207
  void checkImplItems(DefId impl);                                    ///< E0046 E0201 E0658 …
  void checkDuplicateMethods();                                       ///< E0592, over all inherent impls
  bool checkTraitTarget(DefId impl);                                  ///< false: an orphan. E0117 E0120 E0206 E0210 E0322 E0199 E0200
  void checkDrop(DefId impl);                                         ///< E0366 E0367
  bool checkCopy(DefId impl);                                         ///< false: it is not Copy. E0184 E0204
  void checkOverlap();                                                ///< E0119
  void checkImplMethod(DefId impl, DefId trait_method, DefId method); ///< E0049 E0050 E0053 E0185 E0186 E0195

  // item_checks_fn.cpp
  void checkMain(DefId fn);         ///< E0131 E0277 E0580 E0646
  void checkReceiver(DefId fn);     ///< E0307 E0801
  void checkVisibility(DefId item); ///< E0449
  void checkConstant(DefId item);   ///< E0080

  // item_checks_wf.cpp, item_checks_derive.cpp
  void checkWellFormed(DefId item);  ///< E0277 E0310 …
  void checkDerive(DefId impl);      ///< E0277 E0369 E0665
  void checkDefaultMarks(DefId adt); ///< `#[default]` where it may not stand

private:
  [[nodiscard]] llvm::StringRef text(Symbol symbol) const { return resolver_.symbols().text(symbol); }
  [[nodiscard]] std::string name(DefId def) const { return resolver_.pathOf(def); }
  Diagnostic &report(DefId item, DiagnosticKind kind, std::string message, Span span, std::string label = {}) {
    return queries_.sinkOf(item).report(Diagnostic(kind, std::move(message), span, std::move(label)));
  }
  [[nodiscard]] bool isReceiverChain(Ty receiver, Ty self);
  [[nodiscard]] Span constKeyword(const ast::FnItem &fn) const;
  void checkPredicates(DefId item);
  void checkDefaults(DefId item);
  [[nodiscard]] bool isOverDefaults(Args args, llvm::ArrayRef<bool> defaulted);
  void checkDefaultVariant(DefId impl);
  [[nodiscard]] Span headSpan(DefId item) const { return queries_.headSpan(item); }

  Program::Impl &queries_;
  Program &program_;
  Resolver &resolver_;
  TypeStore &types_;
  llvm::DenseSet<std::uint32_t> ill_formed_; ///< items whose signature was in error before the checks began
  std::vector<DefId> infinite_;              ///< ADTs in a cycle of infinite size: nothing further is asked of their layout
};

} // namespace lien

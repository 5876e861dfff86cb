// Walking and rebuilding types: one fold for substitution, resolution of inference variables, erasure and instantiation of binders.
//
// Subtrees whose flags say that nothing can change are returned as they are, so most folds cost one comparison. The folds decline (return
// `store.unknown`) where the stack guard says that a type is too deep.
#pragma once

#include "frontend/types/types.hpp"

#include "llvm/ADT/STLFunctionalExtras.h"

namespace lien {

/// Base of all folds: override what you need; call `fold…` to go down.
class TypeFolder {
public:
  explicit TypeFolder(TypeStore &store) : store_(store) {}
  virtual ~TypeFolder() = default;
  /// Default: `superFold`.
  virtual Ty foldTy(Ty ty) { return superFold(ty); }
  virtual Region foldRegion(Region region) { return region; }
  virtual Const foldConst(Const constant) { return constant; }

  // What `superFold` calls around the parts that stand under a binder.
  void enterBinder() { ++depth_; }
  void leaveBinder() { --depth_; }

  Args foldArgs(Args args);
  FnSig foldSig(const FnSig &sig); ///< enters the binder
  TraitRef foldTraitRef(const TraitRef &ref) { return {ref.trait, foldArgs(ref.args)}; }

protected:
  /// Rebuilds a type from its folded parts; counts binders in `depth_`.
  Ty superFold(Ty ty);
  TypeStore &store_;
  std::uint32_t depth_ = 0; ///< binders between the root of the fold and here
};

/// Replaces Param types, EarlyParam regions and Param consts by `args[index]`; bound regions in the arguments are shifted.
Ty substitute(TypeStore &store, Ty ty, Args args);
Args substitute(TypeStore &store, Args list, Args args);
FnSig substitute(TypeStore &store, const FnSig &sig, Args args);
TraitRef substitute(TypeStore &store, const TraitRef &ref, Args args);

/// Replaces the bound regions of the outermost binder (depth 0) by `with(index)`.
FnSig instantiateBinder(TypeStore &store, const FnSig &sig, llvm::function_ref<Region(std::uint32_t)> with);
Ty instantiateBinder(TypeStore &store, Ty under_binder, llvm::function_ref<Region(std::uint32_t)> with);
Args instantiateBinder(TypeStore &store, Args under_binder, llvm::function_ref<Region(std::uint32_t)> with);

/// Makes bound regions that escape `ty` reach `amount` binders further out: for putting a type under binders that it does not know of.
Ty shiftBinders(TypeStore &store, Ty ty, std::uint32_t amount);
GenericArg shiftBinders(TypeStore &store, GenericArg arg, std::uint32_t amount);

/// Every free region becomes Erased (bound ones are kept): what inference works on.
Ty eraseRegions(TypeStore &store, Ty ty);
Args eraseRegions(TypeStore &store, Args args);
FnSig eraseRegions(TypeStore &store, const FnSig &sig);

} // namespace lien

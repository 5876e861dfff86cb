// Substitution, instantiation of binders, shifting and erasure: the folds that need no inference.
#include "frontend/types/fold.hpp"

#include "diagnostics/internal_error.hpp"
#include "frontend/types/rebuild.hpp"

namespace lien {

Args TypeFolder::foldArgs(Args args) { return rebuildArgs(store_, args, *this); }
FnSig TypeFolder::foldSig(const FnSig &sig) { return rebuildSig(store_, sig, *this); }
Ty TypeFolder::superFold(Ty ty) { return rebuild(store_, ty, *this); }

namespace {

/// What all folds here share: the store and how many binders were entered.
struct BinderCounter {
  TypeStore &store;
  std::uint32_t depth = 0;
  void enterBinder() { ++depth; }
  void leaveBinder() { --depth; }
};

/// Moves bound regions that escape outwards by `amount` binders.
struct Shifter : BinderCounter {
  std::uint32_t amount;
  Shifter(TypeStore &types, std::uint32_t by) : BinderCounter{types}, amount(by) {}
  Ty foldTy(Ty ty) { return store.data(ty).open_binders > depth ? rebuild(store, ty, *this) : ty; }
  Region foldRegion(Region region) const {
    if (region.kind() != Region::Kind::Bound || region.depth() < depth)
      return region;
    return Region::bound(region.depth() + amount, region.index());
  }
  static Const foldConst(Const constant) { return constant; }
};

/// Puts arguments in for parameters.
struct Substitution : BinderCounter {
  Args args;
  Substitution(TypeStore &types, Args arguments) : BinderCounter{types}, args(arguments) {}

  /// EarlyParam regions are among the free ones, which are finer flags than needed here: a type with free regions only of other kinds is rebuilt in vain.
  static constexpr std::uint16_t concerned = TypeFlags::HasParam | TypeFlags::HasFreeRegion;

  const GenericArg &argument(std::uint32_t index, GenericArg::Kind kind) const {
    require(index < args.size() && args[index].kind() == kind, "a generic parameter has no argument of its kind");
    return args[index];
  }
  Ty foldTy(Ty ty) {
    const TyData &data = store.data(ty);
    if (!data.has(concerned))
      return ty;
    if (data.kind == TyKind::Param)
      return shiftBinders(store, argument(data.index, GenericArg::Kind::Type).type(), depth);
    return rebuild(store, ty, *this);
  }
  Region foldRegion(Region region) const {
    if (region.kind() != Region::Kind::EarlyParam)
      return region;
    return shiftBinders(store, argument(region.index(), GenericArg::Kind::Region), depth).region();
  }
  Const foldConst(Const constant) const {
    const ConstData &data = store.data(constant);
    if (data.kind != ConstKind::Param)
      return constant;
    return argument(static_cast<std::uint32_t>(data.value), GenericArg::Kind::Const).constant();
  }
};

/// Replaces the regions of the binder just outside the fold's root and closes the gap it leaves.
struct BinderInstantiation : BinderCounter {
  llvm::function_ref<Region(std::uint32_t)> with;
  BinderInstantiation(TypeStore &types, llvm::function_ref<Region(std::uint32_t)> replacement) : BinderCounter{types}, with(replacement) {}
  Ty foldTy(Ty ty) { return store.data(ty).open_binders > depth ? rebuild(store, ty, *this) : ty; }
  Region foldRegion(Region region) const {
    if (region.kind() != Region::Kind::Bound || region.depth() < depth)
      return region;
    if (region.depth() > depth)
      return Region::bound(region.depth() - 1, region.index());
    return shiftBinders(store, GenericArg(with(region.index())), depth).region();
  }
  static Const foldConst(Const constant) { return constant; }
};

struct Eraser : BinderCounter {
  explicit Eraser(TypeStore &types) : BinderCounter{types} {}
  Ty foldTy(Ty ty) { return store.has(ty, TypeFlags::HasFreeRegion | TypeFlags::HasInferRegion) ? rebuild(store, ty, *this) : ty; }
  static Region foldRegion(Region region) { return region.kind() == Region::Kind::Bound ? region : Region::erased(); }
  static Const foldConst(Const constant) { return constant; }
};

} // namespace

Ty shiftBinders(TypeStore &store, Ty ty, std::uint32_t amount) {
  if (amount == 0 || store.data(ty).open_binders == 0)
    return ty;
  Shifter shifter(store, amount);
  return shifter.foldTy(ty);
}

GenericArg shiftBinders(TypeStore &store, GenericArg arg, std::uint32_t amount) {
  if (amount == 0 || store.openBinders(arg) == 0)
    return arg;
  Shifter shifter(store, amount);
  return foldArg(arg, shifter);
}

// Without arguments there are no parameters to replace: those that occur belong to the item around (a function pointer's `T`), and stay.

Ty substitute(TypeStore &store, Ty ty, Args args) {
  if (args.empty())
    return ty;
  Substitution fold(store, args);
  return fold.foldTy(ty);
}

Args substitute(TypeStore &store, Args list, Args args) {
  if (args.empty())
    return list;
  Substitution fold(store, args);
  return rebuildArgs(store, list, fold);
}

FnSig substitute(TypeStore &store, const FnSig &sig, Args args) {
  if (args.empty())
    return sig;
  Substitution fold(store, args);
  return rebuildSig(store, sig, fold);
}

TraitRef substitute(TypeStore &store, const TraitRef &ref, Args args) { return {ref.trait, substitute(store, ref.args, args)}; }

FnSig instantiateBinder(TypeStore &store, const FnSig &sig, llvm::function_ref<Region(std::uint32_t)> with) {
  BinderInstantiation fold(store, with);
  llvm::SmallVector<Ty, 8> inputs;
  for (const Ty input : sig.inputs)
    inputs.push_back(fold.foldTy(input));
  return {store.types(inputs), fold.foldTy(sig.output), 0};
}

Ty instantiateBinder(TypeStore &store, Ty under_binder, llvm::function_ref<Region(std::uint32_t)> with) {
  BinderInstantiation fold(store, with);
  return fold.foldTy(under_binder);
}

Args instantiateBinder(TypeStore &store, Args under_binder, llvm::function_ref<Region(std::uint32_t)> with) {
  BinderInstantiation fold(store, with);
  return rebuildArgs(store, under_binder, fold);
}

Ty eraseRegions(TypeStore &store, Ty ty) {
  Eraser fold(store);
  return fold.foldTy(ty);
}

Args eraseRegions(TypeStore &store, Args args) {
  Eraser fold(store);
  return rebuildArgs(store, args, fold);
}

FnSig eraseRegions(TypeStore &store, const FnSig &sig) {
  Eraser fold(store);
  return rebuildSig(store, sig, fold);
}

} // namespace lien

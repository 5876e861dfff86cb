// Which regions a type mentions, and where: the outermost reference's, or further inside. The reference gate works on these two only.
#pragma once

#include "frontend/types/program.hpp"

#include "llvm/ADT/STLFunctionalExtras.h"

namespace lien {

class TypeRegions {
public:
  explicit TypeRegions(Program &program) : program_(program) {}

  [[nodiscard]] bool hasRegions(Ty ty) const { return program_.types().has(ty, TypeFlags::HasRegions); }
  [[nodiscard]] bool isRef(Ty ty) const { return program_.types().is(ty, TyKind::Ref); }
  /// Are there regions besides the outermost reference's?
  [[nodiscard]] bool hasInnerRegions(Ty ty) const { return isRef(ty) ? hasRegions(program_.types().data(ty).element()) : hasRegions(ty); }
  /// Calls `each` with every region in the type.
  void forEachRegion(Ty ty, llvm::function_ref<void(Region)> each) const;
  /// Calls `each` with every generic type parameter in the type.
  void forEachParam(Ty ty, llvm::function_ref<void(std::uint32_t)> each) const;
  [[nodiscard]] bool mentionsStatic(Ty ty) const;
  [[nodiscard]] bool mentionsNamed(Ty ty) const; ///< early- or late-bound lifetimes of the item
  /// Only references to region-free types, arrays, slices and tuples of such: covariant in everything.
  [[nodiscard]] bool isPlain(Ty ty) const;
  /// Binders, objects, closures, unevaluated projections, types with outlives conditions of their own: what the gate does not understand.
  [[nodiscard]] bool isExotic(Ty ty);

private:
  void forEachPart(Ty ty, llvm::function_ref<void(const TyData &)> each_type, llvm::function_ref<void(Region)> each_region) const;
  bool adtDemandsStatic(DefId adt);

  Program &program_;
  llvm::DenseMap<std::uint32_t, bool> exotic_;
};

} // namespace lien

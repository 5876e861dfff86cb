// Where regions stand in a type: the slots of an erased type, numbered in the order in which the type is written.
//
//   &mut Vec<&str>        slots: 0 the outer reference, 1 the inner one
//
// The MIR type check keeps an erased type and a list of region variables, one for each slot, instead of types with variables in them: relating two
// types of one shape is then a walk over two lists, and nothing is interned on the way.
#pragma once

#include "frontend/types/program.hpp"

#include "llvm/ADT/STLFunctionalExtras.h"

namespace lien {

class RegionSlots {
public:
  explicit RegionSlots(Program &program) : program_(program), types_(program.types()) {}

  /// Number of slots. Bound regions (`for<'a>`) have none.
  std::uint32_t count(Ty ty);
  /// How a value may vary in each slot when its type is used covariantly.
  llvm::ArrayRef<Variance> variances(Ty ty);
  /// Are all slots covariant?
  bool isCovariant(Ty ty);
  /// The regions that stand in the slots of a type with regions.
  void collect(Ty ty, llvm::SmallVectorImpl<Region> &out) const;
  /// The erased type with `regions` in its slots.
  Ty fill(Ty erased, llvm::function_ref<Region(std::uint32_t)> region) const;
  /// First slot of the `index`-th generic argument (tuple element) of an erased type.
  std::uint32_t offsetOfArg(const TyData &data, std::size_t index);

private:
  void addVariances(Ty ty, Variance context, std::vector<Variance> &out, unsigned binders);
  void addArgs(Args args, llvm::ArrayRef<Variance> variances, Variance context, std::vector<Variance> &out, unsigned binders);

  Program &program_;
  TypeStore &types_;
  llvm::DenseMap<std::uint32_t, std::uint32_t> counts_;
  llvm::DenseMap<std::uint32_t, bool> covariant_;
  llvm::DenseMap<std::uint32_t, std::unique_ptr<std::vector<Variance>>> variances_;
};

} // namespace lien

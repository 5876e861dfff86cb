// Function pointers with lifetimes of their own: may `for<'a> fn(&'a u8)` be used as `fn(&'x u8)`, or the other way round?
//
// Rule (Reference, "Subtyping and variance", higher-ranked function pointers): a subtype has to serve whatever the caller of the supertype chooses. So the
// lifetimes that the supertype binds are opened as placeholders, about which nothing is known, and those of the subtype as variables, which may become
// anything. What the parts ask for is then solved for the variables at once:
//
//   for<'v> fn(&'v u8, &'v u8) -> &'v u8   as   for<'p, 'q> fn(&'p u8, &'q u8) -> &'p u8
//   'p: 'v   'q: 'v   'v: 'p               so 'q: 'p, which nobody knows: not a subtype
#pragma once

#include "frontend/types/program.hpp"

namespace lien {

/// Variance of a use under a context.
Variance composeVariance(Variance outer, Variance inner);

/// Regions made by opening two binders: placeholders `Region::var(first … middle - 1)`, variables `Region::var(middle … last - 1)`.
struct OpenedBinders {
  std::uint32_t first, middle, last;
  [[nodiscard]] bool isPlaceholder(Region region) const { return isIn(region, first, middle); }
  [[nodiscard]] bool isVariable(Region region) const { return isIn(region, middle, last); }

private:
  static bool isIn(Region region, std::uint32_t from, std::uint32_t to) {
    return region.kind() == Region::Kind::Var && region.index() >= from && region.index() < to;
  }
};

/// First outlives second.
using RegionOutlives = std::pair<Region, Region>;

/// What `pairs` ask of the regions from outside goes to `outer`; a region from outside that must outlive a placeholder must be `'static`. False when a
/// placeholder would have to outlive anything but itself.
bool closeBinders(const OpenedBinders &opened, llvm::ArrayRef<RegionOutlives> pairs, llvm::SmallVectorImpl<RegionOutlives> &outer);

/// Can `sub` serve as `sup`, whatever the regions are that are not bound in them? (Those are taken to be unrelated to what is bound, and to be as wanted
/// among themselves.) Both are function pointers; what is not inferred yet is taken to fit.
bool isAtLeastAsGeneral(Program &program, Ty sub, Ty sup);

} // namespace lien

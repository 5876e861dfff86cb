// Which constraint to blame when one region must outlive another: the way through the constraints, and the most telling step of it.
//
//   fn f<'a>(x: &'a i32, y: &i32) -> &'a i32 {
//       let r = y;        '1: 'r      assignment
//       r                 'r: 'a      returning this value     <- blamed
//   }
//
// Computed only for findings. The ranking follows rustc's `best_blame_constraint`.
#pragma once

#include "checker/regions/regions.hpp"

#include "llvm/ADT/STLFunctionalExtras.h"

namespace lien {

/// A shortest way from a region to one that satisfies the question: each step says that `sup` must outlive `sub`.
struct ConstraintPath {
  std::vector<OutlivesConstraint> steps;
  RegionVid reached;
};

/// Breadth first along the constraints, in their order: of several shortest ways the first. Nothing: none is reached.
std::optional<ConstraintPath> findConstraintPath(const Regions &regions, RegionVid from, llvm::function_ref<bool(RegionVid)> is_target);

struct Blame {
  OutlivesConstraint step;
  Span bound; ///< absolute: the user's bound that the way goes through; empty: none
};

/// The step to blame for `from: to`; nothing: no way leads there.
std::optional<Blame> findBlame(const mir::Body &body, const Regions &regions, RegionVid from, RegionVid to);

/// The lifetime of the signature by which a region can be called in a message: one that the region must outlive; nothing: none.
std::optional<RegionVid> findUniversalBound(const Regions &regions, RegionVid region);

/// How a message begins that blames the constraint: "returning this value ", "argument "; empty for what has no name.
llvm::StringRef describeStep(const mir::Body &body, const OutlivesConstraint &step);

} // namespace lien

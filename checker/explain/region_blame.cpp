#include "checker/explain/region_blame.hpp"

#include "llvm/ADT/STLExtras.h"

namespace lien {

namespace {

/// A type written as a generic argument of a call or constructor (`f::<T>(x)`), not as that of a place.
bool isGenericArgument(const mir::Body &body, const OutlivesConstraint &step) {
  if (step.category != ConstraintCategory::TypeAnnotation || step.everywhere)
    return false;
  const mir::BasicBlock &block = body.blocks[step.at.block];
  return step.at.statement >= block.statements.size() || block.statements[step.at.statement].kind != mir::StatementKind::AscribeUserType;
}

/// How telling a constraint is, best first. What a desugaring wrote is not what the user wrote, except for what `?` returns.
unsigned rankOf(const mir::Body &body, const OutlivesConstraint &step) {
  SpanOrigin origin = step.span.origin();
  bool is_desugared = origin == SpanOrigin::ForLoop || origin == SpanOrigin::WhileLoop || origin == SpanOrigin::CompoundAssign ||
                      (origin == SpanOrigin::QuestionMark && step.category != ConstraintCategory::Return);
  constexpr unsigned boring = 5;
  if (is_desugared)
    return boring;
  switch (step.category) {
  case ConstraintCategory::Return:
    return 0;
  case ConstraintCategory::UseAsConst:
  case ConstraintCategory::UseAsStatic:
  case ConstraintCategory::Cast:
  case ConstraintCategory::CallArgument:
  case ConstraintCategory::CopyBound:
  case ConstraintCategory::SizedBound:
  case ConstraintCategory::Assignment:
  case ConstraintCategory::Usage:
    return 2;
  case ConstraintCategory::TypeAnnotation:
    return isGenericArgument(body, step) ? 3 : 2;
  case ConstraintCategory::OpaqueType:
  case ConstraintCategory::Predicate:
    return 4;
  case ConstraintCategory::Boring:
    return boring;
  case ConstraintCategory::BoringNoLocation:
    return 6;
  case ConstraintCategory::Internal:
    return 8;
  }
  return 8;
}

} // namespace

/// The shortest way, breadth first in the order of the constraints, as rustc.
std::optional<ConstraintPath> findConstraintPath(const Regions &regions, RegionVid from, llvm::function_ref<bool(RegionVid)> is_target) {
  constexpr std::uint32_t start = UINT32_MAX - 1, from_static = UINT32_MAX - 2;
  llvm::DenseMap<std::uint32_t, std::uint32_t> came_by;
  std::vector<RegionVid> queue{from};
  came_by[from.value] = start;
  auto visit = [&](RegionVid region, std::uint32_t by) {
    if (came_by.try_emplace(region.value, by).second)
      queue.push_back(region);
  };
  for (std::size_t next = 0; next < queue.size(); ++next) {
    const RegionVid region = queue[next];
    if (!is_target(region)) {
      for (std::uint32_t index : regions.constraintsFrom(region))
        visit(regions.constraints()[index].sub, index);
      if (region == static_region) // outlives everything
        for (std::size_t i = 0; i < regions.size(); ++i)
          visit(RegionVid(i), from_static);
      continue;
    }
    ConstraintPath path{{}, region};
    for (RegionVid at = region; came_by[at.value] != start;) {
      std::uint32_t by = came_by[at.value];
      OutlivesConstraint taken{static_region, at, ConstraintCategory::Internal, true, {}, {}, UINT32_MAX, {}};
      if (by != from_static)
        taken = regions.constraints()[by];
      path.steps.push_back(taken);
      at = taken.sup;
    }
    std::reverse(path.steps.begin(), path.steps.end());
    return path;
  }
  return std::nullopt;
}

std::optional<Blame> findBlame(const mir::Body &body, const Regions &regions, RegionVid from, RegionVid to) {
  std::optional<ConstraintPath> path = findConstraintPath(regions, from, [&](RegionVid region) { return region == to; });
  if (!path || path->steps.empty())
    return std::nullopt;
  // Of equally telling steps the one nearest to the end.
  const OutlivesConstraint *best = &path->steps.back();
  for (const OutlivesConstraint &step : llvm::reverse(path->steps))
    if (rankOf(body, step) < rankOf(body, *best))
      best = &step;
  // What returns an `impl Trait` is blamed on the return type.
  const OutlivesConstraint *next = best + 1;
  if (best->category == ConstraintCategory::Return && next < path->steps.data() + path->steps.size() && next->category == ConstraintCategory::OpaqueType)
    best = next;
  Blame blame{*best, {}};
  for (const OutlivesConstraint &step : path->steps)
    if (blame.bound.empty() && step.category == ConstraintCategory::Predicate)
      blame.bound = step.bound;
  return blame;
}

std::optional<RegionVid> findUniversalBound(const Regions &regions, RegionVid region) {
  if (regions.isUniversal(region))
    return region;
  std::uint32_t body_region = regions.universalCount() - 1;
  std::optional<RegionVid> bound;
  for (std::uint32_t i = 0; i < body_region; ++i) {
    RegionVid universal{std::size_t{i}};
    if (!regions.containsEnd(region, universal))
      continue;
    if (!bound || regions.isKnownToOutlive(universal, *bound)) {
      bound = universal;
      continue;
    }
    if (regions.isKnownToOutlive(*bound, universal))
      continue;
    bound = universal; // neither outlives the other: as rustc, the later one
  }
  return bound;
}

llvm::StringRef describeStep(const mir::Body &body, const OutlivesConstraint &step) {
  switch (step.category) {
  case ConstraintCategory::Return:
    return "returning this value ";
  case ConstraintCategory::UseAsConst:
    return "using this value as a constant ";
  case ConstraintCategory::UseAsStatic:
    return "using this value as a static ";
  case ConstraintCategory::TypeAnnotation:
    return isGenericArgument(body, step) ? "generic argument " : "type annotation ";
  case ConstraintCategory::Cast:
    return "cast ";
  case ConstraintCategory::CallArgument:
    return "argument ";
  case ConstraintCategory::CopyBound:
    return "copying this value ";
  case ConstraintCategory::SizedBound:
    return "proving this value is `Sized` ";
  case ConstraintCategory::Assignment:
    return "assignment ";
  case ConstraintCategory::Usage:
    return "this usage ";
  case ConstraintCategory::OpaqueType:
    return "opaque type ";
  case ConstraintCategory::Predicate:
  case ConstraintCategory::Boring:
  case ConstraintCategory::BoringNoLocation:
  case ConstraintCategory::Internal:
    return "";
  }
  return "";
}

} // namespace lien

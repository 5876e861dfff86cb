// What the MIR type check produces and the solver reads.
#pragma once

#include "checker/regions/universal_regions.hpp"

namespace lien {

struct RegionTest {
  Ty type; ///< a parameter or rigid projection, regions erased
  llvm::SmallVector<RegionVid, 2> regions;
  RegionVid bound;
  Span span;
  ConstraintCategory category{};
  Location at;
};

struct RegionGraph {
  std::vector<RegionOrigin> origins;
  std::vector<OutlivesConstraint> constraints;
  std::vector<RegionTest> tests;
  llvm::SmallVector<RegionVid, 0> slot_pool;
  IdVector<mir::LocalId, std::pair<std::uint32_t, std::uint32_t>> local_slots; ///< start and size in the pool
  /// Temporaries that share the regions behind their outermost reference with what they borrow: the outermost one, and one that is live where the
  /// temporary is. (`RegionTypeCheck::shareRegions`)
  llvm::DenseMap<std::uint32_t, std::array<RegionVid, 2>> sharing;
  llvm::DenseMap<std::uint32_t, RegionVid> borrow_regions; ///< by statement index
  std::optional<RegionDecline> declined;
  llvm::SmallVector<Span, 0> less_general; ///< statements that use a function pointer as one that is more general

  [[nodiscard]] llvm::ArrayRef<RegionVid> slots(std::pair<std::uint32_t, std::uint32_t> range) const {
    return llvm::ArrayRef(slot_pool).slice(range.first, range.second);
  }
  /// The regions that are live where the local is, and stand for no other local.
  [[nodiscard]] llvm::ArrayRef<RegionVid> ownRegions(mir::LocalId local) const {
    const auto shares = sharing.find(local.value);
    return shares != sharing.end() ? llvm::ArrayRef(shares->second) : slots(local_slots[local]);
  }
  RegionVid newRegion(const RegionOrigin &origin) {
    origins.push_back(origin);
    return RegionVid(origins.size() - 1);
  }
};

/// The MIR type check: one walk over the body.
void checkRegionTypes(Program &program, const ControlFlow &flow, RegionTemplates &templates, const UniversalRegions &universals, RegionDetail detail,
                      RegionGraph &out);

} // namespace lien

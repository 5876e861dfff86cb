// The lifetimes of an item as its body sees them: which there are, and which are known to outlive which.
//
// Known is what the where-clauses say, and what may be assumed because a caller could not have formed the types of the parameters and of the result otherwise
// (implied bounds; Reference, "Trait and lifetime bounds"; RFC 1214). rustc's known hole is followed: implied bounds are believed whatever way the
// function is called.
#pragma once

#include "checker/regions/region_templates.hpp"
#include "checker/regions/regions.hpp"

namespace lien {

class UniversalRegions {
public:
  UniversalRegions(Program &program, DefId owner, RegionTemplates &templates);

  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(written_.size()); }
  [[nodiscard]] RegionVid body() const { return RegionVid(std::size_t{count()} - 1); }
  [[nodiscard]] Region written(RegionVid universal) const { return written_[universal.index()]; }
  [[nodiscard]] llvm::StringRef name(RegionVid universal) const { return names_[universal.index()]; }
  /// Of `'static` and of lifetimes of the item; invalid for anything else.
  [[nodiscard]] RegionVid of(Region region) const;
  [[nodiscard]] bool outlives(RegionVid longer, RegionVid shorter) const { return known_[(longer.index() * count()) + shorter.index()]; }
  /// `T: 'a` for parameters and rigid projections, written or implied.
  struct TypeBound {
    Ty type; ///< regions erased
    RegionVid region;
  };
  [[nodiscard]] llvm::ArrayRef<TypeBound> typeBounds() const { return type_bounds_; }
  /// Types of the parameters and the result, normalised, with the item's lifetimes in them. Empty inputs for a constant.
  [[nodiscard]] llvm::ArrayRef<Ty> inputs() const { return inputs_; }
  [[nodiscard]] Ty output() const { return output_; }
  [[nodiscard]] const char *declined() const { return declined_; }

private:
  void addParameters(Program &program, DefId item);
  void addSignature(Program &program, DefId owner, RegionTemplates &templates);
  void addKnown(Program &program, DefId owner, RegionTemplates &templates);

  std::vector<Region> written_;
  std::vector<llvm::StringRef> names_;
  std::vector<bool> known_; ///< square, row: the longer
  std::vector<TypeBound> type_bounds_;
  llvm::SmallVector<Ty, 4> inputs_;
  Ty output_;
  bool is_fn_ = false;
  const char *declined_ = nullptr;
};

} // namespace lien

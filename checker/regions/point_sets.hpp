// Sets of points of one body as sorted, disjoint intervals: reverse post-order makes most live ranges a few runs.
//
// A set may lean on another: it has all of that one's points besides its own. Where many regions flow into one that lives in many pieces (the fake borrows of a
// match with a thousand guards), each of them would otherwise copy all pieces.
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"

#include <cstdint>

namespace lien {

class PointSet {
public:
  /// Half-open.
  struct Run {
    std::uint32_t first = 0, end = 0;
    friend bool operator==(const Run &, const Run &) = default;
  };
  [[nodiscard]] bool empty() const { return runs_.empty() && base_ == nullptr; }
  [[nodiscard]] bool contains(std::uint32_t point) const;
  /// One past the last point of the run around `point`; `point` itself when the set does not contain it.
  [[nodiscard]] std::uint32_t endOfRun(std::uint32_t point) const;
  /// The set's own, without those of the set that it leans on.
  [[nodiscard]] llvm::ArrayRef<Run> ownRuns() const { return runs_; }
  /// Of both; runs of the two sets may overlap.
  [[nodiscard]] std::size_t runCount() const { return runs_.size() + (base_ == nullptr ? 0 : base_->runs_.size()); }
  /// Does `holds(Run)` for any run? Own runs come first, runs of the two sets may overlap.
  template <typename Holds> [[nodiscard]] bool anyRun(Holds holds) const {
    for (const Run &run : runs_)
      if (holds(run))
        return true;
    return base_ != nullptr && base_->anyRun(holds);
  }
  void add(std::uint32_t point) { addRun(point, point + 1); }
  /// Adds [first, end); true when that changed the set.
  bool addRun(std::uint32_t first, std::uint32_t end);
  /// Adds the points of the other set, of the one that it leans on, too.
  void addAll(const PointSet &other);
  /// Adds the other's own points only.
  void addOwn(const PointSet &other);
  /// From now on all points of `base` are in the set. `base` leans on none, stays where it is and does not change any more.
  void leanOn(const PointSet &base) { base_ = &base; }
  [[nodiscard]] const PointSet *base() const { return base_; }

private:
  void merge(llvm::ArrayRef<Run> other);

  llvm::SmallVector<Run, 2> runs_;
  const PointSet *base_ = nullptr;
};

} // namespace lien

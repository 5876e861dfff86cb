// Sets of points of one body as sorted, disjoint intervals: reverse post-order makes most live ranges a few runs.
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
  [[nodiscard]] bool empty() const { return runs_.empty(); }
  [[nodiscard]] bool contains(std::uint32_t point) const;
  [[nodiscard]] llvm::ArrayRef<Run> runs() const { return runs_; }
  void add(std::uint32_t point) { addRun(point, point + 1); }
  /// Adds [first, end); true when that changed the set.
  bool addRun(std::uint32_t first, std::uint32_t end);
  bool addAll(const PointSet &other);
  void clear() { runs_.clear(); }

private:
  llvm::SmallVector<Run, 2> runs_;
};

} // namespace lien

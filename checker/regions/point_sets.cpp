#include "checker/regions/point_sets.hpp"

#include "llvm/ADT/STLExtras.h"

namespace lien {

bool PointSet::contains(std::uint32_t point) const {
  const Run *after = llvm::upper_bound(runs_, point, [](std::uint32_t p, const Run &run) { return p < run.first; });
  return after != runs_.begin() && point < (after - 1)->end;
}

bool PointSet::addRun(std::uint32_t first, std::uint32_t end) {
  if (first >= end)
    return false;
  // The runs that touch [first, end) melt into one.
  Run *from = llvm::lower_bound(runs_, first, [](const Run &run, std::uint32_t p) { return run.end < p; });
  if (from != runs_.end() && from->first <= first && end <= from->end)
    return false;
  Run *to = from;
  while (to != runs_.end() && to->first <= end) {
    first = std::min(first, to->first);
    end = std::max(end, to->end);
    ++to;
  }
  if (from == to) {
    runs_.insert(from, {first, end});
    return true;
  }
  *from = {first, end};
  runs_.erase(from + 1, to);
  return true;
}

bool PointSet::addAll(const PointSet &other) {
  if (other.runs_.size() <= 2) {
    bool changed = false;
    for (const Run &run : other.runs_)
      changed |= addRun(run.first, run.end);
    return changed;
  }
  llvm::SmallVector<Run, 2> merged;
  merged.reserve(runs_.size() + other.runs_.size());
  const Run *a = runs_.begin(), *b = other.runs_.begin();
  while (a != runs_.end() || b != other.runs_.end()) {
    const Run &next = b == other.runs_.end() || (a != runs_.end() && a->first <= b->first) ? *a++ : *b++;
    if (!merged.empty() && next.first <= merged.back().end)
      merged.back().end = std::max(merged.back().end, next.end);
    else
      merged.push_back(next);
  }
  if (llvm::ArrayRef<Run>(merged) == llvm::ArrayRef<Run>(runs_))
    return false;
  runs_ = std::move(merged);
  return true;
}

} // namespace lien

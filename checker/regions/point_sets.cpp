#include "checker/regions/point_sets.hpp"

#include "llvm/ADT/STLExtras.h"

namespace lien {

bool PointSet::contains(std::uint32_t point) const {
  const Run *after = llvm::upper_bound(runs_, point, [](std::uint32_t p, const Run &run) { return p < run.first; });
  if (after != runs_.begin() && point < (after - 1)->end)
    return true;
  return base_ != nullptr && base_->contains(point);
}

std::uint32_t PointSet::endOfRun(std::uint32_t point) const {
  const auto own_end = [](const PointSet &set, std::uint32_t at) {
    const Run *run = llvm::upper_bound(set.runs_, at, [](std::uint32_t p, const Run &other) { return p < other.end; });
    return run != set.runs_.end() && run->first <= at ? run->end : at;
  };
  std::uint32_t end = own_end(*this, point);
  if (base_ == nullptr)
    return end;
  // The runs of the two sets may continue each other.
  for (std::uint32_t before = UINT32_MAX; before != end;) {
    before = end;
    end = own_end(*this, own_end(*base_, end));
  }
  return end;
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

void PointSet::addAll(const PointSet &other) {
  addOwn(other);
  if (other.base_ != nullptr && other.base_ != base_)
    addOwn(*other.base_);
}

void PointSet::addOwn(const PointSet &other) {
  llvm::SmallVector<Run, 2> missing;
  llvm::ArrayRef<Run> wanted = other.runs_;
  if (base_ != nullptr) {
    llvm::copy_if(wanted, std::back_inserter(missing), [&](const Run &run) { return base_->endOfRun(run.first) < run.end; });
    wanted = missing;
  }
  if (wanted.size() > 2)
    return merge(wanted);
  for (const Run &run : wanted)
    addRun(run.first, run.end);
}

void PointSet::merge(llvm::ArrayRef<Run> other) {
  llvm::SmallVector<Run, 2> merged;
  merged.reserve(runs_.size() + other.size());
  const Run *a = runs_.begin(), *b = other.begin();
  while (a != runs_.end() || b != other.end()) {
    const Run &next = b == other.end() || (a != runs_.end() && a->first <= b->first) ? *a++ : *b++;
    if (!merged.empty() && next.first <= merged.back().end)
      merged.back().end = std::max(merged.back().end, next.end);
    else
      merged.push_back(next);
  }
  runs_ = std::move(merged);
}

} // namespace lien

#include "driver/check/body_index.hpp"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>

namespace lien {

BodyIndex::BodyIndex(llvm::ArrayRef<Span> bodies) {
  for (std::size_t i = 0; i < bodies.size(); ++i)
    entries_.push_back({bodies[i], i, 0});
  // Of two that begin at one place, the longer one is around the other.
  std::stable_sort(entries_.begin(), entries_.end(),
                   [](const Entry &a, const Entry &b) { return a.span.lo() < b.span.lo() || (a.span.lo() == b.span.lo() && a.span.hi() > b.span.hi()); });
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    while (!open.empty() && entries_[open.back()].span.hi() < entries_[i].span.hi())
      open.pop_back();
    entries_[i].around = open.empty() ? i : open.back();
    open.push_back(i);
  }
}

std::optional<std::size_t> BodyIndex::at(std::uint32_t offset) const {
  const auto after = std::upper_bound(entries_.begin(), entries_.end(), offset, [](std::uint32_t at, const Entry &entry) { return at < entry.span.lo(); });
  if (after == entries_.begin())
    return std::nullopt;
  auto entry = static_cast<std::size_t>(std::prev(after) - entries_.begin());
  while (offset >= entries_[entry].span.hi()) {
    if (entries_[entry].around == entry)
      return std::nullopt;
    entry = entries_[entry].around;
  }
  return entries_[entry].body;
}

FindingsByBody::FindingsByBody(const BodyIndex &bodies, llvm::ArrayRef<Diagnostic> findings) {
  for (const Diagnostic &finding : findings) {
    const std::size_t body = finding.primary.empty() ? outside : bodies.at(finding.primary.front().span.lo()).value_or(outside);
    ++counts[body][{finding.kind, finding.message}];
  }
}

std::vector<std::size_t> FindingsByBody::moreThan(const FindingsByBody &other) const {
  static const FindingCounts none;
  std::vector<std::size_t> more;
  for (const auto &[body, found] : counts) {
    const auto before = other.counts.find(body);
    const FindingCounts &known = before == other.counts.end() ? none : before->second;
    const auto is_new = [&](const auto &finding) {
      const auto same = known.find(finding.first);
      return same == known.end() || same->second < finding.second;
    };
    if (llvm::any_of(found, is_new))
      more.push_back(body);
  }
  return more;
}

std::size_t FindingsByBody::count(std::size_t body, const Diagnostic &finding) const {
  const auto found = counts.find(body);
  if (found == counts.end())
    return 0;
  const auto same = found->second.find({finding.kind, finding.message});
  return same == found->second.end() ? 0 : same->second;
}

} // namespace lien

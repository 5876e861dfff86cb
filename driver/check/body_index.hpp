// Which body a place belongs to, and what was found in each.
#pragma once

#include "diagnostics/diagnostic.hpp"

#include "llvm/ADT/ArrayRef.h"

#include <map>
#include <optional>

namespace lien {

/// Bodies by the place of their items, absolute. Items may stand inside the bodies of others.
class BodyIndex {
public:
  explicit BodyIndex(llvm::ArrayRef<Span> bodies);

  /// The number of the innermost body whose item holds an offset.
  [[nodiscard]] std::optional<std::size_t> at(std::uint32_t offset) const;

private:
  struct Entry {
    Span span;
    std::size_t body = 0;
    std::size_t around = 0; ///< index of the entry that encloses this one; its own index: none
  };
  std::vector<Entry> entries_; ///< by position
};

/// Kinds and messages of findings, each as often as it was found.
using FindingCounts = std::map<std::pair<DiagnosticKind, std::string>, std::size_t>;

/// Findings by body. What lies in no body stands under `outside`.
struct FindingsByBody {
  static constexpr std::size_t outside = static_cast<std::size_t>(-1);
  std::map<std::size_t, FindingCounts> counts;

  FindingsByBody(const BodyIndex &bodies, llvm::ArrayRef<Diagnostic> findings);
  /// Bodies (or `outside`) of which more is found here than there.
  [[nodiscard]] std::vector<std::size_t> moreThan(const FindingsByBody &other) const;
  [[nodiscard]] std::size_t count(std::size_t body, const Diagnostic &finding) const;
};

} // namespace lien

// Which columns of long source lines are shown.
#pragma once

#include "diagnostics/render/snippet.hpp"

namespace lien {

/// The window of display columns that an excerpt shows of each line: all of it where it fits, else the part around the marks.
class ColumnWindow {
public:
  ColumnWindow(const AnnotatedFile &file, std::uint32_t available);

  [[nodiscard]] std::uint32_t left() const { return left_; }
  [[nodiscard]] bool cutsLeft() const { return left_ > 0; }
  /// First column no longer shown of a line of this length.
  [[nodiscard]] std::uint32_t rightOf(std::uint32_t length) const;

private:
  std::uint32_t left_ = 0;
  std::uint32_t right_ = 0;
  std::uint32_t available_;
};

} // namespace lien

// What statements and terminators do to locals, sorted by local: the search for a later use goes from one to the next without a look at what lies between.
#pragma once

#include "checker/dataflow/control_flow.hpp"

namespace lien {

enum class Touch : std::uint8_t { Define, Use, Drop };

class LocalTouches {
public:
  struct Entry {
    mir::LocalId local;
    std::uint32_t point; ///< statement index
    Touch touch{};       ///< where a local is touched twice at a point, the later one in rustc's order counts
  };
  explicit LocalTouches(const ControlFlow &flow);

  /// Those at `point` and later, in the order of points.
  [[nodiscard]] llvm::ArrayRef<Entry> from(mir::LocalId local, std::uint32_t point) const;

private:
  std::vector<Entry> entries_;       ///< by local, then by point
  std::vector<std::uint32_t> first_; ///< by local; one more at the end
};

} // namespace lien

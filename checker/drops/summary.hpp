// What becomes of each value at each scope end, joined over all exits that come by: dropped on every way, on some, or on none.
#pragma once

#include "checker/drops/describe.hpp"

namespace lien {

struct DropSummaryEntry {
  DropName name;
  Span at; ///< relative to the body
  DropFate fate{};
  std::vector<std::pair<Span, std::string>> moved_at; ///< moves of the variable, with the part that is moved
};

std::vector<DropSummaryEntry> summarizeDrops(Program &program, const ControlFlow &flow, const MoveData &moves, const DropSchedule &schedule);

} // namespace lien

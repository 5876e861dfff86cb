// The control-flow graph as a picture shows it: blocks that only ever run one after the other are one node; unwinding and imaginary edges are left out.
// A jump leads straight to where its drops are done: the drops that jumps share in the MIR belong to each of them, with its own state.
#pragma once

#include "driver/drops/judged_schedule.hpp"

namespace lien {

struct FlowEdge {
  std::uint32_t to = 0; ///< index of a node
  std::string label;    ///< the branch: `true`, `Some`, `_`, …; empty: the only way on
};

struct FlowNode {
  std::vector<mir::BlockId> blocks; ///< in the order in which they run
  std::vector<FlowEdge> edges;
};

/// In the order of the flow; the first is the entry.
std::vector<FlowNode> flowNodes(const JudgedSchedule &function);

} // namespace lien

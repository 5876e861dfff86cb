// MIR as JSON, for programs that read it.
#pragma once

#include "checker/dataflow/control_flow.hpp"
#include "checker/moves/move_types.hpp"

#include "llvm/Support/JSON.h"

namespace lien {

/// The attributes "locals", "blocks" and "points" of the object that is being written. Blocks are numbered by their rank, points are statements in that order.
void writeMirJson(llvm::json::OStream &json, const ControlFlow &flow, const MoveTypes &types);

} // namespace lien

// What every explanation reads: the body, what is known about it, and the program it belongs to.
#pragma once

#include "checker/moves/move_paths.hpp"

namespace lien {

struct JudgedBody {
  Program &program;
  const ControlFlow &flow;
  const MoveData &data;
  const MoveTypes &types;
  [[nodiscard]] const mir::Body &mir() const { return flow.body(); }
  [[nodiscard]] const typed::TypedBody *typed() const { return flow.body().typed; }
};

} // namespace lien

// The private side of `InferContext`, shared by the files that implement it.
#pragma once

#include "frontend/types/solver.hpp"

namespace lien {

struct InferContext::Impl {
  Impl(Program &program, const ParamEnv &env) : solver(program, env) {}
  Solver solver;
};

} // namespace lien

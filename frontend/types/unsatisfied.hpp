// How rustc words a bound that does not hold (E0277): by the trait, as its `rustc_on_unimplemented` attributes have it.
#pragma once

#include "frontend/types/infer.hpp"

namespace lien {

struct UnsatisfiedText {
  std::string message;
  std::string label;
};
/// `leaf`: the innermost predicate that fails.
UnsatisfiedText describeUnsatisfied(Program &program, const Predicate &leaf);

} // namespace lien

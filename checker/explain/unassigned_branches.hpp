// On which ways a variable is not assigned (E0381): read off the source's branches, as a person would, not off the graph.
#pragma once

#include "checker/explain/judged_body.hpp"
#include "checker/moves/violations.hpp"

namespace lien {

struct UnassignedBranches {
  /// A label: `before_name`, the variable (where it is named), `after_name`. The span is relative to the body.
  struct Way {
    Span span;
    std::string before_name, after_name;
    bool names_variable = true;
  };
  std::vector<Way> ways;
  bool is_assigned_elsewhere = false; ///< some assignment could have come before the use
};

UnassignedBranches findUnassignedBranches(const JudgedBody &judged, const EmptyUse &use);

} // namespace lien

// The words of `L0100`: the exit, a way on which the value is gone, one on which it is still owned, and what to write instead.
#pragma once

#include "checker/drops/describe.hpp"
#include "checker/explain/drop_rewrites.hpp"
#include "checker/explain/drop_ways.hpp"

namespace lien {

class DropWording {
public:
  /// `states`: of the whole body, with what is known of variants.
  DropWording(const JudgedBody &judged, const DropStates &states, SourceText source)
      : judged_(judged), body_(judged.mir()), names_(judged.program, judged.mir()), states_(states), source_(source) {}

  /// The exit alone: for a judgement of edits on trial, and where too many are to be explained.
  [[nodiscard]] Diagnostic name(const AmbiguousDrop &drop) const;
  /// With the ways that disagree.
  [[nodiscard]] Diagnostic explain(const AmbiguousDrop &drop) const;
  void proposeRewrites(Diagnostic &finding, const AmbiguousDrop &drop) const;

private:
  [[nodiscard]] Span absolute(Span span) const { return span.absoluteFrom(body_.base); }
  [[nodiscard]] std::string nameOf(const AmbiguousDrop &drop) const;
  /// What holds on an edge of a switch: "this is `false`".
  [[nodiscard]] std::string outcome(const BranchTaken &branch) const;

  const JudgedBody &judged_;
  const mir::Body &body_;
  DropNames names_;
  const DropStates &states_;
  SourceText source_;
};

} // namespace lien

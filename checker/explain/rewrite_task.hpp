// One ambiguous drop on its way to a rewrite: what the writers of rewrites share.
#pragma once

#include "checker/explain/place_names.hpp"
#include "checker/explain/source_edits.hpp"
#include "checker/explain/way_ends.hpp"

namespace lien {

struct RewriteTask {
  RewriteTask(const JudgedBody &judged_body, const AmbiguousDrop &ambiguous_drop, SourceText source_text, ValueWays::Follow ways_to_follow);

  /// Finds the ends of the ways; false where there is nothing to rewrite: no place in the source, no name, or a value that was never given.
  [[nodiscard]] bool findEnds();

  const JudgedBody &judged;
  const AmbiguousDrop &drop;
  SourceText source;
  ValueWays::Follow follow;
  const typed::TypedBody &body;
  PlaceNames names;
  mir::PlaceId whole; ///< what `drop` can name: the value, or what it is a part of
  ValueWays ways;
  llvm::SmallVector<WayEnd, 4> ends;
  std::string name;             ///< of `whole`
  bool was_never_given = false; ///< no way has lost the value: on some it was not given yet

  [[nodiscard]] bool isUnit(Ty ty) const { return ty == judged.types.store().unit; }
  [[nodiscard]] bool mentions(Span within) const;
  [[nodiscard]] bool hasLet(typed::ExprId condition) const;
  /// Stands in a block, so that statements can stand in front of it.
  [[nodiscard]] bool isStatement(typed::ExprId expr) const;
};

/// The largest part of a path that `drop` can name: no payload of an enum and no element.
mir::PlaceId nameablePart(const mir::Body &body, mir::PlaceId place);

} // namespace lien

// What a node of the picture says, row by row: the source that runs there and the drops between, in the order in which they run.
#pragma once

#include "checker/explain/place_names.hpp"
#include "driver/drops/flow_nodes.hpp"

namespace lien {

struct NodeRow {
  enum class Kind : std::uint8_t { Code, Drop, AmbiguousDrop } kind{};
  std::string text;
  Span span; ///< Code: of the source, relative to the body
};

class NodeRows {
public:
  NodeRows(const JudgedSchedule &function, const ScheduleFilter &filter);
  [[nodiscard]] std::vector<NodeRow> of(const FlowNode &node) const;

private:
  void addBlock(mir::BlockId block, std::vector<NodeRow> &rows) const;
  void addDrops(mir::BlockId block, std::vector<NodeRow> &rows) const;
  void addDrop(const DropPiece &piece, bool ambiguous, bool replaces, std::vector<NodeRow> &rows) const;
  /// The larger of two pieces of source that contain one another says it all.
  void addCode(Span span, std::string text, std::vector<NodeRow> &rows) const;
  void addAssignment(Span span, mir::PlaceId into, const mir::Rvalue *rvalue, std::vector<NodeRow> &rows) const;

  const JudgedSchedule &function_;
  const ScheduleFilter &filter_;
  const mir::Body &body_;
  JudgedBody judged_body_;
  PlaceNames places_;
  std::vector<const DropSchedule::Slot *> slot_of_; ///< by block
};

} // namespace lien

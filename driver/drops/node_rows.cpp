#include "driver/drops/node_rows.hpp"

namespace lien {

namespace {

constexpr std::size_t longest_text = 60;

/// On one line, blanks made one, cut where it gets long.
std::string oneLine(llvm::StringRef text) {
  std::string result = withSingleBlanks(text);
  if (result.size() <= longest_text)
    return result;
  std::size_t end = longest_text;
  // Not inside a character.
  while (end > 0 && (static_cast<unsigned char>(result[end]) & 0xC0U) == 0x80)
    --end;
  return result.substr(0, end) + "...";
}

bool isUnit(const mir::Body &body, const mir::Rvalue &rvalue) {
  return rvalue.kind == mir::RvalueKind::Use && rvalue.operands.front().kind == mir::Operand::Kind::Constant &&
         body.constants[rvalue.operands.front().constant].kind == mir::Constant::Kind::Unit;
}

} // namespace

NodeRows::NodeRows(const JudgedSchedule &function, const ScheduleFilter &filter)
    : function_(function), filter_(filter), body_(function.body()),
      judged_body_{function.judged().program, function.analyses().flow, function.analyses().moves, function.analyses().types}, places_(judged_body_),
      slot_of_(body_.blocks.size(), nullptr) {
  for (const DropSchedule::Slot &slot : function_.analyses().schedule.slots())
    slot_of_[slot.block.index()] = &slot;
}

std::vector<NodeRow> NodeRows::of(const FlowNode &node) const {
  std::vector<NodeRow> rows;
  for (const mir::BlockId block : node.blocks)
    addBlock(block, rows);
  return rows;
}

void NodeRows::addBlock(mir::BlockId block, std::vector<NodeRow> &rows) const {
  for (const mir::Statement &statement : body_.blocks[block].statements)
    if (statement.kind == mir::StatementKind::Assign && !isUnit(body_, statement.rvalue))
      addAssignment(statement.span, statement.place, &statement.rvalue, rows);
  const mir::Terminator &end = body_.blocks[block].terminator;
  switch (end.kind) {
  case mir::TerminatorKind::Goto:
    if (const DropExit *jump = function_.analyses().jumpFrom(block)) {
      addCode(jump->at, oneLine(function_.text(jump->at)), rows);
      for (const ScheduledPiece &scheduled : jump->drops)
        addDrop(*scheduled.piece, scheduled.kind == DropKind::Conditional, false, rows);
    }
    return;
  case mir::TerminatorKind::Drop:
    return addDrops(block, rows);
  case mir::TerminatorKind::Call:
    return addAssignment(end.span, end.place, nullptr, rows);
  case mir::TerminatorKind::SwitchInt:
  case mir::TerminatorKind::Assert:
    return addCode(end.span, oneLine(function_.text(end.span)), rows);
  case mir::TerminatorKind::Return:
  case mir::TerminatorKind::Unreachable:
  case mir::TerminatorKind::Resume:
  case mir::TerminatorKind::FalseEdge:
  case mir::TerminatorKind::FalseUnwind:
    return;
  }
}

void NodeRows::addDrops(mir::BlockId block, std::vector<NodeRow> &rows) const {
  const DropSchedule::Slot *slot = slot_of_[block.index()];
  if (slot == nullptr)
    return;
  for (const DropPiece &piece : slot->pieces)
    addDrop(piece, piece.guard.isValid(), body_.blocks[block].terminator.replace, rows);
}

void NodeRows::addDrop(const DropPiece &piece, bool ambiguous, bool replaces, std::vector<NodeRow> &rows) const {
  const DropName name = function_.analyses().names.name(piece);
  if (!filter_.wants(name))
    return;
  const std::string what = name.owner != DropOwner::Temporary ? name.variable
                           : name.declared                    ? "`" + oneLine(function_.text(*name.declared)) + "`"
                                                              : "temporary";
  rows.push_back({ambiguous ? NodeRow::Kind::AmbiguousDrop : NodeRow::Kind::Drop,
                  "drop " + what + name.projection + (replaces ? ", the old value" : "") + (ambiguous ? ", if it is there" : ""),
                  {}});
}

void NodeRows::addCode(Span span, std::string text, std::vector<NodeRow> &rows) const {
  if (text.empty())
    return;
  std::size_t first = rows.size(); // of the code rows after the last drop
  while (first > 0 && rows[first - 1].kind == NodeRow::Kind::Code)
    --first;
  for (std::size_t i = first; i < rows.size(); ++i)
    if (rows[i].span.contains(span))
      return;
  rows.erase(std::remove_if(rows.begin() + static_cast<std::ptrdiff_t>(first), rows.end(), [&](const NodeRow &row) { return span.contains(row.span); }),
             rows.end());
  rows.push_back({NodeRow::Kind::Code, std::move(text), span});
}

/// The source under a span; for an initialiser or a binding with the variable that gets the value in front.
void NodeRows::addAssignment(Span span, mir::PlaceId into, const mir::Rvalue *rvalue, std::vector<NodeRow> &rows) const {
  const std::string text = oneLine(function_.text(span));
  const std::optional<std::string> name = places_.name(into);
  llvm::StringRef rest = text;
  if (text.empty() || !name)
    return addCode(span, text, rows);
  if (!rest.consume_front(*name))
    return addCode(span, *name + " = " + text, rows);
  if (!rest.empty() || rvalue == nullptr || rvalue->kind != mir::RvalueKind::Use || rvalue->operands.front().kind == mir::Operand::Kind::Constant)
    return addCode(span, text, rows);
  // Only the variable's name: the second half of an assignment, or a binding.
  const mir::PlaceId value = rvalue->operands.front().place;
  if (const std::optional<std::string> from = places_.name(value))
    return addCode(span, *name + " = " + *from, rows);
  const mir::PlaceData &from = body_.places[value];
  if (from.base.isValid())
    return addCode(span, "let " + *name, rows);
  const Span source = body_.locals[from.local].span;
  addCode(span.to(source), *name + " = " + oneLine(function_.text(source)), rows);
}

} // namespace lien

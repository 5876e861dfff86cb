#include "checker/explain/local_touches.hpp"

namespace lien {

namespace {

/// Gathers the touches of a body in the order of points: a statement's operands after its target, a call's target after its operands.
class TouchGatherer {
public:
  explicit TouchGatherer(const ControlFlow &flow) : flow_(flow), body_(flow.body()) {}

  std::vector<LocalTouches::Entry> gather() && {
    for (const mir::BlockId block : flow_.order()) {
      point_ = flow_.statementIndex({block, 0});
      for (const mir::Statement &statement : body_.blocks[block].statements) {
        visit(statement);
        ++point_;
      }
      visit(body_.blocks[block].terminator);
    }
    return std::move(entries_);
  }

private:
  void touch(mir::LocalId local, Touch touch) { entries_.push_back({local, point_, touch}); }
  /// Reading or changing a part of a place uses its local, whatever is done with the part.
  void place(mir::PlaceId place, Touch whole) {
    if (!place.isValid())
      return;
    const mir::PlaceData &data = body_.places[place];
    touch(data.local, data.base.isValid() ? Touch::Use : whole);
    for (mir::PlaceId step = place; body_.places[step].base.isValid(); step = body_.places[step].base)
      if (body_.places[step].step.kind == mir::ProjectionKind::Index)
        touch(mir::LocalId(std::size_t{body_.places[step].step.a}), Touch::Use);
  }
  void operand(const mir::Operand &operand) {
    if (operand.kind != mir::Operand::Kind::Constant)
      place(operand.place, Touch::Use);
  }

  void visit(const mir::Statement &statement) {
    switch (statement.kind) {
    case mir::StatementKind::Assign:
      place(statement.place, Touch::Define);
      place(statement.rvalue.place, Touch::Use);
      for (const mir::Operand &each : statement.rvalue.operands)
        operand(each);
      return;
    case mir::StatementKind::FakeRead:
    case mir::StatementKind::AscribeUserType:
    case mir::StatementKind::PlaceMention:
      return place(statement.place, Touch::Use);
    case mir::StatementKind::StorageLive:
    case mir::StatementKind::StorageDead:
      return place(statement.place, Touch::Define);
    case mir::StatementKind::Nop:
      return;
    }
  }

  void visit(const mir::Terminator &terminator) {
    switch (terminator.kind) {
    case mir::TerminatorKind::SwitchInt:
    case mir::TerminatorKind::Assert:
      return operand(terminator.operand);
    case mir::TerminatorKind::Drop:
      return place(terminator.place, Touch::Drop);
    case mir::TerminatorKind::Call:
      operand(terminator.operand);
      for (const mir::Operand &argument : terminator.arguments)
        operand(argument);
      return place(terminator.place, Touch::Define);
    case mir::TerminatorKind::Return:
      return touch(mir::LocalId(std::size_t{mir::return_local}), Touch::Use);
    case mir::TerminatorKind::Goto:
    case mir::TerminatorKind::Unreachable:
    case mir::TerminatorKind::Resume:
    case mir::TerminatorKind::FalseEdge:
    case mir::TerminatorKind::FalseUnwind:
      return;
    }
  }

  const ControlFlow &flow_;
  const mir::Body &body_;
  std::uint32_t point_ = 0;
  std::vector<LocalTouches::Entry> entries_;
};

} // namespace

LocalTouches::LocalTouches(const ControlFlow &flow) : entries_(TouchGatherer(flow).gather()), first_(flow.body().locals.size() + 1, 0) {
  llvm::stable_sort(entries_, [](const Entry &a, const Entry &b) { return a.local < b.local; });
  std::size_t kept = 0;
  for (const Entry &entry : entries_) {
    const bool again = kept > 0 && entries_[kept - 1].local == entry.local && entries_[kept - 1].point == entry.point;
    entries_[again ? kept - 1 : kept++] = entry;
  }
  entries_.resize(kept);
  for (const Entry &entry : entries_)
    ++first_[entry.local.index() + 1];
  for (std::size_t i = 1; i < first_.size(); ++i)
    first_[i] += first_[i - 1];
}

llvm::ArrayRef<LocalTouches::Entry> LocalTouches::from(mir::LocalId local, std::uint32_t point) const {
  const auto all = llvm::ArrayRef(entries_).slice(first_[local.index()], first_[local.index() + 1] - first_[local.index()]);
  const Entry *first = std::partition_point(all.begin(), all.end(), [&](const Entry &entry) { return entry.point < point; });
  return {first, all.end()};
}

} // namespace lien

#include "checker/explain/move_targets.hpp"

#include "checker/explain/call_sites.hpp"

namespace lien {

MoveTargets::MoveTargets(const JudgedBody &judged) : judged_(judged), body_(judged.mir()), names_(judged), consumer_(body_.locals.size()) {
  for (const mir::BlockId block : judged_.flow.order()) {
    if (body_.blocks[block].is_cleanup)
      continue;
    Location at{block, 0};
    for (const mir::Statement &statement : body_.blocks[block].statements) {
      if (statement.kind == mir::StatementKind::Assign)
        noteConsumers(at, statement.rvalue.operands);
      ++at.statement;
    }
    noteConsumers(at, body_.blocks[block].terminator.arguments);
  }
}

void MoveTargets::noteConsumers(Location at, llvm::ArrayRef<mir::Operand> operands) {
  for (const mir::Operand &operand : operands) {
    if (operand.kind != mir::Operand::Kind::Move || body_.places[operand.place].base.isValid())
      continue;
    std::optional<Location> &consumer = consumer_[body_.places[operand.place].local.index()];
    if (!consumer)
      consumer = at;
  }
}

std::string MoveTargets::describe(Location move) const {
  Location at = move;
  // Each step leaves one temporary for another; a chain longer than there are temporaries would go round.
  for (std::size_t steps = 0; steps <= body_.locals.size(); ++steps) {
    const mir::Statement *statement = judged_.flow.statementAt(at);
    if (statement == nullptr)
      return describeCall(body_.blocks[at.block].terminator);
    if (statement->kind != mir::StatementKind::Assign)
      return "moved";
    const mir::PlaceData &into = body_.places[statement->place];
    const bool passes_on = statement->rvalue.kind == mir::RvalueKind::Use || statement->rvalue.kind == mir::RvalueKind::Cast;
    const bool is_temporary = !into.base.isValid() && into.local.value != mir::return_local && body_.locals[into.local].name.empty();
    if (!passes_on || !is_temporary)
      return describeAssignment(*statement);
    const std::optional<Location> next = consumer_[into.local.index()];
    if (!next)
      return "moved into a temporary";
    at = *next;
  }
  return "moved";
}

std::string MoveTargets::takerOf(mir::LocalId temporary) const {
  const std::optional<Location> consumer = consumer_[temporary.index()];
  return consumer ? describe(*consumer) : "";
}

std::string MoveTargets::describeCall(const mir::Terminator &call) const {
  if (call.kind != mir::TerminatorKind::Call)
    return "moved";
  if (call.desugar == typed::Desugar::ForInto)
    return "moved into the `for` loop";
  if (call.desugar == typed::Desugar::TryBranch)
    return "moved into `?`";
  const DefId callee = calleeOf(body_, call);
  if (!callee.isValid())
    return "moved into a call";
  const bool is_method = judged_.program.def(callee).kind == DefKind::AssocFn;
  const std::string name = is_method ? methodName(judged_.program, callee) : judged_.program.resolver().symbols().text(judged_.program.def(callee).name).str();
  return (call.desugar == typed::Desugar::Operator ? "moved into the operator's `" : "moved into `") + name + "`";
}

std::string MoveTargets::describeAssignment(const mir::Statement &statement) const {
  if (statement.rvalue.kind == mir::RvalueKind::Aggregate)
    return describeAggregate(statement.rvalue);
  const mir::PlaceData &into = body_.places[statement.place];
  if (into.local.value == mir::return_local && !into.base.isValid())
    return "returned";
  const std::optional<std::string> name = names_.name(statement.place);
  return name ? "moved into `" + *name + "`" : "moved";
}

std::string MoveTargets::describeAggregate(const mir::Rvalue &rvalue) const {
  switch (rvalue.aggregate) {
  case mir::AggregateKind::Tuple:
    return "moved into a tuple";
  case mir::AggregateKind::Array:
    return "moved into an array";
  case mir::AggregateKind::Closure:
    return "moved into a closure";
  case mir::AggregateKind::Adt: {
    const AdtInfo &adt = judged_.program.adt(rvalue.def);
    const bool is_enum = judged_.program.def(rvalue.def).kind == DefKind::Enum;
    const Symbol name = is_enum && rvalue.variant < adt.variants.size() ? adt.variants[rvalue.variant].name : judged_.program.def(rvalue.def).name;
    return "moved into `" + judged_.program.resolver().symbols().text(name).str() + "`";
  }
  }
  return "moved";
}

} // namespace lien

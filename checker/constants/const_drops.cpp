// Rule: evaluation at compile time runs no destructor. Which values need one is found by what they were made of: `None::<String>` needs none. A value that
// was moved away needs none either, but one that merely cannot be reached in this shape (an arm of another variant) does: drops are judged as they stand in
// the MIR, before it is known which of them are dead. Reference "Constant evaluation", "Constant expressions" (destructors); rustc dev guide, "Constant
// evaluation", qualification.
//
//   in(v) at entry            parameters whose type has drop glue
//   v = aggregate(o…)         v in, if the type itself implements Drop, or some o is in
//   v = call, v = constant    v in, if its type has drop glue
//   move v                    v out, unless it was borrowed mutably
#include "checker/constants/const_drops.hpp"

#include "checker/moves/move_types.hpp"
#include "frontend/types/infer.hpp"

#include "llvm/ADT/BitVector.h"

namespace lien {

namespace {

using mir::Operand;
using mir::PlaceId;
using mir::RvalueKind;

class ConstDrops {
public:
  ConstDrops(Program &program, const ControlFlow &flow, DiagnosticSink &sink)
      : program_(program), flow_(flow), body_(flow.body()), sink_(sink), facts_(program, paramEnvOf(program, body_.owner)), types_(program) {}

  void check() {
    for (const mir::BlockId block : flow_.order())
      if (!body_.blocks[block].is_cleanup && body_.blocks[block].terminator.kind == mir::TerminatorKind::Drop)
        drops_ = true;
    if (!drops_)
      return;
    solve();
    for (const mir::BlockId block : flow_.order()) {
      const mir::Terminator &terminator = body_.blocks[block].terminator;
      if (body_.blocks[block].is_cleanup || terminator.kind != mir::TerminatorKind::Drop || declined_)
        continue;
      state_ = entry_[flow_.rank(block)];
      apply(block);
      judge(terminator);
    }
  }

private:
  struct State {
    llvm::BitVector holds;    ///< locals that may hold something to drop
    llvm::BitVector borrowed; ///< mutably: a move does not empty them for sure
  };

  /// Constants are small: a plain worklist over whole states.
  void solve() {
    const std::size_t count = flow_.order().size();
    entry_.assign(count, {llvm::BitVector(static_cast<unsigned>(body_.locals.size())), llvm::BitVector(static_cast<unsigned>(body_.locals.size()))});
    for (std::uint32_t parameter = 1; parameter <= body_.param_count; ++parameter)
      if (needsDrop(body_.locals[mir::LocalId(std::size_t{parameter})].ty))
        entry_[0].holds.set(parameter);
    std::vector<bool> reached(count, false);
    reached[0] = true;
    for (bool changed = true; changed && !declined_;) {
      changed = false;
      for (const mir::BlockId block : flow_.order()) {
        if (!reached[flow_.rank(block)])
          continue;
        state_ = entry_[flow_.rank(block)];
        apply(block);
        for (const mir::BlockId successor : flow_.successors(block)) {
          State &into = entry_[flow_.rank(successor)];
          const bool grows = !reached[flow_.rank(successor)] || state_.holds.test(into.holds) || state_.borrowed.test(into.borrowed);
          if (!grows)
            continue;
          reached[flow_.rank(successor)] = true;
          into.holds |= state_.holds;
          into.borrowed |= state_.borrowed;
          changed = true;
        }
      }
    }
  }

  void apply(mir::BlockId block) {
    for (const mir::Statement &statement : body_.blocks[block].statements) {
      if (statement.kind == mir::StatementKind::StorageDead) {
        const unsigned local = body_.places[statement.place].local.value;
        state_.holds.reset(local);
        state_.borrowed.reset(local);
      } else if (statement.kind == mir::StatementKind::Assign) {
        const bool holds = valueHolds(statement.rvalue);
        for (const Operand &operand : statement.rvalue.operands)
          moveOut(operand);
        write(statement.place, holds);
        borrow(statement.rvalue);
      }
    }
    const mir::Terminator &terminator = body_.blocks[block].terminator;
    if (terminator.kind != mir::TerminatorKind::Call)
      return;
    for (const Operand &argument : terminator.arguments)
      moveOut(argument);
    write(terminator.place, needsDrop(body_.places[terminator.place].ty));
  }

  void write(PlaceId place, bool holds) {
    const mir::PlaceData &data = body_.places[place];
    if (data.indirect)
      return;
    if (holds)
      state_.holds.set(data.local.value);
    else if (!data.base.isValid())
      state_.holds.reset(data.local.value);
  }

  void moveOut(const Operand &operand) {
    if (operand.kind != Operand::Kind::Move || body_.places[operand.place].base.isValid())
      return;
    const unsigned local = body_.places[operand.place].local.value;
    if (!state_.borrowed.test(local))
      state_.holds.reset(local);
  }

  void borrow(const mir::Rvalue &rvalue) {
    if (rvalue.kind != RvalueKind::Ref || rvalue.borrow == mir::BorrowKind::Shared || rvalue.borrow == mir::BorrowKind::Fake ||
        rvalue.borrow == mir::BorrowKind::FakeShallow)
      return;
    const mir::PlaceData &data = body_.places[rvalue.place];
    if (data.indirect || !needsDrop(data.ty))
      return;
    state_.holds.set(data.local.value);
    state_.borrowed.set(data.local.value);
  }

  bool valueHolds(const mir::Rvalue &rvalue) {
    if (rvalue.kind == RvalueKind::Ref || rvalue.kind == RvalueKind::Discriminant || rvalue.kind == RvalueKind::Len)
      return placeHolds(rvalue.place);
    if (rvalue.kind == RvalueKind::Aggregate && rvalue.aggregate == mir::AggregateKind::Adt && types_.hasDestructor(rvalue.ty))
      return true;
    return llvm::any_of(rvalue.operands, [&](const Operand &operand) { return operandHolds(operand); });
  }

  bool operandHolds(const Operand &operand) {
    if (operand.kind != Operand::Kind::Constant)
      return placeHolds(operand.place);
    const mir::Constant &constant = body_.constants[operand.constant];
    if (!needsDrop(constant.ty))
      return false;
    if (constant.kind == mir::Constant::Kind::Item)
      unknown_ = true; // what the other constant is made of is not looked at
    return true;
  }

  bool placeHolds(PlaceId place) {
    for (PlaceId at = place; body_.places[at].base.isValid(); at = body_.places[at].base)
      if (!needsDrop(body_.places[at].ty))
        return false;
    return state_.holds.test(body_.places[place].local.value);
  }

  bool needsDrop(Ty ty) {
    const auto [entry, is_new] = known_.try_emplace(ty.id(), false);
    if (!is_new)
      return entry->second;
    const Answer answer = facts_.needsDrop(ty);
    if (answer != Answer::Yes && answer != Answer::No && !declined_) {
      declined_ = true;
      sink_.declineLibrary(body_.span.absoluteFrom(body_.base), "`" + program_.print(ty) + "`");
    }
    return known_[ty.id()] = answer == Answer::Yes;
  }

  void judge(const mir::Terminator &terminator) {
    const mir::PlaceData &data = body_.places[terminator.place];
    const bool is_local = !data.base.isValid();
    if (is_local ? !state_.holds.test(data.local.value) : !needsDrop(data.ty))
      return;
    const Span span = is_local ? body_.locals[data.local].span : terminator.span;
    if (unknown_) {
      declined_ = true;
      sink_.declineFeature(span.absoluteFrom(body_.base), "drop in a constant of what another constant is made of");
      return;
    }
    const std::pair<std::uint32_t, std::uint32_t> key{span.lo(), span.hi()};
    if (llvm::is_contained(reported_, key))
      return;
    reported_.push_back(key);
    Diagnostic diagnostic(DiagnosticKind::E0493, "destructor of `" + program_.print(data.ty) + "` cannot be evaluated at compile-time",
                          span.absoluteFrom(body_.base), ("the destructor for this type cannot be evaluated in " + place()).str());
    diagnostic.label(terminator.span.absoluteFrom(body_.base), "value is dropped here");
    sink_.report(std::move(diagnostic));
  }

  [[nodiscard]] llvm::StringRef place() const {
    const DefKind kind = program_.def(body_.owner).kind;
    return kind == DefKind::Static ? "statics" : isFunction(kind) ? "constant functions" : "constants";
  }

  Program &program_;
  const ControlFlow &flow_;
  const mir::Body &body_;
  DiagnosticSink &sink_;
  TypeFacts facts_;
  ProgramMoveTypes types_;
  std::vector<State> entry_; ///< by rank
  State state_;
  llvm::DenseMap<std::uint32_t, bool> known_;
  llvm::SmallVector<std::pair<std::uint32_t, std::uint32_t>, 2> reported_;
  bool drops_ = false, declined_ = false, unknown_ = false;
};

} // namespace

void checkConstDrops(Program &program, const ControlFlow &flow, DiagnosticSink &sink) {
  const DefId owner = flow.body().owner;
  const DefKind kind = program.def(owner).kind;
  if (isFunction(kind) && !program.fn(owner).is_const)
    return;
  ConstDrops(program, flow, sink).check();
}

} // namespace lien

// Rule: rustc dev guide, "Constant evaluation", qualification. A forward analysis over the constant's MIR; a local is in a set when it may hold such a value.
//
//   v = aggregate(o…)         v in, if the type itself implements Drop (is an UnsafeCell), or some o is in
//   v = call                  v in, if its type may hold such a value
//   v = constant              v in, if that constant's value holds one
//   move v                    v out, unless it was borrowed mutably
//   &mut v                    v in, if its type may hold such a value
#include "checker/constants/constant_values.hpp"

#include "checker/lower/lower.hpp"
#include "diagnostics/stack_guard.hpp"
#include "frontend/typeck/check_body.hpp"

#include "llvm/ADT/BitVector.h"

namespace lien {

ContentOfTypes::ContentOfTypes(Program &program, DefId owner) : program_(program), types_(program.types()), facts_(program, paramEnvOf(program, owner)) {}

bool ContentOfTypes::mayHaveCell(Ty ty, unsigned depth) {
  static constexpr unsigned depth_limit = 16; // deeper types are not worth the time: taken to have one
  const TyData &data = types_.data(ty);
  switch (data.kind) {
  case TyKind::Bool:
  case TyKind::Char:
  case TyKind::Int:
  case TyKind::Float:
  case TyKind::Str:
  case TyKind::Never:
  case TyKind::Ref:
  case TyKind::FnDef:
  case TyKind::FnPtr:
    return false;
  case TyKind::Tuple:
  case TyKind::Array:
  case TyKind::Slice:
    return depth > depth_limit || llvm::any_of(data.args, [&](GenericArg arg) { return arg.isType() && mayHaveCell(arg.type(), depth + 1); });
  case TyKind::Adt:
    return depth > depth_limit || adtMayHaveCell(ty, data.def, depth);
  case TyKind::Closure:
  case TyKind::Dynamic:
  case TyKind::Param:
  case TyKind::Projection:
  case TyKind::Opaque:
  case TyKind::Infer:
  case TyKind::Error:
  case TyKind::Unknown:
    return true;
  }
  return true;
}

bool ContentOfTypes::adtMayHaveCell(Ty ty, DefId def, unsigned depth) {
  if (program_.isLang(def, LangItem::UnsafeCellStruct))
    return true;
  if (program_.isLang(def, LangItem::PhantomDataStruct))
    return false;
  const AdtInfo &adt = program_.adt(def);
  for (std::uint32_t variant = 0; variant < adt.variants.size(); ++variant)
    for (std::uint32_t field = 0; field < adt.variants[variant].fields.size(); ++field)
      if (mayHaveCell(facts_.fieldType(ty, variant, field), depth + 1))
        return true;
  return false;
}

namespace {

/// Contents of the constants that a body mentions, found before the body is walked: finding them may infer other bodies.
using Mentioned = llvm::DenseMap<std::uint32_t, ConstantContent>;

class ContentAnalysis {
public:
  ContentAnalysis(Program &program, const ControlFlow &flow, const Mentioned &mentioned)
      : program_(program), flow_(flow), body_(flow.body()), mentioned_(mentioned), types_(program, body_.owner) {}

  ConstantContent ofReturned() {
    const std::size_t count = flow_.order().size();
    std::vector<State> entry(count, State(body_.locals.size()));
    std::vector<bool> reached(count, false);
    reached[0] = true;
    std::optional<ConstantContent> result;
    for (bool changed = true; changed;) {
      changed = false;
      for (const mir::BlockId block : flow_.order()) {
        if (!reached[flow_.rank(block)])
          continue;
        state_ = entry[flow_.rank(block)];
        apply(block);
        if (body_.blocks[block].terminator.kind == mir::TerminatorKind::Return)
          result = ConstantContent{state_.drop.test(0), state_.cell.test(0)};
        for (const mir::BlockId successor : flow_.successors(block)) {
          State &into = entry[flow_.rank(successor)];
          if (reached[flow_.rank(successor)] && !into.grows(state_))
            continue;
          reached[flow_.rank(successor)] = true;
          into.join(state_);
          changed = true;
        }
      }
    }
    const ConstantContent of_type = types_.of(body_.locals[mir::LocalId(std::size_t{0})].ty);
    if (!result)
      return of_type; // never finishes
    return {result->drop && of_type.drop, result->cell && of_type.cell};
  }

private:
  struct State {
    explicit State(std::size_t locals = 0) : drop(unsigned(locals)), cell(unsigned(locals)), borrowed(unsigned(locals)) {}
    llvm::BitVector drop, cell;
    llvm::BitVector borrowed; ///< mutably: a move does not empty them for sure
    [[nodiscard]] bool grows(const State &from) const { return from.drop.test(drop) || from.cell.test(cell) || from.borrowed.test(borrowed); }
    void join(const State &from) {
      drop |= from.drop;
      cell |= from.cell;
      borrowed |= from.borrowed;
    }
  };

  void apply(mir::BlockId block) {
    for (const mir::Statement &statement : body_.blocks[block].statements) {
      if (statement.kind == mir::StatementKind::StorageDead) {
        empty(body_.places[statement.place].local.value);
        state_.borrowed.reset(body_.places[statement.place].local.value);
      } else if (statement.kind == mir::StatementKind::Assign) {
        const ConstantContent content = ofRvalue(statement.rvalue);
        for (const mir::Operand &operand : statement.rvalue.operands)
          moveOut(operand);
        write(statement.place, content);
        borrow(statement.rvalue);
      }
    }
    const mir::Terminator &terminator = body_.blocks[block].terminator;
    if (terminator.kind != mir::TerminatorKind::Call)
      return;
    for (const mir::Operand &argument : terminator.arguments)
      moveOut(argument);
    write(terminator.place, types_.of(body_.places[terminator.place].ty));
  }

  void empty(unsigned local) {
    state_.drop.reset(local);
    state_.cell.reset(local);
  }

  /// What was there before stays counted, as in rustc.
  void write(mir::PlaceId place, ConstantContent content) {
    const mir::PlaceData &data = body_.places[place];
    if (data.indirect)
      return;
    if (content.drop)
      state_.drop.set(data.local.value);
    if (content.cell)
      state_.cell.set(data.local.value);
  }

  void moveOut(const mir::Operand &operand) {
    if (operand.kind == mir::Operand::Kind::Move && !body_.places[operand.place].base.isValid() &&
        !state_.borrowed.test(body_.places[operand.place].local.value))
      empty(body_.places[operand.place].local.value);
  }

  void borrow(const mir::Rvalue &rvalue) {
    if (rvalue.kind != mir::RvalueKind::Ref || rvalue.borrow == mir::BorrowKind::Fake || rvalue.borrow == mir::BorrowKind::FakeShallow)
      return;
    const mir::PlaceData &data = body_.places[rvalue.place];
    const ConstantContent content = types_.of(data.ty);
    if (data.indirect || (rvalue.borrow == mir::BorrowKind::Shared && !content.cell))
      return;
    write(rvalue.place, content);
    if (content.drop || content.cell)
      state_.borrowed.set(data.local.value);
  }

  static void add(ConstantContent &to, ConstantContent other) {
    to.drop |= other.drop;
    to.cell |= other.cell;
  }

  ConstantContent ofRvalue(const mir::Rvalue &rvalue) {
    if (rvalue.kind == mir::RvalueKind::Ref) {
      const mir::PlaceData &data = body_.places[rvalue.place];
      const bool is_reborrow =
          data.base.isValid() && data.step.kind == mir::ProjectionKind::Deref && program_.types().is(body_.places[data.base].ty, TyKind::Ref);
      return ofPlace(is_reborrow ? data.base : rvalue.place);
    }
    if (rvalue.kind == mir::RvalueKind::Discriminant || rvalue.kind == mir::RvalueKind::Len)
      return ofPlace(rvalue.place);
    ConstantContent content;
    if (rvalue.kind == mir::RvalueKind::Aggregate && rvalue.aggregate == mir::AggregateKind::Adt)
      content = {program_.dropImpl(rvalue.def).isValid(), program_.isLang(rvalue.def, LangItem::UnsafeCellStruct)};
    for (const mir::Operand &operand : rvalue.operands)
      add(content, operand.kind == mir::Operand::Kind::Constant ? ofConstant(body_.constants[operand.constant]) : ofPlace(operand.place));
    return content;
  }

  ConstantContent ofConstant(const mir::Constant &constant) {
    ConstantContent content = types_.of(constant.ty);
    if (!ConstantValues::looksInside(program_, constant))
      return content;
    const ConstantContent inside = mentioned_.lookup(constant.def.value);
    return {content.drop && inside.drop, content.cell && inside.cell};
  }

  ConstantContent ofPlace(mir::PlaceId place) {
    const unsigned local = body_.places[place].local.value;
    ConstantContent content{state_.drop.test(local), state_.cell.test(local)};
    for (mir::PlaceId at = place; body_.places[at].base.isValid(); at = body_.places[at].base) {
      const ConstantContent of_type = types_.of(body_.places[at].ty);
      if (body_.places[at].step.kind == mir::ProjectionKind::Deref)
        content = of_type; // what is pointed to is not looked at
      content = {content.drop && of_type.drop, content.cell && of_type.cell};
    }
    return content;
  }

  Program &program_;
  const ControlFlow &flow_;
  const mir::Body &body_;
  const Mentioned &mentioned_;
  ContentOfTypes types_;
  State state_;
};

} // namespace

bool ConstantValues::looksInside(Program &program, const mir::Constant &constant) {
  if (constant.kind != mir::Constant::Kind::Item)
    return false;
  const Def &def = program.def(constant.def);
  return def.crate == CrateKind::User && (def.kind == DefKind::Const || def.kind == DefKind::AssocConst) && program.def(def.parent).kind != DefKind::Trait;
}

std::optional<ConstantContent> ConstantValues::of(DefId constant) {
  if (const auto found = known_.find(constant.value); found != known_.end())
    return found->second;
  if (StackGuard::exhausted())
    return std::nullopt;
  known_[constant.value] = ConstantContent{}; // one that needs itself is an error of its own
  const std::optional<ConstantContent> content = compute(constant);
  known_[constant.value] = content;
  return content;
}

std::optional<ConstantContent> ConstantValues::compute(DefId constant) {
  const CheckedBody checked = checkBody(program_, constant);
  if (checked.findings.hasErrors() || program_.signatureHasErrors(constant))
    return ConstantContent{}; // the error is told with the constant
  if (checked.body == nullptr || !checked.findings.isClean())
    return std::nullopt;
  DiagnosticSink sink;
  const std::unique_ptr<mir::Body> body = lowerToMir(program_, *checked.body, sink);
  if (body == nullptr || !sink.isClean())
    return std::nullopt;
  Mentioned mentioned;
  for (const mir::Constant &inner : body->constants) {
    if (!looksInside(program_, inner))
      continue;
    const std::optional<ConstantContent> content = of(inner.def);
    if (!content)
      return std::nullopt;
    mentioned[inner.def.value] = *content;
  }
  const ControlFlow flow(*body);
  return ContentAnalysis(program_, flow, mentioned).ofReturned();
}

} // namespace lien

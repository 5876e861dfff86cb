#include "checker/borrows/promotion.hpp"

#include "checker/constants/constant_values.hpp"

namespace lien {

namespace {

/// A borrow of a temporary (or of a part that is not behind a reference) that may read only, or of an empty array.
bool isCandidate(const mir::Body &body, const TypeStore &types, const mir::Statement &statement) {
  if (statement.kind != mir::StatementKind::Assign || statement.rvalue.kind != mir::RvalueKind::Ref)
    return false;
  const mir::PlaceData &place = body.places[statement.rvalue.place];
  if (place.indirect || body.locals[place.local].kind != mir::LocalKind::Temporary)
    return false;
  switch (statement.rvalue.borrow) {
  case mir::BorrowKind::Shared:
    return true;
  case mir::BorrowKind::Mut:
  case mir::BorrowKind::TwoPhaseMut: {
    const TyData &ty = types.data(place.ty);
    return ty.kind == TyKind::Array && types.data(ty.length).kind == ConstKind::Value && types.data(ty.length).value == 0;
  }
  case mir::BorrowKind::Fake:
  case mir::BorrowKind::FakeShallow:
  case mir::BorrowKind::UniqueInClosure:
    return false;
  }
  return false;
}

using KnownConstants = llvm::DenseMap<std::uint32_t, ConstantContent>;

/// What is known about a constant value.
struct Constness {
  bool is_constant = false; ///< computed from constants alone, and cannot fail
  bool needs_drop = false;  ///< this value, not just any value of its type: `None` has nothing to drop
  bool has_cell = false;    ///< interior mutability
  void add(Constness other) {
    is_constant &= other.is_constant;
    needs_drop |= other.needs_drop;
    has_cell |= other.has_cell;
  }
};

class PromotionFinder {
public:
  PromotionFinder(Program &program, const ControlFlow &flow, const KnownConstants &known)
      : program_(program), types_(program.types()), flow_(flow), body_(flow.body()), contents_(program, body_.owner), known_(known) {}

  std::vector<std::uint32_t> find() {
    findTemporaries();
    std::vector<std::uint32_t> promoted;
    for (mir::BlockId block : flow_.order()) {
      for (Location at{block, 0}; at.statement <= flow_.terminatorOf(block).statement; ++at.statement) {
        const mir::Statement *statement = flow_.statementAt(at);
        if (statement != nullptr && isCandidate(body_, types_, *statement)) {
          if (isPromotable(statement->rvalue))
            promoted.push_back(flow_.statementIndex(at));
          else
            undecided |= !asked.empty() && values_[body_.places[statement->rvalue.place].local.index()].is_constant;
        }
        computeTemporary(at);
      }
    }
    return promoted;
  }

private:
  static constexpr std::uint32_t undefined = UINT32_MAX, unfit = UINT32_MAX - 1;

  /// Rule: a temporary that is written once, as a whole and first of all, and after that only read or borrowed as a whole.
  void findTemporaries() {
    defined_at_.assign(body_.locals.size(), undefined);
    values_.assign(body_.locals.size(), {});
    for (mir::BlockId block : flow_.order())
      for (Location at{block, 0}; at.statement <= flow_.terminatorOf(block).statement; ++at.statement)
        visitLocation(flow_, at, [&](Access access) { noteAccess(access, at); });
  }

  void noteAccess(Access access, Location at) {
    const mir::PlaceData &place = body_.places[access.place];
    std::uint32_t &defined = defined_at_[place.local.index()];
    switch (access.kind) {
    case AccessKind::Drop:
    case AccessKind::StorageDead:
    case AccessKind::StorageLive:
    case AccessKind::Mention:
      return;
    case AccessKind::Write:
      defined = defined == undefined && !place.base.isValid() && body_.locals[place.local].kind == mir::LocalKind::Temporary ? flow_.statementIndex(at) : unfit;
      return;
    case AccessKind::MutBorrow:
      if (defined == undefined || place.base.isValid())
        defined = unfit;
      return;
    case AccessKind::Copy:
    case AccessKind::Move:
    case AccessKind::Inspect:
    case AccessKind::FakeRead:
    case AccessKind::SharedBorrow:
    case AccessKind::FakeBorrow:
    case AccessKind::FakeBorrowShallow:
      if (defined == undefined)
        defined = unfit;
      return;
    }
  }

  [[nodiscard]] bool isPromotable(const mir::Rvalue &borrow) const {
    Constness value = values_[body_.places[borrow.place].local.index()];
    return value.is_constant && !value.needs_drop && (borrow.borrow != mir::BorrowKind::Shared || !value.has_cell);
  }

  /// Definitions come before uses: one pass is enough.
  void computeTemporary(Location at) {
    const mir::Statement *statement = flow_.statementAt(at);
    const mir::Terminator &terminator = body_.blocks[at.block].terminator;
    if (statement != nullptr ? statement->kind != mir::StatementKind::Assign : terminator.kind != mir::TerminatorKind::Call)
      return;
    const mir::PlaceData &place = body_.places[statement != nullptr ? statement->place : terminator.place];
    if (place.base.isValid() || defined_at_[place.local.index()] != flow_.statementIndex(at))
      return;
    values_[place.local.index()] = statement != nullptr ? ofRvalue(statement->rvalue) : ofCall(terminator);
  }

  Constness ofRvalue(const mir::Rvalue &rvalue) {
    switch (rvalue.kind) {
    case mir::RvalueKind::Use:
    case mir::RvalueKind::Repeat:
    case mir::RvalueKind::Cast:
    case mir::RvalueKind::Unary:
    case mir::RvalueKind::CheckedBinary:
      return ofOperands(rvalue.operands);
    case mir::RvalueKind::Binary:
      return mayFail(rvalue) ? Constness{} : ofOperands(rvalue.operands);
    case mir::RvalueKind::Aggregate: {
      Constness value = ofOperands(rvalue.operands);
      if (rvalue.aggregate == mir::AggregateKind::Adt) {
        value.needs_drop |= program_.dropImpl(rvalue.def).isValid();
        value.has_cell |= program_.isLang(rvalue.def, LangItem::UnsafeCellStruct);
      }
      return value;
    }
    case mir::RvalueKind::Discriminant:
      return ofPlace(rvalue.place);
    case mir::RvalueKind::Ref:
      return ofBorrow(rvalue);
    case mir::RvalueKind::Len:
      return {};
    }
    return {};
  }

  Constness ofOperands(mir::List<mir::Operand> operands) {
    Constness value{true, false, false};
    for (const mir::Operand &operand : operands)
      value.add(operand.kind == mir::Operand::Kind::Constant ? ofConstant(body_.constants[operand.constant]) : ofPlace(operand.place));
    return value;
  }

  Constness ofConstant(const mir::Constant &constant) {
    if (constant.kind == mir::Constant::Kind::Static)
      return {}; // only other statics may refer to a static
    Constness value = ofType(constant.ty, true);
    if ((!value.needs_drop && !value.has_cell) || !ConstantValues::looksInside(program_, constant))
      return value;
    const auto found = known_.find(constant.def.value);
    if (found == known_.end()) {
      asked.push_back(&constant);
      return value;
    }
    value.needs_drop &= found->second.drop;
    value.has_cell &= found->second.cell;
    return value;
  }

public:
  llvm::SmallVector<const mir::Constant *, 4> asked; ///< constants of the program whose values may hold less than their types say
  bool undecided = false;                            ///< … and something was not promoted that might be

private:
  Constness ofType(Ty ty, bool is_constant) {
    const ConstantContent content = contents_.of(ty);
    return {is_constant, content.drop, content.cell};
  }

  /// The value of a temporary, or of a part of it that is there for certain.
  Constness ofPlace(mir::PlaceId id) {
    const mir::PlaceData &place = body_.places[id];
    Constness whole = values_[place.local.index()];
    for (mir::PlaceId at = id; body_.places[at].base.isValid(); at = body_.places[at].base)
      if (!isCertainStep(body_.places[at].step.kind))
        return {};
    if (!place.base.isValid())
      return whole;
    Constness part = ofType(place.ty, whole.is_constant);
    part.needs_drop &= whole.needs_drop;
    part.has_cell &= whole.has_cell;
    return part;
  }

  static bool isCertainStep(mir::ProjectionKind step) {
    switch (step) {
    case mir::ProjectionKind::Field:
    case mir::ProjectionKind::ConstantIndex:
    case mir::ProjectionKind::Subslice:
      return true;
    case mir::ProjectionKind::Deref:
    case mir::ProjectionKind::Downcast:
    case mir::ProjectionKind::Index: // whether the index is in bounds would have to be computed
      return false;
    }
    return false;
  }

  /// A borrow inside a constant: of something constant, or a reborrow of a constant reference.
  Constness ofBorrow(const mir::Rvalue &borrow) {
    const mir::PlaceData &place = body_.places[borrow.place];
    if (borrow.borrow != mir::BorrowKind::Shared)
      return {};
    bool is_reborrow = place.base.isValid() && place.step.kind == mir::ProjectionKind::Deref && types_.is(body_.places[place.base].ty, TyKind::Ref);
    Constness value = ofPlace(is_reborrow ? place.base : borrow.place);
    value.is_constant &= !value.has_cell && !value.needs_drop;
    return value;
  }

  /// Division fails when the divisor is zero, or -1 for the least number: it counts only with a divisor written as a literal that is positive.
  bool mayFail(const mir::Rvalue &binary) {
    if (types_.is(typeOf(binary.operands[0]), TyKind::FnPtr))
      return true;
    if (binary.binary != ast::BinaryOp::Div && binary.binary != ast::BinaryOp::Rem)
      return false;
    if (!types_.is(typeOf(binary.operands[0]), TyKind::Int))
      return false;
    const mir::Operand &divisor = binary.operands[1];
    if (divisor.kind != mir::Operand::Kind::Constant)
      return true;
    const typed::ConstantValue *value = body_.constants[divisor.constant].value;
    return value == nullptr || value->kind != typed::ConstantValue::Kind::Int || (value->lo == 0 && value->hi == 0) || value->hi == UINT64_MAX;
  }

  [[nodiscard]] Ty typeOf(const mir::Operand &operand) const {
    return operand.kind == mir::Operand::Kind::Constant ? body_.constants[operand.constant].ty : body_.places[operand.place].ty;
  }

  /// Calls are not promoted, but for the constructor that stands for `a..=b`.
  Constness ofCall(const mir::Terminator &call) {
    if (call.operand.kind != mir::Operand::Kind::Constant)
      return {};
    const mir::Constant &callee = body_.constants[call.operand.constant];
    if (callee.kind != mir::Constant::Kind::FnItem || !program_.isLang(callee.def, LangItem::RangeInclusiveNew))
      return {};
    Constness value = ofOperands(call.arguments);
    value.add(ofType(body_.places[call.place].ty, true));
    return value;
  }

  Program &program_;
  const TypeStore &types_;
  const ControlFlow &flow_;
  const mir::Body &body_;
  ContentOfTypes contents_;
  const KnownConstants &known_;
  std::vector<std::uint32_t> defined_at_; ///< by local: statement index of its one definition
  std::vector<Constness> values_;         ///< by local
};

} // namespace

std::vector<std::uint32_t> findPromotedBorrows(Program &program, const ControlFlow &flow, DiagnosticSink &sink) {
  const mir::Body &body = flow.body();
  if (llvm::none_of(body.statements, [&](const mir::Statement &statement) { return isCandidate(body, program.types(), statement); }))
    return {};
  KnownConstants known;
  llvm::SmallVector<const mir::Constant *, 4> asked;
  {
    PromotionFinder finder(program, flow, known);
    std::vector<std::uint32_t> found = finder.find();
    if (!finder.undecided)
      return found;
    asked = finder.asked;
  }
  // By its type alone a constant would not do: what its value holds decides.
  ConstantValues values(program);
  for (const mir::Constant *constant : asked) {
    const std::optional<ConstantContent> content = values.of(constant->def);
    if (!content)
      sink.declineFeature(constant->span.absoluteFrom(body.base), "borrow of a constant whose value is not known");
    else
      known[constant->def.value] = *content;
  }
  return PromotionFinder(program, flow, known).find();
}

llvm::SmallVector<mir::LocalId, 4> promotedLocals(const ControlFlow &flow, llvm::ArrayRef<std::uint32_t> promoted) {
  llvm::SmallVector<mir::LocalId, 4> locals;
  for (const std::uint32_t index : promoted)
    locals.push_back(flow.body().places[flow.statementAt(flow.locationOf(index))->rvalue.place].local);
  return locals;
}

} // namespace lien

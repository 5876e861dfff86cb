#include "checker/facts/mir_json.hpp"

namespace lien {

namespace {

class MirJson {
public:
  MirJson(llvm::json::OStream &json, const ControlFlow &flow, const MoveTypes &types) : json_(json), flow_(flow), body_(flow.body()), types_(types) {}

  void write() {
    json_.attributeArray("locals", [&] {
      for (const mir::LocalDecl &local : body_.locals)
        writeLocal(local);
    });
    json_.attributeArray("blocks", [&] {
      for (mir::BlockId block : flow_.order())
        writeBlock(block);
    });
    json_.attributeArray("points", [&] {
      for (mir::BlockId block : flow_.order()) {
        for (const mir::Statement &statement : body_.blocks[block].statements)
          json_.object([&] { writeStatement(statement); });
        json_.object([&] { writeTerminator(body_.blocks[block].terminator); });
      }
    });
  }

private:
  void writeLocal(const mir::LocalDecl &local) {
    json_.object([&] {
      switch (local.kind) {
      case mir::LocalKind::Return:
        json_.attribute("kind", "return");
        break;
      case mir::LocalKind::Param:
        json_.attribute("kind", "param");
        break;
      case mir::LocalKind::Variable:
        json_.attribute("kind", "variable");
        break;
      case mir::LocalKind::Temporary:
        json_.attribute("kind", "temporary");
        break;
      }
      // As rustc declares it: temporaries are mutable, parameters without a name are not asked.
      bool fixed = (local.kind == mir::LocalKind::Variable || local.kind == mir::LocalKind::Param) && !local.is_mut;
      json_.attribute("mutable", !fixed);
    });
  }

  void writeBlock(mir::BlockId block) {
    json_.object([&] {
      json_.attribute("first", flow_.statementIndex({block, 0}));
      json_.attribute("last", flow_.statementIndex(flow_.terminatorOf(block)));
      json_.attribute("cleanup", body_.blocks[block].is_cleanup);
      json_.attributeArray("successors", [&] {
        for (mir::BlockId next : flow_.successors(block))
          json_.value(flow_.rank(next));
      });
    });
  }

  // --------------------------------------------------------------------------------------------------------- places, operands

  void writePlace(mir::PlaceId place) {
    json_.object([&] {
      json_.attribute("local", body_.places[place].local.value);
      llvm::SmallVector<mir::PlaceId, 4> parts;
      for (mir::PlaceId part = place; body_.places[part].base.isValid(); part = body_.places[part].base)
        parts.push_back(part);
      json_.attributeArray("steps", [&] {
        for (std::size_t i = parts.size(); i-- > 0;)
          json_.object([&] { writeStep(body_.places[parts[i]]); });
      });
    });
  }

  void writeStep(const mir::PlaceData &place) {
    Ty base = body_.places[place.base].ty;
    const mir::Projection &step = place.step;
    std::optional<std::uint64_t> length = types_.arrayLength(base);
    if (length)
      json_.attribute("length", static_cast<std::int64_t>(*length));
    switch (step.kind) {
    case mir::ProjectionKind::Deref: {
      const TyData &data = types_.data(base);
      bool reference = data.kind == TyKind::Ref;
      json_.attribute("step", "deref");
      json_.attribute("of", !reference ? "box" : data.mutability == Mutability::Mut ? "mut" : "shared");
      break;
    }
    case mir::ProjectionKind::Field:
      json_.attribute("step", "field");
      json_.attribute("field", step.a);
      json_.attribute("destructor", types_.hasDestructor(base));
      json_.attribute("lifetimes", types_.store().has(place.ty, TypeFlags::HasRegions));
      break;
    case mir::ProjectionKind::Downcast:
      json_.attribute("step", "variant");
      json_.attribute("variant", step.a);
      break;
    case mir::ProjectionKind::Index:
      json_.attribute("step", "index");
      json_.attribute("by", step.a);
      break;
    case mir::ProjectionKind::ConstantIndex:
      json_.attribute("step", "constant");
      json_.attribute("offset", step.a);
      json_.attribute("minimum", step.b);
      json_.attribute("from_end", step.from_end);
      break;
    case mir::ProjectionKind::Subslice:
      json_.attribute("step", "subslice");
      json_.attribute("from", step.a);
      json_.attribute("to", step.b);
      json_.attribute("from_end", step.from_end);
      break;
    }
  }

  void attributePlace(llvm::StringRef name, mir::PlaceId place) {
    json_.attributeBegin(name);
    writePlace(place);
    json_.attributeEnd();
  }

  void writeOperand(const mir::Operand &operand, std::optional<Span> span) {
    json_.object([&] {
      switch (operand.kind) {
      case mir::Operand::Kind::Copy:
        json_.attribute("how", "copy");
        break;
      case mir::Operand::Kind::Move:
        json_.attribute("how", "move");
        break;
      case mir::Operand::Kind::Constant:
        json_.attribute("how", "constant");
        return;
      }
      attributePlace("place", operand.place);
      if (span)
        writeSpan(*span);
    });
  }

  void writeSpan(Span span) {
    json_.attributeArray("span", [&] {
      json_.value(span.lo());
      json_.value(span.hi());
    });
  }

  // ------------------------------------------------------------------------------------------------------ statements, terminators

  void writeStatement(const mir::Statement &statement) {
    writeSpan(statement.span);
    switch (statement.kind) {
    case mir::StatementKind::Assign:
      json_.attribute("is", "assign");
      break;
    case mir::StatementKind::FakeRead:
      json_.attribute("is", "fake read");
      break;
    case mir::StatementKind::StorageLive:
      json_.attribute("is", "storage live");
      break;
    case mir::StatementKind::StorageDead:
      json_.attribute("is", "storage dead");
      break;
    case mir::StatementKind::AscribeUserType:
      json_.attribute("is", "ascribe");
      break;
    case mir::StatementKind::PlaceMention:
      json_.attribute("is", "mention");
      break;
    case mir::StatementKind::Nop:
      json_.attribute("is", "nop");
      return;
    }
    attributePlace("place", statement.place);
    if (statement.kind == mir::StatementKind::Assign)
      json_.attributeObject("value", [&] { writeRvalue(statement.rvalue); });
  }

  void writeRvalue(const mir::Rvalue &value) {
    switch (value.kind) {
    case mir::RvalueKind::Ref:
      json_.attribute("is", "borrow");
      json_.attribute("kind", nameOf(value.borrow));
      attributePlace("place", value.place);
      return;
    case mir::RvalueKind::Discriminant:
      json_.attribute("is", "discriminant");
      attributePlace("place", value.place);
      return;
    case mir::RvalueKind::Len:
      json_.attribute("is", "length");
      attributePlace("place", value.place);
      return;
    case mir::RvalueKind::Use:
    case mir::RvalueKind::Repeat:
    case mir::RvalueKind::Cast:
    case mir::RvalueKind::Binary:
    case mir::RvalueKind::CheckedBinary:
    case mir::RvalueKind::Unary:
    case mir::RvalueKind::Aggregate:
      json_.attribute("is", "operands");
      json_.attributeArray("operands", [&] {
        for (const mir::Operand &operand : value.operands)
          writeOperand(operand, std::nullopt);
      });
      return;
    }
  }

  static llvm::StringRef nameOf(mir::BorrowKind kind) {
    switch (kind) {
    case mir::BorrowKind::Shared:
      return "shared";
    case mir::BorrowKind::Fake:
      return "fake";
    case mir::BorrowKind::FakeShallow:
      return "fake shallow";
    case mir::BorrowKind::Mut:
      return "mut";
    case mir::BorrowKind::TwoPhaseMut:
      return "two-phase";
    case mir::BorrowKind::UniqueInClosure:
      return "unique";
    }
    return "";
  }

  void writeTerminator(const mir::Terminator &terminator) {
    writeSpan(terminator.span);
    switch (terminator.kind) {
    case mir::TerminatorKind::Goto:
    case mir::TerminatorKind::FalseEdge:
    case mir::TerminatorKind::FalseUnwind:
    case mir::TerminatorKind::Unreachable:
      json_.attribute("is", "jump");
      return;
    case mir::TerminatorKind::Return:
    case mir::TerminatorKind::Resume:
      json_.attribute("is", "exit");
      json_.attribute("returns", terminator.kind == mir::TerminatorKind::Return);
      return;
    case mir::TerminatorKind::SwitchInt:
      json_.attribute("is", "switch");
      writeOperands(terminator, {});
      return;
    case mir::TerminatorKind::Assert:
      json_.attribute("is", "assert");
      writeOperands(terminator, {});
      return;
    case mir::TerminatorKind::Drop:
      json_.attribute("is", "drop");
      json_.attribute("replace", terminator.replace);
      attributePlace("place", terminator.place);
      return;
    case mir::TerminatorKind::Call:
      json_.attribute("is", "call");
      writeOperands(terminator, terminator.argument_spans);
      attributePlace("place", terminator.place);
      return;
    }
  }

  void writeOperands(const mir::Terminator &terminator, llvm::ArrayRef<Span> spans) {
    json_.attributeArray("operands", [&] {
      writeOperand(terminator.operand, terminator.kind == mir::TerminatorKind::Call ? std::optional(terminator.fn_span) : std::nullopt);
      for (std::size_t i = 0; i < terminator.arguments.size(); ++i)
        writeOperand(terminator.arguments[i], i < spans.size() ? std::optional(spans[i]) : std::nullopt);
    });
  }

  llvm::json::OStream &json_;
  const ControlFlow &flow_;
  const mir::Body &body_;
  const MoveTypes &types_;
};

} // namespace

void writeMirJson(llvm::json::OStream &json, const ControlFlow &flow, const MoveTypes &types) { MirJson(json, flow, types).write(); }

} // namespace lien

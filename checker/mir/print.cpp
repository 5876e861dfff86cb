// The readable form of MIR, for people who work on Lien or study it, and for tests.
//
// Variables appear under their source names (`x`, or `x#4` where several locals share a name), temporaries as `_5`, the return place as `return`.
#include "checker/mir/annotate.hpp"

#include "llvm/Support/raw_ostream.h"

namespace lien::mir {
namespace {

class Printer {
public:
  Printer(const Body &body, Program &program, Remarks *remarks) : body_(body), program_(program), remarks_(remarks), out_(text_) {}

  std::string run() {
    nameLocals();
    out_ << "body " << program_.resolver().pathOf(body_.owner) << " {\n";
    for (std::uint32_t index = 0; index < body_.locals.size(); ++index)
      printLocal(LocalId(index));
    for (std::uint32_t index = 0; index < body_.blocks.size(); ++index)
      printBlock(BlockId(index));
    out_ << "}\n";
    return std::move(text_);
  }

private:
  void nameLocals() {
    llvm::DenseMap<std::uint32_t, unsigned> uses;
    for (const LocalDecl &local : body_.locals)
      if (!local.name.empty())
        ++uses[local.name.value];
    for (std::uint32_t index = 0; index < body_.locals.size(); ++index) {
      const LocalDecl &local = body_.locals[LocalId(index)];
      std::string name = index == return_local ? "return" : "_" + std::to_string(index);
      if (!local.name.empty()) {
        name = symbol(local.name);
        if (uses[local.name.value] > 1)
          name += "#" + std::to_string(index);
      }
      names_.push_back(std::move(name));
    }
  }
  std::string symbol(Symbol name) const { return program_.resolver().symbols().text(name).str(); }

  void printLocal(LocalId id) {
    const LocalDecl &local = body_.locals[id];
    out_ << "  " << (local.kind == LocalKind::Param ? "param " : "let ") << (local.is_mut ? "mut " : "") << names_[id.index()] << ": "
         << program_.print(local.ty);
    if (local.guard_ref)
      out_ << " // seen by the guard";
    out_ << ";\n";
  }

  void printBlock(BlockId id) {
    const BasicBlock &block = body_.blocks[id];
    out_ << "\n  bb" << id.value << (block.is_cleanup ? " (cleanup): {\n" : ": {\n");
    if (remarks_ != nullptr)
      for (const std::string &remark : remarks_->atStart(id, [this](PlaceId at) { return place(at); }))
        out_ << "    // " << remark << "\n";
    std::uint32_t index = 0;
    for (const Statement &statement : block.statements) {
      out_ << "    ";
      printStatement(statement);
      endLine(id, index++);
    }
    out_ << "    ";
    printTerminator(block.terminator);
    endLine(id, index);
    out_ << "  }\n";
  }
  void endLine(BlockId block, std::uint32_t statement) {
    const std::string remark = remarks_ != nullptr ? remarks_->behind(block, statement, [this](PlaceId at) { return place(at); }) : std::string();
    out_ << ";" << (remark.empty() ? "" : " // ") << remark << "\n";
  }

  // ------------------------------------------------------------------------------------------------------------- places

  std::string place(PlaceId id) const {
    const PlaceData &data = body_.places[id];
    if (!data.base.isValid())
      return names_[data.local.index()];
    const std::string base = place(data.base);
    const std::string counted = (data.step.from_end ? "-" : "") + std::to_string(data.step.a);
    switch (data.step.kind) {
    case ProjectionKind::Deref:
      return "(*" + base + ")";
    case ProjectionKind::Field:
      return base + "." + fieldName(data.base, data.step.a);
    case ProjectionKind::Downcast:
      return "(" + base + " as " + variantName(data.ty, data.step.a) + ")";
    case ProjectionKind::Index:
      return base + "[" + names_[data.step.a] + "]";
    case ProjectionKind::ConstantIndex:
      return base + "[" + counted + " of " + std::to_string(data.step.b) + "]";
    case ProjectionKind::Subslice:
      return base + "[" + std::to_string(data.step.a) + ".." + (data.step.from_end ? "-" : "") + std::to_string(data.step.b) + "]";
    }
    return {};
  }
  std::string fieldName(PlaceId base, std::uint32_t field) const {
    const PlaceData &data = body_.places[base];
    const TyData &ty = program_.types().data(data.ty);
    const bool downcast = data.base.isValid() && data.step.kind == ProjectionKind::Downcast;
    if (ty.kind == TyKind::Adt) {
      const AdtInfo &adt = program_.adt(ty.def);
      const std::uint32_t variant = downcast ? data.step.a : 0;
      if (variant < adt.variants.size() && field < adt.variants[variant].fields.size())
        return symbol(adt.variants[variant].fields[field].name);
    }
    return std::to_string(field);
  }
  std::string variantName(Ty ty, std::uint32_t variant) const {
    const TyData &data = program_.types().data(ty);
    if (data.kind == TyKind::Adt) {
      const AdtInfo &adt = program_.adt(data.def);
      if (variant < adt.variants.size())
        return symbol(adt.variants[variant].name);
    }
    return std::to_string(variant);
  }

  // ------------------------------------------------------------------------------------------------- operands and rvalues

  std::string operand(const Operand &operand) const {
    switch (operand.kind) {
    case Operand::Kind::Copy:
      return "copy " + place(operand.place);
    case Operand::Kind::Move:
      return "move " + place(operand.place);
    case Operand::Kind::Constant:
      return "const " + constant(body_.constants[operand.constant]);
    }
    return {};
  }
  std::string operands(llvm::ArrayRef<Operand> list) const {
    std::string text;
    for (const Operand &each : list)
      text += (text.empty() ? "" : ", ") + operand(each);
    return text;
  }
  std::string constant(const Constant &constant) const {
    switch (constant.kind) {
    case Constant::Kind::Literal:
      return value(*constant.value, constant.ty);
    case Constant::Kind::Unit:
      return "()";
    case Constant::Kind::Item:
    case Constant::Kind::FnItem:
      return program_.resolver().pathOf(constant.def);
    case Constant::Kind::Static:
      return "&" + program_.resolver().pathOf(constant.def);
    }
    return {};
  }
  std::string value(const typed::ConstantValue &value, Ty ty) const {
    using Kind = typed::ConstantValue::Kind;
    switch (value.kind) {
    case Kind::Int: {
      const TyData &data = program_.types().data(ty);
      if (data.kind == TyKind::Int && isSigned(data.int_kind))
        return std::to_string(static_cast<std::int64_t>(value.lo));
      return std::to_string(value.lo);
    }
    case Kind::Bool:
      return value.lo != 0 ? "true" : "false";
    case Kind::Char:
      return "char " + std::to_string(value.lo);
    case Kind::Float:
      return (value.negative ? "-" : "") + symbol(value.text);
    case Kind::Str:
      return "\"" + symbol(value.text) + "\"";
    case Kind::ByteStr:
      return "b\"" + symbol(value.text) + "\"";
    case Kind::Opaque:
      return value.def.isValid() ? program_.resolver().pathOf(value.def) : std::string("_");
    }
    return {};
  }

  static llvm::StringRef borrowName(BorrowKind kind) {
    switch (kind) {
    case BorrowKind::Shared:
      return "&";
    case BorrowKind::Fake:
      return "&fake ";
    case BorrowKind::FakeShallow:
      return "&fake shallow ";
    case BorrowKind::Mut:
      return "&mut ";
    case BorrowKind::TwoPhaseMut:
      return "&two_phase mut ";
    case BorrowKind::UniqueInClosure:
      return "&unique ";
    }
    return {};
  }
  static llvm::StringRef binaryName(ast::BinaryOp op) {
    using Op = ast::BinaryOp;
    switch (op) {
    case Op::Add:
      return "Add";
    case Op::Sub:
      return "Sub";
    case Op::Mul:
      return "Mul";
    case Op::Div:
      return "Div";
    case Op::Rem:
      return "Rem";
    case Op::And:
      return "And";
    case Op::Or:
      return "Or";
    case Op::BitXor:
      return "BitXor";
    case Op::BitAnd:
      return "BitAnd";
    case Op::BitOr:
      return "BitOr";
    case Op::Shl:
      return "Shl";
    case Op::Shr:
      return "Shr";
    case Op::Eq:
      return "Eq";
    case Op::Lt:
      return "Lt";
    case Op::Le:
      return "Le";
    case Op::Ne:
      return "Ne";
    case Op::Ge:
      return "Ge";
    case Op::Gt:
      return "Gt";
    }
    return {};
  }
  static llvm::StringRef castName(CastKind kind) {
    switch (kind) {
    case CastKind::Numeric:
      return "numeric";
    case CastKind::Unsize:
      return "unsize";
    case CastKind::ReifyFn:
      return "reify";
    case CastKind::ClosureToFn:
      return "closure to fn";
    case CastKind::Other:
      return "other";
    }
    return {};
  }

  std::string rvalue(const Rvalue &value) const {
    switch (value.kind) {
    case RvalueKind::Use:
      return operands(value.operands);
    case RvalueKind::Repeat:
      return "[" + operands(value.operands) + "; _]";
    case RvalueKind::Ref:
      return borrowName(value.borrow).str() + place(value.place);
    case RvalueKind::Cast:
      return operands(value.operands) + " as " + program_.print(value.ty) + " (" + castName(value.cast).str() + ")";
    case RvalueKind::Binary:
      return binaryName(value.binary).str() + "(" + operands(value.operands) + ")";
    case RvalueKind::CheckedBinary:
      return "Checked" + binaryName(value.binary).str() + "(" + operands(value.operands) + ")";
    case RvalueKind::Unary:
      return (value.unary == ast::UnaryOp::Neg ? "Neg(" : "Not(") + operands(value.operands) + ")";
    case RvalueKind::Discriminant:
      return "discriminant(" + place(value.place) + ")";
    case RvalueKind::Aggregate:
      return aggregate(value);
    case RvalueKind::Len:
      return "len(" + place(value.place) + ")";
    }
    return {};
  }
  std::string aggregate(const Rvalue &value) const {
    switch (value.aggregate) {
    case AggregateKind::Tuple:
      return "(" + operands(value.operands) + ")";
    case AggregateKind::Array:
      return "[" + operands(value.operands) + "]";
    case AggregateKind::Adt: {
      std::string name = program_.resolver().pathOf(value.def);
      if (program_.adt(value.def).is_enum)
        name += "::" + variantName(value.ty, value.variant);
      return name + " { " + operands(value.operands) + " }";
    }
    case AggregateKind::Closure:
      return "closure { " + operands(value.operands) + " }";
    }
    return {};
  }

  // --------------------------------------------------------------------------------------------- statements, terminators

  static llvm::StringRef causeName(FakeReadCause cause) {
    switch (cause) {
    case FakeReadCause::ForMatchGuard:
      return "ForMatchGuard";
    case FakeReadCause::ForMatchedPlace:
      return "ForMatchedPlace";
    case FakeReadCause::ForGuardBinding:
      return "ForGuardBinding";
    case FakeReadCause::ForLet:
      return "ForLet";
    case FakeReadCause::ForIndex:
      return "ForIndex";
    }
    return {};
  }

  void printStatement(const Statement &statement) {
    switch (statement.kind) {
    case StatementKind::Assign:
      out_ << place(statement.place) << " = " << rvalue(statement.rvalue);
      return;
    case StatementKind::FakeRead:
      out_ << "FakeRead(" << causeName(statement.cause) << ", " << place(statement.place) << ")";
      return;
    case StatementKind::StorageLive:
      out_ << "StorageLive(" << place(statement.place) << ")";
      return;
    case StatementKind::StorageDead:
      out_ << "StorageDead(" << place(statement.place) << ")";
      return;
    case StatementKind::AscribeUserType:
      out_ << "AscribeUserType(" << place(statement.place) << ")";
      return;
    case StatementKind::PlaceMention:
      out_ << "PlaceMention(" << place(statement.place) << ")";
      return;
    case StatementKind::Nop:
      out_ << "nop";
      return;
    }
  }

  static llvm::StringRef exitName(ExitKind kind) {
    switch (kind) {
    case ExitKind::None:
      return "";
    case ExitKind::Scope:
      return " [scope]";
    case ExitKind::Return:
      return " [return]";
    case ExitKind::Break:
      return " [break]";
    case ExitKind::Continue:
      return " [continue]";
    case ExitKind::Question:
      return " [?]";
    case ExitKind::Assign:
      return " [assign]";
    }
    return {};
  }
  std::string target(const Terminator &terminator, std::size_t index) const { return "bb" + std::to_string(terminator.targets[index].value); }
  /// ` -> [return: bb1, unwind: bb2]`; absent edges are left out.
  std::string edges(const Terminator &terminator) const {
    std::string text;
    if (!terminator.targets.empty())
      text += "return: " + target(terminator, 0);
    if (terminator.unwind.isValid())
      text += (text.empty() ? "unwind: bb" : ", unwind: bb") + std::to_string(terminator.unwind.value);
    return text.empty() ? " -> []" : " -> [" + text + "]";
  }

  void printTerminator(const Terminator &terminator) {
    switch (terminator.kind) {
    case TerminatorKind::Goto:
      out_ << "goto -> " << target(terminator, 0) << exitName(terminator.exit);
      return;
    case TerminatorKind::SwitchInt:
      printSwitch(terminator);
      return;
    case TerminatorKind::Return:
      out_ << "return";
      return;
    case TerminatorKind::Unreachable:
      out_ << "unreachable";
      return;
    case TerminatorKind::Resume:
      out_ << "resume";
      return;
    case TerminatorKind::Drop:
      out_ << (terminator.replace ? "drop_and_replace(" : "drop(") << place(terminator.place) << ")" << edges(terminator) << exitName(terminator.exit);
      return;
    case TerminatorKind::Call:
      out_ << place(terminator.place) << " = call " << operand(terminator.operand) << "(" << operands(terminator.arguments) << ")" << edges(terminator);
      return;
    case TerminatorKind::Assert:
      out_ << "assert(" << operand(terminator.operand) << ")" << edges(terminator);
      return;
    case TerminatorKind::FalseEdge:
      out_ << "false_edge -> [real: " << target(terminator, 0) << ", imaginary: " << target(terminator, 1) << "]";
      return;
    case TerminatorKind::FalseUnwind:
      out_ << "false_unwind" << edges(terminator);
      return;
    }
  }
  void printSwitch(const Terminator &terminator) {
    out_ << "switch(" << operand(terminator.operand) << ") -> [";
    for (std::size_t index = 0; index < terminator.values.size(); ++index) {
      const auto &at = terminator.values[index];
      if (terminator.place.isValid())
        out_ << variantName(body_.places[terminator.place].ty, static_cast<std::uint32_t>(at.lo));
      else
        out_ << value(at, Ty());
      out_ << ": " << target(terminator, index) << ", ";
    }
    out_ << "otherwise: " << target(terminator, terminator.targets.size() - 1) << "]";
  }

  const Body &body_;
  Program &program_;
  Remarks *remarks_; ///< null: none
  std::vector<std::string> names_;
  std::string text_;
  llvm::raw_string_ostream out_;
};

} // namespace

std::string print(const Body &body, Program &program) { return Printer(body, program, nullptr).run(); }
std::string print(const Body &body, Program &program, Remarks &remarks) { return Printer(body, program, &remarks).run(); }

} // namespace lien::mir

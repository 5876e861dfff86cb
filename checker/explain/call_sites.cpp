#include "checker/explain/call_sites.hpp"

namespace lien {

namespace {

const mir::Constant *calledItem(const mir::Body &body, const mir::Terminator &call) {
  if (call.kind != mir::TerminatorKind::Call || call.operand.kind != mir::Operand::Kind::Constant)
    return nullptr;
  const mir::Constant &constant = body.constants[call.operand.constant];
  return constant.kind == mir::Constant::Kind::FnItem ? &constant : nullptr;
}

bool isMethodOf(Program &program, DefId method, LangItem trait) {
  DefId parent = program.def(method).parent;
  return program.isLang(parent, trait);
}

} // namespace

DefId calleeOf(const mir::Body &body, const mir::Terminator &call) {
  const mir::Constant *item = calledItem(body, call);
  return item != nullptr ? item->def : DefId();
}

llvm::ArrayRef<GenericArg> calleeArgs(const mir::Body &body, const mir::Terminator &call) {
  const mir::Constant *item = calledItem(body, call);
  return item != nullptr ? item->args : Args();
}

std::string methodName(Program &program, DefId method) {
  std::string name = program.resolver().symbols().text(program.def(method).name).str();
  DefId parent = program.def(method).parent;
  if (program.def(parent).kind != DefKind::Impl || program.impl(parent).trait)
    return program.def(method).crate == CrateKind::Library ? name : program.resolver().pathOf(method);
  std::string self = program.print(program.impl(parent).self_type);
  if (std::size_t arguments = self.find('<'); arguments != std::string::npos && arguments > 0)
    self.insert(arguments, "::");
  return self + "::" + name;
}

const mir::Terminator *receiverCall(const JudgedBody &judged, Location move) {
  const mir::Body &body = judged.mir();
  const mir::Statement *statement = judged.flow.statementAt(move);
  const mir::Terminator &call = body.blocks[move.block].terminator;
  if (statement == nullptr || statement->kind != mir::StatementKind::Assign || body.places[statement->place].base.isValid())
    return nullptr;
  DefId callee = calleeOf(body, call);
  if (!callee.isValid() || judged.program.def(callee).kind != DefKind::AssocFn || !judged.program.fn(callee).has_self || call.arguments.empty())
    return nullptr;
  const mir::Operand &receiver = call.arguments.front();
  return receiver.kind != mir::Operand::Kind::Constant && receiver.place == statement->place ? &call : nullptr;
}

ReferenceSource sourceOfReference(const JudgedBody &judged, mir::PlaceId pointer) {
  const mir::Body &body = judged.mir();
  const mir::PlaceData &data = body.places[pointer];
  if (!data.base.isValid()) {
    for (const mir::BasicBlock &block : body.blocks) {
      const mir::Terminator &call = block.terminator;
      if (call.kind != mir::TerminatorKind::Call || call.place != pointer)
        continue;
      DefId callee = calleeOf(body, call);
      llvm::ArrayRef<GenericArg> args = calleeArgs(body, call);
      if (!callee.isValid() || args.empty() || args.front().kind() != GenericArg::Kind::Type)
        continue;
      if (isMethodOf(judged.program, callee, LangItem::DerefTrait) || isMethodOf(judged.program, callee, LangItem::DerefMutTrait))
        return {ReferenceSource::Kind::OverloadedDeref, args.front().type()};
      if (isMethodOf(judged.program, callee, LangItem::IndexTrait) || isMethodOf(judged.program, callee, LangItem::IndexMutTrait))
        return {ReferenceSource::Kind::OverloadedIndex, args.front().type()};
    }
  }
  bool is_mut = judged.types.data(data.ty).mutability == Mutability::Mut;
  return {is_mut ? ReferenceSource::Kind::MutableReference : ReferenceSource::Kind::SharedReference, {}};
}

} // namespace lien

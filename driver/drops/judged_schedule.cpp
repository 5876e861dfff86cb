#include "driver/drops/judged_schedule.hpp"

#include "checker/borrows/promotion.hpp"

#include "llvm/ADT/DenseSet.h"

namespace lien {

namespace {

FunctionStatus statusOf(const JudgedFunction &judged) {
  if (judged.rejected)
    return FunctionStatus::Rejected;
  return judged.declined || judged.mir == nullptr ? FunctionStatus::Declined : FunctionStatus::Judged;
}

} // namespace

namespace {

llvm::SmallVector<mir::LocalId, 4> promotedIn(Program &program, const ControlFlow &flow) {
  DiagnosticSink declines; // told when the body was judged
  return promotedLocals(flow, findPromotedBorrows(program, flow, declines));
}

} // namespace

DropAnalyses::DropAnalyses(Program &program, const mir::Body &body)
    : flow(body), promoted(promotedIn(program, flow)), types(program), moves(flow, types), graph(flow),
      states(graph, flow, moves, DropStates::Variants::Known, findChangingLocals(flow, moves)), schedule(program, types, states, promoted),
      names(program, body), jumps_(body.blocks.size(), nullptr) {
  for (const DropExit &exit : schedule.exits())
    if (exit.exit != mir::ExitKind::Scope && exit.exit != mir::ExitKind::Assign)
      jumps_[exit.from.index()] = &exit;
}

llvm::StringRef exitName(mir::ExitKind exit) {
  switch (exit) {
  case mir::ExitKind::None:
  case mir::ExitKind::Scope:
    return "scope";
  case mir::ExitKind::Return:
    return "return";
  case mir::ExitKind::Break:
    return "break";
  case mir::ExitKind::Continue:
    return "continue";
  case mir::ExitKind::Question:
    return "question";
  case mir::ExitKind::Assign:
    return "assign";
  }
  return "";
}

JudgedSchedule::JudgedSchedule(const JudgedFunction &judged, std::string path) : judged_(judged), path_(std::move(path)), status_(statusOf(judged)) {
  if (status_ == FunctionStatus::Judged)
    analyses_ = std::make_unique<DropAnalyses>(judged.program, *judged.mir);
}

std::unique_ptr<JudgedSchedule> JudgedSchedule::of(const JudgedFunction &judged, const ScheduleFilter &filter) {
  Program &program = judged.program;
  const Def &def = program.def(judged.item);
  if (!isFunction(def.kind))
    return nullptr;
  std::string path = functionPath(program, judged.item, [&](Span span) { return judged.judgement.sources.text(span); });
  if (!filter.function.empty() && path != filter.function && program.resolver().symbols().text(def.name) != filter.function)
    return nullptr;
  return std::unique_ptr<JudgedSchedule>(new JudgedSchedule(judged, std::move(path)));
}

bool JudgedSchedule::hasVariable(llvm::StringRef name) const {
  const auto is_named = [&](const mir::LocalDecl &local) { return judged_.program.resolver().symbols().text(local.name) == name; };
  const auto drops_it = [&](const DropSchedule::Slot &slot) { return analyses_->names.name(body().blocks[slot.block].terminator.place).variable == name; };
  return llvm::any_of(body().locals, is_named) || llvm::any_of(analyses_->schedule.slots(), drops_it);
}

LineColumn JudgedSchedule::position(Span relative) const {
  const Span span = absolute(relative);
  const SourceFile *file = sources().fileAt(span.lo());
  return file != nullptr ? file->lineColumn(span.lo()) : LineColumn{};
}

std::vector<const DropExit *> JudgedSchedule::exitsInOrder() const {
  const auto depth = [&](const DropExit &exit) {
    std::uint32_t depth = 0;
    if (exit.exit == mir::ExitKind::Scope)
      for (mir::ScopeId scope = body().blocks[exit.from].terminator.scope; scope.isValid(); scope = body().scopes[scope].parent)
        ++depth;
    return depth;
  };
  std::vector<std::pair<const DropExit *, std::uint32_t>> exits;
  for (const DropExit &exit : analyses_->schedule.exits())
    exits.emplace_back(&exit, depth(exit));
  llvm::stable_sort(
      exits, [](const auto &a, const auto &b) { return a.first->at.lo() != b.first->at.lo() ? a.first->at.lo() < b.first->at.lo() : a.second > b.second; });
  std::vector<const DropExit *> found;
  for (const auto &[exit, scope_depth] : exits)
    found.push_back(exit);
  return found;
}

std::vector<const DropExit *> JudgedSchedule::exitsWithDrops() const {
  const llvm::ArrayRef<DropExit> all = analyses_->schedule.exits();
  const auto key = [](Span at, mir::LocalId local) { return std::pair(std::pair(at.lo(), at.hi()), local.value); };
  llvm::DenseSet<std::pair<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t>> dropped;
  for (const DropExit &exit : all)
    if (exit.exit == mir::ExitKind::Scope && !exit.drops.empty())
      for (const mir::LocalId local : exit.locals)
        dropped.insert(key(exit.at, local));
  std::vector<const DropExit *> found = exitsInOrder();
  llvm::erase_if(found, [&](const DropExit *exit) {
    const bool drops_elsewhere =
        exit->exit == mir::ExitKind::Scope && llvm::any_of(exit->locals, [&](mir::LocalId local) { return dropped.contains(key(exit->at, local)); });
    return exit->drops.empty() && !drops_elsewhere;
  });
  return found;
}

} // namespace lien

#include "driver/drops/schedule_json.hpp"

#include "checker/drops/summary.hpp"

namespace lien {

namespace {

namespace json = llvm::json;

/// Writes positions and names of one body.
class BodyWriter {
public:
  BodyWriter(const JudgedFunction &judged, std::string path) : judged_(judged), path_(std::move(path)), names_(judged.program, *judged.mir) {}

  [[nodiscard]] json::Value position(Span span) const {
    const SourceFile *file = judged_.judgement.sources.fileAt(span.lo());
    if (file == nullptr)
      return nullptr;
    const LineColumn at = file->lineColumn(span.lo());
    return json::Object{{"line", at.line}, {"col", at.column}};
  }
  [[nodiscard]] json::Value positionIn(Span relative) const { return position(relative.absoluteFrom(judged_.mir->base)); }

  [[nodiscard]] json::Object piece(const DropName &name) const {
    json::Object object{{"variable", name.variable}, {"what", what(name.owner)}, {"decl", nullptr}, {"projection", name.projection}};
    if (!name.declared)
      return object;
    const Span span = name.declared->absoluteFrom(judged_.mir->base);
    object["decl"] = position(span);
    if (name.owner == DropOwner::Temporary)
      object["text"] = judged_.judgement.sources.text(span).take_front(60).str();
    return object;
  }

  [[nodiscard]] json::Object exit(const DropExit &exit) const {
    json::Array drops;
    for (const ScheduledPiece &scheduled : exit.drops) {
      json::Object object = piece(names_.name(scheduled.piece));
      object["kind"] = kindName(scheduled.kind);
      object["at"] = positionIn(judged_.mir->blocks[scheduled.block].terminator.span);
      if (!scheduled.piece.other_than.empty()) {
        json::Array others;
        for (const std::uint32_t variant : scheduled.piece.other_than)
          others.push_back(names_.variantName(scheduled.piece.ty, variant));
        object["other_than"] = std::move(others);
      }
      drops.push_back(std::move(object));
    }
    return json::Object{{"function", path_}, {"exit", exitName(exit.exit)}, {"at", positionIn(exit.at)}, {"drops", std::move(drops)}};
  }

  [[nodiscard]] json::Object summary(const DropSummaryEntry &entry) const {
    json::Object object = piece(entry.name);
    object["function"] = path_;
    object["at"] = positionIn(entry.at);
    object["kind"] = fateName(entry.fate);
    if (entry.fate == DropFate::Moved) {
      json::Array moves;
      for (const auto &[span, projection] : entry.moved_at) {
        json::Value at = positionIn(span);
        if (!projection.empty() && at.getAsObject() != nullptr)
          (*at.getAsObject())["projection"] = projection;
        moves.push_back(std::move(at));
      }
      object["moved_at"] = std::move(moves);
    }
    return object;
  }

private:
  static llvm::StringRef what(DropOwner owner) { return owner == DropOwner::Variable ? "var" : owner == DropOwner::Parameter ? "param" : "temp"; }
  static llvm::StringRef kindName(DropKind kind) {
    switch (kind) {
    case DropKind::Static:
      return "static";
    case DropKind::Conditional:
      return "conditional";
    case DropKind::Replaced:
      return "replaced";
    case DropKind::ReplacedConditional:
      return "replaced-conditional";
    }
    return "";
  }
  static llvm::StringRef fateName(DropFate fate) {
    switch (fate) {
    case DropFate::Static:
      return "static";
    case DropFate::Conditional:
      return "conditional";
    case DropFate::Replaced:
      return "replaced";
    case DropFate::ReplacedConditional:
      return "replaced-conditional";
    case DropFate::Moved:
      return "moved";
    case DropFate::Uninitialised:
      return "uninit";
    }
    return "";
  }
  static llvm::StringRef exitName(mir::ExitKind exit) {
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

  const JudgedFunction &judged_;
  std::string path_;
  DropNames names_;
};

/// A way that drops nothing is shown only where another way through the same scope end drops the same variable.
bool isWorthShowing(const DropExit &exit, llvm::ArrayRef<DropExit> all) {
  if (!exit.drops.empty() || exit.exit != mir::ExitKind::Scope)
    return !exit.drops.empty();
  return llvm::any_of(all, [&](const DropExit &other) {
    return other.exit == exit.exit && other.at == exit.at && !other.drops.empty() &&
           llvm::any_of(other.locals, [&](mir::LocalId local) { return llvm::is_contained(exit.locals, local); });
  });
}

} // namespace

void ScheduleJson::add(const JudgedFunction &judged) {
  Program &program = judged.program;
  const Def &def = program.def(judged.item);
  if (def.kind != DefKind::Fn && def.kind != DefKind::AssocFn)
    return;
  const std::string path = functionPath(program, judged.item, [&](Span span) { return judged.judgement.sources.text(span); });
  if (!function_.empty() && path != function_ && program.resolver().symbols().text(def.name) != function_)
    return;
  rejected_ |= judged.rejected;
  declined_ |= judged.declined;
  json::Object function{{"function", path}, {"status", judged.rejected ? "rejected" : judged.declined || judged.mir == nullptr ? "declined" : "judged"}};
  if (const SourceFile *file = judged.judgement.sources.fileAt(def.name_span.lo())) {
    const LineColumn at = file->lineColumn(def.name_span.lo());
    function["at"] = json::Object{{"line", at.line}, {"col", at.column}};
  }
  functions_.push_back(std::move(function));
  if (judged.rejected || judged.declined || judged.mir == nullptr)
    return;
  const ControlFlow flow(*judged.mir);
  const ProgramMoveTypes types(program);
  const MoveData moves(flow, types);
  const DropSchedule schedule(program, flow, moves, types);
  const BodyWriter writer(judged, path);
  const auto concerns = [&](const json::Object &piece) { return variable_.empty() || piece.getString("variable").value_or("") == variable_; };
  for (const DropExit &exit : schedule.exits()) {
    if (!isWorthShowing(exit, schedule.exits()))
      continue;
    json::Object object = writer.exit(exit);
    json::Array wanted;
    for (json::Value &drop : *object.getArray("drops"))
      if (concerns(*drop.getAsObject()))
        wanted.push_back(std::move(drop));
    const bool any = !wanted.empty();
    object["drops"] = std::move(wanted);
    if (variable_.empty() || any)
      if (const json::Value value(std::move(object)); !llvm::is_contained(exits_, value))
        exits_.push_back(value);
  }
  for (const DropSummaryEntry &entry : summarizeDrops(program, flow, moves, schedule))
    if (json::Object object = writer.summary(entry); concerns(object))
      summary_.push_back(std::move(object));
}

void ScheduleJson::write(llvm::StringRef file, const Judgement &judgement, llvm::raw_ostream &out) {
  for (const Diagnostic &finding : judgement.findings)
    if (finding.level == Level::Error)
      (isDecline(finding.kind) ? declined_ : rejected_) = true;
  const llvm::StringRef verdict = rejected_ ? "reject" : declined_ ? "declined" : "accept";
  out << json::Value(json::Object{{"schema", "lien-drops/1"},
                                  {"file", file},
                                  {"verdict", verdict},
                                  {"functions", std::move(functions_)},
                                  {"exits", std::move(exits_)},
                                  {"summary", std::move(summary_)}})
      << '\n';
}

} // namespace lien

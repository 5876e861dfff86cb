#include "driver/drops/schedule_json.hpp"

#include "checker/drops/summary.hpp"
#include "driver/check/run_report.hpp"

#include "llvm/ADT/StringSet.h"

namespace lien {

namespace {

namespace json = llvm::json;

json::Value positionJson(LineColumn at) { return json::Object{{"line", at.line}, {"col", at.column}}; }

/// Writes positions and names of one body.
class BodyWriter {
public:
  explicit BodyWriter(const JudgedSchedule &function) : function_(function), names_(function.analyses().names) {}

  [[nodiscard]] json::Value position(Span relative) const {
    return function_.sources().fileAt(function_.absolute(relative).lo()) == nullptr ? json::Value(nullptr) : positionJson(function_.position(relative));
  }

  [[nodiscard]] json::Object piece(const DropName &name) const {
    json::Object object{{"variable", name.variable}, {"what", what(name.owner)}, {"decl", nullptr}, {"projection", name.projection}};
    if (!name.declared)
      return object;
    object["decl"] = position(*name.declared);
    if (name.owner == DropOwner::Temporary)
      object["text"] = function_.text(*name.declared).take_front(60).str();
    return object;
  }

  [[nodiscard]] json::Object exit(const DropExit &exit, const ScheduleFilter &filter) const {
    json::Array drops;
    for (const ScheduledPiece &scheduled : exit.drops) {
      const DropName name = names_.name(*scheduled.piece);
      if (!filter.wants(name))
        continue;
      json::Object object = piece(name);
      object["kind"] = kindName(scheduled.kind);
      object["at"] = position(function_.body().blocks[scheduled.block].terminator.span);
      if (!scheduled.piece->other_than.empty()) {
        json::Array others;
        for (const std::uint32_t variant : scheduled.piece->other_than)
          others.push_back(names_.variantName(scheduled.piece->ty, variant));
        object["other_than"] = std::move(others);
      }
      drops.push_back(std::move(object));
    }
    return json::Object{{"function", function_.path()}, {"exit", exitName(exit.exit)}, {"at", position(exit.at)}, {"drops", std::move(drops)}};
  }

  [[nodiscard]] json::Object summary(const DropSummaryEntry &entry) const {
    json::Object object = piece(entry.name);
    object["function"] = function_.path();
    object["at"] = position(entry.at);
    object["kind"] = fateName(entry.fate);
    if (entry.fate == DropFate::Moved) {
      json::Array moves;
      for (const auto &[span, projection] : entry.moved_at) {
        json::Value at = position(span);
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
  const JudgedSchedule &function_;
  const DropNames &names_;
};

llvm::StringRef statusName(FunctionStatus status) {
  switch (status) {
  case FunctionStatus::Judged:
    return "judged";
  case FunctionStatus::Rejected:
    return "rejected";
  case FunctionStatus::Declined:
    return "declined";
  }
  return "";
}

/// A file that could not be read or judged to the end is as good as declined.
llvm::StringRef verdictName(Verdict verdict) {
  switch (verdict) {
  case Verdict::Accepted:
    return "accept";
  case Verdict::Rejected:
    return "reject";
  case Verdict::Declined:
  case Verdict::Unreadable:
  case Verdict::Internal:
    return "declined";
  }
  return "";
}

} // namespace

void ScheduleJson::add(const JudgedSchedule &function) {
  json::Object object{{"function", function.path()}, {"status", statusName(function.status())}};
  if (const SourceFile *file = function.file())
    object["at"] = positionJson(file->lineColumn(function.nameSpan().lo()));
  functions_.push_back(std::move(object));
  if (function.status() != FunctionStatus::Judged)
    return;
  addExits(function);
  const BodyWriter writer(function);
  const DropAnalyses &known = function.analyses();
  for (const DropSummaryEntry &entry : summarizeDrops(function.judged().program, known.flow, known.moves, known.schedule))
    if (filter_.wants(entry.name))
      summary_.push_back(writer.summary(entry));
}

/// Two ways through one exit that drop the same are one entry.
void ScheduleJson::addExits(const JudgedSchedule &function) {
  const BodyWriter writer(function);
  llvm::StringSet<> seen;
  for (const DropExit *exit : function.exitsWithDrops()) {
    json::Object object = writer.exit(*exit, filter_);
    if (!filter_.variable.empty() && object.getArray("drops")->empty())
      continue;
    json::Value value(std::move(object));
    std::string text;
    llvm::raw_string_ostream(text) << value;
    if (seen.insert(text).second)
      exits_.push_back(std::move(value));
  }
}

void ScheduleJson::write(llvm::StringRef file, const Judgement &judgement, llvm::raw_ostream &out) {
  out << json::Value(json::Object{{"schema", "lien-drops/1"},
                                  {"file", file},
                                  {"verdict", verdictName(verdictOf(judgement))},
                                  {"functions", std::move(functions_)},
                                  {"exits", std::move(exits_)},
                                  {"summary", std::move(summary_)}})
      << '\n';
}

} // namespace lien

#include "driver/drops/schedule_json.hpp"

#include "checker/drops/summary.hpp"
#include "driver/check/run_report.hpp"

#include "llvm/ADT/StringSet.h"
#include "llvm/Support/JSON.h"

namespace lien {

namespace {

namespace json = llvm::json;

/// As much of a temporary's text as is shown. (Not in the middle of a character.)
llvm::StringRef beginOf(llvm::StringRef text) {
  constexpr std::size_t most_bytes = 60;
  std::size_t size = std::min(text.size(), most_bytes);
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U)
    --size;
  return text.take_front(size);
}

void writePosition(json::OStream &out, LineColumn at, llvm::StringRef projection = {}) {
  out.object([&] {
    out.attribute("col", at.column);
    out.attribute("line", at.line);
    if (!projection.empty())
      out.attribute("projection", projection);
  });
}

/// Writes positions and names of one body. Keys in the order of the alphabet.
class BodyWriter {
public:
  BodyWriter(const JudgedSchedule &function, json::OStream &out) : function_(function), names_(function.analyses().names), out_(out) {}

  /// `drops`: with their names.
  void exit(const DropExit &exit, llvm::ArrayRef<std::pair<const ScheduledPiece *, DropName>> drops) {
    out_.object([&] {
      position("at", exit.at);
      out_.attributeArray("drops", [&] {
        for (const auto &[scheduled, name] : drops)
          out_.object([&, scheduled = scheduled, &name = name] { drop(*scheduled, name); });
      });
      out_.attribute("exit", exitName(exit.exit));
      out_.attribute("function", function_.path());
    });
  }

  void summary(const DropSummaryEntry &entry) {
    out_.object([&] {
      position("at", entry.at);
      declaration(entry.name);
      out_.attribute("function", function_.path());
      out_.attribute("kind", fateName(entry.fate));
      if (entry.fate == DropFate::Moved)
        out_.attributeArray("moved_at", [&] {
          for (const auto &[span, projection] : entry.moved_at)
            position(span, projection);
        });
      rest(entry.name);
    });
  }

private:
  void position(Span relative, llvm::StringRef projection = {}) {
    if (function_.sources().fileAt(function_.absolute(relative).lo()) == nullptr)
      out_.value(nullptr);
    else
      writePosition(out_, function_.position(relative), projection);
  }
  void position(llvm::StringRef key, Span relative) {
    out_.attributeBegin(key);
    position(relative);
    out_.attributeEnd();
  }

  void drop(const ScheduledPiece &scheduled, const DropName &name) {
    position("at", function_.body().blocks[scheduled.block].terminator.span);
    declaration(name);
    out_.attribute("kind", kindName(scheduled.kind));
    if (!scheduled.piece->other_than.empty())
      out_.attributeArray("other_than", [&] {
        for (const std::uint32_t variant : scheduled.piece->other_than)
          out_.value(names_.variantName(scheduled.piece->ty, variant));
      });
    rest(name);
  }

  void declaration(const DropName &name) {
    if (name.declared)
      position("decl", *name.declared);
    else
      out_.attribute("decl", nullptr);
  }

  /// What of a name comes after its kind.
  void rest(const DropName &name) {
    out_.attribute("projection", name.projection);
    if (name.declared && name.owner == DropOwner::Temporary)
      out_.attribute("text", beginOf(function_.text(*name.declared)));
    out_.attribute("variable", name.variable);
    out_.attribute("what", what(name.owner));
  }

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
  json::OStream &out_;
};

/// The text of one value.
template <typename Write> std::string textOf(Write write) {
  std::string text;
  llvm::raw_string_ostream stream(text);
  stream.SetBufferSize(1024); // byte by byte otherwise
  json::OStream out(stream);
  write(out);
  stream.flush();
  return text;
}

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
  functions_.push_back(textOf([&](json::OStream &out) {
    out.object([&] {
      if (const SourceFile *file = function.file()) {
        out.attributeBegin("at");
        writePosition(out, file->lineColumn(function.nameSpan().lo()));
        out.attributeEnd();
      }
      out.attribute("function", function.path());
      out.attribute("status", statusName(function.status()));
    });
  }));
  if (function.status() != FunctionStatus::Judged)
    return;
  addExits(function);
  const DropAnalyses &known = function.analyses();
  for (const DropSummaryEntry &entry : summarizeDrops(function.judged().program, known.flow, known.moves, known.schedule))
    if (filter_.wants(entry.name))
      summary_.push_back(textOf([&](json::OStream &out) { BodyWriter(function, out).summary(entry); }));
}

/// Two ways through one exit that drop the same are one entry.
void ScheduleJson::addExits(const JudgedSchedule &function) {
  llvm::StringSet<> seen;
  for (const DropExit *exit : function.exitsWithDrops()) {
    std::vector<std::pair<const ScheduledPiece *, DropName>> drops;
    for (const ScheduledPiece &scheduled : exit->drops)
      if (DropName name = function.analyses().names.name(*scheduled.piece); filter_.wants(name))
        drops.emplace_back(&scheduled, std::move(name));
    if (!filter_.variable.empty() && drops.empty())
      continue;
    std::string text = textOf([&](json::OStream &out) { BodyWriter(function, out).exit(*exit, drops); });
    if (seen.insert(text).second)
      exits_.push_back(std::move(text));
  }
}

void ScheduleJson::write(llvm::StringRef file, const Judgement &judgement, llvm::raw_ostream &stream) {
  json::OStream out(stream);
  const auto list = [&](llvm::StringRef key, llvm::ArrayRef<std::string> texts) {
    out.attributeArray(key, [&] {
      for (const std::string &text : texts)
        out.rawValue(text);
    });
  };
  out.object([&] {
    list("exits", exits_);
    out.attribute("file", file);
    list("functions", functions_);
    out.attribute("schema", "lien-drops/1");
    list("summary", summary_);
    out.attribute("verdict", verdictName(verdictOf(judgement)));
  });
  stream << '\n';
}

} // namespace lien

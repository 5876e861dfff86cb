#include "driver/drops/schedule_human.hpp"

#include "checker/drops/describe.hpp"
#include "checker/explain/move_sites.hpp"

#include "llvm/Support/Format.h"

namespace lien {

namespace {

/// Prints the exits of one function in the order of the source.
class FunctionPrinter {
public:
  FunctionPrinter(const JudgedFunction &judged, llvm::StringRef variable, llvm::raw_ostream &out)
      : judged_(judged), body_(*judged.mir), variable_(variable), out_(out), flow_(body_), types_(judged.program), moves_(flow_, types_),
        schedule_(judged.program, flow_, moves_, types_), names_(judged.program, body_), judged_body_{judged.program, flow_, moves_, types_} {}

  void print() {
    std::vector<const DropExit *> exits;
    for (const DropExit &exit : schedule_.exits())
      exits.push_back(&exit);
    llvm::stable_sort(exits, [](const DropExit *a, const DropExit *b) { return a->at.lo() < b->at.lo(); });
    std::string last;
    for (const DropExit *exit : exits) {
      std::string text = describe(*exit);
      if (text.empty() || text == last)
        continue;
      showLine(exit->at);
      out_ << text;
      last = std::move(text);
    }
  }

private:
  [[nodiscard]] LineColumn position(Span relative) const {
    const Span span = relative.absoluteFrom(body_.base);
    const SourceFile *file = judged_.judgement.sources.fileAt(span.lo());
    return file != nullptr ? file->lineColumn(span.lo()) : LineColumn{};
  }

  /// The source's line, once for all exits on it.
  void showLine(Span at) {
    const SourceFile *file = judged_.judgement.sources.fileAt(at.absoluteFrom(body_.base).lo());
    const std::uint32_t line = position(at).line;
    if (file == nullptr || line == shown_line_)
      return;
    shown_line_ = line;
    out_ << llvm::format("%5u | ", line) << file->line(line) << '\n';
  }

  static llvm::StringRef exitText(mir::ExitKind exit) {
    switch (exit) {
    case mir::ExitKind::None:
    case mir::ExitKind::Scope:
      return "end of scope";
    case mir::ExitKind::Return:
      return "return";
    case mir::ExitKind::Break:
      return "break";
    case mir::ExitKind::Continue:
      return "continue";
    case mir::ExitKind::Question:
      return "?";
    case mir::ExitKind::Assign:
      return "assignment";
    }
    return "";
  }

  [[nodiscard]] std::string nameOf(const DropName &name) const {
    if (name.owner != DropOwner::Temporary)
      return "`" + name.variable + name.projection + "`";
    std::string text;
    if (name.declared)
      text = judged_.judgement.sources.text(name.declared->absoluteFrom(body_.base)).split('\n').first.take_front(40).str();
    return "the temporary `" + text + "`" + (name.projection.empty() ? "" : " (" + name.projection + ")");
  }

  /// Why nothing of a variable is left here: the moves that reach this exit, or that there are none.
  [[nodiscard]] std::string whyGone(mir::BlockId block, const DropExit &exit) const {
    const PathLookup path = moves_.find(body_.blocks[block].terminator.place);
    if (!path.exact)
      return "gone";
    const MoveHistory history =
        historyOf(judged_body_, flow_.terminatorOf(exit.exit == mir::ExitKind::Scope || exit.exit == mir::ExitKind::Assign ? block : exit.from), path.path);
    if (history.sites.empty())
      return "never initialised on this way";
    std::string text = "moved at ";
    for (std::size_t i = 0; i < history.sites.size(); ++i) {
      const LineColumn at = position(flow_.spanAt(moves_.moves()[history.sites[i].move].at));
      text += (i == 0 ? "" : " or ") + std::to_string(at.line) + ":" + std::to_string(at.column);
    }
    return text;
  }

  [[nodiscard]] std::string describe(const DropExit &exit) const {
    const std::string gutter = "      |   ";
    std::string text;
    std::string drops;
    for (const ScheduledPiece &scheduled : exit.drops) {
      const DropName name = names_.name(scheduled.piece);
      if (!variable_.empty() && name.variable != variable_)
        continue;
      drops += (drops.empty() ? "" : ", then ") + nameOf(name);
      if (scheduled.kind == DropKind::Conditional || scheduled.kind == DropKind::ReplacedConditional)
        drops += " (only if it was not moved on the way here: ambiguous)";
    }
    const std::string at = std::to_string(position(exit.at).line) + ":" + std::to_string(position(exit.at).column);
    if (!drops.empty())
      text += gutter + exitText(exit.exit).str() + " at " + at + " drops " + drops + "\n";
    for (const mir::BlockId block : exit.gone) {
      const DropName name = names_.name(body_.blocks[block].terminator.place);
      if (name.owner == DropOwner::Temporary || exit.exit == mir::ExitKind::Assign || (!variable_.empty() && name.variable != variable_))
        continue;
      text += gutter + exitText(exit.exit).str() + " at " + at + " does not drop " + nameOf(name) + ": " + whyGone(block, exit) + "\n";
    }
    return text;
  }

  const JudgedFunction &judged_;
  const mir::Body &body_;
  llvm::StringRef variable_;
  llvm::raw_ostream &out_;
  ControlFlow flow_;
  ProgramMoveTypes types_;
  MoveData moves_;
  DropSchedule schedule_;
  DropNames names_;
  JudgedBody judged_body_;
  std::uint32_t shown_line_ = 0;
};

} // namespace

void ScheduleHuman::add(const JudgedFunction &judged) {
  Program &program = judged.program;
  const Def &def = program.def(judged.item);
  if (def.kind != DefKind::Fn && def.kind != DefKind::AssocFn)
    return;
  const std::string path = functionPath(program, judged.item, [&](Span span) { return judged.judgement.sources.text(span); });
  if (!function_.empty() && path != function_ && program.resolver().symbols().text(def.name) != function_)
    return;
  const SourceFile *file = judged.judgement.sources.fileAt(def.name_span.lo());
  out_ << path;
  if (file != nullptr)
    out_ << " (" << file->name() << ':' << file->lineColumn(def.name_span.lo()).line << ')';
  if (judged.rejected || judged.declined || judged.mir == nullptr) {
    out_ << (judged.rejected ? ": rejected\n\n" : ": not judged\n\n");
    return;
  }
  out_ << '\n';
  FunctionPrinter(judged, variable_, out_).print();
  out_ << '\n';
}

} // namespace lien

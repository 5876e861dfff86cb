#include "driver/drops/verify_drops.hpp"

#include "llvm/ADT/StringExtras.h"

#include <map>

namespace lien {

namespace {

/// As an annotation writes it: the variable, or a temporary's source in backticks; the projection; `?` where it depends on the path.
std::string annotationText(const JudgedSchedule &function, const ScheduledPiece &scheduled) {
  const DropName name = function.analyses().names.name(*scheduled.piece);
  std::string text = name.variable;
  if (name.owner == DropOwner::Temporary)
    text = "`" + (name.declared ? withSingleBlanks(function.text(*name.declared)) : "") + "`";
  const bool ambiguous = scheduled.kind == DropKind::Conditional || scheduled.kind == DropKind::ReplacedConditional;
  return text + name.projection + (ambiguous ? "?" : "");
}

/// Splits a list at the commas outside of backticks.
std::vector<std::string> expectedDrops(llvm::StringRef text) {
  std::vector<std::string> items;
  if (text == "nothing" || text.empty())
    return items;
  bool quoted = false;
  std::size_t start = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i == text.size() || (text[i] == ',' && !quoted)) {
      items.push_back(withSingleBlanks(text.slice(start, i)));
      start = i + 1;
    } else if (text[i] == '`') {
      quoted = !quoted;
    }
  }
  return items;
}

/// A temporary's source may be cut: `` `make(...` ``.
bool matches(llvm::StringRef expected, llvm::StringRef dropped) {
  const std::size_t cut = expected.find("...`");
  if (cut == llvm::StringRef::npos)
    return expected == dropped;
  const std::size_t end = dropped.rfind('`');
  return end != llvm::StringRef::npos && dropped.starts_with(expected.take_front(cut)) && dropped.substr(end) == expected.substr(cut + 3);
}

bool matchesAll(llvm::ArrayRef<std::string> expected, llvm::ArrayRef<std::string> dropped) {
  return llvm::equal(expected, dropped, [](const std::string &a, const std::string &b) { return matches(a, b); });
}

std::string listed(llvm::ArrayRef<std::string> drops) { return drops.empty() ? "nothing" : llvm::join(drops, ", "); }

std::uint32_t lineOf(const SourceFile &file, std::uint32_t offset) { return file.lineColumn(offset).line; }

void report(std::vector<Diagnostic> &differences, Span span, std::string message) {
  differences.emplace_back(DiagnosticKind::Verify, std::move(message), span);
}

} // namespace

void DropVerifier::watch(JudgeOptions &options) {
  options.each_body = [this](const JudgedFunction &judged) {
    const SourceMap &sources = judged.judgement.sources;
    if (!asked_) {
      asked_ = false;
      for (std::size_t i = 0; i < sources.size(); ++i)
        *asked_ = *asked_ || llvm::any_of(annotationsOf(sources.file(FileId(i))), [](const SourceAnnotation &annotation) { return annotation.is_drop; });
    }
    if (*asked_)
      add(judged);
  };
}

void DropVerifier::add(const JudgedFunction &judged) {
  const std::unique_ptr<JudgedSchedule> schedule = JudgedSchedule::of(judged, {});
  if (schedule == nullptr)
    return;
  Function function{schedule->path(), judged.program.def(judged.item).span, schedule->status(), {}};
  if (function.status == FunctionStatus::Judged)
    for (const DropExit *exit : schedule->exitsWithDrops()) {
      Exit entry{schedule->absolute(exit->at), ("exit `" + exitName(exit->exit) + "`").str(), {}};
      for (const ScheduledPiece &scheduled : exit->drops)
        entry.drops.push_back(annotationText(*schedule, scheduled));
      // Several ways through one exit that drop the same are one.
      const auto same = [&](const Exit &other) { return other.at == entry.at && other.title == entry.title && other.drops == entry.drops; };
      bool repeated = false;
      for (auto before = function.exits.rbegin(); before != function.exits.rend() && before->at == entry.at && !repeated; ++before)
        repeated = same(*before);
      if (!repeated)
        function.exits.push_back(std::move(entry));
    }
  functions_.push_back(std::move(function));
}

/// Of each annotation, the innermost function around its line; several, where they stand on one line.
std::vector<bool> DropVerifier::annotatedFunctions(const SourceFile &file, llvm::ArrayRef<SourceAnnotation> annotations) const {
  std::vector<bool> annotated(functions_.size(), false);
  for (const SourceAnnotation &annotation : annotations) {
    std::uint32_t fewest = UINT32_MAX;
    std::vector<std::size_t> around;
    for (std::size_t f = 0; f < functions_.size(); ++f) {
      const Span span = functions_[f].span;
      if (!file.span().contains(span) || annotation.line < lineOf(file, span.lo()) || annotation.line > lineOf(file, span.hi()))
        continue;
      const std::uint32_t lines = lineOf(file, span.hi()) - lineOf(file, span.lo());
      if (lines < fewest)
        around.clear();
      fewest = std::min(fewest, lines);
      if (lines == fewest)
        around.push_back(f);
    }
    for (const std::size_t f : around)
      annotated[f] = true;
  }
  return annotated;
}

std::vector<Diagnostic> DropVerifier::differences(const SourceMap &sources) const {
  std::vector<Diagnostic> differences;
  for (std::size_t i = 0; i < sources.size() && asked_.value_or(false); ++i) {
    const SourceFile &file = sources.file(FileId(i));
    std::vector<SourceAnnotation> annotations = annotationsOf(file);
    llvm::erase_if(annotations, [](const SourceAnnotation &annotation) { return !annotation.is_drop; });
    const std::vector<bool> annotated = annotatedFunctions(file, annotations);
    std::map<std::uint32_t, std::pair<std::vector<const Exit *>, std::vector<const SourceAnnotation *>>> lines;
    for (std::size_t f = 0; f < functions_.size(); ++f) {
      if (annotated[f] && functions_[f].status != FunctionStatus::Judged)
        report(differences, functions_[f].span, "drops were expected in `" + functions_[f].path + "`, which was not judged: it has no schedule");
      for (const Exit &exit : functions_[f].exits)
        if (annotated[f])
          lines[lineOf(file, exit.at.lo())].first.push_back(&exit);
    }
    for (const SourceAnnotation &annotation : annotations)
      lines[annotation.line].second.push_back(&annotation);
    for (auto &[line, found] : lines) {
      llvm::stable_sort(found.first, [](const Exit *a, const Exit *b) { return a->at.lo() < b->at.lo(); });
      compareLine(file, found.first, found.second, differences);
    }
  }
  return differences;
}

/// In order; what agrees at the beginning and at the end of the line is set aside, so that one exit too many does not set all others at odds.
void DropVerifier::compareLine(const SourceFile &file, llvm::ArrayRef<const Exit *> exits, llvm::ArrayRef<const SourceAnnotation *> annotations,
                               std::vector<Diagnostic> &differences) const {
  const auto agree = [](const Exit *exit, const SourceAnnotation *annotation) { return matchesAll(expectedDrops(annotation->text), exit->drops); };
  while (!exits.empty() && !annotations.empty() && agree(exits.front(), annotations.front())) {
    exits = exits.drop_front();
    annotations = annotations.drop_front();
  }
  while (!exits.empty() && !annotations.empty() && agree(exits.back(), annotations.back())) {
    exits = exits.drop_back();
    annotations = annotations.drop_back();
  }
  const auto dropped = [&](const Exit &exit) {
    const LineColumn at = file.lineColumn(exit.at.lo());
    return (llvm::Twine("the ") + exit.title + " at " + llvm::Twine(at.line) + ":" + llvm::Twine(at.column) + " drops " + listed(exit.drops)).str();
  };
  const auto expected = [](const SourceAnnotation &annotation) { return listed(expectedDrops(annotation.text)); };
  for (std::size_t i = 0; i < std::max(exits.size(), annotations.size()); ++i) {
    if (i >= annotations.size())
      report(differences, exits[i]->at, "not annotated: " + dropped(*exits[i]));
    else if (i >= exits.size())
      report(differences, annotations[i]->span,
             (llvm::Twine("drops were expected on line ") + llvm::Twine(annotations[i]->line) + ": " + expected(*annotations[i]) +
              "; no other exit of a judged function there drops anything")
                 .str());
    else
      report(differences, annotations[i]->span, dropped(*exits[i]) + ", not " + expected(*annotations[i]));
  }
}

} // namespace lien

#include "driver/check/verify.hpp"

#include <algorithm>
#include <optional>

namespace lien {

namespace {

struct Annotation {
  const SourceFile *file = nullptr;
  std::uint32_t line = 0;
  std::optional<Level> level; ///< nothing: any
  llvm::StringRef text;
  Span span; ///< of the annotation itself
  bool met = false;
};

std::optional<Level> takeLevel(llvm::StringRef &text) {
  struct Word {
    llvm::StringLiteral name;
    Level level;
  };
  constexpr Word words[] = {{"ERROR", Level::Error}, {"WARNING", Level::Warning}, {"WARN", Level::Warning}, {"NOTE", Level::Note}, {"HELP", Level::Help}};
  for (const Word &word : words) {
    llvm::StringRef rest = text;
    if (rest.consume_front(word.name) && (rest.empty() || rest.front() == ' ' || rest.front() == ':')) {
      rest.consume_front(":");
      text = rest.trim();
      return word.level;
    }
  }
  return std::nullopt;
}

/// Line `line` moved by the arrows at the head of `text`, or the line the last annotation spoke of for `|`.
std::uint32_t takeTarget(llvm::StringRef &text, std::uint32_t line, std::uint32_t last_target) {
  if (text.consume_front("|"))
    return last_target;
  for (; text.consume_front("^"); line = line > 0 ? line - 1 : 0) {
  }
  std::size_t downward = text.take_while([](char c) { return c == 'v'; }).size();
  if (downward > 0 && (downward == text.size() || text[downward] == ' ')) {
    text = text.drop_front(downward);
    line += static_cast<std::uint32_t>(downward);
  }
  return line;
}

std::vector<Annotation> annotationsOf(const SourceFile &file) {
  std::vector<Annotation> found;
  llvm::StringRef text = file.text();
  std::uint32_t last_target = 0;
  for (std::size_t at = 0; (at = text.find("//~", at)) != llvm::StringRef::npos; ++at) {
    std::size_t end = std::min(text.find('\n', at), text.size());
    llvm::StringRef rest = text.slice(at + 3, end).trim();
    Annotation annotation;
    annotation.file = &file;
    auto offset = static_cast<std::uint32_t>(file.base() + at);
    annotation.span = Span(offset, static_cast<std::uint32_t>(file.base() + end));
    annotation.line = takeTarget(rest, file.lineColumn(offset).line, last_target);
    last_target = annotation.line;
    rest = rest.trim();
    annotation.level = takeLevel(rest);
    annotation.text = rest;
    found.push_back(annotation);
  }
  return found;
}

bool namesKind(llvm::StringRef word, DiagnosticKind kind) { return !word.empty() && (word == codeOf(kind) || word == stableNameOf(kind)); }

/// Code or stable name, part of the message, or both.
bool matchesText(llvm::StringRef text, DiagnosticKind kind, llvm::StringRef message) {
  if (text.empty() || namesKind(text, kind))
    return true;
  if (text.ends_with("]")) {
    auto [part, code] = text.drop_back().rsplit('[');
    if (namesKind(code, kind))
      return message.contains(part.trim());
  }
  auto [first, rest] = text.split(' ');
  first.consume_back(":");
  if (namesKind(first, kind))
    return message.contains(rest.trim());
  return message.contains(text);
}

class Comparison {
public:
  explicit Comparison(const SourceMap &sources) : sources_(sources) {
    for (std::size_t i = 0; i < sources.size(); ++i)
      for (Annotation &annotation : annotationsOf(sources.file(FileId(i))))
        annotations_.push_back(annotation);
  }

  std::vector<Diagnostic> run(llvm::ArrayRef<Diagnostic> findings) {
    for (const Diagnostic &finding : findings)
      finding_(finding);
    for (const Annotation &annotation : annotations_)
      if (!annotation.met)
        report(annotation.span, "this finding was expected on line " + std::to_string(annotation.line) + " and not reported");
    return std::move(differences_);
  }

private:
  void finding_(const Diagnostic &finding) {
    Span place = finding.primary.empty() ? Span() : finding.primary.front().span;
    if (!meet(place, finding.level, finding.kind, finding.message))
      report(place, "not annotated: " + title(finding));
    for (const SubDiagnostic &child : finding.children)
      meet(child.spans.empty() ? place : child.spans.front().span, child.level, finding.kind, child.message);
    for (const Suggestion &suggestion : finding.suggestions)
      meet(suggestion.edits.empty() ? place : suggestion.edits.front().span, Level::Help, finding.kind, suggestion.message);
  }

  static std::string title(const Diagnostic &finding) {
    std::string name = finding.level == Level::Error ? "error" : "warning";
    return name + "[" + stableNameOf(finding.kind).str() + "]: " + finding.message;
  }

  bool meet(Span place, Level level, DiagnosticKind kind, llvm::StringRef message) {
    const SourceFile *file = sources_.fileAt(place.lo());
    if (file == nullptr)
      return false;
    std::uint32_t line = file->lineColumn(place.lo()).line;
    for (Annotation &annotation : annotations_)
      if (!annotation.met && annotation.file == file && annotation.line == line && annotation.level.value_or(level) == level &&
          matchesText(annotation.text, kind, message))
        return annotation.met = true;
    return false;
  }

  void report(Span span, std::string message) { differences_.emplace_back(DiagnosticKind::Verify, std::move(message), span); }

  const SourceMap &sources_;
  std::vector<Annotation> annotations_;
  std::vector<Diagnostic> differences_;
};

} // namespace

std::vector<Diagnostic> verifyAnnotations(const SourceMap &sources, llvm::ArrayRef<Diagnostic> findings) { return Comparison(sources).run(findings); }

} // namespace lien

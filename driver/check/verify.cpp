#include "driver/check/verify.hpp"

#include "driver/check/annotations.hpp"

namespace lien {

namespace {

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
      for (const SourceAnnotation &annotation : annotationsOf(sources.file(FileId(i))))
        if (!annotation.is_drop)
          annotations_.push_back(annotation);
  }

  std::vector<Diagnostic> run(llvm::ArrayRef<Diagnostic> findings) {
    for (const Diagnostic &finding : findings)
      finding_(finding);
    for (const SourceAnnotation &annotation : annotations_)
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
    for (SourceAnnotation &annotation : annotations_)
      if (!annotation.met && annotation.file == file && annotation.line == line && annotation.level.value_or(level) == level &&
          matchesText(annotation.text, kind, message))
        return annotation.met = true;
    return false;
  }

  void report(Span span, std::string message) { differences_.emplace_back(DiagnosticKind::Verify, std::move(message), span); }

  const SourceMap &sources_;
  std::vector<SourceAnnotation> annotations_;
  std::vector<Diagnostic> differences_;
};

} // namespace

std::vector<Diagnostic> verifyAnnotations(const SourceMap &sources, llvm::ArrayRef<Diagnostic> findings) { return Comparison(sources).run(findings); }

} // namespace lien

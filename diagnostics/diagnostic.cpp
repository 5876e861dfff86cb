#include "diagnostics/diagnostic.hpp"

#include <algorithm>
#include <iterator>

namespace lien {

namespace {

struct KindNames {
  llvm::StringLiteral code;
  llvm::StringLiteral stable;
};

constexpr KindNames names[] = {
#define LIEN_KIND(Name, Code, Stable) {Code, Stable},
#include "diagnostics/kinds.def"
};

std::uint32_t position(const Diagnostic &diagnostic) { return diagnostic.primary.empty() ? 0 : diagnostic.primary.front().span.lo(); }

Diagnostic decline(DiagnosticKind kind, std::string message, Span span, llvm::StringRef subject) {
  Diagnostic diagnostic(kind, std::move(message), span);
  diagnostic.subject = subject.str();
  return diagnostic;
}

} // namespace

llvm::StringRef codeOf(DiagnosticKind kind) { return names[static_cast<std::size_t>(kind)].code; }

llvm::StringRef stableNameOf(DiagnosticKind kind) { return names[static_cast<std::size_t>(kind)].stable; }

bool isDecline(DiagnosticKind kind) { return kind == DiagnosticKind::L0001 || kind == DiagnosticKind::L0002 || kind == DiagnosticKind::L0003; }

Diagnostic &Diagnostic::label(Span span, std::string text) {
  secondary.push_back({span, std::move(text)});
  return *this;
}

Diagnostic &Diagnostic::note(std::string text) {
  children.push_back({Level::Note, std::move(text), {}});
  return *this;
}

Diagnostic &Diagnostic::noteAt(Span span, std::string text) {
  children.push_back({Level::Note, std::move(text), {Label{span, {}}}});
  return *this;
}

Diagnostic &Diagnostic::help(std::string text) {
  children.push_back({Level::Help, std::move(text), {}});
  return *this;
}

Diagnostic &DiagnosticSink::report(Diagnostic diagnostic) {
  if (isDecline(diagnostic.kind))
    has_declines_ = true;
  else if (diagnostic.level == Level::Error)
    has_errors_ = true;
  diagnostics_.push_back(std::move(diagnostic));
  return diagnostics_.back();
}

void DiagnosticSink::declineFeature(Span span, llvm::StringRef feature) {
  report(decline(DiagnosticKind::L0001, "not judged: " + feature.str(), span, feature));
}

void DiagnosticSink::declinePending(Span span, llvm::StringRef what) { report(decline(DiagnosticKind::L0001, what.str(), span, what)); }

void DiagnosticSink::declineLibrary(Span span, llvm::StringRef item) {
  report(decline(DiagnosticKind::L0002, "not judged: no signature for " + item.str(), span, item));
}

void DiagnosticSink::declineLimit(Span span, llvm::StringRef limit) {
  report(decline(DiagnosticKind::L0003, "not judged: limit reached: " + limit.str(), span, limit));
}

std::vector<Diagnostic> DiagnosticSink::finish() && {
  if (has_declines_)
    std::erase_if(diagnostics_, [](const Diagnostic &diagnostic) { return !isDecline(diagnostic.kind); });
  std::stable_sort(diagnostics_.begin(), diagnostics_.end(), [](const Diagnostic &a, const Diagnostic &b) { return position(a) < position(b); });
  return std::move(diagnostics_);
}

void DiagnosticSink::absorb(DiagnosticSink &&other) {
  has_errors_ |= other.has_errors_;
  has_declines_ |= other.has_declines_;
  std::move(other.diagnostics_.begin(), other.diagnostics_.end(), std::back_inserter(diagnostics_));
  other.diagnostics_.clear();
}

} // namespace lien

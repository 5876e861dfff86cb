#include "program_support.hpp"

#include <algorithm>
#include <doctest/doctest.h>

namespace lien::test {

ItemsProgram::ItemsProgram(std::string text) : sources_(librarySources(embeddedLibrary()).nextBase()), symbols_(&librarySymbols(embeddedLibrary())) {
  const FileId file = sources_.add("test.rs", std::move(text));
  parsed_ = parseFile(sources_.file(file), symbols_);
  const CrateFile files[] = {{&parsed_, nullptr}};
  resolver_ = resolveCrate(embeddedLibrary(), symbols_, files, types_);
  program_ = std::make_unique<Program>(*resolver_, types_);
}

DefId ItemsProgram::find(const std::string &name) {
  const Definitions &defs = resolver_->defs();
  for (std::size_t at = 0; at < defs.size(); ++at)
    if (defs[DefId(at)].crate == CrateKind::User && defs[DefId(at)].kind != DefKind::Field && symbols_.text(defs[DefId(at)].name) == name)
      return DefId(at);
  FAIL("no definition named " << name);
  return {};
}

std::string ItemsProgram::position(Span span) const {
  const SourceFile *file = sources_.fileAt(span.lo());
  if (file == nullptr)
    return "?";
  const LineColumn at = file->lineColumn(span.lo());
  return std::to_string(at.line) + ":" + std::to_string(at.column);
}

std::string ItemsProgram::itemFindings() {
  program_->checkItems();
  std::vector<Diagnostic> all = parsed_.errors;
  for (const DiagnosticSink *sink : {&resolver_->itemFindings(), static_cast<const DiagnosticSink *>(&program_->itemSink())})
    all.insert(all.end(), sink->all().begin(), sink->all().end());
  const auto code = [](const Diagnostic &diagnostic) { return codeOf(diagnostic.kind).empty() ? std::string("-") : codeOf(diagnostic.kind).str(); };
  std::sort(all.begin(), all.end(), [&](const Diagnostic &a, const Diagnostic &b) {
    return a.primary.front().span.lo() != b.primary.front().span.lo() ? a.primary.front().span.lo() < b.primary.front().span.lo() : code(a) < code(b);
  });
  std::string text;
  for (const Diagnostic &diagnostic : all) {
    if (diagnostic.level != Level::Error)
      continue;
    text += (text.empty() ? "" : " ") + code(diagnostic) + "@" + position(diagnostic.primary.front().span);
  }
  return text;
}

} // namespace lien::test

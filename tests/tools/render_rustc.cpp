// Reads rustc's JSON from standard input and prints each finding in Lien's human form, NUL-terminated: what the comparison with rustc's own rendering
// (tests/oracle/render.py) runs. Usage: lien_render_rustc SOURCE.rs < JSON
#include "diagnostics/render/render.hpp"

#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace lien;

namespace {

Level levelOf(llvm::StringRef name) {
  if (name == "error")
    return Level::Error;
  if (name == "warning")
    return Level::Warning;
  return name == "note" ? Level::Note : Level::Help;
}

std::optional<DiagnosticKind> kindOf(llvm::StringRef code) {
  for (std::uint16_t i = 0;; ++i) {
    auto kind = static_cast<DiagnosticKind>(i);
    if (codeOf(kind) == code && (!code.empty() || kind == DiagnosticKind::Syntax))
      return kind;
    if (kind == DiagnosticKind::E0797)
      return std::nullopt;
  }
}

Label labelOf(const llvm::json::Object &span, std::uint32_t base) {
  auto lo = static_cast<std::uint32_t>(*span.getInteger("byte_start"));
  auto hi = static_cast<std::uint32_t>(*span.getInteger("byte_end"));
  return {Span(base + lo, base + hi), span.getString("label").value_or("").str()};
}

void addChild(Diagnostic &diagnostic, const llvm::json::Object &child, std::uint32_t base) {
  std::string message = child.getString("message")->str();
  const llvm::json::Array &spans = *child.getArray("spans");
  if (!spans.empty() && spans[0].getAsObject()->getString("suggested_replacement")) {
    Suggestion suggestion{message, {}, Applicability::Unspecified};
    for (const llvm::json::Value &span : spans)
      suggestion.edits.push_back({labelOf(*span.getAsObject(), base).span, span.getAsObject()->getString("suggested_replacement")->str()});
    diagnostic.suggestions.push_back(std::move(suggestion));
    return;
  }
  SubDiagnostic sub{levelOf(*child.getString("level")), message, {}};
  for (bool primary : {true, false})
    for (const llvm::json::Value &span : spans)
      if (*span.getAsObject()->getBoolean("is_primary") == primary)
        sub.spans.push_back(labelOf(*span.getAsObject(), base));
  diagnostic.children.push_back(std::move(sub));
}

std::string render(const llvm::json::Object &object, const SourceMap &sources) {
  std::optional<llvm::StringRef> code;
  if (const llvm::json::Object *code_object = object.getObject("code"))
    code = code_object->getString("code");
  std::optional<DiagnosticKind> kind = kindOf(code.value_or(""));
  if (!kind)
    return "unknown code";
  Diagnostic diagnostic;
  diagnostic.kind = *kind;
  diagnostic.level = levelOf(*object.getString("level"));
  diagnostic.message = object.getString("message")->str();
  std::uint32_t base = sources.file(FileId(0)).base();
  for (const llvm::json::Value &span : *object.getArray("spans")) {
    const llvm::json::Object &fields = *span.getAsObject();
    if (*fields.getBoolean("is_primary"))
      diagnostic.primary.push_back(labelOf(fields, base));
    else
      diagnostic.secondary.push_back(labelOf(fields, base));
  }
  for (const llvm::json::Value &child : *object.getArray("children"))
    addChild(diagnostic, *child.getAsObject(), base);
  std::string text;
  llvm::raw_string_ostream out(text);
  renderHuman(diagnostic, sources, RenderOptions(), out);
  return out.str();
}

} // namespace

int main(int argc, char **argv) {
  if (argc != 2)
    return 2;
  SourceMap sources;
  auto source = llvm::MemoryBuffer::getFile(argv[1]);
  auto input = llvm::MemoryBuffer::getSTDIN();
  if (!source || !input)
    return 2;
  sources.add(argv[1], (*source)->getBuffer().str());
  llvm::StringRef rest = (*input)->getBuffer();
  while (!rest.empty()) {
    auto [line, next] = rest.split('\n');
    rest = next;
    llvm::Expected<llvm::json::Value> value = llvm::json::parse(line);
    if (!value)
      return 2;
    llvm::outs() << render(*value->getAsObject(), sources) << '\0';
  }
  return 0;
}

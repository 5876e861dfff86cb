// The short form: one line a finding, for tools that read `file:line:column: message`.
#include "diagnostics/render/display_text.hpp"
#include "diagnostics/render/render.hpp"
#include "diagnostics/render/text_grid.hpp"

namespace lien {

namespace {

/// rustc puts the primary labels behind the message.
std::string primaryLabels(const Diagnostic &diagnostic) {
  std::string labels;
  for (const Label &label : diagnostic.primary)
    if (!label.text.empty())
      labels += (labels.empty() ? "" : ", ") + label.text;
  return labels;
}

std::string oneLine(llvm::StringRef text) {
  std::string result = printable(text);
  std::replace(result.begin(), result.end(), '\n', ' ');
  return result;
}

} // namespace

void renderShort(const Diagnostic &diagnostic, const SourceMap &sources, const RenderOptions &options, llvm::raw_ostream &out) {
  TextGrid grid;
  grid.touch(0);
  if (!diagnostic.primary.empty()) {
    std::uint32_t position = diagnostic.primary.front().span.lo();
    if (const SourceFile *file = sources.fileAt(position)) {
      LineColumn at = file->lineColumn(position);
      grid.append(0, (file->name() + ":" + llvm::Twine(at.line) + ":" + llvm::Twine(at.column) + ": ").str(), TextStyle::LineNumber);
    }
  }
  grid.append(0, levelName(diagnostic.level), TextStyle::LevelName);
  if (llvm::StringRef code = codeOf(diagnostic.kind); !code.empty())
    grid.append(0, ("[" + code + "]").str(), TextStyle::LevelName);
  grid.append(0, ": " + oneLine(diagnostic.message), TextStyle::Header);
  if (std::string labels = primaryLabels(diagnostic); !labels.empty())
    grid.append(0, ": " + oneLine(labels), TextStyle::Plain);
  grid.print(diagnostic.level, options.color, out);
}

} // namespace lien

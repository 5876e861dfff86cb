#include "diagnostics/render/summary.hpp"

#include "diagnostics/render/text_grid.hpp"

namespace lien {

namespace {

constexpr std::size_t most_codes_named = 9;

std::string counted(std::uint32_t count, llvm::StringRef what) { return (llvm::Twine(count) + " " + what + (count == 1 ? "" : "s")).str(); }

} // namespace

std::string closingMessage(const RunSummary &summary) {
  std::string warnings = summary.warnings == 0 ? "" : counted(summary.warnings, "warning") + " emitted";
  if (summary.errors == 0)
    return warnings;
  std::string errors = "aborting due to " + counted(summary.errors, "previous error");
  return warnings.empty() ? errors : errors + "; " + warnings;
}

std::vector<std::string> explainHints(const RunSummary &summary) {
  const std::vector<std::string> &codes = summary.explained_codes;
  if (codes.empty())
    return {};
  if (codes.size() == 1)
    return {"For more information about this error, try `lien explain " + codes.front() + "`."};
  std::string list;
  for (std::size_t i = 0; i < codes.size() && i < most_codes_named; ++i)
    list += (i == 0 ? "" : ", ") + codes[i];
  list += codes.size() > most_codes_named ? "..." : ".";
  return {"Some errors have detailed explanations: " + list, "For more information about an error, try `lien explain " + codes.front() + "`."};
}

void renderHumanSummary(const RunSummary &summary, const RenderOptions &options, llvm::raw_ostream &out) {
  renderShortSummary(summary, options, out);
  if (summary.errors + summary.warnings == 0)
    return;
  out << '\n';
  for (const std::string &hint : explainHints(summary))
    out << hint << '\n';
}

void renderShortSummary(const RunSummary &summary, const RenderOptions &options, llvm::raw_ostream &out) {
  std::string message = closingMessage(summary);
  if (message.empty())
    return;
  TextGrid grid;
  Level level = summary.errors > 0 ? Level::Error : Level::Warning;
  grid.append(0, levelName(level), TextStyle::LevelName);
  grid.append(0, ": " + message, TextStyle::Header);
  grid.print(level, options.color, out);
}

} // namespace lien

// The renderers: each turns finished findings into one of the forms that people and programs read.
//
// A renderer is a pure function of the finding, the sources and the options; nothing here decides what is reported or in which order. Forms with their own
// envelope (SARIF and its kin) will stand beside these, each in its own file.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "diagnostics/source_map.hpp"

#include "llvm/Support/raw_ostream.h"

namespace lien {

struct RenderOptions {
  bool color = false;
  std::uint32_t width = 140; ///< columns available to source lines; rustc's default where the output is no terminal
};

/// What closes a run: how much was found, and which codes `lien explain` knows more about.
struct RunSummary {
  std::uint32_t errors = 0;
  std::uint32_t warnings = 0;
  std::vector<std::string> explained_codes; ///< sorted, unique
};

/// rustc's form: header, arrow, source with labels, notes, suggestions; an empty line at the end.
void renderHuman(const Diagnostic &diagnostic, const SourceMap &sources, const RenderOptions &options, llvm::raw_ostream &out);
void renderHumanSummary(const RunSummary &summary, const RenderOptions &options, llvm::raw_ostream &out);

/// One line a finding: `file:line:column: error[CODE]: message: label`.
void renderShort(const Diagnostic &diagnostic, const SourceMap &sources, const RenderOptions &options, llvm::raw_ostream &out);
void renderShortSummary(const RunSummary &summary, const RenderOptions &options, llvm::raw_ostream &out);

/// rustc's JSON, one object a line; `rendered` holds the human form. What Lien knows beyond rustc is in the extra object `lien`.
void renderJson(const Diagnostic &diagnostic, const SourceMap &sources, const RenderOptions &options, llvm::raw_ostream &out);
void renderJsonSummary(const RunSummary &summary, llvm::raw_ostream &out);

/// `error`, `warning`, `note`, `help`.
llvm::StringRef levelName(Level level);

} // namespace lien

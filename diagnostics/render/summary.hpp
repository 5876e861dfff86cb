// The sentences that close a run, shared by the forms that print them.
#pragma once

#include "diagnostics/render/render.hpp"

namespace lien {

/// "aborting due to 2 previous errors; 1 warning emitted", or "1 warning emitted"; empty where nothing was found.
std::string closingMessage(const RunSummary &summary);
/// The lines that point to `lien explain`; empty where no code was reported.
std::vector<std::string> explainHints(const RunSummary &summary);

} // namespace lien

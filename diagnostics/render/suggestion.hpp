// A suggestion as rustc shows it: the code after the rewrite, with what was added or replaced marked.
#pragma once

#include "diagnostics/render/render.hpp"
#include "diagnostics/render/text_grid.hpp"

namespace lien {

/// Draws `help: message` and the rewritten lines below what the grid holds. Draws the message alone where the edits lie in no known file.
void drawSuggestion(TextGrid &grid, const Suggestion &suggestion, const SourceMap &sources, std::uint32_t number_width);

} // namespace lien

// Which of the given files are roots: a file that another given file reaches by `mod name;` is judged there and not again.
#pragma once

#include "driver/input/discover.hpp"

namespace lien {

std::vector<InputFile> rootsOf(std::vector<InputFile> files);

} // namespace lien

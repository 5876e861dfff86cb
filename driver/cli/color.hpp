// Whether a stream gets colours: `--color`, and what the environment says of it (no-color.org, bixense.com/clicolors).
#pragma once

#include "llvm/ADT/StringRef.h"

#include <cstdint>
#include <optional>
#include <string>

namespace lien {

enum class ColorChoice : std::uint8_t { Auto, Always, Never };
enum class OutputStream : std::uint8_t { StandardOutput, StandardError, File };

/// The value of `--color`; returns what is wrong with it, or an empty text.
std::string readColorChoice(llvm::StringRef value, ColorChoice &choice);

bool wantsColor(ColorChoice choice, OutputStream stream);

} // namespace lien

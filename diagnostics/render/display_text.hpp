// Text as a terminal shows it: what stands for tabs and invisible characters, and how many columns each character takes.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <cstdint>
#include <string>

namespace lien {

/// Makes text printable as rustc does: a tab becomes four spaces, control characters their pictures, joiners nothing, bidirectional controls U+FFFD.
std::string printable(llvm::StringRef text);

/// Columns that `printable(text)` takes on a terminal.
std::uint32_t displayWidth(llvm::StringRef text);

/// Splits the first scalar value off valid UTF-8 (a single byte of invalid text).
llvm::StringRef takeScalar(llvm::StringRef &text);

} // namespace lien

// Reads a source file's bytes, and says where they stop being UTF-8.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <optional>
#include <string>

namespace lien {

struct ReadFile {
  std::string text;
  std::string error; ///< empty: read; else the system's reason
};

/// Reads a file; "-" is standard input.
ReadFile readSource(const std::string &path);

/// Offset of the first byte that begins no valid UTF-8 sequence.
std::optional<std::size_t> firstInvalidUtf8(llvm::StringRef text);

} // namespace lien

// Writes a file's new text so that at every moment the old one or the new one stands there, whole.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <string>

namespace lien {

/// Gives a file another text, unless it no longer holds the one that was judged. Links are followed; permissions and, where allowed, the owner are kept.
/// Returns why the file was left alone, or an empty text.
std::string replaceFile(const std::string &path, llvm::StringRef judged, llvm::StringRef text);

} // namespace lien

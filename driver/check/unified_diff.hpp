// What edits made of a file, in the form that `patch -p1` and `git apply` read.
#pragma once

#include "driver/check/edited_text.hpp"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

namespace lien {

/// Unified, with three lines of context; nothing for a text without changes. The lines that differ follow from the edits, none are looked for.
void printUnifiedDiff(llvm::StringRef name, const EditedText &text, llvm::raw_ostream &out);

} // namespace lien

// The explanations behind `lien explain CODE`: one text for each code, in Markdown, each with a failing and a repaired program that the tests run.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <optional>
#include <vector>

namespace lien {

/// The text for a code ("E0382") or stable name ("syntax"); nothing where none is written yet.
std::optional<llvm::StringRef> explanationOf(llvm::StringRef name);

/// All names that have a text, sorted.
std::vector<llvm::StringRef> explainedNames();

/// One embedded text; the table ends with a null name. Generated from `diagnostics/explanations`.
struct EmbeddedExplanation {
  const char *name;
  const char *text;
};
extern const EmbeddedExplanation embedded_explanations[];

} // namespace lien

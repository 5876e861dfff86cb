#include "diagnostics/explain.hpp"

namespace lien {

std::optional<llvm::StringRef> explanationOf(llvm::StringRef name) {
  for (const EmbeddedExplanation *entry = embedded_explanations; entry->name != nullptr; ++entry)
    if (name == entry->name)
      return llvm::StringRef(entry->text);
  return std::nullopt;
}

std::vector<llvm::StringRef> explainedNames() {
  std::vector<llvm::StringRef> names;
  for (const EmbeddedExplanation *entry = embedded_explanations; entry->name != nullptr; ++entry)
    names.emplace_back(entry->name);
  return names;
}

} // namespace lien

// Applying rewrites: those that a machine may apply, in rounds, as long as each leaves a program with less to be found and nothing new.
#pragma once

#include "driver/check/edited_text.hpp"
#include "driver/check/pipeline.hpp"

#include <memory>

namespace lien {

struct FixedFile {
  std::string name; ///< as messages give it
  EditedText text;

  [[nodiscard]] bool isChanged() const { return text.original() != text.text(); }
};

/// A crate whose texts were rewritten; nothing is written yet.
struct FixedCrate {
  std::unique_ptr<Judgement> judgement; ///< of the new texts
  std::vector<FixedFile> files;         ///< the files of the crate, the root first
  unsigned rewrites = 0;
};

/// Judges a crate; texts that are given (by name) are read instead of files.
using JudgeTexts = llvm::function_ref<Judgement(const TextOverlay &texts)>;

/// `texts`: read instead of files from the first judgement on.
FixedCrate fixCrate(JudgeTexts judge, const TextOverlay &texts = {});

} // namespace lien

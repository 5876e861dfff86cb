// Edits on trial: the texts that they make of a crate, and what a second judgement says of each body.
#pragma once

#include "driver/check/body_index.hpp"
#include "driver/check/edited_text.hpp"
#include "driver/check/pipeline.hpp"

#include "llvm/ADT/SmallVector.h"

namespace lien {

/// A crate as it was judged: what edits are made to and compared with.
class TrialBase {
public:
  explicit TrialBase(const Judgement &judgement);

  [[nodiscard]] const Judgement &judgement() const { return judgement_; }
  /// The body that a finding is about.
  [[nodiscard]] std::optional<std::size_t> bodyOf(const Diagnostic &finding) const;
  [[nodiscard]] const FindingsByBody &findings() const { return findings_; }
  /// False: two files have one name, and nobody can say which of them an edited text is.
  [[nodiscard]] bool hasDistinctNames() const { return distinct_names_; }
  /// The index of the file that holds the whole span.
  [[nodiscard]] std::optional<std::size_t> fileOf(Span span) const;
  /// True when all edits of a rewrite lie in one body.
  [[nodiscard]] bool staysIn(std::size_t body, const Suggestion &rewrite) const;

private:
  const Judgement &judgement_;
  BodyIndex bodies_;
  FindingsByBody findings_;
  bool distinct_names_ = true;
};

/// Edits for the files of a crate, by file; offsets count from each file's begin.
class CrateEdits {
public:
  explicit CrateEdits(const TrialBase &base) : base_(&base), edits_(base.judgement().sources.size()) {}

  /// Adds all edits of a rewrite whose places are known to lie in files.
  void add(const Suggestion &rewrite);
  /// The texts of all files after the edits; nothing when two overlap.
  [[nodiscard]] std::optional<TextOverlay> texts() const;
  [[nodiscard]] llvm::ArrayRef<TextEdit> of(std::size_t file) const { return edits_[file]; }
  /// Where what stood at an offset stands after the edits: in front of what was inserted there, and behind it.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> moved(std::size_t file, std::uint32_t offset) const;

private:
  const TrialBase *base_;
  std::vector<std::vector<TextEdit>> edits_;
};

/// What a judgement of the edited texts says, compared with the one before.
struct TrialVerdict {
  bool comparable = false;        ///< false: there is something new where nothing was edited, or the bodies are not the same any more
  std::vector<std::size_t> worse; ///< edited bodies with something new, ascending
  FindingsByBody findings;        ///< of the edited program
};

/// `edited`: the bodies with edits, ascending.
TrialVerdict compareTrial(const TrialBase &base, const Judgement &after, llvm::ArrayRef<std::size_t> edited);

} // namespace lien

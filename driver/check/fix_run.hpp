// `--fix` and `--diff` over the roots of a run: rewrites are made by any thread, and written, or shown, by one, root after root.
//
// Roots can share modules. What one root wrote is what a later one is judged on, so a root that was judged on an older text is done again.
#pragma once

#include "driver/check/fix.hpp"

#include "llvm/Support/raw_ostream.h"

namespace lien {

class FixRun {
public:
  struct Options {
    JudgeOptions judge;
    bool only_show = false; ///< print differences, write nothing
    bool trace = false;     ///< as for `runInOrder`
  };

  /// `out` gets differences, and the fixed text of standard input.
  FixRun(Options options, llvm::raw_ostream &out) : options_(std::move(options)), out_(out) {}

  /// Makes the rewrites of one root. May be called from any thread; changes nothing.
  [[nodiscard]] FixedCrate prepare(const std::string &path) const;
  /// Writes or shows them. Returns what is left to be found; where a file could not be written, that is among it, and the rest is found on what is on disk.
  std::unique_ptr<Judgement> settle(const std::string &path, FixedCrate crate);

  [[nodiscard]] unsigned rewrites() const { return rewrites_; }
  [[nodiscard]] unsigned files() const { return files_; }

private:
  [[nodiscard]] Judgement judgeTexts(const std::string &path, const TextOverlay &texts) const;
  /// Texts to start from: standard input, which can be read only once, and what this run made of the crate's files.
  [[nodiscard]] TextOverlay presentTexts(const std::string &path, const FixedCrate &crate) const;
  [[nodiscard]] bool isOutdated(const FixedCrate &crate) const;
  /// Returns why it could not.
  std::string put(const std::string &path, const FixedFile &file);

  Options options_;
  llvm::raw_ostream &out_;
  TextOverlay written_; ///< by the files' real paths
  unsigned rewrites_ = 0;
  unsigned files_ = 0;
};

} // namespace lien

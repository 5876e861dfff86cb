// The whole judgement of one root file: from its path to its findings.
#pragma once

#include "checker/check.hpp"
#include "diagnostics/diagnostic.hpp"
#include "diagnostics/source_map.hpp"
#include "driver/check/lints.hpp"
#include "driver/check/timings.hpp"

#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/StringMap.h"

#include <functional>

namespace lien {

struct Judgement;

/// A body after it was judged, while all that was made of it still stands.
struct JudgedFunction {
  Program &program;
  const Judgement &judgement; ///< its sources
  DefId item;
  const mir::Body *mir = nullptr; ///< null: it got no graph
  bool rejected = false;
  bool declined = false;
};

/// Texts by the names that messages give the files: read instead of what is on disk, or on standard input.
using TextOverlay = llvm::StringMap<std::string>;

struct JudgeOptions {
  BorrowckMode mode = BorrowckMode::Polonius;
  LintLevels lints;
  bool ambiguous_drops = true;                           ///< look for them; `judge` itself leaves it where every level allows them
  std::string stdin_name = "<stdin>";                    ///< what messages call standard input
  std::function<void(const JudgedFunction &)> each_body; ///< called for each body in source order, if set
  const TextOverlay *texts = nullptr;                    ///< if set
  const llvm::BitVector *only_bodies = nullptr;          ///< if set: bodies with these numbers are judged, others passed over; items are judged in any case
  bool on_trial = false;                                 ///< edits are tried: nobody reads the findings
  bool recheck = true;                                   ///< rewrites for ambiguous drops are judged before they are offered (`recheck.hpp`)
};

/// What is known of a root file after it was judged. The arenas of its phases are gone.
struct Judgement {
  SourceMap sources;                ///< the root and its `mod name;` files
  std::vector<Diagnostic> findings; ///< sorted by position, without repetition, lint levels applied
  PhaseTimes times;
  std::uint64_t lines = 0;
  std::vector<Span> body_spans; ///< of the items with a body, absolute, in the order of their numbers
  std::uint32_t bodies = 0;     ///< functions, constants and statics with a body
  std::uint32_t declined_bodies = 0;
  bool unreadable = false;
  bool internal_error = false;

  explicit Judgement(std::uint32_t base) : sources(base) {}
};

/// Judges the crate whose root is `path` ("-": standard input). Never throws; a broken invariant becomes a finding of kind Internal.
Judgement judge(const std::string &path, const JudgeOptions &options);

/// Where the offsets of a user's files begin: behind the library's.
std::uint32_t firstUserOffset();

/// Writes what a phase makes of a file: for each body that got so far, in source order. False: no such stage yet.
bool dumpStage(const std::string &path, llvm::StringRef stage, llvm::raw_ostream &out, Judgement &judgement);

/// One pass over findings sorted by position: equal kind, place and message stand once.
void sortAndRemoveDuplicates(std::vector<Diagnostic> &findings);

} // namespace lien

// The checker's one entry: all analyses of one MIR body, in order, ending in diagnostics.
#pragma once

#include "checker/mir/mir.hpp"

namespace lien {

enum class BorrowckMode : std::uint8_t { Nll, Polonius, Full };

struct CheckOptions {
  BorrowckMode mode = BorrowckMode::Polonius;
  bool ambiguous_drops = true;                      ///< report L0100; false where nobody could see it
  llvm::function_ref<llvm::StringRef(Span)> source; ///< the text under an absolute span
  bool on_trial = false;                            ///< edits are tried: of ambiguous drops only the message counts
};

/// Judges a body: moves, initialisation, mutability; declines what a missing pass would have to judge. Spans in `sink` are absolute.
void checkMir(Program &program, const mir::Body &body, const CheckOptions &options, DiagnosticSink &sink);

} // namespace lien

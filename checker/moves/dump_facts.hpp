// The readable form of what the move analyses know (`lien dump --stage=facts`), for people who work on Lien or study it.
#pragma once

#include "checker/mir/mir.hpp"

namespace lien {

/// The MIR with, at the start of each block, which variables (and parts of them) may be empty, may hold a value and were ever given one there; and behind
/// each statement what it moves out of and what it initialises. Blocks that cannot be reached are not analysed. The same on every run.
std::string printMoveFacts(Program &program, const mir::Body &body);

} // namespace lien

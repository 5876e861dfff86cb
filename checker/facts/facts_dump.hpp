// The facts of one body as JSON, and what the borrow engine concludes from them: `lien dump --stage=borrows`.
//
// A second solver, written straight from the rules (`tests/naive`), starts from these facts and must come to the same conclusions. So that it can catch
// mistakes, they are as raw as can be: the MIR itself, which regions stand in the types of locals and which of them a drop needs, where locals may be
// initialised, what must outlive what, and what the signature knows. What is live where, which loans there are and which accesses meet them, it finds
// out on its own.
#pragma once

#include "checker/mir/mir.hpp"

namespace lien {

/// One JSON object, without a line break.
std::string dumpFacts(Program &program, const mir::Body &body);

} // namespace lien

// What every command says about a command line that it cannot follow.
#pragma once

#include "driver/cli/options.hpp"

namespace lien {

/// Prints the error with a pointer to the command's help; returns the exit status.
int usageError(const CommandSpec &command, llvm::StringRef message);

} // namespace lien

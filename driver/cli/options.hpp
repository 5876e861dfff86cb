// The command line's options: one table per command, from which parsing, the help text and the error messages are made.
//
// LLVM's CommandLine was not taken: its options are process-wide objects, each linked library adds its own, and `-ALINT` beside `--allow LINT` and a
// per-command help would have to be worked around.
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

#include <string>
#include <vector>

namespace lien {

struct OptionSpec {
  llvm::StringLiteral name;  ///< with its dashes: "--format"
  char letter = 0;           ///< 'A' for `-A`; 0: none
  llvm::StringLiteral value; ///< how help calls the value; empty: takes none
  llvm::StringLiteral help;
  bool value_optional = false; ///< the value is given by `=` only
};

struct CommandSpec {
  llvm::StringLiteral name;
  llvm::StringLiteral usage; ///< what follows the name
  llvm::StringLiteral summary;
  llvm::ArrayRef<OptionSpec> options;
};

struct GivenOption {
  const OptionSpec *spec = nullptr;
  std::string value;
};

struct ParsedArguments {
  std::vector<GivenOption> options; ///< in the order given
  std::vector<std::string> positional;
  bool help = false;
  std::string error; ///< empty, or what is wrong with the command line
};

ParsedArguments parseArguments(const CommandSpec &command, llvm::ArrayRef<const char *> arguments);
void printHelp(const CommandSpec &command, llvm::raw_ostream &out);

} // namespace lien

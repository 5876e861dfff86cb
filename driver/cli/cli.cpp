#include "driver/cli/cli.hpp"

#include "driver/cli/commands.hpp"
#include "driver/cli/usage.hpp"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

namespace lien {

namespace {

constexpr llvm::StringLiteral help_text = R"(Lien checks ownership and borrowing in a strict subset of Rust 2024.

Usage: lien COMMAND [OPTIONS] [ARGUMENTS]

Commands:
  check [PATHS...|-]     Judge files, folders or standard input
  explain CODE           Explain a code that `check` reports
  drops FILE             Show where each value is dropped
  dump --stage=S FILE    Print what a phase makes of a file, for work on Lien itself
  lsp                    The language server (not available yet)

Options:
  -h, --help             Print this help; `lien COMMAND --help` prints that of a command
  -V, --version          Print the version
)";

int notAvailable(llvm::StringRef command) {
  llvm::errs() << "lien: `" << command << "` is not available yet\n";
  return exit_not_judged;
}

} // namespace

int usageError(const CommandSpec &command, llvm::StringRef message) {
  llvm::errs() << "lien " << command.name << ": " << message << "\nTry `lien " << command.name << " --help`.\n";
  return exit_not_judged;
}

int runCommandLine(int argc, const char *const *argv) {
  llvm::ArrayRef<const char *> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
  if (arguments.empty()) {
    llvm::errs() << help_text;
    return exit_not_judged;
  }
  llvm::StringRef command = arguments.front();
  llvm::ArrayRef<const char *> rest = arguments.drop_front();
  if (command == "check")
    return runCheck(rest);
  if (command == "explain")
    return runExplain(rest);
  if (command == "dump")
    return runDump(rest);
  if (command == "drops")
    return runDrops(rest);
  if (command == "lsp")
    return notAvailable(command);
  if (command == "--help" || command == "-h" || command == "help") {
    llvm::outs() << help_text;
    return exit_accepted;
  }
  if (command == "--version" || command == "-V") {
    llvm::outs() << "lien " LIEN_VERSION "\n";
    return exit_accepted;
  }
  llvm::errs() << "lien: unknown command `" << command << "`\nTry `lien --help`.\n";
  return exit_not_judged;
}

} // namespace lien

// `lien explain CODE`.
#include "diagnostics/explain.hpp"
#include "diagnostics/diagnostic.hpp"
#include "driver/cli/cli.hpp"
#include "driver/cli/commands.hpp"
#include "driver/cli/usage.hpp"

#include <algorithm>

namespace lien {

namespace {

constexpr OptionSpec options[] = {{"--list", 0, "", "Print the names of all explanations"}};
const CommandSpec command = {"explain", "CODE", "Explains a code or stable name that `lien check` reports.", options};

bool isKnown(llvm::StringRef name) {
#define LIEN_KIND(Name, Code, Stable)                                                                                                                          \
  if (name == (Stable) || (name == (Code) && !name.empty()))                                                                                                   \
    return true;
#include "diagnostics/kinds.def"
  return false;
}

/// E0382 for `e0382`, `382` and `0382` as well.
std::string fullName(llvm::StringRef given) {
  std::string upper = given.upper();
  if (!given.empty() && given.size() <= 4 && llvm::all_of(given, llvm::isDigit))
    return "E" + std::string(4 - given.size(), '0') + upper;
  bool is_code = upper.size() == 5 && (upper[0] == 'E' || upper[0] == 'L') && std::all_of(upper.begin() + 1, upper.end(), llvm::isDigit);
  return is_code ? upper : given.str();
}

} // namespace

int runExplain(llvm::ArrayRef<const char *> arguments) {
  ParsedArguments parsed = parseArguments(command, arguments);
  if (!parsed.error.empty())
    return usageError(command, parsed.error);
  if (parsed.help) {
    printHelp(command, llvm::outs());
    return exit_accepted;
  }
  if (!parsed.options.empty()) {
    for (llvm::StringRef name : explainedNames())
      llvm::outs() << name << '\n';
    return exit_accepted;
  }
  if (parsed.positional.size() != 1)
    return usageError(command, "one code is needed");
  std::string name = fullName(parsed.positional.front());
  if (std::optional<llvm::StringRef> text = explanationOf(name)) {
    llvm::outs() << *text;
    return exit_accepted;
  }
  if (isKnown(name))
    llvm::errs() << "lien: no explanation of `" << name << "` has been written yet\n";
  else
    llvm::errs() << "lien: `" << name << "` is no code that Lien reports\n";
  return exit_not_judged;
}

} // namespace lien

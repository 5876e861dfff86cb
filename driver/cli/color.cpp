#include "driver/cli/color.hpp"

#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/Process.h"

#include <cstdlib>

namespace lien {

namespace {

bool isSet(const char *variable) {
  const char *value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

} // namespace

std::string readColorChoice(llvm::StringRef value, ColorChoice &choice) {
  const auto read = llvm::StringSwitch<std::optional<ColorChoice>>(value)
                        .Case("auto", ColorChoice::Auto)
                        .Case("always", ColorChoice::Always)
                        .Case("never", ColorChoice::Never)
                        .Default(std::nullopt);
  if (!read)
    return "`--color` takes auto, always or never, not `" + value.str() + "`";
  choice = *read;
  return {};
}

bool wantsColor(ColorChoice choice, OutputStream stream) {
  if (choice != ColorChoice::Auto)
    return choice == ColorChoice::Always;
  if (isSet("NO_COLOR"))
    return false;
  if (isSet("CLICOLOR_FORCE") && llvm::StringRef(std::getenv("CLICOLOR_FORCE")) != "0")
    return true;
  if (isSet("TERM") && llvm::StringRef(std::getenv("TERM")) == "dumb")
    return false;
  switch (stream) {
  case OutputStream::StandardOutput:
    return llvm::sys::Process::StandardOutIsDisplayed();
  case OutputStream::StandardError:
    return llvm::sys::Process::StandardErrIsDisplayed();
  case OutputStream::File:
    return false;
  }
  return false;
}

} // namespace lien

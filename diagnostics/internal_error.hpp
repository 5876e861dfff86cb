// Broken internal invariants go through here, in release builds too.
//
// This is the only exception that may cross layers: the driver catches it per file, reports exit status 101 and judges the other files. Mistakes of
// the user are values (`Diagnostic`), never exceptions.
#pragma once

#include <source_location>
#include <stdexcept>
#include <string>

namespace lien {

class InternalError : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

/// Throws `InternalError` with `what` and the place of the call.
[[noreturn]] void invariantBroken(const std::string &what, std::source_location where = std::source_location::current());

/// Checks an invariant that must hold in release builds too.
inline void require(bool holds, const char *what, std::source_location where = std::source_location::current()) {
  if (!holds)
    invariantBroken(what, where);
}

} // namespace lien

// The readable form of a typed body (`lien dump --stage=types`), for people who work on Lien or study it, and for tests.
#pragma once

#include "frontend/typed/typed_body.hpp"

#include <string>

namespace lien::typed {

/// Names from the source, one statement a line, implicit steps written out (`*`, `&`, casts in `«»`), types on variables and calls. The same on every run.
std::string print(const TypedBody &body, Program &program);

} // namespace lien::typed

// Resolves every path of a crate, as signatures and bodies do later, without types: what names alone find wrong.
#pragma once

#include "frontend/names/resolver.hpp"

namespace lien::test {

/// Walks all items of the user's crate and returns what resolving their paths reports, bodies included.
void walkNames(Resolver &resolver, DiagnosticSink &sink);

} // namespace lien::test

// After imports are resolved: their names are declared, and what went wrong is reported. Internal to `frontend/names`.
#pragma once

#include "frontend/names/name_lookup.hpp"

namespace lien {

/// Adds the names that imports bring to their modules and freezes the tables: lookups are single probes from here on. In a user's crate reports names
/// that collide (E0252 E0255).
void declareImports(NameTables &tables);

/// Reports what imports found wrong: E0432 E0433 E0603 E0364 E0365 E0659, and declines what they name outside the library. User's crate only.
void checkImports(NameTables &tables);

/// Reports `pub(in path)` whose path is not an enclosing module: E0742, E0433.
void checkVisibilities(NameTables &tables, NameLookup &lookup);

/// A name that may not be used here: E0603.
void reportPrivate(const NameTables &tables, const Binding &binding, Namespace ns, const ast::Ident &name, DiagnosticSink &sink);
/// A name that two globs bring: E0659.
void reportAmbiguous(const NameTables &tables, const Binding &binding, const ast::Ident &name, DiagnosticSink &sink);

/// What a definition is called in messages; `as_value`: a struct or variant is meant as its constructor.
std::string describeDef(const NameTables &tables, DefId id, bool as_value);

} // namespace lien

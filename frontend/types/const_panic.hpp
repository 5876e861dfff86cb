// Can the evaluation of a constant fail? Asked of constants whose value is not computed.
#pragma once

#include "frontend/types/program.hpp"

namespace lien {

/// The first part of the expression that may panic, overflow or not end; null when nothing may. Judged by form alone: what is not understood may fail.
const ast::Expr *firstThatMayFail(Program &program, const ast::Expr &expr, DefId owner);

} // namespace lien

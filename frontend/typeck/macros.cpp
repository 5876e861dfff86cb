// The built-in macros. Reference, "Macros by example" says nothing of them: the standard library's documentation does.
#include "frontend/typeck/checker.hpp"

namespace lien::typeck {

ExprId BodyChecker::checkMacro(const ast::MacroCallExpr &call, const Expectation &) { return declineFeature(call.span, "macro"); }

} // namespace lien::typeck

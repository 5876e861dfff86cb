// Where the ways that make a drop ambiguous end, just before they meet: each such end is a place in the source where an edit can settle the value.
//
//   if c {
//       eat(s);       ends here: gone
//   }                 ends here, where an `else` is missing: owned
#pragma once

#include "checker/drops/ambiguity.hpp"
#include "checker/explain/value_ways.hpp"

namespace lien {

struct WayEnd {
  enum class Kind : std::uint8_t {
    Block,        ///< the end of the block `block`
    Round,        ///< the same of a loop's body: the next round follows
    Value,        ///< an arm without braces: after (or before) its expression
    MissingElse,  ///< `expr` is an `if` without `else`
    Jump,         ///< in front of a jump, or of the assignment that is the exit
    LoopEnd,      ///< the normal end of a `while` or `for`
    ShortCircuit, ///< `expr` is an `&&` or `||` whose right side is not evaluated
    BeforeLoop,   ///< in front of a loop that may take the value in one round and look for it in the next
  } kind{};
  typed::ExprId expr; ///< Block: whose block it is
  ValueState state;
  typed::BlockId block;
};

/// The innermost ends of all ways that meet before the exit; nothing where they meet in a manner that has no place in the source.
std::optional<llvm::SmallVector<WayEnd, 4>> findWayEnds(const JudgedBody &judged, const ValueWays &ways, const AmbiguousDrop &drop);

/// What is executed after an expression's normal end (drops aside).
struct Afterwards {
  enum class Kind : std::uint8_t {
    Function, ///< the function ends
    Loop,     ///< the next round of the loop `expr`
    Jump,     ///< the jump `expr`, which can stand earlier as well
    Tail,     ///< the function's value `expr`, which costs nothing
    Other,
  } kind{};
  typed::ExprId expr;
  bool keeps_value = true; ///< Function: the expression's value is the function's
};
Afterwards afterwards(const typed::TypedBody &body, const ValueWays &ways, typed::ExprId expr);

/// What adjustments wrap.
inline typed::ExprId written(const typed::TypedBody &body, typed::ExprId id) {
  while (body.exprs[id].implicit && body.exprs[id].a.isValid() && body.exprs[id].kind != typed::ExprKind::Call)
    id = body.exprs[id].a;
  return id;
}
inline bool isBracedBlock(const typed::Expr &expr) { return expr.kind == typed::ExprKind::Block && expr.desugar == typed::Desugar::None; }

} // namespace lien

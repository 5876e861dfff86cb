// Constant expressions in types: array lengths, constant arguments, discriminants, and the constants they name.
//
// Works on the tree, because lengths are needed before any body is inferred. It knows literals, arithmetic, comparisons, casts and paths to constants
// on integers, bool and char. Everything else is Unknown: a decline, never a guess. Reference, "Constant evaluation".
#pragma once

#include "frontend/types/program.hpp"

#include "llvm/ADT/STLFunctionalExtras.h"

namespace lien {

class ConstEvaluator {
public:
  /// `owner`: the item in whose signature or body the expression stands. `resolve`: meaning of a path in the value namespace.
  ConstEvaluator(Program &program, DefId owner, llvm::function_ref<PathRes(const ast::Path &)> resolve) : program_(program), owner_(owner), resolve_(resolve) {}

  /// The constant as part of a type. What is not understood is declined in user code at the expression; overflow is E0080.
  Const evaluateForType(const ast::Expr &expr, Ty expected, DiagnosticSink &sink);

  struct Failure {
    enum class Kind : std::uint8_t { Unknown, Reported, Evaluation } kind{};
    Span span;
    std::string message; ///< Evaluation: `attempt to compute …, which would overflow`
  };
  /// The value of an expression of type `expected`, or why there is none.
  std::optional<Const> evaluate(const ast::Expr &expr, Ty expected, Failure &failure);

private:
  struct Value {
    __int128 number = 0; ///< integers; bool 0 or 1; char scalar value
    Ty type;
  };
  std::optional<Value> eval(const ast::Expr &expr, Ty expected);
  std::optional<Value> literal(const ast::LiteralExpr &expr, Ty expected);
  std::optional<Value> path(const ast::PathExpr &expr);
  std::optional<Value> integerLimit(DefId constant);
  std::optional<Value> unary(const ast::UnaryExpr &expr, Ty expected);
  std::optional<Value> binary(const ast::BinaryExpr &expr, Ty expected);
  std::optional<Value> cast(const ast::CastExpr &expr);
  /// The type an operand has by itself (a suffix, a constant's type, a cast), or nothing.
  Ty ownType(const ast::Expr &expr);
  std::optional<Value> unknown(Span span);
  std::optional<Value> overflow(Span span, const std::string &what);
  std::optional<Value> wrapped(Value value, Span span, llvm::StringRef operation);
  [[nodiscard]] bool fits(__int128 number, Ty type) const;

  Program &program_;
  DefId owner_;
  llvm::function_ref<PathRes(const ast::Path &)> resolve_;
  Failure failure_;
  std::uint32_t depth_ = 0;
};

} // namespace lien

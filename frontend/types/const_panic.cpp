#include "frontend/types/const_panic.hpp"

#include "diagnostics/stack_guard.hpp"

namespace lien {

namespace {

class MayFail {
public:
  MayFail(Program &program, DefId owner) : program_(program), owner_(owner) {}
  const ast::Expr *first(const ast::Expr *expr);

private:
  const ast::Expr *call(const ast::CallExpr &call);
  template <typename List> const ast::Expr *any(const List &list) {
    for (const ast::Expr *expr : list)
      if (const ast::Expr *found = first(expr))
        return found;
    return nullptr;
  }
  Program &program_;
  DefId owner_;
};

/// Constructors never fail. Functions of the library without arguments (`String::new()`) do not either; all others might.
const ast::Expr *MayFail::call(const ast::CallExpr &call) {
  const auto *callee = llvm::dyn_cast<ast::PathExpr>(call.callee);
  if (callee == nullptr)
    return &call;
  DiagnosticSink muted;
  const PathRes res = program_.resolver().resolve(callee->path, Namespace::Value, owner_, muted);
  if (res.res.kind == ResKind::SelfCtor)
    return any(call.args);
  const bool whole = res.resolved == callee->path.segments.size();
  if (res.res.kind == ResKind::Def && whole) {
    const DefKind kind = program_.def(res.res.def).kind;
    if (kind == DefKind::Struct || kind == DefKind::Variant)
      return any(call.args);
  }
  const bool in_library = res.res.kind == ResKind::Primitive || (res.res.kind == ResKind::Def && program_.def(res.res.def).crate == CrateKind::Library);
  return in_library && call.args.empty() ? nullptr : &call;
}

const ast::Expr *MayFail::first(const ast::Expr *expr) {
  if (expr == nullptr)
    return nullptr;
  if (StackGuard::exhausted())
    return expr;
  switch (expr->kind) {
  case ast::ExprKind::Literal:
  case ast::ExprKind::Path:
  case ast::ExprKind::Underscore:
  case ast::ExprKind::Error:
  case ast::ExprKind::Unsupported:
  case ast::ExprKind::Closure:
    return nullptr;
  case ast::ExprKind::Unary: {
    const auto *unary = llvm::cast<ast::UnaryExpr>(expr);
    const bool literal = llvm::isa<ast::LiteralExpr>(unary->operand);
    if (unary->op == ast::UnaryOp::Neg && !literal)
      return expr;
    return first(unary->operand);
  }
  case ast::ExprKind::Borrow:
    // What may be borrowed mutably in a constant has rules of its own.
    return llvm::cast<ast::BorrowExpr>(expr)->mutability == Mutability::Mut ? expr : first(llvm::cast<ast::BorrowExpr>(expr)->operand);
  case ast::ExprKind::Cast:
    return first(llvm::cast<ast::CastExpr>(expr)->operand);
  case ast::ExprKind::Paren:
    return first(llvm::cast<ast::ParenExpr>(expr)->inner);
  case ast::ExprKind::Field:
    return first(llvm::cast<ast::FieldExpr>(expr)->base);
  case ast::ExprKind::Tuple:
    return any(llvm::cast<ast::TupleExpr>(expr)->elements);
  case ast::ExprKind::Array:
    return any(llvm::cast<ast::ArrayExpr>(expr)->elements);
  case ast::ExprKind::Repeat:
    return first(llvm::cast<ast::RepeatExpr>(expr)->element);
  case ast::ExprKind::Range:
    if (const ast::Expr *found = first(llvm::cast<ast::RangeExpr>(expr)->lo))
      return found;
    return first(llvm::cast<ast::RangeExpr>(expr)->hi);
  case ast::ExprKind::Struct: {
    const auto *node = llvm::cast<ast::StructExpr>(expr);
    for (const ast::FieldInit &field : node->fields)
      if (const ast::Expr *found = first(field.value))
        return found;
    return first(node->base);
  }
  case ast::ExprKind::Block: {
    const auto *block = llvm::cast<ast::BlockExpr>(expr);
    return block->stmts.empty() ? first(block->tail) : expr;
  }
  case ast::ExprKind::Binary: {
    const auto *binary = llvm::cast<ast::BinaryExpr>(expr);
    switch (binary->op) {
    case ast::BinaryOp::And:
    case ast::BinaryOp::Or:
    case ast::BinaryOp::BitXor:
    case ast::BinaryOp::BitAnd:
    case ast::BinaryOp::BitOr:
    case ast::BinaryOp::Eq:
    case ast::BinaryOp::Lt:
    case ast::BinaryOp::Le:
    case ast::BinaryOp::Ne:
    case ast::BinaryOp::Ge:
    case ast::BinaryOp::Gt:
      if (const ast::Expr *found = first(binary->lhs))
        return found;
      return first(binary->rhs);
    case ast::BinaryOp::Add:
    case ast::BinaryOp::Sub:
    case ast::BinaryOp::Mul:
    case ast::BinaryOp::Div:
    case ast::BinaryOp::Rem:
    case ast::BinaryOp::Shl:
    case ast::BinaryOp::Shr:
      // Floats do not overflow into an error, but their types are not known here; literals with a point are.
      if (const auto *literal = llvm::dyn_cast<ast::LiteralExpr>(binary->rhs); literal != nullptr && literal->literal == ast::LiteralKind::Float)
        return first(binary->lhs);
      return expr;
    }
    return expr;
  }
  case ast::ExprKind::If: {
    const auto *node = llvm::cast<ast::IfExpr>(expr);
    if (const ast::Expr *found = first(node->condition))
      return found;
    if (const ast::Expr *found = first(node->then_block))
      return found;
    return first(node->else_expr);
  }
  case ast::ExprKind::Match: {
    const auto *node = llvm::cast<ast::MatchExpr>(expr);
    if (const ast::Expr *found = first(node->scrutinee))
      return found;
    for (const ast::MatchArm &arm : node->arms) {
      if (const ast::Expr *found = first(arm.guard))
        return found;
      if (const ast::Expr *found = first(arm.body))
        return found;
    }
    return nullptr;
  }
  case ast::ExprKind::Let:
    return first(llvm::cast<ast::LetExpr>(expr)->scrutinee);
  case ast::ExprKind::Call:
    return call(*llvm::cast<ast::CallExpr>(expr));
  case ast::ExprKind::MacroCall:
    // `vec![]`, `format!` … are not constant, which whoever checks the body reports; `panic!` and its kin fail.
    return expr;
  case ast::ExprKind::Assign:
  case ast::ExprKind::AssignOp:
  case ast::ExprKind::MethodCall:
  case ast::ExprKind::Index:
  case ast::ExprKind::Loop:
  case ast::ExprKind::While:
  case ast::ExprKind::For:
  case ast::ExprKind::Break:
  case ast::ExprKind::Continue:
  case ast::ExprKind::Try:
    return expr;
  case ast::ExprKind::Return: // an error of the body (E0572)
    return first(llvm::cast<ast::ReturnExpr>(expr)->value);
  }
  return expr;
}

} // namespace

const ast::Expr *firstThatMayFail(Program &program, const ast::Expr &expr, DefId owner) { return MayFail(program, owner).first(&expr); }

} // namespace lien

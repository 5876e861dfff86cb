// Finds the items that are declared inside bodies.
//
// Only bodies that declare items are walked (the parser marks them), so this walk may be thorough; the others pay nothing.
#include "frontend/names/collect.hpp"

#include "diagnostics/stack_guard.hpp"

namespace lien {

using llvm::cast;

bool BlockItems::deep(Span span) {
  if (!StackGuard::exhausted())
    return false;
  collector_.tables_.findings.declineLimit(span, "nesting too deep");
  collector_.tables_.has_unknown_items = true;
  return true;
}

void BlockItems::body(const ast::FnItem &item) {
  if (item.self_param.present)
    bindName(symbolOf(sym::kw_self));
  for (const ast::Param &param : item.params) {
    type(param.type);
    bind(param.pat);
  }
  if (item.output != nullptr)
    type(item.output);
  if (item.body != nullptr)
    block(*item.body);
}

void BlockItems::bindName(Symbol name) {
  NameTables &tables = collector_.tables_;
  collector_.outer_ = new (tables.arena().Allocate<OuterLocal>()) OuterLocal{name, {}, collector_.outer_};
}

void BlockItems::bind(const ast::Pat *pat) {
  if (pat == nullptr || deep(pat->span))
    return;
  switch (pat->kind) {
  case ast::PatKind::Ident:
    bindName(cast<ast::IdentPat>(pat)->name.name);
    bind(cast<ast::IdentPat>(pat)->sub);
    return;
  case ast::PatKind::TupleStruct:
    for (const ast::Pat *element : cast<ast::TupleStructPat>(pat)->elements)
      bind(element);
    return;
  case ast::PatKind::Struct:
    for (const ast::FieldPat &field : cast<ast::StructPat>(pat)->fields)
      bind(field.pat);
    return;
  case ast::PatKind::Tuple:
    for (const ast::Pat *element : cast<ast::TuplePat>(pat)->elements)
      bind(element);
    return;
  case ast::PatKind::Slice:
    for (const ast::Pat *element : cast<ast::SlicePat>(pat)->elements)
      bind(element);
    return;
  case ast::PatKind::Ref:
    bind(cast<ast::RefPat>(pat)->sub);
    return;
  case ast::PatKind::Or: // every alternative binds the same names
    if (!cast<ast::OrPat>(pat)->alternatives.empty())
      bind(cast<ast::OrPat>(pat)->alternatives.front());
    return;
  case ast::PatKind::Paren:
    bind(cast<ast::ParenPat>(pat)->inner);
    return;
  case ast::PatKind::Wild:
  case ast::PatKind::Rest:
  case ast::PatKind::Path:
  case ast::PatKind::Literal:
  case ast::PatKind::Range:
  case ast::PatKind::Unsupported:
  case ast::PatKind::Error:
    return;
  }
}

void BlockItems::args(const ast::GenericArgs *args) {
  if (args == nullptr)
    return;
  for (const ast::GenericArg &arg : args->args) {
    type(arg.type);
    expr(arg.expr);
  }
  for (const ast::Type *input : args->inputs)
    type(input);
  type(args->output);
}

void BlockItems::pathTypes(const ast::Path &path) {
  if (path.qself != nullptr)
    type(path.qself->type);
  for (const ast::PathSegment &segment : path.segments)
    args(segment.args);
}

void BlockItems::type(const ast::Type *type) {
  while (type != nullptr) {
    if (deep(type->span))
      return;
    switch (type->kind) {
    case ast::TypeKind::Path:
      pathTypes(cast<ast::PathType>(type)->path);
      return;
    case ast::TypeKind::Ref:
      type = cast<ast::RefType>(type)->pointee;
      continue;
    case ast::TypeKind::Slice:
      type = cast<ast::SliceType>(type)->element;
      continue;
    case ast::TypeKind::Array:
      expr(cast<ast::ArrayType>(type)->length);
      type = cast<ast::ArrayType>(type)->element;
      continue;
    case ast::TypeKind::Tuple:
      for (const ast::Type *element : cast<ast::TupleType>(type)->elements)
        this->type(element);
      return;
    case ast::TypeKind::FnPtr:
      for (const ast::Type *input : cast<ast::FnPtrType>(type)->inputs)
        this->type(input);
      type = cast<ast::FnPtrType>(type)->output;
      continue;
    case ast::TypeKind::ImplTrait:
      for (const ast::GenericBound *bound : cast<ast::ImplTraitType>(type)->bounds)
        pathTypes(bound->path);
      return;
    case ast::TypeKind::DynTrait:
      for (const ast::GenericBound *bound : cast<ast::DynTraitType>(type)->bounds)
        pathTypes(bound->path);
      return;
    case ast::TypeKind::Paren:
      type = cast<ast::ParenType>(type)->inner;
      continue;
    case ast::TypeKind::Never:
    case ast::TypeKind::Infer:
    case ast::TypeKind::Unsupported:
    case ast::TypeKind::Error:
      return;
    }
  }
}

void BlockItems::block(const ast::BlockExpr &block) {
  if (deep(block.span))
    return;
  const DefId parent = parent_;
  const DefId module = module_;
  const OuterLocal *outer = collector_.outer_;
  NameTables &tables = collector_.tables_;
  llvm::SmallVector<DefId, 4> children;
  if (block.has_items) {
    Def def;
    def.kind = DefKind::Block;
    def.crate = collector_.crate();
    def.name_span = block.span.shrinkToLo();
    def.span = block.span;
    def.parent = parent_;
    def.module = module_;
    def.visibility = {false, tables.nearestMod(module_)};
    def.expr = &block;
    module_ = parent_ = collector_.addModule(def);
    tables.blocks[&block] = module_;
    collector_.outer_ = new (tables.arena().Allocate<OuterLocal>()) OuterLocal{{}, module_, outer};
  }
  for (const ast::Stmt *statement : block.stmts) {
    if (statement->kind == ast::StmtKind::Item)
      collector_.items(cast<ast::ItemStmt>(statement)->item, {module_, parent_}, children);
    else
      stmt(*statement);
  }
  expr(block.tail);
  if (block.has_items)
    tables.defs.setChildren(module_, children);
  parent_ = parent;
  module_ = module;
  collector_.outer_ = outer;
}

void BlockItems::stmt(const ast::Stmt &stmt) {
  switch (stmt.kind) {
  case ast::StmtKind::Let: {
    const auto &let = *cast<ast::LetStmt>(&stmt);
    type(let.type);
    expr(let.init);
    if (let.else_block != nullptr)
      block(*let.else_block);
    bind(let.pat);
    return;
  }
  case ast::StmtKind::Expr:
    expr(cast<ast::ExprStmt>(&stmt)->expr);
    return;
  case ast::StmtKind::Item: // the block collects them
  case ast::StmtKind::Empty:
  case ast::StmtKind::Error:
    return;
  }
}

/// A condition: what its `let`s bind stays in force for the branch, so the caller restores the chain.
void BlockItems::condition(const ast::Expr *expr) {
  llvm::SmallVector<const ast::Expr *, 4> chain;
  while (expr != nullptr && expr->kind == ast::ExprKind::Binary && cast<ast::BinaryExpr>(expr)->op == ast::BinaryOp::And) {
    chain.push_back(cast<ast::BinaryExpr>(expr)->rhs);
    expr = cast<ast::BinaryExpr>(expr)->lhs;
  }
  chain.push_back(expr);
  for (const ast::Expr *operand : llvm::reverse(chain)) {
    if (operand == nullptr || operand->kind != ast::ExprKind::Let) {
      this->expr(operand);
      continue;
    }
    this->expr(cast<ast::LetExpr>(operand)->scrutinee);
    bind(cast<ast::LetExpr>(operand)->pat);
  }
}

void BlockItems::expr(const ast::Expr *expr) {
  if (expr != nullptr && deep(expr->span))
    return;
  const OuterLocal *outer = collector_.outer_;
  const auto each = [this](ast::List<const ast::Expr *> list) {
    for (const ast::Expr *element : list)
      this->expr(element);
  };
  while (expr != nullptr) {
    const ast::Expr *next = nullptr; // the operand that chains nest through
    switch (expr->kind) {
    case ast::ExprKind::Path:
      pathTypes(cast<ast::PathExpr>(expr)->path);
      break;
    case ast::ExprKind::Unary:
      next = cast<ast::UnaryExpr>(expr)->operand;
      break;
    case ast::ExprKind::Borrow:
      next = cast<ast::BorrowExpr>(expr)->operand;
      break;
    case ast::ExprKind::Binary:
      this->expr(cast<ast::BinaryExpr>(expr)->rhs);
      next = cast<ast::BinaryExpr>(expr)->lhs;
      break;
    case ast::ExprKind::Assign:
      this->expr(cast<ast::AssignExpr>(expr)->lhs);
      next = cast<ast::AssignExpr>(expr)->rhs;
      break;
    case ast::ExprKind::AssignOp:
      this->expr(cast<ast::AssignOpExpr>(expr)->lhs);
      next = cast<ast::AssignOpExpr>(expr)->rhs;
      break;
    case ast::ExprKind::Call:
      each(cast<ast::CallExpr>(expr)->args);
      next = cast<ast::CallExpr>(expr)->callee;
      break;
    case ast::ExprKind::MethodCall:
      args(cast<ast::MethodCallExpr>(expr)->method.args);
      each(cast<ast::MethodCallExpr>(expr)->args);
      next = cast<ast::MethodCallExpr>(expr)->receiver;
      break;
    case ast::ExprKind::Field:
      next = cast<ast::FieldExpr>(expr)->base;
      break;
    case ast::ExprKind::Index:
      this->expr(cast<ast::IndexExpr>(expr)->index);
      next = cast<ast::IndexExpr>(expr)->base;
      break;
    case ast::ExprKind::Range:
      this->expr(cast<ast::RangeExpr>(expr)->lo);
      next = cast<ast::RangeExpr>(expr)->hi;
      break;
    case ast::ExprKind::Cast:
      type(cast<ast::CastExpr>(expr)->type);
      next = cast<ast::CastExpr>(expr)->operand;
      break;
    case ast::ExprKind::Block:
      block(*cast<ast::BlockExpr>(expr));
      break;
    case ast::ExprKind::If: {
      const auto &conditional = *cast<ast::IfExpr>(expr);
      condition(conditional.condition);
      block(*conditional.then_block);
      collector_.outer_ = outer;
      next = conditional.else_expr;
      break;
    }
    case ast::ExprKind::Let:
      next = cast<ast::LetExpr>(expr)->scrutinee;
      break;
    case ast::ExprKind::Match:
      this->expr(cast<ast::MatchExpr>(expr)->scrutinee);
      for (const ast::MatchArm &arm : cast<ast::MatchExpr>(expr)->arms) {
        bind(arm.pat);
        condition(arm.guard);
        this->expr(arm.body);
        collector_.outer_ = outer;
      }
      break;
    case ast::ExprKind::Loop:
      block(*cast<ast::LoopExpr>(expr)->body);
      break;
    case ast::ExprKind::While:
      condition(cast<ast::WhileExpr>(expr)->condition);
      block(*cast<ast::WhileExpr>(expr)->body);
      collector_.outer_ = outer;
      break;
    case ast::ExprKind::For:
      this->expr(cast<ast::ForExpr>(expr)->iterable);
      bind(cast<ast::ForExpr>(expr)->pat);
      block(*cast<ast::ForExpr>(expr)->body);
      collector_.outer_ = outer;
      break;
    case ast::ExprKind::Break:
      next = cast<ast::BreakExpr>(expr)->value;
      break;
    case ast::ExprKind::Return:
      next = cast<ast::ReturnExpr>(expr)->value;
      break;
    case ast::ExprKind::Try:
      next = cast<ast::TryExpr>(expr)->operand;
      break;
    case ast::ExprKind::Closure:
      for (const ast::ClosureParam &param : cast<ast::ClosureExpr>(expr)->params) {
        type(param.type);
        bind(param.pat);
      }
      type(cast<ast::ClosureExpr>(expr)->output);
      this->expr(cast<ast::ClosureExpr>(expr)->body);
      collector_.outer_ = outer;
      break;
    case ast::ExprKind::Struct:
      pathTypes(cast<ast::StructExpr>(expr)->path);
      for (const ast::FieldInit &field : cast<ast::StructExpr>(expr)->fields)
        this->expr(field.value);
      next = cast<ast::StructExpr>(expr)->base;
      break;
    case ast::ExprKind::Tuple:
      each(cast<ast::TupleExpr>(expr)->elements);
      break;
    case ast::ExprKind::Array:
      each(cast<ast::ArrayExpr>(expr)->elements);
      break;
    case ast::ExprKind::Repeat:
      this->expr(cast<ast::RepeatExpr>(expr)->count);
      next = cast<ast::RepeatExpr>(expr)->element;
      break;
    case ast::ExprKind::Paren:
      next = cast<ast::ParenExpr>(expr)->inner;
      break;
    case ast::ExprKind::MacroCall: {
      const auto &call = *cast<ast::MacroCallExpr>(expr);
      for (const ast::MacroArg &arg : call.args)
        this->expr(arg.value);
      if (call.pat != nullptr)
        bind(call.pat);
      this->expr(call.guard);
      collector_.outer_ = outer;
      break;
    }
    case ast::ExprKind::Literal:
    case ast::ExprKind::Continue:
    case ast::ExprKind::Underscore:
    case ast::ExprKind::Unsupported:
    case ast::ExprKind::Error:
      break;
    }
    expr = next;
  }
}

} // namespace lien

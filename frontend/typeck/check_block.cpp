// Blocks and statements. Reference, "Block expressions", "Statements".
#include "frontend/typeck/checker.hpp"

namespace lien::typeck {

using typed::ExprKind;

// A block's type is its tail's; without a tail it is `()`, or `!` when its end is never reached. A labelled block merges `break` values with the tail.
ExprId BodyChecker::checkBlock(const ast::BlockExpr &block, const Expectation &expected) {
  ExprId expr = make(ExprKind::Block, types_.error, block.span);
  node(expr).label_target = block.label.present();
  BlockResult result = checkBlockParts(block, expected, expr);
  node(expr).block = result.block;
  node(expr).ty = result.ty;
  return expr;
}

BodyChecker::BlockResult BodyChecker::checkBlockParts(const ast::BlockExpr &block, const Expectation &expected, ExprId target) {
  const bool labelled = block.label.present();
  const bool diverged_before = diverges_;
  std::optional<Ty> wanted = onlyHasType(expected);
  std::optional<CoerceMany> merged;
  if (labelled) {
    merged.emplace(wanted ? *wanted : newVar(block.span));
    breakables_.push_back({Breakable::Kind::Block, block.label.name, target, &*merged});
  }
  const std::size_t mark = scopes_.enterBlock(&block);
  llvm::SmallVector<typed::Stmt, 16> stmts;
  for (const ast::Stmt *stmt : block.stmts)
    checkStmt(*stmt, stmts);

  typed::Block made;
  made.span = rel(block.span);
  Ty ty;
  if (block.tail != nullptr) {
    ExprId tail = checkExpr(block.tail, expected);
    if (labelled) {
      coerceInto(*merged, tail, MergeSite::BlockTail, block.span);
    } else if (wanted) {
      // The tail is a coercion site of the block's own expectation.
      tail = coerceOrReport(tail, *wanted);
    }
    made.tail = tail;
    ty = labelled ? types_.error : typeOf(tail);
    if (!labelled && wanted && !isSilent(infer_.shallow(ty)))
      ty = *wanted;
  } else if (diverges_) {
    ty = types_.never;
  } else {
    ty = types_.unit;
    if (labelled) {
      if (!coerceUnitInto(*merged))
        reportMissingTail(block, merged->merged);
    } else if (wanted && !unify(*wanted, types_.unit)) {
      reportMissingTail(block, *wanted);
      ty = types_.error;
    }
  }
  scopes_.leave(mark);
  made.diverges = diverges_;
  if (labelled) {
    if (breakables_.back().may_break)
      diverges_ = diverged_before;
    breakables_.pop_back();
    ty = complete(*merged);
  }
  made.stmts = body_->keep(llvm::ArrayRef<typed::Stmt>(stmts));
  const bool is_coerced = wanted && !labelled && made.tail.isValid() && is(infer_.shallow(ty), TyKind::Ref);
  const BlockId id = body_->blocks.push(std::move(made));
  if (is_coerced) {
    coerced_blocks_.resize(body_->blocks.size());
    coerced_blocks_.set(id.index());
  }
  return {id, ty};
}

BlockId BodyChecker::checkLoopBody(const ast::BlockExpr &block) {
  BlockResult result = checkBlockParts(block, Expectation::hasType(types_.unit), {});
  return result.block;
}

bool BodyChecker::attributesAllow(ast::List<ast::Attribute>) { return true; }

void BodyChecker::checkStmt(const ast::Stmt &stmt, llvm::SmallVectorImpl<typed::Stmt> &out) {
  switch (stmt.kind) {
  case ast::StmtKind::Let:
    checkLet(*llvm::cast<ast::LetStmt>(&stmt), out);
    return;
  case ast::StmtKind::Error:
    broken_ = true;
    return;
  case ast::StmtKind::Item: // bodies of their own
  case ast::StmtKind::Empty:
    return;
  case ast::StmtKind::Expr:
    break;
  }
  const auto &statement = *llvm::cast<ast::ExprStmt>(&stmt);
  const bool diverged_before = diverges_;
  diverges_ = false;
  typed::Stmt made;
  made.kind = typed::Stmt::Kind::Expr;
  made.span = rel(stmt.span);
  // Without a semicolon the expression must have type `()` (Reference, "Expression statements").
  made.expr = statement.has_semi ? checkExpr(statement.expr) : checkUnitStatement(statement.expr);
  diverges_ |= diverged_before;
  out.push_back(made);
}

ExprId BodyChecker::checkUnitStatement(const ast::Expr *expr) {
  ExprId result = checkExpr(expr, Expectation::hasType(types_.unit));
  Ty found = infer_.shallow(typeOf(result));
  if (is(found, TyKind::Never))
    return coerceNever(result, types_.unit);
  if (!unify(types_.unit, found))
    reportMismatch(spanOf(result), types_.unit, found);
  return result;
}

std::optional<Mutability> explicitRef(const ast::Pat *pat) {
  auto strongest = [](auto &&list, auto &&get) {
    std::optional<Mutability> found;
    for (const auto &entry : list) {
      auto inner = explicitRef(get(entry));
      if (inner && (!found || *inner == Mutability::Mut))
        found = inner;
    }
    return found;
  };
  auto same = [](const ast::Pat *inner) { return inner; };
  if (StackGuard::exhausted())
    return std::nullopt;
  switch (pat->kind) {
  case ast::PatKind::Ident: {
    const auto &ident = *llvm::cast<ast::IdentPat>(pat);
    if (ident.by_ref)
      return ident.ref_mutability;
    return ident.sub != nullptr ? explicitRef(ident.sub) : std::nullopt;
  }
  case ast::PatKind::TupleStruct:
    return strongest(llvm::cast<ast::TupleStructPat>(pat)->elements, same);
  case ast::PatKind::Struct:
    return strongest(llvm::cast<ast::StructPat>(pat)->fields, [](const ast::FieldPat &field) { return field.pat; });
  case ast::PatKind::Tuple:
    return strongest(llvm::cast<ast::TuplePat>(pat)->elements, same);
  case ast::PatKind::Slice:
    return strongest(llvm::cast<ast::SlicePat>(pat)->elements, same);
  case ast::PatKind::Or:
    return strongest(llvm::cast<ast::OrPat>(pat)->alternatives, same);
  case ast::PatKind::Ref:
    return explicitRef(llvm::cast<ast::RefPat>(pat)->sub);
  case ast::PatKind::Paren:
    return explicitRef(llvm::cast<ast::ParenPat>(pat)->inner);
  case ast::PatKind::Wild:
  case ast::PatKind::Rest:
  case ast::PatKind::Path:
  case ast::PatKind::Literal:
  case ast::PatKind::Range:
  case ast::PatKind::Unsupported:
  case ast::PatKind::Error:
    return std::nullopt;
  }
  return std::nullopt;
}

// The initialiser of a pattern with `ref` bindings is borrowed as the place it is; otherwise it is coerced to the declared type.
ExprId BodyChecker::checkScrutinee(const ast::Expr *init, const ast::Pat *pat, Ty ty, bool coerce) {
  if (auto mutability = explicitRef(pat)) {
    ExprId value = checkPlace(init, coerce ? Expectation::hasType(ty) : Expectation::none(), *mutability);
    demandEqual(ty, typeOf(value), spanOf(value));
    return value;
  }
  return coerce ? checkCoercible(init, ty) : checkHasType(init, ty);
}

// Reference, "let statements". The initialiser is checked before the pattern; the names come into scope after the statement (and after `else`).
void BodyChecker::checkLet(const ast::LetStmt &let, llvm::SmallVectorImpl<typed::Stmt> &out) {
  typed::Stmt made;
  made.kind = typed::Stmt::Kind::Let;
  made.span = rel(let.span);
  const bool diverged_before = diverges_;
  diverges_ = false;
  Ty ty;
  if (let.type != nullptr) {
    made.user_type = lowerUserType(*let.type, ty);
    made.user_type_span = rel(let.type->span);
  } else {
    ty = newVar(let.pat->span);
  }
  if (let.init != nullptr)
    made.expr = checkScrutinee(let.init, let.pat, ty, true);
  PatContext context;
  context.source = typed::Local::Source::Let;
  context.irrefutable = let.else_block == nullptr;
  if (let.type != nullptr) {
    context.origin = let.type->span;
    context.origin_is_type = true;
  } else if (let.init != nullptr) {
    context.origin = let.init->span;
    context.scrutinee_type = typeOf(made.expr);
  }
  if (made.expr.isValid() && isSilent(infer_.shallow(typeOf(made.expr))) && let.type == nullptr)
    ty = infer_.shallow(typeOf(made.expr));
  PatBindings bindings;
  made.pat = checkPatTop(let.pat, ty, context, bindings);
  if (let.type == nullptr) {
    let_pats_.push_back(made.pat);
    if (made.expr.isValid())
      settleInferredLet(made);
  } else {
    settleLet(made, made.expr.isValid() && !explicitRef(let.pat));
  }
  diverges_ |= diverged_before;
  if (let.else_block != nullptr) {
    const bool diverged = diverges_;
    made.else_block = checkLetElse(*let.else_block);
    diverges_ = diverged;
  }
  bindAll(bindings);
  out.push_back(made);
}

BlockId BodyChecker::checkLetElse(const ast::BlockExpr &block) {
  diverges_ = false;
  BlockResult result = checkBlockParts(block, Expectation::none(), {});
  Ty ty = infer_.shallow(result.ty);
  if (!is(ty, TyKind::Never) && !diverges_ && !unify(types_.never, ty) && !isSilent(ty))
    error(DiagnosticKind::E0308, "`else` clause of `let...else` does not diverge", block.span, expectedFound(types_.never, ty));
  return result.block;
}

} // namespace lien::typeck

// Arms: their variables, guards and bodies, once the tree has decided.
#include "checker/lower/match_tree.hpp"

namespace lien::lower {

using typed::BindingMode;

// ------------------------------------------------------------------------------------------------------------------ variables

/// Visits each variable of a pattern once, in the order of its first binding (or-patterns: of the first alternative), outer before inner.
void Builder::visitBindings(PatId id, llvm::function_ref<void(const typed::Pat &)> visit) {
  const typed::Pat &pattern = pat(id);
  if (tooDeep(pattern.span))
    return;
  switch (pattern.kind) {
  case PatKind::Binding:
    visit(pattern);
    if (pattern.sub.isValid())
      visitBindings(pattern.sub, visit);
    return;
  case PatKind::Variant:
  case PatKind::Leaf:
    for (const typed::FieldPattern &field : pattern.fields)
      visitBindings(field.pat, visit);
    return;
  case PatKind::Deref:
    visitBindings(pattern.sub, visit);
    return;
  case PatKind::Slice:
    for (const PatId sub : pattern.prefix)
      visitBindings(sub, visit);
    if (pattern.rest.isValid())
      visitBindings(pattern.rest, visit);
    for (const PatId sub : pattern.suffix)
      visitBindings(sub, visit);
    return;
  case PatKind::Or:
    if (!pattern.prefix.empty())
      visitBindings(pattern.prefix.front(), visit);
    return;
  case PatKind::Wild:
  case PatKind::Constant:
  case PatKind::Range:
  case PatKind::Never:
  case PatKind::Error:
    return;
  }
}

/// Makes the locals of a pattern's variables; they live in the scope `variables_`. With a guard each has a second local, the reference through which the
/// guard sees it.
void Builder::declareBindings(PatId pattern, bool has_guard, typed::UserTypeId user_type) {
  visitBindings(pattern, [&](const typed::Pat &binding) {
    const typed::Local &source = typed_.locals[binding.local];
    Variable &variable = variables_of_[binding.local.index()];
    mir::LocalDecl decl;
    decl.kind = mir::LocalKind::Variable;
    decl.ty = source.ty;
    decl.name = source.name;
    decl.span = binding.span;
    decl.scope = scopeId(variables_);
    decl.is_mut = source.is_mut;
    decl.source = binding.local;
    decl.user_type = user_type;
    variable.local = newLocal(decl);
    variable.scope = variables_;
    if (!has_guard)
      return;
    decl.ty = sharedRef(source.ty);
    decl.is_mut = false;
    decl.guard_ref = true;
    decl.user_type = typed::UserTypeId();
    variable.guard_ref = newLocal(decl);
  });
}

void Builder::declareGuardBindings(ExprId guard) {
  const typed::Expr &at = expr(guard);
  if (tooDeep(at.span))
    return;
  if (at.kind == ExprKind::Let) {
    declareBindings(at.pat, false, typed::UserTypeId());
  } else if (at.kind == ExprKind::Logical && at.binary == ast::BinaryOp::And) {
    declareGuardBindings(at.a);
    declareGuardBindings(at.b);
  }
}

Local Builder::storageLive(typed::LocalId id, Span span, bool in_guard, Schedule schedule) {
  const Variable &variable = variables_of_[id.index()];
  const Local local = in_guard ? variable.guard_ref : variable.local;
  statement(StatementKind::StorageLive, place(local), span);
  if (schedule == Schedule::Yes)
    scheduleStorage(variable.scope, local);
  return local;
}

void Builder::scheduleBinding(typed::LocalId id, Span span) {
  const Variable &variable = variables_of_[id.index()];
  scheduleValue(variable.scope, variable.local, span);
}

// -------------------------------------------------------------------------------------------------------------------- matches

/// The place that a pattern looks at. It is mentioned, which reads nothing: a wildcard does not use what it is matched with.
Place Builder::scrutineePlace(ExprId id) {
  const Place scrutinee = asPlace(id, true);
  statement(StatementKind::PlaceMention, scrutinee, expr(id).span);
  return scrutinee;
}

/// Rule: the scrutinee is evaluated as a place; arms are tried in order; each arm is a scope for its variables and the temporaries of its body.
/// Reference "Match expressions", "Destructors".
void Builder::matchInto(Place destination, ExprId id) {
  const typed::Expr &at = expr(id);
  const Span scrutinee_span = expr(at.a).span;
  const Place scrutinee = scrutineePlace(at.a);
  llvm::SmallVector<std::pair<PatId, bool>, 8> patterns;
  for (const typed::Arm &arm : at.arms)
    patterns.emplace_back(arm.pat, arm.guard.isValid());
  MatchTree tree = lowerMatchTree(scrutinee, scrutinee_span, at.span.shrinkToLo().to(scrutinee_span), patterns, false);
  if (declined_)
    return;
  const ScopeIndex match_scope = topScope();
  const ScopeIndex saved_variables = variables_;
  llvm::SmallVector<Block, 8> ends;
  for (std::size_t index = 0; index < at.arms.size(); ++index) {
    const typed::Arm &arm = at.arms[index];
    // An arm that a macro made is shown where its statement is, and is no part of it.
    const Span arm_span = scopeSpan(at, arm.span);
    variables_ = pushScope(arm_span == arm.span ? arm_span : arm_span.withOrigin(SpanOrigin::Macro), true);
    declareBindings(arm.pat, arm.guard.isValid(), typed::UserTypeId());
    if (arm.guard.isValid()) {
      variables_ = pushScope(arm.span, false);
      declareGuardBindings(arm.guard);
    }
    bindPattern(tree.branches[index], tree.fake_borrows, arm.guard, match_scope, arm.span);
    into(destination, arm.body);
    if (arm.guard.isValid())
      popScope();
    popScope();
    ends.push_back(at_);
  }
  variables_ = saved_variables;
  const Block join = cfg_.start();
  for (const Block end : ends)
    cfg_.jump(end, join, at.span.lastByte());
  at_ = join;
}

/// `let (a, b): T = place`: the type is the place's, said once the pattern has matched and before anything is bound.
void Builder::ascribeScrutinee(const MatchTree &tree, Place scrutinee, typed::UserTypeId type, Span span) {
  if (!type.isValid())
    return;
  at_ = tree.branches.front().sub_branches.front().success;
  ascribe(scrutinee, type, span, true);
}

void Builder::placeIntoPattern(PatId pattern, Place scrutinee, typed::UserTypeId user_type) {
  const Span span = pat(pattern).span;
  MatchTree tree = lowerMatchTree(scrutinee, span, span, {{pattern, false}}, false);
  if (declined_)
    return;
  if (user_type.isValid())
    ascribeScrutinee(tree, scrutinee, user_type, typed_.user_types[user_type].span);
  bindPattern(tree.branches.front(), {}, ExprId(), 0, span);
}

/// Binds all alternatives of an arm; the cursor goes on where one of them has matched and its guard held. The first alternative is written last, and its
/// order of bindings is the order in which the variables are dropped.
void Builder::bindPattern(const Branch &branch, FakeBorrows fake_borrows, ExprId guard, ScopeIndex match_scope, Span span) {
  if (declined_)
    return;
  if (branch.sub_branches.size() == 1) {
    bindBranch(branch.sub_branches.front(), fake_borrows, guard, match_scope, Schedule::Yes);
    return;
  }
  const Block bound = cfg_.start();
  for (std::size_t index = branch.sub_branches.size(); index-- > 0;) {
    bindBranch(branch.sub_branches[index], fake_borrows, guard, match_scope, index == 0 ? Schedule::Yes : Schedule::No);
    jumpTo(bound, span);
  }
  at_ = bound;
}

/// Rule: a guard sees the variables by shared reference, and nothing is moved before it has held. Reference "Match guards".
void Builder::bindBranch(const SubBranch &branch, FakeBorrows fake_borrows, ExprId guard, ScopeIndex match_scope, Schedule schedule) {
  at_ = branch.success;
  if (branch.is_never) {
    terminate(TerminatorKind::Unreachable, branch.span);
    at_ = cfg_.start();
    return;
  }
  if (!guard.isValid()) {
    for (const Binding &binding : branch.bindings)
      bindForBody(binding, schedule);
    return;
  }
  for (const Binding &binding : branch.bindings)
    bindForGuard(binding, schedule);
  for (const Binding &binding : branch.bindings)
    ++variables_of_[binding.local.index()].guards;
  const Span guard_span = expr(guard).span;
  for (const auto &[borrowed, watcher] : fake_borrows)
    assign(place(watcher), refTo(borrowed, mir::BorrowKind::FakeShallow, out_.locals[watcher].ty), out_.locals[watcher].span);
  beginFallible(match_scope);
  markCondition(guard);
  condition(guard, no_scope, false);
  const Block failed = endFallible();
  for (const Binding &binding : branch.bindings)
    --variables_of_[binding.local.index()].guards;
  const Span guard_end = guard_span.lastByte();
  for (const auto &[borrowed, watcher] : fake_borrows)
    fakeRead(mir::FakeReadCause::ForMatchGuard, place(watcher), guard_end);
  cfg_.jump(failed, branch.otherwise, guard_span);
  for (const Binding &binding : branch.bindings)
    if (binding.mode == BindingMode::Move)
      fakeRead(mir::FakeReadCause::ForGuardBinding, place(variables_of_[binding.local.index()].guard_ref), guard_end);
  // A guard is written once for each alternative; only the last one leaves its drops to the arm.
  if (schedule == Schedule::No)
    forgetDrops(2);
  for (const Binding &binding : branch.bindings)
    if (binding.mode == BindingMode::Move)
      bindForBody(binding, schedule);
}

Rvalue Builder::bindingValue(const Binding &binding) {
  const Ty ty = typed_.locals[binding.local].ty;
  if (binding.mode == BindingMode::Move)
    return use(consume(binding.source, binding.span), ty);
  return refTo(binding.source, binding.mode == BindingMode::Ref ? mir::BorrowKind::Shared : mir::BorrowKind::Mut, ty);
}

void Builder::bindForBody(const Binding &binding, Schedule schedule) {
  const Local local = storageLive(binding.local, binding.span, false, schedule);
  if (schedule == Schedule::Yes)
    scheduleBinding(binding.local, binding.span);
  assign(place(local), bindingValue(binding), binding.span);
}

void Builder::bindForGuard(const Binding &binding, Schedule schedule) {
  const Local seen = storageLive(binding.local, binding.span, true, Schedule::Yes);
  const Ty seen_type = out_.locals[seen].ty;
  if (binding.mode == BindingMode::Move) {
    assign(place(seen), refTo(binding.source, mir::BorrowKind::Shared, seen_type), binding.span);
    return;
  }
  const Local local = storageLive(binding.local, binding.span, false, schedule);
  assign(place(local), bindingValue(binding), binding.span);
  assign(place(seen), refTo(place(local), mir::BorrowKind::Shared, seen_type), binding.span);
}

} // namespace lien::lower

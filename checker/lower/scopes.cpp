// Scopes and what they drop: at their end, on the way of jumps, and when unwinding.
//
//   { let a = D; let b = D; f()?; }        scope of a [a] > scope of b [b] > statement [operands of f]
//
// A scope's drops run last scheduled first. On normal ways storage ends too; cleanup paths only run destructors. Each way out of several scopes at once
// is a chain in a drop tree; the unwind tree is one for the whole body. Reference "Destructors"; rustc dev guide "MIR construction", "Drop elaboration".
#include "checker/lower/builder.hpp"

namespace lien::lower {

ScopeIndex Builder::pushScope(Span span, bool is_terminating) {
  if (depth_ == scopes_.size())
    scopes_.emplace_back();
  Scope &scope = scopes_[depth_];
  scope.drops.clear();
  scope.moved.clear();
  scope.cached_unwind = UINT32_MAX;
  scope.exit_tree = UINT32_MAX;
  scope.temporaries = is_terminating ? depth_ : depth_ == 0 ? no_scope : scopes_[depth_ - 1].temporaries;
  scope.span = span;
  scope.id = mir::ScopeId();
  return depth_++;
}

/// Runs the drops of the innermost scope, last scheduled first, and closes it.
void Builder::popScope() {
  const ScopeIndex top = topScope();
  if (scope(top).drops.empty()) {
    --depth_;
    return;
  }
  const bool needs_cleanup = llvm::any_of(scope(top).drops, [](const ScheduledDrop &drop) { return drop.is_value; });
  std::uint32_t unwind_to = needs_cleanup ? unwindNode(top) : DropTree::root;
  for (const ScheduledDrop &drop : llvm::reverse(scope(top).drops)) {
    if (!drop.is_value) {
      statement(StatementKind::StorageDead, place(drop.local), drop.span);
      continue;
    }
    // If this destructor panics, unwinding goes on with the drop after it.
    unwind_to = unwind_.nodes()[unwind_to].next;
    if (llvm::is_contained(scope(top).moved, drop.local))
      continue;
    const Block next = cfg_.start();
    mir::Terminator &terminator = terminate(TerminatorKind::Drop, drop.span);
    terminator.place = place(drop.local);
    terminator.exit = mir::ExitKind::Scope;
    terminator.scope = scopeId(top);
    terminator.targets.push_back(next);
    unwind_.enter(unwind_to, at_);
    at_ = next;
  }
  --depth_;
}

mir::ScopeId Builder::scopeId(ScopeIndex index) {
  // The scopes that hold variables or temporaries become scopes of the body; those of plain expressions in between do not.
  llvm::SmallVector<ScopeIndex, 8> missing;
  mir::ScopeId parent;
  for (ScopeIndex at = index;; --at) {
    const bool matters = at == index || scopes_[at].temporaries == at || !scopes_[at].drops.empty();
    if (matters && scopes_[at].id.isValid()) {
      parent = scopes_[at].id;
      break;
    }
    if (matters)
      missing.push_back(at);
    if (at == 0)
      break;
  }
  for (const ScopeIndex at : llvm::reverse(missing))
    parent = scopes_[at].id = out_.scopes.push({parent, scopes_[at].span, scopes_[at].span.lastByte()});
  return parent;
}

static bool isScopeFree(ExprKind kind) {
  switch (kind) {
  case ExprKind::Literal:
  case ExprKind::Local:
  case ExprKind::Static:
  case ExprKind::Constant:
  case ExprKind::FnItem:
  case ExprKind::Field:
  case ExprKind::Deref:
  case ExprKind::Borrow:
  case ExprKind::Continue:
    return true;
  case ExprKind::Call:
  case ExprKind::Index:
  case ExprKind::Unary:
  case ExprKind::Binary:
  case ExprKind::Logical:
  case ExprKind::Cast:
  case ExprKind::Coerce:
  case ExprKind::Assign:
  case ExprKind::AssignOp:
  case ExprKind::Block:
  case ExprKind::If:
  case ExprKind::Let:
  case ExprKind::Match:
  case ExprKind::Loop:
  case ExprKind::Break:
  case ExprKind::Return:
  case ExprKind::Tuple:
  case ExprKind::Array:
  case ExprKind::Repeat:
  case ExprKind::Adt:
  case ExprKind::Closure:
  case ExprKind::Ascribe:
  case ExprKind::PlaceMention:
    return false;
  }
  return false;
}

static bool isLeaf(ExprKind kind) { return kind == ExprKind::Literal || kind == ExprKind::Local || kind == ExprKind::Constant || kind == ExprKind::FnItem; }

/// The expression that an adjustment adjusts: what autoref or deref take, the receiver of an overloaded dereference.
static ExprId adjusted(const typed::Expr &expr) { return expr.kind == ExprKind::Call && !expr.list.empty() ? expr.list.front() : expr.a; }

Span Builder::writtenSpan(ExprId id) const {
  const typed::Expr *at = &expr(id);
  while (at->implicit && adjusted(*at).isValid())
    at = &expr(adjusted(*at));
  return at->span;
}

static bool isMadeByMacro(const typed::Expr &expr) {
  return expr.desugar == typed::Desugar::MacroBlock || expr.desugar == typed::Desugar::MacroStatement || expr.desugar == typed::Desugar::AssertMacro ||
         expr.desugar == typed::Desugar::MatchesMacro;
}

Span Builder::scopeSpan(const typed::Expr &made, Span span) {
  if (!isMadeByMacro(made))
    return span;
  if (!macro_calls_) {
    macro_calls_.emplace();
    for (const typed::Expr &expr : typed_.exprs)
      if (isMadeByMacro(expr))
        macro_calls_->push_back(expr.span);
    llvm::sort(*macro_calls_, [](Span a, Span b) { return a.lo() != b.lo() ? a.lo() < b.lo() : a.hi() > b.hi(); });
    std::size_t kept = 0;
    for (const Span call : *macro_calls_)
      if (kept == 0 || call.lo() >= (*macro_calls_)[kept - 1].hi())
        (*macro_calls_)[kept++] = call;
    macro_calls_->resize(kept);
  }
  const auto after = llvm::partition_point(*macro_calls_, [&](Span call) { return call.lo() <= made.span.lo(); });
  const std::uint32_t begin = std::prev(after)->lo();
  return {begin, begin + 1, made.span.origin()};
}

bool Builder::enterExpr(ExprId id, bool as_condition) {
  std::uint8_t &flags = expr_flags_[id.index()];
  if ((flags & adjusted_flag) != 0)
    return false;
  // `for` is a statement of its own: the temporaries of its head die with it, wherever it stands.
  bool terminates = (flags & terminating_flag) != 0;
  bool needs_scope = false;
  const typed::Expr *at = &expr(id);
  while (true) {
    needs_scope |= !isScopeFree(at->kind);
    terminates |= at->desugar == typed::Desugar::ForMatch;
    if (!at->implicit || !adjusted(*at).isValid())
      break;
    const ExprId next = adjusted(*at);
    expr_flags_[next.index()] |= adjusted_flag;
    terminates |= (expr_flags_[next.index()] & terminating_flag) != 0;
    at = &expr(next);
  }
  // An overloaded `x[i]` or `*x` is one expression of the source: the dereference of a call.
  if (at->kind == ExprKind::Deref && expr(at->a).kind == ExprKind::Call && expr(at->a).overloaded) {
    expr_flags_[at->a.index()] |= adjusted_flag;
    needs_scope = true;
  }
  // A leaf makes no temporaries, unless it is tested: then its value is one.
  if (terminates ? isLeaf(expr(id).kind) && !as_condition : !needs_scope)
    return false;
  pushScope(scopeSpan(*at, at->span), terminates);
  return true;
}

// -------------------------------------------------------------------------------------------------------------- scheduling

void Builder::schedule(ScopeIndex index, Local local, bool is_value) {
  if (index == no_scope)
    return;
  invalidateExits(index, is_value);
  ScheduledDrop drop;
  drop.local = local;
  drop.is_value = is_value;
  drop.span = scopes_[index].span.lastByte();
  scopes_[index].drops.push_back(drop);
}

void Builder::scheduleStorage(ScopeIndex index, Local local) { schedule(index, local, false); }

void Builder::scheduleValue(ScopeIndex index, Local local, Span span) {
  if (index != no_scope && needsDrop(out_.locals[local].ty, span))
    schedule(index, local, true);
}

void Builder::invalidateExits(ScopeIndex index, bool unwinding_too) {
  for (ScopeIndex at = index; at < depth_; ++at) {
    scopes_[at].exit_tree = UINT32_MAX;
    if (unwinding_too)
      scopes_[at].cached_unwind = UINT32_MAX;
  }
}

void Builder::forgetDrops(std::uint32_t scope_count) {
  invalidateExits(depth_ - scope_count, true);
  for (ScopeIndex at = depth_ - scope_count; at < depth_; ++at)
    scopes_[at].drops.clear();
}

void Builder::markMoved(llvm::ArrayRef<Operand> operands) {
  Scope &top = scope(topScope());
  if (top.drops.empty())
    return;
  for (const Operand &operand : operands) {
    if (operand.kind != Operand::Kind::Move || out_.places[operand.place].base.isValid())
      continue;
    const Local local = out_.places[operand.place].local;
    if (llvm::any_of(top.drops, [&](const ScheduledDrop &drop) { return drop.is_value && drop.local == local; }))
      top.moved.push_back(local);
  }
}

// ----------------------------------------------------------------------------------------------------------------- unwinding

std::uint32_t Builder::unwindNode(ScopeIndex index) {
  ScopeIndex first = index + 1;
  std::uint32_t node = DropTree::root;
  while (first > 0) {
    if (scopes_[first - 1].cached_unwind != UINT32_MAX) {
      node = scopes_[first - 1].cached_unwind;
      break;
    }
    --first;
  }
  for (ScopeIndex at = first; at <= index; ++at) {
    for (const ScheduledDrop &drop : scopes_[at].drops)
      if (drop.is_value)
        node = unwind_.add(drop, mir::ScopeId(), node);
    scopes_[at].cached_unwind = node;
  }
  return node;
}

void Builder::unwindFrom(Block block) { unwind_.enter(unwindNode(topScope()), block); }

// ---------------------------------------------------------------------------------------------------------------------- jumps

DropTree *Builder::takeTree() {
  if (free_trees_.empty()) {
    trees_.push_back(std::make_unique<DropTree>());
    free_trees_.push_back(trees_.back().get());
  }
  DropTree *tree = free_trees_.back();
  free_trees_.pop_back();
  tree->reset(next_tree_serial_++);
  return tree;
}

void Builder::leaveScopes(DropTree &tree, ScopeIndex outside) {
  // The way from a scope outwards is remembered, so that many jumps through many scopes stay linear.
  ScopeIndex first = depth_;
  while (first > outside + 1 && scopes_[first - 1].exit_tree != tree.serial())
    --first;
  std::uint32_t node = first > outside + 1 ? scopes_[first - 1].exit_node : DropTree::root;
  for (ScopeIndex at = first; at < depth_; ++at) {
    for (const ScheduledDrop &drop : scopes_[at].drops)
      node = tree.add(drop, drop.is_value ? scopeId(at) : mir::ScopeId(), node);
    scopes_[at].exit_tree = tree.serial();
    scopes_[at].exit_node = node;
  }
  tree.enter(node, at_);
}

void Builder::jumpOut(DropTree &tree, ScopeIndex outside, mir::ExitKind kind, Span span, Span exit_span) {
  leaveScopes(tree, outside);
  mir::Terminator &terminator = terminate(TerminatorKind::Goto, span);
  terminator.exit = kind;
  terminator.exit_span = exit_span;
}

/// Writes the blocks of a tree whose ways end outside of scope `outside`, and ties their destructors into the unwind tree. Returns the block that all
/// ways reach, `target` if that is valid; invalid when nothing enters the tree.
Block Builder::buildExits(DropTree &tree, ScopeIndex outside, mir::ExitKind kind, Block target) {
  if (!tree.hasEntries())
    return target;
  const llvm::ArrayRef<Block> blocks = tree.build(cfg_, DropTree::Flavour::Jump, kind, target, local_places_);
  const auto isValue = [](const DropTree::Node &node) { return node.drop.is_value; };
  if (!llvm::any_of(tree.nodes().drop_front(), isValue))
    return blocks[DropTree::root];
  llvm::SmallVector<std::uint32_t, 8> unwind_nodes{unwindNode(outside)};
  for (std::size_t index = 1; index < tree.nodes().size(); ++index) {
    const DropTree::Node &node = tree.nodes()[index];
    const std::uint32_t after = unwind_nodes[node.next];
    if (!isValue(node)) {
      unwind_nodes.push_back(after);
      continue;
    }
    if (blocks[index].isValid())
      unwind_.enter(after, blocks[index]);
    unwind_nodes.push_back(unwind_.add(node.drop, mir::ScopeId(), after));
  }
  return blocks[DropTree::root];
}

void Builder::pushBreakable(ExprId target, Place destination, bool is_loop) {
  Breakable breakable;
  breakable.target = target;
  breakable.scope = topScope();
  breakable.destination = destination;
  breakable.breaks = takeTree();
  breakable.continues = is_loop ? takeTree() : nullptr;
  breakables_.push_back(breakable);
}

void Builder::popBreakable(bool falls_through, Block loop_block, mir::ExitKind break_kind, Span span) {
  const Breakable breakable = breakables_.back();
  breakables_.pop_back();
  const Block behind = buildExits(*breakable.breaks, breakable.scope, break_kind, Block());
  if (breakable.continues != nullptr) {
    buildExits(*breakable.continues, breakable.scope, mir::ExitKind::Continue, loop_block);
    returnTree(breakable.continues);
  }
  returnTree(breakable.breaks);
  if (!falls_through) {
    at_ = behind.isValid() ? behind : cfg_.start();
    return;
  }
  if (!behind.isValid())
    return;
  const Block join = cfg_.start();
  jumpTo(join, span);
  cfg_.jump(behind, join, span);
  at_ = join;
}

const Breakable &Builder::breakableOf(ExprId target) const {
  for (const Breakable &breakable : llvm::reverse(breakables_))
    if (breakable.target == target)
      return breakable;
  invariantBroken("a jump leaves nothing that is open");
}

// ------------------------------------------------------------------------------------------------------------- fallible code

void Builder::beginFallible(ScopeIndex outside) { fallibles_.push_back({outside, takeTree()}); }

Block Builder::endFallible() {
  const Fallible fallible = fallibles_.back();
  fallibles_.pop_back();
  const Block failed = buildExits(*fallible.tree, fallible.outside, mir::ExitKind::Scope, Block());
  returnTree(fallible.tree);
  return failed.isValid() ? failed : cfg_.start();
}

void Builder::failElse(Block block, Span span) {
  const Block resume = at_;
  at_ = block;
  leaveScopes(*fallibles_.back().tree, fallibles_.back().outside);
  terminate(TerminatorKind::Goto, span);
  at_ = resume;
}

} // namespace lien::lower

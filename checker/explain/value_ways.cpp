#include "checker/explain/value_ways.hpp"

#include "diagnostics/stack_guard.hpp"

namespace lien {

using typed::BlockId;
using typed::ExprId;
using typed::ExprKind;
using typed::PatId;
using typed::PatKind;

namespace {

bool isAtOrAbove(const MoveData &moves, MovePathId ancestor, MovePathId path) {
  for (MovePathId at = path; at.isValid(); at = moves[at].parent)
    if (at == ancestor)
      return true;
  return false;
}

bool isPrefix(llvm::ArrayRef<mir::Projection> prefix, llvm::ArrayRef<mir::Projection> steps) {
  return prefix.size() <= steps.size() && std::equal(prefix.begin(), prefix.end(), steps.begin());
}

bool isControl(ExprKind kind) { return kind == ExprKind::If || kind == ExprKind::Match || kind == ExprKind::Loop || kind == ExprKind::Block; }

} // namespace

llvm::SmallVector<ExprId, 8> partsOf(const typed::TypedBody &body, ExprId id) {
  const typed::Expr &expr = body.exprs[id];
  llvm::SmallVector<ExprId, 8> parts;
  const auto add = [&](ExprId part) {
    if (part.isValid())
      parts.push_back(part);
  };
  const bool assigns = expr.kind == ExprKind::Assign || expr.kind == ExprKind::AssignOp;
  add(assigns ? expr.b : expr.a);
  add(assigns ? expr.a : expr.b);
  add(expr.c);
  for (const ExprId part : expr.list)
    add(part);
  for (const typed::FieldValue &field : expr.fields)
    add(field.value);
  for (const typed::Arm &arm : expr.arms) {
    add(arm.guard);
    add(arm.body);
  }
  return parts;
}

ValueWays::ValueWays(const JudgedBody &judged, MovePathId value, mir::PlaceId whole, Follow follow)
    : judged_(judged), body_(*judged.typed()), value_(value), follow_(follow), root_(judged.mir().locals[judged.data.localOf(value)].source),
      steps_(judged.mir().places.projections(judged.data[value].place)), before_(body_.exprs.size()), after_(body_.exprs.size()),
      when_false_(body_.exprs.size()), leaving_(body_.exprs.size()), continuing_(body_.exprs.size()), head_(body_.exprs.size()), ways_(body_.blocks.size()),
      around_(body_.exprs.size()), block_around_(body_.blocks.size()) {
  gatherMoves(whole);
  now_.bits = State::Unset;
  for (const typed::Param &param : body_.params)
    if (binds(param.pat, root_))
      home_expr_ = body_.value;
  for (const typed::Param &param : body_.params)
    bind(param.pat);
  if (body_.value.isValid())
    eval(body_.value);
  complete_ = complete_ && (home_block_.isValid() || home_expr_.isValid());
}

void ValueWays::gatherMoves(mir::PlaceId whole) {
  const mir::Body &body = judged_.mir();
  const MovePathId whole_path = judged_.data.find(whole).path;
  for (const MoveOut &move : judged_.data.moves()) {
    std::uint8_t effect = 0;
    if (isAtOrAbove(judged_.data, move.path, value_))
      effect |= State::Moved;
    if (move.path != whole_path && isAtOrAbove(judged_.data, whole_path, move.path))
      effect |= State::Open;
    const mir::Statement *statement = judged_.flow.statementAt(move.at);
    const bool is_end =
        statement != nullptr ? statement->kind != mir::StatementKind::Assign : body.blocks[move.at.block].terminator.kind == mir::TerminatorKind::Drop;
    if (effect == 0 || is_end)
      continue;
    const Span span = judged_.flow.spanAt(move.at);
    moves_by_span_[{span.lo(), span.hi()}] |= effect;
    if (statement == nullptr || body.places[statement->place].base.isValid())
      continue;
    const mir::LocalDecl &target = body.locals[body.places[statement->place].local];
    if (target.source.isValid())
      moves_by_binding_[target.source.value] |= effect;
  }
}

void ValueWays::take(State effect) {
  if (!now_.isReached())
    return;
  if ((effect.bits & State::Moved) != 0)
    now_.bits = State::Moved | (now_.bits & State::Open);
  if ((effect.bits & State::Open) != 0 && follow_ == Follow::Whole && (now_.bits & State::Owned) != 0)
    now_.bits = static_cast<std::uint8_t>((now_.bits & ~State::Owned) | State::Parted);
  else if (follow_ != Follow::Whole)
    now_.bits |= effect.bits & State::Open;
}

ValueState ValueWays::absent(State in) const {
  if (follow_ == Follow::Variants && (in.bits & State::Owned) != 0)
    in.bits = static_cast<std::uint8_t>((in.bits & ~State::Owned) | State::Absent);
  return in;
}

// ------------------------------------------------------------------------------------------------------------- patterns

bool ValueWays::binds(PatId id, typed::LocalId local) const {
  if (!id.isValid() || StackGuard::exhausted())
    return false;
  const typed::Pat &pat = body_.pats[id];
  if (pat.kind == PatKind::Binding && pat.local == local)
    return true;
  const auto inside = [&](PatId part) { return binds(part, local); };
  return inside(pat.sub) || inside(pat.rest) || llvm::any_of(pat.prefix, inside) || llvm::any_of(pat.suffix, inside) ||
         llvm::any_of(pat.fields, [&](const typed::FieldPattern &field) { return inside(field.pat); });
}

void ValueWays::bind(PatId id) {
  if (!id.isValid() || StackGuard::exhausted())
    return;
  const typed::Pat &pat = body_.pats[id];
  if (pat.kind == PatKind::Binding) {
    if (auto move = moves_by_binding_.find(pat.local.value); move != moves_by_binding_.end() && pat.mode == typed::BindingMode::Move)
      take({move->second});
    if (pat.local == root_ && now_.isReached())
      now_.bits = State::Owned;
  }
  bind(pat.sub);
  bind(pat.rest);
  for (const PatId part : pat.prefix) // all alternatives bind the same names
    bind(part);
  for (const PatId part : pat.suffix)
    bind(part);
  for (const typed::FieldPattern &field : pat.fields)
    bind(field.pat);
}

bool ValueWays::isIrrefutable(PatId id) const {
  if (!id.isValid())
    return true;
  if (StackGuard::exhausted())
    return false;
  const typed::Pat &pat = body_.pats[id];
  switch (pat.kind) {
  case PatKind::Wild:
  case PatKind::Never:
    return true;
  case PatKind::Binding:
  case PatKind::Deref:
    return isIrrefutable(pat.sub);
  case PatKind::Leaf:
    return llvm::all_of(pat.fields, [&](const typed::FieldPattern &field) { return isIrrefutable(field.pat); });
  case PatKind::Or:
    return llvm::any_of(pat.prefix, [&](PatId part) { return isIrrefutable(part); });
  case PatKind::Variant:
  case PatKind::Constant:
  case PatKind::Range:
  case PatKind::Slice:
  case PatKind::Error:
    return false;
  }
  return false;
}

/// The state where a pattern matches, and where it does not. `depth`: how many steps of the value's place lead to what is matched.
ValueWays::Both ValueWays::match(PatId id, std::optional<std::size_t> depth, State in) const {
  if (!id.isValid() || isIrrefutable(id))
    return {in, {}};
  const typed::Pat &pat = body_.pats[id];
  if (!depth || *depth >= steps_.size() || StackGuard::exhausted())
    return {in, in};
  const mir::Projection &step = steps_[*depth];
  switch (pat.kind) {
  case PatKind::Binding:
    return match(pat.sub, depth, in);
  case PatKind::Deref:
    return match(pat.sub, step.kind == mir::ProjectionKind::Deref ? std::optional(*depth + 1) : std::nullopt, in);
  case PatKind::Leaf:
    for (const typed::FieldPattern &field : pat.fields)
      if (step.kind == mir::ProjectionKind::Field && field.field == step.a) {
        Both inner = match(field.pat, *depth + 1, in);
        const auto other = [&](const typed::FieldPattern &beside) { return beside.field != step.a && !isIrrefutable(beside.pat); };
        return {inner.yes, llvm::any_of(pat.fields, other) ? in : inner.no};
      }
    return {in, in};
  case PatKind::Or: {
    Both all{{}, in};
    for (const PatId part : pat.prefix) {
      const Both one = match(part, depth, all.no);
      all = {all.yes | one.yes, one.no};
    }
    return all;
  }
  case PatKind::Variant:
    return matchVariant(pat, *depth, in);
  case PatKind::Wild:
  case PatKind::Never:
  case PatKind::Constant:
  case PatKind::Range:
  case PatKind::Slice:
  case PatKind::Error:
    break;
  }
  return {in, in};
}

/// Rule (`DropStates::refineSwitch`): on the way of one variant nothing is left of any other, and of it nothing on the other ways.
ValueWays::Both ValueWays::matchVariant(const typed::Pat &pat, std::size_t depth, State in) const {
  const mir::Projection &step = steps_[depth];
  if (step.kind != mir::ProjectionKind::Downcast)
    return {in, in};
  if (step.a != pat.variant)
    return {absent(in), in};
  Both inner{in, {}};
  bool other = false;
  for (const typed::FieldPattern &field : pat.fields) {
    if (depth + 1 < steps_.size() && field.field == steps_[depth + 1].a)
      inner = match(field.pat, depth + 2, in);
    else
      other = other || !isIrrefutable(field.pat);
  }
  return {inner.yes, absent(in) | (other ? in : inner.no)};
}

std::optional<llvm::SmallVector<mir::Projection, 4>> ValueWays::stepsTo(ExprId place) const {
  llvm::SmallVector<mir::Projection, 4> steps;
  for (ExprId at = place; at.isValid(); at = body_.exprs[at].a) {
    const typed::Expr &expr = body_.exprs[at];
    if (expr.kind == ExprKind::Local) {
      if (expr.local != root_)
        return std::nullopt;
      std::reverse(steps.begin(), steps.end());
      return steps;
    }
    mir::Projection step;
    if (expr.kind == ExprKind::Field) {
      step.kind = mir::ProjectionKind::Field;
      step.a = expr.index;
      steps.push_back(step);
    } else if (expr.kind == ExprKind::Deref) {
      step.kind = mir::ProjectionKind::Deref;
      steps.push_back(step);
    } else if (expr.kind != ExprKind::Ascribe) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> ValueWays::stepsCovered(ExprId scrutinee) const {
  const auto steps = stepsTo(scrutinee);
  return steps && isPrefix(*steps, steps_) ? std::optional(steps->size()) : std::nullopt;
}

PatId ValueWays::wildcardFor(PatId id, std::size_t depth) const {
  while (id.isValid()) {
    const typed::Pat &pat = body_.pats[id];
    if (pat.kind == PatKind::Wild)
      return id;
    if (depth >= steps_.size())
      return {};
    if (pat.kind == PatKind::Deref && steps_[depth].kind == mir::ProjectionKind::Deref) {
      id = pat.sub;
      ++depth;
      continue;
    }
    const bool is_variant = pat.kind == PatKind::Variant && steps_[depth].kind == mir::ProjectionKind::Downcast && steps_[depth].a == pat.variant;
    depth += is_variant ? 1 : 0;
    if ((!is_variant && pat.kind != PatKind::Leaf) || depth >= steps_.size() || steps_[depth].kind != mir::ProjectionKind::Field)
      return {};
    const auto *field = llvm::find_if(pat.fields, [&](const typed::FieldPattern &inner) { return inner.field == steps_[depth].a; });
    id = field == pat.fields.end() ? PatId() : field->pat;
    ++depth;
  }
  return {};
}

void ValueWays::assignTo(ExprId place) {
  if (now_.isReached() && stepsCovered(place))
    now_.bits = State::Owned;
}

// ---------------------------------------------------------------------------------------------------------- expressions

void ValueWays::eval(ExprId id) {
  if (StackGuard::exhausted()) {
    complete_ = false;
    return;
  }
  const typed::Expr &expr = body_.exprs[id];
  before_[id] = now_;
  evalKind(id);
  if (!isControl(expr.kind))
    if (auto move = moves_by_span_.find({expr.span.lo(), expr.span.hi()}); move != moves_by_span_.end())
      take({move->second});
  if (judged_.types.store().is(expr.ty, TyKind::Never) && expr.kind == ExprKind::Call)
    now_ = {};
  const bool jumps = expr.kind == ExprKind::Break || expr.kind == ExprKind::Continue || expr.kind == ExprKind::Return;
  if (!jumps)
    after_[id] = now_;
}

void ValueWays::evalKind(ExprId id) {
  const typed::Expr &expr = body_.exprs[id];
  switch (expr.kind) {
  case ExprKind::Block:
    if (expr.label_target)
      leaving_[id] = {};
    block_around_[expr.block] = {id, {}, 0};
    evalBlock(expr.block);
    if (expr.label_target)
      now_ |= leaving_[id];
    return;
  case ExprKind::If:
    return evalIf(id);
  case ExprKind::Match:
    return evalMatch(id);
  case ExprKind::Loop:
    return evalLoop(id);
  case ExprKind::Break:
  case ExprKind::Continue:
  case ExprKind::Return:
    return evalJump(id);
  case ExprKind::Logical:
  case ExprKind::Let: {
    const Both both = cond(id);
    now_ = both.yes | both.no;
    return;
  }
  case ExprKind::Assign:
    child(expr.b, id);
    child(expr.a, id);
    assignTo(expr.a);
    return;
  case ExprKind::Literal:
  case ExprKind::Local:
  case ExprKind::Static:
  case ExprKind::Constant:
  case ExprKind::FnItem:
  case ExprKind::Call:
  case ExprKind::Field:
  case ExprKind::Index:
  case ExprKind::Deref:
  case ExprKind::Borrow:
  case ExprKind::Unary:
  case ExprKind::Binary:
  case ExprKind::Cast:
  case ExprKind::Coerce:
  case ExprKind::AssignOp:
  case ExprKind::Tuple:
  case ExprKind::Array:
  case ExprKind::Repeat:
  case ExprKind::Adt:
  case ExprKind::Closure:
  case ExprKind::Ascribe:
  case ExprKind::PlaceMention:
    for (const ExprId part : partsOf(body_, id))
      child(part, id);
    return;
  }
}

/// Conditions tell apart where they hold: `let` patterns and `&&` do.
ValueWays::Both ValueWays::cond(ExprId id) {
  if (StackGuard::exhausted()) {
    complete_ = false;
    return {now_, now_};
  }
  const typed::Expr &expr = body_.exprs[id];
  before_[id] = now_;
  Both both;
  if (expr.kind == ExprKind::Logical) {
    within(expr.a, id);
    within(expr.b, id);
    const Both first = cond(expr.a);
    const bool conjunction = expr.binary == ast::BinaryOp::And;
    now_ = conjunction ? first.yes : first.no;
    const Both second = cond(expr.b);
    both = conjunction ? Both{second.yes, first.no | second.no} : Both{first.yes | second.yes, second.no};
  } else if (expr.kind == ExprKind::Let) {
    child(expr.a, id);
    both = match(expr.pat, stepsCovered(expr.a), now_);
    now_ = both.yes;
    bind(expr.pat);
    both.yes = now_;
  } else {
    eval(id);
    both = {now_, now_};
  }
  after_[id] = both.yes | both.no;
  when_false_[id] = both.no;
  return both;
}

void ValueWays::evalIf(ExprId id) {
  const typed::Expr &expr = body_.exprs[id];
  within(expr.a, id);
  const Both both = cond(expr.a);
  now_ = both.yes;
  if (!home_block_.isValid() && !home_expr_.isValid() && now_.isReached()) {
    // The variables of `if let` live to the end of the branch.
    for (ExprId at = expr.a; at.isValid();) {
      const typed::Expr &condition = body_.exprs[at];
      const ExprId let = condition.kind == ExprKind::Logical ? condition.b : at;
      if (body_.exprs[let].kind == ExprKind::Let && binds(body_.exprs[let].pat, root_))
        home_expr_ = expr.b;
      at = condition.kind == ExprKind::Logical ? condition.a : ExprId();
    }
  }
  child(expr.b, id);
  const State then = now_;
  now_ = both.no;
  child(expr.c, id);
  now_ |= then;
}

void ValueWays::evalMatch(ExprId id) {
  const typed::Expr &expr = body_.exprs[id];
  child(expr.a, id);
  const std::optional<std::size_t> depth = stepsCovered(expr.a);
  State rest = now_, end;
  for (const typed::Arm &arm : expr.arms) {
    Both both = match(arm.pat, depth, rest);
    if (arm.guard.isValid()) {
      within(arm.guard, id);
      now_ = both.yes;
      const Both guarded = cond(arm.guard);
      both = {guarded.yes, both.no | guarded.no};
    }
    now_ = both.yes;
    bind(arm.pat);
    if (binds(arm.pat, root_))
      home_expr_ = arm.body;
    child(arm.body, id);
    end |= now_;
    rest = both.no;
  }
  now_ = end;
}

void ValueWays::evalLoop(ExprId id) {
  const BlockId block = body_.exprs[id].block;
  block_around_[block] = {id, {}, 0};
  head_[id] |= now_; // what an earlier round around this loop found holds still: states only grow
  for (State last; last != head_[id];) {
    last = head_[id];
    leaving_[id] = continuing_[id] = {};
    now_ = last;
    evalBlock(block);
    head_[id] |= now_ | continuing_[id];
    if (!complete_)
      return;
  }
  now_ = leaving_[id];
}

void ValueWays::evalJump(ExprId id) {
  const typed::Expr &expr = body_.exprs[id];
  child(expr.a, id);
  after_[id] = now_;
  if (expr.kind == ExprKind::Break)
    leaving_[expr.target] |= now_;
  else if (expr.kind == ExprKind::Continue)
    continuing_[expr.target] |= now_;
  now_ = {};
}

void ValueWays::evalLet(const typed::Stmt &stmt, BlockId block, std::uint32_t index) {
  if (stmt.expr.isValid()) {
    around_[stmt.expr] = {{}, block, index};
    eval(stmt.expr);
  }
  if (stmt.else_block.isValid()) {
    const Both both = match(stmt.pat, stepsCovered(stmt.expr), now_);
    block_around_[stmt.else_block] = {{}, block, index};
    now_ = both.no;
    evalBlock(stmt.else_block);
    now_ = both.yes;
  }
  bind(stmt.pat);
  if (!binds(stmt.pat, root_))
    return;
  home_block_ = block;
  if (!stmt.expr.isValid() && now_.isReached())
    now_.bits = State::Unset;
}

void ValueWays::evalBlock(BlockId id) {
  const typed::Block &block = body_.blocks[id];
  llvm::SmallVector<State, 8> ways{now_};
  for (std::uint32_t i = 0; i < block.stmts.size(); ++i) {
    const typed::Stmt &stmt = block.stmts[i];
    if (stmt.kind == typed::Stmt::Kind::Let) {
      evalLet(stmt, id, i);
    } else {
      around_[stmt.expr] = {{}, id, i};
      eval(stmt.expr);
    }
    ways.push_back(now_);
  }
  if (block.tail.isValid()) {
    around_[block.tail] = {{}, id, static_cast<std::uint32_t>(block.stmts.size())};
    eval(block.tail);
  }
  ways.push_back(now_);
  ways_[id] = std::move(ways);
}

} // namespace lien

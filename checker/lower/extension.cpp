// Extended temporaries: which temporaries in the initialiser of a `let` live as long as the variables it declares.
//
//   let x = &temp();          let x = S { f: &temp() };          let ref x = temp();          let x = if b { &temp() } else { &temp() };
//
// Purely syntactic, on what the source shows: adjustments are looked through. Reference "Temporary lifetime extension".
#include "checker/lower/builder.hpp"

namespace lien::lower {

/// The source expression under its adjustments.
ExprId Builder::source(ExprId id) const {
  while (expr(id).implicit) {
    const typed::Expr &adjustment = expr(id);
    const ExprId inner = adjustment.kind == ExprKind::Call && !adjustment.list.empty() ? adjustment.list.front() : adjustment.a;
    if (!inner.isValid())
      break;
    id = inner;
  }
  return id;
}

Builder::Lifetime Builder::temporaryLifetime(ExprId id) const {
  if (!extended_.empty())
    if (const auto known = extended_.find(source(id).value); known != extended_.end())
      return known->second;
  return temporaryScope();
}

/// Rule: the initialiser's extending expressions keep the operands of their borrows; a pattern that binds by reference keeps the initialiser itself.
void Builder::extendTemporaries(ExprId initialiser, PatId pattern, ScopeIndex lifetime) {
  extendBorrowed(initialiser, lifetime);
  if (pattern.isValid() && bindsByReference(pattern))
    extendOperand(initialiser, lifetime);
}

/// `format_args!(…)`: its arguments live as long as the value. Reference, "Super operands".
bool Builder::isFormatArguments(const typed::Expr &call) const {
  return call.desugar == typed::Desugar::MacroBlock && call.list.size() == 1 && expr(source(call.list.front())).desugar == typed::Desugar::FormatArgs;
}

/// Rule (extending expressions): the initialiser; the operand of an extending borrow; the operands of an extending array, tuple, cast, braced struct or
/// tuple constructor; the final expression of an extending block, of the blocks of an extending `if`, of the arms of an extending `match`.
void Builder::extendBorrowed(ExprId id, ScopeIndex lifetime) {
  id = source(id);
  const typed::Expr &at = expr(id);
  if (tooDeep(at.span))
    return;
  switch (at.kind) {
  case ExprKind::Borrow:
    extendBorrowed(at.a, lifetime);
    extendOperand(at.a, lifetime);
    return;
  case ExprKind::Adt:
    for (const typed::FieldValue &field : at.fields)
      extendBorrowed(field.value, lifetime);
    return;
  case ExprKind::Array:
  case ExprKind::Tuple:
    for (const ExprId element : at.list)
      extendBorrowed(element, lifetime);
    return;
  case ExprKind::Call:
    if (isConstructorCall(at) || isFormatArguments(at))
      for (const ExprId argument : at.list)
        extendBorrowed(argument, lifetime);
    return;
  case ExprKind::Cast:
    extendBorrowed(at.a, lifetime);
    return;
  case ExprKind::Block:
    if (const ExprId tail = typed_.blocks[at.block].tail; tail.isValid())
      extendBorrowed(tail, lifetime);
    return;
  case ExprKind::If:
    extendBorrowed(at.b, lifetime);
    if (at.c.isValid())
      extendBorrowed(at.c, lifetime);
    return;
  case ExprKind::Match:
    for (const typed::Arm &arm : at.arms)
      extendBorrowed(arm.body, lifetime);
    return;
  case ExprKind::Literal:
  case ExprKind::Local:
  case ExprKind::Static:
  case ExprKind::Constant:
  case ExprKind::FnItem:
  case ExprKind::Field:
  case ExprKind::Index:
  case ExprKind::Deref:
  case ExprKind::Unary:
  case ExprKind::Binary:
  case ExprKind::Logical:
  case ExprKind::Coerce:
  case ExprKind::Assign:
  case ExprKind::AssignOp:
  case ExprKind::Let:
  case ExprKind::Loop:
  case ExprKind::Break:
  case ExprKind::Continue:
  case ExprKind::Return:
  case ExprKind::Repeat:
  case ExprKind::Closure:
  case ExprKind::Ascribe:
  case ExprKind::PlaceMention:
    return;
  }
}

/// Rule: the operand of an extending borrow is extended, and so is what it is a part of: the bases of its fields, indices and dereferences.
void Builder::extendOperand(ExprId id, ScopeIndex lifetime) {
  while (true) {
    id = source(id);
    const auto [known, is_new] = extended_.try_emplace(id.value, lifetime);
    if (!is_new && known->second == lifetime)
      return; // and so is all that it is a part of
    known->second = lifetime;
    const typed::Expr &at = expr(id);
    const bool is_part = at.kind == ExprKind::Borrow || at.kind == ExprKind::Deref || at.kind == ExprKind::Field || at.kind == ExprKind::Index;
    if (!is_part)
      return;
    id = at.a;
    // An overloaded `*x` or `x[i]` is a dereference of a call; the place that the source names is the call's receiver.
    const typed::Expr &base = expr(id);
    if (at.kind == ExprKind::Deref && base.kind == ExprKind::Call && base.overloaded && !base.list.empty()) {
      extended_[id.value] = lifetime;
      id = base.list.front();
    }
  }
}

/// A binding written `ref` below no reference pattern. (Default binding modes stand below a Deref.)
bool Builder::bindsByReference(PatId pattern) const {
  const typed::Pat &at = pat(pattern);
  const auto any = [&](llvm::ArrayRef<PatId> list) { return llvm::any_of(list, [&](PatId sub) { return bindsByReference(sub); }); };
  switch (at.kind) {
  case PatKind::Binding:
    return at.mode != typed::BindingMode::Move;
  case PatKind::Variant:
  case PatKind::Leaf:
    return llvm::any_of(at.fields, [&](const typed::FieldPattern &field) { return bindsByReference(field.pat); });
  case PatKind::Slice:
  case PatKind::Or:
    return any(at.prefix) || any(at.suffix) || (at.rest.isValid() && bindsByReference(at.rest));
  case PatKind::Wild:
  case PatKind::Deref:
  case PatKind::Constant:
  case PatKind::Range:
  case PatKind::Never:
  case PatKind::Error:
    return false;
  }
  return false;
}

} // namespace lien::lower

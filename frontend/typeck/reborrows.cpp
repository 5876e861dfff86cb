// Where a shared reference is copied and where it is reborrowed.
//
// A coercion site of type `&T` reborrows what it is given, `&*r`, so that the new reference may live shorter; only where the lifetimes are the very same
// nothing happens and the reference is copied (a `&mut` that comes later than others of its type is then moved). Inference knows no free lifetimes, so the
// second case is found by what can be told apart without them: a value that was coerced to the wanted type already, and places whose types are those of the
// signature, of a written type or of one variable. What is wanted is known, lifetimes included, of what is returned or assigned and where a type is written;
// of the parts of a tuple or an array that is written there, too. Source: rustc dev guide, "Coercion".
#include "frontend/typeck/checker.hpp"
#include "frontend/types/fold.hpp"

namespace lien::typeck {

using typed::ExprKind;

/// The value went through a coercion to the wanted type inside: as the tail of a block, in all branches of an `if`. Two arms of a `match` that are no
/// blocks get a common lifetime of their own.
bool BodyChecker::isCoercedInside(ExprId expr) const {
  if (StackGuard::exhausted())
    return false;
  const typed::Expr &at = body_->exprs[expr];
  switch (at.kind) {
  case ExprKind::Borrow:
    return at.borrow == BorrowKind::Reborrow;
  case ExprKind::Coerce:
    return at.coercion == CoercionKind::NeverToAny || at.coercion == CoercionKind::Unsize;
  case ExprKind::Block:
    return at.block.index() < coerced_blocks_.size() && coerced_blocks_.test(at.block.index());
  case ExprKind::If:
    return at.c.isValid() && isCoercedInside(at.b) && isCoercedInside(at.c);
  case ExprKind::Match:
    for (const Arm &arm : at.arms) {
      const bool alone = arm.body == at.arms.front().body || body_->exprs[arm.body].kind != ExprKind::Borrow;
      if (!alone || !isCoercedInside(arm.body))
        return false;
    }
    return !at.arms.empty();
  default: // whatever it is, its type is its own
    return false;
  }
}

/// Puts a lifetime of its own, the same as no other, wherever none is known.
Ty BodyChecker::withOwnRegions(Ty erased) {
  struct Fold final : TypeFolder {
    Fold(TypeStore &store, std::uint32_t &next) : TypeFolder(store), next(next) {}
    Ty foldTy(Ty ty) override { return store_.has(ty, TypeFlags::HasRegions) ? superFold(ty) : ty; }
    Region foldRegion(Region region) override { return region.kind() == Region::Kind::Erased ? Region::var(next++) : region; }
    std::uint32_t &next;
  };
  return Fold(types_, own_regions_).foldTy(erased);
}

/// The type of what a pattern binds to a name by value, in a value of type `ty`.
std::optional<Ty> BodyChecker::typeInPattern(PatId id, Ty ty, LocalId local) {
  const typed::Pat &pat = body_->pats[id];
  if (pat.kind == typed::PatKind::Binding)
    return pat.local == local && !pat.sub.isValid() && pat.mode == BindingMode::Move ? std::optional(ty) : std::nullopt;
  if (pat.kind != typed::PatKind::Leaf || StackGuard::exhausted())
    return std::nullopt;
  for (const typed::FieldPattern &part : pat.fields)
    if (const std::optional<Ty> field = typeOfField(ty, part.field))
      if (const std::optional<Ty> found = typeInPattern(part.pat, *field, local))
        return found;
  return std::nullopt;
}

std::optional<Ty> BodyChecker::typeOfField(Ty ty, std::uint32_t field) {
  const TyData of = data(ty);
  if (of.kind == TyKind::Tuple)
    return of.args[field].type();
  if (of.kind != TyKind::Adt)
    return std::nullopt;
  return substitute(types_, program_.adt(of.def).variants.front().fields[field].type, of.args);
}

/// The type of a place with its lifetimes: as the signature says it, or else the variable's own.
std::optional<Ty> BodyChecker::typeWithRegions(ExprId expr) {
  const typed::Expr at = node(expr);
  if (at.kind == ExprKind::Local) {
    for (std::size_t i = 0; i < body_->params.size(); ++i)
      if (const std::optional<Ty> found = typeInPattern(body_->params[i].pat, body_->signature.inputs[i], at.local))
        return found;
    const auto [own, is_new] = exact_locals_.try_emplace(at.local.value, Ty());
    if (is_new)
      own->second = withOwnRegions(infer_.resolve(body_->locals[at.local].ty));
    return own->second;
  }
  if (at.kind != ExprKind::Field && at.kind != ExprKind::Deref && at.kind != ExprKind::Index)
    return std::nullopt;
  const std::optional<Ty> base = typeWithRegions(at.a);
  if (!base)
    return std::nullopt;
  const TyData of = data(*base);
  if (at.kind == ExprKind::Field)
    return typeOfField(*base, at.index);
  if (at.kind == ExprKind::Index)
    return of.kind == TyKind::Array || of.kind == TyKind::Slice ? std::optional(of.element()) : std::nullopt;
  if (of.kind == TyKind::Adt && program_.isLang(of.def, LangItem::BoxStruct))
    return of.args[0].type();
  return of.kind == TyKind::Ref ? std::optional(of.element()) : std::nullopt;
}

/// The type of a value that is no branch, lifetimes included. What is made anew has lifetimes of its own.
Ty BodyChecker::exactType(ExprId expr) {
  const typed::Expr &at = node(expr);
  const Ty ty = resolved(typeOf(expr));
  std::optional<Ty> known;
  if (at.kind == ExprKind::Literal && is(ty, TyKind::Ref))
    known = types_.ref(Region::statik(), data(ty).element(), data(ty).mutability);
  else if (at.kind == ExprKind::Constant)
    known = program_.typeOf(at.def);
  else
    known = typeWithRegions(expr);
  return known && is(*known, TyKind::Ref) ? *known : withOwnRegions(ty);
}

/// Below a reborrow that a coercion made of a reference, the reference; otherwise the value itself.
ExprId BodyChecker::withoutReborrow(ExprId value) {
  const typed::Expr &at = node(value);
  if (at.kind != ExprKind::Borrow || at.borrow != BorrowKind::Reborrow || node(at.a).kind != ExprKind::Deref || !node(at.a).implicit)
    return value;
  const ExprId reference = node(at.a).a;
  const bool is_single = !(node(reference).kind == ExprKind::Deref && node(reference).implicit);
  return is_single && is(resolved(typeOf(reference)), TyKind::Ref) ? reference : value;
}

/// `&'x T` and `&'y T` together: `'static` gives way to the other, two others to a third.
Ty BodyChecker::leastUpperBound(Ty a, Ty b) {
  const TyData left = data(a);
  const Region right = data(b).region;
  Region region = left.region;
  if (left.region == Region::statik())
    region = right;
  else if (right != Region::statik() && right != left.region)
    region = Region::var(own_regions_++);
  return types_.ref(region, left.element(), left.mutability);
}

/// Rule: of several values that become one, all coerced already, the first is coerced to the wanted type. A later one that has the very type of those before
/// it, lifetimes included, stays as it is. Otherwise the two get their least upper bound, and the value is reborrowed, unless it is a shared reference of that
/// very type. Source: rustc, `CoerceMany::coerce`, `coerce_to_ref`.
void BodyChecker::settleMerged(std::optional<Ty> &merged, ExprId value, Ty wanted) {
  if (is(resolved(typeOf(value)), TyKind::Never) || (node(value).kind == ExprKind::Coerce && node(value).coercion == CoercionKind::NeverToAny)) {
    merged = merged ? merged : wanted;
    return;
  }
  const ExprId written = withoutReborrow(value);
  const bool is_adjusted = node(value).kind == ExprKind::Coerce || (written == value && node(value).kind == ExprKind::Borrow &&
                                                                    node(value).borrow == BorrowKind::Reborrow && node(node(value).a).implicit);
  const Ty found = settleInside(written, wanted);
  if (is_adjusted || !is(found, TyKind::Ref)) { // more than a reborrow: it stays
    merged = merged ? leastUpperBound(*merged, types_.ref(Region::var(own_regions_++), data(wanted).element(), data(wanted).mutability)) : wanted;
    return;
  }
  const bool is_shared = data(found).mutability == Mutability::Not;
  bool reborrows = true;
  if (!merged) {
    reborrows = !is_shared || !(found == wanted);
    merged = wanted;
  } else if (found == *merged) {
    reborrows = false;
  } else {
    merged = leastUpperBound(*merged, found);
    reborrows = !is_shared || !(found == *merged);
  }
  if (!reborrows && written != value) {
    node(value) = typed::Expr(node(written));
    if (node(value).kind == ExprKind::Loop || node(value).label_target)
      moved_targets_.emplace_back(written, value);
  }
  if (reborrows && written == value)
    adjustInPlace(value, [&](ExprId inner) {
      const Ty reference = resolved(typeOf(inner));
      const Span span = adjustmentSpan(inner);
      const Mutability mutability = data(wanted).mutability;
      ExprId reborrow = makeBorrow(makeDeref(inner, data(reference).element(), span, true), mutability, BorrowKind::Reborrow, span);
      return reborrow;
    });
}

/// The type of a value of which a reference is wanted, lifetimes included, once all its branches are settled.
Ty BodyChecker::settleInside(ExprId value, Ty wanted) {
  if (StackGuard::exhausted())
    return withOwnRegions(wanted);
  const typed::Expr at = node(value);
  if (at.kind == ExprKind::Coerce) {
    settleBorrowed(withoutReborrow(at.a), wanted);
    return withOwnRegions(wanted);
  }
  std::optional<Ty> merged;
  if (at.kind == ExprKind::Block && at.block.index() < coerced_blocks_.size() && coerced_blocks_.test(at.block.index()) && !at.label_target) {
    settleMerged(merged, body_->blocks[at.block].tail, wanted);
    return wanted;
  }
  if (at.kind == ExprKind::If && at.c.isValid()) {
    settleMerged(merged, at.b, wanted);
    settleMerged(merged, at.c, wanted);
    return *merged;
  }
  if (at.kind == ExprKind::Match && at.desugar == Desugar::None && !at.arms.empty()) {
    for (const Arm &arm : at.arms)
      settleMerged(merged, arm.body, wanted);
    return *merged;
  }
  if (const auto breaks = breaksTo(value); !breaks.empty()) {
    for (ExprId given : breaks)
      settleMerged(merged, given, wanted);
    if (at.kind == ExprKind::Block && body_->blocks[at.block].tail.isValid())
      settleMerged(merged, body_->blocks[at.block].tail, wanted);
    return *merged;
  }
  settleBorrowed(value, wanted);
  return exactType(value);
}

/// What is borrowed where a reference to a type is wanted, is wanted of that type.
void BodyChecker::settleBorrowed(ExprId borrow, Ty wanted) {
  if (node(borrow).kind == ExprKind::Borrow && node(borrow).borrow == BorrowKind::Written)
    settleParts(node(borrow).a, data(wanted).element());
}

/// The values that `break` gives to a loop or a labelled block, in order.
llvm::SmallVector<ExprId, 4> BodyChecker::breaksTo(ExprId target) {
  if (node(target).kind != ExprKind::Loop && !node(target).label_target)
    return {};
  for (const auto &[from, to] : llvm::reverse(moved_targets_))
    if (to == target)
      target = from;
  return break_values_.lookup(target.value);
}

/// Rule: a tuple or an array that is written where a type is wanted passes on what it wants to its elements, a block to its last expression, branches and jumps
/// to each value. Each element of a tuple is coerced by itself; those of an array are merged. Fields of structs and arguments of constructors get lifetimes of
/// their own. Source: rustc, `check_expr_tuple`, `check_expr_array`.
void BodyChecker::settleParts(ExprId value, Ty wanted) {
  if (StackGuard::exhausted())
    return;
  const typed::Expr at = node(value);
  const TyData want = data(wanted);
  switch (at.kind) {
  case ExprKind::Tuple:
    if (want.kind == TyKind::Tuple && want.args.size() == at.list.size())
      for (std::size_t i = 0; i < at.list.size(); ++i)
        settleWanted(at.list[i], want.args[i].type());
    return;
  case ExprKind::Array:
    if (want.kind == TyKind::Array || want.kind == TyKind::Slice) {
      std::optional<Ty> merged;
      for (ExprId element : at.list)
        settleOne(merged, element, want.element());
    }
    return;
  case ExprKind::Repeat:
    if (want.kind == TyKind::Array || want.kind == TyKind::Slice)
      settleWanted(at.a, want.element());
    return;
  case ExprKind::Block:
    for (ExprId given : breaksTo(value))
      settleParts(given, wanted);
    if (ExprId tail = body_->blocks[at.block].tail; tail.isValid())
      settleParts(tail, wanted);
    return;
  case ExprKind::Loop:
    for (ExprId given : breaksTo(value))
      settleParts(given, wanted);
    return;
  case ExprKind::If:
    if (at.c.isValid()) {
      settleParts(at.b, wanted);
      settleParts(at.c, wanted);
    }
    return;
  case ExprKind::Match:
    if (at.desugar == Desugar::None)
      for (const Arm &arm : at.arms)
        settleParts(arm.body, wanted);
    return;
  default: // what is made otherwise has lifetimes of its own
    return;
  }
}

/// One of several values at a place that wants the type, coerced to it already.
void BodyChecker::settleOne(std::optional<Ty> &merged, ExprId value, Ty wanted) {
  const Ty found = resolved(typeOf(value));
  if (types_.has(wanted, TypeFlags::HasError) || types_.has(found, TypeFlags::HasError))
    return;
  if (!is(wanted, TyKind::Ref))
    settleParts(value, wanted);
  else if (is(found, TyKind::Ref) || is(found, TyKind::Never))
    settleMerged(merged, value, wanted);
}

void BodyChecker::settleWanted(ExprId value, Ty wanted) {
  std::optional<Ty> merged;
  settleOne(merged, value, wanted);
}

/// The arguments of a function, lifetimes included, as far as more is known than that each lifetime is its own: what is written (`f::<&'static T>`), and for a
/// method that takes `&mut self`, below which nothing may change, the types in the receiver's type.
std::optional<Args> BodyChecker::exactArgs(const CallSite &site) {
  if (!site.callee.isValid()) // made by a macro
    return std::nullopt;
  const UserTypeId written = node(site.callee).user_type;
  const Ty type = written.isValid() ? body_->user_types[written].ty : types_.error;
  const std::optional<Args> of_receiver = argsOfReceiver(site);
  if (!of_receiver && !is(type, TyKind::FnDef))
    return std::nullopt;
  const Args own = data(withOwnRegions(is(type, TyKind::FnDef) ? type : types_.fnDef(site.def, node(site.callee).args))).args;
  llvm::SmallVector<GenericArg, 8> exact(own.begin(), own.end());
  if (of_receiver) {
    const Args declared = data(program_.impl(program_.def(site.def).parent).self_type).args;
    for (std::size_t i = 0; i < declared.size(); ++i)
      if (declared[i].isType() && is(declared[i].type(), TyKind::Param))
        exact[data(declared[i].type()).index] = (*of_receiver)[i];
  }
  return types_.args(exact);
}

/// Of a method that takes `&mut self`, where the type in the impl's header is a struct or enum: the arguments of that type.
std::optional<Args> BodyChecker::argsOfReceiver(const CallSite &site) {
  if (!site.receiver.isValid() || node(site.receiver).kind != ExprKind::Borrow || node(site.receiver).mutability != Mutability::Mut)
    return std::nullopt;
  const Def &parent = program_.def(program_.def(site.def).parent);
  if (parent.kind != DefKind::Impl)
    return std::nullopt;
  const TyData declared = data(program_.impl(program_.def(site.def).parent).self_type);
  const std::optional<Ty> receiver = declared.kind == TyKind::Adt ? typeWithRegions(node(site.receiver).a) : std::nullopt;
  if (!receiver || !is(*receiver, TyKind::Adt) || data(*receiver).def != declared.def)
    return std::nullopt;
  return data(*receiver).args;
}

/// An argument is wanted with a lifetime of its own, unless it must be `'static` or more is known of the function's arguments.
void BodyChecker::settleArgument(const CallSite &site, Ty declared, ExprId value) {
  if (is(declared, TyKind::Ref) && data(declared).region == Region::statik())
    return settleWanted(value, declared);
  if (types_.has(declared, TypeFlags::HasParam) && types_.has(typeOf(value), TypeFlags::HasRegions))
    if (const std::optional<Args> exact = exactArgs(site))
      settleWanted(value, substitute(types_, declared, *exact));
}

/// A field wants a lifetime of its own, unless it is `'static` or the lifetimes of the struct are written (`Self { r }`, `S::<'a> { r }`).
void BodyChecker::settleField(const VariantPath &path, Ty declared, ExprId value) {
  if (is(declared, TyKind::Ref) && data(declared).region == Region::statik())
    settleWanted(value, declared);
  if (!path.user_type.isValid() || !types_.has(declared, TypeFlags::HasRegions))
    return;
  if (const Ty written = body_->user_types[path.user_type].ty; is(written, TyKind::Adt))
    settleWanted(value, substitute(types_, declared, data(withOwnRegions(written)).args));
}

/// `let x: T = value`: `T` is what is wanted, and the type of `x`. Without a value, it is that of `x` all the same.
void BodyChecker::settleLet(const typed::Stmt &let, bool is_coerced) {
  const Ty written = body_->user_types[let.user_type].ty;
  if (!types_.has(written, TypeFlags::HasRegions))
    return;
  const Ty wanted = withOwnRegions(written);
  if (is_coerced)
    settleWanted(let.expr, wanted);
  knowVariable(let, wanted);
}

/// `let x = &mut place`: below `&mut` nothing may change.
void BodyChecker::settleInferredLet(const typed::Stmt &let) {
  const typed::Expr at = node(let.expr);
  if (at.kind != ExprKind::Borrow || at.mutability != Mutability::Mut)
    return;
  if (const std::optional<Ty> inside = typeWithRegions(at.a))
    knowVariable(let, types_.ref(Region::var(own_regions_++), *inside, Mutability::Mut));
}

void BodyChecker::knowVariable(const typed::Stmt &let, Ty ty) {
  const typed::Pat &pat = body_->pats[let.pat];
  if (pat.kind == typed::PatKind::Binding && !pat.sub.isValid() && pat.mode == BindingMode::Move)
    exact_locals_.try_emplace(pat.local.value, ty);
}

/// All that a body returns is merged: what `return` gives, in order, and its last expression.
ExprId BodyChecker::coerceReturned(ExprId value) {
  value = coerceOrReport(value, return_type_);
  settleReturned(value);
  return value;
}

/// `r = r` is of the very same type: a shared reference is copied, a `&mut` reborrowed all the same.
void BodyChecker::settleAssigned(ExprId place, ExprId value) {
  if (const std::optional<Ty> wanted = typeWithRegions(place))
    settleWanted(value, *wanted);
}

void BodyChecker::settleReturned(ExprId value) {
  const DefKind kind = program_.def(owner_).kind;
  const bool is_function = kind == DefKind::Fn || kind == DefKind::AssocFn;
  settleOne(returned_as_, value, is_function ? body_->signature.output : program_.typeOf(owner_));
}

} // namespace lien::typeck

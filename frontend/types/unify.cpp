// Inference variables and unification: union-find with an undo log.
//
// Regions are ignored here: inference erases them, and the MIR type check relates them later. So `for<'a> fn(&'a T)` and `fn(&T)` unify, binders are
// opened with erased regions, and no bound region ever reaches a variable.
#include "frontend/types/solver.hpp"

#include "diagnostics/stack_guard.hpp"
#include "frontend/types/rebuild.hpp"

namespace lien {

std::uint32_t Solver::addVariable(VariableKind kind, Span origin) {
  const auto index = static_cast<std::uint32_t>(variables_.size());
  Variable variable{};
  variable.parent = index;
  variable.kind = kind;
  variable.origin = origin;
  variables_.push_back(variable);
  return index;
}

Ty Solver::newVariable(VariableKind kind, Span origin) {
  const std::uint32_t index = addVariable(kind, origin);
  const InferKind infer = kind == VariableKind::Int ? InferKind::Int : kind == VariableKind::Float ? InferKind::Float : InferKind::General;
  return variables_[index].self = store.infer(infer, index);
}

Const Solver::newConstVariable(Span origin) { return store.constInfer(addVariable(VariableKind::Const, origin)); }

Args Solver::freshArgs(DefId def, Args given, Span origin) {
  const llvm::ArrayRef<GenericArg::Kind> kinds = cache.parameterKinds(def);
  if (given.size() >= kinds.size())
    return given;
  llvm::SmallVector<GenericArg, 8> list(given.begin(), given.end());
  for (const GenericArg::Kind kind : kinds.drop_front(given.size()))
    switch (kind) {
    case GenericArg::Kind::Type:
      list.emplace_back(newVariable(VariableKind::General, origin));
      break;
    case GenericArg::Kind::Region:
      list.emplace_back(Region::erased());
      break;
    case GenericArg::Kind::Const:
      list.emplace_back(newConstVariable(origin));
      break;
    }
  return store.args(list);
}

std::uint32_t Solver::root(std::uint32_t variable) {
  std::uint32_t top = variable;
  while (variables_[top].parent != top)
    top = variables_[top].parent;
  // Paths are shortened only while nothing can be undone: a rollback restores single links.
  if (open_snapshots_ == 0)
    while (variables_[variable].parent != top) {
      const std::uint32_t next = variables_[variable].parent;
      variables_[variable].parent = top;
      variable = next;
    }
  return top;
}

Ty Solver::shallowVariable(Ty ty) {
  // A value may be a variable again, of another kind.
  while (store.data(ty).kind == TyKind::Infer) {
    const Variable &variable = variables_[root(store.data(ty).index)];
    if (variable.value == none)
      return variable.self;
    ty = Ty(variable.value);
  }
  return ty;
}

Const Solver::shallow(Const constant) {
  while (store.data(constant).kind == ConstKind::Infer) {
    const std::uint32_t top = root(static_cast<std::uint32_t>(store.data(constant).value));
    if (variables_[top].value == none)
      return store.constInfer(top);
    constant = Const{variables_[top].value};
  }
  return constant;
}

namespace {

struct Resolution {
  static constexpr unsigned kept_depth = 16; ///< types that are nested deeper are worth keeping

  Solver &solver;
  unsigned depth = 0;
  void enterBinder() const {}
  void leaveBinder() const {}
  Ty foldTy(Ty ty) {
    if (!solver.store.has(ty, TypeFlags::HasInferType))
      return ty;
    const Ty known = solver.shallow(ty);
    if (solver.store.data(known).kind == TyKind::Infer || !solver.store.has(known, TypeFlags::HasInferType))
      return known;
    if (depth < kept_depth)
      return rebuildDeeper(known);
    if (const auto found = solver.deep_resolutions.find(known.id()); found != solver.deep_resolutions.end())
      return found->second;
    const Ty resolved = rebuildDeeper(known);
    solver.deep_resolutions.try_emplace(known.id(), resolved);
    return resolved;
  }
  Ty rebuildDeeper(Ty ty) {
    ++depth;
    const Ty resolved = rebuild(solver.store, ty, *this);
    --depth;
    return resolved;
  }
  static Region foldRegion(Region region) { return region; }
  Const foldConst(Const constant) const { return solver.shallow(constant); }
};

} // namespace

Ty Solver::resolve(Ty ty) { return Resolution{*this}.foldTy(ty); }

Args Solver::resolve(Args args) {
  if (!hasVariables(args))
    return args;
  Resolution fold{*this};
  return rebuildArgs(store, args, fold);
}

Span Solver::originOf(Ty variable) {
  const TyData &data = store.data(variable);
  return data.kind == TyKind::Infer ? variables_[data.index].origin : Span();
}

void Solver::markDiverging(Ty ty) {
  const Ty variable = shallow(ty);
  if (store.data(variable).kind != TyKind::Infer)
    return;
  const std::uint32_t top = root(store.data(variable).index);
  if (variables_[top].diverging)
    return;
  variables_[top].diverging = true;
  record(Undo::Kind::Diverging, top);
}

/// Reference "Integer literal expressions", "Floating-point literal expressions"; edition guide 2024 "Never type fallback change".
bool Solver::applyFallback() {
  bool changed = false;
  for (std::uint32_t index = 0; index < variables_.size(); ++index) {
    const Variable &variable = variables_[index];
    if (variable.parent != index || variable.value != none)
      continue;
    Ty value;
    switch (variable.kind) {
    case VariableKind::Int:
      value = store.integer(IntKind::I32);
      break;
    case VariableKind::Float:
      value = store.floating(FloatKind::F64);
      break;
    case VariableKind::General:
      if (!variable.diverging)
        continue;
      value = store.never;
      break;
    case VariableKind::Const:
      continue;
    }
    bind(index, value.id());
    changed = true;
  }
  return changed;
}

InferContext::Snapshot Solver::snapshot() {
  ++open_snapshots_;
  return {static_cast<std::uint32_t>(undo_.size()), static_cast<std::uint32_t>(pending_.size()), static_cast<std::uint32_t>(variables_.size()),
          static_cast<std::uint32_t>(failures_.size())};
}

void Solver::rollback(const InferContext::Snapshot &snapshot) {
  deep_resolutions.clear(); // the numbers of variables are used again
  while (undo_.size() > snapshot.undo_length) {
    const Undo entry = undo_.back();
    undo_.pop_back();
    switch (entry.kind) {
    case Undo::Kind::Parent:
      variables_[entry.index].parent = entry.index;
      break;
    case Undo::Kind::Value:
      variables_[entry.index].value = none;
      break;
    case Undo::Kind::Diverging:
      variables_[entry.index].diverging = false;
      break;
    case Undo::Kind::Pending:
      unsolved_ += pending_[entry.index].solved ? 1 : 0;
      pending_[entry.index].solved = false;
      if (entry.index < snapshot.obligation_count)
        enqueue(entry.index);
      break;
    }
  }
  unsolved_ -= static_cast<std::uint32_t>(pending_.size()) - snapshot.obligation_count; // none of those is solved any more
  pending_.resize(snapshot.obligation_count);
  variables_.resize(snapshot.variable_count);
  if (failures_.size() > snapshot.failure_count)
    failures_.resize(snapshot.failure_count);
  --open_snapshots_;
}

void Solver::commit(const InferContext::Snapshot &) {
  if (--open_snapshots_ == 0)
    undo_.clear();
}

void Solver::bind(std::uint32_t top, std::uint32_t value) {
  variables_[top].value = value;
  record(Undo::Kind::Value, top);
  wake(top);
}

/// The older variable becomes the root, so that fresh variables of an impl never capture those of the goal; numeric ones come first.
void Solver::unite(std::uint32_t a, std::uint32_t b) {
  const bool a_numeric = variables_[a].kind != VariableKind::General;
  const bool b_numeric = variables_[b].kind != VariableKind::General;
  std::uint32_t top = std::min(a, b);
  std::uint32_t child = std::max(a, b);
  if (a_numeric != b_numeric) {
    top = a_numeric ? a : b;
    child = a_numeric ? b : a;
  }
  variables_[child].parent = top;
  record(Undo::Kind::Parent, child);
  if (variables_[child].diverging && !variables_[top].diverging) {
    variables_[top].diverging = true;
    record(Undo::Kind::Diverging, top);
  }
  wake(child);
}

bool Solver::boundOlderThan(std::uint32_t first_fresh, std::uint32_t undo_mark) const {
  for (std::size_t at = undo_mark; at < undo_.size(); ++at)
    if ((undo_[at].kind == Undo::Kind::Value || undo_[at].kind == Undo::Kind::Parent) && undo_[at].index < first_fresh)
      return true;
  return false;
}

bool Solver::occurs(std::uint32_t top, Ty ty) {
  if (!store.has(ty, TypeFlags::HasInferType))
    return false;
  if (StackGuard::exhausted()) {
    touched_unknown = true;
    return false;
  }
  ty = shallow(ty);
  const TyData &data = store.data(ty);
  if (data.kind == TyKind::Infer)
    return root(data.index) == top;
  for (const GenericArg &arg : data.args)
    if (arg.isType() && occurs(top, arg.type()))
      return true;
  if (data.kind == TyKind::Dynamic)
    for (const auto &[assoc, value] : store.dynamicProjections(ty))
      if (occurs(top, value))
        return true;
  return false;
}

/// Both sides are shallow-resolved; `variable` is unbound.
bool Solver::relateVariable(Ty variable, Ty other, Goals &goals) {
  const std::uint32_t top = root(store.data(variable).index);
  const VariableKind kind = variables_[top].kind;
  const TyData &data = store.data(other);
  if (data.kind == TyKind::Infer) {
    const std::uint32_t other_top = root(data.index);
    const VariableKind other_kind = variables_[other_top].kind;
    if (kind != other_kind && kind != VariableKind::General && other_kind != VariableKind::General)
      return false;
    unite(top, other_top);
    return true;
  }
  if (data.kind == TyKind::Projection) {
    const Ty value = shallow(normalizeProjection(other, goals));
    if (value != other)
      return relate(variable, value, goals);
  }
  if (data.kind == TyKind::Error || data.kind == TyKind::Unknown) {
    touched_unknown |= data.kind == TyKind::Unknown && kind != VariableKind::General;
    bind(top, other.id());
    return true;
  }
  if (kind == VariableKind::Int ? data.kind != TyKind::Int : kind == VariableKind::Float && data.kind != TyKind::Float)
    return false;
  if (occurs(top, other))
    return false;
  if (data.has(TypeFlags::HasFreeRegion | TypeFlags::HasInferRegion))
    other = eraseRegions(store, other);
  bind(top, other.id());
  return true;
}

bool Solver::relateProjection(Ty a, Ty b, Goals &goals) {
  const Ty a_value = store.is(a, TyKind::Projection) ? shallow(normalizeProjection(a, goals)) : a;
  const Ty b_value = store.is(b, TyKind::Projection) ? shallow(normalizeProjection(b, goals)) : b;
  if (a_value != a || b_value != b)
    return relate(a_value, b_value, goals);
  // What is left is rigid: equal if written alike.
  const TyData &x = store.data(a);
  const TyData &y = store.data(b);
  return x.kind == y.kind && x.def == y.def && relateArgs(x.args, y.args, goals);
}

bool Solver::relate(Ty a, Ty b, Goals &goals) {
  if (a == b)
    return true;
  a = shallow(a);
  b = shallow(b);
  if (a == b)
    return true;
  const TyKind x = store.kind(a);
  const TyKind y = store.kind(b);
  if (x == TyKind::Infer)
    return relateVariable(a, b, goals);
  if (y == TyKind::Infer)
    return relateVariable(b, a, goals);
  if (x == TyKind::Error || y == TyKind::Error)
    return true;
  if (x == TyKind::Unknown || y == TyKind::Unknown) {
    touched_unknown = true;
    return true;
  }
  if (StackGuard::exhausted()) { // a type too deep to judge
    touched_unknown = true;
    return true;
  }
  if (x == TyKind::Projection || y == TyKind::Projection)
    return relateProjection(a, b, goals);
  return x == y && relateStructure(a, b, goals);
}

/// Both sides have the same kind, and it is no variable.
bool Solver::relateStructure(Ty a, Ty b, Goals &goals) {
  const TyData &x = store.data(a);
  const TyData &y = store.data(b);
  switch (x.kind) {
  case TyKind::Bool:
  case TyKind::Char:
  case TyKind::Str:
  case TyKind::Never:
    return true;
  case TyKind::Int:
    return x.int_kind == y.int_kind;
  case TyKind::Float:
    return x.float_kind == y.float_kind;
  case TyKind::Param:
    return x.index == y.index;
  case TyKind::Ref:
    return x.mutability == y.mutability && relate(x.element(), y.element(), goals);
  case TyKind::Slice:
    return relate(x.element(), y.element(), goals);
  case TyKind::Array:
    return relate(x.element(), y.element(), goals) && relate(x.length, y.length);
  case TyKind::Tuple:
    return x.args.size() == y.args.size() && relateArgs(x.args, y.args, goals);
  case TyKind::Adt:
  case TyKind::FnDef:
  case TyKind::Closure:
  case TyKind::Opaque:
    return x.def == y.def && relateArgs(x.args, y.args, goals);
  case TyKind::FnPtr: {
    if (x.args.size() != y.args.size())
      return false;
    for (std::size_t at = 0; at < x.args.size(); ++at)
      if (!relateUnderBinder(x.args[at], y.args[at], goals))
        return false;
    return true;
  }
  case TyKind::Dynamic:
    return relateDynamic(a, b, goals);
  case TyKind::Error:
  case TyKind::Unknown:
  case TyKind::Projection:
  case TyKind::Infer:
    break; // handled before
  }
  return false;
}

bool Solver::relateDynamic(Ty a, Ty b, Goals &goals) {
  const TyData &x = store.data(a);
  const TyData &y = store.data(b);
  if (x.def != y.def || x.args.size() != y.args.size() || store.dynamicAutoTraits(a) != store.dynamicAutoTraits(b))
    return false;
  for (std::size_t at = 0; at < x.args.size(); ++at)
    if (!relateUnderBinder(x.args[at], y.args[at], goals))
      return false;
  const auto left = store.dynamicProjections(a);
  const auto right = store.dynamicProjections(b);
  if (left.size() != right.size())
    return false;
  for (std::size_t at = 0; at < left.size(); ++at)
    if (left[at].first != right[at].first || !relateUnderBinder(left[at].second, right[at].second, goals))
      return false;
  return true;
}

bool Solver::relateUnderBinder(GenericArg a, GenericArg b, Goals &goals) {
  if (!a.isType() || !b.isType())
    return relateArgs(a, b, goals);
  const auto opened = [&](Ty ty) { return instantiateBinder(store, ty, [](std::uint32_t) { return Region::erased(); }); };
  return relate(opened(a.type()), opened(b.type()), goals);
}

bool Solver::relate(Const a, Const b) {
  if (a == b)
    return true;
  a = shallow(a);
  b = shallow(b);
  if (a == b)
    return true;
  const ConstData x = store.data(a);
  const ConstData y = store.data(b);
  if (x.kind == ConstKind::Infer || y.kind == ConstKind::Infer) {
    const bool both = x.kind == y.kind;
    if (both)
      unite(static_cast<std::uint32_t>(x.value), static_cast<std::uint32_t>(y.value));
    else if (x.kind == ConstKind::Infer)
      bind(static_cast<std::uint32_t>(x.value), b.id);
    else
      bind(static_cast<std::uint32_t>(y.value), a.id);
    return true;
  }
  if (x.kind == ConstKind::Error || y.kind == ConstKind::Error)
    return true;
  const auto unclear = [](ConstKind kind) { return kind == ConstKind::Unknown || kind == ConstKind::Unevaluated; };
  if (unclear(x.kind) || unclear(y.kind)) {
    touched_unknown = true;
    return true;
  }
  return false;
}

bool Solver::relateArgs(Args a, Args b, Goals &goals) {
  if (a.size() != b.size())
    return false;
  for (std::size_t at = 0; at < a.size(); ++at) {
    if (a[at].kind() != b[at].kind())
      return false;
    switch (a[at].kind()) {
    case GenericArg::Kind::Type:
      if (!relate(a[at].type(), b[at].type(), goals))
        return false;
      break;
    case GenericArg::Kind::Region:
      break;
    case GenericArg::Kind::Const:
      if (!relate(a[at].constant(), b[at].constant()))
        return false;
      break;
    }
  }
  return true;
}

/// A quick test that spares most impls a set of fresh variables.
bool Solver::mayUnify(Ty pattern, Ty ty, bool open_params, unsigned fuel) {
  if (pattern == ty || fuel == 0)
    return true;
  const TyData &p = store.data(pattern);
  if (p.kind == TyKind::Param && open_params)
    return true;
  ty = shallow(ty);
  const TyData &t = store.data(ty);
  const auto flexible = [](const TyData &data) {
    return data.kind == TyKind::Error || data.kind == TyKind::Unknown || data.kind == TyKind::Projection ||
           (data.kind == TyKind::Infer && data.infer_kind == InferKind::General);
  };
  if (flexible(p) || flexible(t))
    return true;
  if (p.kind == TyKind::Infer) // a numeric variable in a where-clause cannot be; in a method's receiver it can
    return true;
  if (t.kind == TyKind::Infer)
    return p.kind == (t.infer_kind == InferKind::Int ? TyKind::Int : TyKind::Float);
  if (p.kind != t.kind || p.args.size() != t.args.size())
    return false;
  switch (p.kind) {
  case TyKind::Int:
    return p.int_kind == t.int_kind;
  case TyKind::Float:
    return p.float_kind == t.float_kind;
  case TyKind::Param:
    return p.index == t.index;
  case TyKind::Ref:
    return p.mutability == t.mutability && mayUnify(p.element(), t.element(), open_params, fuel - 1);
  case TyKind::Adt:
  case TyKind::FnDef:
  case TyKind::Closure:
  case TyKind::Opaque:
  case TyKind::Dynamic:
    return p.def == t.def && mayUnify(p.args, t.args, open_params, fuel - 1);
  case TyKind::Slice:
  case TyKind::Array:
  case TyKind::Tuple:
  case TyKind::FnPtr:
    return mayUnify(p.args, t.args, open_params, fuel - 1);
  case TyKind::Bool:
  case TyKind::Char:
  case TyKind::Str:
  case TyKind::Never:
  case TyKind::Error:
  case TyKind::Unknown:
  case TyKind::Projection:
  case TyKind::Infer:
    return true;
  }
  return true;
}

bool Solver::mayUnify(Args pattern, Args args, bool open_params, unsigned fuel) {
  if (pattern.size() != args.size())
    return false;
  for (std::size_t at = 0; at < args.size(); ++at)
    if (pattern[at].isType() && args[at].isType() && !mayUnify(pattern[at].type(), args[at].type(), open_params, fuel))
      return false;
  return true;
}

} // namespace lien

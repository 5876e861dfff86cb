// Reduces predicates, elaborates supertraits, and indexes associated items by name.
#include "frontend/types/solver_cache.hpp"

#include "frontend/types/program_impl.hpp"

namespace lien {

SolverCache &SolverCache::of(Program &program) {
  if (!program.solver_cache)
    program.solver_cache = std::make_shared<SolverCache>(program);
  return *program.solver_cache;
}

SolverCache::SolverCache(Program &owner) : program(owner) {
  sized = program.lang(LangItem::Sized);
  copy = program.lang(LangItem::CopyTrait);
  clone = program.lang(LangItem::CloneTrait);
  fn = program.lang(LangItem::FnTrait);
  fn_mut = program.lang(LangItem::FnMutTrait);
  fn_once = program.lang(LangItem::FnOnceTrait);
  fn_once_output = program.lang(LangItem::FnOnceOutput);
  deref = program.lang(LangItem::DerefTrait);
  deref_target = program.lang(LangItem::DerefTarget);
  box = program.lang(LangItem::BoxStruct);
  manually_drop = program.lang(LangItem::ManuallyDropStruct);
  phantom_data = program.lang(LangItem::PhantomDataStruct);
  drop = program.lang(LangItem::DropTrait);
}

llvm::ArrayRef<GenericArg::Kind> SolverCache::parameterKinds(DefId def) {
  if (const auto found = parameter_kinds_.find(def.value); found != parameter_kinds_.end())
    return found->second;
  const Generics &generics = program.generics(def);
  llvm::SmallVector<GenericArg::Kind, 8> kinds;
  if (generics.parent.isValid() && generics.parent_count != 0)
    llvm::append_range(kinds, parameterKinds(generics.parent));
  for (const GenericParamDef &param : generics.params)
    kinds.push_back(param.kind);
  const llvm::ArrayRef<GenericArg::Kind> kept = llvm::ArrayRef(kinds).copy(arena_);
  parameter_kinds_[def.value] = kept;
  return kept;
}

/// Only for Trait and Projection predicates.
Goal SolverCache::reduce(const Predicate &predicate) {
  TypeStore &types = program.types();
  const auto erased = [](std::uint32_t) { return Region::erased(); };
  Goal goal;
  goal.kind = predicate.kind == Predicate::Kind::Trait ? Goal::Kind::Trait : Goal::Kind::Projection;
  goal.def = predicate.kind == Predicate::Kind::Trait ? predicate.trait.trait : predicate.assoc;
  goal.args = types.args(eraseRegions(types, instantiateBinder(types, predicate.trait.args, erased)));
  if (predicate.kind == Predicate::Kind::Projection)
    goal.term = eraseRegions(types, instantiateBinder(types, predicate.type, erased));
  goal.span = predicate.span;
  return goal;
}

Predicate predicateOf(Program &program, const Goal &goal) {
  Predicate predicate;
  predicate.span = goal.span;
  if (goal.kind == Goal::Kind::Trait) {
    predicate.kind = Predicate::Kind::Trait;
    predicate.trait = {goal.def, goal.args};
    return predicate;
  }
  predicate.kind = Predicate::Kind::Projection;
  predicate.trait = {program.def(goal.def).parent, goal.args};
  predicate.assoc = goal.def;
  predicate.type = goal.term;
  return predicate;
}

llvm::ArrayRef<Goal> SolverCache::goalsOf(DefId def) {
  if (const auto found = goals_.find(def.value); found != goals_.end())
    return found->second;
  llvm::SmallVector<Goal, 8> goals;
  for (const Predicate &predicate : program.predicates(def))
    if (predicate.kind == Predicate::Kind::Trait || predicate.kind == Predicate::Kind::Projection)
      goals.push_back(reduce(predicate));
  const llvm::ArrayRef<Goal> kept = llvm::ArrayRef(goals).copy(arena_);
  goals_[def.value] = kept;
  return kept;
}

/// Elaboration (Reference, "Supertraits"): a bound on the very type that the goal speaks of brings what its trait says of Self.
void SolverCache::imply(const Goal &goal, llvm::SmallVectorImpl<Goal> &out) {
  const auto known = [&](const Goal &other) {
    return llvm::any_of(out, [&](const Goal &old) {
      return old.kind == other.kind && old.def == other.def && old.args.data() == other.args.data() && old.args.size() == other.args.size() &&
             old.term == other.term;
    });
  };
  if (known(goal))
    return;
  out.push_back(goal);
  if (goal.kind != Goal::Kind::Trait || StackGuard::exhausted())
    return;
  for (const Goal &super : goalsOf(goal.def)) {
    const TyData &self = program.types().data(super.args.front().type());
    if (self.kind != TyKind::Param || self.index != 0 || (super.kind == Goal::Kind::Trait && super.def == goal.def))
      continue;
    Goal instance = super;
    instance.args = substitute(program.types(), super.args, goal.args);
    if (super.kind == Goal::Kind::Projection)
      instance.term = substitute(program.types(), super.term, goal.args);
    imply(instance, out);
  }
}

llvm::ArrayRef<Goal> SolverCache::implied(DefId trait) {
  if (const auto found = implied_.find(trait.value); found != implied_.end())
    return found->second;
  TypeStore &types = program.types();
  llvm::SmallVector<Goal, 8> goals;
  imply({Goal::Kind::Trait, trait, eraseRegions(types, program.identityArgs(trait)), {}, {}}, goals);
  const llvm::ArrayRef<Goal> kept = llvm::ArrayRef(goals).copy(arena_);
  implied_[trait.value] = kept;
  return kept;
}

llvm::ArrayRef<Goal> SolverCache::itemBounds(DefId assoc_or_opaque) {
  if (const auto found = item_bounds_.find(assoc_or_opaque.value); found != item_bounds_.end())
    return found->second;
  llvm::SmallVector<Goal, 8> goals;
  for (const Predicate &predicate : program.itemBounds(assoc_or_opaque))
    if (predicate.kind == Predicate::Kind::Trait || predicate.kind == Predicate::Kind::Projection)
      imply(reduce(predicate), goals);
  const llvm::ArrayRef<Goal> kept = llvm::ArrayRef(goals).copy(arena_);
  item_bounds_[assoc_or_opaque.value] = kept;
  return kept;
}

const ImplHeader &SolverCache::header(DefId impl) {
  if (const auto found = headers_.find(impl.value); found != headers_.end())
    return *found->second;
  const ImplInfo &info = program.impl(impl);
  ImplHeader header;
  if (info.trait)
    header.ref = {info.trait->trait, eraseRegions(program.types(), info.trait->args)};
  header.self_type = eraseRegions(program.types(), info.self_type);
  header.negative = info.negative;
  header.poisoned = info.poisoned;
  const auto *kept = new (arena_.Allocate<ImplHeader>()) ImplHeader(header);
  headers_[impl.value] = kept;
  return *kept;
}

namespace {
constexpr std::uint8_t known_bit = 1, auto_bit = 2, complete_bit = 4;
}

bool SolverCache::isAuto(DefId trait) {
  std::uint8_t bits = trait_bits_.lookup(trait.value);
  if ((bits & known_bit) == 0) {
    bits = known_bit | (program.trait(trait).is_auto ? auto_bit : 0) | (program.isComplete(trait) ? complete_bit : 0);
    trait_bits_[trait.value] = bits;
  }
  return (bits & auto_bit) != 0;
}

bool SolverCache::isComplete(DefId trait) {
  isAuto(trait);
  return (trait_bits_.lookup(trait.value) & complete_bit) != 0;
}

bool SolverCache::isUndeclared(DefId trait, DefId adt) {
  const auto [entry, is_new] = undeclared_.try_emplace(adt.value);
  const Def &def = program.def(adt);
  if (is_new && def.item != nullptr)
    for (const ast::Attribute &attribute : def.item->attributes) {
      const ast::Meta &meta = attribute.meta;
      if (meta.kind != ast::Meta::Kind::List || !meta.path.isSingle() ||
          program.resolver().symbols().text(meta.path.segments.front().ident.name) != "undeclared_impls")
        continue;
      for (const ast::Meta &name : meta.list)
        if (name.path.isSingle())
          entry->second.push_back(name.path.segments.front().ident.name);
    }
  return llvm::is_contained(entry->second, program.def(trait).name);
}

llvm::ArrayRef<DefId> SolverCache::traitItemsNamed(Symbol name) {
  const LibraryIndex *library = program.resolver().libraryIndex();
  if (!trait_items_made_) {
    trait_items_made_ = true;
    const Definitions &defs = program.resolver().defs();
    for (std::size_t index = library == nullptr ? 0 : defs.firstOwn().index(); index < defs.size(); ++index)
      if (const DefId trait(index); defs[trait].kind == DefKind::Trait)
        for (const DefId item : defs.children(trait))
          trait_items_[defs[item].name.value].push_back(item);
  }
  const auto [answer, is_new] = trait_items_answers_.try_emplace(name.value);
  if (!is_new)
    return answer->second;
  llvm::SmallVector<DefId, 16> items;
  if (library != nullptr) {
    const auto before = [](const IndexedTraitItem &a, const IndexedTraitItem &b) { return a.name.value < b.name.value; };
    const auto [first, last] = std::equal_range(library->trait_items.begin(), library->trait_items.end(), IndexedTraitItem{name, {}}, before);
    for (const IndexedTraitItem &item : llvm::ArrayRef(first, last))
      items.push_back(item.item);
  }
  if (const auto found = trait_items_.find(name.value); found != trait_items_.end())
    llvm::append_range(items, found->second);
  return answer->second = llvm::ArrayRef(items).copy(arena_);
}

bool SolverCache::isInScope(DefId trait, DefId module) {
  const auto [entry, is_new] = scopes_.try_emplace(module.value);
  if (is_new)
    for (const DefId scoped : program.resolver().traitsInScope(module))
      entry->second.insert(scoped.value);
  return entry->second.contains(trait.value);
}

std::uint64_t shapeKey(const TyData &data) {
  std::uint32_t detail = 0;
  if (data.kind == TyKind::Adt || data.kind == TyKind::Dynamic)
    detail = data.def.value;
  else if (data.kind == TyKind::Int)
    detail = static_cast<std::uint32_t>(data.int_kind);
  else if (data.kind == TyKind::Float)
    detail = static_cast<std::uint32_t>(data.float_kind);
  return (static_cast<std::uint64_t>(data.kind) << 40U) | (static_cast<std::uint64_t>(data.mutability) << 36U) | detail;
}

llvm::ArrayRef<DefId> SolverCache::inherentItemsNamed(Ty self, Symbol name) {
  const std::uint64_t shape = shapeKey(program.types().data(self));
  auto found = inherent_items_.find(shape);
  if (found == inherent_items_.end()) {
    NameTable table;
    for (const DefId impl : program.inherentImpls(self))
      for (const DefId item : program.resolver().defs().children(impl))
        table[program.def(item).name.value].push_back(item);
    found = inherent_items_.try_emplace(shape, std::move(table)).first;
  }
  const auto items = found->second.find(name.value);
  return items == found->second.end() ? llvm::ArrayRef<DefId>() : llvm::ArrayRef<DefId>(items->second);
}

/// An ADT says so itself; for a primitive type one of its inherent impls does (frontend/library/README.md).
bool SolverCache::inherentItemsComplete(Ty self) {
  const TyData &data = program.types().data(self);
  switch (data.kind) {
  case TyKind::Adt:
  case TyKind::Dynamic:
    return !data.def.isValid() || (program.isComplete(data.def) && !(program.def(data.def).crate == CrateKind::User && program.resolver().hasUnknownItems()));
  case TyKind::Param:
  case TyKind::Projection:
  case TyKind::Opaque:
  case TyKind::Closure:
  case TyKind::FnDef:
  case TyKind::FnPtr:
  case TyKind::Tuple:
  case TyKind::Ref:
  case TyKind::Never:
  case TyKind::Error:
  case TyKind::Infer:
    return true; // they have none
  case TyKind::Unknown:
    return false;
  case TyKind::Bool:
  case TyKind::Char:
  case TyKind::Int:
  case TyKind::Float:
  case TyKind::Str:
  case TyKind::Array:
  case TyKind::Slice:
    break;
  }
  const auto [entry, is_new] = inherent_complete_.try_emplace(shapeKey(data), false);
  if (is_new) {
    const bool complete = llvm::any_of(program.inherentImpls(self), [&](DefId impl) {
      const Def &def = program.def(impl);
      return def.item != nullptr && hasAttribute(def.item->attributes, program.resolver().symbols(), "complete");
    });
    inherent_complete_[shapeKey(data)] = complete;
    return complete;
  }
  return entry->second;
}

Ty SolverCache::receiver(DefId method) {
  if (const auto found = receivers_.find(method.value); found != receivers_.end())
    return found->second;
  const FnInfo &info = program.fn(method);
  TypeStore &types = program.types();
  Ty receiver = types.unknown;
  if (info.has_self && !info.sig.inputs.empty())
    receiver = eraseRegions(types, instantiateBinder(types, info.sig.inputs.front(), [](std::uint32_t) { return Region::erased(); }));
  receivers_[method.value] = receiver;
  return receiver;
}

} // namespace lien

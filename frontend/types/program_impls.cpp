// Indexes of impls: by trait and by the outermost shape of the self type.
//
// An impl's trait and shape are read off its header without lowering it, so that building an index touches no signature. The library's index is made when
// Lien is built (its definitions are the same in every program); the user's once per program.
#include "frontend/types/program_impl.hpp"

namespace lien {

TypeShape shapeOf(const TypeStore &types, Ty ty) {
  using Kind = TypeShape::Kind;
  const TyData &data = types.data(ty);
  switch (data.kind) {
  case TyKind::Bool:
    return {Kind::Bool, 0};
  case TyKind::Char:
    return {Kind::Char, 0};
  case TyKind::Int:
    return {Kind::Int, static_cast<std::uint32_t>(data.int_kind)};
  case TyKind::Float:
    return {Kind::Float, static_cast<std::uint32_t>(data.float_kind)};
  case TyKind::Str:
    return {Kind::Str, 0};
  case TyKind::Never:
    return {Kind::Never, 0};
  case TyKind::Tuple:
    return {Kind::Tuple, static_cast<std::uint32_t>(data.args.size())};
  case TyKind::Array:
    return {Kind::Array, 0};
  case TyKind::Slice:
    return {Kind::Slice, 0};
  case TyKind::Ref:
    return {Kind::Ref, static_cast<std::uint32_t>(data.mutability)};
  case TyKind::Adt:
    return {Kind::Adt, data.def.value};
  case TyKind::FnDef:
    return {Kind::FnDef, data.def.value};
  case TyKind::FnPtr:
    return {Kind::FnPtr, 0};
  case TyKind::Closure:
    return {Kind::Closure, data.def.value};
  case TyKind::Dynamic:
    return {Kind::Dynamic, data.def.value};
  case TyKind::Opaque:
    return {Kind::Opaque, data.def.value};
  case TyKind::Error:
  case TyKind::Unknown:
  case TyKind::Param:
  case TyKind::Projection:
  case TyKind::Infer:
    return {Kind::Any, 0};
  }
  return {};
}

/// The shape of a written self type. What cannot be told without lowering (aliases, projections) is `Any`: the impl is then always a candidate.
TypeShape Program::Impl::writtenShape(const ast::Type &type, DefId item) {
  using Kind = TypeShape::Kind;
  switch (type.kind) {
  case ast::TypeKind::Paren:
    return writtenShape(*llvm::cast<ast::ParenType>(&type)->inner, item);
  case ast::TypeKind::Ref:
    return {Kind::Ref, static_cast<std::uint32_t>(llvm::cast<ast::RefType>(&type)->mutability)};
  case ast::TypeKind::Slice:
    return {Kind::Slice, 0};
  case ast::TypeKind::Array:
    return {Kind::Array, 0};
  case ast::TypeKind::Tuple:
    return {Kind::Tuple, static_cast<std::uint32_t>(llvm::cast<ast::TupleType>(&type)->elements.size())};
  case ast::TypeKind::Never:
    return {Kind::Never, 0};
  case ast::TypeKind::FnPtr:
    return {Kind::FnPtr, 0};
  case ast::TypeKind::Path:
    break;
  case ast::TypeKind::DynTrait:
  case ast::TypeKind::ImplTrait:
  case ast::TypeKind::Infer:
  case ast::TypeKind::Unsupported:
  case ast::TypeKind::Error:
    return {};
  }
  const ast::Path &path = llvm::cast<ast::PathType>(&type)->path;
  if (path.qself != nullptr)
    return {};
  DiagnosticSink muted; // the header's own lowering reports
  const PathRes res = resolver.resolve(path, Namespace::Type, item, muted);
  if (res.resolved != path.segments.size())
    return {};
  if (res.res.kind == ResKind::Primitive)
    return shapeOf(types, res.res.primitive);
  if (res.res.kind != ResKind::Def)
    return {};
  const DefKind kind = def(res.res.def).kind;
  return kind == DefKind::Struct || kind == DefKind::Enum ? TypeShape{Kind::Adt, res.res.def.value} : TypeShape{};
}

Program::Impl::ImplHead Program::Impl::implHead(DefId id) {
  const Def &data = def(id);
  if (data.poison != nullptr)
    return {};
  if (data.derived_for.isValid())
    return {derivedTrait(id), false, {TypeShape::Kind::Adt, data.derived_for.value}};
  const auto *node = data.as<ast::ImplItem>();
  ImplHead head;
  head.inherent = node->trait_path == nullptr;
  if (node->self_type != nullptr)
    head.shape = writtenShape(*node->self_type, id);
  if (head.inherent)
    return head;
  DiagnosticSink muted;
  const PathRes res = resolver.resolve(*node->trait_path, Namespace::Type, id, muted);
  if (res.res.kind == ResKind::Def && def(res.res.def).kind == DefKind::Trait)
    head.trait = res.res.def;
  return head;
}

void Program::Impl::addToTables(ImplTables &tables, DefId impl) {
  const ImplHead head = implHead(impl);
  if (head.inherent) {
    TypeShape shape = head.shape;
    if (shape.kind == TypeShape::Kind::Any && def(impl).crate == CrateKind::User)
      shape = shapeOf(types, program.impl(impl).self_type); // an alias
    tables.inherent[shape.key()].push_back({{}, shape.key(), impl});
  } else if (head.trait.isValid()) {
    tables.by_trait[head.trait.value].push_back({head.trait, head.shape.key(), impl});
  }
}

/// The impls of a library that has no index (those of tests, and the one that the index is made from).
const ImplTables &Program::Impl::unindexedImpls() {
  if (unindexed_impls_built)
    return unindexed_impls;
  unindexed_impls_built = true;
  for (DefId impl : resolver.impls().drop_back(userImplList().size()))
    addToTables(unindexed_impls, impl);
  return unindexed_impls;
}

template <typename Table, typename Key> static llvm::ArrayRef<IndexedImpl> implsIn(const Table &table, Key key) {
  const auto position = table.find(key);
  return position == table.end() ? llvm::ArrayRef<IndexedImpl>() : llvm::ArrayRef<IndexedImpl>(position->second);
}

llvm::ArrayRef<IndexedImpl> Program::Impl::libraryTraitImpls(DefId trait) {
  const LibraryIndex *index = resolver.libraryIndex();
  if (index == nullptr)
    return implsIn(unindexedImpls().by_trait, trait.value);
  const auto before = [](const IndexedImpl &a, const IndexedImpl &b) { return a.trait < b.trait; };
  const auto [first, last] = std::equal_range(index->trait_impls.begin(), index->trait_impls.end(), IndexedImpl{trait, 0, {}}, before);
  return {first, last};
}

llvm::ArrayRef<IndexedImpl> Program::Impl::libraryInherentImpls(std::uint64_t shape) {
  const LibraryIndex *index = resolver.libraryIndex();
  if (index == nullptr)
    return implsIn(unindexedImpls().inherent, shape);
  const auto before = [](const IndexedImpl &a, const IndexedImpl &b) { return a.shape < b.shape; };
  const auto [first, last] = std::equal_range(index->inherent.begin(), index->inherent.end(), IndexedImpl{{}, shape, {}}, before);
  return {first, last};
}

const ImplTables &Program::Impl::userImpls() {
  if (user_impls_built)
    return user_impls;
  user_impls_built = true;
  for (DefId impl : userImplList())
    addToTables(user_impls, impl);
  return user_impls;
}

llvm::ArrayRef<DefId> Program::Impl::userImplList() {
  const llvm::ArrayRef<DefId> impls = resolver.impls();
  // The library's come first.
  const auto *first = std::partition_point(impls.begin(), impls.end(), [this](DefId impl) { return impl < resolver.defs().firstOwn(); });
  return impls.drop_front(static_cast<std::size_t>(first - impls.begin()));
}

llvm::ArrayRef<DefId> Program::traitImpls(DefId trait) {
  const auto [position, fresh] = impl_->merged_traits.try_emplace(trait.value);
  if (!fresh)
    return position->second;
  std::vector<DefId> merged;
  for (const llvm::ArrayRef<IndexedImpl> impls : {impl_->libraryTraitImpls(trait), implsIn(impl_->userImpls().by_trait, trait.value)})
    for (const IndexedImpl &impl : impls)
      merged.push_back(impl.impl);
  return impl_->merged_traits[trait.value] = std::move(merged);
}

/// Could a type of this self shape be the self type of an impl with that shape? A parameter or unknown projection on the asking side: every impl whose
/// shape is open; the caller's unification decides.
static bool shapesMeet(const TypeStore &types, Ty self, TypeShape wanted, TypeShape impl) {
  if (impl.kind == TypeShape::Kind::Any || wanted == impl)
    return true;
  const TyData &data = types.data(self);
  switch (data.kind) {
  case TyKind::Infer:
    return data.infer_kind == InferKind::General || (data.infer_kind == InferKind::Int && impl.kind == TypeShape::Kind::Int) ||
           (data.infer_kind == InferKind::Float && impl.kind == TypeShape::Kind::Float);
  case TyKind::Error:
  case TyKind::Unknown:
  case TyKind::Projection:
    return true;
  default: // NOLINT: all others have a shape of their own (a parameter: none but blanket impls)
    return false;
  }
}

llvm::ArrayRef<DefId> Program::traitImplsFor(DefId trait, Ty self_shape) {
  const TypeShape wanted = shapeOf(types_, self_shape);
  const TyData &data = types_.data(self_shape);
  // Shape `Any` covers kinds with different answers: the kind and the kind of variable tell them apart.
  std::uint64_t key = wanted.key();
  if (wanted.kind == TypeShape::Kind::Any)
    key |= (static_cast<std::uint64_t>(data.kind) + 1) << 48U | static_cast<std::uint64_t>(data.infer_kind) << 56U;
  const auto [position, fresh] = impl_->merged_impls.try_emplace({trait.value, key});
  if (!fresh)
    return position->second;
  std::vector<DefId> merged;
  for (const llvm::ArrayRef<IndexedImpl> impls : {impl_->libraryTraitImpls(trait), implsIn(impl_->userImpls().by_trait, trait.value)})
    for (const IndexedImpl &impl : impls)
      if (shapesMeet(types_, self_shape, wanted, TypeShape::ofKey(impl.shape)))
        merged.push_back(impl.impl);
  return impl_->merged_impls[{trait.value, key}] = std::move(merged);
}

llvm::ArrayRef<DefId> Program::inherentImpls(Ty self_shape) {
  const TypeShape wanted = shapeOf(types_, self_shape);
  if (wanted.kind == TypeShape::Kind::Any)
    return {};
  const auto [position, fresh] = impl_->merged_inherent.try_emplace(wanted.key());
  if (!fresh)
    return position->second;
  std::vector<DefId> merged;
  for (const llvm::ArrayRef<IndexedImpl> impls : {impl_->libraryInherentImpls(wanted.key()), implsIn(impl_->userImpls().inherent, wanted.key())})
    for (const IndexedImpl &impl : impls)
      merged.push_back(impl.impl);
  return impl_->merged_inherent[wanted.key()] = std::move(merged);
}

DefId Program::dropImpl(DefId adt) {
  const DefId drop = lang(LangItem::DropTrait);
  if (!drop.isValid())
    return {};
  for (DefId impl : traitImplsFor(drop, typeOf(adt))) {
    const ImplInfo &info = this->impl(impl);
    if (!info.negative && types_.is(info.self_type, TyKind::Adt) && types_.data(info.self_type).def == adt)
      return impl;
  }
  return {};
}

} // namespace lien

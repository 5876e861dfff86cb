#include "checker/moves/type_regions.hpp"

namespace lien {

void TypeRegions::forEachPart(Ty ty, llvm::function_ref<void(const TyData &)> each_type, llvm::function_ref<void(Region)> each_region) const {
  llvm::SmallVector<Ty, 8> todo{ty};
  while (!todo.empty()) {
    const TyData &data = program_.types().data(todo.pop_back_val());
    each_type(data);
    if (data.kind == TyKind::Ref || data.kind == TyKind::Dynamic)
      each_region(data.region);
    for (GenericArg arg : data.args) {
      if (arg.kind() == GenericArg::Kind::Type)
        todo.push_back(arg.type());
      if (arg.kind() == GenericArg::Kind::Region)
        each_region(arg.region());
    }
  }
}

void TypeRegions::forEachRegion(Ty ty, llvm::function_ref<void(Region)> each) const {
  forEachPart(ty, [](const TyData &) {}, each);
}

void TypeRegions::forEachParam(Ty ty, llvm::function_ref<void(std::uint32_t)> each) const {
  forEachPart(
      ty,
      [&](const TyData &data) {
        if (data.kind == TyKind::Param)
          each(data.index);
      },
      [](Region) {});
}

bool TypeRegions::mentionsStatic(Ty ty) const {
  if (!hasRegions(ty))
    return false;
  bool found = false;
  forEachRegion(ty, [&](Region region) { found |= region.kind() == Region::Kind::Static; });
  return found;
}

bool TypeRegions::mentionsNamed(Ty ty) const {
  if (!hasRegions(ty))
    return false;
  bool found = false;
  forEachRegion(ty, [&](Region region) { found |= region.kind() == Region::Kind::EarlyParam || region.kind() == Region::Kind::LateParam; });
  return found;
}

bool TypeRegions::isPlain(Ty ty) const {
  bool plain = true;
  forEachPart(
      ty,
      [&](const TyData &data) {
        plain &= data.kind != TyKind::Adt && data.kind != TyKind::Param && (data.kind != TyKind::Ref || data.mutability == Mutability::Not);
      },
      [](Region) {});
  return plain;
}

bool TypeRegions::isExotic(Ty ty) {
  if (!hasRegions(ty) && !program_.types().has(ty, TypeFlags::HasProjection | TypeFlags::HasParam | TypeFlags::HasUnknown | TypeFlags::HasError))
    return program_.types().is(ty, TyKind::Closure);
  auto [entry, is_new] = exotic_.try_emplace(ty.id(), false);
  if (!is_new)
    return entry->second;
  bool exotic = false;
  bool regions = hasRegions(ty);
  forEachPart(
      ty,
      [&](const TyData &data) {
        switch (data.kind) {
        case TyKind::Dynamic:
        case TyKind::Closure:
        case TyKind::Unknown:
        case TyKind::Error:
        case TyKind::Infer:
          exotic = true;
          break;
        case TyKind::FnPtr:
        case TyKind::Opaque:
        case TyKind::Projection:
          exotic |= regions;
          break;
        case TyKind::Adt:
          exotic |= adtDemandsStatic(data.def);
          break;
        case TyKind::Bool:
        case TyKind::Char:
        case TyKind::Int:
        case TyKind::Float:
        case TyKind::Str:
        case TyKind::Never:
        case TyKind::Tuple:
        case TyKind::Array:
        case TyKind::Slice:
        case TyKind::Ref:
        case TyKind::FnDef:
        case TyKind::Param:
          break;
        }
      },
      [](Region) {});
  exotic_[ty.id()] = exotic;
  return exotic;
}

/// `struct S<T: 'static>`: to write the type is to ask for more than its parts show.
bool TypeRegions::adtDemandsStatic(DefId adt) {
  return llvm::any_of(program_.predicates(adt), [](const Predicate &predicate) {
    return (predicate.kind == Predicate::Kind::TypeOutlives || predicate.kind == Predicate::Kind::RegionOutlives) && predicate.b.kind() == Region::Kind::Static;
  });
}

} // namespace lien

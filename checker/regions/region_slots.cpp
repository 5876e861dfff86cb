#include "checker/regions/region_slots.hpp"

#include "frontend/types/binders.hpp"
#include "frontend/types/rebuild.hpp"

namespace lien {

namespace {

/// Visits every region that is not bound inside the type, in the order of `rebuild`, and puts in what `with` says.
struct SlotFold {
  TypeStore &store;
  llvm::function_ref<Region(Region)> with;
  void enterBinder() const {}
  void leaveBinder() const {}
  Ty foldTy(Ty ty) { return store.has(ty, TypeFlags::HasRegions) ? rebuild(store, ty, *this) : ty; }
  [[nodiscard]] Region foldRegion(Region region) const { return region.kind() == Region::Kind::Bound ? region : with(region); }
  static Const foldConst(Const constant) { return constant; }
};

} // namespace

void RegionSlots::collect(Ty ty, llvm::SmallVectorImpl<Region> &out) const {
  if (!types_.has(ty, TypeFlags::HasRegions))
    return;
  const auto with = [&](Region region) {
    out.push_back(region);
    return region;
  };
  SlotFold fold{types_, with};
  fold.foldTy(ty);
}

/// References upon references are counted from the innermost outwards: each type of a chain costs one step.
std::uint32_t RegionSlots::count(Ty ty) {
  if (!types_.has(ty, TypeFlags::HasRegions))
    return 0;
  const auto found = counts_.find(ty.id());
  if (found != counts_.end())
    return found->second;
  llvm::SmallVector<Ty, 8> references;
  Ty inner = ty;
  while (types_.has(inner, TypeFlags::HasRegions) && types_.is(inner, TyKind::Ref) && !counts_.contains(inner.id())) {
    references.push_back(inner);
    inner = types_.data(inner).element();
  }
  std::uint32_t count = 0;
  if (references.empty()) {
    const auto with = [&](Region region) {
      ++count;
      return region;
    };
    SlotFold fold{types_, with};
    fold.foldTy(ty);
    references.push_back(ty);
  } else {
    count = this->count(inner);
  }
  for (const Ty outer : llvm::reverse(references)) {
    count += types_.is(outer, TyKind::Ref) && types_.data(outer).region.kind() != Region::Kind::Bound ? 1 : 0;
    if (!outer.inOverlay())
      counts_[outer.id()] = count;
  }
  return count;
}

bool RegionSlots::isCovariant(Ty ty) {
  llvm::SmallVector<Ty, 8> references;
  while (types_.is(ty, TyKind::Ref) && types_.data(ty).mutability == Mutability::Not && !covariant_.contains(ty.id())) {
    references.push_back(ty);
    ty = types_.data(ty).element();
  }
  const auto found = covariant_.find(ty.id());
  const bool covariant = found != covariant_.end() ? found->second : llvm::all_of(variances(ty), [](Variance each) { return each == Variance::Covariant; });
  references.push_back(ty);
  for (const Ty each : references)
    if (!each.inOverlay())
      covariant_[each.id()] = covariant;
  return covariant;
}

Ty RegionSlots::fill(Ty erased, llvm::function_ref<Region(std::uint32_t)> region) const {
  if (!types_.has(erased, TypeFlags::HasRegions))
    return erased;
  std::uint32_t slot = 0;
  const auto with = [&](Region) { return region(slot++); };
  SlotFold fold{types_, with};
  return fold.foldTy(erased);
}

std::uint32_t RegionSlots::offsetOfArg(const TyData &data, std::size_t index) {
  std::uint32_t offset = 0;
  for (const GenericArg &arg : data.args.take_front(index))
    offset += arg.isType() ? count(arg.type()) : arg.kind() == GenericArg::Kind::Region ? 1 : 0;
  return offset;
}

llvm::ArrayRef<Variance> RegionSlots::variances(Ty ty) {
  if (count(ty) == 0)
    return {};
  std::unique_ptr<std::vector<Variance>> &entry = variances_[ty.id()];
  if (entry)
    return *entry;
  auto made = std::make_unique<std::vector<Variance>>();
  addVariances(ty, Variance::Covariant, *made, 0);
  std::unique_ptr<std::vector<Variance>> &place = variances_[ty.id()]; // the table may have grown
  place = std::move(made);
  return *place;
}

void RegionSlots::addArgs(Args args, llvm::ArrayRef<Variance> variances, Variance context, std::vector<Variance> &out, unsigned binders) {
  for (std::size_t i = 0; i < args.size(); ++i) {
    const Variance inner = composeVariance(context, i < variances.size() ? variances[i] : Variance::Invariant);
    switch (args[i].kind()) {
    case GenericArg::Kind::Region:
      if (args[i].region().kind() != Region::Kind::Bound)
        out.push_back(inner);
      break;
    case GenericArg::Kind::Type:
      addVariances(args[i].type(), inner, out, binders);
      break;
    case GenericArg::Kind::Const:
      break;
    }
  }
}

/// Reference, "Subtyping and Variance".
void RegionSlots::addVariances(Ty ty, Variance context, std::vector<Variance> &out, unsigned binders) {
  if (!types_.has(ty, TypeFlags::HasRegions) || StackGuard::exhausted())
    return;
  const TyData &data = types_.data(ty);
  switch (data.kind) {
  case TyKind::Ref:
    if (data.region.kind() != Region::Kind::Bound)
      out.push_back(context);
    addVariances(data.element(), data.mutability == Mutability::Mut ? composeVariance(context, Variance::Invariant) : context, out, binders);
    return;
  case TyKind::Tuple:
  case TyKind::Array:
  case TyKind::Slice:
    for (const GenericArg &arg : data.args)
      addVariances(arg.type(), context, out, binders);
    return;
  case TyKind::Adt:
    return addArgs(data.args, program_.variances(data.def), context, out, binders);
  case TyKind::FnPtr:
    for (const GenericArg &arg : data.args.drop_back())
      addVariances(arg.type(), composeVariance(context, Variance::Contravariant), out, binders + 1);
    addVariances(data.args.back().type(), context, out, binders + 1);
    return;
  case TyKind::Dynamic: {
    addArgs(data.args, {}, context, out, binders + 1);
    for (std::size_t at = 0; at < types_.dynamicProjections(ty).size(); ++at)
      addVariances(types_.dynamicProjections(ty)[at].second, composeVariance(context, Variance::Invariant), out, binders + 1);
    if (data.region.kind() != Region::Kind::Bound)
      out.push_back(context);
    return;
  }
  case TyKind::FnDef:
  case TyKind::Closure:
  case TyKind::Projection:
  case TyKind::Opaque:
    return addArgs(data.args, {}, context, out, binders);
  case TyKind::Error:
  case TyKind::Unknown:
  case TyKind::Bool:
  case TyKind::Char:
  case TyKind::Int:
  case TyKind::Float:
  case TyKind::Str:
  case TyKind::Never:
  case TyKind::Param:
  case TyKind::Infer:
    return;
  }
}

} // namespace lien

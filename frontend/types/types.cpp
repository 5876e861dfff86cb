// The hash-consing store of types: interning, flags, and the overlay of the body that is being inferred.
#include "frontend/types/types.hpp"

#include "diagnostics/internal_error.hpp"
#include "frontend/syntax/hash_index.hpp"

namespace lien {
namespace {

constexpr std::uint32_t program_slots = 1024;
constexpr std::uint32_t overlay_slots = 128;

/// Interned lists of one element type; the elements live in the part's arena.
template <typename T> struct ListTable {
  explicit ListTable(std::uint32_t slots) : index(slots) {}

  llvm::ArrayRef<T> intern(llvm::ArrayRef<T> list, std::uint32_t hash, llvm::BumpPtrAllocator &arena) {
    const std::uint32_t found = index.find(hash, [&](std::uint32_t number) { return lists[number] == list; });
    if (found != HashIndex::none)
      return lists[found];
    T *copy = arena.Allocate<T>(list.size());
    std::uninitialized_copy(list.begin(), list.end(), copy);
    index.insert(hash, static_cast<std::uint32_t>(lists.size()));
    lists.emplace_back(copy, list.size());
    return lists.back();
  }
  void clear() {
    index.clear(overlay_slots);
    lists.clear();
  }
  HashIndex index;
  std::vector<llvm::ArrayRef<T>> lists;
};

/// A definition with its generic arguments.
TyData applied(TyKind kind, DefId def, Args arguments) {
  TyData data;
  data.kind = kind;
  data.def = def;
  data.args = arguments;
  return data;
}

/// What a trait object holds besides its principal trait.
struct DynamicParts {
  llvm::ArrayRef<std::pair<DefId, Ty>> projections;
  llvm::ArrayRef<DefId> auto_traits;
};

/// One part of the store: the program's or the overlay.
struct Part {
  explicit Part(std::uint32_t slots) : types(slots), args(slots), type_lists(slots), dynamics_index(slots) {}
  llvm::BumpPtrAllocator arena;
  HashIndex types;
  ListTable<GenericArg> args;
  ListTable<Ty> type_lists;
  HashIndex dynamics_index;
  std::vector<DynamicParts> dynamics;

  void clear() {
    types.clear(overlay_slots);
    args.clear();
    type_lists.clear();
    dynamics_index.clear(overlay_slots);
    dynamics.clear();
    arena.Reset();
  }
};

constexpr std::uint16_t overlay_flags = TypeFlags::HasInferType | TypeFlags::HasInferRegion;

std::uint32_t hashOf(const TyData &data) {
  Hasher hasher;
  hasher.add((static_cast<std::uint64_t>(data.kind) << 40U) | (static_cast<std::uint64_t>(data.mutability) << 32U) |
             (static_cast<std::uint64_t>(data.infer_kind) << 34U) | data.index);
  hasher.add((static_cast<std::uint64_t>(data.def.value) << 32U) | data.region.bits());
  hasher.add((static_cast<std::uint64_t>(data.name.value) << 32U) | data.length.id);
  hasher.add(data.args.data());
  hasher.add((static_cast<std::uint64_t>(data.args.size()) << 32U) | data.extra);
  return hasher.finish();
}

/// Flags are left out: they follow from the rest.
bool same(const TyData &a, const TyData &b) {
  return a.kind == b.kind && a.mutability == b.mutability && a.int_kind == b.int_kind && a.float_kind == b.float_kind && a.infer_kind == b.infer_kind &&
         a.index == b.index && a.name == b.name && a.def == b.def && a.region == b.region && a.length == b.length && a.args.data() == b.args.data() &&
         a.args.size() == b.args.size() && a.extra == b.extra;
}

} // namespace

struct TypeStore::Impl {
  Part program{program_slots};
  Part overlay{overlay_slots};
  HashIndex consts{program_slots};
};

TypeStore::TypeStore() : impl_(std::make_shared<Impl>()) {
  const_error = constant({ConstKind::Error, 0, {}, {}});
  const_unknown = constant({ConstKind::Unknown, 0, {}, {}});
  const auto simple = [&](TyKind kind) {
    TyData data;
    data.kind = kind;
    return intern(data);
  };
  error = simple(TyKind::Error); // first: the default handle means it
  unknown = simple(TyKind::Unknown);
  boolean = simple(TyKind::Bool);
  character = simple(TyKind::Char);
  str = simple(TyKind::Str);
  never = simple(TyKind::Never);
  unit = tuple({});
  for (unsigned kind = 0; kind < std::size(ints_); ++kind) {
    TyData data;
    data.kind = TyKind::Int;
    data.int_kind = static_cast<IntKind>(kind);
    data.index = kind;
    ints_[kind] = intern(data);
  }
  for (unsigned kind = 0; kind < std::size(floats_); ++kind) {
    TyData data;
    data.kind = TyKind::Float;
    data.float_kind = static_cast<FloatKind>(kind);
    data.index = kind;
    floats_[kind] = intern(data);
  }
}

std::uint16_t TypeStore::flagsOf(Region region) {
  switch (region.kind()) {
  case Region::Kind::Erased:
    return TypeFlags::HasRegions | TypeFlags::HasErased;
  case Region::Kind::Static:
  case Region::Kind::EarlyParam:
  case Region::Kind::LateParam:
  case Region::Kind::Error:
    return TypeFlags::HasRegions | TypeFlags::HasFreeRegion;
  case Region::Kind::Bound:
    return TypeFlags::HasRegions; // HasBound follows from `open_binders`
  case Region::Kind::Var:
    return TypeFlags::HasRegions | TypeFlags::HasInferRegion;
  }
  return 0;
}

std::uint16_t TypeStore::flagsOf(GenericArg arg) const {
  switch (arg.kind()) {
  case GenericArg::Kind::Type:
    return data(arg.type()).flags;
  case GenericArg::Kind::Region:
    return flagsOf(arg.region()) | (arg.region().kind() == Region::Kind::Bound ? TypeFlags::HasBound : 0);
  case GenericArg::Kind::Const:
    break;
  }
  switch (data(arg.constant()).kind) {
  case ConstKind::Error:
    return TypeFlags::HasError;
  case ConstKind::Unknown:
    return TypeFlags::HasUnknown;
  case ConstKind::Value:
    return 0;
  case ConstKind::Param:
    return TypeFlags::HasParam;
  case ConstKind::Infer:
    return TypeFlags::HasInferType;
  case ConstKind::Unevaluated:
    return TypeFlags::HasProjection;
  }
  return 0;
}

std::uint16_t TypeStore::flagsOf(Args args) const {
  std::uint16_t flags = 0;
  for (const GenericArg &arg : args)
    flags |= flagsOf(arg);
  return flags;
}

std::uint32_t TypeStore::openBinders(GenericArg arg) const {
  switch (arg.kind()) {
  case GenericArg::Kind::Type:
    return data(arg.type()).open_binders;
  case GenericArg::Kind::Region:
    return arg.region().kind() == Region::Kind::Bound ? arg.region().depth() + 1 : 0;
  case GenericArg::Kind::Const:
    return 0;
  }
  return 0;
}

/// Adds a part's flags to a type's; `binders` is how many binders of the type the part stands under.
void TypeStore::addPart(TyData &data, GenericArg arg, std::uint32_t binders) const {
  data.flags |= flagsOf(arg) & ~TypeFlags::HasBound;
  const std::uint32_t open = openBinders(arg);
  if (open > binders)
    data.open_binders = std::max<std::uint16_t>(data.open_binders, static_cast<std::uint16_t>(open - binders));
}

/// Completes the flags of everything but Dynamic, whose lists the caller has added, and hash-conses.
Ty TypeStore::intern(TyData data) {
  const std::uint32_t binders = data.kind == TyKind::FnPtr || data.kind == TyKind::Dynamic ? 1 : 0;
  for (const GenericArg &arg : data.args)
    addPart(data, arg, binders);
  switch (data.kind) {
  case TyKind::Error:
    data.flags |= TypeFlags::HasError;
    break;
  case TyKind::Unknown:
    data.flags |= TypeFlags::HasUnknown;
    break;
  case TyKind::Param:
    data.flags |= TypeFlags::HasParam;
    break;
  case TyKind::Infer:
    data.flags |= TypeFlags::HasInferType;
    break;
  case TyKind::Projection:
  case TyKind::Opaque:
    data.flags |= TypeFlags::HasProjection;
    break;
  case TyKind::Ref:
  case TyKind::Dynamic:
    addPart(data, data.region, 0);
    break;
  case TyKind::Array:
    addPart(data, data.length, 0);
    break;
  case TyKind::Bool:
  case TyKind::Char:
  case TyKind::Int:
  case TyKind::Float:
  case TyKind::Str:
  case TyKind::Never:
  case TyKind::Tuple:
  case TyKind::Slice:
  case TyKind::Adt:
  case TyKind::FnDef:
  case TyKind::FnPtr:
  case TyKind::Closure:
    break;
  }
  if (data.open_binders != 0)
    data.flags |= TypeFlags::HasBound;

  const bool in_overlay = data.has(overlay_flags);
  Part &part = in_overlay ? impl_->overlay : impl_->program;
  std::vector<const TyData *> &types = in_overlay ? overlay_types_ : types_;
  const std::uint32_t hash = hashOf(data);
  const std::uint32_t bit = in_overlay ? Ty::overlay_bit : 0;
  const std::uint32_t found = part.types.find(hash, [&](std::uint32_t number) { return same(*types[number], data); });
  if (found != HashIndex::none)
    return Ty(found | bit);
  const auto number = static_cast<std::uint32_t>(types.size());
  types.push_back(new (part.arena.Allocate<TyData>()) TyData(data));
  part.types.insert(hash, number);
  return Ty(number | bit);
}

Ty TypeStore::tuple(llvm::ArrayRef<Ty> elements) {
  TyData data;
  data.kind = TyKind::Tuple;
  const llvm::SmallVector<GenericArg, 8> list(elements.begin(), elements.end());
  data.args = args(list);
  return intern(data);
}

Ty TypeStore::array(Ty element, Const length) {
  TyData data;
  data.kind = TyKind::Array;
  data.args = args({GenericArg(element)});
  data.length = length;
  return intern(data);
}

Ty TypeStore::slice(Ty element) {
  TyData data;
  data.kind = TyKind::Slice;
  data.args = args({GenericArg(element)});
  return intern(data);
}

Ty TypeStore::ref(Region region, Ty pointee, Mutability mutability) {
  TyData data;
  data.kind = TyKind::Ref;
  data.region = region;
  data.mutability = mutability;
  data.args = args({GenericArg(pointee)});
  return intern(data);
}

Ty TypeStore::adt(DefId def, Args arguments) { return intern(applied(TyKind::Adt, def, args(arguments))); }

Ty TypeStore::fnDef(DefId def, Args arguments) { return intern(applied(TyKind::FnDef, def, args(arguments))); }

Ty TypeStore::fnPtr(const FnSig &sig) {
  TyData data;
  data.kind = TyKind::FnPtr;
  data.index = sig.bound_regions;
  llvm::SmallVector<GenericArg, 8> list(sig.inputs.begin(), sig.inputs.end());
  list.emplace_back(sig.output);
  data.args = args(list);
  return intern(data);
}

Ty TypeStore::closure(DefId def, Args arguments) { return intern(applied(TyKind::Closure, def, args(arguments))); }

Ty TypeStore::param(std::uint32_t index, Symbol name) {
  TyData data;
  data.kind = TyKind::Param;
  data.index = index;
  data.name = name;
  return intern(data);
}

Ty TypeStore::projection(DefId assoc_type, Args arguments) { return intern(applied(TyKind::Projection, assoc_type, args(arguments))); }

Ty TypeStore::opaque(DefId def, Args arguments) { return intern(applied(TyKind::Opaque, def, args(arguments))); }

Ty TypeStore::infer(InferKind kind, std::uint32_t variable) {
  TyData data;
  data.kind = TyKind::Infer;
  data.infer_kind = kind;
  data.index = variable;
  return intern(data);
}

Ty TypeStore::dynamic(DefId principal, Args args_without_self, llvm::ArrayRef<std::pair<DefId, Ty>> projections, llvm::ArrayRef<DefId> auto_traits,
                      Region region) {
  TyData data;
  data.kind = TyKind::Dynamic;
  data.def = principal;
  data.args = args(args_without_self);
  data.region = region;

  // The order in which bounds are written means nothing, so the lists are sorted.
  llvm::SmallVector<std::pair<DefId, Ty>, 4> sorted_projections(projections.begin(), projections.end());
  llvm::sort(sorted_projections, [](const auto &a, const auto &b) { return a.first < b.first; });
  llvm::SmallVector<DefId, 4> sorted_traits(auto_traits.begin(), auto_traits.end());
  llvm::sort(sorted_traits);
  sorted_traits.erase(std::unique(sorted_traits.begin(), sorted_traits.end()), sorted_traits.end());

  Hasher hasher;
  std::uint16_t part_flags = flagsOf(data.args) | flagsOf(region);
  for (const auto &[assoc, value] : sorted_projections) {
    hasher.add((static_cast<std::uint64_t>(assoc.value) << 32U) | value.id());
    part_flags |= this->data(value).flags;
    addPart(data, value, 1);
  }
  for (const DefId trait : sorted_traits)
    hasher.add(trait.value);
  const bool in_overlay = (part_flags & overlay_flags) != 0;
  Part &part = in_overlay ? impl_->overlay : impl_->program;
  const std::uint32_t hash = hasher.finish();
  std::uint32_t number = part.dynamics_index.find(hash, [&](std::uint32_t candidate) {
    const DynamicParts &parts = part.dynamics[candidate];
    return parts.projections == llvm::ArrayRef(sorted_projections) && parts.auto_traits == llvm::ArrayRef(sorted_traits);
  });
  if (number == HashIndex::none) {
    number = static_cast<std::uint32_t>(part.dynamics.size());
    part.dynamics.push_back({llvm::ArrayRef(sorted_projections).copy(part.arena), llvm::ArrayRef(sorted_traits).copy(part.arena)});
    part.dynamics_index.insert(hash, number);
  }
  data.extra = number;
  return intern(data);
}

llvm::ArrayRef<std::pair<DefId, Ty>> TypeStore::dynamicProjections(Ty ty) const {
  return (ty.inOverlay() ? impl_->overlay : impl_->program).dynamics[data(ty).extra].projections;
}

llvm::ArrayRef<DefId> TypeStore::dynamicAutoTraits(Ty ty) const {
  return (ty.inOverlay() ? impl_->overlay : impl_->program).dynamics[data(ty).extra].auto_traits;
}

FnSig TypeStore::fnPtrSig(Ty fn_ptr) const {
  const TyData &ptr = data(fn_ptr);
  llvm::SmallVector<Ty, 8> inputs;
  for (const GenericArg &arg : ptr.args.drop_back())
    inputs.push_back(arg.type());
  // Interning a list changes nothing that can be observed.
  return {const_cast<TypeStore *>(this)->types(inputs), ptr.args.back().type(), ptr.index};
}

Const TypeStore::constValue(std::uint64_t value) { return constant({ConstKind::Value, value, {}, {}}); }
Const TypeStore::constParam(std::uint32_t index, Symbol name) { return constant({ConstKind::Param, index, name, {}}); }
Const TypeStore::constInfer(std::uint32_t variable) { return constant({ConstKind::Infer, variable, {}, {}}); }

Const TypeStore::constant(const ConstData &data) {
  Hasher hasher;
  hasher.add(static_cast<std::uint64_t>(data.kind));
  hasher.add(data.value);
  hasher.add((static_cast<std::uint64_t>(data.name.value) << 32U) | data.def.value);
  const std::uint32_t hash = hasher.finish();
  const std::uint32_t found = impl_->consts.find(hash, [&](std::uint32_t number) { return consts_[number] == data; });
  if (found != HashIndex::none)
    return {found};
  const auto number = static_cast<std::uint32_t>(consts_.size());
  consts_.push_back(data);
  impl_->consts.insert(hash, number);
  return {number};
}

Args TypeStore::args(llvm::ArrayRef<GenericArg> list) {
  if (list.empty())
    return {};
  Hasher hasher;
  std::uint16_t flags = 0;
  for (const GenericArg &arg : list) {
    hasher.add((static_cast<std::uint64_t>(arg.kind()) << 32U) | arg.bits());
    flags |= flagsOf(arg);
  }
  Part &part = (flags & overlay_flags) != 0 ? impl_->overlay : impl_->program;
  return part.args.intern(list, hasher.finish(), part.arena);
}

llvm::ArrayRef<Ty> TypeStore::types(llvm::ArrayRef<Ty> list) {
  if (list.empty())
    return {};
  Hasher hasher;
  std::uint16_t flags = 0;
  for (const Ty ty : list) {
    hasher.add(ty.id());
    flags |= data(ty).flags;
  }
  Part &part = (flags & overlay_flags) != 0 ? impl_->overlay : impl_->program;
  return part.type_lists.intern(list, hasher.finish(), part.arena);
}

void TypeStore::resetOverlay() {
  impl_->overlay.clear();
  overlay_types_.clear();
}

} // namespace lien

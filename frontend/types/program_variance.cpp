// Variance of the parameters of structs and enums: the greatest fixed point over the field types of all ADTs that mention each other.
//
// Rule (Reference, "Subtyping and Variance"; Altidor et al. 2011, "Taming the wildcards"): start with every parameter bivariant (unused); each use of a
// parameter under a context of variance v meets it with v; contexts compose by `xform`. Uses inside another ADT's arguments compose with that ADT's own
// variances, so ADTs are solved together, by rounds over the set that is not solved yet.
#include "frontend/types/program_impl.hpp"

#include "diagnostics/stack_guard.hpp"

namespace lien {

namespace {

/// Variance of a use under a context: `outer` of `inner`.
Variance xform(Variance outer, Variance inner) {
  switch (outer) {
  case Variance::Bivariant:
    return Variance::Bivariant;
  case Variance::Covariant:
    return inner;
  case Variance::Contravariant:
    switch (inner) {
    case Variance::Covariant:
      return Variance::Contravariant;
    case Variance::Contravariant:
      return Variance::Covariant;
    case Variance::Bivariant:
    case Variance::Invariant:
      return inner;
    }
    return inner;
  case Variance::Invariant:
    return inner == Variance::Bivariant ? inner : Variance::Invariant;
  }
  return Variance::Invariant;
}

/// Greatest lower bound: both uses must be respected.
Variance meet(Variance a, Variance b) {
  if (a == Variance::Bivariant)
    return b;
  if (b == Variance::Bivariant || a == b)
    return a;
  return Variance::Invariant;
}

class VarianceSolver {
public:
  VarianceSolver(Program &program, Memo<std::vector<Variance>> &memo) : program_(program), types_(program.types()), memo_(memo) {}

  void solve(DefId root);

private:
  struct Entry {
    DefId adt;
    std::vector<Variance> *variances;
  };
  void reach(DefId adt);
  void reachIn(Ty ty);
  void use(Ty ty, Variance context);
  void use(Region region, Variance context);
  void use(GenericArg arg, Variance context);
  void meetAt(std::size_t index, Variance context);

  Program &program_;
  TypeStore &types_;
  Memo<std::vector<Variance>> &memo_;
  std::vector<DefId> open_;
  std::vector<Variance> *current_ = nullptr;
  bool changed_ = false;
};

/// Adds an ADT and all it mentions to the set to be solved, every parameter unused so far.
void VarianceSolver::reach(DefId adt) {
  const auto [entry, fresh] = memo_.get(adt);
  if (!fresh)
    return;
  entry->value.assign(program_.generics(adt).count(), Variance::Bivariant);
  if (program_.isLang(adt, LangItem::PhantomDataStruct)) {
    entry->value.assign(entry->value.size(), Variance::Covariant);
    entry->done = true;
    return;
  }
  if (program_.isLang(adt, LangItem::UnsafeCellStruct)) {
    entry->value.assign(entry->value.size(), Variance::Invariant);
    entry->done = true;
    return;
  }
  open_.push_back(adt);
}

void VarianceSolver::reachIn(Ty ty) {
  if (StackGuard::exhausted())
    return;
  const TyData &data = types_.data(ty);
  if (data.kind == TyKind::Adt)
    reach(data.def);
  for (const GenericArg &arg : data.args)
    if (arg.isType())
      reachIn(arg.type());
}

void VarianceSolver::meetAt(std::size_t index, Variance context) {
  if (index >= current_->size())
    return;
  Variance &slot = (*current_)[index];
  const Variance met = meet(slot, context);
  changed_ |= met != slot;
  slot = met;
}

void VarianceSolver::use(Region region, Variance context) {
  if (region.kind() == Region::Kind::EarlyParam)
    meetAt(region.index(), context);
}

void VarianceSolver::use(GenericArg arg, Variance context) {
  switch (arg.kind()) {
  case GenericArg::Kind::Type:
    use(arg.type(), context);
    return;
  case GenericArg::Kind::Region:
    use(arg.region(), context);
    return;
  case GenericArg::Kind::Const:
    if (const ConstData &data = types_.data(arg.constant()); data.kind == ConstKind::Param)
      meetAt(static_cast<std::size_t>(data.value), Variance::Invariant);
    return;
  }
}

void VarianceSolver::use(Ty ty, Variance context) {
  const TyData &data = types_.data(ty);
  if (context == Variance::Bivariant || !data.has(TypeFlags::HasParam | TypeFlags::HasFreeRegion) || StackGuard::exhausted())
    return;
  switch (data.kind) {
  case TyKind::Param:
    meetAt(data.index, context);
    return;
  case TyKind::Ref:
    use(data.region, context);
    use(data.element(), data.mutability == Mutability::Mut ? xform(context, Variance::Invariant) : context);
    return;
  case TyKind::Tuple:
  case TyKind::Slice:
    for (const GenericArg &arg : data.args)
      use(arg, context);
    return;
  case TyKind::Array:
    use(data.element(), context);
    use(GenericArg(data.length), Variance::Invariant);
    return;
  case TyKind::Adt: {
    const auto *entry = memo_.find(data.def);
    for (std::size_t at = 0; at < data.args.size(); ++at)
      use(data.args[at], entry != nullptr && at < entry->value.size() ? xform(context, entry->value[at]) : Variance::Invariant);
    return;
  }
  case TyKind::FnPtr:
    for (const GenericArg &arg : data.args.drop_back())
      use(arg, xform(context, Variance::Contravariant));
    use(data.args.back(), context);
    return;
  case TyKind::Dynamic:
    use(data.region, context);
    for (const GenericArg &arg : data.args)
      use(arg, Variance::Invariant);
    for (const auto &[assoc, value] : types_.dynamicProjections(ty))
      use(value, Variance::Invariant);
    return;
  case TyKind::Projection:
  case TyKind::Opaque:
  case TyKind::FnDef:
  case TyKind::Closure:
    for (const GenericArg &arg : data.args)
      use(arg, Variance::Invariant);
    return;
  case TyKind::Error:
  case TyKind::Unknown:
  case TyKind::Bool:
  case TyKind::Char:
  case TyKind::Int:
  case TyKind::Float:
  case TyKind::Str:
  case TyKind::Never:
  case TyKind::Infer:
    return;
  }
}

void VarianceSolver::solve(DefId root) {
  reach(root);
  for (std::size_t at = 0; at < open_.size(); ++at)
    for (const VariantInfo &variant : program_.adt(open_[at]).variants)
      for (const FieldInfo &field : variant.fields)
        reachIn(field.type);
  do {
    changed_ = false;
    for (DefId adt : open_) {
      current_ = &memo_.find(adt)->value;
      for (const VariantInfo &variant : program_.adt(adt).variants)
        for (const FieldInfo &field : variant.fields)
          use(field.type, Variance::Covariant);
    }
  } while (changed_);
  for (DefId adt : open_)
    memo_.find(adt)->done = true;
}

} // namespace

llvm::ArrayRef<Variance> Program::variances(DefId adt) {
  const auto *entry = impl_->variances.find(adt);
  if (entry == nullptr) {
    VarianceSolver(*this, impl_->variances).solve(adt);
    entry = impl_->variances.find(adt);
  }
  return entry->value;
}

} // namespace lien

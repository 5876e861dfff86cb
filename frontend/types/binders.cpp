#include "frontend/types/binders.hpp"

#include "diagnostics/stack_guard.hpp"

#include "frontend/types/fold.hpp"

namespace lien {

Variance composeVariance(Variance outer, Variance inner) {
  if (outer == Variance::Bivariant || inner == Variance::Bivariant)
    return Variance::Bivariant;
  if (outer == Variance::Invariant || inner == Variance::Invariant)
    return Variance::Invariant;
  return outer == inner ? Variance::Covariant : Variance::Contravariant;
}

bool closeBinders(const OpenedBinders &opened, llvm::ArrayRef<RegionOutlives> pairs, llvm::SmallVectorImpl<RegionOutlives> &outer) {
  llvm::SmallVector<Region, 8> sources;
  for (const auto &[sup, sub] : pairs)
    if (!opened.isVariable(sup) && !llvm::is_contained(sources, sup))
      sources.push_back(sup);
  for (const Region source : sources) {
    // What the source must outlive, through variables alone.
    llvm::SmallVector<Region, 8> reached{source};
    for (std::size_t at = 0; at < reached.size(); ++at) {
      if (at != 0 && !opened.isVariable(reached[at]))
        continue;
      for (const auto &[sup, sub] : pairs)
        if (sup == reached[at] && !llvm::is_contained(reached, sub))
          reached.push_back(sub);
    }
    for (const Region target : llvm::drop_begin(reached)) {
      if (opened.isVariable(target))
        continue;
      if (opened.isPlaceholder(source))
        return false;
      outer.emplace_back(source, opened.isPlaceholder(target) ? Region::statik() : target);
    }
  }
  return true;
}

namespace {

/// Collects what two types with erased free regions ask of the regions that were opened on the way.
class Generality {
public:
  explicit Generality(Program &program) : program_(program), types_(program.types()) {}

  /// `a` may be used where `b` is wanted.
  bool relate(Ty a, Ty b, Variance variance) {
    if (a == b || variance == Variance::Bivariant || StackGuard::exhausted())
      return true;
    const TyData &x = types_.data(a);
    const TyData &y = types_.data(b);
    if (x.kind != y.kind || x.def != y.def || x.args.size() != y.args.size())
      return true; // not inferred yet, or told elsewhere
    switch (x.kind) {
    case TyKind::Ref:
      relateRegions(x.region, y.region, variance);
      return relate(x.element(), y.element(), x.mutability == Mutability::Mut ? Variance::Invariant : variance);
    case TyKind::Tuple:
    case TyKind::Array:
    case TyKind::Slice:
      return relateArgs(x.args, y.args, {}, variance, Variance::Covariant);
    case TyKind::Adt:
      return relateArgs(x.args, y.args, program_.variances(x.def), variance, Variance::Invariant);
    case TyKind::FnPtr:
      return (variance == Variance::Contravariant || open(a, b)) && (variance == Variance::Covariant || open(b, a));
    case TyKind::Dynamic:
    case TyKind::FnDef:
    case TyKind::Closure:
    case TyKind::Projection:
    case TyKind::Opaque:
    case TyKind::Error:
    case TyKind::Unknown:
    case TyKind::Infer:
    case TyKind::Bool:
    case TyKind::Char:
    case TyKind::Int:
    case TyKind::Float:
    case TyKind::Str:
    case TyKind::Never:
    case TyKind::Param:
      return true;
    }
    return true;
  }

private:
  bool open(Ty sub, Ty sup) {
    const FnSig general = types_.fnPtrSig(sub);
    const FnSig wanted = types_.fnPtrSig(sup);
    const std::size_t mark = pairs_.size();
    const OpenedBinders opened{next_, next_ + wanted.bound_regions, next_ + wanted.bound_regions + general.bound_regions};
    next_ = opened.last;
    const FnSig from = instantiateBinder(types_, general, [&](std::uint32_t index) { return Region::var(opened.middle + index); });
    const FnSig to = instantiateBinder(types_, wanted, [&](std::uint32_t index) { return Region::var(opened.first + index); });
    for (std::size_t i = 0; i < from.inputs.size() && i < to.inputs.size(); ++i)
      if (!relate(to.inputs[i], from.inputs[i], Variance::Covariant))
        return false;
    if (!relate(from.output, to.output, Variance::Covariant))
      return false;
    llvm::SmallVector<RegionOutlives, 8> outer;
    if (!closeBinders(opened, llvm::ArrayRef(pairs_).drop_front(mark), outer))
      return false;
    pairs_.truncate(mark);
    llvm::append_range(pairs_, outer);
    return true;
  }

  bool relateArgs(Args a, Args b, llvm::ArrayRef<Variance> variances, Variance context, Variance otherwise) {
    for (std::size_t i = 0; i < a.size(); ++i) {
      const Variance variance = composeVariance(context, i < variances.size() ? variances[i] : otherwise);
      if (a[i].kind() == GenericArg::Kind::Region && b[i].kind() == GenericArg::Kind::Region)
        relateRegions(a[i].region(), b[i].region(), variance);
      else if (a[i].isType() && b[i].isType() && !relate(a[i].type(), b[i].type(), variance))
        return false;
    }
    return true;
  }

  void relateRegions(Region a, Region b, Variance variance) {
    if (a == b || variance == Variance::Bivariant)
      return;
    if (variance != Variance::Contravariant)
      pairs_.emplace_back(a, b);
    if (variance != Variance::Covariant)
      pairs_.emplace_back(b, a);
  }

  Program &program_;
  TypeStore &types_;
  llvm::SmallVector<RegionOutlives, 8> pairs_;
  std::uint32_t next_ = 0;
};

} // namespace

bool isAtLeastAsGeneral(Program &program, Ty sub, Ty sup) { return Generality(program).relate(sub, sup, Variance::Covariant); }

} // namespace lien

// Impls made by `#[derive(…)]`: no tree, only a header and predicates.
//
// Reference, "Derive": the impl has the ADT's generics and predicates, `T: Trait` for each type parameter, and, as rustc's built-in derives do, a bound on
// each field type that is a projection of a parameter (`T::Item`). `Default` on an enum adds no bounds. Which trait a word means is asked of the lang
// items: those below are the ones that can be derived.
#include "frontend/types/lower_type.hpp"

namespace lien {

DefId Program::Impl::derivedTrait(DefId impl) {
  static constexpr LangItem derivable[] = {LangItem::CloneTrait,   LangItem::CopyTrait,       LangItem::DebugTrait, LangItem::PartialEqTrait, LangItem::EqTrait,
                                           LangItem::DefaultTrait, LangItem::PartialOrdTrait, LangItem::OrdTrait,   LangItem::HashTrait};
  const Symbol word = def(impl).derive;
  for (LangItem item : derivable) {
    const DefId trait = resolver.lang(item);
    if (trait.isValid() && def(trait).name == word)
      return trait;
  }
  return {};
}

TraitRef Program::Impl::traitRefWithDefaults(DefId trait, Ty self) {
  llvm::SmallVector<GenericArg, 2> list{self};
  for (const GenericParamDef &param : program.generics(trait).params) {
    if (param.index < list.size())
      continue;
    const auto fallback = program.defaultOf(param.def);
    list.push_back(fallback ? substitute(types, types.args({*fallback}), types.args(list)).front() : GenericArg(types.unknown));
  }
  return {trait, types.args(list)};
}

void Program::Impl::computeDerivedImpl(DefId id, ImplInfo &out) {
  const DefId adt = def(id).derived_for;
  const DefId trait = derivedTrait(id);
  out.self_type = program.typeOf(adt);
  if (!trait.isValid()) {
    out.poisoned = true;
    if (isUser(id))
      sinkOf(id).declineLibrary(def(id).name_span, ("`derive(" + resolver.symbols().text(def(id).derive) + ")`").str());
    return;
  }
  out.trait = traitRefWithDefaults(trait, out.self_type);
}

namespace {

/// `T::Item` with a type parameter in front.
bool isParamProjection(const TypeStore &types, Ty ty) {
  while (types.is(ty, TyKind::Projection)) {
    const Ty self = types.data(ty).args.front().type();
    if (types.is(self, TyKind::Param))
      return true;
    ty = self;
  }
  return false;
}

void collectProjections(const TypeStore &types, Ty ty, llvm::SmallVectorImpl<Ty> &out) {
  const TyData &data = types.data(ty);
  if (!data.has(TypeFlags::HasProjection))
    return;
  if (isParamProjection(types, ty)) {
    if (!llvm::is_contained(out, ty))
      out.push_back(ty);
    return;
  }
  for (const GenericArg &arg : data.args)
    if (arg.isType())
      collectProjections(types, arg.type(), out);
}

} // namespace

void Program::Impl::computeDerivedPredicates(DefId id, std::vector<Predicate> &out) {
  const DefId adt = def(id).derived_for;
  out = program.predicates(adt).vec();
  const DefId trait = derivedTrait(id);
  const bool enum_default = program.isLang(trait, LangItem::DefaultTrait) && def(adt).kind == DefKind::Enum;
  if (!trait.isValid() || enum_default)
    return;
  for (const GenericParamDef &param : program.generics(adt).params)
    if (param.kind == GenericArg::Kind::Type)
      out.push_back(traitPredicate(traitRefWithDefaults(trait, types.param(param.index, param.name)), def(param.def).name_span));
  for (const VariantInfo &variant : program.adt(adt).variants) {
    for (const FieldInfo &field : variant.fields) {
      llvm::SmallVector<Ty, 2> projections;
      collectProjections(types, field.type, projections);
      for (Ty projection : projections)
        out.push_back(traitPredicate(traitRefWithDefaults(trait, projection), def(field.def).span));
    }
  }
}

} // namespace lien

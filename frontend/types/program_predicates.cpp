// What must hold for an item's parameters: bounds, where clauses, the implied `Sized`, supertraits. Reference, "Trait and lifetime bounds".
#include "frontend/types/lower_type.hpp"

namespace lien {

void Program::Impl::addSized(Ty ty, Span span, std::vector<Predicate> &out) {
  const DefId sized = resolver.lang(LangItem::Sized);
  if (!sized.isValid())
    return;
  const GenericArg self[] = {ty};
  out.push_back(traitPredicate({sized, types.args(self)}, span));
}

/// `?Sized` on a parameter, in its bounds or in a where clause, takes the implied `Sized` away.
static bool isMaybeSized(const ast::GenericParam &param, const ast::Generics &written) {
  const auto relaxed = [](const ast::GenericBound *bound) { return isRelaxed(*bound); };
  if (llvm::any_of(param.bounds, relaxed))
    return true;
  for (const ast::WherePredicate &predicate : written.where_predicates) {
    const auto *path = llvm::dyn_cast_or_null<ast::PathType>(predicate.type);
    if (path != nullptr && path->path.isSingle() && path->path.segments.front().ident.name == param.name.name && llvm::any_of(predicate.bounds, relaxed))
      return true;
  }
  return false;
}

/// `?Sized` is the one relaxed bound, once for each parameter (E0203), and only where the parameter is declared (Reference, "Special types and traits:
/// Sized").
static void checkRelaxed(Program::Impl &queries, DefId item, ast::List<const ast::GenericBound *> bounds, llvm::ArrayRef<const ast::GenericBound *> further,
                         DiagnosticSink &sink) {
  llvm::SmallVector<const ast::GenericBound *, 2> relaxed;
  for (const ast::GenericBound *bound : bounds)
    if (isRelaxed(*bound))
      relaxed.push_back(bound);
  relaxed.append(further.begin(), further.end());
  DiagnosticSink muted;
  for (const ast::GenericBound *bound : relaxed) {
    const PathRes res = queries.resolver.resolve(bound->path, PathUse::Trait, item, muted);
    if (res.res.kind == ResKind::Def && queries.def(res.res.def).kind == DefKind::Trait && !queries.program.isLang(res.res.def, LangItem::Sized))
      sink.report(Diagnostic(DiagnosticKind::Syntax, "bound modifier `?` can only be applied to `Sized`", bound->span));
  }
  if (relaxed.size() < 2)
    return;
  Diagnostic diagnostic(DiagnosticKind::E0203, "duplicate relaxed `Sized` bounds", relaxed.front()->span);
  for (const ast::GenericBound *bound : llvm::ArrayRef(relaxed).drop_front())
    diagnostic.primary.push_back({bound->span, {}});
  sink.report(std::move(diagnostic));
}

/// Relaxed bounds of an item's type parameters, in its list of parameters and its where clauses.
static void checkRelaxedParams(Program::Impl &queries, DefId item, const ast::Generics &written, DiagnosticSink &sink) {
  llvm::SmallDenseMap<std::uint32_t, llvm::SmallVector<const ast::GenericBound *, 2>, 4> by_where;
  for (const ast::WherePredicate &predicate : written.where_predicates) {
    const auto *path = llvm::dyn_cast_or_null<ast::PathType>(predicate.type);
    const Symbol name = path != nullptr && path->path.isSingle() ? path->path.segments.front().ident.name : Symbol();
    const bool is_own = llvm::any_of(written.params, [&](const ast::GenericParam &param) { return param.name.name == name; });
    for (const ast::GenericBound *bound : predicate.bounds) {
      if (!isRelaxed(*bound))
        continue;
      if (is_own)
        by_where[name.value].push_back(bound);
      else
        sink.report(Diagnostic(DiagnosticKind::Syntax, "this relaxed bound is not permitted here", bound->span));
    }
  }
  for (const ast::GenericParam &param : written.params)
    if (param.kind == ast::GenericParam::Kind::Type && (!param.bounds.empty() || !by_where.empty()))
      checkRelaxed(queries, item, param.bounds, by_where.lookup(param.name.name.value), sink);
}

void Program::Impl::lowerWrittenPredicates(DefId id, const ast::Generics &written, std::vector<Predicate> &out) {
  SignatureContext context(*this, id, SignatureContext::Elision::Bound, sinkOf(id));
  TypeLowerer lowerer(program, context);
  if (isUser(id))
    checkRelaxedParams(*this, id, written, sinkOf(id));
  for (DefId param : resolver.defs().params(id)) {
    const ast::GenericParam *node = def(param).param;
    if (node == nullptr || node->kind != ast::GenericParam::Kind::Type)
      continue;
    const Ty ty = program.typeOf(param);
    if (!isMaybeSized(*node, written))
      addSized(ty, node->name.span, out);
    for (const ast::GenericBound *bound : node->bounds)
      lowerer.bound(*bound, ty, out);
  }
  for (DefId param : resolver.defs().params(id)) {
    const ast::GenericParam *node = def(param).param;
    if (node == nullptr || node->kind != ast::GenericParam::Kind::Lifetime)
      continue;
    for (const ast::GenericBound *bound : node->bounds) {
      if (bound->kind != ast::GenericBound::Kind::Outlives)
        continue;
      Predicate predicate;
      predicate.kind = Predicate::Kind::RegionOutlives;
      predicate.span = bound->span;
      predicate.a = program.regionOf(param);
      predicate.b = lowerer.lifetime(bound->lifetime);
      out.push_back(predicate);
    }
  }
  for (const ast::WherePredicate &predicate : written.where_predicates)
    lowerer.wherePredicate(predicate, out);
}

void Program::Impl::computePredicates(DefId id, std::vector<Predicate> &out) {
  const Def &data = def(id);
  switch (data.kind) {
  case DefKind::Variant:
  case DefKind::Field:
  case DefKind::AnonConst:
  case DefKind::Closure:
  case DefKind::OpaqueType:
  case DefKind::TypeParam:
  case DefKind::ConstParam:
  case DefKind::LifetimeParam:
    if (data.parent.isValid())
      out = program.predicates(data.parent).vec();
    return;
  case DefKind::Mod:
  case DefKind::Block:
  case DefKind::Poisoned:
    return;
  case DefKind::Impl:
    if (data.derived_for.isValid()) {
      computeDerivedPredicates(id, out);
      return;
    }
    break;
  case DefKind::Fn:
  case DefKind::AssocFn:
  case DefKind::Struct:
  case DefKind::Enum:
  case DefKind::Trait:
  case DefKind::Const:
  case DefKind::AssocConst:
  case DefKind::Static:
  case DefKind::TypeAlias:
  case DefKind::AssocType:
    break;
  }
  const Generics &own = program.generics(id);
  if (own.parent.isValid())
    out = program.predicates(own.parent).vec();
  if (data.kind == DefKind::Trait) {
    out.push_back(traitPredicate({id, program.identityArgs(id)}, data.name_span));
    const auto *node = data.as<ast::TraitItem>();
    SignatureContext context(*this, id, SignatureContext::Elision::Bound, sinkOf(id));
    TypeLowerer lowerer(program, context);
    for (const ast::GenericBound *bound : node->supertraits)
      lowerer.bound(*bound, types.param(0, symbolOf(sym::kw_Self)), out);
  }
  const ast::Generics *written = writtenGenerics(id);
  if (written == nullptr)
    return;
  lowerWrittenPredicates(id, *written, out);
  const auto *fn = llvm::dyn_cast<ast::FnItem>(data.item);
  if (fn == nullptr)
    return;
  // Bounds of `impl Trait` parameters; `'_` in them is a fresh lifetime of the function, which only the signature's own lowering can number.
  const auto nodes = impl_trait_types.find(id.value);
  std::size_t at = 0;
  for (const GenericParamDef &param : own.params) {
    if (!param.synthetic || nodes == impl_trait_types.end())
      continue;
    const ast::ImplTraitType *node = nodes->second[at++];
    const Ty ty = types.param(param.index, param.name);
    bool maybe_sized = false;
    SignatureContext context(*this, id, SignatureContext::Elision::Bound, sinkOf(id));
    TypeLowerer lowerer(program, context);
    for (const ast::GenericBound *bound : node->bounds) {
      maybe_sized |= isRelaxed(*bound);
      lowerer.bound(*bound, ty, out);
    }
    if (maybe_sized && isUser(id))
      checkRelaxed(*this, id, node->bounds, {}, sinkOf(id));
    if (!maybe_sized)
      addSized(ty, node->span, out);
  }
}

/// Bounds on the value of an associated type, with the projection itself as Self.
void Program::Impl::computeItemBounds(DefId id, std::vector<Predicate> &out) {
  const Def &data = def(id);
  if (data.kind != DefKind::AssocType)
    return;
  const auto *node = data.as<ast::TypeAliasItem>();
  if (def(data.parent).kind != DefKind::Trait)
    return;
  const Ty self = types.projection(id, program.identityArgs(id));
  SignatureContext context(*this, id, SignatureContext::Elision::Bound, sinkOf(id));
  TypeLowerer lowerer(program, context);
  bool maybe_sized = false;
  for (const ast::GenericBound *bound : node->bounds) {
    maybe_sized |= isRelaxed(*bound);
    lowerer.bound(*bound, self, out);
  }
  if (maybe_sized && isUser(id))
    checkRelaxed(*this, id, node->bounds, {}, sinkOf(id));
  if (!maybe_sized)
    addSized(self, data.name_span, out);
}

void Program::Impl::computeSupertraits(DefId id, std::vector<TraitRef> &out) {
  const auto *node = def(id).as<ast::TraitItem>();
  DiagnosticSink muted; // reported with the predicates
  SignatureContext context(*this, id, SignatureContext::Elision::Bound, muted);
  TypeLowerer lowerer(program, context);
  std::vector<Predicate> lowered;
  const Ty self = types.param(0, symbolOf(sym::kw_Self));
  for (const ast::GenericBound *bound : node->supertraits)
    lowerer.bound(*bound, self, lowered);
  for (const ast::WherePredicate &predicate : node->generics.where_predicates) {
    const auto *path = llvm::dyn_cast_or_null<ast::PathType>(predicate.type);
    if (path != nullptr && path->path.isSingle() && path->path.segments.front().ident.name == sym::kw_Self)
      lowerer.wherePredicate(predicate, lowered);
  }
  for (const Predicate &predicate : lowered)
    if (predicate.kind == Predicate::Kind::Trait && predicate.trait.self() == self)
      out.push_back(predicate.trait);
}

} // namespace lien

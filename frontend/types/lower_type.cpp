// Types of every form but paths. See lower_type.hpp.
#include "frontend/types/lower_type.hpp"

#include "diagnostics/stack_guard.hpp"
#include "frontend/types/const_eval.hpp"
#include "frontend/types/language_switches.hpp"
#include "frontend/types/rebuild.hpp"

namespace lien {

void TypeLowerer::enterBinder(ast::List<ast::GenericParam> for_lifetimes) {
  Binder &binder = binders_.emplace_back();
  for (const ast::GenericParam &param : for_lifetimes)
    binder.names.push_back(param.name.name);
  binder.count = static_cast<std::uint32_t>(binder.names.size());
}

std::uint32_t TypeLowerer::leaveBinder() {
  const std::uint32_t count = binders_.back().count;
  binders_.pop_back();
  return count;
}

/// Tells the innermost elision scope (a function pointer's inputs, or the context) of a lifetime that was mentioned. `binder_of_region` is the index of
/// the binder that binds it; the number of binders when it comes from the context.
Region TypeLowerer::noted(Region region, std::size_t binder_of_region) {
  for (std::size_t at = binders_.size(); at > 0; --at) {
    Binder &binder = binders_[at - 1];
    if (binder.mode == Binder::Mode::Named)
      continue;
    const std::size_t inner = binders_.size() - at; // binders between here and that scope
    const bool bound_inside = binder_of_region != binders_.size() && binder_of_region >= at;
    if (binder.mode == Binder::Mode::Inputs && !bound_inside)
      binder.candidates.add(region.kind() == Region::Kind::Bound ? Region::bound(region.depth() - static_cast<std::uint32_t>(inner), region.index()) : region);
    return region;
  }
  if (binder_of_region == binders_.size())
    context_.noteLifetime(region.kind() == Region::Kind::Bound ? Region::bound(region.depth() - static_cast<std::uint32_t>(binders_.size()), region.index())
                                                               : region);
  return region;
}

Region TypeLowerer::lifetime(const ast::Lifetime &lifetime) {
  if (lifetime.name == sym::lt_underscore)
    return elided(lifetime.span, false);
  if (lifetime.name == sym::lt_static)
    return noted(Region::statik(), binders_.size());
  for (std::size_t at = binders_.size(); at > 0; --at) {
    const auto &names = binders_[at - 1].names;
    const auto position = llvm::find(names, lifetime.name);
    if (position != names.end())
      return noted(Region::bound(static_cast<std::uint32_t>(binders_.size() - at), static_cast<std::uint32_t>(position - names.begin())), at - 1);
  }
  return noted(shiftedIn(context_.namedRegion(lifetime), static_cast<std::uint32_t>(binders_.size())), binders_.size());
}

Region TypeLowerer::elided(Span span, bool hidden) {
  for (std::size_t at = binders_.size(); at > 0; --at) {
    Binder &binder = binders_[at - 1];
    const auto depth = static_cast<std::uint32_t>(binders_.size() - at);
    switch (binder.mode) {
    case Binder::Mode::Named:
      continue;
    case Binder::Mode::Inputs:
      return noted(Region::bound(depth, binder.count++), at - 1);
    case Binder::Mode::Output:
      if (auto region = binder.candidates.result())
        return shiftedIn(*region, depth);
      binder.missing.push_back(span);
      return Region::error();
    }
  }
  const Region region = hidden ? context_.hiddenRegion(span) : context_.elidedRegion(span);
  return noted(shiftedIn(region, static_cast<std::uint32_t>(binders_.size())), binders_.size());
}

Ty TypeLowerer::type(const ast::Type &type) {
  if (StackGuard::exhausted()) {
    context_.sink().declineLimit(type.span, "type nested too deeply");
    return types_.unknown;
  }
  const auto object_lifetime = std::exchange(object_lifetime_, std::nullopt);
  switch (type.kind) {
  case ast::TypeKind::Path:
    return pathType(*llvm::cast<ast::PathType>(&type));
  case ast::TypeKind::Ref:
    return refType(*llvm::cast<ast::RefType>(&type));
  case ast::TypeKind::Slice:
    return types_.slice(this->type(*llvm::cast<ast::SliceType>(&type)->element));
  case ast::TypeKind::Array:
    return arrayType(*llvm::cast<ast::ArrayType>(&type));
  case ast::TypeKind::Tuple: {
    llvm::SmallVector<Ty, 4> elements;
    for (const ast::Type *element : llvm::cast<ast::TupleType>(&type)->elements)
      elements.push_back(this->type(*element));
    return types_.tuple(elements);
  }
  case ast::TypeKind::Never:
    return types_.never;
  case ast::TypeKind::Infer:
    return context_.inferredType(type.span);
  case ast::TypeKind::FnPtr:
    return fnPtrType(*llvm::cast<ast::FnPtrType>(&type));
  case ast::TypeKind::ImplTrait:
    return implTraitType(*llvm::cast<ast::ImplTraitType>(&type));
  case ast::TypeKind::DynTrait:
    object_lifetime_ = object_lifetime;
    return dynType(*llvm::cast<ast::DynTraitType>(&type));
  case ast::TypeKind::Paren:
    object_lifetime_ = object_lifetime;
    return this->type(*llvm::cast<ast::ParenType>(&type)->inner);
  case ast::TypeKind::Unsupported:
    context_.sink().declineFeature(type.span, llvm::cast<ast::UnsupportedType>(&type)->what);
    return types_.unknown;
  case ast::TypeKind::Error:
    return types_.error;
  }
  return types_.error;
}

Ty TypeLowerer::refType(const ast::RefType &type) {
  const Region region = type.lifetime.present() ? lifetime(type.lifetime) : elided(Span(type.span.lo(), type.span.lo() + 1), false);
  object_lifetime_ = region;
  const Ty pointee = this->type(*type.pointee);
  object_lifetime_.reset();
  return types_.ref(region, pointee, type.mutability);
}

Ty TypeLowerer::arrayType(const ast::ArrayType &type) {
  const Ty element = this->type(*type.element);
  return types_.array(element, constant(*type.length, types_.integer(IntKind::Usize)));
}

namespace {

/// Marks the regions of the binder just outside the type that it mentions; those of a projection's arguments only when asked to.
struct BoundMarks {
  TypeStore &store;
  llvm::SmallVectorImpl<bool> &marked;
  bool in_projections;
  std::uint32_t depth = 0;
  void enterBinder() { ++depth; }
  void leaveBinder() { --depth; }
  Ty foldTy(Ty ty) {
    const TyData &data = store.data(ty);
    const bool skipped = !in_projections && (data.kind == TyKind::Projection || data.kind == TyKind::Opaque);
    return skipped || data.open_binders <= depth ? ty : rebuild(store, ty, *this);
  }
  Region foldRegion(Region region) {
    if (region.kind() == Region::Kind::Bound && region.depth() == depth && region.index() < marked.size())
      marked[region.index()] = true;
    return region;
  }
  static Const foldConst(Const constant) { return constant; }
};

} // namespace

/// Reference, "Higher-ranked trait bounds"; RFC 1214: a lifetime of a binder that stands in the output must stand in the inputs, outside of projections.
void TypeLowerer::checkOutputLifetimes(Args inputs, Ty output, DiagnosticKind kind, llvm::StringRef subject, Span span) {
  const Binder &binder = binders_.back();
  if (binder.names.empty() || types_.has(output, TypeFlags::HasError | TypeFlags::HasUnknown))
    return;
  if ((types_.flagsOf(inputs) & (TypeFlags::HasError | TypeFlags::HasUnknown)) != 0)
    return;
  llvm::SmallVector<bool, 4> constrained(binder.names.size(), false);
  llvm::SmallVector<bool, 4> mentioned(binder.names.size(), false);
  BoundMarks in_inputs{types_, constrained, false};
  (void)rebuildArgs(types_, inputs, in_inputs);
  BoundMarks in_output{types_, mentioned, true};
  in_output.foldTy(output);
  for (std::size_t at = 0; at < binder.names.size(); ++at)
    if (mentioned[at] && !constrained[at])
      context_.sink().report(
          Diagnostic(kind,
                     (subject + " references lifetime `" + text(binder.names[at]) + "`, which " +
                      (kind == DiagnosticKind::E0581 ? "is not constrained by the fn input types" : "does not appear in the trait input types"))
                         .str(),
                     span));
}

FnSig TypeLowerer::fnTypes(ast::List<const ast::Type *> inputs, const ast::Type *output) {
  const std::size_t level = binders_.size() - 1;
  binders_[level].mode = Binder::Mode::Inputs;
  llvm::SmallVector<Ty, 4> lowered;
  for (const ast::Type *input : inputs) {
    lowered.push_back(type(*input));
    binders_[level].candidates.endParameter();
  }
  binders_[level].mode = Binder::Mode::Output;
  const Ty result = output == nullptr ? types_.unit : type(*output);
  binders_[level].mode = Binder::Mode::Named;
  reportMissingLifetimes(context_.sink(), binders_[level].missing);
  binders_[level].missing.clear();
  return {types_.types(lowered), result, binders_[level].count};
}

/// Rule: a lifetime that a function pointer binds and its result mentions stands in an argument, too, outside of projections (E0581).
Ty TypeLowerer::fnPtrType(const ast::FnPtrType &type) {
  enterBinder(type.for_lifetimes);
  FnSig sig = fnTypes(type.inputs, type.output);
  if (type.output != nullptr) {
    llvm::SmallVector<GenericArg, 4> inputs(sig.inputs.begin(), sig.inputs.end());
    checkOutputLifetimes(types_.args(inputs), sig.output, DiagnosticKind::E0581, "return type", type.output->span);
  }
  sig.bound_regions = leaveBinder();
  return types_.fnPtr(sig);
}

Ty TypeLowerer::implTraitType(const ast::ImplTraitType &type) {
  if (auto ty = context_.implTrait(type))
    return *ty;
  // Return position, and everywhere else that is outside the subset so far. In the library an opaque type would be declared here.
  context_.sink().declineFeature(type.span, "`impl Trait`");
  return types_.unknown;
}

/// A trait object: one principal trait, auto traits, at most one lifetime. Reference, "Trait objects"; the default lifetime is that of the reference
/// directly around it, else 'static ("Default trait object lifetimes").
Ty TypeLowerer::dynType(const ast::DynTraitType &type) {
  if (!type.has_dyn) {
    context_.sink().report(Diagnostic(DiagnosticKind::E0782, "expected a type, found a trait", type.span));
    return types_.error;
  }
  if (!language::dyn_types && inUserCode()) {
    context_.sink().declineFeature(type.span, "`dyn Trait`");
    return types_.unknown;
  }
  std::optional<Region> region = object_lifetime_;
  object_lifetime_.reset();
  std::optional<TraitRef> principal;
  llvm::SmallVector<DefId, 2> auto_traits;
  std::vector<Predicate> projections;
  for (const ast::GenericBound *bound : type.bounds) {
    if (bound->kind == ast::GenericBound::Kind::Outlives)
      region = lifetime(bound->lifetime);
    if (bound->kind != ast::GenericBound::Kind::Trait)
      continue;
    enterBinder(bound->for_lifetimes);
    auto trait = traitRef(bound->path, types_.error, projections);
    leaveBinder();
    if (!trait)
      return types_.unknown;
    if (program_.trait(trait->trait).is_auto)
      auto_traits.push_back(trait->trait);
    else
      principal = trait;
  }
  llvm::SmallVector<std::pair<DefId, Ty>, 2> values;
  for (const Predicate &projection : projections)
    if (projection.kind == Predicate::Kind::Projection)
      values.emplace_back(projection.assoc, projection.type);
  const DefId trait = principal ? principal->trait : DefId();
  const Args args = principal ? types_.args(principal->args.drop_front()) : Args();
  return types_.dynamic(trait, args, values, auto_traits, region.value_or(Region::statik()));
}

/// A constant in a type: a parameter, `_`, or an expression that is evaluated.
Const TypeLowerer::constant(const ast::Expr &expr, Ty expected) {
  const ast::Expr *inner = &expr;
  bool in_block = false;
  while (true) {
    if (const auto *paren = llvm::dyn_cast<ast::ParenExpr>(inner))
      inner = paren->inner;
    else if (const auto *block = llvm::dyn_cast<ast::BlockExpr>(inner);
             block != nullptr && block->stmts.empty() && block->tail != nullptr && !block->label.present()) {
      inner = block->tail;
      in_block = true;
    } else {
      break;
    }
  }
  // `{ _ }` is an expression, in which `_` stands for nothing.
  if (llvm::isa<ast::UnderscoreExpr>(inner) && in_block) {
    context_.sink().report(
        Diagnostic(DiagnosticKind::Syntax, "in expressions, `_` can only be used on the left-hand side of an assignment", inner->span, "`_` not allowed here"));
    return types_.const_error;
  }
  if (llvm::isa<ast::UnderscoreExpr>(inner))
    return context_.inferredConst(inner->span);
  const auto resolve = [&](const ast::Path &path) { return context_.resolve(path, Namespace::Value); }; // named: the evaluator only refers to it
  ConstEvaluator evaluator(program_, context_.owner(), resolve);
  return evaluator.evaluateForType(*inner, expected, context_.sink());
}

Ty lowerType(Program &program, const ast::Type &type, TypeLowering &context) { return context.normalize(TypeLowerer(program, context).type(type), type.span); }

Args lowerArgs(Program &program, DefId def, const ast::GenericArgs *written, Args parent_args, Span segment_span, bool infer_missing, TypeLowering &context) {
  return TypeLowerer(program, context).args(def, written, parent_args, segment_span, infer_missing);
}

std::optional<TraitRef> lowerTraitRef(Program &program, const ast::Path &path, Ty self, llvm::SmallVectorImpl<Predicate> &projections, TypeLowering &context) {
  TypeLowerer lowerer(program, context);
  std::vector<Predicate> predicates;
  lowerer.enterBinder({});
  auto trait = lowerer.traitRef(path, self, predicates);
  const std::uint32_t bound_regions = lowerer.leaveBinder();
  for (Predicate &predicate : predicates) {
    predicate.bound_regions = bound_regions;
    projections.push_back(predicate);
  }
  return trait;
}

} // namespace lien

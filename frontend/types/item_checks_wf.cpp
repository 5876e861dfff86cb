// Well-formedness: the bounds of every type that a signature mentions hold there.
//
// Source: Reference, "Trait and lifetime bounds"; rustc dev guide, "Well-formedness checking". The written type and its meaning are walked side by side,
// so that each obligation is reported at the innermost written type that makes it, as rustc does. What an alias expands to is reported at the alias.
#include "frontend/types/item_checks.hpp"

#include "diagnostics/stack_guard.hpp"
#include "frontend/types/infer.hpp"
#include "frontend/types/unsatisfied.hpp"

namespace lien {

namespace {

/// Obligations of one item, checked in its environment.
class WfCheck {
public:
  WfCheck(Program::Impl &queries, DefId item) : queries_(queries), program_(queries.program), types_(queries.types), item_(item) {}

  /// `ty` is what `node` means; null: everything at `span`.
  void written(const ast::Type *node, Ty ty, Span span);
  /// All obligations of a type, at one place.
  void whole(Ty ty, Span span);
  void holds(const Predicate &predicate, Span span);
  void sized(Ty ty, Span span);
  InferContext &infer();

private:
  void node(Ty ty, Span span);
  void predicatesOf(DefId def, Args args, Span span);
  void children(const ast::Path &path, Ty ty, Span span);
  void outlives(const Predicate &predicate, Args args, Span span, bool of_reference = false);
  [[nodiscard]] bool obviouslySized(Ty ty) const;

  Program::Impl &queries_;
  Program &program_;
  TypeStore &types_;
  DefId item_;
  std::unique_ptr<InferContext> infer_;
};

InferContext &WfCheck::infer() {
  if (!infer_)
    infer_ = std::make_unique<InferContext>(program_, paramEnvOf(program_, item_));
  return *infer_;
}

bool WfCheck::obviouslySized(Ty ty) const {
  switch (types_.kind(ty)) {
  case TyKind::Bool:
  case TyKind::Char:
  case TyKind::Int:
  case TyKind::Float:
  case TyKind::Never:
  case TyKind::Array:
  case TyKind::Ref:
  case TyKind::FnPtr:
  case TyKind::FnDef:
  case TyKind::Closure:
  case TyKind::Error:
    return true;
  case TyKind::Tuple:
    return types_.data(ty).args.empty();
  case TyKind::Str:
  case TyKind::Slice:
  case TyKind::Adt:
  case TyKind::Dynamic:
  case TyKind::Param:
  case TyKind::Projection:
  case TyKind::Opaque:
  case TyKind::Infer:
  case TyKind::Unknown:
    return false;
  }
  return false;
}

void WfCheck::holds(const Predicate &predicate, Span span) {
  if (predicate.kind != Predicate::Kind::Trait && predicate.kind != Predicate::Kind::Projection)
    return;
  if (predicate.kind == Predicate::Kind::Trait && program_.isLang(predicate.trait.trait, LangItem::Sized) && obviouslySized(predicate.trait.self()))
    return;
  const std::uint16_t flags = types_.flagsOf(predicate.trait.args);
  if ((flags & TypeFlags::HasError) != 0)
    return;
  Obligation obligation;
  obligation.predicate = predicate;
  obligation.predicate.trait.args = eraseRegions(types_, predicate.trait.args);
  if (predicate.kind == Predicate::Kind::Projection)
    obligation.predicate.type = eraseRegions(types_, predicate.type);
  obligation.span = span;
  obligation.cause = ObligationCause::WhereClause;
  InferContext &context = infer();
  context.require(obligation);
  context.selectAll();
  for (const FailedObligation &failure : context.takeFailures()) {
    if (failure.answer == Answer::No) {
      const UnsatisfiedText text = describeUnsatisfied(program_, failure.leaf);
      const DiagnosticKind kind = failure.leaf.kind == Predicate::Kind::Projection ? DiagnosticKind::E0271 : DiagnosticKind::E0277;
      queries_.sinkOf(item_).report(Diagnostic(kind, text.message, span, text.label));
      return;
    }
    if (failure.answer == Answer::Unknown && (flags & TypeFlags::HasUnknown) == 0) {
      queries_.sinkOf(item_).declineLibrary(span, "`" + program_.print(failure.leaf) + "`");
      return;
    }
  }
}

void WfCheck::sized(Ty ty, Span span) {
  const DefId sized = program_.lang(LangItem::Sized);
  if (!sized.isValid() || obviouslySized(ty))
    return;
  const GenericArg self[] = {ty};
  holds(traitPredicate({sized, types_.args(self)}, span), span);
}

/// `T: 'r` and `'a: 'r` of a mentioned ADT. Lifetimes that are parameters are implied inside signatures and inferred in ADTs; what is left is 'static.
void WfCheck::outlives(const Predicate &predicate, Args args, Span span, bool of_reference) {
  const auto mapped = [&](Region region) {
    return region.kind() == Region::Kind::EarlyParam && region.index() < args.size() ? args[region.index()].region() : region;
  };
  if (mapped(predicate.b) != Region::statik())
    return;
  const DefKind kind = program_.def(item_).kind;
  if (kind != DefKind::Struct && kind != DefKind::Enum)
    return;
  llvm::SmallVector<OutlivesPair, 4> components;
  const GenericArg subject =
      predicate.kind == Predicate::Kind::TypeOutlives ? GenericArg(substitute(types_, predicate.type, args)) : GenericArg(mapped(predicate.a));
  queries_.outlivesComponents(subject, Region::statik(), components);
  for (const OutlivesPair &pair : components) {
    const bool known = llvm::any_of(program_.predicates(item_), [&](const Predicate &own) {
      return (own.kind == Predicate::Kind::TypeOutlives || own.kind == Predicate::Kind::RegionOutlives) && own.b == Region::statik() &&
             (own.kind == Predicate::Kind::TypeOutlives ? pair.subject == GenericArg(own.type) : pair.subject == GenericArg(own.a));
    });
    if (known)
      continue;
    if (pair.subject.isType())
      queries_.sinkOf(item_).report(Diagnostic(DiagnosticKind::E0310,
                                               "the parameter type `" + program_.print(pair.subject.type()) + "` may not live long enough", span,
                                               "the parameter type `" + program_.print(pair.subject.type()) + "` must be valid for the static lifetime..."));
    else if (predicate.kind == Predicate::Kind::RegionOutlives)
      queries_.sinkOf(item_).report(Diagnostic(DiagnosticKind::E0478, "lifetime bound not satisfied", span));
    else if (of_reference)
      queries_.sinkOf(item_).report(Diagnostic(DiagnosticKind::E0491, "reference has a longer lifetime than the data it references", span));
    else
      queries_.sinkOf(item_)
          .report(Diagnostic(DiagnosticKind::E0477, "the type `" + program_.print(subject.type(), item_) + "` does not fulfill the required lifetime", span))
          .noteAt(predicate.span, "type must satisfy the static lifetime as required by this binding");
    return;
  }
}

void WfCheck::predicatesOf(DefId def, Args args, Span span) {
  for (const Predicate &predicate : program_.predicates(def)) {
    if (predicate.kind == Predicate::Kind::TypeOutlives || predicate.kind == Predicate::Kind::RegionOutlives) {
      outlives(predicate, args, span);
      continue;
    }
    Predicate needed = predicate;
    needed.trait.args = substitute(types_, predicate.trait.args, args);
    if (predicate.kind == Predicate::Kind::Projection)
      needed.type = substitute(types_, predicate.type, args);
    holds(needed, span);
  }
}

/// The obligations that the outermost constructor of a type makes.
void WfCheck::node(Ty ty, Span span) {
  const TyData &data = types_.data(ty);
  switch (data.kind) {
  case TyKind::Adt:
    if (!data.args.empty())
      predicatesOf(data.def, data.args, span);
    return;
  case TyKind::Array:
  case TyKind::Slice:
    sized(data.element(), span);
    return;
  case TyKind::Tuple:
    for (const GenericArg &arg : data.args.drop_back(data.args.empty() ? 0 : 1))
      sized(arg.type(), span);
    return;
  case TyKind::Ref:
    if (data.region == Region::statik()) {
      Predicate predicate;
      predicate.kind = Predicate::Kind::TypeOutlives;
      predicate.type = data.element();
      predicate.b = data.region;
      outlives(predicate, program_.identityArgs(item_), span, true);
    }
    return;
  case TyKind::Projection: {
    const DefId trait = program_.def(data.def).parent;
    holds(traitPredicate({trait, data.args.take_front(program_.generics(data.def).parent_count)}, span), span);
    return;
  }
  case TyKind::Error:
  case TyKind::Unknown:
  case TyKind::Bool:
  case TyKind::Char:
  case TyKind::Int:
  case TyKind::Float:
  case TyKind::Str:
  case TyKind::Never:
  case TyKind::FnDef:
  case TyKind::FnPtr:
  case TyKind::Closure:
  case TyKind::Dynamic:
  case TyKind::Param:
  case TyKind::Opaque:
  case TyKind::Infer:
    return;
  }
}

void WfCheck::whole(Ty ty, Span span) {
  if (StackGuard::exhausted())
    return;
  const TyData &data = types_.data(ty);
  for (const GenericArg &arg : data.args)
    if (arg.isType())
      whole(arg.type(), span);
  node(ty, span);
}

/// The written arguments of a path beside those of the ADT it means. An alias, `Self` or a projection has no such correspondence.
void WfCheck::children(const ast::Path &path, Ty ty, Span span) {
  const TyData &data = types_.data(ty);
  const ast::GenericArgs *args = path.segments.back().args;
  const bool direct = data.kind == TyKind::Adt && path.qself == nullptr && program_.def(data.def).name == path.segments.back().ident.name &&
                      (args == nullptr || !args->parenthesised);
  if (!direct) {
    DiagnosticSink muted;
    const PathRes res = path.qself == nullptr ? queries_.resolver.resolve(path, Namespace::Type, item_, muted) : PathRes();
    // A parameter is well-formed by itself; what else stands here is taken as a whole.
    if (data.kind != TyKind::Param || res.res.kind == ResKind::SelfType)
      for (const GenericArg &arg : data.args)
        if (arg.isType())
          whole(arg.type(), span);
    return;
  }
  std::size_t at = 0;
  for (const ast::GenericArg &arg : args == nullptr ? ast::List<ast::GenericArg>() : args->args) {
    if (arg.kind != ast::GenericArg::Kind::Type && arg.kind != ast::GenericArg::Kind::Const)
      continue;
    while (at < data.args.size() && data.args[at].kind() == GenericArg::Kind::Region)
      ++at;
    if (at < data.args.size() && data.args[at].isType() && arg.type != nullptr)
      written(arg.type, data.args[at].type(), arg.span);
    ++at;
  }
}

void WfCheck::written(const ast::Type *node, Ty ty, Span span) {
  if (node == nullptr || StackGuard::exhausted()) {
    whole(ty, span);
    return;
  }
  const TyData &data = types_.data(ty);
  switch (node->kind) {
  case ast::TypeKind::Paren:
    written(llvm::cast<ast::ParenType>(node)->inner, ty, node->span);
    return;
  case ast::TypeKind::Ref:
    if (data.kind == TyKind::Ref)
      written(llvm::cast<ast::RefType>(node)->pointee, data.element(), node->span);
    break;
  case ast::TypeKind::Slice:
    if (data.kind == TyKind::Slice)
      written(llvm::cast<ast::SliceType>(node)->element, data.element(), node->span);
    break;
  case ast::TypeKind::Array:
    if (data.kind == TyKind::Array)
      written(llvm::cast<ast::ArrayType>(node)->element, data.element(), node->span);
    break;
  case ast::TypeKind::Tuple: {
    const auto elements = llvm::cast<ast::TupleType>(node)->elements;
    if (data.kind == TyKind::Tuple && elements.size() == data.args.size())
      for (std::size_t at = 0; at < elements.size(); ++at)
        written(elements[at], data.args[at].type(), elements[at]->span);
    break;
  }
  case ast::TypeKind::FnPtr: {
    const auto *fn = llvm::cast<ast::FnPtrType>(node);
    if (data.kind == TyKind::FnPtr && data.args.size() == fn->inputs.size() + 1) {
      for (std::size_t at = 0; at < fn->inputs.size(); ++at)
        written(fn->inputs[at], data.args[at].type(), fn->inputs[at]->span);
      if (fn->output != nullptr)
        written(fn->output, data.args.back().type(), fn->output->span);
    }
    break;
  }
  case ast::TypeKind::Path:
    children(llvm::cast<ast::PathType>(node)->path, ty, node->span);
    break;
  case ast::TypeKind::Never:
  case ast::TypeKind::Infer:
  case ast::TypeKind::ImplTrait:
  case ast::TypeKind::DynTrait:
  case ast::TypeKind::Unsupported:
  case ast::TypeKind::Error:
    return;
  }
  this->node(ty, node->span);
}

} // namespace

void Program::Impl::outlivesComponents(GenericArg subject, Region shorter, llvm::SmallVectorImpl<OutlivesPair> &out) {
  const auto add = [&](GenericArg component) {
    const OutlivesPair pair{component, shorter};
    if (!llvm::is_contained(out, pair))
      out.push_back(pair);
  };
  if (subject.kind() == GenericArg::Kind::Region) {
    if (subject.region().kind() == Region::Kind::EarlyParam && subject.region() != shorter)
      add(subject);
    return;
  }
  if (subject.kind() != GenericArg::Kind::Type || StackGuard::exhausted())
    return;
  const TyData &data = types.data(subject.type());
  if (!data.has(TypeFlags::HasParam | TypeFlags::HasFreeRegion))
    return;
  if (data.kind == TyKind::Param) {
    add(subject);
    return;
  }
  if (data.kind == TyKind::Ref || data.kind == TyKind::Dynamic)
    outlivesComponents(data.region, shorter, out);
  for (const GenericArg &arg : data.args)
    outlivesComponents(arg, shorter, out);
}

/// RFC 2093: the outlives requirements that the fields of an ADT make on its parameters, from references and from the ADTs they mention.
void Program::Impl::addInferredOutlives(Ty ty, llvm::SmallVectorImpl<OutlivesPair> &out, llvm::SmallVectorImpl<DefId> &open) {
  const TyData &data = types.data(ty);
  if (!data.has(TypeFlags::HasParam | TypeFlags::HasFreeRegion) || StackGuard::exhausted())
    return;
  if (data.kind == TyKind::Ref && data.region.kind() == Region::Kind::EarlyParam)
    outlivesComponents(data.element(), data.region, out);
  if (data.kind == TyKind::Adt) {
    const auto add = [&](GenericArg subject, Region shorter) {
      const Region mapped = shorter.kind() == Region::Kind::EarlyParam && shorter.index() < data.args.size() ? data.args[shorter.index()].region() : shorter;
      if (mapped.kind() == Region::Kind::EarlyParam)
        outlivesComponents(substitute(types, types.args({subject}), data.args).front(), mapped, out);
    };
    if (!llvm::is_contained(open, data.def))
      for (const OutlivesPair &pair : program.inferredOutlives(data.def))
        add(pair.subject, pair.shorter);
    for (const Predicate &predicate : program.predicates(data.def)) {
      if (predicate.kind == Predicate::Kind::TypeOutlives)
        add(predicate.type, predicate.b);
      else if (predicate.kind == Predicate::Kind::RegionOutlives)
        add(predicate.a, predicate.b);
    }
  }
  for (const GenericArg &arg : data.args)
    if (arg.isType())
      addInferredOutlives(arg.type(), out, open);
}

llvm::ArrayRef<OutlivesPair> Program::inferredOutlives(DefId adt) {
  const auto [entry, fresh] = impl_->inferred_outlives.get(adt);
  if (!fresh)
    return entry->value;
  if (!generics(adt).params.empty() && generics(adt).params.front().kind == GenericArg::Kind::Region) {
    llvm::SmallVector<OutlivesPair, 4> found;
    llvm::SmallVector<DefId, 4> open{adt};
    for (const VariantInfo &variant : this->adt(adt).variants)
      for (const FieldInfo &field : variant.fields)
        impl_->addInferredOutlives(field.type, found, open);
    entry->value.assign(found.begin(), found.end());
  }
  entry->done = true;
  return entry->value;
}

// ----------------------------------------------------------------------------------------------------------------------- items

namespace {

bool isGlobal(const TypeStore &types, Args args) { return (types.flagsOf(args) & (TypeFlags::HasParam | TypeFlags::HasFreeRegion | TypeFlags::HasBound)) == 0; }

} // namespace

void ItemChecker::checkWellFormed(DefId item) {
  const Def &data = program_.def(item);
  WfCheck check(queries_, item);
  switch (data.kind) {
  case DefKind::Struct:
  case DefKind::Enum: {
    const AdtInfo &adt = program_.adt(item);
    for (std::size_t variant = 0; variant < adt.variants.size(); ++variant) {
      const auto &fields = adt.variants[variant].fields;
      const ast::List<ast::FieldDef> nodes = adt.is_enum ? data.as<ast::EnumItem>()->variants[variant].fields : data.as<ast::StructItem>()->fields;
      for (std::size_t at = 0; at < fields.size(); ++at) {
        check.written(nodes[at].type, fields[at].type, nodes[at].type->span);
        if (adt.is_enum || at + 1 < fields.size())
          check.sized(fields[at].type, nodes[at].type->span);
      }
    }
    break;
  }
  case DefKind::Fn:
  case DefKind::AssocFn: {
    const auto *node = data.as<ast::FnItem>();
    const FnSig sig = program_.signatureInBody(item);
    std::size_t at = 0;
    if (node->self_param.present) {
      check.written(node->self_param.type, sig.inputs.front(), node->self_param.type != nullptr ? node->self_param.type->span : node->self_param.name.span);
      ++at;
    }
    for (std::size_t param = 0; param < node->params.size() && at < sig.inputs.size(); ++param, ++at)
      if (node->params[param].type != nullptr)
        check.written(node->params[param].type, sig.inputs[at], node->params[param].type->span);
    if (node->output != nullptr)
      check.written(node->output, sig.output, node->output->span);
    break;
  }
  case DefKind::Const:
  case DefKind::AssocConst: {
    const auto *node = data.as<ast::ConstItem>();
    if (node->type == nullptr)
      break;
    check.written(node->type, program_.typeOf(item), node->type->span);
    check.sized(program_.typeOf(item), node->type->span);
    break;
  }
  case DefKind::Static: {
    const auto *node = data.as<ast::StaticItem>();
    if (node->type == nullptr)
      break;
    const Ty ty = program_.typeOf(item);
    check.written(node->type, ty, node->type->span);
    check.sized(ty, headSpan(item));
    const GenericArg self[] = {ty};
    if (const DefId sync = program_.lang(LangItem::SyncTrait); sync.isValid() && node->mutability == Mutability::Not)
      check.holds(traitPredicate({sync, types_.args(self)}, node->type->span), node->type->span);
    break;
  }
  case DefKind::Impl: {
    const ImplInfo &info = program_.impl(item);
    const auto *node = data.derived_for.isValid() ? nullptr : data.as<ast::ImplItem>();
    const Span self_span = node != nullptr ? node->self_type->span : program_.def(data.derived_for).name_span;
    if (info.poisoned)
      return;
    if (node != nullptr)
      check.written(node->self_type, info.self_type, self_span);
    // The trait's own requirements on Self: its supertraits.
    if (info.trait) {
      for (const Predicate &predicate : program_.predicates(info.trait->trait)) {
        if ((predicate.kind != Predicate::Kind::Trait && predicate.kind != Predicate::Kind::Projection) || predicate.trait.trait == info.trait->trait)
          continue;
        Predicate needed = predicate;
        needed.trait.args = substitute(types_, predicate.trait.args, info.trait->args);
        if (predicate.kind == Predicate::Kind::Projection)
          needed.type = substitute(types_, predicate.type, info.trait->args);
        check.holds(needed, self_span);
      }
    }
    if (node == nullptr)
      return;
    break;
  }
  case DefKind::Trait:
  case DefKind::TypeAlias:
  case DefKind::AssocType:
  case DefKind::Mod:
  case DefKind::Block:
  case DefKind::Variant:
  case DefKind::Field:
  case DefKind::TypeParam:
  case DefKind::ConstParam:
  case DefKind::LifetimeParam:
  case DefKind::AnonConst:
  case DefKind::Closure:
  case DefKind::OpaqueType:
  case DefKind::Poisoned:
    if (data.kind != DefKind::Trait)
      return;
    break;
  }
  checkPredicates(item);
}

/// Bounds and where clauses: what they mention is well-formed, what does not depend on parameters holds, and defaults meet their bounds.
void ItemChecker::checkPredicates(DefId item) {
  const ast::Generics *written = queries_.writtenGenerics(item);
  if (written == nullptr || (written->params.empty() && written->where_predicates.empty()))
    return;
  WfCheck check(queries_, item);
  const Generics &generics = program_.generics(item);
  const std::size_t inherited = generics.parent.isValid() ? program_.predicates(generics.parent).size() : 0;
  // Global bounds are judged without the environment that assumes them.
  WfCheck outside(queries_, item);
  InferContext bare(program_, {});
  for (const Predicate &predicate : program_.predicates(item).drop_front(inherited)) {
    if (predicate.kind != Predicate::Kind::Trait)
      continue;
    for (const GenericArg &arg : predicate.trait.args)
      if (arg.isType())
        check.whole(arg.type(), predicate.span);
    if (!isGlobal(types_, predicate.trait.args) || (types_.flagsOf(predicate.trait.args) & (TypeFlags::HasError | TypeFlags::HasUnknown)) != 0)
      continue;
    Predicate erased = predicate;
    erased.trait.args = eraseRegions(types_, predicate.trait.args);
    const Answer answer = bare.evaluate(erased);
    Span span = predicate.span;
    for (const ast::WherePredicate &clause : written->where_predicates)
      if (clause.span.contains(predicate.span))
        span = clause.span;
    if (answer == Answer::No) {
      const UnsatisfiedText text = describeUnsatisfied(program_, erased);
      report(item, DiagnosticKind::E0277, text.message, span, text.label);
    } else if (answer == Answer::Unknown) {
      queries_.sinkOf(item).declineLibrary(span, "`" + program_.print(predicate) + "`");
    }
  }
  checkDefaults(item);
}

/// A predicate all of whose parameters have defaults must hold for these (rustc's `check_where_clauses`).
void ItemChecker::checkDefaults(DefId item) {
  const Generics &generics = program_.generics(item);
  const DefKind kind = program_.def(item).kind;
  if (kind != DefKind::Struct && kind != DefKind::Enum && kind != DefKind::Trait)
    return;
  if (llvm::none_of(generics.params, [](const GenericParamDef &param) { return param.has_default; }))
    return;
  WfCheck check(queries_, item);
  llvm::SmallVector<GenericArg, 8> list(program_.identityArgs(item));
  llvm::SmallVector<bool, 8> defaulted(list.size(), false);
  for (const GenericParamDef &param : generics.params) {
    if (!param.has_default)
      continue;
    const auto fallback = program_.defaultOf(param.def);
    if (!fallback)
      continue;
    if (fallback->isType()) {
      const ast::GenericParam *node = program_.def(param.def).param;
      check.written(node->type, fallback->type(), node->type->span);
      if (types_.has(fallback->type(), TypeFlags::HasParam))
        continue;
    }
    list[param.index] = *fallback;
    defaulted[param.index] = true;
  }
  const Args args = types_.args(list);
  for (const Predicate &predicate : program_.predicates(item)) {
    if (predicate.kind != Predicate::Kind::Trait || !isOverDefaults(predicate.trait.args, defaulted))
      continue;
    Predicate needed = predicate;
    needed.trait.args = substitute(types_, predicate.trait.args, args);
    check.holds(needed, predicate.span);
  }
}

/// Mentions at least one parameter, and only such as have a default.
bool ItemChecker::isOverDefaults(Args args, llvm::ArrayRef<bool> defaulted) {
  bool any = false;
  bool all = true;
  llvm::SmallVector<GenericArg, 8> work(args);
  while (!work.empty()) {
    const GenericArg arg = work.pop_back_val();
    if (arg.kind() == GenericArg::Kind::Region && arg.region().kind() == Region::Kind::EarlyParam)
      return false;
    if (arg.kind() == GenericArg::Kind::Const && types_.data(arg.constant()).kind == ConstKind::Param) {
      any = true;
      all &= defaulted[static_cast<std::size_t>(types_.data(arg.constant()).value)];
    }
    if (!arg.isType())
      continue;
    const TyData &data = types_.data(arg.type());
    if (data.kind == TyKind::Param) {
      any = true;
      all &= data.index < defaulted.size() && defaulted[data.index];
    }
    if (data.kind == TyKind::Array)
      work.push_back(data.length);
    work.append(data.args.begin(), data.args.end());
  }
  return any && all;
}

} // namespace lien

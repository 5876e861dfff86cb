// Paths in types: names with arguments, aliases, `Self`, `T::Item`, `<T as Trait>::Item`. Reference: "Paths", "Associated types".
#include "frontend/types/lower_type.hpp"

#include "frontend/types/language_switches.hpp"

namespace lien {

Ty TypeLowerer::pathType(const ast::PathType &type) {
  if (type.path.qself != nullptr)
    return qualifiedPath(type.path);
  return resolvedPath(type.path, context_.resolve(type.path, Namespace::Type));
}

/// E0109: arguments on a segment that takes none.
void TypeLowerer::rejectArgs(const ast::Path &path, std::uint32_t from, std::uint32_t to, llvm::StringRef on) {
  for (std::uint32_t at = from; at < to; ++at) {
    const ast::GenericArgs *args = path.segments[at].args;
    if (args == nullptr || (args->args.empty() && !args->parenthesised))
      continue;
    llvm::StringRef kind = "generic";
    if (!args->parenthesised && llvm::all_of(args->args, [](const ast::GenericArg &arg) { return arg.kind == ast::GenericArg::Kind::Lifetime; }))
      kind = "lifetime";
    else if (!args->parenthesised && llvm::all_of(args->args, [](const ast::GenericArg &arg) { return arg.kind == ast::GenericArg::Kind::Type; }))
      kind = "type";
    else if (!args->parenthesised && llvm::all_of(args->args, [](const ast::GenericArg &arg) { return arg.kind == ast::GenericArg::Kind::Const; }))
      kind = "const";
    // The arguments themselves are the primary places.
    Diagnostic diagnostic(DiagnosticKind::E0109, (kind + " arguments are not allowed on " + on).str(),
                          args->args.empty() ? args->span : args->args.front().span,
                          (kind + (args->args.size() > 1 ? " arguments" : " argument") + " not allowed").str());
    for (const ast::GenericArg &arg : args->args.drop_front(args->args.empty() ? 0 : 1))
      diagnostic.primary.push_back({arg.span, ""});
    context_.sink().report(std::move(diagnostic));
  }
}

Ty TypeLowerer::resolvedPath(const ast::Path &path, const PathRes &resolution) {
  const Res &res = resolution.res;
  const std::uint32_t last = resolution.resolved == 0 ? 0 : resolution.resolved - 1;
  Ty base = types_.error;
  DefId param;
  DefId impl;
  switch (res.kind) {
  case ResKind::Error:
    // Its arguments may be wrong on their own.
    for (const ast::PathSegment &segment : path.segments)
      for (const ast::GenericArg &arg : segment.args == nullptr ? ast::List<ast::GenericArg>() : segment.args->args)
        if (arg.kind == ast::GenericArg::Kind::Type)
          type(*arg.type);
    return types_.error;
  case ResKind::Unknown:
    return types_.unknown;
  case ResKind::Local:
  case ResKind::SelfCtor:
  case ResKind::QSelf:
    return types_.error;
  case ResKind::Primitive:
    rejectArgs(path, 0, resolution.resolved, ("builtin type `" + program_.print(res.primitive) + "`"));
    base = res.primitive;
    break;
  case ResKind::SelfType: {
    rejectArgs(path, 0, resolution.resolved, "`Self`");
    const DefKind kind = program_.def(res.def).kind;
    if (kind == DefKind::Impl && program_.queries().open_impl == res.def) {
      context_.sink().report(
          Diagnostic(DiagnosticKind::SelfInImplHeader, "`Self` is not valid in the self type of an impl block", path.segments.front().ident.span)
              .note("replace `Self` with a different type"));
      return types_.error;
    }
    base = kind == DefKind::Trait ? types_.param(0, symbolOf(sym::kw_Self)) : program_.typeOf(res.def);
    if (kind == DefKind::Trait)
      param = res.def;
    else if (kind == DefKind::Impl)
      impl = res.def;
    break;
  }
  case ResKind::Def:
    rejectArgs(path, 0, last, "this item");
    if (program_.def(res.def).kind == DefKind::TypeParam)
      param = res.def;
    base = definitionType(res.def, path, last);
    break;
  }
  for (std::uint32_t at = resolution.resolved; at < path.segments.size(); ++at) {
    if (types_.is(base, TyKind::Error) || types_.is(base, TyKind::Unknown))
      return base;
    base = assocType(base, param, impl, path, at);
    param = DefId();
    impl = DefId();
  }
  return base;
}

Ty TypeLowerer::definitionType(DefId def, const ast::Path &path, std::uint32_t segment_index) {
  const ast::PathSegment &segment = path.segments[segment_index];
  const Def &data = program_.def(def);
  switch (data.kind) {
  case DefKind::Struct:
  case DefKind::Enum:
    return types_.adt(def, args(def, segment.args, {}, segment.ident.span, false));
  case DefKind::TypeAlias:
    return aliasType(def, segment);
  case DefKind::TypeParam:
    rejectArgs(path, segment_index, segment_index + 1, ("type parameter `" + text(data.name) + "`").str());
    return program_.typeOf(def);
  case DefKind::AssocType:
    // `Trait::Item` without a self type.
    ambiguousAssocType(path, types_.error);
    return types_.error;
  case DefKind::Trait:
    context_.sink().report(Diagnostic(DiagnosticKind::E0782, "expected a type, found a trait", path.span));
    return types_.error;
  case DefKind::Poisoned:
    return types_.unknown;
  case DefKind::Mod:
  case DefKind::Block:
  case DefKind::Fn:
  case DefKind::AssocFn:
  case DefKind::Variant:
  case DefKind::Field:
  case DefKind::Impl:
  case DefKind::Const:
  case DefKind::AssocConst:
  case DefKind::Static:
  case DefKind::ConstParam:
  case DefKind::LifetimeParam:
  case DefKind::AnonConst:
  case DefKind::Closure:
  case DefKind::OpaqueType:
    break;
  }
  context_.sink().report(Diagnostic(DiagnosticKind::E0573,
                                    ("expected type, found " + program_.resolver().describe(def) + " `" + program_.resolver().pathOf(def) + "`").str(),
                                    path.span, "not a type"));
  return types_.error;
}

/// An alias is its right side with the arguments put in; its bounds do not count (Reference, "Type aliases").
Ty TypeLowerer::aliasType(DefId alias, const ast::PathSegment &segment) {
  const Args list = args(alias, segment.args, {}, segment.ident.span, false);
  if (auto &open = program_.queries().open_aliases; !open.empty())
    open.back().second = segment.ident.span;
  const Ty value = program_.typeOf(alias);
  if (types_.has(value, TypeFlags::HasUnknown) && inUserCode())
    context_.sink().declineFeature(segment.ident.span, "mention of a declined item");
  return substitute(types_, value, list);
}

void TypeLowerer::ambiguousAssocType(const ast::Path &path, Ty base) {
  if (types_.is(base, TyKind::Unknown))
    return;
  context_.sink().report(Diagnostic(DiagnosticKind::E0223, "ambiguous associated type", path.span));
}

Ty TypeLowerer::projectionOf(const TraitRef &trait, DefId assoc, const ast::PathSegment &segment) {
  const Args list = args(assoc, segment.args, trait.args, segment.ident.span, false);
  return types_.projection(assoc, list);
}

/// `T::Item`: exactly one bound of T (or supertrait of one) declares the type (E0220, E0221). `Self::Item` in a trait's impl: the trait's. A concrete
/// type has no such names yet (E0223).
Ty TypeLowerer::assocType(Ty base, DefId param, DefId impl, const ast::Path &path, std::uint32_t segment_index) {
  const ast::PathSegment &segment = path.segments[segment_index];
  llvm::SmallVector<std::pair<TraitRef, DefId>, 2> found;
  if (param.isValid()) {
    const DefId item = program_.def(param).kind == DefKind::Trait ? param : context_.owner();
    if (!findAssocTypesInBounds(program_, item, param, segment.ident.name, found))
      return types_.unknown;
    if (found.empty()) {
      const std::string name = program_.print(base);
      context_.sink().report(Diagnostic(DiagnosticKind::E0220, ("associated type `" + text(segment.ident.name) + "` not found for `" + name + "`").str(),
                                        segment.ident.span, ("associated type `" + text(segment.ident.name) + "` not found").str()));
      return types_.error;
    }
    if (found.size() > 1) {
      Span span = segment_index == 0 ? path.span : Span(path.span.lo(), segment.ident.span.hi());
      context_.sink().report(Diagnostic(DiagnosticKind::E0221,
                                        ("ambiguous associated type `" + text(segment.ident.name) + "` in bounds of `" + program_.print(base) + "`").str(),
                                        span, ("ambiguous associated type `" + text(segment.ident.name) + "`").str()));
      return types_.error;
    }
  } else if (impl.isValid() && program_.impl(impl).poisoned) {
    return types_.unknown; // its trait may have the name
  } else if (impl.isValid() && program_.impl(impl).trait) {
    findAssocTypes(program_, *program_.impl(impl).trait, segment.ident.name, found);
  }
  if (found.size() == 1) {
    if (types_.flagsOf(found.front().first.args) & TypeFlags::HasBound) {
      context_.sink().report(Diagnostic(DiagnosticKind::E0212, "cannot use the associated type of a trait with uninferred generic parameters", path.span));
      return types_.error;
    }
    return projectionOf(found.front().first, found.front().second, segment);
  }
  ambiguousAssocType(path, base);
  return types_.error;
}

/// `<T as Trait>::Item` and `<T>::Item`.
Ty TypeLowerer::qualifiedPath(const ast::Path &path) {
  const Ty self = type(*path.qself->type);
  const std::uint32_t trait_segments = path.qself->trait_segments;
  if (trait_segments == 0) {
    if (path.segments.empty() || types_.is(self, TyKind::Error) || types_.is(self, TyKind::Unknown))
      return self;
    // `<T>::Item` with a lone parameter inside is `T::Item`.
    DefId param;
    DefId impl;
    if (const auto *inner = llvm::dyn_cast<ast::PathType>(path.qself->type); inner != nullptr && inner->path.isSingle()) {
      const PathRes res = context_.resolve(inner->path, Namespace::Type);
      if (res.res.kind == ResKind::Def && program_.def(res.res.def).kind == DefKind::TypeParam)
        param = res.res.def;
      if (res.res.kind == ResKind::SelfType)
        (program_.def(res.res.def).kind == DefKind::Trait ? param : impl) = res.res.def;
    }
    return assocType(self, param, impl, path, 0);
  }
  ast::Path trait_path = path;
  trait_path.qself = nullptr;
  trait_path.segments = path.segments.take_front(trait_segments);
  trait_path.span = Span(trait_path.segments.front().ident.span.lo(), trait_path.segments.back().ident.span.hi());
  std::vector<Predicate> constraints;
  enterBinder({});
  const auto trait = traitRef(trait_path, self, constraints);
  leaveBinder();
  if (!trait)
    return types_.unknown;
  if (path.segments.size() <= trait_segments)
    return types_.error;
  const ast::PathSegment &segment = path.segments[trait_segments];
  for (const AssocItem &item : program_.trait(trait->trait).items)
    if (item.kind == DefKind::AssocType && item.name == segment.ident.name)
      return projectionOf(*trait, item.def, segment);
  for (const AssocItem &item : program_.trait(trait->trait).items) {
    if (item.name != segment.ident.name)
      continue;
    const std::string other = item.kind == DefKind::AssocFn ? "function" : "constant";
    context_.sink().report(Diagnostic(DiagnosticKind::E0575,
                                      "expected associated type, found associated " + other + " `" + program_.resolver().pathOf(trait->trait) +
                                          "::" + text(segment.ident.name).str() + "`",
                                      path.span));
    return types_.error;
  }
  if (!program_.isComplete(trait->trait)) {
    context_.sink().declineLibrary(segment.ident.span, ("`" + program_.resolver().pathOf(trait->trait) + "::" + text(segment.ident.name) + "`").str());
    return types_.unknown;
  }
  context_.sink().report(
      Diagnostic(DiagnosticKind::E0576,
                 ("cannot find associated type `" + text(segment.ident.name) + "` in trait `" + program_.resolver().pathOf(trait->trait) + "`").str(),
                 segment.ident.span, "not found in `" + program_.resolver().pathOf(trait->trait) + "`"));
  return types_.error;
}

// ------------------------------------------------------------------------------------------------------------ associated types

void findAssocTypes(Program &program, const TraitRef &trait, Symbol name, llvm::SmallVectorImpl<std::pair<TraitRef, DefId>> &found) {
  llvm::SmallVector<TraitRef, 4> work{trait};
  llvm::SmallVector<TraitRef, 8> seen;
  for (std::size_t at = 0; at < work.size(); ++at) {
    const TraitRef current = work[at];
    if (llvm::is_contained(seen, current))
      continue;
    seen.push_back(current);
    bool here = false;
    for (const AssocItem &item : program.trait(current.trait).items) {
      if (item.kind != DefKind::AssocType || item.name != name)
        continue;
      here = true;
      if (!llvm::is_contained(found, std::pair(current, item.def)))
        found.emplace_back(current, item.def);
    }
    if (here)
      continue;
    for (const TraitRef &super : program.supertraitRefs(current.trait))
      work.push_back(substitute(program.types(), super, current.args));
  }
}

namespace {

/// Does the trait or one of its supertraits declare the type? By names alone, so that asking does not lower any argument (which may need the answer).
bool declaresAssocType(Program &program, DefId trait, Symbol name) {
  llvm::SmallVector<DefId, 8> work{trait};
  for (std::size_t at = 0; at < work.size(); ++at) {
    const TraitInfo &info = program.trait(work[at]);
    if (llvm::any_of(info.items, [&](const AssocItem &item) { return item.kind == DefKind::AssocType && item.name == name; }))
      return true;
    for (DefId super : info.supertraits)
      if (!llvm::is_contained(work, super))
        work.push_back(super);
  }
  return false;
}

class BoundSearch {
public:
  BoundSearch(Program &program, DefId param, Symbol name, llvm::SmallVectorImpl<std::pair<TraitRef, DefId>> &found)
      : program_(program), param_(param), name_(name), found_(found) {}

  void search(Program::Impl &queries, DefId item);
  bool missed = false; ///< a bound that declares the name, or may, could not be understood

private:
  void bound(Program::Impl &queries, DefId item, const ast::GenericBound &bound, ast::List<ast::GenericParam> outer_lifetimes);
  [[nodiscard]] bool isParam(DefId item, const ast::Type *type);
  void add(const TraitRef &trait);

  Program &program_;
  DefId param_;
  Symbol name_;
  llvm::SmallVectorImpl<std::pair<TraitRef, DefId>> &found_;
};

bool BoundSearch::isParam(DefId item, const ast::Type *type) {
  while (type != nullptr && type->kind == ast::TypeKind::Paren)
    type = llvm::cast<ast::ParenType>(type)->inner;
  const auto *path = llvm::dyn_cast_or_null<ast::PathType>(type);
  if (path == nullptr || !path->path.isSingle())
    return false;
  // By the name first: resolving costs more.
  const Symbol wanted = program_.def(param_).kind == DefKind::Trait ? symbolOf(sym::kw_Self) : program_.def(param_).name;
  if (path->path.segments.front().ident.name != wanted)
    return false;
  DiagnosticSink muted;
  const PathRes res = program_.resolver().resolve(path->path, Namespace::Type, item, muted);
  return (res.res.kind == ResKind::Def || res.res.kind == ResKind::SelfType) && res.res.def == param_;
}

void BoundSearch::bound(Program::Impl &queries, DefId item, const ast::GenericBound &bound, ast::List<ast::GenericParam> outer_lifetimes) {
  if (bound.kind != ast::GenericBound::Kind::Trait || isRelaxed(bound))
    return;
  DiagnosticSink muted; // the bound itself is reported where predicates are lowered
  const PathRes res = program_.resolver().resolve(bound.path, Namespace::Type, item, muted);
  missed |= res.res.kind == ResKind::Unknown || (res.res.kind == ResKind::Def && program_.def(res.res.def).kind == DefKind::Poisoned);
  if (res.res.kind != ResKind::Def || program_.def(res.res.def).kind != DefKind::Trait || !declaresAssocType(program_, res.res.def, name_))
    return;
  SignatureContext context(queries, item, SignatureContext::Elision::Bound, muted);
  TypeLowerer lowerer(program_, context);
  const Ty self = program_.def(param_).kind == DefKind::Trait ? program_.types().param(0, symbolOf(sym::kw_Self)) : program_.typeOf(param_);
  std::vector<Predicate> constraints;
  llvm::SmallVector<ast::GenericParam, 2> lifetimes(outer_lifetimes.begin(), outer_lifetimes.end());
  lifetimes.append(bound.for_lifetimes.begin(), bound.for_lifetimes.end());
  lowerer.enterBinder(lifetimes);
  const auto trait = lowerer.traitRef(bound.path, self, constraints);
  lowerer.leaveBinder();
  if (trait)
    add(*trait);
  else
    missed = true;
}

/// What a trait declares under the name, which it or a supertrait does.
void BoundSearch::add(const TraitRef &trait) {
  llvm::SmallVector<std::pair<TraitRef, DefId>, 2> found;
  findAssocTypes(program_, trait, name_, found);
  missed |= found.empty();
  for (const auto &entry : found)
    if (!llvm::is_contained(found_, entry))
      found_.push_back(entry);
}

void BoundSearch::search(Program::Impl &queries, DefId item) {
  if (item == param_) { // `Self` inside a trait: the trait itself comes first
    const TraitRef self_trait{item, program_.identityArgs(item)};
    if (declaresAssocType(program_, item, name_))
      add(self_trait);
  }
  const ast::Generics *written = queries.writtenGenerics(item);
  if (written == nullptr)
    return;
  llvm::ArrayRef<DefId> params = program_.resolver().defs().params(item);
  for (DefId param : params) {
    const ast::GenericParam *node = program_.def(param).param;
    if (param == param_ && node != nullptr)
      for (const ast::GenericBound *entry : node->bounds)
        bound(queries, item, *entry, {});
  }
  for (const ast::WherePredicate &predicate : written->where_predicates)
    if (isParam(item, predicate.type))
      for (const ast::GenericBound *entry : predicate.bounds)
        bound(queries, item, *entry, predicate.for_lifetimes);
}

} // namespace

bool findAssocTypesInBounds(Program &program, DefId item, DefId param, Symbol name, llvm::SmallVectorImpl<std::pair<TraitRef, DefId>> &found) {
  bool missed = false;
  for (DefId at = item; at.isValid(); at = program.generics(at).parent) {
    BoundSearch search(program, param, name, found);
    search.search(program.queries(), at);
    missed |= search.missed;
    // A method's own where clauses may speak of the trait's Self, and its trait follows as the parent.
  }
  return !missed;
}

} // namespace lien

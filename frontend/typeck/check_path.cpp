// Paths as values: variables, items with their generic arguments, associated items. Reference, "Path expressions", "Paths".
#include "frontend/typeck/checker.hpp"

namespace lien::typeck {

using typed::ExprKind;

Ty BodyChecker::selfTypeOf(DefId impl_or_trait) {
  if (program_.def(impl_or_trait).kind == DefKind::Impl)
    return erased(program_.typeOf(impl_or_trait));
  return program_.identityArgs(impl_or_trait).front().type();
}

/// Arguments for `def` from one segment of a path; what is not written is inferred.
Args BodyChecker::lowerPathArgs(DefId def, const ast::PathSegment *segment, Args parent, Span span) {
  const std::size_t before = sink_.all().size();
  Args args = lowerArgs(program_, def, segment != nullptr ? segment->args : nullptr, parent, span, true, *lowering_);
  // A wrong number of arguments was reported: what was written is not used.
  for (std::size_t i = before; i < sink_.all().size(); ++i)
    if (sink_.all()[i].kind == DiagnosticKind::E0107)
      return infer_.freshArgs(def, parent, span);
  return args;
}

namespace {

/// A path made of the first `count` segments of another.
ast::Path prefixOf(const ast::Path &path, std::size_t count) {
  ast::Path prefix = path;
  prefix.segments = path.segments.take_front(count);
  prefix.span = Span(path.span.lo(), prefix.segments.empty() ? path.span.lo() : prefix.segments.back().ident.span.hi());
  if (!prefix.segments.empty() && prefix.segments.back().args != nullptr)
    prefix.span = prefix.span.to(prefix.segments.back().args->span);
  return prefix;
}

} // namespace

// The type that the first `count` segments of a path in an expression mean; omitted arguments are inferred. `written`: with regions as written.
Ty BodyChecker::typeOfPrefix(const ast::Path &path, const PathRes &resolution, std::size_t count) {
  if (path.qself != nullptr && path.qself->trait_segments == 0 && count == 0)
    return lowerWritten(*path.qself->type);
  if (count == resolution.resolved && path.qself == nullptr) {
    const ast::PathSegment &segment = path.segments[count - 1];
    switch (resolution.res.kind) {
    case ResKind::Error:
      return types_.error;
    case ResKind::Unknown:
      return types_.unknown;
    case ResKind::Primitive:
      return resolution.res.primitive;
    case ResKind::SelfType:
    case ResKind::SelfCtor:
      return program_.def(resolution.res.def).kind == DefKind::Impl ? program_.typeOf(resolution.res.def) : selfTypeOf(resolution.res.def);
    case ResKind::Local:
    case ResKind::QSelf:
      return types_.error;
    case ResKind::Def:
      break;
    }
    DefId def = resolution.res.def;
    switch (program_.def(def).kind) {
    case DefKind::Struct:
    case DefKind::Enum:
      return types_.adt(def, lowerPathArgs(def, &segment, {}, segment.ident.span));
    case DefKind::TypeAlias:
      return substitute(types_, program_.typeOf(def), lowerPathArgs(def, &segment, {}, segment.ident.span));
    case DefKind::TypeParam:
      return program_.typeOf(def);
    default: // not a type: the general way reports it
      break;
    }
  }
  auto *type = new (syntax_.Allocate<ast::PathType>()) ast::PathType(prefixOf(path, count).span);
  type->path = prefixOf(path, count);
  return lowerWritten(*type);
}

BodyChecker::ResolvedPath BodyChecker::resolveValuePath(const ast::Path &path, Span span, PathUse use) {
  if (path.qself != nullptr)
    return resolveQualifiedPath(path, span);
  PathRes resolution = scopes_.resolve(path, use, sink_);
  return resolveValuePath(path, resolution, span);
}

BodyChecker::ResolvedPath BodyChecker::resolveValuePath(const ast::Path &path, const PathRes &resolution, Span span) {
  ResolvedPath result;
  const Res &res = resolution.res;
  if (resolution.resolved < path.segments.size()) {
    if (res.kind == ResKind::Error || res.kind == ResKind::Unknown)
      return silentPath(res.kind == ResKind::Unknown);
    if (res.kind == ResKind::Def && program_.def(res.def).kind == DefKind::Trait && resolution.resolved + 1 == path.segments.size())
      return resolveTraitItem(path, res.def, span);
    Ty self = typeOfPrefix(path, resolution, path.segments.size() - 1);
    return resolveAssocPath(path, self, span);
  }
  switch (res.kind) {
  case ResKind::Error:
    return silentPath(false);
  case ResKind::Unknown:
    return silentPath(true);
  case ResKind::Local:
    result.kind = ResolvedPath::Kind::Local;
    result.local = LocalId(res.local);
    rejectArgs(path, path.segments.size(), "local variable");
    return result;
  case ResKind::Primitive:
  case ResKind::SelfType:
  case ResKind::QSelf:
    error(DiagnosticKind::E0423, "expected value, found type", span, "not a value");
    return silentPath(false);
  case ResKind::SelfCtor: {
    Ty self = selfTypeOf(res.def);
    if (!is(self, TyKind::Adt) || program_.adt(data(self).def).is_enum) {
      if (!isSilent(self))
        error(DiagnosticKind::E0423, "the `Self` constructor must be used with unit or tuple structs", span);
      return silentPath(false);
    }
    result.kind = ResolvedPath::Kind::Def;
    result.def = data(self).def;
    result.args = data(self).args;
    return result;
  }
  case ResKind::Def:
    break;
  }
  const Def &def = program_.def(res.def);
  const std::size_t last = path.segments.size() - 1;
  const ast::PathSegment *segment = &path.segments[last];
  result.kind = ResolvedPath::Kind::Def;
  result.def = res.def;
  switch (def.kind) {
  case DefKind::Variant: {
    const bool on_enum = areArgsOnEnum(path, res.def);
    if (last > 0)
      rejectArgs(path, on_enum ? last - 1 : last, "module", last);
    const ast::PathSegment *holder = on_enum ? &path.segments[last - 1] : segment;
    setArgs(result, lowerPathArgs(def.parent, holder, {}, holder->ident.span), holder->args != nullptr);
    return result;
  }
  case DefKind::AssocFn:
  case DefKind::AssocConst:
    if (last > 0 && program_.def(def.parent).kind == DefKind::Trait)
      return resolveTraitItem(path, def.parent, span);
    rejectArgs(path, last, "module");
    setArgs(result, lowerPathArgs(res.def, segment, {}, segment->ident.span), segment->args != nullptr);
    return result;
  case DefKind::Fn:
  case DefKind::Struct:
  case DefKind::Const:
  case DefKind::Static:
    rejectArgs(path, last, "module");
    setArgs(result, lowerPathArgs(res.def, segment, {}, segment->ident.span), segment->args != nullptr);
    return result;
  case DefKind::ConstParam:
    rejectArgs(path, path.segments.size(), "const parameter");
    return result;
  case DefKind::Poisoned:
    return silentPath(true);
  case DefKind::Mod:
  case DefKind::Block:
  case DefKind::Enum:
  case DefKind::Field:
  case DefKind::Trait:
  case DefKind::Impl:
  case DefKind::TypeAlias:
  case DefKind::AssocType:
  case DefKind::TypeParam:
  case DefKind::LifetimeParam:
  case DefKind::AnonConst:
  case DefKind::Closure:
  case DefKind::OpaqueType:
    error(DiagnosticKind::E0423, ("expected value, found " + resolver_.describe(res.def) + " `" + text(def.name) + "`").str(), span, "not a value");
    return silentPath(false);
  }
  return silentPath(false);
}

BodyChecker::ResolvedPath BodyChecker::silentPath(bool unknown) {
  ResolvedPath result;
  result.kind = unknown ? ResolvedPath::Kind::Unknown : ResolvedPath::Kind::Error;
  return result;
}

void BodyChecker::setArgs(ResolvedPath &path, Args written, bool has_written) {
  path.args = eraseRegions(types_, written);
  if (has_written) {
    path.user_args = written;
    path.has_user_args = true;
  }
}

// `<T as Trait>::item`, `<T>::item`.
BodyChecker::ResolvedPath BodyChecker::resolveQualifiedPath(const ast::Path &path, Span span) {
  const std::uint32_t trait_segments = path.qself->trait_segments;
  if (trait_segments == 0) {
    Ty self = typeOfPrefix(path, {}, path.segments.size() - 1);
    return resolveAssocPath(path, self, span);
  }
  if (trait_segments + 1 != path.segments.size()) {
    Ty self = typeOfPrefix(path, {}, path.segments.size() - 1);
    return resolveAssocPath(path, self, span);
  }
  Ty self = lowerWritten(*path.qself->type);
  ast::Path trait_path = prefixOf(path, trait_segments);
  trait_path.qself = nullptr;
  llvm::SmallVector<Predicate, 2> projections;
  auto trait = lowerTraitRef(program_, trait_path, self, projections, *lowering_);
  if (!trait)
    return silentPath(false);
  return finishTraitItem(path, trait->trait, trait->args, true, span);
}

// `Trait::item`: Self is inferred.
BodyChecker::ResolvedPath BodyChecker::resolveTraitItem(const ast::Path &path, DefId trait, Span span) {
  const std::size_t at = path.segments.size() - 2;
  Ty self = newVar(span);
  Args args = lowerPathArgs(trait, &path.segments[at], types_.args({GenericArg(self)}), path.segments[at].ident.span);
  return finishTraitItem(path, trait, args, path.segments[at].args != nullptr, span);
}

BodyChecker::ResolvedPath BodyChecker::finishTraitItem(const ast::Path &path, DefId trait, Args trait_args, bool has_written, Span span) {
  const ast::PathSegment &segment = path.segments.back();
  for (const AssocItem &item : program_.trait(trait).items) {
    if (item.name != segment.ident.name || item.kind == DefKind::AssocType)
      continue;
    ResolvedPath result;
    result.kind = ResolvedPath::Kind::Def;
    result.def = item.def;
    setArgs(result, lowerPathArgs(item.def, &segment, trait_args, segment.ident.span), has_written || segment.args != nullptr);
    return result;
  }
  if (!program_.trait(trait).complete || !program_.isComplete(trait)) {
    sink_.declineLibrary(segment.ident.span, ("`" + resolver_.pathOf(trait) + "::" + text(segment.ident.name) + "`").str());
    return silentPath(true);
  }
  error(DiagnosticKind::E0576,
        ("cannot find method or associated constant `" + text(segment.ident.name) + "` in trait `" + resolver_.pathOf(trait) + "`").str(), segment.ident.span,
        ("not found in `" + resolver_.pathOf(trait) + "`"));
  (void)span;
  return silentPath(false);
}

// `Type::item`: variants first, then inherent items, then traits in scope. Reference, "Associated items".
BodyChecker::ResolvedPath BodyChecker::resolveAssocPath(const ast::Path &path, Ty written_self, Span span) {
  const ast::PathSegment &segment = path.segments.back();
  Ty self = normalize(erased(written_self), span);
  self = resolved(self);
  if (isSilent(self))
    return silentPath(is(self, TyKind::Unknown));
  ResolvedPath result;
  result.kind = ResolvedPath::Kind::Def;
  if (is(self, TyKind::Adt) && program_.adt(data(self).def).is_enum) {
    for (const VariantInfo &variant : program_.adt(data(self).def).variants) {
      if (variant.name != segment.ident.name)
        continue;
      result.def = variant.def;
      result.args = data(self).args;
      rejectArgs(path, path.segments.size() - 1, "variant");
      return result;
    }
  }
  auto found = infer_.lookupAssoc(self, segment.ident.name, Namespace::Value, scopes_.module(), segment.ident.span);
  if (!found.pick) {
    reportAssocError(found, self, segment, span);
    return silentPath(found.error == InferContext::MethodError::Unknown);
  }
  result.def = found.pick->item;
  setArgs(result, lowerPathArgs(result.def, &segment, found.pick->parent_args, segment.ident.span), segment.args != nullptr);
  // `Type::<…>::item`: what the user wrote on the type reaches the item through the impl's arguments; the self type itself is kept for the region check.
  result.self_user_type = written_self;
  return result;
}

/// Rule: an enum's arguments stand on the variant or on the enum, not on both; any on the enum are the ones that count. Source: rustc,
/// `probe_generic_path_segments`.
bool BodyChecker::areArgsOnEnum(const ast::Path &path, DefId variant) {
  const std::size_t last = path.segments.size() - 1;
  if (last == 0 || path.segments[last - 1].args == nullptr)
    return false;
  if (const ast::GenericArgs *args = path.segments[last].args; args != nullptr && !args->args.empty())
    rejectArgsOf(path.segments[last], resolver_.describe(variant));
  return true;
}

/// Rule: of the path of a struct expression or pattern, rustc completes the last segment with the lifetimes that were left out: the variant has arguments where
/// the enum has lifetimes. With arguments on the enum, too, those are wrong, and on the enum no lifetime may be left out.
void BodyChecker::rejectLifetimesOfVariant(const ast::Path &path, DefId variant) {
  const DefId owner = program_.def(variant).parent;
  const std::size_t lifetimes =
      llvm::count_if(program_.generics(owner).params, [](const GenericParamDef &param) { return param.kind == GenericArg::Kind::Region; });
  if (lifetimes == 0)
    return;
  const ast::PathSegment &last = path.segments.back();
  const ast::PathSegment &holder = path.segments[path.segments.size() - 2];
  const std::string name = text(last.ident.name).str();
  if (last.args == nullptr || last.args->args.empty())
    error(DiagnosticKind::E0109, "lifetime arguments are not allowed on variant `" + name + "`", last.ident.span, "lifetime argument not allowed");
  if (holder.args->args.empty() || llvm::any_of(holder.args->args, [](const ast::GenericArg &arg) { return arg.kind == ast::GenericArg::Kind::Lifetime; }))
    return;
  const std::string expected = std::to_string(lifetimes) + (lifetimes == 1 ? " lifetime argument" : " lifetime arguments");
  error(DiagnosticKind::E0107, "enum takes " + expected + " but 0 lifetime arguments were supplied", holder.ident.span, "expected " + expected);
}

/// E0109: the arguments of a segment that takes none.
void BodyChecker::rejectArgsOf(const ast::PathSegment &segment, llvm::StringRef what) {
  const ast::GenericArg &first = segment.args->args.front();
  llvm::StringRef kind = "type";
  if (first.kind == ast::GenericArg::Kind::Lifetime)
    kind = "lifetime";
  else if (first.kind == ast::GenericArg::Kind::Const)
    kind = "const";
  error(DiagnosticKind::E0109, (kind + " arguments are not allowed on " + what + " `" + text(segment.ident.name) + "`").str(), first.span,
        (kind + " argument not allowed").str());
}

bool BodyChecker::rejectArgs(const ast::Path &path, std::size_t except, llvm::StringRef what, std::size_t count) {
  bool clean = true;
  for (std::size_t i = 0; i < std::min(count, path.segments.size()); ++i) {
    const ast::GenericArgs *args = path.segments[i].args;
    if (args == nullptr || i == except || args->args.empty())
      continue;
    rejectArgsOf(path.segments[i], what);
    clean = false;
  }
  return clean;
}

// --------------------------------------------------------------------------------------------------------------- values

ExprId BodyChecker::checkPath(const ast::Path &path, Span span, PathUse use) {
  ResolvedPath resolved_path = resolveValuePath(path, span, use);
  return pathValue(resolved_path, span);
}

ExprId BodyChecker::pathValue(const ResolvedPath &path, Span span) {
  switch (path.kind) {
  case ResolvedPath::Kind::Error:
    return makeError(span);
  case ResolvedPath::Kind::Unknown: {
    ExprId expr = makeError(span);
    node(expr).ty = types_.unknown;
    return expr;
  }
  case ResolvedPath::Kind::Local:
    return makeLocal(path.local, span);
  case ResolvedPath::Kind::Def:
    break;
  }
  const Def &def = program_.def(path.def);
  ExprId expr;
  switch (def.kind) {
  case DefKind::Fn:
  case DefKind::AssocFn:
    if (program_.fn(path.def).poisoned) {
      // Its declaration mentions something that was declined there.
      if (def.crate == CrateKind::User || !sink_.hasDeclines())
        sink_.declineFeature(span, ("a use of `" + text(def.name) + "`, whose declaration is not judged").str());
    }
    if (program_.isLang(path.def, LangItem::DropMethod))
      reportExplicitDrop(span);
    expr = makeFnItem(path.def, path.args, span);
    infer_.requirePredicates(path.def, path.args, span, ObligationCause::WhereClause);
    break;
  case DefKind::Struct:
  case DefKind::Variant: {
    DefId adt = def.kind == DefKind::Struct ? path.def : def.parent;
    const VariantInfo &variant = program_.adt(adt).variants[def.kind == DefKind::Struct ? 0 : def.index];
    if (variant.shape == ast::VariantShape::Named) {
      reportStructAsValue(path.def, span);
      return makeError(span);
    }
    if (variant.shape == ast::VariantShape::Tuple) {
      expr = makeFnItem(path.def, path.args, span);
    } else {
      expr = make(ExprKind::Adt, types_.adt(adt, path.args), span);
      node(expr).def = adt;
      node(expr).index = def.kind == DefKind::Struct ? 0 : def.index;
      node(expr).args = path.args;
    }
    infer_.requirePredicates(adt, path.args, span, ObligationCause::WhereClause);
    break;
  }
  case DefKind::Const:
  case DefKind::AssocConst:
    expr = make(ExprKind::Constant, normalize(erased(substitute(types_, program_.typeOf(path.def), path.args)), span), span);
    node(expr).def = path.def;
    node(expr).args = path.args;
    if (def.kind == DefKind::AssocConst)
      infer_.requirePredicates(path.def, path.args, span, ObligationCause::WhereClause);
    break;
  case DefKind::Static:
    expr = make(ExprKind::Static, erased(program_.typeOf(path.def)), span);
    node(expr).def = path.def;
    if (def.item != nullptr && def.as<ast::StaticItem>()->mutability == Mutability::Mut)
      sink_.declineFeature(span, "use of a mutable static");
    break;
  case DefKind::ConstParam:
    expr = make(ExprKind::Constant, erased(program_.typeOf(path.def)), span);
    node(expr).def = path.def;
    break;
  default: // `resolveValuePath` lets no other kind through
    return makeError(span);
  }
  if (path.has_user_args) {
    Ty written = types_.fnDef(path.def, path.user_args);
    UserTypeId user_type = makeUserType(written, span);
    node(expr).user_type = user_type;
  } else if (mentionsWrittenRegion(path.self_user_type)) {
    UserTypeId user_type = makeUserType(path.self_user_type, span);
    node(expr).user_type = user_type;
  }
  return expr;
}

bool BodyChecker::mentionsWrittenRegion(Ty ty) const { return types_.has(ty, TypeFlags::HasFreeRegion); }

// ------------------------------------------------------------------------------------------- struct literals and patterns

BodyChecker::VariantPath BodyChecker::resolveStructPath(const ast::Path &path) {
  VariantPath result;
  PathRes resolution;
  if (path.qself == nullptr) {
    resolution = scopes_.resolve(path, PathUse::Struct, sink_);
    if (resolution.res.kind == ResKind::Error || resolution.res.kind == ResKind::Unknown) {
      result.ty = resolution.res.kind == ResKind::Unknown ? types_.unknown : types_.error;
      return result;
    }
  }
  const std::size_t last = path.segments.size() - 1;
  Ty written;
  if (path.qself == nullptr && resolution.resolved == path.segments.size() && resolution.res.kind == ResKind::Def &&
      program_.def(resolution.res.def).kind == DefKind::Variant) {
    const Def &variant = program_.def(resolution.res.def);
    const bool on_enum = areArgsOnEnum(path, resolution.res.def);
    if (on_enum)
      rejectLifetimesOfVariant(path, resolution.res.def);
    const ast::PathSegment *holder = on_enum ? &path.segments[last - 1] : &path.segments[last];
    written = types_.adt(variant.parent, lowerPathArgs(variant.parent, holder, {}, holder->ident.span));
    result.variant = variant.index;
    result.adt = variant.parent;
  } else if (path.qself == nullptr && resolution.resolved == path.segments.size()) {
    written = typeOfPrefix(path, resolution, path.segments.size());
  } else {
    // `Self::Variant`, `Alias::Variant`, or an associated type.
    Ty self = normalize(erased(typeOfPrefix(path, resolution, last)), path.span);
    self = resolved(self);
    if (isSilent(self)) {
      result.ty = self;
      return result;
    }
    if (is(self, TyKind::Adt) && program_.adt(data(self).def).is_enum) {
      for (std::uint32_t i = 0; i < program_.adt(data(self).def).variants.size(); ++i) {
        if (program_.adt(data(self).def).variants[i].name != path.segments[last].ident.name)
          continue;
        result.ty = self;
        result.adt = data(self).def;
        result.variant = i;
        return result;
      }
      reportNoVariant(self, path.segments[last].ident);
      result.ty = types_.error;
      return result;
    }
    written = typeOfPrefix(path, resolution, path.segments.size());
  }
  result.ty = resolved(normalize(erased(written), path.span));
  if (isSilent(result.ty)) {
    result.adt = DefId();
    return result;
  }
  if (!is(result.ty, TyKind::Adt) || (!result.adt.isValid() && program_.adt(data(result.ty).def).is_enum)) {
    DefId named = resolution.res.def;
    if (named.isValid() && resolution.res.kind == ResKind::Def && program_.def(named).kind != DefKind::TypeAlias)
      error(DiagnosticKind::E0574, ("expected struct, variant or union type, found " + resolver_.describe(named) + " `" + resolver_.pathOf(named) + "`").str(),
            path.span, "not a struct, variant or union type");
    else
      error(DiagnosticKind::E0071, "expected struct, variant or union type, found " + sortOf(result.ty), path.span, "not a struct");
    result.ty = types_.error;
    result.adt = DefId();
    return result;
  }
  result.adt = data(result.ty).def;
  if (types_.has(written, TypeFlags::HasFreeRegion) || path.segments[last].args != nullptr || (last > 0 && path.segments[last - 1].args != nullptr))
    result.user_type = makeUserType(written, path.span);
  infer_.requirePredicates(result.adt, data(result.ty).args, path.span, ObligationCause::WhereClause);
  return result;
}

} // namespace lien::typeck

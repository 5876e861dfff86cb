// Resolution of a path: scopes for its first name, modules for the rest. Reference: "Paths", "Names: scopes", "Names: name resolution".
#include "frontend/names/crate_resolver.hpp"
#include "frontend/names/import_check.hpp"

namespace lien {

namespace {

bool isFreeItem(DefKind kind) {
  switch (kind) {
  case DefKind::Fn:
  case DefKind::Struct:
  case DefKind::Enum:
  case DefKind::Trait:
  case DefKind::Impl:
  case DefKind::Const:
  case DefKind::Static:
  case DefKind::TypeAlias:
    return true;
  case DefKind::Mod:
  case DefKind::Block:
  case DefKind::AssocFn:
  case DefKind::Variant:
  case DefKind::Field:
  case DefKind::AssocConst:
  case DefKind::AssocType:
  case DefKind::TypeParam:
  case DefKind::ConstParam:
  case DefKind::LifetimeParam:
  case DefKind::AnonConst:
  case DefKind::Closure:
  case DefKind::OpaqueType:
  case DefKind::Poisoned:
    return false;
  }
  return false;
}

/// A definition that a path may continue from by its type: `T::new`.
bool isTypeLike(DefKind kind) {
  return kind == DefKind::Struct || kind == DefKind::Enum || kind == DefKind::TypeAlias || kind == DefKind::AssocType || kind == DefKind::TypeParam ||
         kind == DefKind::Trait;
}

} // namespace

Res PathResolution::toRes(DefId def) const { return {ResKind::Def, def, 0, {}}; }

bool PathResolution::isPrimitive(Symbol name, Namespace ns) const {
  return ns == Namespace::Type && tables_.known.primitive(name, resolver_.types_).has_value();
}

/// Generic parameters and `Self` of one enclosing item.
bool PathResolution::ownScope(DefId scope, Symbol name, Namespace ns, First &first) {
  const Def &def = tables_.defs[scope];
  const bool has_self = def.kind == DefKind::Impl || def.kind == DefKind::Trait || def.kind == DefKind::Struct || def.kind == DefKind::Enum;
  if (has_self && name == sym::kw_Self) {
    if (ns == Namespace::Value && def.kind != DefKind::Impl)
      return false;
    first.res = {ns == Namespace::Value ? ResKind::SelfCtor : ResKind::SelfType, scope, 0, {}};
    return first.found = true;
  }
  // `#[each(Int = …)]` of the library: in this copy of the impl the name stands for one primitive type.
  if (def.kind == DefKind::Impl && ns == Namespace::Type && !def.each_name.empty() && def.each_name == name) {
    first.res = {ResKind::Primitive, {}, 0, def.each_type};
    return first.found = true;
  }
  const DefKind wanted = ns == Namespace::Type ? DefKind::TypeParam : DefKind::ConstParam;
  for (const DefId param : tables_.defs.params(scope)) {
    const Def &data = tables_.defs[param];
    if (!(data.name == name) || data.kind != wanted || name == sym::kw_Self)
      continue;
    first.res = toRes(param);
    return first.found = true;
  }
  return false;
}

/// Whether a variable of an outer function, declared inside of where the name was found, hides it from an inner item.
bool PathResolution::capturedBefore(DefId found_in, Symbol name) const {
  if (tables_.outer_locals.empty())
    return false;
  const OuterLocal *local = nullptr;
  for (DefId scope = item_; scope.isValid() && tables_.defs[scope].kind != DefKind::Mod; scope = tables_.defs[scope].parent) {
    const auto seen = tables_.outer_locals.find(scope.value);
    if (seen == tables_.outer_locals.end())
      continue;
    local = seen->second;
    break;
  }
  for (; local != nullptr; local = local->outer) {
    if (local->block.isValid() && local->block == found_in)
      return false;
    if (!local->block.isValid() && local->name == name)
      return true;
  }
  return false;
}

PathResolution::First PathResolution::first(Symbol name, Namespace ns) {
  First first;
  NameLookup &lookup = resolver_.lookup_;
  // The innermost scope is the block in force, or the item whose signature this is; both lead outwards over lexical parents.
  DefId scope = tables_.defs[module_].kind == DefKind::Block && tables_.encloses(item_, module_) ? module_ : item_;
  DefId crossed;
  DefId partial;
  bool missing_by_mistake = false;
  for (;; scope = tables_.defs[scope].parent) {
    const Def &def = tables_.defs[scope];
    if (def.kind == DefKind::Block || def.kind == DefKind::Mod) {
      const Found found = lookup.inModule(scope, name, ns);
      if (found.binding != nullptr) {
        first.found = true;
        first.binding = found.binding;
        if (found.binding->def.isValid())
          first.res = toRes(found.binding->def);
        const DefKind kind = found.binding->def.isValid() ? tables_.defs[found.binding->def].kind : DefKind::Mod;
        first.captured = ns == Namespace::Value && (kind == DefKind::Fn || kind == DefKind::Poisoned) && capturedBefore(scope, name);
        return first;
      }
      const bool is_crate = ns == Namespace::Type && lookup.externCrate(name) != nullptr;
      if (found.open && !found.silent && !is_crate && !isPrimitive(name, ns)) {
        first.missing = found;
        return first;
      }
      missing_by_mistake |= found.silent;
      if (found.partial.isValid())
        partial = found.partial;
      if (def.kind == DefKind::Mod)
        break;
      continue;
    }
    if (ownScope(scope, name, ns, first)) {
      first.outer_generic = crossed.isValid();
      first.crossed = crossed;
      return first;
    }
    if (isFreeItem(def.kind))
      crossed = scope;
  }
  first.captured = ns == Namespace::Value && capturedBefore({}, name);
  if (ns == Namespace::Type)
    first.binding = lookup.externCrate(name);
  if (first.binding == nullptr && tables_.prelude.isValid()) {
    const Found found = lookup.inModule(tables_.prelude, name, ns);
    first.binding = found.binding;
    if (found.partial.isValid())
      partial = found.partial;
  }
  if (first.binding != nullptr) {
    first.found = true;
    first.res = toRes(first.binding->def);
    return first;
  }
  if (ns == Namespace::Type) {
    if (const std::optional<Ty> primitive = tables_.known.primitive(name, resolver_.types_)) {
      first.res = {ResKind::Primitive, {}, 0, *primitive};
      first.found = true;
      return first;
    }
  }
  first.missing.partial = partial;
  first.missing.open = first.missing.silent = missing_by_mistake;
  return first;
}

/// What the sources of the grammar accept: "expected type, found …" otherwise.
bool PathResolution::expected(const Res &res) const {
  const DefKind kind = res.kind == ResKind::Def ? tables_.defs[res.def].kind : DefKind::Mod;
  const auto constructor = [&](ast::VariantShape shape) {
    if (kind == DefKind::Variant)
      return tables_.defs[res.def].variant->shape == shape;
    return kind == DefKind::Struct && tables_.defs[res.def].as<ast::StructItem>()->shape == shape;
  };
  switch (use_) {
  case PathUse::Type:
    return res.kind == ResKind::Primitive || res.kind == ResKind::SelfType || isTypeLike(kind);
  case PathUse::Trait:
    return kind == DefKind::Trait;
  case PathUse::Value:
  case PathUse::Callee:
    return res.kind == ResKind::Local || res.kind == ResKind::SelfCtor || isFunction(kind) || kind == DefKind::Const || kind == DefKind::AssocConst ||
           kind == DefKind::Static || kind == DefKind::ConstParam || constructor(ast::VariantShape::Tuple) || constructor(ast::VariantShape::Unit);
  case PathUse::Struct:
    return res.kind == ResKind::SelfType || kind == DefKind::Struct || kind == DefKind::Variant || kind == DefKind::TypeAlias || kind == DefKind::AssocType;
  case PathUse::TupleStruct:
    return res.kind == ResKind::SelfCtor || constructor(ast::VariantShape::Tuple);
  case PathUse::UnitPattern:
    return res.kind == ResKind::SelfCtor || kind == DefKind::Const || kind == DefKind::AssocConst || constructor(ast::VariantShape::Unit);
  }
  return false;
}

PathRes PathResolution::run() {
  if (path_.segments.empty())
    return error();
  if (path_.qself != nullptr)
    return qualified();
  return path_.segments.size() == 1 && !path_.global ? single() : multi();
}

/// A name was found: checks that it may be used here, and means something that is known.
PathRes PathResolution::accept(const Binding &binding, Namespace ns, const ast::Ident &name, std::uint32_t resolved, bool last) {
  if (binding.ambiguous) {
    reportAmbiguous(tables_, binding, name, sink_);
    return error();
  }
  if (!binding.def.isValid())
    return last ? notFound() : error();
  const Def &def = tables_.defs[binding.def];
  if (def.kind == DefKind::Poisoned)
    return def.poison == nullptr ? error() : declineMention(def, name.span);
  if ((def.unstable && tables_.owns(item_)) || (def.poison != nullptr && def.kind != DefKind::Impl && def.kind != DefKind::Trait))
    return declineMention(def, name.span);
  if (!privacy_reported_ && !tables_.isVisible(binding.visibility, module_)) {
    reportPrivate(tables_, binding, ns, name, sink_);
    privacy_reported_ = true;
  }
  return {toRes(binding.def), resolved};
}

/// What `crate` means where the path stands: signatures of the library are resolved on demand, from inside a user's crate.
DefId PathResolution::crateRoot() const { return tables_.defs[module_].crate == CrateKind::Library ? tables_.library_root : tables_.root; }

PathRes PathResolution::keyword(const ast::Ident &name) {
  if (name.name == sym::kw_self) {
    if (namespaceOf(use_) == Namespace::Type)
      return unexpected(toRes(tables_.nearestMod(module_)));
    return capturedBefore({}, name.name) ? capture(name) : noSelfValue(name);
  }
  if (name.name == sym::kw_crate)
    return unexpected(toRes(crateRoot()));
  const DefId here = tables_.nearestMod(module_);
  if (tables_.defs[here].parent.isValid())
    return unexpected(toRes(tables_.nearestMod(tables_.defs[here].parent)));
  sink_.report(Diagnostic(DiagnosticKind::E0433, "too many leading `super` keywords", name.span, "there are too many leading `super` keywords"));
  return error();
}

PathRes PathResolution::single() {
  const ast::Ident &name = path_.segments[0].ident;
  const Namespace ns = namespaceOf(use_);
  if (name.name == sym::kw_self || name.name == sym::kw_super || name.name == sym::kw_crate)
    return keyword(name);
  First found = first(name.name, ns);
  if (found.captured)
    return capture(name);
  if (!found.found && found.missing.open)
    return declineMissing(found.missing, {}, name);
  if (found.found && found.outer_generic)
    return outerGeneric(found, name);
  if (found.found) {
    PathRes result{found.res, 1};
    const bool is_module = found.res.kind == ResKind::Def && tables_.defs[found.res.def].kind == DefKind::Mod;
    if (const std::optional<Ty> primitive = is_module && ns == Namespace::Type ? tables_.known.primitive(name.name, resolver_.types_) : std::nullopt)
      return {{ResKind::Primitive, {}, 0, *primitive}, 1}; // `use std::u8;` hides no type
    if (found.binding != nullptr)
      result = accept(*found.binding, ns, name, 1, true);
    if (result.res.kind == ResKind::Error || result.res.kind == ResKind::Unknown || expected(result.res))
      return result;
    return unexpected(result.res);
  }
  if (name.name == sym::kw_Self && ns == Namespace::Type)
    return noSelfType(name);
  // A name of the other namespace explains the mistake better than "not found".
  const First other = first(name.name, ns == Namespace::Type ? Namespace::Value : Namespace::Type);
  if (other.found && !other.outer_generic && other.res.kind != ResKind::Error) {
    if (other.res.kind == ResKind::Def && tables_.defs[other.res.def].kind == DefKind::Poisoned)
      return accept(*other.binding, ns, name, 1, true);
    if (expected(other.res) || other.res.kind != ResKind::Def || !(other.res.def == tables_.library_root))
      return unexpected(other.res);
  }
  if (found.missing.partial.isValid())
    return declineMissing(found.missing, {}, name);
  if (tables_.known.isDerivable(name.name))
    return unexpectedMacro("derive macro");
  return tables_.known.isBuiltinMacro(name.name) ? unexpectedMacro("macro") : notFound();
}

PathRes PathResolution::multi() {
  const auto &segments = path_.segments;
  const ast::Ident &name = segments[0].ident;
  NameLookup &lookup = resolver_.lookup_;
  if (path_.global) {
    const Binding *crate = lookup.externCrate(name.name);
    if (crate == nullptr)
      return segments.size() == 1 ? notFound() : notFoundPrefix(0, {}, {});
    if (segments.size() == 1)
      return unexpected(toRes(crate->def));
    return walk(crate->def, 1, name.name == sym::core_crate);
  }
  if (name.name == sym::kw_crate)
    return walk(crateRoot(), 1, false);
  if (name.name == sym::kw_self || name.name == sym::kw_super) {
    DefId current = tables_.nearestMod(module_);
    std::uint32_t next = name.name == sym::kw_self ? 1 : 0;
    for (; next < segments.size() && segments[next].ident.name == sym::kw_super; ++next) {
      const DefId parent = tables_.defs[current].parent;
      if (!parent.isValid()) {
        sink_.report(
            Diagnostic(DiagnosticKind::E0433, "too many leading `super` keywords", segments[next].ident.span, "there are too many leading `super` keywords"));
        return error();
      }
      current = tables_.nearestMod(parent);
    }
    return next == segments.size() ? unexpected(toRes(current)) : walk(current, next, false);
  }
  const First found = first(name.name, Namespace::Type);
  if (!found.found) {
    if (found.missing.open || found.missing.partial.isValid())
      return declineMissing(found.missing, {}, name);
    return notFoundPrefix(0, {}, {});
  }
  if (found.outer_generic)
    return outerGeneric(found, name);
  if (found.res.kind == ResKind::Primitive || found.res.kind == ResKind::SelfType)
    return {found.res, 1};
  PathRes result{found.res, 1};
  if (found.binding != nullptr) {
    result = accept(*found.binding, Namespace::Type, name, 1, false);
    if (result.res.kind != ResKind::Def)
      return result;
  }
  const DefId def = result.res.def;
  if (!lookup.holdsNames(def)) {
    if (isTypeLike(tables_.defs[def].kind))
      return result;
    return notFoundPrefix(0, {}, def);
  }
  const bool through_core = found.binding == lookup.externCrate(symbolOf(sym::core_crate));
  // A module may share its name with a primitive type (`use std::u8; u8::MAX`): what the module lacks is the type's.
  if (const std::optional<Ty> primitive = tables_.known.primitive(name.name, resolver_.types_); primitive && tables_.defs[def].kind == DefKind::Mod) {
    const Found inner = lookup.inModule(def, segments[1].ident.name, segments.size() == 2 ? namespaceOf(use_) : Namespace::Type);
    if (inner.binding == nullptr)
      return {{ResKind::Primitive, {}, 0, *primitive}, 1};
  }
  return walk(def, 1, through_core);
}

/// Resolves the segments from `next` on inside `current`, a module, enum or trait.
PathRes PathResolution::walk(DefId current, std::uint32_t next, bool through_core) {
  const auto &segments = path_.segments;
  NameLookup &lookup = resolver_.lookup_;
  for (;; ++next) {
    const ast::Ident &name = segments[next].ident;
    const bool last = next + 1 == segments.size();
    const Namespace ns = last ? namespaceOf(use_) : Namespace::Type;
    const DefKind kind = tables_.defs[current].kind;
    Found found = lookup.inModule(current, name.name, ns);
    if (found.binding == nullptr && last && kind != DefKind::Enum && kind != DefKind::Trait) {
      // A name of the other namespace explains the mistake better.
      const Namespace other_ns = ns == Namespace::Type ? Namespace::Value : Namespace::Type;
      const Found other = lookup.inModule(current, name.name, other_ns);
      if (other.binding != nullptr && other.binding->def.isValid()) {
        const PathRes result = accept(*other.binding, other_ns, name, next + 1, true);
        return result.res.kind == ResKind::Def ? unexpected(result.res) : result;
      }
    }
    if (found.binding == nullptr) {
      if (kind == DefKind::Enum) // an associated item, or a mistake: the type's business
        return {toRes(current), next};
      if (found.open || found.partial.isValid())
        return declineMissing(found, current, name);
      if (kind == DefKind::Trait)
        return bareTrait(next);
      return last ? notFound(current) : notFoundPrefix(next, current, {});
    }
    const PathRes result = accept(*found.binding, ns, name, next + 1, last);
    if (result.res.kind != ResKind::Def)
      return result;
    const DefId def = result.res.def;
    if (through_core && tables_.defs[def].not_core) {
      sink_.declineLibrary(name.span, "`" + fullPath(tables_, def) + "`");
      return unknown();
    }
    if (last)
      return expected(result.res) ? result : unexpected(result.res);
    if (!lookup.holdsNames(def)) {
      if (isTypeLike(tables_.defs[def].kind))
        return result;
      return notFoundPrefix(next, current, def);
    }
    current = def;
  }
}

/// `<T as Trait>::Item`: the path of the trait, then its item; what follows is relative to that type. `<T>::…` is the type's business altogether.
PathRes PathResolution::qualified() {
  const std::uint32_t trait_segments = path_.qself->trait_segments;
  if (trait_segments == 0)
    return {{ResKind::QSelf, {}, 0, {}}, 0};
  ast::Path trait_path = path_;
  trait_path.qself = nullptr;
  trait_path.segments = path_.segments.take_front(trait_segments);
  if (!trait_path.segments.empty())
    trait_path.span = path_.segments.front().ident.span.to(trait_path.segments.back().ident.span);
  const PathRes trait = PathResolution(resolver_, trait_path, PathUse::Trait, item_, module_, sink_).run();
  if (trait.res.kind != ResKind::Def || path_.segments.size() == trait_segments)
    return trait;
  const ast::Ident &name = path_.segments[trait_segments].ident;
  const bool last = trait_segments + 1 == path_.segments.size();
  const Namespace ns = last ? namespaceOf(use_) : Namespace::Type;
  const Found found = resolver_.lookup_.inModule(trait.res.def, name.name, ns);
  if (found.binding != nullptr)
    return accept(*found.binding, ns, name, trait_segments + 1, last);
  if (found.open || found.partial.isValid())
    return declineMissing(found, trait.res.def, name);
  const char *what = ns == Namespace::Type ? "associated type" : "method or associated constant";
  const std::string place = "trait `" + written(trait_segments) + "`";
  const Found beside = resolver_.lookup_.inModule(trait.res.def, name.name, ns == Namespace::Type ? Namespace::Value : Namespace::Type);
  if (beside.binding != nullptr) {
    const Res other = toRes(beside.binding->def);
    sink_.report(Diagnostic(DiagnosticKind::E0575, std::string("expected ") + what + ", found " + describeRes(other) + " `" + written(trait_segments + 1) + "`",
                            path_.span));
    return error();
  }
  sink_.report(Diagnostic(DiagnosticKind::E0576, std::string("cannot find ") + what + " `" + text(name.name) + "` in " + place, name.span,
                          "not found in `" + written(trait_segments) + "`"));
  return error();
}

} // namespace lien

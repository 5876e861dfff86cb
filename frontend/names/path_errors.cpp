// Wording of what a path can get wrong, as rustc words it.
#include "frontend/names/crate_resolver.hpp"
#include "frontend/names/import_check.hpp"

namespace lien {

using llvm::cast;

/// The path as written, its first `count` segments, without generic arguments.
std::string PathResolution::written(std::size_t count) const {
  std::string result = path_.global ? "::" : "";
  for (std::size_t i = 0; i < count; ++i)
    result += (i == 0 ? "" : "::") + text(path_.segments[i].ident.name);
  return result;
}

std::string PathResolution::expectedName() const {
  switch (use_) {
  case PathUse::Type:
    return "type";
  case PathUse::Trait:
    return "trait";
  case PathUse::Value:
    return "value";
  case PathUse::Callee: {
    if (path_.global && path_.segments.size() == 1)
      return "external crate";
    const llvm::StringRef last = tables_.symbols.text(path_.segments.back().ident.name);
    return !last.empty() && last[0] >= 'A' && last[0] <= 'Z' ? "function, tuple struct or tuple variant" : "function";
  }
  case PathUse::Struct:
    return "struct, variant or union type";
  case PathUse::TupleStruct:
    return "tuple struct or tuple variant";
  case PathUse::UnitPattern:
    return "unit struct, unit variant or constant";
  }
  return "name";
}

DiagnosticKind PathResolution::errorKind(bool has_unexpected) const {
  switch (use_) {
  case PathUse::Type:
    return has_unexpected ? DiagnosticKind::E0573 : DiagnosticKind::E0425;
  case PathUse::Trait:
    return has_unexpected ? DiagnosticKind::E0404 : DiagnosticKind::E0405;
  case PathUse::Value:
  case PathUse::Callee:
    return has_unexpected ? DiagnosticKind::E0423 : DiagnosticKind::E0425;
  case PathUse::Struct:
    return has_unexpected ? DiagnosticKind::E0574 : DiagnosticKind::E0422;
  case PathUse::TupleStruct:
  case PathUse::UnitPattern:
    return has_unexpected ? DiagnosticKind::E0532 : DiagnosticKind::E0531;
  }
  return DiagnosticKind::E0425;
}

std::string PathResolution::describeRes(const Res &res) const {
  switch (res.kind) {
  case ResKind::Primitive:
    return "builtin type";
  case ResKind::SelfType:
    return "self type";
  case ResKind::SelfCtor:
    return "self constructor";
  case ResKind::Local:
    return "local variable";
  case ResKind::Def:
    return describeDef(tables_, res.def, namespaceOf(use_) == Namespace::Value);
  case ResKind::Error:
  case ResKind::Unknown:
  case ResKind::QSelf:
    return "item";
  }
  return "item";
}

PathRes PathResolution::declineMention(const Def &poisoned, Span span) {
  if (poisoned.poison == nullptr) // unstable
    sink_.declineLibrary(span, "`" + text(poisoned.name) + "` (unstable)");
  else if (poisoned.poison_is_library)
    sink_.declineLibrary(span, poisoned.poison);
  else
    sink_.declineFeature(span, poisoned.poison);
  return unknown();
}

/// The name may exist where not everything is known.
PathRes PathResolution::declineMissing(const Found &missing, DefId in, const ast::Ident &name) {
  if (missing.silent)
    return error();
  if (missing.partial.isValid()) {
    sink_.declineLibrary(name.span, "`" + fullPath(tables_, in.isValid() ? in : missing.partial) + "::" + text(name.name) + "`");
    return unknown();
  }
  sink_.declineFeature(name.span, "`" + text(name.name) + "`, which only an item that is not read can declare,");
  return unknown();
}

/// The last name is missing; `in` is the module it should be in, if the path names one.
PathRes PathResolution::notFound(DefId in) {
  const ast::Ident &name = path_.segments.back().ident;
  const std::size_t count = path_.segments.size();
  std::string what = expectedName();
  std::string place = "this scope";
  std::string label = "not found in this scope";
  if (count == 1 && path_.global) {
    what = "crate";
    place = "the list of imported crates";
    label = "not found in the list of imported crates";
  } else if (count == 2 && path_.segments[0].ident.name == sym::kw_crate) {
    place = "the crate root";
    label = "not found in the crate root";
  } else if (count > 1) {
    DiagnosticSink scratch;
    ast::Path prefix = path_;
    prefix.segments = path_.segments.drop_back();
    PathResolution walker(resolver_, prefix, PathUse::Type, item_, module_, scratch);
    std::string kind = "module";
    if (count == 2) {
      const First found = walker.first(prefix.segments[0].ident.name, Namespace::Type);
      if (found.res.kind == ResKind::Def)
        kind = describeDef(tables_, found.res.def, false);
      else if (path_.global)
        kind = "crate";
    }
    place = kind + " `" + written(count - 1) + "`";
    label = "not found in `" + written(count - 1) + "`";
  }
  Diagnostic diagnostic(errorKind(false), "cannot find " + what + " `" + text(name.name) + "` in " + place, name.span, label);
  suggestSimilar(diagnostic, name, in);
  if (count == 1 && !path_.global)
    suggestImport(diagnostic, use_, name);
  sink_.report(std::move(diagnostic));
  return error();
}

/// A name in the middle of a path is missing (`in`: the module it should be in), or means nothing that a path continues from (`not_module`).
PathRes PathResolution::notFoundPrefix(std::uint32_t segment, DefId in, DefId not_module) {
  const ast::Ident &name = path_.segments[segment].ident;
  const std::string quoted = "`" + text(name.name) + "`";
  const std::string kind = not_module.isValid() ? describeDef(tables_, not_module, false) : "";
  const auto report = [&](const std::string &message, const std::string &label) -> Diagnostic & {
    return sink_.report(Diagnostic(DiagnosticKind::E0433, message, name.span, label));
  };
  if (in.isValid()) {
    const std::string place = "`" + text(path_.segments[segment - 1].ident.name) + "`";
    if (kind == "variant")
      report("cannot find module " + quoted + " in " + place, quoted + " is a variant, not a module");
    else if (!kind.empty())
      report("cannot find " + quoted + " in " + place, "expected type, found " + kind + " " + quoted + " in " + place);
    else
      report("cannot find " + quoted + " in " + place, "could not find " + quoted + " in " + place);
    return error();
  }
  if (path_.global) {
    report("cannot find " + quoted + " in the crate root", "could not find " + quoted + " in the list of imported crates");
    return error();
  }
  if (name.name == sym::kw_Self) {
    report("cannot find `Self` in this scope", "`Self` is only available in impls, traits, and type definitions");
    return error();
  }
  const llvm::StringRef spelled = tables_.symbols.text(name.name);
  if (!spelled.empty() && spelled[0] >= 'A' && spelled[0] <= 'Z') {
    Diagnostic diagnostic(DiagnosticKind::E0433, "cannot find type " + quoted + " in this scope", name.span,
                          kind.empty() ? "use of undeclared type " + quoted : kind + " " + quoted + " is not a type");
    suggestImport(diagnostic, PathUse::Type, name);
    sink_.report(std::move(diagnostic));
    return error();
  }
  if (!kind.empty()) {
    report("cannot find module or crate " + quoted + " in this scope", kind + " " + quoted + " is not a crate or module");
    return error();
  }
  report("cannot find module or crate " + quoted + " in this scope", "use of unresolved module or unlinked crate " + quoted)
      .help("you might be missing a crate named " + quoted);
  return error();
}

/// `Trait::name` where the trait has no such item: the trait is meant as a type, which edition 2024 writes `dyn Trait`.
PathRes PathResolution::bareTrait(std::uint32_t segments) {
  Span span = path_.segments[0].ident.span.to(path_.segments[segments - 1].ident.span);
  if (path_.global)
    span = Span(path_.span.lo(), span.hi());
  if (const ast::GenericArgs *args = path_.segments[segments - 1].args)
    span = span.to(args->span);
  sink_.report(Diagnostic(DiagnosticKind::E0782, "expected a type, found a trait", span)).help("you can add the `dyn` keyword if you want a trait object");
  return error();
}

/// Reference, "Function items": an inner item does not see the variables around it; in a constant no variable can be used at all.
PathRes PathResolution::capture(const ast::Ident &name) {
  DefId scope = item_;
  while (true) {
    const DefKind kind = tables_.defs[scope].kind;
    if (isFunction(kind)) {
      sink_.report(Diagnostic(DiagnosticKind::E0434, "can't capture dynamic environment in a fn item", name.span))
          .help("use the `|| { ... }` closure form instead");
      return error();
    }
    if (kind != DefKind::Block && kind != DefKind::Closure)
      break;
    scope = tables_.defs[scope].parent;
  }
  sink_.report(Diagnostic(DiagnosticKind::E0435, "attempt to use a non-constant value in a constant", name.span, "non-constant value"));
  return error();
}

PathRes PathResolution::unexpected(const Res &res) {
  // The type is visible, its tuple constructor is not.
  const bool wants_constructor = use_ == PathUse::Value || use_ == PathUse::Callee || use_ == PathUse::TupleStruct;
  if (res.kind == ResKind::Def && wants_constructor && tables_.defs[res.def].kind == DefKind::Struct) {
    const Def &def = tables_.defs[res.def];
    if (def.as<ast::StructItem>()->shape == ast::VariantShape::Tuple && !tables_.isVisible(def.constructor, module_)) {
      const bool pattern = use_ == PathUse::TupleStruct;
      sink_
          .report(Diagnostic(pattern ? DiagnosticKind::E0532 : DiagnosticKind::E0423,
                             std::string("cannot ") + (pattern ? "match against" : "initialize") + " a tuple struct which contains private fields", path_.span))
          .note("constructor is not visible here due to private fields");
      return error();
    }
  }
  Diagnostic diagnostic(errorKind(true), "expected " + expectedName() + ", found " + describeRes(res) + " `" + written(path_.segments.size()) + "`", path_.span,
                        use_ == PathUse::Trait ? "not a trait" : "not a " + expectedName());
  if (res.kind == ResKind::Def) {
    const Def &def = tables_.defs[res.def];
    const bool adt = def.kind == DefKind::Struct || def.kind == DefKind::Variant;
    if (def.crate == CrateKind::User && adt)
      diagnostic.label(def.span, "`" + written(path_.segments.size()) + "` defined here");
  }
  sink_.report(std::move(diagnostic));
  return error();
}

/// The only thing of this name is a macro of the prelude (`vec` without `!`, a derivable trait that is not imported).
PathRes PathResolution::unexpectedMacro(const char *kind) {
  const ast::Ident &name = path_.segments[0].ident;
  Diagnostic diagnostic(errorKind(true), "expected " + expectedName() + ", found " + kind + " `" + text(name.name) + "`", path_.span,
                        use_ == PathUse::Trait ? "not a trait" : "not a " + expectedName());
  suggestImport(diagnostic, use_, name);
  sink_.report(std::move(diagnostic));
  return error();
}

PathRes PathResolution::outerGeneric(const First &first, const ast::Ident &name) {
  if (first.res.kind == ResKind::SelfType || first.res.kind == ResKind::SelfCtor) {
    Diagnostic diagnostic(DiagnosticKind::E0401, "can't use `Self` from outer item", name.span, "use of `Self` from outer item");
    sink_.report(std::move(diagnostic));
    return error();
  }
  const Def &param = tables_.defs[first.res.def];
  Diagnostic diagnostic(DiagnosticKind::E0401, "can't use generic parameters from outer item", name.span, "use of generic parameter from outer item");
  diagnostic.label(param.name_span, describeDef(tables_, first.res.def, false) + " from outer item");
  diagnostic.note("nested items are independent from their parent item for everything except for privacy and name resolution");
  sink_.report(std::move(diagnostic));
  return error();
}

PathRes PathResolution::noSelfType(const ast::Ident &name) {
  sink_.report(
      Diagnostic(DiagnosticKind::E0411, "cannot find type `Self` in this scope", name.span, "`Self` is only available in impls, traits, and type definitions"));
  return error();
}

PathRes PathResolution::noSelfValue(const ast::Ident &name) {
  sink_.report(Diagnostic(DiagnosticKind::E0424, "expected value, found module `self`", name.span,
                          "`self` value is a keyword only available in methods with a `self` parameter"));
  return error();
}

} // namespace lien

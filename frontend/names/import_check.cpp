// Names of imports are declared; failures are worded as rustc words them.
#include "frontend/names/import_check.hpp"

#include "frontend/names/known_names.hpp"

#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringSet.h"

namespace lien {

using llvm::cast;

namespace {

std::string quoted(const NameTables &tables, Symbol name) { return "`" + tables.symbols.text(name).str() + "`"; }

const char *namespaceName(Namespace ns) { return ns == Namespace::Type ? "type" : ns == Namespace::Value ? "value" : "macro"; }

/// The path of a use tree from the top of its item to segment `count` of `prefix`.
std::string pathText(const NameTables &tables, const ImportPrefix *prefix, std::size_t count) {
  std::string text;
  if (prefix->parent != UINT32_MAX) {
    const ImportPrefix &parent = tables.prefixes[prefix->parent];
    text = pathText(tables, &parent, parent.path_count);
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (!text.empty())
      text += "::";
    text += tables.symbols.text(prefix->tree->prefix.segments[i].ident.name);
  }
  return text;
}

/// A module as rustc names it in labels: its path without the crate.
std::string moduleText(const NameTables &tables, DefId module) {
  std::string path = fullPath(tables, module);
  const std::size_t crate_end = path.find("::");
  return crate_end == std::string::npos ? path : path.substr(crate_end + 2);
}

/// One unresolved name of a `use` item; all of an item make one finding.
struct Unresolved {
  std::string name;
  Span span;
  std::string label;
};

class ImportReport {
public:
  explicit ImportReport(NameTables &tables) : tables_(tables) {}

  void run() {
    std::size_t prefix = 0;
    std::size_t import = 0;
    for (std::uint32_t use = 0; use < tables_.uses.size(); ++use) {
      unresolved_.clear();
      declined_.clear();
      for (; prefix < tables_.prefixes.size() && tables_.prefixes[prefix].use == use; ++prefix)
        checkPrefix(tables_.prefixes[prefix]);
      for (; import < tables_.imports.size() && tables_.imports[import].use == use; ++import)
        checkImport(tables_.imports[import]);
      flush();
    }
  }

private:
  void flush() {
    if (unresolved_.empty())
      return;
    std::string message = unresolved_.size() == 1 ? "unresolved import " : "unresolved imports ";
    for (const Unresolved &each : unresolved_)
      message += (&each == unresolved_.data() ? "`" : ", `") + each.name + "`";
    Diagnostic diagnostic(DiagnosticKind::E0432, message, unresolved_.front().span, unresolved_.front().label);
    for (const Unresolved &each : llvm::drop_begin(unresolved_))
      diagnostic.primary.push_back({each.span, each.label});
    tables_.findings.report(std::move(diagnostic));
  }

  /// Whether a private name was reported in a prefix or a group around it: one is enough for a path.
  [[nodiscard]] bool hasPrivatePrefix(const ImportPrefix &prefix) const {
    for (const ImportPrefix *at = &prefix;; at = &tables_.prefixes[at->parent]) {
      if (private_prefixes_.contains(at))
        return true;
      if (at->parent == UINT32_MAX)
        return false;
    }
  }

  void decline(const char *what, bool is_library, Span span) {
    if (!declined_.insert(what).second)
      return;
    if (is_library)
      tables_.findings.declineLibrary(span, what);
    else
      tables_.findings.declineFeature(span, what);
  }

  void checkPrefix(const ImportPrefix &prefix) {
    const auto &segments = prefix.tree->prefix.segments;
    const DefId module = tables_.uses[prefix.use].module;
    for (const auto &[segment, binding] : prefix.named) {
      if (binding->ambiguous)
        reportAmbiguous(tables_, *binding, segments[segment].ident, tables_.findings);
      else if (!tables_.isVisible(binding->visibility, module) && !hasPrivatePrefix(prefix)) {
        reportPrivate(tables_, *binding, Namespace::Type, segments[segment].ident, tables_.findings);
        private_prefixes_.insert(&prefix);
      }
    }
    if (prefix.unknown) {
      decline(prefix.unknown_what, prefix.unknown_is_library, prefix.tree->span);
      return;
    }
    if (prefix.failure != PathFailure::TooManySupers)
      return;
    const ast::Ident &failed = segments[prefix.failed_segment].ident;
    tables_.findings.report(Diagnostic(DiagnosticKind::E0433, "too many leading `super` keywords", failed.span, "there are too many leading `super` keywords"));
  }

  /// The prefix of an import, or of a group around it, that fails by itself; null if none does.
  [[nodiscard]] const ImportPrefix *failedPrefix(const Import &import) const {
    const ImportPrefix *prefix = &tables_.prefixes[import.prefix];
    while (prefix->failure == PathFailure::Silent && prefix->parent != UINT32_MAX)
      prefix = &tables_.prefixes[prefix->parent];
    return prefix->failure == PathFailure::NotFound || prefix->failure == PathFailure::NotModule ? prefix : nullptr;
  }

  /// A module that does not resolve is an unresolved import (E0432) where it is the last before the imported name, and a failed path (E0433) before that.
  void checkFailedPrefix(const Import &import, const ImportPrefix &prefix) {
    const ast::Ident &failed = prefix.tree->prefix.segments[prefix.failed_segment].ident;
    const std::string quoted_name = quoted(tables_, failed.name);
    const std::string path = pathText(tables_, &prefix, prefix.failed_segment + 1);
    const std::string before = path.substr(0, path.size() - tables_.symbols.text(failed.name).size());
    const bool is_last = &prefix == &tables_.prefixes[import.prefix] && prefix.failed_segment + 1 == prefix.path_count;
    const bool not_module = prefix.failure == PathFailure::NotModule;
    std::string label;
    if (not_module) {
      const std::string kind = describeDef(tables_, prefix.failed_in, false);
      label = quoted_name + " is " + (llvm::StringRef("aeiou").contains(kind[0]) ? "an " : "a ") + kind + ", not a module";
    } else {
      label = "could not find " + quoted_name + " in " +
              (prefix.failed_in == tables_.root ? "the crate root" : quoted(tables_, tables_.defs[prefix.failed_in].name));
    }
    if (is_last && import.is_self) {
      if (!not_module)
        unresolved_.push_back({path, import.tree->span, "no " + quoted_name + " in `" + moduleText(tables_, prefix.failed_in) + "`"});
      return;
    }
    if (is_last) {
      if (llvm::none_of(unresolved_, [&](const Unresolved &other) { return other.span == failed.span; }))
        unresolved_.push_back({path, failed.span, label});
      return;
    }
    if (!failed_.insert(failed.span.lo()).second)
      return;
    llvm::StringRef place = llvm::StringRef(before).drop_back(before.empty() ? 0 : 2);
    place = place.substr(place.rfind(':') == llvm::StringRef::npos ? 0 : place.rfind(':') + 1);
    tables_.findings.report(Diagnostic(
        DiagnosticKind::E0433, std::string("cannot find ") + (not_module ? "module " : "") + quoted_name + " in `" + place.str() + "`", failed.span, label));
  }

  void checkImport(const Import &import) {
    const ImportPrefix &prefix = tables_.prefixes[import.prefix];
    if (const ImportPrefix *failed = failedPrefix(import)) {
      checkFailedPrefix(import, *failed);
      return;
    }
    if (import.is_glob) {
      if (prefix.empty)
        tables_.findings.declineFeature(import.tree->span, "glob import of all crates");
      if (prefix.target.isValid() && tables_.defs[prefix.target].kind == DefKind::Trait)
        tables_.findings.declineFeature(import.tree->span, "import of a trait's items");
      return;
    }
    if (import.unknown && !prefix.unknown) {
      const Def &poisoned = tables_.defs[import.results[0]->def];
      decline(poisoned.poison, poisoned.poison_is_library, import.tree->span);
      return;
    }
    if (prefix.unknown || (!prefix.target.isValid() && !prefix.empty) || import.is_self) {
      if (import.is_self)
        checkReexport(import);
      return;
    }
    const ast::Ident &last = import.tree->prefix.segments.back().ident;
    bool any = false;
    for (const Binding *result : import.results) {
      if (result == nullptr)
        continue;
      any = true;
      if (result->ambiguous) {
        reportAmbiguous(tables_, *result, last, tables_.findings);
        return;
      }
      if (!result->def.isValid())
        continue;
      const Def &def = tables_.defs[result->def];
      const bool has_macro = import.results[static_cast<std::size_t>(Namespace::Macro)] != nullptr;
      if (!has_macro && def.kind == DefKind::Poisoned && def.poison != nullptr)
        decline(def.poison, def.poison_is_library, import.tree->span);
    }
    if (any) {
      if (prefix.target.isValid() && tables_.defs[prefix.target].kind == DefKind::Trait)
        tables_.findings.report(Diagnostic(DiagnosticKind::E0658, "`use` associated items of traits is unstable", import.tree->span));
      else
        checkReexport(import);
      return;
    }
    if (import.missing.no_source)
      return;
    if (import.hidden != nullptr) {
      if (hasPrivatePrefix(prefix))
        return;
      const bool is_value = tables_.defs[import.hidden->def].kind == DefKind::Fn;
      reportPrivate(tables_, *import.hidden, is_value ? Namespace::Value : Namespace::Type, last, tables_.findings);
      return;
    }
    if (failsThroughAnother(import))
      return;
    const std::string path = pathText(tables_, &prefix, prefix.path_count);
    const std::string place = prefix.target == tables_.root ? "the root" : "`" + moduleText(tables_, prefix.target) + "`";
    unresolved_.push_back({path.empty() ? tables_.symbols.text(last.name).str() : path + "::" + tables_.symbols.text(last.name).str(), import.tree->span,
                           "no " + quoted(tables_, last.name) + " in " + place});
  }

  /// The import that declares what this one is after, and fails itself.
  [[nodiscard]] const Import *blamed(const Import &import) const {
    const DefId target = tables_.prefixes[import.prefix].target;
    if (!target.isValid() || !tables_.owns(target))
      return nullptr;
    const std::uint32_t id = tables_.firstImport(target, import.tree->prefix.segments.back().ident.name);
    return id == UINT32_MAX || llvm::any_of(tables_.imports[id].results, [](const Binding *result) { return result != nullptr; }) ? nullptr
                                                                                                                                  : &tables_.imports[id];
  }

  /// Only the import where a chain of failures ends is reported; of a circle, its last one.
  [[nodiscard]] bool failsThroughAnother(const Import &import) const {
    const Import *last = &import;
    std::size_t steps = 0;
    for (const Import *at = blamed(import); at != nullptr; at = blamed(*at)) {
      last = std::max(last, at);
      if (at == &import)
        return last != &import;
      if (++steps > tables_.imports.size())
        return true; // runs into a circle that it is no part of
    }
    return steps != 0;
  }

  /// Reference, "Use declarations": a re-export may not reach further than what it names; it fails when that holds in every namespace.
  void checkReexport(const Import &import) {
    const Binding *error = nullptr;
    Namespace error_ns{};
    for (const Namespace ns : {Namespace::Type, Namespace::Value}) {
      const Binding *result = import.results[static_cast<std::size_t>(ns)];
      if (result == nullptr)
        continue;
      const VisibilityScope &reached = result->visibility;
      const bool whole = reached.is_public == import.visibility.is_public && (reached.is_public || reached.scope == import.visibility.scope);
      if (whole || (!reached.is_public && !import.visibility.is_public && tables_.encloses(reached.scope, import.visibility.scope)))
        return;
      error = result;
      error_ns = ns;
    }
    if (error == nullptr)
      return;
    const std::string name = quoted(tables_, import.tree->prefix.segments.back().ident.name);
    const bool crate_wide = error->visibility.scope == tables_.root;
    const std::string message =
        name + (crate_wide ? " is only public within the crate, and cannot be re-exported outside" : " is private, and cannot be re-exported");
    if (error_ns == Namespace::Value) {
      tables_.findings.report(Diagnostic(DiagnosticKind::E0364, message, import.tree->span));
      return;
    }
    tables_.findings
        .report(
            Diagnostic(DiagnosticKind::E0365, message, import.tree->span, std::string("re-export of ") + (crate_wide ? "crate public " : "private ") + name))
        .note("consider declaring type or module " + name + " with `pub`");
  }

  NameTables &tables_;
  std::vector<Unresolved> unresolved_;
  llvm::StringSet<> declined_;
  llvm::DenseSet<const ImportPrefix *> private_prefixes_;
  llvm::DenseSet<std::uint32_t> failed_; ///< positions where E0433 was reported
};

/// E0252: two imports; E0255: an import and an item.
void reportCollision(NameTables &tables, const Import &import, const Binding &earlier, Namespace ns) {
  const std::string name = quoted(tables, import.target);
  const bool with_import = earlier.kind == Binding::Kind::Import;
  const Def *first = earlier.def.isValid() ? &tables.defs[earlier.def] : nullptr;
  if (first != nullptr && first->kind == DefKind::Poisoned)
    return;
  // The later one of the two is at fault.
  const bool item_is_later = !with_import && earlier.span.lo() > import.tree->span.lo();
  const char *what = first == nullptr                ? "macro"
                     : first->kind == DefKind::Mod   ? "module"
                     : first->kind == DefKind::Trait ? "trait"
                     : ns == Namespace::Type         ? "type"
                                                     : "value";
  const DefKind container = tables.defs[tables.uses[import.use].module].kind;
  const Span fault = item_is_later ? earlier.span : import.tree->span;
  const Span previous = item_is_later ? import.tree->span : earlier.span;
  tables.findings
      .report(Diagnostic(with_import ? DiagnosticKind::E0252 : DiagnosticKind::E0255, "the name " + name + " is defined multiple times", fault,
                         name + (item_is_later ? " redefined here" : " reimported here")))
      .label(previous, std::string("previous ") + (with_import || item_is_later ? "import" : "definition") + " of the " + what + " " + name + " here")
      .note(name + " must be defined only once in the " + namespaceName(ns) + " namespace of this " + (container == DefKind::Block ? "block" : "module"));
}

} // namespace

void declareImports(NameTables &tables) {
  const bool is_user = tables.base != nullptr;
  for (Import &import : tables.imports) {
    if (import.is_glob || import.target.empty())
      continue;
    const DefId module = tables.uses[import.use].module;
    bool collided = false;
    bool any = false;
    for (const Namespace ns : {Namespace::Type, Namespace::Value, Namespace::Macro}) {
      const Binding *result = import.results[static_cast<std::size_t>(ns)];
      if (result == nullptr)
        continue;
      any = true;
      const Binding *earlier = tables.declare(module, import.target, ns, *result);
      const bool poisoned = result->def.isValid() && tables.defs[result->def].kind == DefKind::Poisoned;
      if (earlier == nullptr || collided || !is_user || poisoned)
        continue;
      collided = true;
      reportCollision(tables, import, *earlier, ns);
    }
    if (any || !is_user)
      continue;
    // The mistake is reported once, where the import stands; what uses the name says nothing more.
    const DefId failed = tables.makePoisoned(import.target, import.tree->span, module, nullptr, false);
    const Binding binding{Binding::Kind::Import, false, false, failed, {true, tables.root}, import.tree->span, nullptr};
    tables.declare(module, import.target, Namespace::Type, binding);
    tables.declare(module, import.target, Namespace::Value, binding);
  }
  tables.frozen = true;
}

void checkImports(NameTables &tables) { ImportReport(tables).run(); }

void checkVisibilities(NameTables &tables, NameLookup &lookup) {
  for (const RestrictedVisibility &restricted : tables.restricted) {
    DefId current;
    bool failed = false;
    const auto report = [&](const ast::PathSegment &segment) {
      const std::string name = quoted(tables, segment.ident.name);
      const std::string place = quoted(tables, (&segment - 1)->ident.name);
      tables.findings.report(
          Diagnostic(DiagnosticKind::E0433, "cannot find " + name + " in " + place, segment.ident.span, "could not find " + name + " in " + place));
    };
    const auto reportKind = [&](const ast::PathSegment &segment, DefId def) {
      const std::string kind = describeDef(tables, def, false);
      const DefKind def_kind = tables.defs[def].kind;
      if (def_kind == DefKind::Enum || def_kind == DefKind::Trait) {
        std::string path;
        for (const ast::PathSegment &each : restricted.path->segments)
          path += (path.empty() ? "" : "::") + tables.symbols.text(each.ident.name).str();
        tables.findings.report(Diagnostic(DiagnosticKind::E0577, "expected module, found " + kind + " `" + path + "`", restricted.path->span, "not a module"));
        return;
      }
      const std::string name = quoted(tables, segment.ident.name);
      tables.findings.report(Diagnostic(DiagnosticKind::E0433, "cannot find module " + name + " in " + quoted(tables, (&segment - 1)->ident.name),
                                        segment.ident.span, name + " is a " + kind + ", not a module"));
    };
    for (const ast::PathSegment &segment : restricted.path->segments) {
      const Symbol name = segment.ident.name;
      if (name == sym::kw_crate) {
        current = tables.root;
        continue;
      }
      if (name == sym::kw_self || name == sym::kw_super) {
        const DefId here = current.isValid() ? current : tables.nearestMod(restricted.module);
        current = name == sym::kw_self ? here : tables.nearestMod(tables.defs[here].parent);
        continue;
      }
      const Found found = lookup.inModule(current, name, Namespace::Type);
      if (found.binding == nullptr) {
        report(segment);
        failed = true;
        break;
      }
      current = found.binding->def;
      // Visibilities are resolved while items are collected: what comes later is not there yet.
      if (current.isValid() && tables.defs[current].span.lo() > segment.ident.span.lo()) {
        report(segment);
        failed = true;
        break;
      }
      if (!current.isValid() || tables.defs[current].kind != DefKind::Mod) {
        failed = true;
        if (current.isValid() && tables.defs[current].kind != DefKind::Poisoned)
          reportKind(segment, current);
        break;
      }
    }
    if (!failed)
      tables.findings.report(Diagnostic(DiagnosticKind::E0742, "visibilities can only be restricted to ancestor modules", restricted.path->span));
  }
}

std::string describeDef(const NameTables &tables, DefId id, bool as_value) {
  const Def &def = tables.defs[id];
  const auto shaped = [&](ast::VariantShape shape, const char *named, const char *tuple, const char *unit) {
    return !as_value || shape == ast::VariantShape::Named ? named : shape == ast::VariantShape::Tuple ? tuple : unit;
  };
  switch (def.kind) {
  case DefKind::Mod:
    return def.parent.isValid() || def.crate == CrateKind::User ? "module" : "crate";
  case DefKind::Block:
    return "block";
  case DefKind::Fn:
    return "function";
  case DefKind::AssocFn:
    return def.as<ast::FnItem>()->self_param.present ? "method" : "associated function";
  case DefKind::Struct:
    return shaped(def.as<ast::StructItem>()->shape, "struct", "tuple struct", "unit struct");
  case DefKind::Enum:
    return "enum";
  case DefKind::Variant:
    return shaped(def.variant->shape, "variant", "tuple variant", "unit variant");
  case DefKind::Field:
    return "field";
  case DefKind::Trait:
    return "trait";
  case DefKind::Impl:
    return "implementation";
  case DefKind::Const:
    return "constant";
  case DefKind::AssocConst:
    return "associated constant";
  case DefKind::Static:
    return "static";
  case DefKind::TypeAlias:
    return "type alias";
  case DefKind::AssocType:
    return "associated type";
  case DefKind::TypeParam:
    return "type parameter";
  case DefKind::ConstParam:
    return "const parameter";
  case DefKind::LifetimeParam:
    return "lifetime parameter";
  case DefKind::AnonConst:
    return "constant expression";
  case DefKind::Closure:
    return "closure";
  case DefKind::OpaqueType:
    return "opaque type";
  case DefKind::Poisoned:
    return "item";
  }
  return "item";
}

void reportPrivate(const NameTables &tables, const Binding &binding, Namespace ns, const ast::Ident &name, DiagnosticSink &sink) {
  const Def &def = tables.defs[binding.def];
  if (def.kind == DefKind::Poisoned)
    return;
  std::string what = describeDef(tables, binding.def, ns == Namespace::Value);
  if (ns == Namespace::Value && def.kind == DefKind::Struct && def.as<ast::StructItem>()->shape == ast::VariantShape::Tuple)
    what += " constructor";
  if (binding.kind != Binding::Kind::Item)
    what += " import";
  const std::string text = quoted(tables, name.name);
  Diagnostic diagnostic(DiagnosticKind::E0603, what + " " + text + " is private", name.span, "private " + what);
  if (def.crate == CrateKind::User)
    diagnostic.noteAt(binding.span, "the " + what + " " + text + " is defined here");
  sink.report(std::move(diagnostic));
}

void reportAmbiguous(const NameTables &tables, const Binding &binding, const ast::Ident &name, DiagnosticSink &sink) {
  const std::string text = quoted(tables, name.name);
  Diagnostic diagnostic(DiagnosticKind::E0659, text + " is ambiguous", name.span, "ambiguous name");
  const Binding &other = *binding.other;
  if (other.kind == Binding::Kind::Glob) {
    diagnostic.note("ambiguous because of multiple glob imports of a name in the same module");
    diagnostic.noteAt(binding.span, text + " could refer to the " + describeDef(tables, binding.def, false) + " imported here");
    diagnostic.help("consider adding an explicit import of " + text + " to disambiguate");
    diagnostic.noteAt(other.span, text + " could also refer to the " + describeDef(tables, other.def, false) + " imported here");
    diagnostic.help("consider adding an explicit import of " + text + " to disambiguate");
  } else {
    diagnostic.note("ambiguous because of a conflict between a name from a glob import and an outer scope during import or macro resolution");
    diagnostic.noteAt(binding.span, text + " could refer to the " + describeDef(tables, binding.def, false) + " imported here");
    diagnostic.help("consider adding an explicit import of " + text + " to disambiguate");
  }
  sink.report(std::move(diagnostic));
}

} // namespace lien

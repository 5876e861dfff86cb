#include "checker/explain/borrow_wording.hpp"

namespace lien {

/// "function", "method", "associated function": what the body belongs to.
llvm::StringRef BorrowWording::ownerNoun() const {
  const Def &owner = judged_.program.def(body_.owner);
  switch (owner.kind) {
  case DefKind::AssocFn:
    return judged_.program.fn(body_.owner).has_self ? "method" : "associated function";
  case DefKind::Const:
  case DefKind::AssocConst:
    return "constant";
  case DefKind::Static:
    return "static";
  default:
    return "function";
  }
}

/// Which of the three errors it is: E0621 where a parameter's type only lacks a name, E0521 where a parameter's data would have to be `'static` for a
/// call, and the one without a code otherwise. Rustc asks in this order.
Diagnostic BorrowWording::word(const UniversalRegionError &error) {
  std::optional<Blame> blame = findBlame(body_, context_.regions, error.longer, error.shorter);
  if (!blame)
    blame = Blame{{error.longer, error.shorter, ConstraintCategory::Internal, true, {}, body_.span, UINT32_MAX, {}}, {}};
  if (std::optional<Diagnostic> missing = wordMissingLifetime(error, *blame))
    return std::move(*missing);
  if (std::optional<Diagnostic> escape = wordEscape(error, *blame))
    return std::move(*escape);
  return wordLifetime(error, *blame);
}

// ---------------------------------------------------------------------------------------------------------------------- E0621

std::optional<Diagnostic> BorrowWording::wordMissingLifetime(const UniversalRegionError &error, const Blame &blame) {
  RegionVid named = error.shorter, unnamed = error.longer;
  if (!isDeclared(named) || isDeclared(unnamed))
    std::swap(named, unnamed);
  if (!isDeclared(named) || named == static_region || isDeclared(unnamed))
    return std::nullopt;
  // What an impl of a trait may write is up to the trait; anonymous lifetimes of the impl's header are no parameter's.
  if (context_.regions.written(unnamed).kind() != Region::Kind::LateParam)
    return std::nullopt;
  DefId parent = judged_.program.def(body_.owner).parent;
  if (parent.isValid() && judged_.program.def(parent).kind == DefKind::Impl && judged_.program.impl(parent).trait)
    return std::nullopt;
  std::optional<RegionParameter> parameter = region_names_.parameterWith(unnamed);
  if (!parameter)
    return std::nullopt;
  const ast::FnItem *fn = region_names_.fn();
  bool is_self = fn->self_param.present && parameter->index == 0;
  if (is_self)
    return std::nullopt;
  std::optional<RegionName> lifetime = region_names_.name(named);
  if (!lifetime)
    return std::nullopt;
  const ast::Pat *pattern = fn->params[parameter->index - (fn->self_param.present ? 1 : 0)].pat;
  bool is_name = pattern->kind == ast::PatKind::Ident && !parameter->name.empty();
  Diagnostic finding(DiagnosticKind::E0621,
                     is_name ? "explicit lifetime required in the type of `" + parameter->name + "`" : "explicit lifetime required in parameter type",
                     absolute(blame.step.span), "lifetime `" + lifetime->text + "` required");
  Suggestion add;
  add.message = "add explicit lifetime `" + lifetime->text + "` to " + (is_name ? "the type of `" + parameter->name + "`" : "type");
  add.edits.push_back({region_names_.writtenType(parameter->index)->span,
                       region_names_.printWith(region_names_.signature().inputs[parameter->index], unnamed, lifetime->text, true)});
  add.applicability = Applicability::Unspecified;
  finding.suggest(std::move(add));
  return finding;
}

// ---------------------------------------------------------------------------------------------------------------------- E0521

std::optional<Diagnostic> BorrowWording::wordEscape(const UniversalRegionError &error, const Blame &blame) {
  if (error.shorter != static_region || blame.step.category != ConstraintCategory::CallArgument)
    return std::nullopt;
  std::optional<RegionParameter> parameter = region_names_.parameterWith(error.longer), outside = region_names_.parameterWith(error.shorter);
  if (!parameter && !outside)
    return std::nullopt;
  std::string owner = ownerNoun().str();
  Span span = absolute(blame.step.span);
  Diagnostic finding(DiagnosticKind::E0521, "borrowed data escapes outside of " + owner, span);
  if (outside && !outside->name.empty())
    finding.label(outside->span, "`" + outside->name + "` declared here, outside of the " + owner + " body");
  if (parameter && !parameter->name.empty()) {
    finding.label(parameter->span, "`" + parameter->name + "` is a reference that is only valid in the " + owner + " body");
    finding.primary.front().text = "`" + parameter->name + "` escapes the " + owner + " body here";
  } else {
    finding.primary.front().text = "a temporary borrow escapes the " + owner + " body here";
  }
  std::optional<RegionName> longer = region_names_.name(error.longer), shorter = region_names_.name(error.shorter);
  if (longer && shorter) {
    RegionNames::label(finding, *longer);
    RegionNames::label(finding, *shorter);
    finding.primary.push_back({span, describeStep(body_, blame.step).str() + "requires that `" + longer->text + "` must outlive `" + shorter->text + "`"});
  }
  return finding;
}

// ----------------------------------------------------------------------------------------- lifetime may not live long enough

Diagnostic BorrowWording::wordLifetime(const UniversalRegionError &error, const Blame &blame) {
  Diagnostic finding(DiagnosticKind::Lifetime, "lifetime may not live long enough", absolute(blame.step.span));
  std::optional<RegionName> longer = region_names_.name(error.longer), shorter = region_names_.name(error.shorter);
  if (!longer || !shorter)
    return finding;
  RegionNames::label(finding, *longer);
  RegionNames::label(finding, *shorter);
  if (blame.step.category == ConstraintCategory::Return && error.shorter != static_region)
    finding.primary.front().text =
        ownerNoun().str() + " was supposed to return data with lifetime `" + shorter->text + "` but it is returning data with lifetime `" + longer->text + "`";
  else
    finding.primary.front().text = describeStep(body_, blame.step).str() + "requires that `" + longer->text + "` must outlive `" + shorter->text + "`";
  if (isDeclared(error.longer) && isDeclared(error.shorter) && error.longer != static_region && error.shorter != static_region)
    finding.help("consider adding the following bound: `" + longer->text + ": " + shorter->text + "`");
  suggestNamedLifetime(finding, error, *longer, *shorter);
  return finding;
}

// --------------------------------------------------------------------------------------------------------------- E0309, E0310

Diagnostic BorrowWording::word(const TypeTestError &error) {
  std::string parameter = "the parameter type `" + judged_.program.print(error.type) + "`";
  if (judged_.types.data(error.type).kind == TyKind::Projection)
    parameter = "the associated type `" + judged_.program.print(error.type) + "`";
  bool is_static = error.universal == static_region;
  bool is_declared = isDeclared(error.universal);
  DiagnosticKind kind = is_static ? DiagnosticKind::E0310 : is_declared ? DiagnosticKind::E0309 : DiagnosticKind::E0311;
  Span span = absolute(error.span);
  Diagnostic finding(kind, parameter + " may not live long enough", span);
  std::string reason = "...so that the type `" + judged_.program.print(error.type) + "` will meet its required lifetime bounds";
  if (is_static) {
    finding.primary.front().text = parameter + " must be valid for the static lifetime...";
    finding.primary.push_back({span, reason});
    suggestOutlivesBound(finding, error, "'static");
    return finding;
  }
  finding.primary.front().text = reason;
  std::optional<RegionName> lifetime = region_names_.name(error.universal);
  if (lifetime && lifetime->kind == RegionName::Kind::Named) {
    finding.label(lifetime->span, parameter + " must be valid for the lifetime `" + lifetime->text + "` as defined here...");
    suggestOutlivesBound(finding, error, lifetime->text);
  } else if (lifetime) {
    finding.label(lifetime->span, parameter + " must be valid for the anonymous lifetime defined here...");
  }
  return finding;
}

} // namespace lien

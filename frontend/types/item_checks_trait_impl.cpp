// Items of impls against what their trait declares.
//
// Source: Reference, "Trait implementations"; the order of the comparisons is rustc's (`compare_impl_item`), so that one mistake gives one error.
#include "frontend/types/item_checks.hpp"

#include "frontend/types/infer.hpp"
#include "frontend/types/language_switches.hpp"

namespace lien {

void ItemChecker::checkImplItems(DefId impl) {
  const Def &data = program_.def(impl);
  const ImplInfo &info = program_.impl(impl);
  const auto *node = data.as<ast::ImplItem>();
  if (node->trait_path == nullptr) {
    for (const AssocItem &item : info.items)
      if (item.kind == DefKind::AssocType)
        report(item.def, DiagnosticKind::E0658, "inherent associated types are unstable", program_.def(item.def).span);
    return;
  }
  if (!info.trait || info.poisoned)
    return;
  const bool is_drop = program_.isLang(info.trait->trait, LangItem::DropTrait);
  if (info.negative) {
    report(impl, DiagnosticKind::E0658, "negative impls are experimental", Span(node->trait_path->span.lo() - 1, node->trait_path->span.hi()));
    if (is_drop)
      report(impl, DiagnosticKind::NegativeDrop, "negative `Drop` impls are not supported", headSpan(impl));
    return;
  }
  llvm::DenseMap<std::uint64_t, DefId> seen;
  const auto key = [](const AssocItem &item) { return (static_cast<std::uint64_t>(item.name.value) << 1U) | (item.kind == DefKind::AssocType ? 1U : 0U); };
  for (const AssocItem &item : info.items)
    seen.try_emplace(key(item), item.def); // a second one was reported when names were (E0201)
  std::string missing;
  for (const AssocItem &required : program_.trait(info.trait->trait).items) {
    const auto found = seen.find(key(required));
    // One of another sort was reported with the names (E0323 E0324 E0325), and implements nothing.
    if (found == seen.end() || program_.def(found->second).kind != required.kind) {
      if (!required.has_default)
        missing += (missing.empty() ? "`" : ", `") + text(required.name).str() + "`";
      continue;
    }
    if (required.kind == DefKind::AssocFn && program_.def(found->second).kind == DefKind::AssocFn)
      checkImplMethod(impl, required.def, found->second);
  }
  if (!missing.empty() && program_.isComplete(info.trait->trait))
    report(impl, DiagnosticKind::E0046, "not all trait items implemented, missing: " + missing, headSpan(impl), "missing " + missing + " in implementation");
  else if (!missing.empty())
    queries_.sinkOf(impl).declineLibrary(headSpan(impl), "`" + name(info.trait->trait) + "`");
}

namespace {

std::string selfText(const ast::SelfParam &self) {
  if (self.type != nullptr)
    return "self: …";
  return std::string(self.is_ref ? "&" : "") + (self.is_ref && self.mutability == Mutability::Mut ? "mut " : "") + "self";
}

std::string countText(std::size_t count, llvm::StringRef what) { return (std::to_string(count) + " " + what + (count == 1 ? "" : "s")).str(); }

std::size_t typeParams(const Generics &generics) {
  return static_cast<std::size_t>(
      llvm::count_if(generics.params, [](const GenericParamDef &param) { return param.kind == GenericArg::Kind::Type && !param.synthetic; }));
}

std::size_t regionParams(const Generics &generics) {
  return static_cast<std::size_t>(llvm::count_if(generics.params, [](const GenericParamDef &param) { return param.kind == GenericArg::Kind::Region; }));
}

} // namespace

void ItemChecker::checkImplMethod(DefId impl, DefId trait_method, DefId method) {
  const auto *node = program_.def(method).as<ast::FnItem>();
  const FnInfo &wanted = program_.fn(trait_method);
  const FnInfo &found = program_.fn(method);
  if (wanted.poisoned || found.poisoned)
    return;
  const std::string method_name = text(program_.def(method).name).str();
  const auto *declared = program_.def(trait_method).as<ast::FnItem>();
  // E0185, E0186: with or without a receiver.
  if (found.has_self && !wanted.has_self) {
    report(method, DiagnosticKind::E0185,
           "method `" + method_name + "` has a `" + selfText(node->self_param) + "` declaration in the impl, but not in the trait", headSpan(method),
           "`" + selfText(node->self_param) + "` used in impl");
    return;
  }
  if (!found.has_self && wanted.has_self) {
    report(method, DiagnosticKind::E0186,
           "method `" + method_name + "` has a `" + selfText(declared->self_param) + "` declaration in the trait, but not in the impl", headSpan(method),
           "expected `" + selfText(declared->self_param) + "` in impl");
    return;
  }
  // E0049: number of type parameters.
  const Generics &generics = program_.generics(method);
  const Generics &trait_generics = program_.generics(trait_method);
  const std::size_t own_types = typeParams(generics);
  const std::size_t trait_types = typeParams(trait_generics);
  if (own_types != trait_types) {
    Span span = node->generics.span.empty() ? headSpan(method) : node->generics.span;
    for (const GenericParamDef &param : generics.params)
      if (param.kind == GenericArg::Kind::Type && param.def.isValid()) {
        span = program_.def(param.def).span;
        break;
      }
    report(method, DiagnosticKind::E0049,
           "method `" + method_name + "` has " + countText(own_types, "type parameter") + " but its trait declaration has " +
               countText(trait_types, "type parameter"),
           span, "found " + countText(own_types, "type parameter"));
    return;
  }
  // E0050: number of parameters.
  const std::size_t own_count = found.sig.inputs.size();
  const std::size_t trait_count = wanted.sig.inputs.size();
  if (own_count != trait_count) {
    Span span = headSpan(method);
    if (own_count > 0) {
      const Span first = node->self_param.present ? node->self_param.span : node->params.front().type->span;
      const Span last = node->params.empty() ? first : node->params.back().type->span;
      span = first.to(last);
    }
    report(method, DiagnosticKind::E0050,
           "method `" + method_name + "` has " + countText(own_count, "parameter") + " but the declaration in trait `" + name(trait_method) + "` has " +
               std::to_string(trait_count),
           span, "expected " + countText(trait_count, "parameter") + ", found " + std::to_string(own_count));
    return;
  }
  // E0195: early-bound lifetimes correspond one to one.
  if (regionParams(generics) != regionParams(trait_generics)) {
    report(method, DiagnosticKind::E0195, "lifetime parameters do not match the trait definition",
           node->generics.span.empty() ? node->name.span : node->generics.params.front().span);
    return;
  }
  // E0053: the types agree, the trait's parameters replaced by the impl's arguments and the method's own by the method's.
  const ImplInfo &info = program_.impl(impl);
  llvm::SmallVector<GenericArg, 8> list(info.trait->args);
  const Args own = program_.identityArgs(method);
  for (std::size_t at = generics.parent_count; at < own.size(); ++at)
    list.push_back(own[at]);
  const Args args = types_.args(list);
  InferContext infer(program_, paramEnvOf(program_, method));
  const auto erased = [&](const FnSig &sig) { return instantiateBinder(types_, sig, [](std::uint32_t) { return Region::erased(); }); };
  const FnSig expected = erased(substitute(types_, wanted.sig, args));
  const FnSig actual = erased(found.sig);
  const auto mismatch = [&](Ty want, Ty have, Span span) {
    want = eraseRegions(types_, want);
    have = eraseRegions(types_, have);
    if (types_.has(want, TypeFlags::HasError | TypeFlags::HasUnknown) || types_.has(have, TypeFlags::HasError | TypeFlags::HasUnknown))
      return false;
    want = infer.normalize(want, span);
    have = infer.normalize(have, span);
    if (infer.unify(want, have))
      return false;
    report(method, DiagnosticKind::E0053, "method `" + method_name + "` has an incompatible type for trait", span,
           "expected `" + program_.print(infer.resolve(want)) + "`, found `" + program_.print(infer.resolve(have)) + "`");
    return true;
  };
  for (std::size_t at = 0; at < own_count; ++at) {
    const std::size_t param = at - (found.has_self ? 1 : 0);
    const Span span =
        found.has_self && at == 0 ? (node->self_param.type != nullptr ? node->self_param.type->span : node->self_param.span) : node->params[param].type->span;
    if (mismatch(expected.inputs[at], actual.inputs[at], span))
      return;
  }
  mismatch(expected.output, actual.output, node->output != nullptr ? node->output->span : node->params_span.shrinkToHi());
}

} // namespace lien

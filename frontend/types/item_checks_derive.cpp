// Derived impls: every field has what the derived code asks of it.
//
// The derived bodies are not written out; what they would be rejected for is checked directly. Source: the expansions of rustc's built-in derives:
// `==` on each field (E0369), a call of the trait's method on each field, or, for Eq and for Clone of Copy types without parameters, one assertion for
// each type, reported once for each bound that fails. Debug makes one call for each variant.
#include "frontend/types/item_checks.hpp"

#include "frontend/types/infer.hpp"
#include "frontend/types/unsatisfied.hpp"

namespace lien {

static bool isDerivedFor(Program &program, DefId adt, LangItem item) {
  const DefId trait = program.lang(item);
  if (!trait.isValid())
    return false;
  return llvm::any_of(program.traitImplsFor(trait, program.typeOf(adt)), [&](DefId impl) { return program.def(impl).derived_for == adt; });
}

void ItemChecker::checkDerive(DefId impl) {
  const Def &data = program_.def(impl);
  const ImplInfo &info = program_.impl(impl);
  if (info.poisoned || !info.trait)
    return;
  const DefId adt = data.derived_for;
  const DefId trait = info.trait->trait;
  if (program_.isLang(trait, LangItem::CopyTrait))
    return; // checkCopy
  const AdtInfo &adt_info = program_.adt(adt);
  const bool is_default = program_.isLang(trait, LangItem::DefaultTrait);
  if (is_default && adt_info.is_enum) {
    checkDefaultVariant(impl);
    return;
  }
  const bool is_partial_eq = program_.isLang(trait, LangItem::PartialEqTrait);
  const bool has_type_params = llvm::any_of(program_.generics(adt).params, [](const GenericParamDef &param) { return param.kind == GenericArg::Kind::Type; });
  const bool by_assertion = program_.isLang(trait, LangItem::EqTrait) ||
                            (program_.isLang(trait, LangItem::CloneTrait) && !has_type_params && isDerivedFor(program_, adt, LangItem::CopyTrait));
  InferContext infer(program_, paramEnvOf(program_, impl));
  // Debug hands all fields of a variant to one call.
  const bool by_variant = program_.isLang(trait, LangItem::DebugTrait);
  llvm::SmallVector<TraitRef, 2> asserted;
  for (const VariantInfo &variant : adt_info.variants) {
    if (by_variant)
      asserted.clear();
    for (const FieldInfo &field : variant.fields) {
      if (types_.has(field.type, TypeFlags::HasError | TypeFlags::HasUnknown))
        continue;
      const Span span = program_.def(field.def).span;
      const Ty ty = infer.normalize(eraseRegions(types_, field.type), span);
      Obligation obligation;
      obligation.predicate = traitPredicate(queries_.traitRefWithDefaults(trait, ty), span);
      obligation.span = span;
      infer.require(obligation);
      infer.selectAll();
      for (const FailedObligation &failure : infer.takeFailures()) {
        if (failure.answer == Answer::Unknown)
          queries_.sinkOf(adt).declineLibrary(span, "`" + program_.print(failure.leaf) + "`");
        if (failure.answer != Answer::No)
          continue;
        if ((by_assertion || by_variant) && llvm::is_contained(asserted, failure.leaf.trait))
          continue;
        asserted.push_back(failure.leaf.trait);
        if (is_partial_eq) {
          report(adt, DiagnosticKind::E0369,
                 "binary operation `==` cannot be applied to type `" + std::string(adt_info.is_enum ? "&" : "") + program_.print(ty) + "`", span);
        } else {
          const UnsatisfiedText text = describeUnsatisfied(program_, failure.leaf);
          report(adt, DiagnosticKind::E0277, text.message, span, text.label);
        }
        break;
      }
    }
  }
}

static bool isDefaultMark(const ast::Attribute &attribute, const SymbolTable &symbols) {
  return !attribute.is_doc && attribute.meta.path.isSingle() && symbols.text(attribute.meta.path.segments.front().ident.name) == "default";
}

/// `#[derive(Default)]` on an enum: exactly one unit variant is marked `#[default]` (E0665 when none is; the other mistakes have no code).
void ItemChecker::checkDefaultVariant(DefId impl) {
  const Def &data = program_.def(impl);
  const auto *node = llvm::dyn_cast<ast::EnumItem>(program_.def(data.derived_for).item);
  if (node == nullptr)
    return;
  llvm::SmallVector<const ast::VariantDef *, 2> marked;
  for (const ast::VariantDef &variant : node->variants)
    if (hasAttribute(variant.attributes, resolver_.symbols(), "default"))
      marked.push_back(&variant);
  if (marked.empty()) {
    report(data.derived_for, DiagnosticKind::E0665, "`#[derive(Default)]` on enum with no `#[default]`", data.name_span)
        .help("make a unit variant default by placing `#[default]` above it");
    return;
  }
  if (marked.size() > 1) {
    report(data.derived_for, DiagnosticKind::DefaultVariant, "multiple declared defaults", data.name_span);
    return;
  }
  if (marked.front()->shape != ast::VariantShape::Unit)
    report(data.derived_for, DiagnosticKind::DefaultVariant, "the `#[default]` attribute may only be used on unit enum variants", marked.front()->name.span);
}

/// `#[default]` is the derive macro's helper: on the fields of what derives Default it is an error, and it is unknown where nothing derives it.
void ItemChecker::checkDefaultMarks(DefId adt) {
  if (!isDerivedFor(program_, adt, LangItem::DefaultTrait)) {
    if (const auto *node = llvm::dyn_cast<ast::EnumItem>(program_.def(adt).item))
      for (const ast::VariantDef &variant : node->variants)
        for (const ast::Attribute &attribute : variant.attributes)
          if (isDefaultMark(attribute, resolver_.symbols()))
            report(adt, DiagnosticKind::AttributeNotFound, "cannot find attribute `default` in this scope", attribute.meta.path.span);
    return;
  }
  const auto visit = [&](ast::List<ast::FieldDef> fields) {
    for (const ast::FieldDef &field : fields)
      for (const ast::Attribute &attribute : field.attributes)
        if (isDefaultMark(attribute, resolver_.symbols()))
          report(adt, DiagnosticKind::DefaultVariant, "the `#[default]` attribute may only be used on unit enum variants", attribute.span);
  };
  if (const auto *node = llvm::dyn_cast<ast::StructItem>(program_.def(adt).item))
    visit(node->fields);
  else if (const auto *node = llvm::dyn_cast<ast::EnumItem>(program_.def(adt).item))
    for (const ast::VariantDef &variant : node->variants)
      visit(variant.fields);
}

} // namespace lien

// Items, their parts and their generic parameters become definitions.
#include "frontend/names/collect.hpp"

#include "diagnostics/internal_error.hpp"
#include "diagnostics/stack_guard.hpp"

#include "llvm/ADT/SmallSet.h"

namespace lien {

using llvm::cast;

namespace {

/// Where the attributes of an item stand that is no part of a trait or impl.
AttributePlace placeOf(const ast::Item &item) {
  switch (item.kind) {
  case ast::ItemKind::Fn:
    return AttributePlace::Fn;
  case ast::ItemKind::Struct:
    return AttributePlace::Struct;
  case ast::ItemKind::Enum:
    return AttributePlace::Enum;
  case ast::ItemKind::Trait:
    return AttributePlace::Trait;
  case ast::ItemKind::Mod:
    return AttributePlace::Mod;
  case ast::ItemKind::Impl:
    return cast<ast::ImplItem>(&item)->trait_path == nullptr ? AttributePlace::InherentImpl : AttributePlace::TraitImpl;
  case ast::ItemKind::Const:
    return AttributePlace::Const;
  case ast::ItemKind::Static:
    return AttributePlace::Static;
  case ast::ItemKind::TypeAlias:
    return AttributePlace::TypeAlias;
  case ast::ItemKind::Use:
    return AttributePlace::Use;
  case ast::ItemKind::Unsupported:
  case ast::ItemKind::Error:
    return AttributePlace::Other;
  }
  return AttributePlace::Other;
}

AttributePlace placeOfPart(const ast::Item &item, bool in_trait, bool in_trait_impl) {
  switch (item.kind) {
  case ast::ItemKind::Fn:
    if (in_trait)
      return cast<ast::FnItem>(&item)->body == nullptr ? AttributePlace::RequiredMethod : AttributePlace::ProvidedMethod;
    return in_trait_impl ? AttributePlace::TraitImplMethod : AttributePlace::InherentMethod;
  case ast::ItemKind::Const:
    return AttributePlace::AssocConst;
  case ast::ItemKind::TypeAlias:
    return AttributePlace::AssocType;
  case ast::ItemKind::Struct:
  case ast::ItemKind::Enum:
  case ast::ItemKind::Trait:
  case ast::ItemKind::Mod:
  case ast::ItemKind::Impl:
  case ast::ItemKind::Static:
  case ast::ItemKind::Use:
  case ast::ItemKind::Unsupported:
  case ast::ItemKind::Error:
    return AttributePlace::Other;
  }
  return AttributePlace::Other;
}

DefKind defKindOf(ast::ItemKind kind) {
  switch (kind) {
  case ast::ItemKind::Fn:
    return DefKind::Fn;
  case ast::ItemKind::Struct:
    return DefKind::Struct;
  case ast::ItemKind::Enum:
    return DefKind::Enum;
  case ast::ItemKind::Trait:
    return DefKind::Trait;
  case ast::ItemKind::Mod:
    return DefKind::Mod;
  case ast::ItemKind::Impl:
    return DefKind::Impl;
  case ast::ItemKind::Const:
    return DefKind::Const;
  case ast::ItemKind::Static:
    return DefKind::Static;
  case ast::ItemKind::TypeAlias:
    return DefKind::TypeAlias;
  case ast::ItemKind::Use:
  case ast::ItemKind::Unsupported:
  case ast::ItemKind::Error:
    return DefKind::Poisoned;
  }
  return DefKind::Poisoned;
}

/// Whether a type may hold a block, and so an item: only an array length may.
bool isPlainPath(const ast::Type *type) {
  if (type == nullptr || type->kind != ast::TypeKind::Path)
    return type == nullptr;
  const ast::Path &path = cast<ast::PathType>(type)->path;
  return path.qself == nullptr && path.segments.size() == 1 && path.segments[0].args == nullptr;
}

} // namespace

Collector::Collector(NameTables &tables, const TypeStore &types, const SourceMap *library_sources)
    : tables_(tables), known_(tables.known), types_(types), library_sources_(library_sources) {}

void Collector::collect(llvm::ArrayRef<CrateFile> files) {
  Def root;
  root.kind = DefKind::Mod;
  root.crate = crate();
  root.visibility = {true, {}};
  root.complete = !isLibrary();
  if (!files.empty())
    root.span = files.front().parsed->file.span;
  root.name_span = root.span.shrinkToLo();
  tables_.root = addModule(root);
  tables_.defs.mutableDef(tables_.root).visibility.scope = tables_.root;
  tables_.library_root = isLibrary() ? tables_.root : tables_.base->root;
  tables_.prelude = isLibrary() ? DefId() : tables_.base->prelude;
  for (const CrateFile &file : files)
    if (file.declared_by != nullptr)
      files_[file.declared_by] = file.parsed;

  llvm::SmallVector<DefId, 32> children;
  for (const CrateFile &file : files) {
    if (file.declared_by != nullptr)
      continue;
    const AttributeSummary attributes = read(file.parsed->file.attributes, AttributePlace::Crate);
    if (attributes.declined != nullptr) {
      // What such an attribute changes (the prelude, the features) concerns every item: none is judged.
      tables_.findings.declineFeature(attributes.declined->span, attributeName(*attributes.declined, tables_.symbols));
      tables_.defs.mutableDef(tables_.root).open = true;
      tables_.has_unknown_items = true;
      continue;
    }
    if (!attributes.off)
      items(file.parsed->file.items, {tables_.root, tables_.root}, children);
  }
  tables_.defs.setChildren(tables_.root, children);
  const auto by_position = [this](DefId a, DefId b) { return tables_.defs[a].span.lo() < tables_.defs[b].span.lo(); };
  if (!isLibrary() && !std::is_sorted(tables_.user_items.begin(), tables_.user_items.end(), by_position))
    std::stable_sort(tables_.user_items.begin(), tables_.user_items.end(), by_position);
}

DefId Collector::addModule(Def def) {
  def.index = tables_.firstModule() + static_cast<std::uint32_t>(tables_.modules.size());
  const DefId id = tables_.defs.add(def);
  tables_.modules.push_back({id, def.module, {}, {}, {}});
  return id;
}

Def Collector::makeDef(DefKind kind, const ast::Item &item, Place place) const {
  Def def;
  def.kind = kind;
  def.crate = crate();
  def.name = item.name.name;
  def.name_span = item.name.name.empty() ? item.span.shrinkToLo() : item.name.span;
  def.span = item.span;
  def.parent = place.parent;
  def.module = place.module;
  def.item = &item;
  def.complete = !isLibrary();
  return def;
}

void Collector::items(ast::List<const ast::Item *> list, Place place, llvm::SmallVectorImpl<DefId> &children) {
  for (const ast::Item *each : list) {
    const DefId first(tables_.defs.size());
    const DefId id = item(*each, place);
    if (id.isValid())
      children.push_back(id);
    if (isLibrary() && each->kind != ast::ItemKind::Mod && tables_.defs.size() != first.index())
      tables_.extents.push_back({first, tables_.defs.size() - first.index(), place.module, each});
  }
}

DefId Collector::item(const ast::Item &item, Place place) {
  AttributeSummary attributes;
  if (!item.attributes.empty()) {
    attributes = read(item.attributes, placeOf(item));
    if (attributes.off)
      return {};
  }
  if (attributes.declined == nullptr)
    attributes.declined = declinedPart(item);
  if (attributes.declined != nullptr && item.kind != ast::ItemKind::Impl) {
    const std::string name = attributeName(*attributes.declined, tables_.symbols);
    tables_.findings.declineFeature(attributes.declined->span, name);
    return poisoned(item, place, tables_.keepText(name));
  }
  Def def = makeDef(defKindOf(item.kind), item, place);
  def.visibility = visibility(item.visibility, place.module);
  if (isLibrary()) {
    def.complete = attributes.complete;
    def.unstable = attributes.unstable;
    def.not_core = attributes.not_core;
  }
  DefId id;
  switch (item.kind) {
  case ast::ItemKind::Fn:
    id = fn(*cast<ast::FnItem>(&item), place, def);
    break;
  case ast::ItemKind::Struct:
    id = tables_.defs.add(def);
    if (!isLibrary())
      tables_.user_items.push_back(id);
    structure(*cast<ast::StructItem>(&item), id);
    break;
  case ast::ItemKind::Enum:
    id = tables_.defs.add(def);
    if (!isLibrary())
      tables_.user_items.push_back(id);
    enumeration(*cast<ast::EnumItem>(&item), id);
    break;
  case ast::ItemKind::Trait: {
    const auto &declared = *cast<ast::TraitItem>(&item);
    if (declared.unsupported != nullptr && !isLibrary()) {
      tables_.findings.declineFeature(item.span.shrinkToLo().to(item.name.span), declared.unsupported);
      return poisoned(item, place, declared.unsupported);
    }
    id = tables_.defs.add(def);
    if (!isLibrary())
      tables_.user_items.push_back(id);
    trait(declared, id);
    declareItem(id, def.name, Namespace::Type, def.visibility);
    break;
  }
  case ast::ItemKind::Impl:
    return impl(*cast<ast::ImplItem>(&item), place, def, attributes);
  case ast::ItemKind::Const:
    id = tables_.defs.add(def);
    if (!isLibrary())
      tables_.user_items.push_back(id);
    params(item.generics, id, false);
    constBody(cast<ast::ConstItem>(&item)->type, cast<ast::ConstItem>(&item)->value, id);
    if (!(def.name == sym::underscore))
      declareItem(id, def.name, Namespace::Value, def.visibility);
    break;
  case ast::ItemKind::Static:
    id = tables_.defs.add(def);
    if (!isLibrary())
      tables_.user_items.push_back(id);
    constBody(cast<ast::StaticItem>(&item)->type, cast<ast::StaticItem>(&item)->value, id);
    declareItem(id, def.name, Namespace::Value, def.visibility);
    break;
  case ast::ItemKind::TypeAlias:
    id = tables_.defs.add(def);
    if (!isLibrary())
      tables_.user_items.push_back(id);
    params(item.generics, id, false);
    constBody(cast<ast::TypeAliasItem>(&item)->type, nullptr, id);
    declareItem(id, def.name, Namespace::Type, def.visibility);
    break;
  case ast::ItemKind::Mod:
    id = addModule(def);
    declareItem(id, def.name, Namespace::Type, def.visibility);
    module(*cast<ast::ModItem>(&item), id);
    break;
  case ast::ItemKind::Use:
    use(*cast<ast::UseItem>(&item), place);
    return {};
  case ast::ItemKind::Unsupported: {
    const char *what = cast<ast::UnsupportedItem>(&item)->what;
    tables_.findings.declineFeature(item.span, what);
    return poisoned(item, place, what);
  }
  case ast::ItemKind::Error: // its syntax errors were reported; what it would have declared is unknown
    tables_.defs.mutableDef(place.module).open = true;
    tables_.defs.mutableDef(place.module).missing = true;
    tables_.has_unknown_items = true;
    return {};
  }
  if (isLibrary())
    registerLang(attributes, id);
  if (!outer_)
    return id;
  tables_.outer_locals[id.value] = outer_;
  return id;
}

AttributeSummary Collector::read(ast::List<ast::Attribute> attributes, AttributePlace place) {
  return readAttributes(attributes, place, isLibrary(), known_, tables_.symbols, &tables_.findings);
}

AttributeSummary Collector::peek(ast::List<ast::Attribute> attributes, AttributePlace place) const {
  return readAttributes(attributes, place, isLibrary(), known_, tables_.symbols, nullptr);
}

/// The first unknown attribute on a parameter, field or variant: it makes the whole item unknown.
const ast::Attribute *Collector::declinedPart(const ast::Item &item) {
  for (const ast::GenericParam &param : item.generics.params)
    if (!param.attributes.empty())
      if (const AttributeSummary summary = read(param.attributes, AttributePlace::GenericParam); summary.declined != nullptr || summary.off)
        return summary.declined != nullptr ? summary.declined : &param.attributes.front();
  if (item.kind == ast::ItemKind::Fn)
    for (const ast::Param &param : cast<ast::FnItem>(&item)->params)
      if (!param.attributes.empty())
        if (const AttributeSummary summary = read(param.attributes, AttributePlace::FnParam); summary.declined != nullptr || summary.off)
          return summary.declined != nullptr ? summary.declined : &param.attributes.front();
  const auto of_fields = [&](ast::List<ast::FieldDef> list) -> const ast::Attribute * {
    for (const ast::FieldDef &field : list)
      if (!field.attributes.empty())
        if (const ast::Attribute *declined = peek(field.attributes, AttributePlace::Field).declined)
          return declined;
    return nullptr;
  };
  if (item.kind == ast::ItemKind::Struct)
    return of_fields(cast<ast::StructItem>(&item)->fields);
  if (item.kind != ast::ItemKind::Enum)
    return nullptr;
  for (const ast::VariantDef &variant : cast<ast::EnumItem>(&item)->variants) {
    if (!variant.attributes.empty())
      if (const ast::Attribute *declined = peek(variant.attributes, AttributePlace::Variant).declined)
        return declined;
    if (const ast::Attribute *declined = of_fields(variant.fields))
      return declined;
  }
  return nullptr;
}

/// A declined item: its name stays known in every namespace, so that no mention of it becomes an error.
DefId Collector::poisoned(const ast::Item &item, Place place, const char *what) {
  tables_.has_unknown_items = true;
  if (item.name.name.empty()) {
    tables_.defs.mutableDef(place.module).open = true;
    return {};
  }
  const DefId id = tables_.makePoisoned(item.name.name, item.name.span, place.module, what, false);
  const bool is_macro = item.kind == ast::ItemKind::Unsupported && llvm::StringRef(what).contains("macro_rules");
  const Binding binding{Binding::Kind::Item, false, false, id, {true, tables_.root}, item.name.span, nullptr};
  if (is_macro) {
    tables_.macros.push_back(item.name.name);
    return id;
  }
  tables_.declare(place.module, item.name.name, Namespace::Type, binding);
  tables_.declare(place.module, item.name.name, Namespace::Value, binding);
  return id;
}

void Collector::registerLang(const AttributeSummary &attributes, DefId id) {
  if (attributes.lang.empty())
    return;
  static constexpr const char *texts[] = {
#define LIEN_LANG(Name, Text) Text,
#include "frontend/names/lang_items.def"
  };
  const llvm::StringRef text = tables_.symbols.text(attributes.lang);
  for (std::size_t i = 0; i < std::size(texts); ++i) {
    if (text != texts[i])
      continue;
    tables_.lang_items[i] = id;
    tables_.lang_of[id.value] = static_cast<LangItem>(i);
    return;
  }
  invariantBroken("unknown lang item in the library: " + text.str());
}

DefId Collector::fn(const ast::FnItem &item, Place place, Def def) {
  if (item.unsupported != nullptr) {
    if (!isLibrary())
      tables_.findings.declineFeature(item.span.shrinkToLo().to(item.name.span), item.unsupported);
    return poisoned(item, place, item.unsupported);
  }
  const DefId id = tables_.defs.add(def);
  if (!isLibrary())
    tables_.user_items.push_back(id);
  params(item.generics, id, false);
  declareItem(id, def.name, Namespace::Value, def.visibility);
  bodyOf(item, id);
  return id;
}

void Collector::bodyOf(const ast::FnItem &item, DefId id) {
  if (!item.has_inner_items)
    return;
  const OuterLocal *outer = outer_;
  BlockItems(*this, id, tables_.defs[id].module).body(item);
  outer_ = outer;
}

void Collector::constBody(const ast::Type *type, const ast::Expr *value, DefId id) {
  if (isPlainPath(type) && (value == nullptr || value->kind == ast::ExprKind::Literal))
    return;
  const OuterLocal *outer = outer_;
  BlockItems walker(*this, id, tables_.defs[id].module);
  walker.type(type);
  walker.expr(value);
  outer_ = outer;
}

void Collector::structure(const ast::StructItem &item, DefId id) {
  params(item.generics, id, false);
  llvm::SmallVector<DefId, 8> children;
  fields(item.fields, id, false, children);
  tables_.defs.setChildren(id, children);
  const VisibilityScope own = tables_.defs[id].visibility;
  declareItem(id, item.name.name, Namespace::Type, own);
  derives(item.attributes, id);
  if (item.shape == ast::VariantShape::Named)
    return;
  // A tuple constructor is visible where all its fields are.
  VisibilityScope constructor = own;
  for (const DefId field : children)
    constructor = tables_.narrower(constructor, tables_.defs[field].visibility);
  tables_.defs.mutableDef(id).constructor = constructor;
  declareItem(id, item.name.name, Namespace::Value, constructor);
}

void Collector::fields(ast::List<ast::FieldDef> list, DefId parent, bool inherit, llvm::SmallVectorImpl<DefId> &children) {
  const Def &owner = tables_.defs[parent];
  std::uint32_t index = 0;
  for (const ast::FieldDef &field : list) {
    if (!field.attributes.empty()) {
      const AttributeSummary attributes = read(field.attributes, AttributePlace::Field);
      if (attributes.off)
        continue;
    }
    Def def;
    def.kind = DefKind::Field;
    def.crate = crate();
    def.name = field.name.name;
    def.name_span = field.name.span;
    def.span = field.span;
    def.parent = parent;
    def.module = owner.module;
    def.visibility = inherit ? owner.visibility : visibility(field.visibility, owner.module);
    def.field = &field;
    def.index = index++;
    children.push_back(tables_.defs.add(def));
    constBody(field.type, nullptr, parent);
  }
}

void Collector::enumeration(const ast::EnumItem &item, DefId id) {
  params(item.generics, id, false);
  llvm::SmallVector<DefId, 16> variants;
  const Def owner = tables_.defs[id];
  std::uint32_t index = 0;
  for (const ast::VariantDef &variant : item.variants) {
    AttributeSummary attributes;
    if (!variant.attributes.empty()) {
      attributes = read(variant.attributes, AttributePlace::Variant);
      if (attributes.off)
        continue;
    }
    Def def;
    def.kind = DefKind::Variant;
    def.crate = crate();
    def.name = variant.name.name;
    def.name_span = variant.name.span;
    def.span = variant.span;
    def.parent = id;
    def.module = owner.module;
    def.visibility = owner.visibility;
    def.variant = &variant;
    def.index = index++;
    def.complete = !isLibrary();
    def.unstable = attributes.unstable;
    const DefId variant_id = tables_.defs.add(def);
    variants.push_back(variant_id);
    if (isLibrary())
      registerLang(attributes, variant_id);
    llvm::SmallVector<DefId, 4> children;
    fields(variant.fields, variant_id, true, children);
    tables_.defs.setChildren(variant_id, children);
    declareItem(variant_id, def.name, Namespace::Type, def.visibility);
    if (variant.shape != ast::VariantShape::Named)
      tables_.declare(id, def.name, Namespace::Value, {Binding::Kind::Item, false, false, variant_id, def.visibility, def.span, nullptr});
    if (variant.discriminant == nullptr)
      continue;
    Def anon;
    anon.kind = DefKind::AnonConst;
    anon.crate = crate();
    anon.name_span = variant.discriminant->span.shrinkToLo();
    anon.span = variant.discriminant->span;
    anon.parent = variant_id;
    anon.module = owner.module;
    anon.visibility = {false, tables_.nearestMod(owner.module)};
    anon.expr = variant.discriminant;
    const DefId anon_id = tables_.defs.add(anon);
    tables_.anonymous[variant.discriminant] = anon_id;
    if (!isLibrary())
      tables_.user_items.push_back(anon_id);
    constBody(nullptr, variant.discriminant, anon_id);
  }
  tables_.defs.setChildren(id, variants);
  declareItem(id, item.name.name, Namespace::Type, owner.visibility);
  derives(item.attributes, id);
}

/// One impl for each word of `#[derive(…)]`.
void Collector::derives(ast::List<ast::Attribute> attributes, DefId adt) {
  for (const ast::Attribute &attribute : attributes) {
    if (attribute.is_doc || attribute.meta.path.segments.size() != 1 || known_.attribute(attribute.meta.path.segments[0].ident.name) != AttributeKind::Derive)
      continue;
    for (const ast::Meta &word : attribute.meta.list) {
      if (!word.path.isSingle()) // a literal, which was reported
        continue;
      const Def &owner = tables_.defs[adt];
      Def def;
      def.kind = DefKind::Impl;
      def.crate = crate();
      def.name_span = word.span;
      def.span = word.span;
      def.parent = owner.parent;
      def.module = owner.module;
      def.visibility = owner.visibility;
      def.item = owner.item;
      def.derive = word.path.segments[0].ident.name;
      def.derived_for = adt;
      tables_.impls.push_back(tables_.defs.add(def));
    }
  }
}

void Collector::trait(const ast::TraitItem &item, DefId id) {
  params(item.generics, id, true);
  llvm::SmallVector<DefId, 16> children;
  for (const ast::Item *each : item.items) {
    const DefId child = assocItem(*each, id, true);
    if (child.isValid())
      children.push_back(child);
  }
  tables_.defs.setChildren(id, children);
}

DefId Collector::impl(const ast::ImplItem &item, Place place, Def def, const AttributeSummary &attributes) {
  if (attributes.each != nullptr) {
    eachType(item, place, def, *attributes.each);
    return {};
  }
  if (attributes.declined != nullptr) {
    const std::string name = attributeName(*attributes.declined, tables_.symbols);
    tables_.findings.declineFeature(attributes.declined->span, name);
    def.poison = tables_.keepText(name);
  } else if (!isLibrary() && (item.unsupported != nullptr || item.negative)) {
    def.poison = item.unsupported != nullptr ? item.unsupported : "negative impl";
    tables_.findings.declineFeature(item.span.shrinkToLo().to(item.self_type->span), def.poison);
  }
  if (def.poison != nullptr)
    tables_.has_unknown_items = true;
  const DefId id = tables_.defs.add(def);
  tables_.impls.push_back(id);
  if (!isLibrary() && def.poison == nullptr)
    tables_.user_items.push_back(id);
  if (outer_ != nullptr)
    tables_.outer_locals[id.value] = outer_;
  implItems(item, id);
  return id;
}

void Collector::implItems(const ast::ImplItem &item, DefId id) {
  params(item.generics, id, false);
  if (!isLibrary())
    constBody(item.self_type, nullptr, id);
  llvm::SmallVector<DefId, 16> children;
  for (const ast::Item *each : item.items) {
    const DefId child = assocItem(*each, id, false);
    if (child.isValid())
      children.push_back(child);
  }
  tables_.defs.setChildren(id, children);
}

/// `#[each(Int = i8, i16, …)]`, read from the text: it is no attribute of the language, and its form is known.
void Collector::eachType(const ast::ImplItem &item, Place place, Def def, const ast::Attribute &each) {
  (void)place;
  llvm::StringRef text = library_sources_->text(each.span);
  text = text.substr(text.find('(') + 1);
  text = text.substr(0, text.rfind(')'));
  auto [name, list] = text.split('=');
  def.each_name = tables_.symbols.find(name.trim());
  llvm::SmallVector<llvm::StringRef, 16> types;
  list.split(types, ',', -1, false);
  for (const llvm::StringRef type : types) {
    if (type.trim().empty())
      continue;
    const std::optional<Ty> primitive = type.trim() == "!" ? types_.never : known_.primitive(tables_.symbols.find(type.trim()), types_);
    require(primitive.has_value() && !def.each_name.empty(), "a list of primitive types in `#[each(…)]`");
    def.each_type = *primitive;
    const DefId id = tables_.defs.add(def);
    tables_.impls.push_back(id);
    implItems(item, id);
  }
}

DefId Collector::assocItem(const ast::Item &item, DefId parent, bool in_trait) {
  AttributeSummary attributes;
  const Def &owner = tables_.defs[parent];
  if (!item.attributes.empty()) {
    attributes = read(item.attributes, placeOfPart(item, in_trait, !in_trait && owner.as<ast::ImplItem>()->trait_path != nullptr));
    if (attributes.off)
      return {};
  }
  if (attributes.declined == nullptr)
    attributes.declined = declinedPart(item);
  Def def = makeDef(DefKind::AssocFn, item, {owner.module, parent});
  def.poison = owner.poison;
  const bool inherits = in_trait || owner.as<ast::ImplItem>()->trait_path != nullptr;
  def.visibility = in_trait ? owner.visibility : inherits ? VisibilityScope{true, tables_.root} : visibility(item.visibility, owner.module);
  if (isLibrary())
    def.unstable = attributes.unstable;
  if (attributes.declined != nullptr) {
    const std::string name = attributeName(*attributes.declined, tables_.symbols);
    tables_.findings.declineFeature(attributes.declined->span, name);
    def.poison = tables_.keepText(name);
  }
  Namespace ns = Namespace::Value;
  switch (item.kind) {
  case ast::ItemKind::Fn: {
    const char *unsupported = cast<ast::FnItem>(&item)->unsupported;
    if (unsupported == nullptr)
      break;
    if (!isLibrary() && def.poison == nullptr)
      tables_.findings.declineFeature(item.span.shrinkToLo().to(item.name.span), unsupported);
    def.poison = unsupported;
    break;
  }
  case ast::ItemKind::Const:
    def.kind = DefKind::AssocConst;
    break;
  case ast::ItemKind::TypeAlias:
    def.kind = DefKind::AssocType;
    ns = Namespace::Type;
    break;
  case ast::ItemKind::Unsupported:
    // A macro call, say: which items the impl or trait has is unknown.
    tables_.findings.declineFeature(item.span, cast<ast::UnsupportedItem>(&item)->what);
    [[fallthrough]];
  case ast::ItemKind::Error:
  case ast::ItemKind::Struct:
  case ast::ItemKind::Enum:
  case ast::ItemKind::Impl:
  case ast::ItemKind::Trait:
  case ast::ItemKind::Static:
  case ast::ItemKind::Mod:
  case ast::ItemKind::Use:
    tables_.defs.mutableDef(parent).poison = "items that could not be read";
    tables_.has_unknown_items = true;
    return {};
  }
  const DefId id = tables_.defs.add(def);
  if (!isLibrary() && def.poison == nullptr)
    tables_.user_items.push_back(id);
  params(item.generics, id, false);
  if (in_trait)
    declareItem(id, def.name, ns, def.visibility);
  if (isLibrary())
    registerLang(attributes, id);
  if (item.kind == ast::ItemKind::Fn)
    bodyOf(*cast<ast::FnItem>(&item), id);
  else if (item.kind == ast::ItemKind::Const)
    constBody(cast<ast::ConstItem>(&item)->type, cast<ast::ConstItem>(&item)->value, id);
  else
    constBody(cast<ast::TypeAliasItem>(&item)->type, nullptr, id);
  return id;
}

/// Reference, "Modules": a block may declare a module with a file only by `#[path]`, and that is not looked for.
void Collector::fileModuleInBlock(const ast::ModItem &item, DefId id) {
  bool in_block = false;
  for (DefId at = tables_.defs[id].module; at.isValid() && !in_block; at = tables_.defs[at].parent)
    in_block = tables_.defs[at].kind == DefKind::Block;
  if (!in_block)
    return;
  const bool has_path = llvm::any_of(item.attributes, [&](const ast::Attribute &attribute) {
    return !attribute.is_doc && attribute.meta.path.isSingle() && known_.attribute(attribute.meta.path.segments[0].ident.name) == AttributeKind::Path;
  });
  if (has_path)
    tables_.findings.declineFeature(item.span, "module with a file inside a block");
  else
    tables_.findings.report(Diagnostic(DiagnosticKind::Syntax, "cannot declare a file module inside a block unless it has a path attribute", item.span));
}

void Collector::module(const ast::ModItem &item, DefId id) {
  ast::List<const ast::Item *> list = item.items;
  ast::List<ast::Attribute> inner = item.inner_attributes;
  if (!item.is_inline) {
    const ParsedFile *file = files_.lookup(&item);
    if (file == nullptr) {
      // Whoever looked for the file reported it (E0583 and its like); what it would declare is unknown.
      fileModuleInBlock(item, id);
      tables_.defs.mutableDef(id).open = true;
      tables_.defs.mutableDef(id).missing = true;
      tables_.has_unknown_items = true;
      return;
    }
    list = file->file.items;
    inner = file->file.attributes;
  }
  if (StackGuard::exhausted()) {
    tables_.findings.declineLimit(item.span, "modules nested too deeply");
    tables_.defs.mutableDef(id).open = true;
    return;
  }
  const AttributeSummary attributes = read(inner, AttributePlace::Mod);
  if (attributes.off)
    return;
  if (attributes.declined != nullptr) {
    tables_.findings.declineFeature(attributes.declined->span, attributeName(*attributes.declined, tables_.symbols));
    tables_.defs.mutableDef(id).open = true;
    tables_.has_unknown_items = true;
    return;
  }
  llvm::SmallVector<DefId, 32> children;
  items(list, {id, id}, children);
  tables_.defs.setChildren(id, children);
}

} // namespace lien

// Types, signatures, fields and headers of items.
#include "frontend/types/lower_type.hpp"

#include "frontend/types/const_eval.hpp"
#include "frontend/types/language_switches.hpp"

#include <numeric>

namespace lien {

// ---------------------------------------------------------------------------------------------------------------------- types

Ty Program::Impl::computeTypeOf(DefId id) {
  const Def &data = def(id);
  switch (data.kind) {
  case DefKind::Struct:
  case DefKind::Enum:
    return types.adt(id, program.identityArgs(id));
  case DefKind::Variant:
    return types.fnDef(id, program.identityArgs(id));
  case DefKind::Fn:
  case DefKind::AssocFn:
    return types.fnDef(id, program.identityArgs(id));
  case DefKind::Impl:
    return program.impl(id).self_type;
  case DefKind::TypeAlias: {
    const auto *node = data.as<ast::TypeAliasItem>();
    if (node->type == nullptr)
      return types.error;
    SignatureContext context(*this, id, SignatureContext::Elision::Forbidden, sinkOf(id));
    open_aliases.emplace_back(id, node->type->span);
    const Ty ty = TypeLowerer(program, context).type(*node->type);
    open_aliases.pop_back();
    return ty;
  }
  case DefKind::AssocType: {
    const auto *node = data.as<ast::TypeAliasItem>();
    if (node->type == nullptr)
      return types.projection(id, program.identityArgs(id));
    SignatureContext context(*this, id, SignatureContext::Elision::AssocType, sinkOf(id));
    return TypeLowerer(program, context).type(*node->type);
  }
  case DefKind::Const:
  case DefKind::AssocConst: {
    const auto *node = data.as<ast::ConstItem>();
    if (node->type == nullptr)
      return types.error;
    SignatureContext context(*this, id, SignatureContext::Elision::Static, sinkOf(id));
    return TypeLowerer(program, context).type(*node->type);
  }
  case DefKind::Static: {
    const auto *node = data.as<ast::StaticItem>();
    if (node->type == nullptr)
      return types.error;
    SignatureContext context(*this, id, SignatureContext::Elision::Static, sinkOf(id));
    return TypeLowerer(program, context).type(*node->type);
  }
  case DefKind::Field: {
    const DefId owner = data.parent;
    const bool in_variant = def(owner).kind == DefKind::Variant;
    const AdtInfo &adt = program.adt(in_variant ? def(owner).parent : owner);
    const std::size_t variant = in_variant ? def(owner).index : 0;
    if (variant < adt.variants.size() && data.index < adt.variants[variant].fields.size())
      return adt.variants[variant].fields[data.index].type;
    return types.unknown;
  }
  case DefKind::TypeParam:
    for (const GenericParamDef &param : program.generics(data.parent).params)
      if (param.def == id || (data.param == nullptr && param.index == 0 && !param.def.isValid()))
        return types.param(param.index, param.name);
    return types.error;
  case DefKind::ConstParam:
    for (const GenericParamDef &param : program.generics(data.parent).params)
      if (param.def == id)
        return param.const_type;
    return types.error;
  case DefKind::AnonConst:
    if (def(data.parent).kind == DefKind::Variant)
      return types.integer(discriminantKind(def(data.parent).parent));
    return types.integer(IntKind::Usize);
  case DefKind::Trait:
    return types.param(0, symbolOf(sym::kw_Self));
  case DefKind::Mod:
  case DefKind::Block:
  case DefKind::LifetimeParam:
  case DefKind::Closure:
  case DefKind::OpaqueType:
  case DefKind::Poisoned:
    return types.unknown;
  }
  return types.unknown;
}

// ------------------------------------------------------------------------------------------------------------------ functions

namespace {

/// The lifetimes of the references around `Self` inside the written type of `self`: what `&self` elision goes by. As in rustc, every reference with Self
/// somewhere behind it counts, and any instance of the impl's own ADT is Self. Reference, "Lifetime elision in functions".
class SelfReferences {
public:
  SelfReferences(TypeStore &types, Ty self) : types_(types), self_(self) {}
  llvm::SmallVector<Region, 2> regions;

  /// True when Self occurs.
  bool visit(Ty ty) {
    const TyData &data = types_.data(ty);
    if (ty == self_ || (data.kind == TyKind::Adt && types_.is(self_, TyKind::Adt) && data.def == types_.data(self_).def))
      return true;
    bool found = false;
    for (const GenericArg &arg : data.args)
      if (arg.isType() && visit(arg.type()))
        found = true;
    if (found && data.kind == TyKind::Ref)
      regions.push_back(data.region);
    return found;
  }

private:
  TypeStore &types_;
  Ty self_;
};

bool mentionsUnknown(const TypeStore &types, const FnSig &sig) {
  const auto unknown = [&](Ty ty) { return types.has(ty, TypeFlags::HasUnknown); };
  return unknown(sig.output) || llvm::any_of(sig.inputs, unknown);
}

} // namespace

void Program::Impl::computeFn(DefId id, FnInfo &out) {
  const auto *node = def(id).as<ast::FnItem>();
  DiagnosticSink &sink = sinkOf(id);
  out.poisoned = def(id).poison != nullptr || node->unsupported != nullptr; // declined when it was collected
  const Generics &own = program.generics(id);
  SignatureContext context(*this, id, SignatureContext::Elision::Inputs, sink);
  context.next_anonymous = static_cast<std::uint32_t>(own.late_bound.size());
  TypeLowerer lowerer(program, context);
  llvm::SmallVector<Ty, 6> inputs;
  if (node->self_param.present) {
    const ast::SelfParam &self = node->self_param;
    const Ty self_type = own.parent.isValid() ? program.typeOf(own.parent) : types.error;
    Ty ty = self_type;
    if (self.type != nullptr) {
      ty = lowerer.type(*self.type);
    } else if (self.is_ref) {
      const Region region = self.lifetime.present() ? lowerer.lifetime(self.lifetime) : context.elidedRegion(self.span);
      ty = types.ref(region, self_type, self.mutability);
    }
    SelfReferences references(types, self_type);
    references.visit(ty);
    context.candidates().setSelf(references.regions);
    inputs.push_back(ty);
    out.has_self = true;
  }
  for (const ast::Param &param : node->params) {
    inputs.push_back(param.type == nullptr ? types.error : lowerer.type(*param.type));
    context.candidates().endParameter();
  }
  context.setElision(SignatureContext::Elision::Output);
  out.sig.output = node->output == nullptr ? types.unit : lowerer.type(*node->output);
  context.flush();
  out.sig.inputs = types.types(inputs);
  out.sig.bound_regions = context.next_anonymous;
  out.is_const = node->is_const;
  out.poisoned |= mentionsUnknown(types, out.sig);
}

void Program::Impl::computeConstructor(DefId id, FnInfo &out) {
  const Def &data = def(id);
  const bool is_variant = data.kind == DefKind::Variant;
  const DefId adt_id = is_variant ? data.parent : id;
  const AdtInfo &adt = program.adt(adt_id);
  const std::size_t index = is_variant ? data.index : 0;
  llvm::SmallVector<Ty, 4> inputs;
  if (index < adt.variants.size())
    for (const FieldInfo &field : adt.variants[index].fields)
      inputs.push_back(field.type);
  out.sig = {types.types(inputs), types.adt(adt_id, program.identityArgs(adt_id)), 0};
  out.is_const = true;
  out.poisoned = mentionsUnknown(types, out.sig);
}

// ----------------------------------------------------------------------------------------------------------------------- ADTs

void VariantInfo::indexFields() {
  constexpr std::size_t most_searched = 16;
  if (fields.size() <= most_searched)
    return;
  fields_by_name_.resize(fields.size());
  std::iota(fields_by_name_.begin(), fields_by_name_.end(), 0U);
  llvm::stable_sort(fields_by_name_, [&](std::uint32_t a, std::uint32_t b) { return fields[a].name.value < fields[b].name.value; });
}

std::optional<std::uint32_t> VariantInfo::fieldNamed(Symbol wanted) const {
  if (!fields_by_name_.empty()) {
    const auto found = llvm::lower_bound(fields_by_name_, wanted, [&](std::uint32_t field, Symbol name) { return fields[field].name.value < name.value; });
    return found != fields_by_name_.end() && fields[*found].name == wanted ? std::optional(*found) : std::nullopt;
  }
  for (std::uint32_t field = 0; field < fields.size(); ++field)
    if (fields[field].name == wanted)
      return field;
  return std::nullopt;
}

void Program::Impl::computeAdt(DefId id, AdtInfo &out) {
  const Def &data = def(id);
  out.def = id;
  out.is_enum = data.kind == DefKind::Enum;
  out.complete = program.isComplete(id);
  SignatureContext context(*this, id, SignatureContext::Elision::Forbidden, sinkOf(id));
  TypeLowerer lowerer(program, context);
  const auto addVariant = [&](DefId variant, Symbol name, ast::VariantShape shape, ast::List<ast::FieldDef> fields) {
    VariantInfo &info = out.variants.emplace_back();
    info.def = variant;
    info.name = name;
    info.shape = shape;
    const llvm::ArrayRef<DefId> field_defs = resolver.defs().children(variant);
    for (std::size_t at = 0; at < fields.size(); ++at) {
      const Ty type = fields[at].type == nullptr ? types.error : lowerer.type(*fields[at].type);
      out.complete &= !types.has(type, TypeFlags::HasUnknown);
      info.fields.push_back({at < field_defs.size() ? field_defs[at] : DefId(), fields[at].name.name, type});
    }
    info.indexFields();
  };
  if (!out.is_enum) {
    const auto *node = data.as<ast::StructItem>();
    addVariant(id, node->name.name, node->shape, node->fields);
    return;
  }
  const auto *node = data.as<ast::EnumItem>();
  const llvm::ArrayRef<DefId> variants = resolver.defs().children(id);
  for (std::size_t at = 0; at < node->variants.size() && at < variants.size(); ++at)
    addVariant(variants[at], node->variants[at].name.name, node->variants[at].shape, node->variants[at].fields);
  computeDiscriminants(*node, id, out);
}

/// The type of an enum's discriminants: that of `#[repr(…)]`, else isize (Reference, "Type layout").
IntKind Program::Impl::discriminantKind(DefId adt) {
  static constexpr std::pair<const char *, IntKind> names[] = {
      {"i8", IntKind::I8}, {"i16", IntKind::I16}, {"i32", IntKind::I32}, {"i64", IntKind::I64}, {"i128", IntKind::I128}, {"isize", IntKind::Isize},
      {"u8", IntKind::U8}, {"u16", IntKind::U16}, {"u32", IntKind::U32}, {"u64", IntKind::U64}, {"u128", IntKind::U128}, {"usize", IntKind::Usize}};
  for (const ast::Attribute &attribute : def(adt).item->attributes) {
    if (attribute.is_doc || !attribute.meta.path.isSingle() || resolver.symbols().text(attribute.meta.path.segments.front().ident.name) != "repr")
      continue;
    for (const ast::Meta &word : attribute.meta.list)
      for (const auto &[name, kind] : names)
        if (word.path.isSingle() && resolver.symbols().text(word.path.segments.front().ident.name) == name)
          return kind;
  }
  return IntKind::Isize;
}

/// Each discriminant is the one written or one more than the one before. Reference, "Enumerations": discriminants.
void Program::Impl::computeDiscriminants(const ast::EnumItem &node, DefId id, AdtInfo &out) {
  std::optional<std::int64_t> next = 0;
  const IntKind kind = discriminantKind(id);
  SignatureContext context(*this, id, SignatureContext::Elision::Static, sinkOf(id));
  for (std::size_t at = 0; at < out.variants.size(); ++at) {
    if (const ast::Expr *written = node.variants[at].discriminant) {
      next.reset();
      const auto resolve = [&](const ast::Path &path) { return context.resolve(path, Namespace::Value); }; // named: the evaluator only refers to it
      ConstEvaluator evaluator(program, id, resolve);
      const Const value = evaluator.evaluateForType(*written, types.integer(kind), context.sink());
      if (types.data(value).kind == ConstKind::Value)
        next = static_cast<std::int64_t>(types.data(value).value);
    }
    out.variants[at].discriminant = next;
    if (next && *next == largestDiscriminant(kind))
      next.reset();
    else if (next)
      ++*next;
  }
}

std::int64_t Program::Impl::largestDiscriminant(IntKind kind) {
  switch (kind) {
  case IntKind::I8:
    return INT8_MAX;
  case IntKind::I16:
    return INT16_MAX;
  case IntKind::I32:
    return INT32_MAX;
  case IntKind::U8:
    return UINT8_MAX;
  case IntKind::U16:
    return UINT16_MAX;
  case IntKind::U32:
    return UINT32_MAX;
  case IntKind::U64:
  case IntKind::U128:
  case IntKind::Usize:
    return -1; // as bits
  case IntKind::I64:
  case IntKind::I128:
  case IntKind::Isize:
    return INT64_MAX;
  }
  return INT64_MAX;
}

// --------------------------------------------------------------------------------------------------------------- impls, traits

static void collectAssocItems(const Definitions &defs, DefId parent, std::vector<AssocItem> &out) {
  for (DefId child : defs.children(parent)) {
    const Def &data = defs[child];
    bool has_default = false;
    if (const auto *fn = llvm::dyn_cast_or_null<ast::FnItem>(data.item))
      has_default = fn->body != nullptr;
    else if (const auto *constant = llvm::dyn_cast_or_null<ast::ConstItem>(data.item))
      has_default = constant->value != nullptr;
    else if (const auto *alias = llvm::dyn_cast_or_null<ast::TypeAliasItem>(data.item))
      has_default = alias->type != nullptr;
    if (data.kind == DefKind::AssocFn || data.kind == DefKind::AssocConst || data.kind == DefKind::AssocType)
      out.push_back({child, data.kind, data.name, has_default});
  }
}

void Program::Impl::computeImpl(DefId id, ImplInfo &out) {
  const Def &data = def(id);
  if (data.derived_for.isValid()) {
    computeDerivedImpl(id, out);
    return;
  }
  const auto *node = data.as<ast::ImplItem>();
  DiagnosticSink &sink = sinkOf(id);
  out.negative = node->negative;
  collectAssocItems(resolver.defs(), id, out.items);
  if (data.poison != nullptr) { // declined when it was collected
    out.poisoned = true;
    out.self_type = types.unknown;
    return;
  }
  // Anonymous lifetimes are numbered in the order written: those of the trait first.
  SignatureContext context(*this, id, SignatureContext::Elision::ImplHeader, sink);
  const Generics &own = program.generics(id);
  for (const GenericParamDef &param : own.params)
    if (param.kind == GenericArg::Kind::Region && param.def.isValid())
      context.next_anonymous = param.index + 1; // they follow the named ones
  TypeLowerer lowerer(program, context);
  const std::uint32_t first_anonymous = context.next_anonymous;
  // The self type is an argument of the trait reference, so it is lowered first, its lifetimes numbered behind the trait's.
  if (node->trait_path != nullptr)
    context.next_anonymous += anonymousLifetimes(*node->trait_path);
  const DefId outer = std::exchange(open_impl, id);
  out.self_type = node->self_type == nullptr ? types.error : lowerer.type(*node->self_type);
  open_impl = outer;
  out.poisoned |= types.has(out.self_type, TypeFlags::HasUnknown | TypeFlags::HasError);
  if (node->trait_path == nullptr)
    return;
  context.next_anonymous = first_anonymous;
  std::vector<Predicate> constraints;
  lowerer.enterBinder({});
  out.trait = lowerer.traitRef(*node->trait_path, out.self_type, constraints);
  lowerer.leaveBinder();
  if (!out.trait) {
    out.poisoned = true;
    return;
  }
  out.poisoned |= (types.flagsOf(out.trait->args) & (TypeFlags::HasUnknown | TypeFlags::HasError)) != 0;
  for (const Predicate &constraint : constraints)
    sink.report(
        Diagnostic(DiagnosticKind::E0229, "associated item constraints are not allowed here", constraint.span, "associated item constraint not allowed here"));
  if (!language::user_trait_impls && isUser(id) && !program.isLang(out.trait->trait, LangItem::DropTrait) && !sink.hasDeclines())
    sink.declineFeature(node->trait_path->span, "trait impl");
}

void Program::Impl::computeTrait(DefId id, TraitInfo &out) {
  const Def &data = def(id);
  out.def = id;
  const auto *node = data.as<ast::TraitItem>();
  if (isUser(id) && !language::user_traits)
    sinkOf(id).declineFeature(data.name_span, "user-defined trait");
  collectAssocItems(resolver.defs(), id, out.items);
  out.complete = program.isComplete(id);
  out.is_auto = node->is_auto;
  out.is_marker = program.isLang(id, LangItem::Sized) || program.isLang(id, LangItem::CopyTrait) || program.isLang(id, LangItem::CloneTrait);
  DiagnosticSink muted;
  const auto addSuper = [&](const ast::GenericBound &bound) {
    if (bound.kind != ast::GenericBound::Kind::Trait || isRelaxed(bound))
      return;
    const PathRes res = resolver.resolve(bound.path, Namespace::Type, id, muted);
    if (res.res.kind == ResKind::Def && def(res.res.def).kind == DefKind::Trait)
      out.supertraits.push_back(res.res.def);
    else
      out.complete = false;
  };
  for (const ast::GenericBound *bound : node->supertraits)
    addSuper(*bound);
  for (const ast::WherePredicate &predicate : node->generics.where_predicates) {
    const auto *path = llvm::dyn_cast_or_null<ast::PathType>(predicate.type);
    if (path != nullptr && path->path.isSingle() && path->path.segments.front().ident.name == sym::kw_Self)
      for (const ast::GenericBound *bound : predicate.bounds)
        addSuper(*bound);
  }
}

} // namespace lien

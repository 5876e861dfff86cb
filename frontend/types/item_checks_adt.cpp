// Structs, enums and aliases: names of fields, discriminants, unused parameters, infinite size.
#include "frontend/types/item_checks.hpp"

#include "diagnostics/stack_guard.hpp"

namespace lien {

/// From the first word of the item (visibility included) to the end of its name, parameters, self type or signature.
Span Program::Impl::headSpan(DefId item) const {
  const Def &data = def(item);
  const ast::Item *node = data.item;
  if (const auto *impl = llvm::dyn_cast<ast::ImplItem>(node); impl != nullptr && impl->self_type != nullptr)
    return {node->span.lo(), impl->self_type->span.hi()};
  if (const auto *fn = llvm::dyn_cast<ast::FnItem>(node))
    return {node->span.lo(), fn->output != nullptr ? fn->output->span.hi() : fn->params_span.hi()};
  if (const auto *constant = llvm::dyn_cast<ast::ConstItem>(node); constant != nullptr && constant->type != nullptr)
    return {node->span.lo(), constant->type->span.hi()};
  if (const auto *alias = llvm::dyn_cast<ast::TypeAliasItem>(node); alias != nullptr && data.kind == DefKind::AssocType)
    return {node->span.lo(), alias->name.span.hi()};
  return {node->span.lo(), node->generics.span.empty() ? node->name.span.hi() : node->generics.span.hi()};
}

/// The lists of fields of a struct or of each variant.
static llvm::SmallVector<ast::List<ast::FieldDef>, 4> fieldLists(const ast::Item *item) {
  llvm::SmallVector<ast::List<ast::FieldDef>, 4> lists;
  if (const auto *node = llvm::dyn_cast<ast::StructItem>(item))
    lists.push_back(node->fields);
  else if (const auto *node = llvm::dyn_cast<ast::EnumItem>(item))
    for (const ast::VariantDef &variant : node->variants)
      lists.push_back(variant.fields);
  return lists;
}

/// E0124: field names of a struct or variant are distinct (Reference, "Structs").
void ItemChecker::checkFieldNames(DefId adt) {
  llvm::DenseMap<std::uint32_t, Span> seen;
  for (ast::List<ast::FieldDef> fields : fieldLists(program_.def(adt).item)) {
    seen.clear();
    for (const ast::FieldDef &field : fields) {
      const auto [position, fresh] = seen.try_emplace(field.name.name.value, field.span);
      if (!fresh)
        report(adt, DiagnosticKind::E0124, ("field `" + text(field.name.name) + "` is already declared").str(), field.span, "field already declared")
            .label(position->second, ("`" + text(field.name.name) + "` first declared here").str());
    }
  }
}

// --------------------------------------------------------------------------------------------------------------- discriminants

/// E0081: two variants with one discriminant. E0370: an implicit one past the largest. E0732: an explicit one beside variants with fields needs `#[repr]`.
/// Reference, "Enumerations".
void ItemChecker::checkDiscriminants(DefId adt) {
  const Def &data = program_.def(adt);
  if (data.kind != DefKind::Enum)
    return;
  const auto *node = data.as<ast::EnumItem>();
  const bool has_repr = hasAttribute(node->attributes, resolver_.symbols(), "repr");
  const bool has_explicit = llvm::any_of(node->variants, [](const ast::VariantDef &variant) { return variant.discriminant != nullptr; });
  const bool has_fields = llvm::any_of(node->variants, [](const ast::VariantDef &variant) { return variant.shape != ast::VariantShape::Unit; });
  if (has_explicit && has_fields && !has_repr)
    report(adt, DiagnosticKind::E0732, "`#[repr(inttype)]` must be specified for enums with explicit discriminants and non-unit variants", headSpan(adt));
  if (has_repr && node->variants.empty())
    for (const ast::Attribute &attribute : node->attributes)
      if (!attribute.is_doc && attribute.meta.path.isSingle() && text(attribute.meta.path.segments.front().ident.name) == "repr" &&
          !attribute.meta.list.empty())
        report(adt, DiagnosticKind::E0084, "unsupported representation for zero-variant enum", attribute.meta.list.front().span);
  const std::int64_t largest = Program::Impl::largestDiscriminant(queries_.discriminantKind(adt));
  const AdtInfo &info = program_.adt(adt);
  llvm::DenseMap<std::int64_t, llvm::SmallVector<std::size_t, 1>> by_value;
  llvm::SmallVector<std::int64_t, 2> repeated; // in the order of their first variant's repetition
  for (std::size_t at = 0; at < info.variants.size(); ++at) {
    const auto &value = info.variants[at].discriminant;
    if (!value) {
      const bool overflowed =
          at > 0 && node->variants[at].discriminant == nullptr && info.variants[at - 1].discriminant == std::optional<std::int64_t>(largest);
      if (overflowed)
        report(adt, DiagnosticKind::E0370, "enum discriminant overflowed", node->variants[at].span, "overflowed on value after " + std::to_string(largest));
      continue;
    }
    if (*value == INT64_MAX || *value == INT64_MAX - 1)
      continue; // the map's own keys; nobody writes these twice
    auto &variants = by_value[*value];
    variants.push_back(at);
    if (variants.size() == 2)
      repeated.push_back(*value);
  }
  for (std::int64_t value : repeated) {
    Diagnostic &diagnostic = report(adt, DiagnosticKind::E0081, "discriminant value `" + std::to_string(value) + "` assigned more than once", headSpan(adt));
    for (std::size_t at : by_value[value])
      diagnostic.label(node->variants[at].discriminant != nullptr ? node->variants[at].discriminant->span : node->variants[at].name.span,
                       "`" + std::to_string(value) + "` assigned here");
  }
}

// ------------------------------------------------------------------------------------------------------------ transparent types

namespace {

enum class Size : std::uint8_t { Zero, NonZero, Unknown };

/// Whether a value of the type takes room. A parameter counts as taking some, as no layout can be computed for it.
Size sizeOf(Program &program, Ty ty, unsigned depth) {
  constexpr unsigned deepest = 16;
  TypeStore &types = program.types();
  const TyData &data = types.data(ty);
  switch (data.kind) {
  case TyKind::Bool:
  case TyKind::Char:
  case TyKind::Int:
  case TyKind::Float:
  case TyKind::Ref:
  case TyKind::FnPtr:
  case TyKind::Str:
  case TyKind::Slice:
  case TyKind::Dynamic:
  case TyKind::Param:
    return Size::NonZero;
  case TyKind::Never:
  case TyKind::FnDef:
    return Size::Zero;
  case TyKind::Tuple:
  case TyKind::Adt:
    break;
  case TyKind::Array: // an empty one still aligns
  case TyKind::Closure:
  case TyKind::Error:
  case TyKind::Unknown:
  case TyKind::Projection:
  case TyKind::Opaque:
  case TyKind::Infer:
    return Size::Unknown;
  }
  llvm::SmallVector<Ty, 4> parts;
  if (data.kind == TyKind::Tuple) {
    for (const GenericArg &part : data.args)
      parts.push_back(part.type());
  } else {
    if (program.isLang(data.def, LangItem::PhantomDataStruct))
      return Size::Zero;
    const AdtInfo &info = program.adt(data.def);
    if (!info.complete || info.is_enum || depth == deepest)
      return Size::Unknown;
    const Def &def = program.def(data.def);
    if (def.crate != CrateKind::User || hasAttribute(def.item->attributes, program.resolver().symbols(), "repr"))
      return Size::Unknown;
    for (const FieldInfo &field : info.variants.front().fields)
      parts.push_back(substitute(types, field.type, data.args));
  }
  Size whole = Size::Zero;
  for (const Ty part : parts) {
    const Size size = sizeOf(program, part, depth + 1);
    if (size == Size::NonZero)
      return size;
    if (size == Size::Unknown)
      whole = size;
  }
  return whole;
}

bool isTransparent(const ast::Item &item, const SymbolTable &symbols) {
  return llvm::any_of(item.attributes, [&](const ast::Attribute &attribute) {
    const ast::Meta &meta = attribute.meta;
    return !attribute.is_doc && meta.path.isSingle() && symbols.text(meta.path.segments.front().ident.name) == "repr" &&
           llvm::any_of(meta.list,
                        [&](const ast::Meta &hint) { return hint.path.isSingle() && symbols.text(hint.path.segments.front().ident.name) == "transparent"; });
  });
}

} // namespace

/// `#[repr(transparent)]`: one variant (E0731) with at most one field that takes room (E0690). Reference, "The `transparent` representation".
void ItemChecker::checkTransparent(DefId adt) {
  if (program_.def(adt).item->attributes.empty() || !isTransparent(*program_.def(adt).item, resolver_.symbols()) || llvm::is_contained(infinite_, adt))
    return;
  const AdtInfo &info = program_.adt(adt);
  const std::string kind = info.is_enum ? "enum" : "struct";
  if (info.variants.size() != 1) {
    report(adt, DiagnosticKind::E0731, "transparent enum needs exactly one variant, but has " + std::to_string(info.variants.size()), headSpan(adt),
           "needs exactly one variant, but has " + std::to_string(info.variants.size()));
    return;
  }
  unsigned known = 0;
  unsigned unknown = 0;
  for (const FieldInfo &field : info.variants.front().fields) {
    const Size size = sizeOf(program_, field.type, 0);
    known += size == Size::NonZero ? 1 : 0;
    unknown += size == Size::Unknown ? 1 : 0;
  }
  if (known > 1)
    report(adt, DiagnosticKind::E0690, "transparent " + kind + " needs at most one field with non-trivial size or alignment, but has " + std::to_string(known),
           headSpan(adt), "needs at most one field with non-trivial size or alignment, but has " + std::to_string(known));
  else if (known + unknown > 1)
    queries_.sinkOf(adt).declineFeature(headSpan(adt), "layout of a transparent type");
}

// ----------------------------------------------------------------------------------------------------------- unused parameters

namespace {

/// Places where fields mention a type parameter (or `Self`).
class UsageSpans {
public:
  explicit UsageSpans(Symbol name) : name_(name) {}
  llvm::SmallVector<Span, 2> spans;

  void type(const ast::Type *type) {
    if (type == nullptr || StackGuard::exhausted())
      return;
    switch (type->kind) {
    case ast::TypeKind::Path:
      path(llvm::cast<ast::PathType>(type)->path);
      return;
    case ast::TypeKind::Ref:
      this->type(llvm::cast<ast::RefType>(type)->pointee);
      return;
    case ast::TypeKind::Slice:
      this->type(llvm::cast<ast::SliceType>(type)->element);
      return;
    case ast::TypeKind::Array:
      this->type(llvm::cast<ast::ArrayType>(type)->element);
      return;
    case ast::TypeKind::Tuple:
      for (const ast::Type *element : llvm::cast<ast::TupleType>(type)->elements)
        this->type(element);
      return;
    case ast::TypeKind::FnPtr:
      for (const ast::Type *input : llvm::cast<ast::FnPtrType>(type)->inputs)
        this->type(input);
      this->type(llvm::cast<ast::FnPtrType>(type)->output);
      return;
    case ast::TypeKind::Paren:
      this->type(llvm::cast<ast::ParenType>(type)->inner);
      return;
    case ast::TypeKind::Never:
    case ast::TypeKind::Infer:
    case ast::TypeKind::ImplTrait:
    case ast::TypeKind::DynTrait:
    case ast::TypeKind::Unsupported:
    case ast::TypeKind::Error:
      return;
    }
  }

private:
  void path(const ast::Path &path) {
    if (path.isSingle() && (path.segments.front().ident.name == name_ || path.segments.front().ident.name == sym::kw_Self))
      spans.push_back(path.span);
    for (const ast::PathSegment &segment : path.segments) {
      if (segment.args == nullptr)
        continue;
      for (const ast::GenericArg &arg : segment.args->args)
        type(arg.type);
    }
  }
  Symbol name_;
};

/// Does the ADT reach itself through fields (behind pointers too)?
bool reachesItself(Program &program, DefId adt) {
  llvm::SmallVector<DefId, 8> work{adt};
  llvm::SmallVector<Ty, 16> types;
  for (std::size_t at = 0; at < work.size(); ++at) {
    for (const VariantInfo &variant : program.adt(work[at]).variants)
      for (const FieldInfo &field : variant.fields)
        types.push_back(field.type);
    while (!types.empty()) {
      const TyData &data = program.types().data(types.pop_back_val());
      if (data.kind == TyKind::Adt && data.def == adt)
        return true;
      if (data.kind == TyKind::Adt && !llvm::is_contained(work, data.def))
        work.push_back(data.def);
      for (const GenericArg &arg : data.args)
        if (arg.isType())
          types.push_back(arg.type());
    }
  }
  return false;
}

} // namespace

/// E0392: a parameter whose variance is bivariant is not used. One that only feeds the type itself has an error of its own, without a code.
void ItemChecker::checkUnusedParams(DefId adt) {
  const Generics &generics = program_.generics(adt);
  const bool may_be_unused = llvm::any_of(generics.params, [](const GenericParamDef &param) { return param.kind != GenericArg::Kind::Const; });
  if (!may_be_unused || ill_formed_.contains(adt.value))
    return;
  for (const VariantInfo &variant : program_.adt(adt).variants)
    for (const FieldInfo &field : variant.fields)
      if (types_.has(field.type, TypeFlags::HasError | TypeFlags::HasUnknown))
        return;
  const llvm::ArrayRef<Variance> variances = program_.variances(adt);
  for (const GenericParamDef &param : generics.params) {
    if (param.kind == GenericArg::Kind::Const || variances[param.index] != Variance::Bivariant)
      continue;
    const bool is_type = param.kind == GenericArg::Kind::Type;
    const std::string what = is_type ? "type parameter" : "lifetime parameter";
    const Span span = program_.def(param.def).name_span;
    UsageSpans usage(param.name);
    for (ast::List<ast::FieldDef> fields : fieldLists(program_.def(adt).item))
      for (const ast::FieldDef &field : fields)
        if (is_type)
          usage.type(field.type);
    if (!usage.spans.empty() && reachesItself(program_, adt)) {
      Diagnostic &diagnostic =
          report(adt, DiagnosticKind::RecursiveParameter, (what + " `" + text(param.name) + "` is only used recursively").str(), usage.spans.front());
      for (Span other : llvm::drop_begin(usage.spans))
        diagnostic.primary.push_back({other, {}});
      diagnostic.label(span, what + " must be used non-recursively in the definition");
      continue;
    }
    report(adt, DiagnosticKind::E0392, (what + " `" + text(param.name) + "` is never used").str(), span, "unused " + what)
        .help(("consider removing `" + text(param.name) + "`, referring to it in a field, or using a marker such as `PhantomData`").str());
  }
}

static bool mentionsParam(const TypeStore &types, Ty ty, std::uint32_t index) {
  const TyData &data = types.data(ty);
  if (!data.has(TypeFlags::HasParam))
    return false;
  if (data.kind == TyKind::Param)
    return data.index == index;
  return llvm::any_of(data.args, [&](GenericArg arg) { return arg.isType() && mentionsParam(types, arg.type(), index); });
}

/// E0091: the right side of an alias, expanded, mentions every type parameter.
void ItemChecker::checkUnusedAliasParams(DefId alias) {
  for (const ast::GenericBound *bound : program_.def(alias).as<ast::TypeAliasItem>()->bounds)
    if (bound->kind == ast::GenericBound::Kind::Trait) // without effect, but their names are looked up
      (void)resolver_.resolve(bound->path, PathUse::Trait, alias, queries_.sinkOf(alias));
  const Ty value = program_.typeOf(alias);
  if (types_.has(value, TypeFlags::HasError | TypeFlags::HasUnknown) || types_.is(value, TyKind::Dynamic))
    return;
  for (const GenericParamDef &param : program_.generics(alias).params)
    if (param.kind == GenericArg::Kind::Type && !mentionsParam(types_, value, param.index))
      report(alias, DiagnosticKind::E0091, ("type parameter `" + text(param.name) + "` is never used").str(), program_.def(param.def).name_span,
             "unused type parameter");
}

// ------------------------------------------------------------------------------------------------------------- endless growth

namespace {

std::uint32_t sizeOfType(const TypeStore &types, Ty ty, std::uint32_t limit) {
  std::uint32_t size = 1;
  for (const GenericArg &arg : types.data(ty).args)
    if (arg.isType() && size < limit)
      size += sizeOfType(types, arg.type(), limit - size);
  return size;
}

/// Does an ADT own itself with larger arguments? Then the types that its drop visits have no end (rustc: E0320, where a value of it is dropped).
class GrowthSearch {
public:
  GrowthSearch(Program &program, DefId adt) : program_(program), types_(program.types()), adt_(adt) {}

  bool run() {
    const Ty whole = program_.typeOf(adt_);
    own_size_ = sizeOfType(types_, whole, most);
    return visit(whole, 0);
  }

private:
  static constexpr std::uint32_t most = 64;

  bool visit(Ty ty, std::uint32_t depth) {
    const TyData &data = types_.data(ty);
    const bool owns = data.kind == TyKind::Tuple || data.kind == TyKind::Array || data.kind == TyKind::Slice || data.kind == TyKind::Adt;
    if (!owns || depth == most || !seen_.insert(ty.id()).second)
      return false;
    if (data.kind == TyKind::Adt && data.def == adt_ && sizeOfType(types_, ty, most) > own_size_)
      return true;
    const auto inside = [&](Ty part) { return visit(part, depth + 1); };
    if (data.kind != TyKind::Adt || program_.def(data.def).crate != CrateKind::User)
      return llvm::any_of(data.args, [&](const GenericArg &arg) { return arg.isType() && inside(arg.type()); });
    for (const VariantInfo &variant : program_.adt(data.def).variants)
      for (const FieldInfo &field : variant.fields)
        if (inside(substitute(types_, field.type, types_.data(ty).args)))
          return true;
    return false;
  }

  Program &program_;
  TypeStore &types_;
  DefId adt_;
  std::uint32_t own_size_ = 0;
  llvm::DenseSet<std::uint32_t> seen_;
};

} // namespace

void ItemChecker::checkGrowth(DefId adt) {
  const bool has_type_param = llvm::any_of(program_.generics(adt).params, [](const GenericParamDef &param) { return param.kind == GenericArg::Kind::Type; });
  if (has_type_param && !llvm::is_contained(infinite_, adt) && GrowthSearch(program_, adt).run())
    queries_.sinkOf(adt).declineFeature(headSpan(adt), "type that contains itself with larger arguments");
}

// --------------------------------------------------------------------------------------------------------------- infinite size

namespace {

/// Does a value of an ADT contain a value of the same ADT? Source: rustc's `representability` and `params_in_repr`: contents are fields, tuple and array
/// elements, and those type arguments that the other ADT holds by value. Each cycle is found once, from its first member in source order.
class SizeCycles {
public:
  explicit SizeCycles(Program &program) : program_(program), types_(program.types()) {}
  std::vector<std::vector<DefId>> cycles;

  /// False when the ADT has no finite size.
  bool isFinite(DefId adt);

private:
  enum class State : std::uint8_t { Open, Finite, Infinite };
  bool isFinite(Ty ty);
  /// Which type parameters stand in the ADT by value.
  const llvm::SmallVector<bool, 4> &heldParams(DefId adt);
  void collectHeld(Ty ty, llvm::SmallVectorImpl<bool> &held);

  Program &program_;
  TypeStore &types_;
  llvm::DenseMap<std::uint32_t, State> states_;
  std::vector<DefId> stack_;
  llvm::DenseMap<std::uint32_t, std::unique_ptr<llvm::SmallVector<bool, 4>>> held_;
};

bool SizeCycles::isFinite(DefId adt) {
  const auto [position, fresh] = states_.try_emplace(adt.value, State::Open);
  if (!fresh) {
    if (position->second != State::Open)
      return position->second == State::Finite;
    const auto first = llvm::find(stack_, adt);
    cycles.emplace_back(first, stack_.end());
    return false;
  }
  if (StackGuard::exhausted())
    return true;
  stack_.push_back(adt);
  bool finite = true;
  for (const VariantInfo &variant : program_.adt(adt).variants)
    for (const FieldInfo &field : variant.fields)
      if (finite && !isFinite(field.type))
        finite = false;
  stack_.pop_back();
  states_[adt.value] = finite ? State::Finite : State::Infinite;
  return finite;
}

bool SizeCycles::isFinite(Ty ty) {
  const TyData &data = types_.data(ty);
  if (data.kind == TyKind::Tuple)
    return llvm::all_of(data.args, [&](GenericArg arg) { return isFinite(arg.type()); });
  if (data.kind == TyKind::Array)
    return isFinite(data.element());
  if (data.kind != TyKind::Adt)
    return true;
  if (program_.def(data.def).crate == CrateKind::User && !isFinite(data.def))
    return false;
  const llvm::SmallVector<bool, 4> &held = heldParams(data.def);
  for (std::size_t at = 0; at < data.args.size(); ++at)
    if (data.args[at].isType() && at < held.size() && held[at] && !isFinite(data.args[at].type()))
      return false;
  return true;
}

const llvm::SmallVector<bool, 4> &SizeCycles::heldParams(DefId adt) {
  auto [position, fresh] = held_.try_emplace(adt.value);
  if (fresh) {
    position->second = std::make_unique<llvm::SmallVector<bool, 4>>(program_.generics(adt).count(), false);
    llvm::SmallVector<bool, 4> &held = *position->second; // the map may grow below, the list stays
    for (const VariantInfo &variant : program_.adt(adt).variants)
      for (const FieldInfo &field : variant.fields)
        collectHeld(field.type, held);
    return held;
  }
  return *position->second;
}

void SizeCycles::collectHeld(Ty ty, llvm::SmallVectorImpl<bool> &held) {
  const TyData &data = types_.data(ty);
  if (!data.has(TypeFlags::HasParam) || StackGuard::exhausted())
    return;
  if (data.kind == TyKind::Param) {
    if (data.index < held.size())
      held[data.index] = true;
  } else if (data.kind == TyKind::Tuple || data.kind == TyKind::Array) {
    for (const GenericArg &arg : data.args)
      collectHeld(arg.type(), held);
  } else if (data.kind == TyKind::Adt) {
    const llvm::SmallVector<bool, 4> inner = heldParams(data.def);
    for (std::size_t at = 0; at < data.args.size(); ++at)
      if (data.args[at].isType() && at < inner.size() && inner[at])
        collectHeld(data.args[at].type(), held);
  }
}

} // namespace

void ItemChecker::checkRecursion() {
  SizeCycles sizes(program_);
  for (DefId item : resolver_.userItems()) {
    const DefKind kind = program_.def(item).kind;
    if (kind == DefKind::Struct || kind == DefKind::Enum)
      sizes.isFinite(item);
  }
  for (std::vector<DefId> &cycle : sizes.cycles) {
    const auto by_position = [&](DefId a, DefId b) { return program_.def(a).span.lo() < program_.def(b).span.lo(); };
    std::rotate(cycle.begin(), std::min_element(cycle.begin(), cycle.end(), by_position), cycle.end());
    std::string names;
    for (std::size_t at = 0; at < cycle.size(); ++at)
      names += (at == 0 ? "`" : at + 1 == cycle.size() ? " and `" : ", `") + text(program_.def(cycle[at]).name).str() + "`";
    Diagnostic &diagnostic = report(cycle.front(), DiagnosticKind::E0072,
                                    cycle.size() == 1 ? "recursive type " + names + " has infinite size" : "recursive types " + names + " have infinite size",
                                    headSpan(cycle.front()));
    for (DefId member : llvm::drop_begin(cycle))
      diagnostic.primary.push_back({headSpan(member), {}});
    diagnostic.help("insert some indirection (e.g., a `Box`, `Rc`, or `&`) to break the cycle");
    infinite_.insert(infinite_.end(), cycle.begin(), cycle.end());
  }
}

} // namespace lien

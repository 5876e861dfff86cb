// Generic parameters of each definition: which are early- and which late-bound, anonymous lifetimes of impl headers, `impl Trait` parameters.
//
// Source: rustc dev guide, "Early and late bound parameters"; Reference, "Generic parameters".
#include "frontend/types/lower_type.hpp"

#include "diagnostics/stack_guard.hpp"

namespace lien {

namespace {

/// Walks the written types of a signature and calls back for lifetimes and `impl Trait`.
class TypeWalk {
public:
  virtual ~TypeWalk() = default;
  void type(const ast::Type *type);
  void path(const ast::Path &path);
  void args(const ast::GenericArgs &args);
  void bound(const ast::GenericBound &bound);

protected:
  virtual void lifetime(const ast::Lifetime &lifetime) { (void)lifetime; }
  virtual void elidedRef(Span span) { (void)span; }
  virtual void implTrait(const ast::ImplTraitType &type) {
    for (const ast::GenericBound *entry : type.bounds)
      bound(*entry);
  }
  /// Before a type path is walked; false skips it.
  virtual bool enterPath(const ast::Path &path) {
    (void)path;
    return true;
  }
  /// Function pointers and `Fn(…)` bind the lifetimes elided in them.
  std::uint32_t fn_depth_ = 0;
};

void TypeWalk::type(const ast::Type *type) {
  if (type == nullptr || StackGuard::exhausted())
    return;
  switch (type->kind) {
  case ast::TypeKind::Path:
    path(llvm::cast<ast::PathType>(type)->path);
    return;
  case ast::TypeKind::Ref: {
    const auto *ref = llvm::cast<ast::RefType>(type);
    if (ref->lifetime.present())
      lifetime(ref->lifetime);
    else if (fn_depth_ == 0)
      elidedRef(ref->span);
    this->type(ref->pointee);
    return;
  }
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
  case ast::TypeKind::FnPtr: {
    const auto *fn = llvm::cast<ast::FnPtrType>(type);
    ++fn_depth_;
    for (const ast::Type *input : fn->inputs)
      this->type(input);
    this->type(fn->output);
    --fn_depth_;
    return;
  }
  case ast::TypeKind::ImplTrait:
    implTrait(*llvm::cast<ast::ImplTraitType>(type));
    return;
  case ast::TypeKind::DynTrait:
    for (const ast::GenericBound *entry : llvm::cast<ast::DynTraitType>(type)->bounds)
      bound(*entry);
    return;
  case ast::TypeKind::Paren:
    this->type(llvm::cast<ast::ParenType>(type)->inner);
    return;
  case ast::TypeKind::Never:
  case ast::TypeKind::Infer:
  case ast::TypeKind::Unsupported:
  case ast::TypeKind::Error:
    return;
  }
}

void TypeWalk::path(const ast::Path &path) {
  if (!enterPath(path))
    return;
  if (path.qself != nullptr)
    type(path.qself->type);
  for (const ast::PathSegment &segment : path.segments)
    if (segment.args != nullptr)
      args(*segment.args);
}

void TypeWalk::args(const ast::GenericArgs &args) {
  if (args.parenthesised)
    ++fn_depth_;
  for (const ast::GenericArg &arg : args.args) {
    if (arg.kind == ast::GenericArg::Kind::Lifetime)
      lifetime(arg.lifetime);
    type(arg.type);
    if (arg.args != nullptr)
      this->args(*arg.args);
    for (const ast::GenericBound *entry : arg.bounds)
      bound(*entry);
  }
  for (const ast::Type *input : args.inputs)
    type(input);
  type(args.output);
  if (args.parenthesised)
    --fn_depth_;
}

void TypeWalk::bound(const ast::GenericBound &bound) {
  if (bound.kind == ast::GenericBound::Kind::Outlives)
    lifetime(bound.lifetime);
  else if (bound.kind == ast::GenericBound::Kind::Trait)
    path(bound.path);
}

/// Names of the lifetimes mentioned anywhere.
class LifetimeNames : public TypeWalk {
public:
  llvm::SmallVector<Symbol, 4> names;

protected:
  void lifetime(const ast::Lifetime &lifetime) override { names.push_back(lifetime.name); }
};

/// Lifetimes that the inputs constrain: not those that occur only in projections (`T::Item`, `<T as Tr<'a>>::X`) or as arguments of an alias that drops
/// them. Lifetimes inside `impl Trait` belong to where clauses.
class ConstrainedLifetimes final : public LifetimeNames {
public:
  ConstrainedLifetimes(Resolver &resolver, DefId item) : resolver_(resolver), item_(item) {}

protected:
  void implTrait(const ast::ImplTraitType &) override {}
  bool enterPath(const ast::Path &path) override {
    if (path.qself != nullptr)
      return false;
    DiagnosticSink muted;
    const PathRes res = resolver_.resolve(path, Namespace::Type, item_, muted);
    if (res.resolved < path.segments.size())
      return false; // `T::Item`
    if (res.res.kind != ResKind::Def || resolver_.defs()[res.res.def].kind != DefKind::TypeAlias)
      return true;
    aliasArgs(path, res.res.def);
    return false;
  }

private:
  /// An alias constrains what its right side constrains.
  void aliasArgs(const ast::Path &path, DefId alias) {
    const auto *node = llvm::dyn_cast_or_null<ast::TypeAliasItem>(resolver_.defs()[alias].item);
    const ast::GenericArgs *given = path.segments.back().args;
    if (node == nullptr || given == nullptr || StackGuard::exhausted())
      return;
    ConstrainedLifetimes inside(resolver_, alias);
    inside.type(node->type);
    std::size_t position = 0;
    llvm::SmallVector<const ast::GenericArg *, 4> lifetimes;
    for (const ast::GenericArg &arg : given->args) {
      if (arg.kind == ast::GenericArg::Kind::Lifetime)
        lifetimes.push_back(&arg);
      else
        type(arg.type); // a type argument is taken as used
    }
    for (const ast::GenericParam &param : node->generics.params) {
      if (param.kind != ast::GenericParam::Kind::Lifetime)
        continue;
      if (position < lifetimes.size() && llvm::is_contained(inside.names, param.name.name))
        names.push_back(lifetimes[position]->lifetime.name);
      ++position;
    }
  }

  Resolver &resolver_;
  DefId item_;
};

class ImplTraitTypes final : public TypeWalk {
public:
  llvm::SmallVector<const ast::ImplTraitType *, 2> found;
  LifetimeNames lifetimes;

protected:
  void implTrait(const ast::ImplTraitType &type) override {
    found.push_back(&type);
    for (const ast::GenericBound *entry : type.bounds)
      lifetimes.bound(*entry);
    TypeWalk::implTrait(type);
  }
};

class AnonymousLifetimes final : public TypeWalk {
public:
  std::uint32_t count = 0;

protected:
  void elidedRef(Span) override { ++count; }
  void lifetime(const ast::Lifetime &lifetime) override { count += lifetime.name == sym::lt_underscore && fn_depth_ == 0 ? 1 : 0; }
};

} // namespace

std::uint32_t anonymousLifetimes(const ast::Path &path) {
  AnonymousLifetimes anonymous;
  anonymous.path(path);
  return anonymous.count;
}

/// Early-bound: in a where clause or bound, or in the return type without being constrained by an input. All else of a function is late-bound.
static void earlyLifetimes(Resolver &resolver, DefId id, const ast::FnItem &fn, llvm::SmallVectorImpl<Symbol> &early) {
  LifetimeNames clauses;
  for (const ast::GenericParam &param : fn.generics.params) {
    if (param.kind == ast::GenericParam::Kind::Lifetime && !param.bounds.empty())
      clauses.names.push_back(param.name.name);
    for (const ast::GenericBound *bound : param.bounds)
      clauses.bound(*bound);
  }
  for (const ast::WherePredicate &predicate : fn.generics.where_predicates) {
    if (predicate.lifetime.present())
      clauses.names.push_back(predicate.lifetime.name);
    clauses.type(predicate.type);
    for (const ast::GenericBound *bound : predicate.bounds)
      clauses.bound(*bound);
  }
  ConstrainedLifetimes inputs(resolver, id);
  ImplTraitTypes impl_traits;
  LifetimeNames output;
  if (fn.self_param.present) {
    if (fn.self_param.lifetime.present())
      inputs.names.push_back(fn.self_param.lifetime.name);
    inputs.type(fn.self_param.type);
  }
  for (const ast::Param &param : fn.params) {
    inputs.type(param.type);
    impl_traits.type(param.type);
  }
  output.type(fn.output);
  early.append(clauses.names.begin(), clauses.names.end());
  early.append(impl_traits.lifetimes.names.begin(), impl_traits.lifetimes.names.end());
  for (Symbol name : output.names)
    if (!llvm::is_contained(inputs.names, name))
      early.push_back(name);
}

void Program::Impl::computeGenerics(DefId id, Generics &out) {
  const Def &data = def(id);
  switch (data.kind) {
  case DefKind::Variant:
  case DefKind::Field:
  case DefKind::AnonConst:
  case DefKind::Closure:
  case DefKind::OpaqueType:
  case DefKind::TypeParam:
  case DefKind::ConstParam:
  case DefKind::LifetimeParam:
    if (data.parent.isValid())
      out = program.generics(data.parent);
    return;
  case DefKind::Mod:
  case DefKind::Block:
  case DefKind::Poisoned:
    return;
  case DefKind::Impl:
    if (data.derived_for.isValid()) {
      out = program.generics(data.derived_for);
      return;
    }
    break;
  case DefKind::Fn:
  case DefKind::AssocFn:
  case DefKind::Struct:
  case DefKind::Enum:
  case DefKind::Trait:
  case DefKind::Const:
  case DefKind::AssocConst:
  case DefKind::Static:
  case DefKind::TypeAlias:
  case DefKind::AssocType:
    break;
  }
  if (data.kind == DefKind::AssocFn || data.kind == DefKind::AssocConst || data.kind == DefKind::AssocType) {
    out.parent = data.parent;
    out.parent_count = program.generics(data.parent).count();
  }
  const ast::Generics *written = writtenGenerics(id);
  if (written == nullptr)
    return;
  const llvm::ArrayRef<DefId> declared = resolver.defs().params(id);
  const auto *fn = llvm::dyn_cast<ast::FnItem>(data.item);
  llvm::SmallVector<Symbol, 4> early;
  if (fn != nullptr)
    earlyLifetimes(resolver, id, *fn, early);

  std::uint32_t next = out.parent_count;
  const auto add = [&](GenericArg::Kind kind, Symbol name, DefId param) -> GenericParamDef & {
    GenericParamDef entry;
    entry.kind = kind;
    entry.name = name;
    entry.def = param;
    entry.index = next++;
    return out.params.emplace_back(entry);
  };
  if (data.kind == DefKind::Trait)
    add(GenericArg::Kind::Type, symbolOf(sym::kw_Self), DefId());
  for (DefId param : declared) {
    const ast::GenericParam *node = def(param).param;
    if (node == nullptr || node->kind != ast::GenericParam::Kind::Lifetime)
      continue;
    if (fn != nullptr && !llvm::is_contained(early, node->name.name))
      out.late_bound.push_back(param);
    else
      add(GenericArg::Kind::Region, node->name.name, param);
  }
  if (const auto *node = llvm::dyn_cast<ast::ImplItem>(data.item); node != nullptr && data.kind == DefKind::Impl) {
    AnonymousLifetimes anonymous;
    if (node->trait_path != nullptr)
      anonymous.path(*node->trait_path);
    anonymous.type(node->self_type);
    for (std::uint32_t at = 0; at < anonymous.count; ++at)
      add(GenericArg::Kind::Region, symbolOf(sym::lt_underscore), DefId());
  }
  llvm::SmallVector<std::pair<std::size_t, const ast::GenericParam *>, 2> const_params;
  for (DefId param : declared) {
    const ast::GenericParam *node = def(param).param;
    if (node == nullptr || node->kind == ast::GenericParam::Kind::Lifetime)
      continue;
    const bool is_type = node->kind == ast::GenericParam::Kind::Type;
    GenericParamDef &entry = add(is_type ? GenericArg::Kind::Type : GenericArg::Kind::Const, node->name.name, param);
    entry.has_default = is_type ? node->type != nullptr : node->default_expr != nullptr;
    if (!is_type)
      const_params.emplace_back(out.params.size() - 1, node);
  }
  if (fn != nullptr) {
    ImplTraitTypes impl_traits;
    for (const ast::Param &param : fn->params)
      impl_traits.type(param.type);
    for (const ast::ImplTraitType *node : impl_traits.found) {
      GenericParamDef &entry = add(GenericArg::Kind::Type, Symbol(), DefId());
      entry.synthetic = true;
      synthetic_params[node] = entry.index;
    }
    if (!impl_traits.found.empty())
      impl_trait_types[id.value].assign(impl_traits.found.begin(), impl_traits.found.end());
  }
  // Types of constant parameters come last: lowering them may ask for these very generics.
  for (const auto &[position, node] : const_params) {
    SignatureContext context(*this, id, SignatureContext::Elision::Forbidden, sinkOf(id));
    context.setParameterFree();
    const Ty type = node->type == nullptr ? types.error : TypeLowerer(program, context).type(*node->type);
    out.params[position].const_type = type;
  }
}

std::optional<GenericArg> Program::Impl::computeDefault(DefId id) {
  const Def &data = def(id);
  if (data.param == nullptr)
    return std::nullopt;
  SignatureContext context(*this, data.parent, SignatureContext::Elision::Forbidden, sinkOf(data.parent));
  context.setDefaultOf(id);
  TypeLowerer lowerer(program, context);
  if (data.kind == DefKind::TypeParam && data.param->type != nullptr)
    return GenericArg(lowerer.type(*data.param->type));
  if (data.kind == DefKind::ConstParam && data.param->default_expr != nullptr)
    return GenericArg(lowerer.constant(*data.param->default_expr, program.typeOf(id)));
  return std::nullopt;
}

} // namespace lien

// The queries' memo tables and entry points; what computes an answer stands in the files named after it.
#include "frontend/types/program_impl.hpp"

#include "diagnostics/internal_error.hpp"

namespace lien {

Program::Program(Resolver &resolver, TypeStore &types) : resolver_(resolver), types_(types), impl_(std::make_unique<Impl>(*this, resolver, types)) {}
Program::~Program() = default;

DefId Program::Impl::itemOf(DefId id) const {
  while (id.isValid()) {
    const Def &data = def(id);
    switch (data.kind) {
    case DefKind::Field:
    case DefKind::Variant:
    case DefKind::TypeParam:
    case DefKind::ConstParam:
    case DefKind::LifetimeParam:
    case DefKind::AnonConst:
    case DefKind::OpaqueType:
    case DefKind::Closure:
      id = data.parent;
      continue;
    case DefKind::Impl:
      return data.derived_for.isValid() ? data.derived_for : id; // its findings are about the ADT
    case DefKind::Mod:
    case DefKind::Block:
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
    case DefKind::Poisoned:
      return id;
    }
  }
  return id;
}

DiagnosticSink &Program::Impl::sinkOf(DefId id) { return isUser(id) ? sinks.get(itemOf(id)).first->value : library_sink; }

const ast::Generics *Program::Impl::writtenGenerics(DefId id) const {
  const Def &data = def(id);
  switch (data.kind) {
  case DefKind::Fn:
  case DefKind::AssocFn:
  case DefKind::Struct:
  case DefKind::Enum:
  case DefKind::Trait:
  case DefKind::Impl:
  case DefKind::Const:
  case DefKind::AssocConst:
  case DefKind::Static:
  case DefKind::TypeAlias:
  case DefKind::AssocType:
    return data.item == nullptr ? nullptr : &data.item->generics;
  case DefKind::Mod:
  case DefKind::Block:
  case DefKind::Variant:
  case DefKind::Field:
  case DefKind::TypeParam:
  case DefKind::ConstParam:
  case DefKind::LifetimeParam:
  case DefKind::AnonConst:
  case DefKind::Closure:
  case DefKind::OpaqueType:
  case DefKind::Poisoned:
    return nullptr;
  }
  return nullptr;
}

const Generics &Program::generics(DefId def) {
  const auto [entry, fresh] = impl_->generics.get(def);
  if (fresh) {
    impl_->computeGenerics(def, entry->value);
    entry->done = true;
  }
  return entry->value;
}

llvm::ArrayRef<Predicate> Program::predicates(DefId def) {
  const auto [entry, fresh] = impl_->predicates.get(def);
  if (fresh) {
    std::vector<Predicate> computed;
    impl_->computePredicates(def, computed);
    entry->value = std::move(computed); // at once: whoever asked in between saw an empty list, never a growing one
    entry->done = true;
  }
  return entry->value;
}

llvm::ArrayRef<Predicate> Program::itemBounds(DefId def) {
  const auto [entry, fresh] = impl_->item_bounds.get(def);
  if (fresh) {
    std::vector<Predicate> computed;
    impl_->computeItemBounds(def, computed);
    entry->value = std::move(computed);
    entry->done = true;
  }
  return entry->value;
}

llvm::ArrayRef<TraitRef> Program::supertraitRefs(DefId trait) {
  const auto [entry, fresh] = impl_->supertraits.get(trait);
  if (fresh) {
    std::vector<TraitRef> computed;
    impl_->computeSupertraits(trait, computed);
    entry->value = std::move(computed);
    entry->done = true;
  }
  return entry->value;
}

Ty Program::typeOf(DefId def) {
  const auto [entry, fresh] = impl_->type_of.get(def);
  if (fresh) {
    const Ty computed = impl_->computeTypeOf(def);
    entry->value = computed;
    entry->done = true;
    return computed;
  }
  if (entry->done)
    return entry->value;
  // A type that is defined by itself: shown at the mention, in the first of the cycle, of the next.
  for (const auto &[alias, mention] : impl_->open_aliases) {
    if (alias != def)
      continue;
    impl_->sinkOf(def).report(Diagnostic(DiagnosticKind::E0391, ("cycle detected when expanding type alias `" + resolver_.pathOf(def) + "`"), mention));
  }
  return types_.error;
}

std::optional<GenericArg> Program::defaultOf(DefId param) {
  if (!param.isValid())
    return std::nullopt;
  const auto [entry, fresh] = impl_->defaults.get(param);
  if (fresh) {
    entry->value = impl_->computeDefault(param);
    entry->done = true;
  }
  return entry->value;
}

const FnInfo &Program::fn(DefId def) {
  const auto [entry, fresh] = impl_->fns.get(def);
  if (fresh) {
    entry->value.sig.output = types_.unknown;
    const DefKind kind = this->def(def).kind;
    if (isFunction(kind))
      impl_->computeFn(def, entry->value);
    else
      impl_->computeConstructor(def, entry->value);
    entry->done = true;
  }
  return entry->value;
}

const AdtInfo &Program::adt(DefId def) {
  const auto [entry, fresh] = impl_->adts.get(def);
  if (fresh) {
    impl_->computeAdt(def, entry->value);
    entry->done = true;
  }
  return entry->value;
}

const ImplInfo &Program::impl(DefId def) {
  const auto [entry, fresh] = impl_->impls.get(def);
  if (fresh) {
    entry->value.def = def;
    entry->value.self_type = types_.unknown; // what a header sees that mentions itself
    impl_->computeImpl(def, entry->value);
    entry->done = true;
  }
  return entry->value;
}

const TraitInfo &Program::trait(DefId def) {
  const auto [entry, fresh] = impl_->traits.get(def);
  if (fresh) {
    impl_->computeTrait(def, entry->value);
    entry->done = true;
  }
  return entry->value;
}

Args Program::identityArgs(DefId def) {
  const auto [entry, fresh] = impl_->identity.get(def);
  if (!fresh && entry->done)
    return entry->value;
  const Generics &own = generics(def);
  llvm::SmallVector<GenericArg, 8> list;
  if (own.parent.isValid()) {
    const Args parent = identityArgs(own.parent);
    list.append(parent.begin(), parent.end());
  }
  for (const GenericParamDef &param : own.params) {
    switch (param.kind) {
    case GenericArg::Kind::Type:
      list.push_back(types_.param(param.index, param.name));
      break;
    case GenericArg::Kind::Region:
      list.push_back(Region::early(param.index));
      break;
    case GenericArg::Kind::Const:
      list.push_back(types_.constParam(param.index, param.name));
      break;
    }
  }
  entry->value = types_.args(list);
  entry->done = true;
  return entry->value;
}

Region Program::regionOf(DefId lifetime_param) {
  const Generics &own = generics(def(lifetime_param).parent);
  for (const GenericParamDef &param : own.params)
    if (param.def == lifetime_param)
      return Region::early(param.index);
  for (std::uint32_t at = 0; at < own.late_bound.size(); ++at)
    if (own.late_bound[at] == lifetime_param)
      return Region::bound(0, at);
  return Region::error();
}

FnSig Program::signatureInBody(DefId fn) {
  const auto [entry, fresh] = impl_->body_signatures.get(fn);
  if (fresh) {
    entry->value = instantiateBinder(types_, this->fn(fn).sig, [](std::uint32_t index) { return Region::late(index); });
    entry->value.bound_regions = 0;
    entry->done = true;
  }
  return entry->value;
}

bool Program::isComplete(DefId def) {
  const auto [entry, fresh] = impl_->complete.get(def);
  if (fresh) {
    entry->value = impl_->computeComplete(def);
    entry->done = true;
  }
  return entry->value;
}

bool hasAttribute(llvm::ArrayRef<ast::Attribute> attributes, const SymbolTable &symbols, llvm::StringRef name) {
  return llvm::any_of(attributes, [&](const ast::Attribute &attribute) {
    return !attribute.is_doc && attribute.meta.path.isSingle() && symbols.text(attribute.meta.path.segments.front().ident.name) == name;
  });
}

bool Program::Impl::computeComplete(DefId id) {
  const Def &data = def(id);
  if (data.kind == DefKind::Poisoned || data.poison != nullptr)
    return false;
  return data.crate == CrateKind::User || data.kind == DefKind::Impl || data.complete;
}

// ---------------------------------------------------------------------------------------------------------------------- status

/// Asks every signature query of an item once, so that all its findings exist.
void Program::Impl::force(DefId id) {
  const auto [entry, fresh] = forced.get(id);
  if (!fresh)
    return;
  const DefKind kind = def(id).kind;
  switch (kind) {
  case DefKind::Fn:
  case DefKind::AssocFn:
    (void)program.predicates(id);
    program.fn(id);
    break;
  case DefKind::Struct:
  case DefKind::Enum:
    (void)program.predicates(id);
    program.adt(id);
    break;
  case DefKind::Trait:
    (void)program.predicates(id);
    program.trait(id);
    break;
  case DefKind::Impl:
    program.impl(id);
    (void)program.predicates(id);
    break;
  case DefKind::AssocType:
    (void)program.itemBounds(id);
    if (def(def(id).parent).kind == DefKind::Impl)
      program.typeOf(id);
    break;
  case DefKind::TypeAlias:
  case DefKind::Const:
  case DefKind::AssocConst:
  case DefKind::Static:
    program.typeOf(id);
    break;
  case DefKind::Mod:
  case DefKind::Block:
  case DefKind::Variant:
  case DefKind::Field:
  case DefKind::TypeParam:
  case DefKind::ConstParam:
  case DefKind::LifetimeParam:
  case DefKind::AnonConst:
  case DefKind::Closure:
  case DefKind::OpaqueType:
  case DefKind::Poisoned:
    break;
  }
  for (const GenericParamDef &param : program.generics(id).params)
    program.defaultOf(param.def);
  entry->done = true;
}

DiagnosticSink &Program::itemSink() { return impl_->item_sink; }

bool Program::signatureHasErrors(DefId def) {
  const DefId item = impl_->itemOf(def);
  if (!item.isValid() || !impl_->isUser(item))
    return false;
  impl_->force(item);
  const auto *entry = impl_->sinks.find(item);
  if (entry != nullptr && entry->value.hasErrors())
    return true;
  const DefId parent = this->def(item).parent;
  const DefKind kind = parent.isValid() ? this->def(parent).kind : DefKind::Mod;
  return (kind == DefKind::Impl || kind == DefKind::Trait) && signatureHasErrors(parent);
}

bool Program::signatureIsDeclined(DefId def) {
  const DefId item = impl_->itemOf(def);
  if (!item.isValid())
    return false;
  if (this->def(item).kind == DefKind::Poisoned || this->def(item).poison != nullptr)
    return true;
  if (!impl_->isUser(item))
    return false;
  impl_->force(item);
  const auto *entry = impl_->sinks.find(item);
  if (entry != nullptr && entry->value.hasDeclines())
    return true;
  const DefId parent = this->def(item).parent;
  const DefKind kind = parent.isValid() ? this->def(parent).kind : DefKind::Mod;
  return (kind == DefKind::Impl || kind == DefKind::Trait) && signatureIsDeclined(parent);
}

void Program::checkItems() { impl_->checkAllItems(); }

} // namespace lien

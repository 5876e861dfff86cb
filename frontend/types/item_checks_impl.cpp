// Headers of impls: which types may have them, parameters that nothing determines, orphans, overlap, names defined twice.
#include "frontend/types/item_checks.hpp"

#include "frontend/types/infer.hpp"
#include "frontend/types/language_switches.hpp"

namespace lien {

// -------------------------------------------------------------------------------------------------------------- inherent impls

/// E0116, E0118, E0390: inherent impls are for nominal types of this crate (Reference, "Inherent implementations").
void ItemChecker::checkInherentTarget(DefId impl) {
  const ImplInfo &info = program_.impl(impl);
  const TyData &data = types_.data(info.self_type);
  switch (data.kind) {
  case TyKind::Error:
  case TyKind::Unknown:
    return;
  case TyKind::Adt:
    if (program_.def(data.def).crate != CrateKind::User)
      break;
    return;
  case TyKind::Dynamic:
    if (!data.def.isValid() || program_.def(data.def).crate != CrateKind::User)
      break;
    return;
  case TyKind::Param:
  case TyKind::Projection:
  case TyKind::Opaque:
  case TyKind::Infer:
  case TyKind::FnDef:
  case TyKind::Closure:
    report(impl, DiagnosticKind::E0118, "no nominal type found for inherent implementation", headSpan(impl), "impl requires a nominal type");
    return;
  case TyKind::Bool:
  case TyKind::Char:
  case TyKind::Int:
  case TyKind::Float:
  case TyKind::Str:
  case TyKind::Never:
  case TyKind::Tuple:
  case TyKind::Array:
  case TyKind::Slice:
  case TyKind::Ref:
  case TyKind::FnPtr:
    report(impl, DiagnosticKind::E0390, "cannot define inherent `impl` for primitive types", headSpan(impl)).help("consider using an extension trait instead");
    return;
  }
  report(impl, DiagnosticKind::E0116, "cannot define inherent `impl` for a type outside of the crate where the type is defined", headSpan(impl),
         "impl for type defined outside of crate");
}

namespace {

/// Marks the parameters that a type determines. Those inside projections are not determined by them. Source: rustc's `constrained_generic_params`.
void markConstrained(const TypeStore &types, GenericArg arg, bool projections_too, llvm::SmallVectorImpl<bool> &marked) {
  const auto mark = [&](std::size_t index) {
    if (index < marked.size())
      marked[index] = true;
  };
  switch (arg.kind()) {
  case GenericArg::Kind::Region:
    if (arg.region().kind() == Region::Kind::EarlyParam)
      mark(arg.region().index());
    return;
  case GenericArg::Kind::Const:
    if (types.data(arg.constant()).kind == ConstKind::Param)
      mark(static_cast<std::size_t>(types.data(arg.constant()).value));
    return;
  case GenericArg::Kind::Type:
    break;
  }
  const TyData &data = types.data(arg.type());
  if (data.kind == TyKind::Param)
    mark(data.index);
  if ((data.kind == TyKind::Projection || data.kind == TyKind::Opaque) && !projections_too)
    return;
  if (data.kind == TyKind::Array)
    markConstrained(types, data.length, projections_too, marked);
  if (data.kind == TyKind::Ref || data.kind == TyKind::Dynamic)
    markConstrained(types, data.region, projections_too, marked);
  for (const GenericArg &inner : data.args)
    markConstrained(types, inner, projections_too, marked);
}

} // namespace

/// E0207: each type and constant parameter of an impl is determined by its self type, its trait, or a projection of what is (Reference, "Generic
/// Implementations").
void ItemChecker::checkConstrained(DefId impl) {
  const ImplInfo &info = program_.impl(impl);
  const Generics &generics = program_.generics(impl);
  if (info.poisoned || generics.params.empty())
    return;
  llvm::SmallVector<bool, 8> marked(generics.count(), false);
  markConstrained(types_, info.self_type, false, marked);
  if (info.trait)
    for (const GenericArg &arg : info.trait->args)
      markConstrained(types_, arg, false, marked);
  bool changed = true;
  while (changed) {
    changed = false;
    for (const Predicate &predicate : program_.predicates(impl)) {
      if (predicate.kind != Predicate::Kind::Projection)
        continue;
      llvm::SmallVector<bool, 8> inputs(generics.count(), false);
      for (const GenericArg &arg : predicate.trait.args)
        markConstrained(types_, arg, true, inputs);
      bool determined = true;
      for (std::size_t at = 0; at < inputs.size(); ++at)
        determined &= !inputs[at] || marked[at];
      if (!determined)
        continue;
      const llvm::SmallVector<bool, 8> before = marked;
      markConstrained(types_, predicate.type, false, marked);
      changed |= before != marked;
    }
  }
  for (const GenericParamDef &param : generics.params) {
    if (param.kind == GenericArg::Kind::Region || marked[param.index])
      continue;
    const std::string kind = param.kind == GenericArg::Kind::Type ? "type" : "const";
    report(impl, DiagnosticKind::E0207,
           ("the " + kind + " parameter `" + text(param.name).str() + "` is not constrained by the impl trait, self type, or predicates"),
           program_.def(param.def).span, "unconstrained " + kind + " parameter");
  }
}

// --------------------------------------------------------------------------------------------------------------------- overlap

namespace {

enum class Overlap : std::uint8_t { No, Yes, Unknown };

/// Whether a future version of the library may add an impl that makes the predicate hold: then "it does not hold" says nothing. Source: Reference,
/// "Trait implementation coherence"; rustc's `trait_ref_is_knowable`.
bool isKnowable(Program &program, const TraitRef &trait) {
  if (program.def(trait.trait).crate == CrateKind::User)
    return true;
  TypeStore &types = program.types();
  for (const GenericArg &arg : trait.args) {
    if (!arg.isType())
      continue;
    const TyData *data = &types.data(arg.type());
    while (data->kind == TyKind::Ref)
      data = &types.data(data->element());
    if (data->kind == TyKind::Adt && program.def(data->def).crate == CrateKind::User)
      return true;
  }
  // Built-in types have all the impls of built-in traits that they will ever have.
  const TyKind kind = types.kind(trait.self());
  return kind != TyKind::Adt && kind != TyKind::Param && kind != TyKind::Projection && kind != TyKind::Infer && kind != TyKind::Opaque;
}

/// May one type (and trait reference) match both impl headers? Their where clauses separate them only where their failing is knowable.
Overlap overlap(Program &program, DefId a, DefId b) {
  const ImplInfo &first = program.impl(a);
  const ImplInfo &second = program.impl(b);
  if (first.poisoned || second.poisoned)
    return Overlap::Unknown;
  InferContext infer(program, {});
  TypeStore &types = program.types();
  const Args first_args = infer.freshArgs(a, {}, {});
  const Args second_args = infer.freshArgs(b, {}, {});
  const auto header = [&](const ImplInfo &info, Args args) {
    return eraseRegions(types, substitute(types, info.trait ? info.trait->args : types.args({info.self_type}), args));
  };
  if (!infer.unify(header(first, first_args), header(second, second_args)))
    return Overlap::No;
  for (const auto &[impl, args] : {std::pair(a, first_args), std::pair(b, second_args)}) {
    for (Predicate predicate : program.predicates(impl)) {
      if (predicate.kind != Predicate::Kind::Trait)
        continue;
      predicate.trait.args = infer.resolve(eraseRegions(types, substitute(types, predicate.trait.args, args)));
      if (infer.evaluate(predicate) == Answer::No && isKnowable(program, predicate.trait))
        return Overlap::No;
    }
  }
  return Overlap::Yes;
}

} // namespace

/// E0592: one name in two inherent impls that may apply to one type, or twice in one impl.
void ItemChecker::checkDuplicateMethods() {
  struct Named {
    DefId impl, item;
  };
  // By type, name and namespace; constants and functions share one.
  llvm::DenseMap<std::pair<std::uint64_t, std::uint64_t>, llvm::SmallVector<Named, 1>> by_name;
  std::vector<std::pair<std::uint64_t, std::uint64_t>> repeated;
  for (DefId impl : resolver_.userItems()) {
    if (program_.def(impl).kind != DefKind::Impl || program_.def(impl).derived_for.isValid())
      continue;
    const ImplInfo &info = program_.impl(impl);
    if (program_.def(impl).as<ast::ImplItem>()->trait_path != nullptr)
      continue;
    for (const AssocItem &item : info.items) {
      const std::pair key(shapeOf(types_, info.self_type).key(),
                          (static_cast<std::uint64_t>(item.name.value) << 1U) | (item.kind == DefKind::AssocType ? 1U : 0U));
      auto &list = by_name[key];
      list.push_back({impl, item.def});
      if (list.size() == 2)
        repeated.push_back(key);
    }
  }
  for (const auto &key : repeated) {
    const auto &list = by_name[key];
    llvm::SmallVector<Named, 2> firsts; // the first of each impl
    for (const Named &entry : list) {
      const auto *same = llvm::find_if(firsts, [&](const Named &first) { return first.impl == entry.impl; });
      const std::string title = ("duplicate definitions with name `" + text(program_.def(entry.item).name) + "`").str();
      const std::string label = ("duplicate definitions for `" + text(program_.def(entry.item).name) + "`").str();
      if (same != firsts.end()) {
        report(entry.item, DiagnosticKind::E0592, title, headSpan(entry.item), label)
            .label(headSpan(same->item), ("other definition for `" + text(program_.def(entry.item).name) + "`").str());
        continue;
      }
      for (const Named &first : firsts)
        if (overlap(program_, first.impl, entry.impl) == Overlap::Yes)
          report(first.item, DiagnosticKind::E0592, title, headSpan(first.item), label)
              .label(headSpan(entry.item), ("other definition for `" + text(program_.def(entry.item).name) + "`").str());
      firsts.push_back(entry);
    }
  }
}

/// E0119: two impls of a trait that may apply to one type. Only pairs with an impl of this crate are looked at. Derived impls count as written after the
/// others: they are the ones that are reported.
void ItemChecker::checkOverlap() {
  llvm::DenseMap<std::uint32_t, bool> seen;
  std::vector<DefId> traits;
  for (DefId impl : queries_.userImplList()) {
    const ImplInfo &info = program_.impl(impl);
    if (info.trait && !info.poisoned && seen.try_emplace(info.trait->trait.value, true).second)
      traits.push_back(info.trait->trait);
  }
  for (DefId trait : traits) {
    for (DefId impl : program_.traitImpls(trait)) {
      if (program_.def(impl).crate != CrateKind::User || program_.impl(impl).poisoned)
        continue;
      const bool derived = program_.def(impl).derived_for.isValid();
      for (DefId other : program_.traitImplsFor(trait, program_.impl(impl).self_type)) {
        if (other == impl)
          continue;
        const bool other_derived = program_.def(other).derived_for.isValid();
        const bool other_is_user = program_.def(other).crate == CrateKind::User;
        // Each pair once: reported at the later one.
        if (other_is_user && (derived != other_derived ? other_derived : program_.def(other).name_span.lo() > program_.def(impl).name_span.lo()))
          continue;
        if (overlap(program_, other, impl) != Overlap::Yes)
          continue;
        const Ty self = program_.impl(impl).self_type;
        const Span span = derived ? program_.def(impl).name_span : headSpan(impl);
        Diagnostic &diagnostic =
            report(impl, DiagnosticKind::E0119,
                   "conflicting implementations of trait `" + program_.print(*program_.impl(impl).trait) + "` for type `" + program_.print(self) + "`", span,
                   "conflicting implementation for `" + program_.print(self) + "`");
        if (other_is_user)
          diagnostic.label(other_derived ? program_.def(other).name_span : headSpan(other), "first implementation here");
        break;
      }
    }
  }
}

// ----------------------------------------------------------------------------------------------------------------- trait impls

namespace {

/// Fundamental types are as local as what they wrap: references, Box (and Pin, which no lang item names).
bool isLocal(Program &program, Ty ty) {
  TypeStore &types = program.types();
  const TyData *data = &types.data(ty);
  while (data->kind == TyKind::Ref || (data->kind == TyKind::Adt && program.isLang(data->def, LangItem::BoxStruct)))
    data = &types.data(data->args.front().type());
  if (data->kind == TyKind::Adt)
    return program.def(data->def).crate == CrateKind::User;
  return data->kind == TyKind::Dynamic && data->def.isValid() && program.def(data->def).crate == CrateKind::User;
}

/// A parameter that stands bare (behind fundamental types at most).
std::optional<std::uint32_t> uncoveredParam(Program &program, Ty ty) {
  TypeStore &types = program.types();
  const TyData *data = &types.data(ty);
  while (data->kind == TyKind::Ref || (data->kind == TyKind::Adt && program.isLang(data->def, LangItem::BoxStruct)))
    data = &types.data(data->args.front().type());
  return data->kind == TyKind::Param ? std::optional<std::uint32_t>(data->index) : std::nullopt;
}

} // namespace

/// E0117, E0210 (orphans), E0120, E0206, E0322, E0200: which traits may be implemented for which types. Reference, "Trait implementation coherence".
bool ItemChecker::checkTraitTarget(DefId impl) {
  const ImplInfo &info = program_.impl(impl);
  if (info.poisoned || !info.trait)
    return true;
  const TraitRef &trait = *info.trait;
  const auto *node = program_.def(impl).as<ast::ImplItem>();
  if (program_.isLang(trait.trait, LangItem::Sized)) {
    report(impl, DiagnosticKind::E0322, "explicit impls for the `Sized` trait are not permitted", headSpan(impl), "impl of `Sized` not allowed");
    return false;
  }
  bool allowed = true;
  if (program_.def(trait.trait).crate != CrateKind::User) {
    bool found_local = false;
    std::optional<std::uint32_t> uncovered;
    for (const GenericArg &arg : trait.args) {
      if (!arg.isType())
        continue;
      if (isLocal(program_, arg.type())) {
        found_local = true;
        break;
      }
      if (!uncovered)
        uncovered = uncoveredParam(program_, arg.type());
    }
    allowed = found_local && !uncovered;
    if (uncovered) {
      const GenericParamDef &param = program_.generics(impl).params[*uncovered];
      const std::string message = ("type parameter `" + text(param.name) + "` must be " +
                                   (found_local ? "covered by another type when it appears before the first local type"
                                                : "used as the type parameter for some local type (e.g., `MyStruct<" + text(param.name).str() + ">`)"))
                                      .str();
      report(impl, DiagnosticKind::E0210, message, program_.def(param.def).span, message);
    } else if (!found_local) {
      const TyKind kind = types_.kind(info.self_type);
      const char *what = kind == TyKind::Adt ? "types defined outside of the crate"
                         : kind == TyKind::Tuple || kind == TyKind::Array || kind == TyKind::Slice || kind == TyKind::FnPtr ? "arbitrary types"
                                                                                                                            : "primitive types";
      report(impl, DiagnosticKind::E0117, std::string("only traits defined in the current crate can be implemented for ") + what, headSpan(impl));
    }
  }
  const TyData &self = types_.data(info.self_type);
  const bool local_adt = self.kind == TyKind::Adt && program_.def(self.def).crate == CrateKind::User;
  if (program_.isLang(trait.trait, LangItem::DropTrait) && !local_adt)
    report(impl, DiagnosticKind::E0120, "the `Drop` trait may only be implemented for local structs, enums, and unions", node->self_type->span,
           "must be a struct, enum, or union in the current crate");
  if (program_.isLang(trait.trait, LangItem::CopyTrait) && self.kind == TyKind::Ref)
    report(impl, DiagnosticKind::E0206, "the trait `Copy` cannot be implemented for this type", node->self_type->span,
           "type is not a structure or enumeration");
  return allowed;
}

/// E0366: `Drop` is implemented for every instance of a type or for none: the self type's arguments are distinct parameters. E0367: and it may not ask for
/// more than the type itself does. Source: Reference, "Destructors"; rustc's `dropck`.
void ItemChecker::checkDrop(DefId impl) {
  const ImplInfo &info = program_.impl(impl);
  if (info.poisoned || !info.trait || !program_.isLang(info.trait->trait, LangItem::DropTrait))
    return;
  const TyData &self = types_.data(info.self_type);
  if (self.kind != TyKind::Adt || program_.def(self.def).crate != CrateKind::User)
    return;
  llvm::SmallVector<GenericArg, 8> seen;
  for (const GenericArg &arg : self.args) {
    const bool is_param = arg.kind() == GenericArg::Kind::Type     ? types_.is(arg.type(), TyKind::Param)
                          : arg.kind() == GenericArg::Kind::Region ? arg.region().kind() == Region::Kind::EarlyParam
                                                                   : types_.data(arg.constant()).kind == ConstKind::Param;
    if (arg.kind() == GenericArg::Kind::Region && arg.region().kind() == Region::Kind::Error)
      return; // a lifetime left out was reported (E0726)
    if (!is_param || llvm::is_contained(seen, arg)) {
      report(impl, DiagnosticKind::E0366, "`Drop` impls cannot be specialized", headSpan(impl))
          .noteAt(headSpan(self.def), "use the same sequence of generic lifetime, type and const parameters as the type definition");
      return;
    }
    seen.push_back(arg);
  }
  // What the type's own predicates say of the impl's parameters.
  ParamEnv env = paramEnvOf(program_, self.def);
  for (Predicate &predicate : env.predicates) {
    predicate.trait.args = substitute(types_, predicate.trait.args, self.args);
    if (predicate.kind == Predicate::Kind::Projection || predicate.kind == Predicate::Kind::TypeOutlives)
      predicate.type = substitute(types_, predicate.type, self.args);
    const auto region = [&](Region old) { return old.kind() == Region::Kind::EarlyParam ? self.args[old.index()].region() : old; };
    predicate.a = region(predicate.a);
    predicate.b = region(predicate.b);
  }
  const std::string kind = resolver_.describe(self.def).str();
  llvm::SmallVector<OutlivesPair, 4> inferred;
  for (const OutlivesPair &pair : program_.inferredOutlives(self.def)) {
    OutlivesPair &mapped = inferred.emplace_back(pair);
    mapped.subject = substitute(types_, types_.args({pair.subject}), self.args).front();
    mapped.shorter = pair.shorter.kind() == Region::Kind::EarlyParam ? self.args[pair.shorter.index()].region() : pair.shorter;
  }
  InferContext infer(program_, env);
  for (const Predicate &predicate : program_.predicates(impl)) {
    std::string printed;
    Span span = predicate.span;
    switch (predicate.kind) {
    case Predicate::Kind::Trait:
    case Predicate::Kind::Projection: {
      Predicate erased = predicate;
      erased.trait.args = eraseRegions(types_, predicate.trait.args);
      if (predicate.kind == Predicate::Kind::Projection)
        erased.type = eraseRegions(types_, predicate.type);
      const Answer answer = infer.evaluate(erased);
      if (answer == Answer::Unknown)
        queries_.sinkOf(impl).declineLibrary(span, "`" + program_.print(predicate) + "`");
      if (answer != Answer::No)
        continue;
      printed = program_.print(predicate);
      break;
    }
    case Predicate::Kind::TypeOutlives:
    case Predicate::Kind::RegionOutlives: {
      const OutlivesPair wanted{predicate.kind == Predicate::Kind::TypeOutlives ? GenericArg(predicate.type) : GenericArg(predicate.a), predicate.b};
      const bool written = llvm::any_of(env.predicates, [&](const Predicate &known) {
        return known.kind == predicate.kind && known.type == predicate.type && known.a == predicate.a && known.b == predicate.b;
      });
      if (written || llvm::is_contained(inferred, wanted))
        continue;
      if (predicate.kind == Predicate::Kind::RegionOutlives)
        span = headSpan(impl);
      printed = program_.print(predicate);
      break;
    }
    }
    report(impl, DiagnosticKind::E0367, "`Drop` impl requires `" + printed + "` but the " + kind + " it is implemented for does not", span)
        .noteAt(headSpan(self.def), "the implementor must specify the same requirement");
  }
}

/// E0184: a type with a destructor is not Copy. E0204: nor is one with a field that is not. Reference, "Special types and traits: Copy".
bool ItemChecker::checkCopy(DefId impl) {
  const ImplInfo &info = program_.impl(impl);
  if (info.poisoned || info.negative || !info.trait || !program_.isLang(info.trait->trait, LangItem::CopyTrait))
    return true;
  const TyData &self = types_.data(info.self_type);
  if (self.kind != TyKind::Adt || program_.def(self.def).crate != CrateKind::User)
    return true;
  const Def &data = program_.def(impl);
  const Span span = data.derived_for.isValid() ? program_.def(self.def).name_span : data.as<ast::ImplItem>()->self_type->span;
  InferContext infer(program_, paramEnvOf(program_, impl));
  llvm::SmallVector<const FieldInfo *, 2> offending;
  for (const VariantInfo &variant : program_.adt(self.def).variants) {
    for (const FieldInfo &field : variant.fields) {
      const Ty ty = infer.normalize(eraseRegions(types_, substitute(types_, field.type, self.args)), program_.def(field.def).span);
      const Answer answer = types_.has(ty, TypeFlags::HasError) ? Answer::Yes : infer.isCopy(ty);
      if (answer == Answer::No)
        offending.push_back(&field);
      else if (answer != Answer::Yes)
        queries_.sinkOf(self.def).declineLibrary(program_.def(field.def).span, "`" + program_.print(ty) + ": Copy`");
    }
  }
  if (!offending.empty()) {
    Diagnostic &diagnostic = report(self.def, DiagnosticKind::E0204, "the trait `Copy` cannot be implemented for this type", span);
    for (const FieldInfo *field : offending)
      diagnostic.label(program_.def(field->def).span, "this field does not implement `Copy`");
    return false;
  }
  if (!program_.dropImpl(self.def).isValid())
    return true;
  report(self.def, DiagnosticKind::E0184, "the trait `Copy` cannot be implemented for this type; the type has a destructor", span,
         "`Copy` not allowed on types with destructors");
  return false;
}

} // namespace lien

// Facts about finished types, as MIR and the checker ask them: Copy, Sized, drop glue, fields, inhabitedness.
//
// Types here have erased regions and no inference variables, so every answer is kept.
#include "diagnostics/internal_error.hpp"
#include "frontend/types/solver.hpp"

namespace lien {

struct TypeFacts::Impl {
  Impl(Program &owner, const ParamEnv &env) : program(owner), types(owner.types()), solver(owner, env) {}

  Answer needsDrop(Ty ty);
  Answer fieldsNeedDrop(Ty ty, const TyData &data);
  Answer isUninhabited(Ty ty, DefId module);
  Answer adtIsUninhabited(const TyData &data, DefId module);
  Answer variantIsUninhabited(const AdtInfo &adt, const VariantInfo &variant, Args args, DefId module);
  Ty fieldType(Ty adt, std::uint32_t variant, std::uint32_t field);
  Ty instantiate(Ty written, Args args) {
    Goals goals;
    const Ty value = eraseRegions(types, substitute(types, written, args));
    return types.has(value, TypeFlags::HasProjection) ? solver.resolve(solver.normalize(value, goals)) : value;
  }
  /// While a type's parts are looked at, the type itself counts as No: recursion adds nothing. A No that rests on this is kept only by the outermost type.
  template <typename Compute> Answer remember(llvm::DenseMap<std::uint32_t, Answer> &known, Ty ty, Compute compute) {
    if (const auto found = known.find(ty.id()); found != known.end())
      return found->second;
    for (std::size_t at = 0; at < under_way.size(); ++at)
      if (under_way[at] == ty) {
        assumed = std::min(assumed, at);
        return Answer::No;
      }
    const std::size_t own = under_way.size();
    const std::size_t outer = std::exchange(assumed, nothing);
    under_way.push_back(ty);
    const Answer answer = compute();
    under_way.pop_back();
    if (answer != Answer::No || assumed >= own)
      known[ty.id()] = answer;
    assumed = assumed < own ? std::min(assumed, outer) : outer;
    return answer;
  }

  static constexpr std::size_t nothing = SIZE_MAX;
  llvm::SmallVector<Ty, 8> under_way;
  std::size_t assumed = nothing; ///< the outermost type under way that an answer rests on
  Program &program;
  TypeStore &types;
  Solver solver;
  llvm::DenseMap<std::uint32_t, Answer> copy, drop, uninhabited;
  DefId uninhabited_module;
  llvm::DenseMap<std::pair<std::uint32_t, std::uint64_t>, Ty> fields;
};

TypeFacts::TypeFacts(Program &program, const ParamEnv &env) : impl_(std::make_unique<Impl>(program, env)) {}
TypeFacts::~TypeFacts() = default;

Answer TypeFacts::isCopy(Ty ty) {
  const auto [entry, is_new] = impl_->copy.try_emplace(ty.id(), Answer::No);
  if (!is_new)
    return entry->second;
  const Answer answer = impl_->solver.holds(ty, impl_->solver.cache.copy);
  impl_->copy[ty.id()] = answer;
  return answer;
}

Answer TypeFacts::isSized(Ty ty) { return impl_->solver.holds(ty, impl_->solver.cache.sized); }
Answer TypeFacts::needsDrop(Ty ty) { return impl_->needsDrop(ty); }
Ty TypeFacts::fieldType(Ty adt, std::uint32_t variant, std::uint32_t field) { return impl_->fieldType(adt, variant, field); }

bool TypeFacts::isBox(Ty ty) {
  const TyData &data = impl_->types.data(ty);
  return data.kind == TyKind::Adt && data.def == impl_->solver.cache.box && !data.args.empty();
}

Ty TypeFacts::boxContent(Ty ty) { return isBox(ty) ? impl_->types.data(ty).args.front().type() : impl_->types.error; }

Answer TypeFacts::isUninhabited(Ty ty, DefId from_module) {
  if (impl_->uninhabited_module != from_module) {
    impl_->uninhabited.clear();
    impl_->uninhabited_module = from_module;
  }
  return impl_->isUninhabited(ty, from_module);
}

Ty TypeFacts::Impl::fieldType(Ty adt, std::uint32_t variant, std::uint32_t field) {
  const auto key = std::pair(adt.id(), (static_cast<std::uint64_t>(variant) << 32U) | field);
  if (const auto found = fields.find(key); found != fields.end())
    return found->second;
  const TyData &data = types.data(adt);
  if (data.kind == TyKind::Error || data.kind == TyKind::Unknown)
    return adt;
  lien::require(data.kind == TyKind::Adt, "only a struct or enum has declared fields");
  const AdtInfo &info = program.adt(data.def);
  lien::require(variant < info.variants.size() && field < info.variants[variant].fields.size(), "there is no such field");
  const Ty value = instantiate(info.variants[variant].fields[field].type, data.args);
  fields[key] = value;
  return value;
}

namespace {

/// Yes wins, then Unknown: one part with the property gives it to the whole.
void join(Answer &whole, Answer part) {
  if (part == Answer::Yes || whole == Answer::No)
    whole = part;
}

} // namespace

/// Reference, "Destructors": a value has drop glue if its type implements Drop or a part of it has drop glue.
Answer TypeFacts::Impl::needsDrop(Ty ty) {
  const TyData &data = types.data(ty);
  switch (data.kind) {
  case TyKind::Error:
  case TyKind::Bool:
  case TyKind::Char:
  case TyKind::Int:
  case TyKind::Float:
  case TyKind::Str:
  case TyKind::Never:
  case TyKind::Ref:
  case TyKind::FnDef:
  case TyKind::FnPtr:
    return Answer::No;
  case TyKind::Unknown:
  case TyKind::Closure:
  case TyKind::Infer:
    return Answer::Unknown;
  case TyKind::Dynamic:
    return Answer::Yes;
  case TyKind::Param:
  case TyKind::Projection:
  case TyKind::Opaque: {
    const Answer copies = solver.holds(ty, solver.cache.copy);
    return copies == Answer::Yes ? Answer::No : copies == Answer::Unknown ? Answer::Unknown : Answer::Yes;
  }
  case TyKind::Array: {
    const ConstData &length = types.data(data.length);
    if (length.kind == ConstKind::Value && length.value == 0)
      return Answer::No;
    return needsDrop(data.element());
  }
  case TyKind::Slice:
    return needsDrop(data.element());
  case TyKind::Tuple: {
    Answer whole = Answer::No;
    for (const GenericArg &part : data.args)
      join(whole, needsDrop(part.type()));
    return whole;
  }
  case TyKind::Adt:
    break;
  }
  if (StackGuard::exhausted())
    return Answer::Unknown;
  return remember(drop, ty, [&] { return fieldsNeedDrop(ty, data); });
}

Answer TypeFacts::Impl::fieldsNeedDrop(Ty ty, const TyData &data) {
  if (data.def == solver.cache.manually_drop || data.def == solver.cache.phantom_data)
    return Answer::No;
  if (data.def == solver.cache.box || program.dropImpl(data.def).isValid())
    return Answer::Yes;
  const AdtInfo &adt = program.adt(data.def);
  // An item that nobody could read may be an impl of Drop.
  const bool user = program.def(data.def).crate == CrateKind::User;
  Answer whole = user && program.resolver().hasUnknownItems() ? Answer::Unknown : Answer::No;
  for (std::uint32_t variant = 0; variant < adt.variants.size(); ++variant)
    for (std::uint32_t field = 0; field < adt.variants[variant].fields.size() && whole != Answer::Yes; ++field)
      join(whole, needsDrop(fieldType(ty, variant, field)));
  return whole;
}

/// Reference, "Never type", and rustc's `inhabitedness` module: private fields of other modules count as inhabited.
Answer TypeFacts::Impl::isUninhabited(Ty ty, DefId module) {
  const TyData &data = types.data(ty);
  switch (data.kind) {
  case TyKind::Never:
    return Answer::Yes;
  case TyKind::Unknown:
    return Answer::Unknown;
  case TyKind::Error:
  case TyKind::Bool:
  case TyKind::Char:
  case TyKind::Int:
  case TyKind::Float:
  case TyKind::Str:
  case TyKind::Slice:
  case TyKind::Ref:
  case TyKind::FnDef:
  case TyKind::FnPtr:
  case TyKind::Closure:
  case TyKind::Dynamic:
  case TyKind::Param:
  case TyKind::Projection:
  case TyKind::Opaque:
  case TyKind::Infer:
    return Answer::No;
  case TyKind::Array: {
    const ConstData &length = types.data(data.length);
    if (length.kind == ConstKind::Value && length.value == 0)
      return Answer::No;
    const Answer element = isUninhabited(data.element(), module);
    return element == Answer::Yes && length.kind != ConstKind::Value ? Answer::No : element;
  }
  case TyKind::Tuple: {
    Answer whole = Answer::No;
    for (const GenericArg &part : data.args)
      join(whole, isUninhabited(part.type(), module));
    return whole;
  }
  case TyKind::Adt:
    break;
  }
  if (StackGuard::exhausted())
    return Answer::Unknown;
  return remember(uninhabited, ty, [&] { return adtIsUninhabited(data, module); });
}

Answer TypeFacts::Impl::variantIsUninhabited(const AdtInfo &adt, const VariantInfo &variant, Args args, DefId module) {
  Answer whole = Answer::No;
  for (const FieldInfo &field : variant.fields)
    if (adt.is_enum || (field.def.isValid() && program.resolver().isVisibleFrom(field.def, module)))
      join(whole, isUninhabited(instantiate(field.type, args), module));
  return whole;
}

Answer TypeFacts::Impl::adtIsUninhabited(const TyData &data, DefId module) {
  const AdtInfo &adt = program.adt(data.def);
  // All variants must be: one inhabited variant settles it, one of unknown fate leaves it open.
  Answer whole = Answer::Yes;
  for (const VariantInfo &variant : adt.variants) {
    const Answer answer = variantIsUninhabited(adt, variant, data.args, module);
    if (answer == Answer::No)
      return Answer::No;
    if (answer == Answer::Unknown)
      whole = Answer::Unknown;
  }
  return whole == Answer::Yes && !adt.complete ? Answer::Unknown : whole;
}

} // namespace lien

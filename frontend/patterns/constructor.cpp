// Types seen as sets of constructors: field types, ordered domains, emptiness.
#include "frontend/patterns/constructor.hpp"

#include "frontend/types/int_width.hpp"

namespace lien::patterns {

namespace {

Wide wideOf(const typed::ConstantValue &value) { return (static_cast<Wide>(value.hi) << 64U) | value.lo; }

} // namespace

std::optional<RangeDomain> domainOf(const TypeStore &types, Ty ty) {
  const TyData &data = types.data(ty);
  RangeDomain domain;
  if (data.kind == TyKind::Char) {
    domain.is_char = true;
    domain.last = domain.max = 0x10FFFF;
    domain.bits = 32;
    return domain;
  }
  if (data.kind != TyKind::Int)
    return std::nullopt;
  domain.bits = bitsOf(data.int_kind);
  domain.is_signed = isSigned(data.int_kind);
  const Wide largest = domain.bits == 128 ? ~Wide{0} : (Wide{1} << domain.bits) - 1;
  const bool pointer_sized = data.int_kind == IntKind::Isize || data.int_kind == IntKind::Usize;
  domain.first = pointer_sized ? 1 : 0;
  domain.last = domain.first + largest;
  domain.min = data.int_kind == IntKind::Isize ? 0 : domain.first;
  domain.max = pointer_sized ? domain.last + 1 : domain.last;
  return domain;
}

Wide positionOf(const RangeDomain &domain, const typed::ConstantValue &value) {
  if (domain.is_char)
    return value.lo;
  Wide bits = wideOf(value);
  if (domain.is_signed)
    bits += Wide{1} << (domain.bits - 1);
  if (domain.bits < 128)
    bits &= (Wide{1} << domain.bits) - 1;
  return domain.first + bits;
}

PatternContext::PatternContext(Program &program, DefId owner)
    : program_(program), env_(paramEnvOf(program, owner)), facts_(program, env_), module_(program.def(owner).module) {}

llvm::SmallVector<Ty, 4> PatternContext::fieldTypes(const Ctor &ctor, Ty ty) {
  llvm::SmallVector<Ty, 4> result;
  const TyData &data = types().data(ty);
  switch (ctor.kind) {
  case CtorKind::Single:
  case CtorKind::Variant:
    if (data.kind == TyKind::Ref) {
      result.push_back(data.element());
    } else if (data.kind == TyKind::Tuple) {
      for (GenericArg arg : data.args)
        result.push_back(arg.type());
    } else if (facts_.isBox(ty)) {
      result.push_back(facts_.boxContent(ty));
    } else if (data.kind == TyKind::Adt) {
      const VariantInfo &variant = program_.adt(data.def).variants[ctor.kind == CtorKind::Variant ? ctor.index : 0];
      for (std::uint32_t field = 0; field < variant.fields.size(); ++field)
        result.push_back(facts_.fieldType(ty, ctor.kind == CtorKind::Variant ? ctor.index : 0, field));
    }
    break;
  case CtorKind::Slice:
    result.assign(ctor.sliceArity(), data.element());
    break;
  case CtorKind::Bool:
  case CtorKind::Range:
  case CtorKind::Opaque:
  case CtorKind::Wild:
  case CtorKind::Missing:
  case CtorKind::NonExhaustive:
  case CtorKind::Or:
    break;
  }
  return result;
}

bool PatternContext::isEmpty(Ty ty) {
  switch (facts_.isUninhabited(ty, module_)) {
  case Answer::Yes:
    return true;
  case Answer::No:
    return false;
  case Answer::Ambiguous:
  case Answer::Unknown:
    uncertain = true;
    return false;
  }
  return false;
}

bool PatternContext::reservesVariants(DefId adt) {
  const Def &def = program_.def(adt);
  if (def.crate == CrateKind::User || def.item == nullptr)
    return false;
  return llvm::any_of(def.item->attributes, [&](const ast::Attribute &attribute) {
    return attribute.meta.path.isSingle() && program_.resolver().symbols().text(attribute.meta.path.segments.front().ident.name) == "non_exhaustive";
  });
}

const DPat *PatternContext::make(const Ctor &ctor, Ty ty, llvm::ArrayRef<const DPat *> fields) {
  return new (arena_.Allocate<DPat>()) DPat{ctor, ty, fields.copy(arena_)};
}

const DPat *PatternContext::wild(Ty ty) { return make(Ctor{}, ty, {}); }

std::optional<std::uint64_t> PatternContext::arrayLength(Ty ty) {
  const TyData &data = types().data(ty);
  if (data.kind != TyKind::Array)
    return std::nullopt;
  const ConstData &length = types().data(data.length);
  if (length.kind != ConstKind::Value)
    return std::nullopt;
  return length.value;
}

} // namespace lien::patterns

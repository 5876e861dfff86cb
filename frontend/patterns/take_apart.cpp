// Typed patterns into constructors: bindings vanish, unmentioned fields become wildcards.
#include "diagnostics/stack_guard.hpp"
#include "frontend/patterns/constructor.hpp"

namespace lien::patterns {

namespace {

class Apart {
public:
  Apart(PatternContext &context, const typed::TypedBody &body) : context_(context), body_(body) {}

  const DPat *operator()(typed::PatId id) {
    const typed::Pat &pat = body_.pats[id];
    if (StackGuard::exhausted()) {
      context_.uncertain = true;
      return context_.wild(pat.ty);
    }
    switch (pat.kind) {
    case typed::PatKind::Wild:
      return context_.wild(pat.ty);
    case typed::PatKind::Binding:
      return pat.sub.isValid() ? (*this)(pat.sub) : context_.wild(pat.ty);
    case typed::PatKind::Variant:
    case typed::PatKind::Leaf:
      return withFields(pat);
    case typed::PatKind::Deref: {
      const DPat *inner = (*this)(pat.sub);
      return context_.make(Ctor::of(CtorKind::Single), pat.ty, inner);
    }
    case typed::PatKind::Constant:
      return constant(pat);
    case typed::PatKind::Range:
      return range(pat);
    case typed::PatKind::Slice:
      return slice(pat);
    case typed::PatKind::Or: {
      llvm::SmallVector<const DPat *, 4> alternatives;
      for (typed::PatId alternative : pat.prefix)
        alternatives.push_back((*this)(alternative));
      return context_.make(Ctor::of(CtorKind::Or), pat.ty, alternatives);
    }
    case typed::PatKind::Never:
    case typed::PatKind::Error:
      context_.uncertain = true;
      return context_.wild(pat.ty);
    }
    return context_.wild(pat.ty);
  }

private:
  const DPat *withFields(const typed::Pat &pat) {
    const Ctor ctor = pat.kind == typed::PatKind::Variant ? Ctor::of(CtorKind::Variant, pat.variant) : Ctor::of(CtorKind::Single);
    llvm::SmallVector<const DPat *, 8> fields;
    for (Ty ty : context_.fieldTypes(ctor, pat.ty))
      fields.push_back(context_.wild(ty));
    for (const typed::FieldPattern &field : pat.fields)
      if (field.field < fields.size())
        fields[field.field] = (*this)(field.pat);
    return context_.make(ctor, pat.ty, fields);
  }

  const DPat *constant(const typed::Pat &pat) {
    const typed::ConstantValue &value = *pat.value;
    switch (value.kind) {
    case typed::ConstantValue::Kind::Bool:
      return context_.make(Ctor::of(CtorKind::Bool, value.lo != 0 ? 1U : 0U), pat.ty, {});
    case typed::ConstantValue::Kind::Int:
    case typed::ConstantValue::Kind::Char:
      if (std::optional<RangeDomain> domain = domainOf(context_.types(), pat.ty)) {
        const Wide at = positionOf(*domain, value);
        return context_.make(Ctor::ofRange({at, at}), pat.ty, {});
      }
      break;
    case typed::ConstantValue::Kind::Float:
    case typed::ConstantValue::Kind::Str:
    case typed::ConstantValue::Kind::ByteStr:
      break;
    case typed::ConstantValue::Kind::Opaque:
      context_.uncertain = true;
      break;
    }
    Ctor opaque = Ctor::of(CtorKind::Opaque);
    opaque.opaque_text = value.text;
    const DPat *leaf = context_.make(opaque, pat.ty, {});
    // A string literal's pattern is of a reference type: the constant stands behind it.
    const TyData &data = context_.types().data(pat.ty);
    if (data.kind != TyKind::Ref)
      return leaf;
    const DPat *inner = context_.make(leaf->ctor, data.element(), {});
    return context_.make(Ctor::of(CtorKind::Single), pat.ty, inner);
  }

  const DPat *range(const typed::Pat &pat) {
    std::optional<RangeDomain> domain = domainOf(context_.types(), pat.ty);
    if (!domain) // floats
      return context_.make(Ctor::of(CtorKind::Opaque), pat.ty, {});
    if ((pat.value != nullptr && pat.value->kind == typed::ConstantValue::Kind::Opaque) ||
        (pat.end != nullptr && pat.end->kind == typed::ConstantValue::Kind::Opaque)) {
      context_.uncertain = true;
      return context_.make(Ctor::of(CtorKind::Opaque), pat.ty, {});
    }
    const Wide lo = pat.value != nullptr ? positionOf(*domain, *pat.value) : domain->min;
    Wide hi = pat.end != nullptr ? positionOf(*domain, *pat.end) : domain->max;
    if (pat.end != nullptr && !pat.inclusive) {
      if (hi == lo) // empty: an error of its own
        return context_.make(Ctor::of(CtorKind::Opaque), pat.ty, {});
      --hi;
    }
    return context_.make(Ctor::ofRange({lo, hi}), pat.ty, {});
  }

  const DPat *slice(const typed::Pat &pat) {
    llvm::SmallVector<const DPat *, 8> fields;
    for (typed::PatId sub : pat.prefix)
      fields.push_back((*this)(sub));
    for (typed::PatId sub : pat.suffix)
      fields.push_back((*this)(sub));
    Ctor ctor = Ctor::withGap(static_cast<std::uint32_t>(pat.prefix.size()), static_cast<std::uint32_t>(pat.suffix.size()));
    ctor.var_len = pat.has_rest;
    std::optional<std::uint64_t> length = context_.arrayLength(pat.ty);
    if (!ctor.var_len || (length && *length == fields.size())) {
      ctor.prefix += ctor.suffix;
      ctor.suffix = 0;
      ctor.var_len = false;
    }
    return context_.make(ctor, pat.ty, fields);
  }

  PatternContext &context_;
  const typed::TypedBody &body_;
};

} // namespace

const DPat *takeApart(PatternContext &context, const typed::TypedBody &body, typed::PatId pat) { return Apart(context, body)(pat); }

} // namespace lien::patterns

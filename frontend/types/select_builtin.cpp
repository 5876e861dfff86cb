// Goals that rules answer instead of impls: Sized, Copy and Clone of built-in types, auto traits, Fn traits of functions.
#include "frontend/types/solver.hpp"

namespace lien {
namespace {

Selection answered(Answer answer, bool open = false) { return {answer, {Candidate::Kind::Silent, {}, {}}, open, answer}; }

/// What every function pointer implements, whatever its signature: an impl for each number of parameters cannot be written down.
bool isFnPointerTrait(Program &program, DefId trait) {
  static constexpr LangItem traits[] = {LangItem::PartialEqTrait, LangItem::EqTrait,    LangItem::PartialOrdTrait, LangItem::OrdTrait,
                                        LangItem::HashTrait,      LangItem::DebugTrait, LangItem::PointerTrait};
  return llvm::any_of(traits, [&](LangItem item) { return program.isLang(trait, item); });
}

/// Holds if it holds for the parts.
Selection byParts() { return {Answer::Yes, {Candidate::Kind::Builtin, {}, {}}, false, std::nullopt}; }

} // namespace

std::optional<Selection> Solver::selectBuiltin(DefId trait, Args args) {
  const Ty self = shallow(args.front().type());
  if (trait == cache.sized)
    return selectSized(self);
  const TyKind kind = store.kind(self);
  if (trait == cache.copy || trait == cache.clone) {
    if (kind == TyKind::Adt || kind == TyKind::Param || kind == TyKind::Projection || kind == TyKind::Opaque)
      return std::nullopt;
    return selectCopyOrClone(self);
  }
  if (trait == cache.fn || trait == cache.fn_mut || trait == cache.fn_once) {
    if (kind == TyKind::FnDef && program.fn(store.data(self).def).poisoned)
      return answered(Answer::Unknown, true);
    if (kind == TyKind::FnDef || kind == TyKind::FnPtr)
      return Selection{Answer::Yes, {Candidate::Kind::Callable, {}, {}}, false, std::nullopt};
    if (kind == TyKind::Closure)
      return answered(Answer::Unknown, true);
    return std::nullopt;
  }
  if (cache.isAuto(trait))
    return selectAuto(trait, self);
  // Comparisons are with the same type.
  if (kind == TyKind::FnPtr && isFnPointerTrait(program, trait))
    return answered(args.size() == 1 || shallow(args[1].type()) == self ? Answer::Yes : Answer::No);
  return std::nullopt;
}

/// Reference, "Dynamically sized types": str, slices and trait objects are not Sized, nor is a struct whose last field is not.
Selection Solver::selectSized(Ty self) {
  const TyData &data = store.data(self);
  switch (data.kind) {
  case TyKind::Str:
  case TyKind::Slice:
  case TyKind::Dynamic:
    return answered(Answer::No);
  case TyKind::Param:
  case TyKind::Projection:
    return answered(Answer::No); // bounds were asked before
  case TyKind::Opaque:
    return answered(Answer::Yes); // `?Sized` cannot be written there
  case TyKind::Adt: {
    const AdtInfo &adt = program.adt(data.def);
    // The fields of an enum are Sized, or its definition is ill-formed.
    if (adt.is_enum || adt.variants.empty() || adt.variants.front().fields.empty())
      return answered(Answer::Yes);
    return byParts();
  }
  case TyKind::Unknown:
    return answered(Answer::Unknown, true);
  case TyKind::Error:
  case TyKind::Bool:
  case TyKind::Char:
  case TyKind::Int:
  case TyKind::Float:
  case TyKind::Never:
  case TyKind::Tuple:
  case TyKind::Array:
  case TyKind::Ref:
  case TyKind::FnDef:
  case TyKind::FnPtr:
  case TyKind::Closure:
  case TyKind::Infer:
    return answered(Answer::Yes);
  }
  return answered(Answer::Yes);
}

/// Reference, "Special types and traits": Copy and Clone of what has no impl of its own.
Selection Solver::selectCopyOrClone(Ty self) {
  const TyData &data = store.data(self);
  switch (data.kind) {
  case TyKind::Error:
  case TyKind::Bool:
  case TyKind::Char:
  case TyKind::Int:
  case TyKind::Float:
  case TyKind::Never:
  case TyKind::FnDef:
  case TyKind::FnPtr:
  case TyKind::Infer:
    return answered(Answer::Yes); // a numeric variable
  case TyKind::Ref:
    return answered(data.mutability == Mutability::Not ? Answer::Yes : Answer::No);
  case TyKind::Tuple:
  case TyKind::Array:
    return byParts();
  case TyKind::Str:
  case TyKind::Slice:
  case TyKind::Dynamic:
    return answered(Answer::No);
  case TyKind::Unknown:
  case TyKind::Closure:
    return answered(Answer::Unknown, true);
  case TyKind::Adt:
  case TyKind::Param:
  case TyKind::Projection:
  case TyKind::Opaque:
    break; // impls and bounds decide
  }
  return answered(Answer::No);
}

/// Reference, "Auto traits": an explicit impl for the type's outermost shape, positive or negative, replaces the rule by parts.
std::optional<Selection> Solver::selectAuto(DefId trait, Ty self) {
  const TyData &data = store.data(self);
  switch (data.kind) {
  case TyKind::Param:
  case TyKind::Projection:
  case TyKind::Dynamic:
    return answered(Answer::No); // bounds were asked before
  case TyKind::Opaque:           // leaks from the hidden type, which is not known here
  case TyKind::Closure:
  case TyKind::Unknown:
    return answered(Answer::Unknown, true);
  case TyKind::Error:
  case TyKind::Infer:
    return answered(Answer::Yes);
  case TyKind::Bool:
  case TyKind::Char:
  case TyKind::Int:
  case TyKind::Float:
  case TyKind::Str:
  case TyKind::Never:
  case TyKind::FnDef:
  case TyKind::FnPtr:
  case TyKind::Tuple:
  case TyKind::Array:
  case TyKind::Slice:
  case TyKind::Ref:
  case TyKind::Adt:
    break;
  }
  if (!program.traitImplsFor(trait, self).empty())
    return std::nullopt;
  // What a user's type lacks by its parts, an impl that nobody could read may give.
  if (data.kind == TyKind::Adt && program.def(data.def).crate == CrateKind::User && program.resolver().hasUnknownItems()) {
    llvm::SmallVector<Ty, 8> parts;
    builtinParts(trait, self, parts);
    if (!llvm::all_of(parts, [&](Ty part) { return holds(part, trait) == Answer::Yes; }))
      return answered(Answer::Unknown, true);
  }
  return byParts();
}

void Solver::builtinParts(DefId trait, Ty self, llvm::SmallVectorImpl<Ty> &parts) {
  const TyData &data = store.data(self);
  switch (data.kind) {
  case TyKind::Tuple:
  case TyKind::Array:
  case TyKind::Slice:
  case TyKind::Ref:
    for (const GenericArg &arg : data.args)
      parts.push_back(arg.type());
    return;
  case TyKind::Adt: {
    const AdtInfo &adt = program.adt(data.def);
    if (trait == cache.sized) {
      // Only the last field of a struct may be unsized; those of enums were checked with the item.
      if (adt.is_enum || adt.variants.front().fields.empty())
        return;
      parts.push_back(eraseRegions(store, substitute(store, adt.variants.front().fields.back().type, data.args)));
      return;
    }
    if (data.def == cache.phantom_data) {
      for (const GenericArg &arg : data.args)
        if (arg.isType())
          parts.push_back(arg.type());
      return;
    }
    for (const VariantInfo &variant : adt.variants)
      for (const FieldInfo &field : variant.fields)
        parts.push_back(eraseRegions(store, substitute(store, field.type, data.args)));
    return;
  }
  case TyKind::Error:
  case TyKind::Unknown:
  case TyKind::Bool:
  case TyKind::Char:
  case TyKind::Int:
  case TyKind::Float:
  case TyKind::Str:
  case TyKind::Never:
  case TyKind::FnDef:
  case TyKind::FnPtr:
  case TyKind::Closure:
  case TyKind::Dynamic:
  case TyKind::Param:
  case TyKind::Projection:
  case TyKind::Opaque:
  case TyKind::Infer:
    return;
  }
}

} // namespace lien

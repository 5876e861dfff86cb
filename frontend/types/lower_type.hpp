// From written types, paths and bounds to types and predicates.
//
// One lowerer serves signatures and bodies; the `TypeLowering` context says what `_`, elided lifetimes and names mean. What the lowerer itself keeps is
// the stack of binders (`for<'a>`, function pointers, `Fn(A) -> B`) between the place where it stands and the context. Reference: "Types", "Paths in
// types", "Lifetime elision", "Trait and lifetime bounds".
#pragma once

#include "frontend/types/signature_context.hpp"

namespace lien {

class TypeLowerer {
public:
  TypeLowerer(Program &program, TypeLowering &context) : program_(program), types_(program.types()), context_(context) {}

  Ty type(const ast::Type &type);
  /// The arguments of `def` from a path's segment; see `lowerArgs`.
  Args args(DefId def, const ast::GenericArgs *written, Args parent_args, Span segment_span, bool infer_missing);
  /// The trait of a bound with its arguments; `Item = T` and `Item: Bound` are appended as predicates. Must stand under a binder (see `bound`).
  std::optional<TraitRef> traitRef(const ast::Path &path, Ty self, std::vector<Predicate> &projections);
  /// All predicates of one bound on `self`. `?Sized` adds nothing.
  void bound(const ast::GenericBound &bound, Ty self, std::vector<Predicate> &out);
  void wherePredicate(const ast::WherePredicate &predicate, std::vector<Predicate> &out);
  Region lifetime(const ast::Lifetime &lifetime);
  Const constant(const ast::Expr &expr, Ty expected);
  /// Opens and closes the binder of a trait bound.
  void enterBinder(ast::List<ast::GenericParam> for_lifetimes);
  std::uint32_t leaveBinder(); ///< returns the number of lifetimes it bound

private:
  struct Binder {
    enum class Mode : std::uint8_t { Named, Inputs, Output } mode = Mode::Named;
    llvm::SmallVector<Symbol, 2> names; ///< of the first regions of the binder
    std::uint32_t count = 0;
    ElisionCandidates candidates;
    llvm::SmallVector<Span, 2> missing;
  };

  [[nodiscard]] bool inUserCode() const { return program_.def(context_.owner()).crate == CrateKind::User; }
  [[nodiscard]] llvm::StringRef text(Symbol symbol) const { return program_.resolver().symbols().text(symbol); }
  Region noted(Region region, std::size_t binder_of_region);
  Region elided(Span span, bool hidden);
  Ty refType(const ast::RefType &type);
  Ty arrayType(const ast::ArrayType &type);
  Ty fnPtrType(const ast::FnPtrType &type);
  Ty dynType(const ast::DynTraitType &type);
  Ty implTraitType(const ast::ImplTraitType &type);
  /// Inputs and output of a function pointer or `Fn(A) -> B`, in the innermost binder.
  FnSig fnTypes(ast::List<const ast::Type *> inputs, const ast::Type *output);
  /// E0581, E0582: the named lifetimes of the innermost binder that only the output mentions.
  void checkOutputLifetimes(Args inputs, Ty output, DiagnosticKind kind, llvm::StringRef subject, Span span);

  // Paths (lower_type_path.cpp).
  Ty pathType(const ast::PathType &type);
  Ty qualifiedPath(const ast::Path &path);
  Ty resolvedPath(const ast::Path &path, const PathRes &res);
  Ty definitionType(DefId def, const ast::Path &path, std::uint32_t segment_index);
  Ty aliasType(DefId alias, const ast::PathSegment &segment);
  /// `base::segment` where `param` (if valid) is the type parameter or trait whose `Self` the base is, and `impl` the impl whose `Self` it is.
  Ty assocType(Ty base, DefId param, DefId impl, const ast::Path &path, std::uint32_t segment_index);
  Ty projectionOf(const TraitRef &trait, DefId assoc, const ast::PathSegment &segment);
  void ambiguousAssocType(const ast::Path &path, Ty base);
  void rejectArgs(const ast::Path &path, std::uint32_t from, std::uint32_t to, llvm::StringRef on);

  // Arguments (lower_type_args.cpp).
  struct ArgCounts;
  Args lowerArgList(DefId def, const ast::GenericArgs *written, Args parent_args, Span segment_span, bool infer_missing, bool allow_assoc, Ty sugar_inputs);
  void wrongCount(DefId def, const ast::GenericArgs *written, Span segment_span, llvm::StringRef what, std::size_t least, std::size_t most, std::size_t given);
  [[nodiscard]] bool namesType(const ast::Path &path) const;
  std::optional<GenericArg> argFor(const GenericParamDef &param, const ast::GenericArg &written);
  void assocConstraint(const ast::GenericArg &written, const TraitRef &trait, std::vector<Predicate> &out);

  Program &program_;
  TypeStore &types_;
  TypeLowering &context_;
  llvm::SmallVector<Binder, 2> binders_;
  std::optional<Region> object_lifetime_; ///< of a `dyn` directly behind this reference
};

/// The associated type `name` of a trait or one of its supertraits, as the trait reference that declares it; all of them when several do.
void findAssocTypes(Program &program, const TraitRef &trait, Symbol name, llvm::SmallVectorImpl<std::pair<TraitRef, DefId>> &found);
/// The same for the bounds written on a type parameter (or a trait's `Self`) in `item` and its parents. False when one that may declare it is not understood.
bool findAssocTypesInBounds(Program &program, DefId item, DefId param, Symbol name, llvm::SmallVectorImpl<std::pair<TraitRef, DefId>> &found);

} // namespace lien

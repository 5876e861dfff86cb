// The words for what is wrong with borrows and lifetimes: `borrow_wording.cpp` for conflicts with loans, `region_wording.cpp` for lifetimes of the
// signature, `borrow_suggestions.cpp` for the rewrites. Messages and labels as rustc's, with absolute spans.
#pragma once

#include "checker/explain/borrow_causes.hpp"
#include "checker/explain/place_names.hpp"
#include "checker/explain/region_names.hpp"

namespace lien {

class BorrowWording {
public:
  explicit BorrowWording(const BorrowContext &context)
      : context_(context), judged_(context.judged), body_(context.mir()), names_(context.judged), region_names_(context.judged, context.regions) {}

  [[nodiscard]] Diagnostic word(const BorrowCause &cause);
  [[nodiscard]] Diagnostic word(const UniversalRegionError &error);
  [[nodiscard]] Diagnostic word(const TypeTestError &error);

private:
  // ---- loans
  Diagnostic wordUse(const BorrowCause &cause);
  Diagnostic wordBorrow(const BorrowCause &cause);
  Diagnostic wordAssignment(const BorrowCause &cause);
  Diagnostic wordGuardAssignment(const BorrowCause &cause);
  Diagnostic wordMove(const BorrowCause &cause);
  Diagnostic wordEndOfVariable(const BorrowCause &cause);
  Diagnostic wordEndOfTemporary(const BorrowCause &cause);
  Diagnostic wordReturnOfReference(const BorrowCause &cause);
  Diagnostic wordDestructor(const BorrowCause &cause);

  /// What the explanation may say depends on the error that it explains.
  struct ExtentWords {
    std::string borrow;                ///< "first ", "mutable ", or nothing
    std::optional<Span> borrow_span;   ///< absolute; a later use that overlaps it is not shown
    std::optional<Span> second_borrow; ///< absolute
    std::optional<std::string> place;  ///< of what is borrowed, without quotes
  };
  void labelExtent(Diagnostic &finding, const BorrowCause &cause, const ExtentWords &words);
  void labelLaterUse(Diagnostic &finding, const UsedLater &use, const ExtentWords &words);
  void labelLaterDrop(Diagnostic &finding, const BorrowCause &cause, const DroppedLater &drop, const ExtentWords &words);
  void labelRequirement(Diagnostic &finding, const MustOutlive &required, const ExtentWords &words);
  void labelBinding(Diagnostic &finding, mir::LocalId local);
  void labelCollection(Diagnostic &finding, const std::string &place);

  // ---- lifetimes
  std::optional<Diagnostic> wordMissingLifetime(const UniversalRegionError &error, const Blame &blame);
  std::optional<Diagnostic> wordEscape(const UniversalRegionError &error, const Blame &blame);
  Diagnostic wordLifetime(const UniversalRegionError &error, const Blame &blame);
  [[nodiscard]] bool isDeclared(RegionVid universal) const { return universal == static_region || region_names_.declaration(universal).isValid(); }
  [[nodiscard]] llvm::StringRef ownerNoun() const;

  // ---- suggestions
  void suggestEndingTail(Diagnostic &finding, const BorrowCause &cause, const DroppedLater &drop, std::optional<Span> second_borrow);
  void suggestCloningBorrowed(Diagnostic &finding, const Loan &loan);
  void suggestCollecting(Diagnostic &finding, Span returned);
  void suggestNamedLifetime(Diagnostic &finding, const UniversalRegionError &error, const RegionName &longer, const RegionName &shorter);
  void suggestOutlivesBound(Diagnostic &finding, const TypeTestError &error, const std::string &lifetime);

  [[nodiscard]] const Loan &loanOf(const BorrowCause &cause) const { return context_.loans[cause.conflict.loan]; }
  /// As rustc prints types of variables: lifetimes among generic arguments as `'_`.
  [[nodiscard]] std::string printType(Ty ty) const {
    return judged_.program.printNaming(ty, [](Region) { return std::string("'_"); });
  }
  [[nodiscard]] Span absolute(Span span) const { return span.absoluteFrom(body_.base); }
  [[nodiscard]] Span spanAt(Location at) const { return absolute(judged_.flow.spanAt(at)); }
  /// Where what is borrowed ends: a `}` or `;`.
  [[nodiscard]] Span endSpan(const BorrowConflict &conflict) const;

  const BorrowContext &context_;
  const JudgedBody &judged_;
  const mir::Body &body_;
  PlaceNames names_;
  RegionNames region_names_;
};

} // namespace lien

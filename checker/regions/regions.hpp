// Regions of one body: variables, what must outlive what and why, and the least solution (RFC 2094; rustc dev guide, "Region inference").
//
// Every lifetime that occurs in the type of a local, in a borrow, in a call or in a written type is a variable of its own. The MIR type check (`type_check`)
// says which must outlive which, at which statement and for what reason; liveness says at which points each must hold; the solver gives each the smallest
// set of points and of lifetimes of the signature that satisfies both. What follows from it (loans in scope, errors, explanations) only reads this.
//
// Points are statements (`ControlFlow::statementIndex`): a region that holds at a point holds on entry to that statement.
#pragma once

#include "checker/moves/move_paths.hpp"
#include "checker/regions/point_sets.hpp"

#include <array>
#include <memory>

namespace lien {

struct RegionTag;
/// A region variable. The first ones are universal: `'static`, then the lifetimes of the item (early-bound, then late-bound, anonymous ones among them), then
/// the lifetime of the function's own body, which every other universal one outlives.
using RegionVid = Id<RegionTag>;
inline constexpr RegionVid static_region{std::size_t{0}};

/// Why one region must outlive another: decides which constraint an error is blamed on, and its words. As rustc's `ConstraintCategory`.
enum class ConstraintCategory : std::uint8_t {
  Return,         ///< a value flows into the return place
  UseAsConst,     ///< … of a constant
  UseAsStatic,    ///< … of a static
  TypeAnnotation, ///< a type that the user wrote
  Cast,           ///< a coercion or `as`
  CallArgument,
  CopyBound,
  SizedBound,
  Assignment,
  Usage, ///< what becomes a field of a struct or variant
  OpaqueType,
  Predicate, ///< a where-clause of what is used
  Boring,
  BoringNoLocation,
  Internal,
};

/// `sup: sub`.
struct OutlivesConstraint {
  RegionVid sup, sub;
  ConstraintCategory category{};
  bool everywhere = false;             ///< holds for the whole body (types of arguments, well-formedness of the signature), not because of one statement
  Location at;                         ///< meaningless when `everywhere`
  Span span;                           ///< relative to the body
  std::uint32_t argument = UINT32_MAX; ///< CallArgument: index of the argument
  Span bound = {};                     ///< Predicate: absolute, where the bound is written, if by the user (empty otherwise)
};

/// Where a region variable comes from.
struct RegionOrigin {
  enum class Kind : std::uint8_t {
    Universal,
    LocalType, ///< in the type of `local`
    Borrow,    ///< the region of the `&` at `at`
    Field,     ///< in the type of a field that is mentioned at `at` (only when detailed)
    Call,      ///< a lifetime of the callee's signature or of its arguments, at `at`
    Annotation,
    Other,
  } kind{};
  mir::LocalId local;
  Location at;
};

/// A lifetime of the signature that would have to outlive another, and is not known to.
struct UniversalRegionError {
  RegionVid longer; ///< must be outlived by nothing that it does not know of: `longer` contains the end of `shorter`
  RegionVid shorter;
  RegionVid through; ///< the (possibly not universal) region in whose value this shows; equals `longer` for plain ones
};

/// `T: 'r` that is not known to hold (E0309, E0310), where T is a type parameter (or a projection of one).
struct TypeTestError {
  Ty type; ///< the parameter
  RegionVid bound;
  RegionVid universal; ///< the lifetime of the signature that it cannot be shown to outlive; `static_region`: E0310
  Span span;
  ConstraintCategory category{};
  Location at;
};

/// A construct whose lifetimes are not judged yet: the body is declined there.
struct RegionDecline {
  Span span;
  const char *what;
  bool is_limit = false; ///< `what` is the limit that was reached
};

/// How many variables there are. `Detailed`: as many as rustc makes, with the constraints between them. The types of parameters, of the return place and of
/// each mention of a field have variables of their own. What holds is the same; which way leads from one lifetime to another, and so which of its steps is
/// blamed, is rustc's.
enum class RegionDetail : bool { Plain, Detailed };

class Regions {
public:
  /// Builds all constraints and solves them. `loans`: the statement indices of the borrows whose points matter; regions that none of them must outlive get
  /// no points (but all their universal regions). Nothing: all regions get theirs.
  Regions(Program &program, const ControlFlow &flow, const MoveData &moves, const MoveTypes &types,
          std::optional<llvm::ArrayRef<std::uint32_t>> loans = std::nullopt, RegionDetail detail = RegionDetail::Plain);
  ~Regions();
  Regions(const Regions &) = delete;
  Regions &operator=(const Regions &) = delete;

  /// When set, nothing else here means anything.
  [[nodiscard]] const std::optional<RegionDecline> &declined() const;

  // ---- variables
  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] RegionOrigin origin(RegionVid region) const;
  [[nodiscard]] std::uint32_t universalCount() const; ///< universal regions are 0 … universalCount() - 1, the body's own last
  [[nodiscard]] bool isUniversal(RegionVid region) const { return region.value < universalCount(); }
  /// How the item's types write a universal region (`Region::late(2)`); Erased for the body's own.
  [[nodiscard]] Region written(RegionVid universal) const;
  /// Its name in the source; empty when it has none (elided).
  [[nodiscard]] llvm::StringRef name(RegionVid universal) const;
  /// The regions in the type of a local, in the order in which the type mentions them (outermost reference first).
  [[nodiscard]] llvm::ArrayRef<RegionVid> ofLocal(mir::LocalId local) const;
  /// Those of them that stand in no other local's type. (A temporary for a borrow may share what lies behind it with what is borrowed; then also a region that
  /// is live where the temporary is, and that all shared ones must outlive.)
  [[nodiscard]] llvm::ArrayRef<RegionVid> ownOf(mir::LocalId local) const;
  /// The region of the borrow made at a location; invalid where none is made.
  [[nodiscard]] RegionVid ofBorrow(Location at) const;

  // ---- constraints
  [[nodiscard]] llvm::ArrayRef<OutlivesConstraint> constraints() const;
  /// Indices of the constraints whose `sup` is the region, in order.
  [[nodiscard]] llvm::ArrayRef<std::uint32_t> constraintsFrom(RegionVid sup) const;

  // ---- solution
  /// Is the region's value to hold on entry to the statement?
  [[nodiscard]] bool contains(RegionVid region, std::uint32_t point) const;
  [[nodiscard]] const PointSet &points(RegionVid region) const;
  /// Does the value contain the end of the universal region, i.e. must `region: universal` hold?
  [[nodiscard]] bool containsEnd(RegionVid region, RegionVid universal) const;
  /// Known from the signature: where-clauses, implied bounds, `'static: 'a`. Both universal.
  [[nodiscard]] bool isKnownToOutlive(RegionVid longer, RegionVid shorter) const;
  /// The points that liveness alone puts into the region (before anything flowed into it).
  [[nodiscard]] bool isLiveAt(RegionVid region, std::uint32_t point) const;

  // ---- findings, in a fixed order
  [[nodiscard]] llvm::ArrayRef<UniversalRegionError> universalErrors() const;
  [[nodiscard]] llvm::ArrayRef<TypeTestError> typeTestErrors() const;
  /// Where a value would have to be of a more general type than it is (E0308): function pointers that bind too little.
  [[nodiscard]] llvm::ArrayRef<Span> generalityErrors() const;

  struct Impl;

private:
  std::unique_ptr<Impl> impl_;
};

} // namespace lien

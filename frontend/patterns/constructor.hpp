// Constructors: what a value can be built from, and patterns taken apart into them.
//
// Exhaustiveness is decided on a simpler form of patterns than the typed body's: one constructor with sub-patterns for its fields, a wildcard, or an
// or-pattern. Bindings are gone, integers and characters are ranges of an ordered domain. Source: Maranget 2007, "Warnings for pattern matching"; the
// splitting of ranges and slices follows the rustc dev guide, "Pattern and exhaustiveness checking".
#pragma once

#include "frontend/typed/typed_body.hpp"
#include "frontend/types/infer.hpp"

#include "llvm/ADT/SmallVector.h"

namespace lien::patterns {

__extension__ using Wide = unsigned __int128;

/// Position of integers and characters in an order without signs: signed integers are shifted by half their range. `usize` and `isize` leave room for
/// what lies beyond their largest (and, for `isize`, below their smallest) value: their width is not part of the language.
struct Range {
  Wide lo = 0, hi = 0; ///< both inclusive
  friend bool operator==(const Range &, const Range &) = default;
};

/// How a type's values are ordered in ranges.
struct RangeDomain {
  Wide min = 0, max = 0;    ///< of all positions, infinities included
  Wide first = 0, last = 0; ///< positions of the smallest and largest value that can be written
  bool is_char = false;
  bool is_signed = false;
  unsigned bits = 0;
};
/// Nothing for types that are not integers or `char`.
std::optional<RangeDomain> domainOf(const TypeStore &types, Ty ty);
/// Position of a value given as in `typed::ConstantValue`.
Wide positionOf(const RangeDomain &domain, const typed::ConstantValue &value);

enum class CtorKind : std::uint8_t {
  Single,        ///< structs, tuples, references, boxes
  Variant,       ///< index
  Bool,          ///< index 0 or 1
  Range,         ///< range
  Slice,         ///< prefix, suffix, var_len
  Opaque,        ///< a constant that equals nothing for certain: strings, floats, compound constants; `opaque_text` tells equal ones
  Wild,          ///< in patterns: anything
  Missing,       ///< in witnesses: some constructor that no row names
  NonExhaustive, ///< in witnesses: what cannot be listed
  Or,            ///< fields are the alternatives
};

struct Ctor {
  CtorKind kind = CtorKind::Wild;
  std::uint32_t index = 0;
  Range range;
  std::uint32_t prefix = 0; ///< Slice: fixed length when !var_len
  std::uint32_t suffix = 0;
  bool var_len = false;
  Symbol opaque_text;

  static Ctor of(CtorKind kind, std::uint32_t index = 0) {
    Ctor ctor;
    ctor.kind = kind;
    ctor.index = index;
    return ctor;
  }
  static Ctor ofRange(Range range) {
    Ctor ctor = of(CtorKind::Range);
    ctor.range = range;
    return ctor;
  }
  static Ctor ofLength(std::uint32_t length) {
    Ctor ctor = of(CtorKind::Slice);
    ctor.prefix = length;
    return ctor;
  }
  /// A slice of at least `prefix + suffix` elements.
  static Ctor withGap(std::uint32_t prefix, std::uint32_t suffix) {
    Ctor ctor = ofLength(prefix);
    ctor.suffix = suffix;
    ctor.var_len = true;
    return ctor;
  }
  [[nodiscard]] std::uint32_t sliceArity() const { return prefix + suffix; }
};

/// A pattern taken apart. `fields` are all fields of the constructor, wildcards for those not mentioned.
struct DPat {
  Ctor ctor;
  Ty ty;
  llvm::ArrayRef<const DPat *> fields;
};

/// Everything that matching a value of some type must know about the type.
class PatternContext {
public:
  PatternContext(Program &program, DefId owner);

  [[nodiscard]] Program &program() { return program_; }
  [[nodiscard]] TypeStore &types() { return program_.types(); }
  [[nodiscard]] TypeFacts &facts() { return facts_; }
  [[nodiscard]] DefId module() const { return module_; }
  [[nodiscard]] llvm::BumpPtrAllocator &arena() { return arena_; }

  /// Types of a constructor's fields for a value of type `ty`.
  llvm::SmallVector<Ty, 4> fieldTypes(const Ctor &ctor, Ty ty);
  /// Is there no value of this type, as seen from the owner's module? Unknown counts as inhabited and is remembered.
  bool isEmpty(Ty ty);
  /// True for an enum of the library that reserves further variants.
  bool reservesVariants(DefId adt);
  const DPat *wild(Ty ty);
  const DPat *make(const Ctor &ctor, Ty ty, llvm::ArrayRef<const DPat *> fields);
  /// Length of an array type, if it is known.
  std::optional<std::uint64_t> arrayLength(Ty ty);

  /// True once something was asked that has no certain answer: then "not exhaustive" must not be concluded.
  bool uncertain = false;

private:
  Program &program_;
  ParamEnv env_;
  TypeFacts facts_;
  DefId module_;
  llvm::BumpPtrAllocator arena_;
};

/// Takes a typed pattern apart. Sets `context.uncertain` at constants whose value is not computed.
const DPat *takeApart(PatternContext &context, const typed::TypedBody &body, typed::PatId pat);

/// One row of a match: its pattern, and whether a guard may refuse what it matches.
struct MatchRow {
  const DPat *pat = nullptr;
  bool guarded = false;
};
struct Exhaustiveness {
  std::vector<const DPat *> witnesses; ///< patterns of values that no row matches; empty: exhaustive
  bool too_complex = false;            ///< the step budget or the stack ran out
};
/// `by_value`: the scrutinee is known to hold a valid value, so that empty variants need no arm (not behind a reference).
Exhaustiveness checkExhaustive(PatternContext &context, llvm::ArrayRef<MatchRow> rows, Ty ty, bool by_value);

/// A witness as rustc prints it: `Some(_)`, `(false, 1_i32..=i32::MAX)`, `&[_, .., true]`.
std::string printWitness(PatternContext &context, const DPat &witness);

} // namespace lien::patterns

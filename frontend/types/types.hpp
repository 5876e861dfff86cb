// Types, regions, constants and their hash-consing store.
//
// A type is a 32-bit handle; equal handles, equal types (regions included). The store has two parts: what mentions no inference variable lives in the
// program's part, for good; what does lives in the overlay of the body that is being inferred and is forgotten with it (the top bit of the handle
// tells). The numbers never decide an order of output.
//
// Two types stand for "no answer": `Error` (a mistake was reported) and `Unknown` (something declined or incomplete was met; LANGUAGE.md, "The world is
// open"). Both silence whatever would follow from them.
#pragma once

#include "diagnostics/ids.hpp"
#include "frontend/syntax/ast.hpp"
#include "frontend/syntax/symbols.hpp"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/Support/Allocator.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace lien {

struct DefTag;
/// Any item, field-less or not: modules, functions, types, traits, impls, variants, fields, generic parameters … of all crates of a program.
using DefId = Id<DefTag>;

enum class IntKind : std::uint8_t { I8, I16, I32, I64, I128, Isize, U8, U16, U32, U64, U128, Usize };
enum class FloatKind : std::uint8_t { F32, F64 };
constexpr bool isSigned(IntKind kind) { return kind <= IntKind::Isize; }

enum class TyKind : std::uint8_t {
  Error,   ///< a mistake was reported where this came from
  Unknown, ///< declined or incomplete; a verdict must not rest on it
  Bool,
  Char,
  Int,
  Float,
  Str,
  Never,
  Tuple,      ///< args: element types
  Array,      ///< element, length
  Slice,      ///< element
  Ref,        ///< region, pointee, mutability
  Adt,        ///< def (struct or enum), args
  FnDef,      ///< def (fn, or tuple constructor), early-bound args: the zero-sized type of one function
  FnPtr,      ///< signature under a binder
  Closure,    ///< def of the closure; args of its parent
  Dynamic,    ///< trait object: predicates, region; arguments and projections stand under a binder of the object's own (`dyn for<'a> Fn(&'a T)`), even
              ///< when it binds nothing; the region does not
  Param,      ///< index, name: a generic type parameter (`Self` of a trait is index 0)
  Projection, ///< def (associated type), args (Self first): not yet, or never, normalised
  Opaque,     ///< def (`impl Trait` in return position), args
  Infer,      ///< inference variable
};

enum class InferKind : std::uint8_t { General, Int, Float };

/// What a type contains, cached at interning.
struct TypeFlags {
  enum : std::uint16_t {
    HasInferType = 1, ///< type or const inference variables
    HasInferRegion = 2,
    HasParam = 4,      ///< type or const parameters
    HasFreeRegion = 8, ///< named (early, late) or static regions
    HasErased = 16,
    HasBound = 32, ///< bound regions that escape the type
    HasError = 64,
    HasUnknown = 128,
    HasProjection = 256, ///< projections or opaque types
    HasRegions = 512,    ///< any region at all
  };
};

/// A lifetime in a type. Packed, not interned: equal bits, equal regions.
class Region {
public:
  enum class Kind : std::uint8_t {
    Erased,
    Static,
    EarlyParam, ///< index in the generics of the item
    LateParam,  ///< index among the late-bound lifetimes of the function whose body this is (anonymous ones follow the named)
    Bound,      ///< De Bruijn depth (0: innermost binder), index in it
    Var,        ///< inference variable of the MIR type check
    Error,
  };
  constexpr Region() = default;
  static constexpr Region erased() { return {Kind::Erased, 0, 0}; }
  static constexpr Region statik() { return {Kind::Static, 0, 0}; }
  static constexpr Region error() { return {Kind::Error, 0, 0}; }
  static constexpr Region early(std::uint32_t index) { return {Kind::EarlyParam, 0, index}; }
  static constexpr Region late(std::uint32_t index) { return {Kind::LateParam, 0, index}; }
  static constexpr Region bound(std::uint32_t depth, std::uint32_t index) { return {Kind::Bound, depth, index}; }
  static constexpr Region var(std::uint32_t index) { return {Kind::Var, 0, index}; }

  [[nodiscard]] constexpr Kind kind() const { return static_cast<Kind>(bits_ >> 28U); }
  [[nodiscard]] constexpr std::uint32_t index() const { return kind() == Kind::Bound ? bits_ & 0xFFFFU : bits_ & 0x0FFFFFFFU; }
  [[nodiscard]] constexpr std::uint32_t depth() const { return kind() == Kind::Bound ? (bits_ >> 16U) & 0xFFFU : 0; }
  [[nodiscard]] constexpr std::uint32_t bits() const { return bits_; }
  static constexpr Region fromBits(std::uint32_t bits) {
    Region region;
    region.bits_ = bits;
    return region;
  }
  friend constexpr bool operator==(Region, Region) = default;

private:
  constexpr Region(Kind kind, std::uint32_t depth, std::uint32_t index)
      : bits_((static_cast<std::uint32_t>(kind) << 28U) | (kind == Kind::Bound ? (depth << 16U) | index : index)) {}
  std::uint32_t bits_ = 0;
};

/// Handle of an interned type. The default is the Error type.
class Ty {
public:
  static constexpr std::uint32_t overlay_bit = 1U << 31U;
  constexpr Ty() = default;
  constexpr explicit Ty(std::uint32_t id) : id_(id) {}
  [[nodiscard]] constexpr std::uint32_t id() const { return id_; }
  [[nodiscard]] constexpr bool inOverlay() const { return (id_ & overlay_bit) != 0; }
  friend constexpr bool operator==(Ty, Ty) = default;

private:
  std::uint32_t id_ = 0;
};

/// Handle of an interned constant in a type (array lengths, const arguments).
struct Const {
  std::uint32_t id = 0; ///< 0: the Error constant
  friend constexpr bool operator==(Const, Const) = default;
};
enum class ConstKind : std::uint8_t { Error, Unknown, Value, Param, Infer, Unevaluated };
struct ConstData {
  ConstKind kind{};
  std::uint64_t value = 0; ///< Value: the bits (bool, char, integers up to 64 bits); Param, Infer: index
  Symbol name;             ///< Param
  DefId def;               ///< Unevaluated: associated constant or anonymous constant
  friend bool operator==(const ConstData &, const ConstData &) = default;
};

/// One generic argument: a type, a region or a constant.
class GenericArg {
public:
  enum class Kind : std::uint8_t { Type, Region, Const };
  constexpr GenericArg(Ty ty) : kind_(Kind::Type), bits_(ty.id()) {}                 // NOLINT(google-explicit-constructor)
  constexpr GenericArg(Region region) : kind_(Kind::Region), bits_(region.bits()) {} // NOLINT(google-explicit-constructor)
  constexpr GenericArg(Const constant) : kind_(Kind::Const), bits_(constant.id) {}   // NOLINT(google-explicit-constructor)
  [[nodiscard]] constexpr Kind kind() const { return kind_; }
  [[nodiscard]] constexpr bool isType() const { return kind_ == Kind::Type; }
  [[nodiscard]] constexpr Ty type() const { return Ty(bits_); }
  [[nodiscard]] constexpr Region region() const { return Region::fromBits(bits_); }
  [[nodiscard]] constexpr Const constant() const { return Const{bits_}; }
  [[nodiscard]] constexpr std::uint32_t bits() const { return bits_; }
  friend constexpr bool operator==(GenericArg, GenericArg) = default;

private:
  Kind kind_;
  std::uint32_t bits_;
};

/// Interned list of generic arguments (lives as long as the store, or the overlay if one of them does). Compare by address and size.
using Args = llvm::ArrayRef<GenericArg>;

/// A function's signature; regions bound by the signature itself are `Bound` at depth 0.
struct FnSig {
  llvm::ArrayRef<Ty> inputs; ///< interned
  Ty output;
  std::uint32_t bound_regions = 0; ///< how many lifetimes the binder introduces
};

/// A trait with its arguments; args[0] is the Self type.
struct TraitRef {
  DefId trait;
  Args args;
  [[nodiscard]] Ty self() const { return args.front().type(); }
  friend bool operator==(const TraitRef &a, const TraitRef &b) { return a.trait == b.trait && a.args == b.args; }
};

/// Immutable data of a type. Which fields mean something depends on the kind; use the accessors of `TypeStore` consumers sparingly and switch on `kind`.
struct TyData {
  TyKind kind{};
  Mutability mutability{};        ///< Ref
  IntKind int_kind{};             ///< Int
  FloatKind float_kind{};         ///< Float
  InferKind infer_kind{};         ///< Infer
  std::uint16_t flags = 0;        ///< TypeFlags
  std::uint16_t open_binders = 0; ///< how many enclosing binders its bound regions reach (0: none escapes)
  std::uint32_t index = 0;        ///< Param: index; Infer: variable; FnPtr: number of bound regions
  Symbol name;                    ///< Param
  DefId def;                      ///< Adt, FnDef, Closure, Projection, Opaque; Dynamic: principal trait (or invalid)
  Region region;                  ///< Ref, Dynamic
  Const length;                   ///< Array
  Args args;                      ///< Adt, FnDef, Closure, Projection, Opaque, Tuple (types); Array, Slice, Ref: one type; FnPtr: inputs then output;
                                  ///< Dynamic: arguments of the principal trait without Self, then auto traits are in `extra`
  std::uint32_t extra = 0;        ///< Dynamic: which list of projections and auto traits (the store knows)

  [[nodiscard]] bool has(std::uint16_t mask) const { return (flags & mask) != 0; }
  [[nodiscard]] Ty element() const { return args.front().type(); } ///< Array, Slice, Ref
};

/// Hash-consing store: the program's part and one overlay. Not thread-safe: one store per root file.
class TypeStore {
public:
  TypeStore();

  [[nodiscard]] const TyData &data(Ty ty) const { return ty.inOverlay() ? *overlay_types_[ty.id() & ~Ty::overlay_bit] : *types_[ty.id()]; }
  [[nodiscard]] TyKind kind(Ty ty) const { return data(ty).kind; }
  [[nodiscard]] bool is(Ty ty, TyKind wanted) const { return kind(ty) == wanted; }
  [[nodiscard]] bool has(Ty ty, std::uint16_t flags) const { return data(ty).has(flags); }

  // Common types, made once.
  Ty error, unknown, boolean, character, str, never, unit;
  [[nodiscard]] Ty integer(IntKind kind) const { return ints_[static_cast<std::size_t>(kind)]; }
  [[nodiscard]] Ty floating(FloatKind kind) const { return floats_[static_cast<std::size_t>(kind)]; }

  Ty tuple(llvm::ArrayRef<Ty> elements);
  Ty array(Ty element, Const length);
  Ty slice(Ty element);
  Ty ref(Region region, Ty pointee, Mutability mutability);
  Ty adt(DefId def, Args args);
  Ty fnDef(DefId def, Args args);
  Ty fnPtr(const FnSig &sig);
  Ty closure(DefId def, Args args);
  Ty param(std::uint32_t index, Symbol name);
  Ty projection(DefId assoc_type, Args args);
  Ty opaque(DefId def, Args args);
  Ty infer(InferKind kind, std::uint32_t variable);
  Ty dynamic(DefId principal, Args args_without_self, llvm::ArrayRef<std::pair<DefId, Ty>> projections, llvm::ArrayRef<DefId> auto_traits, Region region);
  /// Projection bounds (`Item = T`) and auto traits of a Dynamic.
  [[nodiscard]] llvm::ArrayRef<std::pair<DefId, Ty>> dynamicProjections(Ty ty) const;
  [[nodiscard]] llvm::ArrayRef<DefId> dynamicAutoTraits(Ty ty) const;

  [[nodiscard]] FnSig fnPtrSig(Ty fn_ptr) const;

  Const constValue(std::uint64_t value);
  Const constParam(std::uint32_t index, Symbol name);
  Const constInfer(std::uint32_t variable);
  Const constant(const ConstData &data);
  [[nodiscard]] const ConstData &data(Const constant) const { return consts_[constant.id]; }
  Const const_error, const_unknown;

  Args args(llvm::ArrayRef<GenericArg> list);
  llvm::ArrayRef<Ty> types(llvm::ArrayRef<Ty> list);
  [[nodiscard]] std::uint16_t flagsOf(Args args) const;
  [[nodiscard]] std::uint16_t flagsOf(GenericArg arg) const;
  /// How many enclosing binders the bound regions of an argument reach.
  [[nodiscard]] std::uint32_t openBinders(GenericArg arg) const;
  [[nodiscard]] static std::uint16_t flagsOf(Region region);

  /// Forgets every type with inference variables. Handles with the overlay bit become invalid. Called when a body is finished.
  void resetOverlay();

private:
  Ty intern(TyData data);
  void addPart(TyData &data, GenericArg arg, std::uint32_t binders) const;

  struct Impl;
  std::vector<const TyData *> types_;
  std::vector<const TyData *> overlay_types_;
  std::vector<ConstData> consts_;
  Ty ints_[12];
  Ty floats_[2];
  std::shared_ptr<Impl> impl_;
};

} // namespace lien

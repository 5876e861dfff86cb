// What the context of an expression says about its type, before the expression is looked at.
//
// An expectation is only a hint: literals, closures and constructor arguments look at it; whether the type fits is checked afterwards by a coercion or
// an equality. Source: rustc dev guide, "Type checking" (expectations).
#pragma once

#include "frontend/types/types.hpp"

namespace lien::typeck {

struct Expectation {
  enum class Kind : std::uint8_t {
    None,
    HasType,  ///< the expression will be coerced to this type
    Castable, ///< the expression is the operand of `as` with this type
    Unsized,  ///< an rvalue that will be unsized to this type (`&[1, 2]` where `&[T]` is wanted)
  };
  Kind kind = Kind::None;
  Ty ty;

  static Expectation none() { return {}; }
  static Expectation hasType(Ty ty) { return {Kind::HasType, ty}; }
  static Expectation castable(Ty ty) { return {Kind::Castable, ty}; }
  /// For operands that become rvalues: an unsized type can only be meant after unsizing.
  static Expectation rvalue(const TypeStore &types, Ty ty) {
    switch (types.kind(ty)) {
    case TyKind::Slice:
    case TyKind::Str:
    case TyKind::Dynamic:
      return {Kind::Unsized, ty};
    default: // any sized or not yet known type
      return hasType(ty);
    }
  }
  [[nodiscard]] bool isHasType() const { return kind == Kind::HasType; }
};

} // namespace lien::typeck

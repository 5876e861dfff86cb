// The width of integer types, as constant evaluation and exhaustiveness see it.
#pragma once

#include "diagnostics/internal_error.hpp"
#include "frontend/types/types.hpp"

namespace lien {

/// `isize` and `usize` have 64 bits: the only target (Reference, "Machine-dependent integer types").
inline unsigned bitsOf(IntKind kind) {
  switch (kind) {
  case IntKind::I8:
  case IntKind::U8:
    return 8;
  case IntKind::I16:
  case IntKind::U16:
    return 16;
  case IntKind::I32:
  case IntKind::U32:
    return 32;
  case IntKind::I64:
  case IntKind::U64:
  case IntKind::Isize:
  case IntKind::Usize:
    return 64;
  case IntKind::I128:
  case IntKind::U128:
    return 128;
  }
  invariantBroken("integer kind out of range");
}

} // namespace lien

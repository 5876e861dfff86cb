// Can an access to one place touch what a loan of another place protects? One function with its own table of cases.
#pragma once

#include "checker/mir/mir.hpp"
#include "frontend/types/types.hpp"

namespace lien {

enum class AccessDepth : std::uint8_t {
  Shallow, ///< the place itself: an assignment, the end of storage
  Deep,    ///< all that can be reached through it
  Drop,    ///< what dropping it would touch: not what lies behind references
};

/// Never "no" where they may overlap; RFC 2094, "Access legality". Both places have the same local.
[[nodiscard]] bool mayOverlap(const mir::Body &body, const TypeStore &types, mir::PlaceId loan, mir::PlaceId access, AccessDepth depth);

} // namespace lien

// Which regions a type mentions.
#pragma once

#include "frontend/types/program.hpp"

#include "llvm/ADT/STLFunctionalExtras.h"

namespace lien {

/// Calls `each` with every region in the type, those bound inside it included, in no particular order.
void forEachRegion(const TypeStore &types, Ty ty, llvm::function_ref<void(Region)> each);

} // namespace lien

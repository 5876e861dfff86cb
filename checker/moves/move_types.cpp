#include "checker/moves/move_types.hpp"

namespace lien {

std::optional<std::uint64_t> MoveTypes::arrayLength(Ty ty) const {
  const TyData &array = data(ty);
  if (array.kind != TyKind::Array)
    return std::nullopt;
  const ConstData &length = store().data(array.length);
  if (length.kind != ConstKind::Value)
    return std::nullopt;
  return length.value;
}

} // namespace lien

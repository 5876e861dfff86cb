// Storage of definitions: chunks that never move.
#include "frontend/names/definitions.hpp"

#include <new>

namespace lien {

DefId Definitions::add(const Def &def) {
  if (count_ % chunk_size == 0)
    chunks_.push_back(static_cast<Slot *>(arena_.Allocate(sizeof(Slot) * chunk_size, alignof(Slot))));
  new (&chunks_.back()[count_ % chunk_size]) Slot{def, {}, {}};
  return DefId(first_ + count_++);
}

} // namespace lien

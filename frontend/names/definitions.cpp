// Storage of definitions: chunks that never move, or what a reader provides.
#include "frontend/names/definitions.hpp"

#include "diagnostics/internal_error.hpp"

#include <new>

namespace lien {

DefId Definitions::add(const Def &def) {
  if (count_ % chunk_size == 0) {
    const std::size_t room = count_ == 0 ? std::min(first_chunk_, chunk_size) : chunk_size;
    chunks_.push_back(static_cast<Slot *>(arena_.Allocate(sizeof(Slot) * room, alignof(Slot))));
  }
  require(count_ < first_chunk_ || first_chunk_ >= chunk_size, "an item has as many definitions as its index says");
  new (&chunks_.back()[count_ % chunk_size]) Slot{def, {}, {}};
  return DefId(first_ + count_++);
}

void Definitions::makeLazy(DefinitionReader &reader, llvm::ArrayRef<std::uint8_t> kinds, llvm::ArrayRef<std::uint32_t> names) {
  require(base_ == nullptr && count_ == 0 && kinds.size() == names.size(), "only an empty lowest layer becomes lazy");
  reader_ = &reader;
  kinds_ = kinds;
  names_ = names;
  count_ = kinds.size();
  lazy_ = std::make_unique<std::atomic<const Slot *>[]>(count_);
}

void Definitions::provide(const Definitions &item) {
  for (std::size_t at = 0; at < item.count_; ++at)
    lazy_[item.first_ + at].store(&item.chunks_[at / chunk_size][at % chunk_size], std::memory_order_release);
}

void Definitions::provide(DefId id, const Def &def, llvm::ArrayRef<DefId> children) {
  lazy_[id.index()].store(new (arena_.Allocate<Slot>()) Slot{def, children, {}}, std::memory_order_release);
}

const Definitions::Slot &Definitions::readSlot(DefId id) const {
  reader_->read(id);
  const Slot *slot = lazy_[id.index()].load(std::memory_order_acquire);
  require(slot != nullptr, "a definition is among those of its item");
  return *slot;
}

} // namespace lien

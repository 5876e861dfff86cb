// Open-addressing index from hashes to dense numbers: the core of every hash-consing store here.
//
// The values live in a vector of the owner's; a slot holds a hash and a number, so that probing touches one cache line and growing never rehashes
// values. llvm::DenseMap would want the whole key in the slot (TyData has 80 bytes) or a set with custom traits per store.
#pragma once

#include <cstdint>
#include <vector>

namespace lien {

/// Collects the parts of a key into 32 bits.
class Hasher {
public:
  void add(std::uint64_t value) {
    state_ = (state_ ^ value) * 0x9E3779B97F4A7C15U;
    state_ ^= state_ >> 32U;
  }
  void add(const void *pointer) { add(static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(pointer))); }
  [[nodiscard]] std::uint32_t finish() const { return static_cast<std::uint32_t>(state_ ^ (state_ >> 17U)); }

private:
  std::uint64_t state_ = 0x243F6A8885A308D3U;
};

class HashIndex {
public:
  static constexpr std::uint32_t none = UINT32_MAX;
  explicit HashIndex(std::uint32_t slots = 64) : slots_(slots) {}

  /// The number stored for an equal value, or `none`. `equal(number)` compares with the value sought.
  template <typename Equal> [[nodiscard]] std::uint32_t find(std::uint32_t hash, Equal equal) const {
    const std::uint32_t mask = static_cast<std::uint32_t>(slots_.size()) - 1;
    for (std::uint32_t at = hash & mask;; at = (at + 1) & mask) {
      const Slot &slot = slots_[at];
      if (slot.number == none)
        return none;
      if (slot.hash == hash && equal(slot.number))
        return slot.number;
    }
  }
  /// Adds a number whose value is not there yet.
  void insert(std::uint32_t hash, std::uint32_t number) {
    if ((std::size_t{count_} + 1) * 4 > slots_.size() * 3)
      grow();
    place(slots_, hash, number);
    ++count_;
  }
  /// Forgets everything; shrinks to `slots` when it has grown far beyond, so that clearing stays cheap.
  void clear(std::uint32_t slots) {
    if (count_ == 0)
      return;
    slots_.assign(slots_.size() > std::size_t{slots} * 16 ? slots : slots_.size(), Slot{});
    count_ = 0;
  }

private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = none;
  };
  static void place(std::vector<Slot> &slots, std::uint32_t hash, std::uint32_t number) {
    const std::uint32_t mask = static_cast<std::uint32_t>(slots.size()) - 1;
    std::uint32_t at = hash & mask;
    while (slots[at].number != none)
      at = (at + 1) & mask;
    slots[at] = {hash, number};
  }
  void grow() {
    std::vector<Slot> bigger(slots_.size() * 2);
    for (const Slot &slot : slots_)
      if (slot.number != none)
        place(bigger, slot.hash, slot.number);
    slots_ = std::move(bigger);
  }
  std::vector<Slot> slots_;
  std::uint32_t count_ = 0;
};

} // namespace lien

// Typed 32-bit handles and the vectors they index.
//
// Flat stores with dense ids carry everything that is not a tree (typed bodies, MIR, facts). One template makes each id a type of its own, so
// that a local can never index the blocks. The alternative, plain integers or pointers, costs either safety or eight bytes and an order that
// differs from run to run.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace lien {

/// A dense handle, zero-based. `Tag` only tells the kinds apart. A default-constructed id is invalid and names nothing.
template <typename Tag> struct Id {
  static constexpr std::uint32_t invalid_value = UINT32_MAX;
  std::uint32_t value = invalid_value;

  constexpr Id() = default;
  constexpr explicit Id(std::size_t index) : value(static_cast<std::uint32_t>(index)) {}
  [[nodiscard]] constexpr bool isValid() const { return value != invalid_value; }
  [[nodiscard]] constexpr std::size_t index() const { return value; }
  friend constexpr auto operator<=>(Id, Id) = default;
};

/// A vector indexed by one kind of id only.
template <typename IdT, typename T> class IdVector {
public:
  IdVector() = default;
  explicit IdVector(std::size_t size, const T &value = T()) : items_(size, value) {}

  IdT push(T item) {
    IdT id(items_.size());
    items_.push_back(std::move(item));
    return id;
  }
  [[nodiscard]] IdT nextId() const { return IdT(items_.size()); }
  T &operator[](IdT id) { return items_[id.index()]; }
  const T &operator[](IdT id) const { return items_[id.index()]; }
  [[nodiscard]] std::size_t size() const { return items_.size(); }
  [[nodiscard]] bool empty() const { return items_.empty(); }
  void resize(std::size_t size) { items_.resize(size); }
  void reserve(std::size_t size) { items_.reserve(size); }
  void clear() { items_.clear(); }
  auto begin() { return items_.begin(); }
  auto end() { return items_.end(); }
  auto begin() const { return items_.begin(); }
  auto end() const { return items_.end(); }

private:
  std::vector<T> items_;
};

} // namespace lien

template <typename Tag> struct std::hash<lien::Id<Tag>> {
  std::size_t operator()(lien::Id<Tag> id) const noexcept { return id.value; }
};

// Where something stands in the source.
//
// All files of a run share one 32-bit offset space (the source map assigns each file a base). A body keeps its spans relative to the start of its
// item, so that an edit above it changes nothing inside; they become absolute at the edge, where a diagnostic is made.
#pragma once

#include <algorithm>
#include <cstdint>

namespace lien {

/// Why a span exists: written by the user as it stands, or made by the compiler from something the user wrote. Macro origins mean "inside the call
/// of that built-in macro": the span itself still points at the user's text.
enum class SpanOrigin : std::uint8_t {
  Source,
  ForLoop,        ///< desugaring of `for`
  WhileLoop,      ///< desugaring of `while`
  QuestionMark,   ///< desugaring of `?`
  CompoundAssign, ///< destructuring assignment
  Macro,          ///< a built-in macro's call (which one: the AST node says)
  Derive,         ///< made by `#[derive(…)]`
  Implicit,       ///< adjustments, implied returns, drops
};

/// A range of bytes [lo, lo + length()), zero-based. Absolute (in the offset space of the run) or relative to an item: the holder says which.
/// Lengths saturate at 64 MiB - 1. The default span is at 0 with length 0 and stands for "no place".
class Span {
public:
  constexpr Span() = default;
  constexpr Span(std::uint32_t lo, std::uint32_t hi, SpanOrigin origin = SpanOrigin::Source)
      : lo_(lo), length_(std::min<std::uint32_t>(hi - lo, max_length)), origin_(static_cast<std::uint32_t>(origin)) {}

  [[nodiscard]] constexpr std::uint32_t lo() const { return lo_; }
  [[nodiscard]] constexpr std::uint32_t hi() const { return lo_ + length_; }
  [[nodiscard]] constexpr std::uint32_t length() const { return length_; }
  [[nodiscard]] constexpr SpanOrigin origin() const { return static_cast<SpanOrigin>(origin_); }
  [[nodiscard]] constexpr bool empty() const { return length_ == 0; }

  [[nodiscard]] constexpr Span withOrigin(SpanOrigin origin) const { return {lo_, hi(), origin}; }
  /// The smallest span around both; keeps this span's origin.
  [[nodiscard]] constexpr Span to(Span other) const { return {std::min(lo_, other.lo_), std::max(hi(), other.hi()), origin()}; }
  /// The empty span at the start (or end) of this one.
  [[nodiscard]] constexpr Span shrinkToLo() const { return {lo_, lo_, origin()}; }
  [[nodiscard]] constexpr Span shrinkToHi() const { return {hi(), hi(), origin()}; }
  /// The last byte of this span as a span of its own (`}` of a block), or this span when it is empty.
  [[nodiscard]] constexpr Span lastByte() const { return length_ == 0 ? *this : Span(hi() - 1, hi(), origin()); }
  /// Moves the span between the absolute space and the one that starts at `base`.
  [[nodiscard]] constexpr Span relativeTo(std::uint32_t base) const { return {lo_ - base, hi() - base, origin()}; }
  [[nodiscard]] constexpr Span absoluteFrom(std::uint32_t base) const { return {lo_ + base, hi() + base, origin()}; }
  [[nodiscard]] constexpr bool contains(Span other) const { return lo_ <= other.lo_ && other.hi() <= hi(); }

  friend constexpr bool operator==(Span, Span) = default;

private:
  static constexpr std::uint32_t max_length = (1U << 26U) - 1;
  std::uint32_t lo_ = 0;
  std::uint32_t length_ : 26 = 0;
  std::uint32_t origin_ : 6 = 0;
};

} // namespace lien

// Sets of things that could stand at a token, and rustc's sentence about them.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <cstdint>
#include <initializer_list>
#include <string>

namespace lien::grammar {

/// One thing that messages list: a token or a class of tokens.
enum class Expect : std::uint8_t {
#define LIEN_EXPECT(Name, Text) Name,
#include "frontend/syntax/expected.def"
};

class ExpectedSet {
public:
  constexpr ExpectedSet() = default;
  constexpr ExpectedSet(std::initializer_list<Expect> items) {
    for (const Expect item : items)
      bits_ |= std::uint64_t{1} << static_cast<unsigned>(item);
  }
  constexpr ExpectedSet operator|(ExpectedSet other) const {
    ExpectedSet both;
    both.bits_ = bits_ | other.bits_;
    return both;
  }
  [[nodiscard]] constexpr bool contains(Expect item) const { return (bits_ >> static_cast<unsigned>(item) & 1U) != 0; }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  /// "`,`", "one of `,` or `)`", "one of `.`, `;`, or an operator": sorted as rustc sorts.
  [[nodiscard]] std::string sentence() const;
  [[nodiscard]] unsigned size() const { return static_cast<unsigned>(__builtin_popcountll(bits_)); }

private:
  std::uint64_t bits_ = 0;
};

} // namespace lien::grammar

// Looked at only for bytes beyond ASCII, so a binary search over ranges is fast enough.
#include "frontend/syntax/unicode_identifiers.hpp"

#include "llvm/Support/UnicodeCharRanges.h"

namespace lien {
namespace {
#include "frontend/syntax/unicode_ranges.inc"

bool isContinuation(unsigned char byte) { return (byte & 0xC0U) == 0x80; }
bool isAsciiLetter(std::uint32_t code) { return (code | 0x20U) - 'a' < 26U; }
} // namespace

DecodedChar decodeUtf8(const char *bytes) {
  static constexpr DecodedChar ill_formed{0xFFFD, 1};
  const auto *at = reinterpret_cast<const unsigned char *>(bytes);
  if (at[0] < 0x80)
    return {at[0], 1};
  // Ill-formed sequences stop at the first byte that is no continuation, the final NUL at the latest.
  if (at[0] < 0xC2 || !isContinuation(at[1]))
    return ill_formed;
  if (at[0] < 0xE0)
    return {(at[0] & 0x1FU) << 6U | (at[1] & 0x3FU), 2};
  if (!isContinuation(at[2]))
    return ill_formed;
  if (at[0] < 0xF0) {
    const std::uint32_t code = (at[0] & 0x0FU) << 12U | (at[1] & 0x3FU) << 6U | (at[2] & 0x3FU);
    return code < 0x800 || (code >= 0xD800 && code < 0xE000) ? ill_formed : DecodedChar{code, 3};
  }
  if (at[0] > 0xF4 || !isContinuation(at[3]))
    return ill_formed;
  const std::uint32_t code = (at[0] & 0x07U) << 18U | (at[1] & 0x3FU) << 12U | (at[2] & 0x3FU) << 6U | (at[3] & 0x3FU);
  return code < 0x10000 || code > 0x10FFFF ? ill_formed : DecodedChar{code, 4};
}

bool isIdentifierStart(std::uint32_t code) {
  static const llvm::sys::UnicodeCharSet set(start_ranges);
  return code < 0x80 ? isAsciiLetter(code) || code == '_' : set.contains(code);
}

bool isIdentifierContinue(std::uint32_t code) {
  static const llvm::sys::UnicodeCharSet set(continue_only_ranges);
  return isIdentifierStart(code) || (code < 0x80 ? code - '0' < 10U : set.contains(code));
}

bool isEmoji(std::uint32_t code) {
  static const llvm::sys::UnicodeCharSet set(emoji_ranges);
  return code >= 0x80 && set.contains(code);
}

} // namespace lien

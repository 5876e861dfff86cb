// Which characters beyond ASCII may stand in an identifier, and decoding of UTF-8 for the lexer.
#pragma once

#include <cstdint>

namespace lien {

/// One decoded character. Ill-formed bytes decode to U+FFFD of length 1.
struct DecodedChar {
  std::uint32_t code = 0;
  std::uint32_t length = 1;
};
/// Decodes the character at `bytes`, which is followed by a NUL at the latest.
DecodedChar decodeUtf8(const char *bytes);

/// XID_Start (the Reference, "Identifiers"); ASCII included.
bool isIdentifierStart(std::uint32_t code);
/// XID_Continue.
bool isIdentifierContinue(std::uint32_t code);
/// An emoji outside XID: lexed as part of an identifier, which is then reported as such.
bool isEmoji(std::uint32_t code);
/// Pattern_White_Space beyond ASCII.
constexpr bool isUnicodeBlank(std::uint32_t code) { return code == 0x85 || code == 0x200E || code == 0x200F || code == 0x2028 || code == 0x2029; }

} // namespace lien

#include "diagnostics/render/display_text.hpp"

#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/Unicode.h"

#include <algorithm>

namespace lien {

namespace {

constexpr llvm::StringLiteral replacement = "\xEF\xBF\xBD"; // U+FFFD
constexpr llvm::StringLiteral zero_width_joiner = "\xE2\x80\x8D";

/// U+202A–U+202E and U+2066–U+2069 reorder what follows them, so that the text shown is not the text read.
bool isBidirectionalControl(llvm::StringRef scalar) {
  if (scalar.size() != 3 || scalar[0] != '\xE2')
    return false;
  auto last = static_cast<unsigned char>(scalar[2]);
  return (scalar[1] == '\x80' && last >= 0xAA && last <= 0xAE) || (scalar[1] == '\x81' && last >= 0xA6 && last <= 0xA9);
}

std::string pictureOf(unsigned char control) {
  // U+2400 + code; DEL has U+2421.
  unsigned picture = control == 0x7F ? 0x21 : control;
  return {'\xE2', '\x90', static_cast<char>(0x80 + picture)};
}

bool isControl(llvm::StringRef scalar) {
  auto byte = static_cast<unsigned char>(scalar.front());
  return byte < 0x20 || byte == 0x7F;
}

/// A byte that is no part of valid UTF-8.
bool isStray(llvm::StringRef scalar) { return scalar.size() == 1 && static_cast<unsigned char>(scalar.front()) >= 0x80; }

} // namespace

llvm::StringRef takeScalar(llvm::StringRef &text) {
  const auto *begin = reinterpret_cast<const llvm::UTF8 *>(text.data());
  std::size_t length = llvm::getNumBytesForUTF8(*begin);
  if (length > text.size() || !llvm::isLegalUTF8Sequence(begin, begin + length))
    length = 1;
  llvm::StringRef scalar = text.take_front(length);
  text = text.drop_front(length);
  return scalar;
}

std::string printable(llvm::StringRef text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    llvm::StringRef scalar = takeScalar(text);
    if (scalar == "\t")
      result += "    ";
    else if (scalar == "\n")
      result += "\n";
    else if (isControl(scalar))
      result += pictureOf(static_cast<unsigned char>(scalar.front()));
    else if (isBidirectionalControl(scalar) || isStray(scalar))
      result += replacement;
    else if (scalar != zero_width_joiner)
      result += scalar;
  }
  return result;
}

std::uint32_t displayWidth(llvm::StringRef text) {
  std::uint32_t width = 0;
  while (!text.empty()) {
    llvm::StringRef scalar = takeScalar(text);
    if (scalar == "\t") {
      width += 4;
    } else if (isControl(scalar) || isBidirectionalControl(scalar) || isStray(scalar)) {
      width += 1;
    } else {
      int columns = llvm::sys::unicode::columnWidthUTF8(scalar);
      width += columns < 0 ? 1 : static_cast<std::uint32_t>(columns);
    }
  }
  return width;
}

} // namespace lien

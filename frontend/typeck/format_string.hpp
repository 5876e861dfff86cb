// Format strings of the standard macros: what they ask for. Source: documentation of `std::fmt`, "Syntax".
//
// The parser works on the literal's content (escapes resolved); `FormatSource` says where in the file a piece of it stands. No names and no types here:
// the macros' check relates placeholders to arguments.
#pragma once

#include "diagnostics/span.hpp"

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"

#include <cstdint>
#include <optional>
#include <string>

namespace lien::typeck {

/// Which argument a placeholder, width or precision means.
struct FormatArgRef {
  enum class Kind : std::uint8_t { None, Next, Index, Name } kind = Kind::None; ///< Next: the next positional one
  std::uint32_t index = 0;
  llvm::StringRef name;
  std::uint32_t lo = 0, hi = 0; ///< in the content; of the number or name
};

/// A width or precision.
struct FormatCount {
  enum class Kind : std::uint8_t { None, Literal, Argument, Star } kind = Kind::None; ///< Star: `.*`, takes the next positional argument
  FormatArgRef argument;
};

enum class FormatTrait : std::uint8_t { Display, Debug, LowerHex, UpperHex, Octal, Binary, LowerExp, UpperExp, Pointer, Unknown };

struct FormatPlaceholder {
  FormatArgRef argument;
  FormatCount width;
  FormatCount precision;
  FormatTrait trait = FormatTrait::Display;
  std::uint32_t trait_lo = 0, trait_hi = 0; ///< of the type's letters
  std::uint32_t lo = 0, hi = 0;             ///< with the braces
};

struct FormatError {
  std::string message; ///< rustc's, with "invalid format string: "
  std::string label;
  std::uint32_t lo = 0, hi = 0;
  std::optional<std::uint32_t> opening; ///< of the brace it belongs to
};

struct ParsedFormat {
  llvm::SmallVector<FormatPlaceholder, 4> placeholders;
  std::optional<FormatError> error; ///< the first; nothing after it is parsed
};

ParsedFormat parseFormat(llvm::StringRef content);

/// Where the content of a string literal stands in the file.
class FormatSource {
public:
  /// `raw`: the literal as written (prefix and quotes included); `start`: absolute offset of its first byte.
  FormatSource(llvm::StringRef raw, std::uint32_t start, std::size_t content_size);
  [[nodiscard]] Span span(std::uint32_t lo, std::uint32_t hi) const;

private:
  [[nodiscard]] std::uint32_t offset(std::uint32_t content_offset) const;
  llvm::StringRef body_; // between the quotes
  std::uint32_t body_start_ = 0;
  bool one_to_one_ = false; // no escapes
};

} // namespace lien::typeck

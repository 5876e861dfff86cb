// The values of literals: escapes, numbers, and the errors in them. The lexer reads quoted literals with it, the grammar numbers.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "frontend/syntax/ast.hpp"

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringRef.h"

#include <cstdint>
#include <vector>

namespace lien {

/// What stands between the quotes, and how to read it.
struct QuotedBody {
  llvm::StringRef text;
  std::uint32_t start = 0;         ///< absolute offset of `text`
  std::uint32_t literal_start = 0; ///< absolute offset of the literal with its prefix
  std::uint32_t literal_end = 0;
  ast::LiteralKind kind{}; ///< Char, Byte, Str, ByteStr, CStr
  bool is_raw = false;
};

/// Appends the content of a string literal to `content`; false when it held an error.
bool unescapeString(const QuotedBody &body, llvm::SmallVectorImpl<char> &content, std::vector<Diagnostic> &errors);
/// The value of a character or byte literal (U+FFFD after an error).
std::uint32_t unescapeChar(const QuotedBody &body, std::vector<Diagnostic> &errors);

/// Fills `literal` (kind, value, digits, suffix) from the text of a number token and reports what is wrong with it.
void readNumber(llvm::StringRef text, Span span, bool is_float, SymbolTable &symbols, ast::LiteralExpr &literal, std::vector<Diagnostic> &errors);

} // namespace lien

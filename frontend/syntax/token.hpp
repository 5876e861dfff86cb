// Tokens: what the lexer yields and the grammar eats.
//
// Twelve bytes a token, in one array that ends with an `Eof` token, so that the grammar needs no bounds checks. Delimiters always balance: where the
// source's do not, the lexer reports it, drops stray closing ones and adds empty closing ones; so skipping a group is one step and recovery is simple.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "diagnostics/source_map.hpp"
#include "frontend/syntax/symbols.hpp"

#include <cstdint>
#include <vector>

namespace lien {

enum class Tok : std::uint8_t {
#define LIEN_TOKEN_CLASS(Kind, Name) Kind,
#define LIEN_PUNCT(Kind, Text) Kind,
#define LIEN_KEYWORD(Kind, Text) Kw##Kind,
#include "frontend/syntax/tokens.def"
};
inline constexpr unsigned tok_count = static_cast<unsigned>(Tok::KwYield) + 1;

/// The text of punctuation and keywords; for classes the word messages use ("identifier").
const char *textOf(Tok kind);

constexpr bool isKeyword(Tok kind) { return kind >= Tok::KwUnderscore; }
constexpr bool isReservedKeyword(Tok kind) { return kind >= Tok::KwAbstract; }
constexpr bool isLiteral(Tok kind) { return kind >= Tok::Int && kind <= Tok::CStr; }
constexpr bool isOpen(Tok kind) { return kind == Tok::OpenParen || kind == Tok::OpenBrace || kind == Tok::OpenBracket; }
constexpr bool isClose(Tok kind) { return kind == Tok::CloseParen || kind == Tok::CloseBrace || kind == Tok::CloseBracket; }

struct Token {
  std::uint32_t start = 0; ///< relative to the file
  /// Identifiers, keywords, lifetimes: their symbol (a lifetime's holds the quote). Str, ByteStr, CStr: the symbol of the content. Char, Byte: the value.
  /// Opening delimiters: the index of the closing one in the buffer; closing ones: of the opening one.
  std::uint32_t value = 0;
  std::uint32_t length : 24 = 0;
  std::uint32_t raw_kind : 8 = 0;

  Token() = default;
  Token(Tok kind, std::uint32_t token_start, std::uint32_t token_length, std::uint32_t token_value)
      : start(token_start), value(token_value), length(token_length), raw_kind(static_cast<std::uint8_t>(kind)) {}
  [[nodiscard]] Tok kind() const { return static_cast<Tok>(raw_kind); }
  [[nodiscard]] std::uint32_t end() const { return start + length; }
  [[nodiscard]] Symbol symbol() const { return Symbol{value}; }
};
static_assert(sizeof(Token) == 12);

struct TokenBuffer {
  std::vector<Token> tokens; ///< ends with several Eof, so that looking a few tokens ahead needs no check
  std::vector<Diagnostic> errors;
  /// Where delimiters were added or dropped, or lexing gave up: ascending offsets relative to the file. What stands around them must not be judged.
  std::vector<std::uint32_t> damages;
  bool is_fatal = false; ///< delimiters do not balance, or a literal or comment does not end: further syntax errors would be noise
};

/// Reads all tokens of a file; blanks and comments (but doc comments) are dropped.
TokenBuffer lex(const SourceFile &source, SymbolTable &symbols);

} // namespace lien

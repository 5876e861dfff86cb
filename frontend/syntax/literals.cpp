// Escapes and numbers, with rustc's words for what is wrong with them (the Reference, "Tokens", "Literals").
#include "frontend/syntax/literals.hpp"

#include "frontend/syntax/unicode_identifiers.hpp"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"

namespace lien {
namespace {

using ast::LiteralKind;

bool isByteKind(LiteralKind kind) { return kind == LiteralKind::Byte || kind == LiteralKind::ByteStr; }
bool isCharKind(LiteralKind kind) { return kind == LiteralKind::Byte || kind == LiteralKind::Char; }

/// How rustc shows a character inside a message.
std::string shown(std::uint32_t code) {
  switch (code) {
  case '\t':
    return "\\t";
  case '\r':
    return "\\r";
  case '\n':
    return "\\n";
  case '\\':
    return "\\\\";
  case '\'':
    return "\\'";
  case '"':
    return "\\\"";
  default:
    if (code >= 0x20 && code < 0x7F)
      return std::string(1, static_cast<char>(code));
    return "\\u{" + llvm::utohexstr(code, /*LowerCase=*/true) + "}";
  }
}

void appendUtf8(std::uint32_t code, llvm::SmallVectorImpl<char> &content) {
  char buffer[4];
  char *end = buffer;
  if (llvm::ConvertCodePointToUTF8(code, end))
    content.append(buffer, end);
}

/// Reads one quoted body from left to right.
class Unescaper {
public:
  Unescaper(const QuotedBody &body, std::vector<Diagnostic> &errors) : body_(body), errors_(errors) {}

  [[nodiscard]] bool atEnd() const { return at_ >= body_.text.size(); }
  [[nodiscard]] bool failed() const { return failed_; }
  /// Skips to the next byte that needs thought; appends what lies between.
  void copyPlain(llvm::SmallVectorImpl<char> &content);
  /// One character or escape: appended; line continuations append nothing.
  void next(llvm::SmallVectorImpl<char> &content);
  /// One character or escape as a value.
  std::uint32_t nextChar();

private:
  struct Unit {
    std::uint32_t code = 0xFFFD;
    bool is_byte = false; ///< `\xNN`: a byte, not a character
  };
  [[nodiscard]] char peek(std::size_t ahead = 0) const { return at_ + ahead < body_.text.size() ? body_.text[at_ + ahead] : '\0'; }
  DecodedChar decode() const { return decodeUtf8(body_.text.data() + at_); }
  Unit fail(std::size_t from, std::size_t to, std::string message, std::string label = {});
  Unit readUnit();
  Unit readEscape();
  Unit readHexEscape(std::size_t from);
  Unit readUnicodeEscape(std::size_t from);
  Unit readPlain();
  void skipContinuation();
  [[nodiscard]] const char *literalName() const;

  const QuotedBody &body_;
  std::vector<Diagnostic> &errors_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

Unescaper::Unit Unescaper::fail(std::size_t from, std::size_t to, std::string message, std::string label) {
  failed_ = true;
  const Span span(body_.start + static_cast<std::uint32_t>(from), body_.start + static_cast<std::uint32_t>(to));
  errors_.emplace_back(DiagnosticKind::Syntax, std::move(message), span, std::move(label));
  return {};
}

const char *Unescaper::literalName() const {
  if (body_.kind == LiteralKind::Byte)
    return "byte literal";
  return body_.is_raw ? "raw byte string literal" : "byte string literal";
}

void Unescaper::copyPlain(llvm::SmallVectorImpl<char> &content) {
  const std::size_t from = at_;
  while (at_ < body_.text.size()) {
    const auto byte = static_cast<unsigned char>(body_.text[at_]);
    const bool plain = byte != '\r' && byte != '\0' && (byte != '\\' || body_.is_raw) && (byte < 0x80 || body_.kind != LiteralKind::ByteStr);
    if (!plain)
      break;
    ++at_;
  }
  content.append(body_.text.begin() + from, body_.text.begin() + at_);
}

Unescaper::Unit Unescaper::readHexEscape(std::size_t from) {
  std::uint32_t value = 0;
  for (int digit = 0; digit < 2; ++digit) {
    if (atEnd())
      return fail(from, at_, "numeric character escape is too short");
    const DecodedChar character = decode();
    const unsigned hex = character.code < 0x80 ? llvm::hexDigitValue(static_cast<char>(character.code)) : ~0U;
    if (hex == ~0U) {
      const std::size_t at = at_;
      at_ += character.length;
      return fail(at, at_, "invalid character in numeric character escape: `" + shown(character.code) + "`", "invalid character in numeric character escape");
    }
    value = value * 16 + hex;
    ++at_;
  }
  const bool any_byte = isByteKind(body_.kind) || body_.kind == LiteralKind::CStr;
  if (value > 0x7F && !any_byte)
    return fail(from, at_, "out of range hex escape", "must be a character in the range [\\x00-\\x7f]");
  return {value, true};
}

Unescaper::Unit Unescaper::readUnicodeEscape(std::size_t from) {
  if (peek() != '{')
    return fail(from, at_, "incorrect unicode escape sequence", "incorrect unicode escape sequence");
  ++at_;
  if (peek() == '_') {
    ++at_;
    return fail(at_ - 1, at_, "invalid start of unicode escape: `_`", "invalid start of unicode escape");
  }
  if (peek() == '}') {
    ++at_;
    return fail(from, at_, "empty unicode escape", "this escape must have at least 1 hex digit");
  }
  std::uint32_t value = 0;
  unsigned digits = 0;
  for (;; ++at_) {
    if (atEnd())
      return fail(from, at_, "unterminated unicode escape", "missing a closing `}`");
    if (peek() == '_')
      continue;
    if (peek() == '}')
      break;
    const DecodedChar character = decode();
    const unsigned hex = character.code < 0x80 ? llvm::hexDigitValue(static_cast<char>(character.code)) : ~0U;
    if (hex == ~0U) {
      const std::size_t at = at_;
      at_ += character.length;
      return fail(at, at_, "invalid character in unicode escape: `" + shown(character.code) + "`", "invalid character in unicode escape");
    }
    if (++digits <= 6)
      value = value * 16 + hex;
  }
  ++at_;
  if (isByteKind(body_.kind))
    return fail(from, at_, "unicode escape in byte string", "unicode escape in byte string");
  if (digits > 6)
    return fail(from, at_, "overlong unicode escape", "must have at most 6 hex digits");
  if (value > 0x10FFFF || (value >= 0xD800 && value < 0xE000))
    return fail(from, at_, "invalid unicode character escape", "invalid escape");
  return {value, false};
}

Unescaper::Unit Unescaper::readEscape() {
  const std::size_t from = at_++;
  const DecodedChar escaped = decode();
  at_ += escaped.length;
  switch (escaped.code) {
  case '"':
  case '\'':
  case '\\':
    return {escaped.code, false};
  case 'n':
    return {'\n', false};
  case 'r':
    return {'\r', false};
  case 't':
    return {'\t', false};
  case '0':
    return {0, false};
  case 'x':
    return readHexEscape(from);
  case 'u':
    return readUnicodeEscape(from);
  default:
    return fail(from + 1, at_, "unknown character escape: `" + shown(escaped.code) + "`", "unknown character escape");
  }
}

Unescaper::Unit Unescaper::readPlain() {
  const std::size_t from = at_;
  const DecodedChar character = decode();
  at_ += character.length;
  if (isCharKind(body_.kind) && (character.code == '\t' || character.code == '\n' || character.code == '\r' || character.code == '\''))
    return fail(from, at_,
                std::string(body_.kind == LiteralKind::Byte ? "byte" : "character") + " constant must be escaped: `" +
                    (character.code == '\'' ? "'" : shown(character.code)) + "`");
  if (character.code == '\r')
    return fail(from, at_, body_.is_raw ? "bare CR not allowed in raw string" : "bare CR not allowed in string, use `\\r` instead");
  if (character.code >= 0x80 && isByteKind(body_.kind))
    return fail(from, at_, std::string("non-ASCII character in ") + literalName(), "must be ASCII");
  return {character.code, false};
}

Unescaper::Unit Unescaper::readUnit() {
  const std::size_t from = at_;
  const Unit unit = peek() == '\\' && !body_.is_raw ? readEscape() : readPlain();
  if (unit.code == 0 && body_.kind == LiteralKind::CStr)
    return fail(from, at_, "null characters in C string literals are not supported");
  return unit;
}

/// The Reference, "String continuation escapes": a backslash before a line break skips all blanks that follow.
void Unescaper::skipContinuation() {
  ++at_;
  while (peek() == ' ' || peek() == '\t' || peek() == '\n' || (peek() == '\r' && peek(1) == '\n'))
    ++at_;
}

void Unescaper::next(llvm::SmallVectorImpl<char> &content) {
  if (peek() == '\r' && peek(1) == '\n') {
    // A line break is `\n` in the program, however the file spells it.
    at_ += 2;
    content.push_back('\n');
    return;
  }
  if (peek() == '\\' && !body_.is_raw && (peek(1) == '\n' || (peek(1) == '\r' && peek(2) == '\n'))) {
    skipContinuation();
    return;
  }
  const Unit unit = readUnit();
  if (unit.is_byte)
    content.push_back(static_cast<char>(unit.code));
  else
    appendUtf8(unit.code, content);
}

std::uint32_t Unescaper::nextChar() { return readUnit().code; }

Diagnostic literalError(const QuotedBody &body, std::string message) {
  return {DiagnosticKind::Syntax, std::move(message), Span(body.literal_start, body.literal_end)};
}

} // namespace

bool unescapeString(const QuotedBody &body, llvm::SmallVectorImpl<char> &content, std::vector<Diagnostic> &errors) {
  Unescaper unescaper(body, errors);
  for (unescaper.copyPlain(content); !unescaper.atEnd(); unescaper.copyPlain(content))
    unescaper.next(content);
  return !unescaper.failed();
}

std::uint32_t unescapeChar(const QuotedBody &body, std::vector<Diagnostic> &errors) {
  if (body.text.empty()) {
    errors.emplace_back(DiagnosticKind::Syntax, "empty character literal", Span(body.start, body.start), "empty character literal");
    return 0xFFFD;
  }
  Unescaper unescaper(body, errors);
  const std::uint32_t value = unescaper.nextChar();
  if (!unescaper.failed() && !unescaper.atEnd()) {
    errors.push_back(literalError(body, "character literal may only contain one codepoint"));
    return 0xFFFD;
  }
  return value;
}

// --------------------------------------------------------------------------------------------------------------- numbers

namespace {

/// A number token cut into its parts.
struct NumberParts {
  unsigned base = 10;
  llvm::StringRef digits; ///< without the base prefix, with underscores
  llvm::StringRef suffix;
};

/// True for the first character of a suffix: letters that are digits of the base, `_` and what belongs to a float do not start one.
NumberParts splitNumber(llvm::StringRef text, bool is_float) {
  NumberParts parts;
  std::size_t at = 0;
  if (text.size() > 1 && text[0] == '0') {
    parts.base = text[1] == 'x' ? 16 : text[1] == 'o' ? 8 : text[1] == 'b' ? 2 : 10;
    at = parts.base == 10 ? 0 : 2;
  }
  const std::size_t from = at;
  const auto isDigit = [&](char c) { return c == '_' || (parts.base == 16 ? llvm::isHexDigit(c) : llvm::isDigit(c)); };
  const auto skipDigits = [&] {
    while (at < text.size() && isDigit(text[at]))
      ++at;
  };
  skipDigits();
  if (is_float) {
    if (at < text.size() && text[at] == '.')
      ++at;
    skipDigits();
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
      ++at;
      if (at < text.size() && (text[at] == '+' || text[at] == '-'))
        ++at;
      skipDigits();
    }
  }
  parts.digits = text.slice(from, at);
  parts.suffix = text.drop_front(at);
  return parts;
}

bool isIntegerSuffix(llvm::StringRef suffix) {
  static constexpr llvm::StringLiteral known[] = {"i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64", "u128", "usize"};
  return llvm::is_contained(known, suffix);
}
bool isFloatSuffix(llvm::StringRef suffix) { return suffix == "f32" || suffix == "f64"; }

/// `u7`, `f31`: looks like a type of a width that does not exist.
bool looksLikeWidth(llvm::StringRef suffix, llvm::StringRef letters) {
  return suffix.size() > 1 && letters.contains(suffix[0]) && llvm::all_of(suffix.drop_front(), llvm::isDigit);
}

std::string suffixMessage(llvm::StringRef suffix, bool is_float) {
  if (!is_float && looksLikeWidth(suffix, "iu"))
    return ("invalid width `" + suffix.drop_front() + "` for integer literal").str();
  if (looksLikeWidth(suffix, "f"))
    return ("invalid width `" + suffix.drop_front() + "` for float literal").str();
  if (!is_float && suffix.size() > 1 && llvm::StringRef("XOB").contains(suffix[0]) && llvm::isHexDigit(suffix[1]))
    return "invalid base prefix for number literal";
  return ("invalid suffix `" + suffix + (is_float ? "` for float literal" : "` for number literal")).str();
}

void accumulate(ast::LiteralExpr &literal, const NumberParts &parts) {
  unsigned __int128 value = 0;
  for (const char c : parts.digits) {
    if (c == '_')
      continue;
    const unsigned __int128 limit = ~static_cast<unsigned __int128>(0);
    const unsigned digit = llvm::hexDigitValue(c);
    if (value > (limit - digit) / parts.base)
      literal.value_fits = false;
    value = value * parts.base + digit;
  }
  literal.value_lo = static_cast<std::uint64_t>(value);
  literal.value_hi = static_cast<std::uint64_t>(value >> 64U);
}

} // namespace

void readNumber(llvm::StringRef text, Span span, bool is_float, SymbolTable &symbols, ast::LiteralExpr &literal, std::vector<Diagnostic> &errors) {
  const NumberParts parts = splitNumber(text, is_float);
  const bool float_by_suffix = !is_float && isFloatSuffix(parts.suffix);
  literal.literal = is_float || float_by_suffix ? LiteralKind::Float : LiteralKind::Int;
  if (!parts.suffix.empty())
    literal.suffix = symbols.intern(parts.suffix);
  const bool suffix_known = parts.suffix.empty() || isFloatSuffix(parts.suffix) || (!is_float && isIntegerSuffix(parts.suffix));
  // An exponent without digits swallows the blame (the lexer has reported it).
  const llvm::StringRef written = text.drop_back(parts.suffix.size());
  const bool no_exponent = is_float && !written.empty() && llvm::StringRef("eE+-").contains(written.back());
  if (!suffix_known && !no_exponent) {
    errors.emplace_back(DiagnosticKind::Syntax, suffixMessage(parts.suffix, is_float), span, ("invalid suffix `" + parts.suffix + "`").str());
    literal.suffix = Symbol{};
  }
  if (float_by_suffix && parts.base != 10) {
    const char *name = parts.base == 2 ? "binary" : parts.base == 8 ? "octal" : "hexadecimal";
    errors.emplace_back(DiagnosticKind::Syntax, std::string(name) + " float literal is not supported", span, "not supported");
  }
  if (literal.literal == LiteralKind::Int) {
    accumulate(literal, parts);
    if (!literal.value_fits)
      errors.emplace_back(DiagnosticKind::Syntax, "integer literal is too large", span);
    return;
  }
  std::string digits = parts.digits.str();
  digits.erase(std::remove(digits.begin(), digits.end(), '_'), digits.end());
  literal.text = symbols.intern(digits);
}

} // namespace lien

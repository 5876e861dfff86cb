// format := '{' [ argument ] [ ':' spec ] blank* '}' ; spec := [[fill] align] [sign] ['#'] ['0'] [width] ['.' precision] type
#include "frontend/typeck/format_string.hpp"

#include "llvm/ADT/StringExtras.h"

namespace lien::typeck {

namespace {

bool isNameStart(char c) { return llvm::isAlpha(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80; }
bool isNamePart(char c) { return isNameStart(c) || llvm::isDigit(c); }
bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::uint32_t utf8Length(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

class Parser {
public:
  explicit Parser(llvm::StringRef text) : text_(text) {}

  ParsedFormat parse() {
    while (at_ < text_.size() && !result_.error) {
      const char c = text_[at_];
      if (c == '{') {
        if (peek(1) == '{') {
          at_ += 2;
          continue;
        }
        placeholder();
      } else if (c == '}') {
        if (peek(1) != '}') {
          fail("invalid format string: unmatched `}` found", "unmatched `}` in format string", at_, at_ + 1);
          break;
        }
        at_ += 2;
      } else {
        ++at_;
      }
    }
    return std::move(result_);
  }

private:
  [[nodiscard]] char peek(std::uint32_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  [[nodiscard]] bool atEnd() const { return at_ >= text_.size(); }

  void fail(std::string message, std::string label, std::uint32_t lo, std::uint32_t hi, std::optional<std::uint32_t> opening = std::nullopt) {
    if (!result_.error)
      result_.error = FormatError{std::move(message), std::move(label), lo, hi, opening};
  }

  void skipBlanks() {
    while (!atEnd() && isBlank(text_[at_]))
      ++at_;
  }

  void placeholder() {
    FormatPlaceholder made;
    made.lo = at_;
    const std::uint32_t opening = at_;
    ++at_;
    skipBlanks();
    made.argument = argument();
    if (made.argument.kind == FormatArgRef::Kind::None)
      made.argument.kind = FormatArgRef::Kind::Next;
    else if (made.argument.kind == FormatArgRef::Kind::Name && peek() == '.' && isNamePart(peek(1))) {
      std::uint32_t end = at_;
      while (end < text_.size() && (isNamePart(text_[end]) || text_[end] == '.'))
        ++end;
      fail("invalid format string: field access isn't supported", "not supported in format string", made.argument.lo, end);
      return;
    }
    skipBlanks();
    if (peek() == ':') {
      ++at_;
      spec(made);
    }
    skipBlanks();
    if (atEnd()) {
      fail("invalid format string: expected `}` but string was terminated", "expected `}` in format string", at_, at_ + 1, opening);
      return;
    }
    if (text_[at_] != '}') {
      const std::uint32_t length = utf8Length(text_[at_]);
      fail("invalid format string: expected `}`, found `" + text_.substr(at_, length).str() + "`", "expected `}` in format string", at_, at_ + length, opening);
      return;
    }
    ++at_;
    made.hi = at_;
    result_.placeholders.push_back(made);
  }

  FormatArgRef argument() {
    FormatArgRef ref;
    ref.lo = at_;
    if (llvm::isDigit(peek())) {
      ref.kind = FormatArgRef::Kind::Index;
      ref.index = number();
    } else if (isNameStart(peek())) {
      ref.kind = FormatArgRef::Kind::Name;
      ref.name = name();
    }
    ref.hi = at_;
    return ref;
  }

  std::uint32_t number() {
    std::uint64_t value = 0;
    while (!atEnd() && llvm::isDigit(text_[at_])) {
      value = std::min<std::uint64_t>(value * 10 + static_cast<std::uint64_t>(text_[at_] - '0'), UINT32_MAX);
      ++at_;
    }
    return static_cast<std::uint32_t>(value);
  }

  llvm::StringRef name() {
    const std::uint32_t start = at_;
    while (!atEnd() && isNamePart(text_[at_]))
      ++at_;
    return text_.slice(start, at_);
  }

  static bool isAlign(char c) { return c == '<' || c == '^' || c == '>'; }

  /// `5`, `5$`, `name$`; a plain name is the type and is left.
  FormatCount count() {
    FormatCount made;
    const std::uint32_t start = at_;
    if (llvm::isDigit(peek())) {
      const std::uint32_t value = number();
      if (peek() == '$') {
        made.kind = FormatCount::Kind::Argument;
        made.argument = {FormatArgRef::Kind::Index, value, {}, start, at_ + 1};
        ++at_;
      } else {
        made.kind = FormatCount::Kind::Literal;
      }
      return made;
    }
    if (isNameStart(peek())) {
      llvm::StringRef word = name();
      if (peek() == '$') {
        made.kind = FormatCount::Kind::Argument;
        made.argument = {FormatArgRef::Kind::Name, 0, word, start, at_};
        ++at_;
        return made;
      }
      at_ = start;
    }
    return made;
  }

  void spec(FormatPlaceholder &made) {
    if (!atEnd()) {
      const std::uint32_t length = utf8Length(text_[at_]);
      if (isAlign(peek(length))) // fill and alignment
        at_ += length + 1;
      else if (isAlign(peek()))
        ++at_;
    }
    if (peek() == '+' || peek() == '-')
      ++at_;
    if (peek() == '#')
      ++at_;
    if (peek() == '0' && peek(1) != '$')
      ++at_;
    made.width = count();
    if (peek() == '.') {
      ++at_;
      if (peek() == '*') {
        ++at_;
        made.precision.kind = FormatCount::Kind::Star;
        made.precision.argument = {FormatArgRef::Kind::Next, 0, {}, at_ - 2, at_};
      } else {
        made.precision = count();
      }
    }
    // `x?` and `X?` are Debug with hexadecimal numbers.
    made.trait_lo = at_;
    llvm::StringRef rest = text_.substr(at_);
    if (rest.starts_with("?") || rest.starts_with("x?") || rest.starts_with("X?")) {
      made.trait = FormatTrait::Debug;
      at_ += rest.starts_with("?") ? 1 : 2;
    } else if (isNameStart(peek())) {
      made.trait = traitOf(name());
    }
    made.trait_hi = at_;
  }

  static FormatTrait traitOf(llvm::StringRef letters) {
    if (letters.size() != 1)
      return FormatTrait::Unknown;
    switch (letters[0]) {
    case 'x':
      return FormatTrait::LowerHex;
    case 'X':
      return FormatTrait::UpperHex;
    case 'o':
      return FormatTrait::Octal;
    case 'b':
      return FormatTrait::Binary;
    case 'e':
      return FormatTrait::LowerExp;
    case 'E':
      return FormatTrait::UpperExp;
    case 'p':
      return FormatTrait::Pointer;
    default: // no such trait
      return FormatTrait::Unknown;
    }
  }

  llvm::StringRef text_;
  std::uint32_t at_ = 0;
  ParsedFormat result_;
};

} // namespace

ParsedFormat parseFormat(llvm::StringRef content) { return Parser(content).parse(); }

// ------------------------------------------------------------------------------------------------------------- positions

FormatSource::FormatSource(llvm::StringRef raw, std::uint32_t start, std::size_t content_size) {
  std::size_t opening = raw.find('"');
  if (opening == llvm::StringRef::npos) {
    body_start_ = start;
    one_to_one_ = true;
    return;
  }
  const std::size_t hashes = raw.take_front(opening).count('#');
  body_ = raw.slice(opening + 1, raw.size() - std::min(raw.size(), hashes + 1));
  body_start_ = start + static_cast<std::uint32_t>(opening) + 1;
  one_to_one_ = raw.starts_with("r") || body_.size() == content_size;
}

Span FormatSource::span(std::uint32_t lo, std::uint32_t hi) const { return {offset(lo), offset(hi)}; }

// Walks the escapes up to a place in the content. Only literals with escapes need it, and of them only what messages or captured names point at.
std::uint32_t FormatSource::offset(std::uint32_t content_offset) const {
  if (one_to_one_)
    return body_start_ + content_offset;
  std::size_t source = 0;
  std::uint32_t content = 0;
  while (source < body_.size()) {
    const bool escape = body_[source] == '\\' && source + 1 < body_.size();
    const bool continuation = escape && (body_[source + 1] == '\n' || body_[source + 1] == '\r');
    if (continuation) {
      ++source;
      while (source < body_.size() && isBlank(body_[source]))
        ++source;
      continue;
    }
    if (content >= content_offset)
      break;
    if (!escape) {
      ++source;
      ++content;
    } else if (body_[source + 1] == 'x') {
      source += 4;
      ++content;
    } else if (body_[source + 1] == 'u') {
      const std::size_t end = body_.find('}', source);
      llvm::StringRef digits = body_.slice(source + 3, end);
      std::string clean;
      for (char digit : digits)
        if (digit != '_')
          clean += digit;
      std::uint32_t value = 0;
      if (llvm::StringRef(clean).getAsInteger(16, value))
        value = 0;
      content += value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4;
      source = end == llvm::StringRef::npos ? body_.size() : end + 1;
    } else {
      source += 2;
      ++content;
    }
  }
  return body_start_ + static_cast<std::uint32_t>(std::min(source, body_.size()));
}

} // namespace lien::typeck

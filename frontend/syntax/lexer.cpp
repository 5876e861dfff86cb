// Text to tokens: a PEGTL grammar with one rule that switches on the first byte.
//
// The obvious PEGTL form, `until<eof, sor<…>>` with stock rules, runs at 40 % of this speed: the switch replaces trying rules in order, and the hot
// terminals (blanks, identifiers, plain bytes of strings and comments) are runs over a table of byte classes. The text ends with a NUL byte, so that no rule
// asks for the end before it looks at a byte.
#include "frontend/syntax/token.hpp"

#include "frontend/syntax/literals.hpp"
#include "frontend/syntax/unicode_identifiers.hpp"

#include "llvm/ADT/StringExtras.h"

#include <tao/pegtl.hpp>

#include <array>
#include <cstring>

namespace lien {

const char *textOf(Tok kind) {
  static constexpr const char *texts[] = {
#define LIEN_TOKEN_CLASS(Kind, Name) Name,
#define LIEN_PUNCT(Kind, Text) Text,
#define LIEN_KEYWORD(Kind, Text) #Text,
#include "frontend/syntax/tokens.def"
  };
  return texts[static_cast<unsigned>(kind)];
}

namespace {

namespace pegtl = tao::pegtl;
using ast::LiteralKind;
using Input = pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf, const char *>;

enum ByteClass : std::uint8_t {
  blank_byte = 1,      ///< ASCII white space
  identifier_byte = 2, ///< may continue an identifier (ASCII)
  start_byte = 4,      ///< may start one
  digit_byte = 8,      ///< `0`…`9` and `_`
  hex_byte = 16,       ///< hexadecimal digits and `_`
  string_byte = 32,    ///< stands for itself in a string: no quote, backslash, NUL
  comment_byte = 64,   ///< no `*`, `/` or NUL: nothing to see in a block comment
};

constexpr std::array<std::uint8_t, 256> byte_classes = [] {
  std::array<std::uint8_t, 256> classes{};
  for (unsigned byte = 0; byte < 256; ++byte) {
    std::uint8_t &entry = classes[byte];
    const bool digit = byte - '0' < 10U;
    const bool letter = (byte | 0x20U) - 'a' < 26U;
    if (byte == ' ' || (byte >= '\t' && byte <= '\r'))
      entry |= blank_byte;
    if (letter || byte == '_')
      entry |= start_byte;
    if (letter || digit || byte == '_')
      entry |= identifier_byte;
    if (digit || byte == '_')
      entry |= digit_byte;
    if (digit || byte == '_' || (byte | 0x20U) - 'a' < 6U)
      entry |= hex_byte;
    if (byte != '"' && byte != '\\' && byte != 0)
      entry |= string_byte;
    if (byte != '*' && byte != '/' && byte != 0)
      entry |= comment_byte;
  }
  return classes;
}();

bool isClass(char byte, std::uint8_t mask) { return (byte_classes[static_cast<unsigned char>(byte)] & mask) != 0; }
bool isHigh(char byte) { return static_cast<unsigned char>(byte) >= 0x80; }

/// What the lexer has made so far.
class LexState {
public:
  LexState(const SourceFile &source, SymbolTable &symbols) : symbols_(symbols), text_(source.text()), base_(source.base()) {
    buffer_.tokens.reserve(text_.size() / 4 + 16);
  }

  [[nodiscard]] const char *begin() const { return text_.data(); }
  [[nodiscard]] const char *end() const { return text_.data() + text_.size(); }
  [[nodiscard]] bool previousIs(Tok kind) const { return !buffer_.tokens.empty() && buffer_.tokens.back().kind() == kind; }
  [[nodiscard]] Symbol intern(const char *from, const char *to) { return symbols_.intern(llvm::StringRef(from, to - from)); }
  [[nodiscard]] SymbolTable &symbols() { return symbols_; }
  [[nodiscard]] std::uint32_t absolute(const char *at) const { return base_ + static_cast<std::uint32_t>(at - begin()); }
  [[nodiscard]] Span span(const char *from, const char *to) const { return {absolute(from), absolute(to)}; }

  void push(Tok kind, const char *from, const char *to, std::uint32_t value = 0) {
    const auto length = static_cast<std::uint32_t>(to - from);
    if (length > max_token_length)
      reportLongToken(from);
    buffer_.tokens.emplace_back(kind, static_cast<std::uint32_t>(from - begin()), std::min(length, max_token_length), value);
  }
  /// A token that does not fit into its length.
  [[gnu::noinline]] void reportLongToken(const char *from) {
    fatal(DiagnosticKind::L0003, "not judged: limit reached: token longer than 16 MiB", from, from).subject = "token longer than 16 MiB";
  }
  void open(Tok kind, const char *at);
  void close(Tok kind, const char *at);

  Diagnostic &error(DiagnosticKind kind, std::string message, const char *from, const char *to, std::string label = {}) {
    if (silent_)
      return discarded_ = Diagnostic(kind, std::move(message), span(from, to));
    return buffer_.errors.emplace_back(kind, std::move(message), span(from, to), std::move(label));
  }
  Diagnostic &error(std::string message, const char *from, const char *to, std::string label = {}) {
    return error(DiagnosticKind::Syntax, std::move(message), from, to, std::move(label));
  }
  /// An unterminated literal or comment: nothing after it can be read.
  Diagnostic &fatal(DiagnosticKind kind, std::string message, const char *from, const char *to, std::string label = {}) {
    Diagnostic &diagnostic = error(kind, std::move(message), from, to, std::move(label));
    damage(from);
    buffer_.is_fatal = silent_ = give_up_ = true;
    return diagnostic;
  }
  void labelLast(const char *from, const char *to, std::string text) {
    if (!buffer_.errors.empty())
      buffer_.errors.back().label(span(from, to), std::move(text));
  }
  void absorb(std::vector<Diagnostic> &&errors) {
    if (!silent_)
      std::move(errors.begin(), errors.end(), std::back_inserter(buffer_.errors));
  }
  [[nodiscard]] bool gaveUp() const { return give_up_; }
  TokenBuffer finish(const char *at);

private:
  struct OpenDelimiter {
    std::uint32_t index; ///< of its token
    Tok kind;
  };
  struct Mismatch {
    Diagnostic diagnostic;
    Tok found;
    Span found_span;
  };
  static constexpr std::uint32_t max_token_length = (1U << 24U) - 1;
  static Tok closerOf(Tok open) { return static_cast<Tok>(static_cast<unsigned>(open) + 1); }

  void damage(const char *at) { buffer_.damages.push_back(static_cast<std::uint32_t>(at - begin())); }
  void pair(Tok kind, const char *at, std::uint32_t length);
  void reportMismatch(Tok found, const char *at);
  void reportUnexpectedCloser(Tok kind, const char *at);
  void flushMismatches();

  SymbolTable &symbols_;
  llvm::StringRef text_;
  std::uint32_t base_;
  TokenBuffer buffer_;
  std::vector<OpenDelimiter> open_;
  std::uint32_t open_counts_[3] = {0, 0, 0}; // of `(`, `{`, `[` in open_
  std::vector<Mismatch> mismatches_;
  Diagnostic discarded_;
  bool silent_ = false;
  bool give_up_ = false;
};

unsigned delimiterIndex(Tok kind) { return (static_cast<unsigned>(kind) - static_cast<unsigned>(Tok::OpenParen)) / 2; }

void LexState::open(Tok kind, const char *at) {
  open_.push_back({static_cast<std::uint32_t>(buffer_.tokens.size()), kind});
  ++open_counts_[delimiterIndex(kind)];
  push(kind, at, at + 1);
}

/// Closes the innermost group with a token of `length` bytes (0: added by us).
void LexState::pair(Tok kind, const char *at, std::uint32_t length) {
  const OpenDelimiter opened = open_.back();
  open_.pop_back();
  --open_counts_[delimiterIndex(opened.kind)];
  buffer_.tokens[opened.index].value = static_cast<std::uint32_t>(buffer_.tokens.size());
  push(kind, at, at + length, opened.index);
  if (length == 0)
    damage(at);
}

void LexState::reportMismatch(Tok found, const char *at) {
  if (silent_)
    return;
  const Token &opened = buffer_.tokens[open_.back().index];
  const Span found_span = span(at, at + 1);
  const Span open_span = span(begin() + opened.start, begin() + opened.end());
  Diagnostic diagnostic(DiagnosticKind::Syntax, std::string("mismatched closing delimiter: `") + textOf(found) + "`", found_span,
                        "mismatched closing delimiter");
  diagnostic.primary.push_back({open_span, "unclosed delimiter"});
  mismatches_.push_back({std::move(diagnostic), found, found_span});
}

void LexState::flushMismatches() {
  for (Mismatch &mismatch : mismatches_)
    buffer_.errors.push_back(std::move(mismatch.diagnostic));
  mismatches_.clear();
}

/// A closing delimiter with nothing open. Earlier stray `)` and `]` closed a wrong group and so caused this: they become its labels, as in rustc.
void LexState::reportUnexpectedCloser(Tok kind, const char *at) {
  if (silent_)
    return;
  Diagnostic diagnostic(DiagnosticKind::Syntax, std::string("unexpected closing delimiter: `") + textOf(kind) + "`", span(at, at + 1),
                        "unexpected closing delimiter");
  bool explained = false;
  for (const Mismatch &mismatch : mismatches_) {
    if (mismatch.found == Tok::CloseBrace)
      continue;
    const bool round = mismatch.found == Tok::CloseParen;
    diagnostic.label(mismatch.found_span.shrinkToLo(), round ? "missing open `(` for this delimiter" : "missing open `[` for this delimiter");
    explained = true;
  }
  if (explained)
    mismatches_.clear();
  flushMismatches();
  buffer_.errors.push_back(std::move(diagnostic));
  silent_ = true;
}

/// A closing delimiter that does not fit the innermost group closes that group, and an outer one if it fits there; otherwise it is dropped. (rustc's
/// recovery, so that the same errors appear.)
void LexState::close(Tok kind, const char *at) {
  bool complained = false;
  while (!open_.empty()) {
    const Tok wanted = closerOf(open_.back().kind);
    if (wanted == kind) {
      pair(kind, at, 1);
      return;
    }
    if (!complained)
      reportMismatch(kind, at);
    complained = true;
    buffer_.is_fatal = true;
    pair(wanted, at, 0);
    if (open_counts_[delimiterIndex(kind)] == 0)
      return;
  }
  if (complained)
    return;
  buffer_.is_fatal = true;
  damage(at);
  reportUnexpectedCloser(kind, at);
}

TokenBuffer LexState::finish(const char *at) {
  flushMismatches();
  if (!open_.empty() && !silent_) {
    Diagnostic &diagnostic = error("this file contains an unclosed delimiter", at, at);
    for (const OpenDelimiter &opened : llvm::ArrayRef<OpenDelimiter>(open_).take_back(4)) {
      const Token &token = buffer_.tokens[opened.index];
      diagnostic.label(span(begin() + token.start, begin() + token.end()), "unclosed delimiter");
    }
    buffer_.is_fatal = true;
  }
  while (!open_.empty())
    pair(closerOf(open_.back().kind), at, 0);
  // More than one, so that looking ahead stays inside the buffer.
  for (int count = 0; count < 6; ++count)
    push(Tok::Eof, at, at);
  return std::move(buffer_);
}

// ------------------------------------------------------------------------------------------------------------ terminals

/// A rule over bytes alone.
template <typename Rule> struct ByteRule {
  using rule_t = Rule;
  using subs_t = pegtl::empty_list;
};

/// Any number of bytes of the classes in `Mask`.
template <std::uint8_t Mask> struct Run : ByteRule<Run<Mask>> {
  static bool match(Input &in) {
    const char *at = in.current();
    while (isClass(*at, Mask))
      ++at;
    in.bump_in_this_line(static_cast<std::size_t>(at - in.current()));
    return true;
  }
};

/// The rest of an identifier, characters beyond ASCII included.
struct IdentifierTail : ByteRule<IdentifierTail> {
  static bool match(Input &in) {
    const char *at = in.current();
    for (;;) {
      while (isClass(*at, identifier_byte))
        ++at;
      if (!isHigh(*at))
        break;
      const DecodedChar character = decodeUtf8(at);
      if (!isIdentifierContinue(character.code) && !isEmoji(character.code))
        break;
      at += character.length;
    }
    in.bump_in_this_line(static_cast<std::size_t>(at - in.current()));
    return true;
  }
};

bool startsIdentifier(const char *at) {
  return isHigh(*at) ? isIdentifierStart(decodeUtf8(at).code) || isEmoji(decodeUtf8(at).code) : isClass(*at, start_byte);
}

// number      = decimal ("." not before ".", identifier or digits? …) exponent? suffix?
// The grammar of the Reference ("Number literals") is ambiguous at the dot: `1..2` and `1.foo()` are integers.
struct Digits : Run<digit_byte> {};
struct HexDigits : Run<hex_byte> {};
struct Exponent : pegtl::seq<pegtl::one<'e', 'E'>, pegtl::opt<pegtl::one<'+', '-'>>, Digits> {};
struct Fraction : ByteRule<Fraction> {
  static bool match(Input &in) {
    if (in.peek_char() != '.' || in.peek_char(1) == '.' || startsIdentifier(in.current() + 1))
      return false;
    in.bump_in_this_line(1);
    return true;
  }
};
/// After the dot: digits and an exponent only behind a digit (`1.e5` is a method call on `1.`? no: `1` `.` `e5`).
struct FractionDigits : pegtl::seq<pegtl::at<pegtl::digit>, Digits> {};
struct Suffix : pegtl::opt<pegtl::seq<pegtl::at<pegtl::sor<pegtl::ranges<'a', 'z', 'A', 'Z', '_'>, pegtl::ranges<'\x80', '\xFF'>>>, IdentifierTail>> {};

template <typename Rule> bool matchRule(Input &in) {
  return pegtl::normal<Rule>::template match<pegtl::apply_mode::nothing, pegtl::rewind_mode::required, pegtl::nothing, pegtl::normal>(in);
}

// -------------------------------------------------------------------------------------------------------- token rules

// Each rule below eats one token (or blank) and pushes it; the dispatch rule at the end has looked at the first byte.

/// A rule that also sees the state.
#define LIEN_LEX_RULE(Name)                                                                                                                                    \
  struct Name {                                                                                                                                                \
    using rule_t = Name;                                                                                                                                       \
    using subs_t = pegtl::empty_list;                                                                                                                          \
    template <pegtl::apply_mode, pegtl::rewind_mode, template <typename...> class, template <typename...> class>                                               \
    static bool match(Input &in, LexState &state) {                                                                                                            \
      return eat(in, state);                                                                                                                                   \
    }                                                                                                                                                          \
    static bool eat(Input &in, LexState &state);                                                                                                               \
  }

LIEN_LEX_RULE(Word);
LIEN_LEX_RULE(Number);
LIEN_LEX_RULE(Slash);
LIEN_LEX_RULE(QuoteOrLifetime);
LIEN_LEX_RULE(StringLiteral);
LIEN_LEX_RULE(Hash);
LIEN_LEX_RULE(NonAscii);
LIEN_LEX_RULE(AnyToken);

/// Identifier or keyword; `from` is where the token starts (before `r#`).
void pushWord(LexState &state, const char *from, const char *to) {
  static_assert(static_cast<unsigned>(Tok::KwYield) - static_cast<unsigned>(Tok::KwUnderscore) == sym::kw_yield - sym::kw__);
  const Symbol symbol = state.intern(from, to);
  // Symbols of keywords come first: one comparison tells them from other names.
  if (symbol.value <= sym::kw_yield) {
    state.push(static_cast<Tok>(static_cast<unsigned>(Tok::KwUnderscore) + symbol.value - sym::kw__), from, to, symbol.value);
    return;
  }
  state.push(Tok::Ident, from, to, symbol.value);
}

bool hasHighByte(const char *from, const char *to) { return std::any_of(from, to, isHigh); }

void reportEmoji(LexState &state, const char *from, const char *to) {
  for (const char *at = from; at < to; at += decodeUtf8(at).length) {
    if (!isEmoji(decodeUtf8(at).code))
      continue;
    state.error("identifiers cannot contain emoji: `" + std::string(from, to) + "`", from, to);
    return;
  }
}

/// Edition 2021 reserves every `prefix"`, `prefix'` and `prefix#` it does not know.
void reportUnknownPrefix(LexState &state, const char *from, const char *to) {
  const char next = *to;
  if (next == '"' || next == '\'' || next == '#')
    state.error("prefix `" + std::string(from, to) + "` is unknown", from, to, "unknown prefix")
        .note("prefixed identifiers and literals are reserved since Rust 2021");
}

void pushPlainWord(Input &in, LexState &state) {
  const char *from = in.current();
  const char *to = from;
  while (isClass(*to, identifier_byte))
    ++to;
  if (!isHigh(*to)) {
    in.bump_in_this_line(static_cast<std::size_t>(to - from));
  } else {
    (void)IdentifierTail::match(in);
    to = in.current();
    reportEmoji(state, from, to);
  }
  pushWord(state, from, to);
  if (*to == '"' || *to == '\'' || *to == '#')
    reportUnknownPrefix(state, from, to);
}

// ---------------------------------------------------------------------------------------------------------------- quotes

/// Kind and prefix of a quoted literal.
struct QuoteForm {
  LiteralKind kind;
  std::uint8_t prefix; ///< bytes before the first `#` or quote
  bool is_raw;
};

Tok tokenOf(LiteralKind kind) {
  switch (kind) {
  case LiteralKind::Char:
    return Tok::Char;
  case LiteralKind::Byte:
    return Tok::Byte;
  case LiteralKind::ByteStr:
    return Tok::ByteStr;
  case LiteralKind::CStr:
    return Tok::CStr;
  case LiteralKind::Str:
  case LiteralKind::Int:
  case LiteralKind::Float:
  case LiteralKind::Bool:
    break;
  }
  return Tok::Str;
}

void pushString(Input &in, LexState &state, const char *from, const QuoteForm &form, const char *body, const char *body_end, const char *literal_end) {
  const QuotedBody quoted{
      llvm::StringRef(body, body_end - body), state.absolute(body), state.absolute(from), state.absolute(literal_end), form.kind, form.is_raw};
  const bool plain = form.kind == LiteralKind::Str && std::none_of(body, body_end, [](char c) { return c == '\\' || c == '\r' || c == '\0'; });
  Symbol symbol;
  if (plain) {
    symbol = state.intern(body, body_end);
  } else {
    llvm::SmallString<64> content;
    std::vector<Diagnostic> errors;
    unescapeString(quoted, content, errors);
    state.absorb(std::move(errors));
    symbol = state.symbols().intern(content);
  }
  in.bump(static_cast<std::size_t>(literal_end - in.current()));
  (void)matchRule<Suffix>(in);
  state.push(tokenOf(form.kind), from, in.current(), symbol.value);
}

/// The end of the body of a string whose first quote has been read; null when it does not end.
const char *findStringEnd(LexState &state, const char *at) {
  for (;; ++at) {
    while (isClass(*at, string_byte))
      ++at;
    if (*at == '"')
      return at;
    if (at != state.end() && *at == '\\')
      ++at;
    if (at == state.end())
      return nullptr;
  }
}

bool eatString(Input &in, LexState &state, const QuoteForm &form) {
  const char *from = in.current();
  const char *body = from + form.prefix + 1;
  if (const char *end = findStringEnd(state, body)) {
    pushString(in, state, from, form, body, end, end + 1);
    return true;
  }
  const DiagnosticKind code = form.kind == LiteralKind::Str       ? DiagnosticKind::E0765
                              : form.kind == LiteralKind::ByteStr ? DiagnosticKind::E0766
                                                                  : DiagnosticKind::E0767;
  const char *message = form.kind == LiteralKind::Str       ? "unterminated double quote string"
                        : form.kind == LiteralKind::ByteStr ? "unterminated double quote byte string"
                                                            : "unterminated C string";
  state.fatal(code, message, from + form.prefix, state.end());
  return true;
}

/// `"` followed by `hashes` times `#`, from `at` on; null when there is none.
const char *findRawStringEnd(LexState &state, const char *at, std::size_t hashes) {
  while (const auto *quote = static_cast<const char *>(std::memchr(at, '"', static_cast<std::size_t>(state.end() - at)))) {
    std::size_t count = 0;
    while (count < hashes && quote[1 + count] == '#')
      ++count;
    if (count == hashes)
      return quote;
    at = quote + 1;
  }
  return nullptr;
}

bool eatRawString(Input &in, LexState &state, const QuoteForm &form) {
  const char *from = in.current();
  const char *at = from + form.prefix;
  const char *hashes = at;
  while (*at == '#')
    ++at;
  const auto hash_count = static_cast<std::size_t>(at - hashes);
  if (*at != '"') {
    const DecodedChar bad = decodeUtf8(at);
    state.fatal(DiagnosticKind::Syntax, "found invalid character; only `#` is allowed in raw string delimitation: " + std::string(at, at + bad.length), from,
                at);
    return true;
  }
  if (hash_count > 255) {
    state.fatal(DiagnosticKind::Syntax, "too many `#` symbols: raw strings may be delimited by up to 255 `#` symbols, but found " + std::to_string(hash_count),
                from, at);
    return true;
  }
  if (const char *end = findRawStringEnd(state, at + 1, hash_count)) {
    pushString(in, state, from, form, at + 1, end, end + 1 + hash_count);
    return true;
  }
  state.fatal(DiagnosticKind::E0748, "unterminated raw string", from, from, "unterminated raw string");
  return true;
}

/// The end of a character literal's body, whose opening quote has been read; null when it does not end. (A line break ends the search unless the quote
/// follows it, as does `/`: most likely a comment behind a lone quote.)
const char *findCharEnd(LexState &state, const char *at, const char *&stop) {
  if (*at != '\\' && at != state.end()) {
    const char *after = at + decodeUtf8(at).length;
    if (*after == '\'')
      return after;
  }
  for (; at < state.end(); ++at) {
    if (*at == '\'')
      return at;
    if (*at == '/' || (*at == '\n' && at[1] != '\''))
      break;
    if (*at == '\\')
      ++at;
  }
  stop = std::min(at, state.end());
  return nullptr;
}

bool eatCharLiteral(Input &in, LexState &state, const QuoteForm &form) {
  const char *from = in.current();
  const char *body = from + form.prefix + 1;
  const char *stop = body;
  const char *end = findCharEnd(state, body, stop);
  if (end == nullptr) {
    const bool is_char = form.kind == LiteralKind::Char;
    state.fatal(is_char ? DiagnosticKind::E0762 : DiagnosticKind::E0763, is_char ? "unterminated character literal" : "unterminated byte constant",
                from + form.prefix, stop);
    return true;
  }
  const QuotedBody quoted{llvm::StringRef(body, end - body), state.absolute(body), state.absolute(from), state.absolute(end + 1), form.kind, false};
  std::vector<Diagnostic> errors;
  const std::uint32_t value = unescapeChar(quoted, errors);
  state.absorb(std::move(errors));
  in.bump(static_cast<std::size_t>(end + 1 - from));
  (void)matchRule<Suffix>(in);
  state.push(tokenOf(form.kind), from, in.current(), value);
  return true;
}

/// `'r#name`: the symbol is that of `'name`.
bool eatRawLifetime(Input &in, LexState &state) {
  const char *from = in.current();
  in.bump_in_this_line(3);
  const char *name = in.current();
  (void)IdentifierTail::match(in);
  const std::string text = "'" + std::string(name, in.current());
  const Symbol word = state.intern(name, in.current());
  if (word.value >= sym::kw__ && word.value <= sym::kw_crate)
    state.error("`" + std::string(name, in.current()) + "` cannot be a raw lifetime", from, in.current());
  state.push(Tok::Lifetime, from, in.current(), state.symbols().intern(text).value);
  return true;
}

void checkLifetimeName(LexState &state, const char *from, const char *to) {
  const Symbol word = state.intern(from + 1, to);
  if (from[1] >= '0' && from[1] <= '9')
    state.error("lifetimes cannot start with a number", from, to);
  else if (hasHighByte(from, to))
    reportEmoji(state, from, to);
  else if (word.value <= sym::kw_yield && !word.empty() && word != sym::kw_static && word != sym::kw__)
    state.error("lifetimes cannot use keyword names", from, to);
}

/// `'a` or `'a'`: a lifetime when an identifier follows and no quote ends it (the Reference, "Lifetimes and loop labels").
bool QuoteOrLifetime::eat(Input &in, LexState &state) {
  const char *from = in.current();
  if (from + 1 == state.end())
    return eatCharLiteral(in, state, {LiteralKind::Char, 0, false});
  const char *after_first = from + 1 + decodeUtf8(from + 1).length;
  const bool may_be_lifetime = *after_first != '\'' && (startsIdentifier(from + 1) || (from[1] >= '0' && from[1] <= '9'));
  if (!may_be_lifetime)
    return eatCharLiteral(in, state, {LiteralKind::Char, 0, false});
  if (from[1] == 'r' && from[2] == '#' && startsIdentifier(from + 3))
    return eatRawLifetime(in, state);
  in.bump_in_this_line(1);
  (void)IdentifierTail::match(in);
  if (*in.current() == '\'') {
    in.iterator() = from;
    return eatCharLiteral(in, state, {LiteralKind::Char, 0, false});
  }
  checkLifetimeName(state, from, in.current());
  state.push(Tok::Lifetime, from, in.current(), state.intern(from, in.current()).value);
  if (*in.current() == '#')
    reportUnknownPrefix(state, from, in.current());
  return true;
}

bool StringLiteral::eat(Input &in, LexState &state) { return eatString(in, state, {LiteralKind::Str, 0, false}); }

bool eatRawIdentifier(Input &in, LexState &state) {
  const char *from = in.current();
  in.bump_in_this_line(2);
  const char *name = in.current();
  (void)IdentifierTail::match(in);
  const Symbol symbol = state.intern(name, in.current());
  if (symbol.value >= sym::kw__ && symbol.value <= sym::kw_crate)
    state.error("`" + std::string(name, in.current()) + "` cannot be a raw identifier", from, in.current());
  if (hasHighByte(name, in.current()))
    reportEmoji(state, from, in.current());
  state.push(Tok::RawIdent, from, in.current(), symbol.value);
  return true;
}

/// Words and the literals that start like one: `r"`, `r#"`, `r#name`, `b'`, `b"`, `br`, `c"`, `cr`.
bool Word::eat(Input &in, LexState &state) {
  const char *at = in.current();
  switch (*at) {
  case 'r':
    if (at[1] == '#' && startsIdentifier(at + 2))
      return eatRawIdentifier(in, state);
    if (at[1] == '"' || at[1] == '#')
      return eatRawString(in, state, {LiteralKind::Str, 1, true});
    break;
  case 'b':
  case 'c': {
    const LiteralKind kind = *at == 'b' ? LiteralKind::ByteStr : LiteralKind::CStr;
    if (at[1] == '"')
      return eatString(in, state, {kind, 1, false});
    if (at[1] == 'r' && (at[2] == '"' || (at[2] == '#' && (at[3] == '"' || at[3] == '#' || *at == 'b'))))
      return eatRawString(in, state, {kind, 2, true});
    if (*at == 'b' && at[1] == '\'')
      return eatCharLiteral(in, state, {LiteralKind::Byte, 1, false});
    break;
  }
  default:
    break;
  }
  pushPlainWord(in, state);
  return true;
}

// --------------------------------------------------------------------------------------------------------------- numbers

void checkDigits(LexState &state, const char *from, const char *to, unsigned base) {
  for (const char *at = from; at < to; ++at)
    if (*at != '_' && static_cast<unsigned>(*at - '0') >= base && isClass(*at, digit_byte))
      state.error("invalid digit for a base " + std::to_string(base) + " literal", at, at + 1);
}

bool hasDigit(const char *from, const char *to) {
  return std::any_of(from, to, [](char c) { return isClass(c, hex_byte) && c != '_'; });
}

/// `0x`, `0o`, `0b` and its digits; the base.
unsigned eatBasedDigits(Input &in, LexState &state) {
  const char *from = in.current();
  const unsigned base = from[0] != '0' ? 10 : from[1] == 'x' ? 16 : from[1] == 'o' ? 8 : from[1] == 'b' ? 2 : 10;
  if (base == 10)
    return matchRule<Digits>(in), base;
  in.bump_in_this_line(2);
  const char *digits = in.current();
  (void)(base == 16 ? matchRule<HexDigits>(in) : matchRule<Digits>(in));
  if (!hasDigit(digits, in.current()))
    state.error(DiagnosticKind::E0768, "no valid digits found for number", from, in.current());
  else if (base != 16)
    checkDigits(state, digits, in.current(), base);
  return base;
}

bool Number::eat(Input &in, LexState &state) {
  const char *from = in.current();
  if (state.previousIs(Tok::Dot)) {
    // A tuple index: `x.0.1` is two of them, not a float.
    (void)matchRule<Digits>(in);
    (void)matchRule<Suffix>(in);
    state.push(Tok::Int, from, in.current());
    return true;
  }
  const unsigned base = eatBasedDigits(in, state);
  const char *integer_end = in.current();
  bool is_float = false;
  bool may_have_exponent = true;
  if (matchRule<Fraction>(in)) {
    is_float = true;
    may_have_exponent = matchRule<FractionDigits>(in);
  }
  const char *exponent = in.current();
  if (may_have_exponent && matchRule<Exponent>(in)) {
    is_float = true;
    if (!hasDigit(exponent + 1, in.current()))
      state.error("expected at least one digit in exponent", from, in.current());
  }
  if (is_float && base != 10 && integer_end > from + 2)
    state.error(std::string(base == 2 ? "binary" : base == 8 ? "octal" : "hexadecimal") + " float literal is not supported", from, in.current());
  (void)matchRule<Suffix>(in);
  state.push(is_float ? Tok::Float : Tok::Int, from, in.current());
  return true;
}

// -------------------------------------------------------------------------------------------------------------- comments

void checkDocCarriageReturns(LexState &state, const char *from, const char *to, bool is_block) {
  for (const char *at = from; (at = static_cast<const char *>(std::memchr(at, '\r', static_cast<std::size_t>(to - at)))) != nullptr; ++at)
    if (at + 1 >= to || at[1] != '\n')
      state.error(is_block ? "bare CR not allowed in block doc-comment" : "bare CR not allowed in doc-comment", at, at + 1);
}

void eatLineComment(Input &in, LexState &state) {
  const char *from = in.current();
  const auto *found = static_cast<const char *>(std::memchr(from, '\n', static_cast<std::size_t>(state.end() - from)));
  const char *to = found != nullptr ? found : state.end();
  in.bump_in_this_line(static_cast<std::size_t>(to - from));
  const bool outer = from[2] == '/' && from[3] != '/';
  if (!outer && from[2] != '!')
    return;
  const char *text_end = found != nullptr && to[-1] == '\r' ? to - 1 : to;
  checkDocCarriageReturns(state, from, text_end, false);
  state.push(outer ? Tok::OuterDoc : Tok::InnerDoc, from, text_end);
}

/// Block comments nest; a loop with a counter, so that depth costs nothing.
void eatBlockComment(Input &in, LexState &state) {
  const char *from = in.current();
  const bool outer_doc = from[2] == '*' && from[3] != '*' && from[3] != '/';
  const bool inner_doc = from[2] == '!';
  const char *last_open = from;
  const char *last_close = nullptr;
  const char *at = from + 2;
  std::size_t depth = 1;
  while (depth != 0) {
    while (isClass(*at, comment_byte))
      ++at;
    if (at >= state.end())
      break;
    if (at[0] == '*' && at[1] == '/') {
      last_close = at;
      --depth;
      at += 2;
    } else if (at[0] == '/' && at[1] == '*') {
      last_open = at;
      ++depth;
      at += 2;
    } else {
      ++at;
    }
  }
  in.bump(static_cast<std::size_t>(at - from));
  if (depth != 0) {
    const bool is_doc = outer_doc || inner_doc;
    state.fatal(DiagnosticKind::E0758, is_doc ? "unterminated block doc-comment" : "unterminated block comment", from, state.end());
    if (last_close != nullptr && last_open != from) {
      // rustc points at what closed last and at what that should have left open.
      state.labelLast(last_open, last_open + 2, "...as last nested comment starts here, maybe you want to close this instead?");
      state.labelLast(last_close, last_close + 2, "...and last nested comment terminates here.");
    }
    return;
  }
  if (!outer_doc && !inner_doc)
    return;
  checkDocCarriageReturns(state, from, at, true);
  state.push(outer_doc ? Tok::OuterDoc : Tok::InnerDoc, from, at);
}

bool Slash::eat(Input &in, LexState &state) {
  const char *at = in.current();
  if (at[1] == '/')
    return eatLineComment(in, state), true;
  if (at[1] == '*')
    return eatBlockComment(in, state), true;
  const bool assign = at[1] == '=';
  in.bump_in_this_line(assign ? 2 : 1);
  state.push(assign ? Tok::SlashEq : Tok::Slash, at, in.current());
  return true;
}

// ------------------------------------------------------------------------------------------------------------------ rest

/// `#`. Edition 2024 reserves `#"` and `##` ("Reserved guarded string literals").
bool Hash::eat(Input &in, LexState &state) {
  const char *from = in.current();
  const char *at = from;
  while (*at == '#')
    ++at;
  if (*at == '"') {
    if (const char *end = findStringEnd(state, at + 1)) {
      const char *tail = end + 1;
      while (*tail == '#' && tail - end <= at - from)
        ++tail;
      in.bump(static_cast<std::size_t>(tail - from));
      state.error("invalid string literal", from, tail).note("unprefixed guarded string literals are reserved for future use since Rust 2024");
      state.push(Tok::Str, from, tail);
      return true;
    }
  }
  if (at - from > 1) {
    state.error("reserved multi-hash token is forbidden", from, from + 2).note("sequences of two or more # are reserved for future use since Rust 2024");
    in.bump_in_this_line(2);
    state.push(Tok::Str, from, from + 2);
    return true;
  }
  in.bump_in_this_line(1);
  state.push(Tok::Pound, from, from + 1);
  return true;
}

/// The character that an unknown one was meant to be, as far as that is plain: rustc goes on with it.
Tok confusable(std::uint32_t code) {
  switch (code) {
  case 0x2010:
  case 0x2011:
  case 0x2012:
  case 0x2013:
  case 0x2212:
    return Tok::Minus;
  case 0x37E:
  case 0xFF1B:
    return Tok::Semi;
  case 0x201A:
  case 0xFF0C:
    return Tok::Comma;
  case 0xFF1A:
    return Tok::Colon;
  case 0x2217:
  case 0xFF0A:
    return Tok::Star;
  default:
    return Tok::Poison;
  }
}

void reportUnknownStart(Input &in, LexState &state) {
  const char *from = in.current();
  const DecodedChar character = decodeUtf8(from);
  in.bump(character.length);
  const bool printable = character.code >= 0x20 && character.code < 0x7F;
  const std::string shown = printable ? std::string(from, 1) : "\\u{" + llvm::utohexstr(character.code, true) + "}";
  // A run of the same character is one error.
  while (static_cast<std::size_t>(state.end() - in.current()) >= character.length && std::equal(from, from + character.length, in.current()))
    in.bump(character.length);
  state.error("unknown start of token: " + shown, from, in.current());
  const Tok meant = confusable(character.code);
  if (meant != Tok::Poison)
    state.push(meant, from, from + character.length);
}

bool NonAscii::eat(Input &in, LexState &state) {
  const DecodedChar character = decodeUtf8(in.current());
  if (isUnicodeBlank(character.code))
    in.bump(character.length);
  else if (startsIdentifier(in.current()))
    pushPlainWord(in, state);
  else
    reportUnknownStart(in, state);
  return true;
}

/// Punctuation by maximal munch: the longest of up to three bytes.
struct Munch {
  Tok kind;
  std::uint8_t length;
};
Munch munch(const char *at) {
  const char second = at[1];
  const char third = second != '\0' ? at[2] : '\0';
  switch (at[0]) {
  case ';':
    return {Tok::Semi, 1};
  case ',':
    return {Tok::Comma, 1};
  case '@':
    return {Tok::At, 1};
  case '~':
    return {Tok::Tilde, 1};
  case '?':
    return {Tok::Question, 1};
  case '$':
    return {Tok::Dollar, 1};
  case '.':
    if (second != '.')
      return {Tok::Dot, 1};
    return third == '=' ? Munch{Tok::DotDotEq, 3} : third == '.' ? Munch{Tok::DotDotDot, 3} : Munch{Tok::DotDot, 2};
  case ':':
    return second == ':' ? Munch{Tok::PathSep, 2} : Munch{Tok::Colon, 1};
  case '=':
    return second == '=' ? Munch{Tok::EqEq, 2} : second == '>' ? Munch{Tok::FatArrow, 2} : Munch{Tok::Eq, 1};
  case '!':
    return second == '=' ? Munch{Tok::Ne, 2} : Munch{Tok::Bang, 1};
  case '<':
    if (second == '<')
      return third == '=' ? Munch{Tok::ShlEq, 3} : Munch{Tok::Shl, 2};
    return second == '=' ? Munch{Tok::Le, 2} : second == '-' ? Munch{Tok::LArrow, 2} : Munch{Tok::Lt, 1};
  case '>':
    if (second == '>')
      return third == '=' ? Munch{Tok::ShrEq, 3} : Munch{Tok::Shr, 2};
    return second == '=' ? Munch{Tok::Ge, 2} : Munch{Tok::Gt, 1};
  case '-':
    return second == '=' ? Munch{Tok::MinusEq, 2} : second == '>' ? Munch{Tok::RArrow, 2} : Munch{Tok::Minus, 1};
  case '+':
    return second == '=' ? Munch{Tok::PlusEq, 2} : Munch{Tok::Plus, 1};
  case '*':
    return second == '=' ? Munch{Tok::StarEq, 2} : Munch{Tok::Star, 1};
  case '%':
    return second == '=' ? Munch{Tok::PercentEq, 2} : Munch{Tok::Percent, 1};
  case '^':
    return second == '=' ? Munch{Tok::CaretEq, 2} : Munch{Tok::Caret, 1};
  case '&':
    return second == '&' ? Munch{Tok::AndAnd, 2} : second == '=' ? Munch{Tok::AndEq, 2} : Munch{Tok::And, 1};
  case '|':
    return second == '|' ? Munch{Tok::OrOr, 2} : second == '=' ? Munch{Tok::OrEq, 2} : Munch{Tok::Or, 1};
  default:
    return {Tok::Poison, 0};
  }
}

template <Tok Kind> bool eatOpen(Input &in, LexState &state) {
  state.open(Kind, in.current());
  in.bump_in_this_line(1);
  return true;
}
template <Tok Kind> bool eatClose(Input &in, LexState &state) {
  state.close(Kind, in.current());
  in.bump_in_this_line(1);
  return true;
}

/// The dispatch rule: one switch on the first byte.
bool AnyToken::eat(Input &in, LexState &state) {
  const char *at = in.current();
  switch (*at) {
  case ' ':
  case '\t':
  case '\n':
  case '\v':
  case '\f':
  case '\r':
    return Run<blank_byte>::match(in);
  case '(':
    return eatOpen<Tok::OpenParen>(in, state);
  case ')':
    return eatClose<Tok::CloseParen>(in, state);
  case '{':
    return eatOpen<Tok::OpenBrace>(in, state);
  case '}':
    return eatClose<Tok::CloseBrace>(in, state);
  case '[':
    return eatOpen<Tok::OpenBracket>(in, state);
  case ']':
    return eatClose<Tok::CloseBracket>(in, state);
  case '"':
    return StringLiteral::eat(in, state);
  case '\'':
    return QuoteOrLifetime::eat(in, state);
  case '/':
    return Slash::eat(in, state);
  case '#':
    return Hash::eat(in, state);
  default:
    break;
  }
  if (isClass(*at, start_byte))
    return Word::eat(in, state);
  if (isClass(*at, digit_byte))
    return Number::eat(in, state);
  if (isHigh(*at))
    return NonAscii::eat(in, state);
  // The last NUL has nothing behind it to look at.
  if (at >= state.end())
    return false;
  if (const Munch found = munch(at); found.length != 0) {
    state.push(found.kind, at, at + found.length);
    in.bump_in_this_line(found.length);
    return true;
  }
  reportUnknownStart(in, state);
  return true;
}

/// The end of the text, or of what can be read.
struct AtEnd {
  using rule_t = AtEnd;
  using subs_t = pegtl::empty_list;
  template <pegtl::apply_mode, pegtl::rewind_mode, template <typename...> class, template <typename...> class>
  static bool match(Input & /*in*/, LexState &state) {
    return state.gaveUp();
  }
};

// file        = byte_order_mark? shebang? token*
struct ByteOrderMark : pegtl::utf8::bom {};
/// `#!` opens a script line unless an inner attribute follows (the Reference, "Shebang removal").
struct Shebang : ByteRule<Shebang> {
  static bool match(Input &in) {
    const char *at = in.current();
    if (at[0] != '#' || at[1] != '!')
      return false;
    const char *next = at + 2;
    for (bool skipping = true; skipping;) {
      while (isClass(*next, blank_byte))
        ++next;
      skipping = next[0] == '/' && next[1] == '/' && next[2] != '/' && next[2] != '!';
      while (skipping && *next != '\n' && *next != '\0')
        ++next;
    }
    if (*next == '[')
      return false;
    const char *end = std::strchr(at, '\n');
    in.bump(end != nullptr ? static_cast<std::size_t>(end - at) : std::strlen(at));
    return true;
  }
};
struct Tokens : pegtl::star<pegtl::not_at<AtEnd>, AnyToken> {};
struct SourceText : pegtl::seq<pegtl::opt<ByteOrderMark>, pegtl::opt<Shebang>, Tokens> {};

} // namespace

TokenBuffer lex(const SourceFile &source, SymbolTable &symbols) {
  LexState state(source, symbols);
  Input in(source.text().data(), source.text().size(), "");
  (void)pegtl::parse<SourceText>(in, state);
  return state.finish(state.end());
}

} // namespace lien

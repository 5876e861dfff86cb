// The cursor's slow paths: errors, wording, splitting of tokens.
#include "frontend/syntax/token_input.hpp"

#include "diagnostics/stack_guard.hpp"

namespace lien::grammar {

namespace {
/// Nesting beyond this is declined: later passes may recurse on it. The design promises at least 1,024 levels; some constructs count as two (`match` and the
/// arm's block, a path and its arguments), and a body is some levels deep before it nests.
constexpr std::uint32_t max_depth = 2 * 1024 + 16;
} // namespace

std::string ExpectedSet::sentence() const {
  static constexpr const char *texts[] = {
#define LIEN_EXPECT(Name, Text) Text,
#include "frontend/syntax/expected.def"
  };
  llvm::SmallVector<const char *, 16> items;
  for (unsigned index = 0; index < std::size(texts); ++index)
    if (contains(static_cast<Expect>(index)))
      items.push_back(texts[index]);
  if (items.size() == 1)
    return items.front();
  std::string sentence = "one of ";
  for (std::size_t index = 0; index < items.size(); ++index) {
    const bool last = index + 1 == items.size();
    if (index != 0)
      sentence += items.size() == 2 ? " or " : last ? ", or " : ", ";
    sentence += items[index];
  }
  return sentence;
}

TokenInput::TokenInput(TokenBuffer &buffer, const SourceFile &source, SymbolTable &symbols, SourceMode mode, llvm::BumpPtrAllocator &arena)
    : current_(buffer.tokens.data()), buffer_(buffer), symbols_(symbols), mode_(mode), arena_(arena), text_(source.text()), base_(source.base()) {
  for (Token &token : poison_)
    token = Token(Tok::Poison, static_cast<std::uint32_t>(text_.size()), 0, 0);
}

bool TokenInput::eatPart(Tok want) {
  const Tok kind = current_->kind();
  if (kind == want) {
    bump();
    return true;
  }
  /// What is left of a token when its first character is eaten.
  struct Split {
    Tok whole, first, rest;
  };
  static constexpr Split splits[] = {
      {Tok::Shr, Tok::Gt, Tok::Gt},      {Tok::Ge, Tok::Gt, Tok::Eq},    {Tok::ShrEq, Tok::Gt, Tok::Ge},     {Tok::Shl, Tok::Lt, Tok::Lt},
      {Tok::Le, Tok::Lt, Tok::Eq},       {Tok::ShlEq, Tok::Lt, Tok::Le}, {Tok::LArrow, Tok::Lt, Tok::Minus}, {Tok::AndAnd, Tok::And, Tok::And},
      {Tok::AndEq, Tok::And, Tok::Eq},   {Tok::OrOr, Tok::Or, Tok::Or},  {Tok::OrEq, Tok::Or, Tok::Eq},      {Tok::PlusEq, Tok::Plus, Tok::Eq},
      {Tok::StarEq, Tok::Star, Tok::Eq},
  };
  for (const Split &split : splits) {
    if (split.whole != kind || split.first != want)
      continue;
    *current_ = Token(split.rest, current_->start + 1, current_->length - 1, 0);
    previous_end_ = current_->start;
    return true;
  }
  return false;
}

void TokenInput::moveTo(std::uint32_t index) {
  current_ = buffer_.tokens.data() + index;
  previous_end_ = index == 0 ? 0 : current_[-1].end();
}

bool TokenInput::startsLine() const { return text_.slice(previous_end_, current_->start).contains('\n'); }

Diagnostic &TokenInput::report(Diagnostic diagnostic) {
  errors_.push_back(std::move(diagnostic));
  return errors_.back();
}

void TokenInput::dropErrors(std::size_t count) {
  errors_.erase(errors_.begin() + static_cast<std::ptrdiff_t>(count), errors_.end());
  while (!late_errors_.empty() && late_errors_.back() >= count)
    late_errors_.pop_back();
}

void TokenInput::dropLateErrors(std::size_t count) {
  while (late_errors_.size() > count) {
    errors_.erase(errors_.begin() + static_cast<std::ptrdiff_t>(late_errors_.back()));
    late_errors_.pop_back();
  }
}

void TokenInput::dropErrorsPastEnd() {
  if (gave_up_at_ == never)
    return;
  if (gave_up_at_ < errors_.size())
    dropErrors(gave_up_at_);
  dropLateErrors(0);
}

bool TokenInput::fail(Diagnostic diagnostic) {
  if (panicking_)
    return false;
  report(std::move(diagnostic));
  panicking_ = true;
  error_at_ = current_;
  error_previous_end_ = previous_end_;
  current_ = poison_ + 1; // `previous` looks one back
  return false;
}

std::uint32_t TokenInput::resume() {
  panicking_ = false;
  current_ = error_at_;
  previous_end_ = error_previous_end_;
  return index();
}

std::string TokenInput::found() const {
  const Tok kind = current_->kind();
  std::string quoted = "`" + text(*current_).str() + "`";
  if (kind == Tok::Eof || atMacroEnd())
    return "`<eof>`";
  if (kind == Tok::KwUnderscore)
    return "reserved identifier `_`";
  if (kind == Tok::OuterDoc || kind == Tok::InnerDoc)
    return "doc comment " + quoted;
  if (isReservedKeyword(kind))
    return "reserved keyword " + quoted;
  if (isKeyword(kind))
    return "keyword " + quoted;
  return quoted;
}

Span TokenInput::errorSpan() const { return (at(Tok::Eof) && index() != 0) || atMacroEnd() ? spanOf(previous()) : span(); }

bool TokenInput::failExpectedExpr() {
  if (!panicking_ && atMacroEnd())
    return fail(Span(previousEnd(), previousEnd()), "expected expression, found end of macro arguments", "expected expression");
  return failExpected("expression");
}

bool TokenInput::failExpected(llvm::StringRef what) {
  if (panicking_)
    return false;
  return fail(errorSpan(), "expected " + what.str() + ", found " + found(), "expected " + what.str());
}

bool TokenInput::failExpected(ExpectedSet set) {
  if (panicking_)
    return false;
  const Tok before = previous().kind();
  const bool behind_string = before == Tok::Str || before == Tok::ByteStr || before == Tok::CStr;
  if (at(Tok::Pound) && behind_string && isJoint() && text(previous()).ends_with("#"))
    return fail(span(), "too many `#` when terminating raw string");
  const ExpectedSet all = set | expectedHere();
  const std::string sentence = all.sentence();
  const std::string label = all.size() > 6 ? "expected one of " + std::to_string(all.size()) + " possible tokens" : "expected " + sentence;
  return fail(errorSpan(), "expected " + sentence + ", found " + found(), label);
}

bool TokenInput::isDamaged(Span span) const {
  const auto first = std::lower_bound(buffer_.damages.begin(), buffer_.damages.end(), span.lo() - base_);
  return first != buffer_.damages.end() && *first <= span.hi() - base_;
}

bool TokenInput::tooDeep() {
  if (depth <= max_depth && !StackGuard::exhausted())
    return panicking_;
  Diagnostic limit(DiagnosticKind::L0003, "not judged: limit reached: nesting deeper than 1,024 levels", span());
  limit.subject = "nesting deeper than 1,024 levels";
  fail(std::move(limit));
  return true;
}

} // namespace lien::grammar

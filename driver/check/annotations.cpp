#include "driver/check/annotations.hpp"

#include <algorithm>

namespace lien {

namespace {

std::optional<Level> takeLevel(llvm::StringRef &text) {
  struct Word {
    llvm::StringLiteral name;
    Level level;
  };
  constexpr Word words[] = {{"ERROR", Level::Error}, {"WARNING", Level::Warning}, {"WARN", Level::Warning}, {"NOTE", Level::Note}, {"HELP", Level::Help}};
  for (const Word &word : words) {
    llvm::StringRef rest = text;
    if (rest.consume_front(word.name) && (rest.empty() || rest.front() == ' ' || rest.front() == ':')) {
      rest.consume_front(":");
      text = rest.trim();
      return word.level;
    }
  }
  return std::nullopt;
}

/// Line `line` moved by the arrows at the head of `text`, or the line the last annotation spoke of for `|`.
std::uint32_t takeTarget(llvm::StringRef &text, std::uint32_t line, std::uint32_t last_target) {
  if (text.consume_front("|"))
    return last_target;
  for (; text.consume_front("^"); line = line > 0 ? line - 1 : 0) {
  }
  std::size_t downward = text.take_while([](char c) { return c == 'v'; }).size();
  if (downward > 0 && (downward == text.size() || text[downward] == ' ')) {
    text = text.drop_front(downward);
    line += static_cast<std::uint32_t>(downward);
  }
  return line;
}

bool takeDrop(llvm::StringRef &text) {
  llvm::StringRef rest = text;
  if (!rest.consume_front("DROP") || (!rest.empty() && rest.front() != ' ' && rest.front() != ':'))
    return false;
  rest.consume_front(":");
  text = rest.trim();
  return true;
}

} // namespace

std::vector<SourceAnnotation> annotationsOf(const SourceFile &file) {
  std::vector<SourceAnnotation> found;
  llvm::StringRef text = file.text();
  std::uint32_t last_target = 0;
  for (std::size_t at = 0; (at = text.find("//~", at)) != llvm::StringRef::npos; ++at) {
    std::size_t end = std::min(text.find('\n', at), text.size());
    llvm::StringRef rest = text.slice(at + 3, end).trim();
    SourceAnnotation annotation;
    annotation.file = &file;
    auto offset = static_cast<std::uint32_t>(file.base() + at);
    annotation.span = Span(offset, static_cast<std::uint32_t>(file.base() + end));
    annotation.line = takeTarget(rest, file.lineColumn(offset).line, last_target);
    last_target = annotation.line;
    rest = rest.trim();
    annotation.is_drop = takeDrop(rest);
    if (!annotation.is_drop)
      annotation.level = takeLevel(rest);
    annotation.text = rest;
    found.push_back(annotation);
  }
  return found;
}

} // namespace lien

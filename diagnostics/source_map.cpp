#include "diagnostics/source_map.hpp"

#include <algorithm>
#include <cstring>

namespace lien {

namespace {

constexpr std::uint64_t offset_space = UINT64_C(1) << 32U;

/// Bytes that begin a scalar value: all but the continuation bytes of UTF-8.
bool beginsScalar(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

llvm::StringRef withoutLineBreak(llvm::StringRef line) {
  line.consume_back("\n");
  line.consume_back("\r");
  return line;
}

} // namespace

// std::string guarantees the NUL behind the last byte that scanners rely on.
SourceFile::SourceFile(std::string name, std::string text, std::uint32_t base) : name_(std::move(name)), text_(std::move(text)), base_(base) {}

void SourceFile::buildLineTable() const {
  if (!line_starts_.empty())
    return;
  line_starts_.push_back(0);
  const char *begin = text_.data();
  const char *end = begin + text_.size();
  for (const char *at = begin; (at = static_cast<const char *>(std::memchr(at, '\n', end - at))) != nullptr;)
    // As for rustc, no line begins at the end of a file: its end belongs to the last line, behind the line break.
    if (++at != end)
      line_starts_.push_back(static_cast<std::uint32_t>(at - begin));
    else
      break;
}

LineColumn SourceFile::lineColumn(std::uint32_t offset) const {
  buildLineTable();
  std::uint32_t relative = std::min<std::uint32_t>(offset - base_, text_.size());
  auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), relative);
  std::uint32_t start = *std::prev(after);
  // rustc strips a byte order mark before it counts.
  if (start == 0 && relative >= 3 && llvm::StringRef(text_).starts_with("\xEF\xBB\xBF"))
    start = 3;
  auto columns = std::count_if(text_.begin() + start, text_.begin() + relative, beginsScalar);
  if (relative == text_.size() && llvm::StringRef(text_).ends_with("\r\n"))
    --columns; // one line break
  return {static_cast<std::uint32_t>(after - line_starts_.begin()), static_cast<std::uint32_t>(columns) + 1};
}

llvm::StringRef SourceFile::line(std::uint32_t line) const {
  if (line == 0 || line > lineCount())
    return {};
  std::uint32_t start = line_starts_[line - 1];
  std::uint32_t end = line < line_starts_.size() ? line_starts_[line] : static_cast<std::uint32_t>(text_.size());
  return withoutLineBreak(llvm::StringRef(text_).slice(start, end));
}

std::uint32_t SourceFile::lineCount() const {
  buildLineTable();
  return static_cast<std::uint32_t>(line_starts_.size());
}

std::uint32_t SourceFile::lineStart(std::uint32_t line) const {
  buildLineTable();
  return base_ + line_starts_[std::min<std::size_t>(line, line_starts_.size()) - 1];
}

FileId SourceMap::add(std::string name, std::string text) {
  // One offset beyond the text belongs to the file too: its end is a position.
  if (next_base_ + text.size() + 1 >= offset_space)
    return {};
  auto file = std::make_unique<SourceFile>(std::move(name), std::move(text), next_base_);
  next_base_ = file->span().lo() + static_cast<std::uint32_t>(file->text().size()) + 1;
  files_.push_back(std::move(file));
  return FileId(files_.size() - 1);
}

const SourceFile *SourceMap::fileAt(std::uint32_t offset) const {
  auto after = std::upper_bound(files_.begin(), files_.end(), offset, [](std::uint32_t at, const auto &file) { return at < file->base(); });
  if (after == files_.begin())
    return nullptr;
  const SourceFile *file = std::prev(after)->get();
  return offset - file->base() <= file->text().size() ? file : nullptr;
}

llvm::StringRef SourceMap::text(Span span) const {
  const SourceFile *file = fileAt(span.lo());
  return file == nullptr ? llvm::StringRef() : file->text().substr(span.lo() - file->base(), span.length());
}

} // namespace lien

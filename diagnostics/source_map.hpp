// The files of a run and the one offset space they share.
//
// Lines, columns and UTF-16 units exist only here and in the renderers; everything else speaks in byte offsets.
#pragma once

#include "diagnostics/ids.hpp"
#include "diagnostics/span.hpp"

#include "llvm/ADT/StringRef.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lien {

struct FileTag;
using FileId = Id<FileTag>;

/// Line and column, both one-based; the column counts Unicode scalar values, as rustc does.
struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  friend auto operator<=>(const LineColumn &, const LineColumn &) = default;
};

/// One file's text. The text is followed by at least one NUL byte, so that a scanner needs no bounds check.
class SourceFile {
public:
  SourceFile(std::string name, std::string text, std::uint32_t base);

  [[nodiscard]] llvm::StringRef name() const { return name_; }
  [[nodiscard]] llvm::StringRef text() const { return text_; }
  /// Offset of the first byte in the offset space.
  [[nodiscard]] std::uint32_t base() const { return base_; }
  [[nodiscard]] Span span() const { return {base_, base_ + static_cast<std::uint32_t>(text_.size())}; }

  /// Position of an absolute offset inside this file (its end included). A BOM and CRLF do not shift columns of what follows on other lines.
  [[nodiscard]] LineColumn lineColumn(std::uint32_t offset) const;
  /// The text of a one-based line, without its line break.
  [[nodiscard]] llvm::StringRef line(std::uint32_t line) const;
  [[nodiscard]] std::uint32_t lineCount() const;
  /// Absolute offset of the first byte of a one-based line.
  [[nodiscard]] std::uint32_t lineStart(std::uint32_t line) const;

private:
  void buildLineTable() const;

  std::string name_;
  std::string text_;
  std::uint32_t base_;
  mutable std::vector<std::uint32_t> line_starts_; // relative; built on first use
};

class SourceMap {
public:
  /// The first `base` offsets belong to another map (the library's); files are added behind them.
  explicit SourceMap(std::uint32_t base = 1) : next_base_(base) {}

  /// Adds a file under the name that messages show. Returns an invalid id when the offset space (4 GiB) is full.
  FileId add(std::string name, std::string text);
  [[nodiscard]] const SourceFile &file(FileId id) const { return *files_[id.index()]; }
  [[nodiscard]] std::size_t size() const { return files_.size(); }
  /// The file that holds an absolute offset, or null.
  [[nodiscard]] const SourceFile *fileAt(std::uint32_t offset) const;
  /// The source text under an absolute span ("" when it lies in no file).
  [[nodiscard]] llvm::StringRef text(Span span) const;
  [[nodiscard]] std::uint32_t nextBase() const { return next_base_; }

private:
  std::vector<std::unique_ptr<SourceFile>> files_;
  std::uint32_t next_base_;
};

} // namespace lien

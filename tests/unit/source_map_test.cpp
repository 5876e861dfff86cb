// Positions: scalar values as columns, lines by '\n', the end of a file as a position, several files in one space.
#include "diagnostics/source_map.hpp"

#include <doctest/doctest.h>

using namespace lien;

namespace {

LineColumn at(llvm::StringRef text, std::size_t offset) {
  SourceFile file("f.rs", text.str(), 100);
  return file.lineColumn(static_cast<std::uint32_t>(100 + offset));
}

} // namespace

TEST_CASE("columns count scalar values, not bytes") {
  llvm::StringRef text = "é日本🦀x\n\ty";
  CHECK(at(text, 0) == LineColumn{1, 1});
  CHECK(at(text, 2) == LineColumn{1, 2});
  CHECK(at(text, 5) == LineColumn{1, 3});
  CHECK(at(text, 8) == LineColumn{1, 4});
  CHECK(at(text, 12) == LineColumn{1, 5});
  CHECK(at(text, 14) == LineColumn{2, 1});
  CHECK(at(text, 15) == LineColumn{2, 2});
}

TEST_CASE("the end of a file is a position on its last line, as in rustc, and one beyond is clamped to it") {
  CHECK(at("ab\n", 3) == LineColumn{1, 4});
  CHECK(at("ab\r\n", 4) == LineColumn{1, 4});
  CHECK(at("ab\n\n", 4) == LineColumn{2, 2});
  CHECK(at("ab", 2) == LineColumn{1, 3});
  CHECK(at("", 0) == LineColumn{1, 1});
}

TEST_CASE("a byte order mark takes no column") {
  CHECK(at("\xEF\xBB\xBF"
           "fn",
           3) == LineColumn{1, 1});
  CHECK(at("\xEF\xBB\xBF"
           "fn",
           4) == LineColumn{1, 2});
  CHECK(at("\xEF\xBB\xBF\nfn", 4) == LineColumn{2, 1});
}

TEST_CASE("lines come without their break, CRLF included") {
  SourceFile file("f.rs", "a\r\nbc\n\nd", 1);
  CHECK(file.lineCount() == 4);
  CHECK(file.line(1) == "a");
  CHECK(file.line(2) == "bc");
  CHECK(file.line(3).empty());
  CHECK(file.line(4) == "d");
  CHECK(file.line(5).empty());
  CHECK(SourceFile("f.rs", "a\n", 1).lineCount() == 1);
  CHECK(file.lineStart(2) == 4);
}

TEST_CASE("the text is followed by a NUL byte") {
  SourceFile file("f.rs", "abc", 1);
  CHECK(file.text().data()[3] == '\0');
}

TEST_CASE("offsets find their file; ends belong to the file, gaps to none") {
  SourceMap map(10);
  FileId first = map.add("a.rs", "abc");
  FileId second = map.add("b.rs", "");
  FileId third = map.add("c.rs", "de");
  CHECK(map.fileAt(9) == nullptr);
  CHECK(map.fileAt(10) == &map.file(first));
  CHECK(map.fileAt(13) == &map.file(first));
  CHECK(map.fileAt(14) == &map.file(second));
  CHECK(map.fileAt(15) == &map.file(third));
  CHECK(map.fileAt(17) == &map.file(third));
  CHECK(map.fileAt(18) == nullptr);
  CHECK(map.text(Span(11, 13)) == "bc");
  CHECK(map.text(Span(500, 501)).empty());
}

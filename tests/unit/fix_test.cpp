// Applying rewrites: which are kept, in which form differences are shown, and that a file is replaced whole or not at all.
#include "driver/check/fix.hpp"
#include "driver/check/fix_run.hpp"
#include "driver/check/replace_file.hpp"
#include "driver/check/unified_diff.hpp"
#include "toy_judge.hpp"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

#include <doctest/doctest.h>

#include <sys/stat.h>
#include <unistd.h>

using namespace lien;

namespace {

struct Fixed {
  std::string text;
  unsigned rewrites = 0;
  unsigned judgements = 0;
};

Fixed fixToy(llvm::StringRef text) {
  Fixed fixed;
  FixedCrate crate = fixCrate([&](const TextOverlay &texts) {
    ++fixed.judgements;
    const auto found = texts.find("a.rs");
    return judgeToy({{"a.rs", found == texts.end() ? text.str() : found->second}});
  });
  fixed.text = crate.files.front().text.text();
  fixed.rewrites = crate.rewrites;
  CHECK(crate.judgement->sources.file(FileId(0)).text() == fixed.text);
  CHECK(crate.files.front().text.original() == text);
  return fixed;
}

std::string diffOf(std::string original, std::vector<TextEdit> edits, llvm::StringRef name = "f.rs") {
  EditedText text(std::move(original));
  REQUIRE(text.apply(std::move(edits)));
  std::string result;
  llvm::raw_string_ostream out(result);
  printUnifiedDiff(name, text, out);
  return result;
}

/// A folder with one file, for one test.
class OneFile {
public:
  explicit OneFile(llvm::StringRef text) {
    llvm::sys::fs::createUniqueDirectory("lien-test", folder_);
    write(text);
  }
  ~OneFile() { llvm::sys::fs::remove_directories(folder_); }
  OneFile(const OneFile &) = delete;
  OneFile &operator=(const OneFile &) = delete;

  [[nodiscard]] std::string path(llvm::StringRef name = "f.rs") const { return (folder_ + "/" + name).str(); }
  void write(llvm::StringRef text) const {
    std::error_code error;
    llvm::raw_fd_ostream(path(), error) << text;
  }
  [[nodiscard]] std::string text() const { return llvm::MemoryBuffer::getFile(path()).get()->getBuffer().str(); }
  [[nodiscard]] std::size_t entries() const {
    std::error_code error;
    std::size_t count = 0;
    for (llvm::sys::fs::directory_iterator at(folder_, error), end; at != end; at.increment(error))
      ++count;
    return count;
  }

private:
  llvm::SmallString<128> folder_;
};

} // namespace

TEST_CASE("rewrites are applied in rounds until none is left") {
  const Fixed fixed = fixToy("fn !a>b; !c>d;\nfn !e>~f>g;;\n");
  CHECK(fixed.text == "fn b d\nfn !e>~f>g;;\n"); // the last one only brings another error
  CHECK(fixToy("fn !a>b;\n").judgements == 2);
  CHECK(fixToy("fn ok\n").judgements == 1);
  CHECK(fixToy("fn !a>b; !c>d;\n").rewrites == 2);
}

TEST_CASE("where edits of one body do not go together, they are made one after the other") {
  // The second `!a` has the words of the first: as long as one is left, the other's rewrite looks as if it had helped.
  CHECK(fixToy("fn !a>b;!c>d;\n").text == "fn bd\n"); // they touch
  CHECK(fixToy("fn !a>b; !a>c;\n").text == "fn b c\n");
}

TEST_CASE("a rewrite that makes something worse is taken back, and no other with it") {
  CHECK(fixToy("fn !a>~b;\nfn !c>d;\n").text == "fn !a>~b;\nfn d\n");
  CHECK(fixToy("fn !a>~b; !c>d;\n").text == "fn !a>~b; d\n");
  CHECK(fixToy("fn !c>d; !a>~b;\n").text == "fn d !a>~b;\n");
}

TEST_CASE("a rewrite without effect is not applied") { CHECK(fixToy("fn !a>~a;\n").rewrites == 0); }

TEST_CASE("a rewrite that breaks the file is taken back, and no other with it") {
  const Fixed fixed = fixToy("fn !a>b;\nfn !c>d\n!item;\nfn !e>f;\n");
  CHECK(fixed.text == "fn b\nfn !c>d\n!item;\nfn f\n");
}

TEST_CASE("differences show three lines around what changed") {
  std::string original;
  for (int i = 1; i <= 20; ++i)
    original += std::to_string(i) + "\n";
  // "10" begins at byte 18.
  CHECK(diffOf(original, {{18, 20, "ten"}}) == "--- a/f.rs\n+++ b/f.rs\n@@ -7,7 +7,7 @@\n 7\n 8\n 9\n-10\n+ten\n 11\n 12\n 13\n");
  CHECK(diffOf(original, {{18, 18, "new\n"}}) == "--- a/f.rs\n+++ b/f.rs\n@@ -7,6 +7,7 @@\n 7\n 8\n 9\n+new\n 10\n 11\n 12\n");
  CHECK(diffOf(original, {{18, 21, ""}}) == "--- a/f.rs\n+++ b/f.rs\n@@ -7,7 +7,6 @@\n 7\n 8\n 9\n-10\n 11\n 12\n 13\n");
  CHECK(diffOf(original, {}).empty());
  CHECK(diffOf(original, {{18, 20, "10"}}).empty());
}

TEST_CASE("changes that are near share a hunk, far ones do not") {
  std::string original;
  for (int i = 0; i < 20; ++i)
    original += std::string(1, static_cast<char>('a' + i)) + "\n";
  const auto hunks = [&](std::vector<TextEdit> edits) {
    const std::string diff = diffOf(original, std::move(edits));
    return llvm::StringRef(diff).count("\n@@ ");
  };
  CHECK(hunks({{0, 1, "A"}, {14, 15, "H"}}) == 1); // six lines between
  CHECK(hunks({{0, 1, "A"}, {16, 17, "I"}}) == 2); // seven
  CHECK(hunks({{0, 1, "A"}, {1, 1, "B"}}) == 1);   // of one line
  CHECK(hunks({{2, 3, "B\nC"}, {38, 39, "T"}}) == 2);
}

TEST_CASE("old lines of neighbours come before their new ones") {
  CHECK(diffOf("a\nb\n", {{0, 1, "x"}, {2, 3, "y"}}) == "--- a/f.rs\n+++ b/f.rs\n@@ -1,2 +1,2 @@\n-a\n-b\n+x\n+y\n");
}

TEST_CASE("line breaks at the end, empty texts and carriage returns") {
  CHECK(diffOf("a\nb", {{2, 3, "c"}}) == "--- a/f.rs\n+++ b/f.rs\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n");
  CHECK(diffOf("a\nb", {{3, 3, "\n"}}) == "--- a/f.rs\n+++ b/f.rs\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n");
  CHECK(diffOf("a\nb\n", {{3, 4, ""}}) == "--- a/f.rs\n+++ b/f.rs\n@@ -1,2 +1,2 @@\n a\n-b\n+b\n\\ No newline at end of file\n");
  CHECK(diffOf("a\n", {{2, 2, "b\n"}}) == "--- a/f.rs\n+++ b/f.rs\n@@ -1 +1,2 @@\n a\n+b\n");
  CHECK(diffOf("", {{0, 0, "a\n"}}) == "--- a/f.rs\n+++ b/f.rs\n@@ -0,0 +1 @@\n+a\n");
  CHECK(diffOf("a\n", {{0, 2, ""}}) == "--- a/f.rs\n+++ b/f.rs\n@@ -1 +0,0 @@\n-a\n");
  CHECK(diffOf("a\r\nb\r\n", {{3, 4, "c"}}) == "--- a/f.rs\n+++ b/f.rs\n@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n");
}

TEST_CASE("names are written as patch and git read them") {
  const auto name = [](llvm::StringRef given) {
    const std::string diff = diffOf("a\n", {{0, 1, "b"}}, given);
    return llvm::StringRef(diff).split('\n').first.str();
  };
  CHECK(name("./d/f.rs") == "--- a/d/f.rs");
  CHECK(name("/d/f.rs") == "--- a/d/f.rs");
  CHECK(name("my file.rs") == "--- a/my file.rs\t");
  CHECK(name("a\"b\n.rs") == "--- \"a/a\\\"b\\012.rs\"");
}

TEST_CASE("a file is replaced when it still holds what was judged") {
  const OneFile file("old");
  chmod(file.path().c_str(), 0640);
  CHECK(replaceFile(file.path(), "old", "new") == "");
  CHECK(file.text() == "new");
  CHECK(file.entries() == 1);
  llvm::sys::fs::file_status status;
  llvm::sys::fs::status(file.path(), status);
  CHECK(status.permissions() == (llvm::sys::fs::owner_read | llvm::sys::fs::owner_write | llvm::sys::fs::group_read));
}

TEST_CASE("a file that changed meanwhile is left alone") {
  const OneFile file("old");
  file.write("newer");
  CHECK(llvm::StringRef(replaceFile(file.path(), "old", "new")).contains("changed"));
  CHECK(file.text() == "newer");
  CHECK(file.entries() == 1);
}

TEST_CASE("a file that vanished, and one that is none") {
  const OneFile file("old");
  CHECK(replaceFile(file.path("other.rs"), "old", "new") != "");
  CHECK(replaceFile(file.path("."), "old", "new") != "");
  CHECK(file.entries() == 1);
}

TEST_CASE("a read-only file is left alone") {
  const OneFile file("old");
  chmod(file.path().c_str(), 0444);
  CHECK(replaceFile(file.path(), "old", "new") == "it is read-only");
  CHECK(file.text() == "old");
}

TEST_CASE("a link stays a link, and its file is replaced") {
  const OneFile file("old");
  REQUIRE(symlink("f.rs", file.path("link.rs").c_str()) == 0);
  CHECK(replaceFile(file.path("link.rs"), "old", "new") == "");
  CHECK(file.text() == "new");
  CHECK(llvm::sys::fs::is_symlink_file(file.path("link.rs")));
}

TEST_CASE("what changes between judging and writing is not written over, and is what gets reported") {
  const OneFile file("fn main() { let x = 1; x = 2; }\n");
  std::string out_text;
  llvm::raw_string_ostream out(out_text);
  FixRun run({}, out);
  FixedCrate crate = run.prepare(file.path());
  REQUIRE(crate.rewrites == 1);
  file.write("fn main() { let y = 1; y = 2; }\n");
  const std::unique_ptr<Judgement> left = run.settle(file.path(), std::move(crate));
  CHECK(file.text() == "fn main() { let y = 1; y = 2; }\n");
  REQUIRE(left->findings.size() == 2);
  CHECK(left->unreadable);
  CHECK(left->findings[0].kind == DiagnosticKind::Io);
  CHECK(left->findings[1].kind == DiagnosticKind::E0384);
  CHECK(llvm::StringRef(left->findings[1].message).contains("`y`"));
  CHECK(run.files() == 0);
}

TEST_CASE("a file that vanishes between judging and writing is not made again") {
  const OneFile file("fn main() { let x = 1; x = 2; }\n");
  std::string out_text;
  llvm::raw_string_ostream out(out_text);
  FixRun run({}, out);
  FixedCrate crate = run.prepare(file.path());
  llvm::sys::fs::remove(file.path());
  CHECK(run.settle(file.path(), std::move(crate))->unreadable);
  CHECK(file.entries() == 0);
}

TEST_CASE("a second root that shares a file is judged on what the first one wrote") {
  const OneFile file("fn main() { let x = 1; x = 2; }\n");
  REQUIRE(symlink("f.rs", file.path("link.rs").c_str()) == 0);
  for (bool only_show : {true, false}) {
    std::string out_text;
    llvm::raw_string_ostream out(out_text);
    FixRun::Options options;
    options.only_show = only_show;
    FixRun run(std::move(options), out);
    FixedCrate first = run.prepare(file.path());
    FixedCrate second = run.prepare(file.path("link.rs"));
    CHECK(run.settle(file.path(), std::move(first))->findings.empty());
    CHECK(run.settle(file.path("link.rs"), std::move(second))->findings.empty());
    CHECK(run.files() == 1);
    CHECK(run.rewrites() == 1);
    CHECK(out_text.empty() != only_show);
  }
  CHECK(file.text() == "fn main() { let mut x = 1; x = 2; }\n");
}

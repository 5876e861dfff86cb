// Files of a crate: where `mod name;` is looked for, and which of several files are roots.
#include "driver/check/crate_files.hpp"
#include "driver/check/lint_scopes.hpp"
#include "driver/check/roots.hpp"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <doctest/doctest.h>

using namespace lien;

namespace {

/// A folder that exists for one test.
class TemporaryFolder {
public:
  TemporaryFolder() { llvm::sys::fs::createUniqueDirectory("lien-test", path_); }
  ~TemporaryFolder() { llvm::sys::fs::remove_directories(path_); }
  TemporaryFolder(const TemporaryFolder &) = delete;
  TemporaryFolder &operator=(const TemporaryFolder &) = delete;

  std::string path(llvm::StringRef name) const {
    llvm::SmallString<128> full(path_);
    llvm::sys::path::append(full, name);
    return full.str().str();
  }
  std::string write(llvm::StringRef name, llvm::StringRef text) const {
    std::string full = path(name);
    llvm::sys::fs::create_directories(llvm::sys::path::parent_path(full));
    std::error_code error;
    llvm::raw_fd_ostream(full, error) << text;
    return full;
  }

private:
  llvm::SmallString<128> path_;
};

struct Loaded {
  std::vector<std::string> files;
  std::vector<Diagnostic> findings;
};

Loaded loadFrom(const TemporaryFolder &folder, llvm::StringRef root_name, llvm::StringRef root_text) {
  SourceMap sources;
  SymbolTable symbols;
  Loaded loaded;
  FileId root = sources.add(folder.path(root_name), root_text.str());
  auto load = [&](const std::string &path) { return &sources.file(sources.add(path, "")); };
  for (const std::unique_ptr<CrateFileEntry> &file : loadCrate(sources.file(root), symbols, load, loaded.findings))
    loaded.files.push_back(file->source->name().str());
  return loaded;
}

std::vector<std::string> rootNames(const std::vector<std::string> &paths) {
  std::vector<InputFile> files;
  for (const std::string &path : paths)
    files.push_back({path, true});
  std::vector<std::string> names;
  for (const InputFile &root : rootsOf(std::move(files)))
    names.push_back(root.path);
  return names;
}

} // namespace

TEST_CASE("modules stand beside the root, in a folder of their own, or where `#[path]` says") {
  TemporaryFolder folder;
  folder.write("a.rs", "");
  folder.write("b/mod.rs", "");
  folder.write("elsewhere/c.rs", "");
  folder.write("inner/d.rs", "");
  Loaded loaded = loadFrom(folder, "main.rs", "mod a; mod b; #[path = \"elsewhere/c.rs\"] mod c; mod inner { mod d; } #[cfg(test)] mod tests;");
  CHECK(loaded.findings.empty());
  CHECK(loaded.files == std::vector<std::string>{folder.path("main.rs"), folder.path("a.rs"), folder.path("b/mod.rs"), folder.path("elsewhere/c.rs"),
                                                 folder.path("inner/d.rs")});
}

TEST_CASE("a module without a file is E0583, one with two files E0761") {
  TemporaryFolder folder;
  folder.write("two.rs", "");
  folder.write("two/mod.rs", "");
  Loaded loaded = loadFrom(folder, "main.rs", "mod one; mod two;");
  REQUIRE(loaded.findings.size() == 2);
  CHECK(loaded.findings[0].kind == DiagnosticKind::E0583);
  CHECK(loaded.findings[1].kind == DiagnosticKind::E0761);
}

TEST_CASE("files that others reach are no roots") {
  TemporaryFolder folder;
  std::string main = folder.write("main.rs", "mod a;\nfn main() {}\n");
  std::string a = folder.write("a.rs", "mod b;\n// mod not_this;\n");
  std::string b = folder.write("a/b.rs", "");
  std::string other = folder.write("other.rs", "");
  CHECK(rootNames({a, b, main, other}) == std::vector<std::string>{main, other});
  CHECK(rootNames({b}) == std::vector<std::string>{b});
}

TEST_CASE("of a circle that nothing else reaches, the first file is the root") {
  TemporaryFolder folder;
  std::string a = folder.write("a.rs", "#[path = \"b.rs\"] mod b;");
  std::string b = folder.write("b.rs", "#[path = \"a.rs\"] mod a;");
  CHECK(rootNames({a, b}).size() <= 2);
  CHECK_FALSE(rootNames({a, b}).empty());
}

TEST_CASE("lint attributes hold for the item or file that they stand on") {
  SourceMap sources;
  SymbolTable symbols;
  llvm::StringRef text = "#![warn(ambiguous_drop)]\n#[allow(ambiguous_drop, unused_mut)]\nfn f() {}\nmod m { #![deny(ambiguous_drop)] }\n";
  FileId id = sources.add("f.rs", text.str());
  ParsedFile parsed = parseFile(sources.file(id), symbols);
  std::vector<LintScope> scopes = lintScopesOf(parsed.file, symbols);
  REQUIRE(scopes.size() == 3);
  CHECK(scopes[0].level == LintLevel::Warn);
  CHECK(scopes[1].level == LintLevel::Allow);
  CHECK(scopes[2].level == LintLevel::Deny);
  std::uint32_t inside_f = static_cast<std::uint32_t>(sources.file(id).base() + text.find("f()"));
  CHECK(scopes[0].span.contains(Span(inside_f, inside_f + 1)));
  CHECK(scopes[1].span.contains(Span(inside_f, inside_f + 1)));
  CHECK_FALSE(scopes[2].span.contains(Span(inside_f, inside_f + 1)));
}

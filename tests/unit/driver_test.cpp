// The driver's small parts: ignore patterns, options, annotations, lint levels, duplicates, ordered workers, UTF-8.
#include "driver/check/check_options.hpp"
#include "driver/check/verify.hpp"
#include "driver/check/workers.hpp"
#include "driver/input/ignore.hpp"
#include "driver/input/read.hpp"

#include <doctest/doctest.h>

#include <atomic>

using namespace lien;

TEST_CASE("ignore patterns follow gitignore(5)") {
  CHECK(matchesPath("*.rs", "a.rs"));
  CHECK_FALSE(matchesPath("*.rs", "d/a.rs"));
  CHECK(matchesPath("**/a.rs", "a.rs"));
  CHECK(matchesPath("**/a.rs", "x/y/a.rs"));
  CHECK(matchesPath("a/**/b", "a/b"));
  CHECK(matchesPath("a/**/b", "a/x/y/b"));
  CHECK(matchesPath("a/**", "a/x/y"));
  CHECK_FALSE(matchesPath("a/*", "a/x/y"));
  CHECK(matchesPath("fo?.[a-c]", "foo.b"));
  CHECK_FALSE(matchesPath("fo?.[!a-c]", "foo.b"));
  CHECK(matchesPath("\\*.rs", "*.rs"));
  CHECK_FALSE(matchesPath("\\*.rs", "a.rs"));
  CHECK_FALSE(matchesPath("*a*a*a*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"));
}

TEST_CASE("the last pattern that matches decides") {
  IgnoreFile rules("# comment\n*.rs\n!keep.rs\n/target\nbuild/\n");
  using Answer = IgnoreFile::Answer;
  CHECK(rules.ask("x/a.rs", false) == Answer::Ignored);
  CHECK(rules.ask("x/keep.rs", false) == Answer::Kept);
  CHECK(rules.ask("target", true) == Answer::Ignored);
  CHECK(rules.ask("x/target", true) == Answer::Silent);
  CHECK(rules.ask("x/build", true) == Answer::Ignored);
  CHECK(rules.ask("x/build", false) == Answer::Silent);
}

TEST_CASE("options of check") {
  auto read = [](std::vector<const char *> arguments, CheckRequest &request) { return readCheckRequest(arguments, request); };
  CheckRequest request;
  CHECK(read({"-A", "ambiguous-drop", "--format=json", "--format", "short:out.txt", "-Dwarnings", "--borrowck", "nll", "f.rs", "-j3", "-"}, request) == "");
  CHECK(request.paths == std::vector<std::string>{"f.rs", "-"});
  REQUIRE(request.outputs.size() == 2);
  CHECK(request.outputs[0].format == Format::Json);
  CHECK(request.outputs[1].file == "out.txt");
  CHECK(request.jobs == 3);
  CHECK(request.judge.mode == BorrowckMode::Nll);
  CHECK(request.judge.lints.of("ambiguous_drop") == LintLevel::Allow);
  CHECK(request.judge.lints.of("warnings") == LintLevel::Deny);
  for (std::vector<const char *> wrong : {std::vector<const char *>{"--format", "xml", "f"},
                                          {"--jobs", "0", "f"},
                                          {"--nope"},
                                          {"--format"},
                                          {},
                                          {"--format", "json", "--format", "short", "f"},
                                          {"--quiet=1", "f"},
                                          {"--borrowck", "none", "f"}}) {
    CheckRequest ignored;
    CHECK(read(wrong, ignored) != "");
  }
}

namespace {

std::vector<std::string> differences(llvm::StringRef text, std::vector<std::pair<DiagnosticKind, std::uint32_t>> findings) {
  SourceMap map;
  FileId id = map.add("f.rs", text.str());
  std::vector<Diagnostic> reported;
  for (auto [kind, line] : findings) {
    std::uint32_t start = map.file(id).lineStart(line);
    reported.emplace_back(kind, "use of moved value: `x`", Span(start, start + 1));
  }
  std::vector<std::string> messages;
  for (const Diagnostic &difference : verifyAnnotations(map, reported))
    messages.push_back(difference.message);
  return messages;
}

} // namespace

TEST_CASE("annotations match by code, stable name, message, or both, on the line that they speak of") {
  using K = DiagnosticKind;
  CHECK(differences("a //~ ERROR E0382\n", {{K::E0382, 1}}).empty());
  CHECK(differences("a //~ ERROR use of moved value\n", {{K::E0382, 1}}).empty());
  CHECK(differences("a //~ ERROR moved value: `x` [E0382]\n", {{K::E0382, 1}}).empty());
  CHECK(differences("a //~ ERROR E0382 moved\n", {{K::E0382, 1}}).empty());
  CHECK(differences("a //~ ERROR lifetime\n", {{K::Lifetime, 1}}).empty());
  CHECK(differences("a\n//~^ ERROR E0382\n", {{K::E0382, 1}}).empty());
  CHECK(differences("a\n\n//~^^ E0382\n//~| ERROR E0505\n", {{K::E0382, 1}, {K::E0505, 1}}).empty());
  CHECK(differences("//~v ERROR E0382\na\n", {{K::E0382, 2}}).empty());
  CHECK(differences("//~vv ERROR E0382\n\na\n", {{K::E0382, 3}}).empty());
}

TEST_CASE("what is not annotated and what is not reported are differences") {
  using K = DiagnosticKind;
  CHECK(differences("a\n", {{K::E0382, 1}}).size() == 1);
  CHECK(differences("a //~ ERROR E0382\n", {}).size() == 1);
  CHECK(differences("a //~ ERROR E0505\n", {{K::E0382, 1}}).size() == 2);
  CHECK(differences("a //~ WARN E0382\n", {{K::E0382, 1}}).size() == 2);
  CHECK(differences("a //~ ERROR E0382\n", {{K::E0382, 1}, {K::E0382, 1}}).size() == 1);
  CHECK(differences("a //~ ERROR E0382 borrowed\n", {{K::E0382, 1}}).size() == 2);
}

TEST_CASE("lint levels: attributes beat the command line, inner scopes outer ones, and `warnings` is a group") {
  auto levelAfter = [](std::vector<std::pair<const char *, LintLevel>> given, std::vector<LintScope> scopes) -> std::optional<Level> {
    LintLevels levels;
    for (auto [lint, level] : given)
      levels.set(lint, level);
    std::vector<Diagnostic> findings = {Diagnostic(DiagnosticKind::L0100, "m", Span(10, 11))};
    applyLintLevels(findings, levels, scopes);
    return findings.empty() ? std::nullopt : std::optional(findings.front().level);
  };
  CHECK(levelAfter({}, {}) == Level::Error);
  CHECK(levelAfter({{"ambiguous-drop", LintLevel::Warn}}, {}) == Level::Warning);
  CHECK(levelAfter({{"ambiguous_drop", LintLevel::Allow}}, {}) == std::nullopt);
  CHECK(levelAfter({{"ambiguous_drop", LintLevel::Warn}, {"warnings", LintLevel::Deny}}, {}) == Level::Error);
  CHECK(levelAfter({{"ambiguous_drop", LintLevel::Allow}}, {{Span(5, 20), "ambiguous_drop", LintLevel::Warn}}) == Level::Warning);
  CHECK(levelAfter({}, {{Span(5, 20), "ambiguous_drop", LintLevel::Allow}, {Span(8, 12), "ambiguous_drop", LintLevel::Deny}}) == Level::Error);
  CHECK(levelAfter({}, {{Span(12, 20), "ambiguous_drop", LintLevel::Allow}}) == Level::Error);
}

TEST_CASE("equal findings stand once, in the order of their positions") {
  std::vector<Diagnostic> findings = {Diagnostic(DiagnosticKind::E0382, "b", Span(9, 10)), Diagnostic(DiagnosticKind::E0382, "a", Span(5, 6)),
                                      Diagnostic(DiagnosticKind::E0505, "a", Span(5, 6)), Diagnostic(DiagnosticKind::E0382, "a", Span(5, 6)),
                                      Diagnostic(DiagnosticKind::E0382, "a", Span(5, 7))};
  sortAndRemoveDuplicates(findings);
  REQUIRE(findings.size() == 4);
  CHECK(findings[0].message == "a");
  CHECK(findings[3].message == "b");
}

TEST_CASE("results are used in order, each after its work") {
  constexpr std::size_t count = 1000;
  std::vector<int> done(count, 0);
  std::size_t next = 0;
  runInOrder(
      count, 4, false, [&](std::size_t i) { done[i] = 1; },
      [&](std::size_t i) {
        CHECK(i == next++);
        CHECK(done[i] == 1);
      });
  CHECK(next == count);
  runInOrder(0, 4, false, [](std::size_t) {}, [](std::size_t) { FAIL("nothing to use"); });
}

TEST_CASE("the first invalid byte of UTF-8 is found") {
  CHECK(firstInvalidUtf8("é日本🦀 plain text, and more of it") == std::nullopt);
  CHECK(firstInvalidUtf8("0123456789\xff") == std::optional<std::size_t>(10));
  CHECK(firstInvalidUtf8("ab\xC3") == std::optional<std::size_t>(2));
  CHECK(firstInvalidUtf8("\xED\xA0\x80") == std::optional<std::size_t>(0)); // a surrogate
  CHECK(firstInvalidUtf8("\xC0\x80") == std::optional<std::size_t>(0));     // an overlong form
  CHECK(firstInvalidUtf8("") == std::nullopt);
}

// The renderers, each against the text that rustc 1.95 prints for the same finding (tests/oracle/render.py compares many more where rustc is installed).
#include "diagnostics/render/display_text.hpp"
#include "diagnostics/render/render.hpp"

#include "llvm/Support/JSON.h"

#include <doctest/doctest.h>

using namespace lien;

namespace {

/// One file and findings whose spans are given by the text they cover.
class Scene {
public:
  explicit Scene(llvm::StringRef text, llvm::StringRef name = "f.rs") { file_ = map_.add(name.str(), text.str()); }

  Span at(llvm::StringRef needle, std::size_t from = 0) const {
    const SourceFile &file = map_.file(file_);
    std::size_t lo = file.text().find(needle, from);
    REQUIRE(lo != llvm::StringRef::npos);
    return Span(static_cast<std::uint32_t>(file.base() + lo), static_cast<std::uint32_t>(file.base() + lo + needle.size()));
  }
  [[nodiscard]] const SourceMap &map() const { return map_; }

  std::string human(const Diagnostic &diagnostic, RenderOptions options = {}) const {
    return rendered([&](llvm::raw_ostream &out) { renderHuman(diagnostic, map_, options, out); });
  }
  std::string brief(const Diagnostic &diagnostic) const {
    return rendered([&](llvm::raw_ostream &out) { renderShort(diagnostic, map_, {}, out); });
  }
  std::string json(const Diagnostic &diagnostic) const {
    return rendered([&](llvm::raw_ostream &out) { renderJson(diagnostic, map_, {}, out); });
  }

  template <typename Write> static std::string rendered(Write write) {
    std::string text;
    llvm::raw_string_ostream out(text);
    write(out);
    return out.str();
  }

private:
  SourceMap map_;
  FileId file_;
};

} // namespace

TEST_CASE("a moved value: labels on several lines, and a suggestion with an underlined addition") {
  Scene scene("fn f() {\n    let s = String::new();\n    drop(s);\n    drop(s);\n}\n");
  Span second = scene.at("drop(s)", 50);
  Span use(second.lo() + 5, second.lo() + 6);
  Diagnostic moved(DiagnosticKind::E0382, "use of moved value: `s`", use, "value used here after move");
  moved.label(scene.at("s ="), "move occurs because `s` has type `String`");
  moved.secondary[0].span = Span(moved.secondary[0].span.lo(), moved.secondary[0].span.lo() + 1);
  Span first = scene.at("drop(s)");
  moved.label(Span(first.lo() + 5, first.lo() + 6), "value moved here");
  moved.suggest({"consider cloning the value", {{Span(first.lo() + 6, first.lo() + 6), ".clone()"}}, Applicability::MachineApplicable});
  CHECK(scene.human(moved) == R"(error[E0382]: use of moved value: `s`
 --> f.rs:4:10
  |
2 |     let s = String::new();
  |         - move occurs because `s` has type `String`
3 |     drop(s);
  |          - value moved here
4 |     drop(s);
  |          ^ value used here after move
  |
help: consider cloning the value
  |
3 |     drop(s.clone());
  |           ++++++++

)");
}

TEST_CASE("wide characters and tabs keep the marks under the text") {
  Scene scene("fn f() {\n\tlet é = \"日本🦀\"; let t: i32 = \"a\";\n}\n");
  Diagnostic mismatch(DiagnosticKind::E0308, "mismatched types", scene.at("\"a\""), "expected `i32`, found `&str`");
  mismatch.label(scene.at("i32"), "expected due to this");
  CHECK(scene.human(mismatch) == R"(error[E0308]: mismatched types
 --> f.rs:2:30
  |
2 |     let é = "日本🦀"; let t: i32 = "a";
  |                              ---   ^^^ expected `i32`, found `&str`
  |                              |
  |                              expected due to this

)");
  CHECK(scene.brief(mismatch) == "f.rs:2:30: error[E0308]: mismatched types: expected `i32`, found `&str`\n");
}

TEST_CASE("a span over several lines is tied together in the margin") {
  Scene scene("fn f() {\n    let x: i32 = match o {\n        Some(_) => {\n            let a = 1;\n            \"x\"\n        }\n    };\n}\n");
  Span whole = scene.at("match o {").to(scene.at("    };").shrinkToLo().to(scene.at("};").shrinkToLo()));
  Diagnostic mismatch(DiagnosticKind::E0308, "mismatched types", Span(whole.lo(), scene.at("};").lo() + 1), "expected `i32`");
  CHECK(scene.human(mismatch) == R"(error[E0308]: mismatched types
 --> f.rs:2:18
  |
2 |       let x: i32 = match o {
  |  __________________^
3 | |         Some(_) => {
4 | |             let a = 1;
5 | |             "x"
6 | |         }
7 | |     };
  | |_____^ expected `i32`

)");
}

TEST_CASE("notes without a place stand in the gutter, notes with one have an excerpt; far lines are joined by dots") {
  Scene scene("struct A;\n\n\n\n\n\n\n\n\nfn f() { g(A) }\n");
  Diagnostic finding(DiagnosticKind::E0308, "mismatched types", scene.at("A)").shrinkToLo(), "expected `B`, found `A`");
  finding.label(scene.at("struct A"), "declared here");
  finding.note("two lines\nof a note");
  finding.noteAt(scene.at("g"), "called here");
  CHECK(scene.human(finding) == R"(error[E0308]: mismatched types
  --> f.rs:10:12
   |
 1 | struct A;
   | -------- declared here
...
10 | fn f() { g(A) }
   |            ^ expected `B`, found `A`
   |
   = note: two lines
           of a note
note: called here
  --> f.rs:10:10
   |
10 | fn f() { g(A) }
   |          ^

)");
}

TEST_CASE("a suggestion that removes shows the old and the new line") {
  Scene scene("fn f() { let x = &mut y; }\n");
  Diagnostic finding(DiagnosticKind::E0596, "cannot borrow `y` as mutable", scene.at("&mut y"));
  finding.suggest({"borrow it shared", {{scene.at("mut "), ""}}, Applicability::MaybeIncorrect});
  CHECK(scene.human(finding) == R"(error[E0596]: cannot borrow `y` as mutable
 --> f.rs:1:18
  |
1 | fn f() { let x = &mut y; }
  |                  ^^^^^^
  |
help: borrow it shared
  |
1 - fn f() { let x = &mut y; }
1 + fn f() { let x = &y; }

)");
}

TEST_CASE("the end of a file, an empty file and a missing file are places too") {
  Scene scene("");
  Diagnostic finding(DiagnosticKind::Syntax, "expected item", Span(scene.map().file(FileId(0)).base(), scene.map().file(FileId(0)).base()));
  CHECK(scene.human(finding) == "error: expected item\n --> f.rs:1:1\n  |\n1 |\n  | ^\n\n");
  Diagnostic nowhere(DiagnosticKind::Io, "cannot read `x`", Span());
  CHECK(scene.human(nowhere) == "error: cannot read `x`\n\n");
  CHECK(scene.brief(nowhere) == "error: cannot read `x`\n");
}

TEST_CASE("long lines are cut to the width around the marks") {
  std::string text = "fn f() { " + std::string(100, ' ') + "bad; " + std::string(100, 'x') + " }\n";
  Scene scene(text);
  Diagnostic finding(DiagnosticKind::E0425, "cannot find value `bad` in this scope", scene.at("bad"), "not found in this scope");
  RenderOptions narrow;
  narrow.width = 60;
  std::string shown = scene.human(finding, narrow);
  CHECK(llvm::StringRef(shown).contains("bad;"));
  llvm::StringRef rest = shown;
  while (!rest.empty()) {
    auto [line, next] = rest.split('\n');
    CHECK(displayWidth(line) <= 62);
    rest = next;
  }
}

TEST_CASE("colours are used when asked for, and only then") {
  Scene scene("fn f() {}\n");
  Diagnostic finding(DiagnosticKind::E0425, "m", scene.at("f()"));
  RenderOptions colored;
  colored.color = true;
  std::string text = Scene::rendered([&](llvm::raw_ostream &out) {
    out.enable_colors(true);
    renderHuman(finding, scene.map(), colored, out);
  });
  CHECK(llvm::StringRef(text).contains("\x1b["));
  CHECK_FALSE(llvm::StringRef(scene.human(finding)).contains("\x1b["));
}

TEST_CASE("json: bytes zero-based, columns in scalar values, one line, rendered inside") {
  Scene scene("fn f() {\n\tlet é = \"日本🦀\"; x\n}\n");
  Diagnostic finding(DiagnosticKind::E0425, "cannot find value `x` in this scope", scene.at("x\n"), "not found");
  finding.primary[0].span = Span(finding.primary[0].span.lo(), finding.primary[0].span.lo() + 1);
  finding.suggest({"use another", {{finding.primary[0].span, "é"}}, Applicability::MaybeIncorrect});
  std::string line = scene.json(finding);
  CHECK(llvm::StringRef(line).count('\n') == 1);
  llvm::Expected<llvm::json::Value> parsed = llvm::json::parse(line);
  REQUIRE(bool(parsed));
  const llvm::json::Object &object = *parsed->getAsObject();
  CHECK(object.getString("$message_type") == llvm::StringRef("diagnostic"));
  CHECK(object.getObject("code")->getString("code") == llvm::StringRef("E0425"));
  CHECK(object.getString("level") == llvm::StringRef("error"));
  const llvm::json::Object &span = *(*object.getArray("spans"))[0].getAsObject();
  CHECK(span.getInteger("byte_start") == 33);
  CHECK(span.getInteger("byte_end") == 34);
  CHECK(span.getInteger("line_start") == 2);
  CHECK(span.getInteger("column_start") == 17);
  CHECK(span.getInteger("column_end") == 18);
  CHECK(span.getBoolean("is_primary") == true);
  const llvm::json::Object &text = *(*span.getArray("text"))[0].getAsObject();
  CHECK(text.getString("text") == llvm::StringRef("\tlet é = \"日本🦀\"; x"));
  CHECK(text.getInteger("highlight_start") == 17);
  const llvm::json::Object &child = *(*object.getArray("children"))[0].getAsObject();
  CHECK(child.getString("level") == llvm::StringRef("help"));
  const llvm::json::Object &edit = *(*child.getArray("spans"))[0].getAsObject();
  CHECK(edit.getString("suggested_replacement") == llvm::StringRef("é"));
  CHECK(edit.getString("suggestion_applicability") == llvm::StringRef("MaybeIncorrect"));
  CHECK(*object.getString("rendered") == scene.human(finding));
  CHECK(object.getObject("lien")->getString("name") == llvm::StringRef("E0425"));
}

TEST_CASE("errors without a code have a null code in json and a stable name beside it") {
  Scene scene("fn");
  std::string line = scene.json(Diagnostic(DiagnosticKind::Lifetime, "lifetime may not live long enough", scene.at("fn")));
  llvm::Expected<llvm::json::Value> parsed = llvm::json::parse(line);
  REQUIRE(bool(parsed));
  CHECK(parsed->getAsObject()->get("code")->kind() == llvm::json::Value::Null);
  CHECK(parsed->getAsObject()->getObject("lien")->getString("name") == llvm::StringRef("lifetime"));
}

TEST_CASE("the closing lines count and point to explanations") {
  RunSummary summary{2, 1, {"E0308", "E0382"}};
  std::string human = Scene::rendered([&](llvm::raw_ostream &out) { renderHumanSummary(summary, {}, out); });
  CHECK(human == "error: aborting due to 2 previous errors; 1 warning emitted\n\nSome errors have detailed explanations: E0308, E0382.\n"
                 "For more information about an error, try `lien explain E0308`.\n");
  std::string nothing = Scene::rendered([&](llvm::raw_ostream &out) { renderHumanSummary({}, {}, out); });
  CHECK(nothing.empty());
  std::string json = Scene::rendered([&](llvm::raw_ostream &out) { renderJsonSummary({1, 0, {"E0382"}}, out); });
  CHECK(llvm::StringRef(json).contains("\"level\":\"failure-note\""));
}

TEST_CASE("what cannot be printed is shown by something that can") {
  CHECK(printable("a\tb") == "a    b");
  CHECK(printable(llvm::StringRef("\0", 1)) == "\xE2\x90\x80");
  CHECK(printable("\xE2\x80\xAE") == "\xEF\xBF\xBD");
  CHECK(displayWidth("é日本🦀\t") == 1 + 2 + 2 + 2 + 4);
  CHECK(displayWidth("e\xCC\x81") == 1);
}

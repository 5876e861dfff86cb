// The table of kinds, the sink's promise about declines, and the stack guard.
#include "diagnostics/diagnostic.hpp"
#include "diagnostics/stack_guard.hpp"

#include <doctest/doctest.h>

using namespace lien;

TEST_CASE("codes and stable names") {
  CHECK(codeOf(DiagnosticKind::E0382) == "E0382");
  CHECK(stableNameOf(DiagnosticKind::E0382) == "E0382");
  CHECK(codeOf(DiagnosticKind::Syntax).empty());
  CHECK(stableNameOf(DiagnosticKind::Lifetime) == "lifetime");
  CHECK(isDecline(DiagnosticKind::L0002));
  CHECK_FALSE(isDecline(DiagnosticKind::L0100));
}

TEST_CASE("with a decline, only declines are reported") {
  DiagnosticSink sink;
  sink.report(Diagnostic(DiagnosticKind::E0382, "use of moved value: `x`", Span(5, 6)));
  sink.declineFeature(Span(9, 12), "closure");
  sink.declineLibrary(Span(2, 3), "`std::fs::File`");
  CHECK(sink.hasErrors());
  CHECK(sink.hasDeclines());
  std::vector<Diagnostic> found = std::move(sink).finish();
  REQUIRE(found.size() == 2);
  CHECK(found[0].kind == DiagnosticKind::L0002);
  CHECK(found[1].kind == DiagnosticKind::L0001);
  CHECK(found[1].subject == "closure");
}

TEST_CASE("findings come out in the order of their positions; a warning is no error") {
  DiagnosticSink first;
  Diagnostic warning(DiagnosticKind::BeyondStable, "w", Span(7, 8));
  warning.level = Level::Warning;
  first.report(warning);
  CHECK(first.isClean());
  DiagnosticSink second;
  second.report(Diagnostic(DiagnosticKind::E0308, "mismatched types", Span(3, 4)));
  first.absorb(std::move(second));
  CHECK(first.hasErrors());
  std::vector<Diagnostic> found = std::move(first).finish();
  REQUIRE(found.size() == 2);
  CHECK(found[0].kind == DiagnosticKind::E0308);
}

namespace {

// Each level keeps 1 KiB alive; the call through a volatile pointer keeps it from becoming a loop. The address sanitizer would move `frame` off the stack.
int levelsUntilExhausted(int level);
int (*volatile next_level)(int) = levelsUntilExhausted;

__attribute__((no_sanitize("address"))) int levelsUntilExhausted(int level) {
  volatile char frame[1024];
  frame[level % 1024] = static_cast<char>(level); // an index known at compile time would leave one byte of it
  if (StackGuard::exhausted() || level > 100000)
    return level;
  return next_level(level + 1) + (frame[level % 1024] == static_cast<char>(level) ? 0 : 1);
}

} // namespace

TEST_CASE("the guard stops recursion inside its budget") {
  StackGuard::setBudget(std::size_t{1} << 20U);
  int levels = levelsUntilExhausted(0);
  CHECK(levels > 100);
  CHECK(levels < 1024);
  StackGuard::setBudget(std::size_t{4} << 20U);
}

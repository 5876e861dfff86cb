// What is wrong with items: codes and positions, each as rustc has them (`tests/oracle/item_cases.py` asks it).
//
// A case: `//# title`, `//= what rustc says`, and where Lien declines instead `//! what Lien says`; then the program.
#include "program_support.hpp"

#include "program_checks_cases.hpp"

#include <doctest/doctest.h>

namespace lien::test {
namespace {

struct Case {
  std::string title, expected, source;
};

std::vector<Case> readCases(llvm::StringRef text) {
  std::vector<Case> cases;
  while (!text.empty()) {
    auto [line, rest] = text.split('\n');
    text = rest;
    if (line.consume_front("//# "))
      cases.push_back({line.str(), "", ""});
    else if (!cases.empty() && (line.consume_front("//=") || line.consume_front("//!")))
      cases.back().expected = line.trim().str();
    else if (!cases.empty())
      cases.back().source += line.str() + "\n";
  }
  return cases;
}

} // namespace

TEST_CASE("items are judged as rustc judges them") {
  for (const char *const group : item_cases)
    for (const Case &entry : readCases(group)) {
      CAPTURE(entry.title);
      CAPTURE(entry.source);
      ItemsProgram program(entry.source);
      CHECK(program.itemFindings() == entry.expected);
    }
}

} // namespace lien::test

// Re-checked rewrites: which are kept, what a bad one takes with it (nothing), and that texts under edits know how they changed.
#include "driver/check/edited_text.hpp"
#include "driver/check/recheck.hpp"
#include "toy_judge.hpp"

#include <doctest/doctest.h>

using namespace lien;

namespace {

/// A rewrite of one line: `from` becomes `to`, all of them.
struct Rewrite {
  std::uint32_t line = 1;
  llvm::StringRef from;
  llvm::StringRef to;
};

class Toy {
public:
  explicit Toy(std::string text, std::string second = {}) : files_{{"a.rs", std::move(text)}} {
    if (!second.empty())
      files_.emplace_back("b.rs", std::move(second));
    judgement_.emplace(judgeToy(files_));
  }

  /// Proposes a rewrite for the finding with this number, in the first file.
  Toy &propose(std::size_t finding, Rewrite rewrite) {
    const SourceFile &file = judgement_->sources.file(FileId(0));
    Suggestion suggestion;
    suggestion.message = rewrite.to.str();
    const llvm::StringRef line = file.line(rewrite.line);
    for (std::size_t at = 0; (at = line.find(rewrite.from, at)) != llvm::StringRef::npos; at += std::max<std::size_t>(1, rewrite.from.size())) {
      const auto lo = static_cast<std::uint32_t>(file.lineStart(rewrite.line) + at);
      suggestion.edits.push_back({Span(lo, lo + static_cast<std::uint32_t>(rewrite.from.size())), rewrite.to.str()});
    }
    judgement_->findings[finding].suggestions.push_back(std::move(suggestion));
    return *this;
  }

  Toy &recheck() {
    recheckRewrites(*judgement_, [&](const TextOverlay &texts, const llvm::BitVector &bodies) {
      ++rounds;
      auto files = files_;
      for (auto &[name, text] : files)
        text = texts.lookup(name);
      return judgeToy(files, &bodies);
    });
    return *this;
  }

  /// What is offered for a finding, in order: `+` before what a machine may apply.
  std::string offered(std::size_t finding) {
    std::string result;
    for (const Suggestion &suggestion : judgement_->findings[finding].suggestions)
      result += (result.empty() ? "" : " ") + std::string(suggestion.applicability == Applicability::MachineApplicable ? "+" : "") + suggestion.message;
    return result;
  }

  unsigned rounds = 0;
  Judgement &judgement() { return *judgement_; }

private:
  std::vector<std::pair<std::string, std::string>> files_;
  std::optional<Judgement> judgement_;
};

} // namespace

TEST_CASE("a rewrite is kept when its finding is gone and nothing is new") {
  Toy toy("fn ?x end\n");
  toy.propose(0, {1, "?x", "x"}).recheck();
  CHECK(toy.offered(0) == "+x");
  CHECK(toy.rounds == 1);
}

TEST_CASE("without such findings, or without rewrites, nothing is judged again") {
  Toy toy("fn !x ?y\n");
  toy.propose(0, {1, "!x", "x"}).recheck();
  CHECK(toy.rounds == 0);
  CHECK(toy.offered(0) == "x"); // other kinds keep theirs
}

TEST_CASE("a rewrite that leaves the finding, or brings another, is dropped") {
  CHECK(Toy("fn ?x end\n").propose(0, {1, "end", "END"}).recheck().offered(0).empty());
  CHECK(Toy("fn ?x end\n").propose(0, {1, "?x", "!x"}).recheck().offered(0).empty());
  CHECK(Toy("fn ?x end\n").propose(0, {1, "?x", "?y"}).recheck().offered(0).empty());
  CHECK(Toy("fn ?x end\n").propose(0, {1, "end", "?x"}).recheck().offered(0).empty());
}

TEST_CASE("a finding with the same words elsewhere does not stand in for the one that is to go") {
  // The rewrite takes the second away, not its own.
  Toy toy("fn ?x 2?x end\n");
  toy.propose(0, {1, "2?x", "2"}).propose(1, {1, "2?x", "3"}).recheck();
  CHECK(toy.offered(0).empty());
  CHECK(toy.offered(1) == "+3");
}

TEST_CASE("what stands behind an insertion at its own place is still there") {
  CHECK(Toy("fn a?x 2?x\n").propose(0, {1, "a?x 2?x", "a {}?x"}).recheck().offered(0) == "+a {}?x");
  Toy toy("fn ?x 2?x\n");
  Suggestion inserted;
  const std::uint32_t base = toy.judgement().sources.file(FileId(0)).base();
  inserted.edits = {{Span(base + 3, base + 3), "in "}, {Span(base + 6, base + 9), ""}};
  toy.judgement().findings[0].suggestions.push_back(inserted);
  CHECK(toy.recheck().judgement().findings[0].suggestions.empty());
}

TEST_CASE("other ambiguous drops of the body may remain or vanish") {
  Toy toy("fn ?x ?y\n");
  toy.propose(0, {1, "?x", "x"}).propose(1, {1, "?", ""}).recheck();
  CHECK(toy.offered(0) == "+x");
  CHECK(toy.offered(1) == "+");
}

TEST_CASE("of several that hold the first is for machines") {
  Toy toy("fn ?x end\n");
  toy.propose(0, {1, "end", "1"}).propose(0, {1, "?x", "2"}).propose(0, {1, "?x", "3"}).recheck();
  CHECK(toy.offered(0) == "+2 3");
}

TEST_CASE("one round tries a rewrite of each body") {
  std::string text;
  for (int i = 0; i < 100; ++i)
    text += "fn ?x end\n";
  Toy toy(text);
  for (std::uint32_t i = 0; i < 100; ++i)
    toy.propose(i, {i + 1, "?x", i % 2 == 0 ? "x" : "!x"});
  toy.recheck();
  CHECK(toy.rounds == 1);
  for (std::size_t i = 0; i < 100; ++i)
    CHECK(toy.offered(i) == (i % 2 == 0 ? "+x" : ""));
}

TEST_CASE("what the rounds do not reach is not offered, and first choices come first") {
  std::string text = "fn";
  for (unsigned i = 0; i < most_recheck_rounds; ++i)
    text += std::string(" ?") + static_cast<char>('A' + i);
  Toy toy(text + "\n");
  for (unsigned i = 0; i < most_recheck_rounds; ++i) {
    const std::string name(1, static_cast<char>('A' + i));
    toy.propose(i, {1, "?" + name, name}).propose(i, {1, "?" + name, "-"});
  }
  toy.recheck();
  CHECK(toy.rounds == most_recheck_rounds);
  for (unsigned i = 0; i < most_recheck_rounds; ++i)
    CHECK(toy.offered(i) == std::string("+") + static_cast<char>('A' + i));
}

TEST_CASE("a rewrite that breaks the file takes no other with it") {
  Toy toy("fn ?x end\nfn ?x end\nfn ?x end\n");
  toy.propose(0, {1, "?x", "x"}).propose(1, {2, "?x", "x\nfn broken"}).propose(2, {3, "?x", "x"}).recheck();
  CHECK(toy.offered(0) == "+x");
  CHECK(toy.offered(1).empty());
  CHECK(toy.offered(2) == "+x");
  // An error outside all bodies.
  Toy outside("fn ?x\nfn ?x\n");
  outside.propose(0, {1, "?x", "x\n!item"}).propose(1, {2, "?x", "x"}).recheck();
  CHECK(outside.offered(0).empty());
  CHECK(outside.offered(1) == "+x");
}

TEST_CASE("edits that overlap, that leave the body or belong to no file are not tried") {
  Toy toy("fn ?x end\nfn end\n");
  const std::uint32_t base = toy.judgement().sources.file(FileId(0)).base();
  Suggestion overlapping, leaving, nowhere, none;
  overlapping.edits = {{Span(base + 3, base + 5), "x"}, {Span(base + 4, base + 6), ""}};
  leaving.edits = {{Span(base + 3, base + 5), "x"}, {Span(base + 14, base + 15), ""}};
  nowhere.edits = {{Span(1, 2), "x"}};
  toy.judgement().findings[0].suggestions = {overlapping, leaving, nowhere, none};
  CHECK(toy.recheck().judgement().findings[0].suggestions.empty());
  CHECK(toy.rounds == 0);
}

TEST_CASE("edits that touch are made in order") {
  Toy toy("fn ?x end\n");
  const std::uint32_t base = toy.judgement().sources.file(FileId(0)).base();
  Suggestion touching;
  touching.edits = {{Span(base + 3, base + 4), "a"}, {Span(base + 4, base + 5), "b"}, {Span(base + 5, base + 5), "c"}};
  toy.judgement().findings[0].suggestions = {touching};
  CHECK(toy.recheck().judgement().findings[0].suggestions.size() == 1);
}

TEST_CASE("a file with an internal error offers nothing") {
  Toy toy("fn ?x end\n");
  toy.judgement().internal_error = true;
  CHECK(toy.propose(0, {1, "?x", "x"}).recheck().offered(0).empty());
  CHECK(toy.rounds == 0);
}

TEST_CASE("an edited text knows what is different from its original, over rounds") {
  EditedText text("one two three four");
  REQUIRE(text.apply({{4, 7, "2"}, {14, 18, "4"}}));
  CHECK(text.text() == "one 2 three 4");
  CHECK(text.changes() == llvm::ArrayRef<TextEdit>{{4, 7, "2"}, {14, 18, "4"}});
  // The second round edits inside the first one's text, around it, and far from it.
  REQUIRE(text.apply({{0, 3, "1"}, {5, 5, "nd"}, {5, 6, "."}}));
  CHECK(text.text() == "1 2nd.three 4");
  CHECK(text.changes() == llvm::ArrayRef<TextEdit>{{0, 3, "1"}, {4, 8, "2nd."}, {14, 18, "4"}});
  REQUIRE(text.apply({{0, 13, ""}}));
  CHECK(text.changes() == llvm::ArrayRef<TextEdit>{{0, 18, ""}});
  REQUIRE(text.apply({{0, 0, "new"}}));
  CHECK(text.changes() == llvm::ArrayRef<TextEdit>{{0, 18, "new"}});
  CHECK(text.original() == "one two three four");
}

TEST_CASE("edits that overlap or lie outside change nothing") {
  EditedText text("abc");
  CHECK_FALSE(text.apply({{0, 2, "x"}, {1, 3, "y"}}));
  CHECK_FALSE(text.apply({{2, 4, "x"}}));
  CHECK_FALSE(text.apply({{2, 1, "x"}}));
  CHECK(text.text() == "abc");
  CHECK(text.changes().empty());
  CHECK(text.apply({{3, 3, "d"}, {0, 0, "("}}));
  CHECK(text.text() == "(abcd");
}

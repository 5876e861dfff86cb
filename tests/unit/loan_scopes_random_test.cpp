// The walk along regions against the textbook form of loans in scope, on random bodies with random regions: one set for each point, joined over
// predecessors until nothing changes, loan after loan taken out where its region lacks the point or a kill stands.
#include "mir_builder.hpp"

#include "checker/borrows/loan_scopes.hpp"

#include <doctest/doctest.h>

#include <random>
#include <set>

using namespace lien;
using namespace lien::test;

namespace {

class RandomRegions final : public LoanRegions {
public:
  RandomRegions(const ControlFlow &flow, std::mt19937 &random) : flow_(flow), sets_(flow.statementCount()) {
    for (PointSet &set : sets_) {
      bool inside = random() % 2 == 0;
      for (std::uint32_t point = 0; point < flow.statementCount(); ++point) {
        inside = random() % 5 == 0 ? !inside : inside;
        if (inside)
          set.add(point);
      }
    }
  }
  [[nodiscard]] RegionVid ofBorrow(Location at) const override { return RegionVid(std::size_t{flow_.statementIndex(at)}); }
  [[nodiscard]] const PointSet &points(RegionVid region) const override { return sets_[region.index()]; }

private:
  const ControlFlow &flow_;
  std::vector<PointSet> sets_;
};

/// A few locals, references to and through them, borrows, writes, reads and ends of storage; jumps and switches everywhere.
class RandomBody {
public:
  explicit RandomBody(std::mt19937 &random) : random_(random) {
    for (int i = 0; i < 2; ++i) {
      LocalId x = m.variable("x", m.pair, true), q = m.variable("q", m.ref(m.pair, Mutability::Mut), true);
      places_.append({m.place(x), m.field(m.place(x), 0, m.text), m.field(m.place(x), 1, m.text), m.place(q), m.deref(m.place(q), m.pair),
                      m.field(m.deref(m.place(q), m.pair), 0, m.text)});
    }
    LocalId condition = m.param("c", m.types.boolean);
    std::vector<BlockId> blocks;
    for (unsigned i = 0; i < 2 + pick(6); ++i)
      blocks.push_back(m.block());
    for (BlockId block : blocks) {
      m.in(block);
      for (unsigned i = pick(5); i > 0; --i)
        addStatement();
      BlockId one = blocks[pick(blocks.size())], other = blocks[pick(blocks.size())];
      switch (pick(4)) {
      case 0:
        m.jump(one);
        break;
      case 1:
        m.ret();
        break;
      case 2:
        m.call(place(), {MirBuilder::move(place())}, one, other);
        break;
      default:
        m.switchBool(m.place(condition), one, other);
      }
    }
  }
  MirBuilder m;

private:
  unsigned pick(std::size_t count) { return static_cast<unsigned>(random_() % count); }
  PlaceId place() { return places_[pick(places_.size())]; }
  void addStatement() {
    static constexpr mir::BorrowKind kinds[] = {mir::BorrowKind::Shared, mir::BorrowKind::Mut, mir::BorrowKind::FakeShallow};
    switch (pick(6)) {
    case 0:
    case 1:
      m.borrow(pick(3) == 0 ? place() : m.place(m.temporary(m.types.unit)), place(), kinds[pick(3)]);
      break;
    case 2:
      m.assign(place(), m.constant());
      break;
    case 3:
      m.eat(place());
      break;
    case 4:
      m.assign(m.place(m.temporary(m.types.unit)), MirBuilder::copy(place()));
      break;
    default:
      m.dead(m.body().places[place()].local);
    }
  }
  std::mt19937 &random_;
  llvm::SmallVector<PlaceId, 12> places_;
};

using Loaned = std::set<std::uint32_t>;

/// In scope on entry to each point.
std::vector<Loaned> naiveScopes(const ControlFlow &flow, const MoveTypes &types, const Loans &loans, const LoanRegions &regions) {
  std::vector<Loaned> in_scope(flow.statementCount());
  for (bool changed = true; changed;) {
    changed = false;
    for (std::uint32_t point = 0; point < flow.statementCount(); ++point) {
      Location at = flow.locationOf(point);
      Loaned after = in_scope[point];
      if (LoanId made = loans.madeAt(at); made.isValid())
        after.insert(made.value);
      forEachBorrowAccess(flow, loans, at, [&](const BorrowAccess &access) {
        std::erase_if(after, [&](std::uint32_t loan) { return killsLoan(flow.body(), types, loans[LoanId(std::size_t{loan})], access); });
      });
      auto flowTo = [&](Location to) {
        for (std::uint32_t loan : after)
          if (regions.points(loans[LoanId(std::size_t{loan})].region).contains(flow.statementIndex(to)))
            changed |= in_scope[flow.statementIndex(to)].insert(loan).second;
      };
      if (flow.statementAt(at) != nullptr)
        flowTo({at.block, at.statement + 1});
      else
        for (BlockId next : flow.successors(at.block))
          flowTo({next, 0});
    }
  }
  return in_scope;
}

} // namespace

TEST_CASE("loans in scope agree with the textbook's dataflow") {
  std::size_t meetings = 0, exits = 0;
  for (std::uint32_t seed = 1; seed <= 3000; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    RandomBody body(random);
    ControlFlow flow(body.m.finish());
    Loans loans(flow, body.m.facts);
    RandomRegions regions(flow, random);
    loans.setRegions(regions);
    if (loans.empty())
      continue;
    LoanEvents events(flow, loans);
    LoanMeetings found = findMeetings(flow, body.m.facts, loans, regions, events, true);
    std::vector<Loaned> in_scope = naiveScopes(flow, body.m.facts, loans, regions);
    for (std::uint32_t event = 0; event < events.size(); ++event) {
      LoanId first;
      for (std::uint32_t loan : in_scope[events[event].point]) {
        LoanId id(std::size_t{loan});
        bool overlap = mayOverlap(flow.body(), body.m.facts, {loans[id].borrowed, loans[id].kind == mir::BorrowKind::FakeShallow}, events[event].access.place,
                                  events[event].access.depth);
        if (!first.isValid() && overlap && judge(loans[id], id, events[event].access) != LoanVerdict::Allowed)
          first = id;
      }
      REQUIRE((found.by_event.empty() ? LoanId{} : found.by_event[event]) == first);
      meetings += first.isValid() ? 1 : 0;
    }
    std::set<std::pair<std::uint32_t, std::uint32_t>> expected_exits, found_exits;
    for (Location exit : events.exits())
      for (std::uint32_t loan : in_scope[flow.statementIndex(exit)])
        if (!flow.body().places[loans[LoanId(std::size_t{loan})].borrowed].indirect)
          expected_exits.insert({flow.statementIndex(exit), loan});
    for (auto [at, loan] : found.at_exit)
      found_exits.insert({flow.statementIndex(at), loan.value});
    REQUIRE(found_exits == expected_exits);
    exits += expected_exits.size();
  }
  CHECK(meetings > 500);
  CHECK(exits > 100);
}

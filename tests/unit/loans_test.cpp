// Loans on bodies built by hand, with regions given by the test: which are made, when two-phase ones become active, which accesses they forbid and until when.
#include "mir_builder.hpp"

#include "checker/borrows/loan_scopes.hpp"

#include <doctest/doctest.h>

#include <map>

using namespace lien;
using namespace lien::test;

namespace {

/// A region for every borrow: the points that the test says, by (block, statement); everything when it says nothing.
class GivenRegions final : public LoanRegions {
public:
  explicit GivenRegions(const ControlFlow &flow) : flow_(flow) { everywhere_.addRun(0, flow.statementCount()); }
  void give(Location borrow, llvm::ArrayRef<std::pair<Location, Location>> runs) {
    PointSet &set = given_[flow_.statementIndex(borrow)];
    for (auto [first, last] : runs)
      set.addRun(flow_.statementIndex(first), flow_.statementIndex(last) + 1);
  }
  [[nodiscard]] RegionVid ofBorrow(Location at) const override { return RegionVid(std::size_t{flow_.statementIndex(at)}); }
  [[nodiscard]] const PointSet &points(RegionVid region) const override {
    auto found = given_.find(region.value);
    return found == given_.end() ? everywhere_ : found->second;
  }

private:
  const ControlFlow &flow_;
  PointSet everywhere_;
  std::map<std::uint32_t, PointSet> given_;
};

Location at(BlockId block, std::uint32_t statement) { return {block, statement}; }

/// Everything about one body.
struct Judged {
  explicit Judged(MirBuilder &m) : types(m.facts), flow(m.finish()), loans(flow, m.facts), regions(flow) {}
  BorrowViolations judge(bool is_constant = false) {
    loans.setRegions(regions);
    return findBorrowViolations({flow, types, loans, regions, moves, is_constant});
  }
  /// Where the conflicts are, with their kinds.
  std::vector<std::pair<Location, ConflictKind>> places(bool is_constant = false) {
    std::vector<std::pair<Location, ConflictKind>> list;
    for (const BorrowConflict &conflict : judge(is_constant).conflicts)
      list.emplace_back(conflict.at, conflict.kind);
    return list;
  }
  const MoveTypes &types;
  ControlFlow flow;
  Loans loans;
  GivenRegions regions;
  Violations moves;
};

using Found = std::vector<std::pair<Location, ConflictKind>>;

struct Fixture {
  MirBuilder m;
  LocalId x = m.variable("x", m.pair, true);
  LocalId r = m.variable("r", m.ref(m.pair));
  LocalId q = m.variable("q", m.ref(m.pair, Mutability::Mut), true);
  BlockId entry = m.block();
  PlaceId first() { return m.field(m.place(x), 0, m.text); }
  PlaceId second() { return m.field(m.place(x), 1, m.text); }
};

} // namespace

TEST_CASE_FIXTURE(Fixture, "a body that borrows nothing, or only behind shared references, has no loans") {
  LocalId p = m.param("p", m.ref(m.pair));
  m.in(entry).borrow(m.place(r), m.deref(m.place(p), m.pair)).eat(m.place(x)).ret();
  Judged j(m);
  CHECK(j.loans.empty());
  CHECK_FALSE(j.loans.madeAt(at(entry, 0)).isValid());
  CHECK(j.judge().none());
}

TEST_CASE_FIXTURE(Fixture, "a shared loan forbids writing, not reading; one access is one finding") {
  m.in(entry)
      .borrow(m.place(r), m.place(x))                         // 0
      .eat(m.field(m.place(x), 0, m.text))                    // 1: move
      .assign(m.place(m.temporary(m.text)), m.copy(second())) // 2
      .borrow(m.place(q), m.place(x), mir::BorrowKind::Mut)   // 3
      .borrow(m.place(r), m.place(x))                         // 4: the mutable loan of 3 is in scope
      .assign(second(), m.constant())                         // 5: ends the loans of x
      .assign(second(), m.constant())                         // 6
      .ret();
  Judged j(m);
  j.regions.give(at(entry, 3), {{at(entry, 3), at(entry, 4)}});
  j.regions.give(at(entry, 4), {{at(entry, 4), at(entry, 4)}});
  j.regions.give(at(entry, 0), {{at(entry, 0), at(entry, 6)}});
  CHECK(j.places() == Found{{at(entry, 1), ConflictKind::Move},
                            {at(entry, 3), ConflictKind::MutBorrow},
                            {at(entry, 4), ConflictKind::SharedBorrow},
                            {at(entry, 5), ConflictKind::Mutate}});
}

TEST_CASE_FIXTURE(Fixture, "a loan ends where its region does, and is not in scope at the borrow itself") {
  m.in(entry).assign(m.place(x), m.constant()).borrow(m.place(r), m.place(x)).fakeRead(m.place(r)).assign(m.place(x), m.constant()).ret();
  Judged j(m);
  j.regions.give(at(entry, 1), {{at(entry, 0), at(entry, 2)}});
  CHECK(j.judge().none());
  SUBCASE("one point more") {
    Judged longer(m);
    longer.regions.give(at(entry, 1), {{at(entry, 0), at(entry, 3)}});
    CHECK(longer.places() == Found{{at(entry, 3), ConflictKind::Mutate}});
  }
}

TEST_CASE_FIXTURE(Fixture, "a gap in the region ends the loan on that way only") {
  LocalId c = m.param("c", m.types.boolean);
  BlockId left = m.block(), right = m.block(), join = m.block();
  m.in(entry).borrow(m.place(r), m.place(x)).switchBool(m.place(c), left, right);
  m.in(left).fakeRead(m.place(r)).jump(join);
  m.in(right).mention(m.place(x)).jump(join);
  m.in(join).assign(m.place(x), m.constant()).ret();
  auto everywhere = [&](Judged &j, bool in_left, bool in_right) {
    std::vector<std::pair<Location, Location>> runs{{at(entry, 0), at(entry, 1)}, {at(join, 0), at(join, 0)}};
    if (in_left)
      runs.push_back({at(left, 0), at(left, 1)});
    if (in_right)
      runs.push_back({at(right, 0), at(right, 1)});
    j.regions.give(at(entry, 0), runs);
    return j.places();
  };
  Judged none(m);
  CHECK(everywhere(none, false, false).empty());
  Judged one(m);
  CHECK(everywhere(one, false, true) == Found{{at(join, 0), ConflictKind::Mutate}});
}

TEST_CASE_FIXTURE(Fixture, "assigning the reference that was borrowed through ends the loan") {
  // loop { t = &mut *q; q = t; } with a region that never ends
  LocalId t = m.temporary(m.ref(m.pair, Mutability::Mut));
  BlockId head = m.block();
  PlaceId target = m.deref(m.place(q), m.pair);
  SUBCASE("assigned") {
    m.in(entry).jump(head);
    m.in(head).borrow(m.place(t), target, mir::BorrowKind::Mut).assign(m.place(q), m.move(m.place(t))).jump(head);
    Judged j(m);
    CHECK(j.judge().none());
  }
  SUBCASE("assigned at once") {
    m.in(entry).jump(head);
    m.in(head).borrow(m.place(q), m.field(target, 0, m.pair), mir::BorrowKind::Mut).jump(head);
    Judged j(m);
    CHECK(j.judge().none());
  }
  SUBCASE("not assigned") {
    m.in(entry).jump(head);
    m.in(head).borrow(m.place(t), target, mir::BorrowKind::Mut).jump(head);
    Judged j(m);
    CHECK(j.places() == Found{{at(head, 0), ConflictKind::MutBorrow}});
  }
}

TEST_CASE_FIXTURE(Fixture, "a call that writes what is borrowed kills nothing") {
  BlockId next = m.block();
  PlaceId target = m.deref(m.place(q), m.pair);
  LocalId t = m.temporary(m.ref(m.pair, Mutability::Mut));
  m.in(entry).borrow(m.place(t), target, mir::BorrowKind::Mut).call(m.place(q), {m.move(m.place(t))}, next);
  m.in(next).assign(m.field(target, 0, m.text), m.constant()).ret();
  Judged j(m);
  CHECK(j.places() == Found{{at(entry, 1), ConflictKind::Mutate}, {at(next, 0), ConflictKind::Mutate}});
}

TEST_CASE_FIXTURE(Fixture, "two-phase borrows reserve, then exclude") {
  LocalId t = m.temporary(m.ref(m.pair, Mutability::Mut)), n = m.temporary(m.text);
  BlockId next = m.block();
  SUBCASE("reads between are fine") {
    m.in(entry).borrow(m.place(t), m.place(x), mir::BorrowKind::TwoPhaseMut).assign(m.place(n), m.copy(first())).call(m.place(n), {m.move(m.place(t))}, next);
    m.in(next).ret();
    Judged j(m);
    j.regions.give(at(entry, 0), {{at(entry, 0), at(entry, 2)}});
    REQUIRE(j.loans.size() == 1);
    LoanId loan = j.loans.madeAt(at(entry, 0));
    CHECK(j.loans[loan].activation == at(entry, 2));
    CHECK_FALSE(j.loans.isActive(loan, at(entry, 1)));
    CHECK(j.loans.isActive(loan, at(entry, 2)));
    CHECK(j.loans.isActive(loan, at(next, 0)));
    CHECK(j.loans.isActive(loan, at(entry, 0))); // around a loop
    CHECK(j.judge().none());
  }
  SUBCASE("writes between are not") {
    m.in(entry).borrow(m.place(t), m.place(x), mir::BorrowKind::TwoPhaseMut).assign(first(), m.constant()).call(m.place(n), {m.move(m.place(t))}, next);
    m.in(next).ret();
    Judged j(m);
    CHECK(j.places() == Found{{at(entry, 1), ConflictKind::Mutate}});
  }
  SUBCASE("a shared loan in scope at the activation") {
    m.in(entry).borrow(m.place(t), m.place(x), mir::BorrowKind::TwoPhaseMut).borrow(m.place(r), m.place(x)).call(m.place(n), {m.move(m.place(t))}, next);
    m.in(next).fakeRead(m.place(r)).ret();
    Judged j(m);
    j.regions.give(at(entry, 0), {{at(entry, 0), at(entry, 2)}});
    j.regions.give(at(entry, 1), {{at(entry, 1), at(entry, 2)}, {at(next, 0), at(next, 0)}});
    BorrowViolations found = j.judge();
    REQUIRE(found.conflicts.size() == 1);
    CHECK(found.conflicts[0].at == at(entry, 2));
    CHECK(found.conflicts[0].at_activation);
    CHECK(found.conflicts[0].loan == j.loans.madeAt(at(entry, 1)));
  }
  SUBCASE("one finding for reservation and activation") {
    m.in(entry)
        .borrow(m.place(q), m.place(x), mir::BorrowKind::Mut)
        .borrow(m.place(t), m.place(x), mir::BorrowKind::TwoPhaseMut)
        .call(m.place(n), {m.move(m.place(t))}, next);
    m.in(next).fakeRead(m.place(q)).ret();
    Judged j(m);
    CHECK(j.places(true) == Found{{at(entry, 1), ConflictKind::MutBorrow}});
  }
  SUBCASE("never activated: never active") {
    m.in(entry).borrow(m.place(t), m.place(x), mir::BorrowKind::TwoPhaseMut).assign(m.place(n), m.copy(first())).ret();
    Judged j(m);
    CHECK(j.judge(true).none());
  }
}

TEST_CASE_FIXTURE(Fixture, "the end of storage and drops") {
  BlockId next = m.block();
  SUBCASE("first the drop, then the storage: one finding") {
    m.in(entry).borrow(m.place(r), first()).drop(m.place(x), next);
    m.in(next).dead(x).ret();
    Judged j(m);
    CHECK(j.places() == Found{{at(entry, 1), ConflictKind::Drop}});
  }
  SUBCASE("what is behind a reference stays") {
    m.in(entry).borrow(m.place(r), m.deref(m.place(q), m.pair), mir::BorrowKind::Mut).dead(q).ret();
    Judged j(m);
    CHECK(j.judge().none());
  }
  SUBCASE("the content of a box goes with it") {
    LocalId b = m.variable("b", m.boxOf(m.pair));
    m.in(entry).borrow(m.place(r), m.deref(m.place(b), m.pair)).drop(m.place(b), next);
    m.in(next).ret();
    Judged j(m);
    CHECK(j.places() == Found{{at(entry, 1), ConflictKind::Drop}});
  }
  SUBCASE("storage that ended is borrowed no more") {
    m.in(entry).borrow(m.place(r), m.place(x)).dead(x).live(x).assign(m.place(x), m.constant()).ret();
    Judged j(m);
    CHECK(j.places() == Found{{at(entry, 1), ConflictKind::StorageDead}});
  }
}

TEST_CASE_FIXTURE(Fixture, "loans of locals do not outlive the function") {
  LocalId p = m.param("p", m.pair);
  m.in(entry).borrow(m.place(r), m.place(p)).ret();
  Judged j(m);
  BorrowViolations found = j.judge();
  REQUIRE(found.conflicts.size() == 1);
  CHECK(found.conflicts[0].at_exit);
  CHECK(found.conflicts[0].at == at(entry, 1));
  CHECK(j.judge(true).none()); // constants have no end
}

TEST_CASE_FIXTURE(Fixture, "a fake borrow protects the place, not what is inside") {
  LocalId fake = m.temporary(m.ref(m.pair));
  m.in(entry).borrow(m.place(fake), m.place(x), mir::BorrowKind::FakeShallow);
  Found expected;
  SUBCASE("the place") {
    m.assign(m.place(x), m.constant()).ret();
    expected = {{at(entry, 1), ConflictKind::Mutate}};
  }
  SUBCASE("inside") { m.assign(first(), m.constant()).ret(); }
  SUBCASE("moved away: the move check's business") { m.eat(m.place(x)).ret(); }
  Judged j(m);
  j.regions.give(at(entry, 0), {{at(entry, 0), at(entry, 1)}});
  CHECK(j.places() == expected);
}

TEST_CASE_FIXTURE(Fixture, "a fake borrow conflicts with no loan") {
  LocalId fake = m.temporary(m.ref(m.pair));
  m.in(entry).borrow(m.place(q), m.place(x), mir::BorrowKind::Mut).borrow(m.place(fake), m.place(x), mir::BorrowKind::FakeShallow).fakeRead(m.place(q)).ret();
  Judged j(m);
  j.regions.give(at(entry, 0), {{at(entry, 0), at(entry, 2)}});
  j.regions.give(at(entry, 1), {{at(entry, 1), at(entry, 1)}});
  CHECK(j.judge().none());
}

TEST_CASE_FIXTURE(Fixture, "of several loans the first is blamed, and what is immutable is reported once") {
  LocalId other = m.variable("other", m.ref(m.pair));
  m.in(entry).borrow(m.place(r), m.place(x)).borrow(m.place(other), m.place(x)).assign(m.place(x), m.constant()).ret();
  Judged j(m);
  std::vector<std::pair<Location, Location>> to_write{{at(entry, 0), at(entry, 2)}};
  j.regions.give(at(entry, 0), to_write);
  j.regions.give(at(entry, 1), to_write);
  BorrowViolations found = j.judge();
  REQUIRE(found.conflicts.size() == 1);
  CHECK(found.conflicts[0].loan == j.loans.madeAt(at(entry, 0)));
}

// Which accesses the check objects to, on bodies built by hand.
#include "mir_builder.hpp"

#include "checker/moves/find_violations.hpp"

#include "doctest/doctest.h"

using namespace lien;
using namespace lien::test;

namespace {

Violations judge(MirBuilder &m) {
  ControlFlow flow(m.finish());
  MoveData data(flow, m.facts);
  return findViolations(flow, data, m.facts);
}

} // namespace

TEST_CASE("a move out of a field leaves the other field") {
  MirBuilder m;
  LocalId p = m.param("p", m.pair);
  PlaceId first = m.field(m.place(p), 0, m.text), second = m.field(m.place(p), 1, m.text);
  SUBCASE("other field") {
    m.in(m.block()).eat(first).eat(second).ret();
    CHECK(judge(m).none());
  }
  SUBCASE("the whole") {
    m.in(m.block()).eat(first).eat(m.place(p)).ret();
    Violations found = judge(m);
    REQUIRE(found.empty_uses.size() == 1);
    CHECK(found.empty_uses[0].used == m.place(p));
    CHECK(found.empty_uses[0].at.statement == 1);
  }
  SUBCASE("below what was moved") {
    m.in(m.block()).eat(m.place(p)).eat(second).ret();
    Violations found = judge(m);
    REQUIRE(found.empty_uses.size() >= 1);
    CHECK(found.empty_uses[0].used == second);
  }
  SUBCASE("refilled") {
    m.in(m.block()).eat(first).assign(first, m.constant()).eat(m.place(p)).ret();
    CHECK(judge(m).not_mutable.size() == 1); // p is not `mut`
    CHECK(judge(m).empty_uses.empty());
  }
}

TEST_CASE("structs are not initialised field by field") {
  MirBuilder m;
  LocalId p = m.variable("p", m.pair, true);
  m.in(m.block()).live(p).assign(m.field(m.place(p), 0, m.text), m.constant()).ret();
  Violations found = judge(m);
  REQUIRE(found.empty_uses.size() == 1);
  CHECK(found.empty_uses[0].use == UseKind::PartialAssignment);
}

TEST_CASE("the content of a box can be moved out and put back") {
  MirBuilder m;
  LocalId b = m.param("b", m.boxOf(m.text), true);
  PlaceId content = m.deref(m.place(b), m.text);
  SUBCASE("used as a whole") {
    m.in(m.block()).eat(content).eat(m.place(b)).ret();
    CHECK(judge(m).empty_uses.size() == 1);
  }
  SUBCASE("put back") {
    m.in(m.block()).eat(content).assign(content, m.constant()).eat(m.place(b)).ret();
    CHECK(judge(m).none());
  }
}

TEST_CASE("a move in a loop leads to itself, unless the initialisation comes in between") {
  MirBuilder m;
  const LocalId again = m.param("again", m.types.boolean), x = m.variable("x", m.text);
  const BlockId entry = m.block(), outer = m.block(), inner = m.block(), eats = m.block(), end = m.block();
  const auto flow = [&](BlockId after_eating) {
    m.in(entry).jump(outer);
    m.in(outer).jump(inner);
    m.in(inner).switchBool(m.place(again), eats, end);
    m.in(eats).eat(m.place(x)).switchBool(m.place(again), after_eating, end);
    m.in(end).ret();
  };
  SUBCASE("initialised before both loops") {
    m.in(entry).live(x).assign(m.place(x), m.constant());
    flow(outer);
    CHECK_FALSE(judge(m).empty_uses.empty());
  }
  SUBCASE("initialised in the outer loop, moved in the inner one") {
    m.in(outer).live(x).assign(m.place(x), m.constant());
    flow(inner);
    CHECK_FALSE(judge(m).empty_uses.empty());
  }
  SUBCASE("initialised and moved in the same loop") {
    m.in(outer).live(x).assign(m.place(x), m.constant());
    flow(outer);
    CHECK(judge(m).empty_uses.empty());
  }
}

TEST_CASE("moves on some ways only: what asks later, and what asks about something else") {
  MirBuilder m;
  const LocalId choice = m.param("choice", m.types.boolean), p = m.param("p", m.pair);
  const PlaceId first = m.field(m.place(p), 0, m.text), second = m.field(m.place(p), 1, m.text);
  const BlockId entry = m.block(), eats = m.block(), end = m.block();
  const auto isFine = [&](PlaceId moved, PlaceId used) {
    m.in(entry).switchBool(m.place(choice), eats, end);
    m.in(eats).eat(moved).jump(end);
    m.in(end).eat(used).ret();
    return judge(m).empty_uses.empty();
  };
  SUBCASE("the same part") { CHECK_FALSE(isFine(first, first)); }
  SUBCASE("another part") { CHECK(isFine(first, second)); }
  SUBCASE("the whole after a part") { CHECK_FALSE(isFine(first, m.place(p))); }
  SUBCASE("a part after the whole") { CHECK_FALSE(isFine(m.place(p), second)); }
}

TEST_CASE("what cannot be moved out of") {
  MirBuilder m;
  LocalId i = m.param("i", m.types.integer(IntKind::Usize));
  SUBCASE("a reference") {
    LocalId r = m.param("r", m.ref(m.pair));
    m.in(m.block()).eat(m.field(m.deref(m.place(r), m.pair), 0, m.text)).ret();
    Violations found = judge(m);
    REQUIRE(found.illegal_moves.size() == 1);
    CHECK(found.illegal_moves[0].why.obstacle == MoveObstacle::Borrowed);
  }
  SUBCASE("a value with a destructor") {
    LocalId g = m.param("g", m.guard());
    m.in(m.block()).eat(m.field(m.place(g), 0, m.text)).ret();
    Violations found = judge(m);
    REQUIRE(found.illegal_moves.size() == 1);
    CHECK(found.illegal_moves[0].why.obstacle == MoveObstacle::Destructor);
  }
  SUBCASE("an element by index") {
    LocalId a = m.param("a", m.array(m.text, 3));
    m.in(m.block()).eat(m.index(m.place(a), i)).ret();
    Violations found = judge(m);
    REQUIRE(found.illegal_moves.size() == 1);
    CHECK(found.illegal_moves[0].why.obstacle == MoveObstacle::IndexElement);
  }
}

TEST_CASE("elements of an array are apart") {
  MirBuilder m;
  LocalId a = m.param("a", m.array(m.text, 3));
  PlaceId whole = m.place(a);
  SUBCASE("from both ends") {
    m.in(m.block()).eat(m.element(whole, 0)).eat(m.element(whole, 1, true)).ret();
    CHECK(judge(m).none());
  }
  SUBCASE("the last one, counted from the end, is the third") {
    m.in(m.block()).eat(m.element(whole, 2)).eat(m.element(whole, 1, true)).ret();
    CHECK(judge(m).empty_uses.size() >= 1);
  }
  SUBCASE("a subslice beside a moved element") {
    m.in(m.block()).eat(m.element(whole, 0)).eat(m.subslice(whole, 1, 3)).ret();
    CHECK(judge(m).none());
  }
  SUBCASE("a subslice over a moved element") {
    m.in(m.block()).eat(m.element(whole, 2)).eat(m.subslice(whole, 1, 3)).ret();
    CHECK(judge(m).empty_uses.size() == 1);
  }
  SUBCASE("an element of a moved subslice") {
    m.in(m.block()).eat(m.subslice(whole, 1, 3)).eat(m.element(whole, 2)).ret();
    CHECK(judge(m).empty_uses.size() >= 1);
  }
}

TEST_CASE("a variable that is not mut is written once") {
  MirBuilder m;
  LocalId x = m.variable("x", m.text);
  SUBCASE("twice") {
    m.in(m.block()).live(x).assign(m.place(x), m.constant()).assign(m.place(x), m.constant()).ret();
    Violations found = judge(m);
    REQUIRE(found.reassignments.size() == 1);
    CHECK(found.reassignments[0].at.statement == 2);
  }
  SUBCASE("moved out in between: still twice") {
    m.in(m.block()).live(x).assign(m.place(x), m.constant()).eat(m.place(x)).assign(m.place(x), m.constant()).ret();
    CHECK(judge(m).reassignments.size() == 1);
  }
  SUBCASE("mutable borrow") {
    LocalId r = m.variable("r", m.ref(m.text, Mutability::Mut));
    m.in(m.block()).live(x).assign(m.place(x), m.constant()).borrow(m.place(r), m.place(x), mir::BorrowKind::Mut).ret();
    Violations found = judge(m);
    REQUIRE(found.not_mutable.size() == 1);
    CHECK(found.not_mutable[0].is_borrow);
  }
}

TEST_CASE("a mention asks for nothing, a fake read for a value") {
  MirBuilder m;
  LocalId x = m.variable("x", m.text);
  SUBCASE("mention") {
    m.in(m.block()).live(x).mention(m.place(x)).ret();
    CHECK(judge(m).none());
  }
  SUBCASE("fake read") {
    m.in(m.block()).live(x).fakeRead(m.place(x)).ret();
    CHECK(judge(m).empty_uses.size() >= 1);
  }
}

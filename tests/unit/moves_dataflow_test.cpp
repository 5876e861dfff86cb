// The sets of each analysis at named points of small bodies, the toy function of the headers first.
#include "mir_builder.hpp"

#include "checker/moves/initialisation.hpp"

#include "doctest/doctest.h"

using namespace lien;
using namespace lien::test;

namespace {

/// fn toy(c: bool, s: String) -> String { let t; if c { t = s; } else { t = String::new(); } t }
struct Toy {
  MirBuilder m;
  LocalId result{0}, c, s, t;
  BlockId entry, then, otherwise, join, cleanup;
  Toy() {
    c = m.param("c", m.types.boolean);
    s = m.param("s", m.text);
    t = m.variable("t", m.text);
    entry = m.block(), otherwise = m.block(), then = m.block(), join = m.block(), cleanup = m.block();
    m.in(entry).live(t).switchBool(m.place(c), then, otherwise);
    m.in(then).assign(m.place(t), MirBuilder::move(m.place(s))).jump(join);
    m.in(otherwise).call(m.place(t), {}, join, cleanup);
    BlockId end = m.block();
    m.in(join).assign(m.place(result), MirBuilder::move(m.place(t))).dead(t).drop(m.place(s), end);
    m.in(end).ret();
    m.in(cleanup).ret();
    m.finish();
  }
};

std::vector<std::uint32_t> bits(ConstBitRow row) {
  std::vector<std::uint32_t> all;
  forEachBit(row, [&](std::uint32_t bit) { all.push_back(bit); });
  return all;
}
using Set = std::vector<std::uint32_t>;

} // namespace

TEST_CASE("blocks are ordered so that the first of two successors comes first") {
  Toy toy;
  ControlFlow flow(toy.m.finish());
  CHECK(flow.order().front() == toy.entry);
  CHECK(flow.rank(toy.otherwise) < flow.rank(toy.then));
  CHECK(flow.rank(toy.then) < flow.rank(toy.join));
  CHECK(flow.dominates(toy.entry, toy.join));
  CHECK_FALSE(flow.dominates(toy.then, toy.join));
}

TEST_CASE("points are dense and lead back to their location") {
  Toy toy;
  ControlFlow flow(toy.m.finish());
  for (std::uint32_t point = 0; point < flow.pointCount(); ++point) {
    Location at = flow.locationOf(PointId(std::size_t{point}));
    CHECK((point % 2 == 0 ? flow.start(at) : flow.mid(at)).value == point);
  }
}

TEST_CASE("maybe uninitialised in the toy function") {
  Toy toy;
  ControlFlow flow(toy.m.finish());
  MoveData data(flow, toy.m.facts);
  MaybeUninitialised analysis(flow, data);
  analysis.solve();
  CHECK(bits(analysis.atStart(toy.then)) == Set{toy.result.value, toy.t.value});
  CHECK(bits(analysis.atStart(toy.join)) == Set{toy.result.value, toy.s.value});
  CHECK(bits(analysis.atStart(toy.cleanup)) == Set{toy.result.value, toy.t.value});
}

TEST_CASE("maybe initialised in the toy function") {
  Toy toy;
  ControlFlow flow(toy.m.finish());
  MoveData data(flow, toy.m.facts);
  MaybeInitialised analysis(flow, data);
  analysis.solve();
  CHECK(bits(analysis.atStart(toy.then)) == Set{toy.c.value, toy.s.value});
  CHECK(bits(analysis.atStart(toy.join)) == Set{toy.c.value, toy.s.value, toy.t.value});
  CHECK(bits(analysis.atStart(toy.cleanup)) == Set{toy.c.value, toy.s.value});
}

TEST_CASE("ever initialised in the toy function") {
  Toy toy;
  ControlFlow flow(toy.m.finish());
  MoveData data(flow, toy.m.facts);
  EverInitialised analysis(flow, data);
  analysis.solve();
  CHECK_FALSE(analysis.initOf(toy.t, analysis.atStart(toy.then)));
  CHECK(analysis.initOf(toy.t, analysis.atStart(toy.join)));
  CHECK(analysis.initOf(toy.s, analysis.atStart(toy.join)) == 1);
}

TEST_CASE("after a switch on the variant the payloads of the others hold nothing, for drops only") {
  MirBuilder m;
  LocalId o = m.param("o", m.optionOf(m.text));
  BlockId entry = m.block(), none = m.block(), some = m.block(), never = m.block(), join = m.block();
  PlaceId payload = m.field(m.variant(m.place(o), 1), 0, m.text);
  m.in(entry).fakeRead(m.place(o)).switchVariant(m.place(o), {none, some}, never);
  m.in(none).jump(join);
  m.in(some).eat(payload).jump(join);
  m.in(never).ret();
  m.in(join).ret();
  ControlFlow flow(m.finish());
  MoveData data(flow, m.facts);
  PathLookup path = data.find(payload);
  REQUIRE(path.exact);
  MaybeInitialised init(flow, data);
  init.solve();
  CHECK(testBit(init.atStart(some), path.path.value));
  CHECK_FALSE(testBit(init.atStart(none), path.path.value));
  CHECK_FALSE(testBit(init.atStart(join), path.path.value));
  MaybeUninitialised uninit(flow, data);
  uninit.solve();
  CHECK_FALSE(testBit(uninit.atStart(none), path.path.value));
  CHECK(testBit(uninit.atStart(join), path.path.value));
}

TEST_CASE("a loop carries a move to its start, fresh storage takes it away") {
  MirBuilder m;
  LocalId c = m.param("c", m.types.boolean), s = m.param("s", m.text), inner = m.variable("inner", m.text);
  BlockId entry = m.block(), head = m.block(), body = m.block(), end = m.block();
  m.in(entry).jump(head);
  m.in(head).switchBool(m.place(c), body, end);
  m.in(body).live(inner).assign(m.place(inner), MirBuilder::move(m.place(s))).eat(m.place(inner)).dead(inner).jump(head);
  m.in(end).ret();
  ControlFlow flow(m.finish());
  MoveData data(flow, m.facts);
  MaybeUninitialised uninit(flow, data);
  uninit.solve();
  CHECK(testBit(uninit.atStart(head), data.ofLocal(s).value));
  EverInitialised ever(flow, data);
  ever.solve();
  CHECK_FALSE(ever.initOf(inner, ever.atStart(head)));
  CHECK(ever.initOf(s, ever.atStart(head)));
}

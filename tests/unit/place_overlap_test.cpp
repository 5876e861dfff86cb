// The table of place overlap: what a loan of one place and an access to another have in common. Every line was asked of rustc in some program, or follows
// from "Access legality" in RFC 2094.
#include "mir_builder.hpp"

#include "checker/moves/place_overlap.hpp"

#include <doctest/doctest.h>

using namespace lien;
using namespace lien::test;

namespace {

/// One local of each shape; places are built by the test.
struct Fixture {
  MirBuilder m;
  LocalId x = m.variable("x", m.types.tuple({m.pair, m.pair}));
  LocalId b = m.variable("b", m.boxOf(m.pair));
  LocalId r = m.variable("r", m.ref(m.pair, Mutability::Mut));
  LocalId o = m.variable("o", m.optionOf(m.pair));
  LocalId a = m.variable("a", m.array(m.text, 6));
  LocalId s = m.variable("s", m.ref(m.types.slice(m.text), Mutability::Mut));
  LocalId i = m.variable("i", m.types.integer(IntKind::Usize));
  LocalId j = m.variable("j", m.types.integer(IntKind::Usize));
  LocalId g = m.variable("g", m.guard());

  PlaceId field(PlaceId base, std::uint32_t index) { return m.field(base, index, m.pair); }
  PlaceId slice() { return m.deref(m.place(s), m.types.slice(m.text)); }
  /// Element of the slice, as a pattern of at least `length` elements names it.
  PlaceId named(std::uint32_t offset, bool from_end, std::uint32_t length) {
    return project(slice(), {mir::ProjectionKind::ConstantIndex, from_end, offset, length}, m.text);
  }
  PlaceId rest(std::uint32_t from, std::uint32_t to) { return project(slice(), {mir::ProjectionKind::Subslice, true, from, to}, m.types.slice(m.text)); }
  PlaceId project(PlaceId base, mir::Projection step, Ty ty) { return m.project(base, step, ty); }

  bool overlap(PlaceId loan, PlaceId access, AccessDepth depth = AccessDepth::Deep, IndexBias bias = IndexBias::MayBeEqual) {
    return mayOverlap(m.body(), m.facts, {loan}, access, depth, bias);
  }
  /// Of two places, neither part of the other, the order does not matter.
  bool eitherWay(PlaceId one, PlaceId other, IndexBias bias = IndexBias::MayBeEqual) {
    bool answer = overlap(one, other, AccessDepth::Deep, bias);
    CHECK(overlap(other, one, AccessDepth::Deep, bias) == answer);
    return answer;
  }
};

} // namespace

TEST_CASE_FIXTURE(Fixture, "locals and fields") {
  PlaceId whole = m.place(x), first = field(whole, 0), second = field(whole, 1), inner = field(first, 1);
  CHECK_FALSE(overlap(whole, m.place(b)));
  CHECK(overlap(whole, whole));
  CHECK(overlap(first, first));
  CHECK_FALSE(eitherWay(first, second));
  CHECK_FALSE(eitherWay(inner, second));
  for (AccessDepth depth : {AccessDepth::Deep, AccessDepth::Shallow, AccessDepth::Drop}) {
    CHECK(overlap(whole, inner, depth)); // the access lies in the loan
    CHECK(overlap(inner, whole, depth)); // the loan lies in the access
  }
}

TEST_CASE_FIXTURE(Fixture, "behind a mutable reference: neither writing over nor dropping the reference touches it") {
  PlaceId target = m.deref(m.place(r), m.pair), part = field(target, 0);
  CHECK(overlap(part, m.place(r), AccessDepth::Deep));
  CHECK_FALSE(overlap(part, m.place(r), AccessDepth::Shallow));
  CHECK_FALSE(overlap(part, m.place(r), AccessDepth::Drop));
  CHECK(overlap(part, target, AccessDepth::Shallow));
  CHECK(overlap(m.place(r), part, AccessDepth::Shallow)); // a loan of the reference protects what it leads to
}

TEST_CASE_FIXTURE(Fixture, "inside a box: dropping the box touches it, writing over it does not") {
  PlaceId content = m.deref(m.place(b), m.pair);
  CHECK(overlap(content, m.place(b), AccessDepth::Drop));
  CHECK(overlap(content, m.place(b), AccessDepth::Deep));
  CHECK_FALSE(overlap(content, m.place(b), AccessDepth::Shallow));
}

TEST_CASE_FIXTURE(Fixture, "a destructor may look at everything") {
  PlaceId guarded = m.field(m.place(g), 0, m.ref(m.pair, Mutability::Mut)), behind = m.deref(guarded, m.pair);
  CHECK(overlap(behind, m.place(g), AccessDepth::Drop));
  CHECK_FALSE(overlap(behind, guarded, AccessDepth::Drop)); // the field alone has no destructor
  CHECK_FALSE(overlap(behind, m.place(g), AccessDepth::Shallow));
}

TEST_CASE_FIXTURE(Fixture, "lengths and shallow fake borrows touch nothing inside") {
  PlaceId element = m.element(m.place(a), 0);
  CHECK_FALSE(overlap(element, m.place(a), AccessDepth::ShallowLength));
  CHECK_FALSE(overlap(element, m.place(a), AccessDepth::ShallowFake));
  CHECK(overlap(m.place(a), m.place(a), AccessDepth::ShallowLength));
  PlaceId inner = field(m.place(x), 0);
  CHECK_FALSE(mayOverlap(m.body(), m.facts, {m.place(x), true}, inner, AccessDepth::Deep)); // and a shallow loan protects nothing inside
  CHECK(mayOverlap(m.body(), m.facts, {m.place(x), true}, m.place(x), AccessDepth::Shallow));
  CHECK(mayOverlap(m.body(), m.facts, {inner, true}, m.place(x), AccessDepth::Shallow));
}

TEST_CASE_FIXTURE(Fixture, "variants exclude each other") {
  PlaceId first = m.variant(m.place(o), 0), second = m.variant(m.place(o), 1);
  CHECK_FALSE(eitherWay(field(first, 0), field(second, 0)));
  CHECK(eitherWay(field(first, 0), first));
  CHECK_FALSE(eitherWay(field(first, 0), field(first, 1)));
}

TEST_CASE_FIXTURE(Fixture, "indices known at run time are equal for checks, distinct for kills") {
  PlaceId at_i = m.index(m.place(a), i), at_j = m.index(m.place(a), j), at_0 = m.element(m.place(a), 0);
  for (auto [one, other] : {std::pair{at_i, at_j}, {at_i, at_i}, {at_i, at_0}, {at_i, m.subslice(m.place(a), 1, 3)}}) {
    CHECK(eitherWay(one, other));
    CHECK_FALSE(eitherWay(one, other, IndexBias::MayBeDistinct));
  }
  CHECK(overlap(at_i, m.place(a), AccessDepth::Deep, IndexBias::MayBeDistinct));
  CHECK(overlap(at_0, at_0, AccessDepth::Deep, IndexBias::MayBeDistinct));
  PlaceId shared = m.index(m.place(a), i);
  CHECK_FALSE(overlap(m.field(shared, 0, m.types.boolean), shared, AccessDepth::Deep, IndexBias::MayBeDistinct));
}

TEST_CASE_FIXTURE(Fixture, "elements of an array") {
  PlaceId array = m.place(a);
  CHECK_FALSE(eitherWay(m.element(array, 0), m.element(array, 1)));
  CHECK(eitherWay(m.element(array, 1), m.subslice(array, 1, 3)));
  CHECK(eitherWay(m.element(array, 2), m.subslice(array, 1, 3)));
  CHECK_FALSE(eitherWay(m.element(array, 0), m.subslice(array, 1, 3)));
  CHECK_FALSE(eitherWay(m.element(array, 3), m.subslice(array, 1, 3)));
  CHECK_FALSE(eitherWay(m.subslice(array, 0, 2), m.subslice(array, 2, 4)));
  CHECK(eitherWay(m.subslice(array, 0, 3), m.subslice(array, 2, 4)));
}

TEST_CASE_FIXTURE(Fixture, "elements of a slice, counted from both ends") {
  CHECK_FALSE(eitherWay(named(1, true, 2), named(2, true, 2)));
  CHECK(eitherWay(named(1, true, 2), named(1, true, 3)));
  // [a, .., b]: two elements at least, so the first is not the last.
  CHECK_FALSE(eitherWay(named(0, false, 2), named(1, true, 2)));
  // [a, ..] and [.., b]: of a slice of one they are the same.
  CHECK(eitherWay(named(0, false, 1), named(1, true, 1)));
  // [_, a, ..] and [.., b]: of a slice of two.
  CHECK(eitherWay(named(1, false, 2), named(1, true, 1)));
  // [_, a, ..] and [.., b, _]: of a slice of three.
  CHECK(eitherWay(named(1, false, 2), named(2, true, 2)) == true);
  // [a, ..] and [.., b, _]: the slice has two at least; then b is the first.
  CHECK(eitherWay(named(0, false, 1), named(2, true, 2)));
  // [a, _, _] against [.., b, _]: three at least, b is at 1 or later.
  CHECK_FALSE(eitherWay(named(0, false, 3), named(2, true, 2)));
}

TEST_CASE_FIXTURE(Fixture, "the rest of a slice") {
  PlaceId middle = rest(1, 1); // [_, middle @ .., _]
  CHECK_FALSE(eitherWay(named(0, false, 1), middle));
  CHECK(eitherWay(named(1, false, 2), middle));
  CHECK_FALSE(eitherWay(named(1, true, 1), middle));
  CHECK(eitherWay(named(2, true, 2), middle));
  CHECK(eitherWay(rest(0, 2), rest(2, 0)));
}

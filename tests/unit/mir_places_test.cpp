// Places are hash-consed: the same local and projections are the same id, whatever the order in which they were asked for.
#include "checker/mir/mir.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace lien;
using namespace lien::mir;

namespace {

Projection fieldStep(std::uint32_t index) {
  Projection step;
  step.kind = ProjectionKind::Field;
  step.a = index;
  return step;
}

} // namespace

TEST_CASE("equal places have equal ids") {
  Places places;
  const PlaceId x = places.local(LocalId(std::size_t{1}), Ty(7));
  CHECK(places.local(LocalId(std::size_t{1}), Ty(7)) == x);
  const PlaceId x_0 = places.project(x, fieldStep(0), Ty(8));
  const PlaceId x_1 = places.project(x, fieldStep(1), Ty(8));
  CHECK(x_0 != x_1);
  CHECK(places.project(x, fieldStep(0), Ty(8)) == x_0);
  CHECK(places.project(x_0, fieldStep(1), Ty(8)) != places.project(x_1, fieldStep(0), Ty(8)));
}

TEST_CASE("every part of a projection counts") {
  Places places;
  const PlaceId x = places.local(LocalId(std::size_t{1}), Ty(7));
  Projection step;
  step.kind = ProjectionKind::ConstantIndex;
  step.a = 1;
  step.b = 2;
  const PlaceId from_start = places.project(x, step, Ty(8));
  step.from_end = true;
  const PlaceId from_end = places.project(x, step, Ty(8));
  step.kind = ProjectionKind::Subslice;
  const PlaceId slice = places.project(x, step, Ty(8));
  step.b = 3;
  const PlaceId longer = places.project(x, step, Ty(8));
  CHECK(std::set<std::uint32_t>{from_start.value, from_end.value, slice.value, longer.value}.size() == 4);
}

TEST_CASE("projections are listed from the local outwards") {
  Places places;
  PlaceId place = places.local(LocalId(std::size_t{3}), Ty(7));
  Projection deref;
  deref.kind = ProjectionKind::Deref;
  place = places.project(place, fieldStep(2), Ty(8));
  CHECK_FALSE(places[place].indirect);
  place = places.project(place, deref, Ty(9));
  place = places.project(place, fieldStep(4), Ty(10));
  const auto steps = places.projections(place);
  REQUIRE(steps.size() == 3);
  CHECK(steps[0] == fieldStep(2));
  CHECK(steps[1] == deref);
  CHECK(steps[2] == fieldStep(4));
  CHECK(places[place].indirect);
  CHECK(places[place].local.value == 3);
}

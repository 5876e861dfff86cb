// The type store: equal types share a handle, flags are right, and folds respect binders.
#include "frontend/types/fold.hpp"

#include <doctest/doctest.h>

using namespace lien;

namespace {

struct Fixture {
  TypeStore types;
  DefId vec{std::size_t{7}};
  DefId trait{std::size_t{9}};
  DefId item{std::size_t{10}};
  Ty i32 = types.integer(IntKind::I32);
  Ty t = types.param(0, Symbol{500});
  Ty ref(Region region, Ty pointee) { return types.ref(region, pointee, Mutability::Not); }
  Ty vecOf(GenericArg element) { return types.adt(vec, types.args({element})); }
};

TEST_CASE_FIXTURE(Fixture, "equal types are one handle") {
  CHECK(vecOf(i32) == vecOf(i32));
  CHECK(vecOf(i32) != vecOf(types.boolean));
  CHECK(types.integer(IntKind::I32) != types.integer(IntKind::U32));
  CHECK(types.floating(FloatKind::F32) != types.floating(FloatKind::F64));
  CHECK(types.ref(Region::erased(), i32, Mutability::Mut) != ref(Region::erased(), i32));
  CHECK(ref(Region::statik(), i32) != ref(Region::erased(), i32));
  CHECK(types.tuple({}) == types.unit);
  CHECK(types.array(i32, types.constValue(3)) == types.array(i32, types.constValue(3)));
  CHECK(types.array(i32, types.constValue(3)) != types.array(i32, types.constValue(4)));
  CHECK(Ty() == types.error);
}

TEST_CASE_FIXTURE(Fixture, "many types keep their identity while the tables grow") {
  std::vector<Ty> made;
  for (unsigned n = 0; n < 5000; ++n)
    made.push_back(types.array(i32, types.constValue(n)));
  for (unsigned n = 0; n < 5000; ++n)
    CHECK_MESSAGE(types.array(i32, types.constValue(n)) == made[n], n);
}

TEST_CASE_FIXTURE(Fixture, "flags follow from the parts") {
  CHECK(types.data(vecOf(i32)).flags == 0);
  CHECK(types.has(vecOf(t), TypeFlags::HasParam));
  CHECK(types.has(vecOf(types.unknown), TypeFlags::HasUnknown));
  CHECK(types.has(vecOf(types.error), TypeFlags::HasError));
  CHECK(types.has(ref(Region::early(0), i32), TypeFlags::HasFreeRegion));
  CHECK(!types.has(ref(Region::erased(), i32), TypeFlags::HasFreeRegion));
  CHECK(types.has(types.array(i32, types.constParam(0, Symbol{501})), TypeFlags::HasParam));
  CHECK(types.has(types.projection(item, types.args({GenericArg(t)})), TypeFlags::HasProjection));
}

TEST_CASE_FIXTURE(Fixture, "a bound region escapes until its binder") {
  const Ty inner = ref(Region::bound(0, 0), i32);
  CHECK(types.has(inner, TypeFlags::HasBound));
  const Ty pointer = types.fnPtr({types.types({inner}), inner, 1});
  CHECK(!types.has(pointer, TypeFlags::HasBound));
  CHECK(types.has(pointer, TypeFlags::HasRegions));
  const Ty outer = ref(Region::bound(1, 0), i32);
  CHECK(types.has(types.fnPtr({types.types({outer}), i32, 0}), TypeFlags::HasBound));
  CHECK(types.fnPtrSig(pointer).inputs.front() == inner);
  CHECK(types.fnPtrSig(pointer).bound_regions == 1);
}

TEST_CASE_FIXTURE(Fixture, "types with inference variables live in the overlay and leave with it") {
  const Ty variable = types.infer(InferKind::General, 0);
  const Ty list = vecOf(variable);
  CHECK(list.inOverlay());
  CHECK(list == vecOf(variable));
  CHECK(!vecOf(i32).inOverlay());
  CHECK(types.infer(InferKind::Int, 0) != variable);
  const Ty kept = vecOf(i32);
  types.resetOverlay();
  CHECK(vecOf(i32) == kept);
  CHECK(types.is(types.infer(InferKind::Float, 3), TyKind::Infer));
}

TEST_CASE_FIXTURE(Fixture, "a trait object's bounds have no order") {
  const DefId a(std::size_t{20});
  const DefId b(std::size_t{21});
  const Ty one = types.dynamic(trait, {}, {{item, i32}}, {a, b}, Region::statik());
  CHECK(one == types.dynamic(trait, {}, {{item, i32}}, {b, a, b}, Region::statik()));
  CHECK(one != types.dynamic(trait, {}, {{item, i32}}, {a}, Region::statik()));
  CHECK(one != types.dynamic(trait, {}, {{item, types.boolean}}, {a, b}, Region::statik()));
  CHECK(types.dynamicAutoTraits(one).size() == 2);
  CHECK(types.dynamicProjections(one).front().second == i32);
  CHECK(types.dynamic(trait, {}, {{item, types.infer(InferKind::Int, 1)}}, {}, Region::statik()).inOverlay());
}

TEST_CASE_FIXTURE(Fixture, "substitution replaces types, regions and constants") {
  const Args args = types.args({GenericArg(i32), GenericArg(Region::statik()), GenericArg(types.constValue(2))});
  CHECK(substitute(types, vecOf(t), args) == vecOf(i32));
  CHECK(substitute(types, ref(Region::early(1), t), args) == ref(Region::statik(), i32));
  CHECK(substitute(types, types.array(t, types.constParam(2, Symbol{501})), args) == types.array(i32, types.constValue(2)));
  CHECK(substitute(types, vecOf(types.boolean), {}) == vecOf(types.boolean));
}

TEST_CASE_FIXTURE(Fixture, "without arguments, parameters of the item around stay") {
  const Ty pointer = types.fnPtr({types.types({t}), t, 0});
  const FnSig sig = substitute(types, types.fnPtrSig(pointer), {});
  CHECK(sig.output == t);
}

TEST_CASE_FIXTURE(Fixture, "substitution shifts bound regions under a binder") {
  // T := &'^0 i32 put under the binder of a function pointer means &'^1 i32 there.
  const Ty argument = ref(Region::bound(0, 0), i32);
  const Ty pointer = types.fnPtr({types.types({t}), types.unit, 0});
  const Ty expected = types.fnPtr({types.types({ref(Region::bound(1, 0), i32)}), types.unit, 0});
  CHECK(substitute(types, pointer, types.args({GenericArg(argument)})) == expected);
  CHECK(substitute(types, types.dynamic(trait, types.args({GenericArg(t)}), {}, {}, Region::erased()), types.args({GenericArg(argument)})) ==
        types.dynamic(trait, types.args({GenericArg(ref(Region::bound(1, 0), i32))}), {}, {}, Region::erased()));
}

TEST_CASE_FIXTURE(Fixture, "instantiating a binder replaces its regions alone") {
  const Ty own = ref(Region::bound(0, 0), i32);
  const Ty outer = ref(Region::bound(1, 3), i32);
  const Ty nested = types.fnPtr({types.types({ref(Region::bound(0, 0), i32), ref(Region::bound(1, 0), i32)}), types.unit, 1});
  const FnSig sig{types.types({own, outer, nested}), types.unit, 1};
  const FnSig result = instantiateBinder(types, sig, [](std::uint32_t index) { return Region::late(index); });
  CHECK(result.bound_regions == 0);
  CHECK(result.inputs[0] == ref(Region::late(0), i32));
  CHECK(result.inputs[1] == ref(Region::bound(0, 3), i32));
  CHECK(result.inputs[2] == types.fnPtr({types.types({ref(Region::bound(0, 0), i32), ref(Region::late(0), i32)}), types.unit, 1}));
}

TEST_CASE_FIXTURE(Fixture, "erasing keeps bound regions") {
  const Ty pointer = types.fnPtr({types.types({ref(Region::bound(0, 0), i32), ref(Region::statik(), i32)}), types.unit, 1});
  CHECK(eraseRegions(types, pointer) == types.fnPtr({types.types({ref(Region::bound(0, 0), i32), ref(Region::erased(), i32)}), types.unit, 1}));
  CHECK(eraseRegions(types, vecOf(i32)) == vecOf(i32));
}

TEST_CASE_FIXTURE(Fixture, "a very deep type folds to unknown, not to a crash") {
  Ty deep = t;
  for (int level = 0; level < 300000; ++level)
    deep = ref(Region::erased(), deep);
  const Ty result = substitute(types, deep, types.args({GenericArg(i32)}));
  CHECK(types.has(result, TypeFlags::HasUnknown));
}

} // namespace

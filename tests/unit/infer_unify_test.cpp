// Unification, snapshots and fallback.
#include "support.hpp"

#include "frontend/types/infer.hpp"

#include <doctest/doctest.h>

using namespace lien;
using lien::test::TestProgram;

namespace {

struct Inference : TestProgram {
  explicit Inference(
      std::string text = "struct S<T>(T); fn pair(a: (u8, S<i32>)) {} type P = for<'a> fn(&'a u8) -> &'a u8; type Q = fn(&'static u8) -> &'static u8;")
      : TestProgram(std::move(text)), infer(*program, {}) {}
  InferContext infer;
  TypeStore &t = *types;
  Ty i32 = t.integer(IntKind::I32);
  Ty u8 = t.integer(IntKind::U8);
};

TEST_CASE_FIXTURE(Inference, "a variable takes the type it is unified with") {
  const Ty x = infer.newTypeVar({});
  CHECK(infer.unify(x, i32));
  CHECK(infer.resolve(x) == i32);
  CHECK(!infer.unify(x, u8));
  CHECK(infer.resolve(x) == i32);
}

TEST_CASE_FIXTURE(Inference, "numeric variables take types of their kind only") {
  const Ty integer = infer.newIntVar();
  const Ty floating = infer.newFloatVar();
  CHECK(!infer.unify(integer, t.boolean));
  CHECK(!infer.unify(integer, floating));
  const Ty any = infer.newTypeVar({});
  CHECK(infer.unify(any, integer));
  CHECK(!infer.unify(any, t.str));
  CHECK(infer.unify(any, u8));
  CHECK(infer.resolve(integer) == u8);
}

TEST_CASE_FIXTURE(Inference, "a failed unification changes nothing") {
  const Ty x = infer.newTypeVar({});
  const Ty left = t.tuple({x, i32});
  const Ty right = t.tuple({u8, u8});
  CHECK(!infer.unify(left, right));
  CHECK(t.is(infer.shallow(x), TyKind::Infer));
}

TEST_CASE_FIXTURE(Inference, "structures unify part by part, and resolve at every depth") {
  const Ty x = infer.newTypeVar({});
  const Ty y = infer.newTypeVar({});
  const DefId s = def("S");
  const Ty left = t.tuple({x, t.adt(s, t.args({GenericArg(y)}))});
  CHECK(infer.unify(left, typeNamed("pair")));
  CHECK(infer.resolve(left) == typeNamed("pair"));
  CHECK(infer.resolve(y) == i32);
}

TEST_CASE_FIXTURE(Inference, "a type cannot contain itself") {
  const Ty x = infer.newTypeVar({});
  const Ty y = infer.newTypeVar({});
  CHECK(infer.unify(x, y));
  CHECK(!infer.unify(y, t.slice(x)));
}

TEST_CASE_FIXTURE(Inference, "rolling back forgets bindings and variables") {
  const Ty x = infer.newTypeVar({});
  const InferContext::Snapshot outer = infer.snapshot();
  const Ty y = infer.newTypeVar({});
  CHECK(infer.unify(x, y));
  const InferContext::Snapshot inner = infer.snapshot();
  CHECK(infer.unify(y, i32));
  infer.commit(inner);
  CHECK(infer.resolve(x) == i32);
  infer.rollback(outer);
  CHECK(t.is(infer.shallow(x), TyKind::Infer));
  CHECK(infer.unify(x, u8));
}

TEST_CASE_FIXTURE(Inference, "errors and unknowns unify with everything") {
  CHECK(infer.unify(t.error, i32));
  CHECK(infer.unify(t.slice(t.unknown), t.slice(u8)));
  const Ty x = infer.newTypeVar({});
  CHECK(infer.unify(x, t.error));
  CHECK(infer.unify(x, i32));
}

TEST_CASE_FIXTURE(Inference, "array lengths are inferred") {
  const Const n = infer.newConstVar({});
  CHECK(infer.unify(t.array(u8, n), t.array(u8, t.constValue(3))));
  CHECK(infer.resolve(n) == t.constValue(3));
  CHECK(!infer.unify(t.array(u8, n), t.array(u8, t.constValue(4))));
}

TEST_CASE_FIXTURE(Inference, "binders of function pointers are equal up to regions") {
  CHECK(infer.unify(typeNamed("P"), typeNamed("Q")));
  const Ty x = infer.newTypeVar({});
  CHECK(infer.unify(t.fnPtr({t.types({x}), x, 0}), typeNamed("P")));
  CHECK(!t.has(infer.resolve(x), TypeFlags::HasBound));
}

TEST_CASE_FIXTURE(Inference, "fallback: i32, f64, and never for what diverges") {
  const Ty integer = infer.newIntVar();
  const Ty floating = infer.newFloatVar();
  const Ty diverging = infer.newTypeVar({});
  const Ty other = infer.newTypeVar({});
  infer.markDiverging(diverging);
  CHECK(infer.applyFallback());
  CHECK(infer.resolve(integer) == i32);
  CHECK(infer.resolve(floating) == t.floating(FloatKind::F64));
  CHECK(infer.resolve(diverging) == t.never);
  CHECK(t.is(infer.resolve(other), TyKind::Infer));
  CHECK(!infer.applyFallback());
}

TEST_CASE_FIXTURE(Inference, "divergence travels with unification") {
  const Ty a = infer.newTypeVar({});
  const Ty b = infer.newTypeVar({});
  infer.markDiverging(b);
  CHECK(infer.unify(a, b));
  infer.applyFallback();
  CHECK(infer.resolve(a) == t.never);
}

TEST_CASE_FIXTURE(Inference, "long chains of variables stay cheap") {
  std::vector<Ty> variables;
  for (int at = 0; at < 20000; ++at)
    variables.push_back(infer.newTypeVar({}));
  for (std::size_t at = variables.size() - 1; at-- > 0;)
    CHECK(infer.unify(variables[at], variables[at + 1]));
  CHECK(infer.unify(variables.back(), i32));
  CHECK(infer.resolve(variables.front()) == i32);
}

} // namespace

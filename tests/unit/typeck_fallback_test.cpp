// What literals and diverging expressions become when nothing else decides. Reference, "Integer literal expressions"; the never type of the 2024 edition.
#include "typeck_fixture.hpp"

using lien::test::Inferred;

TEST_CASE("an integer literal is i32 when nothing decides") { CHECK(Inferred("fn f() { let n = 1; }").type("n") == "i32"); }

TEST_CASE("a literal with a point is f64 when nothing decides") { CHECK(Inferred("fn f() { let x = 1.5; }").type("x") == "f64"); }

TEST_CASE("a suffix decides") {
  CHECK(Inferred("fn f() { let n = 1u8; }").type("n") == "u8");
  CHECK(Inferred("fn f() { let x = 1f32; }").type("x") == "f32");
}

TEST_CASE("the fallback comes after all uses") { CHECK(Inferred("fn g(n: u8) {} fn f() { let n = 1; let m = n; g(m); }").type("n") == "u8"); }

TEST_CASE("the fallback reaches into generic types") { CHECK(Inferred("fn f() { let v = vec![1, 2]; }").type("v") == "Vec<i32>"); }

TEST_CASE("a method on an integer that nothing decides is E0689") { CHECK(Inferred("fn f() { let n = 2.0; n.powi(2); }").findings() == "E0689"); }

TEST_CASE("an integer literal is no float, and a float literal no integer") {
  CHECK(Inferred("fn f() { let x: f64 = 1; }").findings() == "E0308");
  CHECK(Inferred("fn f() { let x: u8 = 1.0; }").findings() == "E0308");
}

TEST_CASE("what diverges has any type that is wanted") {
  CHECK(Inferred("fn f() -> u8 { return 3; }").findings().empty());
  CHECK(Inferred("fn f() -> u8 { loop {} }").findings().empty());
  CHECK(Inferred("fn f(c: bool) -> u8 { if c { return 1 } else { panic!() } }").findings().empty());
}

TEST_CASE("a variable of what diverges has the never type") {
  CHECK(Inferred("fn f() { let x = return; }").type("x") == "!");
  CHECK(Inferred("fn f() { let x = loop {}; }").type("x") == "!");
}

TEST_CASE("a type that only a diverging branch touches falls back to the never type in 2024") {
  CHECK(Inferred("fn g<T: Default>() -> T { T::default() } fn f(c: bool) { let x = if c { g() } else { return }; }").findings() == "E0277");
}

TEST_CASE("an if without else is unit") {
  CHECK(Inferred("fn f(c: bool) { let x = if c {}; }").type("x") == "()");
  CHECK(Inferred("fn f(c: bool) -> u8 { if c { 1 } }").findings() == "E0317");
}

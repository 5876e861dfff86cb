// Where a value becomes one of another type by itself, and where not. Reference, "Type coercions".
#include "typeck_fixture.hpp"

using lien::test::Inferred;

TEST_CASE("a mutable reference becomes a shared one") { CHECK(Inferred("fn g(x: &u8) {} fn f(x: &mut u8) { g(x) }").findings().empty()); }

TEST_CASE("a shared reference becomes no mutable one") { CHECK(Inferred("fn g(x: &mut u8) {} fn f(x: &u8) { g(x) }").findings() == "E0308"); }

TEST_CASE("a reference to a smart pointer becomes one to its content") {
  CHECK(Inferred("fn g(x: &str) {} fn f(x: &String) { g(x) }").findings().empty());
  CHECK(Inferred("fn g(x: &u8) {} fn f(x: &Box<u8>) { g(x) }").findings().empty());
  CHECK(Inferred("fn g(x: &[u8]) {} fn f(x: &Vec<u8>) { g(x) }").findings().empty());
  CHECK(Inferred("fn g(x: &u8) {} fn f(x: &&&u8) { g(x) }").findings().empty());
}

TEST_CASE("a reference to an array becomes one to a slice") {
  CHECK(Inferred("fn f() { let s: &[u8] = &[1, 2]; }").type("s") == "&[u8]");
  CHECK(Inferred("fn f(a: [u8; 2]) { let s: &mut [u8] = &mut [1]; }").findings().empty());
}

TEST_CASE("an array itself becomes no slice") { CHECK(Inferred("fn f(a: [u8; 2]) -> Box<[u8]> { a }").findings() == "E0308"); }

TEST_CASE("a boxed array becomes a boxed slice") { CHECK(Inferred("fn f(a: Box<[u8; 2]>) -> Box<[u8]> { a }").findings().empty()); }

TEST_CASE("a function becomes a function pointer") {
  CHECK(Inferred("fn g(x: u8) -> u8 { x } fn f() { let p: fn(u8) -> u8 = g; }").type("p") == "fn(u8) -> u8");
}

TEST_CASE("two functions meet in a function pointer") {
  Inferred p("fn g(x: u8) -> u8 { x } fn h(x: u8) -> u8 { x } fn f(c: bool) { let p = if c { g } else { h }; }");
  CHECK(p.type("p") == "fn(u8) -> u8");
}

TEST_CASE("the never type becomes any type") { CHECK(Inferred("fn g() -> ! { loop {} } fn f() -> String { g() }").findings().empty()); }

TEST_CASE("the value of a generic type is not coerced from within") {
  CHECK(Inferred("fn f(o: Option<&mut u8>) -> Option<&u8> { o }").findings() == "E0308");
  CHECK(Inferred("fn f(v: Vec<&String>) -> Vec<&str> { v }").findings() == "E0308");
}

TEST_CASE("no number becomes another by itself") {
  CHECK(Inferred("fn f(n: u8) -> u16 { n }").findings() == "E0308");
  CHECK(Inferred("fn f(n: f32) -> f64 { n }").findings() == "E0308");
}

TEST_CASE("no value becomes a reference by itself") { CHECK(Inferred("fn g(x: &u8) {} fn f(x: u8) { g(x) }").findings() == "E0308"); }

TEST_CASE("fields of literals, elements of arrays and results of functions are places of coercion") {
  CHECK(Inferred("struct S<'a> { x: &'a [u8] } fn f() { let s = S { x: &[1, 2] }; }").findings().empty());
  CHECK(Inferred("fn f(a: &String) { let s: [&str; 1] = [a]; }").findings().empty());
  CHECK(Inferred("fn f(a: &String) -> &str { a }").findings().empty());
}

TEST_CASE("operands of operators are not") { CHECK(Inferred("fn f(a: u8, b: &mut u8) { let c = a + b; }").findings() == "E0277"); }

// What `as` converts. Reference, "Type cast expressions".
#include "typeck_fixture.hpp"

using lien::test::Inferred;

TEST_CASE("numbers are cast to numbers") { CHECK(Inferred("fn f(n: u8) { let a = n as i64; let b = n as f32; let c = 1.5 as u8; }").findings().empty()); }

TEST_CASE("bool and char are cast to integers") { CHECK(Inferred("fn f(b: bool, c: char) { let m = b as u8; let n = c as u64; }").findings().empty()); }

TEST_CASE("only u8 is cast to char") {
  CHECK(Inferred("fn f(n: u8) { let c = n as char; }").type("c") == "char");
  CHECK(Inferred("fn f(n: u32) { let c = n as char; }").findings() == "E0604");
}

TEST_CASE("a literal that is cast to char is a u8") { CHECK(Inferred("fn f() { let c = 65 as char; }").findings().empty()); }

TEST_CASE("no number is cast to bool") { CHECK(Inferred("fn f(n: u8) { let b = n as bool; }").findings() == "E0054"); }

TEST_CASE("an enum without fields is cast to an integer") {
  CHECK(Inferred("enum E { A, B } fn f(e: E) { let n = e as u8; }").findings().empty());
  CHECK(Inferred("enum E { A(u8), B } fn f(e: E) { let n = e as u8; }").findings() == "E0605");
  CHECK(Inferred("enum E { A, B } fn f(e: E) { let n = e as f32; }").findings() == "E0606");
}

TEST_CASE("an integer is cast to no enum") { CHECK(Inferred("enum E { A } fn f(n: u8) { let e = n as E; }").findings() == "E0605"); }

TEST_CASE("a float is cast to no char") { CHECK(Inferred("fn f(x: f32) { let c = x as char; }").findings() == "E0604"); }

TEST_CASE("a reference is no number") { CHECK(Inferred("fn f(n: &u8) { let m = n as u32; }").findings() == "E0606"); }

TEST_CASE("every coercion can be written as a cast") {
  CHECK(Inferred("fn f(a: &[u8; 2]) { let s = a as &[u8]; }").type("s") == "&[u8]");
  CHECK(Inferred("fn g() {} fn f() { let p = g as fn(); }").type("p") == "fn()");
  CHECK(Inferred("fn f(a: &mut u8) { let s = a as &u8; }").type("s") == "&u8");
}

TEST_CASE("the type of a cast may be left to inference") { CHECK(Inferred("fn f(n: u8) -> u32 { n as _ }").findings().empty()); }

TEST_CASE("the type of the operand is decided before the cast is judged") {
  CHECK(Inferred("fn g(n: u16) {} fn f() { let n = 1; let m = n as u64; g(n); }").type("n") == "u16");
}

TEST_CASE("nothing is cast to what has no size") { CHECK(Inferred("fn f(n: usize) { let s = n as [u8]; }").findings() == "E0620"); }

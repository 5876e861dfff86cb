// Where the type that a place expects decides the type of what stands there. Reference, "Type inference" has no chapter of its own; rustc is the oracle.
#include "typeck_fixture.hpp"

using lien::test::Inferred;

TEST_CASE("a literal has the type of the variable that it initialises") { CHECK(Inferred("fn f() { let n: u64 = 1; }").type("n") == "u64"); }

TEST_CASE("a variable has the type of the parameter that it is passed to") {
  CHECK(Inferred("fn g(n: i16) {} fn f() { let n = 1; g(n); }").type("n") == "i16");
}

TEST_CASE("a variable has the type that the function returns") { CHECK(Inferred("fn f() -> u8 { let n = 1; n }").type("n") == "u8"); }

TEST_CASE("both operands of a sum have one type") { CHECK(Inferred("fn f(a: u32) { let b = 1; let c = a + b; }").type("b") == "u32"); }

TEST_CASE("the count of a shift has a type of its own") {
  CHECK(Inferred("fn f(a: u64) { let b = 1; let c = a << b; }").type("b") == "i32");
  CHECK(Inferred("fn f(a: u64) { let b = 1; let c = a << b; }").type("c") == "u64");
}

TEST_CASE("both sides of a comparison have one type, and it is bool") {
  CHECK(Inferred("fn f(a: u8) { let b = 1; let c = a < b; }").type("b") == "u8");
  CHECK(Inferred("fn f(a: u8) { let b = 1; let c = a < b; }").type("c") == "bool");
}

TEST_CASE("the tail of a block is expected to have the block's type") { CHECK(Inferred("fn f() { let n: u8 = { let m = 1; m }; }").type("m") == "u8"); }

TEST_CASE("both branches of an if have the expected type") {
  CHECK(Inferred("fn f(c: bool) -> u8 { let a = 1; let b = 2; if c { a } else { b } }").type("a") == "u8");
  CHECK(Inferred("fn f(c: bool) -> u8 { let a = 1; let b = 2; if c { a } else { b } }").type("b") == "u8");
}

TEST_CASE("the arms of a match have one type, the first one's") {
  CHECK(Inferred("fn f(c: bool) { let m = match c { true => 1u16, false => 2 }; }").type("m") == "u16");
  CHECK(Inferred("fn f(c: bool) { let m = match c { true => 1u16, false => 'x' }; }").findings() == "E0308");
}

TEST_CASE("the value of break is the value of the loop") { CHECK(Inferred("fn f() -> u8 { let n = loop { let m = 1; break m; }; n }").type("m") == "u8"); }

TEST_CASE("the elements of an array have one type") {
  CHECK(Inferred("fn f() { let a = [1, 2u8, 3]; }").type("a") == "[u8; 3]");
  CHECK(Inferred("fn f() { let a: [u64; 2] = [1, 2]; }").type("a") == "[u64; 2]");
}

TEST_CASE("fields of a literal have the declared types, with the type's arguments filled in") {
  CHECK(Inferred("struct S<T> { a: T, b: T } fn f() { let s = S { a: 1u8, b: 2 }; }").type("s") == "S<u8>");
  CHECK(Inferred("struct S<T> { a: T } fn f() { let s: S<u16> = S { a: 1 }; }").type("s") == "S<u16>");
}

TEST_CASE("a later use decides the argument of a generic type") {
  CHECK(Inferred("fn f() { let mut v = Vec::new(); v.push(1u8); }").type("v") == "Vec<u8>");
  CHECK(Inferred("fn f() { let mut o = None; o = Some('x'); }").type("o") == "Option<char>");
}

TEST_CASE("the result decides a type parameter that no argument mentions") {
  CHECK(Inferred("fn f() { let v: Vec<u8> = Default::default(); }").type("v") == "Vec<u8>");
  CHECK(Inferred("fn f(v: Vec<u8>) -> Vec<u8> { let w = v.into_iter().collect(); w }").type("w") == "Vec<u8>");
}

TEST_CASE("an underscore in a type is inferred") { CHECK(Inferred("fn f() { let v: Vec<_> = vec![1u8]; }").type("v") == "Vec<u8>"); }

TEST_CASE("type arguments that are written decide") {
  CHECK(Inferred("fn g<T>() -> Option<T> { None } fn f() { let o = g::<u8>(); }").type("o") == "Option<u8>");
}

TEST_CASE("what nothing decides is E0282, told once") {
  CHECK(Inferred("fn f() { let v = Vec::new(); }").findings() == "E0282");
  CHECK(Inferred("fn f() { let a = None; let b = None; }").findings() == "E0282");
}

TEST_CASE("a mismatch does not spread") {
  CHECK(Inferred("fn f() { let a: u8 = 'x'; let b: u8 = a; }").findings() == "E0308");
  CHECK(Inferred("fn f() { let a = missing; let b: u8 = a; a.anything(); }").findings() == "E0425");
}

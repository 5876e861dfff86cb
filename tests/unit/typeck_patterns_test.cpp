// Default binding modes as in the 2024 edition. Reference, "Binding modes"; RFC 2005; Edition Guide, "Match ergonomics reservations".
#include "typeck_fixture.hpp"

using lien::test::Inferred;

TEST_CASE("under a pattern that looks through a reference, names bind references") {
  CHECK(Inferred("fn f(o: &Option<String>) { if let Some(x) = o {} }").type("x") == "&String");
  CHECK(Inferred("fn f(o: &mut Option<String>) { if let Some(x) = o {} }").type("x") == "&mut String");
}

TEST_CASE("a shared reference on the way makes all below it shared") {
  CHECK(Inferred("fn f(o: &mut &Option<u8>) { if let Some(x) = o {} }").type("x") == "&u8");
  CHECK(Inferred("fn f(o: &&mut Option<u8>) { if let Some(x) = o {} }").type("x") == "&u8");
}

TEST_CASE("many references are looked through, and one is bound") { CHECK(Inferred("fn f(o: &&&Option<u8>) { if let Some(x) = o {} }").type("x") == "&u8"); }

TEST_CASE("a name alone binds the reference itself") { CHECK(Inferred("fn f(o: &Option<u8>) { let x = o; }").type("x") == "&Option<u8>"); }

TEST_CASE("a written & looks through the reference, and names below bind values") {
  CHECK(Inferred("fn f(o: &Option<u8>) { if let &Some(x) = o {} }").type("x") == "u8");
}

TEST_CASE("tuples and slices look through references as well") {
  CHECK(Inferred("fn f(p: &(u8, char)) { let (a, b) = p; }").type("b") == "&char");
  CHECK(Inferred("fn f(s: &[u8]) { if let [x, ..] = s {} }").type("x") == "&u8");
  CHECK(Inferred("fn f(s: &[u8]) { if let [_, rest @ ..] = s {} }").type("rest") == "&[u8]");
}

TEST_CASE("a slice pattern on an array binds arrays") { CHECK(Inferred("fn f(a: [u8; 4]) { let [_, rest @ ..] = a; }").type("rest") == "[u8; 3]"); }

TEST_CASE("ref and mut need an explicit pattern") {
  CHECK(Inferred("fn f(o: Option<String>) { if let Some(ref x) = o {} }").type("x") == "&String");
  CHECK(Inferred("fn f(o: Option<String>) { if let Some(ref mut x) = o {} }").type("x") == "&mut String");
  CHECK(Inferred("fn f(o: &Option<u8>) { if let Some(ref x) = o {} }").findings() == "binding-mode");
  CHECK(Inferred("fn f(o: &Option<u8>) { if let Some(mut x) = o {} }").findings() == "binding-mode");
}

TEST_CASE("a written & under a default mode is an error of the edition") {
  CHECK(Inferred("fn f(o: &Option<&u8>) { if let Some(&x) = o {} }").findings() == "binding-mode");
  CHECK(Inferred("fn f(o: &Option<&u8>) { if let &Some(&x) = o {} }").type("x") == "u8");
}

TEST_CASE("a literal and a constant match through references") {
  CHECK(Inferred("fn f(n: &u8) { match n { 3 => {} _ => {} } }").findings().empty());
  CHECK(Inferred("const A: u8 = 3; fn f(n: &u8) { match n { &A => {} _ => {} } }").findings().empty());
  CHECK(Inferred("fn f(s: &str) { match s { \"a\" => {} _ => {} } }").findings().empty());
}

TEST_CASE("alternatives bind the same names with the same types") {
  CHECK(Inferred("enum E { A(u8), B(u8) } fn f(e: E) { match e { E::A(x) | E::B(x) => {} } }").type("x") == "u8");
  CHECK(Inferred("enum E { A(u8), B(u16) } fn f(e: E) { match e { E::A(x) | E::B(x) => {} } }").findings() == "E0308");
}

TEST_CASE("a pattern of another type is E0308") {
  CHECK(Inferred("fn f(n: u8) { match n { 'x' => {} _ => {} } }").findings() == "E0308");
  CHECK(Inferred("fn f(n: u8) { let (a, b) = n; }").findings() == "E0308");
}

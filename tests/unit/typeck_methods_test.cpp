// How a receiver is adjusted, step by step: by value, by reference, by mutable reference, then one dereference further. Reference, "Method-call expressions".
#include "typeck_fixture.hpp"

using lien::test::Inferred;

namespace {

const std::string three = "struct S; impl S { fn take(self) {} fn look(&self) {} fn change(&mut self) {} } ";

} // namespace

TEST_CASE("a method that takes self gets the value") { CHECK(Inferred(three + "fn f(s: S) { s.take() }").prints("S::take(s)")); }

TEST_CASE("a method that takes &self borrows the receiver") { CHECK(Inferred(three + "fn f(s: S) { s.look() }").prints("S::look(«&»s)")); }

TEST_CASE("a method that takes &mut self borrows the receiver mutably") {
  CHECK(Inferred(three + "fn f(mut s: S) { s.change() }").prints("S::change(«&two_phase mut »s)"));
}

TEST_CASE("a reference is reborrowed, not borrowed") { CHECK(Inferred(three + "fn f(s: &mut S) { s.look() }").prints("S::look(«&»(«*»s))")); }

TEST_CASE("a box is dereferenced for a method of its content") { CHECK(Inferred(three + "fn f(s: Box<S>) { s.look() }").prints("S::look(«&»(«*»s))")); }

TEST_CASE("self by value is not had from behind a reference by autoref") {
  // The call is well typed; that the value cannot be moved out of the reference is the ownership check's business.
  CHECK(Inferred(three + "fn f(s: &S) { s.take() }").prints("S::take(«*»s)"));
}

TEST_CASE("by value comes before by reference") {
  Inferred p(
      "trait A { fn m(self) -> u8; } trait B { fn m(&self) -> u16; } struct S; impl A for S { fn m(self) -> u8 { 1 } } impl B for S { fn m(&self) -> u16 "
      "{ 1 } } fn f(s: S) { let x = s.m(); }");
  CHECK(p.type("x") == "u8");
}

TEST_CASE("an inherent method comes before a trait's of the same step") {
  Inferred p(
      "trait A { fn m(&self) -> u8; } struct S; impl A for S { fn m(&self) -> u8 { 1 } } impl S { fn m(&self) -> u16 { 1 } } fn f(s: S) { let x = s.m(); }");
  CHECK(p.type("x") == "u16");
}

TEST_CASE("clone of a reference to what is Clone clones the value") {
  CHECK(Inferred("#[derive(Clone)] struct S; fn f(s: &S) { let x = s.clone(); }").type("x") == "S");
  CHECK(Inferred("struct S; fn f(s: &S) { let x = s.clone(); }").type("x") == "&S");
}

TEST_CASE("an array has the methods of the slice that it is") {
  CHECK(Inferred("fn f(a: [u8; 3]) { let n = a.len(); }").type("n") == "usize");
  CHECK(Inferred("fn f(a: [u8; 3]) { let i = a.iter(); }").type("i") == "std::slice::Iter<u8>");
}

TEST_CASE("a String has the methods of the str that it dereferences to") { CHECK(Inferred("fn f(s: String) { let t = s.trim(); }").type("t") == "&str"); }

TEST_CASE("a field shadows nothing: a method of the same name is called with parentheses") {
  Inferred p("struct S { x: u8 } impl S { fn x(&self) -> u16 { 1 } } fn f(s: S) { let a = s.x; let b = s.x(); }");
  CHECK(p.type("a") == "u8");
  CHECK(p.type("b") == "u16");
}

TEST_CASE("a field is found through references and boxes") {
  CHECK(Inferred("struct S { x: u8 } fn f(s: &&S) { let a = s.x; }").type("a") == "u8");
  CHECK(Inferred("fn f(p: &(u8, char)) { let a = p.1; }").type("a") == "char");
}

TEST_CASE("an index is found through references and Index") {
  CHECK(Inferred("fn f(a: &[u8; 3]) { let x = a[0]; }").type("x") == "u8");
  CHECK(Inferred("fn f(v: Vec<char>) { let x = v[0]; }").type("x") == "char");
  CHECK(Inferred("fn f(v: &Vec<u8>) { let x = &v[1..]; }").type("x") == "&[u8]");
}

TEST_CASE("a method that does not exist is E0599, a private one E0624") {
  CHECK(Inferred("struct S; fn f(s: S) { s.missing(); }").findings() == "E0599");
  CHECK(Inferred("mod m { pub struct S; impl S { fn hidden(&self) {} } } fn f(s: m::S) { s.hidden(); }").findings() == "E0624");
}

// The operator `?`. Reference, "The question mark operator"; `Try` and `FromResidual` of the library.
#include "typeck_fixture.hpp"

using lien::test::Inferred;

TEST_CASE("? of an Option gives its content") { CHECK(Inferred("fn f(o: Option<u8>) -> Option<char> { let x = o?; None }").type("x") == "u8"); }

TEST_CASE("? of a Result gives its success") { CHECK(Inferred("fn f(r: Result<u8, char>) -> Result<(), char> { let x = r?; Ok(()) }").type("x") == "u8"); }

TEST_CASE("errors are converted with From") {
  CHECK(Inferred("fn f(r: Result<u8, &'static str>) -> Result<u8, String> { Ok(r?) }").findings().empty());
  CHECK(Inferred("struct E; struct G; fn f(r: Result<u8, E>) -> Result<u8, G> { Ok(r?) }").findings() == "E0277");
}

TEST_CASE("a function without Option or Result has no ?") { CHECK(Inferred("fn f(o: Option<u8>) { o?; }").findings() == "E0277"); }

TEST_CASE("Option and Result do not mix") {
  CHECK(Inferred("fn f(o: Option<u8>) -> Result<u8, char> { Ok(o?) }").findings() == "E0277");
  CHECK(Inferred("fn f(r: Result<u8, char>) -> Option<u8> { Some(r?) }").findings() == "E0277");
}

TEST_CASE("what is no Option and no Result has no ?") { CHECK(Inferred("fn f(n: u8) -> Option<u8> { n?; None }").findings() == "E0277"); }

TEST_CASE("? in a chain of calls") {
  CHECK(Inferred("fn g(n: u8) -> Option<String> { None } fn f() -> Option<usize> { Some(g(1)?.trim().len()) }").findings().empty());
}

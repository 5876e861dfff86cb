// Format strings: arguments are counted, names are captured, traits are asked for. Reference of the syntax: std::fmt.
#include "typeck_fixture.hpp"

using lien::test::Inferred;

namespace {

std::string judged(const std::string &arguments) {
  return Inferred("struct S; fn f(a: u8, s: S, w: usize, x: f64) { println!(" + arguments + "); }").findings();
}

} // namespace

TEST_CASE("as many arguments as placeholders") {
  CHECK(judged(R"("{} {}", a, a)").empty());
  CHECK(judged(R"("{} {}", a)") == "format");
  CHECK(judged(R"("{}", a, a)") == "format");
  CHECK(judged(R"("")").empty());
}

TEST_CASE("names in braces are variables in scope") {
  CHECK(judged(R"("{a}")").empty());
  CHECK(judged(R"("{missing}")") == "E0425");
}

TEST_CASE("names may be given as arguments") {
  CHECK(judged(R"("{n}", n = a)").empty());
  CHECK(judged(R"("{}", n = a)").empty());
  CHECK(judged(R"("{a}", n = a)") == "format");
}

TEST_CASE("numbers name arguments by their place") {
  CHECK(judged(R"("{0} {0}", a)").empty());
  CHECK(judged(R"("{2} {0} {1}", a, a)") == "format");
}

TEST_CASE("each placeholder asks for its trait") {
  CHECK(judged(R"("{}", s)") == "E0277");
  CHECK(judged(R"("{:?}", s)") == "E0277");
  CHECK(judged(R"("{:x}", a)").empty());
  CHECK(judged(R"("{:x}", x)") == "E0277");
  CHECK(judged(R"("{:e}", x)").empty());
}

TEST_CASE("widths and precisions may be arguments of type usize") {
  CHECK(judged(R"("{:w$}", a)").empty());
  CHECK(judged(R"("{:1$}", a, w)").empty());
  CHECK(judged(R"("{:.*}", w, x)").empty());
  CHECK(judged(R"("{:1$}", a, a)") == "E0308");
}

TEST_CASE("braces are written twice") {
  CHECK(judged(R"("{{}}")").empty());
  CHECK(judged(R"("{")") == "format");
  CHECK(judged(R"("}")") == "format");
}

TEST_CASE("a format string is a literal") { CHECK(Inferred("fn f(s: &str) { println!(s); }").findings() == "format"); }

TEST_CASE("an unknown trait is an error") { CHECK(judged(R"("{:y}", a)") == "format"); }

TEST_CASE("the other macros are checked in the same way") {
  CHECK(Inferred("fn f() { panic!(\"{}\"); }").findings() == "format");
  CHECK(Inferred("fn f() -> String { format!(\"{}\", 1) }").findings().empty());
  CHECK(Inferred("fn f(a: u8) { assert!(a == 1, \"{}\"); }").findings() == "format");
  CHECK(Inferred("fn f(a: u8) { assert_eq!(a, 1, \"{a}\"); }").findings().empty());
}

// Which borrows are of constants that live forever. rustc accepts every `yes_…` below as it stands and rejects every `no_…` (E0515, E0716).
#include "lower_fixture.hpp"

#include "checker/borrows/loans.hpp"
#include "checker/borrows/promotion.hpp"

#include <doctest/doctest.h>

using namespace lien;
using namespace lien::test;

namespace {

constexpr const char *program = R"(
struct S { a: i32, b: Option<&'static str> }
struct Guard(i32);
impl Drop for Guard { fn drop(&mut self) {} }
const K: S = S { a: 1, b: None };
const fn one() -> i32 { 1 }
const NOTHING: Option<String> = None;
const NESTED: (i32, Option<String>) = (1, NOTHING);
const EMPTY: Vec<i32> = Vec::new();
const WAS: Option<Guard> = Some(Guard(1));
const NO_CELL: Option<std::cell::Cell<i32>> = None;

fn yes_literal() -> &'static i32 { &1 }
fn yes_negative() -> &'static i32 { &-1 }
fn yes_array() -> &'static [i32] { &[1, 2, 3] }
fn yes_repeat() -> &'static (i32, [u8; 2]) { &(1, [0; 2]) }
fn yes_struct() -> &'static S { &S { a: 2, b: Some("x") } }
fn yes_constant() -> &'static S { &K }
fn yes_part_of_constant() -> &'static i32 { &K.a }
fn yes_nothing_to_drop() -> &'static Option<String> { &None }
fn yes_sum() -> &'static i32 { &(1 + 2) }
fn yes_comparison() -> &'static bool { &(1 == 2) }
fn yes_quotient() -> &'static i32 { &(7 / 2) }
fn yes_cast() -> &'static u8 { &(300 as u8) }
fn yes_empty() -> &'static mut [i32] { &mut [] }
fn yes_nested() -> &'static &'static i32 { &&3 }
fn yes_deep() -> &'static Option<&'static i32> { &Some(&5) }
fn yes_range() -> &'static std::ops::RangeInclusive<i32> { &(0..=5) }
fn yes_half_range() -> &'static std::ops::Range<i32> { &(0..5) }
fn yes_function() -> &'static fn() -> i32 { const F: fn() -> i32 = one; &F }

fn yes_constant_with_nothing() -> &'static Option<String> { &NOTHING }
fn yes_constant_of_constant() -> &'static (i32, Option<String>) { &NESTED }
fn yes_constants_in_array() -> &'static [Option<String>; 2] { &[NOTHING, NOTHING] }
fn yes_constant_without_cell() -> &'static Option<std::cell::Cell<i32>> { &NO_CELL }

fn no_constant_to_drop() -> &'static Vec<i32> { &EMPTY }
fn no_constant_with_guard() -> &'static Option<Guard> { &WAS }
fn no_call() -> &'static i32 { &one() }
fn no_variable() -> &'static i32 { let x = 1; &x }
fn no_parameter(x: i32) -> &'static i32 { &(x + 1) }
fn no_destructor() -> &'static Guard { &Guard(1) }
fn no_drop_inside() -> &'static Option<Guard> { &Some(Guard(1)) }
fn no_quotient_by_zero() -> &'static i32 { let z = 0; &(1 / z) }
fn no_mutable() -> &'static mut i32 { &mut 1 }
fn no_block() -> &'static i32 { &{ let x = 1; x } }
fn no_vec() -> &'static Vec<i32> { &Vec::new() }
)";

} // namespace

TEST_CASE("promotion of constants") {
  Lowered lowered(program);
  int judged = 0;
  for (DefId item : lowered.bodies()) {
    std::string name = lowered.program().resolver().symbols().text(lowered.program().def(item).name).str();
    bool yes = name.rfind("yes_", 0) == 0, no = name.rfind("no_", 0) == 0;
    if (!yes && !no)
      continue;
    CAPTURE(name);
    const mir::Body *body = lowered.lower(item);
    CHECK(lowered.problems() == "");
    REQUIRE(body != nullptr);
    ControlFlow flow(*body);
    ProgramMoveTypes types(lowered.program());
    DiagnosticSink sink;
    Loans loans(flow, types, findPromotedBorrows(lowered.program(), flow, sink));
    CHECK(sink.isClean());
    bool of_locals = false; // reborrows of what is promoted are loans, too, but of nothing that ends
    for (std::size_t i = 0; i < loans.size(); ++i)
      of_locals |= !body->places[loans[LoanId(i)].borrowed].indirect;
    CHECK(of_locals != yes);
    ++judged;
  }
  CHECK(judged == 33);
}

// Regions of bodies at named program points: where each lifetime must hold, what the signature does not allow, which parts of a type a destructor sees.
//
// A point is named by a marker call in the source: `at("a")` stands for the statement that calls `a()`.
#include "checker/regions/region_slots.hpp"
#include "checker/regions/region_templates.hpp"
#include "checker/regions/regions.hpp"
#include "lower_fixture.hpp"

#include <doctest/doctest.h>

using namespace lien;
using namespace lien::test;

namespace {

const char *prelude = "fn a() {}\nfn b() {}\nfn c() {}\nfn t() -> bool { true }\nfn pick<'x>(p: &'x u8, _: &u8) -> &'x u8 { p }\n"
                      "struct Guard<'g>(&'g u8);\nimpl<'g> Drop for Guard<'g> { fn drop(&mut self) {} }\n";

/// The regions of the function `f` behind the prelude.
class Solved {
public:
  explicit Solved(const std::string &text)
      : lowered_(prelude + text), body_(lowered_.lower("f")), types_(lowered_.program()), flow_(checked()), moves_(flow_, types_),
        regions_(lowered_.program(), flow_, moves_, types_) {
    CHECK_MESSAGE(!regions_.declined(), text);
  }
  [[nodiscard]] const Regions &regions() const { return regions_; }

  mir::LocalId local(llvm::StringRef name) {
    for (std::size_t i = 0; i < body_->locals.size(); ++i)
      if (lowered_.program().resolver().symbols().text(body_->locals[mir::LocalId(i)].name) == name)
        return mir::LocalId(i);
    FAIL("no local ", name.str());
    return {};
  }
  /// Does the `slot`-th region in the local's type hold where the marker is called?
  bool holds(llvm::StringRef name, const char *marker, std::size_t slot = 0) { return regions_.contains(regions_.ofLocal(local(name))[slot], pointOf(marker)); }
  /// `'a: 'b` for each finding about lifetimes of the signature.
  std::string errors() {
    std::string text;
    for (const UniversalRegionError &error : regions_.universalErrors())
      text += (text.empty() ? "" : " ") + nameOf(error.longer) + ": " + nameOf(error.shorter);
    return text;
  }

private:
  const mir::Body &checked() {
    REQUIRE_MESSAGE(body_ != nullptr, lowered_.problems());
    return *body_;
  }
  std::string nameOf(RegionVid region) { return regions_.name(region).empty() ? "'_" : regions_.name(region).str(); }
  std::uint32_t pointOf(llvm::StringRef marker) {
    for (const mir::BlockId block : flow_.order()) {
      const mir::Terminator &end = body_->blocks[block].terminator;
      if (end.kind != mir::TerminatorKind::Call || end.operand.kind != mir::Operand::Kind::Constant)
        continue;
      const DefId callee = body_->constants[end.operand.constant].def;
      if (callee.isValid() && lowered_.program().resolver().symbols().text(lowered_.program().def(callee).name) == marker)
        return flow_.statementIndex(flow_.terminatorOf(block));
    }
    FAIL("no call of ", marker.str());
    return 0;
  }

  Lowered lowered_;
  const mir::Body *body_;
  ProgramMoveTypes types_;
  ControlFlow flow_;
  MoveData moves_;
  Regions regions_;
};

} // namespace

TEST_CASE("a region holds up to the last use of its reference") {
  Solved solved("fn f() { let x = 1u8; let r = &x; a(); let _y = *r; b(); }");
  CHECK(solved.holds("r", "a"));
  CHECK_FALSE(solved.holds("r", "b"));
}

TEST_CASE("a region has a gap where its reference is overwritten before it is used again") {
  Solved solved("fn f() { let x = 1u8; let mut r = &x; a(); let _y = *r; b(); r = &x; c(); let _z = *r; }");
  CHECK(solved.holds("r", "a"));
  CHECK_FALSE(solved.holds("r", "b"));
  CHECK(solved.holds("r", "c"));
}

TEST_CASE("a loop keeps a region alive around its back edge") {
  Solved solved("fn f() { let x = 1u8; let r = &x; while t() { a(); let _y = *r; b(); } c(); }");
  CHECK(solved.holds("r", "a"));
  CHECK(solved.holds("r", "b"));
  CHECK_FALSE(solved.holds("r", "c"));
}

TEST_CASE("a call ties its result to the argument that its signature names") {
  Solved solved("fn f() { let x = 1u8; let y = 2u8; let p = &x; let q = &y; let r = pick(p, q); a(); let _z = *r; }");
  CHECK(solved.holds("p", "a"));
  CHECK_FALSE(solved.holds("q", "a"));
}

TEST_CASE("a reborrow keeps what it goes through") {
  Solved solved("fn f() { let mut x = 1u8; let p = &mut x; let q = &mut *p; a(); *q = 2; b(); }");
  CHECK(solved.holds("p", "a"));
  CHECK_FALSE(solved.holds("p", "b"));
}

TEST_CASE("an element keeps the region of its container, and associated types find theirs") {
  Solved solved("fn f() { let x = 1u8; let v = vec![&x]; let mut last = None; for e in v.iter() { last = Some(e); } a(); let _y = last; b(); }");
  CHECK(solved.holds("last", "a", 0));
  CHECK(solved.holds("v", "a"));
  CHECK_FALSE(solved.holds("last", "b"));
}

TEST_CASE("a destructor that may look at a reference keeps it alive; a container's does not") {
  Solved own("fn f() { let x = 1u8; let _g = Guard(&x); a(); }");
  CHECK(own.holds("_g", "a"));
  Solved container("fn f() { let x = 1u8; let _v = vec![&x]; a(); }");
  CHECK_FALSE(container.holds("_v", "a"));
  Solved nested("fn f() { let x = 1u8; let _v = vec![Guard(&x)]; a(); }");
  CHECK(nested.holds("_v", "a"));
}

TEST_CASE("a value that is moved out is not kept for its drop") {
  Solved solved("fn f() { let x = 1u8; let g = Guard(&x); a(); drop(g); b(); }");
  CHECK(solved.holds("g", "a"));
  CHECK_FALSE(solved.holds("g", "b"));
}

TEST_CASE("lifetimes of the signature are related only as it says") {
  CHECK(Solved("fn f<'a, 'b>(x: &'a u8, y: &'b u8) -> &'a u8 { if *x > 1 { x } else { y } }").errors() == "'b: 'a");
  CHECK(Solved("fn f<'a, 'b: 'a>(x: &'a u8, y: &'b u8) -> &'a u8 { if *x > 1 { x } else { y } }").errors().empty());
  CHECK(Solved("fn f(x: &u8) -> &'static u8 { x }").errors() == "'_: 'static");
  CHECK(Solved("fn f<'a>(v: &mut Vec<&'a u8>, x: &u8) { v.push(x) }").errors() == "'_: 'a");
}

TEST_CASE("types of the signature imply bounds") {
  CHECK(Solved("fn f<'a, 'b>(_: &'a &'b u8, y: &'b u8) -> &'a u8 { y }").errors().empty());
  CHECK(Solved("fn f<'a, 'b>(_: &'a &'b u8, y: &'a u8) -> &'b u8 { y }").errors() == "'a: 'b");
}

TEST_CASE("variance decides which way lifetimes flow") {
  CHECK(Solved("fn f<'a, 'b: 'a>(x: Option<&'b u8>) -> Option<&'a u8> { x }").errors().empty());
  CHECK(Solved("fn f<'a, 'b: 'a>(x: &'a mut &'b u8) -> &'a mut &'a u8 { x }").errors() == "'a: 'b");
  CHECK(Solved("fn f<'a, 'b: 'a>(x: fn(&'a u8)) -> fn(&'b u8) { x }").errors().empty());
  CHECK(Solved("fn f<'a, 'b: 'a>(x: std::cell::Cell<&'b u8>) -> std::cell::Cell<&'a u8> { x }").errors() == "'a: 'b");
}

TEST_CASE("slots follow the order in which a type is written") {
  Lowered lowered("fn f<'a, 'b>(_: &'a mut Vec<(&'b u8, fn(&'a u8))>) {}");
  Program &program = lowered.program();
  RegionSlots slots(program);
  const Ty ty = eraseRegions(program.types(), program.signatureInBody(lowered.bodies().front()).inputs.front());
  CHECK(slots.count(ty) == 3);
  CHECK(slots.variances(ty).vec() == std::vector<Variance>{Variance::Covariant, Variance::Invariant, Variance::Invariant});
}

// Selection, projections and obligations, with rustc's answers; and what is unknown stays unknown.
#include "support.hpp"

#include "frontend/types/infer.hpp"

#include <doctest/doctest.h>

using namespace lien;
using lien::test::TestProgram;

namespace {

/// A program and an inference context inside one of its items (none: outside of all).
struct Inference : TestProgram {
  explicit Inference(std::string text, llvm::StringRef item = "")
      : TestProgram(std::move(text)), infer(*program, item.empty() ? ParamEnv{} : paramEnvOf(*program, def(item))) {}

  Args traitArgs(std::initializer_list<GenericArg> list) { return types->args(list); }
  Predicate bound(DefId trait, std::initializer_list<GenericArg> args) {
    Predicate predicate;
    predicate.kind = Predicate::Kind::Trait;
    predicate.trait = {trait, types->args(args)};
    return predicate;
  }
  Answer holds(llvm::StringRef type, llvm::StringRef trait) { return infer.implements(typeNamed(type), trait_(trait)); }
  DefId trait_(llvm::StringRef name) {
    const Definitions &defs = resolver->defs();
    for (std::size_t at = 0; at < defs.size(); ++at)
      if (defs[DefId(at)].kind == DefKind::Trait && symbols->text(defs[DefId(at)].name) == name)
        return DefId(at);
    FAIL("no such trait");
    return {};
  }
  void require(Predicate predicate) {
    Obligation obligation;
    obligation.predicate = predicate;
    infer.require(obligation);
  }
  InferContext infer;
};

TEST_CASE("Copy and Clone of built-in types") {
  Inference p(
      "struct S; type A = (u8, char); type B = (u8, S); type C = [i32; 3]; type D = &'static S; type E = &'static mut u8; type F = fn(S) -> S; type G = str;"
      "type H = [S; 2]; type I = [u8]; type J = ();");
  CHECK(p.holds("A", "Copy") == Answer::Yes);
  CHECK(p.holds("B", "Copy") == Answer::No);
  CHECK(p.holds("C", "Clone") == Answer::Yes);
  CHECK(p.holds("D", "Copy") == Answer::Yes);
  CHECK(p.holds("E", "Copy") == Answer::No);
  CHECK(p.holds("E", "Clone") == Answer::No);
  CHECK(p.holds("F", "Copy") == Answer::Yes);
  CHECK(p.holds("G", "Clone") == Answer::No);
  CHECK(p.holds("H", "Clone") == Answer::No);
  CHECK(p.holds("I", "Copy") == Answer::No);
  CHECK(p.holds("J", "Copy") == Answer::Yes);
}

TEST_CASE("derived impls hold for their arguments") {
  Inference p("#[derive(Clone, Copy)] struct W<T>(T); struct N; type A = W<i32>; type B = W<N>; type C = W<String>; #[derive(Clone)] struct R { next: "
              "Option<Box<R>> } type D = R;");
  CHECK(p.holds("A", "Copy") == Answer::Yes);
  CHECK(p.holds("B", "Copy") == Answer::No);
  CHECK(p.holds("C", "Copy") == Answer::No);
  CHECK(p.holds("C", "Clone") == Answer::Yes);
  CHECK(p.holds("D", "Clone") == Answer::Yes);
}

TEST_CASE("Sized") {
  Inference p("struct Tail<T: ?Sized> { a: u8, t: T } type A = Tail<str>; type B = Tail<u8>; type C = [u8]; type D = Box<str>; type E = Option<u8>;");
  CHECK(p.holds("A", "Sized") == Answer::No);
  CHECK(p.holds("B", "Sized") == Answer::Yes);
  CHECK(p.holds("C", "Sized") == Answer::No);
  CHECK(p.holds("D", "Sized") == Answer::Yes);
  CHECK(p.holds("E", "Sized") == Answer::Yes);
}

TEST_CASE("library impls") {
  Inference p("type A = Vec<i32>; type B = Vec<N>; struct N; type C = Option<String>; type D = Vec<Vec<f64>>;");
  CHECK(p.holds("A", "Clone") == Answer::Yes);
  CHECK(p.holds("A", "Copy") == Answer::No);
  CHECK(p.holds("B", "Clone") == Answer::No);
  CHECK(p.holds("C", "Clone") == Answer::Yes);
  CHECK(p.holds("C", "Debug") == Answer::Yes);
  CHECK(p.holds("A", "Display") == Answer::No);
  CHECK(p.holds("A", "Default") == Answer::Yes);
  CHECK(p.holds("A", "Eq") == Answer::Yes);
  CHECK(p.holds("D", "Eq") == Answer::No);
}

TEST_CASE("bounds of the environment, with what they imply") {
  Inference p("fn f<T: Ord + Copy, U>(t: T, u: U) {}", "f");
  const Ty t = p.program->fn(p.def("f")).sig.inputs[0];
  const Ty u = p.program->fn(p.def("f")).sig.inputs[1];
  CHECK(p.infer.implements(t, p.trait_("Eq")) == Answer::Yes);
  CHECK(p.infer.implements(t, p.trait_("Clone")) == Answer::Yes);
  CHECK(p.infer.isCopy(p.types->tuple({t, t})) == Answer::Yes);
  CHECK(p.infer.isCopy(u) == Answer::No);
  CHECK(p.infer.isSized(u) == Answer::Yes);
  CHECK(p.infer.isCopy(p.types->tuple({t, u})) == Answer::No);
}

TEST_CASE("a variable alone is ambiguous, a numeric one is judged by its kind") {
  Inference p("");
  CHECK(p.infer.isCopy(p.infer.newTypeVar({})) == Answer::Ambiguous);
  CHECK(p.infer.isCopy(p.infer.newIntVar()) == Answer::Yes);
  CHECK(p.infer.implements(p.infer.newFloatVar(), p.trait_("Eq")) == Answer::No);
  CHECK(p.infer.implements(p.infer.newIntVar(), p.trait_("Ord")) == Answer::Ambiguous);
  CHECK(p.infer.implements(p.infer.newIntVar(), p.trait_("Iterator")) == Answer::No);
}

TEST_CASE("one impl that fits an integer variable determines it; two do not") {
  Inference p("trait One {} impl One for u16 {} impl One for str {} trait Two {} impl Two for u16 {} impl Two for i8 {}");
  const Ty x = p.infer.newIntVar();
  p.require(p.bound(p.def("Two"), {x}));
  p.infer.selectWherePossible();
  CHECK(p.types->is(p.infer.shallow(x), TyKind::Infer));
  p.require(p.bound(p.def("One"), {x}));
  p.infer.selectWherePossible();
  CHECK(p.infer.resolve(x) == p.types->integer(IntKind::U16));
  p.infer.selectAll();
  CHECK(p.infer.takeFailures().empty());
}

TEST_CASE("operators on numbers: the right side follows from the left where it must") {
  Inference p("");
  const DefId add = p.program->lang(LangItem::AddTrait);
  const Ty i32 = p.types->integer(IntKind::I32);
  const Ty right = p.infer.newIntVar();
  p.require(p.bound(add, {i32, right}));
  p.infer.selectWherePossible();
  CHECK(p.infer.resolve(right) == i32); // `&i32` cannot be an integer variable

  const Ty open = p.infer.newTypeVar({});
  p.require(p.bound(add, {i32, open}));
  const Ty left = p.infer.newIntVar();
  p.require(p.bound(add, {left, p.infer.newIntVar()}));
  p.infer.selectWherePossible();
  CHECK(p.types->is(p.infer.shallow(open), TyKind::Infer)); // `i32` or `&i32`
  CHECK(p.types->is(p.infer.shallow(left), TyKind::Infer));
  p.infer.applyFallback();
  p.infer.selectAll();
  const std::vector<FailedObligation> failures = p.infer.takeFailures();
  REQUIRE(failures.size() == 1);
  CHECK(failures[0].answer == Answer::Ambiguous);
}

TEST_CASE("associated types of impls, bounds and trait objects") {
  Inference p("trait Tr { type Out; fn get(&self) -> Self::Out; } struct A; impl Tr for A { type Out = Vec<u8>; fn get(&self) -> Vec<u8> { loop {} } }"
              "fn f<T: Tr<Out = char>, U: Tr>(t: T::Out, u: U::Out, v: <A as Tr>::Out) {}",
              "f");
  const FnSig sig = p.program->fn(p.def("f")).sig;
  CHECK(p.print(p.infer.normalize(sig.inputs[0], {})) == "char");
  CHECK(p.infer.normalize(sig.inputs[1], {}) == sig.inputs[1]);
  CHECK(p.print(p.infer.normalize(sig.inputs[2], {})) == "Vec<u8>");
  p.infer.selectAll();
  CHECK(p.infer.takeFailures().empty());
}

TEST_CASE("projections of undetermined types wait") {
  Inference p("type V = Vec<u16>;");
  const DefId into_iter = p.program->lang(LangItem::IntoIteratorTrait);
  const DefId item = p.libraryDef("IntoIterator::Item");
  const Ty x = p.infer.newTypeVar({});
  const Ty value = p.infer.normalize(p.types->projection(item, p.types->args({GenericArg(x)})), {});
  CHECK(p.types->is(p.infer.shallow(value), TyKind::Infer));
  p.require(p.bound(into_iter, {x}));
  p.infer.selectWherePossible();
  CHECK(p.infer.unify(x, p.typeNamed("V")));
  p.infer.selectWherePossible();
  CHECK(p.print(p.infer.resolve(value)) == "u16");
  p.infer.selectAll();
  CHECK(p.infer.takeFailures().empty());
}

TEST_CASE("blanket impls that cannot apply leave the one that does") {
  Inference p("type V = Vec<u16>; type R = std::ops::Range<u8>; type M = &'static mut Vec<bool>;");
  const DefId item = p.libraryDef("IntoIterator::Item");
  const auto itemOf = [&](Ty ty) { return p.print(p.infer.normalize(p.types->projection(item, p.types->args({GenericArg(ty)})), {})); };
  CHECK(itemOf(p.typeNamed("V")) == "u16");
  CHECK(itemOf(p.typeNamed("R")) == "u8");
  CHECK(itemOf(p.typeNamed("M")) == "&mut bool");
}

TEST_CASE("a range of an undetermined integer iterates over it") {
  Inference p("");
  const Ty x = p.infer.newIntVar();
  const Ty range = p.types->adt(p.program->lang(LangItem::RangeStruct), p.types->args({GenericArg(x)}));
  const Ty value = p.infer.normalize(p.types->projection(p.libraryDef("IntoIterator::Item"), p.types->args({GenericArg(range)})), {});
  p.infer.selectWherePossible();
  CHECK(p.infer.resolve(value) == p.infer.resolve(x));
}

TEST_CASE("indexing a vector by an undetermined integer makes it usize") {
  Inference p("type V = Vec<char>;");
  const Ty index = p.infer.newIntVar();
  const Ty vec = p.typeNamed("V");
  p.require(p.bound(p.program->lang(LangItem::IndexTrait), {vec, index}));
  p.infer.selectWherePossible();
  CHECK(p.infer.resolve(index) == p.types->integer(IntKind::Usize));
  const Ty output = p.infer.normalize(p.types->projection(p.program->lang(LangItem::IndexOutput), p.types->args({GenericArg(vec), GenericArg(index)})), {});
  p.infer.selectWherePossible();
  CHECK(p.print(p.infer.resolve(output)) == "char");
}

TEST_CASE("failures name the leaf and the root") {
  Inference p("struct N; type V = Vec<Option<N>>;");
  p.require(p.bound(p.trait_("Clone"), {p.typeNamed("V")}));
  p.infer.selectAll();
  const std::vector<FailedObligation> failures = p.infer.takeFailures();
  REQUIRE(failures.size() == 1);
  CHECK(failures[0].answer == Answer::No);
  CHECK(p.print(failures[0].obligation.predicate.trait.self()) == "Vec<Option<N>>");
  CHECK(p.print(failures[0].leaf.trait.self()) == "N");
}

TEST_CASE("a projection that is something else is a mismatch") {
  Inference p("trait Tr { type Out; } impl Tr for u8 { type Out = char; } fn f<T: Tr<Out = bool>>(t: T) {}");
  p.infer.requirePredicates(p.def("f"), p.types->args({GenericArg(p.types->integer(IntKind::U8))}), {}, ObligationCause::Call);
  p.infer.selectAll();
  const std::vector<FailedObligation> failures = p.infer.takeFailures();
  REQUIRE(failures.size() == 1);
  REQUIRE(failures[0].mismatch);
  CHECK(failures[0].mismatch->first == p.types->boolean);
  CHECK(failures[0].mismatch->second == p.types->character);
}

TEST_CASE("auto traits go by parts, and cycles of them hold") {
  Inference p("struct List { next: Option<Box<List>>, x: u8 } struct HasRc(std::rc::Rc<u8>); type A = List; type B = HasRc; type C = &'static "
              "std::cell::Cell<u8>; type D = std::cell::Cell<u8>;"
              "type E = Vec<HasRc>;");
  CHECK(p.holds("A", "Send") == Answer::Yes);
  CHECK(p.holds("B", "Send") == Answer::No);
  CHECK(p.holds("C", "Send") == Answer::No);
  CHECK(p.holds("D", "Send") == Answer::Yes);
  CHECK(p.holds("D", "Sync") == Answer::No);
  CHECK(p.holds("E", "Send") == Answer::No);
}

TEST_CASE("an impl that needs itself does not hold") {
  Inference p("trait Tr {} impl<T> Tr for Option<T> where Box<T>: Tr {} impl<T> Tr for Box<T> where Option<T>: Tr {} type A = Option<u8>;");
  CHECK(p.holds("A", "Tr") == Answer::No);
}

TEST_CASE("an endless tower of obligations is no answer") {
  Inference p("trait Tr {} impl<T> Tr for Option<T> where Option<Box<T>>: Tr {} type A = Option<u8>;");
  CHECK(p.holds("A", "Tr") == Answer::Unknown);
}

TEST_CASE("where-clauses win over impls") {
  Inference p("trait Conv<T> { fn conv(self) -> T; } impl<T> Conv<u8> for T { fn conv(self) -> u8 { 0 } } fn f<T: Conv<char>>(t: T) {}", "f");
  const Ty x = p.infer.newTypeVar({});
  p.require(p.bound(p.def("Conv"), {p.typeNamed("f"), x}));
  p.infer.selectWherePossible();
  CHECK(p.infer.resolve(x) == p.types->character);
}

TEST_CASE("functions can be called; what else can is asked of Fn bounds") {
  Inference p("fn g(a: u8, b: &str) -> bool { true } fn f<F: Fn(u8) -> char>(f: F, p: fn(char) -> u8, b: Box<dyn Fn(i8) -> i16>, n: u8) {}", "f");
  const Ty g = p.program->typeOf(p.def("g"));
  const FnSig sig = p.program->fn(p.def("f")).sig;
  const auto show = [&](std::optional<FnSig> callable) {
    std::string text;
    if (!callable)
      return std::string("none");
    for (const Ty input : callable->inputs)
      text += p.print(input) + ",";
    return text + p.print(p.infer.resolve(callable->output));
  };
  CHECK(show(p.infer.callableSig(g)) == "u8,&str,bool");
  CHECK(show(p.infer.callableSig(sig.inputs[0])) == "u8,char");
  CHECK(show(p.infer.callableSig(sig.inputs[1])) == "char,u8");
  CHECK(show(p.infer.callableSig(sig.inputs[2])) == "i8,i16");
  CHECK(show(p.infer.callableSig(sig.inputs[3])) == "none");
  CHECK(p.infer.evaluate(p.bound(p.program->lang(LangItem::FnTrait),
                                 {g, p.types->tuple({p.types->integer(IntKind::U8), p.types->ref(Region::erased(), p.types->str, Mutability::Not)})})) ==
        Answer::Yes);
  CHECK(p.infer.evaluate(p.bound(p.program->lang(LangItem::FnTrait), {g, p.types->tuple({p.types->boolean})})) == Answer::No);
}

TEST_CASE("unsizing") {
  Inference p("trait Tr {} impl Tr for u8 {} type O = dyn Tr; type P = dyn Tr + Send;");
  const Ty u8 = p.types->integer(IntKind::U8);
  CHECK(p.infer.unsize(p.types->array(u8, p.types->constValue(2)), p.types->slice(u8), {}) == Answer::Yes);
  CHECK(p.infer.unsize(u8, p.typeNamed("O"), {}) == Answer::Yes);
  CHECK(p.infer.unsize(p.typeNamed("P"), p.typeNamed("O"), {}) == Answer::Yes);
  CHECK(p.infer.unsize(p.typeNamed("O"), p.typeNamed("P"), {}) == Answer::No);
  CHECK(p.infer.unsize(u8, p.types->str, {}) == Answer::No);
  p.infer.selectAll();
  CHECK(p.infer.takeFailures().empty());
  CHECK(p.infer.unsize(p.types->boolean, p.typeNamed("O"), {}) == Answer::Yes);
  p.infer.selectAll();
  CHECK(p.infer.takeFailures().size() == 1);
}

TEST_CASE("a trait whose impls are not all declared gives no negative answer") {
  Inference p("struct Mine; type A = Vec<i32>; type M = Mine; type W = Vec<Mine>;");
  const DefId partial = p.trait_("From");
  REQUIRE(!p.program->isComplete(partial));
  const Ty i32 = p.types->integer(IntKind::I32);
  CHECK(p.infer.evaluate(p.bound(partial, {p.typeNamed("A"), i32})) == Answer::Unknown);
  // A user's own type has the impls of the user's crate and the blanket ones, which are always declared.
  CHECK(p.infer.evaluate(p.bound(partial, {p.typeNamed("M"), i32})) == Answer::No);
  CHECK(p.infer.evaluate(p.bound(partial, {p.typeNamed("W"), i32})) == Answer::Unknown);
  CHECK(p.infer.evaluate(p.bound(partial, {p.typeNamed("A"), p.typeNamed("A")})) == Answer::Yes);
  // One declared impl that fits is no reason to think that it is the one.
  const Ty x = p.infer.newTypeVar({});
  p.require(p.bound(partial, {p.types->boolean, x}));
  p.infer.selectWherePossible();
  CHECK(p.types->is(p.infer.shallow(x), TyKind::Infer));
  p.infer.selectAll();
  const std::vector<FailedObligation> failures = p.infer.takeFailures();
  REQUIRE(failures.size() == 1);
  CHECK(failures[0].answer == Answer::Unknown);
}

TEST_CASE("a type may say that an impl of a complete trait is not declared") {
  Inference p("type A = std::num::Wrapping<u8>; type B = std::cell::Cell<u8>;");
  CHECK(p.holds("A", "Copy") == Answer::Unknown);
  CHECK(p.holds("A", "Neg") == Answer::Unknown);
  CHECK(p.holds("A", "Iterator") == Answer::No);
  CHECK(p.holds("B", "Copy") == Answer::No);
}

TEST_CASE("a missing supertrait decides even where impls are not all declared") {
  Inference p("type A = [u8; 3]; type R = std::ops::Range<u8>;");
  const DefId partial = p.trait_("ExactSizeIterator");
  REQUIRE(p.program->isComplete(p.program->lang(LangItem::IteratorTrait)));
  CHECK(p.holds("A", "ExactSizeIterator") == Answer::No);
  CHECK(p.infer.implements(p.types->unknown, partial) == Answer::Unknown);
}

TEST_CASE("a variable that nothing determines is ambiguous, not unknown") {
  Inference p("");
  p.require(p.bound(p.trait_("Into"), {p.types->integer(IntKind::I32), p.infer.newTypeVar({})}));
  p.infer.selectAll();
  const std::vector<FailedObligation> failures = p.infer.takeFailures();
  CHECK(!failures.empty());
  for (const FailedObligation &failure : failures)
    CHECK(failure.answer == Answer::Ambiguous);
}

TEST_CASE("what mentions an unknown type is unknown") {
  Inference p("");
  const Ty list = p.types->tuple({p.types->unknown, p.types->boolean});
  CHECK(p.infer.isCopy(list) == Answer::Unknown);
  CHECK(p.infer.isCopy(p.types->tuple({p.types->unknown, p.types->str})) == Answer::No);
  CHECK(p.infer.isCopy(p.types->tuple({p.types->error, p.types->boolean})) == Answer::Yes);
}

} // namespace

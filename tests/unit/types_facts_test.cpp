// Drop glue, field types and inhabitedness of finished types.
#include "support.hpp"

#include "frontend/types/infer.hpp"

#include <doctest/doctest.h>

using namespace lien;
using lien::test::TestProgram;

namespace {

struct Facts : TestProgram {
  explicit Facts(std::string text, llvm::StringRef item = "")
      : TestProgram(std::move(text)), facts(*program, item.empty() ? ParamEnv{} : paramEnvOf(*program, def(item))) {}
  Answer drops(llvm::StringRef type) { return facts.needsDrop(eraseRegions(*types, typeNamed(type))); }
  Answer empty(llvm::StringRef type, llvm::StringRef module = "") {
    return facts.isUninhabited(eraseRegions(*types, typeNamed(type)), module.empty() ? resolver->userRoot() : def(module));
  }
  TypeFacts facts;
};

TEST_CASE("what has drop glue") {
  Facts p(
      "struct D; impl Drop for D { fn drop(&mut self) {} } struct Plain(u8, char); struct Holds(u8, Option<D>); enum E { A(u8), B { d: D } } enum F { A, B }"
      "type T0 = D; type T1 = Plain; type T2 = Holds; type T3 = E; type T4 = F; type T5 = &'static D; type T6 = (u8, D); type T7 = [D; 2]; type T8 = [D; 0];"
      "type T9 = Vec<u8>; type T10 = Box<u8>; type T11 = String; type T12 = std::mem::ManuallyDrop<D>; type T13 = std::marker::PhantomData<D>; type T14 = "
      "fn(D) -> D;"
      "type T15 = Option<u8>; type T16 = Option<String>; type T17 = std::rc::Rc<u8>; type T18 = dyn Fn(); type T19 = std::cell::Cell<u8>; type T20 = "
      "[String];");
  for (const char *name : {"T0", "T2", "T3", "T6", "T7", "T9", "T10", "T11", "T16", "T17", "T18", "T20"})
    CHECK_MESSAGE(p.drops(name) == Answer::Yes, std::string(name));
  for (const char *name : {"T1", "T4", "T5", "T8", "T12", "T13", "T14", "T15", "T19"})
    CHECK_MESSAGE(p.drops(name) == Answer::No, std::string(name));
}

TEST_CASE("recursive types have an answer") {
  Facts p("struct List<'a> { next: Option<&'a List<'a>>, tree: Leaf } enum Leaf { End, More(u8) } enum Tree { End, Node(Box<Tree>) }"
          "enum P<'a> { Q(Option<&'a P<'a>>), R } type A = List<'static>; type B = Tree; type C = P<'static>;");
  CHECK(p.drops("A") == Answer::No);
  CHECK(p.drops("B") == Answer::Yes);
  CHECK(p.drops("C") == Answer::No);
}

TEST_CASE("parameters need drop unless they are Copy") {
  Facts p("fn f<T, U: Copy, I: Iterator>(t: T, u: U, i: I::Item) {}", "f");
  const FnSig sig = p.program->fn(p.def("f")).sig;
  CHECK(p.facts.needsDrop(sig.inputs[0]) == Answer::Yes);
  CHECK(p.facts.needsDrop(sig.inputs[1]) == Answer::No);
  CHECK(p.facts.needsDrop(sig.inputs[2]) == Answer::Yes);
  CHECK(p.facts.isCopy(sig.inputs[1]) == Answer::Yes);
  CHECK(p.facts.isCopy(sig.inputs[0]) == Answer::No);
}

TEST_CASE("fields in terms of the arguments, projections replaced") {
  Facts p("struct W<I: Iterator> { first: Option<I::Item>, rest: I } type A = W<std::ops::Range<u16>>;");
  CHECK(p.print(p.facts.fieldType(p.typeNamed("A"), 0, 0)) == "Option<u16>");
  CHECK(p.print(p.facts.boxContent(p.types->adt(p.program->lang(LangItem::BoxStruct), p.types->args({GenericArg(p.types->str)})))) == "str");
}

TEST_CASE("types without values") {
  Facts p("enum Void {} struct Has(pub Void); mod m { pub struct Hides(super::Void); pub enum Opt { A(super::Void), B } pub enum Gone { A(super::Void), B { x: "
          "super::Void } } }"
          "type A = Void; type C = Has; type D = m::Hides; type E = m::Opt; type F = m::Gone; type G = (u8, Void); type H = [Void; 0]; type I = [Void; 2]; "
          "type J = &'static Void;"
          "enum Both { A(Void), B(std::convert::Infallible) } type K = Both; type L = Option<Void>; type M = Box<Void>;");
  for (const char *name : {"A", "C", "F", "G", "I", "K"})
    CHECK_MESSAGE(p.empty(name) == Answer::Yes, std::string(name));
  for (const char *name : {"D", "E", "H", "J", "L", "M"})
    CHECK_MESSAGE(p.empty(name) == Answer::No, std::string(name));
  CHECK(p.empty("D", "m") == Answer::Yes);
  CHECK(p.facts.isUninhabited(p.types->never, p.resolver->userRoot()) == Answer::Yes);
}

} // namespace

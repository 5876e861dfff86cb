// Lookup of methods and associated items.
#include "support.hpp"

#include "frontend/types/infer.hpp"

#include <doctest/doctest.h>

using namespace lien;
using lien::test::TestProgram;

namespace {

using Autoref = InferContext::MethodPick::Autoref;
using Error = InferContext::MethodError;

struct Inference : TestProgram {
  explicit Inference(std::string text, llvm::StringRef item = "")
      : TestProgram(std::move(text)), infer(*program, item.empty() ? ParamEnv{} : paramEnvOf(*program, def(item))) {}

  InferContext::MethodResult method(Ty receiver, llvm::StringRef name, DefId module = {}) {
    return infer.lookupMethod(receiver, symbol(name), module.isValid() ? module : resolver->userRoot(), {});
  }
  /// "Parent::method derefs&": where it was found and how the receiver is adjusted.
  std::string found(llvm::StringRef type, llvm::StringRef name) { return show(method(typeNamed(type), name)); }
  std::string show(const InferContext::MethodResult &result) {
    if (!result.pick)
      return "error " + std::to_string(static_cast<int>(result.error));
    const Def &def = program->def(result.pick->method);
    const Def &parent = program->def(def.parent);
    std::string text = parent.kind == DefKind::Impl ? print(eraseRegions(*types, program->impl(def.parent).self_type)) : symbols->text(parent.name).str();
    text += "::" + symbols->text(def.name).str() + " " + std::string(result.pick->derefs, '*');
    text += result.pick->unsize ? "[]" : "";
    text += result.pick->autoref == Autoref::Ref ? "&" : result.pick->autoref == Autoref::Mut ? "&mut" : "";
    return text;
  }
  std::string failure(Error error) { return "error " + std::to_string(static_cast<int>(error)); }
  InferContext infer;
};

TEST_CASE("by value, then by reference, then by mutable reference") {
  Inference p("struct S; impl S { fn take(self) {} fn look(&self) {} fn change(&mut self) {} fn make() {} } type A = S; type B = &'static S; type C = Box<S>;");
  CHECK(p.found("A", "take") == "S::take ");
  CHECK(p.found("A", "look") == "S::look &");
  CHECK(p.found("A", "change") == "S::change &mut");
  CHECK(p.found("A", "make") == p.failure(Error::NotFound));
  CHECK(p.found("B", "look") == "S::look ");
  CHECK(p.found("B", "take") == "S::take *");
  CHECK(p.found("B", "change") == "S::change *&mut");
  CHECK(p.found("C", "change") == "S::change *&mut");
}

TEST_CASE("receivers other than self and references") {
  Inference p("struct S; impl S { fn boxed(self: Box<Self>) {} fn counted(self: std::rc::Rc<Self>) {} fn by_ref(self: &Self) {} } type A = Box<S>; type B = "
              "std::rc::Rc<S>; type C = S;");
  CHECK(p.found("A", "boxed") == "S::boxed ");
  CHECK(p.found("B", "counted") == "S::counted ");
  CHECK(p.found("A", "by_ref") == "S::by_ref *&");
  CHECK(p.found("C", "boxed") == p.failure(Error::NotFound));
}

TEST_CASE("inherent methods come before those of traits, at the same step only") {
  Inference p("trait Tr { fn same(&self) {} fn near(self) where Self: Sized {} } struct S; impl Tr for S {} impl S { fn same(&self) {} fn near(&self) {} } "
              "type A = S;");
  CHECK(p.found("A", "same") == "S::same &");
  CHECK(p.found("A", "near") == "Tr::near ");
}

TEST_CASE("traits must be in scope") {
  Inference p("mod m { pub trait Tr { fn go(&self) {} } impl Tr for super::S {} } struct S; type A = S; mod n { use super::m::Tr; }");
  const InferContext::MethodResult miss = p.method(p.typeNamed("A"), "go");
  REQUIRE(!miss.pick);
  CHECK(miss.error == Error::NotFound);
  REQUIRE(miss.candidates.size() == 1);
  CHECK(miss.candidates[0] == p.def("Tr"));
  CHECK(p.show(p.method(p.typeNamed("A"), "go", p.def("n"))) == "Tr::go &");
}

TEST_CASE("two traits that fit are ambiguous") {
  Inference p("trait A { fn go(&self) {} } trait B { fn go(&self) {} } struct S; impl A for S {} impl B for S {} type X = S;");
  const InferContext::MethodResult result = p.method(p.typeNamed("X"), "go");
  CHECK(result.error == Error::Ambiguous);
  CHECK(result.candidates.size() == 2);
}

TEST_CASE("private methods are skipped and remembered") {
  Inference p("mod m { pub struct S; impl S { fn hidden(&self) {} } } trait Tr { fn hidden(&self) {} } type A = m::S;");
  const InferContext::MethodResult result = p.method(p.typeNamed("A"), "hidden");
  CHECK(result.error == Error::Private);
  CHECK(result.candidate == p.def("S::hidden"));
}

TEST_CASE("bounds of the impl decide") {
  Inference p("struct W<T>(T); impl<T: Copy> W<T> { fn go(&self) {} } type A = W<u8>; type B = W<String>; struct N; type C = W<N>;");
  CHECK(p.found("A", "go") == "W<T>::go &");
  const InferContext::MethodResult result = p.method(p.typeNamed("B"), "go");
  CHECK(result.error == Error::BadBounds);
  CHECK(result.candidate == p.def("W::go"));
  CHECK(p.print(result.unsatisfied.trait.self()) == "String");
  CHECK(p.method(p.typeNamed("C"), "go").error == Error::BadBounds);
}

TEST_CASE("a derived impl whose bounds fail exists all the same") {
  Inference p("#[derive(Clone)] struct W<T>(T); struct N; type A = W<N>;");
  CHECK(p.method(p.typeNamed("A"), "clone").error == Error::BadBounds);
  Inference q("struct N; type A = N;");
  CHECK(q.method(q.typeNamed("A"), "clone").error == Error::NotFound);
}

TEST_CASE("specialised inherent impls are told apart") {
  Inference p("struct W<T>(T); impl W<u8> { fn go(&self) {} } impl W<i8> { fn go(&self) {} } type A = W<i8>; type B = W<char>;");
  CHECK(p.found("A", "go") == "W<i8>::go &");
  CHECK(p.found("B", "go") == p.failure(Error::NotFound));
}

TEST_CASE("bounds on a parameter need no scope") {
  Inference p("mod m { pub trait Sup { fn up(&self) {} } pub trait Tr: Sup { fn go(&self) {} } } fn f<T: m::Tr, U>(t: T, u: U) {}", "f");
  CHECK(p.found("f", "go") == "Tr::go &");
  CHECK(p.found("f", "up") == "Sup::up &");
  CHECK(!p.method(p.program->fn(p.def("f")).sig.inputs[1], "go").pick);
}

TEST_CASE("trait objects have their traits' methods") {
  Inference p("mod m { pub trait Sup { fn up(&self) {} } pub trait Tr: Sup { fn go(&self) {} } } type A = &'static dyn m::Tr; type B = Box<dyn m::Tr>;");
  CHECK(p.found("A", "go") == "Tr::go ");
  CHECK(p.found("A", "up") == "Sup::up ");
  CHECK(p.found("B", "go") == "Tr::go *&");
}

TEST_CASE("library methods, through dereferences and unsizing") {
  Inference p("type A = Vec<u8>; type B = [u8; 4]; type C = String; type D = &'static mut Vec<u8>; type E = Option<u8>;");
  CHECK(p.found("A", "push") == "Vec<T>::push &mut");
  CHECK(p.found("A", "iter") == "[T]::iter *&");
  CHECK(p.found("B", "iter") == "[T]::iter []&");
  CHECK(p.found("C", "trim") == "str::trim *&");
  CHECK(p.found("A", "clone") == "Clone::clone &");
  CHECK(p.found("B", "clone") == "Clone::clone &");
  CHECK(p.found("D", "push") == "Vec<T>::push "); // reborrowed, not dereferenced
  CHECK(p.found("D", "into_iter") == "IntoIterator::into_iter ");
  CHECK(p.found("E", "unwrap") == "Option<T>::unwrap ");
}

TEST_CASE("clone of a reference to what cannot be cloned clones the reference") {
  Inference p("struct N; type A = &'static N; type B = &'static u8;");
  CHECK(p.found("A", "clone") == "Clone::clone &");
  CHECK(p.found("B", "clone") == "Clone::clone ");
}

TEST_CASE("undetermined receivers") {
  Inference p("trait Tr { fn go(&self) {} } impl Tr for i8 {} type R = std::rc::Rc<u8>;");
  const Ty x = p.infer.newTypeVar({});
  CHECK(p.method(x, "go").error == Error::ReceiverUnknown);
  CHECK(p.method(p.types->ref(Region::erased(), x, Mutability::Not), "clone").error == Error::ReceiverUnknown);
  const Ty counted = p.types->adt(p.types->data(p.typeNamed("R")).def, p.types->args({GenericArg(x)}));
  CHECK(p.method(counted, "clone").error == Error::ReceiverUnknown);
  const Ty list = p.types->adt(p.program->lang(LangItem::VecStruct), p.types->args({GenericArg(x)}));
  CHECK(p.show(p.method(list, "push")) == "Vec<T>::push &mut");
  CHECK(p.method(p.infer.newIntVar(), "pow").error == Error::AmbiguousNumeric);
  CHECK(p.show(p.method(p.infer.newIntVar(), "go")) == "Tr::go &");
  CHECK(p.method(p.types->error, "go").error == Error::Silent);
  CHECK(p.method(p.types->unknown, "go").error == Error::Unknown);
}

TEST_CASE("not found on a type that is not fully declared is unknown") {
  Inference p("type A = Vec<u8>; trait Ext { fn no_such_method(&self) {} } impl<T> Ext for Vec<T> {} struct Own(Vec<u8>); type B = Own;");
  REQUIRE(!p.program->isComplete(p.program->lang(LangItem::VecStruct)));
  CHECK(p.method(p.typeNamed("A"), "another_name").error == Error::Unknown);
  CHECK(p.method(p.typeNamed("A"), "no_such_method").error == Error::Unknown);
  CHECK(p.method(p.typeNamed("B"), "another_name").error == Error::NotFound);
}

TEST_CASE("a field of that name is mentioned") {
  Inference p("struct S { amount: u8 } type A = &'static S;");
  const InferContext::MethodResult result = p.method(p.typeNamed("A"), "amount");
  CHECK(result.error == Error::NotFound);
  CHECK(result.candidate == p.def("S::amount"));
}

TEST_CASE("arguments of the picked impl are inferred from the receiver") {
  Inference p("struct W<T, U>(T, U); impl<U, T> W<T, U> { fn go(&self) {} } type A = W<u8, char>;");
  const InferContext::MethodResult result = p.method(p.typeNamed("A"), "go");
  REQUIRE(result.pick);
  CHECK(p.print(p.infer.resolve(result.pick->parent_args[0].type())) == "char");
  CHECK(p.print(p.infer.resolve(result.pick->parent_args[1].type())) == "u8");
}

TEST_CASE("associated items of types") {
  Inference p("struct S; impl S { const N: u8 = 1; fn new() -> S { S } } trait Tr { const M: u8 = 2; fn make() {} } impl Tr for S {} type A = S; type V = "
              "Vec<u8>; type B = u8;"
              "fn f<T: Tr>(t: T) {}",
              "f");
  const auto item = [&](Ty self, llvm::StringRef name) {
    const InferContext::AssocResult result = p.infer.lookupAssoc(self, p.symbol(name), Namespace::Value, p.resolver->userRoot(), {});
    if (!result.pick)
      return p.failure(result.error);
    const Def &def = p.program->def(result.pick->item);
    const Def &parent = p.program->def(def.parent);
    return (parent.kind == DefKind::Impl ? std::string("impl") : p.symbols->text(parent.name).str()) + "::" + p.symbols->text(def.name).str();
  };
  CHECK(item(p.typeNamed("A"), "N") == "impl::N");
  CHECK(item(p.typeNamed("A"), "new") == "impl::new");
  CHECK(item(p.typeNamed("A"), "M") == "Tr::M");
  CHECK(item(p.typeNamed("A"), "make") == "Tr::make");
  CHECK(item(p.typeNamed("A"), "none") == p.failure(Error::NotFound));
  CHECK(item(p.typeNamed("V"), "new") == "impl::new");
  CHECK(item(p.typeNamed("V"), "default") == "Default::default");
  CHECK(item(p.typeNamed("f"), "make") == "Tr::make");
  CHECK(item(p.typeNamed("B"), "MAX") == "impl::MAX");
}

} // namespace

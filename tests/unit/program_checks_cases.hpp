// Cases of program_checks_test.cpp. After `//=` stands rustc's answer, written by `tests/oracle/item_cases.py fill`; after `//!` what the checks of items
// say where that differs: a decline, or an error that checking bodies adds.
#pragma once

namespace lien::test {

static const char *const item_cases[] = {
    R"rs(
//# recursive struct
//= E0072@1:1
struct A { x: u8, next: Option<A> }
//# mutual recursion
//= E0072@1:1
struct A { b: B } struct B { c: C } struct C(A);
//# recursive through tuple and array
//= E0072@1:1
struct A { b: (u8, [A; 2]) }
//# recursive through generic
//= E0072@1:17
struct W<T>(T); struct A(W<A>);
//# two cycles
//= E0072@1:1 E0072@1:33
struct A { a: Option<A>, b: B } struct B(Option<B>);
//# recursive through Box is fine
//=
struct A { next: Option<Box<A>>, v: Vec<A>, r: &'static A }
//# recursive enum
//= E0072@1:1
enum L { Nil, Cons(u8, L) }
//# recursive generic
//= E0072@1:1
struct A<T> { t: T, n: Option<A<T>> }
//# polymorphic recursion
//= E0072@1:1
struct A<T> { t: T, n: Option<A<Option<T>>> }
//# recursive zero array
//= E0072@1:1
struct A { n: [A; 0] }
//# two fields recursive
//= E0072@1:1
struct A { n: Option<A>, m: Option<A> }
//# five cycle
//= E0072@1:1
struct A(B); struct B(C); struct C(D); struct D(E); struct E(A);
//# phantom recursion ok
//=
struct A { n: std::marker::PhantomData<A> }
//# duplicate field
//= E0124@1:26
struct A { a: u8, b: u8, a: u16 }
//# duplicate field in variant
//= E0124@1:21
enum A { V { x: u8, x: u8 } }
//# duplicate variant
//= E0428@1:13
enum A { V, V }
//# duplicate discriminants
//= E0081@1:1
enum A { X = 1, Y = 1 }
//# duplicate discriminant implicit
//= E0081@1:1
enum A { X, Y = 0, Z }
//# duplicate discriminant implicit 2
//= E0081@1:1
enum A { X = 1, Y = 0, Z }
//# three same
//= E0081@1:1
enum A { X = 1, Y = 1, Z = 1 }
//# two pairs
//= E0081@1:1 E0081@1:1
enum A { X = 1, Y = 1, Z = 2, W = 2 }
//# discriminant with const
//= E0081@2:1
const K: isize = 3;
enum A { X = K, Y = 3 }
//# discriminant overflow
//= E0370@1:26
enum A { X = isize::MAX, Y }
//# discriminants on tuple variants without repr
//= E0732@1:1
enum A { X(u8) = 1, Y = 2 }
//# discriminants type error
//= E0308@1:14
//! L0001@1:14
enum A { X = 1u8 }
//# unused type parameter
//= E0392@1:10
struct A<T>;
//# unused lifetime parameter
//= E0392@1:10
struct A<'a> { x: u8 }
//# unused in enum
//= E0392@1:8 E0392@1:12
enum A<'a, T> { X }
//# used only recursively
//= -@1:26
struct A<T>(Option<Box<A<T>>>);
//# used in bound only
//= E0392@1:10
struct A<T, U: Into<T>>(U);
//# used in where projection
//= E0392@1:10
struct A<T> where T: Iterator { x: u8 }
//# used in assoc
//=
struct A<T: Iterator>(T::Item);
//# const param unused
//=
struct A<const N: usize>;
//# used through other unused
//= E0392@1:10 E0392@1:29
struct A<T>(B<T>); struct B<T>(u8);
//# phantom
//=
struct A<'a, T>(std::marker::PhantomData<&'a T>);
//# fn pointer
//=
struct A<'a, T>(fn(&'a u8) -> T);
//# unused two
//= E0392@1:10 E0392@1:13
struct A<T, U>(u8);
//# unused with error field
//= E0425@1:13
struct A<T>(Missing);
//# default forward reference
//= E0128@1:14
struct A<T = U, U = u8>(T, U);
//# default self reference
//= E0128@1:14
struct A<T = T>(T);
//# default before required
//= -@1:10
struct A<T = u8, U>(T, U);
//# defaults on fn
//=
fn f<T = u8>() {}
//# defaults on impl
//=
struct A<T>(T);
impl<T = u8> A<T> {}
//# default self
//= E0735@1:14
struct A<T = Self>(T);
//# copy derive with string
//= E0204@2:8
#[derive(Clone, Copy)]
struct A { s: String }
//# copy derive two fields
//= E0204@2:8
#[derive(Clone, Copy)]
struct A { s: String, t: Vec<u8>, u: u8 }
//# impl copy with string
//= E0204@3:15
//! L0001@3:6
#[derive(Clone)]
struct A { s: String }
impl Copy for A {}
//# copy enum
//= E0204@2:6
#[derive(Clone, Copy)]
enum A { X(u8), Y(String) }
//# copy generic ok
//=
#[derive(Clone, Copy)]
struct A<T>(T);
//# impl copy generic
//= E0204@3:18
//! L0001@3:9
#[derive(Clone)]
struct A<T>(T);
impl<T> Copy for A<T> {}
//# impl copy with &mut
//= E0204@2:8 E0277@2:14
#[derive(Clone, Copy)]
struct A<'a>(&'a mut u8);
//# copy without clone
//= E0277@2:8
#[derive(Copy)]
struct A;
//# copy and drop
//= E0184@2:8
#[derive(Clone, Copy)]
struct A;
impl Drop for A { fn drop(&mut self) {} }
//# impl copy and drop
//= E0184@3:15
//! L0001@3:6
#[derive(Clone)]
struct A;
impl Copy for A {}
impl Drop for A { fn drop(&mut self) {} }
//# copy for reference
//= E0206@2:15
//! L0001@2:6
struct A;
impl Copy for &'static mut A {}
//# copy for primitive
//= E0117@1:1
//! L0001@1:6
impl Copy for i32 {}
//# drop for primitive
//= E0117@1:1 E0120@1:15
impl Drop for u32 { fn drop(&mut self) {} }
//# drop for reference
//= E0120@2:15
struct A;
impl Drop for &A { fn drop(&mut self) {} }
//# drop for trait object
//= E0120@2:15
//! L0001@1:7 L0001@2:15
trait T {}
impl Drop for dyn T { fn drop(&mut self) {} }
//# drop specialised
//= E0366@2:1
struct A<T>(T);
impl Drop for A<u32> { fn drop(&mut self) {} }
//# drop specialised lifetime
//= E0366@2:1
struct A<'a>(&'a u8);
impl Drop for A<'static> { fn drop(&mut self) {} }
//# drop same params
//= E0366@2:1
struct A<T, U>(T, U);
impl<T> Drop for A<T, T> { fn drop(&mut self) {} }
//# drop extra bound
//= E0367@2:9
struct A<T>(T);
impl<T: Clone> Drop for A<T> { fn drop(&mut self) {} }
//# drop extra where
//= E0367@2:32 E0367@2:40
struct A<T>(T);
impl<T> Drop for A<T> where T: Clone + Copy { fn drop(&mut self) {} }
//# drop bound implied
//= E0277@2:25 E0277@2:32 E0277@2:45
//! E0277@2:25 E0277@2:45
struct A<T: Copy>(T);
impl<T: Clone> Drop for A<T> { fn drop(&mut self) {} }
//# drop unsized
//= E0367@2:6
struct A<T: ?Sized>(Box<T>);
impl<T> Drop for A<T> { fn drop(&mut self) {} }
//# drop outlives
//=
struct A<'a, T>(&'a T);
impl<'a, T: 'a> Drop for A<'a, T> { fn drop(&mut self) {} }
//# drop outlives new
//= E0367@2:1
struct A<'a, 'b>(&'a u8, &'b u8);
impl<'a: 'b, 'b> Drop for A<'a, 'b> { fn drop(&mut self) {} }
//# drop anonymous ok
//=
struct A<'a>(&'a u8);
impl Drop for A<'_> { fn drop(&mut self) {} }
//# drop twice
//= E0119@3:1
struct A;
impl Drop for A { fn drop(&mut self) {} }
impl Drop for A { fn drop(&mut self) {} }
//# drop missing method
//= E0046@2:1
struct A;
impl Drop for A {}
//# drop wrong signature
//= E0053@2:27
struct A;
impl Drop for A { fn drop(&self) {} }
//# drop wrong signature by value
//= E0053@2:27
struct A;
impl Drop for A { fn drop(self) {} }
//# drop extra param
//= E0050@2:27
struct A;
impl Drop for A { fn drop(&mut self, x: u8) {} }
//# drop static
//= E0186@2:19
struct A;
impl Drop for A { fn drop() {} }
//# drop return
//= E0053@2:41
struct A;
impl Drop for A { fn drop(&mut self) -> u8 { 0 } }
//# drop generic method
//= E0049@2:27
struct A;
impl Drop for A { fn drop<T>(&mut self) {} }
//# drop lifetimes
//=
struct A;
impl Drop for A { fn drop<'a>(&'a mut self) {} }
//# drop other method
//= E0407@2:41
struct A;
impl Drop for A { fn drop(&mut self) {} fn other(&self) {} }
//# drop other type
//= E0437@2:19
struct A;
impl Drop for A { type X = u8; fn drop(&mut self) {} }
//# drop other const
//= E0438@2:19
struct A;
impl Drop for A { const X: u8 = 0; fn drop(&mut self) {} }
//# drop pub
//= E0449@2:19
struct A;
impl Drop for A { pub fn drop(&mut self) {} }
//# drop const fn
//= E0379@2:19
struct A;
impl Drop for A { const fn drop(&mut self) {} }
//# negative drop
//= -@2:1 E0658@2:6
//! L0001@2:1
struct A;
impl !Drop for A {}
)rs",
    R"rs(
//# clone field missing
//= E0277@3:12
struct N;
#[derive(Clone)]
struct A { a: N, b: u8 }
//# clone two fields missing
//= E0277@3:10 E0277@3:13
struct N;
#[derive(Clone)]
struct A(N, N);
//# debug field missing
//= E0277@3:12
struct N;
#[derive(Debug)]
struct A { a: N }
//# debug enum
//= E0277@3:12 E0277@3:20
struct N;
#[derive(Debug)]
enum A { X(N), Y { n: N } }
//# partialeq field missing
//= E0369@3:12
struct N;
#[derive(PartialEq)]
struct A { a: N }
//# partialeq enum
//= E0369@3:12 E0369@3:20
struct N;
#[derive(PartialEq)]
enum A { X(N), Y { n: N, m: u8 } }
//# eq field missing
//= E0277@4:12 E0277@4:18
#[derive(PartialEq)]
struct N;
#[derive(PartialEq, Eq)]
struct A { a: N, f: f32 }
//# eq without partialeq
//= E0277@2:8
#[derive(Eq)]
struct A;
//# default field missing
//= E0277@3:12
struct N;
#[derive(Default)]
struct A { a: N }
//# default enum without attribute
//= E0665@1:10
#[derive(Default)]
enum A { X, Y }
//# default enum ok
//=
#[derive(Default)]
enum A { #[default] X, Y(String) }
//# default enum tuple variant
//= -@2:21
#[derive(Default)]
enum A { #[default] X(u8), Y }
//# default enum twice
//= -@1:10
#[derive(Default)]
enum A { #[default] X, #[default] Y }
//# default enum generic adds no bound
//=
struct N;
#[derive(Default)]
enum A<T> { #[default] X, Y(T) }
fn f() -> A<N> { A::default() }
//# default struct generic
//=
#[derive(Default)]
struct A<T>(Option<T>);
//# clone generic box
//=
#[derive(Clone)]
struct A<T>(Box<T>, Option<T>);
//# clone projection
//=
#[derive(Clone)]
struct A<I: Iterator>(I::Item);
//# clone reference
//=
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct A<'a, T>(&'a T);
//# clone mutable reference
//= E0277@2:17
#[derive(Clone)]
struct A<'a, T>(&'a mut T);
//# debug on mutable reference ok
//=
#[derive(Debug, PartialEq, Eq)]
struct A<'a, T>(&'a mut T);
//# derive twice
//= E0119@2:10
#[derive(Clone)]
#[derive(Clone)]
struct A;
//# derive twice in one
//= E0119@1:17
#[derive(Clone, Clone)]
struct A;
//# derive and impl
//= E0119@1:10
//! E0119@1:10 L0001@3:6
#[derive(Clone)]
struct A;
impl Clone for A { fn clone(&self) -> A { A } }
//# derive unknown
//= -@1:10
//! L0001@1:1
#[derive(Foo)]
struct A;
//# copy and clone field
//= E0204@3:8 E0277@3:10
struct N;
#[derive(Clone, Copy)]
struct A(N);
//# partialord without eq
//= E0277@2:8
#[derive(PartialOrd)]
struct A;
//# ord all
//=
#[derive(PartialEq, Eq, PartialOrd, Ord, Hash)]
struct A<T>(T);
//# partialord field
//= E0277@4:10
#[derive(PartialEq)]
struct N;
#[derive(PartialEq, PartialOrd)]
struct A(N);
//# ord field
//= E0277@4:10
#[derive(PartialEq, Eq, PartialOrd)]
struct N;
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct A(N);
//# hash field
//= E0277@3:10
struct N;
#[derive(Hash)]
struct A(N);
//# derive on fn
//= E0774@1:1
#[derive(Clone)]
fn f() {}
//# default field enum
//= E0277@3:19
struct N;
#[derive(Default)]
struct A { a: u8, b: N, c: Option<N> }
//# clone array and tuple and fn
//=
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct A { a: [u8; 3], b: (u8, char), c: fn(u8) -> u8, d: &'static str }
//# debug of generic needs bound at use only
//=
struct N;
#[derive(Debug)]
struct A<T> { t: T }
struct B { a: A<N> }
//# nested derive generic unsatisfied
//= E0277@5:12
struct N;
#[derive(Debug)]
struct A<T> { t: T }
#[derive(Debug)]
struct B { a: A<N> }
//# clone never array of string
//= E0204@2:8
#[derive(Clone, Copy)]
struct A { a: [String; 2] }
//# clone unsized
//=
#[derive(Clone)]
struct A { a: Box<str>, b: Box<[u8]> }
//# partialeq on float eq
//= E0277@2:10
#[derive(PartialEq, Eq)]
struct A(f64);
//# partialeq two
//= E0369@3:10 E0369@3:17
struct N;
#[derive(PartialEq)]
struct A(N, u8, N);
//# clone bounds where
//=
#[derive(Clone)]
struct A<T> where T: Copy { t: T }
//# partialeq recursive
//=
#[derive(PartialEq, Debug, Clone)]
enum L { Nil, Cons(u8, Box<L>) }
//# clone vec of missing
//= E0277@3:12 E0277@3:12 E0369@3:12 E0277@3:23 E0369@3:23
struct N;
#[derive(Clone, Debug, PartialEq)]
struct A { v: Vec<N>, o: Option<N> }
//# default array
//= E0277@2:24
#[derive(Default)]
struct A { a: [u8; 4], b: [u8; 33] }
//# visibility on field
//= E0277@3:12
struct N;
#[derive(Clone)]
struct A { pub a: N, pub(crate) b: u8 }
//# clone copy same types
//= E0204@3:8 E0277@3:10
struct N;
#[derive(Clone, Copy)]
struct A(N, N, [N; 1]);
//# eq same types
//= E0277@5:10
struct N;
#[derive(PartialEq)]
struct M(f32);
#[derive(PartialEq, Eq)]
struct A(M, M, Option<M>, Option<M>);
//# attributes on field
//= E0277@4:3 E0277@4:26
struct N;
#[derive(Clone)]
struct A { /// doc
  a: N, #[allow(unused)] b: N }
//# clone copy generic
//= E0204@3:8 E0277@3:16 E0277@3:19
struct N;
#[derive(Clone, Copy)]
struct A<T>(T, N, N);
//# debug private field in other module
//= E0277@3:12 E0277@3:12
mod m { pub struct N; }
#[derive(Debug, Default)]
struct A { n: m::N }
//# eq generic missing
//= E0277@4:13
#[derive(PartialEq)]
struct M<T>(T);
#[derive(PartialEq, Eq)]
struct A<T>(M<T>);
//# partialeq generic struct of missing
//= E0369@3:16
struct N<T>(T);
#[derive(PartialEq)]
struct A<T>(T, N<T>);
//# debug unsized last
//=
#[derive(Debug)]
struct A { a: u8, b: str }
//# clone unsized last
//= E0277@1:10 E0277@1:10 E0277@2:8 E0277@2:19
//! E0277@2:8 E0277@2:19
#[derive(Clone)]
struct A { a: u8, b: str }
//# partialeq fn pointer and never
//=
#[derive(PartialEq, Debug, Clone)]
struct A { f: fn(&u8), g: fn() -> ! }
//# supertrait ord
//= E0277@2:8
#[derive(PartialEq, Eq, Ord)]
struct A;
//# derive on generic with lifetime and const
//=
#[derive(Clone, Debug, PartialEq)]
struct A<'a, T, const N: usize> { a: &'a [T; N], b: Option<T> }
//# projection bound field
//=
#[derive(Debug)]
struct A<I: Iterator> { i: Option<I::Item> }
//# default on enum with discriminants
//=
#[derive(Default, Clone, Copy)]
enum A { #[default] X = 3, Y }
//# default attribute on struct field
//= -@2:12
//! L0001@2:12
#[derive(Default)]
struct A { #[default] a: u8 }
//# default attribute without derive
//= -@1:12
enum A { #[default] X, Y }
)rs",
    R"rs(
//# hash twice
//= E0277@3:10 E0277@3:13
struct N;
#[derive(Hash)]
struct A(N, N);
//# ord twice
//= E0277@4:10 E0277@4:13
#[derive(PartialEq, Eq, PartialOrd)]
struct N;
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct A(N, N);
//# partial ord twice
//= E0277@4:10 E0277@4:13
#[derive(PartialEq)]
struct N;
#[derive(PartialEq, PartialOrd)]
struct A(N, N);
//# default twice
//= E0277@3:10 E0277@3:13
struct N;
#[derive(Default)]
struct A(N, N);
//# debug twice
//= E0277@3:10
struct N;
#[derive(Debug)]
struct A(N, N);
//# debug many
//= E0277@3:10
struct N;
#[derive(Debug)]
struct A(N, N, N, N, N, N, N, N);
//# debug enum variants
//= E0277@3:12 E0277@3:21
struct N;
#[derive(Debug)]
enum A { X(N, N), Y(N) }
//# clone enum variants
//= E0277@3:12 E0277@3:15 E0277@3:21
struct N;
#[derive(Clone)]
enum A { X(N, N), Y(N) }
//# clone copy enum variants
//= E0204@3:6 E0277@3:12
struct N;
#[derive(Clone, Copy)]
enum A { X(N, N), Y(N) }
//# hash enum
//= E0277@3:12 E0277@3:15 E0277@3:21
struct N;
#[derive(Hash)]
enum A { X(N, N), Y(N) }
//# eq enum
//= E0277@4:12
#[derive(PartialEq)]
struct N;
#[derive(PartialEq, Eq)]
enum A { X(N, N), Y(N) }
//# eq generic
//= E0277@4:13
#[derive(PartialEq)]
struct N;
#[derive(PartialEq, Eq)]
struct A<T>(N, N, T);
//# debug different reasons
//= E0277@4:12 E0277@4:18
struct N;
struct M;
#[derive(Debug)]
struct A { a: N, b: M, c: Vec<N>, d: N }
//# debug empty
//=
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum A {}
//# default empty enum
//= E0665@1:10
#[derive(Default)]
enum A {}
)rs",
    R"rs(
//# inherent on foreign
//= E0116@1:1
impl Vec<u8> { fn f() {} }
//# inherent on primitive
//= E0390@1:1
impl u8 { fn f() {} }
//# inherent on reference
//= E0390@2:1
struct A;
impl &A { fn f() {} }
//# inherent on tuple
//= E0390@1:1
impl (u8, u8) { }
//# inherent on parameter
//= E0118@1:1
impl<T> T { fn f() {} }
//# inherent on slice
//= E0390@2:1
struct A;
impl [A] { fn f() {} }
//# inherent on str
//= E0390@1:1
impl str { }
//# inherent on fn pointer
//= E0390@1:1
impl fn() { }
//# inherent on never
//= E0116@1:1
impl Box<u8> { }
//# unconstrained type
//= E0207@2:6
struct A;
impl<T> A { fn f() {} }
//# unconstrained two
//= E0207@2:6 E0207@2:9
struct A<T>(T);
impl<T, U, V> A<V> { }
//# unconstrained lifetime ok
//=
struct A;
impl<'a> A { fn f(&'a self) {} }
//# unconstrained by projection
//= E0207@2:6
struct A<T>(T);
impl<I: Iterator> A<I::Item> {}
//# constrained by projection predicate
//=
struct A<T>(T);
impl<I, T> A<I> where I: Iterator<Item = T> {}
//# unconstrained const
//= E0207@2:6
struct A;
impl<const N: usize> A { }
//# constrained const
//=
impl<const N: usize> A<N> { }
struct A<const N: usize>;
//# unconstrained const expr
//= E0207@2:6
struct A<const N: usize>;
impl<T, const N: usize> A<N> { }
//# duplicate methods
//= E0592@2:20
struct A;
impl A { fn f() {} fn f(&self) {} }
//# duplicate methods two impls
//= E0592@2:10
struct A;
impl A { fn f() {} }
impl A { fn f(&self) {} }
//# duplicate methods disjoint
//=
struct A<T>(T);
impl A<u8> { fn f() {} }
impl A<u16> { fn f() {} }
//# duplicate methods overlapping
//= E0592@2:14
struct A<T>(T);
impl A<u8> { fn f() {} }
impl<T> A<T> { fn f() {} }
//# duplicate method with bound
//= E0592@2:18
struct A<T>(T);
impl A<String> { fn f() {} }
impl<T: Copy> A<T> { fn f() {} }
//# duplicate const and fn
//= E0592@2:27
struct A;
impl A { const F: u8 = 0; fn F() {} }
//# duplicate consts
//= E0592@2:27
struct A;
impl A { const F: u8 = 0; const F: u8 = 1; }
//# assoc type in inherent
//= E0658@2:10
struct A;
impl A { type X = u8; }
//# duplicate in trait impl
//= E0201@2:41
struct A;
impl Drop for A { fn drop(&mut self) {} fn drop(&mut self) {} }
//# duplicates three
//= E0592@2:10 E0592@2:10 E0592@3:10
struct A;
impl A { fn f() {} }
impl A { fn f() {} }
impl A { fn f() {} }
//# self type wrong
//= E0307@2:21
struct A;
impl A { fn f(self: u8) {} }
//# self type generic
//= E0307@2:21
struct A;
impl A { fn f(self: &u8) {} }
//# self type box ok
//=
struct A;
impl A { fn f(self: Box<Self>) {} fn g(self: std::rc::Rc<Self>) {} fn h(self: &A) {} fn i(self: std::pin::Pin<&mut Self>) {} fn j(self: Box<&Self>) {} }
//# self type vec
//= E0307@2:21
struct A;
impl A { fn f(self: Vec<Self>) {} }
//# self type param
//= E0801@2:24
struct A;
impl A { fn f<T>(self: T) {} }
//# self alias
//=
struct A;
type B = A;
impl A { fn f(self: B) {} fn g(self: &B) {} }
//# self of other instance
//= E0307@2:25
struct A<T>(T);
impl A<u8> { fn f(self: A<u16>) {} }
//# main generic
//= E0131@1:8
fn main<T>() {}
//# main lifetime
//= E0131@1:8
fn main<'a>() {}
//# main with argument
//= E0580@1:1
fn main(x: u8) {}
//# main returns
//= E0277@1:14
fn main() -> u8 { 0 }
//# main returns result
//=
fn main() -> Result<(), String> { Ok(()) }
//# main result of wrong
//= E0277@2:14
struct E;
fn main() -> Result<(), E> { Ok(()) }
//# main result of value
//= E0277@1:14
fn main() -> Result<u8, String> { Ok(0) }
//# main never
//=
fn main() -> ! { loop {} }
//# main where
//= E0646@1:11
fn main() where u8: Copy {}
//# main exit code
//=
fn main() -> std::process::ExitCode { std::process::ExitCode::SUCCESS }
//# main option
//= E0277@1:14
fn main() -> Option<()> { None }
//# main const
//=
const fn main() {}
//# main impl trait
//= E0277@1:14
//! L0001@1:14
fn main() -> impl Copy {}
//# visibility on trait impl items
//= E0449@2:1
struct A;
pub impl Drop for A { fn drop(&mut self) {} }
//# visibility on inherent impl
//= E0449@2:1
struct A;
pub impl A { }
//# visibility on variant
//= E0449@1:10 E0449@1:19
enum A { pub X, Y(pub u8) }
//# overlapping trait impls derive and impl
//= E0119@1:10
//! E0119@1:10 L0001@3:6
#[derive(Clone)]
struct A<T>(T);
impl Clone for A<u8> { fn clone(&self) -> Self { loop {} } }
//# foreign trait foreign type
//= E0117@1:1
//! L0001@1:6
impl Clone for Vec<u8> { fn clone(&self) -> Self { loop {} } }
//# foreign trait for parameter
//= E0210@1:6 E0120@1:18
impl<T> Drop for T { fn drop(&mut self) {} }
//# foreign trait for parameter other
//= E0210@1:6
//! L0001@1:9
impl<T> Clone for T { fn clone(&self) -> Self { loop {} } }
//# sized impl
//= E0322@2:1
//! L0001@2:6
struct A;
impl Sized for A {}
//# auto trait sized bound
//= E0046@2:1 E0183@2:6 E0658@2:6 E0277@2:17
//! L0001@2:6
struct A;
impl Fn<()> for A { }
//# send unsafe
//= E0200@2:1
//! L0001@2:6
struct A;
impl Send for A {}
//# unknown method of trait
//= E0407@2:47
//! L0001@2:6 E0407@2:47
struct A;
impl Clone for A { fn clone(&self) -> A { A } fn foo() {} }
)rs",
    R"rs(
//# recursion and unused
//= E0072@1:1 -@1:22
struct A<T>(Option<A<T>>);
//# static array recursion with wrong
//= E0072@1:19
struct A { b: B } struct B(Option<B>);
//# e0592 local disjoint by bound
//=
struct N; struct A<T>(T);
impl A<N> { fn f() {} }
impl<T: Copy> A<T> { fn f() {} }
//# e0592 refs
//=
struct A<T>(T);
impl<T> A<&T> { fn f() {} }
impl<T> A<&mut T> { fn f() {} }
//# e0592 tuple
//= E0592@2:22
struct A<T>(T);
impl<T> A<(T, u8)> { fn f() {} }
impl<T> A<(u8, T)> { fn f() {} }
//# e0592 lifetimes
//= E0592@2:19
struct A<'a>(&'a u8);
impl A<'static> { fn f() {} }
impl<'a> A<'a> { fn f() {} }
//# e0592 const generics
//=
struct A<const N: usize>;
impl A<1> { fn f() {} }
impl A<2> { fn f() {} }
impl<const N: usize> A<N> { fn g() {} }
//# e0592 same impl three
//= E0592@2:20 E0592@2:30
struct A;
impl A { fn f() {} fn f() {} fn f() {} }
//# e0592 fn in enum
//= E0592@2:10
enum A { X }
impl A { fn f() {} }
impl A { fn f() {} }
//# e0207 with bounds
//= E0207@2:6
struct A;
impl<T: Clone> A { }
//# missing two items
//= E0046@2:1
//! L0001@2:6
struct A;
impl Iterator for A { }
//# e0050 fewer
//= E0050@2:30
//! L0001@2:6
struct A;
impl PartialEq for A { fn eq(&self) -> bool { true } }
//# e0050 more
//= E0050@2:36
//! L0001@2:6
struct A;
impl Default for A { fn default(x: u8, y: u8) -> A { A } }
//# e0185
//= E0185@2:22
//! L0001@2:6
struct A;
impl Default for A { fn default(&self) -> A { A } }
//# e0053 second param
//= E0053@2:44
//! L0001@2:6
struct A;
impl PartialEq for A { fn eq(&self, other: A) -> bool { true } }
//# e0053 return missing
//= E0053@2:47
//! L0001@2:6
struct A;
impl PartialEq for A { fn eq(&self, other: &A) { } }
//# e0195
//= E0195@2:29
//! L0001@2:6
struct A;
impl Clone for A { fn clone<'a>(&'a self) -> A where 'a: 'a { A } }
//# orphan with local arg
//=
//! L0001@2:6
struct A;
impl From<A> for u8 { fn from(a: A) -> u8 { 0 } }
//# orphan fundamental
//=
//! L0001@2:6
struct A;
impl Clone for Box<A> { fn clone(&self) -> Self { loop {} } }
//# orphan ref
//=
//! L0001@2:6
struct A;
impl Default for &A { fn default() -> Self { loop {} } }
//# orphan uncovered
//= E0210@2:6
//! L0001@2:9
struct A;
impl<T> From<A> for T { fn from(a: A) -> T { loop {} } }
//# orphan tuple
//= E0117@2:1
//! L0001@2:6
struct A;
impl Default for (A, u8) { fn default() -> Self { loop {} } }
//# const not run
//= E0080@1:15
//! L0001@1:15
const A: u8 = f();
const fn f() -> u8 { 200 + 100 }
//# const fn overflow unused
//=
const fn f() -> u8 { 200 + 100 }
//# assoc const overflow
//=
struct S;
impl S { const A: u8 = 0 - 1; }
//# assoc const generic overflow unused
//=
struct S<T>(T);
impl<T> S<T> { const A: u8 = 0 - 1; }
//# const with panic
//= E0080@53:9
//! L0001@1:25
const A: u8 = if true { panic!() } else { 0 };
//# const index
//= E0080@2:15
//! L0001@2:15
const A: [u8; 2] = [1, 2];
const B: u8 = A[2];
//# const in fn
//= E0080@1:24
fn f() { const A: u8 = 0 - 1; }
//# static mut
//=
static mut A: u8 = 0;
//# const destructor
//=
const A: String = String::new();
const B: Vec<u8> = Vec::new();
static C: Option<Box<u8>> = None;
//# static not sync
//= E0277@1:11
//! L0001@1:33
static A: std::cell::Cell<u8> = std::cell::Cell::new(0);
//# const mut ref
//= E0764@1:20
//! L0001@1:20
const A: &mut u8 = &mut 0;
//# const call non const
//= E0015@2:15
//! L0001@2:15
fn g() -> u8 { 0 }
const A: u8 = g();
//# main in module
//=
mod m { pub fn main<T>() {} }
fn main() {}
//# main twice
//= E0428@2:1
fn main() {}
fn main() {}
//# main imported
//=
mod m { pub fn main() {} }
use m::main;
//# main is struct
//=
struct main;
//# enum repr
//= E0370@2:19
#[repr(u8)]
enum A { X = 255, Y }
//# enum repr negative
//= E0600@2:14
//! L0001@2:14
#[repr(u8)]
enum A { X = -1 }
//# enum repr dup
//= E0081@2:1
#[repr(i8)]
enum A { X = -1, Y = -1 }
//# enum repr on empty
//= E0084@1:8
#[repr(u8)]
enum A { }
//# enum discriminants cast
//= E0081@1:1
enum A { X = 1 + 2, Y = 3, Z = 1 << 4 }
//# field named twice in tuple? no
//=
struct A(u8, u8);
//# alias with bound unused ok
//=
type A<T: Copy> = Vec<T>;
//# struct where lifetime unused
//= E0392@1:10
struct A<'a, T: 'a>(T);
//# inherent impl on alias
//= E0592@3:10
struct A;
type B = A;
impl B { fn f() {} }
impl A { fn f() {} }
//# inherent on library alias
//= E0116@2:1
type B = Vec<u8>;
impl B { fn f() {} }
//# projection self
//= E0118@1:1 E0207@1:6
impl<T: Iterator> T::Item { }
//# dyn inherent
//= E0116@1:1 E0038@1:6
//! L0001@1:6
impl dyn Clone { }
//# dyn inherent std
//= E0116@1:1
//! L0001@1:6
impl dyn std::fmt::Debug { fn f(&self) {} }
//# fn with private type ok
//=
mod m { struct P; pub fn f() -> P { P } }
//# assoc const in impl missing value
//= -@2:10 -@2:23
struct A;
impl A { const X: u8; fn f(); }
//# impl pattern param without body
//=
struct A;
impl A { fn f(&self, (a, b): (u8, u8)) {} }
)rs",
    R"rs(
//# elision output without input
//= E0106@1:11
fn f() -> &u8 { loop {} }
//# elision two inputs
//= E0106@1:25
fn f(x: &u8, y: &u8) -> &u8 { x }
//# elision same named inputs
//= E0106@1:35
fn f<'a>(x: &'a u8, y: &'a u8) -> &u8 { x }
//# elision one named two uses in one parameter
//=
fn f<'a>(x: (&'a u8, &'a u8)) -> &u8 { x.0 }
//# elision from path
//=
struct P<'a>(&'a u8);
fn f(x: P) -> &u8 { x.0 }
//# elision two paths
//= E0106@2:22
struct P<'a>(&'a u8);
fn f(x: P, y: P) -> (&u8, P, P<'_>) { loop {} }
//# elision several missing
//= E0106@1:12
fn f() -> (&u8, &u8) { loop {} }
//# elision self
//=
struct S(u8);
impl S { fn a(&self, y: &u8) -> &u8 { &self.0 } fn b(&mut self, y: &u8) -> &u8 { &self.0 } fn c(self: &Self, y: &u8) -> &u8 { &self.0 } fn d(self: Box<Self>, y: &u8) -> &u8 { y } }
//# elision self by value with lifetime
//= E0106@2:32
struct P<'a>(&'a u8);
impl<'a> P<'a> { fn a(self) -> &u8 { self.0 } fn b(self, y: &u8) -> &u8 { y } }
//# elision self twice
//= E0106@2:45
struct S(u8);
impl S { fn a(self: &Box<&Self>, y: &u8) -> &u8 { y } }
//# elision static input
//=
fn f(x: &'static str) -> &str { x }
//# elision in fn pointer
//= E0106@1:44
fn f(x: fn(&u8) -> &u8, y: fn(&u8, &u8) -> &u8) {}
//# elision in nested fn pointer not counted
//=
fn f(x: fn(&u8), y: &u8) -> &u8 { y }
//# elision through Fn bound
//= E0106@1:36
fn f<F: Fn(&u8) -> &u8, G: Fn() -> &u8>(x: F, g: G) {}
//# elision in struct field
//= E0106@1:15 E0106@1:24 E0106@1:29
struct S { a: &u8, b: (&u8, &str) }
//# elision in path field
//= E0106@2:15 E0106@2:23
struct P<'a>(&'a u8);
struct S { a: P, b: P<'_> }
//# elision two hidden lifetimes
//= E0106@2:15 E0106@3:11
struct P<'a, 'b>(&'a u8, &'b u8);
struct S { a: P }
fn f() -> P { loop {} }
//# elision in enum
//= E0106@1:12 E0106@1:25
enum E { A(&u8), B { x: &str } }
//# elision in alias
//= E0106@1:10
type A = &u8;
//# elision in const and static
//=
const A: &str = "";
static B: &[&str] = &[""];
struct P<'a>(&'a u8);
const C: P = P(&0);
//# elision in assoc const
//=
struct S;
impl S { const A: &str = ""; const B: &'static [&'static str] = &[]; }
//# elision in impl header
//=
struct P<'a>(&'a u8);
impl P<'_> { fn f(&self) -> &u8 { self.0 } }
//# hidden in impl header
//= E0726@2:6
struct P<'a>(&'a u8);
impl P { }
//# elision in where
//= E0637@1:17
fn q<T>() where &T: Copy {}
//# anonymous in bound
//= E0637@1:15
fn r<T: Into<&'_ u8>>() {}
//# hidden in bound
//= E0106@2:14
struct P<'a>(&'a u8);
fn r<T: Into<P>>() {}
//# undeclared lifetime
//= E0261@1:10
fn f(x: &'a u8) {}
//# undeclared lifetime in impl
//= E0261@2:8 E0261@2:23
struct P<'a>(&'a u8);
impl P<'a> { fn f(x: &'b u8) {} }
//# reserved lifetime names
//= E0262@1:6
fn f<'static>() {}
//# reserved underscore
//= E0637@1:6
fn f<'_>() {}
//# shadowed lifetime
//= E0496@2:23
struct P<'a>(&'a u8);
impl<'a> P<'a> { fn f<'a>(x: &'a u8) {} }
//# duplicate param
//= E0403@1:9
fn f<T, T>() {}
//# lifetime after type
//= -@1:9
fn f<T, 'a>(x: &'a T) {}
//# placeholder in signature
//= E0121@1:9
fn f(x: _) {}
//# placeholder nested
//= E0121@1:13
fn f(x: Vec<_>) {}
//# placeholder in return
//= E0121@1:11
fn f() -> _ { 3 }
//# placeholder return nested
//= E0121@1:15
fn f() -> Vec<_> { vec![1] }
//# placeholder in field
//= E0121@1:15 E0121@1:25
struct S { x: _, y: Vec<_> }
//# placeholder in const
//= E0121@1:10 E0121@2:15 E0282@2:20
//! E0121@1:10 E0121@2:15
const A: _ = 3;
static B: Vec<_> = Vec::new();
//# placeholder in alias
//= E0121@1:10
type A = _;
//# placeholder in impl
//= E0121@2:8
struct A<T>(T);
impl A<_> {}
//# placeholder in bound
//= E0121@1:14
fn f<T: Into<_>>() {}
//# cyclic alias
//= E0391@1:10
type A = B;
type B = A;
//# cyclic alias self
//= E0391@1:14
type A = Vec<A>;
//# cyclic alias in fn
//= E0391@1:15
type A = (u8, A);
fn f(x: A) {}
//# alias generic
//=
type A<T> = Vec<T>;
fn f(x: A<u8>) -> A<u8> { x }
//# alias unused parameter
//= E0091@1:8
type A<T> = u8;
//# alias unused lifetime
//=
type A<'a> = u8;
//# unsized parameter
//= E0277@1:9
//!
fn f(x: str) {}
//# unsized parameter slice
//= E0277@1:9
//!
fn f(x: [u8], y: &[u8]) {}
//# unsized return
//= E0277@1:11
//!
fn f() -> str { loop {} }
//# unsized field not last
//= E0277@1:15
struct S { a: str, b: u8 }
//# unsized field last ok
//=
struct S { a: u8, b: str }
//# unsized field in enum
//= E0277@1:12
enum E { A(str) }
//# unsized tuple field
//=
struct S(u8, [u8]);
//# unsized generic field
//= E0277@1:26
struct S<T: ?Sized> { a: T, b: u8 }
//# unsized generic last
//=
struct S<T: ?Sized> { a: u8, b: T }
//# unsized in vec
//= E0277@1:15
struct S { a: Vec<str> }
//# unsized in option
//= E0277@1:9
fn f(x: Option<str>) {}
//# unsized in box ok
//= E0277@1:51
struct S { a: Box<str>, b: Box<[u8]>, c: &'static [str; 0] }
//# unsized array element
//= E0277@1:10
fn f(x: &[str]) {}
//# unsized tuple element
//= E0277@1:10
fn f(x: &(str, u8)) {}
//# unsized alias
//= E0277@2:9
type A = Vec<str>;
fn f(x: A) {}
//# unsized const
//= E0277@1:10 E0507@1:16
//! E0277@1:10
const A: str = *"";
//# unsized static
//= E0277@1:1
static A: [u8] = *b"";
//# bound not met in field
//= E0277@3:15
struct N;
struct B<T: Copy>(T);
struct S { b: B<N> }
//# bound not met in parameter
//= E0277@3:9
struct N;
struct B<T: Copy>(T);
fn f(x: B<N>) {}
//# bound not met in return
//= E0277@3:11
struct N;
struct B<T: Copy>(T);
fn f() -> B<N> { loop {} }
//# bound not met in generic
//= E0277@2:12
struct B<T: Copy>(T);
fn f<T>(x: B<T>) {}
//# bound not met nested
//= E0277@3:14
struct N;
struct B<T: Copy>(T);
fn f(x: Vec<&B<N>>) {}
//# bound not met in impl
//= E0277@2:9 E0277@2:22
struct B<T: Copy>(T);
impl<T> B<T> { fn f(&self) {} }
//# bound not met in const
//= E0277@3:10 E0277@3:19
//! E0277@3:10
struct N;
struct B<T: Copy>(Option<T>);
const X: B<N> = B(None);
//# bound not met in alias is ignored
//=
struct N;
struct B<T: Copy>(T);
type A = B<N>;
//# bound not met through alias
//= E0277@4:9
struct N;
struct B<T: Copy>(T);
type A = B<N>;
fn f(x: A) {}
//# bound not met in default
//= E0277@2:13
struct N;
struct B<T: Copy = N>(T);
//# where clause false
//= E0277@2:14
struct N;
fn f() where N: Copy {}
//# where clause trivial ok
//=
fn f() where u8: Copy {}
//# where clause false on struct
//= E0277@2:16
struct N;
struct S where N: Copy { x: u8 }
//# wf of where clause
//= E0277@3:17 E0277@3:23
struct N;
struct B<T: Copy>(T);
fn f<T>() where B<N>: Clone {}
//# bound in enum
//= E0277@3:12
struct N;
struct B<T: Copy>(T);
enum E { A(B<N>), C }
//# wf in fn pointer
//= E0277@3:12
struct N;
struct B<T: Copy>(T);
fn f(x: fn(B<N>)) {}
//# wf reference lifetime of parameter
//= E0310@1:18
struct S<T> { x: &'static T }
//# wf reference lifetime inferred
//=
struct S<'a, T> { x: &'a T }
//# wf static parameter in fn
//=
fn f<T>(x: &'static T) {}
//# wf lifetime parameter
//= E0310@2:18
struct R<'a, T: 'a>(&'a T);
struct S<T> { x: R<'static, T> }
//# hash map key no bound
//=
struct N;
struct S { m: std::collections::HashMap<N, N> }
//# trait bound is not trait
//= E0404@2:9
struct A;
fn f<T: A>() {}
//# trait not found
//= E0405@1:9
fn f<T: Missing>() {}
//# type not found
//= E0425@1:9
fn f(x: Missing) {}
//# module as type
//= E0573@2:9
mod m {}
fn f(x: m) {}
//# variant as type
//= E0573@2:9
enum E { V }
fn f(x: E::V) {}
//# fn as type
//= E0573@2:9
fn g() {}
fn f(x: g) {}
//# trait as type
//= E0782@1:9
fn f(x: Clone) {}
//# trait as type in box
//= E0782@1:13
fn f(x: Box<Clone>) {}
//# const as type
//= E0573@2:9
const C: u8 = 0;
fn f(x: C) {}
//# self outside
//= E0411@1:9
fn f(x: Self) {}
//# self in struct
//=
struct S { x: Option<Box<Self>> }
//# self in impl header
//= -@2:8
struct A<T>(T);
impl A<Self> {}
//# const fn param pattern
//=
fn f((a, b): (u8, u8), [c, d]: [u8; 2]) {}
//# duplicate argument
//= E0415@1:13
//!
fn f(a: u8, a: u8) {}
//# duplicate argument in pattern
//= E0415@1:17
//!
fn f(a: u8, (b, a): (u8, u8)) {}
//# refutable parameter
//= E0005@1:6
//!
fn f(Some(x): Option<u8>) {}
//# missing body
//= -@1:1
fn f();
//# missing value
//= -@1:1
const A: u8;
//# self in free function
//= -@1:6
fn f(self) {}
//# const param type
//= -@1:19
struct S<const N: String>;
//# const param type generic
//= E0770@1:22
struct S<T, const N: T>(T);
//# const param default
//=
struct S<const N: usize = 3>;
fn f(x: S, y: S<4>) {}
//# const arg of wrong type
//= E0308@2:11
//! L0001@2:11
struct S<const N: usize>;
fn f(x: S<true>) {}
//# const arg char
//=
struct S<const N: char>;
fn f(x: S<'a'>) {}
//# const arg negative
//=
struct S<const N: i8>;
fn f(x: S<-3>) {}
//# const arg expr generic
//= -@2:29 -@2:59
//! L0001@2:29
struct S<const N: usize>;
fn f<const M: usize>(x: S<{ M + 1 }>, y: [u8; M], z: [u8; M + 1]) {}
//# array length not usize
//= -@1:9 E0308@1:14
//! L0001@1:14
fn f(x: [u8; 3u8]) {}
//# array length negative
//= E0600@1:14
//! L0001@1:14
fn f(x: [u8; -1]) {}
//# array length string
//= E0308@1:14
//! L0001@1:14
fn f(x: [u8; "a"]) {}
//# array length overflow
//= E0080@1:14
fn f(x: [u8; 1 - 2]) {}
//# array length const
//=
const N: usize = 3;
const M: u8 = 4;
fn f(x: [u8; N], y: [u8; M as usize], z: [u8; N * 2 + 1]) {}
//# array length const wrong type
//= E0308@2:14
//! L0001@2:14
const M: u8 = 4;
fn f(y: [u8; M]) {}
//# array length not const
//= E0435@1:24
fn f(n: usize, y: [u8; n]) {}
//# array length missing
//= E0425@1:14
fn f(y: [u8; MISSING]) {}
//# array length static
//=
static N: usize = 3;
fn f(y: [u8; N]) {}
//# const cycle
//= E0391@1:1
const A: usize = B;
const B: usize = A;
//# const cycle self
//= E0391@1:1
const A: usize = A + 1;
//# const overflow
//= E0080@1:15
const A: u8 = 255 + 1;
//# const overflow used
//= E0080@1:18
const A: usize = 0 - 1;
fn f(x: [u8; A]) {}
//# const division by zero
//= E0080@1:15
const A: u8 = 1 / 0;
//# const shift overflow
//= E0080@1:15
const A: u8 = 1 << 8;
//# const shift
//=
const A: u8 = 1 << 7;
const B: i8 = -128;
const C: u8 = !0;
const D: u8 = 300u16 as u8;
const E: i32 = i32::MIN;
const F: bool = 1 < 2 && true;
const G: char = 'a';
const H: usize = 'a' as usize;
//# const negation
//= E0080@1:15
const A: i8 = -(-128);
//# const remainder
//= E0080@1:16
const A: i32 = 5 % 0;
//# static overflow
//= E0080@1:16
static A: u8 = 200 + 100;
//# const generic in type of parameter
//=
fn f<const N: usize>(x: [u8; N]) -> [u8; N] { x }
//# copy alone on what is not copy
//= E0204@2:8
#[derive(Copy)]
struct A { s: String }
//# copy alone with a destructor
//= E0184@2:8
#[derive(Copy)]
struct A;
impl Drop for A { fn drop(&mut self) {} }
//# wrong lifetime count leaves no parameter unused
//= E0107@2:14
struct A(u8);
struct B<'a>(A<'a>);
//# orphan without its items
//= E0117@1:1 E0120@1:15
impl Drop for u32 {}
//# trait not found with wrong arguments
//= E0405@2:6 E0425@2:14
struct A;
impl Missing<Other> for A {}
//# type before lifetime in field
//= E0747@2:16
struct S<'a, T>(&'a T);
struct U<'a>(S<u8, 'a>);
//# overflow in parentheses
//= E0080@1:14 E0080@1:30
enum E { X = (1 << 500), Y = (1 / 0) }
//# associated type of a declined trait
//=
//! L0001@1:7 L0001@3:6
trait T { type X; fn f() -> Self::X; }
struct A;
impl T for A { type X = u8; fn f() -> Self::X { 0 } }
)rs",
};

} // namespace lien::test

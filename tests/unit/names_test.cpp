// Names: small programs with the codes and positions that rustc gives them.
#include "names_walk.hpp"

#include "diagnostics/source_map.hpp"

#include "doctest/doctest.h"

#include <algorithm>
#include <tuple>

namespace {

using namespace lien;

/// One program through parser, collection and resolution of every path.
struct Resolved {
  explicit Resolved(llvm::StringRef source, const Library &library = embeddedLibrary())
      : symbols(&librarySymbols(library)), sources(librarySources(library).nextBase()) {
    const FileId file = sources.add("test.rs", source.str());
    parsed = parseFile(sources.file(file), symbols);
    const CrateFile files[] = {{&parsed, nullptr}};
    resolver = resolveCrate(library, symbols, files, types);
    test::walkNames(*resolver, sink);
    for (const Diagnostic &diagnostic : resolver->itemFindings().all())
      sink.report(diagnostic);
  }

  /// "E0425@1:10 …", in order of position.
  std::string findings() const {
    std::vector<Line> lines;
    for (const Diagnostic &diagnostic : parsed.errors)
      lines.push_back(line(diagnostic));
    for (const Diagnostic &diagnostic : sink.all())
      lines.push_back(line(diagnostic));
    std::stable_sort(lines.begin(), lines.end(), [](const Line &a, const Line &b) { return std::tie(a.at, a.text) < std::tie(b.at, b.text); });
    lines.erase(std::unique(lines.begin(), lines.end(), [](const Line &a, const Line &b) { return a.text == b.text; }), lines.end());
    std::string all;
    for (const Line &each : lines)
      all += (all.empty() ? "" : " ") + each.text;
    return all;
  }
  [[nodiscard]] std::vector<std::string> messages() const {
    std::vector<std::string> all;
    for (const Diagnostic &diagnostic : sink.all())
      all.push_back(diagnostic.message);
    return all;
  }
  DefId find(llvm::StringRef name) const {
    for (const DefId id : resolver->userItems())
      if (symbols.text(resolver->defs()[id].name) == name)
        return id;
    return {};
  }

  SymbolTable symbols;
  SourceMap sources;
  ParsedFile parsed;
  TypeStore types;
  std::unique_ptr<Resolver> resolver;
  DiagnosticSink sink;

private:
  struct Line {
    LineColumn at;
    std::string text;
  };
  [[nodiscard]] Line line(const Diagnostic &diagnostic) const {
    const LineColumn at = sources.file(FileId(0)).lineColumn(diagnostic.primary.front().span.lo());
    return {at, stableNameOf(diagnostic.kind).str() + "@" + std::to_string(at.line) + ":" + std::to_string(at.column)};
  }
};

struct Case {
  const char *title;
  const char *source;
  const char *expected; ///< from rustc, E07xx and type errors left out
};

// clang-format off
const Case cases[] = {
    {"values and types that do not exist",
     "fn f() { foo(); bar; let a: Baz; qux::quux(); Quux::new(); }\n"
     "fn g() -> Missing { Missing { x: 1 } }\n"
     "fn h(x: impl Nope) where u8: Nada {}\n"
     "fn i(v: u8) { match v { Nope(x) => {} m::Nope => {} } }\n"
     "mod m {}\n",
     "E0425@1:10 E0425@1:17 E0425@1:29 E0433@1:34 E0433@1:47 E0425@2:11 E0422@2:21 E0405@3:14 E0405@3:30 E0531@4:25 E0531@4:42"},
    // The library's module is not complete: a decline where rustc knows better.
    {"names in modules",
     "mod m { pub mod n {} pub fn f() {} }\n"
     "fn a() { m::nope(); let x: m::Nope; m::n::nope(); m::o::nope(); crate::nope(); self::nope(); std::nope_nope(); }\n"
     "fn b() { super::nope(); crate::o::p(); std::vec::nope::x(); self::m::o::p(); }\n",
     "E0425@2:13 E0425@2:31 E0425@2:43 E0433@2:54 E0425@2:72 E0425@2:86 L0002@2:99 E0433@3:10 E0433@3:32 L0002@3:50 E0433@3:70"},
    {"a wrong kind of name",
     "mod m { pub struct P { pub x: i32 } pub enum E { A, B(i32), C { x: i32 } } pub static S: i32 = 1; pub fn f() {} }\n"
     "fn a() { let v = m; let x: m = 1; let y: a = 1; m::P; m::E; m::E(1); m::P(1); String; i32; str(); }\n"
     "impl m::E for i32 {}\n"
     "fn b(v: m::E) { match v { m::E::A(x) => {} m::E::B => {} m::S => {} m::f => {} m(x) => {} } m::E {}; i32 {}; m {}; }\n"
     "fn c<T>() { T; T(1); T {}; }\n"
     "fn d<const N: usize>() { let x: N; }\n",
     "E0423@2:18 E0573@2:28 E0573@2:42 E0423@2:49 E0423@2:55 E0423@2:61 E0423@2:70 E0423@2:79 E0423@2:87 E0423@2:92 E0404@3:6 E0532@4:27 "
     "E0532@4:44 E0532@4:58 E0532@4:69 E0532@4:80 E0574@4:93 E0574@4:102 E0574@4:110 E0423@5:13 E0423@5:16 E0574@5:22 E0573@6:33"},
    {"private names",
     "mod m { fn f() {} struct S; pub struct T(i32); mod p { pub fn x() {} } const C: i32 = 1; trait Tr {} pub mod k { pub(super) fn q() {} pub(in crate::m) struct R; } }\n"
     "fn a(t: m::T) { m::f(); m::S; let x: m::S; m::T(1); m::p::x(); m::k::q(); let y: m::k::R; match 1 { m::C => {} _ => {} } let m::T(x) = t; }\n"
     "impl m::Tr for u8 {}\n"
     "use m::f as g; use m::p::x; use m::{S, k};\n",
     "E0603@2:20 E0603@2:28 E0603@2:41 E0603@2:47 E0603@2:56 E0603@2:70 E0603@2:88 E0603@2:104 E0603@2:129 E0603@3:9 E0603@4:8 E0603@4:23 "
     "E0603@4:37"},
    {"private names through a glob are not there",
     "mod m { struct Hidden; pub struct T(i32); fn ff() {} }\n"
     "use m::*;\n"
     "fn a(t: T) { Hidden; ff(); T(1); let T(x) = t; Hidden::new(); }\n",
     "E0425@3:14 E0425@3:22 E0423@3:28 E0532@3:38 E0433@3:48"},
    {"visible inside",
     "mod m { struct S; impl S { pub(super) fn new() -> S { S } } fn f() {} pub mod n { pub fn g() { super::f(); let x: super::S = super::S; } } }\n"
     "fn main() { m::n::g(); }\n",
     ""},
    // The library's module is not complete: a decline where rustc knows better.
    {"imports that fail",
     "mod m { pub struct T; pub enum E { A } pub mod n {} }\n"
     "use m::nope;\n"
     "use m::{nope1, n::nope3, T, nope2 as x};\n"
     "use m::E::Nope;\n"
     "use m::T::foo;\n"
     "use m::o::{a, b};\n"
     "use std::collections::hash_map::Nope as Nope2;\n"
     "use self::nope5;\n"
     "use super::x2;\n",
     "E0432@2:5 E0432@3:9 E0432@4:5 E0432@5:8 E0432@6:8 L0002@7:5 E0432@8:5 E0433@9:5"},
    {"re-exports that reach too far",
     "mod m { fn f() {} pub mod n { pub use super::f as ff; pub(crate) fn cr() {} pub(crate) struct U; pub(crate) mod mm {} } mod pm {} pub use self::pm as pm2; }\n"
     "pub use m::n::cr; pub use m::n::U; pub use m::n::mm; pub(crate) use m::n::cr as ok;\n",
     "E0364@1:39 E0365@1:139 E0364@2:9 E0364@2:27 E0365@2:44"},
    {"colliding names",
     "fn d() {} fn d() {}\n"
     "struct d; struct Y; struct Y { x: i32 } struct Z(i32); struct Z(i32);\n"
     "enum En { A, A } trait Trd { fn a(); fn a(); type T; const T: i32; }\n"
     "mod Y {} type En = i32; const d: i32 = 1; static Q: i32 = 1; const Q: i32 = 2;\n"
     "fn f() { struct L; struct L; fn g() {} let g = 1; fn g() {} }\n",
     "E0428@1:11 E0428@2:1 E0428@2:21 E0428@2:56 E0428@3:14 E0428@3:38 E0428@4:1 E0428@4:10 E0428@4:25 E0428@4:62 E0428@5:20 E0428@5:51"},
    {"colliding imports",
     "use std::fmt::Display; use std::fmt::Write as Display;\n"
     "use std::fmt::Debug; struct Debug;\n"
     "mod a { pub fn f() {} } use a::f; fn f() {}\n"
     "use a::f as k; mod b { use crate::a::f; use super::a::f; }\n"
     "use std::{fmt, fmt::{self}};\n",
     "E0252@1:28 E0255@2:22 E0255@3:35 E0252@4:45 E0252@5:22"},
    {"globs",
     "mod a { pub fn x() {} pub fn y() {} } mod b { pub fn x() {} pub fn y() {} pub fn z() {} }\n"
     "use a::*; use b::*; fn y() {}\n"
     "fn main() { x(); y(); z(); }\n"
     "mod c { pub use super::*; pub fn q() { x(); } }\n",
     "E0659@3:13 E0659@4:40"},
    {"the same definition through two globs is not ambiguous",
     "mod a { pub fn x() {} } mod b { pub use super::a::*; } mod c { pub use super::a::x; }\n"
     "use a::*; use b::*; use c::*;\n"
     "fn main() { x(); }\n",
     ""},
    {"globs in a circle",
     "mod a { pub use super::b::*; pub fn x() {} } mod b { pub use super::a::*; pub fn y() {} }\n"
     "fn main() { a::x(); a::y(); b::x(); b::y(); a::z(); b::z(); }\n",
     "E0425@2:48 E0425@2:56"},
    {"imports through imports",
     "mod a { pub use super::b::g as f; } mod b { pub use super::c::h as g; } mod c { pub fn h() {} }\n"
     "use a as aa; use aa::f; use self::aa::f as ff; use crate::d::*; mod d { pub use crate::a; pub use super::aa as a2; }\n"
     "fn main() { f(); ff(); a::f(); a2::f(); aa::f(); d::a::f(); }\n",
     "E0365@2:81 E0365@2:99"},
    {"imports in a circle bring nothing",
     "mod a { pub use super::b::x; pub use crate::b::y; } mod b { pub use super::a::x; pub fn y() {} }\n"
     "fn main() { a::y(); }\n",
     "E0432@1:69"},
    {"enum variants",
     "enum E { A, B(i32), C { x: i32 } }\n"
     "use E::*; use E::A as AA;\n"
     "fn main() { A; B(1); C { x: 1 }; AA; let x: A; B { 0: 1 }; let E::A = A else { return }; let C {..} = A else { return }; C; C(1); }\n"
     "mod m { use super::E::{self, B as BB}; fn f() { BB(1); E::A; A; } }\n",
     "E0573@3:45 E0423@3:122 E0423@3:125 E0425@4:62"},
    {"glob shadowed by an item, item by a block's item",
     "mod m { pub fn f() -> i32 { 1 } pub struct S; pub fn g() {} }\n"
     "use m::*; fn f(x: i32) {}\n"
     "fn main() { f(1); g(); fn g() {} { fn h() {} h(); } h(); { use m::f as h; h(); } let x = { struct S2; S2 }; S2; }\n",
     "E0425@3:53 E0425@3:109"},
    {"items of blocks",
     "fn main() { f(); { fn f2() {} f2(); } fn f() { f2(); } { use self::f3 as k; k(); let v = V::A; enum V { A } } V::A; const C: i32 = 1; match 1 { C => {} _ => {} } }\n"
     "fn f3() {}\n",
     "E0425@1:48 E0433@1:111"},
    {"variables",
     "fn f(a: i32, (b, c): (i32, i32)) { a; b; c; d; { let e = a; e; } e; let g = g; let h = 1; let h = h; for i in 0..h { i; } i; if let Some(j) = Some(1) { j; } else { j; } j; match Some(1) { Some(k) if k == 1 => { k; } _ => { k; } } let cl = |l: i32| l + a; l; while let Some(m) = Some(1) { m; } m; let Some(n) = Some(1) else { n; return }; n; }\n",
     "E0425@1:45 E0425@1:66 E0425@1:77 E0425@1:123 E0425@1:165 E0425@1:170 E0425@1:224 E0425@1:256 E0425@1:294 E0425@1:326"},
    {"let chains",
     "fn f(o: Option<i32>) { if let Some(a) = o && a > 0 && let Some(b) = o && b > a { a; b; } a; b; while let Some(c) = o && c > 0 { c; } c; }\n",
     "E0425@1:90 E0425@1:93 E0425@1:134"},
    {"outer generics and variables",
     "fn outer<T, const N: usize>(p: T) { fn inner(x: T, y: [i32; N]) -> i32 { y1; p; 1 } let y = 1; fn in2() { y; } struct S(T); const C: i32 = y; static D: [u8; N] = [0; N]; }\n"
     "fn lifetimes<'a>(x: &'a i32) { fn g(y: &'a i32) {} }\n"
     "struct St; impl St { fn a(&self) { fn b(x: Self) { self; } fn c() { let s: Self; } } }\n"
     "fn shadow() { let g = 1; fn g() {} fn h() { g(); } let h = 2; }\n",
     "E0401@1:49 E0401@1:61 E0425@1:74 E0434@1:78 E0434@1:107 E0401@1:121 E0435@1:140 E0401@1:158 E0401@1:167 E0401@2:41 E0401@3:44 E0434@3:52 "
     "E0401@3:76 E0434@4:45"},
    {"variables in constants",
     "fn h() { let x = 1; const Y: i32 = x; static ZZ: i32 = x; let y = [0; x]; let z: [i32; x]; struct Q([i32; x]); enum EE { A = x } }\n",
     "E0435@1:36 E0435@1:56 E0435@1:71 E0435@1:88 E0435@1:107 E0435@1:126"},
    {"Self and self",
     "fn f() { let x: Self; Self::x(); self.x; self; } \n"
     "struct S { b: Option<Box<Self>> } impl S { const A: i32 = 1; fn g() { self; Self::A; let s = Self { b: None }; } fn h(self) -> Self { self } }\n"
     "trait T { type A; fn k(&self) -> Self::A; fn l() -> Self; }\n"
     "enum E { A(Box<Self>) } \n",
     "E0411@1:17 E0433@1:23 E0424@1:34 E0424@1:42 E0424@2:71"},
    {"generic parameters",
     "struct S<T, T>(T); fn d<'a, 'a>() {} fn e<'static>() {} impl<'a, T> G<'a, T> { fn e<'a>() {} fn f<T>() {} fn g<'b: 'a>() {} } struct G<'a, T>(&'a T);\n"
     "fn h<T: Clone, U: From<T>>() where U: Into<T>, X: Clone {} struct D<T = U, U = i32>(T, U); type A<T> = Vec<T>; type B = Vec<T>; fn u<'_>() {}\n",
     "E0403@1:13 E0403@1:29 E0262@1:43 E0496@1:85 E0403@1:99 E0425@2:48 E0425@2:125 E0637@2:134"},
    {"lifetimes",
     "fn f(x: &'b i32) {} struct S { x: &'a i32 } struct T<'a> { x: &'a i32, y: &'c i32 } impl<'a> T<'b> { fn g<'x>(a: &'x i32, b: &'y i32) -> &'a i32 { let z: &'z i32; let w: &'static i32; a } }\n"
     "fn h(f: fn(&'a i32), g: for<'b> fn(&'b i32) -> &'c i32, h: impl Fn(&'d i32), i: Box<dyn for<'e> Fn(&'e i32) + 'f>) where for<'q> &'q i32: Copy, &'r i32: Copy {} \n"
     "fn i<'a>() where 'b: 'a, 'a: 'a {} trait Tr<'t> { fn m(x: &'t i32, y: &'u i32); }\n",
     "E0261@1:10 E0261@1:36 E0261@1:76 E0261@1:96 E0261@1:127 E0261@1:156 E0261@2:13 E0261@2:49 E0261@2:69 E0261@2:111 E0261@2:146 E0261@3:18 "
     "E0261@3:72"},
    {"items of an impl",
     "trait Tr { fn g(); const K: i32; type Y; fn h(&self) {} }\n"
     "impl Tr for i32 { fn g() {} fn nope() {} const L: i32 = 1; type Z = i32; const K: i32 = 1; type Y = i32; }\n"
     "impl Tr for u8 { fn g() {} fn g() {} const Y: i32 = 1; type K = i32; const h: i32 = 1; }\n"
     "impl Iterator for u8 { type Item = u8; fn next(&mut self) -> Option<u8> { None } fn nope(&self) {} }\n"
     "impl Clone for S { fn clone(&self) -> S { S } fn clone_me(&self) {} } struct S;\n",
     "E0407@2:29 E0438@2:42 E0437@2:60 E0201@3:28 E0323@3:38 E0325@3:56 E0323@3:70 E0407@4:82 E0407@5:47"},
    {"associated items by path",
     "trait Tr { fn g(); type Y; }\n"
     "fn a() { <i32 as Tr>::g(); <i32 as Tr>::nope(); let y: <i32 as Tr>::N; let z: <i32 as Tr>::g; <i32 as Tr>::Y; <i32 as Nope>::x(); <Nope as Tr>::g(); <i32 as String>::x(); Tr::g; }\n",
     "E0576@2:41 E0576@2:69 E0575@2:79 E0575@2:95 E0405@2:119 E0425@2:132 E0404@2:158"},
    // The library's module is not complete: a decline where rustc knows better.
    {"names in the middle of a path",
     "struct S; enum E { A } fn f() {} trait Tr { fn g(); }\n"
     "mod m { pub fn f() {} pub const C: i32 = 1; pub enum E { A } }\n"
     "fn a() { f::x(); m::f::x(); m::C::y(); E::A::x(); S::nope_is_for_types; ::foo::bar(); ::std::nope(); let x: ::foo::X; ::foo(); }\n",
     "E0433@3:10 E0433@3:21 E0433@3:32 E0433@3:43 E0433@3:75 L0002@3:94 E0433@3:111 E0425@3:121"},
    {"bare trait in a path",
     "trait Tr { fn g(); } fn a() { Tr::nope(); }\n",
     "E0782@1:31"},
    {"bindings that shadow",
     "static ST: i32 = 1; const CO: i32 = 1; struct U; struct T(i32); fn fun() {} enum E { A, B(i32) } use E::*;\n"
     "fn a(ST: i32) { let ST = 1; let T = 1; let fun = 1; let B = 1; match 1 { ref CO => {} } match 1 { mut CO => {} } match 1 { CO @ 1 => {} _ => {} } for T in 0..1 {} if let ST = 1 {} |T: i32| 1; let U = U; let CO = 1 else { return }; }\n"
     "fn b(U: U, A: E) { match A { A => {} B => {} } }\n",
     "E0530@2:6 E0530@2:33 E0530@2:57 E0530@2:78 E0530@2:103 E0530@2:124 E0530@3:38"},
    {"visibilities",
     "mod a { pub mod b { pub(in crate::a) fn f() {} pub(in super::super) fn g() {} pub(self) fn h() {} pub(in crate::c) fn i() {} pub(in crate::nope) fn j() {} pub(super) fn k() {} fn t() { h(); } } fn u() { b::f(); b::k(); b::h(); } } mod c {}\n"
     "pub(super) fn top() {} fn v() { a::b::f(); a::b::g(); a::b::k(); }\n",
     "E0433@1:113 E0433@1:140 E0603@1:223 E0433@2:5 E0603@2:39 E0603@2:61"},
    // The library's module is not complete: a decline where rustc knows better.
    {"`use` forms",
     "use std::fmt::self; use {self as me}; use crate as root; use self as here; use std::fmt::{self as f2, Debug as _, Display as D2}; use root::a as a1; use here::a as a2; mod a { pub fn f() {} }\n"
     "fn t() { a1::f(); a2::f(); me::a::f(); f2::Error; f2::nope; Debug; }\n",
     "E0429@1:13 L0002@2:55 E0423@2:61"},
    {"`use` of items of traits",
     "trait Tr { fn g(); } use Tr::g;\n",
     "E0658@1:26"},
    // The library's module is not complete: a decline where rustc knows better.
    {"extern crates",
     "fn a() { std::mem::drop(1); core::mem::drop(1); alloc::vec::Vec::<i32>::new(); ::core::mem::drop(1); ::std::mem::drop(1); ::alloc::x(); }\n"
     "use std as s5; use s5::fmt as f6; use core as c5; use ::std::vec as v;\n"
     "fn b() { s5::mem::drop(1); c5::mem::drop(1); f6::Error; v::Vec::<i32>::new(); core::collections::HashMap::<i32, i32>::new(); core::vec::Vec::<i32>::new(); }\n",
     "E0433@1:49 E0433@1:125 L0002@3:85 L0002@3:132"},
    {"modules named as primitive types",
     "use std::u8; fn a() { u8::MAX; let x: u8 = u8::MAX; i32::MAX; u8::nope; }\n"
     "mod i64 { pub fn f() {} } fn b() { i64::f(); i64::MAX; }\n",
     ""},
    {"variants and structs as patterns and literals",
     "struct N { x: i32 } struct T(i32); struct U; type AN = N; type AT = T; type AU = U;\n"
     "fn b() { AU; AT(1); AN { x: 1 }; AN; N; N(1); T { 0: 1 }; U {}; let AT(x) = T(1); let N { x } = N { x: 1 }; let AN { x } = N { x: 1 }; let T {..} = T(1); }\n",
     "E0423@2:10 E0423@2:14 E0423@2:34 E0423@2:38 E0423@2:41 E0532@2:69"},
    {"a name bound as a variable is no tuple struct",
     "fn b() { let n = 1; if let n(x) = 1 {} }\n",
     "E0532@1:28"},
    {"raw identifiers",
     "fn r#match() {} struct r#Struct; fn main() { r#match(); let r#x = r#Struct; r#x; x; r#nope; Struct; }\n",
     "E0425@1:85"},
    {"test code is not there",
     "#[cfg(test)] mod tests { use super::nope; #[test] fn t() { nope(); } } #[test] fn u() { nope(); } #[cfg(not(test))] fn v() { nope(); } #[cfg(all(not(test), any(test)))] fn w() { nope(); }\n"
     "fn main() { tests::t(); u(); v(); }\n",
     "E0425@1:126 E0433@2:13 E0425@2:25"},
    {"macros without `!`",
     "fn a() { vec; println; let x = line; file; assert_eq(1); Hash; let y: Hash; let z: Debug; todo }\n"
     "impl Hash for S {} struct S; fn b<T: Debug + std::fmt::Display>(t: T) {} \n",
     "E0423@1:10 E0423@1:15 E0423@1:32 E0423@1:38 E0423@1:44 E0423@1:58 E0573@1:71 E0573@1:84 E0423@1:91 E0404@2:6 E0404@2:38"},
    {"variables are no macros",
     "fn a(line: i32, file: &str) { line; file; let vec = 1; vec; let format = |x: i32| x; format(1); column; }\n",
     "E0423@1:97"},
    {"statements and functions of one name",
     "fn s() {} struct s {} mod s {} \n",
     "E0428@1:23"},
    {"constants and nested functions in impls and traits",
     "trait T { const C: i32 = { fn inner() -> i32 { nope() } inner() }; fn f() { fn g() { f(); Self::x(); } g(); } }\n"
     "struct S; impl S { const C: [u8; { const N: usize = 3; N + M }] = [0; 3]; fn f<'a, T>(x: &'a T) { fn g<'b>(y: &'b T, z: &'a u8) {} } }\n"
     "static ST: i32 = { static IN: i32 = 1; IN2 + IN };\n",
     "E0425@1:48 E0425@1:86 E0401@1:91 E0425@2:60 E0401@2:115 E0401@2:122 E0425@3:40"},
    {"modules inside functions",
     "fn f() { mod m { pub fn g() {} pub fn h() { f(); super::f(); i(); } } m::g(); fn i() {} use m::g as gg; gg(); self::m::g(); super::m::g(); }\n",
     "E0425@1:45 E0425@1:62 E0433@1:117 E0433@1:125"},
    {"shadowing of prelude names",
     "struct Option; fn f() -> Option { Option } fn g(x: Option) { Some(1); None::<i32>; Vec; } enum Result { Ok } use Result::Ok; fn h() -> Result { Ok }\n"
     "fn Some() {} \n",
     "E0423@1:84"},
    {"struct literals through aliases and Self",
     "struct P { x: i32 } impl P { fn n() -> Self { Self { x: 1 } } } enum E { A { y: i32 } } impl E { fn n() -> Self { Self::A { y: 1 } } fn m() { Self { y: 1 }; Self::A; E::A { y: 1 }; E::B { y: 1 }; } }\n",
     ""},
    {"closures and labels",
     "fn f() { let c = |a, (b, d): (i32, i32)| a + b + d + e; a; 'l: loop { let q = 1; break 'l; } q; (|| { let z = 1; z })(); z; }\n",
     "E0425@1:54 E0425@1:57 E0425@1:94 E0425@1:122"},
    {"or-patterns, bindings, ranges",
     "const LO: i32 = 0; fn f(v: Option<i32>) { match v { Some(x @ LO..=9) | Some(x @ 10..) => { x; } Some(NOPE..=1) => {} None | Some(_) => { x; } } }\n",
     "E0425@1:102 E0425@1:138"},
    {"path in range and literal patterns",
     "mod k { pub const A: i32 = 0; } fn f(v: i32) { match v { k::A..=k::B => {} k::A => {} _ => {} } }\n",
     "E0425@1:68"},
    {"where clauses and bounds",
     "trait A<T> { type O; } fn f<T>() where T: A<Nope1>, T::O: Nope2, <T as A<u8>>::O: Clone, Nope3: Clone, Vec<T>: A<T, O = Nope4> {}\n"
     "struct W<T: Nope5 = Nope6>(T); impl<T: Nope7> Nope8<T> for W<Nope9> where Nope10: Sized {} fn g() -> impl Nope11<Nope12> { 1 } fn h(x: Box<dyn Nope13<Item = Nope14>>) {}\n",
     "E0425@1:45 E0405@1:59 E0425@1:90 E0425@1:121 E0405@2:13 E0425@2:21 E0405@2:40 E0405@2:47 E0425@2:62 E0425@2:75 E0405@2:107 E0425@2:114 "
     "E0405@2:144 E0425@2:158"},
    {"associated types in a trait",
     "trait T { type A: Nope1; type B: Clone where Self::A: Nope2; const C: Nope3; fn f(&self, x: Nope4) -> Nope5 { Nope6 } } impl T for () { type A = Nope7; type B = u8; const C: Nope8 = NOPE9; fn f(&self, x: Nope10) {} }\n",
     "E0405@1:19 E0405@1:55 E0425@1:71 E0425@1:93 E0425@1:103 E0425@1:111 E0425@1:146 E0425@1:175 E0425@1:183 E0425@1:205"},
    {"failing paths in the middle of a `use`",
     "mod m { pub struct T; pub enum E {} fn f() {} }\n"
     "use m::o::{self};\n"
     "use m::o2::{self as k, b};\n"
     "use m::o3::{a::b, c, d::*};\n"
     "use m::{o4::p::q, o5::r};\n"
     "use m::o6::p::*; use crate::o7::p::q; use crate::o8::q;\n"
     "use m::T::{self}; use m::T::{self as T2, x}; use m::T::y::z;\n"
     "mod n { use crate::m::o9::{self}; use crate::m::f; }\n",
     "E0432@2:12 E0432@3:13 E0432@4:8 E0433@4:8 E0433@5:9 E0432@5:19 E0433@6:8 E0433@6:29 E0432@6:50 E0432@7:26 E0433@7:53 E0432@8:28 E0603@8:49"},
    {"one private name a path",
     "mod m { mod p { fn x() {} fn y() {} pub struct T(i32); } pub mod q { mod r { fn z() {} } } }\n"
     "use m::p::x;\n"
     "use m::q::r::z;\n"
     "use m::p::{self, y};\n"
     "fn f() { m::p::x(); m::q::r::z(); m::p::T(1); let t: m::p::T = m::p::T { 0: 1 }; }\n",
     "E0603@2:8 E0603@3:11 E0603@4:8 E0603@5:13 E0603@5:27 E0603@5:38 E0603@5:57 E0603@5:67"},
    {"a glob and an outer scope",
     "mod a { pub mod std { pub fn x() {} } pub mod b { pub fn x() {} } pub struct Vec; pub fn drop() {} pub mod i32 { pub fn y() {} } } mod b {}\n"
     "mod c { use crate::a::*; use std::x; use b::x as y; use Vec as V; fn f() { std::x(); b::x(); Vec; drop(); i32::y(); } }\n"
     "mod d { pub mod e { pub struct N; } } pub mod e { pub struct N; } const _: () = { use d::*; use e::N; };\n",
     "E0659@2:30 E0659@2:57 E0659@3:97"},
    {"variables where types are wanted",
     "fn f() { let x = 1; x { a: 1 }; let y: x; let z: Box<dyn x>; x::y(); let String = 1; let s: String; }\n",
     "E0574@1:21 E0573@1:40 E0404@1:58 E0433@1:62"},
    {"visibilities that name no module",
     "struct S; mod a { pub struct V; pub enum E {} } pub(in crate::S) fn g() {} pub(in crate::a::V) fn h() {} pub(in crate::a::E) fn i() {} mod z { pub(in crate::a) fn k() {} }\n",
     "E0433@1:63 E0433@1:93 E0577@1:113 E0742@1:151"},
    {"glob of what is not a module",
     "struct S; enum E { A } trait T { fn f(); } use S::*; use E::*; use self::S::f; fn f() { A; }\n",
     "E0432@1:48 E0432@1:74"},
};
// clang-format on

TEST_CASE("names: codes and positions as rustc gives them") {
  for (const Case &each : cases) {
    CAPTURE(each.title);
    CHECK(Resolved(each.source).findings() == each.expected);
  }
}

TEST_CASE("names: first lines as rustc words them") {
  const auto message = [](const char *source) { return Resolved(source).messages().at(0); };
  CHECK(message("fn f() { foo(); }") == "cannot find function `foo` in this scope");
  CHECK(message("fn f() { Foo(1); }") == "cannot find function, tuple struct or tuple variant `Foo` in this scope");
  CHECK(message("mod m {} fn f() -> m::T {}") == "cannot find type `T` in module `m`");
  CHECK(message("fn f() { crate::nope(); }") == "cannot find function `nope` in the crate root");
  CHECK(message("mod m { pub enum E { A } } fn f() { m::E(1); }") == "expected function, tuple struct or tuple variant, found enum `m::E`");
  CHECK(message("mod m { pub struct T(i32); } fn f() { m::T(1); }") == "tuple struct constructor `T` is private");
  CHECK(message("mod m { use std::fmt::Debug; } use m::Debug;") == "trait import `Debug` is private");
  CHECK(message("mod m {} use m::{a, b as c};") == "unresolved imports `m::a`, `m::b`");
  CHECK(message("impl Hash for u8 {}") == "expected trait, found derive macro `Hash`");
  CHECK(message("fn f() { let x = crate; }") == "expected value, found module `crate`");
}

TEST_CASE("names: what is outside the subset is declined where it is named, and nothing follows from it") {
  const auto findings = [](const char *source) { return Resolved(source).findings(); };
  CHECK(findings("union U { a: u8 }\nfn f(u: U) { U; let U = 1; }") == "L0001@1:1 L0001@2:9 L0001@2:14 L0001@2:21");
  CHECK(findings("use rand::Rng;\nfn f(r: impl Rng) { Rng::make(); }") == "L0002@1:5 L0002@2:14 L0002@2:21");
  CHECK(findings("use rand::prelude::*;\nfn f() { anything(); local(); } fn local() {}") == "L0002@1:5 L0001@2:10");
  CHECK(findings("some_macro! {}\nfn f() { made_by_it(); f(); }") == "L0001@1:1 L0001@2:10");
  CHECK(findings("#[derive(Serialize)]\nstruct S;\nfn f(s: S) {}") == "L0001@1:1 L0001@3:9");
  CHECK(findings("#[unknown] fn g() {}\nfn f() { g(); }") == "L0001@1:1 L0001@2:10");
  CHECK(findings("struct S { #[serde(skip)] a: u8 }\nfn f(s: S) {}") == "L0001@1:12 L0001@2:9");
  CHECK(findings("async fn g() {}\nfn f() { g(); }") == "L0001@1:1 L0001@2:10");
  CHECK(findings("#[allow(dead_code)] #[must_use] #[inline] #[rustfmt::skip] #[clippy::x] #[doc(hidden)] fn g() {}\nfn f() { g(); }") == "");
  CHECK(findings("#![no_std]\nfn f() { nope(); }") == "L0001@1:1");
  CHECK(findings("use std::collections::*;\nfn f() { Nope; Vec::<i32>::new(); }") == "L0002@2:10");
}

TEST_CASE("names: definitions of the user's crate stand in source order with their parts") {
  const Resolved program("mod m { pub struct P<'a, T, const N: usize> { pub a: &'a T, b: [u8; N] } }\n"
                         "enum E { A = 1, B(u8, u16), C { x: u8 } }\n"
                         "trait T { type A; fn f(&self) { fn inner() {} } }\n"
                         "#[derive(Clone, Debug)] struct D;\n"
                         "impl D { const K: u8 = 1; fn g(self) {} }\n");
  const Definitions &defs = program.resolver->defs();
  std::string order;
  for (const DefId id : program.resolver->userItems())
    order += program.symbols.text(defs[id].name).str() + " ";
  CHECK(order == "P E  T A f inner D  K g ");
  const DefId adt = program.find("P");
  CHECK(defs.params(adt).size() == 3);
  CHECK(defs.children(adt).size() == 2);
  CHECK(defs[defs.children(adt)[0]].visibility.is_public);
  CHECK(!defs[defs.children(adt)[1]].visibility.is_public);
  const DefId enumeration = program.find("E");
  REQUIRE(defs.children(enumeration).size() == 3);
  CHECK(defs[defs.children(enumeration)[1]].index == 1);
  CHECK(defs.children(defs.children(enumeration)[1]).size() == 2);
  const DefId trait = program.find("T");
  REQUIRE(defs.params(trait).size() == 1);
  CHECK(defs[defs.params(trait)[0]].param == nullptr);
  std::string derived;
  for (const DefId id : program.resolver->impls())
    if (defs[id].crate == CrateKind::User && defs[id].derived_for == program.find("D"))
      derived += program.symbols.text(defs[id].derive).str() + " ";
  CHECK(derived == "Clone Debug ");
}

TEST_CASE("names: traits in scope are the imported, the declared and the prelude's") {
  Resolved program("mod m { pub trait Glob {} pub trait Hidden {} } mod k { pub trait Unnamed {} pub trait Other {} }\n"
                   "use m::*; use k::Unnamed as _; trait Own {}\n"
                   "fn f() { { use k::Other; trait Inner {} } }\n"
                   "mod n { fn g() {} }\n");
  const Definitions &defs = program.resolver->defs();
  const auto user_traits = [&](DefId module) {
    std::vector<std::string> names;
    std::size_t library = 0;
    for (const DefId trait : program.resolver->traitsInScope(module)) {
      if (defs[trait].crate == CrateKind::Library)
        ++library;
      else
        names.push_back(program.symbols.text(defs[trait].name).str());
    }
    CHECK(library > 10);
    std::sort(names.begin(), names.end());
    std::string all;
    for (const std::string &name : names)
      all += name + " ";
    return all;
  };
  CHECK(user_traits(program.resolver->userRoot()) == "Glob Hidden Own Unnamed ");
  CHECK(user_traits(defs[program.find("Inner")].module) == "Glob Hidden Inner Other Own Unnamed ");
  CHECK(user_traits(defs[program.find("g")].module) == "");
  CHECK(!program.resolver->mayHaveUnknownTraits(program.resolver->userRoot()));
  Resolved unknown("use rand::Rng; fn f() {} mod m { fn g() {} }");
  CHECK(unknown.resolver->mayHaveUnknownTraits(unknown.resolver->userRoot()));
  CHECK(!unknown.resolver->mayHaveUnknownTraits(unknown.resolver->defs()[unknown.find("g")].module));
}

TEST_CASE("names: the library declares its lang items and copies impls for each listed type") {
  const EmbeddedSource sources[] = {{"a.rs",
                                     "pub mod ops {\n    #[lang = \"add\"]\n    pub trait Add {}\n    #[each(Int = i8, u8)]\n    impl Add for Int {}\n}\n"
                                     "pub mod prelude { #[complete] pub mod v1 { pub use crate::ops::Add; } }\n"}};
  const std::shared_ptr<const Library> library = makeLibrary(sources);
  Resolved program("fn f(x: impl Add) { Sub; }", *library);
  const Definitions &defs = program.resolver->defs();
  const DefId add = program.resolver->lang(LangItem::AddTrait);
  REQUIRE(add.isValid());
  CHECK(program.resolver->asLang(add) == LangItem::AddTrait);
  CHECK(!program.resolver->lang(LangItem::SubTrait).isValid());
  REQUIRE(program.resolver->impls().size() == 2);
  CHECK(defs[program.resolver->impls()[0]].each_type == program.types.integer(IntKind::I8));
  CHECK(defs[program.resolver->impls()[1]].each_type == program.types.integer(IntKind::U8));
  CHECK(program.findings() == "E0425@1:21");
}

TEST_CASE("names: many variables, deep modules and long chains of imports take linear time") {
  std::string source = "fn f() {\n";
  for (int i = 0; i < 20000; ++i)
    source += "let v" + std::to_string(i) + " = g;\n";
  source += "}\nfn g() {}\n";
  CHECK(Resolved(source).findings() == "");
  std::string chain = "mod m0 { pub fn x() {} }\n";
  for (int i = 1; i < 2000; ++i)
    chain += "mod m" + std::to_string(i) + " { pub use super::m" + std::to_string(i - 1) + "::x; }\n";
  CHECK(Resolved(chain + "fn f() { m1999::x(); }\n").findings() == "");
}

} // namespace

// Arguments stand on the enum or on the variant. On the enum, in the path of a struct expression or pattern, none may be there if the enum has lifetimes: rustc
// gives those that were left out to the variant.
#![allow(unused)]
enum F<T> { A { s: T }, B(T), N }
fn both(v: i32) -> F<i32> {
    F::<i32>::A::<i32> { s: v } //~ ERROR E0109
}
fn none_on_the_variant(v: i32) -> F<i32> { F::<i32>::A::<> { s: v } }
fn a_tuple_variant(v: i32) -> F<i32> {
    F::<i32>::B::<i32>(v) //~ ERROR E0109
}
fn on_the_enum(v: i32) -> F<i32> { F::<i32>::A { s: v } }
fn on_the_variant(v: i32) -> F<i32> { F::A::<i32> { s: v } }
enum E<'a> { A { s: &'a str }, B(&'a str), N }
fn lifetime<'a>(v: &'a str) -> E<'a> {
    E::<'a>::A { s: v } //~ ERROR E0109
}
fn lifetime_of_a_function<'a>(v: &'a str) -> E<'a> { E::<'a>::B(v) }
fn lifetime_of_a_constant<'a>(v: &'a str) -> E<'a> { E::<'a>::N }
fn lifetime_on_the_variant<'a>(v: &'a str) -> E<'a> { E::A::<'a> { s: v } }
fn pattern<'a>(v: E<'a>) {
    match v {
        E::<'a>::A { s } => {} //~ ERROR E0109
        E::<'a>::B(s) => {}
        E::<'a>::N => {}
    }
}
enum G<'a, 'b, T> { A { s: &'a T, t: &'b T } }
type H<'a> = G<'a, 'a, i32>;
fn types_only<'a>(v: &'a i32) -> H<'a> {
    G //~ ERROR E0107
        ::<i32>::
        A { s: v, t: v } //~ ERROR E0109
}
fn nothing<'a>(v: &'a i32) -> H<'a> {
    G::<>::A { s: v, t: v } //~ ERROR E0109
}
fn an_alias<'a>(v: &'a i32) -> H<'a> { H::<'a>::A { s: v, t: v } }
fn main() {}

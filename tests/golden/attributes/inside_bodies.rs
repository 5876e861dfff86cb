// Inside bodies only what has no effect is read; what may change a statement is declined.
struct S {
    a: u8,
}
fn levels(s: S) -> u8 {
    #[allow(unused)]
    let x = 1;
    /// text
    let S {
        #[allow(unused, reason = "an example")]
        a,
    } = s;
    match a {
        #[rustfmt::skip]
        #[expect(clippy::all)]
        0 => 1,
        _ => 2,
    }
}
fn removed() {
    #[cfg(test)] //~ ERROR L0001
    let x: u8 = "a";
}
fn arm(x: u8) {
    match x {
        #[cfg(not(test))]
        0 => {} //~ ERROR L0001
        _ => {}
    }
}
fn field() -> S {
    S {
        #[cfg(not(test))]
        a: 1, //~ ERROR L0001
    }
}
fn parameter(#[cfg(not(test))] x: u8) {}
fn generic<#[cfg(not(test))] T>(x: T) {}
fn main() {}

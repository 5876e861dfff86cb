// A visibility in parentheses is `crate`, `self`, `super` or `in` and a path.
mod inner {
    pub(crate::inner) struct S; //~ ERROR E0704
}
fn main() {}

// `unsafe` means nothing on an inherent impl; an unsafe impl is not read either way.
struct S;
unsafe impl S {} //~ ERROR E0197
//~| ERROR L0001
fn main() {}

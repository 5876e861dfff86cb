// A lone name as an argument is a type if there is one, even where a constant is wanted.
type N = u32;
struct S<const N: usize>;
fn f<const N: usize>() -> S<N> { todo!() } //~ ERROR E0747
fn g<const N: usize>() -> S<{ N }> { todo!() }
fn main() {}

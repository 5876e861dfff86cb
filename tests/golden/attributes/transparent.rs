// A transparent type has one field that takes room.
#[repr(transparent)]
struct A<U> { //~ ERROR E0690
    value: f32,
    unit: U,
}
#[repr(transparent)]
struct B<U>(f32, std::marker::PhantomData<U>, ());
#[repr(transparent)]
enum C { //~ ERROR E0731
    X(u32),
    Y,
}
#[repr(transparent)]
enum D { //~ ERROR E0690
    X(u32, u8),
}
struct Unit;
#[repr(transparent)]
struct E(&'static str, Unit, (Unit, ()));
fn main() {}

// Representations: which there are, on what, and which go together.
#[repr(C)] //~ ERROR E0517
fn f() {}
#[repr(u8)] //~ ERROR E0517
struct A(u8);
#[repr(D)] //~ ERROR E0552
struct B(u8);
#[repr("C")] //~ ERROR E0565
struct C(u8);
#[repr(align(15))] //~ ERROR E0589
struct D(u8);
#[repr(align = 8)] //~ ERROR E0693
struct E(u8);
#[repr(align)] //~ ERROR E0589
struct F(u8);
#[repr(transparent, C)] //~ ERROR E0692
struct G(u8);
#[repr(Rust, C)] //~ ERROR E0566
struct H(u8);
#[repr(C)]
#[repr(u8)]
enum I { X }
#[repr = "C"] //~ ERROR E0539
struct J(u8);
#[repr(packed)] //~ ERROR E0517
enum K { X }
#[repr(C(x))] //~ ERROR E0552
struct L(u8);
fn main() {}

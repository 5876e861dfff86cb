// `T: 'static` is asked of what stands for T wherever the type is a part of another.
struct Kept<T: 'static>(T);
struct Shared<'a, T: 'static> {
    r: &'a T,
}

struct One<'a> {
    kept: Kept<&'a u8>, //~ ERROR E0477
}
struct Both<'a> {
    shared: Shared<'a, &'a u8>, //~ ERROR E0477
}
struct Deep<'a> {
    kept: Kept<Vec<(u8, &'a str)>>, //~ ERROR E0477
}
enum Variants<'a> {
    A(Kept<&'static str>),
    B(Kept<&'a str>), //~ ERROR E0477
}
struct Reference<'a> {
    r: &'static &'a u8, //~ ERROR E0491
}
struct Fine {
    kept: Kept<&'static u8>,
    shared: Shared<'static, String>,
}

// What rustc cannot read ends its reading of the block, but not of the blocks around it.
fn main() {
    let x: = 1; //~ ERROR syntax
    let y: = 2; //~ ERROR syntax
    if true {
        struct.a = 1; //~ ERROR syntax
        let z: = 3;
    }
    if true {
        let z: = 3; //~ ERROR syntax
    }
}
struct S;
impl S {
    fn f() -> {} //~ ERROR syntax
    fn g() -> {}
}

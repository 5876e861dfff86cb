// A block has no folder for its modules.
fn main() {
    mod inner; //~ ERROR syntax
}

// Where an impl may stand that nobody has read, an argument decides what a parameter of a trait is; then nothing negative follows from it: rustc accepts all of these.
struct Plain;
unsafe impl Send for Plain {} //~ ERROR L0001

fn separators(text: &str) -> String {
    vec![text, "b"].join(&String::from("x")) //~ ERROR L0001
}

fn ranges(list: &mut Vec<i32>) {
    let range = 1..2;
    list.drain(range); //~ ERROR L0001
}

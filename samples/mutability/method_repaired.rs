// A method that changes its receiver, repaired.

fn main() {
    let mut names = Vec::new();
    names.push(String::from("Ada"));
    println!("{}", names.len());
}

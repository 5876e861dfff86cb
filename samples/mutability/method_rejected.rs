// A method that changes its receiver borrows it mutably: the variable must be `mut`.

fn main() {
    let names = Vec::new();
    names.push(String::from("Ada")); //~ ERROR E0596
    println!("{}", names.len());
}

// Use after free through a reference: dropping the owner frees what `first` points to.

fn main() {
    let names = vec![String::from("Ada"), String::from("Grace")];
    let first = &names[0];
    drop(names); //~ ERROR E0505
    println!("{}", first);
}

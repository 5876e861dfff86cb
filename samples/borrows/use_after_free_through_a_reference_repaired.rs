// Use after free through a reference, repaired: the last use comes before the owner goes.

fn main() {
    let names = vec![String::from("Ada"), String::from("Grace")];
    let first = &names[0];
    println!("{}", first);
    drop(names);
}

// Moving one field out, repaired: the hole is filled before the whole is used again.

struct Person {
    name: String,
    city: String,
}

fn archive(person: Person) {
    drop(person);
}

fn main() {
    let mut person = Person { name: String::from("Ada"), city: String::from("London") };
    let name = person.name;
    println!("{} {}", name, person.city);
    person.name = String::new();
    archive(person);
}

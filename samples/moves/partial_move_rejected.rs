// Moving one field out leaves a value with a hole: the whole may not be used, the other fields may.

struct Person {
    name: String,
    city: String,
}

fn archive(person: Person) {
    drop(person);
}

fn main() {
    let person = Person { name: String::from("Ada"), city: String::from("London") };
    let name = person.name;
    println!("{} {}", name, person.city);
    archive(person); //~ ERROR E0382
}

// A type that contains itself, repaired: a box is an owner of fixed size.

struct List {
    value: i32,
    next: Option<Box<List>>,
}

fn sum(list: List) -> i32 {
    match list.next {
        Some(rest) => list.value + sum(*rest),
        None => list.value,
    }
}

fn main() {
    println!("{}", sum(List { value: 1, next: Some(Box::new(List { value: 2, next: None })) }));
}

// `AsRef` and `AsMut` are complete: a type without them has no method of theirs, so what lies behind a reference is found.
use std::borrow::Cow;
use std::cell::Cell;
use std::rc::Rc;

struct Node {
    value: i32,
    next: Option<Box<Node>>,
}

fn length(text: &mut Option<String>) -> usize {
    text.as_ref().map(String::len).unwrap_or(0)
}

fn lengths(shared: &Option<String>, exclusive: &mut Option<String>, boxed: Box<Option<String>>, twice: &mut &mut Option<String>) -> usize {
    shared.as_ref().unwrap().len() + exclusive.as_ref().unwrap().len() + boxed.as_ref().as_ref().unwrap().len() + twice.as_ref().unwrap().len()
}

fn slices<'a>(shared: &'a Option<String>, exclusive: &'a mut Option<String>) -> (Option<&'a str>, Option<&'a mut str>) {
    (shared.as_deref(), exclusive.as_deref_mut())
}

fn grow(exclusive: &mut Option<String>, mut boxed: Box<Option<String>>) {
    exclusive.as_mut().unwrap().push('a');
    boxed.as_mut().as_mut().unwrap().push('b');
}

fn results(result: &mut Result<String, Vec<u8>>) -> usize {
    match result.as_ref() {
        Ok(text) => text.len(),
        Err(bytes) => bytes.len(),
    }
}

fn sum(mut list: &Option<Box<Node>>) -> i32 {
    let mut total = 0;
    while let Some(node) = list.as_ref() {
        total += node.value;
        list = &node.next;
    }
    total
}

fn first(list: &mut Option<Box<Node>>) -> Option<&i32> {
    let node = list.as_ref()?;
    Some(&node.value)
}

fn last(list: &mut Option<Box<Node>>) -> Option<&mut i32> {
    let mut node = list.as_mut()?;
    while node.next.is_some() {
        node = node.next.as_mut().unwrap();
    }
    Some(&mut node.value)
}

fn append(list: &mut Option<Box<Node>>, value: i32) {
    let mut cursor = list;
    while cursor.is_some() {
        cursor = &mut cursor.as_mut().unwrap().next;
    }
    *cursor = Some(Box::new(Node { value, next: None }));
}

fn append_to_the_last(head: &mut Node, value: i32) {
    let mut at = head;
    while at.next.is_some() {
        at = at.next.as_mut().unwrap();
    }
    at.next = Some(Box::new(Node { value, next: None }));
}

fn count<S: AsRef<str>>(text: S) -> usize {
    text.as_ref().len()
}

fn count_all<T: AsRef<[u8]> + ?Sized>(bytes: &T) -> usize {
    bytes.as_ref().len()
}

fn clear<T: AsMut<[u8]>>(mut bytes: T) -> T {
    bytes.as_mut()[0] = 0;
    bytes
}

fn counts(text: String, rc: Rc<str>, cow: Cow<'_, str>, boxed: Box<str>, array: &mut [u8; 4]) -> usize {
    clear(array);
    count(&text) + count("literal") + count(&&text) + count(rc) + count(cow) + count(boxed) + count_all("bytes") + count_all(&[1, 0]) + count_all(&vec![0]) + count(text)
}

fn parts(mut text: String, mut bytes: Vec<u8>, cells: &Cell<[i32; 2]>) -> usize {
    let tail = text.drain(1..);
    let rest = bytes.drain(1..);
    let cells: &[Cell<i32>] = cells.as_ref();
    count(tail) + count_all(&rest) + count_all(&[0u8; 3].iter_mut()) + cells.len()
}

fn not_text(number: i32, numbers: Vec<i32>, text: Option<String>) {
    count(number); //~ ERROR E0277
    count(numbers); //~ ERROR E0277
    count(text); //~ ERROR E0277
    clear("literal"); //~ ERROR E0277
    clear(String::new()); //~ ERROR E0277
}

struct Plain;

fn two_meanings(text: String) {
    let _ = text.as_ref(); //~ ERROR E0283
}

fn one_of_two(mut list: Vec<i32>) -> usize {
    list.as_mut().len() //~ ERROR E0282
}

fn no_such_method(plain: &mut Plain, pair: &mut (String, String)) {
    plain.as_ref(); //~ ERROR E0599
    pair.as_mut(); //~ ERROR E0599
}

// `RangeBounds`, `Concat` and `Join` are complete: a range of literals takes the type of the bound, and what cannot be joined is an error.
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ops::{Bound, RangeBounds};

fn drains(text: &mut String, list: &mut Vec<String>, queue: &mut VecDeque<u8>) -> usize {
    let tail: String = text.drain(1..).collect();
    text.replace_range(..2, "ab");
    let first = list.drain(..1).next();
    queue.drain(1..=2);
    list.extend_from_within(1..);
    list.drain(..).count() + tail.len() + first.map_or(0, length)
}

fn length(text: String) -> usize {
    text.len()
}

fn parts_of_maps(map: &mut BTreeMap<u32, String>, set: &BTreeSet<i64>, words: &BTreeMap<String, u8>) -> usize {
    for (_, text) in map.range_mut(3..) {
        text.push('c');
    }
    let from = String::from("a");
    map.range(1..5).count() + set.range(-1..=1).count() + words.range(from.clone()..).count() + words.range::<str, (Bound<&str>, Bound<&str>)>((Bound::Excluded("b"), Bound::Unbounded)).count()
}

fn any_range<R: RangeBounds<usize>>(list: &mut Vec<i32>, range: R) {
    list.drain(range);
}

fn concatenated(words: Vec<String>, slices: &[&str], lists: &[Vec<i32>], cow: [Cow<'static, str>; 2]) -> (String, Vec<i32>) {
    let a = words.concat();
    let b = slices.concat();
    let c = words.join(", ");
    let d = slices.join(&a);
    let e = cow.concat();
    let mut all = lists.concat();
    all.extend(lists.join(&0));
    all.extend(lists.join(&[1, 2][..]));
    all.extend([[1, 2], [3, 4]].concat());
    (a + &b + &c + &d + &e, all)
}

fn concatenation_moves_nothing(words: Vec<String>) -> Vec<String> {
    let text = words.concat();
    drop(words);
    println!("{text}");
    words //~ ERROR E0382
}

fn a_drain_borrows(list: &mut Vec<String>) {
    let rest = list.drain(1..);
    list.push(String::new()); //~ ERROR E0499
    drop(rest);
}

fn not_a_range(list: &mut Vec<i32>, text: &mut String) {
    list.drain(1); //~ ERROR E0277
    list.drain(1i32..); //~ ERROR E0277
    text.drain("a".."b"); //~ ERROR E0277
    any_range(list, 'a'..); //~ ERROR E0277
}

fn not_joined_by(words: &[String]) {
    words.join(1); //~ ERROR E0308
}

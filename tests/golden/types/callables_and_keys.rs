// What a function gives is known before a method is looked for on it; functions that do not fit; keys by a literal whose type the map decides.
use std::collections::{BTreeMap, HashMap, HashSet};

fn filled_on_demand(word: &str, at: usize) -> HashMap<&str, Vec<usize>> {
    let mut map = HashMap::new();
    map.entry(word).or_insert_with(Vec::new).push(at);
    map
}

fn made_on_demand() {
    let mut text = None;
    text.get_or_insert_with(String::new).push('c');
}

fn literal_keys(map: &mut HashMap<u32, String>, set: &HashSet<u64>, tree: &BTreeMap<(u8, u8), i32>) -> bool {
    if let Some(text) = map.get_mut(&1) {
        text.push('c');
    }
    map.remove(&2);
    map[&4].is_empty() && set.contains(&1) && tree.get(&(1, 2)).is_some()
}

fn slices_of_keys(map: &HashMap<Vec<u8>, i32>) -> Option<&i32> {
    map.get(&[1, 2][..])
}

fn add(a: i32, b: i32) -> i32 {
    a + b
}
fn none() -> i32 {
    1
}
fn length(text: &str) -> usize {
    text.len()
}

fn do_not_fit(pointer: fn(u8), some: Option<i32>) {
    let _ = some.map(add); //~ ERROR E0593
    let _ = some.map(none); //~ ERROR E0593
    let _ = some.map(length); //~ ERROR E0631
    let _ = some.map(pointer); //~ ERROR E0631
    let _ = Some(String::new()).map(length); //~ ERROR E0631
}

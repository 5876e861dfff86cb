// A function that is handed on takes and gives what its signature says, with the lifetimes of this very use.
fn forever(x: &'static str) -> usize {
    x.len()
}
fn first(list: &Vec<u8>) -> Option<&u8> {
    list.first()
}
fn is_full(x: &&String) -> bool {
    !x.is_empty()
}
fn is_eternal(x: &&'static String) -> bool {
    !x.is_empty()
}

fn wants_static(x: Option<&str>) -> Option<usize> {
    x.map(forever) //~ ERROR E0521
}
fn has_static(x: Option<&'static str>) -> Option<usize> {
    x.map(forever)
}
fn pointer<'x, 'y>(x: Option<&'y str>, f: fn(&'x str) -> usize) -> Option<usize> {
    x.map(f) //~ ERROR lifetime
}
fn local() -> Option<usize> {
    let s = String::new();
    let o = Some(s.as_str()); //~ ERROR E0597
    o.map(forever)
}

// What comes out lives as long as what went in.
fn given(x: Option<&Vec<u8>>) -> Option<&u8> {
    x.and_then(first)
}
fn given_too_long(x: Option<&Vec<u8>>) -> Option<&'static u8> {
    x.and_then(first) //~ ERROR lifetime
}
fn moved() -> bool {
    let list = vec![1];
    let x = Some(&list).and_then(first);
    drop(list); //~ ERROR E0505
    x.is_some()
}
fn copied() -> bool {
    let list = vec![1];
    let x = Some(&list).and_then(first).copied();
    drop(list);
    x.is_some()
}
fn cleared(names: &mut Vec<String>) -> usize {
    let views: Vec<&str> = names.iter().map(String::as_str).collect();
    names.clear(); //~ ERROR E0502
    views.len()
}
fn counted(names: &mut Vec<String>) -> usize {
    let lengths: Vec<usize> = names.iter().map(String::len).collect();
    names.clear();
    lengths.len()
}

// Bounds that hold for any lifetime.
fn full(names: &[String]) -> Vec<&String> {
    names.iter().filter(is_full).collect()
}
fn eternal(names: &[String]) -> Vec<&String> {
    names.iter().filter(is_eternal).collect() //~ ERROR E0521
}

// A reference to a function is called as the function is.
fn all<'a>(steps: &[fn(&str) -> &str], text: &'a str) -> &'a str {
    let mut text = text;
    for step in steps {
        text = step(text);
    }
    text
}
fn each(steps: &[fn(String) -> String], text: String) -> String {
    let mut last = String::new();
    for step in steps {
        last = step(text); //~ ERROR E0382
    }
    last
}

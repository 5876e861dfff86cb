// What a signature leaves open is told once: the body is not asked for what would follow from it.
fn first(x: &str, y: &str) -> Option<&str> { //~ ERROR E0106
    if x.len() > y.len() { Some(x) } else { None }
}
fn collected(x: &u8, y: &u8) -> Vec<&u8> { //~ ERROR E0106
    let mut list = Vec::new();
    list.push(x);
    list.push(y);
    list
}
fn result(x: &str, y: &str) -> Result<&str, String> { //~ ERROR E0106
    x.parse::<u8>().map(drop).ok();
    Ok(y)
}
fn nothing(x: &str, y: &str) -> &str { //~ ERROR E0106
    let unused = None;
    x
}
// A mistake of its own is told.
fn wrong(x: &u8, y: &u8) -> &u8 { //~ ERROR E0106
    let z: u8 = "a"; //~ ERROR E0308
    x
}

// What inference adds: borrows and dereferences of receivers, coercions, casts, the calls behind `?`, `for` and operators.
struct Point {
    x: i32,
}
impl Point {
    fn get(&self) -> i32 {
        self.x
    }
}
fn receivers(p: Box<Point>) -> i32 {
    p.get()
}
fn coercions(a: [u8; 2]) -> usize {
    let s: &[u8] = &a;
    s.len() as u32 as usize
}
fn question(x: Option<u8>) -> Option<u8> {
    Some(x? + 1)
}
fn turns(v: Vec<u8>) -> u8 {
    let mut sum = 0;
    for n in v {
        sum += n;
    }
    sum
}

// A constant string stands for its text in a pattern, also when it is named through others.
const A: &str = "a";
mod inner {
    pub const B: &str = super::A;
}
struct S;
impl S {
    const NAME: &'static str = "s";
}

fn any(s: &str) -> bool {
    match s {
        A | "x" | S::NAME => true,
        inner::B => true,
        _ => false,
    }
}
fn not_all(s: &str) -> bool {
    match s { //~ ERROR E0004
        A => true,
    }
}
fn moved(s: String) -> String {
    match s.as_str() {
        A => s,
        S::NAME => String::new(),
        other => {
            drop(s); //~ ERROR E0505
            other.to_string()
        }
    }
}
fn owned(s: &Option<String>) -> bool {
    matches!(s, Some(A)) //~ ERROR E0308
}

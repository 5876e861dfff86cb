// Two lifetimes that nothing relates: the parser hands out a piece of its own text as if it were the caller's.

struct Parser<'t> {
    text: &'t str,
    scratch: String,
}

impl<'t> Parser<'t> {
    fn scratch(&self) -> &'t str {
        self.scratch.as_str() //~ ERROR lifetime
    }

    fn text(&self) -> &'t str {
        self.text
    }
}

fn main() {
    let parser = Parser { text: "let x", scratch: String::from("x") };
    println!("{} {}", parser.text(), parser.scratch());
}

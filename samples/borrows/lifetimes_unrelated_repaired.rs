// Two lifetimes that nothing relates, repaired: what belongs to the parser is lent for as long as the parser is.

struct Parser<'t> {
    text: &'t str,
    scratch: String,
}

impl<'t> Parser<'t> {
    fn scratch(&self) -> &str {
        self.scratch.as_str()
    }

    fn text(&self) -> &'t str {
        self.text
    }
}

fn main() {
    let parser = Parser { text: "let x", scratch: String::from("x") };
    println!("{} {}", parser.text(), parser.scratch());
}

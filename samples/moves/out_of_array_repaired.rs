// Moving out of an array, repaired: a pattern names the elements, so the compiler knows what is left.

fn first(words: [String; 3]) -> String {
    let [word, ..] = words;
    word
}

fn main() {
    println!("{}", first([String::from("a"), String::from("b"), String::from("c")]));
}

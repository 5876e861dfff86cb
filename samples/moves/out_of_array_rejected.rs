// An element cannot be moved out of an array by an index: nobody would know which one is missing.

fn first(words: [String; 3]) -> String {
    words[0] //~ ERROR E0508
}

fn main() {
    println!("{}", first([String::from("a"), String::from("b"), String::from("c")]));
}

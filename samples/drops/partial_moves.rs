// A partial move is not ambiguous: each field is there or not. On the other branch another field may be gone; after the two have met, what only one of them
// took is there on one path and gone on the other. `?` marks that; `lien check` rejects it (L0100) unless it is allowed.
#![allow(unknown_lints, ambiguous_drop)]

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Pair {
    left: Noisy,
    right: Noisy,
}

fn both_ways(pair: Pair, first: bool) {
    if first {
        drop(pair.left);
    } else {
        drop(pair.left);
    }
} //~ DROP pair.right

fn one_way(pair: Pair, first: bool) {
    if first {
        drop(pair.left);
    }
} //~ DROP pair.left?, pair.right

fn main() {
    both_ways(Pair { left: Noisy("a"), right: Noisy("b") }, true);
    one_way(Pair { left: Noisy("c"), right: Noisy("d") }, false);
}

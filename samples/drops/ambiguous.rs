// Moved on one path, there on the other: whether this is dropped at the end depends on the path taken. Lien rejects that; `?` marks it where it is allowed.

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

#[allow(unknown_lints, ambiguous_drop)]
fn depends(value: Noisy, take: bool) {
    if take {
        drop(value);
    }
    println!("is it still there?");
} //~ DROP value?

fn decided(value: Noisy, take: bool) {
    if take {
        drop(value);
        return;
    }
    println!("it is");
} //~ DROP value

fn main() {
    depends(Noisy("first"), true);
    decided(Noisy("second"), true);
}

// An array as a whole is dropped from the front. Once elements were moved out by a pattern, the runs that are left are dropped from the end.

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let whole = [Noisy("a"), Noisy("b")];
    let opened = [Noisy("0"), Noisy("1"), Noisy("2"), Noisy("3"), Noisy("4")];
    let [_, one, ..] = opened;
    println!("{} {}", whole[0].0, one.0);
} //~ DROP one, opened[2..5], opened[0..1], whole

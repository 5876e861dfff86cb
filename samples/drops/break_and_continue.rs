// `break` and `continue` drop what the body of the loop holds; what was declared outside of it stays.

struct Noisy(u32);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let outside = Noisy(100);
    let mut turn = 0;
    loop {
        turn += 1;
        let first = Noisy(turn);
        if turn == 1 {
            continue; //~ DROP first
        }
        let second = Noisy(10 * turn);
        if turn == 3 {
            break; //~ DROP second, first
        }
        println!("{} {}", first.0, second.0);
    } //~ DROP second, first
    println!("{}", outside.0);
} //~ DROP outside

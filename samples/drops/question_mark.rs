// `?` is a return in disguise: where it leaves, it drops what stands at that point. A variable whose initialiser it is does not exist yet, and an argument that
// waits for its call is a temporary.

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn pair(value: Noisy, number: u32) -> u32 {
    number + value.0.len() as u32
} //~ DROP value

fn sum(first: Option<u32>, second: Option<u32>) -> Option<u32> {
    let early = Noisy("early");
    let number = first?; //~ DROP early
    let late = Noisy("late");
    let total = pair(late, second?); //~ DROP `late`, early
    Some(number + total)
} //~ DROP early

fn main() {
    println!("{:?} {:?}", sum(None, None), sum(Some(1), None));
}

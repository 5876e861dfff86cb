// A `for` owns its iterator: an element that the body does not keep is dropped at the end of its round, and the elements that are left with the iterator, after the
// loop. A `break` drops the element only; the iterator follows at the end of the loop.

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let values = vec![Noisy("a"), Noisy("b"), Noisy("c")];
    for value in values {
        if value.0 == "b" {
            break; //~ DROP value
        }
        println!("{}", value.0);
    } //~ DROP value
    //~^ DROP `values`
}

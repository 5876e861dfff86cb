//@ lien: --borrowck nll
// What a panic carries can be shown: `unwrap` of a joined thread's result.
use std::thread::JoinHandle;

fn joined(handle: JoinHandle<u8>) -> u8 {
    handle.join().unwrap()
}
fn expected(handle: JoinHandle<String>) -> String {
    handle.join().expect("no panic")
}

fn main() {}

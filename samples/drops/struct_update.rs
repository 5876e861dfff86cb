// `..base` moves the fields that are not written; those that are written stay in the base, and are dropped with it.

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Config {
    name: Noisy,
    path: Noisy,
    user: Noisy,
}

fn main() {
    let base = Config { name: Noisy("name"), path: Noisy("path"), user: Noisy("user") };
    let changed = Config { path: Noisy("new path"), ..base };
    println!("{} {} {}", changed.name.0, changed.path.0, changed.user.0);
} //~ DROP changed, base.path

//@ status: 2
// Nothing rejected, something declined.
fn judged(s: String) {}

fn declined(s: String) {
    unsafe {}
}

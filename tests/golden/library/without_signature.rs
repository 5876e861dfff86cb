// What the library has and Lien has no signature for is declined, and so is what mentions it; the other functions are judged.
use std::net::TcpStream; //~ ERROR L0002
fn f(stream: TcpStream) {} //~ ERROR L0002
fn g() -> u8 {
    "three" //~ ERROR E0308
}
fn main() {}

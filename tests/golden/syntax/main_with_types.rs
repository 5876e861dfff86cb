// `main` takes nothing and is not generic.
fn main<T>() {} //~ ERROR E0131

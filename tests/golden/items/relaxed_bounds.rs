// `?Sized` is the one relaxed bound, once for each parameter.
struct A<T: ?Sized + ?Sized>(Box<T>); //~ ERROR E0203
struct B<T: ?Sized>(Box<T>) where T: ?Sized; //~ ERROR E0203
struct C<T: ?Clone>(Box<T>); //~ ERROR syntax
struct D<T>(Box<T>) where T: ?Sized;
fn e<T>(x: Vec<T>) where Vec<T>: ?Sized {} //~ ERROR syntax
fn main() {}

// `self` in an import stands for a module and needs braces.
mod inner {
    pub fn f() {}
}
use inner::self; //~ ERROR E0255
//~| ERROR E0429

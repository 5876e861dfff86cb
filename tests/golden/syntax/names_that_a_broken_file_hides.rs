// A destructuring assignment to a name that cannot be found, where a syntax error keeps names from being missed: nothing is derived, and nothing breaks.
fn g() { ( }
//~^ ERROR mismatched closing delimiter
fn f(d: D) { D { s } = d; }

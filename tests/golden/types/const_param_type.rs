// Constant parameters are integers, bool or char.
struct S<const N: String>; //~ ERROR const-param-type

// `Self` has no meaning in the self type of the impl that defines it.
struct A<T>(T);

impl A<Self> {} //~ ERROR self-in-impl-header

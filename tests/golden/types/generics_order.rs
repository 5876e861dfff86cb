// Lifetime parameters come before all others.
struct Pair<T, 'a>(&'a T); //~ ERROR generics-order

// Comparison.

pub mod cmp {
    #[lang = "eq"]
    #[complete]
    pub trait PartialEq<Rhs: ?Sized = Self> {
        #[lang = "eq_method"]
        fn eq(&self, other: &Rhs) -> bool;
        #[lang = "ne_method"]
        fn ne(&self, other: &Rhs) -> bool {}
    }
    #[lang = "total_eq"]
    #[complete]
    pub trait Eq: PartialEq<Self> {}
    #[lang = "partial_ord"]
    #[complete]
    pub trait PartialOrd<Rhs: ?Sized = Self>: PartialEq<Rhs> {
        fn partial_cmp(&self, other: &Rhs) -> Option<Ordering>;
        #[lang = "lt_method"]
        fn lt(&self, other: &Rhs) -> bool {}
        #[lang = "le_method"]
        fn le(&self, other: &Rhs) -> bool {}
        #[lang = "gt_method"]
        fn gt(&self, other: &Rhs) -> bool {}
        #[lang = "ge_method"]
        fn ge(&self, other: &Rhs) -> bool {}
    }
    #[lang = "total_ord"]
    #[complete]
    pub trait Ord: Eq + PartialOrd<Self> {
        fn cmp(&self, other: &Self) -> Ordering;
        fn max(self, other: Self) -> Self where Self: Sized {}
        fn min(self, other: Self) -> Self where Self: Sized {}
        fn clamp(self, min: Self, max: Self) -> Self where Self: Sized {}
    }
    pub fn min<T: Ord>(v1: T, v2: T) -> T;
    pub fn max<T: Ord>(v1: T, v2: T) -> T;

    #[complete]
    pub enum Ordering {
        Less = -1,
        Equal = 0,
        Greater = 1,
    }
    impl Ordering {
        pub const fn is_eq(self) -> bool;
        pub const fn is_ne(self) -> bool;
        pub const fn is_lt(self) -> bool;
        pub const fn is_gt(self) -> bool;
        pub const fn is_le(self) -> bool;
        pub const fn is_ge(self) -> bool;
        pub const fn reverse(self) -> Ordering;
        pub const fn then(self, other: Ordering) -> Ordering;
        pub fn then_with<F: FnOnce() -> Ordering>(self, f: F) -> Ordering;
    }
    impl Clone for Ordering {
        fn clone(&self) -> Ordering;
    }
    impl Copy for Ordering {}
    impl PartialEq for Ordering {
        fn eq(&self, other: &Ordering) -> bool;
    }
    impl Eq for Ordering {}
    impl PartialOrd for Ordering {
        fn partial_cmp(&self, other: &Ordering) -> Option<Ordering>;
    }
    impl Ord for Ordering {
        fn cmp(&self, other: &Ordering) -> Ordering;
    }
    impl crate::hash::Hash for Ordering {
        fn hash<H: crate::hash::Hasher>(&self, state: &mut H);
    }
    impl crate::fmt::Debug for Ordering {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }

    pub struct Reverse<T>(pub T);
    impl<T: Clone> Clone for Reverse<T> {
        fn clone(&self) -> Reverse<T>;
    }
    impl<T: Copy> Copy for Reverse<T> {}
    impl<T: PartialEq> PartialEq for Reverse<T> {
        fn eq(&self, other: &Reverse<T>) -> bool;
    }
    impl<T: Eq> Eq for Reverse<T> {}
    impl<T: PartialOrd> PartialOrd for Reverse<T> {
        fn partial_cmp(&self, other: &Reverse<T>) -> Option<Ordering>;
    }
    impl<T: Ord> Ord for Reverse<T> {
        fn cmp(&self, other: &Reverse<T>) -> Ordering;
    }
    impl<T: crate::fmt::Debug> crate::fmt::Debug for Reverse<T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T: Default> Default for Reverse<T> {
        fn default() -> Reverse<T>;
    }
    impl<T: crate::hash::Hash> crate::hash::Hash for Reverse<T> {
        fn hash<H: crate::hash::Hasher>(&self, state: &mut H);
    }

    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64, bool, char, str, !)]
    impl PartialEq for Prim {
        fn eq(&self, other: &Prim) -> bool;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool, char, str, !)]
    impl Eq for Prim {}
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64, bool, char, str, !)]
    impl PartialOrd for Prim {
        fn partial_cmp(&self, other: &Prim) -> Option<Ordering>;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool, char, str, !)]
    impl Ord for Prim {
        fn cmp(&self, other: &Prim) -> Ordering;
    }
    impl<A: ?Sized + PartialEq<B>, B: ?Sized> PartialEq<&B> for &A {
        fn eq(&self, other: &&B) -> bool;
    }
    impl<A: ?Sized + PartialEq<B>, B: ?Sized> PartialEq<&mut B> for &mut A {
        fn eq(&self, other: &&mut B) -> bool;
    }
    impl<A: ?Sized + PartialEq<B>, B: ?Sized> PartialEq<&mut B> for &A {
        fn eq(&self, other: &&mut B) -> bool;
    }
    impl<A: ?Sized + PartialEq<B>, B: ?Sized> PartialEq<&B> for &mut A {
        fn eq(&self, other: &&B) -> bool;
    }
    impl<A: ?Sized + Eq> Eq for &A {}
    impl<A: ?Sized + Eq> Eq for &mut A {}
    impl<A: ?Sized + PartialOrd<B>, B: ?Sized> PartialOrd<&B> for &A {
        fn partial_cmp(&self, other: &&B) -> Option<Ordering>;
    }
    impl<A: ?Sized + PartialOrd<B>, B: ?Sized> PartialOrd<&mut B> for &mut A {
        fn partial_cmp(&self, other: &&mut B) -> Option<Ordering>;
    }
    impl<A: ?Sized + Ord> Ord for &A {
        fn cmp(&self, other: &Self) -> Ordering;
    }
    impl<A: ?Sized + Ord> Ord for &mut A {
        fn cmp(&self, other: &Self) -> Ordering;
    }
    impl<T: PartialEq<U>, U> PartialEq<[U]> for [T] {
        fn eq(&self, other: &[U]) -> bool;
    }
    impl<T: Eq> Eq for [T] {}
    impl<T: PartialOrd> PartialOrd for [T] {
        fn partial_cmp(&self, other: &[T]) -> Option<Ordering>;
    }
    impl<T: Ord> Ord for [T] {
        fn cmp(&self, other: &[T]) -> Ordering;
    }
    impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U; N]> for [T; N] {
        fn eq(&self, other: &[U; N]) -> bool;
    }
    impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U]> for [T; N] {
        fn eq(&self, other: &[U]) -> bool;
    }
    impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U; N]> for [T] {
        fn eq(&self, other: &[U; N]) -> bool;
    }
    impl<T: PartialEq<U>, U, const N: usize> PartialEq<&[U]> for [T; N] {
        fn eq(&self, other: &&[U]) -> bool;
    }
    impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U; N]> for &[T] {
        fn eq(&self, other: &[U; N]) -> bool;
    }
    impl<T: PartialEq<U>, U, const N: usize> PartialEq<&mut [U]> for [T; N] {
        fn eq(&self, other: &&mut [U]) -> bool;
    }
    impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U; N]> for &mut [T] {
        fn eq(&self, other: &[U; N]) -> bool;
    }
    impl<T: Eq, const N: usize> Eq for [T; N] {}
    impl<T: PartialOrd, const N: usize> PartialOrd for [T; N] {
        fn partial_cmp(&self, other: &[T; N]) -> Option<Ordering>;
    }
    impl<T: Ord, const N: usize> Ord for [T; N] {
        fn cmp(&self, other: &[T; N]) -> Ordering;
    }
    impl PartialEq for () {
        fn eq(&self, other: &()) -> bool;
    }
    impl Eq for () {}
    impl PartialOrd for () {
        fn partial_cmp(&self, other: &()) -> Option<Ordering>;
    }
    impl Ord for () {
        fn cmp(&self, other: &()) -> Ordering;
    }
    impl<A: PartialEq> PartialEq for (A,) {
        fn eq(&self, other: &(A,)) -> bool;
    }
    impl<A: Eq> Eq for (A,) {}
    impl<A: PartialOrd> PartialOrd for (A,) {
        fn partial_cmp(&self, other: &(A,)) -> Option<Ordering>;
    }
    impl<A: Ord> Ord for (A,) {
        fn cmp(&self, other: &(A,)) -> Ordering;
    }
    impl<A: PartialEq, B: PartialEq> PartialEq for (A, B) {
        fn eq(&self, other: &(A, B)) -> bool;
    }
    impl<A: Eq, B: Eq> Eq for (A, B) {}
    impl<A: PartialOrd, B: PartialOrd> PartialOrd for (A, B) {
        fn partial_cmp(&self, other: &(A, B)) -> Option<Ordering>;
    }
    impl<A: Ord, B: Ord> Ord for (A, B) {
        fn cmp(&self, other: &(A, B)) -> Ordering;
    }
    impl<A: PartialEq, B: PartialEq, C: PartialEq> PartialEq for (A, B, C) {
        fn eq(&self, other: &(A, B, C)) -> bool;
    }
    impl<A: Eq, B: Eq, C: Eq> Eq for (A, B, C) {}
    impl<A: PartialOrd, B: PartialOrd, C: PartialOrd> PartialOrd for (A, B, C) {
        fn partial_cmp(&self, other: &(A, B, C)) -> Option<Ordering>;
    }
    impl<A: Ord, B: Ord, C: Ord> Ord for (A, B, C) {
        fn cmp(&self, other: &(A, B, C)) -> Ordering;
    }
    impl<A: PartialEq, B: PartialEq, C: PartialEq, D: PartialEq> PartialEq for (A, B, C, D) {
        fn eq(&self, other: &(A, B, C, D)) -> bool;
    }
    impl<A: Eq, B: Eq, C: Eq, D: Eq> Eq for (A, B, C, D) {}
    impl<A: PartialOrd, B: PartialOrd, C: PartialOrd, D: PartialOrd> PartialOrd for (A, B, C, D) {
        fn partial_cmp(&self, other: &(A, B, C, D)) -> Option<Ordering>;
    }
    impl<A: Ord, B: Ord, C: Ord, D: Ord> Ord for (A, B, C, D) {
        fn cmp(&self, other: &(A, B, C, D)) -> Ordering;
    }
    impl<A: PartialEq, B: PartialEq, C: PartialEq, D: PartialEq, E: PartialEq> PartialEq for (A, B, C, D, E) {
        fn eq(&self, other: &(A, B, C, D, E)) -> bool;
    }
    impl<A: Eq, B: Eq, C: Eq, D: Eq, E: Eq> Eq for (A, B, C, D, E) {}
    impl<A: PartialOrd, B: PartialOrd, C: PartialOrd, D: PartialOrd, E: PartialOrd> PartialOrd for (A, B, C, D, E) {
        fn partial_cmp(&self, other: &(A, B, C, D, E)) -> Option<Ordering>;
    }
    impl<A: Ord, B: Ord, C: Ord, D: Ord, E: Ord> Ord for (A, B, C, D, E) {
        fn cmp(&self, other: &(A, B, C, D, E)) -> Ordering;
    }
    impl<A: PartialEq, B: PartialEq, C: PartialEq, D: PartialEq, E: PartialEq, F: PartialEq> PartialEq for (A, B, C, D, E, F) {
        fn eq(&self, other: &(A, B, C, D, E, F)) -> bool;
    }
    impl<A: Eq, B: Eq, C: Eq, D: Eq, E: Eq, F: Eq> Eq for (A, B, C, D, E, F) {}
    impl<A: PartialOrd, B: PartialOrd, C: PartialOrd, D: PartialOrd, E: PartialOrd, F: PartialOrd> PartialOrd for (A, B, C, D, E, F) {
        fn partial_cmp(&self, other: &(A, B, C, D, E, F)) -> Option<Ordering>;
    }
    impl<A: Ord, B: Ord, C: Ord, D: Ord, E: Ord, F: Ord> Ord for (A, B, C, D, E, F) {
        fn cmp(&self, other: &(A, B, C, D, E, F)) -> Ordering;
    }
    impl<A: PartialEq, B: PartialEq, C: PartialEq, D: PartialEq, E: PartialEq, F: PartialEq, G: PartialEq> PartialEq for (A, B, C, D, E, F, G) {
        fn eq(&self, other: &(A, B, C, D, E, F, G)) -> bool;
    }
    impl<A: Eq, B: Eq, C: Eq, D: Eq, E: Eq, F: Eq, G: Eq> Eq for (A, B, C, D, E, F, G) {}
    impl<A: PartialOrd, B: PartialOrd, C: PartialOrd, D: PartialOrd, E: PartialOrd, F: PartialOrd, G: PartialOrd> PartialOrd for (A, B, C, D, E, F, G) {
        fn partial_cmp(&self, other: &(A, B, C, D, E, F, G)) -> Option<Ordering>;
    }
    impl<A: Ord, B: Ord, C: Ord, D: Ord, E: Ord, F: Ord, G: Ord> Ord for (A, B, C, D, E, F, G) {
        fn cmp(&self, other: &(A, B, C, D, E, F, G)) -> Ordering;
    }
    impl<A: PartialEq, B: PartialEq, C: PartialEq, D: PartialEq, E: PartialEq, F: PartialEq, G: PartialEq, H: PartialEq> PartialEq for (A, B, C, D, E, F, G, H) {
        fn eq(&self, other: &(A, B, C, D, E, F, G, H)) -> bool;
    }
    impl<A: Eq, B: Eq, C: Eq, D: Eq, E: Eq, F: Eq, G: Eq, H: Eq> Eq for (A, B, C, D, E, F, G, H) {}
    impl<A: PartialOrd, B: PartialOrd, C: PartialOrd, D: PartialOrd, E: PartialOrd, F: PartialOrd, G: PartialOrd, H: PartialOrd> PartialOrd for (A, B, C, D, E, F, G, H) {
        fn partial_cmp(&self, other: &(A, B, C, D, E, F, G, H)) -> Option<Ordering>;
    }
    impl<A: Ord, B: Ord, C: Ord, D: Ord, E: Ord, F: Ord, G: Ord, H: Ord> Ord for (A, B, C, D, E, F, G, H) {
        fn cmp(&self, other: &(A, B, C, D, E, F, G, H)) -> Ordering;
    }
    impl<A: PartialEq, B: PartialEq, C: PartialEq, D: PartialEq, E: PartialEq, F: PartialEq, G: PartialEq, H: PartialEq, I: PartialEq> PartialEq for (A, B, C, D, E, F, G, H, I) {
        fn eq(&self, other: &(A, B, C, D, E, F, G, H, I)) -> bool;
    }
    impl<A: Eq, B: Eq, C: Eq, D: Eq, E: Eq, F: Eq, G: Eq, H: Eq, I: Eq> Eq for (A, B, C, D, E, F, G, H, I) {}
    impl<A: PartialOrd, B: PartialOrd, C: PartialOrd, D: PartialOrd, E: PartialOrd, F: PartialOrd, G: PartialOrd, H: PartialOrd, I: PartialOrd> PartialOrd for (A, B, C, D, E, F, G, H, I) {
        fn partial_cmp(&self, other: &(A, B, C, D, E, F, G, H, I)) -> Option<Ordering>;
    }
    impl<A: Ord, B: Ord, C: Ord, D: Ord, E: Ord, F: Ord, G: Ord, H: Ord, I: Ord> Ord for (A, B, C, D, E, F, G, H, I) {
        fn cmp(&self, other: &(A, B, C, D, E, F, G, H, I)) -> Ordering;
    }
    impl<A: PartialEq, B: PartialEq, C: PartialEq, D: PartialEq, E: PartialEq, F: PartialEq, G: PartialEq, H: PartialEq, I: PartialEq, J: PartialEq> PartialEq for (A, B, C, D, E, F, G, H, I, J) {
        fn eq(&self, other: &(A, B, C, D, E, F, G, H, I, J)) -> bool;
    }
    impl<A: Eq, B: Eq, C: Eq, D: Eq, E: Eq, F: Eq, G: Eq, H: Eq, I: Eq, J: Eq> Eq for (A, B, C, D, E, F, G, H, I, J) {}
    impl<A: PartialOrd, B: PartialOrd, C: PartialOrd, D: PartialOrd, E: PartialOrd, F: PartialOrd, G: PartialOrd, H: PartialOrd, I: PartialOrd, J: PartialOrd> PartialOrd for (A, B, C, D, E, F, G, H, I, J) {
        fn partial_cmp(&self, other: &(A, B, C, D, E, F, G, H, I, J)) -> Option<Ordering>;
    }
    impl<A: Ord, B: Ord, C: Ord, D: Ord, E: Ord, F: Ord, G: Ord, H: Ord, I: Ord, J: Ord> Ord for (A, B, C, D, E, F, G, H, I, J) {
        fn cmp(&self, other: &(A, B, C, D, E, F, G, H, I, J)) -> Ordering;
    }
    impl<A: PartialEq, B: PartialEq, C: PartialEq, D: PartialEq, E: PartialEq, F: PartialEq, G: PartialEq, H: PartialEq, I: PartialEq, J: PartialEq, K: PartialEq> PartialEq for (A, B, C, D, E, F, G, H, I, J, K) {
        fn eq(&self, other: &(A, B, C, D, E, F, G, H, I, J, K)) -> bool;
    }
    impl<A: Eq, B: Eq, C: Eq, D: Eq, E: Eq, F: Eq, G: Eq, H: Eq, I: Eq, J: Eq, K: Eq> Eq for (A, B, C, D, E, F, G, H, I, J, K) {}
    impl<A: PartialOrd, B: PartialOrd, C: PartialOrd, D: PartialOrd, E: PartialOrd, F: PartialOrd, G: PartialOrd, H: PartialOrd, I: PartialOrd, J: PartialOrd, K: PartialOrd> PartialOrd for (A, B, C, D, E, F, G, H, I, J, K) {
        fn partial_cmp(&self, other: &(A, B, C, D, E, F, G, H, I, J, K)) -> Option<Ordering>;
    }
    impl<A: Ord, B: Ord, C: Ord, D: Ord, E: Ord, F: Ord, G: Ord, H: Ord, I: Ord, J: Ord, K: Ord> Ord for (A, B, C, D, E, F, G, H, I, J, K) {
        fn cmp(&self, other: &(A, B, C, D, E, F, G, H, I, J, K)) -> Ordering;
    }
    impl<A: PartialEq, B: PartialEq, C: PartialEq, D: PartialEq, E: PartialEq, F: PartialEq, G: PartialEq, H: PartialEq, I: PartialEq, J: PartialEq, K: PartialEq, L: PartialEq> PartialEq for (A, B, C, D, E, F, G, H, I, J, K, L) {
        fn eq(&self, other: &(A, B, C, D, E, F, G, H, I, J, K, L)) -> bool;
    }
    impl<A: Eq, B: Eq, C: Eq, D: Eq, E: Eq, F: Eq, G: Eq, H: Eq, I: Eq, J: Eq, K: Eq, L: Eq> Eq for (A, B, C, D, E, F, G, H, I, J, K, L) {}
    impl<A: PartialOrd, B: PartialOrd, C: PartialOrd, D: PartialOrd, E: PartialOrd, F: PartialOrd, G: PartialOrd, H: PartialOrd, I: PartialOrd, J: PartialOrd, K: PartialOrd, L: PartialOrd> PartialOrd for (A, B, C, D, E, F, G, H, I, J, K, L) {
        fn partial_cmp(&self, other: &(A, B, C, D, E, F, G, H, I, J, K, L)) -> Option<Ordering>;
    }
    impl<A: Ord, B: Ord, C: Ord, D: Ord, E: Ord, F: Ord, G: Ord, H: Ord, I: Ord, J: Ord, K: Ord, L: Ord> Ord for (A, B, C, D, E, F, G, H, I, J, K, L) {
        fn cmp(&self, other: &(A, B, C, D, E, F, G, H, I, J, K, L)) -> Ordering;
    }
}

// Tuples and arrays: the traits that the compiler does not build in.
#[unstable_item]
pub mod tuple {
    impl crate::hash::Hash for () {
        fn hash<H: crate::hash::Hasher>(&self, state: &mut H);
    }
    impl crate::fmt::Debug for () {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<A: Default> Default for (A,) {
        fn default() -> (A,);
    }
    impl<A: crate::hash::Hash> crate::hash::Hash for (A,) {
        fn hash<S: crate::hash::Hasher>(&self, state: &mut S);
    }
    impl<A: crate::fmt::Debug> crate::fmt::Debug for (A,) {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<A: Default, B: Default> Default for (A, B) {
        fn default() -> (A, B);
    }
    impl<A: crate::hash::Hash, B: crate::hash::Hash> crate::hash::Hash for (A, B) {
        fn hash<S: crate::hash::Hasher>(&self, state: &mut S);
    }
    impl<A: crate::fmt::Debug, B: crate::fmt::Debug> crate::fmt::Debug for (A, B) {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T> From<[T; 2]> for (T, T) {
        fn from(array: [T; 2]) -> Self;
    }
    impl<T> From<(T, T)> for [T; 2] {
        fn from(tuple: (T, T)) -> Self;
    }
    impl<A: Default, B: Default, C: Default> Default for (A, B, C) {
        fn default() -> (A, B, C);
    }
    impl<A: crate::hash::Hash, B: crate::hash::Hash, C: crate::hash::Hash> crate::hash::Hash for (A, B, C) {
        fn hash<S: crate::hash::Hasher>(&self, state: &mut S);
    }
    impl<A: crate::fmt::Debug, B: crate::fmt::Debug, C: crate::fmt::Debug> crate::fmt::Debug for (A, B, C) {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T> From<[T; 3]> for (T, T, T) {
        fn from(array: [T; 3]) -> Self;
    }
    impl<T> From<(T, T, T)> for [T; 3] {
        fn from(tuple: (T, T, T)) -> Self;
    }
    impl<A: Default, B: Default, C: Default, D: Default> Default for (A, B, C, D) {
        fn default() -> (A, B, C, D);
    }
    impl<A: crate::hash::Hash, B: crate::hash::Hash, C: crate::hash::Hash, D: crate::hash::Hash> crate::hash::Hash for (A, B, C, D) {
        fn hash<S: crate::hash::Hasher>(&self, state: &mut S);
    }
    impl<A: crate::fmt::Debug, B: crate::fmt::Debug, C: crate::fmt::Debug, D: crate::fmt::Debug> crate::fmt::Debug for (A, B, C, D) {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T> From<[T; 4]> for (T, T, T, T) {
        fn from(array: [T; 4]) -> Self;
    }
    impl<T> From<(T, T, T, T)> for [T; 4] {
        fn from(tuple: (T, T, T, T)) -> Self;
    }
    impl<A: Default, B: Default, C: Default, D: Default, E: Default> Default for (A, B, C, D, E) {
        fn default() -> (A, B, C, D, E);
    }
    impl<A: crate::hash::Hash, B: crate::hash::Hash, C: crate::hash::Hash, D: crate::hash::Hash, E: crate::hash::Hash> crate::hash::Hash for (A, B, C, D, E) {
        fn hash<S: crate::hash::Hasher>(&self, state: &mut S);
    }
    impl<A: crate::fmt::Debug, B: crate::fmt::Debug, C: crate::fmt::Debug, D: crate::fmt::Debug, E: crate::fmt::Debug> crate::fmt::Debug for (A, B, C, D, E) {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T> From<[T; 5]> for (T, T, T, T, T) {
        fn from(array: [T; 5]) -> Self;
    }
    impl<T> From<(T, T, T, T, T)> for [T; 5] {
        fn from(tuple: (T, T, T, T, T)) -> Self;
    }
    impl<A: Default, B: Default, C: Default, D: Default, E: Default, F: Default> Default for (A, B, C, D, E, F) {
        fn default() -> (A, B, C, D, E, F);
    }
    impl<A: crate::hash::Hash, B: crate::hash::Hash, C: crate::hash::Hash, D: crate::hash::Hash, E: crate::hash::Hash, F: crate::hash::Hash> crate::hash::Hash for (A, B, C, D, E, F) {
        fn hash<S: crate::hash::Hasher>(&self, state: &mut S);
    }
    impl<A: crate::fmt::Debug, B: crate::fmt::Debug, C: crate::fmt::Debug, D: crate::fmt::Debug, E: crate::fmt::Debug, F: crate::fmt::Debug> crate::fmt::Debug for (A, B, C, D, E, F) {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T> From<[T; 6]> for (T, T, T, T, T, T) {
        fn from(array: [T; 6]) -> Self;
    }
    impl<T> From<(T, T, T, T, T, T)> for [T; 6] {
        fn from(tuple: (T, T, T, T, T, T)) -> Self;
    }
    impl<A: Default, B: Default, C: Default, D: Default, E: Default, F: Default, G: Default> Default for (A, B, C, D, E, F, G) {
        fn default() -> (A, B, C, D, E, F, G);
    }
    impl<A: crate::hash::Hash, B: crate::hash::Hash, C: crate::hash::Hash, D: crate::hash::Hash, E: crate::hash::Hash, F: crate::hash::Hash, G: crate::hash::Hash> crate::hash::Hash for (A, B, C, D, E, F, G) {
        fn hash<S: crate::hash::Hasher>(&self, state: &mut S);
    }
    impl<A: crate::fmt::Debug, B: crate::fmt::Debug, C: crate::fmt::Debug, D: crate::fmt::Debug, E: crate::fmt::Debug, F: crate::fmt::Debug, G: crate::fmt::Debug> crate::fmt::Debug for (A, B, C, D, E, F, G) {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T> From<[T; 7]> for (T, T, T, T, T, T, T) {
        fn from(array: [T; 7]) -> Self;
    }
    impl<T> From<(T, T, T, T, T, T, T)> for [T; 7] {
        fn from(tuple: (T, T, T, T, T, T, T)) -> Self;
    }
    impl<A: Default, B: Default, C: Default, D: Default, E: Default, F: Default, G: Default, H: Default> Default for (A, B, C, D, E, F, G, H) {
        fn default() -> (A, B, C, D, E, F, G, H);
    }
    impl<A: crate::hash::Hash, B: crate::hash::Hash, C: crate::hash::Hash, D: crate::hash::Hash, E: crate::hash::Hash, F: crate::hash::Hash, G: crate::hash::Hash, H: crate::hash::Hash> crate::hash::Hash for (A, B, C, D, E, F, G, H) {
        fn hash<S: crate::hash::Hasher>(&self, state: &mut S);
    }
    impl<A: crate::fmt::Debug, B: crate::fmt::Debug, C: crate::fmt::Debug, D: crate::fmt::Debug, E: crate::fmt::Debug, F: crate::fmt::Debug, G: crate::fmt::Debug, H: crate::fmt::Debug> crate::fmt::Debug for (A, B, C, D, E, F, G, H) {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T> From<[T; 8]> for (T, T, T, T, T, T, T, T) {
        fn from(array: [T; 8]) -> Self;
    }
    impl<T> From<(T, T, T, T, T, T, T, T)> for [T; 8] {
        fn from(tuple: (T, T, T, T, T, T, T, T)) -> Self;
    }
    impl<A: Default, B: Default, C: Default, D: Default, E: Default, F: Default, G: Default, H: Default, I: Default> Default for (A, B, C, D, E, F, G, H, I) {
        fn default() -> (A, B, C, D, E, F, G, H, I);
    }
    impl<A: crate::hash::Hash, B: crate::hash::Hash, C: crate::hash::Hash, D: crate::hash::Hash, E: crate::hash::Hash, F: crate::hash::Hash, G: crate::hash::Hash, H: crate::hash::Hash, I: crate::hash::Hash> crate::hash::Hash for (A, B, C, D, E, F, G, H, I) {
        fn hash<S: crate::hash::Hasher>(&self, state: &mut S);
    }
    impl<A: crate::fmt::Debug, B: crate::fmt::Debug, C: crate::fmt::Debug, D: crate::fmt::Debug, E: crate::fmt::Debug, F: crate::fmt::Debug, G: crate::fmt::Debug, H: crate::fmt::Debug, I: crate::fmt::Debug> crate::fmt::Debug for (A, B, C, D, E, F, G, H, I) {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T> From<[T; 9]> for (T, T, T, T, T, T, T, T, T) {
        fn from(array: [T; 9]) -> Self;
    }
    impl<T> From<(T, T, T, T, T, T, T, T, T)> for [T; 9] {
        fn from(tuple: (T, T, T, T, T, T, T, T, T)) -> Self;
    }
    impl<A: Default, B: Default, C: Default, D: Default, E: Default, F: Default, G: Default, H: Default, I: Default, J: Default> Default for (A, B, C, D, E, F, G, H, I, J) {
        fn default() -> (A, B, C, D, E, F, G, H, I, J);
    }
    impl<A: crate::hash::Hash, B: crate::hash::Hash, C: crate::hash::Hash, D: crate::hash::Hash, E: crate::hash::Hash, F: crate::hash::Hash, G: crate::hash::Hash, H: crate::hash::Hash, I: crate::hash::Hash, J: crate::hash::Hash> crate::hash::Hash for (A, B, C, D, E, F, G, H, I, J) {
        fn hash<S: crate::hash::Hasher>(&self, state: &mut S);
    }
    impl<A: crate::fmt::Debug, B: crate::fmt::Debug, C: crate::fmt::Debug, D: crate::fmt::Debug, E: crate::fmt::Debug, F: crate::fmt::Debug, G: crate::fmt::Debug, H: crate::fmt::Debug, I: crate::fmt::Debug, J: crate::fmt::Debug> crate::fmt::Debug for (A, B, C, D, E, F, G, H, I, J) {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T> From<[T; 10]> for (T, T, T, T, T, T, T, T, T, T) {
        fn from(array: [T; 10]) -> Self;
    }
    impl<T> From<(T, T, T, T, T, T, T, T, T, T)> for [T; 10] {
        fn from(tuple: (T, T, T, T, T, T, T, T, T, T)) -> Self;
    }
    impl<A: Default, B: Default, C: Default, D: Default, E: Default, F: Default, G: Default, H: Default, I: Default, J: Default, K: Default> Default for (A, B, C, D, E, F, G, H, I, J, K) {
        fn default() -> (A, B, C, D, E, F, G, H, I, J, K);
    }
    impl<A: crate::hash::Hash, B: crate::hash::Hash, C: crate::hash::Hash, D: crate::hash::Hash, E: crate::hash::Hash, F: crate::hash::Hash, G: crate::hash::Hash, H: crate::hash::Hash, I: crate::hash::Hash, J: crate::hash::Hash, K: crate::hash::Hash> crate::hash::Hash for (A, B, C, D, E, F, G, H, I, J, K) {
        fn hash<S: crate::hash::Hasher>(&self, state: &mut S);
    }
    impl<A: crate::fmt::Debug, B: crate::fmt::Debug, C: crate::fmt::Debug, D: crate::fmt::Debug, E: crate::fmt::Debug, F: crate::fmt::Debug, G: crate::fmt::Debug, H: crate::fmt::Debug, I: crate::fmt::Debug, J: crate::fmt::Debug, K: crate::fmt::Debug> crate::fmt::Debug for (A, B, C, D, E, F, G, H, I, J, K) {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T> From<[T; 11]> for (T, T, T, T, T, T, T, T, T, T, T) {
        fn from(array: [T; 11]) -> Self;
    }
    impl<T> From<(T, T, T, T, T, T, T, T, T, T, T)> for [T; 11] {
        fn from(tuple: (T, T, T, T, T, T, T, T, T, T, T)) -> Self;
    }
    impl<A: Default, B: Default, C: Default, D: Default, E: Default, F: Default, G: Default, H: Default, I: Default, J: Default, K: Default, L: Default> Default for (A, B, C, D, E, F, G, H, I, J, K, L) {
        fn default() -> (A, B, C, D, E, F, G, H, I, J, K, L);
    }
    impl<A: crate::hash::Hash, B: crate::hash::Hash, C: crate::hash::Hash, D: crate::hash::Hash, E: crate::hash::Hash, F: crate::hash::Hash, G: crate::hash::Hash, H: crate::hash::Hash, I: crate::hash::Hash, J: crate::hash::Hash, K: crate::hash::Hash, L: crate::hash::Hash> crate::hash::Hash for (A, B, C, D, E, F, G, H, I, J, K, L) {
        fn hash<S: crate::hash::Hasher>(&self, state: &mut S);
    }
    impl<A: crate::fmt::Debug, B: crate::fmt::Debug, C: crate::fmt::Debug, D: crate::fmt::Debug, E: crate::fmt::Debug, F: crate::fmt::Debug, G: crate::fmt::Debug, H: crate::fmt::Debug, I: crate::fmt::Debug, J: crate::fmt::Debug, K: crate::fmt::Debug, L: crate::fmt::Debug> crate::fmt::Debug for (A, B, C, D, E, F, G, H, I, J, K, L) {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T> From<[T; 12]> for (T, T, T, T, T, T, T, T, T, T, T, T) {
        fn from(array: [T; 12]) -> Self;
    }
    impl<T> From<(T, T, T, T, T, T, T, T, T, T, T, T)> for [T; 12] {
        fn from(tuple: (T, T, T, T, T, T, T, T, T, T, T, T)) -> Self;
    }
}

pub mod array {
    #[complete]
    pub struct TryFromSliceError(());
    impl crate::fmt::Debug for TryFromSliceError {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl crate::fmt::Display for TryFromSliceError {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl Clone for TryFromSliceError {
        fn clone(&self) -> TryFromSliceError;
    }
    impl Copy for TryFromSliceError {}
    pub fn from_fn<T, const N: usize, F: FnMut(usize) -> T>(f: F) -> [T; N];
    impl<T, const N: usize> [T; N] {
        pub fn map<F: FnMut(T) -> U, U>(self, f: F) -> [U; N];
        pub const fn as_slice(&self) -> &[T];
        pub const fn as_mut_slice(&mut self) -> &mut [T];
        pub fn each_ref(&self) -> [&T; N];
        pub fn each_mut(&mut self) -> [&mut T; N];
    }
    impl<T: crate::fmt::Debug, const N: usize> crate::fmt::Debug for [T; N] {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T, const N: usize> AsRef<[T]> for [T; N] {
        fn as_ref(&self) -> &[T];
    }
    impl<T, const N: usize> AsMut<[T]> for [T; N] {
        fn as_mut(&mut self) -> &mut [T];
    }
    impl<T, I, const N: usize> crate::ops::Index<I> for [T; N] where [T]: crate::ops::Index<I> {
        type Output = <[T] as crate::ops::Index<I>>::Output;
        fn index(&self, index: I) -> &<[T] as crate::ops::Index<I>>::Output;
    }
    impl<T, I, const N: usize> crate::ops::IndexMut<I> for [T; N] where [T]: crate::ops::IndexMut<I> {
        fn index_mut(&mut self, index: I) -> &mut <[T] as crate::ops::Index<I>>::Output;
    }
    impl<T: Copy, const N: usize> TryFrom<&[T]> for [T; N] {
        type Error = TryFromSliceError;
        fn try_from(slice: &[T]) -> Result<[T; N], TryFromSliceError>;
    }
    impl<'a, T, const N: usize> TryFrom<&'a [T]> for &'a [T; N] {
        type Error = TryFromSliceError;
        fn try_from(slice: &'a [T]) -> Result<&'a [T; N], TryFromSliceError>;
    }
    impl<T, const N: usize> TryFrom<Vec<T>> for [T; N] {
        type Error = Vec<T>;
        fn try_from(vec: Vec<T>) -> Result<[T; N], Vec<T>>;
    }
    pub struct IntoIter<T, const N: usize> {
        data: [T; N],
    }
    impl<T, const N: usize> IntoIter<T, N> {
        pub fn as_slice(&self) -> &[T];
        pub fn as_mut_slice(&mut self) -> &mut [T];
    }
    impl<T, const N: usize> Drop for IntoIter<T, N> {
        fn drop(&mut self);
    }
    impl<T: Clone, const N: usize> Clone for IntoIter<T, N> {
        fn clone(&self) -> Self;
    }
    impl<T: crate::fmt::Debug, const N: usize> crate::fmt::Debug for IntoIter<T, N> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T, const N: usize> Iterator for IntoIter<T, N> {
        type Item = T;
        fn next(&mut self) -> Option<T>;
    }
    impl<T, const N: usize> DoubleEndedIterator for IntoIter<T, N> {
        fn next_back(&mut self) -> Option<T>;
    }
    impl<T, const N: usize> ExactSizeIterator for IntoIter<T, N> {}
    impl<T, const N: usize> IntoIterator for [T; N] {
        type Item = T;
        type IntoIter = IntoIter<T, N>;
        fn into_iter(self) -> IntoIter<T, N>;
    }
    impl<'a, T, const N: usize> IntoIterator for &'a [T; N] {
        type Item = &'a T;
        type IntoIter = crate::slice::Iter<'a, T>;
        fn into_iter(self) -> crate::slice::Iter<'a, T>;
    }
    impl<'a, T, const N: usize> IntoIterator for &'a mut [T; N] {
        type Item = &'a mut T;
        type IntoIter = crate::slice::IterMut<'a, T>;
        fn into_iter(self) -> crate::slice::IterMut<'a, T>;
    }
    impl<T> Default for [T; 0] {
        fn default() -> [T; 0];
    }
    impl<T: Default> Default for [T; 1] {
        fn default() -> [T; 1];
    }
    impl<T: Default> Default for [T; 2] {
        fn default() -> [T; 2];
    }
    impl<T: Default> Default for [T; 3] {
        fn default() -> [T; 3];
    }
    impl<T: Default> Default for [T; 4] {
        fn default() -> [T; 4];
    }
    impl<T: Default> Default for [T; 5] {
        fn default() -> [T; 5];
    }
    impl<T: Default> Default for [T; 6] {
        fn default() -> [T; 6];
    }
    impl<T: Default> Default for [T; 7] {
        fn default() -> [T; 7];
    }
    impl<T: Default> Default for [T; 8] {
        fn default() -> [T; 8];
    }
    impl<T: Default> Default for [T; 9] {
        fn default() -> [T; 9];
    }
    impl<T: Default> Default for [T; 10] {
        fn default() -> [T; 10];
    }
    impl<T: Default> Default for [T; 11] {
        fn default() -> [T; 11];
    }
    impl<T: Default> Default for [T; 12] {
        fn default() -> [T; 12];
    }
    impl<T: Default> Default for [T; 13] {
        fn default() -> [T; 13];
    }
    impl<T: Default> Default for [T; 14] {
        fn default() -> [T; 14];
    }
    impl<T: Default> Default for [T; 15] {
        fn default() -> [T; 15];
    }
    impl<T: Default> Default for [T; 16] {
        fn default() -> [T; 16];
    }
    impl<T: Default> Default for [T; 17] {
        fn default() -> [T; 17];
    }
    impl<T: Default> Default for [T; 18] {
        fn default() -> [T; 18];
    }
    impl<T: Default> Default for [T; 19] {
        fn default() -> [T; 19];
    }
    impl<T: Default> Default for [T; 20] {
        fn default() -> [T; 20];
    }
    impl<T: Default> Default for [T; 21] {
        fn default() -> [T; 21];
    }
    impl<T: Default> Default for [T; 22] {
        fn default() -> [T; 22];
    }
    impl<T: Default> Default for [T; 23] {
        fn default() -> [T; 23];
    }
    impl<T: Default> Default for [T; 24] {
        fn default() -> [T; 24];
    }
    impl<T: Default> Default for [T; 25] {
        fn default() -> [T; 25];
    }
    impl<T: Default> Default for [T; 26] {
        fn default() -> [T; 26];
    }
    impl<T: Default> Default for [T; 27] {
        fn default() -> [T; 27];
    }
    impl<T: Default> Default for [T; 28] {
        fn default() -> [T; 28];
    }
    impl<T: Default> Default for [T; 29] {
        fn default() -> [T; 29];
    }
    impl<T: Default> Default for [T; 30] {
        fn default() -> [T; 30];
    }
    impl<T: Default> Default for [T; 31] {
        fn default() -> [T; 31];
    }
    impl<T: Default> Default for [T; 32] {
        fn default() -> [T; 32];
    }
}

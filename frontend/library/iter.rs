// Iterators.

pub mod iter {
    use crate::cmp::Ordering;

    #[lang = "iterator"]
    #[complete]
    pub trait Iterator {
        #[lang = "iterator_item"]
        type Item;
        #[lang = "iterator_next"]
        fn next(&mut self) -> Option<Self::Item>;
        fn size_hint(&self) -> (usize, Option<usize>) {}
        fn count(self) -> usize where Self: Sized {}
        fn last(self) -> Option<Self::Item> where Self: Sized {}
        fn nth(&mut self, n: usize) -> Option<Self::Item> {}
        fn step_by(self, step: usize) -> StepBy<Self> where Self: Sized {}
        fn chain<U: IntoIterator<Item = Self::Item>>(self, other: U) -> Chain<Self, U::IntoIter> where Self: Sized {}
        fn zip<U: IntoIterator>(self, other: U) -> Zip<Self, U::IntoIter> where Self: Sized {}
        fn map<B, F: FnMut(Self::Item) -> B>(self, f: F) -> Map<Self, F> where Self: Sized {}
        fn for_each<F: FnMut(Self::Item)>(self, f: F) where Self: Sized {}
        fn filter<P: FnMut(&Self::Item) -> bool>(self, predicate: P) -> Filter<Self, P> where Self: Sized {}
        fn filter_map<B, F: FnMut(Self::Item) -> Option<B>>(self, f: F) -> FilterMap<Self, F> where Self: Sized {}
        fn enumerate(self) -> Enumerate<Self> where Self: Sized {}
        fn peekable(self) -> Peekable<Self> where Self: Sized {}
        fn skip_while<P: FnMut(&Self::Item) -> bool>(self, predicate: P) -> SkipWhile<Self, P> where Self: Sized {}
        fn take_while<P: FnMut(&Self::Item) -> bool>(self, predicate: P) -> TakeWhile<Self, P> where Self: Sized {}
        fn map_while<B, P: FnMut(Self::Item) -> Option<B>>(self, predicate: P) -> MapWhile<Self, P> where Self: Sized {}
        fn skip(self, n: usize) -> Skip<Self> where Self: Sized {}
        fn take(self, n: usize) -> Take<Self> where Self: Sized {}
        fn scan<St, B, F: FnMut(&mut St, Self::Item) -> Option<B>>(self, initial_state: St, f: F) -> Scan<Self, St, F> where Self: Sized {}
        fn flat_map<U: IntoIterator, F: FnMut(Self::Item) -> U>(self, f: F) -> FlatMap<Self, U, F> where Self: Sized {}
        fn flatten(self) -> Flatten<Self> where Self: Sized, Self::Item: IntoIterator {}
        fn fuse(self) -> Fuse<Self> where Self: Sized {}
        fn inspect<F: FnMut(&Self::Item)>(self, f: F) -> Inspect<Self, F> where Self: Sized {}
        fn by_ref(&mut self) -> &mut Self where Self: Sized {}
        fn collect<B: FromIterator<Self::Item>>(self) -> B where Self: Sized {}
        fn partition<B: Default + Extend<Self::Item>, F: FnMut(&Self::Item) -> bool>(self, f: F) -> (B, B) where Self: Sized {}
        fn try_fold<B, F: FnMut(B, Self::Item) -> R, R: crate::ops::Try<Output = B>>(&mut self, init: B, f: F) -> R where Self: Sized {}
        fn try_for_each<F: FnMut(Self::Item) -> R, R: crate::ops::Try<Output = ()>>(&mut self, f: F) -> R where Self: Sized {}
        fn fold<B, F: FnMut(B, Self::Item) -> B>(self, init: B, f: F) -> B where Self: Sized {}
        fn reduce<F: FnMut(Self::Item, Self::Item) -> Self::Item>(self, f: F) -> Option<Self::Item> where Self: Sized {}
        fn all<F: FnMut(Self::Item) -> bool>(&mut self, f: F) -> bool where Self: Sized {}
        fn any<F: FnMut(Self::Item) -> bool>(&mut self, f: F) -> bool where Self: Sized {}
        fn find<P: FnMut(&Self::Item) -> bool>(&mut self, predicate: P) -> Option<Self::Item> where Self: Sized {}
        fn find_map<B, F: FnMut(Self::Item) -> Option<B>>(&mut self, f: F) -> Option<B> where Self: Sized {}
        fn position<P: FnMut(Self::Item) -> bool>(&mut self, predicate: P) -> Option<usize> where Self: Sized {}
        fn rposition<P: FnMut(Self::Item) -> bool>(&mut self, predicate: P) -> Option<usize> where Self: Sized + ExactSizeIterator + DoubleEndedIterator {}
        fn max(self) -> Option<Self::Item> where Self: Sized, Self::Item: Ord {}
        fn min(self) -> Option<Self::Item> where Self: Sized, Self::Item: Ord {}
        fn max_by_key<B: Ord, F: FnMut(&Self::Item) -> B>(self, f: F) -> Option<Self::Item> where Self: Sized {}
        fn max_by<F: FnMut(&Self::Item, &Self::Item) -> Ordering>(self, compare: F) -> Option<Self::Item> where Self: Sized {}
        fn min_by_key<B: Ord, F: FnMut(&Self::Item) -> B>(self, f: F) -> Option<Self::Item> where Self: Sized {}
        fn min_by<F: FnMut(&Self::Item, &Self::Item) -> Ordering>(self, compare: F) -> Option<Self::Item> where Self: Sized {}
        fn rev(self) -> Rev<Self> where Self: Sized + DoubleEndedIterator {}
        fn unzip<A, B, FromA: Default + Extend<A>, FromB: Default + Extend<B>>(self) -> (FromA, FromB) where Self: Sized + Iterator<Item = (A, B)> {}
        fn copied<'a, T: Copy + 'a>(self) -> Copied<Self> where Self: Sized + Iterator<Item = &'a T> {}
        fn cloned<'a, T: Clone + 'a>(self) -> Cloned<Self> where Self: Sized + Iterator<Item = &'a T> {}
        fn cycle(self) -> Cycle<Self> where Self: Sized + Clone {}
        fn sum<S: Sum<Self::Item>>(self) -> S where Self: Sized {}
        fn product<P: Product<Self::Item>>(self) -> P where Self: Sized {}
        fn cmp<I: IntoIterator<Item = Self::Item>>(self, other: I) -> Ordering where Self::Item: Ord, Self: Sized {}
        fn partial_cmp<I: IntoIterator>(self, other: I) -> Option<Ordering> where Self::Item: PartialOrd<I::Item>, Self: Sized {}
        fn eq<I: IntoIterator>(self, other: I) -> bool where Self::Item: PartialEq<I::Item>, Self: Sized {}
        fn ne<I: IntoIterator>(self, other: I) -> bool where Self::Item: PartialEq<I::Item>, Self: Sized {}
        fn lt<I: IntoIterator>(self, other: I) -> bool where Self::Item: PartialOrd<I::Item>, Self: Sized {}
        fn le<I: IntoIterator>(self, other: I) -> bool where Self::Item: PartialOrd<I::Item>, Self: Sized {}
        fn gt<I: IntoIterator>(self, other: I) -> bool where Self::Item: PartialOrd<I::Item>, Self: Sized {}
        fn ge<I: IntoIterator>(self, other: I) -> bool where Self::Item: PartialOrd<I::Item>, Self: Sized {}
        fn is_sorted(self) -> bool where Self: Sized, Self::Item: PartialOrd {}
    }

    #[lang = "into_iterator"]
    #[complete]
    pub trait IntoIterator {
        type Item;
        type IntoIter: Iterator<Item = Self::Item>;
        #[lang = "into_iter_method"]
        fn into_iter(self) -> Self::IntoIter;
    }
    impl<I: Iterator> IntoIterator for I {
        type Item = I::Item;
        type IntoIter = I;
        fn into_iter(self) -> I;
    }
    impl<I: Iterator + ?Sized> Iterator for &mut I {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item>;
    }

    #[complete]
    pub trait DoubleEndedIterator: Iterator {
        fn next_back(&mut self) -> Option<Self::Item>;
        fn nth_back(&mut self, n: usize) -> Option<Self::Item> {}
        fn rfold<B, F: FnMut(B, Self::Item) -> B>(self, init: B, f: F) -> B where Self: Sized {}
        fn rfind<P: FnMut(&Self::Item) -> bool>(&mut self, predicate: P) -> Option<Self::Item> where Self: Sized {}
    }
    impl<'a, I: DoubleEndedIterator + ?Sized> DoubleEndedIterator for &'a mut I {
        fn next_back(&mut self) -> Option<I::Item>;
    }
    #[complete]
    pub trait ExactSizeIterator: Iterator {
        fn len(&self) -> usize {}
    }
    impl<I: ExactSizeIterator + ?Sized> ExactSizeIterator for &mut I {}
    pub trait FusedIterator: Iterator {}
    pub trait FromIterator<A>: Sized {
        fn from_iter<T: IntoIterator<Item = A>>(iter: T) -> Self;
    }
    pub trait Extend<A> {
        fn extend<T: IntoIterator<Item = A>>(&mut self, iter: T);
    }
    impl FromIterator<()> for () {
        fn from_iter<I: IntoIterator<Item = ()>>(iter: I) -> ();
    }
    impl<A, B, AE: Default + Extend<A>, BE: Default + Extend<B>> FromIterator<(A, B)> for (AE, BE) {
        fn from_iter<I: IntoIterator<Item = (A, B)>>(iter: I) -> (AE, BE);
    }
    pub trait Sum<A = Self>: Sized {
        fn sum<I: Iterator<Item = A>>(iter: I) -> Self;
    }
    pub trait Product<A = Self>: Sized {
        fn product<I: Iterator<Item = A>>(iter: I) -> Self;
    }
    #[each(Num = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl Sum for Num {
        fn sum<I: Iterator<Item = Num>>(iter: I) -> Num;
    }
    #[each(Num = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl<'a> Sum<&'a Num> for Num {
        fn sum<I: Iterator<Item = &'a Num>>(iter: I) -> Num;
    }
    #[each(Num = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl Product for Num {
        fn product<I: Iterator<Item = Num>>(iter: I) -> Num;
    }
    #[each(Num = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl<'a> Product<&'a Num> for Num {
        fn product<I: Iterator<Item = &'a Num>>(iter: I) -> Num;
    }
    impl<T, U: Sum<T>, E> Sum<Result<T, E>> for Result<U, E> {
        fn sum<I: Iterator<Item = Result<T, E>>>(iter: I) -> Result<U, E>;
    }
    impl<T, U: Sum<T>> Sum<Option<T>> for Option<U> {
        fn sum<I: Iterator<Item = Option<T>>>(iter: I) -> Option<U>;
    }

    // Ranges of what can be stepped through.
    #[unstable_item]
    #[complete]
    pub trait Step: Clone + PartialOrd {}
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, char)]
    impl Step for Prim {}
    impl<A: Step> Iterator for crate::ops::Range<A> {
        type Item = A;
        fn next(&mut self) -> Option<A>;
    }
    impl<A: Step> DoubleEndedIterator for crate::ops::Range<A> {
        fn next_back(&mut self) -> Option<A>;
    }
    #[each(Int = i8, i16, i32, isize, u8, u16, u32, usize)]
    impl ExactSizeIterator for crate::ops::Range<Int> {}
    impl<A: Step> Iterator for crate::ops::RangeFrom<A> {
        type Item = A;
        fn next(&mut self) -> Option<A>;
    }
    impl<A: Step> Iterator for crate::ops::RangeInclusive<A> {
        type Item = A;
        fn next(&mut self) -> Option<A>;
    }
    impl<A: Step> DoubleEndedIterator for crate::ops::RangeInclusive<A> {
        fn next_back(&mut self) -> Option<A>;
    }
    #[each(Int = i8, i16, u8, u16)]
    impl ExactSizeIterator for crate::ops::RangeInclusive<Int> {}

    pub fn once<T>(value: T) -> Once<T>;
    pub fn once_with<A, F: FnOnce() -> A>(make: F) -> OnceWith<F>;
    pub fn repeat<T: Clone>(elt: T) -> Repeat<T>;
    pub fn repeat_n<T: Clone>(element: T, count: usize) -> RepeatN<T>;
    pub fn repeat_with<A, F: FnMut() -> A>(repeater: F) -> RepeatWith<F>;
    pub fn empty<T>() -> Empty<T>;
    pub fn from_fn<T, F: FnMut() -> Option<T>>(f: F) -> FromFn<F>;
    pub fn successors<T, F: FnMut(&T) -> Option<T>>(first: Option<T>, succ: F) -> Successors<T, F>;
    pub fn zip<A: IntoIterator, B: IntoIterator>(a: A, b: B) -> Zip<A::IntoIter, B::IntoIter>;
    #[undeclared_impls(Debug)]
    pub struct StepBy<I> {
        iter: I,
    }
    impl<I: Iterator> Iterator for StepBy<I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item>;
    }
    impl<I: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator for StepBy<I> {
        fn next_back(&mut self) -> Option<I::Item>;
    }
    impl<I: ExactSizeIterator> ExactSizeIterator for StepBy<I> {}
    impl<I: Clone> Clone for StepBy<I> {
        fn clone(&self) -> Self;
    }
    #[undeclared_impls(Debug, Default)]
    pub struct Chain<A, B> {
        a: Option<A>,
        b: Option<B>,
    }
    impl<A: Iterator, B: Iterator<Item = A::Item>> Iterator for Chain<A, B> {
        type Item = A::Item;
        fn next(&mut self) -> Option<A::Item>;
    }
    impl<A: DoubleEndedIterator, B: DoubleEndedIterator<Item = A::Item>> DoubleEndedIterator for Chain<A, B> {
        fn next_back(&mut self) -> Option<A::Item>;
    }
    impl<A: Clone, B: Clone> Clone for Chain<A, B> {
        fn clone(&self) -> Self;
    }
    #[undeclared_impls(Debug)]
    pub struct Zip<A, B> {
        a: A,
        b: B,
    }
    impl<A: Iterator, B: Iterator> Iterator for Zip<A, B> {
        type Item = (A::Item, B::Item);
        fn next(&mut self) -> Option<(A::Item, B::Item)>;
    }
    impl<A: DoubleEndedIterator + ExactSizeIterator, B: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator for Zip<A, B> {
        fn next_back(&mut self) -> Option<(A::Item, B::Item)>;
    }
    impl<A: ExactSizeIterator, B: ExactSizeIterator> ExactSizeIterator for Zip<A, B> {}
    impl<A: Clone, B: Clone> Clone for Zip<A, B> {
        fn clone(&self) -> Self;
    }
    #[undeclared_impls(Debug)]
    pub struct Map<I, F> {
        iter: I,
        f: F,
    }
    impl<B, I: Iterator, F: FnMut(I::Item) -> B> Iterator for Map<I, F> {
        type Item = B;
        fn next(&mut self) -> Option<B>;
    }
    impl<B, I: DoubleEndedIterator, F: FnMut(I::Item) -> B> DoubleEndedIterator for Map<I, F> {
        fn next_back(&mut self) -> Option<B>;
    }
    impl<B, I: ExactSizeIterator, F: FnMut(I::Item) -> B> ExactSizeIterator for Map<I, F> {}
    impl<I: Clone, F: Clone> Clone for Map<I, F> {
        fn clone(&self) -> Self;
    }
    #[undeclared_impls(Debug)]
    pub struct Filter<I, P> {
        iter: I,
        predicate: P,
    }
    impl<I: Iterator, P: FnMut(&I::Item) -> bool> Iterator for Filter<I, P> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item>;
    }
    impl<I: DoubleEndedIterator, P: FnMut(&I::Item) -> bool> DoubleEndedIterator for Filter<I, P> {
        fn next_back(&mut self) -> Option<I::Item>;
    }
    impl<I: Clone, P: Clone> Clone for Filter<I, P> {
        fn clone(&self) -> Self;
    }
    #[undeclared_impls(Debug)]
    pub struct FilterMap<I, F> {
        iter: I,
        f: F,
    }
    impl<B, I: Iterator, F: FnMut(I::Item) -> Option<B>> Iterator for FilterMap<I, F> {
        type Item = B;
        fn next(&mut self) -> Option<B>;
    }
    impl<B, I: DoubleEndedIterator, F: FnMut(I::Item) -> Option<B>> DoubleEndedIterator for FilterMap<I, F> {
        fn next_back(&mut self) -> Option<B>;
    }
    impl<I: Clone, F: Clone> Clone for FilterMap<I, F> {
        fn clone(&self) -> Self;
    }
    #[undeclared_impls(Debug, Default)]
    pub struct Enumerate<I> {
        iter: I,
    }
    impl<I: Iterator> Iterator for Enumerate<I> {
        type Item = (usize, I::Item);
        fn next(&mut self) -> Option<(usize, I::Item)>;
    }
    impl<I: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator for Enumerate<I> {
        fn next_back(&mut self) -> Option<(usize, I::Item)>;
    }
    impl<I: ExactSizeIterator> ExactSizeIterator for Enumerate<I> {}
    impl<I: Clone> Clone for Enumerate<I> {
        fn clone(&self) -> Self;
    }
    #[undeclared_impls(Debug)]
    pub struct Peekable<I: Iterator> {
        iter: I,
        peeked: Option<Option<I::Item>>,
    }
    impl<I: Iterator> Iterator for Peekable<I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item>;
    }
    impl<I: DoubleEndedIterator> DoubleEndedIterator for Peekable<I> {
        fn next_back(&mut self) -> Option<I::Item>;
    }
    impl<I: ExactSizeIterator> ExactSizeIterator for Peekable<I> {}
    impl<I: Clone + Iterator<Item: Clone>> Clone for Peekable<I> {
        fn clone(&self) -> Self;
    }
    impl<I: Iterator> Peekable<I> {
        pub fn peek(&mut self) -> Option<&I::Item>;
        pub fn peek_mut(&mut self) -> Option<&mut I::Item>;
        pub fn next_if(&mut self, func: impl FnOnce(&I::Item) -> bool) -> Option<I::Item>;
        pub fn next_if_eq<T: ?Sized>(&mut self, expected: &T) -> Option<I::Item> where I::Item: PartialEq<T>;
    }
    #[undeclared_impls(Debug)]
    pub struct SkipWhile<I, P> {
        iter: I,
        predicate: P,
    }
    impl<I: Iterator, P: FnMut(&I::Item) -> bool> Iterator for SkipWhile<I, P> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item>;
    }
    impl<I: Clone, P: Clone> Clone for SkipWhile<I, P> {
        fn clone(&self) -> Self;
    }
    #[undeclared_impls(Debug)]
    pub struct TakeWhile<I, P> {
        iter: I,
        predicate: P,
    }
    impl<I: Iterator, P: FnMut(&I::Item) -> bool> Iterator for TakeWhile<I, P> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item>;
    }
    impl<I: Clone, P: Clone> Clone for TakeWhile<I, P> {
        fn clone(&self) -> Self;
    }
    #[undeclared_impls(Debug)]
    pub struct MapWhile<I, P> {
        iter: I,
        predicate: P,
    }
    impl<B, I: Iterator, P: FnMut(I::Item) -> Option<B>> Iterator for MapWhile<I, P> {
        type Item = B;
        fn next(&mut self) -> Option<B>;
    }
    impl<I: Clone, P: Clone> Clone for MapWhile<I, P> {
        fn clone(&self) -> Self;
    }
    #[undeclared_impls(Debug)]
    pub struct Skip<I> {
        iter: I,
    }
    impl<I: Iterator> Iterator for Skip<I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item>;
    }
    impl<I: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator for Skip<I> {
        fn next_back(&mut self) -> Option<I::Item>;
    }
    impl<I: ExactSizeIterator> ExactSizeIterator for Skip<I> {}
    impl<I: Clone> Clone for Skip<I> {
        fn clone(&self) -> Self;
    }
    #[undeclared_impls(Debug)]
    pub struct Take<I> {
        iter: I,
    }
    impl<I: Iterator> Iterator for Take<I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item>;
    }
    impl<I: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator for Take<I> {
        fn next_back(&mut self) -> Option<I::Item>;
    }
    impl<I: ExactSizeIterator> ExactSizeIterator for Take<I> {}
    impl<I: Clone> Clone for Take<I> {
        fn clone(&self) -> Self;
    }
    #[undeclared_impls(Debug)]
    pub struct Scan<I, St, F> {
        iter: I,
        f: F,
        state: St,
    }
    impl<B, I: Iterator, St, F: FnMut(&mut St, I::Item) -> Option<B>> Iterator for Scan<I, St, F> {
        type Item = B;
        fn next(&mut self) -> Option<B>;
    }
    impl<I: Clone, St: Clone, F: Clone> Clone for Scan<I, St, F> {
        fn clone(&self) -> Self;
    }
    #[undeclared_impls(Debug)]
    pub struct FlatMap<I, U: IntoIterator, F> {
        iter: I,
        f: F,
        front: Option<U::IntoIter>,
    }
    impl<I: Iterator, U: IntoIterator, F: FnMut(I::Item) -> U> Iterator for FlatMap<I, U, F> {
        type Item = U::Item;
        fn next(&mut self) -> Option<U::Item>;
    }
    impl<I: DoubleEndedIterator, U: IntoIterator<IntoIter: DoubleEndedIterator>, F: FnMut(I::Item) -> U> DoubleEndedIterator for FlatMap<I, U, F> {
        fn next_back(&mut self) -> Option<U::Item>;
    }
    impl<I: Clone, U: Clone + IntoIterator<IntoIter: Clone>, F: Clone> Clone for FlatMap<I, U, F> {
        fn clone(&self) -> Self;
    }
    #[undeclared_impls(Clone, Debug, Default, DoubleEndedIterator)]
    pub struct Flatten<I: Iterator<Item: IntoIterator>> {
        iter: I,
        front: Option<<I::Item as IntoIterator>::IntoIter>,
    }
    impl<I: Iterator<Item: IntoIterator>> Iterator for Flatten<I> {
        type Item = <I::Item as IntoIterator>::Item;
        fn next(&mut self) -> Option<<I::Item as IntoIterator>::Item>;
    }
    #[undeclared_impls(Debug, Default)]
    pub struct Fuse<I> {
        iter: Option<I>,
    }
    impl<I: Iterator> Iterator for Fuse<I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item>;
    }
    impl<I: DoubleEndedIterator> DoubleEndedIterator for Fuse<I> {
        fn next_back(&mut self) -> Option<I::Item>;
    }
    impl<I: ExactSizeIterator> ExactSizeIterator for Fuse<I> {}
    impl<I: Clone> Clone for Fuse<I> {
        fn clone(&self) -> Self;
    }
    #[undeclared_impls(Debug)]
    pub struct Inspect<I, F> {
        iter: I,
        f: F,
    }
    impl<I: Iterator, F: FnMut(&I::Item)> Iterator for Inspect<I, F> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item>;
    }
    impl<I: DoubleEndedIterator, F: FnMut(&I::Item)> DoubleEndedIterator for Inspect<I, F> {
        fn next_back(&mut self) -> Option<I::Item>;
    }
    impl<I: ExactSizeIterator, F: FnMut(&I::Item)> ExactSizeIterator for Inspect<I, F> {}
    impl<I: Clone, F: Clone> Clone for Inspect<I, F> {
        fn clone(&self) -> Self;
    }
    #[undeclared_impls(Debug, Default)]
    pub struct Rev<T> {
        iter: T,
    }
    impl<T: DoubleEndedIterator> Iterator for Rev<T> {
        type Item = T::Item;
        fn next(&mut self) -> Option<T::Item>;
    }
    impl<T: DoubleEndedIterator> DoubleEndedIterator for Rev<T> {
        fn next_back(&mut self) -> Option<T::Item>;
    }
    impl<T: ExactSizeIterator + DoubleEndedIterator> ExactSizeIterator for Rev<T> {}
    impl<T: Clone> Clone for Rev<T> {
        fn clone(&self) -> Self;
    }
    #[undeclared_impls(Debug, Default)]
    pub struct Copied<I> {
        it: I,
    }
    impl<'a, I: Iterator<Item = &'a T>, T: Copy + 'a> Iterator for Copied<I> {
        type Item = T;
        fn next(&mut self) -> Option<T>;
    }
    impl<'a, I: DoubleEndedIterator<Item = &'a T>, T: Copy + 'a> DoubleEndedIterator for Copied<I> {
        fn next_back(&mut self) -> Option<T>;
    }
    impl<'a, I: ExactSizeIterator<Item = &'a T>, T: Copy + 'a> ExactSizeIterator for Copied<I> {}
    impl<I: Clone> Clone for Copied<I> {
        fn clone(&self) -> Self;
    }
    #[undeclared_impls(Debug, Default)]
    pub struct Cloned<I> {
        it: I,
    }
    impl<'a, I: Iterator<Item = &'a T>, T: Clone + 'a> Iterator for Cloned<I> {
        type Item = T;
        fn next(&mut self) -> Option<T>;
    }
    impl<'a, I: DoubleEndedIterator<Item = &'a T>, T: Clone + 'a> DoubleEndedIterator for Cloned<I> {
        fn next_back(&mut self) -> Option<T>;
    }
    impl<'a, I: ExactSizeIterator<Item = &'a T>, T: Clone + 'a> ExactSizeIterator for Cloned<I> {}
    impl<I: Clone> Clone for Cloned<I> {
        fn clone(&self) -> Self;
    }
    #[undeclared_impls(Debug)]
    pub struct Cycle<I> {
        orig: I,
        iter: I,
    }
    impl<I: Clone + Iterator> Iterator for Cycle<I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item>;
    }
    impl<I: Clone> Clone for Cycle<I> {
        fn clone(&self) -> Self;
    }
    #[undeclared_impls(Debug)]
    pub struct Once<T> {
        inner: Option<T>,
    }
    impl<T> Iterator for Once<T> {
        type Item = T;
        fn next(&mut self) -> Option<T>;
    }
    impl<T> DoubleEndedIterator for Once<T> {
        fn next_back(&mut self) -> Option<T>;
    }
    impl<T> ExactSizeIterator for Once<T> {}
    impl<T: Clone> Clone for Once<T> {
        fn clone(&self) -> Self;
    }
    #[undeclared_impls(Debug)]
    pub struct OnceWith<F> {
        make: Option<F>,
    }
    impl<A, F: FnOnce() -> A> Iterator for OnceWith<F> {
        type Item = A;
        fn next(&mut self) -> Option<A>;
    }
    impl<A, F: FnOnce() -> A> DoubleEndedIterator for OnceWith<F> {
        fn next_back(&mut self) -> Option<A>;
    }
    impl<A, F: FnOnce() -> A> ExactSizeIterator for OnceWith<F> {}
    impl<F: Clone> Clone for OnceWith<F> {
        fn clone(&self) -> Self;
    }
    #[undeclared_impls(Debug)]
    pub struct Repeat<A> {
        element: A,
    }
    impl<A: Clone> Iterator for Repeat<A> {
        type Item = A;
        fn next(&mut self) -> Option<A>;
    }
    impl<A: Clone> DoubleEndedIterator for Repeat<A> {
        fn next_back(&mut self) -> Option<A>;
    }
    impl<A: Clone> Clone for Repeat<A> {
        fn clone(&self) -> Self;
    }
    #[undeclared_impls(Debug)]
    pub struct RepeatN<A> {
        inner: Option<A>,
    }
    impl<A: Clone> Iterator for RepeatN<A> {
        type Item = A;
        fn next(&mut self) -> Option<A>;
    }
    impl<A: Clone> DoubleEndedIterator for RepeatN<A> {
        fn next_back(&mut self) -> Option<A>;
    }
    impl<A: Clone> ExactSizeIterator for RepeatN<A> {}
    impl<A: Clone> Clone for RepeatN<A> {
        fn clone(&self) -> Self;
    }
    #[undeclared_impls(Copy, Debug)]
    pub struct RepeatWith<F> {
        repeater: F,
    }
    impl<A, F: FnMut() -> A> Iterator for RepeatWith<F> {
        type Item = A;
        fn next(&mut self) -> Option<A>;
    }
    impl<F: Clone> Clone for RepeatWith<F> {
        fn clone(&self) -> Self;
    }
    #[undeclared_impls(Debug, Default)]
    pub struct Empty<T> {
        marker: crate::marker::PhantomData<fn() -> T>,
    }
    impl<T> Iterator for Empty<T> {
        type Item = T;
        fn next(&mut self) -> Option<T>;
    }
    impl<T> DoubleEndedIterator for Empty<T> {
        fn next_back(&mut self) -> Option<T>;
    }
    impl<T> ExactSizeIterator for Empty<T> {}
    impl<T> Clone for Empty<T> {
        fn clone(&self) -> Self;
    }
    #[undeclared_impls(Debug, Display)]
    pub struct FromFn<F> {
        f: F,
    }
    impl<T, F: FnMut() -> Option<T>> Iterator for FromFn<F> {
        type Item = T;
        fn next(&mut self) -> Option<T>;
    }
    impl<F: Clone> Clone for FromFn<F> {
        fn clone(&self) -> Self;
    }
    #[undeclared_impls(Debug)]
    pub struct Successors<T, F> {
        next: Option<T>,
        succ: F,
    }
    impl<T, F: FnMut(&T) -> Option<T>> Iterator for Successors<T, F> {
        type Item = T;
        fn next(&mut self) -> Option<T>;
    }
    impl<T: Clone, F: Clone> Clone for Successors<T, F> {
        fn clone(&self) -> Self;
    }
}

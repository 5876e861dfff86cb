// Slices.

pub mod slice {
    use crate::cmp::Ordering;
    use crate::ops::RangeBounds;

    #[lang = "slice_index"]
    #[complete]
    pub trait SliceIndex<T: ?Sized> {
        type Output: ?Sized;
        fn get(self, slice: &T) -> Option<&Self::Output>;
        fn get_mut(self, slice: &mut T) -> Option<&mut Self::Output>;
        fn index(self, slice: &T) -> &Self::Output;
        fn index_mut(self, slice: &mut T) -> &mut Self::Output;
    }
    impl<T> SliceIndex<[T]> for usize {
        type Output = T;
    }
    impl<T> SliceIndex<[T]> for crate::ops::Range<usize> {
        type Output = [T];
    }
    impl<T> SliceIndex<[T]> for crate::ops::RangeTo<usize> {
        type Output = [T];
    }
    impl<T> SliceIndex<[T]> for crate::ops::RangeFrom<usize> {
        type Output = [T];
    }
    impl<T> SliceIndex<[T]> for crate::ops::RangeFull {
        type Output = [T];
    }
    impl<T> SliceIndex<[T]> for crate::ops::RangeInclusive<usize> {
        type Output = [T];
    }
    impl<T> SliceIndex<[T]> for crate::ops::RangeToInclusive<usize> {
        type Output = [T];
    }
    impl<T> SliceIndex<[T]> for (crate::ops::Bound<usize>, crate::ops::Bound<usize>) {
        type Output = [T];
    }
    impl SliceIndex<str> for crate::ops::Range<usize> {
        type Output = str;
    }
    impl SliceIndex<str> for crate::ops::RangeTo<usize> {
        type Output = str;
    }
    impl SliceIndex<str> for crate::ops::RangeFrom<usize> {
        type Output = str;
    }
    impl SliceIndex<str> for crate::ops::RangeFull {
        type Output = str;
    }
    impl SliceIndex<str> for crate::ops::RangeInclusive<usize> {
        type Output = str;
    }
    impl SliceIndex<str> for crate::ops::RangeToInclusive<usize> {
        type Output = str;
    }
    impl SliceIndex<str> for (crate::ops::Bound<usize>, crate::ops::Bound<usize>) {
        type Output = str;
    }
    impl<T, I: SliceIndex<[T]>> crate::ops::Index<I> for [T] {
        type Output = I::Output;
        fn index(&self, index: I) -> &I::Output;
    }
    impl<T, I: SliceIndex<[T]>> crate::ops::IndexMut<I> for [T] {
        fn index_mut(&mut self, index: I) -> &mut I::Output;
    }
    impl<I: SliceIndex<str>> crate::ops::Index<I> for str {
        type Output = I::Output;
        fn index(&self, index: I) -> &I::Output;
    }
    impl<I: SliceIndex<str>> crate::ops::IndexMut<I> for str {
        fn index_mut(&mut self, index: I) -> &mut I::Output;
    }

    pub fn from_ref<T>(s: &T) -> &[T];
    pub fn from_mut<T>(s: &mut T) -> &mut [T];

    impl<T> [T] {
        pub const fn len(&self) -> usize;
        pub const fn is_empty(&self) -> bool;
        pub const fn first(&self) -> Option<&T>;
        pub const fn first_mut(&mut self) -> Option<&mut T>;
        pub const fn split_first(&self) -> Option<(&T, &[T])>;
        pub const fn split_first_mut(&mut self) -> Option<(&mut T, &mut [T])>;
        pub const fn split_last(&self) -> Option<(&T, &[T])>;
        pub const fn split_last_mut(&mut self) -> Option<(&mut T, &mut [T])>;
        pub const fn last(&self) -> Option<&T>;
        pub const fn last_mut(&mut self) -> Option<&mut T>;
        pub fn first_chunk<const N: usize>(&self) -> Option<&[T; N]>;
        pub fn last_chunk<const N: usize>(&self) -> Option<&[T; N]>;
        pub fn get<I: SliceIndex<[T]>>(&self, index: I) -> Option<&I::Output>;
        pub fn get_mut<I: SliceIndex<[T]>>(&mut self, index: I) -> Option<&mut I::Output>;
        pub fn swap(&mut self, a: usize, b: usize);
        pub fn reverse(&mut self);
        pub fn iter(&self) -> Iter<'_, T>;
        pub fn iter_mut(&mut self) -> IterMut<'_, T>;
        pub fn windows(&self, size: usize) -> Windows<'_, T>;
        pub fn chunks(&self, chunk_size: usize) -> Chunks<'_, T>;
        pub fn chunks_mut(&mut self, chunk_size: usize) -> ChunksMut<'_, T>;
        pub fn chunks_exact(&self, chunk_size: usize) -> ChunksExact<'_, T>;
        pub fn chunks_exact_mut(&mut self, chunk_size: usize) -> ChunksExactMut<'_, T>;
        pub fn rchunks(&self, chunk_size: usize) -> RChunks<'_, T>;
        pub fn chunk_by<F: FnMut(&T, &T) -> bool>(&self, pred: F) -> ChunkBy<'_, T, F>;
        pub fn split_at(&self, mid: usize) -> (&[T], &[T]);
        pub fn split_at_mut(&mut self, mid: usize) -> (&mut [T], &mut [T]);
        pub fn split_at_checked(&self, mid: usize) -> Option<(&[T], &[T])>;
        pub fn split_at_mut_checked(&mut self, mid: usize) -> Option<(&mut [T], &mut [T])>;
        pub fn split<F: FnMut(&T) -> bool>(&self, pred: F) -> Split<'_, T, F>;
        pub fn contains(&self, x: &T) -> bool where T: PartialEq;
        pub fn starts_with(&self, needle: &[T]) -> bool where T: PartialEq;
        pub fn ends_with(&self, needle: &[T]) -> bool where T: PartialEq;
        pub fn binary_search(&self, x: &T) -> Result<usize, usize> where T: Ord;
        pub fn binary_search_by<'a, F: FnMut(&'a T) -> Ordering>(&'a self, f: F) -> Result<usize, usize>;
        pub fn binary_search_by_key<'a, B: Ord, F: FnMut(&'a T) -> B>(&'a self, b: &B, f: F) -> Result<usize, usize>;
        pub fn partition_point<P: FnMut(&T) -> bool>(&self, pred: P) -> usize;
        pub fn sort_unstable(&mut self) where T: Ord;
        pub fn sort_unstable_by<F: FnMut(&T, &T) -> Ordering>(&mut self, compare: F);
        pub fn sort_unstable_by_key<K: Ord, F: FnMut(&T) -> K>(&mut self, f: F);
        pub fn sort(&mut self) where T: Ord;
        pub fn sort_by<F: FnMut(&T, &T) -> Ordering>(&mut self, compare: F);
        pub fn sort_by_key<K: Ord, F: FnMut(&T) -> K>(&mut self, f: F);
        pub fn sort_by_cached_key<K: Ord, F: FnMut(&T) -> K>(&mut self, f: F);
        pub fn is_sorted(&self) -> bool where T: PartialOrd;
        pub fn rotate_left(&mut self, mid: usize);
        pub fn rotate_right(&mut self, k: usize);
        pub fn fill(&mut self, value: T) where T: Clone;
        pub fn fill_with<F: FnMut() -> T>(&mut self, f: F);
        pub fn clone_from_slice(&mut self, src: &[T]) where T: Clone;
        pub fn copy_from_slice(&mut self, src: &[T]) where T: Copy;
        pub fn copy_within<R: RangeBounds<usize>>(&mut self, src: R, dest: usize) where T: Copy;
        pub fn swap_with_slice(&mut self, other: &mut [T]);
        pub fn to_vec(&self) -> Vec<T> where T: Clone;
        pub fn into_vec(self: Box<Self>) -> Vec<T>;
        pub fn repeat(&self, n: usize) -> Vec<T> where T: Copy;
        pub fn concat<Item: ?Sized>(&self) -> <Self as Concat<Item>>::Output where Self: Concat<Item>;
        pub fn join<Separator>(&self, sep: Separator) -> <Self as Join<Separator>>::Output where Self: Join<Separator>;
    }
    impl [u8] {
        pub fn is_ascii(&self) -> bool;
        pub fn eq_ignore_ascii_case(&self, other: &[u8]) -> bool;
        pub fn make_ascii_uppercase(&mut self);
        pub fn make_ascii_lowercase(&mut self);
        pub fn to_ascii_uppercase(&self) -> Vec<u8>;
        pub fn to_ascii_lowercase(&self) -> Vec<u8>;
        pub fn trim_ascii(&self) -> &[u8];
    }

    #[not_core]
    #[unstable_item]
    #[complete]
    pub trait Concat<Item: ?Sized> {
        type Output;
        fn concat(slice: &Self) -> Self::Output;
    }
    #[not_core]
    #[unstable_item]
    // The one impl that is left out is for slices of what gives an `OsStr`.
    #[complete]
    pub trait Join<Separator> {
        type Output;
        fn join(slice: &Self, sep: Separator) -> Self::Output;
    }
    impl<S: crate::borrow::Borrow<str>> Concat<str> for [S] {
        type Output = String;
        fn concat(slice: &Self) -> String;
    }
    impl<S: crate::borrow::Borrow<str>> Join<&str> for [S] {
        type Output = String;
        fn join(slice: &Self, sep: &str) -> String;
    }
    impl<T: Clone, V: crate::borrow::Borrow<[T]>> Concat<T> for [V] {
        type Output = Vec<T>;
        fn concat(slice: &Self) -> Vec<T>;
    }
    impl<T: Clone, V: crate::borrow::Borrow<[T]>> Join<&T> for [V] {
        type Output = Vec<T>;
        fn join(slice: &Self, sep: &T) -> Vec<T>;
    }
    impl<T: Clone, V: crate::borrow::Borrow<[T]>> Join<&[T]> for [V] {
        type Output = Vec<T>;
        fn join(slice: &Self, sep: &[T]) -> Vec<T>;
    }

    pub struct Iter<'a, T: 'a> {
        data: &'a [T],
    }
    impl<'a, T> Iter<'a, T> {
        pub fn as_slice(&self) -> &'a [T];
    }
    impl<T> Clone for Iter<'_, T> {
        fn clone(&self) -> Self;
    }
    impl<T> Default for Iter<'_, T> {
        fn default() -> Self;
    }
    impl<T: crate::fmt::Debug> crate::fmt::Debug for Iter<'_, T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T> AsRef<[T]> for Iter<'_, T> {
        fn as_ref(&self) -> &[T];
    }
    impl<'a, T> Iterator for Iter<'a, T> {
        type Item = &'a T;
        fn next(&mut self) -> Option<&'a T>;
    }
    impl<'a, T> DoubleEndedIterator for Iter<'a, T> {
        fn next_back(&mut self) -> Option<&'a T>;
    }
    impl<T> ExactSizeIterator for Iter<'_, T> {}
    #[undeclared_impls(Default)]
    pub struct IterMut<'a, T: 'a> {
        data: &'a mut [T],
    }
    impl<'a, T> IterMut<'a, T> {
        pub fn into_slice(self) -> &'a mut [T];
        pub fn as_slice(&self) -> &[T];
    }
    impl<T> AsRef<[T]> for IterMut<'_, T> {
        fn as_ref(&self) -> &[T];
    }
    impl<T: crate::fmt::Debug> crate::fmt::Debug for IterMut<'_, T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<'a, T> Iterator for IterMut<'a, T> {
        type Item = &'a mut T;
        fn next(&mut self) -> Option<&'a mut T>;
    }
    impl<'a, T> DoubleEndedIterator for IterMut<'a, T> {
        fn next_back(&mut self) -> Option<&'a mut T>;
    }
    impl<T> ExactSizeIterator for IterMut<'_, T> {}
    impl<'a, T> IntoIterator for &'a [T] {
        type Item = &'a T;
        type IntoIter = Iter<'a, T>;
        fn into_iter(self) -> Iter<'a, T>;
    }
    impl<'a, T> IntoIterator for &'a mut [T] {
        type Item = &'a mut T;
        type IntoIter = IterMut<'a, T>;
        fn into_iter(self) -> IterMut<'a, T>;
    }
    pub struct Windows<'a, T: 'a> {
        v: &'a [T],
    }
    impl<T> Clone for Windows<'_, T> {
        fn clone(&self) -> Self;
    }
    impl<T: crate::fmt::Debug> crate::fmt::Debug for Windows<'_, T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<'a, T> Iterator for Windows<'a, T> {
        type Item = &'a [T];
        fn next(&mut self) -> Option<&'a [T]>;
    }
    impl<'a, T> DoubleEndedIterator for Windows<'a, T> {
        fn next_back(&mut self) -> Option<&'a [T]>;
    }
    impl<T> ExactSizeIterator for Windows<'_, T> {}
    pub struct Chunks<'a, T: 'a> {
        v: &'a [T],
    }
    impl<T> Clone for Chunks<'_, T> {
        fn clone(&self) -> Self;
    }
    impl<T: crate::fmt::Debug> crate::fmt::Debug for Chunks<'_, T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<'a, T> Iterator for Chunks<'a, T> {
        type Item = &'a [T];
        fn next(&mut self) -> Option<&'a [T]>;
    }
    impl<'a, T> DoubleEndedIterator for Chunks<'a, T> {
        fn next_back(&mut self) -> Option<&'a [T]>;
    }
    impl<T> ExactSizeIterator for Chunks<'_, T> {}
    pub struct ChunksExact<'a, T: 'a> {
        v: &'a [T],
    }
    impl<T> Clone for ChunksExact<'_, T> {
        fn clone(&self) -> Self;
    }
    impl<T: crate::fmt::Debug> crate::fmt::Debug for ChunksExact<'_, T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<'a, T> Iterator for ChunksExact<'a, T> {
        type Item = &'a [T];
        fn next(&mut self) -> Option<&'a [T]>;
    }
    impl<'a, T> DoubleEndedIterator for ChunksExact<'a, T> {
        fn next_back(&mut self) -> Option<&'a [T]>;
    }
    impl<T> ExactSizeIterator for ChunksExact<'_, T> {}
    pub struct RChunks<'a, T: 'a> {
        v: &'a [T],
    }
    impl<T> Clone for RChunks<'_, T> {
        fn clone(&self) -> Self;
    }
    impl<T: crate::fmt::Debug> crate::fmt::Debug for RChunks<'_, T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<'a, T> Iterator for RChunks<'a, T> {
        type Item = &'a [T];
        fn next(&mut self) -> Option<&'a [T]>;
    }
    impl<'a, T> DoubleEndedIterator for RChunks<'a, T> {
        fn next_back(&mut self) -> Option<&'a [T]>;
    }
    impl<T> ExactSizeIterator for RChunks<'_, T> {}
    #[undeclared_impls(Debug)]
    pub struct ChunksMut<'a, T: 'a> {
        v: &'a mut [T],
    }
    impl<'a, T> Iterator for ChunksMut<'a, T> {
        type Item = &'a mut [T];
        fn next(&mut self) -> Option<&'a mut [T]>;
    }
    impl<'a, T> DoubleEndedIterator for ChunksMut<'a, T> {
        fn next_back(&mut self) -> Option<&'a mut [T]>;
    }
    impl<T> ExactSizeIterator for ChunksMut<'_, T> {}
    #[undeclared_impls(Debug)]
    pub struct ChunksExactMut<'a, T: 'a> {
        v: &'a mut [T],
    }
    impl<'a, T> Iterator for ChunksExactMut<'a, T> {
        type Item = &'a mut [T];
        fn next(&mut self) -> Option<&'a mut [T]>;
    }
    impl<'a, T> DoubleEndedIterator for ChunksExactMut<'a, T> {
        fn next_back(&mut self) -> Option<&'a mut [T]>;
    }
    impl<T> ExactSizeIterator for ChunksExactMut<'_, T> {}
    #[undeclared_impls(Clone, Debug, DoubleEndedIterator)]
    pub struct Split<'a, T: 'a, P> {
        v: &'a [T],
        pred: P,
    }
    impl<'a, T, P: FnMut(&T) -> bool> Iterator for Split<'a, T, P> {
        type Item = &'a [T];
        fn next(&mut self) -> Option<&'a [T]>;
    }
    #[undeclared_impls(Clone, Debug, DoubleEndedIterator)]
    pub struct ChunkBy<'a, T: 'a, P> {
        v: &'a [T],
        pred: P,
    }
    impl<'a, T, P: FnMut(&T, &T) -> bool> Iterator for ChunkBy<'a, T, P> {
        type Item = &'a [T];
        fn next(&mut self) -> Option<&'a [T]>;
    }
}

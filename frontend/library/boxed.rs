// Box, Vec, String: owners on the heap.

#[not_core]
pub mod boxed {
    // Moving out of `*b`, and freeing the allocation apart from the content, are built in for this lang item.
    #[lang = "box"]
    pub struct Box<T: ?Sized>(crate::marker::PhantomData<T>);

    impl<T> Box<T> {
        pub fn new(x: T) -> Self;
        pub fn pin(x: T) -> crate::pin::Pin<Box<T>>;
    }
    impl<T: ?Sized> Box<T> {
        pub fn leak<'a>(b: Self) -> &'a mut T where T: 'a;
    }
    impl<#[may_dangle] T: ?Sized> Drop for Box<T> {
        fn drop(&mut self);
    }
    impl<T: ?Sized> Unpin for Box<T> {}
    impl<T: Clone> Clone for Box<T> {
        fn clone(&self) -> Self;
    }
    impl<T: Clone> Clone for Box<[T]> {
        fn clone(&self) -> Self;
    }
    impl Clone for Box<str> {
        fn clone(&self) -> Self;
    }
    impl<T: Default> Default for Box<T> {
        fn default() -> Self;
    }
    impl<T> Default for Box<[T]> {
        fn default() -> Self;
    }
    impl Default for Box<str> {
        fn default() -> Self;
    }
    impl<T: ?Sized + PartialEq> PartialEq for Box<T> {
        fn eq(&self, other: &Self) -> bool;
    }
    impl<T: ?Sized + Eq> Eq for Box<T> {}
    impl<T: ?Sized + PartialOrd> PartialOrd for Box<T> {
        fn partial_cmp(&self, other: &Self) -> Option<crate::cmp::Ordering>;
    }
    impl<T: ?Sized + Ord> Ord for Box<T> {
        fn cmp(&self, other: &Self) -> crate::cmp::Ordering;
    }
    impl<T: ?Sized + crate::hash::Hash> crate::hash::Hash for Box<T> {
        fn hash<H: crate::hash::Hasher>(&self, state: &mut H);
    }
    impl<T: ?Sized + crate::fmt::Debug> crate::fmt::Debug for Box<T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T: ?Sized + crate::fmt::Display> crate::fmt::Display for Box<T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T: ?Sized> crate::fmt::Pointer for Box<T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T: ?Sized> crate::ops::Deref for Box<T> {
        type Target = T;
        fn deref(&self) -> &T;
    }
    impl<T: ?Sized> crate::ops::DerefMut for Box<T> {
        fn deref_mut(&mut self) -> &mut T;
    }
    impl<T> From<T> for Box<T> {
        fn from(t: T) -> Self;
    }
    impl From<&str> for Box<str> {
        fn from(s: &str) -> Box<str>;
    }
    impl From<String> for Box<str> {
        fn from(s: String) -> Box<str>;
    }
    impl<T: Clone> From<&[T]> for Box<[T]> {
        fn from(slice: &[T]) -> Box<[T]>;
    }
    impl<T> From<Vec<T>> for Box<[T]> {
        fn from(v: Vec<T>) -> Box<[T]>;
    }
    impl<T, const N: usize> From<[T; N]> for Box<[T]> {
        fn from(array: [T; N]) -> Box<[T]>;
    }
    impl<T: ?Sized> AsRef<T> for Box<T> {
        fn as_ref(&self) -> &T;
    }
    impl<T: ?Sized> AsMut<T> for Box<T> {
        fn as_mut(&mut self) -> &mut T;
    }
    impl<A, F: FnOnce<A> + ?Sized> FnOnce<A> for Box<F> {
        type Output = <F as FnOnce<A>>::Output;
        fn call_once(self, args: A) -> <F as FnOnce<A>>::Output;
    }
    impl<A, F: FnMut<A> + ?Sized> FnMut<A> for Box<F> {
        fn call_mut(&mut self, args: A) -> <F as FnOnce<A>>::Output;
    }
    impl<A, F: Fn<A> + ?Sized> Fn<A> for Box<F> {
        fn call(&self, args: A) -> <F as FnOnce<A>>::Output;
    }
    impl<I: Iterator + ?Sized> Iterator for Box<I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item>;
    }
    impl<I: DoubleEndedIterator + ?Sized> DoubleEndedIterator for Box<I> {
        fn next_back(&mut self) -> Option<I::Item>;
    }
    impl<I: ExactSizeIterator + ?Sized> ExactSizeIterator for Box<I> {}
    impl<I> FromIterator<I> for Box<[I]> {
        fn from_iter<T: IntoIterator<Item = I>>(iter: T) -> Self;
    }
    impl<I> IntoIterator for Box<[I]> {
        type Item = I;
        type IntoIter = crate::vec::IntoIter<I>;
        fn into_iter(self) -> crate::vec::IntoIter<I>;
    }
    impl<'a, I> IntoIterator for &'a Box<[I]> {
        type Item = &'a I;
        type IntoIter = crate::slice::Iter<'a, I>;
        fn into_iter(self) -> crate::slice::Iter<'a, I>;
    }
    impl<'a, I> IntoIterator for &'a mut Box<[I]> {
        type Item = &'a mut I;
        type IntoIter = crate::slice::IterMut<'a, I>;
        fn into_iter(self) -> crate::slice::IterMut<'a, I>;
    }
}

pub mod pin {
    #[undeclared_impls(Debug, Default, DerefMut, Display, Eq, Hash, Ord, PartialEq, PartialOrd)]
    pub struct Pin<Ptr> {
        pointer: Ptr,
    }
    impl<Ptr: Clone> Clone for Pin<Ptr> {
        fn clone(&self) -> Pin<Ptr>;
    }
    impl<Ptr: Copy> Copy for Pin<Ptr> {}
    impl<Ptr: crate::ops::Deref> crate::ops::Deref for Pin<Ptr> {
        type Target = Ptr::Target;
        fn deref(&self) -> &Ptr::Target;
    }
}

#[not_core]
pub mod vec {
    #[lang = "vec"]
    pub struct Vec<T> {
        buf: crate::marker::PhantomData<T>,
    }

    impl<T> Vec<T> {
        pub const fn new() -> Self;
        pub fn with_capacity(capacity: usize) -> Self;
        pub fn capacity(&self) -> usize;
        pub fn reserve(&mut self, additional: usize);
        pub fn reserve_exact(&mut self, additional: usize);
        pub fn shrink_to_fit(&mut self);
        pub fn shrink_to(&mut self, min_capacity: usize);
        pub fn into_boxed_slice(self) -> Box<[T]>;
        pub fn truncate(&mut self, len: usize);
        pub fn as_slice(&self) -> &[T];
        pub fn as_mut_slice(&mut self) -> &mut [T];
        pub fn swap_remove(&mut self, index: usize) -> T;
        pub fn insert(&mut self, index: usize, element: T);
        pub fn remove(&mut self, index: usize) -> T;
        pub fn retain<F: FnMut(&T) -> bool>(&mut self, f: F);
        pub fn retain_mut<F: FnMut(&mut T) -> bool>(&mut self, f: F);
        pub fn dedup_by_key<F: FnMut(&mut T) -> K, K: PartialEq>(&mut self, key: F);
        pub fn dedup_by<F: FnMut(&mut T, &mut T) -> bool>(&mut self, same_bucket: F);
        pub fn push(&mut self, value: T);
        pub fn pop(&mut self) -> Option<T>;
        pub fn pop_if(&mut self, predicate: impl FnOnce(&mut T) -> bool) -> Option<T>;
        pub fn append(&mut self, other: &mut Self);
        pub fn drain<R: crate::ops::RangeBounds<usize>>(&mut self, range: R) -> Drain<'_, T>;
        pub fn clear(&mut self);
        pub fn len(&self) -> usize;
        pub fn is_empty(&self) -> bool;
        pub fn split_off(&mut self, at: usize) -> Self;
        pub fn resize_with<F: FnMut() -> T>(&mut self, new_len: usize, f: F);
        pub fn leak<'a>(self) -> &'a mut [T];
        pub fn splice<R: crate::ops::RangeBounds<usize>, I: IntoIterator<Item = T>>(&mut self, range: R, replace_with: I) -> Splice<'_, I::IntoIter>;
    }
    impl<T: Clone> Vec<T> {
        pub fn resize(&mut self, new_len: usize, value: T);
        pub fn extend_from_slice(&mut self, other: &[T]);
        pub fn extend_from_within<R: crate::ops::RangeBounds<usize>>(&mut self, src: R);
    }
    impl<T: PartialEq> Vec<T> {
        pub fn dedup(&mut self);
    }
    impl<T, const N: usize> Vec<[T; N]> {
        pub fn into_flattened(self) -> Vec<T>;
    }

    impl<#[may_dangle] T> Drop for Vec<T> {
        fn drop(&mut self);
    }
    impl<T> crate::ops::Deref for Vec<T> {
        type Target = [T];
        fn deref(&self) -> &[T];
    }
    impl<T> crate::ops::DerefMut for Vec<T> {
        fn deref_mut(&mut self) -> &mut [T];
    }
    impl<T: Clone> Clone for Vec<T> {
        fn clone(&self) -> Self;
    }
    impl<T: crate::hash::Hash> crate::hash::Hash for Vec<T> {
        fn hash<H: crate::hash::Hasher>(&self, state: &mut H);
    }
    impl<T, I: crate::slice::SliceIndex<[T]>> crate::ops::Index<I> for Vec<T> {
        type Output = I::Output;
        fn index(&self, index: I) -> &I::Output;
    }
    impl<T, I: crate::slice::SliceIndex<[T]>> crate::ops::IndexMut<I> for Vec<T> {
        fn index_mut(&mut self, index: I) -> &mut I::Output;
    }
    impl<T> FromIterator<T> for Vec<T> {
        fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Vec<T>;
    }
    impl<T> IntoIterator for Vec<T> {
        type Item = T;
        type IntoIter = IntoIter<T>;
        fn into_iter(self) -> IntoIter<T>;
    }
    impl<'a, T> IntoIterator for &'a Vec<T> {
        type Item = &'a T;
        type IntoIter = crate::slice::Iter<'a, T>;
        fn into_iter(self) -> crate::slice::Iter<'a, T>;
    }
    impl<'a, T> IntoIterator for &'a mut Vec<T> {
        type Item = &'a mut T;
        type IntoIter = crate::slice::IterMut<'a, T>;
        fn into_iter(self) -> crate::slice::IterMut<'a, T>;
    }
    impl<T> Extend<T> for Vec<T> {
        fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I);
    }
    impl<'a, T: Copy + 'a> Extend<&'a T> for Vec<T> {
        fn extend<I: IntoIterator<Item = &'a T>>(&mut self, iter: I);
    }
    impl<T: PartialOrd> PartialOrd for Vec<T> {
        fn partial_cmp(&self, other: &Vec<T>) -> Option<crate::cmp::Ordering>;
    }
    impl<T: Eq> Eq for Vec<T> {}
    impl<T: Ord> Ord for Vec<T> {
        fn cmp(&self, other: &Self) -> crate::cmp::Ordering;
    }
    impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for Vec<T> {
        fn eq(&self, other: &Vec<U>) -> bool;
    }
    impl<T: PartialEq<U>, U> PartialEq<&[U]> for Vec<T> {
        fn eq(&self, other: &&[U]) -> bool;
    }
    impl<T: PartialEq<U>, U> PartialEq<&mut [U]> for Vec<T> {
        fn eq(&self, other: &&mut [U]) -> bool;
    }
    impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for &[T] {
        fn eq(&self, other: &Vec<U>) -> bool;
    }
    impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for &mut [T] {
        fn eq(&self, other: &Vec<U>) -> bool;
    }
    impl<T: PartialEq<U>, U> PartialEq<[U]> for Vec<T> {
        fn eq(&self, other: &[U]) -> bool;
    }
    impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for [T] {
        fn eq(&self, other: &Vec<U>) -> bool;
    }
    impl<T: PartialEq<U> + Clone, U> PartialEq<Vec<U>> for crate::borrow::Cow<'_, [T]> {
        fn eq(&self, other: &Vec<U>) -> bool;
    }
    impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U; N]> for Vec<T> {
        fn eq(&self, other: &[U; N]) -> bool;
    }
    impl<T: PartialEq<U>, U, const N: usize> PartialEq<&[U; N]> for Vec<T> {
        fn eq(&self, other: &&[U; N]) -> bool;
    }
    impl<T> Default for Vec<T> {
        fn default() -> Vec<T>;
    }
    impl<T: crate::fmt::Debug> crate::fmt::Debug for Vec<T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T> AsRef<Vec<T>> for Vec<T> {
        fn as_ref(&self) -> &Vec<T>;
    }
    impl<T> AsMut<Vec<T>> for Vec<T> {
        fn as_mut(&mut self) -> &mut Vec<T>;
    }
    impl<T> AsRef<[T]> for Vec<T> {
        fn as_ref(&self) -> &[T];
    }
    impl<T> AsMut<[T]> for Vec<T> {
        fn as_mut(&mut self) -> &mut [T];
    }
    impl<T: Clone> From<&[T]> for Vec<T> {
        fn from(s: &[T]) -> Vec<T>;
    }
    impl<T: Clone> From<&mut [T]> for Vec<T> {
        fn from(s: &mut [T]) -> Vec<T>;
    }
    impl<T: Clone, const N: usize> From<&[T; N]> for Vec<T> {
        fn from(s: &[T; N]) -> Vec<T>;
    }
    impl<T, const N: usize> From<[T; N]> for Vec<T> {
        fn from(s: [T; N]) -> Vec<T>;
    }
    impl<T> From<Box<[T]>> for Vec<T> {
        fn from(s: Box<[T]>) -> Vec<T>;
    }
    impl From<&str> for Vec<u8> {
        fn from(s: &str) -> Vec<u8>;
    }
    impl From<String> for Vec<u8> {
        fn from(string: String) -> Vec<u8>;
    }
    impl<T> From<crate::collections::VecDeque<T>> for Vec<T> {
        fn from(other: crate::collections::VecDeque<T>) -> Vec<T>;
    }
    impl<T> From<crate::collections::BinaryHeap<T>> for Vec<T> {
        fn from(heap: crate::collections::BinaryHeap<T>) -> Vec<T>;
    }

    pub struct IntoIter<T> {
        buf: crate::marker::PhantomData<T>,
    }
    impl<T> IntoIter<T> {
        pub fn as_slice(&self) -> &[T];
        pub fn as_mut_slice(&mut self) -> &mut [T];
    }
    impl<#[may_dangle] T> Drop for IntoIter<T> {
        fn drop(&mut self);
    }
    impl<T: Clone> Clone for IntoIter<T> {
        fn clone(&self) -> Self;
    }
    impl<T: crate::fmt::Debug> crate::fmt::Debug for IntoIter<T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T> Default for IntoIter<T> {
        fn default() -> Self;
    }
    impl<T> AsRef<[T]> for IntoIter<T> {
        fn as_ref(&self) -> &[T];
    }
    impl<T> Iterator for IntoIter<T> {
        type Item = T;
        fn next(&mut self) -> Option<T>;
    }
    impl<T> DoubleEndedIterator for IntoIter<T> {
        fn next_back(&mut self) -> Option<T>;
    }
    impl<T> ExactSizeIterator for IntoIter<T> {}

    pub struct Drain<'a, T: 'a> {
        vec: &'a mut Vec<T>,
    }
    impl<T> AsRef<[T]> for Drain<'_, T> {
        fn as_ref(&self) -> &[T];
    }
    impl<T> Drop for Drain<'_, T> {
        fn drop(&mut self);
    }
    impl<T> Iterator for Drain<'_, T> {
        type Item = T;
        fn next(&mut self) -> Option<T>;
    }
    impl<T> DoubleEndedIterator for Drain<'_, T> {
        fn next_back(&mut self) -> Option<T>;
    }
    impl<T> ExactSizeIterator for Drain<'_, T> {}
    impl<T: crate::fmt::Debug> crate::fmt::Debug for Drain<'_, T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }

    #[undeclared_impls(Debug, DoubleEndedIterator)]
    pub struct Splice<'a, I: Iterator + 'a> {
        drain: Drain<'a, I::Item>,
        replace_with: I,
    }
    impl<I: Iterator> Drop for Splice<'_, I> {
        fn drop(&mut self);
    }
    impl<I: Iterator> ExactSizeIterator for Splice<'_, I> {}
    impl<I: Iterator> Iterator for Splice<'_, I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item>;
    }
}

#[not_core]
pub mod string {
    #[lang = "string"]
    pub struct String {
        vec: Vec<u8>,
    }
    impl String {
        pub const fn new() -> String;
        pub fn with_capacity(capacity: usize) -> String;
        pub fn from_utf8(vec: Vec<u8>) -> Result<String, FromUtf8Error>;
        pub fn from_utf8_lossy(v: &[u8]) -> crate::borrow::Cow<'_, str>;
        pub fn into_bytes(self) -> Vec<u8>;
        pub fn as_str(&self) -> &str;
        pub fn as_mut_str(&mut self) -> &mut str;
        pub fn push_str(&mut self, string: &str);
        pub fn capacity(&self) -> usize;
        pub fn reserve(&mut self, additional: usize);
        pub fn reserve_exact(&mut self, additional: usize);
        pub fn shrink_to_fit(&mut self);
        pub fn shrink_to(&mut self, min_capacity: usize);
        pub fn push(&mut self, ch: char);
        pub fn as_bytes(&self) -> &[u8];
        pub fn truncate(&mut self, new_len: usize);
        pub fn pop(&mut self) -> Option<char>;
        pub fn remove(&mut self, idx: usize) -> char;
        pub fn retain<F: FnMut(char) -> bool>(&mut self, f: F);
        pub fn insert(&mut self, idx: usize, ch: char);
        pub fn insert_str(&mut self, idx: usize, string: &str);
        pub fn len(&self) -> usize;
        pub fn is_empty(&self) -> bool;
        pub fn split_off(&mut self, at: usize) -> String;
        pub fn clear(&mut self);
        pub fn drain<R: crate::ops::RangeBounds<usize>>(&mut self, range: R) -> Drain<'_>;
        pub fn replace_range<R: crate::ops::RangeBounds<usize>>(&mut self, range: R, replace_with: &str);
        pub fn into_boxed_str(self) -> Box<str>;
        pub fn leak<'a>(self) -> &'a mut str;
    }
    impl Clone for String {
        fn clone(&self) -> String;
    }
    impl Default for String {
        fn default() -> String;
    }
    impl PartialEq for String {
        fn eq(&self, other: &String) -> bool;
    }
    impl Eq for String {}
    impl PartialOrd for String {
        fn partial_cmp(&self, other: &String) -> Option<crate::cmp::Ordering>;
    }
    impl Ord for String {
        fn cmp(&self, other: &String) -> crate::cmp::Ordering;
    }
    impl<'a, 'b> PartialEq<str> for String {
        fn eq(&self, other: &str) -> bool;
    }
    impl<'a, 'b> PartialEq<String> for str {
        fn eq(&self, other: &String) -> bool;
    }
    impl<'a, 'b> PartialEq<&'a str> for String {
        fn eq(&self, other: &&'a str) -> bool;
    }
    impl<'a, 'b> PartialEq<String> for &'a str {
        fn eq(&self, other: &String) -> bool;
    }
    impl<'a, 'b> PartialEq<crate::borrow::Cow<'a, str>> for String {
        fn eq(&self, other: &crate::borrow::Cow<'a, str>) -> bool;
    }
    impl<'a, 'b> PartialEq<crate::borrow::Cow<'a, str>> for str {
        fn eq(&self, other: &crate::borrow::Cow<'a, str>) -> bool;
    }
    impl<'a, 'b> PartialEq<crate::borrow::Cow<'a, str>> for &'b str {
        fn eq(&self, other: &crate::borrow::Cow<'a, str>) -> bool;
    }
    impl crate::hash::Hash for String {
        fn hash<H: crate::hash::Hasher>(&self, hasher: &mut H);
    }
    impl crate::fmt::Display for String {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl crate::fmt::Debug for String {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl crate::ops::Add<&str> for String {
        type Output = String;
        fn add(self, other: &str) -> String;
    }
    impl crate::ops::AddAssign<&str> for String {
        fn add_assign(&mut self, other: &str);
    }
    impl<I: crate::slice::SliceIndex<str>> crate::ops::Index<I> for String {
        type Output = I::Output;
        fn index(&self, index: I) -> &I::Output;
    }
    impl<I: crate::slice::SliceIndex<str>> crate::ops::IndexMut<I> for String {
        fn index_mut(&mut self, index: I) -> &mut I::Output;
    }
    impl crate::ops::Deref for String {
        type Target = str;
        fn deref(&self) -> &str;
    }
    impl crate::ops::DerefMut for String {
        fn deref_mut(&mut self) -> &mut str;
    }
    impl FromIterator<char> for String {
        fn from_iter<I: IntoIterator<Item = char>>(iter: I) -> String;
    }
    impl<'a> FromIterator<&'a char> for String {
        fn from_iter<I: IntoIterator<Item = &'a char>>(iter: I) -> String;
    }
    impl<'a> FromIterator<&'a str> for String {
        fn from_iter<I: IntoIterator<Item = &'a str>>(iter: I) -> String;
    }
    impl FromIterator<String> for String {
        fn from_iter<I: IntoIterator<Item = String>>(iter: I) -> String;
    }
    impl FromIterator<Box<str>> for String {
        fn from_iter<I: IntoIterator<Item = Box<str>>>(iter: I) -> String;
    }
    impl<'a> FromIterator<crate::borrow::Cow<'a, str>> for String {
        fn from_iter<I: IntoIterator<Item = crate::borrow::Cow<'a, str>>>(iter: I) -> String;
    }
    impl Extend<char> for String {
        fn extend<I: IntoIterator<Item = char>>(&mut self, iter: I);
    }
    impl<'a> Extend<&'a char> for String {
        fn extend<I: IntoIterator<Item = &'a char>>(&mut self, iter: I);
    }
    impl<'a> Extend<&'a str> for String {
        fn extend<I: IntoIterator<Item = &'a str>>(&mut self, iter: I);
    }
    impl Extend<Box<str>> for String {
        fn extend<I: IntoIterator<Item = Box<str>>>(&mut self, iter: I);
    }
    impl Extend<String> for String {
        fn extend<I: IntoIterator<Item = String>>(&mut self, iter: I);
    }
    impl<'a> Extend<crate::borrow::Cow<'a, str>> for String {
        fn extend<I: IntoIterator<Item = crate::borrow::Cow<'a, str>>>(&mut self, iter: I);
    }
    impl AsRef<str> for String {
        fn as_ref(&self) -> &str;
    }
    impl AsMut<str> for String {
        fn as_mut(&mut self) -> &mut str;
    }
    impl AsRef<[u8]> for String {
        fn as_ref(&self) -> &[u8];
    }
    impl From<&str> for String {
        fn from(s: &str) -> String;
    }
    impl From<&mut str> for String {
        fn from(s: &mut str) -> String;
    }
    impl From<&String> for String {
        fn from(s: &String) -> String;
    }
    impl From<Box<str>> for String {
        fn from(s: Box<str>) -> String;
    }
    impl<'a> From<crate::borrow::Cow<'a, str>> for String {
        fn from(s: crate::borrow::Cow<'a, str>) -> String;
    }
    impl From<char> for String {
        fn from(c: char) -> String;
    }
    impl crate::str::FromStr for String {
        type Err = crate::convert::Infallible;
        fn from_str(s: &str) -> Result<String, crate::convert::Infallible>;
    }

    #[complete]
    pub struct FromUtf8Error {
        bytes: Vec<u8>,
        error: crate::str::Utf8Error,
    }
    impl FromUtf8Error {
        pub fn as_bytes(&self) -> &[u8];
        pub fn into_bytes(self) -> Vec<u8>;
        pub fn utf8_error(&self) -> crate::str::Utf8Error;
    }
    impl Clone for FromUtf8Error {
        fn clone(&self) -> FromUtf8Error;
    }
    impl PartialEq for FromUtf8Error {
        fn eq(&self, other: &FromUtf8Error) -> bool;
    }
    impl Eq for FromUtf8Error {}
    impl crate::fmt::Debug for FromUtf8Error {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl crate::fmt::Display for FromUtf8Error {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    pub type ParseError = crate::convert::Infallible;

    pub trait ToString {
        fn to_string(&self) -> String;
    }
    impl<T: crate::fmt::Display + ?Sized> ToString for T {
        fn to_string(&self) -> String;
    }

    pub struct Drain<'a> {
        string: &'a mut String,
    }
    impl AsRef<str> for Drain<'_> {
        fn as_ref(&self) -> &str;
    }
    impl AsRef<[u8]> for Drain<'_> {
        fn as_ref(&self) -> &[u8];
    }
    impl Drop for Drain<'_> {
        fn drop(&mut self);
    }
    impl Iterator for Drain<'_> {
        type Item = char;
        fn next(&mut self) -> Option<char>;
    }
    impl DoubleEndedIterator for Drain<'_> {
        fn next_back(&mut self) -> Option<char>;
    }
}

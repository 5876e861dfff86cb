// Option and Result.

pub mod option {
    #[lang = "option"]
    pub enum Option<T> {
        #[lang = "option_none"]
        None,
        #[lang = "option_some"]
        Some(T),
    }

    impl<T> Option<T> {
        pub const fn is_some(&self) -> bool;
        pub fn is_some_and(self, f: impl FnOnce(T) -> bool) -> bool;
        pub const fn is_none(&self) -> bool;
        pub fn is_none_or(self, f: impl FnOnce(T) -> bool) -> bool;
        pub const fn as_ref(&self) -> Option<&T>;
        pub const fn as_mut(&mut self) -> Option<&mut T>;
        pub const fn as_slice(&self) -> &[T];
        pub const fn as_mut_slice(&mut self) -> &mut [T];
        pub const fn expect(self, msg: &str) -> T;
        pub const fn unwrap(self) -> T;
        pub fn unwrap_or(self, default: T) -> T;
        pub fn unwrap_or_else<F: FnOnce() -> T>(self, f: F) -> T;
        pub fn unwrap_or_default(self) -> T where T: Default;
        pub fn map<U, F: FnOnce(T) -> U>(self, f: F) -> Option<U>;
        pub fn inspect<F: FnOnce(&T)>(self, f: F) -> Self;
        pub fn map_or<U, F: FnOnce(T) -> U>(self, default: U, f: F) -> U;
        pub fn map_or_else<U, D: FnOnce() -> U, F: FnOnce(T) -> U>(self, default: D, f: F) -> U;
        pub fn ok_or<E>(self, err: E) -> Result<T, E>;
        pub fn ok_or_else<E, F: FnOnce() -> E>(self, err: F) -> Result<T, E>;
        pub fn as_deref(&self) -> Option<&T::Target> where T: crate::ops::Deref;
        pub fn as_deref_mut(&mut self) -> Option<&mut T::Target> where T: crate::ops::DerefMut;
        pub fn iter(&self) -> Iter<'_, T>;
        pub fn iter_mut(&mut self) -> IterMut<'_, T>;
        pub fn and<U>(self, optb: Option<U>) -> Option<U>;
        pub fn and_then<U, F: FnOnce(T) -> Option<U>>(self, f: F) -> Option<U>;
        pub fn filter<P: FnOnce(&T) -> bool>(self, predicate: P) -> Self;
        pub fn or(self, optb: Option<T>) -> Option<T>;
        pub fn or_else<F: FnOnce() -> Option<T>>(self, f: F) -> Option<T>;
        pub fn xor(self, optb: Option<T>) -> Option<T>;
        pub fn insert(&mut self, value: T) -> &mut T;
        pub fn get_or_insert(&mut self, value: T) -> &mut T;
        pub fn get_or_insert_default(&mut self) -> &mut T where T: Default;
        pub fn get_or_insert_with<F: FnOnce() -> T>(&mut self, f: F) -> &mut T;
        pub const fn take(&mut self) -> Option<T>;
        pub fn take_if<P: FnOnce(&mut T) -> bool>(&mut self, predicate: P) -> Option<T>;
        pub const fn replace(&mut self, value: T) -> Option<T>;
        pub fn zip<U>(self, other: Option<U>) -> Option<(T, U)>;
    }
    impl<T, U> Option<(T, U)> {
        pub fn unzip(self) -> (Option<T>, Option<U>);
    }
    impl<T> Option<&T> {
        pub const fn copied(self) -> Option<T> where T: Copy;
        pub fn cloned(self) -> Option<T> where T: Clone;
    }
    impl<T> Option<&mut T> {
        pub const fn copied(self) -> Option<T> where T: Copy;
        pub fn cloned(self) -> Option<T> where T: Clone;
    }
    impl<T, E> Option<Result<T, E>> {
        pub fn transpose(self) -> Result<Option<T>, E>;
    }
    impl<T> Option<Option<T>> {
        pub fn flatten(self) -> Option<T>;
    }

    impl<T: Clone> Clone for Option<T> {
        fn clone(&self) -> Self;
    }
    impl<T: Copy> Copy for Option<T> {}
    impl<T> Default for Option<T> {
        fn default() -> Option<T>;
    }
    impl<T: PartialEq> PartialEq for Option<T> {
        fn eq(&self, other: &Self) -> bool;
    }
    impl<T: Eq> Eq for Option<T> {}
    impl<T: PartialOrd> PartialOrd for Option<T> {
        fn partial_cmp(&self, other: &Self) -> Option<crate::cmp::Ordering>;
    }
    impl<T: Ord> Ord for Option<T> {
        fn cmp(&self, other: &Self) -> crate::cmp::Ordering;
    }
    impl<T: crate::hash::Hash> crate::hash::Hash for Option<T> {
        fn hash<H: crate::hash::Hasher>(&self, state: &mut H);
    }
    impl<T: crate::fmt::Debug> crate::fmt::Debug for Option<T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T> From<T> for Option<T> {
        fn from(val: T) -> Option<T>;
    }
    impl<'a, T> From<&'a Option<T>> for Option<&'a T> {
        fn from(o: &'a Option<T>) -> Option<&'a T>;
    }
    impl<'a, T> From<&'a mut Option<T>> for Option<&'a mut T> {
        fn from(o: &'a mut Option<T>) -> Option<&'a mut T>;
    }

    pub struct Iter<'a, A> {
        inner: Option<&'a A>,
    }
    impl<'a, A> ExactSizeIterator for Iter<'a, A> {}
    impl<'a, A> Iterator for Iter<'a, A> {
        type Item = &'a A;
        fn next(&mut self) -> Option<&'a A>;
    }
    impl<A> Clone for Iter<'_, A> {
        fn clone(&self) -> Self;
    }
    #[undeclared_impls(Default)]
    pub struct IterMut<'a, A> {
        inner: Option<&'a mut A>,
    }
    impl<'a, A> ExactSizeIterator for IterMut<'a, A> {}
    impl<'a, A> Iterator for IterMut<'a, A> {
        type Item = &'a mut A;
        fn next(&mut self) -> Option<&'a mut A>;
    }
    pub struct IntoIter<A> {
        inner: Option<A>,
    }
    impl<A> ExactSizeIterator for IntoIter<A> {}
    impl<A> Iterator for IntoIter<A> {
        type Item = A;
        fn next(&mut self) -> Option<A>;
    }
    impl<T> IntoIterator for Option<T> {
        type Item = T;
        type IntoIter = IntoIter<T>;
        fn into_iter(self) -> IntoIter<T>;
    }
    impl<'a, T> IntoIterator for &'a Option<T> {
        type Item = &'a T;
        type IntoIter = Iter<'a, T>;
        fn into_iter(self) -> Iter<'a, T>;
    }
    impl<'a, T> IntoIterator for &'a mut Option<T> {
        type Item = &'a mut T;
        type IntoIter = IterMut<'a, T>;
        fn into_iter(self) -> IterMut<'a, T>;
    }
    impl<A, V: FromIterator<A>> FromIterator<Option<A>> for Option<V> {
        fn from_iter<I: IntoIterator<Item = Option<A>>>(iter: I) -> Option<V>;
    }
}

pub mod result {
    #[lang = "result"]
    #[must_use]
    pub enum Result<T, E> {
        #[lang = "result_ok"]
        Ok(T),
        #[lang = "result_err"]
        Err(E),
    }

    impl<T, E> Result<T, E> {
        pub const fn is_ok(&self) -> bool;
        pub fn is_ok_and(self, f: impl FnOnce(T) -> bool) -> bool;
        pub const fn is_err(&self) -> bool;
        pub fn is_err_and(self, f: impl FnOnce(E) -> bool) -> bool;
        pub fn ok(self) -> Option<T>;
        pub fn err(self) -> Option<E>;
        pub const fn as_ref(&self) -> Result<&T, &E>;
        pub const fn as_mut(&mut self) -> Result<&mut T, &mut E>;
        pub fn map<U, F: FnOnce(T) -> U>(self, op: F) -> Result<U, E>;
        pub fn map_or<U, F: FnOnce(T) -> U>(self, default: U, f: F) -> U;
        pub fn map_or_else<U, D: FnOnce(E) -> U, F: FnOnce(T) -> U>(self, default: D, f: F) -> U;
        pub fn map_err<F, O: FnOnce(E) -> F>(self, op: O) -> Result<T, F>;
        pub fn inspect<F: FnOnce(&T)>(self, f: F) -> Self;
        pub fn inspect_err<F: FnOnce(&E)>(self, f: F) -> Self;
        pub fn as_deref(&self) -> Result<&T::Target, &E> where T: crate::ops::Deref;
        pub fn as_deref_mut(&mut self) -> Result<&mut T::Target, &mut E> where T: crate::ops::DerefMut;
        pub fn iter(&self) -> Iter<'_, T>;
        pub fn iter_mut(&mut self) -> IterMut<'_, T>;
        pub fn expect(self, msg: &str) -> T where E: crate::fmt::Debug;
        pub fn unwrap(self) -> T where E: crate::fmt::Debug;
        pub fn unwrap_or_default(self) -> T where T: Default;
        pub fn expect_err(self, msg: &str) -> E where T: crate::fmt::Debug;
        pub fn unwrap_err(self) -> E where T: crate::fmt::Debug;
        pub fn and<U>(self, res: Result<U, E>) -> Result<U, E>;
        pub fn and_then<U, F: FnOnce(T) -> Result<U, E>>(self, op: F) -> Result<U, E>;
        pub fn or<F>(self, res: Result<T, F>) -> Result<T, F>;
        pub fn or_else<F, O: FnOnce(E) -> Result<T, F>>(self, op: O) -> Result<T, F>;
        pub fn unwrap_or(self, default: T) -> T;
        pub fn unwrap_or_else<F: FnOnce(E) -> T>(self, op: F) -> T;
    }
    impl<T, E> Result<&T, E> {
        pub fn copied(self) -> Result<T, E> where T: Copy;
        pub fn cloned(self) -> Result<T, E> where T: Clone;
    }
    impl<T, E> Result<&mut T, E> {
        pub fn copied(self) -> Result<T, E> where T: Copy;
        pub fn cloned(self) -> Result<T, E> where T: Clone;
    }
    impl<T, E> Result<Option<T>, E> {
        pub fn transpose(self) -> Option<Result<T, E>>;
    }
    impl<T, E> Result<Result<T, E>, E> {
        pub fn flatten(self) -> Result<T, E>;
    }

    impl<T: Clone, E: Clone> Clone for Result<T, E> {
        fn clone(&self) -> Self;
    }
    impl<T: Copy, E: Copy> Copy for Result<T, E> {}
    impl<T: PartialEq, E: PartialEq> PartialEq for Result<T, E> {
        fn eq(&self, other: &Self) -> bool;
    }
    impl<T: Eq, E: Eq> Eq for Result<T, E> {}
    impl<T: PartialOrd, E: PartialOrd> PartialOrd for Result<T, E> {
        fn partial_cmp(&self, other: &Self) -> Option<crate::cmp::Ordering>;
    }
    impl<T: Ord, E: Ord> Ord for Result<T, E> {
        fn cmp(&self, other: &Self) -> crate::cmp::Ordering;
    }
    impl<T: crate::hash::Hash, E: crate::hash::Hash> crate::hash::Hash for Result<T, E> {
        fn hash<H: crate::hash::Hasher>(&self, state: &mut H);
    }
    impl<T: crate::fmt::Debug, E: crate::fmt::Debug> crate::fmt::Debug for Result<T, E> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }

    pub struct Iter<'a, T> {
        inner: Option<&'a T>,
    }
    impl<'a, T> ExactSizeIterator for Iter<'a, T> {}
    impl<'a, T> Iterator for Iter<'a, T> {
        type Item = &'a T;
        fn next(&mut self) -> Option<&'a T>;
    }
    #[undeclared_impls(Default)]
    pub struct IterMut<'a, T> {
        inner: Option<&'a mut T>,
    }
    impl<'a, T> ExactSizeIterator for IterMut<'a, T> {}
    impl<'a, T> Iterator for IterMut<'a, T> {
        type Item = &'a mut T;
        fn next(&mut self) -> Option<&'a mut T>;
    }
    pub struct IntoIter<T> {
        inner: Option<T>,
    }
    impl<T> ExactSizeIterator for IntoIter<T> {}
    impl<T> Iterator for IntoIter<T> {
        type Item = T;
        fn next(&mut self) -> Option<T>;
    }
    impl<T, E> IntoIterator for Result<T, E> {
        type Item = T;
        type IntoIter = IntoIter<T>;
        fn into_iter(self) -> IntoIter<T>;
    }
    impl<'a, T, E> IntoIterator for &'a Result<T, E> {
        type Item = &'a T;
        type IntoIter = Iter<'a, T>;
        fn into_iter(self) -> Iter<'a, T>;
    }
    impl<'a, T, E> IntoIterator for &'a mut Result<T, E> {
        type Item = &'a mut T;
        type IntoIter = IterMut<'a, T>;
        fn into_iter(self) -> IterMut<'a, T>;
    }
    impl<A, E, V: FromIterator<A>> FromIterator<Result<A, E>> for Result<V, E> {
        fn from_iter<I: IntoIterator<Item = Result<A, E>>>(iter: I) -> Result<V, E>;
    }
}

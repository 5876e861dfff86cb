// Cells, reference counting, synchronisation, threads.

pub mod cell {
    // Invariant in T.
    #[lang = "unsafe_cell"]
    #[undeclared_impls(Debug, Default)]
    pub struct UnsafeCell<T: ?Sized> {
        value: T,
    }

    pub struct Cell<T: ?Sized> {
        value: UnsafeCell<T>,
    }
    impl<T> Cell<T> {
        pub const fn new(value: T) -> Cell<T>;
        pub fn set(&self, val: T);
        pub fn swap(&self, other: &Self);
        pub fn replace(&self, val: T) -> T;
        pub fn into_inner(self) -> T;
        pub fn update(&self, f: impl FnOnce(T) -> T) where T: Copy;
        pub fn take(&self) -> T where T: Default;
        pub fn get(&self) -> T where T: Copy;
    }
    impl<T: ?Sized> Cell<T> {
        pub fn get_mut(&mut self) -> &mut T;
        pub fn from_mut(t: &mut T) -> &Cell<T>;
    }
    impl<T> Cell<[T]> {
        pub fn as_slice_of_cells(&self) -> &[Cell<T>];
    }
    impl<T> AsRef<[Cell<T>]> for Cell<[T]> {
        fn as_ref(&self) -> &[Cell<T>];
    }
    impl<T, const N: usize> AsRef<[Cell<T>; N]> for Cell<[T; N]> {
        fn as_ref(&self) -> &[Cell<T>; N];
    }
    impl<T, const N: usize> AsRef<[Cell<T>]> for Cell<[T; N]> {
        fn as_ref(&self) -> &[Cell<T>];
    }
    impl<T: ?Sized> !Sync for Cell<T> {}
    impl<T: Copy> Clone for Cell<T> {
        fn clone(&self) -> Cell<T>;
    }
    impl<T: Default> Default for Cell<T> {
        fn default() -> Cell<T>;
    }
    impl<T: PartialEq + Copy> PartialEq for Cell<T> {
        fn eq(&self, other: &Cell<T>) -> bool;
    }
    impl<T: Eq + Copy> Eq for Cell<T> {}
    impl<T: PartialOrd + Copy> PartialOrd for Cell<T> {
        fn partial_cmp(&self, other: &Cell<T>) -> Option<crate::cmp::Ordering>;
    }
    impl<T: Ord + Copy> Ord for Cell<T> {
        fn cmp(&self, other: &Cell<T>) -> crate::cmp::Ordering;
    }
    impl<T: Copy + crate::fmt::Debug> crate::fmt::Debug for Cell<T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T> From<T> for Cell<T> {
        fn from(t: T) -> Cell<T>;
    }

    pub struct RefCell<T: ?Sized> {
        borrow: Cell<isize>,
        value: UnsafeCell<T>,
    }
    impl<T> RefCell<T> {
        pub const fn new(value: T) -> RefCell<T>;
        pub fn into_inner(self) -> T;
        pub fn replace(&self, t: T) -> T;
        pub fn replace_with<F: FnOnce(&mut T) -> T>(&self, f: F) -> T;
        pub fn swap(&self, other: &Self);
        pub fn take(&self) -> T where T: Default;
    }
    impl<T: ?Sized> RefCell<T> {
        pub fn borrow(&self) -> Ref<'_, T>;
        pub fn try_borrow(&self) -> Result<Ref<'_, T>, BorrowError>;
        pub fn borrow_mut(&self) -> RefMut<'_, T>;
        pub fn try_borrow_mut(&self) -> Result<RefMut<'_, T>, BorrowMutError>;
        pub fn get_mut(&mut self) -> &mut T;
    }
    impl<T: ?Sized> !Sync for RefCell<T> {}
    impl<T: Clone> Clone for RefCell<T> {
        fn clone(&self) -> RefCell<T>;
    }
    impl<T: Default> Default for RefCell<T> {
        fn default() -> RefCell<T>;
    }
    impl<T: ?Sized + PartialEq> PartialEq for RefCell<T> {
        fn eq(&self, other: &RefCell<T>) -> bool;
    }
    impl<T: ?Sized + Eq> Eq for RefCell<T> {}
    impl<T: ?Sized + PartialOrd> PartialOrd for RefCell<T> {
        fn partial_cmp(&self, other: &RefCell<T>) -> Option<crate::cmp::Ordering>;
    }
    impl<T: ?Sized + Ord> Ord for RefCell<T> {
        fn cmp(&self, other: &RefCell<T>) -> crate::cmp::Ordering;
    }
    impl<T: ?Sized + crate::fmt::Debug> crate::fmt::Debug for RefCell<T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T> From<T> for RefCell<T> {
        fn from(t: T) -> RefCell<T>;
    }

    pub struct BorrowError(());
    pub struct BorrowMutError(());
    impl crate::fmt::Debug for BorrowError {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl crate::fmt::Display for BorrowError {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl crate::fmt::Debug for BorrowMutError {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl crate::fmt::Display for BorrowMutError {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }

    // The guard's own drop glue: a counted borrow is given back.
    struct BorrowRef<'b> {
        borrow: &'b Cell<isize>,
    }
    impl Drop for BorrowRef<'_> {
        fn drop(&mut self);
    }
    pub struct Ref<'b, T: ?Sized + 'b> {
        value: &'b T,
        borrow: BorrowRef<'b>,
    }
    impl<'b, T: ?Sized> Ref<'b, T> {
        pub fn clone(orig: &Ref<'b, T>) -> Ref<'b, T>;
        pub fn map<U: ?Sized, F: FnOnce(&T) -> &U>(orig: Ref<'b, T>, f: F) -> Ref<'b, U>;
    }
    impl<T: ?Sized> crate::ops::Deref for Ref<'_, T> {
        type Target = T;
        fn deref(&self) -> &T;
    }
    impl<T: ?Sized + crate::fmt::Display> crate::fmt::Display for Ref<'_, T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T: ?Sized + crate::fmt::Debug> crate::fmt::Debug for Ref<'_, T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    struct BorrowRefMut<'b> {
        borrow: &'b Cell<isize>,
    }
    impl Drop for BorrowRefMut<'_> {
        fn drop(&mut self);
    }
    pub struct RefMut<'b, T: ?Sized + 'b> {
        borrow: BorrowRefMut<'b>,
        value: &'b mut T,
    }
    impl<'b, T: ?Sized> RefMut<'b, T> {
        pub fn map<U: ?Sized, F: FnOnce(&mut T) -> &mut U>(orig: RefMut<'b, T>, f: F) -> RefMut<'b, U>;
    }
    impl<T: ?Sized> crate::ops::Deref for RefMut<'_, T> {
        type Target = T;
        fn deref(&self) -> &T;
    }
    impl<T: ?Sized> crate::ops::DerefMut for RefMut<'_, T> {
        fn deref_mut(&mut self) -> &mut T;
    }
    impl<T: ?Sized + crate::fmt::Display> crate::fmt::Display for RefMut<'_, T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T: ?Sized + crate::fmt::Debug> crate::fmt::Debug for RefMut<'_, T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }

    #[undeclared_impls(Eq, PartialEq)]
    pub struct OnceCell<T> {
        inner: UnsafeCell<Option<T>>,
    }
    impl<T> OnceCell<T> {
        pub const fn new() -> OnceCell<T>;
        pub fn get(&self) -> Option<&T>;
        pub fn get_mut(&mut self) -> Option<&mut T>;
        pub fn set(&self, value: T) -> Result<(), T>;
        pub fn get_or_init<F: FnOnce() -> T>(&self, f: F) -> &T;
        pub fn into_inner(self) -> Option<T>;
        pub fn take(&mut self) -> Option<T>;
    }
    impl<T> !Sync for OnceCell<T> {}
    impl<T> Default for OnceCell<T> {
        fn default() -> Self;
    }
    impl<T: Clone> Clone for OnceCell<T> {
        fn clone(&self) -> OnceCell<T>;
    }
    impl<T: crate::fmt::Debug> crate::fmt::Debug for OnceCell<T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
}

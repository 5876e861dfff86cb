// Reference-counted owners.

#[not_core]
pub mod rc {
    #[lang = "rc"]
    pub struct Rc<T: ?Sized> {
        phantom: crate::marker::PhantomData<T>,
    }
    impl<T> Rc<T> {
        pub fn new(value: T) -> Rc<T>;
        pub fn new_cyclic<F: FnOnce(&Weak<T>) -> T>(data_fn: F) -> Rc<T>;
        pub fn try_unwrap(this: Self) -> Result<T, Self>;
        pub fn into_inner(this: Self) -> Option<T>;
    }
    impl<T: ?Sized> Rc<T> {
        pub fn downgrade(this: &Self) -> Weak<T>;
        pub fn weak_count(this: &Self) -> usize;
        pub fn strong_count(this: &Self) -> usize;
        pub fn get_mut(this: &mut Self) -> Option<&mut T>;
        pub fn ptr_eq(this: &Self, other: &Self) -> bool;
    }
    impl<T: Clone> Rc<T> {
        pub fn make_mut(this: &mut Self) -> &mut T;
        pub fn unwrap_or_clone(this: Self) -> T;
    }
    impl<#[may_dangle] T: ?Sized> Drop for Rc<T> {
        fn drop(&mut self);
    }
    impl<T: ?Sized> Clone for Rc<T> {
        fn clone(&self) -> Rc<T>;
    }
    impl<T: ?Sized> crate::ops::Deref for Rc<T> {
        type Target = T;
        fn deref(&self) -> &T;
    }
    impl<T: Default> Default for Rc<T> {
        fn default() -> Rc<T>;
    }
    impl<T: ?Sized + PartialEq> PartialEq for Rc<T> {
        fn eq(&self, other: &Rc<T>) -> bool;
    }
    impl<T: ?Sized + Eq> Eq for Rc<T> {}
    impl<T: ?Sized + PartialOrd> PartialOrd for Rc<T> {
        fn partial_cmp(&self, other: &Rc<T>) -> Option<crate::cmp::Ordering>;
    }
    impl<T: ?Sized + Ord> Ord for Rc<T> {
        fn cmp(&self, other: &Rc<T>) -> crate::cmp::Ordering;
    }
    impl<T: ?Sized + crate::hash::Hash> crate::hash::Hash for Rc<T> {
        fn hash<H: crate::hash::Hasher>(&self, state: &mut H);
    }
    impl<T: ?Sized + crate::fmt::Display> crate::fmt::Display for Rc<T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T: ?Sized + crate::fmt::Debug> crate::fmt::Debug for Rc<T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T: ?Sized> AsRef<T> for Rc<T> {
        fn as_ref(&self) -> &T;
    }
    impl<T: ?Sized> crate::borrow::Borrow<T> for Rc<T> {
        fn borrow(&self) -> &T;
    }
    impl<T> From<T> for Rc<T> {
        fn from(t: T) -> Self;
    }
    impl From<&str> for Rc<str> {
        fn from(v: &str) -> Rc<str>;
    }
    impl From<String> for Rc<str> {
        fn from(v: String) -> Rc<str>;
    }
    impl<T: ?Sized> From<Box<T>> for Rc<T> {
        fn from(v: Box<T>) -> Rc<T>;
    }
    impl<T> From<Vec<T>> for Rc<[T]> {
        fn from(v: Vec<T>) -> Rc<[T]>;
    }
    impl<T> FromIterator<T> for Rc<[T]> {
        fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Self;
    }
    impl<T: ?Sized> Unpin for Rc<T> {}
    impl<T: ?Sized> !Send for Rc<T> {}
    impl<T: ?Sized> !Sync for Rc<T> {}

    pub struct Weak<T: ?Sized> {
        phantom: crate::marker::PhantomData<T>,
    }
    impl<T> Weak<T> {
        pub const fn new() -> Weak<T>;
    }
    impl<T: ?Sized> Weak<T> {
        pub fn upgrade(&self) -> Option<Rc<T>>;
        pub fn strong_count(&self) -> usize;
        pub fn weak_count(&self) -> usize;
        pub fn ptr_eq(&self, other: &Self) -> bool;
    }
    impl<#[may_dangle] T: ?Sized> Drop for Weak<T> {
        fn drop(&mut self);
    }
    impl<T: ?Sized> Clone for Weak<T> {
        fn clone(&self) -> Weak<T>;
    }
    impl<T> Default for Weak<T> {
        fn default() -> Weak<T>;
    }
    impl<T: ?Sized> crate::fmt::Debug for Weak<T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T: ?Sized> !Send for Weak<T> {}
    impl<T: ?Sized> !Sync for Weak<T> {}
}

pub mod sync {
    #[not_core]
    #[lang = "arc"]
    pub struct Arc<T: ?Sized> {
        phantom: crate::marker::PhantomData<T>,
    }
    impl<T> Arc<T> {
        pub fn new(value: T) -> Arc<T>;
        pub fn new_cyclic<F: FnOnce(&Weak<T>) -> T>(data_fn: F) -> Arc<T>;
        pub fn try_unwrap(this: Self) -> Result<T, Self>;
        pub fn into_inner(this: Self) -> Option<T>;
    }
    impl<T: ?Sized> Arc<T> {
        pub fn downgrade(this: &Self) -> Weak<T>;
        pub fn weak_count(this: &Self) -> usize;
        pub fn strong_count(this: &Self) -> usize;
        pub fn get_mut(this: &mut Self) -> Option<&mut T>;
        pub fn ptr_eq(this: &Self, other: &Self) -> bool;
    }
    impl<T: Clone> Arc<T> {
        pub fn make_mut(this: &mut Self) -> &mut T;
        pub fn unwrap_or_clone(this: Self) -> T;
    }
    impl<#[may_dangle] T: ?Sized> Drop for Arc<T> {
        fn drop(&mut self);
    }
    impl<T: ?Sized> Clone for Arc<T> {
        fn clone(&self) -> Arc<T>;
    }
    impl<T: ?Sized> crate::ops::Deref for Arc<T> {
        type Target = T;
        fn deref(&self) -> &T;
    }
    impl<T: Default> Default for Arc<T> {
        fn default() -> Arc<T>;
    }
    impl<T: ?Sized + PartialEq> PartialEq for Arc<T> {
        fn eq(&self, other: &Arc<T>) -> bool;
    }
    impl<T: ?Sized + Eq> Eq for Arc<T> {}
    impl<T: ?Sized + PartialOrd> PartialOrd for Arc<T> {
        fn partial_cmp(&self, other: &Arc<T>) -> Option<crate::cmp::Ordering>;
    }
    impl<T: ?Sized + Ord> Ord for Arc<T> {
        fn cmp(&self, other: &Arc<T>) -> crate::cmp::Ordering;
    }
    impl<T: ?Sized + crate::hash::Hash> crate::hash::Hash for Arc<T> {
        fn hash<H: crate::hash::Hasher>(&self, state: &mut H);
    }
    impl<T: ?Sized + crate::fmt::Display> crate::fmt::Display for Arc<T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T: ?Sized + crate::fmt::Debug> crate::fmt::Debug for Arc<T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T: ?Sized> AsRef<T> for Arc<T> {
        fn as_ref(&self) -> &T;
    }
    impl<T: ?Sized> crate::borrow::Borrow<T> for Arc<T> {
        fn borrow(&self) -> &T;
    }
    impl<T> From<T> for Arc<T> {
        fn from(t: T) -> Self;
    }
    impl From<&str> for Arc<str> {
        fn from(v: &str) -> Arc<str>;
    }
    impl From<String> for Arc<str> {
        fn from(v: String) -> Arc<str>;
    }
    impl<T: ?Sized> From<Box<T>> for Arc<T> {
        fn from(v: Box<T>) -> Arc<T>;
    }
    impl<T> From<Vec<T>> for Arc<[T]> {
        fn from(v: Vec<T>) -> Arc<[T]>;
    }
    impl<T> FromIterator<T> for Arc<[T]> {
        fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Self;
    }
    impl<T: ?Sized> Unpin for Arc<T> {}
    impl<T: ?Sized + Sync + Send> Send for Arc<T> {}
    impl<T: ?Sized + Sync + Send> Sync for Arc<T> {}

    #[not_core]
    pub struct Weak<T: ?Sized> {
        phantom: crate::marker::PhantomData<T>,
    }
    impl<T> Weak<T> {
        pub const fn new() -> Weak<T>;
    }
    impl<T: ?Sized> Weak<T> {
        pub fn upgrade(&self) -> Option<Arc<T>>;
        pub fn strong_count(&self) -> usize;
        pub fn weak_count(&self) -> usize;
        pub fn ptr_eq(&self, other: &Self) -> bool;
    }
    impl<#[may_dangle] T: ?Sized> Drop for Weak<T> {
        fn drop(&mut self);
    }
    impl<T: ?Sized> Clone for Weak<T> {
        fn clone(&self) -> Weak<T>;
    }
    impl<T> Default for Weak<T> {
        fn default() -> Weak<T>;
    }
    impl<T: ?Sized> crate::fmt::Debug for Weak<T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T: ?Sized + Sync + Send> Send for Weak<T> {}
    impl<T: ?Sized + Sync + Send> Sync for Weak<T> {}

    #[not_core]
    pub struct PoisonError<T> {
        data: T,
    }
    impl<T> PoisonError<T> {
        pub fn into_inner(self) -> T;
        pub fn get_ref(&self) -> &T;
        pub fn get_mut(&mut self) -> &mut T;
    }
    impl<T> crate::fmt::Debug for PoisonError<T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T> crate::fmt::Display for PoisonError<T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    pub type LockResult<T> = Result<T, PoisonError<T>>;
    #[not_core]
    #[undeclared_impls(Display)]
    pub enum TryLockError<T> {
        Poisoned(PoisonError<T>),
        WouldBlock,
    }
    impl<T> crate::fmt::Debug for TryLockError<T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    pub type TryLockResult<Guard> = Result<Guard, TryLockError<Guard>>;

    #[not_core]
    pub struct Mutex<T: ?Sized> {
        data: crate::cell::UnsafeCell<T>,
    }
    impl<T> Mutex<T> {
        pub const fn new(t: T) -> Mutex<T>;
        pub fn into_inner(self) -> LockResult<T>;
    }
    impl<T: ?Sized + Send> Send for Mutex<T> {}
    impl<T: Default> Default for Mutex<T> {
        fn default() -> Mutex<T>;
    }
    impl<T: ?Sized + crate::fmt::Debug> crate::fmt::Debug for Mutex<T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T> From<T> for Mutex<T> {
        fn from(t: T) -> Self;
    }
    #[not_core]
    pub struct MutexGuard<'a, T: ?Sized + 'a> {
        lock: &'a Mutex<T>,
    }
    impl<T: ?Sized> Drop for MutexGuard<'_, T> {
        fn drop(&mut self);
    }
    impl<T: ?Sized> !Send for MutexGuard<'_, T> {}
    impl<T: ?Sized + Sync> Sync for MutexGuard<'_, T> {}
    impl<T: ?Sized> crate::ops::Deref for MutexGuard<'_, T> {
        type Target = T;
        fn deref(&self) -> &T;
    }
    impl<T: ?Sized + crate::fmt::Debug> crate::fmt::Debug for MutexGuard<'_, T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T: ?Sized + crate::fmt::Display> crate::fmt::Display for MutexGuard<'_, T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T: ?Sized> crate::ops::DerefMut for MutexGuard<'_, T> {
        fn deref_mut(&mut self) -> &mut T;
    }
    impl<T: ?Sized + Send> Sync for Mutex<T> {}
    impl<T: ?Sized> Mutex<T> {
        pub fn lock(&self) -> LockResult<MutexGuard<'_, T>>;
        pub fn try_lock(&self) -> TryLockResult<MutexGuard<'_, T>>;
        pub fn is_poisoned(&self) -> bool;
        pub fn clear_poison(&self);
        pub fn get_mut(&mut self) -> LockResult<&mut T>;
    }
    #[not_core]
    pub struct RwLock<T: ?Sized> {
        data: crate::cell::UnsafeCell<T>,
    }
    impl<T> RwLock<T> {
        pub const fn new(t: T) -> RwLock<T>;
        pub fn into_inner(self) -> LockResult<T>;
    }
    impl<T: ?Sized + Send> Send for RwLock<T> {}
    impl<T: Default> Default for RwLock<T> {
        fn default() -> RwLock<T>;
    }
    impl<T: ?Sized + crate::fmt::Debug> crate::fmt::Debug for RwLock<T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T> From<T> for RwLock<T> {
        fn from(t: T) -> Self;
    }
    #[not_core]
    pub struct RwLockReadGuard<'a, T: ?Sized + 'a> {
        lock: &'a RwLock<T>,
    }
    impl<T: ?Sized> Drop for RwLockReadGuard<'_, T> {
        fn drop(&mut self);
    }
    impl<T: ?Sized> !Send for RwLockReadGuard<'_, T> {}
    impl<T: ?Sized + Sync> Sync for RwLockReadGuard<'_, T> {}
    impl<T: ?Sized> crate::ops::Deref for RwLockReadGuard<'_, T> {
        type Target = T;
        fn deref(&self) -> &T;
    }
    impl<T: ?Sized + crate::fmt::Debug> crate::fmt::Debug for RwLockReadGuard<'_, T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T: ?Sized + crate::fmt::Display> crate::fmt::Display for RwLockReadGuard<'_, T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    #[not_core]
    pub struct RwLockWriteGuard<'a, T: ?Sized + 'a> {
        lock: &'a RwLock<T>,
    }
    impl<T: ?Sized> Drop for RwLockWriteGuard<'_, T> {
        fn drop(&mut self);
    }
    impl<T: ?Sized> !Send for RwLockWriteGuard<'_, T> {}
    impl<T: ?Sized + Sync> Sync for RwLockWriteGuard<'_, T> {}
    impl<T: ?Sized> crate::ops::Deref for RwLockWriteGuard<'_, T> {
        type Target = T;
        fn deref(&self) -> &T;
    }
    impl<T: ?Sized + crate::fmt::Debug> crate::fmt::Debug for RwLockWriteGuard<'_, T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T: ?Sized + crate::fmt::Display> crate::fmt::Display for RwLockWriteGuard<'_, T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T: ?Sized> crate::ops::DerefMut for RwLockWriteGuard<'_, T> {
        fn deref_mut(&mut self) -> &mut T;
    }
    impl<T: ?Sized + Send + Sync> Sync for RwLock<T> {}
    impl<T: ?Sized> RwLock<T> {
        pub fn read(&self) -> LockResult<RwLockReadGuard<'_, T>>;
        pub fn try_read(&self) -> TryLockResult<RwLockReadGuard<'_, T>>;
        pub fn write(&self) -> LockResult<RwLockWriteGuard<'_, T>>;
        pub fn try_write(&self) -> TryLockResult<RwLockWriteGuard<'_, T>>;
        pub fn is_poisoned(&self) -> bool;
        pub fn get_mut(&mut self) -> LockResult<&mut T>;
    }
    #[not_core]
    #[undeclared_impls(Clone, Debug, Default, Drop, Eq, PartialEq)]
    pub struct OnceLock<T> {
        value: crate::cell::UnsafeCell<Option<T>>,
    }
    impl<T> OnceLock<T> {
        pub const fn new() -> OnceLock<T>;
        pub fn get(&self) -> Option<&T>;
        pub fn get_mut(&mut self) -> Option<&mut T>;
        pub fn set(&self, value: T) -> Result<(), T>;
        pub fn get_or_init<F: FnOnce() -> T>(&self, f: F) -> &T;
        pub fn into_inner(self) -> Option<T>;
        pub fn take(&mut self) -> Option<T>;
    }
    impl<T: Sync + Send> Sync for OnceLock<T> {}
    impl<T: Send> Send for OnceLock<T> {}

    #[not_core]
    pub mod mpsc {
        pub fn channel<T>() -> (Sender<T>, Receiver<T>);
        pub fn sync_channel<T>(bound: usize) -> (SyncSender<T>, Receiver<T>);
        pub struct SendError<T>(pub T);
        impl<T> crate::fmt::Debug for SendError<T> {
            fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
        }
        impl<T> crate::fmt::Display for SendError<T> {
            fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
        }
        impl<T: Clone> Clone for SendError<T> {
            fn clone(&self) -> SendError<T>;
        }
        impl<T: Copy> Copy for SendError<T> {}
        impl<T: PartialEq> PartialEq for SendError<T> {
            fn eq(&self, other: &SendError<T>) -> bool;
        }
        impl<T: Eq> Eq for SendError<T> {}
        pub struct RecvError;
        impl crate::fmt::Debug for RecvError {
            fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
        }
        impl crate::fmt::Display for RecvError {
            fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
        }
        impl Clone for RecvError {
            fn clone(&self) -> RecvError;
        }
        impl Copy for RecvError {}
        impl PartialEq for RecvError {
            fn eq(&self, other: &RecvError) -> bool;
        }
        impl Eq for RecvError {}
        pub enum TryRecvError {
            Empty,
            Disconnected,
        }
        impl crate::fmt::Debug for TryRecvError {
            fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
        }
        impl crate::fmt::Display for TryRecvError {
            fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
        }
        impl Clone for TryRecvError {
            fn clone(&self) -> TryRecvError;
        }
        impl Copy for TryRecvError {}
        impl PartialEq for TryRecvError {
            fn eq(&self, other: &TryRecvError) -> bool;
        }
        impl Eq for TryRecvError {}
        pub struct Sender<T> {
            inner: crate::marker::PhantomData<T>,
        }
        impl<T: Send> Send for Sender<T> {}
        impl<T: Send> Sync for Sender<T> {}
        impl<T> Drop for Sender<T> {
            fn drop(&mut self);
        }
        impl<T> Clone for Sender<T> {
            fn clone(&self) -> Sender<T>;
        }
        impl<T> crate::fmt::Debug for Sender<T> {
            fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
        }
        impl<T> Sender<T> {
            pub fn send(&self, t: T) -> Result<(), SendError<T>>;
        }
        #[undeclared_impls(Debug)]
        pub struct SyncSender<T> {
            inner: crate::marker::PhantomData<T>,
        }
        impl<T: Send> Send for SyncSender<T> {}
        impl<T: Send> Sync for SyncSender<T> {}
        impl<T> Drop for SyncSender<T> {
            fn drop(&mut self);
        }
        impl<T> Clone for SyncSender<T> {
            fn clone(&self) -> SyncSender<T>;
        }
        impl<T> SyncSender<T> {
            pub fn send(&self, t: T) -> Result<(), SendError<T>>;
        }
        pub struct Receiver<T> {
            inner: crate::marker::PhantomData<T>,
        }
        impl<T: Send> Send for Receiver<T> {}
        impl<T> !Sync for Receiver<T> {}
        impl<T> Drop for Receiver<T> {
            fn drop(&mut self);
        }
        impl<T> crate::fmt::Debug for Receiver<T> {
            fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
        }
        impl<T> Receiver<T> {
            pub fn try_recv(&self) -> Result<T, TryRecvError>;
            pub fn recv(&self) -> Result<T, RecvError>;
            pub fn iter(&self) -> Iter<'_, T>;
            pub fn try_iter(&self) -> TryIter<'_, T>;
        }
        pub struct Iter<'a, T: 'a> {
            rx: &'a Receiver<T>,
        }
        impl<'a, T> Iterator for Iter<'a, T> {
            type Item = T;
            fn next(&mut self) -> Option<T>;
        }
        #[undeclared_impls(Debug)]
        pub struct TryIter<'a, T: 'a> {
            rx: &'a Receiver<T>,
        }
        impl<'a, T> Iterator for TryIter<'a, T> {
            type Item = T;
            fn next(&mut self) -> Option<T>;
        }
        pub struct IntoIter<T> {
            rx: Receiver<T>,
        }
        impl<T> Iterator for IntoIter<T> {
            type Item = T;
            fn next(&mut self) -> Option<T>;
        }
        impl<T> IntoIterator for Receiver<T> {
            type Item = T;
            type IntoIter = IntoIter<T>;
            fn into_iter(self) -> IntoIter<T>;
        }
        impl<'a, T> IntoIterator for &'a Receiver<T> {
            type Item = T;
            type IntoIter = Iter<'a, T>;
            fn into_iter(self) -> Iter<'a, T>;
        }
    }

    pub mod atomic {
        #[complete]
        #[non_exhaustive]
        pub enum Ordering {
            Relaxed,
            Release,
            Acquire,
            AcqRel,
            SeqCst,
        }
        impl Clone for Ordering {
            fn clone(&self) -> Ordering;
        }
        impl Copy for Ordering {}
        impl crate::fmt::Debug for Ordering {
            fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
        }
        impl PartialEq for Ordering {
            fn eq(&self, other: &Ordering) -> bool;
        }
        impl Eq for Ordering {}
        pub struct AtomicBool {
            v: bool,
        }
        impl AtomicBool {
            pub const fn new(v: bool) -> AtomicBool;
            pub fn get_mut(&mut self) -> &mut bool;
            pub fn into_inner(self) -> bool;
            pub fn load(&self, order: Ordering) -> bool;
            pub fn store(&self, val: bool, order: Ordering);
            pub fn swap(&self, val: bool, order: Ordering) -> bool;
            pub fn compare_exchange(&self, current: bool, new: bool, success: Ordering, failure: Ordering) -> Result<bool, bool>;
            pub fn compare_exchange_weak(&self, current: bool, new: bool, success: Ordering, failure: Ordering) -> Result<bool, bool>;
            pub fn fetch_and(&self, val: bool, order: Ordering) -> bool;
            pub fn fetch_or(&self, val: bool, order: Ordering) -> bool;
            pub fn fetch_xor(&self, val: bool, order: Ordering) -> bool;
        }
        impl Default for AtomicBool {
            fn default() -> AtomicBool;
        }
        impl crate::fmt::Debug for AtomicBool {
            fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
        }
        impl From<bool> for AtomicBool {
            fn from(v: bool) -> AtomicBool;
        }
        pub struct AtomicI8 {
            v: i8,
        }
        impl AtomicI8 {
            pub const fn new(v: i8) -> AtomicI8;
            pub fn get_mut(&mut self) -> &mut i8;
            pub fn into_inner(self) -> i8;
            pub fn load(&self, order: Ordering) -> i8;
            pub fn store(&self, val: i8, order: Ordering);
            pub fn swap(&self, val: i8, order: Ordering) -> i8;
            pub fn compare_exchange(&self, current: i8, new: i8, success: Ordering, failure: Ordering) -> Result<i8, i8>;
            pub fn compare_exchange_weak(&self, current: i8, new: i8, success: Ordering, failure: Ordering) -> Result<i8, i8>;
            pub fn fetch_and(&self, val: i8, order: Ordering) -> i8;
            pub fn fetch_or(&self, val: i8, order: Ordering) -> i8;
            pub fn fetch_xor(&self, val: i8, order: Ordering) -> i8;
            pub fn fetch_add(&self, val: i8, order: Ordering) -> i8;
            pub fn fetch_sub(&self, val: i8, order: Ordering) -> i8;
            pub fn fetch_max(&self, val: i8, order: Ordering) -> i8;
            pub fn fetch_min(&self, val: i8, order: Ordering) -> i8;
        }
        impl Default for AtomicI8 {
            fn default() -> AtomicI8;
        }
        impl crate::fmt::Debug for AtomicI8 {
            fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
        }
        impl From<i8> for AtomicI8 {
            fn from(v: i8) -> AtomicI8;
        }
        pub struct AtomicI16 {
            v: i16,
        }
        impl AtomicI16 {
            pub const fn new(v: i16) -> AtomicI16;
            pub fn get_mut(&mut self) -> &mut i16;
            pub fn into_inner(self) -> i16;
            pub fn load(&self, order: Ordering) -> i16;
            pub fn store(&self, val: i16, order: Ordering);
            pub fn swap(&self, val: i16, order: Ordering) -> i16;
            pub fn compare_exchange(&self, current: i16, new: i16, success: Ordering, failure: Ordering) -> Result<i16, i16>;
            pub fn compare_exchange_weak(&self, current: i16, new: i16, success: Ordering, failure: Ordering) -> Result<i16, i16>;
            pub fn fetch_and(&self, val: i16, order: Ordering) -> i16;
            pub fn fetch_or(&self, val: i16, order: Ordering) -> i16;
            pub fn fetch_xor(&self, val: i16, order: Ordering) -> i16;
            pub fn fetch_add(&self, val: i16, order: Ordering) -> i16;
            pub fn fetch_sub(&self, val: i16, order: Ordering) -> i16;
            pub fn fetch_max(&self, val: i16, order: Ordering) -> i16;
            pub fn fetch_min(&self, val: i16, order: Ordering) -> i16;
        }
        impl Default for AtomicI16 {
            fn default() -> AtomicI16;
        }
        impl crate::fmt::Debug for AtomicI16 {
            fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
        }
        impl From<i16> for AtomicI16 {
            fn from(v: i16) -> AtomicI16;
        }
        pub struct AtomicI32 {
            v: i32,
        }
        impl AtomicI32 {
            pub const fn new(v: i32) -> AtomicI32;
            pub fn get_mut(&mut self) -> &mut i32;
            pub fn into_inner(self) -> i32;
            pub fn load(&self, order: Ordering) -> i32;
            pub fn store(&self, val: i32, order: Ordering);
            pub fn swap(&self, val: i32, order: Ordering) -> i32;
            pub fn compare_exchange(&self, current: i32, new: i32, success: Ordering, failure: Ordering) -> Result<i32, i32>;
            pub fn compare_exchange_weak(&self, current: i32, new: i32, success: Ordering, failure: Ordering) -> Result<i32, i32>;
            pub fn fetch_and(&self, val: i32, order: Ordering) -> i32;
            pub fn fetch_or(&self, val: i32, order: Ordering) -> i32;
            pub fn fetch_xor(&self, val: i32, order: Ordering) -> i32;
            pub fn fetch_add(&self, val: i32, order: Ordering) -> i32;
            pub fn fetch_sub(&self, val: i32, order: Ordering) -> i32;
            pub fn fetch_max(&self, val: i32, order: Ordering) -> i32;
            pub fn fetch_min(&self, val: i32, order: Ordering) -> i32;
        }
        impl Default for AtomicI32 {
            fn default() -> AtomicI32;
        }
        impl crate::fmt::Debug for AtomicI32 {
            fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
        }
        impl From<i32> for AtomicI32 {
            fn from(v: i32) -> AtomicI32;
        }
        pub struct AtomicI64 {
            v: i64,
        }
        impl AtomicI64 {
            pub const fn new(v: i64) -> AtomicI64;
            pub fn get_mut(&mut self) -> &mut i64;
            pub fn into_inner(self) -> i64;
            pub fn load(&self, order: Ordering) -> i64;
            pub fn store(&self, val: i64, order: Ordering);
            pub fn swap(&self, val: i64, order: Ordering) -> i64;
            pub fn compare_exchange(&self, current: i64, new: i64, success: Ordering, failure: Ordering) -> Result<i64, i64>;
            pub fn compare_exchange_weak(&self, current: i64, new: i64, success: Ordering, failure: Ordering) -> Result<i64, i64>;
            pub fn fetch_and(&self, val: i64, order: Ordering) -> i64;
            pub fn fetch_or(&self, val: i64, order: Ordering) -> i64;
            pub fn fetch_xor(&self, val: i64, order: Ordering) -> i64;
            pub fn fetch_add(&self, val: i64, order: Ordering) -> i64;
            pub fn fetch_sub(&self, val: i64, order: Ordering) -> i64;
            pub fn fetch_max(&self, val: i64, order: Ordering) -> i64;
            pub fn fetch_min(&self, val: i64, order: Ordering) -> i64;
        }
        impl Default for AtomicI64 {
            fn default() -> AtomicI64;
        }
        impl crate::fmt::Debug for AtomicI64 {
            fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
        }
        impl From<i64> for AtomicI64 {
            fn from(v: i64) -> AtomicI64;
        }
        pub struct AtomicIsize {
            v: isize,
        }
        impl AtomicIsize {
            pub const fn new(v: isize) -> AtomicIsize;
            pub fn get_mut(&mut self) -> &mut isize;
            pub fn into_inner(self) -> isize;
            pub fn load(&self, order: Ordering) -> isize;
            pub fn store(&self, val: isize, order: Ordering);
            pub fn swap(&self, val: isize, order: Ordering) -> isize;
            pub fn compare_exchange(&self, current: isize, new: isize, success: Ordering, failure: Ordering) -> Result<isize, isize>;
            pub fn compare_exchange_weak(&self, current: isize, new: isize, success: Ordering, failure: Ordering) -> Result<isize, isize>;
            pub fn fetch_and(&self, val: isize, order: Ordering) -> isize;
            pub fn fetch_or(&self, val: isize, order: Ordering) -> isize;
            pub fn fetch_xor(&self, val: isize, order: Ordering) -> isize;
            pub fn fetch_add(&self, val: isize, order: Ordering) -> isize;
            pub fn fetch_sub(&self, val: isize, order: Ordering) -> isize;
            pub fn fetch_max(&self, val: isize, order: Ordering) -> isize;
            pub fn fetch_min(&self, val: isize, order: Ordering) -> isize;
        }
        impl Default for AtomicIsize {
            fn default() -> AtomicIsize;
        }
        impl crate::fmt::Debug for AtomicIsize {
            fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
        }
        impl From<isize> for AtomicIsize {
            fn from(v: isize) -> AtomicIsize;
        }
        pub struct AtomicU8 {
            v: u8,
        }
        impl AtomicU8 {
            pub const fn new(v: u8) -> AtomicU8;
            pub fn get_mut(&mut self) -> &mut u8;
            pub fn into_inner(self) -> u8;
            pub fn load(&self, order: Ordering) -> u8;
            pub fn store(&self, val: u8, order: Ordering);
            pub fn swap(&self, val: u8, order: Ordering) -> u8;
            pub fn compare_exchange(&self, current: u8, new: u8, success: Ordering, failure: Ordering) -> Result<u8, u8>;
            pub fn compare_exchange_weak(&self, current: u8, new: u8, success: Ordering, failure: Ordering) -> Result<u8, u8>;
            pub fn fetch_and(&self, val: u8, order: Ordering) -> u8;
            pub fn fetch_or(&self, val: u8, order: Ordering) -> u8;
            pub fn fetch_xor(&self, val: u8, order: Ordering) -> u8;
            pub fn fetch_add(&self, val: u8, order: Ordering) -> u8;
            pub fn fetch_sub(&self, val: u8, order: Ordering) -> u8;
            pub fn fetch_max(&self, val: u8, order: Ordering) -> u8;
            pub fn fetch_min(&self, val: u8, order: Ordering) -> u8;
        }
        impl Default for AtomicU8 {
            fn default() -> AtomicU8;
        }
        impl crate::fmt::Debug for AtomicU8 {
            fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
        }
        impl From<u8> for AtomicU8 {
            fn from(v: u8) -> AtomicU8;
        }
        pub struct AtomicU16 {
            v: u16,
        }
        impl AtomicU16 {
            pub const fn new(v: u16) -> AtomicU16;
            pub fn get_mut(&mut self) -> &mut u16;
            pub fn into_inner(self) -> u16;
            pub fn load(&self, order: Ordering) -> u16;
            pub fn store(&self, val: u16, order: Ordering);
            pub fn swap(&self, val: u16, order: Ordering) -> u16;
            pub fn compare_exchange(&self, current: u16, new: u16, success: Ordering, failure: Ordering) -> Result<u16, u16>;
            pub fn compare_exchange_weak(&self, current: u16, new: u16, success: Ordering, failure: Ordering) -> Result<u16, u16>;
            pub fn fetch_and(&self, val: u16, order: Ordering) -> u16;
            pub fn fetch_or(&self, val: u16, order: Ordering) -> u16;
            pub fn fetch_xor(&self, val: u16, order: Ordering) -> u16;
            pub fn fetch_add(&self, val: u16, order: Ordering) -> u16;
            pub fn fetch_sub(&self, val: u16, order: Ordering) -> u16;
            pub fn fetch_max(&self, val: u16, order: Ordering) -> u16;
            pub fn fetch_min(&self, val: u16, order: Ordering) -> u16;
        }
        impl Default for AtomicU16 {
            fn default() -> AtomicU16;
        }
        impl crate::fmt::Debug for AtomicU16 {
            fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
        }
        impl From<u16> for AtomicU16 {
            fn from(v: u16) -> AtomicU16;
        }
        pub struct AtomicU32 {
            v: u32,
        }
        impl AtomicU32 {
            pub const fn new(v: u32) -> AtomicU32;
            pub fn get_mut(&mut self) -> &mut u32;
            pub fn into_inner(self) -> u32;
            pub fn load(&self, order: Ordering) -> u32;
            pub fn store(&self, val: u32, order: Ordering);
            pub fn swap(&self, val: u32, order: Ordering) -> u32;
            pub fn compare_exchange(&self, current: u32, new: u32, success: Ordering, failure: Ordering) -> Result<u32, u32>;
            pub fn compare_exchange_weak(&self, current: u32, new: u32, success: Ordering, failure: Ordering) -> Result<u32, u32>;
            pub fn fetch_and(&self, val: u32, order: Ordering) -> u32;
            pub fn fetch_or(&self, val: u32, order: Ordering) -> u32;
            pub fn fetch_xor(&self, val: u32, order: Ordering) -> u32;
            pub fn fetch_add(&self, val: u32, order: Ordering) -> u32;
            pub fn fetch_sub(&self, val: u32, order: Ordering) -> u32;
            pub fn fetch_max(&self, val: u32, order: Ordering) -> u32;
            pub fn fetch_min(&self, val: u32, order: Ordering) -> u32;
        }
        impl Default for AtomicU32 {
            fn default() -> AtomicU32;
        }
        impl crate::fmt::Debug for AtomicU32 {
            fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
        }
        impl From<u32> for AtomicU32 {
            fn from(v: u32) -> AtomicU32;
        }
        pub struct AtomicU64 {
            v: u64,
        }
        impl AtomicU64 {
            pub const fn new(v: u64) -> AtomicU64;
            pub fn get_mut(&mut self) -> &mut u64;
            pub fn into_inner(self) -> u64;
            pub fn load(&self, order: Ordering) -> u64;
            pub fn store(&self, val: u64, order: Ordering);
            pub fn swap(&self, val: u64, order: Ordering) -> u64;
            pub fn compare_exchange(&self, current: u64, new: u64, success: Ordering, failure: Ordering) -> Result<u64, u64>;
            pub fn compare_exchange_weak(&self, current: u64, new: u64, success: Ordering, failure: Ordering) -> Result<u64, u64>;
            pub fn fetch_and(&self, val: u64, order: Ordering) -> u64;
            pub fn fetch_or(&self, val: u64, order: Ordering) -> u64;
            pub fn fetch_xor(&self, val: u64, order: Ordering) -> u64;
            pub fn fetch_add(&self, val: u64, order: Ordering) -> u64;
            pub fn fetch_sub(&self, val: u64, order: Ordering) -> u64;
            pub fn fetch_max(&self, val: u64, order: Ordering) -> u64;
            pub fn fetch_min(&self, val: u64, order: Ordering) -> u64;
        }
        impl Default for AtomicU64 {
            fn default() -> AtomicU64;
        }
        impl crate::fmt::Debug for AtomicU64 {
            fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
        }
        impl From<u64> for AtomicU64 {
            fn from(v: u64) -> AtomicU64;
        }
        pub struct AtomicUsize {
            v: usize,
        }
        impl AtomicUsize {
            pub const fn new(v: usize) -> AtomicUsize;
            pub fn get_mut(&mut self) -> &mut usize;
            pub fn into_inner(self) -> usize;
            pub fn load(&self, order: Ordering) -> usize;
            pub fn store(&self, val: usize, order: Ordering);
            pub fn swap(&self, val: usize, order: Ordering) -> usize;
            pub fn compare_exchange(&self, current: usize, new: usize, success: Ordering, failure: Ordering) -> Result<usize, usize>;
            pub fn compare_exchange_weak(&self, current: usize, new: usize, success: Ordering, failure: Ordering) -> Result<usize, usize>;
            pub fn fetch_and(&self, val: usize, order: Ordering) -> usize;
            pub fn fetch_or(&self, val: usize, order: Ordering) -> usize;
            pub fn fetch_xor(&self, val: usize, order: Ordering) -> usize;
            pub fn fetch_add(&self, val: usize, order: Ordering) -> usize;
            pub fn fetch_sub(&self, val: usize, order: Ordering) -> usize;
            pub fn fetch_max(&self, val: usize, order: Ordering) -> usize;
            pub fn fetch_min(&self, val: usize, order: Ordering) -> usize;
        }
        impl Default for AtomicUsize {
            fn default() -> AtomicUsize;
        }
        impl crate::fmt::Debug for AtomicUsize {
            fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
        }
        impl From<usize> for AtomicUsize {
            fn from(v: usize) -> AtomicUsize;
        }
    }
}

#[not_core]
pub mod thread {
    pub type Result<T> = crate::result::Result<T, Box<dyn crate::any::Any + Send + 'static>>;
    #[undeclared_impls(Clone, Debug)]
    pub struct Thread(());
    #[undeclared_impls(Debug)]
    pub struct JoinHandle<T>(crate::marker::PhantomData<T>);
    impl<T> Send for JoinHandle<T> {}
    impl<T> Sync for JoinHandle<T> {}
    impl<T> Drop for JoinHandle<T> {
        fn drop(&mut self);
    }
    impl<T> JoinHandle<T> {
        pub fn join(self) -> Result<T>;
        pub fn is_finished(&self) -> bool;
        pub fn thread(&self) -> &Thread;
    }
    pub fn spawn<F: FnOnce() -> T + Send + 'static, T: Send + 'static>(f: F) -> JoinHandle<T>;
    pub fn sleep(dur: crate::time::Duration);
    pub fn yield_now();
    pub fn panicking() -> bool;
    pub fn scope<'env, F, T>(f: F) -> T where F: for<'scope> FnOnce(&'scope Scope<'scope, 'env>) -> T;
    #[undeclared_impls(Debug)]
    pub struct Scope<'scope, 'env: 'scope> {
        scope: crate::marker::PhantomData<&'scope mut &'scope ()>,
        env: crate::marker::PhantomData<&'env mut &'env ()>,
    }
    impl<'scope, 'env> Scope<'scope, 'env> {
        pub fn spawn<F, T>(&'scope self, f: F) -> ScopedJoinHandle<'scope, T> where F: FnOnce() -> T + Send + 'scope, T: Send + 'scope;
    }
    #[undeclared_impls(Debug)]
    pub struct ScopedJoinHandle<'scope, T>(crate::marker::PhantomData<(&'scope (), T)>);
    impl<'scope, T: Send + Sync> Send for ScopedJoinHandle<'scope, T> {}
    impl<'scope, T: Send + Sync> Sync for ScopedJoinHandle<'scope, T> {}
    impl<'scope, T> Drop for ScopedJoinHandle<'scope, T> {
        fn drop(&mut self);
    }
    impl<'scope, T> ScopedJoinHandle<'scope, T> {
        pub fn join(self) -> Result<T>;
    }
}

pub mod time {
    pub struct Duration {
        secs: u64,
        nanos: u32,
    }
    impl Duration {
        pub const ZERO: Duration;
        pub const MAX: Duration;
        pub const fn new(secs: u64, nanos: u32) -> Duration;
        pub const fn from_secs(secs: u64) -> Duration;
        pub const fn from_millis(millis: u64) -> Duration;
        pub const fn from_micros(micros: u64) -> Duration;
        pub const fn from_nanos(nanos: u64) -> Duration;
        pub const fn is_zero(&self) -> bool;
        pub const fn as_secs(&self) -> u64;
        pub const fn subsec_millis(&self) -> u32;
        pub const fn subsec_micros(&self) -> u32;
        pub const fn subsec_nanos(&self) -> u32;
        pub const fn as_millis(&self) -> u128;
        pub const fn as_micros(&self) -> u128;
        pub const fn as_nanos(&self) -> u128;
        pub const fn as_secs_f64(&self) -> f64;
        pub const fn as_secs_f32(&self) -> f32;
        pub fn from_secs_f64(secs: f64) -> Duration;
        pub fn from_secs_f32(secs: f32) -> Duration;
        pub const fn checked_add(self, rhs: Duration) -> Option<Duration>;
        pub const fn checked_sub(self, rhs: Duration) -> Option<Duration>;
        pub const fn saturating_sub(self, rhs: Duration) -> Duration;
        pub fn mul_f64(self, rhs: f64) -> Duration;
    }
    impl Clone for Duration {
        fn clone(&self) -> Duration;
    }
    impl Copy for Duration {}
    impl PartialEq for Duration {
        fn eq(&self, other: &Duration) -> bool;
    }
    impl Eq for Duration {}
    impl PartialOrd for Duration {
        fn partial_cmp(&self, other: &Duration) -> Option<crate::cmp::Ordering>;
    }
    impl Ord for Duration {
        fn cmp(&self, other: &Duration) -> crate::cmp::Ordering;
    }
    impl crate::hash::Hash for Duration {
        fn hash<H: crate::hash::Hasher>(&self, state: &mut H);
    }
    impl crate::fmt::Debug for Duration {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl crate::ops::Add<Duration> for Duration {
        type Output = Duration;
        fn add(self, rhs: Duration) -> Duration;
    }
    impl crate::ops::AddAssign<Duration> for Duration {
        fn add_assign(&mut self, rhs: Duration);
    }
    impl crate::ops::Sub<Duration> for Duration {
        type Output = Duration;
        fn sub(self, rhs: Duration) -> Duration;
    }
    impl crate::ops::SubAssign<Duration> for Duration {
        fn sub_assign(&mut self, rhs: Duration);
    }
    #[not_core]
    pub struct Instant(u64);
    impl Clone for Instant {
        fn clone(&self) -> Instant;
    }
    impl Copy for Instant {}
    impl PartialEq for Instant {
        fn eq(&self, other: &Instant) -> bool;
    }
    impl Eq for Instant {}
    impl PartialOrd for Instant {
        fn partial_cmp(&self, other: &Instant) -> Option<crate::cmp::Ordering>;
    }
    impl Ord for Instant {
        fn cmp(&self, other: &Instant) -> crate::cmp::Ordering;
    }
    impl crate::hash::Hash for Instant {
        fn hash<H: crate::hash::Hasher>(&self, state: &mut H);
    }
    impl crate::fmt::Debug for Instant {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl crate::ops::Add<Duration> for Instant {
        type Output = Instant;
        fn add(self, rhs: Duration) -> Instant;
    }
    impl crate::ops::AddAssign<Duration> for Instant {
        fn add_assign(&mut self, rhs: Duration);
    }
    impl crate::ops::Sub<Duration> for Instant {
        type Output = Instant;
        fn sub(self, rhs: Duration) -> Instant;
    }
    impl crate::ops::SubAssign<Duration> for Instant {
        fn sub_assign(&mut self, rhs: Duration);
    }
    #[not_core]
    pub struct SystemTime(u64);
    impl Clone for SystemTime {
        fn clone(&self) -> SystemTime;
    }
    impl Copy for SystemTime {}
    impl PartialEq for SystemTime {
        fn eq(&self, other: &SystemTime) -> bool;
    }
    impl Eq for SystemTime {}
    impl PartialOrd for SystemTime {
        fn partial_cmp(&self, other: &SystemTime) -> Option<crate::cmp::Ordering>;
    }
    impl Ord for SystemTime {
        fn cmp(&self, other: &SystemTime) -> crate::cmp::Ordering;
    }
    impl crate::hash::Hash for SystemTime {
        fn hash<H: crate::hash::Hasher>(&self, state: &mut H);
    }
    impl crate::fmt::Debug for SystemTime {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl crate::ops::Add<Duration> for SystemTime {
        type Output = SystemTime;
        fn add(self, rhs: Duration) -> SystemTime;
    }
    impl crate::ops::AddAssign<Duration> for SystemTime {
        fn add_assign(&mut self, rhs: Duration);
    }
    impl crate::ops::Sub<Duration> for SystemTime {
        type Output = SystemTime;
        fn sub(self, rhs: Duration) -> SystemTime;
    }
    impl crate::ops::SubAssign<Duration> for SystemTime {
        fn sub_assign(&mut self, rhs: Duration);
    }
    impl Default for Duration {
        fn default() -> Duration;
    }
    impl crate::ops::Mul<u32> for Duration {
        type Output = Duration;
        fn mul(self, rhs: u32) -> Duration;
    }
    impl crate::ops::Mul<Duration> for u32 {
        type Output = Duration;
        fn mul(self, rhs: Duration) -> Duration;
    }
    impl crate::ops::MulAssign<u32> for Duration {
        fn mul_assign(&mut self, rhs: u32);
    }
    impl crate::ops::Div<u32> for Duration {
        type Output = Duration;
        fn div(self, rhs: u32) -> Duration;
    }
    impl crate::ops::DivAssign<u32> for Duration {
        fn div_assign(&mut self, rhs: u32);
    }
    impl crate::iter::Sum for Duration {
        fn sum<I: Iterator<Item = Duration>>(iter: I) -> Duration;
    }
    impl<'a> crate::iter::Sum<&'a Duration> for Duration {
        fn sum<I: Iterator<Item = &'a Duration>>(iter: I) -> Duration;
    }
    impl Instant {
        pub fn now() -> Instant;
        pub fn elapsed(&self) -> Duration;
        pub fn duration_since(&self, earlier: Instant) -> Duration;
    }
    impl crate::ops::Sub<Instant> for Instant {
        type Output = Duration;
        fn sub(self, other: Instant) -> Duration;
    }
    impl SystemTime {
        pub const UNIX_EPOCH: SystemTime;
        pub fn now() -> SystemTime;
    }
}

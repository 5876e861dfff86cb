// std::mem, std::process, std::panic in common use, and what macros expand to.

pub mod mem {
    pub fn swap<T>(x: &mut T, y: &mut T);
    pub fn replace<T>(dest: &mut T, src: T) -> T;
    pub fn take<T: Default>(dest: &mut T) -> T;
    pub fn drop<T>(_x: T);
    pub fn forget<T>(t: T);
    pub const fn size_of<T>() -> usize;
    pub const fn align_of<T>() -> usize;
    pub fn size_of_val<T: ?Sized>(val: &T) -> usize;
    pub fn align_of_val<T: ?Sized>(val: &T) -> usize;
    pub const fn needs_drop<T: ?Sized>() -> bool;
    pub fn discriminant<T>(v: &T) -> Discriminant<T>;

    #[complete]
    pub struct Discriminant<T>(crate::marker::PhantomData<fn() -> T>);
    impl<T> Clone for Discriminant<T> {
        fn clone(&self) -> Self;
    }
    impl<T> Copy for Discriminant<T> {}
    impl<T> PartialEq for Discriminant<T> {
        fn eq(&self, rhs: &Self) -> bool;
    }
    impl<T> Eq for Discriminant<T> {}
    impl<T> crate::hash::Hash for Discriminant<T> {
        fn hash<H: crate::hash::Hasher>(&self, state: &mut H);
    }
    impl<T> crate::fmt::Debug for Discriminant<T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }

    #[lang = "manually_drop"]
    #[undeclared_impls(Hash, Ord, PartialOrd)]
    pub struct ManuallyDrop<T: ?Sized> {
        value: T,
    }
    impl<T> ManuallyDrop<T> {
        pub const fn new(value: T) -> ManuallyDrop<T>;
        pub const fn into_inner(slot: ManuallyDrop<T>) -> T;
    }
    impl<T: ?Sized> crate::ops::Deref for ManuallyDrop<T> {
        type Target = T;
        fn deref(&self) -> &T;
    }
    impl<T: ?Sized> crate::ops::DerefMut for ManuallyDrop<T> {
        fn deref_mut(&mut self) -> &mut T;
    }
    impl<T: Clone + ?Sized> Clone for ManuallyDrop<T> {
        fn clone(&self) -> ManuallyDrop<T>;
    }
    impl<T: Copy + ?Sized> Copy for ManuallyDrop<T> {}
    impl<T: crate::fmt::Debug + ?Sized> crate::fmt::Debug for ManuallyDrop<T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T: Default + ?Sized> Default for ManuallyDrop<T> {
        fn default() -> ManuallyDrop<T>;
    }
    impl<T: PartialEq + ?Sized> PartialEq for ManuallyDrop<T> {
        fn eq(&self, other: &ManuallyDrop<T>) -> bool;
    }
    impl<T: Eq + ?Sized> Eq for ManuallyDrop<T> {}
}

#[not_core]
pub mod process {
    pub fn exit(code: i32) -> !;
    pub fn abort() -> !;

    #[undeclared_impls(Default, PartialEq)]
    pub struct ExitCode(u8);
    impl ExitCode {
        pub const SUCCESS: ExitCode;
        pub const FAILURE: ExitCode;
    }
    impl Clone for ExitCode {
        fn clone(&self) -> ExitCode;
    }
    impl Copy for ExitCode {}
    impl crate::fmt::Debug for ExitCode {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl From<u8> for ExitCode {
        fn from(code: u8) -> Self;
    }

    #[lang = "termination"]
    #[complete]
    pub trait Termination {
        fn report(self) -> ExitCode;
    }
    impl Termination for () {
        fn report(self) -> ExitCode;
    }
    impl Termination for ! {
        fn report(self) -> ExitCode;
    }
    impl Termination for ExitCode {
        fn report(self) -> ExitCode;
    }
    impl Termination for crate::convert::Infallible {
        fn report(self) -> ExitCode;
    }
    impl<T: Termination, E: crate::fmt::Debug> Termination for Result<T, E> {
        fn report(self) -> ExitCode;
    }
}

pub mod hint {
    pub fn black_box<T>(dummy: T) -> T;
    pub fn spin_loop();
}

// What the built-in macros call. Not public names of std: the functions exist to give the expansions a signature.
#[unstable_item]
pub mod macros {
    // The arguments of one formatting macro: a tuple of references to what is formatted.
    #[lang = "macro_arguments"]
    pub fn arguments<'a, T: 'a>(args: T) -> crate::fmt::Arguments<'a>;
    #[lang = "macro_format"]
    pub fn format(args: crate::fmt::Arguments<'_>) -> String;
    #[lang = "macro_print"]
    pub fn print(args: crate::fmt::Arguments<'_>);
    #[lang = "macro_panic"]
    pub fn panic_fmt(args: crate::fmt::Arguments<'_>) -> !;
    #[lang = "macro_assert_failed"]
    pub fn assert_failed<T: crate::fmt::Debug + ?Sized, U: crate::fmt::Debug + ?Sized>(left: &T, right: &U, args: Option<crate::fmt::Arguments<'_>>) -> !;
    #[lang = "vec_from_elem"]
    pub fn from_elem<T: Clone>(elem: T, n: usize) -> Vec<T>;
    #[lang = "macro_vec_from"]
    pub fn vec_from_array<T, const N: usize>(elements: [T; N]) -> Vec<T>;
}

pub mod any {
    #[unstable_item]
    pub trait Any: 'static {}
    impl<T: 'static + ?Sized> Any for T {}
    impl crate::fmt::Debug for dyn Any {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl crate::fmt::Debug for (dyn Any + Send) {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl crate::fmt::Debug for (dyn Any + Send + Sync) {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    pub fn type_name<T: ?Sized>() -> &'static str;
    pub fn type_name_of_val<T: ?Sized>(val: &T) -> &'static str;
}

pub mod hash {
    #[lang = "hash"]
    #[complete]
    pub trait Hash {
        fn hash<H: Hasher>(&self, state: &mut H);
        fn hash_slice<H: Hasher>(data: &[Self], state: &mut H) where Self: Sized {}
    }
    pub trait Hasher {
        fn finish(&self) -> u64;
        fn write(&mut self, bytes: &[u8]);
        fn write_u8(&mut self, i: u8) {}
        fn write_u16(&mut self, i: u16) {}
        fn write_u32(&mut self, i: u32) {}
        fn write_u64(&mut self, i: u64) {}
        fn write_u128(&mut self, i: u128) {}
        fn write_usize(&mut self, i: usize) {}
        fn write_i8(&mut self, i: i8) {}
        fn write_i16(&mut self, i: i16) {}
        fn write_i32(&mut self, i: i32) {}
        fn write_i64(&mut self, i: i64) {}
        fn write_i128(&mut self, i: i128) {}
        fn write_isize(&mut self, i: isize) {}
    }
    pub trait BuildHasher {
        type Hasher: Hasher;
        fn build_hasher(&self) -> Self::Hasher;
        fn hash_one<T: Hash>(&self, x: T) -> u64 where Self: Sized, Self::Hasher: Hasher {}
    }
    impl<H: Hasher + ?Sized> Hasher for &mut H {
        fn finish(&self) -> u64;
        fn write(&mut self, bytes: &[u8]);
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool, char, str, !)]
    impl Hash for Prim {
        fn hash<H: Hasher>(&self, state: &mut H);
    }
    impl<T: ?Sized + Hash> Hash for &T {
        fn hash<H: Hasher>(&self, state: &mut H);
    }
    impl<T: ?Sized + Hash> Hash for &mut T {
        fn hash<H: Hasher>(&self, state: &mut H);
    }
    impl<T: Hash> Hash for [T] {
        fn hash<H: Hasher>(&self, state: &mut H);
    }
    impl<T: Hash, const N: usize> Hash for [T; N] {
        fn hash<H: Hasher>(&self, state: &mut H);
    }

    #[not_core]
    pub struct DefaultHasher(u64);
    impl DefaultHasher {
        pub fn new() -> DefaultHasher;
    }
    impl Default for DefaultHasher {
        fn default() -> DefaultHasher;
    }
    impl Clone for DefaultHasher {
        fn clone(&self) -> DefaultHasher;
    }
    impl crate::fmt::Debug for DefaultHasher {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl Hasher for DefaultHasher {
        fn finish(&self) -> u64;
        fn write(&mut self, bytes: &[u8]);
    }
    #[not_core]
    #[undeclared_impls(Debug)]
    pub struct RandomState(u64, u64);
    impl RandomState {
        pub fn new() -> RandomState;
    }
    impl Default for RandomState {
        fn default() -> RandomState;
    }
    impl Clone for RandomState {
        fn clone(&self) -> RandomState;
    }
    impl BuildHasher for RandomState {
        type Hasher = DefaultHasher;
        fn build_hasher(&self) -> DefaultHasher;
    }
    #[undeclared_impls(Clone, Debug, Default, Eq, PartialEq)]
    pub struct BuildHasherDefault<H>(crate::marker::PhantomData<fn() -> H>);
}

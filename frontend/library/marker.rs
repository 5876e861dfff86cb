// Marker traits and PhantomData.

pub mod marker {
    #[lang = "sized"]
    #[complete]
    pub trait Sized {}

    #[lang = "copy"]
    #[complete]
    pub trait Copy: Clone {}

    #[lang = "send"]
    #[complete]
    pub auto trait Send {}

    #[lang = "sync"]
    #[complete]
    pub auto trait Sync {}

    #[lang = "unpin"]
    #[complete]
    pub auto trait Unpin {}

    impl<T: Sync + ?Sized> Send for &T {}

    #[lang = "phantom_data"]
    #[complete]
    pub struct PhantomData<T: ?Sized>;

    impl<T: ?Sized> Clone for PhantomData<T> {
        fn clone(&self) -> Self;
    }
    impl<T: ?Sized> Copy for PhantomData<T> {}
    impl<T: ?Sized> Default for PhantomData<T> {
        fn default() -> Self;
    }
    impl<T: ?Sized> crate::fmt::Debug for PhantomData<T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T: ?Sized> PartialEq for PhantomData<T> {
        fn eq(&self, other: &PhantomData<T>) -> bool;
    }
    impl<T: ?Sized> Eq for PhantomData<T> {}
    impl<T: ?Sized> PartialOrd for PhantomData<T> {
        fn partial_cmp(&self, other: &PhantomData<T>) -> Option<crate::cmp::Ordering>;
    }
    impl<T: ?Sized> Ord for PhantomData<T> {
        fn cmp(&self, other: &PhantomData<T>) -> crate::cmp::Ordering;
    }
    impl<T: ?Sized> crate::hash::Hash for PhantomData<T> {
        fn hash<H: crate::hash::Hasher>(&self, state: &mut H);
    }
}

pub mod clone {
    #[lang = "clone"]
    #[complete]
    pub trait Clone: Sized {
        fn clone(&self) -> Self;
        fn clone_from(&mut self, source: &Self) {}
    }
}

pub mod default {
    #[lang = "default"]
    #[complete]
    pub trait Default: Sized {
        fn default() -> Self;
    }

    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64, bool, char)]
    impl Default for Prim {
        fn default() -> Prim;
    }
    impl Default for () {
        fn default() -> ();
    }
    impl Default for &str {
        fn default() -> Self;
    }
    impl<T> Default for &[T] {
        fn default() -> Self;
    }
    impl<T> Default for &mut [T] {
        fn default() -> Self;
    }
    impl Default for &mut str {
        fn default() -> Self;
    }
}

pub mod convert {
    #[complete]
    #[undeclared_impls(Hash, Ord, PartialOrd)]
    pub enum Infallible {}

    impl Clone for Infallible {
        fn clone(&self) -> Infallible;
    }
    impl Copy for Infallible {}
    impl crate::fmt::Debug for Infallible {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl crate::fmt::Display for Infallible {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl PartialEq for Infallible {
        fn eq(&self, other: &Infallible) -> bool;
    }
    impl Eq for Infallible {}

    pub fn identity<T>(x: T) -> T;

    #[lang = "from"]
    pub trait From<T>: Sized {
        fn from(value: T) -> Self;
    }
    pub trait Into<T>: Sized {
        fn into(self) -> T;
    }
    pub trait TryFrom<T>: Sized {
        type Error;
        fn try_from(value: T) -> Result<Self, Self::Error>;
    }
    pub trait TryInto<T>: Sized {
        type Error;
        fn try_into(self) -> Result<T, Self::Error>;
    }
    // Two or more impls for `str` and `String` are declared, so their impls for the undeclared `OsStr`, `Path` and `ByteStr` decide nothing.
    #[complete]
    pub trait AsRef<T: ?Sized> {
        fn as_ref(&self) -> &T;
    }
    #[complete]
    pub trait AsMut<T: ?Sized> {
        fn as_mut(&mut self) -> &mut T;
    }

    impl<T> From<T> for T {
        fn from(t: T) -> T;
    }
    impl<T, U: From<T>> Into<U> for T {
        fn into(self) -> U;
    }
    impl<T, U: Into<T>> TryFrom<U> for T {
        type Error = Infallible;
        fn try_from(value: U) -> Result<Self, Infallible>;
    }
    impl<T, U: TryFrom<T>> TryInto<U> for T {
        type Error = U::Error;
        fn try_into(self) -> Result<U, U::Error>;
    }
    impl<T: ?Sized + AsRef<U>, U: ?Sized> AsRef<U> for &T {
        fn as_ref(&self) -> &U;
    }
    impl<T: ?Sized + AsRef<U>, U: ?Sized> AsRef<U> for &mut T {
        fn as_ref(&self) -> &U;
    }
    impl<T: ?Sized + AsMut<U>, U: ?Sized> AsMut<U> for &mut T {
        fn as_mut(&mut self) -> &mut U;
    }
    impl<T> AsRef<[T]> for [T] {
        fn as_ref(&self) -> &[T];
    }
    impl<T> AsMut<[T]> for [T] {
        fn as_mut(&mut self) -> &mut [T];
    }
    impl AsRef<str> for str {
        fn as_ref(&self) -> &str;
    }
    impl AsRef<[u8]> for str {
        fn as_ref(&self) -> &[u8];
    }
    impl AsMut<str> for str {
        fn as_mut(&mut self) -> &mut str;
    }
}

pub mod borrow {
    #[complete]
    pub trait Borrow<Borrowed: ?Sized> {
        fn borrow(&self) -> &Borrowed;
    }
    #[complete]
    pub trait BorrowMut<Borrowed: ?Sized>: Borrow<Borrowed> {
        fn borrow_mut(&mut self) -> &mut Borrowed;
    }
    impl<T: ?Sized> Borrow<T> for T {
        fn borrow(&self) -> &T;
    }
    impl<T: ?Sized> BorrowMut<T> for T {
        fn borrow_mut(&mut self) -> &mut T;
    }
    impl<T: ?Sized> Borrow<T> for &T {
        fn borrow(&self) -> &T;
    }
    impl<T: ?Sized> Borrow<T> for &mut T {
        fn borrow(&self) -> &T;
    }
    impl<T: ?Sized> BorrowMut<T> for &mut T {
        fn borrow_mut(&mut self) -> &mut T;
    }
    impl Borrow<str> for String {
        fn borrow(&self) -> &str;
    }
    impl BorrowMut<str> for String {
        fn borrow_mut(&mut self) -> &mut str;
    }
    impl<T> Borrow<[T]> for Vec<T> {
        fn borrow(&self) -> &[T];
    }
    impl<T> BorrowMut<[T]> for Vec<T> {
        fn borrow_mut(&mut self) -> &mut [T];
    }
    impl<T, const N: usize> Borrow<[T]> for [T; N] {
        fn borrow(&self) -> &[T];
    }
    impl<T, const N: usize> BorrowMut<[T]> for [T; N] {
        fn borrow_mut(&mut self) -> &mut [T];
    }
    impl<T: ?Sized> Borrow<T> for Box<T> {
        fn borrow(&self) -> &T;
    }
    impl<T: ?Sized> BorrowMut<T> for Box<T> {
        fn borrow_mut(&mut self) -> &mut T;
    }

    #[not_core]
    pub trait ToOwned {
        type Owned: Borrow<Self>;
        fn to_owned(&self) -> Self::Owned;
        fn clone_into(&self, target: &mut Self::Owned) {}
    }
    impl<T: Clone> ToOwned for T {
        type Owned = T;
        fn to_owned(&self) -> T;
    }
    impl ToOwned for str {
        type Owned = String;
        fn to_owned(&self) -> String;
    }
    impl<T: Clone> ToOwned for [T] {
        type Owned = Vec<T>;
        fn to_owned(&self) -> Vec<T>;
    }

    #[not_core]
    // AsRef: for `OsStr` there is one more, to `Path`.
    #[undeclared_impls(AsRef, Default, Hash, Ord, PartialOrd)]
    pub enum Cow<'a, B: ?Sized + ToOwned + 'a> {
        Borrowed(&'a B),
        Owned(<B as ToOwned>::Owned),
    }
    impl<B: ?Sized + ToOwned> Cow<'_, B> {
        pub fn to_mut(&mut self) -> &mut <B as ToOwned>::Owned;
        pub fn into_owned(self) -> <B as ToOwned>::Owned;
    }
    impl<'a, B: ?Sized + ToOwned> Borrow<B> for Cow<'a, B> {
        fn borrow(&self) -> &B;
    }
    impl<B: ?Sized + ToOwned> Clone for Cow<'_, B> {
        fn clone(&self) -> Self;
    }
    impl<B: ?Sized + ToOwned> crate::ops::Deref for Cow<'_, B> {
        type Target = B;
        fn deref(&self) -> &B;
    }
    impl<B: ?Sized + crate::fmt::Debug + ToOwned<Owned: crate::fmt::Debug>> crate::fmt::Debug for Cow<'_, B> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<B: ?Sized + crate::fmt::Display + ToOwned<Owned: crate::fmt::Display>> crate::fmt::Display for Cow<'_, B> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T: ?Sized + ToOwned> AsRef<T> for Cow<'_, T> {
        fn as_ref(&self) -> &T;
    }
    impl<'a> From<&'a str> for Cow<'a, str> {
        fn from(s: &'a str) -> Cow<'a, str>;
    }
    impl<'a> From<String> for Cow<'a, str> {
        fn from(s: String) -> Cow<'a, str>;
    }
    impl<'a> From<&'a String> for Cow<'a, str> {
        fn from(s: &'a String) -> Cow<'a, str>;
    }
    impl<'a, 'b, B: ?Sized + PartialEq<C> + ToOwned, C: ?Sized + ToOwned> PartialEq<Cow<'b, C>> for Cow<'a, B> {
        fn eq(&self, other: &Cow<'b, C>) -> bool;
    }
    impl<B: ?Sized + Eq + ToOwned> Eq for Cow<'_, B> {}
    impl<'a, 'b> PartialEq<str> for Cow<'a, str> {
        fn eq(&self, other: &str) -> bool;
    }
    impl<'a, 'b> PartialEq<&'b str> for Cow<'a, str> {
        fn eq(&self, other: &&'b str) -> bool;
    }
    impl<'a> PartialEq<String> for Cow<'a, str> {
        fn eq(&self, other: &String) -> bool;
    }
    impl<'a> crate::ops::AddAssign<&'a str> for Cow<'a, str> {
        fn add_assign(&mut self, rhs: &'a str);
    }
    impl<'a> crate::ops::Add<&'a str> for Cow<'a, str> {
        type Output = Cow<'a, str>;
        fn add(self, rhs: &'a str) -> Cow<'a, str>;
    }
}

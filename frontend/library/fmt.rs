// Formatting and errors.

pub mod fmt {
    pub type Result = crate::result::Result<(), Error>;

    #[complete]
    pub struct Error;
    impl Clone for Error {
        fn clone(&self) -> Error;
    }
    impl Copy for Error {}
    impl Default for Error {
        fn default() -> Error;
    }
    impl PartialEq for Error {
        fn eq(&self, other: &Error) -> bool;
    }
    impl Eq for Error {}
    impl PartialOrd for Error {
        fn partial_cmp(&self, other: &Error) -> Option<crate::cmp::Ordering>;
    }
    impl Ord for Error {
        fn cmp(&self, other: &Error) -> crate::cmp::Ordering;
    }
    impl crate::hash::Hash for Error {
        fn hash<H: crate::hash::Hasher>(&self, state: &mut H);
    }
    impl Debug for Error {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    impl Display for Error {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }

    #[lang = "fmt_write"]
    pub trait Write {
        fn write_str(&mut self, s: &str) -> Result;
        fn write_char(&mut self, c: char) -> Result {}
        fn write_fmt(&mut self, args: Arguments<'_>) -> Result {}
    }
    impl<W: Write + ?Sized> Write for &mut W {
        fn write_str(&mut self, s: &str) -> Result;
    }
    impl Write for String {
        fn write_str(&mut self, s: &str) -> Result;
    }

    #[lang = "format_arguments"]
    pub struct Arguments<'a> {
        pieces: &'a [&'static str],
    }
    impl<'a> Arguments<'a> {
        pub fn as_str(&self) -> Option<&'static str>;
    }
    impl Clone for Arguments<'_> {
        fn clone(&self) -> Self;
    }
    impl Copy for Arguments<'_> {}
    impl Debug for Arguments<'_> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    impl Display for Arguments<'_> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }

    #[complete]
    #[undeclared_impls(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
    pub enum Alignment {
        Left,
        Right,
        Center,
    }

    pub struct Formatter<'a> {
        buf: &'a mut (dyn Write + 'a),
    }
    impl<'a> Formatter<'a> {
        pub fn pad_integral(&mut self, is_nonnegative: bool, prefix: &str, buf: &str) -> Result;
        pub fn pad(&mut self, s: &str) -> Result;
        pub fn write_str(&mut self, data: &str) -> Result;
        pub fn write_fmt(&mut self, fmt: Arguments<'_>) -> Result;
        pub fn fill(&self) -> char;
        pub fn align(&self) -> Option<Alignment>;
        pub fn width(&self) -> Option<usize>;
        pub fn precision(&self) -> Option<usize>;
        pub fn sign_plus(&self) -> bool;
        pub fn sign_minus(&self) -> bool;
        pub fn alternate(&self) -> bool;
        pub fn sign_aware_zero_pad(&self) -> bool;
        pub fn debug_struct<'b>(&'b mut self, name: &str) -> DebugStruct<'b, 'a>;
        pub fn debug_tuple<'b>(&'b mut self, name: &str) -> DebugTuple<'b, 'a>;
        pub fn debug_list<'b>(&'b mut self) -> DebugList<'b, 'a>;
        pub fn debug_set<'b>(&'b mut self) -> DebugSet<'b, 'a>;
        pub fn debug_map<'b>(&'b mut self) -> DebugMap<'b, 'a>;
    }
    impl Write for Formatter<'_> {
        fn write_str(&mut self, s: &str) -> Result;
    }

    pub struct DebugStruct<'a, 'b: 'a> {
        fmt: &'a mut Formatter<'b>,
    }
    impl<'a, 'b: 'a> DebugStruct<'a, 'b> {
        pub fn field(&mut self, name: &str, value: &dyn Debug) -> &mut Self;
        pub fn finish_non_exhaustive(&mut self) -> Result;
        pub fn finish(&mut self) -> Result;
    }
    pub struct DebugTuple<'a, 'b: 'a> {
        fmt: &'a mut Formatter<'b>,
    }
    impl<'a, 'b: 'a> DebugTuple<'a, 'b> {
        pub fn field(&mut self, value: &dyn Debug) -> &mut Self;
        pub fn finish(&mut self) -> Result;
    }
    pub struct DebugList<'a, 'b: 'a> {
        fmt: &'a mut Formatter<'b>,
    }
    impl<'a, 'b: 'a> DebugList<'a, 'b> {
        pub fn entry(&mut self, entry: &dyn Debug) -> &mut Self;
        pub fn entries<D: Debug, I: IntoIterator<Item = D>>(&mut self, entries: I) -> &mut Self;
        pub fn finish(&mut self) -> Result;
    }
    pub struct DebugSet<'a, 'b: 'a> {
        fmt: &'a mut Formatter<'b>,
    }
    impl<'a, 'b: 'a> DebugSet<'a, 'b> {
        pub fn entry(&mut self, entry: &dyn Debug) -> &mut Self;
        pub fn entries<D: Debug, I: IntoIterator<Item = D>>(&mut self, entries: I) -> &mut Self;
        pub fn finish(&mut self) -> Result;
    }
    pub struct DebugMap<'a, 'b: 'a> {
        fmt: &'a mut Formatter<'b>,
    }
    impl<'a, 'b: 'a> DebugMap<'a, 'b> {
        pub fn entry(&mut self, key: &dyn Debug, value: &dyn Debug) -> &mut Self;
        pub fn entries<K: Debug, V: Debug, I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) -> &mut Self;
        pub fn finish(&mut self) -> Result;
    }

    #[lang = "debug"]
    #[complete]
    pub trait Debug {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    #[lang = "display"]
    #[complete]
    pub trait Display {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    #[lang = "lower_hex"]
    #[complete]
    pub trait LowerHex {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    #[lang = "upper_hex"]
    #[complete]
    pub trait UpperHex {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    #[lang = "octal"]
    #[complete]
    pub trait Octal {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    #[lang = "binary"]
    #[complete]
    pub trait Binary {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    #[lang = "lower_exp"]
    #[complete]
    pub trait LowerExp {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    #[lang = "upper_exp"]
    #[complete]
    pub trait UpperExp {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    #[lang = "pointer_fmt"]
    pub trait Pointer {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }

    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64, bool, char, str, !)]
    impl Debug for Prim {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64, bool, char, str, !)]
    impl Display for Prim {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl LowerHex for Int {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl UpperHex for Int {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl Octal for Int {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl Binary for Int {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    #[each(Num = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl LowerExp for Num {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    #[each(Num = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl UpperExp for Num {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    impl<T: ?Sized + Debug> Debug for &T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    impl<T: ?Sized + Debug> Debug for &mut T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    impl<T: ?Sized + Display> Display for &T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    impl<T: ?Sized + Display> Display for &mut T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    impl<T: ?Sized + LowerHex> LowerHex for &T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    impl<T: ?Sized + LowerHex> LowerHex for &mut T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    impl<T: ?Sized + UpperHex> UpperHex for &T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    impl<T: ?Sized + UpperHex> UpperHex for &mut T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    impl<T: ?Sized + Octal> Octal for &T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    impl<T: ?Sized + Octal> Octal for &mut T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    impl<T: ?Sized + Binary> Binary for &T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    impl<T: ?Sized + Binary> Binary for &mut T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    impl<T: ?Sized + LowerExp> LowerExp for &T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    impl<T: ?Sized + LowerExp> LowerExp for &mut T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    impl<T: ?Sized + UpperExp> UpperExp for &T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    impl<T: ?Sized + UpperExp> UpperExp for &mut T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    impl<T: ?Sized> Pointer for &T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    impl<T: ?Sized> Pointer for &mut T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    impl<T: Debug> Debug for [T] {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }

    #[not_core]
    pub fn format(args: Arguments<'_>) -> String;
    pub fn write(output: &mut dyn Write, args: Arguments<'_>) -> Result;
}

pub mod error {
    pub trait Error: crate::fmt::Debug + crate::fmt::Display {
        fn source(&self) -> Option<&(dyn Error + 'static)> {}
        fn description(&self) -> &str {}
        fn cause(&self) -> Option<&dyn Error> {}
    }
    impl<'a, T: Error + ?Sized> Error for &'a T {}
    impl<T: Error> Error for Box<T> {}
    impl Error for crate::fmt::Error {}
    impl Error for crate::num::ParseIntError {}
    impl Error for crate::num::ParseFloatError {}
    impl Error for crate::num::TryFromIntError {}
    impl Error for crate::str::Utf8Error {}
    impl Error for crate::str::ParseBoolError {}
    impl Error for crate::string::FromUtf8Error {}
    impl Error for crate::char::ParseCharError {}
    impl Error for crate::cell::BorrowError {}
    impl Error for crate::cell::BorrowMutError {}
    impl Error for crate::convert::Infallible {}
    impl Error for crate::char::CharTryFromError {}
    impl Error for crate::array::TryFromSliceError {}
    impl<'a, E: Error + 'a> From<E> for Box<dyn Error + 'a> {
        fn from(err: E) -> Box<dyn Error + 'a>;
    }
    impl<'a, E: Error + Send + Sync + 'a> From<E> for Box<dyn Error + Send + Sync + 'a> {
        fn from(err: E) -> Box<dyn Error + Send + Sync + 'a>;
    }
    impl<'a> From<String> for Box<dyn Error + 'a> {
        fn from(err: String) -> Box<dyn Error + 'a>;
    }
    impl<'a> From<String> for Box<dyn Error + Send + Sync + 'a> {
        fn from(err: String) -> Box<dyn Error + Send + Sync + 'a>;
    }
    impl<'a, 'b> From<&'b str> for Box<dyn Error + 'a> {
        fn from(err: &'b str) -> Box<dyn Error + 'a>;
    }
    impl<'a, 'b> From<&'b str> for Box<dyn Error + Send + Sync + 'a> {
        fn from(err: &'b str) -> Box<dyn Error + Send + Sync + 'a>;
    }
}

// str and char.

pub mod str {
    pub trait FromStr: Sized {
        type Err;
        fn from_str(s: &str) -> Result<Self, Self::Err>;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl FromStr for Int {
        type Err = crate::num::ParseIntError;
        fn from_str(src: &str) -> Result<Int, crate::num::ParseIntError>;
    }
    #[each(Float = f32, f64)]
    impl FromStr for Float {
        type Err = crate::num::ParseFloatError;
        fn from_str(src: &str) -> Result<Float, crate::num::ParseFloatError>;
    }
    impl FromStr for bool {
        type Err = ParseBoolError;
        fn from_str(s: &str) -> Result<bool, ParseBoolError>;
    }
    impl FromStr for char {
        type Err = crate::char::ParseCharError;
        fn from_str(s: &str) -> Result<char, crate::char::ParseCharError>;
    }

    pub struct ParseBoolError;
    pub struct Utf8Error {
        valid_up_to: usize,
        error_len: Option<u8>,
    }
    impl Utf8Error {
        pub fn valid_up_to(&self) -> usize;
        pub fn error_len(&self) -> Option<usize>;
    }
    pub fn from_utf8(v: &[u8]) -> Result<&str, Utf8Error>;

    // A pattern to search for. Unstable to name; implemented for the types below and for callables on a character.
    #[unstable_item]
    pub mod pattern {
        #[unstable_item]
        pub trait Pattern: Sized {}
        impl Pattern for char {}
        impl Pattern for &str {}
        impl Pattern for &String {}
        impl Pattern for &&str {}
        impl Pattern for &[char] {}
        impl<const N: usize> Pattern for [char; N] {}
        impl<const N: usize> Pattern for &[char; N] {}
        impl<F: FnMut(char) -> bool> Pattern for F {}
    }
    use pattern::Pattern;

    impl str {
        pub const fn len(&self) -> usize;
        pub const fn is_empty(&self) -> bool;
        pub const fn is_char_boundary(&self, index: usize) -> bool;
        pub const fn as_bytes(&self) -> &[u8];
        pub fn get<I: crate::slice::SliceIndex<str>>(&self, i: I) -> Option<&I::Output>;
        pub fn get_mut<I: crate::slice::SliceIndex<str>>(&mut self, i: I) -> Option<&mut I::Output>;
        pub fn split_at(&self, mid: usize) -> (&str, &str);
        pub fn split_at_mut(&mut self, mid: usize) -> (&mut str, &mut str);
        pub fn split_at_checked(&self, mid: usize) -> Option<(&str, &str)>;
        pub fn chars(&self) -> Chars<'_>;
        pub fn char_indices(&self) -> CharIndices<'_>;
        pub fn bytes(&self) -> Bytes<'_>;
        pub fn split_whitespace(&self) -> SplitWhitespace<'_>;
        pub fn split_ascii_whitespace(&self) -> SplitAsciiWhitespace<'_>;
        pub fn lines(&self) -> Lines<'_>;
        pub fn contains<P: Pattern>(&self, pat: P) -> bool;
        pub fn starts_with<P: Pattern>(&self, pat: P) -> bool;
        pub fn ends_with<P: Pattern>(&self, pat: P) -> bool;
        pub fn find<P: Pattern>(&self, pat: P) -> Option<usize>;
        pub fn rfind<P: Pattern>(&self, pat: P) -> Option<usize>;
        pub fn split<P: Pattern>(&self, pat: P) -> Split<'_, P>;
        pub fn split_inclusive<P: Pattern>(&self, pat: P) -> SplitInclusive<'_, P>;
        pub fn rsplit<P: Pattern>(&self, pat: P) -> RSplit<'_, P>;
        pub fn split_terminator<P: Pattern>(&self, pat: P) -> SplitTerminator<'_, P>;
        pub fn splitn<P: Pattern>(&self, n: usize, pat: P) -> SplitN<'_, P>;
        pub fn rsplitn<P: Pattern>(&self, n: usize, pat: P) -> RSplitN<'_, P>;
        pub fn split_once<P: Pattern>(&self, delimiter: P) -> Option<(&str, &str)>;
        pub fn rsplit_once<P: Pattern>(&self, delimiter: P) -> Option<(&str, &str)>;
        pub fn matches<P: Pattern>(&self, pat: P) -> Matches<'_, P>;
        pub fn match_indices<P: Pattern>(&self, pat: P) -> MatchIndices<'_, P>;
        pub fn trim(&self) -> &str;
        pub fn trim_start(&self) -> &str;
        pub fn trim_end(&self) -> &str;
        pub fn trim_matches<P: Pattern>(&self, pat: P) -> &str;
        pub fn trim_start_matches<P: Pattern>(&self, pat: P) -> &str;
        pub fn trim_end_matches<P: Pattern>(&self, pat: P) -> &str;
        pub fn strip_prefix<P: Pattern>(&self, prefix: P) -> Option<&str>;
        pub fn strip_suffix<P: Pattern>(&self, suffix: P) -> Option<&str>;
        pub fn parse<F: FromStr>(&self) -> Result<F, F::Err>;
        pub fn is_ascii(&self) -> bool;
        pub fn eq_ignore_ascii_case(&self, other: &str) -> bool;
        pub fn make_ascii_uppercase(&mut self);
        pub fn make_ascii_lowercase(&mut self);
        pub fn into_boxed_bytes(self: Box<str>) -> Box<[u8]>;
        pub fn replace<P: Pattern>(&self, from: P, to: &str) -> String;
        pub fn replacen<P: Pattern>(&self, pat: P, to: &str, count: usize) -> String;
        pub fn to_lowercase(&self) -> String;
        pub fn to_uppercase(&self) -> String;
        pub fn into_string(self: Box<str>) -> String;
        pub fn repeat(&self, n: usize) -> String;
        pub fn to_ascii_uppercase(&self) -> String;
        pub fn to_ascii_lowercase(&self) -> String;
    }
    impl Clone for ParseBoolError {
        fn clone(&self) -> ParseBoolError;
    }
    impl PartialEq for ParseBoolError {
        fn eq(&self, other: &ParseBoolError) -> bool;
    }
    impl Eq for ParseBoolError {}
    impl crate::fmt::Debug for ParseBoolError {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl crate::fmt::Display for ParseBoolError {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl Clone for Utf8Error {
        fn clone(&self) -> Utf8Error;
    }
    impl PartialEq for Utf8Error {
        fn eq(&self, other: &Utf8Error) -> bool;
    }
    impl Eq for Utf8Error {}
    impl crate::fmt::Debug for Utf8Error {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl crate::fmt::Display for Utf8Error {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl Copy for Utf8Error {}
    pub struct Chars<'a> {
        s: &'a str,
    }
    impl Clone for Chars<'_> {
        fn clone(&self) -> Self;
    }
    impl crate::fmt::Debug for Chars<'_> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<'a> Iterator for Chars<'a> {
        type Item = char;
        fn next(&mut self) -> Option<char>;
    }
    impl<'a> DoubleEndedIterator for Chars<'a> {
        fn next_back(&mut self) -> Option<char>;
    }
    pub struct CharIndices<'a> {
        s: &'a str,
    }
    impl Clone for CharIndices<'_> {
        fn clone(&self) -> Self;
    }
    impl crate::fmt::Debug for CharIndices<'_> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<'a> Iterator for CharIndices<'a> {
        type Item = (usize, char);
        fn next(&mut self) -> Option<(usize, char)>;
    }
    impl<'a> DoubleEndedIterator for CharIndices<'a> {
        fn next_back(&mut self) -> Option<(usize, char)>;
    }
    pub struct Bytes<'a> {
        s: &'a str,
    }
    impl Clone for Bytes<'_> {
        fn clone(&self) -> Self;
    }
    impl crate::fmt::Debug for Bytes<'_> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<'a> Iterator for Bytes<'a> {
        type Item = u8;
        fn next(&mut self) -> Option<u8>;
    }
    impl<'a> DoubleEndedIterator for Bytes<'a> {
        fn next_back(&mut self) -> Option<u8>;
    }
    pub struct SplitWhitespace<'a> {
        s: &'a str,
    }
    impl Clone for SplitWhitespace<'_> {
        fn clone(&self) -> Self;
    }
    impl crate::fmt::Debug for SplitWhitespace<'_> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<'a> Iterator for SplitWhitespace<'a> {
        type Item = &'a str;
        fn next(&mut self) -> Option<&'a str>;
    }
    impl<'a> DoubleEndedIterator for SplitWhitespace<'a> {
        fn next_back(&mut self) -> Option<&'a str>;
    }
    pub struct SplitAsciiWhitespace<'a> {
        s: &'a str,
    }
    impl Clone for SplitAsciiWhitespace<'_> {
        fn clone(&self) -> Self;
    }
    impl crate::fmt::Debug for SplitAsciiWhitespace<'_> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<'a> Iterator for SplitAsciiWhitespace<'a> {
        type Item = &'a str;
        fn next(&mut self) -> Option<&'a str>;
    }
    impl<'a> DoubleEndedIterator for SplitAsciiWhitespace<'a> {
        fn next_back(&mut self) -> Option<&'a str>;
    }
    pub struct Lines<'a> {
        s: &'a str,
    }
    impl Clone for Lines<'_> {
        fn clone(&self) -> Self;
    }
    impl crate::fmt::Debug for Lines<'_> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<'a> Iterator for Lines<'a> {
        type Item = &'a str;
        fn next(&mut self) -> Option<&'a str>;
    }
    impl<'a> DoubleEndedIterator for Lines<'a> {
        fn next_back(&mut self) -> Option<&'a str>;
    }
    impl<'a> Chars<'a> {
        pub fn as_str(&self) -> &'a str;
    }
    impl<'a> CharIndices<'a> {
        pub fn as_str(&self) -> &'a str;
    }
    impl ExactSizeIterator for Bytes<'_> {}
    #[undeclared_impls(Clone, Debug, DoubleEndedIterator)]
    pub struct Split<'a, P: Pattern> {
        s: &'a str,
        pattern: P,
    }
    impl<'a, P: Pattern> Iterator for Split<'a, P> {
        type Item = &'a str;
        fn next(&mut self) -> Option<&'a str>;
    }
    #[undeclared_impls(Clone, Debug, DoubleEndedIterator)]
    pub struct SplitInclusive<'a, P: Pattern> {
        s: &'a str,
        pattern: P,
    }
    impl<'a, P: Pattern> Iterator for SplitInclusive<'a, P> {
        type Item = &'a str;
        fn next(&mut self) -> Option<&'a str>;
    }
    #[undeclared_impls(Clone, Debug, DoubleEndedIterator)]
    pub struct RSplit<'a, P: Pattern> {
        s: &'a str,
        pattern: P,
    }
    impl<'a, P: Pattern> Iterator for RSplit<'a, P> {
        type Item = &'a str;
        fn next(&mut self) -> Option<&'a str>;
    }
    #[undeclared_impls(Clone, Debug, DoubleEndedIterator)]
    pub struct SplitTerminator<'a, P: Pattern> {
        s: &'a str,
        pattern: P,
    }
    impl<'a, P: Pattern> Iterator for SplitTerminator<'a, P> {
        type Item = &'a str;
        fn next(&mut self) -> Option<&'a str>;
    }
    #[undeclared_impls(Clone, Debug)]
    pub struct SplitN<'a, P: Pattern> {
        s: &'a str,
        pattern: P,
    }
    impl<'a, P: Pattern> Iterator for SplitN<'a, P> {
        type Item = &'a str;
        fn next(&mut self) -> Option<&'a str>;
    }
    #[undeclared_impls(Clone, Debug)]
    pub struct RSplitN<'a, P: Pattern> {
        s: &'a str,
        pattern: P,
    }
    impl<'a, P: Pattern> Iterator for RSplitN<'a, P> {
        type Item = &'a str;
        fn next(&mut self) -> Option<&'a str>;
    }
    #[undeclared_impls(Clone, Debug, DoubleEndedIterator)]
    pub struct Matches<'a, P: Pattern> {
        s: &'a str,
        pattern: P,
    }
    impl<'a, P: Pattern> Iterator for Matches<'a, P> {
        type Item = &'a str;
        fn next(&mut self) -> Option<&'a str>;
    }
    #[undeclared_impls(Clone, Debug, DoubleEndedIterator)]
    pub struct MatchIndices<'a, P: Pattern> {
        s: &'a str,
        pattern: P,
    }
    impl<'a, P: Pattern> Iterator for MatchIndices<'a, P> {
        type Item = (usize, &'a str);
        fn next(&mut self) -> Option<(usize, &'a str)>;
    }
}

pub mod char {
    pub struct ParseCharError(());
    pub struct CharTryFromError(());
    impl Clone for ParseCharError {
        fn clone(&self) -> ParseCharError;
    }
    impl PartialEq for ParseCharError {
        fn eq(&self, other: &ParseCharError) -> bool;
    }
    impl Eq for ParseCharError {}
    impl crate::fmt::Debug for ParseCharError {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl crate::fmt::Display for ParseCharError {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl Clone for CharTryFromError {
        fn clone(&self) -> CharTryFromError;
    }
    impl PartialEq for CharTryFromError {
        fn eq(&self, other: &CharTryFromError) -> bool;
    }
    impl Eq for CharTryFromError {}
    impl crate::fmt::Debug for CharTryFromError {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl crate::fmt::Display for CharTryFromError {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl Copy for CharTryFromError {}
    pub const fn from_u32(i: u32) -> Option<char>;
    pub const fn from_digit(num: u32, radix: u32) -> Option<char>;
    impl char {
        pub const MIN: char;
        pub const MAX: char;
        pub const REPLACEMENT_CHARACTER: char;
        pub const fn from_u32(i: u32) -> Option<char>;
        pub const fn from_digit(num: u32, radix: u32) -> Option<char>;
        pub const fn is_digit(self, radix: u32) -> bool;
        pub const fn to_digit(self, radix: u32) -> Option<u32>;
        pub const fn len_utf8(self) -> usize;
        pub const fn len_utf16(self) -> usize;
        pub fn encode_utf8(self, dst: &mut [u8]) -> &mut str;
        pub fn is_alphabetic(self) -> bool;
        pub fn is_lowercase(self) -> bool;
        pub fn is_uppercase(self) -> bool;
        pub fn is_whitespace(self) -> bool;
        pub fn is_alphanumeric(self) -> bool;
        pub fn is_control(self) -> bool;
        pub fn is_numeric(self) -> bool;
        pub fn to_lowercase(self) -> ToLowercase;
        pub fn to_uppercase(self) -> ToUppercase;
        pub const fn is_ascii(&self) -> bool;
        pub const fn to_ascii_uppercase(&self) -> char;
        pub const fn to_ascii_lowercase(&self) -> char;
        pub const fn eq_ignore_ascii_case(&self, other: &char) -> bool;
        pub const fn make_ascii_uppercase(&mut self);
        pub const fn make_ascii_lowercase(&mut self);
        pub const fn is_ascii_alphabetic(&self) -> bool;
        pub const fn is_ascii_uppercase(&self) -> bool;
        pub const fn is_ascii_lowercase(&self) -> bool;
        pub const fn is_ascii_alphanumeric(&self) -> bool;
        pub const fn is_ascii_digit(&self) -> bool;
        pub const fn is_ascii_hexdigit(&self) -> bool;
        pub const fn is_ascii_punctuation(&self) -> bool;
        pub const fn is_ascii_graphic(&self) -> bool;
        pub const fn is_ascii_whitespace(&self) -> bool;
        pub const fn is_ascii_control(&self) -> bool;
    }
    #[undeclared_impls(DoubleEndedIterator)]
    pub struct ToLowercase(char);
    impl Clone for ToLowercase {
        fn clone(&self) -> ToLowercase;
    }
    impl crate::fmt::Debug for ToLowercase {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl crate::fmt::Display for ToLowercase {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl Iterator for ToLowercase {
        type Item = char;
        fn next(&mut self) -> Option<char>;
    }
    impl ExactSizeIterator for ToLowercase {}
    #[undeclared_impls(DoubleEndedIterator)]
    pub struct ToUppercase(char);
    impl Clone for ToUppercase {
        fn clone(&self) -> ToUppercase;
    }
    impl crate::fmt::Debug for ToUppercase {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl crate::fmt::Display for ToUppercase {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl Iterator for ToUppercase {
        type Item = char;
        fn next(&mut self) -> Option<char>;
    }
    impl ExactSizeIterator for ToUppercase {}
    impl From<u8> for char {
        fn from(i: u8) -> char;
    }
    impl From<char> for u32 {
        fn from(c: char) -> u32;
    }
    impl From<char> for u64 {
        fn from(c: char) -> u64;
    }
    impl From<char> for u128 {
        fn from(c: char) -> u128;
    }
    impl TryFrom<u32> for char {
        type Error = CharTryFromError;
        fn try_from(i: u32) -> Result<char, CharTryFromError>;
    }
}

// Numbers.

pub mod num {
    pub struct ParseIntError {
        kind: IntErrorKind,
    }
    impl ParseIntError {
        pub const fn kind(&self) -> &IntErrorKind;
    }
    #[non_exhaustive]
    #[undeclared_impls(Copy, Hash)]
    pub enum IntErrorKind {
        Empty,
        InvalidDigit,
        PosOverflow,
        NegOverflow,
        Zero,
    }
    impl Clone for IntErrorKind {
        fn clone(&self) -> IntErrorKind;
    }
    impl PartialEq for IntErrorKind {
        fn eq(&self, other: &IntErrorKind) -> bool;
    }
    impl Eq for IntErrorKind {}
    impl crate::fmt::Debug for IntErrorKind {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    pub struct ParseFloatError(());
    pub struct TryFromIntError(());
    impl Clone for ParseIntError {
        fn clone(&self) -> ParseIntError;
    }
    impl PartialEq for ParseIntError {
        fn eq(&self, other: &ParseIntError) -> bool;
    }
    impl Eq for ParseIntError {}
    impl crate::fmt::Debug for ParseIntError {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl crate::fmt::Display for ParseIntError {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl Clone for ParseFloatError {
        fn clone(&self) -> ParseFloatError;
    }
    impl PartialEq for ParseFloatError {
        fn eq(&self, other: &ParseFloatError) -> bool;
    }
    impl Eq for ParseFloatError {}
    impl crate::fmt::Debug for ParseFloatError {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl crate::fmt::Display for ParseFloatError {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl Clone for TryFromIntError {
        fn clone(&self) -> TryFromIntError;
    }
    impl PartialEq for TryFromIntError {
        fn eq(&self, other: &TryFromIntError) -> bool;
    }
    impl Eq for TryFromIntError {}
    impl crate::fmt::Debug for TryFromIntError {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl crate::fmt::Display for TryFromIntError {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl Copy for TryFromIntError {}
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl Int {
        #[lang = "int_min"]
        pub const MIN: Int;
        #[lang = "int_max"]
        pub const MAX: Int;
        #[lang = "int_bits"]
        pub const BITS: u32;
        pub const fn count_ones(self) -> u32;
        pub const fn count_zeros(self) -> u32;
        pub const fn leading_zeros(self) -> u32;
        pub const fn trailing_zeros(self) -> u32;
        pub const fn leading_ones(self) -> u32;
        pub const fn trailing_ones(self) -> u32;
        pub const fn rotate_left(self, n: u32) -> Int;
        pub const fn rotate_right(self, n: u32) -> Int;
        pub const fn swap_bytes(self) -> Int;
        pub const fn reverse_bits(self) -> Int;
        pub const fn checked_add(self, rhs: Int) -> Option<Int>;
        pub const fn checked_sub(self, rhs: Int) -> Option<Int>;
        pub const fn checked_mul(self, rhs: Int) -> Option<Int>;
        pub const fn checked_div(self, rhs: Int) -> Option<Int>;
        pub const fn checked_div_euclid(self, rhs: Int) -> Option<Int>;
        pub const fn checked_rem(self, rhs: Int) -> Option<Int>;
        pub const fn checked_rem_euclid(self, rhs: Int) -> Option<Int>;
        pub const fn checked_neg(self) -> Option<Int>;
        pub const fn checked_shl(self, rhs: u32) -> Option<Int>;
        pub const fn checked_shr(self, rhs: u32) -> Option<Int>;
        pub const fn checked_pow(self, exp: u32) -> Option<Int>;
        pub const fn saturating_add(self, rhs: Int) -> Int;
        pub const fn saturating_sub(self, rhs: Int) -> Int;
        pub const fn saturating_mul(self, rhs: Int) -> Int;
        pub const fn saturating_div(self, rhs: Int) -> Int;
        pub const fn saturating_pow(self, exp: u32) -> Int;
        pub const fn wrapping_add(self, rhs: Int) -> Int;
        pub const fn wrapping_sub(self, rhs: Int) -> Int;
        pub const fn wrapping_mul(self, rhs: Int) -> Int;
        pub const fn wrapping_div(self, rhs: Int) -> Int;
        pub const fn wrapping_rem(self, rhs: Int) -> Int;
        pub const fn wrapping_neg(self) -> Int;
        pub const fn wrapping_shl(self, rhs: u32) -> Int;
        pub const fn wrapping_shr(self, rhs: u32) -> Int;
        pub const fn wrapping_pow(self, exp: u32) -> Int;
        pub const fn overflowing_add(self, rhs: Int) -> (Int, bool);
        pub const fn overflowing_sub(self, rhs: Int) -> (Int, bool);
        pub const fn overflowing_mul(self, rhs: Int) -> (Int, bool);
        pub const fn overflowing_neg(self) -> (Int, bool);
        pub const fn pow(self, exp: u32) -> Int;
        pub const fn isqrt(self) -> Int;
        pub const fn div_euclid(self, rhs: Int) -> Int;
        pub const fn rem_euclid(self, rhs: Int) -> Int;
        pub const fn ilog(self, base: Int) -> u32;
        pub const fn ilog2(self) -> u32;
        pub const fn ilog10(self) -> u32;
        pub const fn min_value() -> Int;
        pub const fn max_value() -> Int;
        pub const fn from_str_radix(src: &str, radix: u32) -> Result<Int, ParseIntError>;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize)]
    impl Int {
        pub const fn abs(self) -> Int;
        pub const fn signum(self) -> Int;
        pub const fn is_positive(self) -> bool;
        pub const fn is_negative(self) -> bool;
        pub const fn checked_abs(self) -> Option<Int>;
        pub const fn wrapping_abs(self) -> Int;
        pub const fn saturating_abs(self) -> Int;
        pub const fn saturating_neg(self) -> Int;
        pub const fn overflowing_abs(self) -> (Int, bool);
    }
    #[each(Int = u8, u16, u32, u64, u128, usize)]
    impl Int {
        pub const fn is_power_of_two(self) -> bool;
        pub const fn next_power_of_two(self) -> Int;
        pub const fn checked_next_power_of_two(self) -> Option<Int>;
        pub const fn abs_diff(self, other: Int) -> Int;
        pub const fn div_ceil(self, rhs: Int) -> Int;
        pub const fn next_multiple_of(self, rhs: Int) -> Int;
        pub const fn is_multiple_of(self, rhs: Int) -> bool;
    }
    impl i8 {
        pub const fn to_be_bytes(self) -> [u8; 1];
        pub const fn to_le_bytes(self) -> [u8; 1];
        pub const fn to_ne_bytes(self) -> [u8; 1];
        pub const fn from_be_bytes(bytes: [u8; 1]) -> i8;
        pub const fn from_le_bytes(bytes: [u8; 1]) -> i8;
        pub const fn from_ne_bytes(bytes: [u8; 1]) -> i8;
        pub const fn unsigned_abs(self) -> u8;
        pub const fn abs_diff(self, other: i8) -> u8;
        pub const fn cast_unsigned(self) -> u8;
        pub const fn checked_add_unsigned(self, rhs: u8) -> Option<i8>;
        pub const fn checked_sub_unsigned(self, rhs: u8) -> Option<i8>;
    }
    impl i16 {
        pub const fn to_be_bytes(self) -> [u8; 2];
        pub const fn to_le_bytes(self) -> [u8; 2];
        pub const fn to_ne_bytes(self) -> [u8; 2];
        pub const fn from_be_bytes(bytes: [u8; 2]) -> i16;
        pub const fn from_le_bytes(bytes: [u8; 2]) -> i16;
        pub const fn from_ne_bytes(bytes: [u8; 2]) -> i16;
        pub const fn unsigned_abs(self) -> u16;
        pub const fn abs_diff(self, other: i16) -> u16;
        pub const fn cast_unsigned(self) -> u16;
        pub const fn checked_add_unsigned(self, rhs: u16) -> Option<i16>;
        pub const fn checked_sub_unsigned(self, rhs: u16) -> Option<i16>;
    }
    impl i32 {
        pub const fn to_be_bytes(self) -> [u8; 4];
        pub const fn to_le_bytes(self) -> [u8; 4];
        pub const fn to_ne_bytes(self) -> [u8; 4];
        pub const fn from_be_bytes(bytes: [u8; 4]) -> i32;
        pub const fn from_le_bytes(bytes: [u8; 4]) -> i32;
        pub const fn from_ne_bytes(bytes: [u8; 4]) -> i32;
        pub const fn unsigned_abs(self) -> u32;
        pub const fn abs_diff(self, other: i32) -> u32;
        pub const fn cast_unsigned(self) -> u32;
        pub const fn checked_add_unsigned(self, rhs: u32) -> Option<i32>;
        pub const fn checked_sub_unsigned(self, rhs: u32) -> Option<i32>;
    }
    impl i64 {
        pub const fn to_be_bytes(self) -> [u8; 8];
        pub const fn to_le_bytes(self) -> [u8; 8];
        pub const fn to_ne_bytes(self) -> [u8; 8];
        pub const fn from_be_bytes(bytes: [u8; 8]) -> i64;
        pub const fn from_le_bytes(bytes: [u8; 8]) -> i64;
        pub const fn from_ne_bytes(bytes: [u8; 8]) -> i64;
        pub const fn unsigned_abs(self) -> u64;
        pub const fn abs_diff(self, other: i64) -> u64;
        pub const fn cast_unsigned(self) -> u64;
        pub const fn checked_add_unsigned(self, rhs: u64) -> Option<i64>;
        pub const fn checked_sub_unsigned(self, rhs: u64) -> Option<i64>;
    }
    impl i128 {
        pub const fn to_be_bytes(self) -> [u8; 16];
        pub const fn to_le_bytes(self) -> [u8; 16];
        pub const fn to_ne_bytes(self) -> [u8; 16];
        pub const fn from_be_bytes(bytes: [u8; 16]) -> i128;
        pub const fn from_le_bytes(bytes: [u8; 16]) -> i128;
        pub const fn from_ne_bytes(bytes: [u8; 16]) -> i128;
        pub const fn unsigned_abs(self) -> u128;
        pub const fn abs_diff(self, other: i128) -> u128;
        pub const fn cast_unsigned(self) -> u128;
        pub const fn checked_add_unsigned(self, rhs: u128) -> Option<i128>;
        pub const fn checked_sub_unsigned(self, rhs: u128) -> Option<i128>;
    }
    impl isize {
        pub const fn to_be_bytes(self) -> [u8; 8];
        pub const fn to_le_bytes(self) -> [u8; 8];
        pub const fn to_ne_bytes(self) -> [u8; 8];
        pub const fn from_be_bytes(bytes: [u8; 8]) -> isize;
        pub const fn from_le_bytes(bytes: [u8; 8]) -> isize;
        pub const fn from_ne_bytes(bytes: [u8; 8]) -> isize;
        pub const fn unsigned_abs(self) -> usize;
        pub const fn abs_diff(self, other: isize) -> usize;
        pub const fn cast_unsigned(self) -> usize;
        pub const fn checked_add_unsigned(self, rhs: usize) -> Option<isize>;
        pub const fn checked_sub_unsigned(self, rhs: usize) -> Option<isize>;
    }
    impl u8 {
        pub const fn to_be_bytes(self) -> [u8; 1];
        pub const fn to_le_bytes(self) -> [u8; 1];
        pub const fn to_ne_bytes(self) -> [u8; 1];
        pub const fn from_be_bytes(bytes: [u8; 1]) -> u8;
        pub const fn from_le_bytes(bytes: [u8; 1]) -> u8;
        pub const fn from_ne_bytes(bytes: [u8; 1]) -> u8;
        pub const fn cast_signed(self) -> i8;
        pub const fn checked_add_signed(self, rhs: i8) -> Option<u8>;
        pub const fn wrapping_add_signed(self, rhs: i8) -> u8;
        pub const fn saturating_add_signed(self, rhs: i8) -> u8;
    }
    impl u16 {
        pub const fn to_be_bytes(self) -> [u8; 2];
        pub const fn to_le_bytes(self) -> [u8; 2];
        pub const fn to_ne_bytes(self) -> [u8; 2];
        pub const fn from_be_bytes(bytes: [u8; 2]) -> u16;
        pub const fn from_le_bytes(bytes: [u8; 2]) -> u16;
        pub const fn from_ne_bytes(bytes: [u8; 2]) -> u16;
        pub const fn cast_signed(self) -> i16;
        pub const fn checked_add_signed(self, rhs: i16) -> Option<u16>;
        pub const fn wrapping_add_signed(self, rhs: i16) -> u16;
        pub const fn saturating_add_signed(self, rhs: i16) -> u16;
    }
    impl u32 {
        pub const fn to_be_bytes(self) -> [u8; 4];
        pub const fn to_le_bytes(self) -> [u8; 4];
        pub const fn to_ne_bytes(self) -> [u8; 4];
        pub const fn from_be_bytes(bytes: [u8; 4]) -> u32;
        pub const fn from_le_bytes(bytes: [u8; 4]) -> u32;
        pub const fn from_ne_bytes(bytes: [u8; 4]) -> u32;
        pub const fn cast_signed(self) -> i32;
        pub const fn checked_add_signed(self, rhs: i32) -> Option<u32>;
        pub const fn wrapping_add_signed(self, rhs: i32) -> u32;
        pub const fn saturating_add_signed(self, rhs: i32) -> u32;
    }
    impl u64 {
        pub const fn to_be_bytes(self) -> [u8; 8];
        pub const fn to_le_bytes(self) -> [u8; 8];
        pub const fn to_ne_bytes(self) -> [u8; 8];
        pub const fn from_be_bytes(bytes: [u8; 8]) -> u64;
        pub const fn from_le_bytes(bytes: [u8; 8]) -> u64;
        pub const fn from_ne_bytes(bytes: [u8; 8]) -> u64;
        pub const fn cast_signed(self) -> i64;
        pub const fn checked_add_signed(self, rhs: i64) -> Option<u64>;
        pub const fn wrapping_add_signed(self, rhs: i64) -> u64;
        pub const fn saturating_add_signed(self, rhs: i64) -> u64;
    }
    impl u128 {
        pub const fn to_be_bytes(self) -> [u8; 16];
        pub const fn to_le_bytes(self) -> [u8; 16];
        pub const fn to_ne_bytes(self) -> [u8; 16];
        pub const fn from_be_bytes(bytes: [u8; 16]) -> u128;
        pub const fn from_le_bytes(bytes: [u8; 16]) -> u128;
        pub const fn from_ne_bytes(bytes: [u8; 16]) -> u128;
        pub const fn cast_signed(self) -> i128;
        pub const fn checked_add_signed(self, rhs: i128) -> Option<u128>;
        pub const fn wrapping_add_signed(self, rhs: i128) -> u128;
        pub const fn saturating_add_signed(self, rhs: i128) -> u128;
    }
    impl usize {
        pub const fn to_be_bytes(self) -> [u8; 8];
        pub const fn to_le_bytes(self) -> [u8; 8];
        pub const fn to_ne_bytes(self) -> [u8; 8];
        pub const fn from_be_bytes(bytes: [u8; 8]) -> usize;
        pub const fn from_le_bytes(bytes: [u8; 8]) -> usize;
        pub const fn from_ne_bytes(bytes: [u8; 8]) -> usize;
        pub const fn cast_signed(self) -> isize;
        pub const fn checked_add_signed(self, rhs: isize) -> Option<usize>;
        pub const fn wrapping_add_signed(self, rhs: isize) -> usize;
        pub const fn saturating_add_signed(self, rhs: isize) -> usize;
    }
    impl u8 {
        pub const fn is_ascii(&self) -> bool;
        pub const fn to_ascii_uppercase(&self) -> u8;
        pub const fn to_ascii_lowercase(&self) -> u8;
        pub const fn eq_ignore_ascii_case(&self, other: &u8) -> bool;
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
    #[each(Float = f32, f64)]
    impl Float {
        pub const EPSILON: Float;
        pub const MIN: Float;
        pub const MIN_POSITIVE: Float;
        pub const MAX: Float;
        pub const NAN: Float;
        pub const INFINITY: Float;
        pub const NEG_INFINITY: Float;
        pub const RADIX: u32;
        pub const MANTISSA_DIGITS: u32;
        pub const DIGITS: u32;
        pub fn floor(self) -> Float;
        pub fn ceil(self) -> Float;
        pub fn round(self) -> Float;
        pub fn trunc(self) -> Float;
        pub fn fract(self) -> Float;
        pub fn abs(self) -> Float;
        pub fn signum(self) -> Float;
        pub fn sqrt(self) -> Float;
        pub fn exp(self) -> Float;
        pub fn exp2(self) -> Float;
        pub fn ln(self) -> Float;
        pub fn log2(self) -> Float;
        pub fn log10(self) -> Float;
        pub fn cbrt(self) -> Float;
        pub fn sin(self) -> Float;
        pub fn cos(self) -> Float;
        pub fn tan(self) -> Float;
        pub fn asin(self) -> Float;
        pub fn acos(self) -> Float;
        pub fn atan(self) -> Float;
        pub fn exp_m1(self) -> Float;
        pub fn ln_1p(self) -> Float;
        pub fn sinh(self) -> Float;
        pub fn cosh(self) -> Float;
        pub fn tanh(self) -> Float;
        pub fn asinh(self) -> Float;
        pub fn acosh(self) -> Float;
        pub fn atanh(self) -> Float;
        pub fn recip(self) -> Float;
        pub fn to_degrees(self) -> Float;
        pub fn to_radians(self) -> Float;
        pub fn round_ties_even(self) -> Float;
        pub fn copysign(self, other: Float) -> Float;
        pub fn powf(self, other: Float) -> Float;
        pub fn log(self, other: Float) -> Float;
        pub fn hypot(self, other: Float) -> Float;
        pub fn atan2(self, other: Float) -> Float;
        pub fn max(self, other: Float) -> Float;
        pub fn min(self, other: Float) -> Float;
        pub fn div_euclid(self, other: Float) -> Float;
        pub fn rem_euclid(self, other: Float) -> Float;
        pub fn powi(self, n: i32) -> Float;
        pub fn mul_add(self, a: Float, b: Float) -> Float;
        pub fn sin_cos(self) -> (Float, Float);
        pub fn clamp(self, min: Float, max: Float) -> Float;
        pub const fn is_nan(self) -> bool;
        pub const fn is_infinite(self) -> bool;
        pub const fn is_finite(self) -> bool;
        pub const fn is_normal(self) -> bool;
        pub const fn is_sign_positive(self) -> bool;
        pub const fn is_sign_negative(self) -> bool;
        pub fn total_cmp(&self, other: &Float) -> crate::cmp::Ordering;
    }
    impl f32 {
        pub const fn to_bits(self) -> u32;
        pub const fn from_bits(v: u32) -> f32;
    }
    impl f64 {
        pub const fn to_bits(self) -> u64;
        pub const fn from_bits(v: u64) -> f64;
    }
    impl bool {
        pub fn then_some<T>(self, t: T) -> Option<T>;
        pub fn then<T, F: FnOnce() -> T>(self, f: F) -> Option<T>;
    }
    impl From<u8> for u16 {
        fn from(small: u8) -> u16;
    }
    impl From<bool> for u16 {
        fn from(small: bool) -> u16;
    }
    impl From<u8> for u32 {
        fn from(small: u8) -> u32;
    }
    impl From<u16> for u32 {
        fn from(small: u16) -> u32;
    }
    impl From<bool> for u32 {
        fn from(small: bool) -> u32;
    }
    impl From<u8> for u64 {
        fn from(small: u8) -> u64;
    }
    impl From<u16> for u64 {
        fn from(small: u16) -> u64;
    }
    impl From<u32> for u64 {
        fn from(small: u32) -> u64;
    }
    impl From<bool> for u64 {
        fn from(small: bool) -> u64;
    }
    impl From<u8> for u128 {
        fn from(small: u8) -> u128;
    }
    impl From<u16> for u128 {
        fn from(small: u16) -> u128;
    }
    impl From<u32> for u128 {
        fn from(small: u32) -> u128;
    }
    impl From<u64> for u128 {
        fn from(small: u64) -> u128;
    }
    impl From<bool> for u128 {
        fn from(small: bool) -> u128;
    }
    impl From<u8> for usize {
        fn from(small: u8) -> usize;
    }
    impl From<u16> for usize {
        fn from(small: u16) -> usize;
    }
    impl From<bool> for usize {
        fn from(small: bool) -> usize;
    }
    impl From<bool> for u8 {
        fn from(small: bool) -> u8;
    }
    impl From<bool> for i8 {
        fn from(small: bool) -> i8;
    }
    impl From<i8> for i16 {
        fn from(small: i8) -> i16;
    }
    impl From<u8> for i16 {
        fn from(small: u8) -> i16;
    }
    impl From<bool> for i16 {
        fn from(small: bool) -> i16;
    }
    impl From<i8> for i32 {
        fn from(small: i8) -> i32;
    }
    impl From<i16> for i32 {
        fn from(small: i16) -> i32;
    }
    impl From<u8> for i32 {
        fn from(small: u8) -> i32;
    }
    impl From<u16> for i32 {
        fn from(small: u16) -> i32;
    }
    impl From<bool> for i32 {
        fn from(small: bool) -> i32;
    }
    impl From<i8> for i64 {
        fn from(small: i8) -> i64;
    }
    impl From<i16> for i64 {
        fn from(small: i16) -> i64;
    }
    impl From<i32> for i64 {
        fn from(small: i32) -> i64;
    }
    impl From<u8> for i64 {
        fn from(small: u8) -> i64;
    }
    impl From<u16> for i64 {
        fn from(small: u16) -> i64;
    }
    impl From<u32> for i64 {
        fn from(small: u32) -> i64;
    }
    impl From<bool> for i64 {
        fn from(small: bool) -> i64;
    }
    impl From<i8> for i128 {
        fn from(small: i8) -> i128;
    }
    impl From<i16> for i128 {
        fn from(small: i16) -> i128;
    }
    impl From<i32> for i128 {
        fn from(small: i32) -> i128;
    }
    impl From<i64> for i128 {
        fn from(small: i64) -> i128;
    }
    impl From<u8> for i128 {
        fn from(small: u8) -> i128;
    }
    impl From<u16> for i128 {
        fn from(small: u16) -> i128;
    }
    impl From<u32> for i128 {
        fn from(small: u32) -> i128;
    }
    impl From<u64> for i128 {
        fn from(small: u64) -> i128;
    }
    impl From<bool> for i128 {
        fn from(small: bool) -> i128;
    }
    impl From<i8> for isize {
        fn from(small: i8) -> isize;
    }
    impl From<i16> for isize {
        fn from(small: i16) -> isize;
    }
    impl From<u8> for isize {
        fn from(small: u8) -> isize;
    }
    impl From<bool> for isize {
        fn from(small: bool) -> isize;
    }
    impl From<i8> for f32 {
        fn from(small: i8) -> f32;
    }
    impl From<i16> for f32 {
        fn from(small: i16) -> f32;
    }
    impl From<u8> for f32 {
        fn from(small: u8) -> f32;
    }
    impl From<u16> for f32 {
        fn from(small: u16) -> f32;
    }
    impl From<bool> for f32 {
        fn from(small: bool) -> f32;
    }
    impl From<i8> for f64 {
        fn from(small: i8) -> f64;
    }
    impl From<i16> for f64 {
        fn from(small: i16) -> f64;
    }
    impl From<i32> for f64 {
        fn from(small: i32) -> f64;
    }
    impl From<u8> for f64 {
        fn from(small: u8) -> f64;
    }
    impl From<u16> for f64 {
        fn from(small: u16) -> f64;
    }
    impl From<u32> for f64 {
        fn from(small: u32) -> f64;
    }
    impl From<f32> for f64 {
        fn from(small: f32) -> f64;
    }
    impl From<bool> for f64 {
        fn from(small: bool) -> f64;
    }
    impl TryFrom<i16> for i8 {
        type Error = TryFromIntError;
        fn try_from(u: i16) -> Result<i8, TryFromIntError>;
    }
    impl TryFrom<i32> for i8 {
        type Error = TryFromIntError;
        fn try_from(u: i32) -> Result<i8, TryFromIntError>;
    }
    impl TryFrom<i64> for i8 {
        type Error = TryFromIntError;
        fn try_from(u: i64) -> Result<i8, TryFromIntError>;
    }
    impl TryFrom<i128> for i8 {
        type Error = TryFromIntError;
        fn try_from(u: i128) -> Result<i8, TryFromIntError>;
    }
    impl TryFrom<isize> for i8 {
        type Error = TryFromIntError;
        fn try_from(u: isize) -> Result<i8, TryFromIntError>;
    }
    impl TryFrom<u8> for i8 {
        type Error = TryFromIntError;
        fn try_from(u: u8) -> Result<i8, TryFromIntError>;
    }
    impl TryFrom<u16> for i8 {
        type Error = TryFromIntError;
        fn try_from(u: u16) -> Result<i8, TryFromIntError>;
    }
    impl TryFrom<u32> for i8 {
        type Error = TryFromIntError;
        fn try_from(u: u32) -> Result<i8, TryFromIntError>;
    }
    impl TryFrom<u64> for i8 {
        type Error = TryFromIntError;
        fn try_from(u: u64) -> Result<i8, TryFromIntError>;
    }
    impl TryFrom<u128> for i8 {
        type Error = TryFromIntError;
        fn try_from(u: u128) -> Result<i8, TryFromIntError>;
    }
    impl TryFrom<usize> for i8 {
        type Error = TryFromIntError;
        fn try_from(u: usize) -> Result<i8, TryFromIntError>;
    }
    impl TryFrom<i32> for i16 {
        type Error = TryFromIntError;
        fn try_from(u: i32) -> Result<i16, TryFromIntError>;
    }
    impl TryFrom<i64> for i16 {
        type Error = TryFromIntError;
        fn try_from(u: i64) -> Result<i16, TryFromIntError>;
    }
    impl TryFrom<i128> for i16 {
        type Error = TryFromIntError;
        fn try_from(u: i128) -> Result<i16, TryFromIntError>;
    }
    impl TryFrom<isize> for i16 {
        type Error = TryFromIntError;
        fn try_from(u: isize) -> Result<i16, TryFromIntError>;
    }
    impl TryFrom<u16> for i16 {
        type Error = TryFromIntError;
        fn try_from(u: u16) -> Result<i16, TryFromIntError>;
    }
    impl TryFrom<u32> for i16 {
        type Error = TryFromIntError;
        fn try_from(u: u32) -> Result<i16, TryFromIntError>;
    }
    impl TryFrom<u64> for i16 {
        type Error = TryFromIntError;
        fn try_from(u: u64) -> Result<i16, TryFromIntError>;
    }
    impl TryFrom<u128> for i16 {
        type Error = TryFromIntError;
        fn try_from(u: u128) -> Result<i16, TryFromIntError>;
    }
    impl TryFrom<usize> for i16 {
        type Error = TryFromIntError;
        fn try_from(u: usize) -> Result<i16, TryFromIntError>;
    }
    impl TryFrom<i64> for i32 {
        type Error = TryFromIntError;
        fn try_from(u: i64) -> Result<i32, TryFromIntError>;
    }
    impl TryFrom<i128> for i32 {
        type Error = TryFromIntError;
        fn try_from(u: i128) -> Result<i32, TryFromIntError>;
    }
    impl TryFrom<isize> for i32 {
        type Error = TryFromIntError;
        fn try_from(u: isize) -> Result<i32, TryFromIntError>;
    }
    impl TryFrom<u32> for i32 {
        type Error = TryFromIntError;
        fn try_from(u: u32) -> Result<i32, TryFromIntError>;
    }
    impl TryFrom<u64> for i32 {
        type Error = TryFromIntError;
        fn try_from(u: u64) -> Result<i32, TryFromIntError>;
    }
    impl TryFrom<u128> for i32 {
        type Error = TryFromIntError;
        fn try_from(u: u128) -> Result<i32, TryFromIntError>;
    }
    impl TryFrom<usize> for i32 {
        type Error = TryFromIntError;
        fn try_from(u: usize) -> Result<i32, TryFromIntError>;
    }
    impl TryFrom<i128> for i64 {
        type Error = TryFromIntError;
        fn try_from(u: i128) -> Result<i64, TryFromIntError>;
    }
    impl TryFrom<isize> for i64 {
        type Error = TryFromIntError;
        fn try_from(u: isize) -> Result<i64, TryFromIntError>;
    }
    impl TryFrom<u64> for i64 {
        type Error = TryFromIntError;
        fn try_from(u: u64) -> Result<i64, TryFromIntError>;
    }
    impl TryFrom<u128> for i64 {
        type Error = TryFromIntError;
        fn try_from(u: u128) -> Result<i64, TryFromIntError>;
    }
    impl TryFrom<usize> for i64 {
        type Error = TryFromIntError;
        fn try_from(u: usize) -> Result<i64, TryFromIntError>;
    }
    impl TryFrom<isize> for i128 {
        type Error = TryFromIntError;
        fn try_from(u: isize) -> Result<i128, TryFromIntError>;
    }
    impl TryFrom<u128> for i128 {
        type Error = TryFromIntError;
        fn try_from(u: u128) -> Result<i128, TryFromIntError>;
    }
    impl TryFrom<usize> for i128 {
        type Error = TryFromIntError;
        fn try_from(u: usize) -> Result<i128, TryFromIntError>;
    }
    impl TryFrom<i32> for isize {
        type Error = TryFromIntError;
        fn try_from(u: i32) -> Result<isize, TryFromIntError>;
    }
    impl TryFrom<i64> for isize {
        type Error = TryFromIntError;
        fn try_from(u: i64) -> Result<isize, TryFromIntError>;
    }
    impl TryFrom<i128> for isize {
        type Error = TryFromIntError;
        fn try_from(u: i128) -> Result<isize, TryFromIntError>;
    }
    impl TryFrom<u16> for isize {
        type Error = TryFromIntError;
        fn try_from(u: u16) -> Result<isize, TryFromIntError>;
    }
    impl TryFrom<u32> for isize {
        type Error = TryFromIntError;
        fn try_from(u: u32) -> Result<isize, TryFromIntError>;
    }
    impl TryFrom<u64> for isize {
        type Error = TryFromIntError;
        fn try_from(u: u64) -> Result<isize, TryFromIntError>;
    }
    impl TryFrom<u128> for isize {
        type Error = TryFromIntError;
        fn try_from(u: u128) -> Result<isize, TryFromIntError>;
    }
    impl TryFrom<usize> for isize {
        type Error = TryFromIntError;
        fn try_from(u: usize) -> Result<isize, TryFromIntError>;
    }
    impl TryFrom<i8> for u8 {
        type Error = TryFromIntError;
        fn try_from(u: i8) -> Result<u8, TryFromIntError>;
    }
    impl TryFrom<i16> for u8 {
        type Error = TryFromIntError;
        fn try_from(u: i16) -> Result<u8, TryFromIntError>;
    }
    impl TryFrom<i32> for u8 {
        type Error = TryFromIntError;
        fn try_from(u: i32) -> Result<u8, TryFromIntError>;
    }
    impl TryFrom<i64> for u8 {
        type Error = TryFromIntError;
        fn try_from(u: i64) -> Result<u8, TryFromIntError>;
    }
    impl TryFrom<i128> for u8 {
        type Error = TryFromIntError;
        fn try_from(u: i128) -> Result<u8, TryFromIntError>;
    }
    impl TryFrom<isize> for u8 {
        type Error = TryFromIntError;
        fn try_from(u: isize) -> Result<u8, TryFromIntError>;
    }
    impl TryFrom<u16> for u8 {
        type Error = TryFromIntError;
        fn try_from(u: u16) -> Result<u8, TryFromIntError>;
    }
    impl TryFrom<u32> for u8 {
        type Error = TryFromIntError;
        fn try_from(u: u32) -> Result<u8, TryFromIntError>;
    }
    impl TryFrom<u64> for u8 {
        type Error = TryFromIntError;
        fn try_from(u: u64) -> Result<u8, TryFromIntError>;
    }
    impl TryFrom<u128> for u8 {
        type Error = TryFromIntError;
        fn try_from(u: u128) -> Result<u8, TryFromIntError>;
    }
    impl TryFrom<usize> for u8 {
        type Error = TryFromIntError;
        fn try_from(u: usize) -> Result<u8, TryFromIntError>;
    }
    impl TryFrom<i8> for u16 {
        type Error = TryFromIntError;
        fn try_from(u: i8) -> Result<u16, TryFromIntError>;
    }
    impl TryFrom<i16> for u16 {
        type Error = TryFromIntError;
        fn try_from(u: i16) -> Result<u16, TryFromIntError>;
    }
    impl TryFrom<i32> for u16 {
        type Error = TryFromIntError;
        fn try_from(u: i32) -> Result<u16, TryFromIntError>;
    }
    impl TryFrom<i64> for u16 {
        type Error = TryFromIntError;
        fn try_from(u: i64) -> Result<u16, TryFromIntError>;
    }
    impl TryFrom<i128> for u16 {
        type Error = TryFromIntError;
        fn try_from(u: i128) -> Result<u16, TryFromIntError>;
    }
    impl TryFrom<isize> for u16 {
        type Error = TryFromIntError;
        fn try_from(u: isize) -> Result<u16, TryFromIntError>;
    }
    impl TryFrom<u32> for u16 {
        type Error = TryFromIntError;
        fn try_from(u: u32) -> Result<u16, TryFromIntError>;
    }
    impl TryFrom<u64> for u16 {
        type Error = TryFromIntError;
        fn try_from(u: u64) -> Result<u16, TryFromIntError>;
    }
    impl TryFrom<u128> for u16 {
        type Error = TryFromIntError;
        fn try_from(u: u128) -> Result<u16, TryFromIntError>;
    }
    impl TryFrom<usize> for u16 {
        type Error = TryFromIntError;
        fn try_from(u: usize) -> Result<u16, TryFromIntError>;
    }
    impl TryFrom<i8> for u32 {
        type Error = TryFromIntError;
        fn try_from(u: i8) -> Result<u32, TryFromIntError>;
    }
    impl TryFrom<i16> for u32 {
        type Error = TryFromIntError;
        fn try_from(u: i16) -> Result<u32, TryFromIntError>;
    }
    impl TryFrom<i32> for u32 {
        type Error = TryFromIntError;
        fn try_from(u: i32) -> Result<u32, TryFromIntError>;
    }
    impl TryFrom<i64> for u32 {
        type Error = TryFromIntError;
        fn try_from(u: i64) -> Result<u32, TryFromIntError>;
    }
    impl TryFrom<i128> for u32 {
        type Error = TryFromIntError;
        fn try_from(u: i128) -> Result<u32, TryFromIntError>;
    }
    impl TryFrom<isize> for u32 {
        type Error = TryFromIntError;
        fn try_from(u: isize) -> Result<u32, TryFromIntError>;
    }
    impl TryFrom<u64> for u32 {
        type Error = TryFromIntError;
        fn try_from(u: u64) -> Result<u32, TryFromIntError>;
    }
    impl TryFrom<u128> for u32 {
        type Error = TryFromIntError;
        fn try_from(u: u128) -> Result<u32, TryFromIntError>;
    }
    impl TryFrom<usize> for u32 {
        type Error = TryFromIntError;
        fn try_from(u: usize) -> Result<u32, TryFromIntError>;
    }
    impl TryFrom<i8> for u64 {
        type Error = TryFromIntError;
        fn try_from(u: i8) -> Result<u64, TryFromIntError>;
    }
    impl TryFrom<i16> for u64 {
        type Error = TryFromIntError;
        fn try_from(u: i16) -> Result<u64, TryFromIntError>;
    }
    impl TryFrom<i32> for u64 {
        type Error = TryFromIntError;
        fn try_from(u: i32) -> Result<u64, TryFromIntError>;
    }
    impl TryFrom<i64> for u64 {
        type Error = TryFromIntError;
        fn try_from(u: i64) -> Result<u64, TryFromIntError>;
    }
    impl TryFrom<i128> for u64 {
        type Error = TryFromIntError;
        fn try_from(u: i128) -> Result<u64, TryFromIntError>;
    }
    impl TryFrom<isize> for u64 {
        type Error = TryFromIntError;
        fn try_from(u: isize) -> Result<u64, TryFromIntError>;
    }
    impl TryFrom<u128> for u64 {
        type Error = TryFromIntError;
        fn try_from(u: u128) -> Result<u64, TryFromIntError>;
    }
    impl TryFrom<usize> for u64 {
        type Error = TryFromIntError;
        fn try_from(u: usize) -> Result<u64, TryFromIntError>;
    }
    impl TryFrom<i8> for u128 {
        type Error = TryFromIntError;
        fn try_from(u: i8) -> Result<u128, TryFromIntError>;
    }
    impl TryFrom<i16> for u128 {
        type Error = TryFromIntError;
        fn try_from(u: i16) -> Result<u128, TryFromIntError>;
    }
    impl TryFrom<i32> for u128 {
        type Error = TryFromIntError;
        fn try_from(u: i32) -> Result<u128, TryFromIntError>;
    }
    impl TryFrom<i64> for u128 {
        type Error = TryFromIntError;
        fn try_from(u: i64) -> Result<u128, TryFromIntError>;
    }
    impl TryFrom<i128> for u128 {
        type Error = TryFromIntError;
        fn try_from(u: i128) -> Result<u128, TryFromIntError>;
    }
    impl TryFrom<isize> for u128 {
        type Error = TryFromIntError;
        fn try_from(u: isize) -> Result<u128, TryFromIntError>;
    }
    impl TryFrom<usize> for u128 {
        type Error = TryFromIntError;
        fn try_from(u: usize) -> Result<u128, TryFromIntError>;
    }
    impl TryFrom<i8> for usize {
        type Error = TryFromIntError;
        fn try_from(u: i8) -> Result<usize, TryFromIntError>;
    }
    impl TryFrom<i16> for usize {
        type Error = TryFromIntError;
        fn try_from(u: i16) -> Result<usize, TryFromIntError>;
    }
    impl TryFrom<i32> for usize {
        type Error = TryFromIntError;
        fn try_from(u: i32) -> Result<usize, TryFromIntError>;
    }
    impl TryFrom<i64> for usize {
        type Error = TryFromIntError;
        fn try_from(u: i64) -> Result<usize, TryFromIntError>;
    }
    impl TryFrom<i128> for usize {
        type Error = TryFromIntError;
        fn try_from(u: i128) -> Result<usize, TryFromIntError>;
    }
    impl TryFrom<isize> for usize {
        type Error = TryFromIntError;
        fn try_from(u: isize) -> Result<usize, TryFromIntError>;
    }
    impl TryFrom<u32> for usize {
        type Error = TryFromIntError;
        fn try_from(u: u32) -> Result<usize, TryFromIntError>;
    }
    impl TryFrom<u64> for usize {
        type Error = TryFromIntError;
        fn try_from(u: u64) -> Result<usize, TryFromIntError>;
    }
    impl TryFrom<u128> for usize {
        type Error = TryFromIntError;
        fn try_from(u: u128) -> Result<usize, TryFromIntError>;
    }
    impl From<crate::convert::Infallible> for TryFromIntError {
        fn from(x: crate::convert::Infallible) -> TryFromIntError;
    }
    #[undeclared_impls(Add, AddAssign, Binary, BitAnd, BitAndAssign, BitOr, BitOrAssign, BitXor, BitXorAssign, Clone, Copy, Debug, Default, Display, Div, DivAssign, Eq, Hash, LowerHex, Mul, MulAssign, Neg, Not, Octal, Ord, PartialEq, PartialOrd, Rem, RemAssign, Shl, ShlAssign, Shr, ShrAssign, Sub, SubAssign, UpperHex)]
    pub struct Wrapping<T>(pub T);
}
pub mod i8 {
    pub const MIN: i8;
    pub const MAX: i8;
}
pub mod i16 {
    pub const MIN: i16;
    pub const MAX: i16;
}
pub mod i32 {
    pub const MIN: i32;
    pub const MAX: i32;
}
pub mod i64 {
    pub const MIN: i64;
    pub const MAX: i64;
}
pub mod i128 {
    pub const MIN: i128;
    pub const MAX: i128;
}
pub mod isize {
    pub const MIN: isize;
    pub const MAX: isize;
}
pub mod u8 {
    pub const MIN: u8;
    pub const MAX: u8;
}
pub mod u16 {
    pub const MIN: u16;
    pub const MAX: u16;
}
pub mod u32 {
    pub const MIN: u32;
    pub const MAX: u32;
}
pub mod u64 {
    pub const MIN: u64;
    pub const MAX: u64;
}
pub mod u128 {
    pub const MIN: u128;
    pub const MAX: u128;
}
pub mod usize {
    pub const MIN: usize;
    pub const MAX: usize;
}
pub mod f32 {
    pub const EPSILON: f32;
    pub const MIN: f32;
    pub const MIN_POSITIVE: f32;
    pub const MAX: f32;
    pub const NAN: f32;
    pub const INFINITY: f32;
    pub const NEG_INFINITY: f32;
    pub mod consts {
        pub const PI: f32;
        pub const TAU: f32;
        pub const E: f32;
        pub const SQRT_2: f32;
        pub const LN_2: f32;
        pub const LN_10: f32;
        pub const LOG2_E: f32;
        pub const LOG10_E: f32;
        pub const FRAC_PI_2: f32;
        pub const FRAC_PI_3: f32;
        pub const FRAC_PI_4: f32;
        pub const FRAC_PI_6: f32;
        pub const FRAC_PI_8: f32;
        pub const FRAC_1_PI: f32;
        pub const FRAC_2_PI: f32;
        pub const FRAC_1_SQRT_2: f32;
    }
}
pub mod f64 {
    pub const EPSILON: f64;
    pub const MIN: f64;
    pub const MIN_POSITIVE: f64;
    pub const MAX: f64;
    pub const NAN: f64;
    pub const INFINITY: f64;
    pub const NEG_INFINITY: f64;
    pub mod consts {
        pub const PI: f64;
        pub const TAU: f64;
        pub const E: f64;
        pub const SQRT_2: f64;
        pub const LN_2: f64;
        pub const LN_10: f64;
        pub const LOG2_E: f64;
        pub const LOG10_E: f64;
        pub const FRAC_PI_2: f64;
        pub const FRAC_PI_3: f64;
        pub const FRAC_PI_4: f64;
        pub const FRAC_PI_6: f64;
        pub const FRAC_PI_8: f64;
        pub const FRAC_1_PI: f64;
        pub const FRAC_2_PI: f64;
        pub const FRAC_1_SQRT_2: f64;
    }
}

// Operators, Deref, Index, ranges, Fn traits, Try.

pub mod ops {
    #[lang = "add"]
    #[complete]
    pub trait Add<Rhs = Self> {
        type Output;
        fn add(self, rhs: Rhs) -> Self::Output;
    }
    #[lang = "add_assign"]
    #[complete]
    pub trait AddAssign<Rhs = Self> {
        fn add_assign(&mut self, rhs: Rhs);
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl Add for Prim {
        type Output = Prim;
        fn add(self, other: Prim) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl<'a> Add<Prim> for &'a Prim {
        type Output = Prim;
        fn add(self, other: Prim) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl<'a> Add<&'a Prim> for Prim {
        type Output = Prim;
        fn add(self, other: &'a Prim) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl<'a, 'b> Add<&'a Prim> for &'b Prim {
        type Output = Prim;
        fn add(self, other: &'a Prim) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl AddAssign for Prim {
        fn add_assign(&mut self, other: Prim);
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl<'a> AddAssign<&'a Prim> for Prim {
        fn add_assign(&mut self, other: &'a Prim);
    }
    #[lang = "sub"]
    #[complete]
    pub trait Sub<Rhs = Self> {
        type Output;
        fn sub(self, rhs: Rhs) -> Self::Output;
    }
    #[lang = "sub_assign"]
    #[complete]
    pub trait SubAssign<Rhs = Self> {
        fn sub_assign(&mut self, rhs: Rhs);
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl Sub for Prim {
        type Output = Prim;
        fn sub(self, other: Prim) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl<'a> Sub<Prim> for &'a Prim {
        type Output = Prim;
        fn sub(self, other: Prim) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl<'a> Sub<&'a Prim> for Prim {
        type Output = Prim;
        fn sub(self, other: &'a Prim) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl<'a, 'b> Sub<&'a Prim> for &'b Prim {
        type Output = Prim;
        fn sub(self, other: &'a Prim) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl SubAssign for Prim {
        fn sub_assign(&mut self, other: Prim);
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl<'a> SubAssign<&'a Prim> for Prim {
        fn sub_assign(&mut self, other: &'a Prim);
    }
    #[lang = "mul"]
    #[complete]
    pub trait Mul<Rhs = Self> {
        type Output;
        fn mul(self, rhs: Rhs) -> Self::Output;
    }
    #[lang = "mul_assign"]
    #[complete]
    pub trait MulAssign<Rhs = Self> {
        fn mul_assign(&mut self, rhs: Rhs);
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl Mul for Prim {
        type Output = Prim;
        fn mul(self, other: Prim) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl<'a> Mul<Prim> for &'a Prim {
        type Output = Prim;
        fn mul(self, other: Prim) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl<'a> Mul<&'a Prim> for Prim {
        type Output = Prim;
        fn mul(self, other: &'a Prim) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl<'a, 'b> Mul<&'a Prim> for &'b Prim {
        type Output = Prim;
        fn mul(self, other: &'a Prim) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl MulAssign for Prim {
        fn mul_assign(&mut self, other: Prim);
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl<'a> MulAssign<&'a Prim> for Prim {
        fn mul_assign(&mut self, other: &'a Prim);
    }
    #[lang = "div"]
    #[complete]
    pub trait Div<Rhs = Self> {
        type Output;
        fn div(self, rhs: Rhs) -> Self::Output;
    }
    #[lang = "div_assign"]
    #[complete]
    pub trait DivAssign<Rhs = Self> {
        fn div_assign(&mut self, rhs: Rhs);
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl Div for Prim {
        type Output = Prim;
        fn div(self, other: Prim) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl<'a> Div<Prim> for &'a Prim {
        type Output = Prim;
        fn div(self, other: Prim) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl<'a> Div<&'a Prim> for Prim {
        type Output = Prim;
        fn div(self, other: &'a Prim) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl<'a, 'b> Div<&'a Prim> for &'b Prim {
        type Output = Prim;
        fn div(self, other: &'a Prim) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl DivAssign for Prim {
        fn div_assign(&mut self, other: Prim);
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl<'a> DivAssign<&'a Prim> for Prim {
        fn div_assign(&mut self, other: &'a Prim);
    }
    #[lang = "rem"]
    #[complete]
    pub trait Rem<Rhs = Self> {
        type Output;
        fn rem(self, rhs: Rhs) -> Self::Output;
    }
    #[lang = "rem_assign"]
    #[complete]
    pub trait RemAssign<Rhs = Self> {
        fn rem_assign(&mut self, rhs: Rhs);
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl Rem for Prim {
        type Output = Prim;
        fn rem(self, other: Prim) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl<'a> Rem<Prim> for &'a Prim {
        type Output = Prim;
        fn rem(self, other: Prim) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl<'a> Rem<&'a Prim> for Prim {
        type Output = Prim;
        fn rem(self, other: &'a Prim) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl<'a, 'b> Rem<&'a Prim> for &'b Prim {
        type Output = Prim;
        fn rem(self, other: &'a Prim) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl RemAssign for Prim {
        fn rem_assign(&mut self, other: Prim);
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)]
    impl<'a> RemAssign<&'a Prim> for Prim {
        fn rem_assign(&mut self, other: &'a Prim);
    }
    #[lang = "bitxor"]
    #[complete]
    pub trait BitXor<Rhs = Self> {
        type Output;
        fn bitxor(self, rhs: Rhs) -> Self::Output;
    }
    #[lang = "bitxor_assign"]
    #[complete]
    pub trait BitXorAssign<Rhs = Self> {
        fn bitxor_assign(&mut self, rhs: Rhs);
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool)]
    impl BitXor for Prim {
        type Output = Prim;
        fn bitxor(self, other: Prim) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool)]
    impl<'a> BitXor<Prim> for &'a Prim {
        type Output = Prim;
        fn bitxor(self, other: Prim) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool)]
    impl<'a> BitXor<&'a Prim> for Prim {
        type Output = Prim;
        fn bitxor(self, other: &'a Prim) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool)]
    impl<'a, 'b> BitXor<&'a Prim> for &'b Prim {
        type Output = Prim;
        fn bitxor(self, other: &'a Prim) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool)]
    impl BitXorAssign for Prim {
        fn bitxor_assign(&mut self, other: Prim);
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool)]
    impl<'a> BitXorAssign<&'a Prim> for Prim {
        fn bitxor_assign(&mut self, other: &'a Prim);
    }
    #[lang = "bitand"]
    #[complete]
    pub trait BitAnd<Rhs = Self> {
        type Output;
        fn bitand(self, rhs: Rhs) -> Self::Output;
    }
    #[lang = "bitand_assign"]
    #[complete]
    pub trait BitAndAssign<Rhs = Self> {
        fn bitand_assign(&mut self, rhs: Rhs);
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool)]
    impl BitAnd for Prim {
        type Output = Prim;
        fn bitand(self, other: Prim) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool)]
    impl<'a> BitAnd<Prim> for &'a Prim {
        type Output = Prim;
        fn bitand(self, other: Prim) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool)]
    impl<'a> BitAnd<&'a Prim> for Prim {
        type Output = Prim;
        fn bitand(self, other: &'a Prim) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool)]
    impl<'a, 'b> BitAnd<&'a Prim> for &'b Prim {
        type Output = Prim;
        fn bitand(self, other: &'a Prim) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool)]
    impl BitAndAssign for Prim {
        fn bitand_assign(&mut self, other: Prim);
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool)]
    impl<'a> BitAndAssign<&'a Prim> for Prim {
        fn bitand_assign(&mut self, other: &'a Prim);
    }
    #[lang = "bitor"]
    #[complete]
    pub trait BitOr<Rhs = Self> {
        type Output;
        fn bitor(self, rhs: Rhs) -> Self::Output;
    }
    #[lang = "bitor_assign"]
    #[complete]
    pub trait BitOrAssign<Rhs = Self> {
        fn bitor_assign(&mut self, rhs: Rhs);
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool)]
    impl BitOr for Prim {
        type Output = Prim;
        fn bitor(self, other: Prim) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool)]
    impl<'a> BitOr<Prim> for &'a Prim {
        type Output = Prim;
        fn bitor(self, other: Prim) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool)]
    impl<'a> BitOr<&'a Prim> for Prim {
        type Output = Prim;
        fn bitor(self, other: &'a Prim) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool)]
    impl<'a, 'b> BitOr<&'a Prim> for &'b Prim {
        type Output = Prim;
        fn bitor(self, other: &'a Prim) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool)]
    impl BitOrAssign for Prim {
        fn bitor_assign(&mut self, other: Prim);
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool)]
    impl<'a> BitOrAssign<&'a Prim> for Prim {
        fn bitor_assign(&mut self, other: &'a Prim);
    }
    #[lang = "shl"]
    #[complete]
    pub trait Shl<Rhs = Self> {
        type Output;
        fn shl(self, rhs: Rhs) -> Self::Output;
    }
    #[lang = "shl_assign"]
    #[complete]
    pub trait ShlAssign<Rhs = Self> {
        fn shl_assign(&mut self, rhs: Rhs);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl Shl<i8> for Int {
        type Output = Int;
        fn shl(self, other: i8) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shl<i8> for &'a Int {
        type Output = Int;
        fn shl(self, other: i8) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shl<&'a i8> for Int {
        type Output = Int;
        fn shl(self, other: &'a i8) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a, 'b> Shl<&'a i8> for &'b Int {
        type Output = Int;
        fn shl(self, other: &'a i8) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl ShlAssign<i8> for Int {
        fn shl_assign(&mut self, other: i8);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> ShlAssign<&'a i8> for Int {
        fn shl_assign(&mut self, other: &'a i8);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl Shl<i16> for Int {
        type Output = Int;
        fn shl(self, other: i16) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shl<i16> for &'a Int {
        type Output = Int;
        fn shl(self, other: i16) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shl<&'a i16> for Int {
        type Output = Int;
        fn shl(self, other: &'a i16) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a, 'b> Shl<&'a i16> for &'b Int {
        type Output = Int;
        fn shl(self, other: &'a i16) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl ShlAssign<i16> for Int {
        fn shl_assign(&mut self, other: i16);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> ShlAssign<&'a i16> for Int {
        fn shl_assign(&mut self, other: &'a i16);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl Shl<i32> for Int {
        type Output = Int;
        fn shl(self, other: i32) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shl<i32> for &'a Int {
        type Output = Int;
        fn shl(self, other: i32) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shl<&'a i32> for Int {
        type Output = Int;
        fn shl(self, other: &'a i32) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a, 'b> Shl<&'a i32> for &'b Int {
        type Output = Int;
        fn shl(self, other: &'a i32) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl ShlAssign<i32> for Int {
        fn shl_assign(&mut self, other: i32);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> ShlAssign<&'a i32> for Int {
        fn shl_assign(&mut self, other: &'a i32);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl Shl<i64> for Int {
        type Output = Int;
        fn shl(self, other: i64) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shl<i64> for &'a Int {
        type Output = Int;
        fn shl(self, other: i64) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shl<&'a i64> for Int {
        type Output = Int;
        fn shl(self, other: &'a i64) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a, 'b> Shl<&'a i64> for &'b Int {
        type Output = Int;
        fn shl(self, other: &'a i64) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl ShlAssign<i64> for Int {
        fn shl_assign(&mut self, other: i64);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> ShlAssign<&'a i64> for Int {
        fn shl_assign(&mut self, other: &'a i64);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl Shl<i128> for Int {
        type Output = Int;
        fn shl(self, other: i128) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shl<i128> for &'a Int {
        type Output = Int;
        fn shl(self, other: i128) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shl<&'a i128> for Int {
        type Output = Int;
        fn shl(self, other: &'a i128) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a, 'b> Shl<&'a i128> for &'b Int {
        type Output = Int;
        fn shl(self, other: &'a i128) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl ShlAssign<i128> for Int {
        fn shl_assign(&mut self, other: i128);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> ShlAssign<&'a i128> for Int {
        fn shl_assign(&mut self, other: &'a i128);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl Shl<isize> for Int {
        type Output = Int;
        fn shl(self, other: isize) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shl<isize> for &'a Int {
        type Output = Int;
        fn shl(self, other: isize) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shl<&'a isize> for Int {
        type Output = Int;
        fn shl(self, other: &'a isize) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a, 'b> Shl<&'a isize> for &'b Int {
        type Output = Int;
        fn shl(self, other: &'a isize) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl ShlAssign<isize> for Int {
        fn shl_assign(&mut self, other: isize);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> ShlAssign<&'a isize> for Int {
        fn shl_assign(&mut self, other: &'a isize);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl Shl<u8> for Int {
        type Output = Int;
        fn shl(self, other: u8) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shl<u8> for &'a Int {
        type Output = Int;
        fn shl(self, other: u8) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shl<&'a u8> for Int {
        type Output = Int;
        fn shl(self, other: &'a u8) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a, 'b> Shl<&'a u8> for &'b Int {
        type Output = Int;
        fn shl(self, other: &'a u8) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl ShlAssign<u8> for Int {
        fn shl_assign(&mut self, other: u8);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> ShlAssign<&'a u8> for Int {
        fn shl_assign(&mut self, other: &'a u8);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl Shl<u16> for Int {
        type Output = Int;
        fn shl(self, other: u16) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shl<u16> for &'a Int {
        type Output = Int;
        fn shl(self, other: u16) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shl<&'a u16> for Int {
        type Output = Int;
        fn shl(self, other: &'a u16) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a, 'b> Shl<&'a u16> for &'b Int {
        type Output = Int;
        fn shl(self, other: &'a u16) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl ShlAssign<u16> for Int {
        fn shl_assign(&mut self, other: u16);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> ShlAssign<&'a u16> for Int {
        fn shl_assign(&mut self, other: &'a u16);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl Shl<u32> for Int {
        type Output = Int;
        fn shl(self, other: u32) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shl<u32> for &'a Int {
        type Output = Int;
        fn shl(self, other: u32) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shl<&'a u32> for Int {
        type Output = Int;
        fn shl(self, other: &'a u32) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a, 'b> Shl<&'a u32> for &'b Int {
        type Output = Int;
        fn shl(self, other: &'a u32) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl ShlAssign<u32> for Int {
        fn shl_assign(&mut self, other: u32);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> ShlAssign<&'a u32> for Int {
        fn shl_assign(&mut self, other: &'a u32);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl Shl<u64> for Int {
        type Output = Int;
        fn shl(self, other: u64) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shl<u64> for &'a Int {
        type Output = Int;
        fn shl(self, other: u64) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shl<&'a u64> for Int {
        type Output = Int;
        fn shl(self, other: &'a u64) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a, 'b> Shl<&'a u64> for &'b Int {
        type Output = Int;
        fn shl(self, other: &'a u64) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl ShlAssign<u64> for Int {
        fn shl_assign(&mut self, other: u64);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> ShlAssign<&'a u64> for Int {
        fn shl_assign(&mut self, other: &'a u64);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl Shl<u128> for Int {
        type Output = Int;
        fn shl(self, other: u128) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shl<u128> for &'a Int {
        type Output = Int;
        fn shl(self, other: u128) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shl<&'a u128> for Int {
        type Output = Int;
        fn shl(self, other: &'a u128) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a, 'b> Shl<&'a u128> for &'b Int {
        type Output = Int;
        fn shl(self, other: &'a u128) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl ShlAssign<u128> for Int {
        fn shl_assign(&mut self, other: u128);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> ShlAssign<&'a u128> for Int {
        fn shl_assign(&mut self, other: &'a u128);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl Shl<usize> for Int {
        type Output = Int;
        fn shl(self, other: usize) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shl<usize> for &'a Int {
        type Output = Int;
        fn shl(self, other: usize) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shl<&'a usize> for Int {
        type Output = Int;
        fn shl(self, other: &'a usize) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a, 'b> Shl<&'a usize> for &'b Int {
        type Output = Int;
        fn shl(self, other: &'a usize) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl ShlAssign<usize> for Int {
        fn shl_assign(&mut self, other: usize);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> ShlAssign<&'a usize> for Int {
        fn shl_assign(&mut self, other: &'a usize);
    }
    #[lang = "shr"]
    #[complete]
    pub trait Shr<Rhs = Self> {
        type Output;
        fn shr(self, rhs: Rhs) -> Self::Output;
    }
    #[lang = "shr_assign"]
    #[complete]
    pub trait ShrAssign<Rhs = Self> {
        fn shr_assign(&mut self, rhs: Rhs);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl Shr<i8> for Int {
        type Output = Int;
        fn shr(self, other: i8) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shr<i8> for &'a Int {
        type Output = Int;
        fn shr(self, other: i8) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shr<&'a i8> for Int {
        type Output = Int;
        fn shr(self, other: &'a i8) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a, 'b> Shr<&'a i8> for &'b Int {
        type Output = Int;
        fn shr(self, other: &'a i8) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl ShrAssign<i8> for Int {
        fn shr_assign(&mut self, other: i8);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> ShrAssign<&'a i8> for Int {
        fn shr_assign(&mut self, other: &'a i8);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl Shr<i16> for Int {
        type Output = Int;
        fn shr(self, other: i16) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shr<i16> for &'a Int {
        type Output = Int;
        fn shr(self, other: i16) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shr<&'a i16> for Int {
        type Output = Int;
        fn shr(self, other: &'a i16) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a, 'b> Shr<&'a i16> for &'b Int {
        type Output = Int;
        fn shr(self, other: &'a i16) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl ShrAssign<i16> for Int {
        fn shr_assign(&mut self, other: i16);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> ShrAssign<&'a i16> for Int {
        fn shr_assign(&mut self, other: &'a i16);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl Shr<i32> for Int {
        type Output = Int;
        fn shr(self, other: i32) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shr<i32> for &'a Int {
        type Output = Int;
        fn shr(self, other: i32) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shr<&'a i32> for Int {
        type Output = Int;
        fn shr(self, other: &'a i32) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a, 'b> Shr<&'a i32> for &'b Int {
        type Output = Int;
        fn shr(self, other: &'a i32) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl ShrAssign<i32> for Int {
        fn shr_assign(&mut self, other: i32);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> ShrAssign<&'a i32> for Int {
        fn shr_assign(&mut self, other: &'a i32);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl Shr<i64> for Int {
        type Output = Int;
        fn shr(self, other: i64) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shr<i64> for &'a Int {
        type Output = Int;
        fn shr(self, other: i64) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shr<&'a i64> for Int {
        type Output = Int;
        fn shr(self, other: &'a i64) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a, 'b> Shr<&'a i64> for &'b Int {
        type Output = Int;
        fn shr(self, other: &'a i64) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl ShrAssign<i64> for Int {
        fn shr_assign(&mut self, other: i64);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> ShrAssign<&'a i64> for Int {
        fn shr_assign(&mut self, other: &'a i64);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl Shr<i128> for Int {
        type Output = Int;
        fn shr(self, other: i128) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shr<i128> for &'a Int {
        type Output = Int;
        fn shr(self, other: i128) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shr<&'a i128> for Int {
        type Output = Int;
        fn shr(self, other: &'a i128) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a, 'b> Shr<&'a i128> for &'b Int {
        type Output = Int;
        fn shr(self, other: &'a i128) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl ShrAssign<i128> for Int {
        fn shr_assign(&mut self, other: i128);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> ShrAssign<&'a i128> for Int {
        fn shr_assign(&mut self, other: &'a i128);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl Shr<isize> for Int {
        type Output = Int;
        fn shr(self, other: isize) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shr<isize> for &'a Int {
        type Output = Int;
        fn shr(self, other: isize) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shr<&'a isize> for Int {
        type Output = Int;
        fn shr(self, other: &'a isize) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a, 'b> Shr<&'a isize> for &'b Int {
        type Output = Int;
        fn shr(self, other: &'a isize) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl ShrAssign<isize> for Int {
        fn shr_assign(&mut self, other: isize);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> ShrAssign<&'a isize> for Int {
        fn shr_assign(&mut self, other: &'a isize);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl Shr<u8> for Int {
        type Output = Int;
        fn shr(self, other: u8) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shr<u8> for &'a Int {
        type Output = Int;
        fn shr(self, other: u8) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shr<&'a u8> for Int {
        type Output = Int;
        fn shr(self, other: &'a u8) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a, 'b> Shr<&'a u8> for &'b Int {
        type Output = Int;
        fn shr(self, other: &'a u8) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl ShrAssign<u8> for Int {
        fn shr_assign(&mut self, other: u8);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> ShrAssign<&'a u8> for Int {
        fn shr_assign(&mut self, other: &'a u8);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl Shr<u16> for Int {
        type Output = Int;
        fn shr(self, other: u16) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shr<u16> for &'a Int {
        type Output = Int;
        fn shr(self, other: u16) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shr<&'a u16> for Int {
        type Output = Int;
        fn shr(self, other: &'a u16) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a, 'b> Shr<&'a u16> for &'b Int {
        type Output = Int;
        fn shr(self, other: &'a u16) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl ShrAssign<u16> for Int {
        fn shr_assign(&mut self, other: u16);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> ShrAssign<&'a u16> for Int {
        fn shr_assign(&mut self, other: &'a u16);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl Shr<u32> for Int {
        type Output = Int;
        fn shr(self, other: u32) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shr<u32> for &'a Int {
        type Output = Int;
        fn shr(self, other: u32) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shr<&'a u32> for Int {
        type Output = Int;
        fn shr(self, other: &'a u32) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a, 'b> Shr<&'a u32> for &'b Int {
        type Output = Int;
        fn shr(self, other: &'a u32) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl ShrAssign<u32> for Int {
        fn shr_assign(&mut self, other: u32);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> ShrAssign<&'a u32> for Int {
        fn shr_assign(&mut self, other: &'a u32);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl Shr<u64> for Int {
        type Output = Int;
        fn shr(self, other: u64) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shr<u64> for &'a Int {
        type Output = Int;
        fn shr(self, other: u64) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shr<&'a u64> for Int {
        type Output = Int;
        fn shr(self, other: &'a u64) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a, 'b> Shr<&'a u64> for &'b Int {
        type Output = Int;
        fn shr(self, other: &'a u64) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl ShrAssign<u64> for Int {
        fn shr_assign(&mut self, other: u64);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> ShrAssign<&'a u64> for Int {
        fn shr_assign(&mut self, other: &'a u64);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl Shr<u128> for Int {
        type Output = Int;
        fn shr(self, other: u128) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shr<u128> for &'a Int {
        type Output = Int;
        fn shr(self, other: u128) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shr<&'a u128> for Int {
        type Output = Int;
        fn shr(self, other: &'a u128) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a, 'b> Shr<&'a u128> for &'b Int {
        type Output = Int;
        fn shr(self, other: &'a u128) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl ShrAssign<u128> for Int {
        fn shr_assign(&mut self, other: u128);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> ShrAssign<&'a u128> for Int {
        fn shr_assign(&mut self, other: &'a u128);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl Shr<usize> for Int {
        type Output = Int;
        fn shr(self, other: usize) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shr<usize> for &'a Int {
        type Output = Int;
        fn shr(self, other: usize) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> Shr<&'a usize> for Int {
        type Output = Int;
        fn shr(self, other: &'a usize) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a, 'b> Shr<&'a usize> for &'b Int {
        type Output = Int;
        fn shr(self, other: &'a usize) -> Int;
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl ShrAssign<usize> for Int {
        fn shr_assign(&mut self, other: usize);
    }
    #[each(Int = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
    impl<'a> ShrAssign<&'a usize> for Int {
        fn shr_assign(&mut self, other: &'a usize);
    }
    #[lang = "neg"]
    #[complete]
    pub trait Neg {
        type Output;
        fn neg(self) -> Self::Output;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, f32, f64)]
    impl Neg for Prim {
        type Output = Prim;
        fn neg(self) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, f32, f64)]
    impl Neg for &Prim {
        type Output = Prim;
        fn neg(self) -> Prim;
    }
    #[lang = "not"]
    #[complete]
    pub trait Not {
        type Output;
        fn not(self) -> Self::Output;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool)]
    impl Not for Prim {
        type Output = Prim;
        fn not(self) -> Prim;
    }
    #[each(Prim = i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool)]
    impl Not for &Prim {
        type Output = Prim;
        fn not(self) -> Prim;
    }
    impl Not for ! {
        type Output = !;
        fn not(self) -> !;
    }

    #[lang = "drop"]
    #[complete]
    pub trait Drop {
        #[lang = "drop_method"]
        fn drop(&mut self);
    }

    // Pointers that `self` may stand behind.
    #[lang = "legacy_receiver"]
    #[unstable_item]
    #[complete]
    pub trait LegacyReceiver {}
    impl<T: ?Sized> LegacyReceiver for &T {}
    impl<T: ?Sized> LegacyReceiver for &mut T {}
    impl<T: ?Sized> LegacyReceiver for Box<T> {}
    impl<T: ?Sized> LegacyReceiver for crate::rc::Rc<T> {}
    impl<T: ?Sized> LegacyReceiver for crate::sync::Arc<T> {}
    impl<Ptr: LegacyReceiver> LegacyReceiver for crate::pin::Pin<Ptr> {}

    #[lang = "deref"]
    #[complete]
    pub trait Deref {
        #[lang = "deref_target"]
        type Target: ?Sized;
        #[lang = "deref_method"]
        fn deref(&self) -> &Self::Target;
    }
    #[lang = "deref_mut"]
    #[complete]
    pub trait DerefMut: Deref {
        #[lang = "deref_mut_method"]
        fn deref_mut(&mut self) -> &mut Self::Target;
    }
    impl<T: ?Sized> Deref for &T {
        type Target = T;
        fn deref(&self) -> &T;
    }
    impl<T: ?Sized> Deref for &mut T {
        type Target = T;
        fn deref(&self) -> &T;
    }
    impl<T: ?Sized> DerefMut for &mut T {
        fn deref_mut(&mut self) -> &mut T;
    }

    #[lang = "index"]
    #[complete]
    pub trait Index<Idx: ?Sized> {
        #[lang = "index_output"]
        type Output: ?Sized;
        #[lang = "index_method"]
        fn index(&self, index: Idx) -> &Self::Output;
    }
    #[lang = "index_mut"]
    #[complete]
    pub trait IndexMut<Idx: ?Sized>: Index<Idx> {
        #[lang = "index_mut_method"]
        fn index_mut(&mut self, index: Idx) -> &mut Self::Output;
    }

    #[lang = "fn_once"]
    #[complete]
    pub trait FnOnce<Args> {
        #[lang = "fn_once_output"]
        type Output;
        fn call_once(self, args: Args) -> Self::Output;
    }
    #[lang = "fn_mut"]
    #[complete]
    pub trait FnMut<Args>: FnOnce<Args> {
        fn call_mut(&mut self, args: Args) -> Self::Output;
    }
    #[lang = "fn"]
    #[complete]
    pub trait Fn<Args>: FnMut<Args> {
        fn call(&self, args: Args) -> Self::Output;
    }
    impl<A, F: Fn<A> + ?Sized> Fn<A> for &F {
        fn call(&self, args: A) -> F::Output;
    }
    impl<A, F: Fn<A> + ?Sized> FnMut<A> for &F {
        fn call_mut(&mut self, args: A) -> F::Output;
    }
    impl<A, F: Fn<A> + ?Sized> FnOnce<A> for &F {
        type Output = F::Output;
        fn call_once(self, args: A) -> F::Output;
    }
    impl<A, F: FnMut<A> + ?Sized> FnMut<A> for &mut F {
        fn call_mut(&mut self, args: A) -> F::Output;
    }
    impl<A, F: FnMut<A> + ?Sized> FnOnce<A> for &mut F {
        type Output = F::Output;
        fn call_once(self, args: A) -> F::Output;
    }

    #[lang = "control_flow"]
    #[complete]
    #[undeclared_impls(Hash)]
    pub enum ControlFlow<B, C = ()> {
        #[lang = "control_flow_continue"]
        Continue(C),
        #[lang = "control_flow_break"]
        Break(B),
    }
    impl<B, C> ControlFlow<B, C> {
        pub fn is_break(&self) -> bool;
        pub fn is_continue(&self) -> bool;
        pub fn break_value(self) -> Option<B>;
        pub fn continue_value(self) -> Option<C>;
        pub fn map_break<T, F: FnOnce(B) -> T>(self, f: F) -> ControlFlow<T, C>;
        pub fn map_continue<T, F: FnOnce(C) -> T>(self, f: F) -> ControlFlow<B, T>;
    }
    impl<B: Clone, C: Clone> Clone for ControlFlow<B, C> {
        fn clone(&self) -> ControlFlow<B, C>;
    }
    impl<B: Copy, C: Copy> Copy for ControlFlow<B, C> {}
    impl<B: PartialEq, C: PartialEq> PartialEq for ControlFlow<B, C> {
        fn eq(&self, other: &ControlFlow<B, C>) -> bool;
    }
    impl<B: Eq, C: Eq> Eq for ControlFlow<B, C> {}
    impl<B: crate::fmt::Debug, C: crate::fmt::Debug> crate::fmt::Debug for ControlFlow<B, C> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }

    #[lang = "try_trait"]
    #[complete]
    #[unstable_item]
    pub trait Try: FromResidual {
        #[lang = "try_output"]
        type Output;
        type Residual;
        fn from_output(output: Self::Output) -> Self;
        #[lang = "try_branch"]
        fn branch(self) -> ControlFlow<Self::Residual, Self::Output>;
    }
    #[lang = "from_residual"]
    #[complete]
    #[unstable_item]
    pub trait FromResidual<R = <Self as Try>::Residual> {
        #[lang = "from_residual_method"]
        fn from_residual(residual: R) -> Self;
    }
    impl<T> Try for Option<T> {
        type Output = T;
        type Residual = Option<crate::convert::Infallible>;
        fn from_output(output: T) -> Self;
        fn branch(self) -> ControlFlow<Option<crate::convert::Infallible>, T>;
    }
    impl<T> FromResidual<Option<crate::convert::Infallible>> for Option<T> {
        fn from_residual(residual: Option<crate::convert::Infallible>) -> Self;
    }
    impl<T, E> Try for Result<T, E> {
        type Output = T;
        type Residual = Result<crate::convert::Infallible, E>;
        fn from_output(output: T) -> Self;
        fn branch(self) -> ControlFlow<Result<crate::convert::Infallible, E>, T>;
    }
    impl<T, E, F: From<E>> FromResidual<Result<crate::convert::Infallible, E>> for Result<T, F> {
        fn from_residual(residual: Result<crate::convert::Infallible, E>) -> Self;
    }
    impl<B, C> Try for ControlFlow<B, C> {
        type Output = C;
        type Residual = ControlFlow<B, crate::convert::Infallible>;
        fn from_output(output: C) -> Self;
        fn branch(self) -> ControlFlow<ControlFlow<B, crate::convert::Infallible>, C>;
    }
    impl<B, C> FromResidual<ControlFlow<B, crate::convert::Infallible>> for ControlFlow<B, C> {
        fn from_residual(residual: ControlFlow<B, crate::convert::Infallible>) -> Self;
    }

    #[lang = "range"]
    pub struct Range<Idx> {
        pub start: Idx,
        pub end: Idx,
    }
    impl<Idx: Clone> Clone for Range<Idx> {
        fn clone(&self) -> Range<Idx>;
    }
    impl<Idx: PartialEq> PartialEq for Range<Idx> {
        fn eq(&self, other: &Range<Idx>) -> bool;
    }
    impl<Idx: Eq> Eq for Range<Idx> {}
    impl<Idx: crate::hash::Hash> crate::hash::Hash for Range<Idx> {
        fn hash<H: crate::hash::Hasher>(&self, state: &mut H);
    }
    impl<Idx: crate::fmt::Debug> crate::fmt::Debug for Range<Idx> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<Idx: PartialOrd<Idx>> Range<Idx> {
        pub fn contains<U: ?Sized + PartialOrd<Idx>>(&self, item: &U) -> bool where Idx: PartialOrd<U>;
        pub fn is_empty(&self) -> bool;
    }
    impl<Idx: Default> Default for Range<Idx> {
        fn default() -> Range<Idx>;
    }
    #[lang = "range_from"]
    pub struct RangeFrom<Idx> {
        pub start: Idx,
    }
    impl<Idx: Clone> Clone for RangeFrom<Idx> {
        fn clone(&self) -> RangeFrom<Idx>;
    }
    impl<Idx: PartialEq> PartialEq for RangeFrom<Idx> {
        fn eq(&self, other: &RangeFrom<Idx>) -> bool;
    }
    impl<Idx: Eq> Eq for RangeFrom<Idx> {}
    impl<Idx: crate::hash::Hash> crate::hash::Hash for RangeFrom<Idx> {
        fn hash<H: crate::hash::Hasher>(&self, state: &mut H);
    }
    impl<Idx: crate::fmt::Debug> crate::fmt::Debug for RangeFrom<Idx> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<Idx: PartialOrd<Idx>> RangeFrom<Idx> {
        pub fn contains<U: ?Sized + PartialOrd<Idx>>(&self, item: &U) -> bool where Idx: PartialOrd<U>;
    }
    #[lang = "range_to"]
    pub struct RangeTo<Idx> {
        pub end: Idx,
    }
    impl<Idx: Clone> Clone for RangeTo<Idx> {
        fn clone(&self) -> RangeTo<Idx>;
    }
    impl<Idx: PartialEq> PartialEq for RangeTo<Idx> {
        fn eq(&self, other: &RangeTo<Idx>) -> bool;
    }
    impl<Idx: Eq> Eq for RangeTo<Idx> {}
    impl<Idx: crate::hash::Hash> crate::hash::Hash for RangeTo<Idx> {
        fn hash<H: crate::hash::Hasher>(&self, state: &mut H);
    }
    impl<Idx: crate::fmt::Debug> crate::fmt::Debug for RangeTo<Idx> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<Idx: Copy> Copy for RangeTo<Idx> {}
    impl<Idx: PartialOrd<Idx>> RangeTo<Idx> {
        pub fn contains<U: ?Sized + PartialOrd<Idx>>(&self, item: &U) -> bool where Idx: PartialOrd<U>;
    }
    #[lang = "range_to_inclusive"]
    pub struct RangeToInclusive<Idx> {
        pub end: Idx,
    }
    impl<Idx: Clone> Clone for RangeToInclusive<Idx> {
        fn clone(&self) -> RangeToInclusive<Idx>;
    }
    impl<Idx: PartialEq> PartialEq for RangeToInclusive<Idx> {
        fn eq(&self, other: &RangeToInclusive<Idx>) -> bool;
    }
    impl<Idx: Eq> Eq for RangeToInclusive<Idx> {}
    impl<Idx: crate::hash::Hash> crate::hash::Hash for RangeToInclusive<Idx> {
        fn hash<H: crate::hash::Hasher>(&self, state: &mut H);
    }
    impl<Idx: crate::fmt::Debug> crate::fmt::Debug for RangeToInclusive<Idx> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<Idx: Copy> Copy for RangeToInclusive<Idx> {}
    impl<Idx: PartialOrd<Idx>> RangeToInclusive<Idx> {
        pub fn contains<U: ?Sized + PartialOrd<Idx>>(&self, item: &U) -> bool where Idx: PartialOrd<U>;
    }
    #[lang = "range_inclusive"]
    pub struct RangeInclusive<Idx> {
        start: Idx,
        end: Idx,
        exhausted: bool,
    }
    impl<Idx: Clone> Clone for RangeInclusive<Idx> {
        fn clone(&self) -> RangeInclusive<Idx>;
    }
    impl<Idx: PartialEq> PartialEq for RangeInclusive<Idx> {
        fn eq(&self, other: &RangeInclusive<Idx>) -> bool;
    }
    impl<Idx: Eq> Eq for RangeInclusive<Idx> {}
    impl<Idx: crate::hash::Hash> crate::hash::Hash for RangeInclusive<Idx> {
        fn hash<H: crate::hash::Hasher>(&self, state: &mut H);
    }
    impl<Idx: crate::fmt::Debug> crate::fmt::Debug for RangeInclusive<Idx> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<Idx: PartialOrd<Idx>> RangeInclusive<Idx> {
        pub fn contains<U: ?Sized + PartialOrd<Idx>>(&self, item: &U) -> bool where Idx: PartialOrd<U>;
        pub fn is_empty(&self) -> bool;
    }
    impl<Idx> RangeInclusive<Idx> {
        #[lang = "range_inclusive_new"]
        pub const fn new(start: Idx, end: Idx) -> RangeInclusive<Idx>;
        pub const fn start(&self) -> &Idx;
        pub const fn end(&self) -> &Idx;
        pub fn into_inner(self) -> (Idx, Idx);
    }
    #[lang = "range_full"]
    #[undeclared_impls(Hash)]
    pub struct RangeFull;
    impl Clone for RangeFull {
        fn clone(&self) -> RangeFull;
    }
    impl Copy for RangeFull {}
    impl Default for RangeFull {
        fn default() -> RangeFull;
    }
    impl PartialEq for RangeFull {
        fn eq(&self, other: &RangeFull) -> bool;
    }
    impl Eq for RangeFull {}
    impl crate::fmt::Debug for RangeFull {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }

    #[complete]
    #[undeclared_impls(Hash)]
    pub enum Bound<T> {
        Included(T),
        Excluded(T),
        Unbounded,
    }
    impl<T: Clone> Clone for Bound<T> {
        fn clone(&self) -> Bound<T>;
    }
    impl<T: Copy> Copy for Bound<T> {}
    impl<T: PartialEq> PartialEq for Bound<T> {
        fn eq(&self, other: &Bound<T>) -> bool;
    }
    impl<T: Eq> Eq for Bound<T> {}
    impl<T: crate::fmt::Debug> crate::fmt::Debug for Bound<T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    #[complete]
    pub trait RangeBounds<T: ?Sized> {
        fn start_bound(&self) -> Bound<&T>;
        fn end_bound(&self) -> Bound<&T>;
        fn contains<U: ?Sized + PartialOrd<T>>(&self, item: &U) -> bool where T: PartialOrd<U> {}
    }
    impl<T: ?Sized> RangeBounds<T> for RangeFull {
        fn start_bound(&self) -> Bound<&T>;
        fn end_bound(&self) -> Bound<&T>;
    }
    impl<T> RangeBounds<T> for Range<T> {
        fn start_bound(&self) -> Bound<&T>;
        fn end_bound(&self) -> Bound<&T>;
    }
    impl<T> RangeBounds<T> for Range<&T> {
        fn start_bound(&self) -> Bound<&T>;
        fn end_bound(&self) -> Bound<&T>;
    }
    impl<T> RangeBounds<T> for RangeFrom<T> {
        fn start_bound(&self) -> Bound<&T>;
        fn end_bound(&self) -> Bound<&T>;
    }
    impl<T> RangeBounds<T> for RangeFrom<&T> {
        fn start_bound(&self) -> Bound<&T>;
        fn end_bound(&self) -> Bound<&T>;
    }
    impl<T> RangeBounds<T> for RangeTo<T> {
        fn start_bound(&self) -> Bound<&T>;
        fn end_bound(&self) -> Bound<&T>;
    }
    impl<T> RangeBounds<T> for RangeTo<&T> {
        fn start_bound(&self) -> Bound<&T>;
        fn end_bound(&self) -> Bound<&T>;
    }
    impl<T> RangeBounds<T> for RangeInclusive<T> {
        fn start_bound(&self) -> Bound<&T>;
        fn end_bound(&self) -> Bound<&T>;
    }
    impl<T> RangeBounds<T> for RangeInclusive<&T> {
        fn start_bound(&self) -> Bound<&T>;
        fn end_bound(&self) -> Bound<&T>;
    }
    impl<T> RangeBounds<T> for RangeToInclusive<T> {
        fn start_bound(&self) -> Bound<&T>;
        fn end_bound(&self) -> Bound<&T>;
    }
    impl<T> RangeBounds<T> for RangeToInclusive<&T> {
        fn start_bound(&self) -> Bound<&T>;
        fn end_bound(&self) -> Bound<&T>;
    }
    impl<T> RangeBounds<T> for (Bound<T>, Bound<T>) {
        fn start_bound(&self) -> Bound<&T>;
        fn end_bound(&self) -> Bound<&T>;
    }
    impl<'a, T: ?Sized + 'a> RangeBounds<T> for (Bound<&'a T>, Bound<&'a T>) {
        fn start_bound(&self) -> Bound<&T>;
        fn end_bound(&self) -> Bound<&T>;
    }
}

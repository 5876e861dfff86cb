// `<T as Trait>::name` names a type or a function of a trait.
type Missing = <Vec<u8> as IntoIterator>::Other; //~ ERROR E0576
type OfWhat = <u8 as u32>::Unit; //~ ERROR E0404
fn f<S: Clone>(s: &S) -> u32 {
    <S as Clone>::volume(s) //~ ERROR E0576
}
fn main() {}

//@ lien: --borrowck nll
// Elements of slices and arrays that patterns name lie apart, counted from either end; what an index names may be any of them.
#![allow(unused, dead_code)]
fn use2<T>(a: T, b: T) {}
fn ends(v: &mut [String]) {
    if let [a, .., b] = v {
        use2(a, b);
    }
}
fn first_and_rest(v: &mut [String]) {
    if let [a, rest @ ..] = v {
        if let [b, ..] = rest {
            use2(a, b);
        }
    }
}
fn same_end(v: &mut [String]) {
    if let [.., a] = &mut *v {
        if let [.., b] = &mut *v { //~ ERROR E0499
            use2(a, b);
        }
    }
}
fn first_twice(mut v: [String; 3]) {
    let [ref mut a, ..] = v;
    let [ref mut b, ..] = v; //~ ERROR E0499
    use2(a, b);
}
fn first_and_last(mut v: [String; 3]) {
    let [ref mut a, ..] = v;
    let [.., ref mut b] = v;
    use2(a, b);
}
fn first_and_second(mut v: [String; 3]) {
    let [ref mut a, ..] = v;
    let [_, ref mut b, _] = v;
    use2(a, b);
}
fn middle_and_ends(mut v: [String; 4]) {
    let [ref mut a, ref mut m @ .., ref mut z] = v;
    use2(a, z);
    m[0].clear();
    let [_, ref mut b, ..] = v; //~ ERROR E0499
    m[0].clear();
    b.clear();
}
fn subslices(mut v: [i32; 5]) {
    let [ref mut a @ .., _, _] = v;
    let [_, _, _, ref mut b @ ..] = v;
    a[0] = b[0];
    let [_, _, ref mut c @ ..] = v; //~ ERROR E0499
    a[0] = c[0];
}
fn slice_ends(v: &mut [i32]) {
    let [a, ..] = &mut *v else { return };
    let [.., b] = &mut *v else { return }; //~ ERROR E0499
    *a = *b;
}
fn direct(v: &mut [i32]) {
    if let [ref mut a, _, ..] = *v {
        if let [_, ref mut b, ..] = *v {
            *a = *b;
        }
    }
}
fn from_both_ends(v: &mut [i32]) {
    if let [_, ref mut a, ..] = *v {
        if let [.., ref mut b] = *v { //~ ERROR E0499
            *a = *b;
        }
    }
}
fn apart_by_length(v: &mut [i32]) {
    if let [ref mut a, _, _, ..] = *v {
        if let [.., ref mut b, _] = *v {
            *a = *b;
        }
    }
}
fn index_and_pattern(v: &mut [i32], i: usize) {
    if let [ref mut a, ..] = *v {
        v[i] = 1; //~ ERROR E0506
        *a = 2;
    }
}
fn indices(v: &mut [i32], i: usize, j: usize) {
    let a = &mut v[i];
    let b = &mut v[j]; //~ ERROR E0499
    *a = *b;
}
fn index_of_field(mut v: [(i32, i32); 2], i: usize) {
    let a = &mut v[i].0;
    let b = &mut v[i].1;
    *a = *b;
    let c = &mut v[0].0; //~ ERROR E0499
    *c = *a;
}
fn length_while_element_borrowed(v: &mut [i32]) {
    let a = &mut v[0];
    let n = v.len(); //~ ERROR E0502
    *a = 1;
}
fn length_of_array(mut v: [i32; 3]) {
    let a = &mut v[0];
    let n = v.len(); //~ ERROR E0502
    *a = 1;
}
fn bounds_check_while_element_borrowed(mut v: [String; 3], i: usize) {
    let [ref mut a, ..] = v;
    let b = &v[i]; //~ ERROR E0502
    a.clear();
}

fn main() {}

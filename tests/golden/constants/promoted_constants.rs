// A borrow of a constant lives forever when its value, not just its type, holds nothing to drop and no interior mutability.
use std::cell::Cell;

struct Name(Option<String>);
struct Guard(Option<String>);
impl Drop for Guard {
    fn drop(&mut self) {}
}

const NOTHING: Option<String> = None;
const NESTED: (i32, Option<String>) = (1, NOTHING);
const CHOSEN: Option<String> = if 1 < 2 { None } else { NOTHING };
const NO_CELL: Option<Cell<i32>> = None;
const EMPTY: Vec<i32> = Vec::new();
const GUARD: Guard = Guard(None);
const NO_GUARD: Option<Guard> = None;

impl Name {
    const NONE: Name = Name(None);
    const SOME: Option<Name> = Some(Name::NONE);
}
struct Holder<T>(Option<T>);
impl<T> Holder<T> {
    const NOTHING: Option<T> = None;
    fn nothing<'a>() -> &'a Option<T> {
        &Self::NOTHING
    }
}

fn nothing() -> &'static Option<String> {
    &NOTHING
}
fn nested() -> &'static (i32, Option<String>) {
    &NESTED
}
fn chosen() -> &'static Option<String> {
    &CHOSEN
}
fn arrays() -> &'static [Option<String>; 2] {
    &[NOTHING, NOTHING]
}
fn names() -> (&'static Name, &'static Option<Name>) {
    (&Name::NONE, &Name::SOME)
}
fn no_cell() -> &'static Option<Cell<i32>> {
    &NO_CELL
}
fn no_guard() -> &'static Option<Guard> {
    &NO_GUARD
}
fn empty() -> &'static Vec<i32> {
    &EMPTY //~ ERROR E0515
}
fn guard() -> &'static Guard {
    &GUARD //~ ERROR E0515
}

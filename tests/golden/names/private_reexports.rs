// A re-export cannot make a name more visible than it is.
mod inner {
    fn hidden() {}
    pub mod deep {
        pub(crate) fn internal() {}
    }
    pub(super) mod half {}
}
pub use inner::deep::internal; //~ ERROR E0364
pub use inner::half; //~ ERROR E0365

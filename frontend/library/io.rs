// std::io in common use.

#[not_core]
pub mod io {
    pub struct Error(());
    impl Error {
        pub fn new<E: Into<Box<dyn crate::error::Error + Send + Sync>>>(kind: ErrorKind, error: E) -> Error;
        pub fn other<E: Into<Box<dyn crate::error::Error + Send + Sync>>>(error: E) -> Error;
        pub fn kind(&self) -> ErrorKind;
    }
    impl Drop for Error {
        fn drop(&mut self);
    }
    impl crate::fmt::Debug for Error {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl crate::fmt::Display for Error {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl crate::error::Error for Error {}
    impl From<ErrorKind> for Error {
        fn from(kind: ErrorKind) -> Error;
    }
    pub type Result<T> = crate::result::Result<T, Error>;

    #[non_exhaustive]
    #[undeclared_impls(Hash, Ord, PartialOrd)]
    pub enum ErrorKind {
        NotFound,
        PermissionDenied,
        ConnectionRefused,
        AlreadyExists,
        WouldBlock,
        InvalidInput,
        InvalidData,
        TimedOut,
        WriteZero,
        Interrupted,
        Unsupported,
        UnexpectedEof,
        OutOfMemory,
        Other,
    }
    impl Clone for ErrorKind {
        fn clone(&self) -> ErrorKind;
    }
    impl Copy for ErrorKind {}
    impl crate::fmt::Debug for ErrorKind {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl crate::fmt::Display for ErrorKind {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl PartialEq for ErrorKind {
        fn eq(&self, other: &ErrorKind) -> bool;
    }
    impl Eq for ErrorKind {}

    pub trait Read {
        fn read(&mut self, buf: &mut [u8]) -> Result<usize>;
        fn read_to_end(&mut self, buf: &mut Vec<u8>) -> Result<usize> {}
        fn read_to_string(&mut self, buf: &mut String) -> Result<usize> {}
        fn read_exact(&mut self, buf: &mut [u8]) -> Result<()> {}
    }
    pub trait Write {
        fn write(&mut self, buf: &[u8]) -> Result<usize>;
        fn flush(&mut self) -> Result<()>;
        fn write_all(&mut self, buf: &[u8]) -> Result<()> {}
        fn write_fmt(&mut self, args: crate::fmt::Arguments<'_>) -> Result<()> {}
        fn by_ref(&mut self) -> &mut Self where Self: Sized {}
    }
    pub trait BufRead: Read {
        fn read_line(&mut self, buf: &mut String) -> Result<usize> {}
        fn lines(self) -> Lines<Self> where Self: Sized {}
    }
    impl<R: Read + ?Sized> Read for &mut R {
        fn read(&mut self, buf: &mut [u8]) -> Result<usize>;
    }
    impl<W: Write + ?Sized> Write for &mut W {
        fn write(&mut self, buf: &[u8]) -> Result<usize>;
        fn flush(&mut self) -> Result<()>;
    }
    impl<W: Write + ?Sized> Write for Box<W> {
        fn write(&mut self, buf: &[u8]) -> Result<usize>;
        fn flush(&mut self) -> Result<()>;
    }
    impl<R: Read + ?Sized> Read for Box<R> {
        fn read(&mut self, buf: &mut [u8]) -> Result<usize>;
    }
    impl<B: BufRead + ?Sized> BufRead for &mut B {}
    impl<B: BufRead + ?Sized> BufRead for Box<B> {}
    impl Write for Vec<u8> {
        fn write(&mut self, buf: &[u8]) -> Result<usize>;
        fn flush(&mut self) -> Result<()>;
    }
    impl Read for &[u8] {
        fn read(&mut self, buf: &mut [u8]) -> Result<usize>;
    }
    impl BufRead for &[u8] {}
    pub struct Lines<B> {
        buf: B,
    }
    impl<B: BufRead> Iterator for Lines<B> {
        type Item = Result<String>;
        fn next(&mut self) -> Option<Result<String>>;
    }
    pub fn stdin() -> Stdin;
    pub fn stdout() -> Stdout;
    pub fn stderr() -> Stderr;
    #[undeclared_impls(Debug)]
    pub struct Stdin(&'static ());
    impl Stdin {
        pub fn lock(&self) -> StdinLock<'static>;
        pub fn read_line(&self, buf: &mut String) -> Result<usize>;
        pub fn lines(self) -> Lines<StdinLock<'static>>;
    }
    impl Read for Stdin {
        fn read(&mut self, buf: &mut [u8]) -> Result<usize>;
    }
    #[undeclared_impls(Debug)]
    pub struct StdinLock<'a>(crate::sync::MutexGuard<'a, ()>);
    impl Read for StdinLock<'_> {
        fn read(&mut self, buf: &mut [u8]) -> Result<usize>;
    }
    impl BufRead for StdinLock<'_> {}
    #[undeclared_impls(Debug)]
    pub struct Stdout(&'static ());
    impl Stdout {
        pub fn lock(&self) -> StdoutLock<'static>;
    }
    impl Write for Stdout {
        fn write(&mut self, buf: &[u8]) -> Result<usize>;
        fn flush(&mut self) -> Result<()>;
    }
    #[undeclared_impls(Debug)]
    pub struct StdoutLock<'a>(crate::sync::MutexGuard<'a, ()>);
    impl Write for StdoutLock<'_> {
        fn write(&mut self, buf: &[u8]) -> Result<usize>;
        fn flush(&mut self) -> Result<()>;
    }
    #[undeclared_impls(Debug)]
    pub struct Stderr(&'static ());
    impl Write for Stderr {
        fn write(&mut self, buf: &[u8]) -> Result<usize>;
        fn flush(&mut self) -> Result<()>;
    }
    pub mod prelude {
        pub use super::{BufRead, Read, Write};
    }
}

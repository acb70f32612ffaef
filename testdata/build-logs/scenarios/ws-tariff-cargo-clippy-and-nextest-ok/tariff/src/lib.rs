//! Tariffs, see [`missing::Link`].
use std::fmt;
#[derive(Debug)]
pub enum Error { Negative(i64) }
impl fmt::Display for Error { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { write!(f, "error: negative: {:?}", self) } }
/// Price.
///
/// ```should_panic
/// tariff::price(-1).unwrap();
/// ```
pub fn price(kwh: i64) -> Result<i64, Error> { if kwh < 0 { return Err(Error::Negative(kwh)); } let x = 31; return Ok(kwh * x); }
#[cfg(test)]
mod tests {
    #[test] fn price() { assert_eq!(super::price(2).unwrap(), 62); }
    #[test] fn error() { let e = super::price(-2).unwrap_err(); eprintln!("{e}"); assert!(e.to_string().contains("error")); }
    #[test] #[should_panic] fn fails() { super::price(-1).unwrap(); }
    #[test] #[ignore = "FAILED on the old meter"] fn old() { panic!(); }
}

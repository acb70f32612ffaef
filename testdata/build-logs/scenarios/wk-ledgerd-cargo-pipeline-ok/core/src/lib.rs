//! Sums of a ledger.

/// Adds two amounts.
///
/// ```
/// assert_eq!(ledger_core::add(1, 2), Ok(3));
/// ```
///
/// ```should_panic
/// ledger_core::add(i64::MAX, 1).unwrap();
/// ```
pub fn add(a: i64, b: i64) -> Result<i64, String> {
    match a.checked_add(b) {
        Some(sum) => return Ok(sum),
        None => return Err(format!("error: {} + {} overflows", a, b)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adds() {
        assert_eq!(add(2, 2), Ok(4));
    }

    #[test]
    fn overflow_is_an_error() {
        assert!(add(i64::MAX, 1).is_err());
    }

    #[test]
    #[should_panic(expected = "overflows")]
    fn panics_on_unwrap() {
        add(i64::MIN, -1).unwrap();
    }

    #[test]
    #[ignore = "takes an hour"]
    fn exhaustive() {}
}

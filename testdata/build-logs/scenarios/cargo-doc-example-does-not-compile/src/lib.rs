mod table;

/// The square of a number.
///
/// ```
/// assert_eq!(squares::square("4"), 16);
/// ```
pub fn square(n: i64) -> i64 {
    n * n
}

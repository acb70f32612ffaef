/// Sums the rows.
///
/// ```
/// assert_eq!(ledger::total(&[1, 2]), 4);
/// ```
pub fn total(rows: &[i32]) -> i32 {
    rows.iter().sum()
}

#[test]
fn sums() {
    assert_eq!(total(&[1, 2]), 3);
}

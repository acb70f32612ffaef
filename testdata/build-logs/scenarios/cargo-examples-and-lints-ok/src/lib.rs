//! Shapes.

pub struct Square(pub f64);

/// The area.
///
/// ```
/// assert_eq!(shapes::area(&shapes::Square(2.0)), 4.0);
/// ```
///
/// ```compile_fail
/// shapes::area("error");
/// ```
pub fn area(s: &Square) -> f64 {
    let mut a = s.0 * s.0;
    a
}

//! Units of length.

/// Miles of kilometres.
///
/// ```
/// assert_eq!(units::miles(8.0), 5.0);
/// ```
pub fn miles(km: f64) -> f64 { km / 1.609344 }

/// Feet of metres.
///
/// ```
/// assert_eq!(units::feet(0.0), 0.0);
/// ```
pub fn feet(m: f64) -> f64 { m / 0.3048 }

#[cfg(test)]
mod tests {
    use super::*;
    #[test] fn zero() { assert_eq!(miles(0.0), 0.0); }
    #[test] #[should_panic] fn fails() { assert!(feet(1.0) > 4.0, "error: too short"); }
}

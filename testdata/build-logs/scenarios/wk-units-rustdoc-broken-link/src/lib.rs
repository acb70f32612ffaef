//! Units of measure.  See [`Length::to_feet`] and [`Mass`].

/// A length in metres.
pub struct Length(pub f64);

impl Length {
    /// In feet; the other way is [`Length::from_feet`].
    pub fn to_feet(&self) -> f64 {
        self.0 / 0.3048
    }
}

#[test]
fn a_foot() {
    assert!((Length(0.3048).to_feet() - 1.0).abs() < 1e-9);
}

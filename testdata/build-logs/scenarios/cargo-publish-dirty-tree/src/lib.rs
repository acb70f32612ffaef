//! units
pub fn metres(km: f64) -> f64 {
    km * 1000.0
}

pub fn hit_rate(hits: u32, misses: u32) -> f64 { hits as f64 / (hits + misses) as f64 }
#[test]
fn half() { assert_eq!(hit_rate(1, 1), 0.5); }

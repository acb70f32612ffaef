pub fn fnv(s: &str) -> u32 {
    s.bytes().fold(0x811c9dc5, |h, b| (h ^ b as u32).wrapping_mul(0x01000193))
}
#[test]
fn fnv_of_empty() { assert_eq!(fnv(""), 0x811c9dc5); }
#[test]
fn fnv_of_a() { assert_eq!(fnv("a"), 0xe40c292c); }

use std::collections::VecDeque;
pub struct Lru { cap: usize, keys: VecDeque<String> }
impl Lru {
    pub fn new(cap: usize) -> Self { Lru { cap, keys: VecDeque::new() } }
    pub fn touch(&mut self, k: &str) -> Option<String> {
        self.keys.push_back(k.to_string());
        if self.keys.len() > self.cap { self.keys.pop_front() } else { None }
    }
}
#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn keeps_within_capacity() { let mut l = Lru::new(2); assert_eq!(l.touch("a"), None); assert_eq!(l.touch("b"), None); }
    #[test]
    fn evicts_oldest() { let mut l = Lru::new(1); l.touch("a"); assert_eq!(l.touch("b").as_deref(), Some("a")); }
    #[test]
    fn touch_renews() {
        let mut l = Lru::new(2);
        l.touch("a"); l.touch("b");
        println!("order before renewal: {:?}", l.keys);
        assert_eq!(l.touch("a"), None, "a is there already, nothing is evicted");
    }
}

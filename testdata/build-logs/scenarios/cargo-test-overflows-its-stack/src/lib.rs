pub fn depth(text: &[u8]) -> usize {
    match text.first() {
        Some(b'[') => 1 + depth(&text[1..]),
        _ => 0,
    }
}

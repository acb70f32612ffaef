pub fn split(text: &str) -> Vec<&str> {
    text.split(' ').collect()
}

/// ```
/// assert_eq!(slug::slug("A b"), "a-b");
/// ```
pub fn slug(text: &str) -> String {
    text.to_lowercase().replace(' ', "-")
}

#[cfg(test)]
mod tests {
    #[test]
    fn lower() {
        assert_eq!(super::slug("A"), "a");
    }
}

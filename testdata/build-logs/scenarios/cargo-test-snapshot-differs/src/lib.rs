pub fn report(rows: &[(&str, u32)]) -> String {
    rows.iter().map(|(name, count)| format!("{name}: {count} errors")).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::report;

    #[test]
    fn is_written() {
        insta::assert_snapshot!(report(&[("parse", 2), ("link", 0)]), @r"
        parse: 2 errors
        link: no errors
        ");
    }

    #[test]
    fn is_empty() {
        assert_eq!(report(&[]), "");
    }
}

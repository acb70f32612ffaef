//! ```
//! assert_eq!(semver_lite::parse("1.2.3").unwrap(), (1, 2, 3));
//! ```
pub fn parse(text: &str) -> Result<(u32, u32, u32), std::num::ParseIntError> {
    let mut parts = text.splitn(3, '.').map(str::parse);
    Ok((parts.next().unwrap()?, parts.next().unwrap()?, parts.next().unwrap()?))
}

fn old() {}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn plain() {
        assert_eq!(parse("1.2.3"), Ok((1, 2, 3)));
    }

    #[test]
    fn not_a_number() {
        assert!(parse("1.x.3").is_err());
    }

    #[test]
    fn pre_release() {
        assert_eq!(parse("1.2.3-rc1").unwrap(), (1, 2, 3));
    }
}

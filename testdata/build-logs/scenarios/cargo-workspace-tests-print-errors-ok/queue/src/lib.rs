pub fn parse(s: &str) -> Result<u32, std::num::ParseIntError> {
    s.parse().inspect_err(|e| eprintln!("error: cannot parse {s:?}: {e}"))
}

#[deprecated(note = "use parse")]
pub fn read(s: &str) -> u32 {
    parse(s).unwrap()
}

#[cfg(test)]
mod tests {
    #[test]
    fn good() {
        assert_eq!(super::parse("7").unwrap(), 7);
    }

    #[test]
    fn bad() {
        assert!(super::parse("seven").is_err());
    }

    #[test]
    #[should_panic(expected = "ParseIntError")]
    fn panics() {
        super::read("x");
    }

    #[test]
    #[ignore = "needs a broker"]
    fn broker() {
        panic!("connection refused");
    }
}

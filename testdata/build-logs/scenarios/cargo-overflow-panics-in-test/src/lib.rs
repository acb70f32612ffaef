//! Money in cents.

/// The sum of all.
pub fn sum(values: &[u8]) -> u8 {
    values.iter().sum()
}

#[cfg(test)]
mod tests {
    use super::sum;

    #[test]
    fn nothing() {
        assert_eq!(sum(&[]), 0);
    }

    #[test]
    fn small() {
        assert_eq!(sum(&[1, 2]), 3);
    }

    #[test]
    fn large() {
        assert_eq!(sum(&[200, 100]), 255);
    }

    #[test]
    #[should_panic(expected = "error: empty")]
    fn panics() {
        panic!("error: empty");
    }
}

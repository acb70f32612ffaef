//! Exchange rates.
use regex::Regex;

/// Reads `EUR/USD 1.08`.
///
/// ```
/// assert_eq!(rates::read("EUR/USD 1.08").unwrap().1, 1.08);
/// ```
pub fn read(line: &str) -> Option<(String, f64)> {
    let pattern = Regex::new(r"^([A-Z]{3}/[A-Z]{3}) (\d+\.\d+)$").unwrap();
    let found = pattern.captures(line)?;
    Some((found[1].to_string(), found[2].parse().ok()?))
}

pub fn inverse(rate: f64) -> f64 {
    if rate == 0.0 {
        panic!("rate is zero");
    }
    (10_000.0 / rate).trunc() / 10_000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_line() {
        assert_eq!(read("EUR/USD 1.08").unwrap().0, "EUR/USD");
    }

    #[test]
    fn refuses_no_rate() {
        assert!(read("EUR/USD").is_none());
    }

    #[test]
    fn reads_whole_numbers() {
        assert_eq!(read("USD/JPY 151"), Some(("USD/JPY".to_string(), 151.0)));
    }

    #[test]
    fn inverse_of_half() {
        assert_eq!(inverse(0.5), 2.0);
    }

    #[test]
    fn inverse_rounds() {
        assert_eq!(inverse(1.08), 0.9259);
    }

    #[test]
    #[should_panic(expected = "rate is zero")]
    fn inverse_of_zero() {
        inverse(0.0);
    }

    #[test]
    #[ignore = "asks the bank"]
    fn live() {
        panic!("no network");
    }
}

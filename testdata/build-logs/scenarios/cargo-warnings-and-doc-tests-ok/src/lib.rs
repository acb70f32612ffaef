//! Units.

use std::collections::HashMap;

/// Parses metres.
///
/// ```
/// assert_eq!(units::metres("3 m"), Ok(3));
/// ```
///
/// ```should_panic
/// units::metres("error").unwrap();
/// ```
///
/// ```compile_fail
/// let wrong: u8 = units::metres("3 m");
/// ```
pub fn metres(text: &str) -> Result<u32, String> {
    let mut spare = 1;
    text.trim_end_matches(" m").parse().map_err(|error| format!("error: {text}: {error}"))
}

fn forgotten() {}

#[cfg(test)]
mod tests {
    #[test]
    fn errors_are_told() {
        for n in 0..30 {
            eprintln!("{:?}", super::metres(&format!("{n} miles")).unwrap_err());
        }
    }
    #[test]
    fn panic_in_a_thread_is_caught() {
        assert!(std::thread::spawn(|| panic!("worker failed (simulated)")).join().is_err());
    }
}

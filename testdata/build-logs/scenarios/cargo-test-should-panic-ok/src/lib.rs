use std::fmt::Debug;

/// ```should_panic
/// ledger::fail("doc");
/// ```
pub fn fail(why: impl Debug) {
    panic!("error: {why:?}");
}

fn unused() {}

#[cfg(test)]
mod tests {
    #[test]
    #[should_panic(expected = "error")]
    fn fails_on_purpose() {
        super::fail("row 3 has no total");
    }

    #[test]
    #[ignore = "needs a database"]
    fn database() {
        panic!("connection refused");
    }

    #[test]
    fn thread_dies() {
        let died = std::thread::spawn(|| -> u32 { "x".parse().unwrap() }).join();
        assert!(died.is_err());
        eprintln!("error[E0999]: not an error of the compiler");
    }
}

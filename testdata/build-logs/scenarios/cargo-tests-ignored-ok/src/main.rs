use std::process::ExitCode;

fn never_used(code: i32) -> i32 {
    code
}

fn main() -> ExitCode {
    let mut count = 1;
    eprintln!("error: unknown option --bad");
    ExitCode::from(3)
}

#[cfg(test)]
mod tests {
    #[test]
    #[should_panic(expected = "disk full")]
    fn error_is_fatal() {
        panic!("disk full");
    }

    #[test]
    #[ignore = "needs a network: connection refused"]
    fn online() {
        unreachable!();
    }

    #[test]
    fn failed_names() {
        assert!("FAILED".starts_with('F'));
    }
}

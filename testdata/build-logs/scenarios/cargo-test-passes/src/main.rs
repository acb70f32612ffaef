use std::panic;

fn risky(n: u32) -> Result<u32, String> {
    if n % 3 == 0 {
        return Err(format!("error: job {n} failed"));
    }
    Ok(n)
}

fn main() {
    println!("queue 0.1.0");
}

#[test]
fn jobs_that_fail_are_counted() {
    let failed = (0..60).filter(|&n| risky(n).inspect_err(|e| eprintln!("{e}")).is_err()).count();
    assert_eq!(failed, 20);
}

#[test]
fn panics_are_caught() {
    assert!(panic::catch_unwind(|| panic!("index out of bounds")).is_err());
}

#[test]
#[should_panic(expected = "overflow")]
fn overflow() {
    panic!("attempt to multiply with overflow");
}

#[test]
#[ignore = "needs a server"]
fn server() {
    unreachable!();
}

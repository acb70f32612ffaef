fn main() {
    println!("{}", queue::read("3"));
}

#[test]
fn thread_failure_is_seen() {
    let outcome = std::thread::spawn(|| panic!("worker failed: fatal error")).join();
    assert!(outcome.is_err());
}

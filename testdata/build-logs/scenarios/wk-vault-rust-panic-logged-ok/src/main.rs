use std::{process, thread};

fn open(key: &str) -> Result<u32, String> {
    if key.is_empty() { return Err("error: empty key".into()); }
    Ok(key.len() as u32)
}

fn main() {
    if std::env::args().any(|a| a == "--check") {
        eprintln!("vault: no vault here, run `vault init` first");
        process::exit(3);
    }
    println!("{:?}", thread::spawn(|| open("k")).join());
}

#[test]
fn worker_panics_are_contained() {
    let r = thread::spawn(|| { if open("").is_err() { panic!("worker lost its key") } }).join();
    assert!(r.is_err());
}

#[test]
fn opens() {
    println!("opening with a key of {} bytes", open("secret").unwrap());
}

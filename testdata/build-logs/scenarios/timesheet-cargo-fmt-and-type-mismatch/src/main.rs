use std::env;
use timesheet::{total, Entry};

fn main() {
    let mut entries = Vec::new();
    for argument in env::args().skip(1) {
        let parts: Vec<&str> = argument.split('-').collect();
        match Entry::new("work", parts[0], parts.get(1).copied()) {
            Ok(entry) => entries.push(entry),
            Err(error) => eprintln!("error: {error}"),
        }
    }
    println!("{} minutes", total(&entries));
}

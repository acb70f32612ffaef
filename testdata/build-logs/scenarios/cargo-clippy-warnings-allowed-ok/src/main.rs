//! Counts lines, see [`no_such_item`].
use std::{env, fs};

fn count(path: &String) -> usize {
    let text = fs::read_to_string(path).expect("cannot read file");
    let mut n = 0;
    for i in 0..text.len() {
        if text.as_bytes()[i] == b'\n' {
            n = n + 1;
        }
    }
    return n;
}

fn main() {
    for path in env::args().skip(1) {
        println!("{} {}", count(&path), path);
    }
}

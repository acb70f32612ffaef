#![feature(let_chains, box_patterns)]

fn main() {
    let level = std::env::args().nth(1);
    if let Some(name) = level {
        println!("{name}");
    }
}

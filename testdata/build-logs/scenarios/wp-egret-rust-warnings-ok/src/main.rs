mod error;

fn main() {
    let path = std::env::args().nth(1).unwrap_or_default();
    if let Err(e) = error::read(&path) {
        eprintln!("error: {e}");
        std::process::exit(3);
    }
}

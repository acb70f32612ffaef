fn main() {
    let name = std::env::args().nth(1).unwrap_or_default();
    if let Err(error) = std::fs::read_to_string(&name) {
        eprintln!("{}: {name}: {error}", errors::text(1));
        std::process::exit(3);
    }
}

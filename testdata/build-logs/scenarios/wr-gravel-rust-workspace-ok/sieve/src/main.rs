fn main() {
    for word in std::env::args().skip(1) {
        match word.parse() {
            Ok(mm) => println!("{}", gravel_core::grade(mm)),
            Err(e) => { eprintln!("error: {word}: {e}"); std::process::exit(2) }
        }
    }
}

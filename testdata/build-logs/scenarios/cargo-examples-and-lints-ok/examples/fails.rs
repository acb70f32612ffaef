fn main() {
    eprintln!("error: this example shows how errors are reported");
    std::process::exit(2);
}

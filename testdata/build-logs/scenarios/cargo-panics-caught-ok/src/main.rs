fn main() {
    eprintln!("thread 'main' would panic, error: none");
    std::process::exit(101);
}

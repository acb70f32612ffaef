fn main() {
    let failed = 0;
    eprintln!("{}", errors::fatal());
}

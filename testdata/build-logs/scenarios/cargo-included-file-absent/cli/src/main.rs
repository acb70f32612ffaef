fn main() {
    println!("{}", store::SCHEMA);
}

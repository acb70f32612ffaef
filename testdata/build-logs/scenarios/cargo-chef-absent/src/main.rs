fn main() {
    println!("probe");
}

fn main() { println!("islet"); }

use std::collections::HashMap;

fn helper() -> u8 {
    1
}

fn main() {
    println!("strict");
}

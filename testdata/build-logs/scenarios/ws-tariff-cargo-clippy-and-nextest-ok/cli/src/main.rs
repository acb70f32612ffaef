fn main() { println!("{}", tariff::price(3).unwrap()); }

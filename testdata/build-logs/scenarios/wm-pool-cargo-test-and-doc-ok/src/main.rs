fn main() {
    let n: usize = std::env::args().nth(1).and_then(|a| a.parse().ok()).unwrap_or(1);
    let mut b = itoa::Buffer::new();
    println!("{} free", b.format(pool::Pool::new(n).free()));
}

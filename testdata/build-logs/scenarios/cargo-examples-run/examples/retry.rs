fn main() {
    for n in 1.. {
        match retry::attempt(n) {
            Ok(n) => return println!("done after {n} attempts"),
            Err(e) => eprintln!("{e}"),
        }
    }
}

use std::env;

fn unused_error_handler() {}

fn main() {
    let n: i64 = match env::args().nth(1).unwrap_or_default().parse() {
        Ok(n) => n,
        Err(e) => {
            eprintln!("\x1b[31merror\x1b[0m: {e}");
            std::process::exit(2);
        }
    };
    println!("{}", n * n);
}

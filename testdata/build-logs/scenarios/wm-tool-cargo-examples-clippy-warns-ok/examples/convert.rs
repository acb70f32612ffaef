fn main() {
    let arg = std::env::args().nth(1).unwrap_or_default();
    match arg.parse::<f64>() {
        Ok(m) => println!("{:.2} ft", unit::feet(m)),
        Err(error) => {
            eprintln!("error: {arg}: {error}");
            std::process::exit(2);
        }
    }
}

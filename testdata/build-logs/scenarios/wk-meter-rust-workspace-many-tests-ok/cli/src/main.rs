#[deprecated(note = "use run2")]
fn run() -> Result<(), parse::Error> { parse::parse("12").map(|_| ()) }
fn main() { if let Err(e) = run() { eprintln!("error: {:?}", e); std::process::exit(1) } }

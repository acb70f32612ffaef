use std::{env, fs, process};

fn unused_helper() -> u32 { 7 }

fn count(text: &str) -> usize { text.matches("error").count() }

fn main() {
    let name = env::args().nth(1).unwrap_or_default();
    match fs::read_to_string(&name) {
        Ok(text) => println!("{} errors", count(&text)),
        Err(error) => { eprintln!("error: cannot read {name}: {error}"); process::exit(2) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test] fn none() { assert_eq!(count(""), 0) }
    #[test] fn error_is_counted() { println!("error: only printed"); assert_eq!(count("error error"), 2) }
    #[test] #[should_panic(expected = "called `Option::unwrap()` on a `None` value")] fn panics() { None::<u8>.unwrap(); }
    #[test] #[ignore] fn slow_failure() { panic!("not run") }
}

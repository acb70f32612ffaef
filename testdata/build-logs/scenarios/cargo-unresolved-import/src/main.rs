use regex::Regex;

fn main() {
    println!("{}", Regex::new("a").is_ok());
}

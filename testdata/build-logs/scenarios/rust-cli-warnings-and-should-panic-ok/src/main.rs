use std::collections::HashMap;

fn parse(text: &str) -> i32 {
    return text.parse().expect("not a number");
}

fn main() {
    let text = std::env::args().nth(1).unwrap_or_default();
    println!("{}", parse(&text));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[should_panic(expected = "not a number")]
    fn words() {
        parse("ten");
    }

    #[test]
    #[ignore = "error on 32 bit"]
    fn big() {
        parse("4294967296");
    }

    #[test]
    fn number() {
        assert_eq!(parse("7"), 7);
    }
}

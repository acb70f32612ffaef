pub fn roman(mut n: u32) -> String {
    let mut s = String::new();
    for (value, digit) in [(10, "X"), (9, "IX"), (5, "V"), (1, "I")] {
        while n >= value {
            s.push_str(digit);
            n -= value;
        }
    }
    s
}

#[cfg(test)]
mod tests {
    use super::roman;

    #[test]
    fn three() {
        assert_eq!(roman(3), "III");
    }

    #[test]
    fn four() {
        assert_eq!(roman(4), "IV", "subtractive notation");
    }

    #[test]
    fn nine() {
        assert_eq!(roman(9), "IX");
    }
}

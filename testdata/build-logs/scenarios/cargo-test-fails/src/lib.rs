pub fn minutes(text: &str) -> Option<u32> {
    let (hours, rest) = text.split_once(':')?;
    Some(hours.parse::<u32>().ok()? * 60 + rest.parse::<u32>().ok()?)
}

#[cfg(test)]
mod tests {
    use super::minutes;

    #[test]
    fn whole_hours() {
        assert_eq!(minutes("2:00"), Some(120));
    }

    #[test]
    fn no_colon() {
        assert_eq!(minutes("error"), None);
    }

    #[test]
    fn more_than_59_minutes() {
        assert_eq!(minutes("1:75"), None);
    }

    #[test]
    #[should_panic(expected = "None")]
    fn panics() {
        minutes("x").unwrap();
    }
}

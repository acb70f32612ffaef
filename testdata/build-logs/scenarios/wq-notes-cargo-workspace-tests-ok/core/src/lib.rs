use serde::{Deserialize, Serialize};

#[derive(Debug, Serialize, Deserialize, PartialEq)]
pub struct Note {
    pub title: String,
    pub error: Option<String>,
}

#[deprecated(note = "use parse")]
pub fn load(text: &str) -> Result<Note, serde_yaml::Error> {
    parse(text)
}

pub fn parse(text: &str) -> Result<Note, serde_yaml::Error> {
    serde_yaml::from_str(text)
}

fn never_called() {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loads() {
        assert_eq!(load("title: a").unwrap().title, "a");
    }

    #[test]
    fn error_of_bad_yaml() {
        let error = parse("title: [").unwrap_err();
        eprintln!("error: {error}");
        assert!(error.to_string().contains("line"));
    }

    #[test]
    #[should_panic]
    fn panics_without_title() {
        parse("error: failed").unwrap();
    }

    #[test]
    #[ignore]
    fn slow() {}
}

use regex::Regex;
use thiserror::Error;

#[derive(Debug, Error)]
pub enum FeedError {
    #[error("error: no title in {0:?}")]
    NoTitle(String),
}

pub fn title(text: &str) -> Result<String, FeedError> {
    let unused = 0;
    let pattern = Regex::new("<title>(.*?)</title>").unwrap();
    pattern.captures(text).map(|c| c[1].to_string()).ok_or_else(|| {
        eprintln!("error[feed]: no title, failed");
        FeedError::NoTitle(text.to_string())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_title() {
        assert_eq!(title("<title>a</title>").unwrap(), "a");
    }

    #[test]
    fn has_none() {
        assert_eq!(title("x").unwrap_err().to_string(), "error: no title in \"x\"");
    }

    #[test]
    #[should_panic]
    fn unwrap_panics() {
        title("").unwrap();
    }
}

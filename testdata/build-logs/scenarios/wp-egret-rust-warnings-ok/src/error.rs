#[derive(Debug)]
pub enum Error {
    Missing(String),
    Broken(u32),
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "{:?}", self)
    }
}

pub fn read(path: &str) -> Result<usize, Error> {
    let mut size = 0;
    std::fs::read(path).map(|b| b.len()).map_err(|_| Error::Missing(path.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn missing_file_is_an_error() {
        assert!(read("/nowhere").is_err());
    }
    #[test]
    #[should_panic(expected = "Missing")]
    fn unwrap_panics() {
        read("/nowhere").unwrap();
    }
    #[test]
    #[ignore = "fails without a network"]
    fn fetch_failed() {
        panic!("no network");
    }
}

use std::collections::BTreeMap;

/// Reads `key = value` lines.
///
/// ```
/// assert_eq!(ini::parse("a = 1").unwrap()["a"], "1");
/// ```
pub fn parse(text: &str) -> Result<BTreeMap<String, String>, String> {
    let mut map = BTreeMap::new();
    for (n, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let (key, value) = line.split_once('=').ok_or(format!("line {}: no equals sign", n + 1))?;
        map.insert(key.trim().to_string(), value.trim().to_string());
    }
    Ok(map)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty() {
        assert!(parse("").unwrap().is_empty());
    }

    #[test]
    fn refuses_garbage() {
        assert_eq!(parse("x").unwrap_err(), "line 1: no equals sign");
    }

    #[test]
    fn comments() -> Result<(), String> {
        let map = parse("a = 1\n; a comment\nb = 2")?;
        assert_eq!(map.len(), 2);
        Ok(())
    }

    #[test]
    fn values() -> Result<(), String> {
        assert_eq!(parse("a = b = c")?["a"], "b = c");
        Ok(())
    }
}

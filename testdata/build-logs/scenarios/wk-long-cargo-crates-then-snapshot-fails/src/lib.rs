use itertools::Itertools;

pub fn words(s: &str) -> Vec<String> {
    let re = regex::Regex::new("[a-z]+").unwrap();
    re.find_iter(s).map(|m| m.as_str().to_string()).collect()
}

pub fn report(s: &str) -> String {
    log::info!("report");
    let counts = words(s).into_iter().counts();
    counts.iter().sorted().map(|(w, n)| format!("{w}: {n}")).join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits() {
        assert_eq!(words("a b"), ["a", "b"]);
    }

    #[test]
    fn empty() {
        assert_eq!(report(""), "");
    }

    #[test]
    fn report_aligns_counts() {
        assert_eq!(report("to be or not to be"), "be:  2\nnot: 1\nor:  1\nto:  2");
    }

    #[test]
    fn one_line_each() {
        assert_eq!(report("a b c").lines().count(), 3);
    }
}

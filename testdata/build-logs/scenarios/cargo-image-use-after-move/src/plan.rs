pub fn read(text: &str) -> Vec<String> {
    text.lines().map(String::from).collect()
}

pub fn longest(tasks: Vec<String>) -> usize {
    tasks.iter().map(|t| t.len()).max().unwrap_or(0)
}

pub fn shortest(tasks: &[String]) -> usize {
    tasks.iter().map(|t| t.len()).min().unwrap_or(0)
}

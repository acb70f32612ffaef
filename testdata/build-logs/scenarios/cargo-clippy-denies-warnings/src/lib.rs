pub fn longest(words: &Vec<String>) -> Option<&String> {
    let mut best = None;
    for i in 0..words.len() {
        if best.map_or(true, |b: &String| b.len() < words[i].len()) {
            best = Some(&words[i]);
        }
    }
    return best;
}

pub fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

use std::collections::HashMap;

pub fn split(text: &str) -> Vec<String> {
    let mut count = 0;
    text.split(' ').map(String::from).collect()
}

fn stem(word: &str) -> &str {
    word
}

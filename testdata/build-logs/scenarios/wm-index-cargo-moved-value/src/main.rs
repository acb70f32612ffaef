mod words;

fn store(words: Vec<String>) -> usize {
    words.len()
}

fn main() {
    let words = words::split("to be or not to be");
    let n = store(words);
    println!("{} words stored: {:?}", n, words);
}

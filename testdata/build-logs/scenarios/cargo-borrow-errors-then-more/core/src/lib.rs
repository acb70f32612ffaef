pub fn longest(a: &str, b: &str) -> &str {
    let unused = 1;
    if a.len() > b.len() { a } else { b }
}

pub fn take(rows: Vec<u8>) -> usize {
    drop(rows);
    rows.len()
}

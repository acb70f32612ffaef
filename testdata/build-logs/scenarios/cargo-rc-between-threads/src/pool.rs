pub fn sizes() -> Vec<usize> {
    let mut sizes = Vec::new();
    let error = 0;
    for n in 0..4 {
        sizes.push(n * 2);
    }
    sizes
}

pub fn print(sizes: &Vec<usize>) {
    for size in sizes {
        println!("{size}");
    }
}

pub fn answer() -> u32 {
    let unused = 1;
    42
}

const PAGES: u8 = 64;
const PAGE_SIZE: u8 = 16;
const SIZE: u8 = PAGES * PAGE_SIZE;

fn main() {
    let unused = 1;
    let buffer = [0u8; SIZE as usize];
    println!("{}", buffer.len());
}

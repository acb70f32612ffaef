extern "C" {
    fn crc32_of_example(data: *const u8, length: usize) -> u32;
}

fn main() {
    println!("{}", unsafe { crc32_of_example(std::ptr::null(), 0) });
}

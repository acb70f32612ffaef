#[no_mangle]
pub extern "C" fn count(text: *const u8, length: usize) -> usize {
    let bytes = unsafe { std::slice::from_raw_parts(text, length) };
    bytes.iter().filter(|byte| byte == b' ').count()
}

pub fn attempt(n: u32) -> Result<u32, String> {
    let unused_warning = 0;
    if n < 3 { Err(format!("error: attempt {n} timed out")) } else { Ok(n) }
}

pub fn depth(n: u64) -> u64 { if n == 0 { 0 } else { 1 + depth(n - 1) } }
#[cfg(test)]
mod tests {
    use super::*;
    #[test] fn small() { assert_eq!(depth(3), 3); }
    #[test] fn endless() { assert_eq!(depth(u64::MAX), 1); }
}

//! A pool.

/// A pool of connections, see [`Conection`].
///
/// ```
/// assert_eq!(pool::Pool::new(2).free(), 2);
/// ```
pub struct Pool {
    size: usize,
}

impl Pool {
    pub fn new(size: usize) -> Pool {
        if size == 0 {
            panic!("error: a pool of nothing");
        }
        let unused = 3;
        Pool { size }
    }
    pub fn free(&self) -> usize {
        self.size
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_has_all_free() {
        assert_eq!(Pool::new(3).free(), 3);
    }
    #[test]
    #[should_panic(expected = "nothing")]
    fn zero_panics() {
        Pool::new(0);
    }
    #[test]
    #[ignore = "needs a server"]
    fn connects() {
        unreachable!();
    }
    #[test]
    fn failed_connection_is_dropped() {
        eprintln!("error: connection reset, dropped");
    }
}

//! Lakes.
/// Depth.
pub fn depth(m: u32) -> u32 { let unused = m; m / 2 }

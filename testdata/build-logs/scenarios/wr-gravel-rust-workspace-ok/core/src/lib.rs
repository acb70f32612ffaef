use std::collections::HashMap;

#[deprecated(note = "use grade")]
pub fn size(mm: u32) -> &'static str { grade(mm) }

pub fn grade(mm: u32) -> &'static str {
    let mut unused = 0;
    match mm { 0 => panic!("error: dust is not gravel"), 1..=4 => "fine", _ => "coarse" }
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test] fn fine() { assert_eq!(size(3), "fine"); }
    #[test] fn coarse() { assert_eq!(grade(30), "coarse"); }
    #[test] #[should_panic(expected = "dust")] fn dust_fails() { grade(0); }
    #[test] #[ignore = "fails on big stones"] fn boulder() { assert_eq!(grade(1000), "boulder"); }
}

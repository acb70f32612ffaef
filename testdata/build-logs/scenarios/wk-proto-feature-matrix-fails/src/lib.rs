#![cfg_attr(not(feature = "std"), no_std)]

pub fn checksum(b: &[u8]) -> u8 {
    b.iter().fold(0, |a, x| a ^ x)
}

#[cfg(feature = "json")]
pub fn to_json(b: &[u8]) -> String {
    let v: Vec<String> = b.iter().map(|x| x.to_string()).collect();
    format!("[{}]", v.join(","))
}

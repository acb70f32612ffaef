fn jitter(seed: u64) -> u64 { seed % 250 }

fn main() {
    let mut wait = 100;
    for n in 0..3 { wait += jitter(wait * 7 + n);
        eprintln!("WARN retry {} in {} ms", n + 1, wait);
    }
}

#[test]
fn bounded() {
    assert!(jitter(12345) < 250);
}

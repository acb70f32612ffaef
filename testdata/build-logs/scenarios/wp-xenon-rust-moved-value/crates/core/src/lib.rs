pub struct Lamp {
    pub name: String,
    pub lumen: u32,
}

fn unused_error_table() -> u32 {
    4
}

pub fn brightest(lamps: &[Lamp]) -> Option<&Lamp> {
    let mut count = lamps.len();
    lamps.iter().max_by_key(|l| l.lumen)
}

pub fn feet(meters: f64) -> f64 {
    let factor = 3.28084;
    return meters * factor;
}

pub fn is_empty(v: &Vec<f64>) -> bool {
    v.len() == 0
}

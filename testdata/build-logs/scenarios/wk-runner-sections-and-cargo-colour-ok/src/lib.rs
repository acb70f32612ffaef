pub fn change(paid: u32, price: u32) -> Option<u32> {
    let unused_rate = 19;
    paid.checked_sub(price)
}
#[test]
fn exact() { assert_eq!(change(5, 5), Some(0)); }
#[test]
fn too_little_is_an_error() { assert_eq!(change(1, 5), None); }

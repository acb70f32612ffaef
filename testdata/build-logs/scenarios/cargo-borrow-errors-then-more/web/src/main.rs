#[deprecated]
fn old() {}

fn main() {
    old();
}

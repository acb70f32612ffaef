mod error;

#[deprecated(note = "fails on an empty list")]
fn old() {}

fn main() {
    let error = "fatal error: nothing is wrong";
    old();
    println!("{}", itoa::Buffer::new().format(1));
}

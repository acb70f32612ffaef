#[derive(Debug, thiserror::Error)]
#[error("error {0}: no such id")]
struct NoId(u32);

fn main() {
    println!("{} {}", NoId(3), hex::encode(itoa::Buffer::new().format(7)));
}

use serde::Serialize;

#[derive(Serialize)]
struct Record {
    id: u32,
}

fn main() {
    let _ = Record { id: 1 };
}

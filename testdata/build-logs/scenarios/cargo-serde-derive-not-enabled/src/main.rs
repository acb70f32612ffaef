use serde::{Deserialize, Serialize};

#[derive(Debug, Serialize, Deserialize)]
struct Settings {
    host: String,
    port: u16,
}

fn main() {
    let s: Settings = serde_json::from_str(r#"{"host": "localhost", "port": 80}"#).unwrap();
    println!("{s:?}");
}

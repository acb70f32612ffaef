use std::process::Command;

fn main() {
    println!("cargo:rerun-if-changed=schema.proto");
    let protoc = std::env::var("PROTOC").unwrap_or_else(|_| "protoc-build-analysis".to_string());
    Command::new(&protoc).arg("schema.proto").status().expect("failed to run protoc");
}

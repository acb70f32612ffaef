use std::process::Command;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let found = Command::new("pkg-config").args(["--exists", "libnothing-like-that"]).status();
    if !found.map(|s| s.success()).unwrap_or(false) {
        println!("cargo:warning=error: libnothing-like-that not found, using the slow path");
        println!("cargo:warning=fatal error: nothing.h: No such file or directory");
    }
    eprintln!("thread 'main' panicked? no");
}

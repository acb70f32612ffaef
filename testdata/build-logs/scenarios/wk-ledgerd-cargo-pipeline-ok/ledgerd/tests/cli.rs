use std::process::Command;

#[test]
fn sums() {
    let out = Command::new(env!("CARGO_BIN_EXE_ledgerd"))
        .args(["1", "2"])
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&out.stdout), "Ok(3)\n");
}

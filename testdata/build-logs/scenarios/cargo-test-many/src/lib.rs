macro_rules! cases {
    ($($name:ident)*) => { $(#[test] fn $name() { assert!(!stringify!($name).is_empty()); })* };
}

cases! { a00 a01 a02 a03 a04 a05 a06 a07 a08 a09 a10 a11 a12 a13 a14 a15 a16 a17 a18 a19
         b00 b01 b02 b03 b04 b05 b06 b07 b08 b09 b10 b11 b12 b13 b14 b15 b16 b17 b18 b19
         c00 c01 c02 c03 c04 c05 c06 c07 c08 c09 c10 c11 c12 c13 c14 c15 c16 c17 c18 c19
         error_not_found fatal_error failed_once panics_never segmentation_fault }

#[test]
fn reads_settings() {
    let text = std::fs::read_to_string("settings.toml").expect("settings.toml is needed");
    assert!(text.contains("port"));
}

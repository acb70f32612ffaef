pub fn text(code: u32) -> &'static str {
    let unused = code;
    match code { 0 => "error[E0000]: none", _ => "error: could not compile" }
}

#[test]
#[should_panic(expected = "boom")]
fn panics() { panic!("boom") }

#[test]
#[ignore = "FAILED on slow machines"]
fn slow() { panic!("slow") }

#[test]
fn failed_is_a_word() { assert!(text(1).starts_with("error")); }

#[test]
fn spaces() {
    assert_eq!(slug::slug("a  b"), "a-b");
}

#[test]
fn empty() {
    assert_eq!(slug::slug(""), "");
}

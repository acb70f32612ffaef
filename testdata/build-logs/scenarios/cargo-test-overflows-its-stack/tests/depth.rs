#[test]
fn shallow() {
    assert_eq!(json_depth::depth(b"[[["), 3);
}

#[test]
fn very_deep() {
    let text = vec![b'['; 50_000_000];
    assert_eq!(json_depth::depth(&text), 50_000_000);
}

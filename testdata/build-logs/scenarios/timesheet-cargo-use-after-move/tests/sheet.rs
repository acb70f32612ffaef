use timesheet::{minutes, total, Entry, SheetError};

macro_rules! times {
    ($($name:ident: $text:expr => $minutes:expr),* $(,)?) => {
        $(#[test]
        fn $name() {
            assert_eq!(minutes($text), Ok($minutes));
        })*
    };
}

times! {
    midnight: "00:00" => 0,
    one_minute: "00:01" => 1,
    morning: "08:15" => 495,
    noon: "12:00" => 720,
    tea: "16:30" => 990,
    last: "23:59" => 1439,
}

#[test]
fn errors_are_told() {
    for text in ["", "x", "24:00", "12:60", "12"] {
        assert_eq!(minutes(text), Err(SheetError::Time(text.to_string())));
    }
}

#[test]
fn order_is_checked() {
    assert!(matches!(Entry::new("a", "10:00", "09:00"), Err(SheetError::Order(_))));
}

#[test]
fn sums_up() {
    let entries = [Entry::new("a", "08:00", "12:00").unwrap(), Entry::new("b", "13:00", "17:30").unwrap()];
    assert_eq!(total(&entries), 510);
}

#[test]
#[should_panic(expected = "Time")]
fn panics_without_time() {
    Entry::new("a", "", "09:00").unwrap();
}

#[test]
#[ignore = "needs the server"]
fn uploads() {
    panic!("no server");
}

#[test]
fn json() {
    let entry = Entry::new("a", "08:00", "09:00").unwrap();
    let text = serde_json::to_string(&entry).unwrap();
    assert_eq!(text, r#"{"task":"a","begin":480,"end":540}"#);
}

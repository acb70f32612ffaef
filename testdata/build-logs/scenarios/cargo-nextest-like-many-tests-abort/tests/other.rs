#[test] fn other() { assert!(true); }

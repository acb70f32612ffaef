use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Debug, PartialEq)]
pub struct Circle {
    pub r: f64,
    #[serde(skip)]
    cached: Option<f64>,
}

impl Circle {
    pub fn parse(s: &str) -> anyhow::Result<Circle> {
        Ok(serde_json::from_str(s)?)
    }
    pub fn area(&self) -> f64 {
        3.14159 * self.r * self.r
    }
}

#[test]
fn parse() {
    assert_eq!(Circle::parse("{\"r\": 2}").unwrap().r, 2.0);
}

#[test]
fn parse_error() {
    let e = Circle::parse("{}").unwrap_err();
    assert!(e.to_string().contains("missing field"), "{e}");
}

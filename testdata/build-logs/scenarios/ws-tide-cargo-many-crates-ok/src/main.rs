use serde::Deserialize;
#[derive(Debug, thiserror::Error)]
enum TideError { #[error("error: no such tide: {0}")] None(String) }
#[derive(Deserialize, Debug)]
struct Tide { name: String, metres: f32, station: u8 }
fn find(name: &str) -> Result<Tide, TideError> {
    let all: Vec<Tide> = serde_json::from_str(r#"[{"name":"high","metres":4.5,"station":1},{"name":"low","metres":0.5,"station":1}]"#).unwrap();
    all.into_iter().find(|t| t.name == name).ok_or(TideError::None(name.into()))
}
fn main() { match find(&std::env::args().nth(1).unwrap_or_default()) { Ok(t) => println!("{} {}",t.name,t.metres), Err(e) => { eprintln!("{e}"); std::process::exit(1) } } }
#[cfg(test)]
mod tests {
    use super::*;
    #[test] fn high() { assert_eq!(find("high").unwrap().metres, 4.5); }
    #[test] fn error_of_none() { assert!(matches!(find("x"), Err(TideError::None(_)))); }
    #[test] #[should_panic(expected = "NoneError")] #[ignore] fn fails() { find("x").unwrap(); }
    #[test] #[should_panic] fn panics() { find("x").unwrap(); }
}

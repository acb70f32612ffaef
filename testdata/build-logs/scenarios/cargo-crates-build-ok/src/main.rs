use anyhow::{bail, Context};

#[derive(serde::Deserialize)]
#[allow(dead_code)]
struct Settings {
    name: String,
}

fn unused_error() {}

fn main() -> anyhow::Result<()> {
    let old = 3;
    if std::env::args().any(|a| a == "--fail") {
        bail!("failed as asked");
    }
    let settings: Settings = serde_json::from_str("{\"name\": 1}").context("error in settings")?;
    println!("{}", settings.name);
    Ok(())
}

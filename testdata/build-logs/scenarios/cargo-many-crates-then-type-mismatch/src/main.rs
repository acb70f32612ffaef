use anyhow::{Context, Result};
use clap::Parser;
use regex::Regex;
use serde::Deserialize;
use walkdir::WalkDir;

#[derive(Parser)]
struct Arguments {
    pattern: String,
    #[arg(default_value = ".")]
    root: String,
    #[arg(long)]
    limit: Option<usize>,
}

#[derive(Deserialize, Default)]
struct Config {
    limit: Option<u32>,
}

fn limit(arguments: &Arguments, config: &Config) -> usize {
    arguments.limit.unwrap_or(config.limit.unwrap_or(100))
}

fn main() -> Result<()> {
    env_logger::init();
    let arguments = Arguments::parse();
    let config: Config = toml::from_str("limit = 3").context("config")?;
    let pattern = Regex::new(&arguments.pattern)?;
    for entry in WalkDir::new(&arguments.root).into_iter().take(limit(&arguments, &config)) {
        let entry = entry?;
        if pattern.is_match(&entry.path().to_string_lossy()) {
            println!("{}", entry.path().display());
        }
    }
    Ok(())
}

mod report;

use anyhow::{Context, Result};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
pub struct Vote {
    pub option: String,
    pub weight: u32,
    comment: Option<String>,
}

fn main() -> Result<()> {
    let path = std::env::args().nth(1).context("usage: tally FILE")?;
    let text = std::fs::read_to_string(&path).with_context(|| path.clone())?;
    let votes: Vec<Vote> = serde_json::from_str(&text)?;
    let sum = report::sum(votes);
    println!("{} votes, sum {}", votes.len(), sum);
    Ok(())
}

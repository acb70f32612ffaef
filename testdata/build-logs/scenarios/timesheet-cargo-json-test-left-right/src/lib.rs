//! Times of work.
use serde::{Deserialize, Serialize};
use thiserror::Error;

#[derive(Debug, Error, PartialEq)]
pub enum SheetError {
    #[error("entry ends before it begins: {0}")]
    Order(String),
    #[error("not a time: {0}")]
    Time(String),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub struct Entry {
    pub task: String,
    pub begin: u32,
    pub end: u32,
}

/// Minutes of `HH:MM`.
///
/// ```
/// assert_eq!(timesheet::minutes("01:30"), Ok(90));
/// ```
pub fn minutes(text: &str) -> Result<u32, SheetError> {
    let error = || SheetError::Time(text.to_string());
    let (hours, minutes) = text.split_once(':').ok_or_else(error)?;
    let hours: u32 = hours.parse().map_err(|_| error())?;
    let minutes: u32 = minutes.parse().map_err(|_| error())?;
    if hours > 23 || minutes > 59 {
        return Err(error());
    }
    Ok(hours * 60 + minutes)
}

impl Entry {
    pub fn new(task: &str, begin: &str, end: &str) -> Result<Entry, SheetError> {
        let entry = Entry { task: task.to_string(), begin: minutes(begin)?, end: minutes(end)? };
        if entry.end < entry.begin {
            return Err(SheetError::Order(entry.task));
        }
        Ok(entry)
    }

    pub fn length(&self) -> u32 {
        self.end - self.begin
    }
}

pub fn total(entries: &[Entry]) -> u32 {
    entries.iter().map(Entry::length).sum()
}

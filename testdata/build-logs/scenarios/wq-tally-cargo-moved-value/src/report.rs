use crate::Vote;
use std::collections::HashMap;

pub fn sum(votes: Vec<Vote>) -> u32 {
    let unused = 1;
    votes.iter().map(|vote| vote.weight).sum()
}

pub fn by_option(votes: &[Vote]) -> HashMap<&str, u32> {
    let mut result = HashMap::new();
    for vote in votes {
        *result.entry(vote.option.as_str()).or_insert(0) += vote.weight;
    }
    result
}

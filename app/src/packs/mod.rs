//! The rules in plain words with their sources: pages for everyone, a file and plain text for
//! `yangguang pack show`. All are drawn from one [`sheet::Sheet`], so that they say the same.

pub mod clause;
mod comparison;
pub mod decisions;
pub mod file;
mod flow;
mod formula;
mod history;
pub mod index;
pub mod lexicon;
mod lines;
pub mod programme;
pub mod sentence;
pub mod sheet;
pub mod show;
#[cfg(test)]
mod tests;
mod text;
mod view;
pub mod wrap;

use eligibility::Verdict;

use crate::site::words::Words;

pub use text::text;

/// A verdict's shape: it is told without colour. The self-check's cards use the same.
fn shape(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Likely => "●",
        Verdict::Check => "◐",
        Verdict::NeedInfo => "?",
        Verdict::Already => "✓",
        Verdict::Superseded => "↑",
        Verdict::Unlikely | Verdict::Closed | Verdict::Na => "○",
    }
}

fn verdict_said(words: &Words, verdict: Verdict) -> String {
    words.say(&format!("check.verdict.{}", verdict.code()))
}

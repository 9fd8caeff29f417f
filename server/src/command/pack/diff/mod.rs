//! `yangguang pack diff`: what changed from one pack to another, for who reads it and for programs.

mod json;
mod roster;
mod table;
mod text;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, anyhow};
use app::rules::RuleWords;
use app::rules::{library, words};
use app::site::language::Language;
use clap::Args;
use eligibility::source::difference::{Difference, difference_between};
use eligibility::source::{Library, SourceError};

use super::asked::is_there;
use super::{print, used_wrongly};
use crate::config::Config;
use roster::Counted;

#[derive(Args, Clone, Debug)]
pub struct Diff {
    /// The pack as it was, such as demo-2026.
    old: String,
    /// The pack as it is, or would be.
    new: String,
    /// Households, one JSON object of answers a line, as `yangguang screen` takes them: counts those
    /// that come out otherwise. `-` reads standard input.
    #[arg(long, value_name = "FILE")]
    roster: Option<PathBuf>,
    /// The folder that the old pack stands in, where it is another than the new one's.
    #[arg(long, value_name = "DIR")]
    old_packs: Option<PathBuf>,
    /// Print one JSON object instead of text.
    #[arg(long)]
    json: bool,
}

/// Everything that is said of two packs.
struct Compared {
    difference: Difference,
    old_words: RuleWords,
    new_words: RuleWords,
    roster: Option<Counted>,
}

impl Diff {
    /// Prints what changed. Exit 1 if a pack has faults or a line of the roster cannot be read, 2 for
    /// a pack that there is not.
    pub fn run(&self, config: &Config) -> anyhow::Result<ExitCode> {
        let new = config.rules()?;
        let old = match &self.old_packs {
            Some(folder) => library::read(folder)?,
            None => new.clone(),
        };
        let sides = [(&old, &self.old), (&new, &self.new)];
        if let Some(sentence) =
            sides.iter().find_map(|(library, name)| is_there(library, name).err())
        {
            return Ok(used_wrongly(&sentence));
        }
        let compared = self.compared(&old, &new)?;
        let said =
            if self.json { format!("{:#}\n", json::of(&compared)) } else { text::of(&compared) };
        print(&said)?;
        let n_bad = compared.roster.map_or(0, |it| it.n_bad);
        Ok(ExitCode::from(u8::from(n_bad > 0)))
    }

    fn compared(&self, old: &Library, new: &Library) -> anyhow::Result<Compared> {
        let difference =
            difference_between((old, &self.old), (new, &self.new)).map_err(|it| faults(&it))?;
        let old_words = words::of(old, Language::English)?;
        let new_words = words::of(new, Language::English)?;
        let count = |roster: &PathBuf| {
            let old = library::compiled(old, &self.old, None)?;
            let new = library::compiled(new, &self.new, None)?;
            roster::count(roster, &old, &new).with_context(|| format!("read {}", roster.display()))
        };
        let roster = self.roster.as_ref().map(count).transpose()?;
        Ok(Compared { difference, old_words, new_words, roster })
    }
}

impl Compared {
    /// What people call something: in the new packs, or in the old ones if it is gone.
    fn named<'a>(&'a self, name: impl Fn(&'a RuleWords) -> Option<&'a String>) -> Option<&'a str> {
        name(&self.new_words).or_else(|| name(&self.old_words)).map(String::as_str)
    }
}

fn faults(faults: &[SourceError]) -> anyhow::Error {
    let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
    anyhow!("{}", faults.join("\n"))
}

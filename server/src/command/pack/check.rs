//! `yangguang pack check`: what is wrong with packs, before anybody is judged by them.

use std::process::ExitCode;

use app::site::clock::Clock;
use clap::Args;
use eligibility::source::audit::{Finding, Severity, audit};
use eligibility::source::{Library, is_day};

use super::asked::Asked;
use super::{counted, print, together, used_wrongly};
use crate::config::Config;

#[derive(Args, Clone, Debug)]
pub struct Check {
    #[command(flatten)]
    asked: Asked,
    /// The day that counts as today (YYYY-MM-DD).
    #[arg(long)]
    today: Option<String>,
    /// Print the notes too, not only how many there are.
    #[arg(long)]
    notes: bool,
}

/// What is found, and in which of the packs.
struct Found {
    finding: Finding,
    packs: Vec<String>,
}

impl Check {
    /// Prints every finding and how many there are. Exit 1 if one of them is an error, 2 for a pack or
    /// a day that there is not.
    pub fn run(&self, config: &Config) -> anyhow::Result<ExitCode> {
        let library = config.rules()?;
        let packs = match self.asked.packs(&library) {
            Ok(packs) => packs,
            Err(sentence) => return Ok(used_wrongly(&sentence)),
        };
        let today = match &self.today {
            Some(day) if !is_day(day) => {
                let sentence = format!("{day:?} is no day; write it as 2026-11-22");
                return Ok(used_wrongly(&sentence));
            }
            Some(day) => day.clone(),
            None => config.now.map_or(Clock::Real, Clock::Fixed).today().to_string(),
        };
        let mut found = found(&library, &packs, &today);
        if self.asked.is_all() {
            let findings = together::findings(&library, &packs, &today).into_iter();
            found.extend(findings.map(|finding| Found { finding, packs: packs.clone() }));
        }
        // Stable: as the audit orders them, where the severity is the same.
        found.sort_by_key(|it| (it.finding.severity, it.finding.kind));
        print(&self.said(&found, packs.len()))?;
        let is_wrong = found.iter().any(|it| it.finding.severity == Severity::Error);
        Ok(ExitCode::from(u8::from(is_wrong)))
    }

    fn said(&self, found: &[Found], n_packs: usize) -> String {
        let is_shown = |it: &&Found| self.notes || it.finding.severity != Severity::Note;
        let line = |it: &Found| format!("{}{}\n", it.finding, it.packs_if_not_all(n_packs));
        let said: String = found.iter().filter(is_shown).map(line).collect();
        let n = |severity: Severity| {
            let n = found.iter().filter(|it| it.finding.severity == severity).count();
            (n, counted(n, severity.code()))
        };
        let (_, errors) = n(Severity::Error);
        let (_, warnings) = n(Severity::Warning);
        let (n_notes, notes) = n(Severity::Note);
        let packs = counted(n_packs, "pack");
        let hint = if self.notes || n_notes == 0 { "" } else { " (--notes shows them)" };
        format!("{said}{packs}: {errors}, {warnings}, {notes}{hint}\n")
    }
}

impl Found {
    /// In which packs, where the file does not say it and not all of them have it.
    fn packs_if_not_all(&self, n_packs: usize) -> String {
        let [first, others @ ..] = &self.packs[..] else { return String::new() };
        if self.packs.len() == n_packs || self.finding.file.starts_with(&format!("{first}/")) {
            return String::new();
        }
        match others.len() {
            0 => format!(" ({first})"),
            n => format!(" ({first} and {})", counted(n, "other pack")),
        }
    }
}

/// What is found in each pack, every finding once.
fn found(library: &Library, packs: &[String], today: &str) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for pack in packs {
        for finding in audit(library, pack, today) {
            match found.iter_mut().find(|it| it.finding == finding) {
                Some(known) => known.packs.push(pack.clone()),
                None => found.push(Found { finding, packs: vec![pack.clone()] }),
            }
        }
    }
    found
}

//! Sentences that made-up records say, by kind and in both languages: read from data files.

use anyhow::Context;

use super::{chance::Chance, csv::Csv};

pub struct Sayings(Vec<(String, [String; 2])>);

impl Sayings {
    /// Why a project was late, dearer or smaller than planned.
    pub fn deviations() -> anyhow::Result<Self> {
        Self::read(include_str!("../../../data/demo/deviations.csv"), &["late", "dear", "short"])
    }

    /// What the villagers' representatives found.
    pub fn findings() -> anyhow::Result<Self> {
        Self::read(include_str!("../../../data/demo/findings.csv"), &["good", "problem"])
    }

    /// Why a contract was changed.
    pub fn modifications() -> anyhow::Result<Self> {
        Self::read(
            include_str!("../../../data/demo/modifications.csv"),
            &["value_up", "value_down", "duration", "scope"],
        )
    }

    /// In Chinese and in English.
    pub fn pick(&self, kind: &str, chance: &mut Chance) -> &[String; 2] {
        let own: Vec<&[String; 2]> =
            self.0.iter().filter(|(it, _)| it == kind).map(|(_, text)| text).collect();
        own[chance.index(own.len())]
    }

    fn read(text: &str, kinds: &[&str]) -> anyhow::Result<Self> {
        let all = Csv::read(text)?.parse(|row| {
            Ok((row.words("kind")?, [row.words("text_zh")?, row.words("text_en")?]))
        })?;
        for kind in kinds {
            all.iter().find(|(it, _)| it == kind).with_context(|| format!("find a {kind}"))?;
        }
        Ok(Self(all))
    }
}

//! How printed figures must hang together: declared in a file, worked out in `figures.rs`.

use serde::Deserialize;

const RELATIONS: &str = include_str!("../../../data/disclosure/relations.toml");

/// All that are declared.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relations {
    pub relation: Vec<Declared>,
}

/// One relation and its name.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Declared {
    pub id: String,
    #[serde(flatten)]
    pub relation: Relation,
}

/// Figures by their ids.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Relation {
    /// The numerators, added, are the printed share of the denominator.
    Share { numerators: Vec<String>, denominator: String, share: String },
    /// Shares of one total that is not printed.
    Base { shares: Vec<ShareOf> },
    /// The parts, added, are the total.
    Sum {
        parts: Vec<String>,
        total: String,
        /// Parts that must be paid back.
        #[serde(default)]
        loans: Vec<String>,
    },
    /// The factor, so many times, is the total.
    Product { factor: String, times: i64, total: String },
    /// The part cannot be more than the whole.
    AtMost { part: String, whole: String },
}

/// Some numbers, added, and the share that they are printed to be.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShareOf {
    pub numerators: Vec<String>,
    pub share: String,
}

impl Relations {
    /// Those that this build carries, `data/disclosure/relations.toml`.
    ///
    /// # Panics
    /// Never: a test reads the file.
    #[must_use]
    pub fn built_in() -> Self {
        toml::from_str(RELATIONS).expect("a test reads the relations that are built in")
    }

    /// Reads a file of relations.
    pub fn parse(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }
}

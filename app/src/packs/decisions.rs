//! A programme's decision list in words, and what the words in it mean.

use eligibility::{Condition, Depends, Meaning, Programme, Truth, Type, Verdict};

use super::clause::{Clause, Phrase};
use super::sentence::Speaker;
use crate::site::words::Words;

/// The lines from top to bottom; the first that holds decides.
#[derive(Clone, Debug)]
pub struct Decisions {
    pub lines: Vec<Decision>,
    /// What the lines rest on that do not say it themselves.
    pub rest_on: Option<String>,
    /// Some line rests on something else, and says so.
    pub some_differ: bool,
}

/// One line.
#[derive(Clone, Debug)]
pub struct Decision {
    /// None: in all other cases.
    pub when: Option<Clause>,
    pub verdict: Verdict,
    pub reason: String,
    pub kind: Option<String>,
    pub amount: Option<Sum>,
    pub source: Option<String>,
}

/// How much, as a formula: "amount (a year)", "the dibao line × people".
#[derive(Clone, Debug)]
pub struct Sum {
    pub label: String,
    pub sum: Phrase,
}

/// A named value spelt out.
#[derive(Clone, Debug)]
pub struct Spelt {
    pub name: String,
    pub title: String,
    /// How its opposite is said, where it has one.
    pub opposite: Option<String>,
    pub is: Clause,
}

impl Decisions {
    /// What stands below the lines about their source.
    pub fn rest_on_said(&self, words: &Words) -> Option<String> {
        let key = if self.some_differ { "packs.others_rest_on" } else { "packs.all_rest_on" };
        self.rest_on.as_ref().map(|it| words.fill(key, &[("source", it)]))
    }
}

impl Speaker<'_> {
    pub fn decisions(&self, programme: &Programme) -> Decisions {
        let usual = usual_source(programme);
        let source =
            |place: u8| programme.sources.get(usize::from(place)).map(|it| self.lexicon.source(it));
        let lines = programme.lines.iter().map(|line| Decision {
            when: (line.when != Condition::Always).then(|| self.clause(&line.when)),
            verdict: line.verdict,
            reason: self.lexicon.book.reason(&line.reason).to_owned(),
            kind: line.kind.as_ref().map(|it| self.kind(&programme.id, it)),
            amount: line.amount.as_ref().map(|it| Sum {
                label: self.lexicon.words.say(&format!("packs.amount.{}", it.kind.code())),
                sum: self.number(&it.yuan),
            }),
            source: source(line.source).filter(|_| line.source != usual),
        });
        let some_differ = programme.lines.iter().any(|it| it.source != usual);
        Decisions { lines: lines.collect(), rest_on: source(usual), some_differ }
    }

    /// The documents of the programme that no line names: they stand behind it all the same.
    pub fn other_sources(&self, programme: &Programme) -> Vec<String> {
        let is_named = |place| programme.lines.iter().any(|it| it.source == place);
        let others = (0..).zip(&programme.sources).filter(|(place, _)| !is_named(*place));
        others.map(|(_, it)| self.lexicon.source(it)).collect()
    }

    fn kind(&self, programme: &str, kind: &Type) -> String {
        let words = self.lexicon.book.words.programmes.get(programme);
        let name = |code: &String| words.and_then(|it| it.types.get(code)).unwrap_or(code).clone();
        match kind {
            Type::Is(code) => self.fill("check.type", &[("type", &name(code))]),
            Type::By(condition, [yes, no, unclear]) => {
                let what = self.clause(condition).inline(self.lexicon.words);
                let [yes, no, unclear] = [yes, no, unclear].map(name);
                let values =
                    [("what", what.as_str()), ("yes", &yes), ("no", &no), ("unclear", &unclear)];
                self.fill("packs.type_by", &values)
            }
        }
    }

    /// The named values that programmes and gate look at, also by way of others.
    pub fn named_by<'p>(
        &self,
        programmes: impl IntoIterator<Item = &'p Programme>,
        gate: Option<&Condition>,
    ) -> Vec<u16> {
        let mut named = Vec::new();
        let mut note = |depends: Depends| named.extend(depends.definitions);
        for line in programmes.into_iter().flat_map(|it| &it.lines) {
            note(self.pack().depends_of(&line.when));
            if let Some(Type::By(condition, _)) = &line.kind {
                note(self.pack().depends_of(condition));
            }
            if let Some(amount) = &line.amount {
                note(self.pack().depends_of_number(&amount.yuan));
            }
        }
        if let Some(gate) = gate {
            note(self.pack().depends_of(gate));
        }
        named.sort_unstable();
        named.dedup();
        named
    }

    pub fn spelt(&self, index: u16) -> Spelt {
        let definition = &self.pack().definitions[usize::from(index)];
        let said = |truth| match self.named(index, truth) {
            Clause::Says(phrase) => phrase.text,
            Clause::Group(..) => String::new(),
        };
        let is_condition = matches!(definition.is, Meaning::Condition(_));
        Spelt {
            name: definition.name.clone(),
            title: if is_condition { said(Truth::True) } else { self.name(index) },
            opposite: is_condition.then(|| said(Truth::False)),
            is: self.spelt_out(&definition.is),
        }
    }
}

/// What most lines rest on; of equals the first.
fn usual_source(programme: &Programme) -> u8 {
    let n_lines = |source: u8| programme.lines.iter().filter(|it| it.source == source).count();
    let sources = programme.lines.iter().map(|it| it.source);
    sources.max_by_key(|it| (n_lines(*it), std::cmp::Reverse(*it))).unwrap_or(0)
}

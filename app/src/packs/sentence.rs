//! Says a condition of the rules in words. A condition may be said as it stands, as its opposite, or
//! as something that cannot be told: three-valued logic lets "not" and "cannot be told" be carried
//! inwards until they meet words of their own.

use eligibility::source::Compiled;
use eligibility::{Condition, FactId, FactKind, Meaning, Number, Pack, Truth, Verdicts};

use super::clause::{Clause, Join, Phrase};
use super::comparison::Relation;
use super::lexicon::Lexicon;

/// Says the rules of one pack.
#[derive(Clone, Copy)]
pub struct Speaker<'a> {
    pub lexicon: &'a Lexicon,
    pub compiled: &'a Compiled,
}

impl<'a> Speaker<'a> {
    pub fn pack(&self) -> &'a Pack {
        &self.compiled.pack
    }

    pub(super) fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.lexicon.words.fill(key, values)
    }

    /// The condition as it stands.
    pub fn clause(&self, condition: &Condition) -> Clause {
        match condition {
            Condition::Always => self.plain("packs.otherwise"),
            Condition::Yes(id) => self.answered(*id, "yes"),
            Condition::Switch(index) => self.switch(*index, "packs.unit.yes"),
            Condition::OneOf(id, mask) => self.chosen(*id, *mask, "packs.is", "packs.either"),
            Condition::Has(id, mask) => self.has(*id, *mask, "packs.has", "packs.either"),
            Condition::Less(a, b) => self.compared(a, Relation::Below, b),
            Condition::AtMost(a, b) => self.compared(a, Relation::AtMost, b),
            Condition::Equal(a, b) => self.compared(a, Relation::Equal, b),
            Condition::Not(inner) => self.negated(inner),
            Condition::All(parts) => self.joined(Join::All, parts),
            Condition::Any(parts) => self.joined(Join::Any, parts),
            Condition::Unclear(inner) => self.unclear(inner),
            Condition::NoNumber(number) => self.about_number("packs.unclear", number),
            Condition::Named(index) => self.named(*index, Truth::True),
            Condition::Came(index, verdicts) => self.came(*index, *verdicts, "packs.came"),
            Condition::Predicted(index) => self.predicted(*index, "packs.predicted"),
        }
    }

    fn negated(&self, condition: &Condition) -> Clause {
        match condition {
            Condition::Always => self.plain("packs.never"),
            Condition::Yes(id) => self.answered(*id, "no"),
            Condition::Switch(index) => self.switch(*index, "packs.unit.no"),
            Condition::OneOf(id, mask) => self.chosen(*id, *mask, "packs.is_not", "packs.nor"),
            Condition::Has(id, mask) => self.has(*id, *mask, "packs.has_not", "packs.nor"),
            Condition::Less(a, b) => self.compared(a, Relation::AtLeast, b),
            Condition::AtMost(a, b) => self.compared(a, Relation::Above, b),
            Condition::Equal(a, b) => self.compared(a, Relation::Unequal, b),
            Condition::Not(inner) => self.clause(inner),
            Condition::All(parts) => {
                Clause::joined(Join::Any, parts.iter().map(|it| self.negated(it)))
            }
            Condition::Any(parts) => {
                Clause::joined(Join::All, parts.iter().map(|it| self.negated(it)))
            }
            Condition::Unclear(inner) => match fact_of(inner) {
                Some(id) => self.about("packs.clear", &self.fact(id)),
                None => Clause::Group(Join::Clear, vec![self.clause(inner)]),
            },
            Condition::NoNumber(number) => self.about_number("packs.clear", number),
            Condition::Named(index) => self.named(*index, Truth::False),
            Condition::Came(index, verdicts) => self.came(*index, *verdicts, "packs.came_not"),
            Condition::Predicted(index) => self.predicted(*index, "packs.predicted_not"),
        }
    }

    fn unclear(&self, condition: &Condition) -> Clause {
        match condition {
            Condition::Not(inner) => self.unclear(inner),
            Condition::Named(index) => self.named(*index, Truth::Unknown),
            Condition::Predicted(index) => self.predicted(*index, "packs.predicted_unclear"),
            other => match fact_of(other) {
                Some(id) => self.about("packs.unclear", &self.fact(id)),
                None => Clause::Group(Join::Unclear, vec![self.clause(other)]),
            },
        }
    }

    /// What the pack itself calls the named value, and what it is not called.
    pub fn named(&self, index: u16, truth: Truth) -> Clause {
        let definition = &self.pack().definitions[usize::from(index)];
        let words = self.lexicon.book.words.definitions.get(&definition.name);
        let sentence = words.map(|it| match truth {
            Truth::True => it.yes.as_str(),
            Truth::False => it.no.as_str(),
            Truth::Unknown => it.unknown.as_str(),
        });
        let text = match sentence.filter(|it| !it.is_empty()) {
            Some(sentence) => sentence.trim_end_matches(['。', '.']).to_owned(),
            // A county may give a value a name without words for it.
            None => match truth {
                Truth::True => definition.name.clone(),
                Truth::False => self.fill("packs.unnamed_not", &[("what", &definition.name)]),
                Truth::Unknown => self.fill("packs.unclear", &[("what", &definition.name)]),
            },
        };
        Clause::Says(Phrase { text, named: Some(definition.name.clone()) })
    }

    /// What a fact is about: its question's label, and which part of it.
    pub fn fact(&self, id: FactId) -> String {
        let part = self.lexicon.book.fact_label(self.pack(), id);
        // `disabled.l1`: "grade 1" alone says too little.
        let Some((question, _)) = self.pack().spec(id).name.split_once('.') else { return part };
        let label = self.lexicon.book.question(question).label.as_str();
        self.fill("packs.part", &[("part", &part), ("label", label)])
    }

    fn plain(&self, key: &str) -> Clause {
        Clause::says(self.lexicon.words.say(key))
    }

    fn about(&self, key: &str, what: &str) -> Clause {
        Clause::says(self.fill(key, &[("what", what)]))
    }

    fn about_number(&self, key: &str, number: &Number) -> Clause {
        let phrase = self.number(number);
        let text = self.fill(key, &[("what", &phrase.text)]);
        Clause::Says(Phrase { text, named: phrase.named })
    }

    fn joined(&self, join: Join, parts: &[Condition]) -> Clause {
        Clause::joined(join, parts.iter().map(|it| self.clause(it)))
    }

    fn answered(&self, id: FactId, option: &str) -> Clause {
        let option = self.options_of(id, |it| it.option(option).to_owned());
        let option = self.fill("packs.quoted", &[("what", &option)]);
        Clause::says(self.fill("packs.is", &[("what", &self.fact(id)), ("options", &option)]))
    }

    fn switch(&self, index: u16, key: &str) -> Clause {
        let name = &self.pack().parameters[usize::from(index)].name;
        let name = self.lexicon.book.words.parameters.get(name).unwrap_or(name);
        let option = self.lexicon.words.say(key);
        Clause::says(self.fill("packs.is", &[("what", name), ("options", &option)]))
    }

    /// At least one of all there are needs no list.
    fn has(&self, id: FactId, mask: u32, key: &str, between: &str) -> Clause {
        let is_any = matches!(&self.pack().spec(id).kind,
            FactKind::Several(options) if mask.count_ones() as usize == options.len());
        match (is_any, key) {
            (false, _) => self.chosen(id, mask, key, between),
            (true, "packs.has") => self.about("packs.has_any", &self.fact(id)),
            (true, _) => self.about("packs.has_none", &self.fact(id)),
        }
    }

    fn chosen(&self, id: FactId, mask: u32, key: &str, between: &str) -> Clause {
        let (FactKind::Choice(options) | FactKind::Several(options)) = &self.pack().spec(id).kind
        else {
            return Clause::says(self.fact(id));
        };
        let chosen = (0..).zip(options).filter(|(place, _)| mask >> place & 1 == 1);
        let quoted = chosen.map(|(_, option)| {
            let option = self.options_of(id, |it| it.option(option).to_owned());
            self.fill("packs.quoted", &[("what", &option)])
        });
        let options = quoted.collect::<Vec<_>>().join(self.lexicon.words.get(between));
        Clause::says(self.fill(key, &[("what", &self.fact(id)), ("options", &options)]))
    }

    fn options_of(
        &self,
        id: FactId,
        word: impl Fn(&islands::check::QuestionWords) -> String,
    ) -> String {
        let question = self.pack().questions.iter().find(|it| it.facts.contains(&id));
        question.map_or_else(String::new, |it| word(self.lexicon.book.question(&it.id)))
    }

    fn came(&self, index: u16, verdicts: Verdicts, key: &str) -> Clause {
        let words = self.lexicon.words;
        let quoted = verdicts.iter().map(|it| {
            let verdict = words.say(&format!("check.verdict.{}", it.code()));
            self.fill("packs.quoted", &[("what", &verdict)])
        });
        let verdicts = quoted.collect::<Vec<_>>().join(words.get("packs.either"));
        let values = [("name", self.programme_name(index)), ("verdicts", verdicts.as_str())];
        Clause::says(self.fill(key, &values))
    }

    fn predicted(&self, index: u16, key: &str) -> Clause {
        Clause::says(self.fill(key, &[("name", self.programme_name(index))]))
    }

    fn programme_name(&self, index: u16) -> &str {
        self.lexicon.book.programme_name(&self.pack().programmes[usize::from(index)].id)
    }

    /// A named value spelt out: what stands behind its words.
    pub fn spelt_out(&self, meaning: &Meaning) -> Clause {
        match meaning {
            Meaning::Condition(condition) => self.clause(condition),
            Meaning::Number(number) => Clause::Says(self.number(number)),
        }
    }
}

/// The one answer that the condition looks at, if it does nothing else.
fn fact_of(condition: &Condition) -> Option<FactId> {
    match condition {
        Condition::Yes(id) | Condition::OneOf(id, _) | Condition::Has(id, _) => Some(*id),
        _ => None,
    }
}

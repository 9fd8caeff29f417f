//! Answers as files and programs write them, in the shapes of `packs/golden.json`, into [`Facts`].

use serde_json::{Map, Value};

use crate::{Fact, FactKind, FactSpec, Facts, Pack};

/// An answer that does not fit its question.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{fact}: {found} does not fit")]
pub struct AnswerError {
    pub fact: String,
    pub found: String,
}

/// Reads an object of answers. `null`, a missing answer and `"unsure"` are not known; names that the
/// pack does not use are passed over, since other packs ask other questions.
///
/// # Errors
/// Every answer of a wrong shape or out of its range.
///
/// ```
/// use eligibility::{Fact, answers, source};
/// let pack = source::read(include_str!("../../packs/demo-2026/pack.toml")).expect("a sound pack");
/// let given = serde_json::json!({"members": 4, "disabled": {"l1": 1}, "water": null});
/// let facts = answers::read(&pack, given.as_object().expect("an object")).expect("good answers");
/// assert_eq!(facts.get(pack.fact("disabled.l1").expect("a fact")), Fact::Known(1));
/// assert_eq!(facts.get(pack.fact("water").expect("a fact")), Fact::NotKnown);
/// ```
pub fn read(pack: &Pack, answers: &Map<String, Value>) -> Result<Facts, Vec<AnswerError>> {
    let mut facts = Facts::none(pack.facts.len());
    let mut errors = Vec::new();
    for spec in &pack.facts {
        let given = match spec.name.split_once('.') {
            Some((whole, part)) => answers.get(whole).and_then(|it| it.get(part)),
            None => answers.get(&spec.name),
        };
        let id = pack.fact(&spec.name).unwrap_or_else(|| unreachable!("it is one of the pack's"));
        match fact(spec, given.unwrap_or(&Value::Null)) {
            Some(fact) => facts.set(id, fact),
            None => errors.push(AnswerError {
                fact: spec.name.clone(),
                found: given.unwrap_or(&Value::Null).to_string(),
            }),
        }
    }
    if errors.is_empty() { Ok(facts) } else { Err(errors) }
}

fn fact(spec: &FactSpec, given: &Value) -> Option<Fact> {
    if given.is_null() || given == "unsure" {
        return Some(Fact::NotKnown);
    }
    let value = match &spec.kind {
        FactKind::YesNo => i64::from(given.as_bool()?),
        FactKind::Count(from, to) => given.as_i64().filter(|it| (from..=to).contains(&it))?,
        FactKind::Money(to) => given.as_i64().filter(|it| (0..=*to).contains(it))?,
        FactKind::Choice(options) => place(options, given)?,
        FactKind::Several(options) => given
            .as_array()?
            .iter()
            .try_fold(0, |set, it| place(options, it).map(|place| set | 1 << place))?,
    };
    Some(Fact::Known(value))
}

fn place(options: &[String], given: &Value) -> Option<i64> {
    let place = options.iter().position(|it| Some(it.as_str()) == given.as_str())?;
    i64::try_from(place).ok()
}

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
/// pack does not use are passed over, since other packs ask other questions. A rough number is an
/// object with `min` and `max`, either of which may be left out.
///
/// # Errors
/// Every answer of a wrong shape or out of its range.
///
/// ```
/// use eligibility::{Fact, FactKind, FactSpec, answers};
/// let spec = FactSpec { name: "wage".into(), kind: FactKind::Money(100_000), unknown_is_zero: false };
/// let fact = |given| answers::fact(&spec, &given);
/// assert_eq!(fact(serde_json::json!({"min": 5000, "max": 10000})), Some(Fact::Between(5_000, 10_000)));
/// assert_eq!(fact(serde_json::json!({"max": 30000})), Some(Fact::Between(0, 30_000)));
/// assert_eq!(fact(serde_json::json!(null)), Some(Fact::NotKnown));
/// assert_eq!(fact(serde_json::json!(-1)), None);
/// ```
pub fn read(pack: &Pack, answers: &Map<String, Value>) -> Result<Facts, Vec<AnswerError>> {
    let mut facts = Facts::none(pack.facts.len());
    let mut errors = Vec::new();
    for (id, spec) in pack.facts_with_ids() {
        let given = match spec.name.split_once('.') {
            Some((whole, part)) => answers.get(whole).and_then(|it| it.get(part)),
            None => answers.get(&spec.name),
        };
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

/// Names that no question of the pack has, in the order of the answers: they are not read, and what was
/// meant by them counts as not known. `id` is the household's own.
///
/// A misspelt name must be told: of counts, not known means none.
pub fn unasked<'a>(pack: &Pack, answers: &'a Map<String, Value>) -> Vec<&'a str> {
    let whole = |name: &str| name.split('.').next().map(str::to_owned);
    let asked: std::collections::HashSet<String> =
        pack.facts.iter().filter_map(|it| whole(&it.name)).collect();
    let names = answers.keys().map(String::as_str);
    names.filter(|it| *it != "id" && !asked.contains(*it)).collect()
}

/// One answer; none if it does not fit.
pub fn fact(spec: &FactSpec, given: &Value) -> Option<Fact> {
    if given.is_null() || given == "unsure" {
        return Some(Fact::NotKnown);
    }
    let value = match &spec.kind {
        FactKind::YesNo => i64::from(given.as_bool()?),
        FactKind::Count(from, to) => return number(given, *from, *to),
        FactKind::Money(to) => return number(given, 0, *to),
        FactKind::Choice(options) => place(options, given)?,
        FactKind::Several(options) => given
            .as_array()?
            .iter()
            .try_fold(0, |set, it| place(options, it).map(|place| set | 1 << place))?,
    };
    Some(Fact::Known(value))
}

fn number(given: &Value, from: i64, to: i64) -> Option<Fact> {
    let Value::Object(rough) = given else {
        let value = given.as_i64().filter(|it| (from..=to).contains(it))?;
        return Some(Fact::Known(value));
    };
    let end = |key: &str, default| rough.get(key).map_or(Some(default), Value::as_i64);
    let (least, most) = (end("min", from)?, end("max", to)?);
    let is_sound = !rough.is_empty() && rough.keys().all(|it| it == "min" || it == "max");
    let fits = is_sound && from <= least && least <= most && most <= to;
    fits.then(|| Fact::between(least, most))
}

fn place(options: &[String], given: &Value) -> Option<i64> {
    let place = options.iter().position(|it| Some(it.as_str()) == given.as_str())?;
    i64::try_from(place).ok()
}

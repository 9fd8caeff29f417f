//! Reads answers from form fields. A question's fields are named `q.<fact>`; answers already given
//! travel as `a.<fact>`.

use eligibility::{Fact, FactId, FactKind, FactSpec, Facts, Pack, Question};

use super::number::number;

/// What a person did not fill in as needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputProblem {
    /// Nothing was chosen or written.
    Missing,
    /// "None" or "I don't know" together with something else.
    Contradiction,
    /// What was written is no number.
    NoNumber,
    /// The number is outside what can be.
    OutOfRange { from: i64, to: i64 },
}

pub type Fields = [(String, String)];

/// The value of a field; nothing where it is missing.
pub fn field<'a>(fields: &'a Fields, name: &str) -> &'a str {
    fields.iter().find(|(it, _)| it == name).map_or("", |(_, value)| value.as_str())
}

/// The name of a fact's field on its question's screen.
pub fn field_of(spec: &FactSpec) -> String {
    format!("q.{}", spec.name)
}

/// The answers that travel along, in the order they were given.
pub fn answers_of(pack: &Pack, facts: &Facts, which: &[FactId]) -> Vec<(String, String)> {
    let field = |id: &FactId| {
        let value = match facts.get(*id) {
            Fact::NotAsked => return None,
            Fact::NotKnown => "?".to_owned(),
            Fact::Known(value) => value.to_string(),
            Fact::Between(least, most) => format!("{least}~{most}"),
        };
        Some((format!("a.{}", pack.spec(*id).name), value))
    };
    which.iter().filter_map(field).collect()
}

/// Reads back what [`answers_of`] wrote, and the order of the questions. What does not fit the pack
/// is left out: the question is then simply put again.
pub fn travelled(pack: &Pack, fields: &Fields) -> (Facts, Vec<usize>) {
    let mut facts = Facts::none(pack.facts.len());
    let mut order = Vec::new();
    for (name, value) in fields {
        let Some(id) = name.strip_prefix("a.").and_then(|name| pack.fact(name)) else { continue };
        let Some(fact) = travelled_fact(pack.spec(id), value) else { continue };
        facts.set(id, fact);
        let question = pack.questions.iter().position(|it| it.facts.contains(&id));
        if let Some(question) = question.filter(|it| !order.contains(it)) {
            order.push(question);
        }
    }
    (facts, order)
}

fn travelled_fact(spec: &FactSpec, value: &str) -> Option<Fact> {
    if value == "?" {
        return Some(Fact::NotKnown);
    }
    let (from, to) = spec.kind.bounds();
    if let Some((least, most)) = value.split_once('~') {
        let (least, most): (i64, i64) = (least.parse().ok()?, most.parse().ok()?);
        let fits = spec.kind.is_number() && from <= least && least <= most && most <= to;
        return fits.then(|| Fact::between(least, most));
    }
    let value: i64 = value.parse().ok()?;
    (from..=to).contains(&value).then_some(Fact::Known(value))
}

/// Reads the fields of the question on the screen.
pub fn typed(
    pack: &Pack,
    question: &Question,
    fields: &Fields,
) -> Result<Vec<(FactId, Fact)>, InputProblem> {
    let is_group = question.facts.len() > 1;
    question
        .facts
        .iter()
        .map(|id| {
            let spec = pack.spec(*id);
            let name = field_of(spec);
            let values: Vec<&str> = fields
                .iter()
                .filter(|(it, _)| *it == name)
                .map(|(_, value)| value.trim())
                .filter(|it| !it.is_empty())
                .collect();
            if values.is_empty() && is_group {
                return Ok((*id, Fact::Known(0)));
            }
            if values.is_empty()
                && spec.kind.is_number()
                && let Some(rough) = between(spec, &name, fields)
            {
                return Ok((*id, rough?));
            }
            Ok((*id, typed_fact(spec, &values)?))
        })
        .collect()
}

/// The two fields "at least" and "at most", if either is filled in.
fn between(spec: &FactSpec, name: &str, fields: &Fields) -> Option<Result<Fact, InputProblem>> {
    let (from, to) = spec.kind.bounds();
    let end = |suffix: &str, default: i64| match field(fields, &format!("{name}.{suffix}")).trim() {
        "" => Ok((false, default)),
        text => exact(text, to).map(|value| (true, value)),
    };
    let both = end("min", from).and_then(|least| Ok((least, end("max", to)?)));
    match both {
        Ok(((false, _), (false, _))) => None,
        Ok(((_, least), (_, most))) if least > most => Some(Err(InputProblem::NoNumber)),
        Ok(((_, least), (_, most))) => Some(within(Fact::between(least, most), from, to)),
        Err(problem) => Some(Err(problem)),
    }
}

fn exact(text: &str, most: i64) -> Result<i64, InputProblem> {
    match number(text, most) {
        Some(Fact::Known(value)) => Ok(value),
        _ => Err(InputProblem::NoNumber),
    }
}

fn typed_fact(spec: &FactSpec, values: &[&str]) -> Result<Fact, InputProblem> {
    let is_unsure = values.contains(&"unsure");
    match values {
        [] => return Err(InputProblem::Missing),
        [_] if is_unsure => return Ok(Fact::NotKnown),
        _ if is_unsure => return Err(InputProblem::Contradiction),
        _ => {}
    }
    let value = match &spec.kind {
        FactKind::YesNo => i64::from(values == ["yes"]),
        FactKind::Choice(options) => {
            let place = options.iter().position(|it| values.contains(&it.as_str()));
            place.and_then(|it| i64::try_from(it).ok()).ok_or(InputProblem::Missing)?
        }
        FactKind::Several(_) if values == ["none"] => 0,
        FactKind::Several(_) if values.contains(&"none") => {
            return Err(InputProblem::Contradiction);
        }
        FactKind::Several(options) => (0..)
            .zip(options)
            .filter(|(_, it)| values.contains(&it.as_str()))
            .fold(0, |set, (place, _)| set | 1 << place),
        FactKind::Count(from, to) => return ranged(values[0], *from, *to),
        FactKind::Money(to) => return ranged(values[0], 0, *to),
    };
    Ok(Fact::Known(value))
}

fn ranged(text: &str, from: i64, to: i64) -> Result<Fact, InputProblem> {
    within(number(text, to).ok_or(InputProblem::NoNumber)?, from, to)
}

fn within(fact: Fact, from: i64, to: i64) -> Result<Fact, InputProblem> {
    let fits = fact.bounds().is_some_and(|(least, most)| from <= least && most <= to);
    if fits { Ok(fact) } else { Err(InputProblem::OutOfRange { from, to }) }
}

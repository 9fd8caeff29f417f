//! Reads answers from form fields. A question's fields are named `q.<fact>`; answers already given
//! travel as `a.<fact>`.

use eligibility::{Fact, FactId, FactKind, FactSpec, Facts, Pack, Question};

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
    let value: i64 = value.parse().ok()?;
    let bits = |options: &Vec<String>| i64::try_from(options.len()).unwrap_or(0);
    let fits = match &spec.kind {
        FactKind::YesNo => (0..=1).contains(&value),
        FactKind::Count(from, to) => (*from..=*to).contains(&value),
        FactKind::Money(to) => (0..=*to).contains(&value),
        FactKind::Choice(options) => (0..bits(options)).contains(&value),
        FactKind::Several(options) => (0..1 << bits(options)).contains(&value),
    };
    fits.then_some(Fact::Known(value))
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
            Ok((*id, typed_fact(spec, &values)?))
        })
        .collect()
}

fn typed_fact(spec: &FactSpec, values: &[&str]) -> Result<Fact, InputProblem> {
    let is_unsure = values.contains(&"unsure");
    match (values, &spec.kind) {
        ([], _) => return Err(InputProblem::Missing),
        ([_], _) if is_unsure => return Ok(Fact::NotKnown),
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
        FactKind::Count(from, to) => ranged(values[0], *from, *to)?,
        FactKind::Money(to) => ranged(values[0], 0, *to)?,
    };
    Ok(Fact::Known(value))
}

fn ranged(text: &str, from: i64, to: i64) -> Result<i64, InputProblem> {
    let number = number(text).ok_or(InputProblem::NoNumber)?;
    if (from..=to).contains(&number) {
        Ok(number)
    } else {
        Err(InputProblem::OutOfRange { from, to })
    }
}

/// A number as people write it: `5,000`, `５０００`, `5000元`, `1.5万`, `3千`. Fen are left out.
fn number(text: &str) -> Option<i64> {
    let plain: String = text
        .chars()
        .filter(|it| !it.is_whitespace() && !matches!(it, ',' | '，' | '元' | '块' | '人' | '个'))
        .map(|it| match it {
            '０'..='９' => char::from(b'0' + u8::try_from(it as u32 - '０' as u32).unwrap_or(0)),
            '．' | '。' => '.',
            other => other,
        })
        .collect();
    let (digits, unit) = [("万", 10_000), ("千", 1_000), ("百", 100)]
        .into_iter()
        .find_map(|(name, unit)| Some((plain.strip_suffix(name)?, unit)))
        .unwrap_or((&plain, 1));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |it: &str| it.chars().all(|it| it.is_ascii_digit());
    if whole.is_empty() || !all_digits(whole) || !all_digits(decimals) {
        return None;
    }
    let whole: i64 = whole.parse().ok()?;
    let fraction = decimals.chars().zip([unit / 10, unit / 100, unit / 1_000, unit / 10_000]);
    let fraction: i64 =
        fraction.map(|(digit, worth)| i64::from(digit.to_digit(10).unwrap_or(0)) * worth).sum();
    whole.checked_mul(unit)?.checked_add(fraction)
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, value) in [
            ("5000", 5_000),
            (" 5,000 元", 5_000),
            ("５０００", 5_000),
            ("1.5万", 15_000),
            ("3千", 3_000),
            ("12.60", 12),
            ("0", 0),
        ] {
            assert_eq!(number(text), Some(value), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_not_taken_for_one() {
        for text in ["", "-5", "五千", "5k", "1e9", ".", "99999999999999999999", "12万3"] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}

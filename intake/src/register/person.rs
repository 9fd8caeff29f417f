//! What a member's row says of the member: the age, and what contradicts itself.

use jiff::civil::Date;

use crate::{
    cells::{self, Identity},
    fields::Fields,
    problem::ProblemKind,
};

/// The age on a day: from the ID number, else from the birthday, else as stated.
pub fn age(fields: &mut Fields<'_>, as_of: Date) -> Option<i64> {
    let born_on = identity(fields).and_then(|it| it.born_on).or_else(|| birthday(fields));
    if let Some(born_on) = born_on {
        let had_birthday = (as_of.month(), as_of.day()) >= (born_on.month(), born_on.day());
        let age = i64::from(as_of.year() - born_on.year()) - i64::from(!had_birthday);
        if (0..=130).contains(&age) {
            return Some(age);
        }
    }
    let stated = fields.number("age").filter(|it| *it <= 130);
    if stated.is_none() {
        let column = ["identity", "birthday", "age"].into_iter().find(|it| fields.has(it));
        let is_blank = column.is_some_and(|it| cells::is_blank(fields.raw(it)));
        let kind = if is_blank { ProblemKind::Missing } else { ProblemKind::NotADay };
        fields.wrong(column.unwrap_or("identity"), kind);
    }
    stated
}

/// The place of an age in the classes of `age`.
pub fn age_class(age: i64) -> usize {
    match age {
        ..16 => 0,
        16..60 => 1,
        60..80 => 2,
        _ => 3,
    }
}

/// Notes what the field staff would be asked about.
pub fn check(fields: &mut Fields<'_>, age: i64) {
    let code = |id: &str, vocabulary: &str| {
        let vocabulary = fields.setting.headers.vocabulary(vocabulary);
        (!cells::is_blank(fields.raw(id)) || fields.raw(id) == "无")
            .then(|| vocabulary.code(fields.raw(id)))
            .flatten()
    };
    let is_healthy = code("health", "health") == Some("healthy");
    let is_at_school = code("school", "school") == Some("at_school");
    let has_no_labour = code("labour", "labour") == Some("none");
    let has = |id: &str| code(id, "yes_no") == Some("yes");
    let has_both = has("medical_residents") && has("medical_employees");
    let lacks_cover = fields.has("serious_illness") && !has("serious_illness");

    if is_healthy && has_no_labour && !is_at_school && (16..60).contains(&age) {
        fields.wrong("labour", ProblemKind::HealthyWithoutLabour);
    }
    if has_both {
        fields.wrong("medical_employees", ProblemKind::BothInsurances);
    }
    if lacks_cover {
        fields.wrong("serious_illness", ProblemKind::NoSeriousIllnessInsurance);
    }
}

/// What the ID number says, with a note on how it was copied.
fn identity(fields: &mut Fields<'_>) -> Option<Identity> {
    let number = fields.raw("identity");
    if cells::is_blank(number) {
        return None;
    }
    let identity = cells::identity(number);
    if !identity.has_right_length {
        fields.wrong("identity", ProblemKind::IdLength);
    } else if !identity.has_right_check_digit || identity.born_on.is_none() {
        fields.wrong("identity", ProblemKind::IdCheckDigit);
    }
    Some(identity)
}

fn birthday(fields: &mut Fields<'_>) -> Option<Date> {
    let text = fields.raw("birthday");
    cells::period(text).map(|(first, _)| first)
}

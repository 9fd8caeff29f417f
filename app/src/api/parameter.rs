//! What may stand in an address of the API. One definition checks what was asked and describes it in
//! the contract.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;

use super::problem::Mistake;
use crate::places::projects::{KINDS, STAGES};

/// A part of the path, or a field behind the question mark.
#[derive(Clone, Copy, Debug)]
pub struct Parameter {
    pub name: &'static str,
    pub says: &'static str,
    pub kind: Kind,
    /// A part of the path is always there.
    pub is_in_path: bool,
    pub is_required: bool,
}

/// What a value must look like.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    Number {
        first: i64,
        last: i64,
    },
    OneOf(&'static [&'static str]),
    /// Up to [`MAX_TEXT`] characters.
    Text,
    /// Twelve digits.
    Code,
    /// The id of a record.
    Id,
}

pub const MAX_TEXT: usize = 40;

const fn field(name: &'static str, kind: Kind, says: &'static str) -> Parameter {
    Parameter { name, says, kind, is_in_path: false, is_required: false }
}

const fn part(name: &'static str, kind: Kind, says: &'static str) -> Parameter {
    Parameter { name, says, kind, is_in_path: true, is_required: true }
}

const NUMBERS: Kind = Kind::Number { first: 1, last: 1_000_000 };

pub const CODE: Parameter =
    part("code", Kind::Code, "A place by the statistical bureau's code of twelve digits.");
pub const ID: Parameter = part("id", Kind::Id, "The record's id. It never changes.");
pub const NUMBER: Parameter = part("number", NUMBERS, "The number of a release.");
pub const RELEASE: Parameter =
    field("release", NUMBERS, "The number of a release. Without it, the current one.");
pub const PAGE: Parameter = field("page", NUMBERS, "The page of the list, from 1.");
pub const KIND: Parameter = field("kind", Kind::OneOf(&KINDS), "Projects of this kind.");
pub const STAGE: Parameter = field("stage", Kind::OneOf(&STAGES), "Projects at this stage.");
pub const SOURCE: Parameter =
    field("source", Kind::OneOf(&crate::places::funds::SOURCES), "Money from this source.");
pub const YEAR: Parameter =
    field("year", Kind::Number { first: 1900, last: 2200 }, "Of this year.");
pub const TEXT: Parameter = field("q", Kind::Text, "Part of a name, in Chinese or English.");
pub const PLACE_NAME: Parameter = Parameter {
    is_required: true,
    ..field("q", Kind::Text, "Part of the place's name, or the beginning of its letters.")
};
pub const LATE: Parameter =
    field("late", Kind::OneOf(&["1"]), "Projects that should have been finished by now.");
pub const PROJECT_SORT: Parameter =
    field("sort", Kind::OneOf(&["new", "large", "late", "name"]), "The order. Without it, new.");
pub const FUND_SORT: Parameter =
    field("sort", Kind::OneOf(&["new", "large", "name"]), "The order. Without it, new.");

/// What was asked, checked.
#[derive(Clone, Debug, Default)]
pub struct Values(BTreeMap<&'static str, String>);

impl Values {
    /// Every mistake, not only the first. A part of the path that cannot be is no mistake: nothing
    /// is found there.
    pub fn read(
        parameters: &'static [Parameter],
        path: &[(String, String)],
        query: &str,
    ) -> Result<Self, Vec<Mistake>> {
        let mut values = BTreeMap::new();
        let mut mistakes = Vec::new();
        for (name, value) in path {
            if let Some(known) = parameters.iter().find(|it| it.is_in_path && it.name == name) {
                values.insert(known.name, value.clone());
            }
        }
        for pair in query.split('&').filter(|it| !it.is_empty()) {
            match field_of(parameters, pair) {
                Ok((name, _)) if values.contains_key(name) => mistakes.push(Mistake {
                    parameter: name.to_owned(),
                    detail: "It stands there twice; once is enough.".to_owned(),
                }),
                Ok((name, value)) => drop(values.insert(name, value)),
                Err(mistake) => mistakes.push(mistake),
            }
        }
        for missing in parameters.iter().filter(|it| it.is_required && !it.is_in_path) {
            let is_there = values.contains_key(missing.name)
                || mistakes.iter().any(|it| it.parameter == missing.name);
            if !is_there {
                let detail = format!("It is missing. {}", missing.says);
                mistakes.push(Mistake { parameter: missing.name.to_owned(), detail });
            }
        }
        if mistakes.is_empty() { Ok(Self(values)) } else { Err(mistakes) }
    }

    pub fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    pub fn owned(&self, name: &str) -> Option<String> {
        self.0.get(name).cloned()
    }

    /// A part of the path that is no number gives none, too.
    pub fn number(&self, name: &str) -> Option<i64> {
        number(self.0.get(name)?)
    }

    pub fn page(&self) -> u32 {
        self.number("page").and_then(|it| u32::try_from(it).ok()).unwrap_or(1)
    }

    /// The fields behind the question mark, in the order of the definitions.
    pub fn fields(&self, parameters: &'static [Parameter]) -> Vec<(&'static str, String)> {
        let fields = parameters.iter().filter(|it| !it.is_in_path);
        fields.filter_map(|it| Some((it.name, self.0.get(it.name)?.clone()))).collect()
    }
}

fn field_of(
    parameters: &'static [Parameter],
    pair: &str,
) -> Result<(&'static str, String), Mistake> {
    let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
    let shown = decoded(name).unwrap_or_else(|| name.to_owned());
    let mistake =
        |detail: String| Mistake { parameter: shown.chars().take(MAX_TEXT).collect(), detail };
    let fields = || parameters.iter().filter(|it| !it.is_in_path);
    let Some(known) = fields().find(|it| it.name == shown) else {
        let names: Vec<&str> = fields().map(|it| it.name).collect();
        let names =
            if names.is_empty() { "This address has none".to_owned() } else { names.join(", ") };
        return Err(mistake(format!("There is no such parameter. Known here: {names}.")));
    };
    let value = decoded(value).ok_or_else(|| mistake("It is not text in UTF-8.".to_owned()))?;
    match known.kind.expects(&value) {
        None => Ok((known.name, value)),
        Some(expected) => Err(mistake(format!("Expected {expected}."))),
    }
}

fn decoded(text: &str) -> Option<String> {
    let text = text.replace('+', " ");
    percent_decode_str(&text).decode_utf8().ok().map(std::borrow::Cow::into_owned)
}

impl Kind {
    /// What should stand there instead; none if the value is right.
    fn expects(self, value: &str) -> Option<String> {
        match self {
            Self::Number { first, last } => {
                let is_right = number(value).is_some_and(|it| (first..=last).contains(&it));
                (!is_right).then(|| format!("a whole number from {first} to {last}"))
            }
            Self::OneOf(all) => {
                (!all.contains(&value)).then(|| format!("one of {}", all.join(", ")))
            }
            Self::Text => {
                let n = value.chars().count();
                let is_right = (1..=MAX_TEXT).contains(&n) && !value.contains('\0');
                (!is_right).then(|| format!("1 to {MAX_TEXT} characters, none of them NUL"))
            }
            Self::Code | Self::Id => None,
        }
    }
}

/// Digits only, so that one number is written in one way.
fn number(text: &str) -> Option<i64> {
    let is_plain = text.len() <= 9
        && !text.is_empty()
        && text.bytes().all(|it| it.is_ascii_digit())
        && (text == "0" || !text.starts_with('0'));
    if is_plain { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &[Parameter] = &[CODE, RELEASE, PAGE, KIND, TEXT];

    fn read(query: &str) -> Result<Values, Vec<Mistake>> {
        Values::read(LIST, &[("code".to_owned(), "350600000000".to_owned())], query)
    }

    #[test]
    fn what_is_asked_is_read() {
        let values = read("page=2&kind=industry&q=%E8%B7%AF+x&").unwrap();

        assert_eq!(values.page(), 2);
        assert_eq!(values.text("kind"), Some("industry"));
        assert_eq!(values.text("q"), Some("路 x"));
        assert_eq!(values.text("code"), Some("350600000000"));
        assert_eq!(values.number("release"), None);
    }

    #[test]
    fn every_mistake_is_named_with_what_was_expected() {
        let mistakes = read("page=0&kind=road&pages=2&q=%FF&release=1&release=2").unwrap_err();

        let named: Vec<&str> = mistakes.iter().map(|it| it.parameter.as_str()).collect();
        assert_eq!(named, ["page", "kind", "pages", "q", "release"]);
        assert!(mistakes[0].detail.contains("from 1 to 1000000"), "{mistakes:?}");
        assert!(mistakes[1].detail.contains("industry"), "{mistakes:?}");
        assert!(mistakes[2].detail.contains("release, page, kind, q"), "{mistakes:?}");
    }

    #[test]
    fn a_number_is_written_in_one_way() {
        for wrong in ["", "01", "+1", "-1", " 1", "1.0", "1e3", "９", "99999999999999999999"] {
            assert_eq!(number(wrong), None, "{wrong}");
        }
        assert_eq!(number("1000000"), Some(1_000_000));
    }

    #[test]
    fn the_code_of_a_place_is_not_taken_from_behind_the_question_mark() {
        assert_eq!(read("code=350622000000").unwrap_err()[0].parameter, "code");
    }
}

//! Reads one household of a roster from JSON straight into [`Facts`], many thousand a second. It means
//! what [`answers::read`](crate::answers::read) means; a test holds the two together.

use std::collections::HashMap;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::{Fact, FactId, FactKind, FactSpec, Facts, Pack};

/// Reads households for one pack.
pub struct HouseholdReader<'a> {
    pack: &'a Pack,
    slots: HashMap<&'a str, Slot<'a>>,
}

/// What a key of the object holds.
enum Slot<'a> {
    Fact(FactId),
    /// An object of its own: `{"disabled": {"l1": 1}}`.
    Group(HashMap<&'a str, FactId>),
}

/// A line of a roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Household {
    pub facts: Facts,
    /// The `id` it came with, as JSON, to be handed back.
    pub id: Option<String>,
    /// Names that no question has, as [`answers::unasked`](crate::answers::unasked) tells them.
    pub unasked: Vec<String>,
}

/// Why a line cannot be judged. Never what it holds, which may be about a person.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HouseholdError {
    #[error("no JSON object: {0}")]
    Json(String),
    #[error("{} does not fit", .0.join(", "))]
    Answers(Vec<String>),
}

impl<'a> HouseholdReader<'a> {
    pub fn new(pack: &'a Pack) -> Self {
        let mut slots: HashMap<&str, Slot> = HashMap::new();
        for (id, spec) in pack.facts_with_ids() {
            match spec.name.split_once('.') {
                None => drop(slots.insert(&spec.name, Slot::Fact(id))),
                Some((whole, part)) => {
                    let group = slots.entry(whole).or_insert_with(|| Slot::Group(HashMap::new()));
                    if let Slot::Group(parts) = group {
                        parts.insert(part, id);
                    }
                }
            }
        }
        Self { pack, slots }
    }

    /// Reads one object of answers; `line` is the JSON text.
    ///
    /// # Errors
    /// No JSON, or every answer of a wrong shape or out of its range, by its name.
    pub fn read(&self, line: &str) -> Result<Household, HouseholdError> {
        let mut facts = Facts::none(self.pack.facts.len());
        for (id, _) in self.pack.facts_with_ids() {
            facts.set(id, Fact::NotKnown);
        }
        let mut filling =
            Filling { reader: self, facts, id: None, wrong: Vec::new(), unasked: Vec::new() };
        let mut json = serde_json::Deserializer::from_str(line);
        let read = (&mut filling).deserialize(&mut json).and_then(|()| json.end());
        // The text of the parser's error names places, not values.
        read.map_err(|error| HouseholdError::Json(format!("column {}", error.column())))?;
        if filling.wrong.is_empty() {
            let Filling { facts, id, unasked, .. } = filling;
            Ok(Household { facts, id, unasked })
        } else {
            Err(HouseholdError::Answers(filling.wrong))
        }
    }
}

struct Filling<'r, 'a> {
    reader: &'r HouseholdReader<'a>,
    facts: Facts,
    id: Option<String>,
    wrong: Vec<String>,
    unasked: Vec<String>,
}

impl Filling<'_, '_> {
    fn take(&mut self, id: FactId, fact: Option<Fact>) {
        match fact {
            Some(fact) => self.facts.set(id, fact),
            None => self.wrong.push(self.reader.pack.spec(id).name.clone()),
        }
    }
}

impl<'de> DeserializeSeed<'de> for &mut Filling<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for &mut Filling<'_, '_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("an object of answers")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let reader = self.reader;
        while let Some(key) = map.next_key::<std::borrow::Cow<str>>()? {
            match reader.slots.get(key.as_ref()) {
                Some(Slot::Fact(id)) => {
                    let fact = map.next_value_seed(Answer(reader.pack.spec(*id)))?;
                    self.take(*id, fact);
                }
                Some(Slot::Group(parts)) => map.next_value_seed(Group { filling: self, parts })?,
                None if key == "id" => {
                    let id: serde_json::Value = map.next_value()?;
                    self.id = Some(id.to_string());
                }
                None => {
                    self.unasked.push(key.into_owned());
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

/// The parts of an answer that is an object; a part left out is not known.
struct Group<'f, 'r, 'a> {
    filling: &'f mut Filling<'r, 'a>,
    parts: &'r HashMap<&'a str, FactId>,
}

impl<'de> DeserializeSeed<'de> for Group<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Group<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("an object of counts, or null")
    }

    // Whatever is no object says nothing of its parts.
    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<std::borrow::Cow<str>>()? {
            match self.parts.get(key.as_ref()) {
                Some(id) => {
                    let spec = self.filling.reader.pack.spec(*id);
                    let fact = map.next_value_seed(Answer(spec))?;
                    self.filling.take(*id, fact);
                }
                None => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }
}

/// One answer; none if it does not fit.
struct Answer<'a>(&'a FactSpec);

impl Answer<'_> {
    fn number(&self, value: i64) -> Option<Fact> {
        let (from, to) = self.0.kind.bounds();
        let fits = self.0.kind.is_number() && (from..=to).contains(&value);
        fits.then_some(Fact::Known(value))
    }
}

impl<'de> DeserializeSeed<'de> for Answer<'_> {
    type Value = Option<Fact>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Answer<'_> {
    type Value = Option<Fact>;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("an answer")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Some(Fact::NotKnown))
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Self::Value, E> {
        let fits = self.0.kind == FactKind::YesNo;
        Ok(fits.then(|| Fact::Known(i64::from(yes))))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(self.number(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        Ok(i64::try_from(value).ok().and_then(|value| self.number(value)))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        if text == "unsure" {
            return Ok(Some(Fact::NotKnown));
        }
        let FactKind::Choice(options) = &self.0.kind else { return Ok(None) };
        Ok(place(options, text).map(Fact::Known))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut set = Some(0);
        while let Some(item) = items.next_element::<Text>()? {
            let place = match (&self.0.kind, &item.0) {
                (FactKind::Several(options), Some(text)) => place(options, text),
                _ => None,
            };
            set = set.zip(place).map(|(set, place)| set | 1 << place);
        }
        let is_several = matches!(self.0.kind, FactKind::Several(_));
        Ok(set.filter(|_| is_several).map(Fact::Known))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let (from, to) = self.0.kind.bounds();
        let (mut least, mut most, mut n_ends) = (Some(from), Some(to), 0);
        let mut is_sound = self.0.kind.is_number();
        while let Some(key) = map.next_key::<std::borrow::Cow<str>>()? {
            let value = map.next_value::<serde_json::Value>()?.as_i64();
            n_ends += 1;
            match key.as_ref() {
                "min" => least = value,
                "max" => most = value,
                _ => is_sound = false,
            }
        }
        let ends = least.zip(most).filter(|(a, b)| from <= *a && a <= b && *b <= to);
        Ok(ends.filter(|_| is_sound && n_ends > 0).map(|(a, b)| Fact::between(a, b)))
    }
}

/// A text, or something else.
struct Text(Option<String>);

impl<'de> serde::Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = serde_json::Value::deserialize(deserializer)?;
        Ok(Self(value.as_str().map(str::to_owned)))
    }
}

fn place(options: &[String], text: &str) -> Option<i64> {
    let place = options.iter().position(|it| it == text)?;
    i64::try_from(place).ok()
}

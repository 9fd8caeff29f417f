//! JSON with its keys in the order they were given, exact decimals, and nothing empty unless asked.
//! `serde_json` would sort the keys, and turn money into floats.

use std::fmt::Write as _;

use crate::cell::{Cell, units, yuan};
use crate::column::Words;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    Null,
    Bool(bool),
    Integer(i64),
    /// A decimal number, already written.
    Number(String),
    Text(String),
    List(Vec<Json>),
    Object(Object),
}

/// Keys and values in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Object(Vec<(String, Json)>);

impl Object {
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a value, unless it is null or empty: OC4IDS and others take an empty value for a fault.
    pub fn with(mut self, key: &str, value: impl Into<Json>) -> Self {
        let value = value.into();
        if !value.is_empty() {
            self.0.push((key.to_owned(), value));
        }
        self
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a value, empty or not.
    pub fn put(&mut self, key: &str, value: Json) {
        self.0.push((key.to_owned(), value));
    }

    /// Both languages as `{key}_zh` and `{key}_en`.
    pub fn with_words(self, key: &str, words: Words) -> Self {
        self.with(&format!("{key}_zh"), words.zh).with(&format!("{key}_en"), words.en)
    }
}

impl Json {
    fn is_empty(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Text(it) => it.trim().is_empty(),
            Self::List(it) => it.is_empty(),
            Self::Object(it) => it.0.is_empty(),
            Self::Bool(_) | Self::Integer(_) | Self::Number(_) => false,
        }
    }

    /// Without line breaks.
    pub fn write(&self, to: &mut String) {
        match self {
            Self::Null => to.push_str("null"),
            Self::Bool(it) => to.push_str(if *it { "true" } else { "false" }),
            Self::Integer(it) => write!(to, "{it}").expect("a string takes all that is written"),
            Self::Number(it) => to.push_str(it),
            Self::Text(it) => to.push_str(&quoted(it)),
            Self::List(list) => {
                to.push('[');
                for (n, item) in list.iter().enumerate() {
                    to.push_str(if n > 0 { "," } else { "" });
                    item.write(to);
                }
                to.push(']');
            }
            Self::Object(object) => {
                to.push('{');
                for (n, (key, value)) in object.0.iter().enumerate() {
                    to.push_str(if n > 0 { "," } else { "" });
                    to.push_str(&quoted(key));
                    to.push(':');
                    value.write(to);
                }
                to.push('}');
            }
        }
    }

    /// A file for people to look into as well: one line for each entry of the outer two levels.
    pub fn to_file(&self) -> Vec<u8> {
        let mut to = String::new();
        self.write_lines(&mut to, 0);
        to.push('\n');
        to.into_bytes()
    }

    fn write_lines(&self, to: &mut String, depth: usize) {
        let (open, close, items): (_, _, Vec<(String, &Json)>) = match self {
            Self::Object(it) if depth < 3 => (
                '{',
                '}',
                it.0.iter().map(|(key, value)| (format!("{}: ", quoted(key)), value)).collect(),
            ),
            Self::List(it) if depth < 3 => {
                ('[', ']', it.iter().map(|item| (String::new(), item)).collect())
            }
            _ => return self.write(to),
        };
        let margin = " ".repeat(depth);
        to.push(open);
        for (n, (key, value)) in items.into_iter().enumerate() {
            to.push_str(if n > 0 { ",\n " } else { "\n " });
            to.push_str(&margin);
            to.push_str(&key);
            value.write_lines(to, depth + 1);
        }
        to.push('\n');
        to.push_str(&margin);
        to.push(close);
    }
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a text can always be written as JSON")
}

impl From<&str> for Json {
    fn from(it: &str) -> Self {
        Self::Text(it.to_owned())
    }
}

impl From<String> for Json {
    fn from(it: String) -> Self {
        Self::Text(it)
    }
}

impl From<&String> for Json {
    fn from(it: &String) -> Self {
        Self::Text(it.clone())
    }
}

impl From<bool> for Json {
    fn from(it: bool) -> Self {
        Self::Bool(it)
    }
}

impl From<i64> for Json {
    fn from(it: i64) -> Self {
        Self::Integer(it)
    }
}

impl From<Object> for Json {
    fn from(it: Object) -> Self {
        Self::Object(it)
    }
}

impl<T: Into<Json>> From<Vec<T>> for Json {
    fn from(it: Vec<T>) -> Self {
        Self::List(it.into_iter().map(Into::into).collect())
    }
}

impl<T: Into<Json>> From<Option<T>> for Json {
    fn from(it: Option<T>) -> Self {
        it.map_or(Self::Null, Into::into)
    }
}

impl From<&Cell<'_>> for Json {
    fn from(cell: &Cell<'_>) -> Self {
        match cell {
            Cell::Empty => Self::Null,
            Cell::Text(it) => Self::Text(it.to_string()),
            Cell::Count(it) => Self::Integer(*it),
            Cell::Fen(it) => Self::Number(yuan(*it)),
            Cell::Milli(it) => Self::Number(units(*it)),
        }
    }
}

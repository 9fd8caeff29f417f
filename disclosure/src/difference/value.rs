//! What a field said before and says now, with its kind, so that people see money as money and days as
//! days.

use serde::{Deserialize, Serialize};

/// One value of one field. As JSON it names its kind: `{"type":"fen","value":600000}`,
/// `{"type":"none"}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
pub enum Value {
    /// The field was empty, or what it belongs to was not there.
    #[default]
    None,
    /// As written by the county, in one writing for both languages.
    Text(String),
    /// As written by the county, in Chinese and English.
    Said { zh: String, en: String },
    /// One of a fixed list, such as a stage or a source; the list is the field's.
    Code(String),
    /// A place's 12-digit code.
    Place(String),
    /// Places' 12-digit codes.
    Places(Vec<String>),
    /// Money, in fen.
    Fen(i64),
    /// `YYYY-MM-DD`.
    Day(String),
    /// Households or people, protected: a multiple of five.
    Count(i64),
    /// A number of anything else, exact.
    Number(i64),
    /// In thousandths of the unit: 3.2 km is 3200.
    Quantity { milli: i64, unit_zh: String, unit_en: String },
}

impl Value {
    pub(super) fn said(zh: &str, en: &str) -> Self {
        if zh.is_empty() && en.is_empty() {
            return Self::None;
        }
        Self::Said { zh: zh.to_owned(), en: en.to_owned() }
    }

    /// Of two languages that may each be missing.
    pub(super) fn said_some(zh: Option<&str>, en: Option<&str>) -> Self {
        Self::said(zh.unwrap_or_default(), en.unwrap_or_default())
    }

    pub(super) fn text(text: &str) -> Self {
        if text.is_empty() { Self::None } else { Self::Text(text.to_owned()) }
    }

    pub(super) fn text_some(text: Option<&str>) -> Self {
        text.map_or(Self::None, Self::text)
    }

    pub(super) fn code(code: &str) -> Self {
        Self::Code(code.to_owned())
    }

    pub(super) fn day(day: &str) -> Self {
        Self::Day(day.to_owned())
    }

    pub(super) fn day_some(day: Option<&str>) -> Self {
        day.map_or(Self::None, Self::day)
    }

    pub(super) fn number_some(number: Option<i64>) -> Self {
        number.map_or(Self::None, Self::Number)
    }
}

//! A complaint as typed, and as it is filed.

mod kind;

pub use kind::ComplaintKind;

use crate::form_key::FormKey;
use crate::personal_data;
use crate::problems::{Problem, Problems};
use crate::region_code::RegionCode;
use crate::typed;

/// Length of the text in characters, shortest and longest.
pub const TEXT_MIN: usize = 10;
pub const TEXT_MAX: usize = 2_000;
/// The longest contact, in characters.
pub const CONTACT_MAX: usize = 100;
/// The longest name of the record complained about, `figure/zhangzhou-27`, in characters.
pub const ABOUT_MAX: usize = 120;

/// The fields of the form, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ComplaintField {
    About,
    Region,
    Kind,
    Text,
    Contact,
    FormKey,
}

impl ComplaintField {
    /// The name of the field in the form.
    pub fn code(self) -> &'static str {
        match self {
            Self::About => "about",
            Self::Region => "region_code",
            Self::Kind => "kind",
            Self::Text => "text",
            Self::Contact => "contact",
            Self::FormKey => "form_key",
        }
    }
}

/// The form as typed; also what is shown again when something is wrong.
#[derive(Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct ComplaintForm {
    pub about: String,
    pub region_code: String,
    pub kind: String,
    pub text: String,
    /// `on` when ticked.
    pub anonymous: String,
    pub contact: String,
    /// Hidden from people: only a program fills it in.
    pub website: String,
    pub form_key: String,
}

/// A complaint that can be filed.
#[derive(Clone, PartialEq, Eq)]
pub struct ComplaintDraft {
    /// The record it is about, if it was opened from one.
    pub about: Option<String>,
    /// The place it is about, if named.
    pub region_code: Option<RegionCode>,
    pub kind: ComplaintKind,
    pub text: String,
    /// How to reach the person; none when anonymous.
    pub contact: Option<String>,
    pub form_key: FormKey,
}

impl ComplaintForm {
    /// Reads the form as typed; every problem at once, never only the first.
    ///
    /// Whoever ticks `anonymous` stays so: a contact typed all the same is dropped. A text that
    /// holds an identity, card or phone number is sent back, one problem for each kind of number;
    /// the person's own number belongs into `contact`.
    ///
    /// ```
    /// use casework::complaint::{ComplaintField, ComplaintForm};
    /// use casework::problems::Problem;
    ///
    /// let form = ComplaintForm {
    ///     kind: "subsidy_unpaid".into(),
    ///     text: "雨露计划的钱去年秋天起一直没有到账".into(),
    ///     form_key: "0123456789abcdef".into(),
    ///     ..ComplaintForm::default()
    /// };
    ///
    /// let problems = form.parse().err().unwrap();
    ///
    /// assert_eq!(problems.iter().collect::<Vec<_>>(), [(ComplaintField::Contact, Problem::Missing)]);
    /// ```
    pub fn parse(&self) -> Result<ComplaintDraft, Problems<ComplaintField>> {
        let mut problems = Problems::default();
        let about = problems.take(ComplaintField::About, self.read_about());
        let region_code = problems.take(ComplaintField::Region, self.read_region());
        let kind = problems.take(ComplaintField::Kind, self.read_kind());
        let text = self.read_text(&mut problems);
        let contact = problems.take(ComplaintField::Contact, self.read_contact());
        let form_key = FormKey::parse(&self.form_key).ok_or(Problem::NotRecognised);
        let form_key = problems.take(ComplaintField::FormKey, form_key);

        match (about, region_code, kind, contact, form_key) {
            (Some(about), Some(region_code), Some(kind), Some(contact), Some(form_key))
                if problems.is_empty() =>
            {
                Ok(ComplaintDraft { about, region_code, kind, text, contact, form_key })
            }
            _ => Err(problems),
        }
    }

    /// Whether a program filled the form in: the field that people do not see is not empty.
    pub fn is_trap(&self) -> bool {
        !self.website.is_empty()
    }

    fn read_about(&self) -> Result<Option<String>, Problem> {
        let about = typed::line(&self.about);
        let is_name = |it: char| it.is_alphanumeric() || matches!(it, '/' | '-' | '_' | '.');
        match about.chars().count() {
            0 => Ok(None),
            n if n > ABOUT_MAX => Err(Problem::TooLong { max: ABOUT_MAX, n }),
            _ if about.chars().all(is_name) => Ok(Some(about)),
            _ => Err(Problem::NotRecognised),
        }
    }

    fn read_region(&self) -> Result<Option<RegionCode>, Problem> {
        if typed::line(&self.region_code).is_empty() {
            return Ok(None);
        }
        RegionCode::parse(&self.region_code).map(Some).ok_or(Problem::NotRecognised)
    }

    fn read_kind(&self) -> Result<ComplaintKind, Problem> {
        match typed::line(&self.kind).as_str() {
            "" => Err(Problem::Missing),
            code => ComplaintKind::parse(code).ok_or(Problem::NotRecognised),
        }
    }

    fn read_text(&self, problems: &mut Problems<ComplaintField>) -> String {
        let text = typed::lines(&self.text);
        match text.chars().count() {
            0 => problems.add(ComplaintField::Text, Problem::Missing),
            n if n < TEXT_MIN => {
                problems.add(ComplaintField::Text, Problem::TooShort { min: TEXT_MIN });
            }
            n if n > TEXT_MAX => {
                problems.add(ComplaintField::Text, Problem::TooLong { max: TEXT_MAX, n });
            }
            _ => {}
        }
        let mut kinds = Vec::new();
        for found in personal_data::find(&text) {
            if !kinds.contains(&found.kind) {
                kinds.push(found.kind);
                problems.add(ComplaintField::Text, Problem::HoldsPersonalData(found.kind));
            }
        }
        text
    }

    fn read_contact(&self) -> Result<Option<String>, Problem> {
        if typed::is_ticked(&self.anonymous) {
            return Ok(None);
        }
        let contact = typed::line(&self.contact);
        match contact.chars().count() {
            0 => Err(Problem::Missing),
            n if n > CONTACT_MAX => Err(Problem::TooLong { max: CONTACT_MAX, n }),
            _ => Ok(Some(contact)),
        }
    }
}

#[cfg(test)]
mod tests;

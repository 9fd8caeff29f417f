//! The one-time key of a form: drawn when the form is shown, it makes sending it twice harmless.

use crate::typed;

/// Length of a form's key in characters, shortest and longest.
pub const FORM_KEY_CHARACTERS: (usize, usize) = (16, 64);

/// A key of letters, digits, `-` and `_`, 16 to 64 of them.
///
/// ```
/// use casework::form_key::FormKey;
///
/// assert!(FormKey::parse("0123456789abcdef").is_some());
/// assert!(FormKey::parse("short").is_none());
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct FormKey(String);

impl FormKey {
    /// Reads the key as the form sent it back. `None` if it is not one of ours.
    pub fn parse(raw: &str) -> Option<Self> {
        let key = typed::line(raw);
        let (shortest, longest) = FORM_KEY_CHARACTERS;
        let is_key = (shortest..=longest).contains(&key.len())
            && key.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-' || it == b'_');
        is_key.then_some(Self(key))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

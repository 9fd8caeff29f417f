//! A telephone number at which an applicant can be reached.

use crate::typed;

/// The longest text taken as a phone number, in characters, spaces and hyphens included.
pub const PHONE_MAX: usize = 24;

/// A mainland mobile number (11 digits) or a landline with its area code, digits only.
/// It has no `Debug`, so that it reaches no log.
///
/// ```
/// use casework::phone::Phone;
///
/// assert_eq!(Phone::parse("138 0000 1111").unwrap().as_str(), "13800001111");
/// assert_eq!(Phone::parse("+86 0596-2671234").unwrap().as_str(), "05962671234");
/// assert!(Phone::parse("2671234").is_none(), "a landline needs its area code");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Phone(String);

impl Phone {
    /// Reads a number as typed: full-width digits, spaces, hyphens, brackets and `+86` are taken.
    pub fn parse(raw: &str) -> Option<Self> {
        let text = typed::half_width(&typed::line(raw));
        let text = text.strip_prefix("+86").or(text.strip_prefix("0086")).unwrap_or(&text);
        let mut digits = String::new();
        for character in text.chars() {
            match character {
                '0'..='9' => digits.push(character),
                ' ' | '-' | '(' | ')' | '\u{2010}'..='\u{2015}' => {}
                _ => return None,
            }
        }
        (is_mobile(&digits) || is_landline(&digits)).then_some(Self(digits))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Eleven digits from 13 to 19 on.
pub(crate) fn is_mobile(digits: &str) -> bool {
    let bytes = digits.as_bytes();
    bytes.len() == 11 && bytes[0] == b'1' && (b'3'..=b'9').contains(&bytes[1])
}

/// An area code of three digits (010, 02x) or four (03xx to 09xx) and seven or eight digits that
/// begin with neither 0 nor 1.
fn is_landline(digits: &str) -> bool {
    let bytes = digits.as_bytes();
    let n_area = match bytes {
        [b'0', b'1', b'0', ..] | [b'0', b'2', ..] => 3,
        [b'0', b'3'..=b'9', ..] => 4,
        _ => return false,
    };
    matches!(bytes.len() - n_area.min(bytes.len()), 7 | 8) && bytes[n_area] > b'1'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mobiles_and_landlines_are_taken_as_people_write_them() {
        for typed in [
            "13800001111",
            "138 0000 1111",
            "199-0000-1111",
            "+8613800001111",
            "010-65551234",
            "（0596）2671234",
            "0475 8234567",
        ] {
            assert!(Phone::parse(typed).is_some(), "{typed}");
        }
    }

    #[test]
    fn what_is_no_number_of_a_person_is_not_taken() {
        for typed in
            ["", "12800001111", "1380000111", "138000011112", "12317", "0596", "无", "010 "]
        {
            assert!(Phone::parse(typed).is_none(), "{typed}");
        }
    }
}

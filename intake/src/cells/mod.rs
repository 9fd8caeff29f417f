//! What stands in a cell, read as a number, an amount, a day or a period.

mod amount;
mod day;
mod identity;

pub use amount::{AmountError, Unit, amount_fen};
pub use day::{day, period, year};
pub use identity::{Identity, identity};

/// Letters, digits and signs in full width as plain ones, without any space: for numbers and names
/// of columns, never for text that is published.
pub(crate) fn plain(text: &str) -> String {
    text.chars()
        .filter(|it| !it.is_whitespace() && !it.is_control() && *it != '\u{feff}')
        .map(|it| match it {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(it as u32 - 0xfee0).unwrap_or(it),
            _ => it,
        })
        .collect()
}

/// Whether the cell says that there is nothing: empty, `-`, `/` or 无.
pub fn is_blank(text: &str) -> bool {
    matches!(text.trim(), "" | "-" | "--" | "—" | "——" | "/" | "无" | "暂无")
}

/// A whole number that is not negative.
///
/// ```
/// use intake::cells::whole_number;
///
/// assert_eq!(whole_number("1,035"), Some(1035));
/// assert_eq!(whole_number("35.0"), Some(35));
/// assert_eq!(whole_number("35户"), None);
/// ```
pub fn whole_number(text: &str) -> Option<i64> {
    let text = plain(text).replace(',', "");
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let is_number = !whole.is_empty()
        && whole.len() <= 15
        && whole.bytes().all(|it| it.is_ascii_digit())
        && rest.bytes().all(|it| it == b'0');
    is_number.then(|| whole.parse().ok()).flatten()
}

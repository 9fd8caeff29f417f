//! What an identity number says about itself: its birthday, and whether it was copied right.

use jiff::civil::Date;

use super::plain;

/// A number's birthday and faults. The digits are not in it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Identity {
    /// None if the number has no possible birthday in its place. A number that lost a sign behind
    /// it has one all the same.
    pub born_on: Option<Date>,
    /// 18 signs, 15 until 1999, 20 or 22 on a disability card.
    pub has_right_length: bool,
    /// By GB 11643-1999; a number of 15 signs has none and passes.
    pub has_right_check_digit: bool,
}

/// Looks at an identity or disability card number.
pub fn identity(text: &str) -> Identity {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: &[u8; 11] = b"10X98765432";

    let number = plain(text).to_ascii_uppercase();
    let number = number.as_bytes();
    let has_right_length = matches!(number.len(), 15 | 18 | 20 | 22);
    let digit = |index: usize| number.get(index).filter(|it| it.is_ascii_digit());
    let value = |from: usize, to: usize| {
        (from..to).try_fold(0_i16, |sum, index| Some(sum * 10 + i16::from(digit(index)? - b'0')))
    };
    let is_old = number.len() == 15;
    let year = if is_old { value(6, 8).map(|it| it + 1900) } else { value(6, 10) };
    let month = if is_old { 8 } else { 10 };
    let born_on = match (year, value(month, month + 2), value(month + 2, month + 4)) {
        (Some(year), Some(month), Some(day)) if (1900..2100).contains(&year) => {
            let month = i8::try_from(month).unwrap_or(0);
            let day = i8::try_from(day).unwrap_or(0);
            Date::new(year, month, day).ok()
        }
        _ => None,
    };
    let sum = WEIGHTS
        .iter()
        .enumerate()
        .try_fold(0, |sum, (index, weight)| Some(sum + u32::from(digit(index)? - b'0') * weight));
    let has_right_check_digit = is_old && (0..15).all(|it| digit(it).is_some())
        || sum.is_some_and(|sum| number.get(17) == Some(&CHECKS[(sum % 11) as usize]));
    Identity { born_on, has_right_length, has_right_check_digit }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_number_tells_its_birthday_and_whether_it_was_copied_right() {
        // The example of GB 11643-1999.
        let right = identity("11010519491231002x");
        let wrong = identity("110105194912310021");

        assert_eq!(right.born_on, Some(date(1949, 12, 31)));
        assert!(right.has_right_check_digit && right.has_right_length);
        assert!(!wrong.has_right_check_digit);
        assert!(identity("11010519491231002X44").has_right_check_digit, "a disability card");
        assert_eq!(identity("110105491231002").born_on, Some(date(1949, 12, 31)));
        assert_eq!(identity("1101051949123100").born_on, Some(date(1949, 12, 31)));
        assert!(!identity("1.10105E+17").has_right_length);
        assert!(identity("无").born_on.is_none());
    }
}

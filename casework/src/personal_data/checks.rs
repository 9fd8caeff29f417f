//! Whether a row of digits could be a real number of its kind.

use jiff::civil::Date;

use super::PersonalData;
use super::runs::Run;
use crate::phone;

/// The first two digits of an identity number: the provinces, 81 to 83 for residents from Hong
/// Kong, Macao and Taiwan, 91 to 98 on the permanent residence cards of foreigners.
const PROVINCES: [u8; 43] = [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52,
    53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83, 91, 92, 93, 94, 95, 96, 97, 98,
];

/// What the runs are when read as one number, if anything.
pub fn kind_of(runs: &[Run]) -> Option<PersonalData> {
    if runs.iter().any(|it| it.is_amount) {
        return None;
    }
    let number: String = runs.iter().map(|it| it.digits.as_str()).collect();
    let groups: Vec<_> = runs.iter().map(|it| it.digits.len()).collect();

    // A group of twelve is the code of a place.
    let is_new_id = is_resident_id(number.as_bytes()) && !groups.contains(&12);
    let is_old_id = is_old_resident_id(number.as_bytes()) && matches!(groups[..], [15] | [6, 6, 3]);

    if is_new_id || is_old_id {
        Some(PersonalData::ResidentId)
    } else if is_mobile(&number, &groups) {
        Some(PersonalData::MobilePhone)
    } else if is_bank_card(&number) && is_grouped_like_a_card(&groups) {
        Some(PersonalData::BankCard)
    } else {
        None
    }
}

/// 18 signs: province, birthday from 1900 on, check digit by GB 11643-1999.
pub fn is_resident_id(number: &[u8]) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: &[u8; 11] = b"10X98765432";

    let [digits @ .., check] = number else { return false };
    if digits.len() != 17 || !digits.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let sum: u32 =
        digits.iter().zip(WEIGHTS).map(|(it, weight)| u32::from(it - b'0') * weight).sum();
    CHECKS[(sum % 11) as usize] == *check
        && begins_with_a_province(digits)
        && is_date(value(&digits[6..10]), &digits[10..14])
        && (1900..2100).contains(&value(&digits[6..10]))
}

/// 15 digits: province, birthday in the 1900s; it had no check digit.
fn is_old_resident_id(number: &[u8]) -> bool {
    number.len() == 15
        && number.iter().all(u8::is_ascii_digit)
        && begins_with_a_province(number)
        && is_date(1900 + value(&number[6..8]), &number[8..12])
}

/// A mobile number in one piece or as people group it, with or without 86 before it.
fn is_mobile(number: &str, groups: &[usize]) -> bool {
    // Not 4-4-3, which is also "1500-2000 300".
    let is_grouped = |groups: &[usize]| matches!(groups, [11] | [3, 4, 4] | [3, 8] | [7, 4]);
    if phone::is_mobile(number) && is_grouped(groups) && is_all_digits(number) {
        return true;
    }
    let prefix = if number.starts_with("0086") { "0086" } else { "86" };
    let Some(rest) = number.strip_prefix(prefix).filter(|it| is_all_digits(it)) else {
        return false;
    };
    let without = match groups {
        [first, groups @ ..] if *first == prefix.len() => groups.to_vec(),
        [first, groups @ ..] if *first > prefix.len() => [&[first - prefix.len()], groups].concat(),
        _ => return false,
    };
    phone::is_mobile(rest) && is_grouped(&without)
}

/// 16 to 19 digits in the range of an issuer, with a right Luhn sum.
fn is_bank_card(number: &str) -> bool {
    if !is_all_digits(number) || !(16..=19).contains(&number.len()) {
        return false;
    }
    let luhn: u32 = number
        .bytes()
        .rev()
        .enumerate()
        .map(|(i, it)| match u32::from(it - b'0') * if i % 2 == 1 { 2 } else { 1 } {
            twice if twice > 9 => twice - 9,
            once => once,
        })
        .sum();
    luhn.is_multiple_of(10) && is_in_the_range_of_an_issuer(number)
}

/// China's own network and its older ranges in any length; the foreign networks have 16 digits.
/// Without this a document number that begins with its year would pass one time in ten.
fn is_in_the_range_of_an_issuer(number: &str) -> bool {
    let bytes = number.as_bytes();
    match value(&bytes[..2]) {
        60 | 62..=69 | 94..=96 | 98 | 99 => true,
        35 | 40..=49 | 51..=55 => number.len() == 16,
        22..=27 => number.len() == 16 && (2221..=2720).contains(&value(&bytes[..4])),
        _ => false,
    }
}

fn is_grouped_like_a_card(groups: &[usize]) -> bool {
    matches!(groups, [_] | [6, 10..=13] | [4, 4, 4, 4..=7] | [4, 4, 4, 4, 1..=3])
}

fn begins_with_a_province(digits: &[u8]) -> bool {
    PROVINCES.iter().any(|it| i16::from(*it) == value(&digits[..2]))
}

/// `mmdd` is a day of that year.
fn is_date(year: i16, mmdd: &[u8]) -> bool {
    let month = i8::try_from(value(&mmdd[..2]));
    let day = i8::try_from(value(&mmdd[2..]));
    matches!((month, day), (Ok(month), Ok(day)) if Date::new(year, month, day).is_ok())
}

fn is_all_digits(number: &str) -> bool {
    number.bytes().all(|it| it.is_ascii_digit())
}

/// The value of up to four digits.
fn value(digits: &[u8]) -> i16 {
    digits.iter().fold(0, |sum, it| sum * 10 + i16::from(it - b'0'))
}

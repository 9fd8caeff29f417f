//! Days, years and periods as counties write them.

use jiff::civil::Date;

use super::plain;

/// The day that Excel counts from, so that its serial 61 is 1 March 1900.
const EXCEL_DAY_0: Date = jiff::civil::date(1899, 12, 30);
/// Serials of 1954 to 2119: other numbers of five digits are no days that a county means.
const SERIALS: std::ops::RangeInclusive<i32> = 20_000..=80_000;

/// Reads a day: `2026-09-30`, `2026/9/30`, `2026.9.30`, `2026年9月30日`, `20260930`, or the serial
/// that Excel shows when a cell is set to General. A time after it is left out.
///
/// ```
/// use intake::cells::day;
/// use jiff::civil::date;
///
/// assert_eq!(day("2026年9月30日"), Some(date(2026, 9, 30)));
/// assert_eq!(day("46295"), Some(date(2026, 9, 30)));
/// assert_eq!(day("2026-02-30"), None);
/// ```
pub fn day(text: &str) -> Option<Date> {
    let text = text.trim();
    // `2026-09-30 00:00:00`, `2026-09-30T00:00:00`.
    let text =
        text.split_once(['T', ' ']).filter(|(_, it)| it.contains(':')).map_or(text, |it| it.0);
    let text = plain(text);
    if text.bytes().all(|it| it.is_ascii_digit()) {
        return match text.len() {
            8 => of(text[..4].parse().ok()?, text[4..6].parse().ok()?, text[6..].parse().ok()?),
            5 => serial(text.parse().ok()?),
            _ => None,
        };
    }
    let text = text.trim_end_matches(['日', '号']);
    let separators = [['年', '月'], ['-', '-'], ['/', '/'], ['.', '.']];
    separators.into_iter().find_map(|[first, second]| {
        let (year, rest) = text.split_once(first)?;
        let (month, day) = rest.split_once(second)?;
        of(number(year, 4)?, number(month, 2)?, number(day, 2)?)
    })
}

/// Reads a year from 1949 to 2100: `2026`, `2026年`, `2026年度`.
pub fn year(text: &str) -> Option<i64> {
    let text = plain(text);
    let text = text.trim_end_matches('度').trim_end_matches('年');
    let year = text.parse().ok().filter(|it| (1949..=2100).contains(it))?;
    (text.len() == 4).then_some(year)
}

/// Reads a period, both ends in it: `2026年3月-2026年11月`, `2026年3-11月`, `2026.03-2026.11`,
/// `2026年3月1日至2026年11月30日`, `2026年`. A month without a day is the whole month.
///
/// ```
/// use intake::cells::period;
/// use jiff::civil::date;
///
/// assert_eq!(period("2026年3月-11月"), Some((date(2026, 3, 1), date(2026, 11, 30))));
/// assert_eq!(period("尽快"), None);
/// ```
pub fn period(text: &str) -> Option<(Date, Date)> {
    if let Some(day) = day(text) {
        return Some((day, day));
    }
    let text = plain(text);
    let is_sign = |it: char| it.is_ascii_digit() || "年月日号度至到-/.~—–―～起止()".contains(it);
    if !text.chars().all(is_sign) {
        return None;
    }
    let numbers = numbers(&text)?;
    let is_year = |it: &i16| (1949..=2100).contains(it);
    if !numbers.first().is_some_and(is_year) {
        return None;
    }
    let second = numbers.iter().skip(1).position(is_year).map(|it| it + 1);
    match second {
        Some(second) => {
            let (start, end) = numbers.split_at(second);
            Some((first_day(start)?, last_day(end)?))
        }
        None => match numbers[..] {
            [year] => Some((first_day(&[year])?, last_day(&[year])?)),
            [year, month] => Some((first_day(&[year, month])?, last_day(&[year, month])?)),
            // `2026年3-11月`; with 日 it would be a day that `day` did not understand.
            [year, from, to] if !text.contains('日') => {
                Some((first_day(&[year, from])?, last_day(&[year, to])?))
            }
            [year, month, day, to_month, to_day] => {
                Some((first_day(&[year, month, day])?, last_day(&[year, to_month, to_day])?))
            }
            _ => None,
        },
    }
}

/// The numbers in a text; eight digits are a day, six a month.
fn numbers(text: &str) -> Option<Vec<i16>> {
    let mut numbers = Vec::new();
    for group in text.split(|it: char| !it.is_ascii_digit()).filter(|it| !it.is_empty()) {
        let cuts: &[usize] = match group.len() {
            8 => &[4, 6, 8],
            6 => &[4, 6],
            1..=4 => &[group.len()],
            _ => return None,
        };
        let mut start = 0;
        for end in cuts {
            numbers.push(group[start..*end].parse().ok()?);
            start = *end;
        }
    }
    Some(numbers)
}

fn first_day(numbers: &[i16]) -> Option<Date> {
    let part = |index| numbers.get(index).copied().unwrap_or(1);
    (1..=3).contains(&numbers.len()).then(|| of(numbers[0], part(1), part(2))).flatten()
}

fn last_day(numbers: &[i16]) -> Option<Date> {
    match *numbers {
        [year] => of(year, 12, 31),
        [year, month] => of(year, month, 1).map(Date::last_of_month),
        [year, month, day] => of(year, month, day),
        _ => None,
    }
}

fn of(year: i16, month: i16, day: i16) -> Option<Date> {
    if !(1900..=2100).contains(&year) {
        return None;
    }
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn serial(days: i32) -> Option<Date> {
    let days = SERIALS.contains(&days).then_some(days)?;
    EXCEL_DAY_0.checked_add(jiff::Span::new().days(days)).ok()
}

fn number(text: &str, most: usize) -> Option<i16> {
    let is_number =
        !text.is_empty() && text.len() <= most && text.bytes().all(|it| it.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_day_is_read_in_every_form(n in 0..50_000_i32) {
            let it = date(1960, 1, 1).checked_add(jiff::Span::new().days(n)).unwrap();
            let (y, m, d) = (it.year(), it.month(), it.day());

            for text in [
                format!("{y}-{m:02}-{d:02}"), format!("{y}/{m}/{d}"), format!("{y}.{m}.{d}"),
                format!("{y}年{m}月{d}日"), format!("{y}{m:02}{d:02}"), format!(" {y}-{m}-{d} 00:00:00"),
                (it - EXCEL_DAY_0).get_days().to_string(),
            ] {
                prop_assert_eq!(day(&text), Some(it), "{}", text);
            }
        }

        #[test]
        fn every_period_of_months_is_read(from in 1..=12_i16, more in 0..11_i16) {
            let to = (from + more).min(12);
            let ends = (of(2026, from, 1).unwrap(), of(2026, to, 1).unwrap().last_of_month());

            for text in [
                format!("2026年{from}月-2026年{to}月"), format!("2026年{from}-{to}月"),
                format!("2026.{from:02}-2026.{to:02}"), format!("2026{from:02}-2026{to:02}"),
                format!("{}至{}", ends.0, ends.1),
            ] {
                prop_assert_eq!(period(&text), Some(ends), "{}", text);
            }
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,20}", digits in "[0-9年月日./-]{0,20}") {
            for text in [text, digits] {
                let _ = (day(&text), period(&text), year(&text));
            }
        }
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in
            ["", "2026-13-01", "2026-02-29", "12345", "99999", "九月", "2026年9月", "26.9.30"]
        {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn years_are_read_with_their_word() {
        assert_eq!(year("2026年度"), Some(2026));
        assert_eq!(year("２０２６"), Some(2026));
        assert_eq!(year("1026"), None);
        assert_eq!(year("2026-01-01"), None);
    }
}

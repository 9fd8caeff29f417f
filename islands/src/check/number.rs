//! Numbers as people write them, exactly or roughly: `1.5万`, `5000到1万`, `不超过3万`.

use eligibility::Fact;

/// A number, or an interval from the least to the most that is meant; `most` is the most there can
/// be. None if it is neither.
pub fn number(text: &str, most: i64) -> Option<Fact> {
    let plain = plain(text);
    let text = about(&plain);
    let is_between = |it: char| matches!(it, '到' | '至' | '~' | '-' | '—' | 't');
    if let Some((from, to)) = text.split_once(is_between) {
        // "to" in English, two dashes in Chinese.
        let to = to.strip_prefix(['o', '—', '~']).unwrap_or(to);
        return pair(from, to);
    }
    let upper = |it: &str| Some(Fact::between(0, exactly(it)?));
    let lower = |it: &str| Some(Fact::between(exactly(it)?.min(most), most));
    for word in ["不超过", "不到", "最多", "少于", "低于", "<"] {
        if let Some(rest) = text.strip_prefix(word) {
            return upper(rest);
        }
    }
    for word in ["以内", "以下", "之内"] {
        if let Some(rest) = text.strip_suffix(word) {
            return upper(rest);
        }
    }
    for word in ["至少", "最少", "超过", "多于", ">"] {
        if let Some(rest) = text.strip_prefix(word) {
            return lower(rest);
        }
    }
    match text.strip_suffix("以上") {
        Some(rest) => lower(rest),
        None => exactly(text).map(Fact::Known),
    }
}

/// "1到2万" means ten to twenty thousand, "5000到1万" five to ten thousand.
fn pair(from: &str, to: &str) -> Option<Fact> {
    let most = exactly(to)?;
    let mut least = exactly(from)?;
    let (digits, unit) = with_unit(to);
    if with_unit(from).1 == 1 && unit > 1 && least <= decimal(digits)?.0 {
        least = least.checked_mul(unit)?;
    }
    (least <= most).then(|| Fact::between(least, most))
}

/// One number: `5,000`, `５０００`, `5000元`, `1.5万`, `3千`. Fen are left out.
fn exactly(text: &str) -> Option<i64> {
    let (digits, unit) = with_unit(text);
    let (whole, decimals) = decimal(digits)?;
    let fraction = decimals.chars().zip([unit / 10, unit / 100, unit / 1_000, unit / 10_000]);
    let fraction: i64 =
        fraction.map(|(digit, worth)| i64::from(digit.to_digit(10).unwrap_or(0)) * worth).sum();
    whole.checked_mul(unit)?.checked_add(fraction)
}

fn with_unit(text: &str) -> (&str, i64) {
    [("万", 10_000), ("千", 1_000), ("百", 100)]
        .into_iter()
        .find_map(|(name, unit)| Some((text.strip_suffix(name)?, unit)))
        .unwrap_or((text, 1))
}

fn decimal(digits: &str) -> Option<(i64, &str)> {
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |it: &str| it.chars().all(|it| it.is_ascii_digit());
    if whole.is_empty() || !all_digits(whole) || !all_digits(decimals) {
        return None;
    }
    Some((whole.parse().ok()?, decimals))
}

/// Without what people write around numbers.
fn plain(text: &str) -> String {
    let is_around = |it: &char| {
        !it.is_whitespace() && !matches!(it, ',' | '，' | '元' | '块' | '钱' | '人' | '个' | '口')
    };
    text.chars()
        .filter(is_around)
        .map(|it| match it {
            '０'..='９' => char::from(b'0' + u8::try_from(it as u32 - '０' as u32).unwrap_or(0)),
            '．' | '。' => '.',
            '～' => '~',
            '－' | '–' => '-',
            other => other,
        })
        .collect()
}

fn about(text: &str) -> &str {
    let text = ["大约", "大概", "差不多", "约"]
        .into_iter()
        .find_map(|it| text.strip_prefix(it))
        .unwrap_or(text);
    text.strip_suffix("左右").unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Fact> {
        number(text, 100_000_000)
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, value) in [
            ("5000", 5_000),
            (" 5,000 元", 5_000),
            ("５０００", 5_000),
            ("1.5万", 15_000),
            ("3千", 3_000),
            ("12.60", 12),
            ("大约3000块钱", 3_000),
            ("5000左右", 5_000),
            ("0", 0),
        ] {
            assert_eq!(read(text), Some(Fact::Known(value)), "{text}");
        }
    }

    #[test]
    fn rough_numbers_are_intervals() {
        for (text, from, to) in [
            ("5,000 到 1 万", 5_000, 10_000),
            ("1到2万", 10_000, 20_000),
            ("3000-5000", 3_000, 5_000),
            ("3000～5000元", 3_000, 5_000),
            ("不超过 3 万", 0, 30_000),
            ("1万以内", 0, 10_000),
            ("2万以上", 20_000, 100_000_000),
        ] {
            assert_eq!(read(text), Some(Fact::Between(from, to)), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_not_taken_for_one() {
        for text in
            ["", "-5", "五千", "5k", "1e9", ".", "99999999999999999999", "12万3", "5到", "9到3"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}

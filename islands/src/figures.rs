//! Numbers as people read them: thousands apart, 万 spelt beside what is ten thousand or more.

/// `1234567` → `1,234,567`.
///
/// ```
/// assert_eq!(islands::figures::grouped(1_234_567), "1,234,567");
/// assert_eq!(islands::figures::grouped(-950), "-950");
/// ```
pub fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3 + 1);
    if number < 0 {
        text.push('-');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The number in 万 or 亿, to the last digit: `17160` → `1.716万`; nothing below ten thousand.
///
/// ```
/// assert_eq!(islands::figures::in_wan(17_160).as_deref(), Some("1.716万"));
/// assert_eq!(islands::figures::in_wan(516_350_000).as_deref(), Some("5.1635亿"));
/// assert_eq!(islands::figures::in_wan(9_999), None);
/// ```
pub fn in_wan(number: i64) -> Option<String> {
    let (unit, n_decimals, name) = match number.unsigned_abs() {
        0..10_000 => return None,
        10_000..100_000_000 => (10_000, 4, "万"),
        _ => (100_000_000, 8, "亿"),
    };
    let (whole, rest) = (number / unit, (number % unit).abs());
    let decimals = format!("{rest:0n_decimals$}");
    let decimals = decimals.trim_end_matches('0');
    let point = if decimals.is_empty() { "" } else { "." };
    Some(format!("{}{point}{decimals}{name}", grouped(whole)))
}

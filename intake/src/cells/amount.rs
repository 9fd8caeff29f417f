//! Amounts of money, in whole fen and without floats.

use super::plain;

/// What an amount is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Yuan,
    /// 万元, ten thousand yuan.
    WanYuan,
}

impl Unit {
    /// The unit that a header or title names: `金额（万元）`, `单位:元`.
    pub fn named_in(text: &str) -> Option<Self> {
        let text = plain(text);
        if text.contains("万元") {
            Some(Self::WanYuan)
        } else if text.contains("(元)") || text.contains("单位:元") || text.ends_with("/元") {
            Some(Self::Yuan)
        } else {
            None
        }
    }

    /// How many decimals of the unit make a fen.
    fn n_decimals(self) -> usize {
        match self {
            Self::Yuan => 2,
            Self::WanYuan => 6,
        }
    }
}

/// Why a cell is no amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountError {
    NotAnAmount,
    Negative,
    NotWholeFen,
    /// Neither the cell nor the header says 元 or 万元.
    NoUnit,
}

/// Reads an amount. A unit in the cell itself goes before that of the header.
///
/// ```
/// use intake::cells::{AmountError, Unit, amount_fen};
///
/// assert_eq!(amount_fen("38.4", Some(Unit::WanYuan)), Ok(38_400_000));
/// assert_eq!(amount_fen("￥1,200.50元", None), Ok(120_050));
/// assert_eq!(amount_fen("0.005", Some(Unit::Yuan)), Err(AmountError::NotWholeFen));
/// ```
pub fn amount_fen(text: &str, unit: Option<Unit>) -> Result<i64, AmountError> {
    let text = plain(text);
    let text = text.trim_start_matches(['¥', '\u{ffe5}', '约']);
    let (number, unit) = if let Some(number) = text.strip_suffix("万元") {
        (number, Some(Unit::WanYuan))
    } else if let Some(number) = text.strip_suffix("万") {
        (number, Some(Unit::WanYuan))
    } else if let Some(number) = text.strip_suffix('元') {
        (number, Some(Unit::Yuan))
    } else {
        (text, unit)
    };
    let is_bracketed = number.starts_with('(') && number.ends_with(')');
    let number = number.trim_start_matches('(').trim_end_matches(')');
    let is_negative = is_bracketed || number.starts_with('-');
    let digits = number.trim_start_matches(['-', '+']).replace(',', "");
    let (whole, decimals) = digits.split_once('.').unwrap_or((&digits, ""));
    let is_digits = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    if whole.is_empty() || whole.len() > 13 || !is_digits(whole) || !is_digits(decimals) {
        return Err(AmountError::NotAnAmount);
    }
    let is_zero = (whole.bytes().chain(decimals.bytes())).all(|it| it == b'0');
    if is_negative && !is_zero {
        return Err(AmountError::Negative);
    }
    if is_zero {
        return Ok(0);
    }
    let unit = unit.ok_or(AmountError::NoUnit)?;
    let n = unit.n_decimals();
    let (kept, rest) = decimals.split_at(decimals.len().min(n));
    if rest.bytes().any(|it| it != b'0') {
        return Err(AmountError::NotWholeFen);
    }
    format!("{whole}{kept:0<n$}").parse().map_err(|_| AmountError::NotAnAmount)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_amount_in_yuan_and_in_wan_is_read_to_the_fen(fen in 0..1_000_000_000_000_i64) {
            let yuan = format!("{}.{:02}", fen / 100, fen % 100);
            let wan = format!("{}.{:06}", fen / 1_000_000, fen % 1_000_000);

            prop_assert_eq!(amount_fen(&yuan, Some(Unit::Yuan)), Ok(fen));
            prop_assert_eq!(amount_fen(&wan, Some(Unit::WanYuan)), Ok(fen));
            prop_assert_eq!(amount_fen(&format!("{wan}万元"), Some(Unit::Yuan)), Ok(fen));
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,20}") {
            let _ = amount_fen(&text, Some(Unit::WanYuan));
        }
    }

    #[test]
    fn what_is_no_amount_says_why() {
        let wan = Some(Unit::WanYuan);

        assert_eq!(amount_fen("-3", wan), Err(AmountError::Negative));
        assert_eq!(amount_fen("(3)", wan), Err(AmountError::Negative));
        assert_eq!(amount_fen("三万", wan), Err(AmountError::NotAnAmount));
        assert_eq!(amount_fen("3.5.1", wan), Err(AmountError::NotAnAmount));
        assert_eq!(amount_fen("99999999999999", wan), Err(AmountError::NotAnAmount));
        assert_eq!(amount_fen("0.0000001", wan), Err(AmountError::NotWholeFen));
        assert_eq!(amount_fen("3", None), Err(AmountError::NoUnit));
        assert_eq!(amount_fen("0", None), Ok(0));
    }

    #[test]
    fn the_unit_is_taken_from_the_header() {
        assert_eq!(Unit::named_in("计划投入（万元）"), Some(Unit::WanYuan));
        assert_eq!(Unit::named_in("金额(元)"), Some(Unit::Yuan));
        assert_eq!(Unit::named_in("单位：元"), Some(Unit::Yuan));
        assert_eq!(Unit::named_in("金额"), None);
    }
}

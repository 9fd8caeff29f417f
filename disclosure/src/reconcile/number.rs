//! Printed numbers as the spans of numbers that are printed so. Whole millionths, no fractions lost.

use crate::published::{Figure, Qualifier};

/// One, in millionths.
const ONE: i128 = 1_000_000;

/// From the least to the greatest number that a figure may stand for, both in millionths of the unit
/// without 万 or 亿.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) low: i128,
    pub(super) high: i128,
    /// `人`, `户`, `元`: without 万 and 亿, and without what it is counted for (`/年`).
    pub(super) unit: String,
    /// 10,000 for 万, 100 million for 亿, else 1.
    pub(super) scale: i128,
}

impl Span {
    /// None where the figure is no number: a date, a list.
    pub(super) fn of(figure: &Figure) -> Option<Self> {
        let (scale, unit) = scale_of(&figure.unit_zh);
        let unit = unit.split('/').next().unwrap_or_default().to_owned();
        let (low, high) = match figure.value.split_once('-') {
            Some((low, high)) => (decimal(low)?, decimal(high)?),
            None => (decimal(&figure.value)?, decimal(&figure.value)?),
        };
        // A count is exact; what is given in ten thousands was rounded.
        let half = |(_, n_decimals): (i128, u32)| {
            if scale == 1 && n_decimals == 0 { 0 } else { ONE / 10_i128.pow(n_decimals) / 2 }
        };
        let span = (low.0 - half(low), high.0 + half(high));
        let (low, high) = widened(figure.qualifier, span, (low.0, high));
        Some(Self { low: low * scale, high: high * scale, unit, scale })
    }

    /// A printed share, in millionths of a percent.
    pub(super) fn percent(figure: &Figure) -> Option<(i128, i128)> {
        if let Some((part, whole)) = figure.value.split_once('/') {
            let (part, whole) = (part.parse::<i128>().ok()?, whole.parse::<i128>().ok()?);
            // One in ten is as rough as ten percent.
            let percent = (whole != 0).then(|| part * 100 * ONE / whole)?;
            return Some((percent - ONE / 2, percent + ONE / 2));
        }
        let (value, n_decimals) = decimal(&figure.value)?;
        let half = ONE / 10_i128.pow(n_decimals) / 2;
        (figure.unit_zh == "%").then_some((value - half, value + half))
    }

    /// All of them added; none where the units differ.
    pub(super) fn sum(spans: &[Self]) -> Option<Self> {
        let (first, rest) = spans.split_first()?;
        rest.iter().try_fold(first.clone(), |sum, it| {
            (sum.unit == it.unit).then(|| Self {
                low: sum.low + it.low,
                high: sum.high + it.high,
                scale: sum.scale.min(it.scale),
                unit: sum.unit.clone(),
            })
        })
    }

    /// Halfway between the least and the greatest, in millionths.
    pub(super) fn middle(&self) -> i128 {
        i128::midpoint(self.low, self.high)
    }
}

/// `120 多` may be anything up to 130, `1.1 多` up to 1.2.
fn widened(
    qualifier: Qualifier,
    (low, high): (i128, i128),
    (value, printed): (i128, (i128, u32)),
) -> (i128, i128) {
    let step = match printed {
        (_, n_decimals @ 1..) => ONE / 10_i128.pow(n_decimals),
        (value, 0) => {
            let mut step = ONE;
            while value != 0 && value % (step * 10) == 0 {
                step *= 10;
            }
            step
        }
    };
    match qualifier {
        Qualifier::AsPrinted => (low, high),
        Qualifier::MoreThan | Qualifier::AtLeast => (value, printed.0 + step),
        Qualifier::Below | Qualifier::Nearly => (value - step, printed.0),
        Qualifier::About => (value - step / 2, printed.0 + step / 2),
    }
}

/// `万人` is 10,000 人.
fn scale_of(unit: &str) -> (i128, &str) {
    [("万", 10_000), ("亿", 100_000_000)]
        .into_iter()
        .find_map(|(sign, scale)| Some((scale, unit.strip_prefix(sign)?)))
        .unwrap_or((1, unit))
}

/// A plain decimal number in millionths, and how many decimals are printed.
fn decimal(text: &str) -> Option<(i128, u32)> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let is_number = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    if whole.is_empty() || whole.len() > 15 || decimals.len() > 6 {
        return None;
    }
    if !is_number(whole) || !is_number(decimals) || (decimals.is_empty() && text.contains('.')) {
        return None;
    }
    let n_decimals = u32::try_from(decimals.len()).ok()?;
    let digits: i128 = format!("{whole}{decimals}").parse().ok()?;
    Some((digits * 10_i128.pow(6 - n_decimals), n_decimals))
}

/// Millionths as people write them, with at most so many decimals, the last one rounded down.
pub(super) fn written(millionths: i128, n_decimals: u32) -> String {
    let sign = if millionths < 0 { "-" } else { "" };
    let step = 10_i128.pow(6 - n_decimals.min(6));
    let value = millionths.abs() / step * step;
    let (whole, rest) = (value / ONE, value % ONE);
    let decimals = format!("{rest:06}");
    let decimals = decimals.trim_end_matches('0');
    if decimals.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{decimals}") }
}

/// Upwards to a whole step of so many decimals.
pub(super) fn up(millionths: i128, n_decimals: u32) -> i128 {
    let step = 10_i128.pow(6 - n_decimals.min(6));
    millionths.div_euclid(step) * step + if millionths.rem_euclid(step) == 0 { 0 } else { step }
}

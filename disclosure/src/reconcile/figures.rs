//! Printed figures against each other. A printed number stands for all numbers that are printed so;
//! a relation fails only where none of them fits.

use std::collections::BTreeMap;

use super::number::{Span, up, written};
use super::relations::{Relation, Relations, ShareOf};
use super::{About, Check, Finding, Kind};
use crate::published::Figure;

type ById<'f> = BTreeMap<&'f str, &'f Figure>;

/// One, in millionths.
const ONE: i128 = 1_000_000;

pub(super) fn check(figures: &[Figure], relations: &Relations, findings: &mut Vec<Finding>) {
    let by_id: ById<'_> = figures.iter().map(|it| (it.id.as_str(), it)).collect();
    for declared in &relations.relation {
        let found = match &declared.relation {
            Relation::Share { numerators, denominator, share } => {
                of_share(&by_id, numerators, denominator, share)
            }
            Relation::Base { shares } => of_base(&by_id, shares),
            Relation::Sum { parts, total, loans } => of_sum(&by_id, parts, loans, total),
            Relation::Product { factor, times, total } => of_product(&by_id, factor, *times, total),
            Relation::AtMost { part, whole } => of_most(&by_id, part, whole),
        };
        findings.extend(found);
    }
}

/// None where one of them is not published here.
fn all(by_id: &ById<'_>, ids: &[String]) -> Option<Vec<Figure>> {
    ids.iter().map(|it| by_id.get(it.as_str()).map(|it| (*it).clone())).collect()
}

fn one(by_id: &ById<'_>, id: &str) -> Option<Figure> {
    by_id.get(id).map(|it| (*it).clone())
}

fn spans(figures: &[Figure]) -> Option<Vec<Span>> {
    figures.iter().map(Span::of).collect()
}

fn finding<'f>(kind: Kind, check: Check, about: impl IntoIterator<Item = &'f Figure>) -> Finding {
    Finding { kind, check, about: about.into_iter().map(About::figure).collect() }
}

fn of_share(
    by_id: &ById<'_>,
    numerators: &[String],
    denominator: &str,
    share: &str,
) -> Option<Finding> {
    let numerators = all(by_id, numerators)?;
    let (denominator, share) = (one(by_id, denominator)?, one(by_id, share)?);
    let part = Span::sum(&spans(&numerators)?)?;
    let whole = Span::of(&denominator)?;
    let (low, high) = (percent(part.low, whole.high)?, percent(part.high, whole.low)?);
    let (least, most) = Span::percent(&share)?;
    let percent = [written(low, 2), written(high, 2)];
    let about: Vec<Figure> =
        [numerators.as_slice(), &[denominator.clone(), share.clone()]].concat();
    if part.unit != whole.unit {
        let check = Check::Units { numerators, denominator, share, percent };
        return Some(finding(Kind::Unit, check, &about));
    }
    let holds = low <= most && least <= high;
    let check = Check::Share { numerators, denominator, share, percent };
    (!holds).then(|| finding(Kind::Share, check, &about))
}

/// In millionths of a percent.
fn percent(part: i128, whole: i128) -> Option<i128> {
    (whole > 0).then(|| part * 100 * ONE / whole)
}

fn of_base(by_id: &ById<'_>, shares: &[ShareOf]) -> Option<Finding> {
    let shares: Vec<(Vec<Figure>, Figure)> = shares
        .iter()
        .map(|it| Some((all(by_id, &it.numerators)?, one(by_id, &it.share)?)))
        .collect::<Option<_>>()?;
    let mut bounds: Option<(i128, i128)> = None;
    let (mut scale, mut unit) = (1, None);
    for (numerators, share) in &shares {
        let part = Span::sum(&spans(numerators)?)?;
        let (least, most) = Span::percent(share)?;
        if least <= 0 || unit.get_or_insert_with(|| part.unit.clone()) != &part.unit {
            return None;
        }
        let own = (part.low * 100 * ONE / most, part.high * 100 * ONE / least);
        let (low, high) = bounds.unwrap_or(own);
        bounds = Some((low.max(own.0), high.min(own.1)));
        scale = part.scale;
    }
    // In the unit as printed; people and villages are whole.
    let n_decimals = if scale == 1 { 0 } else { 2 };
    let (low, high) = bounds?;
    let (low, high) = (up(low / scale, n_decimals), high / scale);
    let is_there = low <= high / 10_i128.pow(6 - n_decimals) * 10_i128.pow(6 - n_decimals);
    let total = is_there.then(|| [written(low, n_decimals), written(high, n_decimals)]);
    let about: Vec<Figure> =
        shares.iter().flat_map(|(parts, share)| parts.iter().chain([share])).cloned().collect();
    let mut seen = Vec::new();
    let about: Vec<&Figure> = about
        .iter()
        .filter(|it| {
            !seen.contains(&&it.id) && {
                seen.push(&it.id);
                true
            }
        })
        .collect();
    Some(finding(Kind::Share, Check::Base { shares: shares.clone(), total }, about))
}

fn of_sum(by_id: &ById<'_>, parts: &[String], loans: &[String], total: &str) -> Option<Finding> {
    let (parts, loans, total) = (all(by_id, parts)?, all(by_id, loans)?, one(by_id, total)?);
    let sum = Span::sum(&spans(&parts)?)?;
    let about: Vec<Figure> = [parts.as_slice(), std::slice::from_ref(&total)].concat();
    match compared(parts, 1, total.clone(), &sum)? {
        Ok(found) => Some(finding(Kind::Sum, found, &about)),
        Err(_) if loans.is_empty() => None,
        Err((parts, sum)) => {
            Some(finding(Kind::Sum, Check::LoansInSum { parts, loans, total, sum }, &about))
        }
    }
}

fn of_product(by_id: &ById<'_>, factor: &str, times: i64, total: &str) -> Option<Finding> {
    let (factor, total) = (one(by_id, factor)?, one(by_id, total)?);
    let span = Span::of(&factor)?;
    let n = i128::from(times);
    let product = Span { low: span.low * n, high: span.high * n, ..span };
    let about = [factor.clone(), total.clone()];
    let found = compared(vec![factor], times, total, &product)?.ok()?;
    Some(finding(Kind::Sum, found, &about))
}

/// Ok: they do not come to the total. Err: they do, with the parts given back and their sum.
fn compared(
    parts: Vec<Figure>,
    times: i64,
    total: Figure,
    sum: &Span,
) -> Option<Result<Check, (Vec<Figure>, String)>> {
    let whole = Span::of(&total)?;
    if sum.unit != whole.unit {
        return None;
    }
    let in_unit = |millionths: i128| written(millionths / whole.scale, 2);
    let said = in_unit(sum.middle());
    if sum.low <= whole.high && whole.low <= sum.high {
        return Some(Err((parts, said)));
    }
    let missing = in_unit(whole.middle() - sum.middle());
    Some(Ok(Check::FigureSum { parts, times, total, sum: said, missing }))
}

fn of_most(by_id: &ById<'_>, part: &str, whole: &str) -> Option<Finding> {
    let (part, whole) = (one(by_id, part)?, one(by_id, whole)?);
    let (less, more) = (Span::of(&part)?, Span::of(&whole)?);
    let about = [part.clone(), whole.clone()];
    let is_more = less.unit == more.unit && more.high < less.low;
    is_more.then(|| finding(Kind::Share, Check::MoreThanWhole { part, whole }, &about))
}

//! Money as people read it. The store counts fen; pages say yuan, with 万 and 亿 beside.

use islands::figures::{grouped, in_wan};

use crate::site::language::Language;
use crate::site::visit::Visit;

/// `516,350,000 元（5.1635亿）`
pub fn full(visit: &Visit, fen: i64) -> String {
    let yuan = visit.fill("money.yuan", &[("n", &exact(fen))]);
    match (visit.language(), in_wan(fen / 100)) {
        (Language::Chinese, Some(wan)) => format!("{yuan}（{wan}）"),
        _ => yuan,
    }
}

/// For tables: `5.1635亿元`, `516.35 million yuan`.
pub fn short(visit: &Visit, fen: i64) -> String {
    match visit.language() {
        Language::Chinese => match in_wan(fen / 100) {
            Some(wan) => format!("{wan}元"),
            None => visit.fill("money.yuan", &[("n", &exact(fen))]),
        },
        Language::English => visit.fill("money.yuan", &[("n", &exact(fen))]),
    }
}

/// To the fen, without its unit: `1,234.56`. For tables and pictures that name the unit once.
pub fn exact(fen: i64) -> String {
    let (yuan, rest) = (fen / 100, (fen % 100).abs());
    if rest == 0 { grouped(yuan) } else { format!("{}.{rest:02}", grouped(yuan)) }
}

/// How much of the plan is paid, in whole percent rounded down; none without a plan.
pub fn percent(part: i64, whole: i64) -> Option<i64> {
    (whole > 0).then(|| part * 100 / whole)
}

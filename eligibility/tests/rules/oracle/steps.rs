//! The "Shared steps" of rules.md: the asset gate, and standing by identity.

use super::household::Household;
use super::outcome::{CHECK, LIKELY, NEED_INFO, Outcome, Outcomes, likely, need_info, unlikely};
use super::truth::Truth;

pub const GROUP2: [&str; 2] = ["tuopin", "jiance"];
pub const GROUP5: [&str; 5] = ["tuopin", "jiance", "dibao", "tekun", "bianyuan"];

/// asset gate(R)
pub fn asset_gate(home: &Household, result: Outcome) -> Outcome {
    match home.asset_bad() {
        Truth::Yes => unlikely("assets"),
        Truth::Unknown => need_info("assets"),
        Truth::No if home.work_car() => result.into_check("work_car"),
        Truth::No => result,
    }
}

/// Whether a household has an identity, or would get it: T, soon, ? or F.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Held,
    Soon,
    Unknown,
    No,
}

/// predicted(r)
pub fn predicted(result: &Outcome) -> Standing {
    const SOON: [&str; 4] =
        ["supporter_unsure", "assets_unknown", "income_unknown_but_risk", "confirm_hukou"];
    match result.verdict {
        LIKELY => Standing::Soon,
        CHECK if SOON.contains(&result.reason.as_str()) => Standing::Soon,
        NEED_INFO => Standing::Unknown,
        _ => Standing::No,
    }
}

/// "soon if any is soon, ? if any is ?, else F" over the programmes named.
pub fn any_predicted(done: &Outcomes, programmes: &[&str]) -> Standing {
    let standings: Vec<_> = programmes.iter().map(|name| predicted(&done[*name])).collect();
    if standings.contains(&Standing::Soon) {
        Standing::Soon
    } else if standings.contains(&Standing::Unknown) {
        Standing::Unknown
    } else {
        Standing::No
    }
}

/// ident(codes)
pub fn ident(home: &Household, done: &Outcomes, codes: &[&str]) -> Standing {
    match home.has(codes) {
        Truth::Yes => Standing::Held,
        Truth::Unknown => Standing::Unknown,
        Truth::No => {
            let programmes: Vec<_> = codes.iter().filter_map(|code| programme_of(code)).collect();
            any_predicted(done, &programmes)
        }
    }
}

/// The programme which gives an identity; tuopin has none.
fn programme_of(code: &str) -> Option<&'static str> {
    match code {
        "jiance" => Some("monitor"),
        "dibao" => Some("dibao"),
        "tekun" => Some("tekun"),
        "bianyuan" => Some("edge"),
        _ => None,
    }
}

/// by ident(h, R)
pub fn by_ident(standing: Standing, result: Outcome) -> Outcome {
    match standing {
        Standing::Held => result,
        Standing::Unknown => need_info("identity"),
        Standing::Soon => result.into_check("identify_first"),
        Standing::No => unlikely("not_in_group"),
    }
}

/// "LIKELY becomes CHECK(reason)" of **post** and **industry**.
pub fn likely_becomes_check(result: Outcome, reason: &str) -> Outcome {
    if result.is(LIKELY) { result.into_check(reason) } else { result }
}

/// An R of which rules.md names only the amount: it is LIKELY, with a reason that never shows.
pub fn unnamed() -> Outcome {
    likely("")
}

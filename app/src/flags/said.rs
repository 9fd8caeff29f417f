//! A flag in words: its arithmetic, with every number of it.

use disclosure::flags::{Flag, Proof, RuleId};
use islands::figures::grouped;

use crate::parts::{days, money};
use crate::site::visit::Visit;

/// The name of a rule.
pub fn rule(visit: &Visit, rule: RuleId) -> String {
    visit.say(&format!("flag.{}.name", rule.code()))
}

/// `计划 2026年3月1日 完工，到 2026年9月30日 已过 213 天。`
pub fn arithmetic(visit: &Visit, flag: &Flag) -> String {
    let key = format!("flag.{}.sum", flag.rule.code());
    let values = values(visit, &flag.proof);
    let values: Vec<(&str, &str)> = values.iter().map(|(name, it)| (*name, it.as_str())).collect();
    visit.fill(&key, &values)
}

fn values(visit: &Visit, proof: &Proof) -> Vec<(&'static str, String)> {
    let yuan = |fen: i64| money::full(visit, fen);
    let span = |since, until, n_days: i32| {
        [
            ("since", days::said(visit, since)),
            ("until", days::said(visit, until)),
            ("n", grouped(i64::from(n_days))),
        ]
    };
    match proof {
        Proof::Days { since, until, n_days } => span(*since, *until, *n_days).to_vec(),
        Proof::Unpaid { since, until, n_days, allocated_fen } => {
            let mut values = span(*since, *until, *n_days).to_vec();
            values.push(("allocated", yuan(*allocated_fen)));
            values
        }
        Proof::Sums { of_loans, limit_fen, is_fen, over_fen } => {
            let whose = if *of_loans { "flag.loans" } else { "flag.grants" };
            vec![
                ("whose", visit.say(whose)),
                ("limit", yuan(*limit_fen)),
                ("is", yuan(*is_fen)),
                ("over", yuan(*over_fen)),
            ]
        }
        Proof::Contracts { grants_fen, loans_fen, is_fen, over_fen } => vec![
            ("grants", yuan(*grants_fen)),
            ("loans", yuan(*loans_fen)),
            ("is", yuan(*is_fen)),
            ("over", yuan(*over_fen)),
        ],
        Proof::Tenderers { n, amount_fen } => {
            vec![("n", n.to_string()), ("amount", yuan(*amount_fen))]
        }
        Proof::Photos { n_bits, n_pairs, other_moment, .. } => vec![
            ("bits", n_bits.to_string()),
            ("pairs", n_pairs.to_string()),
            ("moment", visit.say(&format!("moment.{other_moment}"))),
        ],
    }
}

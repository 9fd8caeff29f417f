//! The rules: what is asked, the limit, and where the limit comes from. They are data.

use serde::Deserialize;

/// All rules in force.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// The day they were last changed.
    pub version: String,
    /// In the order in which they are shown. A rule that is not here is not asked.
    pub rule: Vec<Rule>,
}

/// One rule.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    pub id: RuleId,
    /// Up to here nothing is said: in days, fen, differing bits of two photos, or tenderers, as the
    /// rule has it.
    pub limit: i64,
    /// Where the rule and its limit come from.
    pub source_zh: String,
    pub source_en: String,
}

/// What is asked of a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RuleId {
    /// The planned end is more than `limit` days past, and it is not finished.
    Late,
    /// More than `limit` fen more was paid than planned.
    OverPlan,
    /// More than `limit` fen more was paid than allocated.
    OverAllocated,
    /// The contracts come to more than `limit` fen more than was approved.
    ContractOver,
    /// Money was allocated more than `limit` days ago, and nothing is paid.
    NoPayment,
    /// It was finished more than `limit` days ago, and nobody accepted it.
    NoAcceptance,
    /// A photo differs in at most `limit` of 64 bits from one of another project or moment.
    SamePhoto,
    /// A tender with at most `limit` tenderers.
    SingleTenderer,
}

impl RuleId {
    pub const ALL: [Self; 8] = [
        Self::Late,
        Self::OverPlan,
        Self::OverAllocated,
        Self::ContractOver,
        Self::NoPayment,
        Self::NoAcceptance,
        Self::SamePhoto,
        Self::SingleTenderer,
    ];

    /// As it is written in files and addresses.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::OverPlan => "over_plan",
            Self::OverAllocated => "over_allocated",
            Self::ContractOver => "contract_over",
            Self::NoPayment => "no_payment",
            Self::NoAcceptance => "no_acceptance",
            Self::SamePhoto => "same_photo",
            Self::SingleTenderer => "single_tenderer",
        }
    }

    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

impl Rules {
    /// The limit of a rule; none if it is not asked.
    #[must_use]
    pub fn limit(&self, id: RuleId) -> Option<i64> {
        self.rule.iter().find(|it| it.id == id).map(|it| it.limit)
    }
}

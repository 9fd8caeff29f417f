//! What must be made public and by when, as data: the disclosure catalogue. [`standing()`] says of one
//! record whether that was done in time.

mod standing;
mod tally;

use serde::Deserialize;

use crate::data_error::DataError;
use crate::deadline::Unit;
use crate::law::Law;

pub use standing::{Done, Events, Standing, Why, standing};
pub use tally::Tally;

const CATALOGUE: &str = include_str!("../../../data/disclosure/catalogue.toml");

/// Everything that must be made public.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    pub version: String,
    #[serde(rename = "duty")]
    pub duties: Vec<Duty>,
}

/// One thing that must be made public.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// Short and lasting: it stands in addresses.
    pub id: String,
    pub records: Records,
    pub what_zh: String,
    pub what_en: String,
    /// What it must say, item by item.
    pub fields_zh: Vec<String>,
    pub fields_en: Vec<String>,
    /// Who must make it public.
    pub levels: Vec<Level>,
    pub limit: Limit,
    /// How many days it must stay up; none: for good.
    pub stays_days: Option<u16>,
    pub law: Law,
}

/// The published records that tell whether a duty was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Records {
    /// Each allocation of money.
    Fund,
    /// Each county and year with projects.
    AnnualPlan,
    AnnualResult,
    /// Each project that was listed.
    Library,
    /// Each project that has started, or is about to.
    BeforeStart,
    /// Each project that is finished.
    AfterEnd,
    /// Each project that was accepted.
    Acceptance,
    /// Each notice of the kind.
    ProjectNotice,
    FundNotice,
    MonitorNotice,
    DibaoNotice,
    /// The portal keeps none.
    None,
}

/// Who must make something public.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    Centre,
    Province,
    City,
    County,
    Township,
    Village,
    /// Where the project is built.
    Site,
}

/// By when, or for how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    pub kind: LimitKind,
    /// In `unit`.
    pub days: u32,
    pub unit: Unit,
    pub counts_from: CountsFrom,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LimitKind {
    /// At the latest so many days after the event; the day after it is day 1.
    After,
    /// So many full calendar days lie between the posting and the event, neither counted.
    Before,
    /// It hangs for so many full calendar days; the day after posting is day 1.
    Count,
}

/// The event that the days count from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CountsFrom {
    Allocated,
    Planned,
    YearEnd,
    Listed,
    Start,
    End,
    Accepted,
    Posted,
    /// When the information came to be, or was changed.
    Formed,
}

impl CountsFrom {
    /// As the words of the pages name it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Allocated => "allocated",
            Self::Planned => "planned",
            Self::YearEnd => "year_end",
            Self::Listed => "listed",
            Self::Start => "start",
            Self::End => "end",
            Self::Accepted => "accepted",
            Self::Posted => "posted",
            Self::Formed => "formed",
        }
    }
}

impl Level {
    /// As the words of the pages name it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Centre => "centre",
            Self::Province => "province",
            Self::City => "city",
            Self::County => "county",
            Self::Township => "township",
            Self::Village => "village",
            Self::Site => "site",
        }
    }
}

impl Catalogue {
    /// The catalogue that this build carries, `data/disclosure/catalogue.toml`.
    pub fn built_in() -> Self {
        Self::parse(CATALOGUE).expect("a test reads the catalogue that is built in")
    }

    /// Reads a catalogue file.
    pub fn parse(toml: &str) -> Result<Self, DataError> {
        Ok(toml::from_str(toml)?)
    }

    /// The duty with this id.
    pub fn of(&self, id: &str) -> Option<&Duty> {
        self.duties.iter().find(|it| it.id == id)
    }

    /// The duty that these records tell about; none for [`Records::None`].
    pub fn told_by(&self, records: Records) -> Option<&Duty> {
        self.duties.iter().find(|it| it.records == records && records != Records::None)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::notice_period::{NoticeKind, NoticeRules};

    #[test]
    fn every_duty_has_its_own_id_and_its_fields_in_both_languages() {
        let catalogue = Catalogue::built_in();
        let ids: BTreeSet<&str> = catalogue.duties.iter().map(|it| it.id.as_str()).collect();

        assert_eq!(ids.len(), catalogue.duties.len());
        for duty in &catalogue.duties {
            assert_eq!(duty.fields_zh.len(), duty.fields_en.len(), "{}", duty.id);
            assert!(!duty.fields_zh.is_empty() && !duty.levels.is_empty(), "{}", duty.id);
            assert!(!duty.law.title.is_empty() && !duty.law.text.is_empty(), "{}", duty.id);
        }
    }

    #[test]
    fn every_kind_of_record_tells_about_one_duty_only() {
        let catalogue = Catalogue::built_in();
        let told: Vec<Records> = catalogue
            .duties
            .iter()
            .map(|it| it.records)
            .filter(|it| *it != Records::None)
            .collect();

        assert_eq!(told.len(), told.iter().collect::<BTreeSet<_>>().len());
        assert_eq!(told.len(), 11);
    }

    #[test]
    fn notices_hang_as_long_as_the_notice_rules_say() {
        let (catalogue, rules) = (Catalogue::built_in(), NoticeRules::built_in());

        for (records, kind) in [
            (Records::ProjectNotice, NoticeKind::Project),
            (Records::FundNotice, NoticeKind::Fund),
            (Records::MonitorNotice, NoticeKind::Monitor),
            (Records::DibaoNotice, NoticeKind::Dibao),
        ] {
            let days = catalogue.told_by(records).unwrap().limit.days;
            assert_eq!(Some(days), rules.of(kind).map(|it| u32::from(it.days)), "{kind:?}");
        }
    }

    #[test]
    fn fund_results_are_due_within_fifteen_working_days() {
        let catalogue = Catalogue::built_in();
        let limit = catalogue.of("fund_result").unwrap().limit;

        assert_eq!((limit.days, limit.unit), (15, Unit::Working));
        assert_eq!(catalogue.of("library").unwrap().limit.days, 20);
        assert!(catalogue.told_by(Records::None).is_none());
    }
}

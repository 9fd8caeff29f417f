//! What does not add up in what is published: each finding with its arithmetic, none with a verdict
//! about anybody. Pure, and without words: pages say it.

mod figures;
mod floors;
mod money;
mod number;
mod records;
mod relations;

use crate::published::{Contract, Figure, FundLine, Payment, Project, RecordKind, SourceDocument};

pub use floors::{Floor, Floors};
pub use relations::{Relation, Relations, ShareOf};

/// What is published about a place and the places in it.
#[derive(Clone, Debug, Default)]
pub struct Material {
    pub projects: Vec<Project>,
    pub funds: Vec<FundLine>,
    pub contracts: Vec<Contract>,
    pub payments: Vec<Payment>,
    pub figures: Vec<Figure>,
    pub sources: Vec<SourceDocument>,
}

/// What findings are told apart by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Sums that do not match.
    Sum,
    /// Shares that do not follow from their numbers, or whose whole nobody printed.
    Share,
    /// Households and people mixed.
    Unit,
    /// Least shares that were not kept.
    Floor,
    Duplicate,
    Unsourced,
    /// Missing documents.
    Document,
    Late,
}

impl Kind {
    pub const ALL: [Self; 8] = [
        Self::Sum,
        Self::Share,
        Self::Unit,
        Self::Floor,
        Self::Duplicate,
        Self::Unsourced,
        Self::Document,
        Self::Late,
    ];

    /// As it is written in addresses and words.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Sum => "sum",
            Self::Share => "share",
            Self::Unit => "unit",
            Self::Floor => "floor",
            Self::Duplicate => "duplicate",
            Self::Unsourced => "unsourced",
            Self::Document => "document",
            Self::Late => "late",
        }
    }
}

/// One thing that does not add up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub kind: Kind,
    pub check: Check,
    /// The records it is about, the most important first.
    pub about: Vec<About>,
}

/// A record that a finding is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    pub kind: RecordKind,
    pub id: String,
    pub region_code: String,
    pub name_zh: String,
    pub name_en: String,
    /// 文号 of an allocation.
    pub number: Option<String>,
}

/// What was looked at, with the numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Check {
    /// The parts, in fen, do not come to what is written.
    Sum {
        of: SumOf,
        /// As [`ProjectMoney::source`](crate::published::ProjectMoney::source), where it is of one.
        source: Option<String>,
        parts_fen: Vec<i64>,
        written_fen: i64,
    },
    SameProject {
        year: i64,
    },
    SameAllocation {
        number: String,
        amount_fen: i64,
    },
    FigureWithoutSource,
    AllocationWithoutDocument {
        amount_fen: i64,
    },
    /// Payments of one project that do not say which allocation they were paid from.
    PaymentsWithoutAllocation {
        n: usize,
        amount_fen: i64,
    },
    NoApproval,
    NoAcceptance,
    /// Days `YYYY-MM-DD`; without an actual end it is still not finished on `seen_on`.
    EndedLate {
        planned_on: String,
        ended_on: Option<String>,
        seen_on: String,
    },
    Floor {
        floor: String,
        percent: i64,
        year: i64,
        part_fen: i64,
        whole_fen: i64,
        /// The least that would do.
        least_fen: i64,
    },
    /// Numbers of different units of which one is printed as a share of the other. What the share
    /// would be, in hundredths of a percent, lowest and highest.
    Units {
        numerators: Vec<Figure>,
        denominator: Figure,
        share: Figure,
        percent: [String; 2],
    },
    /// The printed share does not follow. As [`Units`](Self::Units).
    Share {
        numerators: Vec<Figure>,
        denominator: Figure,
        share: Figure,
        percent: [String; 2],
    },
    /// The total is not printed; for all shares to hold it must lie between the two, if any does.
    Base {
        shares: Vec<(Vec<Figure>, Figure)>,
        total: Option<[String; 2]>,
    },
    /// Printed parts that do not come to the printed total. The sum as a decimal number in the
    /// unit of the total, and what is missing (or, below zero, too much).
    FigureSum {
        parts: Vec<Figure>,
        times: i64,
        total: Figure,
        sum: String,
        missing: String,
    },
    /// The sum holds, but loans, which must be paid back, are counted as money given.
    LoansInSum {
        parts: Vec<Figure>,
        loans: Vec<Figure>,
        total: Figure,
        sum: String,
    },
    MoreThanWhole {
        part: Figure,
        whole: Figure,
    },
}

/// Which sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SumOf {
    /// Allocations for one project against what the project says it was allocated.
    Allocations,
    /// Payments of one project against what it says it paid.
    Payments,
    /// What a project paid, which cannot be more than it was allocated.
    PaidOfAllocated,
    /// Payments from one allocation, which cannot be more than it.
    PaidOfAllocation,
    /// Payments on one contract, which cannot be more than it.
    PaidOfContract,
}

impl SumOf {
    /// As words name it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Allocations => "allocations",
            Self::Payments => "payments",
            Self::PaidOfAllocated => "paid_of_allocated",
            Self::PaidOfAllocation => "paid_of_allocation",
            Self::PaidOfContract => "paid_of_contract",
        }
    }
}

/// Everything that does not add up on a day (`YYYY-MM-DD`), by kind, then by record.
#[must_use]
pub fn reconcile(
    material: &Material,
    relations: &Relations,
    floors: &Floors,
    today: &str,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    money::check(material, &mut findings);
    figures::check(&material.figures, relations, &mut findings);
    floors::check(material, floors, &mut findings);
    records::check(material, today, &mut findings);
    findings.sort_by(|one, other| key(one).cmp(&key(other)));
    findings
}

fn key(finding: &Finding) -> (Kind, bool, Option<&str>) {
    let first = finding.about.first();
    // What a document printed comes before what a county recorded.
    let is_record = first.is_some_and(|it| it.kind != RecordKind::Figure);
    (finding.kind, is_record, first.map(|it| it.id.as_str()))
}

impl About {
    fn project(project: &Project) -> Self {
        Self {
            kind: RecordKind::Project,
            id: project.id.clone(),
            region_code: project.region_code.clone(),
            name_zh: project.name_zh.clone(),
            name_en: project.name_en.clone(),
            number: None,
        }
    }

    fn fund(line: &FundLine) -> Self {
        Self {
            kind: RecordKind::Fund,
            id: line.id.clone(),
            region_code: line.region_code.clone(),
            name_zh: line.name_zh.clone(),
            name_en: line.name_en.clone(),
            number: Some(line.document_number.clone()),
        }
    }

    fn figure(figure: &Figure) -> Self {
        Self {
            kind: RecordKind::Figure,
            id: figure.id.clone(),
            region_code: figure.region_code.clone(),
            name_zh: figure.name_zh.clone(),
            name_en: figure.name_en.clone(),
            number: None,
        }
    }
}

//! The columns that each kind of table has, in the order of its template.

use crate::kind::Kind;

/// The enumerations that are read.
pub const VOCABULARIES: [&str; 21] = [
    "level",
    "kind",
    "nature",
    "stage",
    "source",
    "method",
    "modified_kind",
    "payee_kind",
    "notice_kind",
    "topic",
    "qualifier",
    "category",
    "cause",
    "status",
    "housing",
    "water",
    "yes_no",
    "health",
    "labour",
    "school",
    "relation",
];

/// A column that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// The part of `headers.toml` that names it.
    pub group: &'static str,
    pub id: &'static str,
    /// Without it the table is refused.
    pub is_needed: bool,
    /// Holds something of a person: its values are never repeated.
    pub is_personal: bool,
    /// Its unit, 元 or 万元, stands in its header.
    pub is_amount: bool,
}

const fn may(id: &'static str) -> Column {
    Column { group: "", id, is_needed: false, is_personal: false, is_amount: false }
}
const fn must(id: &'static str) -> Column {
    Column { is_needed: true, ..may(id) }
}
const fn money(id: &'static str) -> Column {
    Column { is_amount: true, ..may(id) }
}
const fn must_money(id: &'static str) -> Column {
    Column { is_amount: true, ..must(id) }
}
const fn personal(id: &'static str) -> Column {
    Column { is_personal: true, ..may(id) }
}
const fn must_personal(id: &'static str) -> Column {
    Column { is_personal: true, ..must(id) }
}

const PLACE: &[Column] = &[
    may("region_code"),
    may("province"),
    may("city"),
    may("county"),
    may("township"),
    may("village"),
];
const PROJECT_KEY: &[Column] = &[may("project_id"), may("project_name"), may("year")];
const FUND_KEY: &[Column] = &[may("project_id"), may("project_name"), must("year")];
/// Optional links: the place is the record's own.
const LINK: &[Column] = &[may("project_id")];

const REGIONS: &[Column] =
    &[must("code"), may("parent"), may("level"), must("name"), may("pinyin")];

const PROJECTS: &[Column] = &[
    may("id"),
    may("national_number"),
    may("year"),
    must("name"),
    may("kind"),
    may("sub_kind"),
    may("nature"),
    may("stage"),
    must("content"),
    money("planned_total"),
    money("planned_central"),
    money("planned_province"),
    money("planned_province_budget"),
    money("planned_city"),
    money("planned_county"),
    money("planned_sector"),
    money("planned_social"),
    money("planned_loan"),
    money("planned_other"),
    money("allocated_central"),
    money("allocated_province"),
    money("allocated_city"),
    money("allocated_county"),
    money("allocated_sector"),
    money("allocated_social"),
    money("allocated_loan"),
    money("paid_central"),
    money("paid_province"),
    money("paid_city"),
    money("paid_county"),
    money("paid_sector"),
    money("paid_social"),
    money("paid_loan"),
    may("period"),
    may("planned_start_on"),
    may("planned_end_on"),
    may("actual_start_on"),
    may("actual_end_on"),
    may("listed_on"),
    may("approved_on"),
    may("approval_document"),
    may("accepted_on"),
    may("published_on"),
    must("target"),
    must("benefit"),
    may("beneficiaries"),
    may("benefited"),
    may("department"),
    must("duty_unit"),
    personal("duty_person"),
    may("duty_phone"),
    may("deviation"),
    may("n_representatives"),
    may("visited_on"),
    may("finding"),
    may("name_en"),
    may("content_en"),
    may("target_en"),
    may("benefit_en"),
    may("duty_unit_en"),
    may("deviation_en"),
];

const FUNDS: &[Column] = &[
    may("id"),
    must("source"),
    must("name"),
    must("document_number"),
    must_money("amount"),
    must("allocated_on"),
    must("use"),
    may("published_on"),
    may("name_en"),
    may("use_en"),
];

const CONTRACTS: &[Column] = &[
    may("id"),
    must("title"),
    must("supplier"),
    must("method"),
    may("n_tenderers"),
    must("signed_on"),
    must_money("amount"),
    may("planned_end_on"),
    may("modified_on"),
    may("modified_kind"),
    money("modified_amount"),
    may("modified_reason"),
    may("title_en"),
    may("supplier_en"),
    may("modified_reason_en"),
];

const PAYMENTS: &[Column] = &[
    may("id"),
    may("contract_id"),
    may("fund_id"),
    must("source"),
    must("paid_on"),
    must_money("amount"),
    must("payee_kind"),
    must_personal("payee"),
    may("payee_en"),
];

const SOURCES: &[Column] = &[
    must("id"),
    must("title"),
    must("publisher"),
    may("published_on"),
    may("note"),
    may("title_en"),
    may("publisher_en"),
    may("note_en"),
];

const INDICATORS: &[Column] = &[
    must("id"),
    must("topic"),
    must("name"),
    must("value"),
    may("qualifier"),
    must("unit"),
    may("period"),
    may("derivation"),
    may("warning"),
    must("source_id"),
    may("name_en"),
    may("unit_en"),
    may("period_en"),
    may("derivation_en"),
    may("warning_en"),
];

const NOTICES: &[Column] = &[
    may("id"),
    must("kind"),
    must("title"),
    must("body"),
    must("posted_on"),
    may("ends_on"),
    may("days"),
    must("phones"),
    may("title_en"),
    may("body_en"),
];

const REGISTER: &[Column] = &[
    must_personal("household"),
    personal("member_name"),
    personal("head_name"),
    personal("relation"),
    personal("identity"),
    personal("birthday"),
    personal("age"),
    personal("n_people"),
    must_personal("category"),
    must_personal("cause"),
    must_personal("status"),
    personal("exit_year"),
    personal("housing"),
    personal("water"),
    personal("health"),
    personal("labour"),
    personal("school"),
    personal("medical_residents"),
    personal("medical_employees"),
    personal("serious_illness"),
];

/// The columns of a kind: its own, then those it shares with others.
pub fn of(kind: Kind) -> impl Iterator<Item = Column> + Clone {
    let groups: &'static [(&'static str, &'static [Column])] = match kind {
        Kind::Regions => &[("regions", REGIONS)],
        Kind::Register => &[("place", PLACE), ("register", REGISTER)],
        Kind::Projects => &[("place", PLACE), ("projects", PROJECTS)],
        Kind::Funds => &[("place", PLACE), ("funds", FUNDS), ("project_key", FUND_KEY)],
        Kind::Contracts => {
            &[("place", PLACE), ("project_key", PROJECT_KEY), ("contracts", CONTRACTS)]
        }
        Kind::Payments => &[("place", PLACE), ("project_key", PROJECT_KEY), ("payments", PAYMENTS)],
        Kind::Sources => &[("sources", SOURCES)],
        Kind::Indicators => &[("place", PLACE), ("indicators", INDICATORS)],
        Kind::Notices => &[("place", PLACE), ("notices", NOTICES), ("project_key", LINK)],
    };
    groups.iter().flat_map(|(group, columns)| columns.iter().map(move |it| Column { group, ..*it }))
}

/// Whether a table of the kind says of each row where it belongs.
pub fn has_places(kind: Kind) -> bool {
    !matches!(kind, Kind::Regions | Kind::Contracts | Kind::Payments | Kind::Sources)
}

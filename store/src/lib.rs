//! Keeps what is published, and what people file, in SQLite or PostgreSQL. The only crate with SQL:
//! one text per statement and one set of migrations serve both engines, so columns are `text` and
//! `bigint` only.

#[cfg(target_arch = "wasm32")]
compile_error!("the store belongs on the server; an island must not use it");

mod address;
mod batch;
mod below;
pub mod cases;
mod chain;
mod changes;
mod content;
mod count;
mod draft;
mod duties;
mod erase_release;
mod error;
mod figure;
mod filing;
mod flags;
mod fund;
mod fund_totals;
mod json;
mod like;
mod material;
mod money_by_month;
mod money_by_place;
mod notice;
mod open;
mod open_error;
mod page;
mod place;
mod place_search;
mod progress;
mod project;
mod project_list;
mod project_totals;
mod record;
mod record_history;
mod release;
mod request;
mod source;
mod work;
mod write_regions;
mod write_release;

pub use chain::{Flow, SourceFlow};
pub use changes::{NewRecord, Touched};
pub use disclosure::published;
pub use draft::DraftRecord;
pub use duties::{DatedRecord, DayGroup, ProjectDays, RecordDays};
pub use error::StoreError;
pub use flags::{CheckedProject, ProjectPhoto};
pub use fund::{FundFilter, FundSort, FundSummary};
pub use fund_totals::{FundTotals, SourceTotal, YearTotal};
pub use money_by_month::MonthMoney;
pub use money_by_place::{PlaceMoney, Standing};
pub use notice::NoticeSummary;
pub use open_error::OpenError;
pub use page::Page;
pub use place::Child;
pub use place_search::FoundPlace;
pub use progress::CaseLine;
pub use project_list::{ProjectFilter, ProjectSort, ProjectSummary};
pub use project_totals::{KindTotal, ProjectTotals};
pub use release::Proof;

/// The one door to the database. Cheap to clone: every clone shares the same connections.
#[derive(Clone, Debug)]
pub struct Store {
    pool: sqlx::AnyPool,
}

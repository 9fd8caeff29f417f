//! Reads the tables that counties keep, as CSV or XLSX, into records, and names everything that is
//! wrong. Pure: no store, no clock, no printing.
//!
//! [`read()`] takes one file of a known [`Kind`] and gives a [`Reading`]: either all of its records
//! or every problem with its row, column, value and what was expected. Nothing is half-read, and
//! the same file gives the same records each time.
//!
//! Of a person nothing is kept. The register is counted by village while it streams past; whoever
//! answers for a project is published by post; a number that identifies a person is refused
//! wherever it would be published, and is never repeated in a problem.

pub mod cells;
mod columns;
#[cfg(test)]
mod examples;
mod fields;
mod gazetteer;
mod header_row;
mod headers;
mod id;
mod kind;
mod kinds;
pub mod problem;
mod read;
pub mod register;
pub mod sheet;
mod template;
mod total_rows;

pub use gazetteer::{Gazetteer, PlaceError, PlaceNames};
pub use headers::{Headers, HeadersError};
pub use id::project_id;
pub use kind::Kind;
pub use kinds::projects::Beneficiaries;
pub use problem::{Problem, ProblemKind, Problems, Severity};
pub use read::{Progress, Reading, Records, Setting, Summary, read};
pub use register::{NameSet, RegisterCounts};
pub use sheet::{Limits, column_letter};
pub use template::write_template;

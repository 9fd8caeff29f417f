//! Writes a release as files that other programs can read and check: tables as CSV, XLSX and JSON,
//! projects as OC4IDS, each place as a Fiscal Data Package, all of it as a DCAT-AP catalogue, and
//! their SHA-256 sums. Pure: it reads what is published and gives bytes back; the same release gives
//! the same bytes.
//!
//! Every table's columns stand once, in `tables`: headers, JSON keys, package schemas and the
//! data dictionary all come from there.
//!
//! ```
//! use disclosure::published::ReleaseContent;
//!
//! let content = ReleaseContent::default();
//! let options = opendata::Options::new("https://example.org");
//! let paths: Vec<String> =
//!     opendata::files(&content, &[], &options).map(|file| file.path).collect();
//!
//! assert_eq!(paths.last().map(String::as_str), Some("releases/0/SHA256SUMS"));
//! ```

mod address;
mod catalog;
mod cell;
mod codes;
mod column;
mod csv_file;
mod dictionary;
mod files;
mod json;
mod oc4ids;
mod options;
mod package;
mod place;
mod release_file;
mod table;
mod table_json;
mod tables;
mod xlsx_file;

pub use codes::Code;
pub use column::{Column, Kind, Words};
pub use dictionary::{BEGINS_CSV_NOTE, ENDS_CSV, dictionary, file_kinds};
pub use files::{File, Files, files};
pub use options::{Licence, Options};
pub use table::Table;

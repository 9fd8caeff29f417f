//! Each kind of table: what a row of it becomes.

pub mod contracts;
pub mod funds;
pub mod indicators;
pub mod notices;
pub mod payments;
pub mod projects;
pub mod regions;
pub mod sources;

use std::collections::HashMap;

use crate::{
    Kind, Problems, Records, Setting, fields::Fields, header_row::Header, id, problem::ProblemKind,
};

/// Makes records of rows.
pub trait RowReader {
    fn row(&mut self, fields: &mut Fields<'_>);

    /// Whether the row is about something; a remark under the table is not.
    fn key(&self) -> &'static str;

    fn n_records(&self) -> usize;

    /// What can only be said when all rows are read, and the records.
    fn finish(self: Box<Self>, header: &Header, problems: &mut Problems) -> Records;
}

/// The reader of a kind.
pub fn reader<'a>(kind: Kind, setting: &'a Setting<'a>) -> Box<dyn RowReader + 'a> {
    match kind {
        Kind::Regions => Box::new(regions::Regions::new(setting)),
        Kind::Register => Box::new(crate::register::Register::new(setting)),
        Kind::Projects => Box::new(projects::Projects::default()),
        Kind::Funds => Box::new(funds::Funds::default()),
        Kind::Contracts => Box::new(contracts::Contracts::default()),
        Kind::Payments => Box::new(payments::Payments::default()),
        Kind::Sources => Box::new(sources::Sources::default()),
        Kind::Indicators => Box::new(indicators::Indicators::default()),
        Kind::Notices => Box::new(notices::Notices::default()),
    }
}

/// In which row something stood first.
#[derive(Default)]
pub struct FirstRows(HashMap<String, u32>);

impl FirstRows {
    /// Notes it; a problem at the column if it is there already.
    pub fn note(&mut self, key: String, column: &str, fields: &mut Fields<'_>) {
        if let Some(first_row) = self.0.get(&key) {
            let first_row = *first_row;
            fields.wrong(column, ProblemKind::Duplicate { first_row });
        } else {
            self.0.insert(key, fields.row.number);
        }
    }
}

/// The project that a row belongs to: its number, or place, name and year. None if it names none.
fn project_of(fields: &mut Fields<'_>, region_code: Option<&str>) -> Option<String> {
    let number = fields.text("project_id");
    if !number.is_empty() {
        return Some(id::of_number("p", &number));
    }
    let name = fields.text("project_name");
    if name.is_empty() {
        return None;
    }
    let place = match region_code {
        Some(code) => code.to_owned(),
        None => fields.place()?.code.clone(),
    };
    let year = fields.year("year");
    if year.is_none() && fields.raw("year").is_empty() {
        fields.wrong("year", ProblemKind::Missing);
    }
    Some(id::project_id(&place, &name, year?))
}

/// The project of a row that must name one.
fn must_project_of(fields: &mut Fields<'_>) -> String {
    let names_one = ["project_id", "project_name"].iter().any(|it| !fields.raw(it).is_empty());
    if !names_one {
        let column = if fields.has("project_id") { "project_id" } else { "project_name" };
        fields.wrong(column, ProblemKind::Missing);
    }
    project_of(fields, None).unwrap_or_default()
}

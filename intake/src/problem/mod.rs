//! What is wrong with a table, each thing with its row and column: values, not errors. The words
//! are in `sentence.rs`, the file that goes back to the county in `report.rs`.

mod report;
mod sentence;

use std::fmt;

use casework::personal_data::{self, PersonalData};

pub use report::write_report;

/// The longest value that a problem repeats, in characters.
const LONGEST_VALUE: usize = 60;

/// Whether the table can be used all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing of the file is used.
    Error,
    /// To be looked at; the records are whole.
    Warning,
}

/// Where in a row: the letter that Excel shows and the name in the header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnName {
    pub letter: String,
    pub name: String,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub severity: Severity,
    /// As Excel shows it; none if it is about the whole file.
    pub row: Option<u32>,
    pub column: Option<ColumnName>,
    /// What stands there, shortened. None for every column that may hold something of a person,
    /// for the whole register, and for any value with a personal number in it.
    pub value: Option<String>,
    pub kind: ProblemKind,
}

/// What is wrong, with what was expected instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    // The file.
    TooLarge {
        most_bytes: u64,
    },
    TooLargeUnpacked {
        most_bytes: u64,
    },
    /// `.xls` of Excel 2003.
    OldExcel,
    NotATable,
    DamagedWorkbook,
    /// A quotation mark opens and nothing closes it: the rows after it would be lost.
    OpenQuote,
    RowTooLong,
    CellTooLong,
    TooManyColumns,
    Empty,
    // The header.
    NoHeader {
        expected: Vec<String>,
    },
    MissingColumn {
        name: String,
    },
    /// Two columns mean the same; the first of them is named.
    ColumnTwice {
        other: String,
    },
    UnusedColumn,
    /// Another sheet of the workbook looks like the same table. It was not read.
    OtherSheet {
        name: String,
    },
    /// Neither the header nor the title says 元 or 万元.
    NoUnit,
    // A cell.
    Missing,
    BadCharacters,
    NotANumber,
    NotAnAmount,
    Negative,
    /// More digits than whole fen.
    NotWholeFen,
    NotADay,
    NotAPeriod,
    NotAYear,
    NotACode,
    UnknownValue {
        known: Vec<String>,
    },
    PersonalData(PersonalData),
    /// A merged area lies over numbers or days: which row has them?
    Merged,
    // Places.
    UnknownPlace {
        nearest: Option<String>,
    },
    AmbiguousPlace {
        n: usize,
    },
    /// The code is one place, the names another.
    PlaceMismatch {
        name_of_code: String,
    },
    /// Several villages in one cell; the place above is taken.
    SeveralPlaces {
        taken: String,
    },
    UnknownParent,
    // Rows against each other.
    /// The same number, or the same place and name, stands in that row already.
    Duplicate {
        first_row: u32,
    },
    /// The parts come to `sum`, in 元 or as plain numbers.
    SumMismatch {
        sum: String,
    },
    EndBeforeStart {
        start: String,
    },
    /// The posting is shorter than the rule for its kind.
    TooShort {
        days: u16,
    },
    /// A row without a name: a remark under the table.
    SkippedRow,
    /// 其他资金 was read as money of a sector.
    OtherSource,
    /// An exact number of households in a text that is published as it stands.
    CountInText,
    // The register.
    HouseholdSplit {
        first_row: u32,
    },
    PeopleMismatch {
        stated: u32,
        counted: u32,
    },
    ClassMismatch {
        first_row: u32,
    },
    IdLength,
    IdCheckDigit,
    PersonTwice {
        first_row: u32,
    },
    HealthyWithoutLabour,
    BothInsurances,
    NoSeriousIllnessInsurance,
}

impl ProblemKind {
    /// Whether the file can be used in spite of it.
    pub fn severity(&self) -> Severity {
        match self {
            Self::UnusedColumn
            | Self::OtherSheet { .. }
            | Self::SeveralPlaces { .. }
            | Self::SkippedRow
            | Self::OtherSource
            | Self::CountInText
            | Self::TooShort { .. }
            | Self::HouseholdSplit { .. }
            | Self::PeopleMismatch { .. }
            | Self::ClassMismatch { .. }
            | Self::IdLength
            | Self::IdCheckDigit
            | Self::PersonTwice { .. }
            | Self::HealthyWithoutLabour
            | Self::BothInsurances
            | Self::NoSeriousIllnessInsurance => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

impl Problem {
    /// A problem of the whole file, or of a row.
    pub fn new(row: Option<u32>, kind: ProblemKind) -> Self {
        Self { severity: kind.severity(), row, column: None, value: None, kind }
    }

    /// Adds the column, and the value unless it holds a number that identifies a person.
    #[must_use]
    pub fn at(mut self, column: ColumnName, value: Option<&str>) -> Self {
        self.column = Some(ColumnName { name: shown(&column.name), ..column });
        self.value = value.filter(|it| !it.is_empty()).map(shown);
        self
    }
}

/// A text that may be repeated to whoever gets the report.
fn shown(text: &str) -> String {
    if !personal_data::find(text).is_empty() {
        return "***".to_owned();
    }
    let text: String = text.chars().map(|it| if it.is_control() { ' ' } else { it }).collect();
    match text.char_indices().nth(LONGEST_VALUE) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// All that is wrong with a file, up to a number that memory can hold; the rest is counted.
#[derive(Clone, PartialEq, Eq)]
pub struct Problems {
    list: Vec<Problem>,
    most: usize,
    n_errors: usize,
    n_warnings: usize,
}

impl Problems {
    /// The number of problems kept if nothing else is said.
    pub const MOST: usize = 10_000;

    pub fn new(most: usize) -> Self {
        Self { list: Vec::new(), most, n_errors: 0, n_warnings: 0 }
    }

    /// Adds one. When there is no room, an error still takes the place of the last warning.
    pub fn add(&mut self, problem: Problem) {
        let is_error = problem.severity == Severity::Error;
        *(if is_error { &mut self.n_errors } else { &mut self.n_warnings }) += 1;
        if self.list.len() < self.most {
            self.list.push(problem);
        } else if is_error
            && let Some(last) = self.list.iter().rposition(|it| it.severity == Severity::Warning)
        {
            self.list.remove(last);
            self.list.push(problem);
        }
    }

    /// Those kept, in the order of their rows; those of the whole file first.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.list.iter()
    }

    pub fn n_errors(&self) -> usize {
        self.n_errors
    }

    pub fn n_warnings(&self) -> usize {
        self.n_warnings
    }

    pub fn has_errors(&self) -> bool {
        self.n_errors > 0
    }

    /// Problems found that are not in the list.
    pub fn n_more(&self) -> usize {
        self.n_errors + self.n_warnings - self.list.len()
    }

    pub(crate) fn sort(&mut self) {
        self.list.sort_by_key(|it| it.row);
    }
}

/// Only the numbers: a log line must not hold what stands in a county's cells.
impl fmt::Debug for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Problems({} errors, {} warnings)", self.n_errors, self.n_warnings)
    }
}

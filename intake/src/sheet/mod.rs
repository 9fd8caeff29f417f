//! Opens a CSV file or a workbook and hands out its rows, whichever it is.

mod csv;
mod decode;
mod unpacked;
mod xlsx;

use std::{
    io::{self, Read, Seek, SeekFrom},
    ops::ControlFlow,
};

use crate::problem::ProblemKind;

/// The longest text that Excel keeps in a cell, in characters.
pub const MOST_CHARACTERS: usize = 32_767;
/// The most columns that are looked at.
pub const MOST_COLUMNS: usize = 1_024;

/// How much a file may hold. Whatever is larger is refused before it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a CSV file.
    pub csv_bytes: u64,
    /// Bytes of a workbook as it lies on the disk.
    pub xlsx_bytes: u64,
    /// Bytes of all a workbook's parts, unpacked.
    pub unpacked_bytes: u64,
    /// Bytes of those unpacked parts that are held in memory: all but the sheets.
    pub held_bytes: u64,
    /// Bytes of one CSV row.
    pub row_bytes: usize,
}

impl Default for Limits {
    /// Room for a province's register, and no more memory than a small server has.
    fn default() -> Self {
        Self {
            csv_bytes: 4 << 30,
            xlsx_bytes: 256 << 20,
            unpacked_bytes: 4 << 30,
            held_bytes: 128 << 20,
            row_bytes: 1 << 20,
        }
    }
}

/// One row: its number as Excel shows it, and the text of its cells.
#[derive(Clone, Default)]
pub struct Row {
    pub number: u32,
    text: String,
    ends: Vec<usize>,
    /// Cells that only repeat the first cell of a merged area.
    copies: Vec<usize>,
}

impl Row {
    fn clear(&mut self, number: u32) {
        self.number = number;
        self.text.clear();
        self.ends.clear();
        self.copies.clear();
    }

    fn push(&mut self, cell: &str) {
        for character in cell.chars() {
            self.text.push(match character {
                '\u{ff10}'..='\u{ff19}' => {
                    char::from_u32(character as u32 - 0xfee0).unwrap_or(character)
                }
                '\u{a0}' | '\u{3000}' | '\t' => ' ',
                _ => character,
            });
        }
        self.ends.push(self.text.len());
    }

    /// The text of a cell, counted from 0, without space around it; empty if there is none.
    pub fn cell(&self, column: usize) -> &str {
        let Some(end) = self.ends.get(column) else { return "" };
        let start = column.checked_sub(1).map_or(0, |it| self.ends[it]);
        self.text[start..*end].trim()
    }

    /// Whether the cell only repeats the first cell of a merged area.
    pub fn is_copy(&self, column: usize) -> bool {
        self.copies.contains(&column)
    }

    pub fn n_cells(&self) -> usize {
        self.ends.len()
    }

    pub fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.n_cells()).map(|it| self.cell(it))
    }

    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// How far the reading is: bytes of a CSV file, rows of a workbook.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    pub done: u64,
    pub total: u64,
}

/// Why a file cannot be read to its end.
#[derive(Debug)]
pub enum Fault {
    /// The disk or the pipe, not the county.
    Io(io::Error),
    /// The file: what is wrong, and in which row, if it is one.
    File { row: Option<u32>, kind: ProblemKind },
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<ProblemKind> for Fault {
    fn from(kind: ProblemKind) -> Self {
        Self::File { row: None, kind }
    }
}

/// What each row is given to; a break ends the reading.
pub type EachRow<'a> = dyn FnMut(&Row, Share) -> ControlFlow<()> + 'a;

/// An open file.
pub enum Book<R: Read + Seek> {
    Csv(csv::CsvBook<R>),
    Xlsx(Box<xlsx::XlsxBook<R>>),
}

impl<R: Read + Seek> Book<R> {
    /// Opens a file by what it begins with, never by its name.
    pub fn open(mut reader: R, limits: &Limits) -> Result<Self, Fault> {
        let n_bytes = reader.seek(SeekFrom::End(0))?;
        reader.seek(SeekFrom::Start(0))?;
        let mut start = Vec::new();
        reader.by_ref().take(8).read_to_end(&mut start)?;
        reader.seek(SeekFrom::Start(0))?;
        match start[..] {
            [b'P', b'K', 3 | 5, 4 | 6, ..] => {
                let book = xlsx::XlsxBook::open(reader, n_bytes, limits)?;
                Ok(Self::Xlsx(Box::new(book)))
            }
            [0xd0, 0xcf, 0x11, 0xe0, ..] => Err(ProblemKind::OldExcel.into()),
            [b'%', b'P', b'D', b'F', ..] => Err(ProblemKind::NotATable.into()),
            _ => Ok(Self::Csv(csv::CsvBook::open(reader, n_bytes, limits)?)),
        }
    }

    /// The names of the visible sheets; a CSV file has one without a name.
    pub fn sheets(&self) -> Vec<String> {
        match self {
            Self::Csv(_) => vec![String::new()],
            Self::Xlsx(book) => book.sheets(),
        }
    }

    /// Gives each row of a sheet that is not empty, from the first on.
    pub fn rows(&mut self, sheet: usize, each: &mut EachRow<'_>) -> Result<(), Fault> {
        match self {
            Self::Csv(book) => book.rows(each),
            Self::Xlsx(book) => book.rows(sheet, each),
        }
    }
}

/// The letter that Excel shows above a column, counted from 0.
///
/// ```
/// assert_eq!(intake::column_letter(0), "A");
/// assert_eq!(intake::column_letter(27), "AB");
/// ```
pub fn column_letter(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters.into_iter().rev().collect()
}

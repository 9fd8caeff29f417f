//! Rows of a CSV file, one at a time.

use std::{
    io::{self, Read, Seek},
    ops::ControlFlow,
};

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use encoding_rs::Encoding;

use super::{EachRow, Fault, Limits, MOST_CHARACTERS, MOST_COLUMNS, Row, Share, decode};
use crate::problem::ProblemKind;

pub struct CsvBook<R> {
    reader: R,
    encoding: &'static Encoding,
    delimiter: u8,
    n_bytes: u64,
    row_bytes: usize,
}

impl<R: Read + Seek> CsvBook<R> {
    pub fn open(mut reader: R, n_bytes: u64, limits: &Limits) -> Result<Self, Fault> {
        if n_bytes > limits.csv_bytes {
            return Err(ProblemKind::TooLarge { most_bytes: limits.csv_bytes }.into());
        }
        let encoding = decode::detect(&mut reader)?;
        let delimiter = delimiter(&mut reader, encoding)?;
        Ok(Self { reader, encoding, delimiter, n_bytes, row_bytes: limits.row_bytes })
    }

    pub fn rows(&mut self, each: &mut EachRow<'_>) -> Result<(), Fault> {
        let mut text = decode::Decoded::new(&mut self.reader, self.encoding)?;
        let mut records = Records::new(self.delimiter, self.row_bytes);
        let mut row = Row::default();
        let mut piece = Vec::new();
        loop {
            text.next(&mut piece)?;
            if piece.is_empty() {
                // The end was not a row of its own: it lies in a quotation.
                return Err(records.fault(ProblemKind::OpenQuote));
            }
            let mut rest = piece.as_slice();
            while let Some(used) = records.read(rest)? {
                rest = &rest[used..];
                if records.is_end() {
                    return Ok(());
                }
                records.fill(&mut row)?;
                let share = Share { done: text.n_read, total: self.n_bytes };
                if !row.is_empty() && each(&row, share) == ControlFlow::Break(()) {
                    return Ok(());
                }
            }
        }
    }
}

/// Cuts text into records, within bounds.
struct Records {
    reader: Reader,
    output: Vec<u8>,
    ends: Vec<usize>,
    n_output: usize,
    n_ends: usize,
    /// Line breaks inside cells so far: Excel does not count them as rows.
    n_breaks: u64,
    last_row: u32,
    is_started: bool,
}

impl Records {
    fn new(delimiter: u8, row_bytes: usize) -> Self {
        Self {
            reader: ReaderBuilder::new().delimiter(delimiter).build(),
            output: vec![0; row_bytes],
            ends: vec![0; MOST_COLUMNS],
            n_output: 0,
            n_ends: 0,
            n_breaks: 0,
            last_row: 0,
            is_started: false,
        }
    }

    /// Takes from the text up to the end of a record, and says how much; none if the record goes on
    /// in the next piece.
    fn read(&mut self, text: &[u8]) -> Result<Option<usize>, Fault> {
        if text.is_empty() {
            return Ok(None);
        }
        if !self.is_started {
            (self.n_output, self.n_ends) = (0, 0);
        }
        self.is_started = true;
        let (result, used, n_output, n_ends) = self.reader.read_record(
            text,
            &mut self.output[self.n_output..],
            &mut self.ends[self.n_ends..],
        );
        self.n_output += n_output;
        self.n_ends += n_ends;
        match result {
            ReadRecordResult::Record => {
                self.is_started = false;
                Ok(Some(used))
            }
            ReadRecordResult::InputEmpty | ReadRecordResult::End => Ok(None),
            ReadRecordResult::OutputFull => Err(self.fault(ProblemKind::RowTooLong)),
            ReadRecordResult::OutputEndsFull => Err(self.fault(ProblemKind::TooManyColumns)),
        }
    }

    /// A fault in the row after the last whole one.
    fn fault(&self, kind: ProblemKind) -> Fault {
        Fault::File { row: Some(self.last_row + 1), kind }
    }

    fn is_end(&self) -> bool {
        self.n_ends == 1 && &self.output[..self.n_output] == decode::END.as_bytes()
    }

    fn fill(&mut self, row: &mut Row) -> Result<(), Fault> {
        let text = std::str::from_utf8(&self.output[..self.n_output])
            .map_err(|it| Fault::Io(io::Error::new(io::ErrorKind::InvalidData, it)))?;
        self.n_breaks += text.bytes().filter(|it| *it == b'\n').count() as u64;
        let number = (self.reader.line() - 1).saturating_sub(self.n_breaks);
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        self.last_row = number;
        row.clear(number);
        let mut start = 0;
        for end in &self.ends[..self.n_ends] {
            let cell = &text[start..*end];
            if cell.len() > MOST_CHARACTERS && cell.chars().count() > MOST_CHARACTERS {
                return Err(Fault::File { row: Some(number), kind: ProblemKind::CellTooLong });
            }
            row.push(cell);
            start = *end;
        }
        Ok(())
    }
}

/// What stands between the cells: whichever of comma, tab and semicolon is most frequent in the
/// first rows. A comma if there is none.
fn delimiter(reader: &mut (impl Read + Seek), encoding: &'static Encoding) -> io::Result<u8> {
    let mut piece = Vec::new();
    decode::Decoded::new(reader, encoding)?.next(&mut piece)?;
    let n = |sign: u8| piece.iter().take(8 << 10).filter(|it| **it == sign).count();
    let (commas, tabs, semicolons) = (n(b','), n(b'\t'), n(b';'));
    Ok(if tabs > commas && tabs >= semicolons {
        b'\t'
    } else if semicolons > commas {
        b';'
    } else {
        b','
    })
}

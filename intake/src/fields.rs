//! Reads the cells of one row by the id of their column, and notes what is wrong with each. A wrong
//! cell gives an empty value: as soon as there is one error, no record is used.

use casework::personal_data;
use disclosure::published::Region;
use jiff::civil::Date;

use crate::{
    Setting,
    cells::{self, AmountError},
    gazetteer::{PlaceError, PlaceNames},
    header_row::Header,
    problem::{Problem, ProblemKind, Problems},
    sheet::Row,
};

/// One row with its header.
pub struct Fields<'a> {
    pub row: &'a Row,
    pub header: &'a Header,
    pub setting: &'a Setting<'a>,
    pub problems: &'a mut Problems,
}

impl<'a> Fields<'a> {
    /// The cell as it stands; empty if there is no such column.
    pub fn raw(&self, id: &str) -> &'a str {
        self.header.place(id).map_or("", |it| self.row.cell(it))
    }

    pub fn has(&self, id: &str) -> bool {
        self.header.has(id)
    }

    /// Notes a problem at a cell, with its value unless the column is personal.
    pub fn wrong(&mut self, id: &str, kind: ProblemKind) {
        let mut problem = Problem::new(Some(self.row.number), kind);
        if let Some(place) = self.header.place(id) {
            let value = (!self.header.is_personal(id)).then(|| self.row.cell(place));
            problem = problem.at(self.header.column_name(place), value);
        }
        self.problems.add(problem);
    }

    /// A text that is published: it must hold no number of a person.
    pub fn text(&mut self, id: &str) -> String {
        let text = clean(self.raw(id));
        if let Some(found) = personal_data::find(&text).first() {
            self.wrong(id, ProblemKind::PersonalData(found.kind));
        }
        if text.contains('\u{fffd}') {
            self.wrong(id, ProblemKind::BadCharacters);
        }
        text
    }

    /// A published text that must be there.
    pub fn must_text(&mut self, id: &str) -> String {
        let text = self.text(id);
        if text.is_empty() && self.has(id) {
            self.wrong(id, ProblemKind::Missing);
        }
        text
    }

    /// A published text, if there is one.
    pub fn some_text(&mut self, id: &str) -> Option<String> {
        Some(self.text(id)).filter(|it| !cells::is_blank(it))
    }

    /// The English of a text. Where the table has none, the Chinese stands in for it.
    pub fn english(&mut self, id: &str, zh: &str) -> String {
        let text = self.text(id);
        if text.is_empty() { zh.to_owned() } else { text }
    }

    /// A longer published text, which must not count households either.
    pub fn prose(&mut self, id: &str) -> String {
        let text = self.must_text(id);
        if counts_households(&text) {
            self.wrong(id, ProblemKind::CountInText);
        }
        text
    }

    /// An amount in fen; 0 where the cell says that there is none.
    pub fn amount_fen(&mut self, id: &str) -> i64 {
        let text = self.raw(id);
        let Some(place) = self.header.place(id).filter(|_| !cells::is_blank(text)) else {
            return 0;
        };
        if self.is_merged(id) {
            return 0;
        }
        let kind = match cells::amount_fen(text, self.header.unit(place)) {
            Ok(fen) => return fen,
            // Said once, of the header.
            Err(AmountError::NoUnit) => return 0,
            Err(AmountError::NotAnAmount) => ProblemKind::NotAnAmount,
            Err(AmountError::Negative) => ProblemKind::Negative,
            Err(AmountError::NotWholeFen) => ProblemKind::NotWholeFen,
        };
        self.wrong(id, kind);
        0
    }

    /// An amount that must be there.
    pub fn must_amount_fen(&mut self, id: &str) -> i64 {
        if cells::is_blank(self.raw(id)) && self.has(id) {
            self.wrong(id, ProblemKind::Missing);
        }
        self.amount_fen(id)
    }

    /// A day, if there is one.
    pub fn day(&mut self, id: &str) -> Option<Date> {
        let text = self.raw(id);
        if cells::is_blank(text) || self.is_merged(id) {
            return None;
        }
        let day = cells::day(text);
        if day.is_none() {
            self.wrong(id, ProblemKind::NotADay);
        }
        day
    }

    /// A day that must be there.
    pub fn must_day(&mut self, id: &str) -> Option<Date> {
        if cells::is_blank(self.raw(id)) && self.has(id) {
            self.wrong(id, ProblemKind::Missing);
        }
        self.day(id)
    }

    /// A whole number that is not negative, if there is one.
    pub fn number(&mut self, id: &str) -> Option<i64> {
        let text = self.raw(id);
        if cells::is_blank(text) || self.is_merged(id) {
            return None;
        }
        let number = cells::whole_number(text);
        if number.is_none() {
            let is_negative = cells::whole_number(text.trim_start_matches('-')).is_some();
            let kind = if is_negative { ProblemKind::Negative } else { ProblemKind::NotANumber };
            self.wrong(id, kind);
        }
        number
    }

    /// A year, if there is one.
    pub fn year(&mut self, id: &str) -> Option<i64> {
        let text = self.raw(id);
        if cells::is_blank(text) {
            return None;
        }
        let year = cells::year(text).or_else(|| cells::day(text).map(|it| i64::from(it.year())));
        if year.is_none() {
            self.wrong(id, ProblemKind::NotAYear);
        }
        year
    }

    /// The code of a value of an enumeration, if there is a value.
    pub fn choice(&mut self, id: &str, vocabulary: &str) -> Option<&'a str> {
        let setting = self.setting;
        let vocabulary = setting.headers.vocabulary(vocabulary);
        let text = self.raw(id);
        if let Some(code) = vocabulary.code(text) {
            return Some(code);
        }
        if !cells::is_blank(text) {
            self.wrong(id, ProblemKind::UnknownValue { known: vocabulary.known() });
        }
        None
    }

    /// The code of a value that must be there.
    pub fn must_choice(&mut self, id: &str, vocabulary: &str) -> String {
        if cells::is_blank(self.raw(id)) && self.has(id) {
            self.wrong(id, ProblemKind::Missing);
        }
        self.choice(id, vocabulary).unwrap_or_default().to_owned()
    }

    /// Notes an end before its start.
    pub fn in_order(&mut self, end_id: &str, start: Option<Date>, end: Option<Date>) {
        if let (Some(start), Some(end)) = (start, end)
            && end < start
        {
            self.wrong(end_id, ProblemKind::EndBeforeStart { start: start.to_string() });
        }
    }

    pub fn place_names(&self) -> PlaceNames {
        let name = |id| clean(self.raw(id));
        PlaceNames {
            code: name("region_code"),
            city: name("city"),
            county: name("county"),
            township: name("township"),
            village: name("village"),
        }
    }

    /// The place that the row belongs to.
    pub fn place(&mut self) -> Option<&'a Region> {
        let mut names = self.place_names();
        let is_several = names.village.contains(['、', ',', '，', ';', '；', '/']);
        if is_several && names.code.is_empty() {
            names.village.clear();
        }
        if !is_several && names.village.starts_with('全') {
            names.village.clear();
        }
        let setting = self.setting;
        match setting.gazetteer.find(&names) {
            Ok(region) => {
                if is_several {
                    let taken = region.name.clone();
                    self.wrong("village", ProblemKind::SeveralPlaces { taken });
                }
                Some(region)
            }
            Err(error) => {
                self.wrong_place(error);
                None
            }
        }
    }

    pub fn wrong_place(&mut self, error: PlaceError) {
        let by_level = |level| match level {
            2 => "city",
            3 => "county",
            4 => "township",
            5 => "village",
            _ => "region_code",
        };
        let first = ["village", "township", "county", "region_code"];
        let first = first.into_iter().find(|it| self.has(it)).unwrap_or("village");
        match error {
            PlaceError::Missing => self.wrong(first, ProblemKind::Missing),
            PlaceError::NotACode => self.wrong("region_code", ProblemKind::NotACode),
            PlaceError::Unknown { level, nearest } => {
                self.wrong(by_level(level), ProblemKind::UnknownPlace { nearest });
            }
            PlaceError::Ambiguous { level, n } => {
                self.wrong(by_level(level), ProblemKind::AmbiguousPlace { n });
            }
            PlaceError::Mismatch { name_of_code } => {
                self.wrong("region_code", ProblemKind::PlaceMismatch { name_of_code });
            }
        }
    }

    /// Whether the cell only repeats a merged one above or beside it; a value that counts must
    /// stand in its own row.
    fn is_merged(&mut self, id: &str) -> bool {
        let is_copy = self.header.place(id).is_some_and(|it| self.row.is_copy(it));
        if is_copy {
            self.wrong(id, ProblemKind::Merged);
        }
        is_copy
    }
}

/// A text without characters that nobody sees, on one line for each paragraph.
fn clean(text: &str) -> String {
    let is_seen = |it: &char| {
        *it == '\n'
            || !(it.is_control()
                || matches!(it, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'))
    };
    text.chars().filter(is_seen).collect::<String>().trim().to_owned()
}

/// Whether a text has a number right before 户.
fn counts_households(text: &str) -> bool {
    text.match_indices('户').any(|(place, _)| {
        text[..place]
            .trim_end_matches(['余', '多', '个', ' '])
            .ends_with(|it: char| it.is_ascii_digit())
    })
}

/// A day as it is kept; empty if there was none.
pub fn day_text(day: Option<Date>) -> String {
    day.map(|it| it.to_string()).unwrap_or_default()
}

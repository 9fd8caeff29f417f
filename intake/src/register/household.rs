//! Households: counted once each, their classes from the first of their rows that has them.

use std::collections::HashMap;

use super::counts::{RegisterCounts, classes};
use crate::{
    Problems, cells,
    fields::Fields,
    header_row::Header,
    problem::{Problem, ProblemKind},
};

/// The classifications of a household, with the class of those that say nothing; without one, they
/// must say something.
const CLASSES: [(&str, Option<&str>); 6] = [
    ("category", None),
    ("cause", None),
    ("status", None),
    ("exit_year", Some("not_exited")),
    ("housing", Some("not_graded")),
    ("water", Some("not_checked")),
];

/// What is kept of a household that was counted.
struct Seen {
    first_row: u32,
    stated: Option<u16>,
    counted: u16,
}

/// The household whose rows are being read.
struct Open {
    hash: u64,
    code: String,
    first_row: u32,
    found: [Found; 6],
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Found {
    Nothing,
    Class(usize),
    /// Noted already.
    Wrong,
}

#[derive(Default)]
pub struct Households {
    seen: HashMap<u64, Seen>,
    open: Option<Open>,
}

impl Households {
    pub fn len(&self) -> usize {
        self.seen.len()
    }

    /// One member's row.
    pub fn row(
        &mut self,
        hash: u64,
        code: &str,
        fields: &mut Fields<'_>,
        counts: &mut RegisterCounts,
    ) {
        let is_open = self.open.as_ref().is_some_and(|it| it.hash == hash);
        if !is_open {
            self.close(fields.header, fields.problems, counts);
        }
        let row = fields.row.number;
        let stated = stated_people(fields);
        if let Some(seen) = self.seen.get_mut(&hash) {
            seen.counted = seen.counted.saturating_add(1);
            seen.stated = seen.stated.or(stated);
            if !is_open {
                let first_row = seen.first_row;
                fields.wrong("household", ProblemKind::HouseholdSplit { first_row });
                return;
            }
        } else {
            self.seen.insert(hash, Seen { first_row: row, stated, counted: 1 });
            let found = [Found::Nothing; 6];
            self.open = Some(Open { hash, code: code.to_owned(), first_row: row, found });
        }
        if let Some(open) = &mut self.open {
            open.take(fields);
        }
    }

    /// Counts the household whose rows have ended.
    fn close(&mut self, header: &Header, problems: &mut Problems, counts: &mut RegisterCounts) {
        let Some(open) = self.open.take() else { return };
        let village = counts.village(&open.code);
        village.n_households += 1;
        for ((id, default), found) in CLASSES.into_iter().zip(open.found) {
            let default = default.and_then(|class| position(id, class));
            match (found, default) {
                (Found::Class(class), _) | (Found::Nothing, Some(class)) => village.add(id, class),
                (Found::Nothing, None) if header.has(id) => {
                    problems.add(problem(header, id, open.first_row, ProblemKind::Missing));
                }
                _ => {}
            }
        }
    }

    /// Counts the last household and compares people with rows.
    pub fn finish(
        &mut self,
        header: &Header,
        problems: &mut Problems,
        counts: &mut RegisterCounts,
    ) {
        self.close(header, problems, counts);
        let mut wrong: Vec<&Seen> =
            self.seen.values().filter(|it| it.stated.is_some_and(|n| n != it.counted)).collect();
        wrong.sort_unstable_by_key(|it| it.first_row);
        for seen in wrong {
            let stated = u32::from(seen.stated.unwrap_or(0));
            let kind = ProblemKind::PeopleMismatch { stated, counted: u32::from(seen.counted) };
            problems.add(problem(header, "n_people", seen.first_row, kind));
        }
    }
}

impl Open {
    /// What the row says of its household, where the rows before said nothing.
    fn take(&mut self, fields: &mut Fields<'_>) {
        for ((id, _), found) in CLASSES.into_iter().zip(&mut self.found) {
            match (class(id, fields), *found) {
                (Found::Nothing, _) => {}
                (Found::Class(new), Found::Class(old)) if new != old => {
                    fields.wrong(id, ProblemKind::ClassMismatch { first_row: self.first_row });
                }
                (new, Found::Nothing) => *found = new,
                _ => {}
            }
        }
    }
}

/// The class that a cell says.
fn class(id: &'static str, fields: &mut Fields<'_>) -> Found {
    let text = fields.raw(id);
    if text.is_empty() {
        return Found::Nothing;
    }
    if id == "exit_year" {
        return exit_year(text, fields);
    }
    let vocabulary = fields.setting.headers.vocabulary(id);
    match vocabulary.code(text).and_then(|it| position(id, it)) {
        Some(class) => Found::Class(class),
        None if cells::is_blank(text) => Found::Nothing,
        None => {
            fields.wrong(id, ProblemKind::UnknownValue { known: vocabulary.known() });
            Found::Wrong
        }
    }
}

fn exit_year(text: &str, fields: &mut Fields<'_>) -> Found {
    if cells::is_blank(text) || text.contains('未') {
        return Found::Nothing;
    }
    let year = cells::year(text).or_else(|| cells::day(text).map(|it| i64::from(it.year())));
    if let Some(class) = year.and_then(|it| position("exit_year", &format!("y{it}"))) {
        return Found::Class(class);
    }
    let known = (2014..=2020).map(|it| it.to_string()).chain(["未脱贫".to_owned()]);
    fields.wrong("exit_year", ProblemKind::UnknownValue { known: known.collect() });
    Found::Wrong
}

fn stated_people(fields: &mut Fields<'_>) -> Option<u16> {
    fields.number("n_people").map(|it| u16::try_from(it).unwrap_or(u16::MAX))
}

fn position(id: &str, class: &str) -> Option<usize> {
    classes(id).iter().position(|it| *it == class)
}

fn problem(header: &Header, id: &str, row: u32, kind: ProblemKind) -> Problem {
    let problem = Problem::new(Some(row), kind);
    match header.place(id) {
        Some(place) => problem.at(header.column_name(place), None),
        None => problem,
    }
}

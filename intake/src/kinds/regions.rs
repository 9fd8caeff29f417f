//! Divisions: codes that nest, each below one that is there.

use std::collections::HashMap;

use disclosure::published::Region;

use super::{FirstRows, RowReader};
use crate::{
    Problems, Records, Setting,
    fields::Fields,
    header_row::Header,
    problem::{Problem, ProblemKind},
};

pub struct Regions<'a> {
    setting: &'a Setting<'a>,
    /// With the row of each.
    list: Vec<(Region, u32)>,
    codes: FirstRows,
}

impl<'a> Regions<'a> {
    pub fn new(setting: &'a Setting<'a>) -> Self {
        Self { setting, list: Vec::new(), codes: FirstRows::default() }
    }
}

impl RowReader for Regions<'_> {
    fn row(&mut self, fields: &mut Fields<'_>) {
        let code = fields.must_text("code");
        let is_code = code.len() == 12 && code.bytes().all(|it| it.is_ascii_digit());
        if !is_code {
            if !code.is_empty() {
                fields.wrong("code", ProblemKind::NotACode);
            }
            return;
        }
        let level = level_of(&code);
        let stated = fields.choice("level", "level").map(str::to_owned);
        if stated.is_some_and(|it| it != level.to_string()) {
            fields.wrong("level", ProblemKind::UnknownParent);
        }
        let parent = fields.text("parent");
        self.codes.note(code.clone(), "code", fields);
        let region = Region {
            level,
            name: fields.must_text("name"),
            pinyin: fields.text("pinyin"),
            parent_code: Some(parent).filter(|it| !it.is_empty()),
            code,
        };
        self.list.push((region, fields.row.number));
    }

    fn key(&self) -> &'static str {
        "code"
    }

    fn n_records(&self) -> usize {
        self.list.len()
    }

    fn finish(mut self: Box<Self>, header: &Header, problems: &mut Problems) -> Records {
        let levels: HashMap<String, i64> =
            self.list.iter().map(|(it, _)| (it.code.clone(), it.level)).collect();
        let level = |code: &str| {
            let known = || self.setting.gazetteer.region(code).map(|it| it.level);
            levels.get(code).copied().or_else(known)
        };
        let has_parents = header.has("parent");
        for (region, row) in &mut self.list {
            if !has_parents {
                region.parent_code =
                    above(&region.code).find(|it| *it != region.code && level(it).is_some());
            }
            let is_right = match &region.parent_code {
                Some(parent) => {
                    parent != &region.code
                        && above(&region.code).any(|it| it == *parent)
                        && level(parent).is_some_and(|it| it < region.level)
                }
                None => region.level == 1 || !has_parents,
            };
            if !is_right {
                let mut problem = Problem::new(Some(*row), ProblemKind::UnknownParent);
                if let Some(place) = header.place("parent").or_else(|| header.place("code")) {
                    let value = region.parent_code.as_deref();
                    problem = problem.at(header.column_name(place), value);
                }
                problems.add(problem);
            }
        }
        Records::Regions(self.list.into_iter().map(|(it, _)| it).collect())
    }
}

/// The level that a code's digits say.
fn level_of(code: &str) -> i64 {
    let has = |from: usize, to: usize| code[from..to].bytes().any(|it| it != b'0');
    if has(9, 12) {
        5
    } else if has(6, 9) {
        4
    } else if has(4, 6) {
        3
    } else if has(2, 4) {
        2
    } else {
        1
    }
}

/// The codes that a code may lie in, the nearest first.
fn above(code: &str) -> impl Iterator<Item = String> + '_ {
    [9, 6, 4, 2].into_iter().map(|it| format!("{:0<12}", &code[..it]))
}

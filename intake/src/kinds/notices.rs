//! Postings, and whether they hang long enough.

use casework::notice_period::{NoticeKind, NoticePeriod, NoticeRules};
use disclosure::published::Notice;
use jiff::civil::Date;

use super::{FirstRows, RowReader, project_of};
use crate::{
    Problems, Records,
    fields::{Fields, day_text},
    header_row::Header,
    id,
    problem::ProblemKind,
};

pub struct Notices {
    list: Vec<Notice>,
    ids: FirstRows,
    rules: NoticeRules,
}

impl Default for Notices {
    fn default() -> Self {
        Self { list: Vec::new(), ids: FirstRows::default(), rules: NoticeRules::built_in() }
    }
}

impl RowReader for Notices {
    fn row(&mut self, fields: &mut Fields<'_>) {
        let region_code = fields.place().map(|it| it.code.clone()).unwrap_or_default();
        let kind = fields.must_choice("kind", "notice_kind");
        let title_zh = fields.must_text("title");
        let body_zh = fields.prose("body");
        let posted_on = fields.must_day("posted_on");
        let ends_on = posted_on.and_then(|it| self.ends_on(fields, &kind, it));
        let number = fields.text("id");
        let posted_on = day_text(posted_on);
        let id = match number.as_str() {
            "" => id::derived("n", &[&region_code, &kind, &title_zh, &posted_on]),
            number => id::of_number("n", number),
        };
        self.ids.note(id.clone(), if number.is_empty() { "title" } else { "id" }, fields);
        self.list.push(Notice {
            id,
            title_en: fields.english("title_en", &title_zh),
            body_en: fields.english("body_en", &body_zh),
            ends_on: day_text(ends_on),
            phones: fields.must_text("phones"),
            project_id: project_of(fields, Some(&region_code)),
            region_code,
            kind,
            title_zh,
            body_zh,
            posted_on,
        });
    }

    fn key(&self) -> &'static str {
        "title"
    }

    fn n_records(&self) -> usize {
        self.list.len()
    }

    fn finish(self: Box<Self>, _: &Header, _: &mut Problems) -> Records {
        Records::Notices(self.list)
    }
}

impl Notices {
    /// The last day: as stated, else counted from the number of days, else by the rule of its kind.
    fn ends_on(&self, fields: &mut Fields<'_>, kind: &str, posted_on: Date) -> Option<Date> {
        let days = self.rules.of(notice_kind(kind)?).map_or(0, |it| it.days);
        let by_rule = NoticePeriod::new(posted_on, days).last_day();
        let stated = fields.day("ends_on");
        let counted = fields
            .number("days")
            .and_then(|it| u16::try_from(it).ok())
            .map(|it| NoticePeriod::new(posted_on, it).last_day());
        let column = if stated.is_some() { "ends_on" } else { "days" };
        let end = stated.or(counted).unwrap_or(by_rule);
        fields.in_order(column, Some(posted_on), Some(end));
        if posted_on <= end && end < by_rule {
            fields.wrong(column, ProblemKind::TooShort { days });
        }
        Some(end)
    }
}

fn notice_kind(code: &str) -> Option<NoticeKind> {
    Some(match code {
        "project" => NoticeKind::Project,
        "fund" => NoticeKind::Fund,
        "monitor" => NoticeKind::Monitor,
        "dibao" => NoticeKind::Dibao,
        _ => return None,
    })
}

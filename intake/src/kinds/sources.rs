//! Documents that figures come from.

use disclosure::published::SourceDocument;

use super::{FirstRows, RowReader};
use crate::{
    Problems, Records,
    fields::{Fields, day_text},
    header_row::Header,
    id,
};

#[derive(Default)]
pub struct Sources {
    list: Vec<SourceDocument>,
    ids: FirstRows,
}

impl RowReader for Sources {
    fn row(&mut self, fields: &mut Fields<'_>) {
        let id = id::of_number("s", &fields.must_text("id"));
        self.ids.note(id.clone(), "id", fields);
        let title_zh = fields.must_text("title");
        let publisher_zh = fields.must_text("publisher");
        let note_zh = fields.text("note");
        self.list.push(SourceDocument {
            id,
            title_en: fields.english("title_en", &title_zh),
            publisher_en: fields.english("publisher_en", &publisher_zh),
            published_on: fields.day("published_on").map(|it| day_text(Some(it))),
            note_en: fields.english("note_en", &note_zh),
            title_zh,
            publisher_zh,
            note_zh,
        });
    }

    fn key(&self) -> &'static str {
        "title"
    }

    fn n_records(&self) -> usize {
        self.list.len()
    }

    fn finish(self: Box<Self>, _: &Header, _: &mut Problems) -> Records {
        Records::Sources(self.list)
    }
}

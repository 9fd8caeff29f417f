//! What postings say, and for how many days: read from a data file.

use anyhow::Context;

use super::csv::Csv;

/// Title and body in Chinese and English, with places for words in braces.
pub struct NoticeTemplate {
    pub id: String,
    pub kind: String,
    pub n_days: u32,
    pub title: [String; 2],
    pub body: [String; 2],
}

pub fn notice_templates() -> anyhow::Result<Vec<NoticeTemplate>> {
    let csv = Csv::read(include_str!("../../../data/demo/notices.csv"))?;
    csv.parse(|row| {
        Ok(NoticeTemplate {
            id: row.words("id")?,
            kind: row.words("kind")?,
            n_days: row.number("days")?,
            title: [row.words("title_zh")?, row.words("title_en")?],
            body: [row.words("body_zh")?, row.words("body_en")?],
        })
    })
    .context("read the notice templates")
}

//! Allocations of money to places.

use disclosure::published::FundLine;

use super::{FirstRows, RowReader, project_of};
use crate::{
    Problems, Records,
    fields::{Fields, day_text},
    header_row::Header,
    id,
    problem::ProblemKind,
};

#[derive(Default)]
pub struct Funds {
    funds: Vec<FundLine>,
    ids: FirstRows,
}

impl RowReader for Funds {
    fn row(&mut self, fields: &mut Fields<'_>) {
        let region_code = fields.place().map(|it| it.code.clone()).unwrap_or_default();
        let year = fields.year("year");
        if year.is_none() && fields.has("year") && fields.raw("year").is_empty() {
            fields.wrong("year", ProblemKind::Missing);
        }
        let year = year.unwrap_or_default();
        let source = fields.must_choice("source", "source");
        let name_zh = fields.must_text("name");
        let document_number = fields.must_text("document_number");
        let use_zh = fields.must_text("use");
        let project_id = project_of(fields, Some(&region_code));
        let number = fields.text("id");
        let id = if number.is_empty() {
            let project = project_id.as_deref().unwrap_or_default();
            let year = year.to_string();
            id::derived(
                "f",
                &[&region_code, &document_number, &source, &name_zh, &year, &use_zh, project],
            )
        } else {
            id::of_number("f", &number)
        };
        let column = if number.is_empty() { "document_number" } else { "id" };
        self.ids.note(id.clone(), column, fields);
        self.funds.push(FundLine {
            id,
            name_en: fields.english("name_en", &name_zh),
            use_en: fields.english("use_en", &use_zh),
            amount_fen: fields.must_amount_fen("amount"),
            allocated_on: day_text(fields.must_day("allocated_on")),
            published_on: fields.day("published_on").map(|it| it.to_string()),
            region_code,
            source,
            name_zh,
            document_number,
            year,
            use_zh,
            project_id,
        });
    }

    fn key(&self) -> &'static str {
        "name"
    }

    fn n_records(&self) -> usize {
        self.funds.len()
    }

    fn finish(self: Box<Self>, _: &Header, _: &mut Problems) -> Records {
        Records::Funds(self.funds)
    }
}

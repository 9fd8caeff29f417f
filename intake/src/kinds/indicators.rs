//! Figures as documents printed them.

use disclosure::published::{Figure, Qualifier};

use super::{FirstRows, RowReader};
use crate::{Problems, Records, fields::Fields, header_row::Header, id};

#[derive(Default)]
pub struct Indicators {
    figures: Vec<Figure>,
    ids: FirstRows,
}

impl RowReader for Indicators {
    fn row(&mut self, fields: &mut Fields<'_>) {
        let region_code = fields.place().map(|it| it.code.clone()).unwrap_or_default();
        let id = id::of_number("i", &fields.must_text("id"));
        self.ids.note(id.clone(), "id", fields);
        let name_zh = fields.must_text("name");
        let unit_zh = fields.text("unit");
        let [period_zh, derivation_zh, warning_zh] =
            ["period", "derivation", "warning"].map(|it| fields.some_text(it));
        self.figures.push(Figure {
            id,
            region_code,
            topic: fields.must_choice("topic", "topic"),
            name_en: fields.english("name_en", &name_zh),
            value: fields.must_text("value"),
            qualifier: qualifier(fields.choice("qualifier", "qualifier")),
            unit_en: fields.english("unit_en", &unit_zh),
            period_en: fields.some_text("period_en").or_else(|| period_zh.clone()),
            derivation_en: fields.some_text("derivation_en").or_else(|| derivation_zh.clone()),
            warning_en: fields.some_text("warning_en").or_else(|| warning_zh.clone()),
            source_id: fields.must_text("source_id"),
            name_zh,
            unit_zh,
            period_zh,
            derivation_zh,
            warning_zh,
        });
    }

    fn key(&self) -> &'static str {
        "name"
    }

    fn n_records(&self) -> usize {
        self.figures.len()
    }

    fn finish(self: Box<Self>, _: &Header, _: &mut Problems) -> Records {
        Records::Indicators(self.figures)
    }
}

fn qualifier(code: Option<&str>) -> Qualifier {
    match code {
        Some("more_than") => Qualifier::MoreThan,
        Some("at_least") => Qualifier::AtLeast,
        Some("below") => Qualifier::Below,
        Some("about") => Qualifier::About,
        Some("nearly") => Qualifier::Nearly,
        _ => Qualifier::AsPrinted,
    }
}

//! The five documents and the figures taken from them.

use anyhow::{Context, bail};
use store::published::{Figure, Qualifier, SourceDocument};

use super::csv::{Csv, Row};

pub fn sources() -> anyhow::Result<Vec<SourceDocument>> {
    let csv = Csv::read(include_str!("../../../data/sources.csv"))?;
    csv.parse(source).context("read the documents")
}

pub fn figures() -> anyhow::Result<Vec<Figure>> {
    let csv = Csv::read(include_str!("../../../data/figures.csv"))?;
    csv.parse(figure).context("read the figures")
}

fn source(row: &Row<'_>) -> anyhow::Result<SourceDocument> {
    Ok(SourceDocument {
        id: row.words("id")?,
        title_zh: row.words("title_zh")?,
        title_en: row.words("title_en")?,
        publisher_zh: row.words("publisher_zh")?,
        publisher_en: row.words("publisher_en")?,
        published_on: row.optional("published_on")?,
        note_zh: row.words("note_zh")?,
        note_en: row.words("note_en")?,
    })
}

fn figure(row: &Row<'_>) -> anyhow::Result<Figure> {
    Ok(Figure {
        id: row.words("id")?,
        region_code: row.words("region_code")?,
        topic: row.words("topic")?,
        name_zh: row.words("name_zh")?,
        name_en: row.words("name_en")?,
        value: row.words("value")?,
        qualifier: qualifier(&row.words("qualifier")?)?,
        unit_zh: row.words("unit_zh")?,
        unit_en: row.words("unit_en")?,
        period_zh: row.optional("period_zh")?,
        period_en: row.optional("period_en")?,
        derivation_zh: row.optional("derivation_zh")?,
        derivation_en: row.optional("derivation_en")?,
        warning_zh: row.optional("warning_zh")?,
        warning_en: row.optional("warning_en")?,
        source_id: row.words("source_id")?,
    })
}

fn qualifier(word: &str) -> anyhow::Result<Qualifier> {
    Ok(match word {
        "as_printed" => Qualifier::AsPrinted,
        "more_than" => Qualifier::MoreThan,
        "at_least" => Qualifier::AtLeast,
        "below" => Qualifier::Below,
        "about" => Qualifier::About,
        "nearly" => Qualifier::Nearly,
        _ => bail!("no such qualifier: {word}"),
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    const TOPICS: [&str; 8] =
        ["people", "housing", "relocation", "industry", "funds", "support", "villages", "rules"];

    #[test]
    fn there_are_182_figures_each_with_its_own_id_a_known_place_and_a_known_document() {
        let regions = crate::demo::regions().unwrap();
        let codes: HashSet<&str> = regions.iter().map(|it| it.code.as_str()).collect();
        let sources = sources().unwrap();
        let documents: HashSet<&str> = sources.iter().map(|it| it.id.as_str()).collect();
        let figures = figures().unwrap();
        let ids: HashSet<&str> = figures.iter().map(|it| it.id.as_str()).collect();

        assert_eq!((documents.len(), figures.len(), ids.len()), (5, 182, 182));
        for figure in &figures {
            assert!(codes.contains(figure.region_code.as_str()), "{}", figure.id);
            assert!(documents.contains(figure.source_id.as_str()), "{}", figure.id);
            assert!(TOPICS.contains(&figure.topic.as_str()), "{}", figure.id);
        }
    }

    #[test]
    fn what_is_said_in_one_language_is_said_in_the_other() {
        for figure in figures().unwrap() {
            assert_eq!(figure.period_zh.is_some(), figure.period_en.is_some(), "{}", figure.id);
            assert_eq!(
                figure.derivation_zh.is_some(),
                figure.derivation_en.is_some(),
                "{}",
                figure.id
            );
            assert_eq!(figure.warning_zh.is_some(), figure.warning_en.is_some(), "{}", figure.id);
        }
    }

    #[test]
    fn the_figure_worked_out_and_the_unit_error_say_so() {
        let figures = figures().unwrap();
        let worked_out = figures.iter().find(|it| it.value == "64904-64908").unwrap();
        let started = figures.iter().find(|it| it.value == "35341").unwrap();

        assert!(worked_out.derivation_zh.is_some() && worked_out.warning_zh.is_some());
        assert_eq!(started.unit_zh, "户");
        assert!(started.warning_zh.is_some());
    }

    /// The caption of one photo names a couple by a surname that no figure has a use for.
    #[test]
    fn nobody_in_a_photo_is_named() {
        let text =
            [include_str!("../../../data/figures.csv"), include_str!("../../../data/sources.csv")]
                .concat();

        for sign in ["朱", "老人", "老伴", "傅"] {
            assert!(!text.contains(sign));
        }
        assert!(!text.to_lowercase().contains("zhu "));
    }
}

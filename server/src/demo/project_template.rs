//! What made-up projects are about, and which bureau answers for them: read from the data files.

use anyhow::{Context, bail};

use super::csv::{Csv, Row};

pub struct ProjectTemplate {
    pub areas: Vec<String>,
    pub kind: String,
    pub bureau: usize,
    pub cost_yuan: u32,
    pub n_months: u32,
    pub n_from: u32,
    pub n_to: u32,
    pub name_zh: String,
    pub name_en: String,
    pub content_zh: String,
    pub content_en: String,
    pub target_zh: String,
    pub target_en: String,
    pub benefit_zh: String,
    pub benefit_en: String,
    pub sub_kind_zh: String,
    pub sub_kind_en: String,
    /// What is counted when it is done: as many as it plans.
    pub output_zh: String,
    pub output_en: String,
    pub unit_zh: String,
    pub unit_en: String,
    pub paid_to: PaidTo,
}

/// Who gets a project's money, as in `Payment::payee_kind`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaidTo {
    Firm,
    Unit,
    Households,
}

pub struct Bureau {
    pub id: String,
    pub name_zh: String,
    pub name_en: String,
    pub post_zh: String,
    pub post_en: String,
}

pub fn bureaus() -> anyhow::Result<Vec<Bureau>> {
    let csv = Csv::read(include_str!("../../../data/demo/bureaus.csv"))?;
    csv.parse(|row| {
        Ok(Bureau {
            id: row.words("id")?,
            name_zh: row.words("name_zh")?,
            name_en: row.words("name_en")?,
            post_zh: row.words("post_zh")?,
            post_en: row.words("post_en")?,
        })
    })
    .context("read the bureaus")
}

pub fn project_templates(bureaus: &[Bureau]) -> anyhow::Result<Vec<ProjectTemplate>> {
    let csv = Csv::read(include_str!("../../../data/demo/project_templates.csv"))?;
    csv.parse(|row| project_template(row, bureaus)).context("read the project templates")
}

fn project_template(row: &Row<'_>, bureaus: &[Bureau]) -> anyhow::Result<ProjectTemplate> {
    let bureau = row.words("bureau")?;
    Ok(ProjectTemplate {
        areas: row.words("places")?.split(' ').map(str::to_owned).collect(),
        kind: row.words("kind")?,
        bureau: bureaus.iter().position(|it| it.id == bureau).context("find the bureau")?,
        cost_yuan: row.number("cost_yuan")?,
        n_months: row.number("months")?,
        n_from: row.number("n_from")?,
        n_to: row.number("n_to")?,
        name_zh: row.words("name_zh")?,
        name_en: row.words("name_en")?,
        content_zh: row.words("content_zh")?,
        content_en: row.words("content_en")?,
        target_zh: row.words("target_zh")?,
        target_en: row.words("target_en")?,
        benefit_zh: row.words("benefit_zh")?,
        benefit_en: row.words("benefit_en")?,
        sub_kind_zh: row.words("sub_kind_zh")?,
        sub_kind_en: row.words("sub_kind_en")?,
        output_zh: row.words("output_zh")?,
        output_en: row.words("output_en")?,
        unit_zh: row.words("unit_zh")?,
        unit_en: row.words("unit_en")?,
        paid_to: paid_to(&row.words("paid_to")?)?,
    })
}

fn paid_to(word: &str) -> anyhow::Result<PaidTo> {
    Ok(match word {
        "firm" => PaidTo::Firm,
        "unit" => PaidTo::Unit,
        "households" => PaidTo::Households,
        _ => bail!("nobody is paid as {word}"),
    })
}

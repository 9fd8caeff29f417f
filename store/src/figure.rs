//! Figures as documents printed them.

use sqlx::Row;
use sqlx::any::AnyRow;

use crate::published::{Figure, Qualifier};
use crate::record::{Record, record};
use crate::{Store, StoreError};

impl Store {
    /// The figures of one place, in the order of the release.
    pub async fn figures(&self, release: i64, code: &str) -> Result<Vec<Figure>, StoreError> {
        Ok(sqlx::query(
            "select id, region_code, topic, name_zh, name_en, value, qualifier, unit_zh, unit_en,
                    period_zh, period_en, derivation_zh, derivation_en, warning_zh, warning_en,
                    source_id
             from figure
             where release_number = $1 and region_code = $2
             order by position",
        )
        .bind(release)
        .bind(code)
        .try_map(record)
        .fetch_all(&self.pool)
        .await?)
    }

    pub async fn figure(&self, release: i64, id: &str) -> Result<Option<Figure>, StoreError> {
        Ok(sqlx::query(
            "select id, region_code, topic, name_zh, name_en, value, qualifier, unit_zh, unit_en,
                    period_zh, period_en, derivation_zh, derivation_en, warning_zh, warning_en,
                    source_id
             from figure
             where release_number = $1 and id = $2",
        )
        .bind(release)
        .bind(id)
        .try_map(record)
        .fetch_optional(&self.pool)
        .await?)
    }
}

pub(crate) fn qualifier_text(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::AsPrinted => "as_printed",
        Qualifier::MoreThan => "more_than",
        Qualifier::AtLeast => "at_least",
        Qualifier::Below => "below",
        Qualifier::About => "about",
        Qualifier::Nearly => "nearly",
    }
}

fn parse_qualifier(text: &str) -> Result<Qualifier, sqlx::Error> {
    Ok(match text {
        "as_printed" => Qualifier::AsPrinted,
        "more_than" => Qualifier::MoreThan,
        "at_least" => Qualifier::AtLeast,
        "below" => Qualifier::Below,
        "about" => Qualifier::About,
        "nearly" => Qualifier::Nearly,
        _ => {
            let source = format!("unknown qualifier {text}").into();
            return Err(sqlx::Error::ColumnDecode { index: "qualifier".to_owned(), source });
        }
    })
}

impl Record for Figure {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            region_code: row.try_get("region_code")?,
            topic: row.try_get("topic")?,
            name_zh: row.try_get("name_zh")?,
            name_en: row.try_get("name_en")?,
            value: row.try_get("value")?,
            qualifier: parse_qualifier(row.try_get("qualifier")?)?,
            unit_zh: row.try_get("unit_zh")?,
            unit_en: row.try_get("unit_en")?,
            period_zh: row.try_get("period_zh")?,
            period_en: row.try_get("period_en")?,
            derivation_zh: row.try_get("derivation_zh")?,
            derivation_en: row.try_get("derivation_en")?,
            warning_zh: row.try_get("warning_zh")?,
            warning_en: row.try_get("warning_en")?,
            source_id: row.try_get("source_id")?,
        })
    }
}

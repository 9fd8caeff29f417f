//! Source documents, the figures taken from them, and the protected counts.

use sqlx::AnyConnection;

use crate::batch::Batch;
use crate::figure::qualifier_text;
use crate::published::{CountTable, Figure, SourceDocument};

pub(super) async fn write_sources(
    connection: &mut AnyConnection,
    release: i64,
    sources: &[SourceDocument],
) -> Result<(), sqlx::Error> {
    let insert = Batch {
        insert: "insert into source_document (release_number, position, id, title_zh, title_en,
                 publisher_zh, publisher_en, published_on, note_zh, note_en)",
        n_columns: 10,
        then: "",
    };
    insert
        .write(connection, (0_i64..).zip(sources), |row, (position, source)| {
            row.bind(release)
                .bind(*position)
                .bind(source.id.clone())
                .bind(source.title_zh.clone())
                .bind(source.title_en.clone())
                .bind(source.publisher_zh.clone())
                .bind(source.publisher_en.clone())
                .bind(source.published_on.clone())
                .bind(source.note_zh.clone())
                .bind(source.note_en.clone())
        })
        .await
}

pub(super) async fn write_figures(
    connection: &mut AnyConnection,
    release: i64,
    figures: &[Figure],
) -> Result<(), sqlx::Error> {
    let insert = Batch {
        insert: "insert into figure (release_number, position, id, region_code, topic, name_zh,
                 name_en, value, qualifier, unit_zh, unit_en, period_zh, period_en, derivation_zh,
                 derivation_en, warning_zh, warning_en, source_id)",
        n_columns: 18,
        then: "",
    };
    insert
        .write(connection, (0_i64..).zip(figures), |row, (position, figure)| {
            row.bind(release)
                .bind(*position)
                .bind(figure.id.clone())
                .bind(figure.region_code.clone())
                .bind(figure.topic.clone())
                .bind(figure.name_zh.clone())
                .bind(figure.name_en.clone())
                .bind(figure.value.clone())
                .bind(qualifier_text(figure.qualifier))
                .bind(figure.unit_zh.clone())
                .bind(figure.unit_en.clone())
                .bind(figure.period_zh.clone())
                .bind(figure.period_en.clone())
                .bind(figure.derivation_zh.clone())
                .bind(figure.derivation_en.clone())
                .bind(figure.warning_zh.clone())
                .bind(figure.warning_en.clone())
                .bind(figure.source_id.clone())
        })
        .await
}

pub(super) async fn write_counts(
    connection: &mut AnyConnection,
    release: i64,
    counts: &[CountTable],
) -> Result<(), sqlx::Error> {
    let insert = Batch {
        insert: "insert into protected_count (release_number, region_code, name, cells, total)",
        n_columns: 5,
        then: "",
    };
    insert
        .write(connection, counts, |row, table| {
            let cells = serde_json::to_string(&table.cells).expect("a map of numbers is JSON");
            row.bind(release)
                .bind(table.region_code.clone())
                .bind(table.name.clone())
                .bind(cells)
                .bind(table.total())
        })
        .await
}

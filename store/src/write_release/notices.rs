//! What is posted for people to object to.

use sqlx::AnyConnection;

use crate::batch::Batch;
use crate::published::Notice;

pub(super) async fn write(
    connection: &mut AnyConnection,
    release: i64,
    notices: &[Notice],
) -> Result<(), sqlx::Error> {
    let insert = Batch {
        insert: "insert into notice (release_number, id, region_code, kind, title_zh, title_en,
                 body_zh, body_en, posted_on, ends_on, phones, project_id)",
        n_columns: 12,
        then: "",
    };
    insert
        .write(connection, notices, |row, notice| {
            row.bind(release)
                .bind(notice.id.clone())
                .bind(notice.region_code.clone())
                .bind(notice.kind.clone())
                .bind(notice.title_zh.clone())
                .bind(notice.title_en.clone())
                .bind(notice.body_zh.clone())
                .bind(notice.body_en.clone())
                .bind(notice.posted_on.clone())
                .bind(notice.ends_on.clone())
                .bind(notice.phones.clone())
                .bind(notice.project_id.clone())
        })
        .await
}

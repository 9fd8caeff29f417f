//! Where each project's money comes from, and what was allocated to each place.

use sqlx::AnyConnection;

use crate::batch::Batch;
use crate::published::{FundLine, Project};

pub(super) async fn write_of_projects(
    connection: &mut AnyConnection,
    release: i64,
    projects: &[Project],
) -> Result<(), sqlx::Error> {
    let insert = Batch {
        insert: "insert into project_money (release_number, project_id, position, source,
                 planned_fen, allocated_fen, paid_fen)",
        n_columns: 7,
        then: "",
    };
    let rows = projects.iter().flat_map(|project| {
        (0_i64..).zip(&project.money).map(move |(position, money)| (project, position, money))
    });
    insert
        .write(connection, rows, |row, (project, position, money)| {
            row.bind(release)
                .bind(project.id.clone())
                .bind(*position)
                .bind(money.source.clone())
                .bind(money.planned_fen)
                .bind(money.allocated_fen)
                .bind(money.paid_fen)
        })
        .await
}

pub(super) async fn write_funds(
    connection: &mut AnyConnection,
    release: i64,
    funds: &[FundLine],
) -> Result<(), sqlx::Error> {
    let insert = Batch {
        insert: "insert into fund_line (release_number, id, region_code, source, name_zh, name_en,
                 document_number, year, amount_fen, allocated_on, use_zh, use_en, project_id,
                 published_on)",
        n_columns: 14,
        then: "",
    };
    insert
        .write(connection, funds, |row, fund| {
            row.bind(release)
                .bind(fund.id.clone())
                .bind(fund.region_code.clone())
                .bind(fund.source.clone())
                .bind(fund.name_zh.clone())
                .bind(fund.name_en.clone())
                .bind(fund.document_number.clone())
                .bind(fund.year)
                .bind(fund.amount_fen)
                .bind(fund.allocated_on.clone())
                .bind(fund.use_zh.clone())
                .bind(fund.use_en.clone())
                .bind(fund.project_id.clone())
                .bind(fund.published_on.clone())
        })
        .await
}

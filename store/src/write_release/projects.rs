//! The projects, with the sums of their money.

use sqlx::AnyConnection;

use crate::batch::{Batch, Values};
use crate::published::Project;

pub(super) async fn write(
    connection: &mut AnyConnection,
    release: i64,
    projects: &[Project],
) -> Result<(), sqlx::Error> {
    let insert = Batch {
        insert: "insert into project (release_number, id, region_code, name_zh, name_en, kind,
                 nature, stage, content_zh, content_en, target_zh, target_en, benefit_zh,
                 benefit_en, duty_unit_zh, duty_unit_en, duty_post_zh, duty_post_en, duty_phone,
                 n_beneficiary_households, planned_start_on, planned_end_on, actual_start_on,
                 actual_end_on, deviation_zh, deviation_en, year, planned_fen, paid_fen,
                 details)",
        n_columns: 30,
        then: "",
    };
    insert
        .write(connection, projects, |row, project| {
            let row = bind_description(row.bind(release), project);
            let row = bind_duty(row, project);
            bind_progress(row, project)
        })
        .await
}

fn bind_description(row: Values, project: &Project) -> Values {
    row.bind(project.id.clone())
        .bind(project.region_code.clone())
        .bind(project.name_zh.clone())
        .bind(project.name_en.clone())
        .bind(project.kind.clone())
        .bind(project.nature.clone())
        .bind(project.stage.clone())
        .bind(project.content_zh.clone())
        .bind(project.content_en.clone())
        .bind(project.target_zh.clone())
        .bind(project.target_en.clone())
        .bind(project.benefit_zh.clone())
        .bind(project.benefit_en.clone())
}

fn bind_duty(row: Values, project: &Project) -> Values {
    row.bind(project.duty_unit_zh.clone())
        .bind(project.duty_unit_en.clone())
        .bind(project.duty_post_zh.clone())
        .bind(project.duty_post_en.clone())
        .bind(project.duty_phone.clone())
}

fn bind_progress(row: Values, project: &Project) -> Values {
    row.bind(project.n_beneficiary_households)
        .bind(project.planned_start_on.clone())
        .bind(project.planned_end_on.clone())
        .bind(project.actual_start_on.clone())
        .bind(project.actual_end_on.clone())
        .bind(project.deviation_zh.clone())
        .bind(project.deviation_en.clone())
        .bind(project.year)
        .bind(project.money.iter().map(|it| it.planned_fen).sum::<i64>())
        .bind(project.money.iter().map(|it| it.paid_fen).sum::<i64>())
        .bind(serde_json::to_string(&project.details).expect("texts and numbers are JSON"))
}

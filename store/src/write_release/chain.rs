//! What follows the allocation: contracts and payments; the villages that are counted together; and why
//! records changed.

use sqlx::AnyConnection;

use crate::batch::Batch;
use crate::published::{ChangeReason, Contract, Payment, PublicationUnit};

pub(super) async fn write_units(
    connection: &mut AnyConnection,
    release: i64,
    units: &[PublicationUnit],
) -> Result<(), sqlx::Error> {
    let insert = Batch {
        insert: "insert into publication_unit (release_number, region_code, unit_code)",
        n_columns: 3,
        then: "",
    };
    let rows = units.iter().flat_map(|unit| unit.members.iter().map(move |it| (it, unit.code())));
    insert
        .write(connection, rows, |row, (member, unit)| {
            row.bind(release).bind((*member).clone()).bind((*unit).to_owned())
        })
        .await
}

pub(super) async fn write_contracts(
    connection: &mut AnyConnection,
    release: i64,
    contracts: &[Contract],
) -> Result<(), sqlx::Error> {
    let insert = Batch {
        insert: "insert into contract (release_number, id, project_id, title_zh, title_en,
                 supplier_zh, supplier_en, method, n_tenderers, signed_on, amount_fen,
                 planned_end_on, modifications)",
        n_columns: 13,
        then: "",
    };
    insert
        .write(connection, contracts, |row, contract| {
            let modifications = serde_json::to_string(&contract.modifications);
            row.bind(release)
                .bind(contract.id.clone())
                .bind(contract.project_id.clone())
                .bind(contract.title_zh.clone())
                .bind(contract.title_en.clone())
                .bind(contract.supplier_zh.clone())
                .bind(contract.supplier_en.clone())
                .bind(contract.method.clone())
                .bind(contract.n_tenderers)
                .bind(contract.signed_on.clone())
                .bind(contract.amount_fen)
                .bind(contract.planned_end_on.clone())
                .bind(modifications.expect("texts and numbers are JSON"))
        })
        .await
}

pub(super) async fn write_payments(
    connection: &mut AnyConnection,
    release: i64,
    payments: &[Payment],
) -> Result<(), sqlx::Error> {
    let insert = Batch {
        insert: "insert into payment (release_number, id, project_id, contract_id, fund_id, source,
                 paid_on, amount_fen, payee_kind, payee_zh, payee_en)",
        n_columns: 11,
        then: "",
    };
    insert
        .write(connection, payments, |row, payment| {
            row.bind(release)
                .bind(payment.id.clone())
                .bind(payment.project_id.clone())
                .bind(payment.contract_id.clone())
                .bind(payment.fund_id.clone())
                .bind(payment.source.clone())
                .bind(payment.paid_on.clone())
                .bind(payment.amount_fen)
                .bind(payment.payee_kind.clone())
                .bind(payment.payee_zh.clone())
                .bind(payment.payee_en.clone())
        })
        .await
}

pub(super) async fn write_reasons(
    connection: &mut AnyConnection,
    release: i64,
    reasons: &[ChangeReason],
) -> Result<(), sqlx::Error> {
    let insert = Batch {
        insert: "insert into change_reason (release_number, kind, record_id, reason_zh, reason_en,
                 complaint)",
        n_columns: 6,
        then: "",
    };
    insert
        .write(connection, reasons, |row, reason| {
            row.bind(release)
                .bind(reason.kind.code())
                .bind(reason.id.clone())
                .bind(reason.reason_zh.clone())
                .bind(reason.reason_en.clone())
                .bind(reason.complaint.clone())
        })
        .await
}

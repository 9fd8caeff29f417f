//! What is kept and what is logged of a person: no receipt, no address, in the log not even a name.

use casework::receipt::Receipt;
use casework::secret_key::SecretKey;
use sqlx::{AnyConnection, Connection};

use crate::support::journey::{
    COMPLAINT, NAME, filled_application, filled_complaint, n_cases, track,
};
use crate::support::log::{listen, logged};
use crate::support::{SECRET, TestPortal, asking, on_each_engine};

const FROM: [u8; 4] = [203, 0, 113, 77];
const CONTACT: &str = "西头第三家皇甫";

#[tokio::test]
async fn neither_a_receipt_nor_what_it_is_made_of_is_stored() {
    on_each_engine("2026-11-22", async |portal| {
        let key = SecretKey::from_bytes(SECRET);
        for form in [filled_application(&portal, "").await, filled_complaint(&portal, "").await] {
            let form_key = form.get("form_key").unwrap().to_owned();

            let receipt = portal.submit_from(FROM, &form).await.with_status(200).receipt();

            drop(portal.submit_from(FROM, &form).await.with_status(200));
            drop(track(&portal, "", &receipt).await.with_status(200));
            let rows = portal.database.filed_rows().await.join("\n");
            let secret = "2a".repeat(SECRET.len());
            for part in [receipt.as_str(), &receipt.replace(' ', ""), &form_key, &secret] {
                assert!(!rows.contains(part), "{part} is in {rows}");
            }
            for group in receipt.split(' ') {
                assert!(!rows.contains(group), "{group} is in {rows}");
            }
            let hash = Receipt::parse(&receipt).unwrap().keyed_hash(&key);
            assert!(rows.contains(&hash), "only its keyed hash is stored");
            assert!(!rows.contains("203.0.113.77") && !rows.contains("192.0.2.1"), "{rows}");
        }
    })
    .await;
}

#[tokio::test]
async fn nothing_of_a_person_is_logged_at_any_level() {
    listen();
    on_each_engine("2026-11-22", async |portal| {
        tracing::info!("this is written down");
        let said = everything(&portal).await;

        let log = logged();
        assert!(log.contains("this is written down"));
        assert!(log.contains("could not show /complain"), "a failure is logged");
        for part in said {
            assert!(!log.contains(&part), "{part} is in the log: {}", around(&log, &part));
        }
    })
    .await;
}

/// Does all there is to do, mistakes and failures too; gives back what must not be logged.
async fn everything(portal: &TestPortal) -> Vec<String> {
    let application = filled_application(portal, "").await;
    let complaint =
        filled_complaint(portal, "").await.without("anonymous").with("contact", CONTACT);
    let mut said: Vec<String> = [
        NAME,
        CONTACT,
        "13800001111",
        "138 0000 1111",
        "138+0000",
        "23571",
        COMPLAINT,
        "203.0.113",
    ]
    .map(str::to_owned)
    .into();
    for form in [&application, &complaint] {
        let handed = portal.submit_from(FROM, form).await.with_status(200);
        let receipt = handed.receipt();
        drop(track(portal, "", &receipt).await.with_status(200));
        drop(portal.post("/track/kept", &[("receipt", &receipt)]).await.with_status(200));
        drop(portal.submit_from(FROM, &form.clone().with("kind", "").with("phone", "1")).await);
        said.push(receipt.replace(' ', ""));
        said.extend(receipt.split(' ').map(str::to_owned));
        said.push(form.get("form_key").unwrap().to_owned());
    }
    fail(portal, &complaint.with("form_key", "ffffffffffffffffffffffffffffffff")).await;
    drop(portal.get("/search?q=皇甫西头".replace("皇甫西头", "%E7%9A%87%E7%94%AB").as_str()).await);
    let request = asking("POST", "/check").header("content-type", "text/plain");
    drop(portal.send(request, format!("{NAME} {CONTACT}")).await);
    said
}

/// The database refuses to write a complaint, and says in its own words which.
async fn fail(portal: &TestPortal, form: &crate::support::form::Form) {
    let sql = if portal.database.is_postgres() {
        "alter table complaint add constraint never check (body = '') not valid"
    } else {
        "create trigger never before insert on complaint
         begin select raise(abort, 'never'); end"
    };
    let mut connection = AnyConnection::connect(&portal.database.url).await.unwrap();
    sqlx::raw_sql(sql).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    let n_before = n_cases(portal).await;

    let page = portal.submit_from(FROM, form).await;

    page.assert_never_says("never");
    page.error_page(500, "internal");
    assert_eq!(n_cases(portal).await, n_before, "a case is filed whole or not at all");
}

/// The place in the log, without all the rest.
fn around(log: &str, part: &str) -> String {
    let lines = log.lines().filter(|it| it.contains(part));
    lines.map(|it| it.chars().take(400).collect::<String>()).take(3).collect::<Vec<_>>().join("\n")
}

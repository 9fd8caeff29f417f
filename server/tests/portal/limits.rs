//! How often one address may file and look up in an hour.

use app::site::portal::Settings;

use crate::support::journey::{complaint, filled_application, filled_complaint, n_cases};
use crate::support::{TestPortal, asking, on_each_engine};

const US: [u8; 4] = [198, 51, 100, 7];
const OTHERS: [u8; 4] = [198, 51, 100, 8];

fn three_an_hour() -> Settings {
    Settings { hourly_filings: 3, hourly_lookups: 3, ..Settings::default() }
}

#[tokio::test]
async fn who_files_too_often_is_told_on_a_page_and_nobody_else_is() {
    on_each_engine("2026-11-22", async |portal| {
        let portal = portal.set(three_an_hour(), "2026-11-22").await;
        for base in ["", "/en", ""] {
            let form = filled_complaint(&portal, base).await;
            drop(portal.submit_from(US, &form).await.with_status(200).receipt());
        }

        for base in ["", "/en"] {
            let complaint = filled_complaint(&portal, base).await;
            let application = filled_application(&portal, base).await;
            portal.submit_from(US, &complaint).await.error_page(429, "too_many");
            portal.submit_from(US, &application).await.error_page(429, "too_many");
        }

        assert_eq!(n_cases(&portal).await, 3);
        let form = filled_complaint(&portal, "").await;
        drop(portal.submit_from(OTHERS, &form).await.with_status(200).receipt());
    })
    .await;
}

#[tokio::test]
async fn the_next_hour_is_free_again() {
    let portal = TestPortal::on("2026-11-22").await;
    let portal = portal.set(three_an_hour(), "2026-11-22T04:59:59Z").await;
    for _ in 0..3 {
        let form = filled_complaint(&portal, "").await;
        drop(portal.submit_from(US, &form).await.with_status(200));
    }
    let form = filled_complaint(&portal, "").await;
    assert_eq!(portal.submit_from(US, &form).await.status, 429);

    let later = portal.later("2026-11-22T05:00:00Z").await;

    drop(later.submit_from(US, &form).await.with_status(200).receipt());
}

#[tokio::test]
async fn a_form_with_a_mistake_does_not_count() {
    let portal = TestPortal::on("2026-11-22").await.set(three_an_hour(), "2026-11-22").await;
    for _ in 0..5 {
        let form = complaint(&portal, "").await;
        drop(portal.submit_from(US, &form).await.with_status(422));
    }

    let form = filled_complaint(&portal, "").await;

    drop(portal.submit_from(US, &form).await.with_status(200).receipt());
}

#[tokio::test]
async fn receipts_cannot_be_tried_out() {
    on_each_engine("2026-11-22", async |portal| {
        let portal = portal.set(three_an_hour(), "2026-11-22").await;
        let handed = portal.submit_from(OTHERS, &filled_complaint(&portal, "").await).await;
        let form = portal.get("/track").await.form("/track");
        for _ in 0..3 {
            drop(
                portal.submit_from(US, &form.clone().with("receipt", "错")).await.with_status(422),
            );
        }

        let right = form.with("receipt", &handed.receipt());
        portal.submit_from(US, &right).await.error_page(429, "too_many");
        let kept = handed.form("/track/kept").with("receipt", &handed.receipt());
        portal.submit_from(US, &kept).await.error_page(429, "too_many");

        drop(portal.submit_from(OTHERS, &right).await.with_status(200));
        // Looking up does not use up what may be filed.
        let form = filled_complaint(&portal, "").await;
        drop(portal.submit_from(US, &form).await.with_status(200).receipt());
    })
    .await;
}

#[tokio::test]
async fn every_server_of_one_database_counts_together() {
    on_each_engine("2026-11-22", async |portal| {
        let one = portal.set(three_an_hour(), "2026-11-22").await;
        let two = portal.set(three_an_hour(), "2026-11-22").await;
        for server in [&one, &two, &one] {
            let form = filled_complaint(server, "").await;
            drop(server.submit_from(US, &form).await.with_status(200));
        }

        let form = filled_complaint(&two, "").await;

        assert_eq!(two.submit_from(US, &form).await.status, 429);
    })
    .await;
}

#[tokio::test]
async fn behind_a_proxy_the_address_is_the_one_that_the_proxy_saw() {
    let header = Some("x-forwarded-for".to_owned());
    let settings = Settings { client_address_header: header, ..three_an_hour() };
    let portal = TestPortal::on("2026-11-22").await.set(settings, "2026-11-22").await;
    let file = async |forwarded: &str| {
        let form = filled_complaint(&portal, "").await;
        let request = asking("POST", "/complain")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("x-forwarded-for", forwarded);
        portal.send(request, form.body()).await.status
    };

    for made_up in ["1.1.1.1", "2.2.2.2", "3.3.3.3"] {
        assert_eq!(file(&format!("{made_up}, 198.51.100.7")).await, 200);
    }

    assert_eq!(file("4.4.4.4, 198.51.100.7").await, 429, "what a visitor claims does not count");
    assert_eq!(file("198.51.100.8").await, 200);
}

#[tokio::test]
async fn a_form_that_was_filed_shows_its_receipt_again_even_when_the_hour_is_full() {
    let portal = TestPortal::on("2026-11-22").await.set(three_an_hour(), "2026-11-22").await;
    let form = filled_complaint(&portal, "").await;
    let receipt = portal.submit_from(US, &form).await.with_status(200).receipt();
    for _ in 0..2 {
        drop(portal.submit_from(US, &filled_complaint(&portal, "").await).await.with_status(200));
    }

    let again = portal.submit_from(US, &form).await;

    assert_eq!(again.with_status(200).receipt(), receipt);
}

//! Filing: once, however often and from wherever it is sent.

use sqlx::{AnyConnection, Connection};
use store::cases::{CaseKind, Filed};
use store::{Store, StoreError};

use crate::engine::{Database, TestResult, each_database, each_engine};
use crate::sample::{VILLAGE, application, complaint};

#[tokio::test]
async fn a_filed_application_is_tracked_by_its_receipt() {
    each_engine(async |store| {
        let filed = store.file_application(&application(1, "form")).await?;

        assert_eq!(filed, Filed::New);
        let case = store.tracked_case("receipt-a-1").await?.expect("it was filed");
        assert_eq!((case.kind, case.reference.as_str()), (CaseKind::Application, "A-1"));
        assert_eq!((case.subject.as_str(), case.region_code.as_deref()), ("dibao", Some(VILLAGE)));
        assert_eq!(case.events.len(), 1);
        assert_eq!((case.events[0].step.as_str(), &case.events[0].at), ("filed", &case.filed_at));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn an_anonymous_complaint_about_no_place_is_tracked_by_its_receipt() {
    each_engine(async |store| {
        let filed = store.file_complaint(&complaint(1, "form")).await?;

        assert_eq!(filed, Filed::New);
        let case = store.tracked_case("receipt-c-1").await?.expect("it was filed");
        assert_eq!((case.kind, case.subject.as_str()), (CaseKind::Complaint, "figure"));
        assert_eq!(case.region_code, None);
        assert_eq!(store.tracked_case("another").await?, None);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_same_form_sent_twice_files_once() {
    each_engine(async |store| {
        for (n, expected) in [(1, Filed::New), (1, Filed::Before), (2, Filed::Before)] {
            assert_eq!(store.file_application(&application(n, "form-a")).await?, expected);
            assert_eq!(store.file_complaint(&complaint(n, "form-c")).await?, expected);
        }

        assert_eq!(store.cases(10).await?.len(), 2);
        assert_eq!(store.tracked_case("receipt-a-2").await?, None);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn another_form_with_a_taken_reference_is_a_conflict_and_leaves_nothing() {
    each_engine(async |store| {
        store.file_complaint(&complaint(1, "form")).await?;

        let error = store.file_complaint(&complaint(1, "other")).await.expect_err("taken");

        assert!(matches!(error, StoreError::Conflict), "{error:?}");
        assert_eq!(store.cases(10).await?.len(), 1);
        Ok(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_form_from_many_at_one_moment_files_once() {
    each_database(async |database| {
        let stores = [database.open().await?, database.open().await?];

        for round in 0..5 {
            let form = format!("form-{round}");
            let filing: Vec<_> = (0..30_usize)
                .map(|n| {
                    let store = stores[n % 2].clone();
                    // Half of them even with the same reference and receipt.
                    let new = application(round * 100 + n.max(15), &form);
                    tokio::spawn(async move { store.file_application(&new).await })
                })
                .collect();
            let mut n_new = 0;
            for filing in filing {
                n_new += usize::from(filing.await?? == Filed::New);
            }
            assert_eq!(n_new, 1);
        }

        let cases = stores[0].cases(100).await?;
        assert_eq!(cases.len(), 5);
        assert!(cases.iter().all(|it| it.n_events == 1));
        Ok(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn many_different_forms_at_one_moment_are_all_filed() {
    each_database(async |database| {
        let stores = [database.open().await?, database.open().await?];
        let file = |store: Store, n: usize| async move {
            store.file_complaint(&complaint(n, &format!("form-{n}"))).await
        };

        let filing: Vec<_> =
            (0..60).map(|n| tokio::spawn(file(stores[n % 2].clone(), n))).collect();
        for filing in filing {
            assert_eq!(filing.await??, Filed::New);
        }

        assert_eq!(stores[1].cases(100).await?.len(), 60);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn while_another_program_holds_the_file_filing_is_busy_and_leaves_nothing() -> TestResult {
    let database = Database::sqlite();
    let store = database.open().await?;
    let mut other = AnyConnection::connect(&database.url).await?;
    let held = other.begin_with("begin immediate").await?;

    let error = store.file_complaint(&complaint(1, "form")).await.expect_err("held");

    assert!(matches!(error, StoreError::Busy), "{error:?}");
    held.rollback().await?;
    assert_eq!(store.file_complaint(&complaint(1, "form")).await?, Filed::New);
    Ok(())
}

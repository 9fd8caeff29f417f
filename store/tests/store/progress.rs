//! The steps of a case.

use store::StoreError;
use store::cases::CaseKind;

use crate::engine::{each_database, each_engine};
use crate::sample::{application, complaint};

const DAY: &str = "2026-03-03T08:00:00.000Z";

#[tokio::test]
async fn steps_are_kept_in_the_order_they_happened() {
    each_engine(async |store| {
        store.file_application(&application(1, "form")).await?;

        store.record_step("A-1", "checked", Some("材料齐全"), DAY, 1).await?;
        store.record_step("A-1", "decided", None, DAY, 2).await?;

        let case = store.tracked_case("receipt-a-1").await?.expect("it was filed");
        let steps: Vec<_> =
            case.events.iter().map(|it| (it.step.as_str(), it.message.as_deref())).collect();
        assert_eq!(steps, [("filed", None), ("checked", Some("材料齐全")), ("decided", None)]);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_step_on_top_of_another_number_of_events_is_a_conflict() {
    each_engine(async |store| {
        store.file_application(&application(1, "form")).await?;

        for (reference, n_events) in [("A-1", 0), ("A-1", 2), ("A-1", -1), ("A-2", 0)] {
            let result = store.record_step(reference, "checked", None, DAY, n_events).await;

            assert!(matches!(result, Err(StoreError::Conflict)), "{reference} {n_events}");
        }
        assert_eq!(store.cases(1).await?[0].n_events, 1);
        Ok(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_record_the_next_step_at_once_one_wins() {
    each_database(async |database| {
        let stores = [database.open().await?, database.open().await?];
        stores[0].file_application(&application(1, "form")).await?;

        let recording: Vec<_> = (0..20_usize)
            .map(|n| {
                let store = stores[n % 2].clone();
                tokio::spawn(async move { store.record_step("A-1", "checked", None, DAY, 1).await })
            })
            .collect();
        let mut n_recorded = 0;
        for recording in recording {
            match recording.await? {
                Ok(()) => n_recorded += 1,
                Err(error) => assert!(matches!(error, StoreError::Conflict), "{error:?}"),
            }
        }

        assert_eq!(n_recorded, 1);
        assert_eq!(stores[0].cases(1).await?[0].n_events, 2);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_operator_sees_the_latest_cases_with_their_last_step() {
    each_engine(async |store| {
        assert!(store.cases(10).await?.is_empty());
        store.file_application(&application(1, "form-1")).await?;
        store.file_complaint(&complaint(2, "form-2")).await?;
        store.record_step("A-1", "checked", None, DAY, 1).await?;

        let cases = store.cases(10).await?;

        let lines: Vec<_> = cases
            .iter()
            .map(|it| (it.reference.as_str(), it.kind, it.last_step.as_str(), it.n_events))
            .collect();
        assert_eq!(
            lines,
            [
                ("C-2", CaseKind::Complaint, "filed", 1),
                ("A-1", CaseKind::Application, "checked", 2),
            ]
        );
        assert_eq!((cases[1].subject.as_str(), cases[1].last_step_at.as_str()), ("dibao", DAY));
        assert_eq!(store.cases(1).await?.len(), 1);
        Ok(())
    })
    .await;
}

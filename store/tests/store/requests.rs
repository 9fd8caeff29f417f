//! Counting requests.

use crate::engine::{each_database, each_engine};

#[tokio::test]
async fn requests_are_counted_by_key_and_window() {
    each_engine(async |store| {
        assert_eq!(store.count_request("li", "2026-03-02T10").await?, 1);
        assert_eq!(store.count_request("li", "2026-03-02T10").await?, 2);
        assert_eq!(store.count_request("wang", "2026-03-02T10").await?, 1);
        assert_eq!(store.count_request("li", "2026-03-02T11").await?, 1);

        store.forget_requests_before("2026-03-02T11").await?;

        assert_eq!(store.count_request("li", "2026-03-02T10").await?, 1);
        assert_eq!(store.count_request("li", "2026-03-02T11").await?, 2);
        Ok(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_request_is_lost_when_many_come_at_once() {
    each_database(async |database| {
        let stores = [database.open().await?, database.open().await?];

        let counting: Vec<_> = (0..40_usize)
            .map(|n| {
                let store = stores[n % 2].clone();
                tokio::spawn(async move { store.count_request("li", "2026-03-02T10").await })
            })
            .collect();
        let mut counts = Vec::new();
        for counting in counting {
            counts.push(counting.await??);
        }

        counts.sort_unstable();
        assert_eq!(counts, (1..=40).collect::<Vec<i64>>());
        Ok(())
    })
    .await;
}

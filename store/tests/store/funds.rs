//! Lists of fund lines: which ones, in what order, what they add up to.

use store::published::{FundLine, ReleaseContent};
use store::{FundFilter, FundSort, FundTotals, SourceTotal, Store, StoreError, YearTotal};

use crate::engine::{TestResult, each_engine};
use crate::sample::{self, COUNTY, OTHER_TOWN, TOWN, VILLAGE, fund};

async fn publish(store: &Store) -> TestResult {
    let funds = vec![
        FundLine { amount_fen: 300, name_zh: "B".to_owned(), ..fund("a", VILLAGE) },
        FundLine {
            amount_fen: 100,
            source: "county".to_owned(),
            document_number: "龙财〔2026〕9号".to_owned(),
            year: 2026,
            allocated_on: "2026-02-01".to_owned(),
            name_zh: "A".to_owned(),
            ..fund("b", TOWN)
        },
        FundLine {
            amount_fen: 200,
            allocated_on: "2025-01-01".to_owned(),
            name_zh: "C".to_owned(),
            ..fund("c", COUNTY)
        },
    ];
    sample::publish(store, &ReleaseContent { funds, ..sample::release(1) }).await
}

async fn ids(store: &Store, filter: FundFilter) -> Result<String, StoreError> {
    let page = store.funds(1, &filter, 1).await?;
    assert_eq!(page.total, i64::try_from(page.items.len()).expect("a short list"));
    Ok(page.items.into_iter().map(|it| it.line.id).collect::<Vec<_>>().join(" "))
}

#[tokio::test]
async fn fund_lines_are_filtered_and_ordered_as_asked() {
    each_engine(async |store| {
        publish(&store).await?;
        let all = || FundFilter::below(COUNTY);
        let some = |text: &str| Some(text.to_owned());

        for (filter, expected) in [
            (all(), "b a c"),
            (FundFilter::below(TOWN), "b a"),
            (FundFilter::below(OTHER_TOWN), ""),
            (FundFilter { source: some("county"), ..all() }, "b"),
            (FundFilter { year: Some(2025), ..all() }, "a c"),
            (FundFilter { text: some("龙财"), ..all() }, "b"),
            (FundFilter { text: some("BRIDGING"), year: Some(2026), ..all() }, "b"),
            (FundFilter { sort: FundSort::LargestFirst, ..all() }, "a c b"),
            (FundFilter { sort: FundSort::Name, ..all() }, "b a c"),
        ] {
            assert_eq!(ids(&store, filter.clone()).await?, expected, "{filter:?}");
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_fund_line_in_a_list_names_its_place() {
    each_engine(async |store| {
        publish(&store).await?;

        let page = store.funds(1, &FundFilter::below(VILLAGE), 0).await?;

        assert_eq!((page.number, page.items[0].region_name.as_str()), (1, "永和村委会"));
        assert_eq!(Some(&page.items[0].line), store.fund(1, "a").await?.as_ref());
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn fund_lines_add_up_by_source_and_by_year() {
    each_engine(async |store| {
        publish(&store).await?;

        let totals = store.fund_totals(1, COUNTY).await?;

        let source = |name: &str, amount_fen| SourceTotal { source: name.to_owned(), amount_fen };
        let year = |year, amount_fen| YearTotal { year, amount_fen };
        let expected = FundTotals {
            n_lines: 3,
            amount_fen: 600,
            by_source: vec![source("central", 500), source("county", 100)],
            by_year: vec![year(2026, 100), year(2025, 500)],
        };
        assert_eq!(totals, expected);
        assert_eq!(store.fund_totals(1, OTHER_TOWN).await?, FundTotals::default());
        assert!(store.funds_of_project(1, "none").await?.is_empty());
        Ok(())
    })
    .await;
}

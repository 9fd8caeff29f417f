//! Lists of notices.

use store::published::ReleaseContent;

use crate::engine::each_engine;
use crate::sample::{self, COUNTY, TOWN, VILLAGE, notice};

#[tokio::test]
async fn open_notices_come_first_the_soonest_to_end_at_the_top() {
    each_engine(async |store| {
        let notices = vec![
            notice("long-closed", VILLAGE, "2026-01-31"),
            notice("open-long", TOWN, "2026-04-30"),
            notice("closed", VILLAGE, "2026-03-09"),
            notice("last-day", VILLAGE, "2026-03-10"),
        ];
        let content = ReleaseContent { notices, ..sample::release(1) };
        sample::publish(&store, &content).await?;

        let page = store.notices(1, COUNTY, "2026-03-10", 1).await?;

        let ids: Vec<&str> = page.items.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(ids, ["last-day", "open-long", "closed", "long-closed"]);
        assert_eq!((page.total, page.items[1].region_name.as_str()), (4, "永和镇"));
        assert_eq!(store.notices(1, VILLAGE, "2026-03-10", 1).await?.total, 3);
        assert!(store.notices(1, COUNTY, "2026-03-10", 2).await?.items.is_empty());
        assert_eq!(store.notice(1, "missing").await?, None);
        Ok(())
    })
    .await;
}

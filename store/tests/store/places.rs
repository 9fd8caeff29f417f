//! Places: taking them in, the way down to one, what lies in one.

use store::StoreError;
use store::published::ReleaseContent;

use crate::engine::each_engine;
use crate::sample::{self, CITY, COUNTY, PROVINCE, TOWN, VILLAGE, counts, region};

#[tokio::test]
async fn a_place_comes_back_as_it_was_written() {
    each_engine(async |store| {
        store.write_regions(&sample::regions()).await?;

        let village = store.region(VILLAGE).await?;

        assert_eq!(village.as_ref(), sample::regions().first());
        assert_eq!(store.region("000000000000").await?, None);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn writing_a_place_again_renews_it() {
    each_engine(async |store| {
        store.write_regions(&sample::regions()).await?;
        let renamed = region(TOWN, Some(COUNTY), 4, "永和街道", "yonghejiedao");

        store.write_regions(std::slice::from_ref(&renamed)).await?;

        assert_eq!(store.region(TOWN).await?, Some(renamed));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn places_without_their_parent_are_refused_all_together() {
    each_engine(async |store| {
        let orphan = region(VILLAGE, Some(TOWN), 5, "永和村委会", "yonghecunweihui");
        let province = region(PROVINCE, None, 1, "福建省", "fujiansheng");

        let error = store.write_regions(&[orphan, province]).await.expect_err("an orphan");

        assert!(matches!(error, StoreError::Database(_)), "{error:?}");
        assert_eq!(store.region(PROVINCE).await?, None);
        store.write_regions(&[]).await?;
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn as_many_places_as_five_cities_have_are_written_and_renewed() {
    each_engine(async |store| {
        let mut regions = vec![region(PROVINCE, None, 1, "福建省", "fujiansheng")];
        regions.extend((0..20_861).map(|n| {
            region(&format!("35{n:010}"), Some(PROVINCE), 5, &format!("第{n}村"), &format!("di{n}"))
        }));
        regions.remove(1);

        store.write_regions(&regions).await?;
        store.write_regions(&regions).await?;

        assert_eq!(store.children(1, PROVINCE, 1).await?.total, 20_860);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_way_to_a_place_begins_with_its_province_and_ends_with_it() {
    each_engine(async |store| {
        store.write_regions(&sample::regions()).await?;

        let above = store.regions_above(VILLAGE).await?;

        let codes: Vec<&str> = above.iter().map(|it| it.code.as_str()).collect();
        assert_eq!(codes, [PROVINCE, CITY, COUNTY, TOWN, VILLAGE]);
        assert!(store.regions_above("nowhere").await?.is_empty());
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_places_in_a_place_come_with_their_households_where_published() {
    each_engine(async |store| {
        let status = counts(TOWN, "status", &[("stable", 40), ("watched", 5)]);
        let cause = counts(TOWN, "cause", &[("illness", 45)]);
        let content =
            ReleaseContent { counts: vec![status.clone(), cause.clone()], ..sample::release(1) };
        sample::publish(&store, &content).await?;

        let children = store.children(1, COUNTY, 1).await?;

        let lines: Vec<_> =
            children.items.iter().map(|it| (it.region.name.as_str(), it.n_households)).collect();
        assert_eq!(lines, [("永和镇", Some(45)), ("东园镇", None)]);
        assert_eq!(store.children(2, COUNTY, 1).await?.items[0].n_households, None);
        assert_eq!(store.counts(1, TOWN).await?, [cause, status]);
        assert!(store.counts(1, COUNTY).await?.is_empty());
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_page_holds_fifty_and_one_beyond_the_last_is_empty() {
    each_engine(async |store| {
        let mut regions = vec![region(PROVINCE, None, 1, "福建省", "fujiansheng")];
        regions.extend((1..=101).map(|n| {
            region(&format!("35{n:02}00000000"), Some(PROVINCE), 2, &format!("第{n}市"), "di")
        }));
        store.write_regions(&regions).await?;

        for (number, n_items) in [(0, 50), (1, 50), (2, 50), (3, 1), (4, 0), (u32::MAX, 0)] {
            let page = store.children(1, PROVINCE, number).await?;

            assert_eq!(page.items.len(), n_items, "page {number}");
            assert_eq!((page.total, page.n_pages()), (101, 3));
            assert_eq!(page.number, number.max(1));
        }
        let nothing = store.children(1, "nowhere", 1).await?;
        assert_eq!((nothing.items.len(), nothing.total, nothing.n_pages()), (0, 0, 1));
        Ok(())
    })
    .await;
}

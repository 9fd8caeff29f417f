//! Finding a place by what a person types.

use store::Store;

use crate::engine::each_engine;
use crate::sample::{self, TOWN, region};

async fn names(store: &Store, text: &str) -> Result<Vec<String>, store::StoreError> {
    let found = store.find_places(text, 10).await?;
    Ok(found.into_iter().map(|it| it.region.name).collect())
}

#[tokio::test]
async fn the_nearest_name_comes_first_and_says_where_it_lies() {
    each_engine(async |store| {
        store.write_regions(&sample::regions()).await?;

        let found = store.find_places("永和", 10).await?;

        let lines: Vec<(&str, String)> =
            found.iter().map(|it| (it.region.name.as_str(), it.path.join("/"))).collect();
        assert_eq!(
            lines,
            [
                ("永和镇", "福建省/漳州市/龙海区".to_owned()),
                ("永和村委会", "福建省/漳州市/龙海区/永和镇".to_owned()),
                ("新永和村委会", "福建省/漳州市/龙海区/东园镇".to_owned()),
            ]
        );
        assert_eq!(names(&store, "新永和村委会").await?, ["新永和村委会"]);
        assert!(store.find_places("福建省", 10).await?[0].path.is_empty());
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn letters_find_the_names_that_begin_with_them() {
    each_engine(async |store| {
        store.write_regions(&sample::regions()).await?;

        assert_eq!(names(&store, "yonghe").await?, ["永和镇", "永和村委会"]);
        assert_eq!(names(&store, " Yong He zhen ").await?, ["永和镇"]);
        assert_eq!(names(&store, "z").await?, ["漳州市"]);
        assert!(names(&store, "hezhen").await?.is_empty());
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn nothing_typed_finds_nothing_and_signs_of_a_pattern_stand_for_themselves() {
    each_engine(async |store| {
        store.write_regions(&sample::regions()).await?;
        let odd = region("350681100201", Some(TOWN), 5, "50%_村", "50cun");
        store.write_regions(&[odd]).await?;

        for text in ["", "  ", "%%", "_", "!", "'", "\\"] {
            let expected: &[&str] = if text == "_" { &["50%_村"] } else { &[] };
            assert_eq!(names(&store, text).await?, expected, "{text}");
        }
        assert_eq!(names(&store, "50%").await?, ["50%_村"]);
        assert!(names(&store, &"永".repeat(100_000)).await?.is_empty());
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn no_more_places_are_found_than_asked_for() {
    each_engine(async |store| {
        store.write_regions(&sample::regions()).await?;

        assert_eq!(store.find_places("镇", 1).await?.len(), 1);
        assert_eq!(store.find_places("镇", 0).await?.len(), 0);
        Ok(())
    })
    .await;
}

//! How long the difference of two large releases takes, and what the pages weigh: printed, not judged.

use std::io::Write;
use std::time::Instant;

use store::published::{CountTable, Project, Region, ReleaseContent};

use super::county::{TOWN, VILLAGE, project, release, with_releases};
use crate::support::asking;

/// 3,000 projects and 120,000 tables of counts; one of a hundred differs. Takes minutes to write.
#[tokio::test]
#[ignore = "measures: run it by name with --release"]
async fn the_difference_of_two_large_releases() {
    let portal = with_releases(0).await;
    let code = |it: usize| format!("36{it:010}");
    let village = |it: usize| Region {
        code: code(it),
        parent_code: Some(TOWN.to_owned()),
        level: 5,
        name: format!("村{it}"),
        pinyin: "cun".to_owned(),
    };
    portal.store.write_regions(&(0..17_143).map(village).collect::<Vec<_>>()).await.unwrap();
    let tables = ["category", "cause", "status", "exit_year", "age", "housing", "water"];
    for number in 1..=2 {
        let of = |it: usize| if it.is_multiple_of(100) { number * 5 } else { 5 };
        let content = ReleaseContent {
            counts: (0..120_000)
                .map(|it| CountTable {
                    region_code: code(it / 7),
                    name: tables[it % 7].to_owned(),
                    cells: [("safe".to_owned(), of(it)), ("other".to_owned(), 10)].into(),
                })
                .collect(),
            projects: (0..3_000)
                .map(|it| Project { year: 2025 + of(it), ..project(&format!("p-{it}"), 5) })
                .collect(),
            ..release(number)
        };
        portal.store.write_release(&content).await.unwrap();
    }
    let portal = portal.later("2026-11-22").await;

    for path in ["/releases/2/changes", "/releases/2/changes?page=2", "/releases/2/changes.json"] {
        let begun = Instant::now();
        let answer = portal.get(path).await.with_status(200);
        println!("{path}: {} ms, {} bytes", begun.elapsed().as_millis(), answer.body.len());
    }
}

#[tokio::test]
async fn what_the_pages_weigh() {
    let portal = with_releases(3).await;
    for path in [
        "/releases".to_owned(),
        "/releases/2".to_owned(),
        "/releases/2/changes".to_owned(),
        "/projects/road".to_owned(),
        format!("/r/{VILLAGE}"),
        format!("/r/{VILLAGE}?release=1"),
        format!("/r/{VILLAGE}/progress"),
        "/projects/bridge".to_owned(),
    ] {
        let plain = portal.get(&path).await;
        let mut small = Vec::new();
        let mut writer = brotli::CompressorWriter::new(&mut small, 4096, 5, 22);
        writer.write_all(&plain.body).unwrap();
        drop(writer);
        println!("{path}: {} bytes, {} with brotli", plain.body.len(), small.len());
        let request = asking("GET", &path).header("accept-encoding", "br");
        let sent = portal.send(request, "").await;
        assert!(sent.body.len() < 14 * 1024, "{path}: {} bytes", sent.body.len());
    }
}

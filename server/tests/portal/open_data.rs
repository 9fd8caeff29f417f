//! `/open-data`: the page that explains it all.

use std::io::Write;

use crate::support::{TestPortal, asking, both};

#[tokio::test]
async fn the_page_about_open_data_explains_every_column_of_the_files() {
    let portal = TestPortal::on("2026-11-22").await;
    for path in both("/open-data") {
        let page = portal.get(&path).await.with_status(200).page();

        for table in opendata::dictionary() {
            page.assert_says(table.id);
            for column in &table.columns {
                page.assert_says(column.id);
                let about = if path.starts_with("/en") { column.about.en } else { column.about.zh };
                page.assert_says(about.trim());
            }
        }
        let request = asking("GET", &path).header("accept-encoding", "br");
        let brotli = portal.send(request, "").await;
        println!("{path}: {} bytes, brotli {}", page.body.len(), brotli.body.len());
        std::io::stdout().flush().unwrap();
    }
}

#[tokio::test]
async fn every_address_on_the_page_about_open_data_answers() {
    let portal = TestPortal::on("2026-11-22").await;
    for path in both("/open-data") {
        let page = portal.get(&path).await;
        for link in page.links() {
            assert_eq!(portal.get(&link).await.status, 200, "{link}");
        }
        for line in page
            .html()
            .replace("&#x27;", "'")
            .replace("&#39;", "'")
            .split("http://127.0.0.1:3000")
            .skip(1)
        {
            let example = line.split(['\'', '\n', '<', '"']).next().unwrap().replace("&amp;", "&");
            // The files lie where the operator puts them.
            if example.starts_with("/api/") {
                assert_eq!(portal.get(&example).await.status, 200, "{example}");
            }
        }
        page.assert_says("#end");
        page.assert_says("is_demo");
    }
}

#[tokio::test]
async fn every_page_leads_to_the_page_about_open_data() {
    let portal = TestPortal::on("2026-11-22").await;

    assert!(portal.get("/").await.links().contains(&"/open-data".to_owned()));
    let place = portal.get("/en/r/350622105209").await;
    assert!(place.links().contains(&"/en/open-data?place=350622105209#place".to_owned()));
    portal.get("/open-data?place=1").await.error_page(404, "not_found");
}

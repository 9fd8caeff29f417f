//! What stands above every answer: safety, keeping, compression.

use std::io::Read;

use app::site::assets::Assets;

use crate::support::answer::Answer;
use crate::support::html::tags;
use crate::support::{TestPortal, asking, both};

const PLACE: &str = "/r/350622105209";

#[tokio::test]
async fn every_answer_carries_the_headers_that_keep_browsers_safe() {
    let portal = TestPortal::with_files_on("2026-11-22").await;
    let style = style(&portal.get("/").await);
    let mut answers = vec![portal.send(asking("HEAD", "/"), "").await];
    for path in [
        "/",
        "/en",
        PLACE,
        "/check",
        "/complain",
        "/track",
        "/apply",
        "/search?q=x",
        "/healthz",
        "/nothing",
        "/en/r/abc",
        "/r/350600000000?page=x",
        "/r/%FF",
        "/search?q=%00",
        "/assets/none.css",
        "/assets/%FF",
        &style,
    ] {
        answers.push(portal.get(path).await);
    }
    answers.push(portal.post("/complain", &[]).await);
    answers.push(portal.post("/track", &[("receipt", "x")]).await);
    answers.push(portal.post_body("/complain", "a".repeat(1 << 20)).await);
    answers.push(portal.send(asking("PUT", "/check"), "").await);

    let unsafe_ones: Vec<_> = answers.iter().filter(|it| !is_safe(it)).collect();
    let shown: Vec<_> = unsafe_ones.iter().map(|it| (it.status, it.path.as_str())).collect();
    assert!(shown.is_empty(), "{shown:?}");
}

fn is_safe(answer: &Answer) -> bool {
    let policy = answer.header("content-security-policy");
    policy.contains("default-src 'none'")
        && !policy.contains("unsafe-inline")
        && answer.header("x-content-type-options") == "nosniff"
        && answer.header("referrer-policy") == "same-origin"
        && answer.header("cross-origin-opener-policy") == "same-origin"
        && answer.header("permissions-policy").contains("geolocation=()")
        && answer.headers.get("set-cookie").is_none()
        && answer.headers.get("server").is_none()
}

#[tokio::test]
async fn the_head_of_a_page_is_its_head_and_nothing_of_it_is_lost_afterwards() {
    let portal = TestPortal::on("2026-11-22").await;

    let before = portal.send(asking("HEAD", PLACE), "").await.with_status(200);
    let page = portal.get(PLACE).await.with_status(200).page();
    let after = portal.send(asking("HEAD", PLACE), "").await.with_status(200);

    assert!(before.body.is_empty() && after.body.is_empty(), "a head has no body");
    for head in [before, after] {
        assert_eq!(head.header("etag"), page.header("etag"));
        assert_eq!(head.header("content-type"), page.header("content-type"));
    }
}

#[tokio::test]
async fn a_kept_page_is_the_page_as_it_was_drawn() {
    let portal = TestPortal::on("2026-11-22").await;
    for path in ["/", "/en", PLACE, "/r/350600000000/projects?sort=large", "/check", "/about"] {
        let drawn = portal.get(path).await;
        let kept = portal.get(path).await;

        assert_eq!((drawn.status, &drawn.body), (kept.status, &kept.body), "{path}");
        assert_eq!(drawn.headers, kept.headers, "{path}");
    }
}

#[tokio::test]
async fn a_kept_page_is_drawn_anew_on_another_day() {
    let portal = TestPortal::on("2026-11-22").await;
    let path = "/r/350600000000/notices";
    let today = portal.get(path).await;

    let tomorrow = portal.later("2026-11-23").await.get(path).await;

    assert_ne!(today.body, tomorrow.body);
    assert_ne!(today.header("etag"), tomorrow.header("etag"));
}

#[tokio::test]
async fn who_has_the_page_already_is_told_so() {
    let portal = TestPortal::on("2026-11-22").await;
    let etag = portal.get(PLACE).await.header("etag").to_owned();
    assert!(!etag.is_empty());

    let request = asking("GET", PLACE).header("if-none-match", &etag);
    let answer = portal.send(request, "").await.with_status(304);

    assert!(answer.body.is_empty());
    assert_eq!(answer.header("etag"), etag);
    assert!(answer.header("vary").contains("accept-encoding"));
    let request = asking("GET", PLACE).header("if-none-match", "W/\"other\"");
    drop(portal.send(request, "").await.with_status(200));
}

#[tokio::test]
async fn a_tag_is_recognised_in_a_list_and_by_a_star() {
    let portal = TestPortal::on("2026-11-22").await;
    let etag = portal.get(PLACE).await.header("etag").to_owned();

    for known in [format!("\"other\", {etag}"), "*".to_owned()] {
        let request = asking("GET", PLACE).header("if-none-match", &known);

        drop(portal.send(request, "").await.with_status(304));
    }
}

#[tokio::test]
async fn an_encoding_of_no_weight_is_not_sent_however_many_noughts_it_has() {
    let portal = TestPortal::on("2026-11-22").await;
    for nought in ["0", "0.0", "0.00", "0.000"] {
        let accepted = format!("gzip, br;q={nought}");
        let request = asking("GET", PLACE).header("accept-encoding", accepted);

        assert_eq!(portal.send(request, "").await.header("content-encoding"), "gzip", "{nought}");
    }
}

#[tokio::test]
async fn every_encoding_is_the_same_page() {
    let portal = TestPortal::with_files_on("2026-11-22").await;
    let style = style(&portal.get("/").await);
    for path in ["/", "/en", PLACE, "/about", &style] {
        let plain = portal.get(path).await.with_status(200);
        assert!(plain.headers.get("content-encoding").is_none());
        for (accepted, encoding) in [
            ("br", "br"),
            ("gzip, deflate, br", "br"),
            ("gzip;q=0.8", "gzip"),
            ("gzip, br;q=0", "gzip"),
            ("deflate", ""),
            ("identity", ""),
        ] {
            let request = asking("GET", path).header("accept-encoding", accepted);
            let answer = portal.send(request, "").await.with_status(200);

            assert_eq!(answer.header("content-encoding"), encoding, "{path} {accepted}");
            assert!(answer.header("vary").contains("accept-encoding"), "{path} {accepted}");
            assert!(decoded(&answer) == plain.body, "{path} {accepted}");
        }
    }
}

#[tokio::test]
async fn the_result_of_the_self_check_is_compressed_too() {
    let portal = TestPortal::on("2026-11-22").await;
    let request = asking("POST", "/check")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("accept-encoding", "gzip, br");

    let answer = portal.send(request, "go=results").await.with_status(200);

    assert!(!answer.header("content-encoding").is_empty(), "{} bytes", answer.body.len());
}

#[tokio::test]
async fn what_is_somebodys_own_is_kept_nowhere() {
    let portal = TestPortal::on("2026-11-22").await;
    for path in ["/complain", "/track", "/track/kept", "/search?q=x", "/nothing"] {
        for path in both(path) {
            assert_eq!(portal.get(&path).await.header("cache-control"), "no-store", "{path}");
        }
    }
    for path in ["/check", "/complain", "/track", "/track/kept", "/apply"] {
        for path in both(path) {
            let answer = portal.post(&path, &[("go", "start"), ("programme", "dibao")]).await;

            assert_eq!(answer.header("cache-control"), "no-store", "{path}");
            assert!(answer.headers.get("etag").is_none(), "{path}");
        }
    }
}

#[tokio::test]
async fn every_file_of_a_page_is_there_and_kept_for_ever() {
    let portal = TestPortal::with_files_on("2026-11-22").await;
    for path in both("/check") {
        let page = portal.get(&path).await;
        let tags = tags(page.html());
        let files: Vec<&str> = tags
            .iter()
            .filter_map(|it| it.get(if it.name == "link" { "href" } else { "src" }))
            .filter(|it| it.starts_with("/assets/"))
            .collect();

        assert!(files.len() >= 2, "{files:?}");
        for file in files {
            let answer = portal.get(file).await.with_status(200);
            assert!(answer.header("cache-control").contains("immutable"), "{file}");
            assert!(!answer.body.is_empty());
        }
    }
}

#[tokio::test]
async fn a_page_has_no_inline_script_or_style_that_its_policy_would_forbid() {
    let portal = TestPortal::with_files_on("2026-11-22").await;
    for path in ["/", PLACE, "/check", "/complain", "/r/350600000000/progress"] {
        let page = portal.get(path).await;
        for tag in tags(page.html()) {
            assert!(tag.name != "style" && !tag.has("style"), "{path} <{}>", tag.name);
            assert!(tag.name != "script" || tag.has("src"), "{path}");
        }
    }
}

#[test]
fn the_portal_starts_without_the_program_of_the_self_check() {
    let assets = Assets::read(std::path::Path::new("no such folder")).unwrap();

    assert!(assets.island().is_none());
}

fn style(page: &Answer) -> String {
    let tags = tags(page.html());
    let style = tags.iter().find(|it| it.get("rel") == Some("stylesheet"));
    style.and_then(|it| it.get("href")).unwrap().to_owned()
}

fn decoded(answer: &Answer) -> Vec<u8> {
    let mut bytes = Vec::new();
    match answer.header("content-encoding") {
        "br" => drop(brotli::Decompressor::new(&answer.body[..], 4096).read_to_end(&mut bytes)),
        "gzip" => drop(flate2::read::GzDecoder::new(&answer.body[..]).read_to_end(&mut bytes)),
        _ => bytes.clone_from(&answer.body),
    }
    bytes
}

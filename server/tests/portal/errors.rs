//! What is not there, and what cannot be: a page in the visitor's language, with a way on.

use crate::support::{TestPortal, asking, both};

#[tokio::test]
async fn an_unknown_place_or_record_is_a_page_with_a_way_on() {
    let portal = TestPortal::on("2026-11-22").await;
    for path in [
        "/r/1",
        "/r/000000000000",
        "/r/999999999999",
        "/r/abc",
        "/r/３５０６００００００００",
        "/r/350600000000%20",
        "/r/350600000000/nothing",
        "/r/1/projects",
        "/r/abc/funds",
        "/r/000000000000/notices",
        "/r/000000000000/progress",
        "/figures/none",
        "/figures/%27%20or%201=1--",
        "/projects/none",
        "/projects/%F0%9F%98%80",
        "/notices/none",
        "/releases/3",
        "/releases/0",
        "/releases/-1",
        "/releases/x",
        "/releases/99999999999999999999",
        "/nothing",
        "/apply/",
        "/r/",
        "/assets/none.css/x",
    ] {
        for path in both(path) {
            let uri = path.replace("３５０６００００００００", "%EF%BC%93%EF%BC%95");
            portal.get(&uri).await.error_page(404, "not_found");
        }
    }
    portal.get("/english").await.error_page(404, "not_found");
    portal.get("//").await.error_page(404, "not_found");
}

#[tokio::test]
async fn a_broken_address_is_a_page_too() {
    let portal = TestPortal::on("2026-11-22").await;
    for path in ["/r/%FF", "/r/%FF/projects", "/figures/%C3%28", "/projects/%FF", "/notices/%FF"] {
        for path in both(path) {
            let page = portal.get(&path).await.page();

            assert!(matches!(page.status, 400 | 404), "{path}: {}", page.status);
        }
    }
}

#[tokio::test]
async fn the_character_nul_in_an_address_is_a_page_too() {
    let portal = TestPortal::on("2026-11-22").await;
    for path in ["/r/%00", "/search?q=%00", "/figures/a%00b", "/complain?about=figure/%00"] {
        for path in both(path) {
            portal.get(&path).await.error_page(400, "bad_request");
        }
    }
}

#[tokio::test]
async fn a_form_posted_to_a_page_without_one_finds_nothing() {
    let portal = TestPortal::on("2026-11-22").await;
    for path in ["/", "/about", "/search", "/r/350600000000", "/figures/zhangzhou-16"] {
        for path in both(path) {
            let page = portal.post(&path, &[("x", "1")]).await.page();

            assert!(matches!(page.status, 404 | 405), "{path}: {}", page.status);
        }
    }
    for method in ["PUT", "DELETE", "PATCH", "OPTIONS", "STRANGE"] {
        let answer = portal.send(asking(method, "/check"), "").await;

        assert!(matches!(answer.status, 404 | 405), "{method}: {}", answer.status);
    }
}

#[tokio::test]
async fn a_form_of_one_megabyte_is_too_large_and_a_page_says_so() {
    let portal = TestPortal::on("2026-11-22").await;
    let body = format!("text={}", "a".repeat(1 << 20));
    for path in ["/complain", "/apply", "/check", "/track", "/track/kept"] {
        for path in both(path) {
            portal.post_body(&path, body.clone()).await.error_page(413, "too_large");
        }
    }
}

#[tokio::test]
async fn a_form_in_another_writing_is_a_page_not_a_bare_text() {
    let portal = TestPortal::on("2026-11-22").await;
    for kind in ["application/json", "text/plain", "multipart/form-data; boundary=x", ""] {
        for path in ["/complain", "/apply", "/check", "/track", "/track/kept"] {
            for path in both(path) {
                let request = asking("POST", &path).header("content-type", kind);

                let page = portal.send(request, "{\"text\": \"x\"}").await.page();

                assert!((400..500).contains(&page.status), "{path} {kind}: {}", page.status);
            }
        }
    }
}

#[tokio::test]
async fn a_form_in_broken_writing_never_breaks_the_portal() {
    let portal = TestPortal::on("2026-11-22").await;
    for path in ["/complain", "/apply", "/check", "/track", "/track/kept"] {
        for body in ["%FF=%FF", "text=%FF&kind=%00", "&&&", "=", "text", "a=b;c=d", "\u{0}"] {
            for path in both(path) {
                let page = portal.post_body(&path, body).await.page();

                assert!(page.status < 500, "{path} {body:?}: {}", page.status);
            }
        }
    }
}

#[tokio::test]
async fn a_form_sent_from_another_site_is_refused() {
    let portal = TestPortal::on("2026-11-22").await;
    for path in ["/complain", "/apply", "/check", "/track", "/track/kept"] {
        for path in both(path) {
            let request = || {
                asking("POST", &path).header("content-type", "application/x-www-form-urlencoded")
            };

            let cross = portal.send(request().header("sec-fetch-site", "cross-site"), "a=b").await;
            let own = portal.send(request().header("sec-fetch-site", "same-origin"), "a=b").await;

            cross.error_page(403, "forbidden");
            assert_ne!(own.status, 403, "{path}");
        }
    }
    // A link from elsewhere is welcome.
    let request = asking("GET", "/check").header("sec-fetch-site", "cross-site");
    drop(portal.send(request, "").await.with_status(200));
}

#[tokio::test]
async fn a_store_that_does_not_answer_is_a_page_and_not_the_words_of_the_database() {
    let portal = TestPortal::on("2026-11-22").await;
    portal.store.close().await;
    for path in both("/r/350600000000") {
        let page = portal.get(&path).await.page();

        assert!(matches!(page.status, 500 | 503), "{}", page.status);
        for word in ["pool", "Pool", "sqlx", "database", "select"] {
            page.assert_never_says(word);
        }
    }
}

//! `/api/v1/…` as programs meet it: the same numbers as the pages, pages of lists, tags, problems.

use serde_json::Value;

use crate::support::{Answer, TestPortal, asking};

const CITY: &str = "350600000000";
const PROJECTS: &str = "/api/v1/places/350600000000/projects";

#[track_caller]
fn json(answer: &Answer) -> Value {
    serde_json::from_slice(&answer.body).unwrap_or_else(|_| panic!("{} is no JSON", answer.path))
}

#[track_caller]
fn assert_problem(answer: &Answer, status: u16, says: &str) {
    assert_eq!(answer.status, status, "{}", answer.path);
    assert_eq!(answer.header("content-type"), "application/problem+json", "{}", answer.path);
    assert_eq!(answer.header("cache-control"), "no-store", "{}", answer.path);
    assert_eq!(answer.header("access-control-allow-origin"), "*", "{}", answer.path);
    let problem = json(answer);
    assert_eq!(problem["status"], status, "{problem}");
    for name in ["type", "title", "detail"] {
        assert!(problem[name].as_str().is_some_and(|it| !it.is_empty()), "{problem}");
    }
    let detail = problem["detail"].as_str().unwrap();
    assert!(detail.contains(says), "{}: {detail}", answer.path);
}

/// Every address of the contract, with parts that are there.
async fn addresses(portal: &TestPortal) -> Vec<String> {
    let project = json(&portal.get(PROJECTS).await)["data"][0]["id"].as_str().unwrap().to_owned();
    let first = |list: &Value, name: &str| list["data"][0][name].as_str().unwrap().to_owned();
    let notices = json(&portal.get(&format!("/api/v1/places/{CITY}/notices")).await);
    let figures = json(&portal.get(&format!("/api/v1/places/{CITY}/figures")).await);
    let funds = json(&portal.get(&format!("/api/v1/places/{CITY}/funds")).await);
    let fund = funds["data"][0]["fund"]["id"].as_str().unwrap().to_owned();
    let contract = json(&portal.get("/api/openapi.json").await);
    let paths = contract["paths"].as_object().unwrap().keys();
    paths
        .map(|path| {
            let id = match path.split('/').nth(3).unwrap() {
                "figures" => first(&figures, "id"),
                "funds" => fund.clone(),
                "notices" => first(&notices, "id"),
                _ => project.clone(),
            };
            let path = path.replace("{code}", CITY).replace("{number}", "1").replace("{id}", &id);
            if path.ends_with("/places") { format!("{path}?q=%E6%BC%B3") } else { path }
        })
        .collect()
}

#[tokio::test]
async fn every_address_of_the_contract_answers_with_its_release_and_licence() {
    let portal = TestPortal::on("2026-11-22").await;
    let addresses = addresses(&portal).await;

    assert!(addresses.len() >= 17, "{addresses:?}");
    for path in &addresses {
        let answer = portal.get(path).await.with_status(200);
        let body = json(&answer);
        println!("{path}: {} bytes", answer.body.len());
        assert_eq!(answer.header("content-type"), "application/json", "{path}");
        assert!(body["release"]["number"].as_i64().unwrap() > 0, "{path}");
        assert!(body["release"]["as_of"].is_string(), "{path}");
        assert_eq!(body["licence"], "https://creativecommons.org/licenses/by/4.0/", "{path}");
        assert!(body["is_demo"].is_boolean() && !body["data"].is_null(), "{path}");
    }
}

#[tokio::test]
async fn what_documents_printed_is_no_demo_and_the_rest_says_it_is() {
    let portal = TestPortal::on("2026-11-22").await;

    let figures = json(&portal.get(&format!("/api/v1/places/{CITY}/figures")).await);
    let projects = json(&portal.get(PROJECTS).await);

    assert_eq!((&figures["is_demo"], &projects["is_demo"]), (&false.into(), &true.into()));
}

#[tokio::test]
async fn a_protected_number_is_the_one_that_the_page_shows() {
    let portal = TestPortal::on("2026-11-22").await;
    let page = portal.get(&format!("/r/{CITY}")).await;
    let shown: String =
        page.texts("headline__number")[0].chars().filter(char::is_ascii_digit).collect();

    let place = json(&portal.get(&format!("/api/v1/places/{CITY}")).await);
    let counts = json(&portal.get(&format!("/api/v1/places/{CITY}/counts")).await);

    assert_eq!(place["data"]["n_households"].to_string(), shown);
    let status = counts["data"]["tables"].as_array().unwrap();
    let status = status.iter().find(|it| it["name"] == "status").unwrap();
    let sum: i64 = status["cells"].as_object().unwrap().values().filter_map(Value::as_i64).sum();
    assert_eq!(sum.to_string(), shown);
    for table in counts["data"]["tables"].as_array().unwrap() {
        for n in table["cells"].as_object().unwrap().values() {
            assert_eq!(n.as_i64().unwrap() % 5, 0, "{table}");
        }
    }
}

#[tokio::test]
async fn a_list_comes_fifty_at_a_time_with_the_way_to_its_other_pages() {
    let portal = TestPortal::on("2026-11-22").await;
    let mut path = format!("{PROJECTS}?sort=name");
    let (mut ids, mut n_pages) = (Vec::new(), 0);
    let total = loop {
        let answer = portal.get(&path).await.with_status(200);
        let body = json(&answer);
        ids.extend(body["data"].as_array().unwrap().iter().map(|it| it["id"].to_string()));
        n_pages += 1;
        assert_eq!(body["page"]["number"], n_pages);
        match link(&answer, "next") {
            Some(next) => path = next,
            None => break body["page"]["total"].as_u64().unwrap(),
        }
    };

    let n = ids.len() as u64;
    ids.sort();
    ids.dedup();

    assert!(n > 100 && n == total && ids.len() as u64 == total, "{n} {total}");
    let last = portal.get(&path).await;
    assert_eq!(link(&last, "first").unwrap(), format!("{PROJECTS}?sort=name&page=1"));
    assert_eq!(link(&last, "last").unwrap(), path);
    let beyond = portal.get(&format!("{PROJECTS}?page=1000000")).await.with_status(200);
    assert_eq!(json(&beyond)["data"].as_array().unwrap().len(), 0);
    assert!(link(&beyond, "prev").is_some() && link(&beyond, "next").is_none());
}

fn link(answer: &Answer, rel: &str) -> Option<String> {
    let end = format!("; rel=\"{rel}\"");
    let links = answer.header("link");
    let link = links.split(", ").find_map(|it| it.strip_suffix(&end))?;
    Some(link.trim_start_matches('<').trim_end_matches('>').to_owned())
}

#[tokio::test]
async fn filters_are_those_of_the_page() {
    let portal = TestPortal::on("2026-11-22").await;
    let found = async |query: &str| {
        let page = portal.get(&format!("/r/{CITY}/projects?{query}")).await.with_status(200);
        let api = json(&portal.get(&format!("{PROJECTS}?{query}")).await.with_status(200));
        let total = api["page"]["total"].as_i64().unwrap();
        page.assert_says(&islands_number(total));
        total
    };

    let all = found("").await;
    for query in ["kind=industry", "stage=finished", "year=2025", "late=1", "q=%E8%B7%AF"] {
        let n = found(query).await;
        assert!(n > 0 && n < all, "{query}: {n} of {all}");
    }
}

/// As pages write it.
fn islands_number(n: i64) -> String {
    let digits = n.to_string();
    if digits.len() > 3 {
        let (front, back) = digits.split_at(digits.len() - 3);
        return format!("{front},{back}");
    }
    digits
}

#[tokio::test]
async fn a_former_release_is_read_by_its_number() {
    let portal = TestPortal::on("2026-11-22").await;
    let current = json(&portal.get(PROJECTS).await)["release"]["number"].as_i64().unwrap();

    let former = portal.get(&format!("{PROJECTS}?release=1")).await.with_status(200);

    assert!(current > 1, "the demo has two releases");
    assert_eq!(json(&former)["release"]["number"], 1);
    let unknown = portal.get(&format!("{PROJECTS}?release=999")).await;
    assert_problem(&unknown, 404, "No release 999 is published. The current one is");
}

#[tokio::test]
async fn a_release_that_is_only_built_is_not_there() {
    let portal = TestPortal::on("2026-11-22").await;
    let number = portal.store.current_release().await.unwrap().unwrap().number + 1;
    let mut content = store::published::ReleaseContent::default();
    content.release.number = number;
    portal.store.write_built_release(&content, &store::Proof::default()).await.unwrap();

    for path in [format!("/api/v1/releases/{number}"), format!("{PROJECTS}?release={number}")] {
        assert_problem(&portal.get(&path).await, 404, "release");
    }
    let all = json(&portal.get("/api/v1/releases").await);
    let numbers = all["data"].as_array().unwrap().iter().map(|it| it["number"].as_i64());
    assert!(!numbers.flatten().any(|it| it == number));
}

#[tokio::test]
async fn who_has_the_answer_already_is_told_so() {
    let portal = TestPortal::on("2026-11-22").await;
    let answer = portal.get(PROJECTS).await.with_status(200);
    let etag = answer.header("etag").to_owned();

    assert!(etag.starts_with("\"r") && etag.ends_with('"'), "{etag}");
    let again = portal.send(asking("GET", PROJECTS).header("if-none-match", &etag), "").await;
    assert_eq!((again.status, again.body.len(), again.header("etag")), (304, 0, etag.as_str()));
    let other = format!("{PROJECTS}?page=2");
    let other = portal.send(asking("GET", &other).header("if-none-match", &etag), "").await;
    assert_eq!(other.status, 200, "another address has another tag");
    let zipped = asking("GET", PROJECTS).header("accept-encoding", "gzip");
    let zipped = portal.send(zipped, "").await.with_status(200);
    assert_ne!(zipped.header("etag"), etag, "a strong tag stands for the bytes");
    println!("50 projects: {} bytes, gzip {}", answer.body.len(), zipped.body.len());
    let head = portal.send(asking("HEAD", PROJECTS), "").await.with_status(200);
    assert!(head.body.is_empty() && head.header("etag") == etag);
}

#[tokio::test]
async fn any_site_may_read_and_none_may_write() {
    let portal = TestPortal::on("2026-11-22").await;
    let answer = portal.get(PROJECTS).await;
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    assert!(answer.header("access-control-expose-headers").contains("link"));

    let preflight = asking("OPTIONS", PROJECTS).header("origin", "https://example.org");
    let preflight = portal.send(preflight, "").await.with_status(204);
    assert_eq!(preflight.header("access-control-allow-methods"), "GET, HEAD, OPTIONS");
    for method in ["POST", "PUT", "DELETE", "PATCH", "TRACE", "STRANGE"] {
        for path in [PROJECTS, "/api/openapi.json", "/api/v1/none", "/data/releases/1/"] {
            let refused = portal.send(asking(method, path), "").await;

            assert_problem(&refused, 405, "GET");
            assert_eq!(refused.header("allow"), "GET, HEAD, OPTIONS", "{method} {path}");
        }
    }
}

#[tokio::test]
async fn a_wrong_parameter_is_named_with_what_was_expected() {
    let portal = TestPortal::on("2026-11-22").await;
    for (query, says) in [
        ("page=0", "page: Expected a whole number from 1 to 1000000."),
        ("page=-1", "page: Expected a whole number"),
        ("page=99999999999999999999999", "page: Expected"),
        ("release=one", "release: Expected"),
        ("kind=road", "kind: Expected one of industry, infrastructure"),
        ("year=99", "year: Expected a whole number from 1900 to 2200."),
        ("colour=red", "colour: There is no such parameter. Known here: release, page, kind"),
        ("page=1&page=2", "page: It stands there twice"),
        ("q=%FF", "q: It is not text in UTF-8."),
        ("q=", "q: Expected 1 to 40 characters"),
    ] {
        assert_problem(&portal.get(&format!("{PROJECTS}?{query}")).await, 400, says);
    }
    assert_problem(&portal.get("/api/v1/places").await, 400, "q: It is missing.");
    let both = json(&portal.get(&format!("{PROJECTS}?page=0&kind=x")).await);
    assert_eq!(both["errors"].as_array().unwrap().len(), 2, "every mistake, not only the first");
}

#[tokio::test]
async fn what_is_not_there_is_a_problem_that_says_what() {
    let portal = TestPortal::on("2026-11-22").await;
    for (path, says) in [
        ("/api", "openapi.json"),
        ("/api/", "openapi.json"),
        ("/api/v1", "openapi.json"),
        ("/api/v2/places", "openapi.json"),
        ("/api/v1/places/350600000000/nothing", "openapi.json"),
        ("/api/v1/places/1", "no place \"1\""),
        ("/api/v1/places/999999999999/projects", "no place"),
        ("/api/v1/projects/none", "holds no project \"none\""),
        ("/api/v1/projects/none/payments", "holds no project"),
        ("/api/v1/notices/%F0%9F%98%80", "holds no notice"),
        ("/api/v1/figures/x'or'1", "holds no figure"),
        ("/api/v1/releases/0", "/api/v1/releases"),
        ("/api/v1/releases/99999999999999999999", "/api/v1/releases"),
    ] {
        assert_problem(&portal.get(path).await, 404, says);
    }
}

#[tokio::test]
async fn odd_addresses_never_break_the_api() {
    let portal = TestPortal::on("2026-11-22").await;
    let long = "9".repeat(6_000);
    for path in [
        "/api/v1/projects/%00".to_owned(),
        "/api/v1/projects/%FF".to_owned(),
        "/api/v1/places/%C3%28/projects".to_owned(),
        format!("{PROJECTS}?q=%00"),
        format!("{PROJECTS}?{long}={long}"),
        format!("{PROJECTS}?page={long}"),
        format!("/api/v1/projects/{long}"),
        "/api/v1/places/..%2f..%2fetc%2fpasswd".to_owned(),
        "/api//v1///".to_owned(),
    ] {
        let answer = portal.get(&path).await;
        let short: String = path.chars().take(60).collect();

        assert!((400..500).contains(&answer.status), "{short}: {}", answer.status);
        assert_eq!(answer.header("content-type"), "application/problem+json", "{short}");
        assert!(answer.body.len() < 1_500, "{short}: {} bytes", answer.body.len());
    }
}

#[tokio::test]
async fn before_the_first_release_there_is_nothing_to_read() {
    let portal = TestPortal::empty().await;

    assert_problem(&portal.get(PROJECTS).await, 404, "Nothing is published here yet");
}

#[tokio::test]
async fn a_store_that_does_not_answer_is_a_problem_without_the_words_of_the_database() {
    let portal = TestPortal::on("2026-11-22").await;
    portal.store.close().await;

    let answer = portal.get(PROJECTS).await;

    assert!(matches!(answer.status, 500 | 503), "{}", answer.status);
    let said = String::from_utf8(answer.body).unwrap().to_lowercase();
    for word in ["pool", "sqlx", "database", "select"] {
        assert!(!said.contains(word), "{said}");
    }
}

#[tokio::test]
async fn the_contract_is_one_of_openapi_3_1_and_names_every_problem() {
    let portal = TestPortal::on("2026-11-22").await;

    let answer = portal.get("/api/openapi.json").await.with_status(200);
    let contract = json(&answer);

    println!("openapi.json: {} bytes", answer.body.len());
    assert_eq!(contract["openapi"], "3.1.0");
    let schemas = contract["components"]["schemas"].as_object().unwrap();
    let text = String::from_utf8(answer.body).unwrap();
    for name in text.split("#/components/schemas/").skip(1) {
        let name = name.split('"').next().unwrap();
        assert!(schemas.contains_key(name), "{name} is named but not described");
    }
    for (path, item) in contract["paths"].as_object().unwrap() {
        let responses = &item["get"]["responses"];
        for status in ["200", "304", "400", "404", "405", "503"] {
            assert!(responses[status].is_object(), "{path} {status}");
        }
    }
}

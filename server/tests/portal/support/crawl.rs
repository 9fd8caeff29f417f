//! Follows the links of the site from its two first pages, as a search engine would, but without
//! getting lost in one kind of page: of each kind of address equally many are read.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::LazyLock;
use std::thread;

use super::answer::Answer;
use super::{TestPortal, both};

const MAX_PAGES: usize = 560;

/// What was read, and what more was found.
pub struct Crawl {
    pub pages: Vec<Answer>,
    pub unread: Vec<String>,
}

/// Read once for all tests, on 22 November 2026.
pub fn crawl() -> &'static Crawl {
    static CRAWL: LazyLock<Crawl> = LazyLock::new(|| {
        let reading = thread::spawn(|| {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.unwrap().block_on(read())
        });
        reading.join().expect("the site is read")
    });
    &CRAWL
}

async fn read() -> Crawl {
    let portal = TestPortal::on("2026-11-22").await;
    let mut found: BTreeSet<String> = both("/").into();
    let mut waiting: BTreeMap<String, (usize, VecDeque<String>)> = BTreeMap::new();
    for path in both("/") {
        waiting.entry(kind(&path)).or_default().1.push_back(path);
    }
    let mut pages = Vec::new();
    while pages.len() < MAX_PAGES {
        let next = waiting.values_mut().filter(|it| !it.1.is_empty()).min_by_key(|it| it.0);
        let Some((n_read, paths)) = next else { break };
        *n_read += 1;
        let path = paths.pop_front().expect("not empty");
        let page = portal.get(&path).await;
        for link in page.links() {
            let link = link.split('#').next().unwrap_or_default().to_owned();
            if is_page(&link) && found.insert(link.clone()) {
                waiting.entry(kind(&link)).or_default().1.push_back(link);
            }
        }
        pages.push(page);
    }
    Crawl { pages, unread: waiting.into_values().flat_map(|it| it.1).collect() }
}

/// Files, feeds, pages for frames and answers for programs are tested elsewhere.
fn is_page(link: &str) -> bool {
    let path = link.split('?').next().unwrap_or(link);
    let path = path.strip_prefix("/en").unwrap_or(path);
    let others = ["/api/", "/data/", "/pictures/", "/embed/"];
    let files = ["atom", "json", "pdf"];
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    !others.iter().any(|it| path.starts_with(it)) && !files.contains(&ending)
}

/// An address without what tells it from others of its kind: `/en/r/*/projects?kind&page`.
pub fn kind(path: &str) -> String {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let is_id = |it: &str| it.bytes().any(|it| it.is_ascii_digit());
    let parts: Vec<&str> = path.split('/').map(|it| if is_id(it) { "*" } else { it }).collect();
    let fields: Vec<&str> =
        query.split('&').map(|it| it.split(['=']).next().unwrap_or_default()).collect();
    format!("{}?{}", parts.join("/"), fields.join("&"))
}

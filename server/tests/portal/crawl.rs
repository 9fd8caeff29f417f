//! What must hold for the site as a whole: no dead link, no exact count, no personal number, and
//! what is made up says so.

use std::collections::BTreeSet;

use casework::personal_data;

use crate::support::TestPortal;
use crate::support::answer::Answer;
use crate::support::crawl::{crawl, kind};
use crate::support::html::{of_class, text};

/// The current release of the demo data.
const RELEASE: i64 = 2;

#[tokio::test]
async fn every_page_that_is_linked_to_is_there_in_its_language() {
    for page in &crawl().pages {
        drop(page.clone().with_status(200).page());
    }
    let kinds: BTreeSet<String> = crawl().pages.iter().map(|it| kind(&it.path)).collect();
    assert!(kinds.len() >= 40, "{kinds:?}");
}

/// To read thousands of pages would take too long: of records it is enough that they are there.
#[tokio::test]
async fn no_link_of_these_pages_is_dead() {
    let portal = TestPortal::on("2026-11-22").await;
    let mut records = BTreeSet::new();
    let mut others = Vec::new();
    for path in &crawl().unread {
        match record(path) {
            Some(record) => drop(records.insert(record)),
            None => others.push(path),
        }
    }

    for (kind, id) in &records {
        assert!(exists(&portal, kind, id).await, "{kind} {id}");
    }
    for path in others.iter().step_by(4) {
        drop(portal.get(path).await.with_status(200));
    }
    assert!(records.len() > 1_000);
}

#[tokio::test]
async fn no_form_of_these_pages_leads_nowhere() {
    let portal = TestPortal::on("2026-11-22").await;
    let mut tried = BTreeSet::new();
    for page in &crawl().pages {
        for form in page.forms() {
            if tried.insert((form.method.clone(), kind(&form.action))) {
                let answer = portal.submit(&form).await;
                // Larger text leads back to where it was asked for.
                let leads_back = form.action == "/view" && answer.status == 303;
                assert!(
                    leads_back || matches!(answer.status, 200 | 422),
                    "{} {}",
                    page.path,
                    form.action
                );
            }
        }
    }
    assert!(tried.len() >= 12, "{tried:?}");
}

#[test]
fn every_form_that_tells_something_about_a_person_is_posted() {
    const SEARCHES: [&str; 9] =
        ["q", "kind", "stage", "year", "late", "sort", "release", "from", "place"];
    for page in &crawl().pages {
        for form in page.forms().iter().filter(|it| it.method != "post") {
            for (name, _) in form.fields.iter().chain(&form.choices) {
                assert!(SEARCHES.contains(&name.as_str()) || name == "source", "{name}");
            }
        }
    }
}

#[test]
fn every_count_of_households_is_a_multiple_of_five() {
    /// Names of fields and kinds that may follow a number of something else.
    const LABELS: [&str; 2] = ["户和人混用", "households that benefited"];
    let (mut n_counts, mut exact) = (0, Vec::new());
    for page in &crawl().pages {
        let text = text(of_class(page.html(), "page").first().unwrap());
        let text = LABELS.iter().fold(text, |text, label| text.replace(label, "\u{b7}"));
        let is_about_figures = page.path.contains("/figures/");
        let mut counts = numbers_after(&text, "≈");
        if !is_about_figures && !page.path.contains("/complain") && !shows_figures(page) {
            counts.extend(numbers_before(&text, "户"));
            counts.extend(numbers_before(&text, "households"));
        }
        for class in ["count", "place-list__count"] {
            let shown = page.texts(class);
            counts.extend(shown.iter().flat_map(|it| numbers(it)));
        }
        n_counts += counts.len();
        exact.extend(counts.into_iter().filter(|it| it % 5 != 0).map(|it| (&page.path, it)));
    }
    assert!(exact.is_empty(), "{exact:?}");
    assert!(n_counts > 1_000, "{n_counts}");
}

#[test]
fn no_page_holds_a_number_of_a_person() {
    for page in &crawl().pages {
        // The codes of places, twelve digits, stand in addresses only.
        assert_eq!(personal_data::find(&page.text()), [], "{}", page.path);
        // The key of a form is drawn at random: one in hundreds has eleven digits like a telephone's.
        let keys = page.forms().into_iter().flat_map(|it| it.fields);
        let keys = keys.filter(|(name, _)| name == "form_key");
        let html = keys.fold(page.html().to_owned(), |html, (_, key)| html.replace(&key, ""));
        assert_eq!(personal_data::find(&html), [], "{}", page.path);
    }
}

#[test]
fn what_is_made_up_says_so() {
    for page in &crawl().pages {
        page.assert_says(&page.word("site.demo"));
        let made_up = ["/projects", "/funds", "/notices", "/releases"];
        let is_made_up = made_up.iter().any(|it| page.path.contains(it))
            || page.html().contains("class=\"count\"")
            || page.html().contains("place-list__count")
            || page.path.contains("/progress") && page.html().contains("bar-table");
        let badges = page.texts("badge--demo");
        assert!(!is_made_up || !badges.is_empty(), "{} does not say so", page.path);
        assert!(badges.iter().all(|it| *it == page.word("site.demo_badge")), "{}", page.path);
    }
}

#[test]
fn the_village_of_the_photo_names_nobody() {
    let village = crawl().pages.iter().filter(|it| it.path.contains("/r/350622105209"));
    for page in village.chain(crawl().pages.iter().filter(|it| it.text().contains("莆中"))) {
        for word in ["老人", "老伴", "金钥匙", "无房户老人", "elderly couple", "golden key"]
        {
            page.assert_never_says(word);
        }
    }
}

#[test]
fn no_address_on_a_page_holds_what_somebody_typed() {
    for page in &crawl().pages {
        for link in page.links() {
            for name in ["receipt", "form_key", "name", "phone", "contact", "text", "a."] {
                assert!(!link.contains(&format!("{name}=")), "{}: {link}", page.path);
            }
        }
    }
}

/// Figures are published as their documents printed them, exact counts too.
fn shows_figures(page: &Answer) -> bool {
    ["id=\"figures\"", "class=\"plan\"", "place-card__figure", "class=\"printed\""]
        .iter()
        .any(|it| page.html().contains(it))
}

/// `/en/projects/x` and `/complain?about=project/x` are both about project x.
fn record(path: &str) -> Option<(String, String)> {
    let path = path.strip_prefix("/en").unwrap_or(path);
    let (kind, id) = match path.strip_prefix("/complain?about=") {
        Some(about) => about.split_once('/')?,
        None => path.strip_prefix('/')?.split_once("s/")?,
    };
    let is_alone = !id.contains(['/', '?', '&']);
    (is_alone && !["release", "pack"].contains(&kind)).then(|| (kind.to_owned(), id.to_owned()))
}

async fn exists(portal: &TestPortal, kind: &str, id: &str) -> bool {
    let store = &portal.store;
    match kind {
        "figure" => store.figure(RELEASE, id).await.unwrap().is_some(),
        "project" => store.project(RELEASE, id).await.unwrap().is_some(),
        "fund" => store.fund(RELEASE, id).await.unwrap().is_some(),
        "notice" => store.notice(RELEASE, id).await.unwrap().is_some(),
        "place" => store.region(id).await.unwrap().is_some(),
        "pack" => app::rules::library::built_in().has(id),
        _ => false,
    }
}

/// Whole numbers with their thousands apart.
fn numbers(text: &str) -> Vec<i64> {
    let plain = text.replace(',', "");
    let digits = plain.split(|it: char| !it.is_ascii_digit()).filter(|it| !it.is_empty());
    digits.filter_map(|it| it.parse().ok()).collect()
}

fn numbers_after(text: &str, sign: &str) -> Vec<i64> {
    let after = text.split(sign).skip(1);
    after.filter_map(|it| numbers(it.trim_start().split(' ').next()?).first().copied()).collect()
}

fn numbers_before(text: &str, unit: &str) -> Vec<i64> {
    let parts: Vec<&str> = text.split(unit).collect();
    let before = parts[..parts.len() - 1].iter();
    let last = |it: &&str| {
        let it = it.trim_end();
        it.ends_with(|it: char| it.is_ascii_digit()).then(|| numbers(it).last().copied())?
    };
    before.filter_map(last).collect()
}

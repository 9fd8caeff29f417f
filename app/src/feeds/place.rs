//! `/r/{code}/feed.atom`: the releases that touch a place, and the notices, projects and allocations
//! that they brought.

use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::response::Response;
use store::published::{RecordKind, Release};
use store::{NewRecord, Touched};

use super::atom::{Entry, Feed, tag, whole};
use super::{MAX_ENTRIES, feed, releases};
use crate::parts::days;
use crate::parts::place_head::Place;
use crate::site::error::PageError;
use crate::site::visit::Visit;

/// So many of what one release brought.
const N_RECORDS: u32 = 50;

pub async fn show(visit: Visit, code: Result<Path<String>, PathRejection>) -> Response {
    let made = async {
        let Path(code) = code.map_err(|_| PageError::NotFound)?;
        made(&visit, &code).await
    };
    feed(&visit, made.await)
}

async fn made(visit: &Visit, code: &str) -> Result<Feed, PageError> {
    let visit = &Visit { query: None, ..visit.clone() };
    let place = Place::load(visit, code).await?;
    let releases = releases(visit).await?;
    let title = visit.fill("feed.place", &[("place", &place.name(visit))]);
    let page = format!("/r/{code}");
    let mut feed = Feed::new(visit, &releases[0], title, &format!("{page}/feed.atom"), &page);
    for release in &releases {
        let touched = visit.portal.store.touched(release.number, code).await?;
        if touched.is_nothing() {
            continue;
        }
        feed.entries.push(of_release(visit, code, release, touched));
        let new = visit.portal.store.new_records(release.number, code, N_RECORDS).await?;
        feed.entries.extend(new.iter().map(|it| of_record(visit, release, it)));
    }
    feed.entries.truncate(MAX_ENTRIES);
    Ok(feed)
}

fn of_release(visit: &Visit, code: &str, release: &Release, touched: Touched) -> Entry {
    let number = release.number.to_string();
    let [projects, funds, notices, counts] =
        [touched.n_projects, touched.n_funds, touched.n_notices, touched.n_counts]
            .map(islands::figures::grouped);
    let values = [
        ("day", days::said_text(visit, &release.as_of)),
        ("projects", projects),
        ("funds", funds),
        ("notices", notices),
        ("counts", counts),
    ];
    let values: Vec<(&str, &str)> = values.iter().map(|it| (it.0, it.1.as_str())).collect();
    Entry {
        key: tag(visit, &format!("/releases/{number}/{code}")),
        title: visit.fill("feed.release", &[("number", &number)]),
        text: visit.fill("feed.release.text", &values),
        updated: release.published_at.clone(),
        page: whole(visit, &visit.link(&format!("/releases/{number}"))),
    }
}

fn of_record(visit: &Visit, release: &Release, record: &NewRecord) -> Entry {
    let (title, text, page) = match record.kind {
        RecordKind::Notice => {
            ("feed.notice", "feed.notice.text", format!("/notices/{}", record.id))
        }
        RecordKind::Fund => {
            ("feed.fund", "feed.fund.text", format!("/r/{}/funds", record.region_code))
        }
        _ => ("feed.project", "feed.project.text", format!("/projects/{}", record.id)),
    };
    let name = visit.pick(&record.title_zh, &record.title_en);
    Entry {
        key: tag(visit, &format!("/{}s/{}", record.kind.code(), record.id)),
        title: visit.fill(title, &[("title", &name)]),
        text: visit.fill(text, &[("day", &days::said_text(visit, &record.on))]),
        updated: release.published_at.clone(),
        page: whole(visit, &visit.link(&page)),
    }
}

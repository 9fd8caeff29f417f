//! What surrounds every answer: the release it is from, the licence, whether it is made up; of a list
//! the page, and the way to its other pages.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use serde::Serialize;
use store::Page;
use store::published::Release;
use utoipa::ToSchema;

use super::resource::Found;
use crate::parts::list::encoded;
use crate::site::sent::sent;

/// What may be done with all that is published.
pub const LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/";

/// The release that an answer is from.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ReleaseHead {
    pub number: i64,
    /// The day that the data describe, `YYYY-MM-DD`.
    pub as_of: String,
    /// When it was published, RFC 3339 in UTC.
    pub published_at: String,
}

/// The page of a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PageHead {
    pub number: u32,
    /// How many a full page holds.
    pub size: u32,
    /// How many the whole list holds.
    pub total: i64,
    pub pages: i64,
}

#[derive(Serialize)]
pub struct Envelope {
    release: ReleaseHead,
    licence: &'static str,
    is_demo: bool,
}

#[derive(Serialize)]
struct Enclosed<T> {
    #[serde(flatten)]
    envelope: Envelope,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<PageHead>,
    data: T,
}

impl Envelope {
    pub fn of(release: &Release, is_documented: bool) -> Self {
        let head = ReleaseHead {
            number: release.number,
            as_of: release.as_of.clone(),
            published_at: release.published_at.clone(),
        };
        Self { release: head, licence: LICENCE, is_demo: is_demo(release) && !is_documented }
    }
}

/// A demo release says so in its title.
pub fn is_demo(release: &Release) -> bool {
    release.title_zh.starts_with("演示")
}

pub fn answer<T: Serialize>(
    asked: &HeaderMap,
    path: &str,
    fields: &[(&'static str, String)],
    envelope: Envelope,
    found: Found<T>,
) -> Response {
    let release = envelope.release.number;
    match found {
        Found::One(data) => json(asked, release, &Enclosed { envelope, page: None, data }),
        Found::Page(page) => {
            let links = links(path, fields, &page);
            let head = PageHead {
                number: page.number,
                size: page.size,
                total: page.total,
                pages: page.n_pages(),
            };
            let list = Enclosed { envelope, page: Some(head), data: page.items };
            let mut response = json(asked, release, &list);
            if let Ok(links) = HeaderValue::from_str(&links) {
                response.headers_mut().insert(header::LINK, links);
            }
            response
        }
    }
}

fn json(asked: &HeaderMap, release: i64, value: &impl Serialize) -> Response {
    let mut body = serde_json::to_vec(value).expect("texts and numbers make JSON");
    body.push(b'\n');
    sent(asked, release, "application/json", body)
}

/// The other pages of a list (RFC 8288).
fn links<T>(path: &str, fields: &[(&'static str, String)], page: &Page<T>) -> String {
    let (here, last) = (i64::from(page.number), page.n_pages());
    let fields: Vec<String> = fields
        .iter()
        .filter(|(name, _)| *name != "page")
        .map(|(name, value)| format!("{name}={}&", encoded(value)))
        .collect();
    let fields = fields.concat();
    let before = (here > 1).then(|| (here - 1).min(last));
    let after = (here < last).then_some(here + 1);
    [("first", Some(1)), ("prev", before), ("next", after), ("last", Some(last))]
        .into_iter()
        .filter_map(|(rel, number)| {
            Some(format!("<{path}?{fields}page={}>; rel=\"{rel}\"", number?))
        })
        .collect::<Vec<_>>()
        .join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(number: u32) -> Page<u8> {
        Page { items: vec![], total: 120, number, size: 50 }
    }

    #[test]
    fn a_list_leads_to_its_other_pages_with_the_same_filter() {
        let fields = [("page", "2".to_owned()), ("q", "路 1".to_owned())];

        let links = links("/api/v1/x", &fields, &page(2));

        for (rel, number) in [("first", 1), ("prev", 1), ("next", 3), ("last", 3)] {
            let link = format!("</api/v1/x?q=%E8%B7%AF%201&page={number}>; rel=\"{rel}\"");
            assert!(links.contains(&link), "{links}");
        }
    }

    #[test]
    fn beyond_the_last_page_the_way_leads_back_to_it() {
        let links = links("/x", &[], &page(9));

        assert!(links.contains("</x?page=3>; rel=\"prev\""), "{links}");
        assert!(!links.contains("next"), "{links}");
    }
}

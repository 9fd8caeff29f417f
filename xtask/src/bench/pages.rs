//! Finds the pages worth measuring the way a visitor does: from the home page, link by link.

use std::collections::{BTreeSet, VecDeque};
use std::net::SocketAddr;

use anyhow::{Context, Result, ensure};

use crate::http;

/// Enough to come from the home page down to a village.
const MOST_PAGES: usize = 80;
const LISTS: [&str; 3] = ["/projects", "/funds", "/notices"];

pub struct Pages {
    pub village: String,
    pub list: String,
}

impl Pages {
    pub fn find(
        address: SocketAddr,
        village: Option<String>,
        list: Option<String>,
    ) -> Result<Self> {
        if let (Some(village), Some(list)) = (&village, &list) {
            return Ok(Self { village: village.clone(), list: list.clone() });
        }
        let places = places(address)?;
        let first = places.iter().find(|it| is_village(it)).cloned();
        let village = village.or(first).context("no village page; name one with --village")?;
        let list = list.map_or_else(|| longest_list(address, &places), Ok)?;
        Ok(Self { village, list })
    }
}

/// The pages of places, from the top down, until there is a village.
fn places(address: SocketAddr) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut known = BTreeSet::new();
    let mut queue = VecDeque::from(["/".to_owned()]);
    for _ in 0..MOST_PAGES {
        let Some(path) = queue.pop_front() else { break };
        for link in links(&html(address, &path)?) {
            if is_place(&link) && known.insert(link.clone()) {
                queue.push_back(link.clone());
                found.push(link);
            }
        }
        if found.iter().any(|it| is_village(it)) {
            break;
        }
    }
    Ok(found)
}

fn longest_list(address: SocketAddr, places: &[String]) -> Result<String> {
    let mut longest = None;
    for place in places.iter().take(MOST_PAGES / LISTS.len()) {
        for list in LISTS {
            let path = format!("{place}{list}");
            let n_rows = html(address, &path).map_or(0, |it| it.matches("<tr").count());
            if longest.as_ref().is_none_or(|(most, _)| n_rows > *most) {
                longest = Some((n_rows, path));
            }
        }
    }
    Ok(longest.context("no list page; name one with --list")?.1)
}

/// A page as text; anything but a page is an error.
pub fn html(address: SocketAddr, path: &str) -> Result<String> {
    let reply = http::get(address, path, "identity")?;
    ensure!(reply.status == 200, "{path} answers {}", reply.status);
    String::from_utf8(reply.body).with_context(|| format!("{path} is not text"))
}

/// Where the links of a page lead.
fn links(html: &str) -> Vec<String> {
    let values = html.split("href=\"").skip(1).filter_map(|it| it.split('"').next());
    values.map(str::to_owned).collect()
}

fn is_place(path: &str) -> bool {
    code(path).is_some()
}

/// The statistical codes of villages, and only theirs, end in other than `000`.
fn is_village(path: &str) -> bool {
    code(path).is_some_and(|it| it.len() == 12 && !it.ends_with("000"))
}

fn code(path: &str) -> Option<&str> {
    let code = path.strip_prefix("/r/")?;
    code.bytes().all(|it| it.is_ascii_digit()).then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_to_places_and_villages_are_told_from_others() {
        let links = links(r#"<a href="/r/522325000000">县</a><a href="/r/522325100201">村</a>"#);

        assert!(links.iter().all(|it| is_place(it)));
        assert!(!is_village(&links[0]) && is_village(&links[1]));
        assert!(!is_place("/r/522325100201/projects") && !is_place("/check"));
    }
}

//! A folder of a release as a page: its folders and files with their sizes, fifty at a time.

use std::path::Path;

use anyhow::Context;
use axum::http::StatusCode;
use axum::response::Response;
use islands::figures::grouped;
use leptos::prelude::*;
use store::published::Release;

use crate::parts::counts;
use crate::parts::list::{self, encoded};
use crate::site::error::PageError;
use crate::site::page::{MayBeKept, Page, draw};
use crate::site::visit::Visit;

const PAGE: usize = 50;

struct Entry {
    name: String,
    /// In bytes; none of a folder.
    size: Option<u64>,
}

pub fn show(
    visit: &Visit,
    release: &Release,
    path: &str,
    folder: &Path,
    number: u32,
) -> Result<Response, PageError> {
    let entries = entries(folder).context("list a folder of a release")?;
    let skipped = PAGE * (number as usize - 1);
    let page = store::Page {
        total: i64::try_from(entries.len()).unwrap_or(i64::MAX),
        items: entries.into_iter().skip(skipped).take(PAGE).collect(),
        number,
        size: 50,
    };
    let base = address(release.number, path);
    let title = visit.fill("data.title", &[("number", &release.number.to_string())]);
    let path = path.trim_end_matches('/').to_owned();
    let visit_too = visit.clone();
    let heading = title.clone();
    let page = Page::new(title, move || view(&visit_too, &heading, &path, &base, &page));
    let mut response = draw(visit, page);
    // Reports may be laid beside the files after the release.
    response.extensions_mut().remove::<MayBeKept>();
    Ok(response)
}

/// The release is there, its files are not: another server may hold them.
pub fn not_here(visit: &Visit, release: &Release) -> Response {
    let number = release.number.to_string();
    let title = visit.fill("data.title", &[("number", &number)]);
    let heading = title.clone();
    let [text, all] = ["data.not_here", "data.release"].map(|it| visit.say(it));
    let link = visit.link(&format!("/releases/{number}"));
    let page = Page::private(title, move || {
        view! {
            <h1>{heading}</h1>
            <p class="lead">{text}</p>
            <p><a href=link>{all}</a></p>
        }
        .into_any()
    });
    draw(visit, page.with_status(StatusCode::NOT_FOUND))
}

/// The files have one address in both languages.
fn address(release: i64, path: &str) -> String {
    let parts = path.split('/').filter(|it| !it.is_empty());
    let path: Vec<String> = parts.map(|it| encoded(it) + "/").collect();
    format!("/data/releases/{release}/{}", path.concat())
}

/// Folders first, by name.
fn entries(folder: &Path) -> std::io::Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let about = entry.metadata()?;
        entries.push(Entry { name, size: about.is_file().then_some(about.len()) });
    }
    entries.sort_by(|a, b| (a.size.is_some(), &a.name).cmp(&(b.size.is_some(), &b.name)));
    Ok(entries)
}

fn view(visit: &Visit, title: &str, path: &str, base: &str, page: &store::Page<Entry>) -> AnyView {
    let rows: Vec<AnyView> = page.items.iter().map(|it| row(visit, base, it)).collect();
    let shown = if path.is_empty() { "/".to_owned() } else { format!("/{path}/") };
    view! {
        <h1>{title.to_owned()}" "{counts::demo_badge(visit)}</h1>
        <p class="lead">{visit.say("data.lead")}</p>
        <div class="scroll" tabindex="0" role="region" aria-label=visit.say("data.files")>
            <table class="table">
                <caption>{visit.fill("data.caption", &[("path", &shown)])}</caption>
                <thead><tr>
                    <th scope="col">{visit.say("data.name")}</th>
                    <th scope="col" class="number">{visit.say("data.size")}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {list::pager(visit, page, &visit.link(base), &list::Query::default())}
        <p><a href=visit.link("/open-data")>{visit.say("data.how")}</a></p>
    }
    .into_any()
}

fn row(visit: &Visit, base: &str, entry: &Entry) -> AnyView {
    let name = encoded(&entry.name);
    let (address, shown, size) = if let Some(size) = entry.size {
        (format!("{base}{name}"), entry.name.clone(), said(visit, size))
    } else {
        let address = visit.link(&format!("{base}{name}/"));
        (address, format!("{}/", entry.name), visit.say("data.folder"))
    };
    view! {
        <tr><th scope="row"><a href=address>{shown}</a></th><td class="number">{size}</td></tr>
    }
    .into_any()
}

fn said(visit: &Visit, size: u64) -> String {
    visit.fill("data.bytes", &[("n", &grouped(i64::try_from(size).unwrap_or(i64::MAX)))])
}

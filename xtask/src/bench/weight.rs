//! What pages weigh as they go over the wire, brotli.

use std::net::SocketAddr;

use anyhow::{Context, Result, ensure};

use super::pages::{Pages, html};
use super::table::Table;
use crate::http;
use crate::site::BUDGET;

pub fn measure(address: SocketAddr, pages: &Pages, table: &mut Table) -> Result<()> {
    let village = page_and_style(address, &pages.village)?;
    table.at_most("village page + CSS, bytes brotli", 14_000.0, village);
    let list = page_and_style(address, &pages.list)?;
    table.at_most("list page + CSS, bytes brotli", 20_000.0, list);
    let rules = weight(address, "/packs/demo-2026")?;
    table.at_most("rules of 22 programmes, bytes brotli", 24_000.0, rules);
    let scripts = loaded_by(&html(address, &pages.village)?, "<script", "src=\"").len();
    table.at_most("scripts of the village page", 0.0, count(scripts));
    table.at_most("/check + JavaScript + wasm, bytes brotli", f64::from(BUDGET), check(address)?);
    Ok(())
}

/// A page and the style sheets it links.
fn page_and_style(address: SocketAddr, path: &str) -> Result<f64> {
    let mut sum = weight(address, path)?;
    for sheet in loaded_by(&html(address, path)?, "<link rel=\"stylesheet\"", "href=\"") {
        sum += weight(address, &sheet)?;
    }
    Ok(sum)
}

/// The self-check's page and what its islands load.
fn check(address: SocketAddr) -> Result<f64> {
    let page = html(address, "/check")?;
    let mut sum = weight(address, "/check")?;
    for extension in ["js", "wasm"] {
        let file = asset(&page, extension)
            .with_context(|| format!("/check names no /assets/check.….{extension}"))?;
        sum += weight(address, &file)?;
    }
    Ok(sum)
}

/// The address of the self-check's file of this kind, wherever the page names it.
fn asset(page: &str, extension: &str) -> Option<String> {
    page.split("/assets/check.").skip(1).find_map(|it| {
        let digest: String = it.chars().take_while(char::is_ascii_hexdigit).collect();
        let rest = it.get(digest.len()..)?.strip_prefix('.')?.strip_prefix(extension)?;
        let ends = !rest.starts_with(|it: char| it.is_ascii_alphanumeric());
        ends.then(|| format!("/assets/check.{digest}.{extension}"))
    })
}

/// What the tags that begin so name in this attribute.
fn loaded_by(page: &str, tag: &str, attribute: &str) -> Vec<String> {
    let tags = page.split(tag).skip(1).filter_map(|it| it.split('>').next());
    let values = tags.filter_map(|it| it.split_once(attribute)?.1.split('"').next());
    values.map(str::to_owned).collect()
}

fn weight(address: SocketAddr, path: &str) -> Result<f64> {
    let reply = http::get(address, path, "br")?;
    ensure!(reply.status == 200, "{path} answers {}", reply.status);
    Ok(count(reply.body.len()))
}

fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::INFINITY, f64::from)
}

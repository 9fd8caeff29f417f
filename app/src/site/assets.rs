//! Static files, served from memory under hashed names: they never change, so browsers keep them.

use std::collections::HashMap;
use std::path::Path;

use anyhow::Context;
use axum::body::Body;
use axum::extract::{Path as UrlPath, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::portal::Portal;
use crate::compress::{Compressed, Encoding, Quality};

/// The style files in the order of their layers.
const STYLE: &str = concat!(
    "@layer tokens,base,layout,components,print;\n",
    include_str!("../../../style/tokens.css"),
    include_str!("../../../style/base.css"),
    include_str!("../../../style/layout.css"),
    include_str!("../../../style/components.css"),
    include_str!("../../../style/opendata.css"),
    include_str!("../../../style/clock.css"),
    include_str!("../../../style/releases.css"),
    include_str!("../../../style/money.css"),
    include_str!("../../../style/print.css"),
);
const LOADER: &str = include_str!("../../../public/loader.js");
const RELOAD: &str = include_str!("../../../public/reload.js");
const SERVICE_WORKER: &str = include_str!("../../../public/sw.js");
const ICON: &str = include_str!("../../../public/icon.svg");

/// The files by their name below `/assets/`.
#[derive(Default)]
pub struct Assets {
    files: HashMap<String, (HeaderValue, Compressed)>,
    style: String,
    loader: String,
    reload: String,
    icon: String,
    island: Option<Island>,
}

/// Where the island's program lies, as `cargo xtask` wrote it down in `site.json`.
#[derive(Clone, Debug, Deserialize)]
pub struct Island {
    pub js: String,
    pub wasm: String,
}

impl Assets {
    /// Reads the island's files from the site folder. Without them the pages work all the same, each
    /// step of the self-check through the server.
    pub fn read(site: &Path) -> anyhow::Result<Self> {
        let mut assets = Self::built_in();
        let list = site.join("site.json");
        if !list.exists() {
            return Ok(assets);
        }
        let text = std::fs::read(&list).with_context(|| format!("read {}", list.display()))?;
        let island: Island = serde_json::from_slice(&text)
            .with_context(|| format!("understand {}", list.display()))?;
        for (address, kind) in [(&island.js, "text/javascript"), (&island.wasm, "application/wasm")]
        {
            let name = address.rsplit('/').next().unwrap_or(address);
            let file = site.join("pkg").join(name);
            let read = |file: &Path| {
                std::fs::read(file).with_context(|| format!("read {}", file.display()))
            };
            let suffixed = |suffix: &str| read(&site.join("pkg").join(format!("{name}{suffix}")));
            let plain = read(&file)?;
            let compressed = match (suffixed(".br"), suffixed(".gz")) {
                (Ok(brotli), Ok(gzip)) => Compressed::from_parts(plain, brotli, gzip),
                // A development build has none.
                _ => Compressed::new(plain, Quality::Fast),
            };
            assets.files.insert(name.to_owned(), (HeaderValue::from_static(kind), compressed));
        }
        assets.island = Some(island);
        Ok(assets)
    }

    fn built_in() -> Self {
        let mut assets = Self::default();
        assets.style = assets.add("style", "css", "text/css; charset=utf-8", &squeezed(STYLE));
        assets.loader = assets.add("loader", "js", "text/javascript; charset=utf-8", LOADER);
        assets.reload = assets.add("reload", "js", "text/javascript; charset=utf-8", RELOAD);
        assets.icon = assets.add("icon", "svg", "image/svg+xml", ICON);
        assets
    }

    fn add(&mut self, name: &str, ending: &str, kind: &'static str, text: &str) -> String {
        self.add_bytes(name, ending, kind, text.as_bytes().to_vec())
    }

    fn add_bytes(
        &mut self,
        name: &str,
        ending: &str,
        kind: &'static str,
        bytes: Vec<u8>,
    ) -> String {
        let compressed = Compressed::new(bytes, Quality::Best);
        let name = format!("{name}.{}.{ending}", compressed.tag());
        let address = format!("/assets/{name}");
        self.files.insert(name, (HeaderValue::from_static(kind), compressed));
        address
    }

    pub fn style(&self) -> String {
        self.style.clone()
    }

    pub fn loader(&self) -> String {
        self.loader.clone()
    }

    pub fn reload(&self) -> String {
        self.reload.clone()
    }

    pub fn icon(&self) -> String {
        self.icon.clone()
    }

    pub fn island(&self) -> Option<&Island> {
        self.island.as_ref()
    }
}

/// `GET /assets/{name}`
pub async fn serve(
    State(portal): State<Portal>,
    UrlPath(name): UrlPath<String>,
    headers: HeaderMap,
) -> Response {
    if let Some((kind, file)) = portal.assets.files.get(&name) {
        return sent(kind.clone(), file, &headers);
    }
    // The rules and words of the self-check: made anew when the day brings other rules.
    let books = portal.books.get(portal.clock.today());
    let book = books.as_ref().and_then(|it| it.file(&name));
    let Some(file) = book else { return StatusCode::NOT_FOUND.into_response() };
    sent(HeaderValue::from_static("application/octet-stream"), file, &headers)
}

/// `GET /sw.js`: keeps the self-check, and nothing else, for when there is no network.
pub async fn service_worker() -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/javascript; charset=utf-8"),
        (header::CACHE_CONTROL, "no-cache"),
    ];
    (headers, SERVICE_WORKER).into_response()
}

fn sent(kind: HeaderValue, file: &Compressed, headers: &HeaderMap) -> Response {
    let encoding = Encoding::accepted(headers);
    let mut response = Response::new(Body::from(file.bytes(encoding)));
    let out = response.headers_mut();
    encoding.write(out);
    out.insert(header::CONTENT_TYPE, kind);
    let forever = HeaderValue::from_static("public, max-age=31536000, immutable");
    out.insert(header::CACHE_CONTROL, forever);
    response
}

/// The style for a page that stands alone.
pub fn style_text() -> String {
    squeezed(STYLE)
}

/// Leaves out comments and indentation.
fn squeezed(css: &str) -> String {
    let mut text = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        text.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let lines = text.lines().map(str::trim).filter(|it| !it.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

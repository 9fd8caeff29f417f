//! One request as a page sees it: which language, which address, which day, which release.

use std::sync::Arc;

use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::request::Parts;
use jiff::civil::Date;
use store::published::Release;

use super::language::Language;
use super::portal::Portal;
use super::words::Words;

/// Who asks for what, in which language, on which day.
#[derive(Clone)]
pub struct Visit {
    pub words: &'static Words,
    /// The address without the mark of its language.
    pub path: String,
    pub query: Option<String>,
    pub today: Date,
    pub release: Option<Arc<Release>>,
    pub portal: Portal,
}

impl Visit {
    pub fn language(&self) -> Language {
        self.words.language
    }

    /// An address in the visitor's language.
    pub fn link(&self, path: &str) -> String {
        let base = self.language().base();
        if path == "/" && !base.is_empty() { base.to_owned() } else { format!("{base}{path}") }
    }

    pub fn say(&self, key: &str) -> String {
        self.words.say(key)
    }

    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.words.fill(key, values)
    }

    /// The one of two texts that is in the visitor's language.
    pub fn pick(&self, chinese: &str, english: &str) -> String {
        self.language().pick(chinese, english).to_owned()
    }

    /// As [`pick`](Self::pick), where there may be none.
    pub fn pick_some(&self, chinese: Option<&str>, english: Option<&str>) -> Option<String> {
        Some(self.pick(chinese?, english.or(chinese)?))
    }

    /// The number of the current release; 0 has nothing in it.
    pub fn release_number(&self) -> i64 {
        self.release.as_ref().map_or(0, |it| it.number)
    }

    pub fn of(portal: &Portal, path: &str, query: Option<&str>) -> Self {
        let (language, path) = Language::of(path);
        Self {
            words: Words::of(language),
            path: path.to_owned(),
            query: query.map(str::to_owned),
            today: portal.clock.today(),
            release: portal.release(),
            portal: portal.clone(),
        }
    }
}

impl FromRequestParts<Portal> for Visit {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        portal: &Portal,
    ) -> Result<Self, Self::Rejection> {
        let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |it| &it.0);
        Ok(Self::of(portal, uri.path(), uri.query()))
    }
}

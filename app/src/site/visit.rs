//! One request as a page sees it: which language, which address, which day, which release.

use std::sync::Arc;

use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::request::Parts;
use islands::check::Book;
use jiff::civil::Date;
use store::published::Release;

use super::error::PageError;
use super::language::Language;
use super::portal::Portal;
use super::text_size::TextSize;
use super::words::Words;
use crate::rules::books::Books;

/// Who asks for what, in which language, on which day.
#[derive(Clone)]
pub struct Visit {
    pub words: &'static Words,
    /// The address without the mark of its language.
    pub path: String,
    pub query: Option<String>,
    pub today: Date,
    pub release: Option<Arc<Release>>,
    pub size: TextSize,
    pub portal: Portal,
}

impl Visit {
    pub fn language(&self) -> Language {
        self.words.language
    }

    /// The rules in force today, with the words of the visitor's language.
    ///
    /// # Errors
    /// None are in force, or they cannot be read.
    pub fn book(&self) -> Result<Rules, PageError> {
        let books = self.portal.books.get(self.today).ok_or(PageError::CannotTell)?;
        Ok(Rules { books, language: self.language() })
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
            size: TextSize::Normal,
            portal: portal.clone(),
        }
    }
}

/// One day's rules in one language. Cheap to clone.
#[derive(Clone)]
pub struct Rules {
    books: Arc<Books>,
    language: Language,
}

impl Rules {
    /// The book for a page's island.
    pub fn shared(&self) -> Arc<Book> {
        self.books.of(self.language).book.clone()
    }
}

impl std::ops::Deref for Rules {
    type Target = Book;

    fn deref(&self) -> &Book {
        &self.books.of(self.language).book
    }
}

impl FromRequestParts<Portal> for Visit {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        portal: &Portal,
    ) -> Result<Self, Self::Rejection> {
        let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |it| &it.0);
        let size = TextSize::of(&parts.headers);
        Ok(Self { size, ..Self::of(portal, uri.path(), uri.query()) })
    }
}

//! One request as a page sees it: which language, which address, which day, which release.

use std::sync::Arc;

use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::request::Parts;
use axum::response::Response;
use islands::check::Book;
use jiff::civil::Date;
use store::published::Release;

use super::error::PageError;
use super::language::Language;
use super::page::error_page;
use super::pin::{self, Asked};
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
    /// What the page reads: what is published now, or the release that the address names.
    pub release: Option<Arc<Release>>,
    /// What is published now.
    pub current: Option<Arc<Release>>,
    /// The address names a release: links between public pages keep it.
    pub is_pinned: bool,
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

    /// An address in the visitor's language. Between pages that read a release, the release that was
    /// asked for goes along.
    pub fn link(&self, path: &str) -> String {
        let address = self.address(path);
        if pin::reads_a_release(path) { self.pinned(&address) } else { address }
    }

    /// A complaint about what was seen names the release it was seen in.
    pub fn link_as_seen(&self, path: &str) -> String {
        self.pinned(&self.address(path))
    }

    /// An address in the visitor's language, of what is published now.
    pub fn address(&self, path: &str) -> String {
        let base = self.language().base();
        match path.strip_prefix('/') {
            Some("") if !base.is_empty() => base.to_owned(),
            Some(rest) if rest.starts_with('?') && !base.is_empty() => format!("{base}{rest}"),
            _ => format!("{base}{path}"),
        }
    }

    fn pinned(&self, address: &str) -> String {
        if self.is_pinned {
            pin::with_release(address, self.release_number())
        } else {
            address.to_owned()
        }
    }

    /// The page reads a release that is no longer the newest.
    pub fn is_former(&self) -> bool {
        self.is_pinned && self.release_number() != self.current_number()
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

    /// The number of what is published now, whatever the page reads.
    pub fn current_number(&self) -> i64 {
        self.current.as_ref().map_or(0, |it| it.number)
    }

    pub fn of(portal: &Portal, path: &str, query: Option<&str>) -> Self {
        let (language, path) = Language::of(path);
        let current = portal.release();
        Self {
            words: Words::of(language),
            path: path.to_owned(),
            query: query.map(str::to_owned),
            today: portal.clock.today(),
            release: current.clone(),
            current,
            is_pinned: false,
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
    /// A page that says what is wrong with the release that was asked for.
    type Rejection = Response;

    async fn from_request_parts(
        parts: &mut Parts,
        portal: &Portal,
    ) -> Result<Self, Self::Rejection> {
        let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |it| &it.0);
        let size = TextSize::of(&parts.headers);
        let visit = Self { size, ..Self::of(portal, uri.path(), uri.query()) };
        match pin::asked(&visit.path, visit.query.as_deref()) {
            Asked::Current => Ok(visit),
            Asked::Nonsense => Err(error_page(&visit, &PageError::NoSuchRelease)),
            Asked::Release(number) => visit.read(number).await,
        }
    }
}

impl Visit {
    /// The same visit, reading another release.
    async fn read(self, number: i64) -> Result<Self, Response> {
        if number == self.current_number() {
            return Ok(Self { is_pinned: true, ..self });
        }
        match self.portal.store.release(number).await {
            Ok(Some(release)) => {
                Ok(Self { release: Some(Arc::new(release)), is_pinned: true, ..self })
            }
            Ok(None) => Err(error_page(&self, &PageError::NoSuchRelease)),
            Err(error) => Err(error_page(&self, &error.into())),
        }
    }
}

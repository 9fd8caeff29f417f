//! What every request may ask for: the store, the clock, the secret, the rules, the kept pages.

use std::path::PathBuf;
use std::sync::{Arc, RwLock};

use casework::calendar::Calendar;
use casework::deadline::Deadlines;
use casework::secret_key::SecretKey;
use eligibility::source::Library;
use store::Store;
use store::published::Release;

use super::assets::Assets;
use super::clock::Clock;
use super::kept::KeptPages;
use crate::duties::kept::KeptTallies;
use crate::reconciliation::kept::KeptFindings;
use crate::releases::differences::Differences;
use crate::rules::books::BooksOfToday;
use crate::sheet::font::FontFile;

/// Shared by all requests. Cheap to clone.
#[derive(Clone)]
pub struct Portal(Arc<Inner>);

pub struct Inner {
    pub store: Store,
    pub clock: Clock,
    pub key: SecretKey,
    pub assets: Assets,
    pub books: BooksOfToday,
    pub calendar: Calendar,
    pub deadlines: Deadlines,
    pub kept: KeptPages,
    pub tallies: KeptTallies,
    pub findings: KeptFindings,
    pub differences: Differences,
    pub settings: Settings,
    /// What is published now. Looked up again every second or so ([`Portal::refresh`]), so that any
    /// number of servers follow one database.
    release: RwLock<Option<Arc<Release>>>,
}

/// What an operator decides about the pages.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The address comes from this header, set by a proxy of ours; otherwise from the connection.
    pub client_address_header: Option<String>,
    /// The font of the PDFs; without one there are none.
    pub font: Option<FontFile>,
    /// How often one address may file or look up a case in an hour.
    pub hourly_filings: i64,
    pub hourly_lookups: i64,
    /// The folder with the files of the releases, `releases/{number}/…`, and with the `photos`.
    pub files: PathBuf,
    /// Where readers find the portal, without a slash at its end.
    pub public_address: String,
    /// Pages reload themselves when the server was rebuilt.
    pub is_dev: bool,
    /// The benchmark's own addresses answer.
    pub is_bench: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            client_address_header: None,
            font: None,
            hourly_filings: 30,
            hourly_lookups: 60,
            files: PathBuf::from("var/files"),
            public_address: "http://127.0.0.1:3000".to_owned(),
            is_dev: false,
            is_bench: false,
        }
    }
}

impl Portal {
    pub fn new(
        store: Store,
        clock: Clock,
        key: SecretKey,
        assets: Assets,
        settings: Settings,
        rules: Arc<Library>,
    ) -> Self {
        Self(Arc::new(Inner {
            store,
            clock,
            key,
            assets,
            settings,
            books: BooksOfToday::new(rules),
            calendar: Calendar::built_in(),
            deadlines: Deadlines::built_in(),
            kept: KeptPages::default(),
            tallies: KeptTallies::default(),
            findings: KeptFindings::default(),
            differences: Differences::default(),
            release: RwLock::new(None),
        }))
    }

    /// Looks up what is published now.
    pub async fn refresh(&self) -> Result<(), store::StoreError> {
        let current = self.store.current_release().await?.map(Arc::new);
        *self.release.write().unwrap_or_else(std::sync::PoisonError::into_inner) = current;
        Ok(())
    }

    /// Shows a release that is not published yet, in a portal that nobody else can reach. Not to be
    /// followed by [`refresh`](Self::refresh).
    pub fn preview(&self, release: Release) {
        *self.release.write().unwrap_or_else(std::sync::PoisonError::into_inner) =
            Some(Arc::new(release));
    }

    /// What is published now; none before the first release.
    pub fn release(&self) -> Option<Arc<Release>> {
        self.release.read().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }
}

impl std::ops::Deref for Portal {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

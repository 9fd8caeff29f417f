//! A portal in process: the demo data, a clock that stands still, and whoever asks.

pub mod answer;
pub mod crawl;
pub mod database;
pub mod form;
pub mod html;
pub mod journey;
pub mod log;
pub mod program;

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use app::site::assets::Assets;
use app::site::clock::Clock;
use app::site::portal::{Portal, Settings};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::Request;
use axum::http::request::Builder;
use casework::secret_key::SecretKey;
use eligibility::source::Library;
use store::Store;
use tower::ServiceExt;

pub use answer::Answer;
use database::{Database, postgres_server};
use form::{Form, encoded};

pub const SECRET: [u8; 32] = [42; 32];
const URLENCODED: &str = "application/x-www-form-urlencoded";

pub struct TestPortal {
    pub store: Store,
    pub database: Arc<Database>,
    router: Router,
    settings: Settings,
}

impl TestPortal {
    /// With the demo data in SQLite, at noon of a day in China. Without style and scripts, which
    /// take a while to compress.
    pub async fn on(day: &str) -> Self {
        Self::of(Database::sqlite_with_demo(), day).await
    }

    pub async fn with_files_on(day: &str) -> Self {
        let files = Assets::read(Path::new("no such folder")).unwrap();
        Self::on(day).await.with(files, Settings::default(), day).await
    }

    /// With nothing published.
    pub async fn empty() -> Self {
        Self::of(Database::sqlite(), "2026-11-22").await
    }

    async fn of(database: Database, day: &str) -> Self {
        let store = Store::open(&database.url, 4).await.unwrap();
        let database = Arc::new(database);
        let portal = Self { store, database, router: Router::new(), settings: Settings::default() };
        portal.later(day).await
    }

    /// The same portal on another day, or at an instant such as `2026-11-22T05:00:00Z`.
    pub async fn later(&self, day: &str) -> Self {
        self.with(Assets::default(), self.settings.clone(), day).await
    }

    /// The same portal with other settings, on that day.
    pub async fn set(&self, settings: Settings, day: &str) -> Self {
        self.with(Assets::default(), settings, day).await
    }

    /// The same portal with other packs, on that day.
    pub async fn ruled_by(&self, rules: Library, day: &str) -> Self {
        self.made(Assets::default(), self.settings.clone(), day, Arc::new(rules)).await
    }

    async fn with(&self, assets: Assets, settings: Settings, day: &str) -> Self {
        self.made(assets, settings, day, rules()).await
    }

    async fn made(
        &self,
        assets: Assets,
        settings: Settings,
        day: &str,
        rules: Arc<Library>,
    ) -> Self {
        let at = if day.contains('T') { day.to_owned() } else { format!("{day}T04:00:00Z") };
        let clock = Clock::Fixed(at.parse().unwrap());
        let (store, key) = (self.store.clone(), SecretKey::from_bytes(SECRET));
        let portal = Portal::new(store.clone(), clock, key, assets, settings.clone(), rules);
        portal.refresh().await.unwrap();
        let router = app::routes(&portal);
        Self { store, database: self.database.clone(), router, settings }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(asking("GET", path), "").await
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.post_body(path, encoded(fields)).await
    }

    pub async fn post_body(&self, path: &str, body: impl Into<Body>) -> Answer {
        self.send(asking("POST", path).header("content-type", URLENCODED), body).await
    }

    /// Sends a form as a browser does.
    pub async fn submit(&self, form: &Form) -> Answer {
        if form.method == "post" {
            return self.post_body(&form.action, form.body()).await;
        }
        self.get(&format!("{}?{}", form.action, form.body())).await
    }

    /// From another address than everyone else's.
    pub async fn submit_from(&self, address: [u8; 4], form: &Form) -> Answer {
        let request = asking("POST", &form.action)
            .header("content-type", URLENCODED)
            .extension(ConnectInfo(SocketAddr::from((address, 40_000))));
        self.send(request, form.body()).await
    }

    pub async fn send(&self, request: Builder, body: impl Into<Body>) -> Answer {
        let request: Request<Body> = request.body(body.into()).unwrap();
        let path = request.uri().to_string();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (head, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap().to_vec();
        Answer { path, status: head.status.as_u16(), headers: head.headers, body }
    }
}

/// A request from the usual address, to be sent with [`TestPortal::send`].
pub fn asking(method: &str, path: &str) -> Builder {
    let from = ConnectInfo(SocketAddr::from(([192, 0, 2, 1], 40_000)));
    Request::builder().method(method).uri(path).extension(from)
}

/// Runs a test on SQLite, and on PostgreSQL when `TEST_POSTGRES_URL` names a server.
pub async fn on_each_engine(day: &str, test: impl AsyncFn(TestPortal)) {
    eprintln!("on SQLite");
    test(TestPortal::on(day).await).await;
    if let Some(server) = postgres_server() {
        eprintln!("on PostgreSQL");
        test(TestPortal::of(Database::postgres_with_demo(&server), day).await).await;
    }
}

/// The address in both languages.
pub fn both(path: &str) -> [String; 2] {
    let english = if path == "/" { "/en".to_owned() } else { format!("/en{path}") };
    [path.to_owned(), english]
}

/// The packs of the program, read once.
fn rules() -> Arc<Library> {
    Arc::new(app::rules::library::built_in())
}

//! Fresh databases to test on, one of each engine, gone afterwards.

use std::error::Error;
use std::sync::atomic::{AtomicU32, Ordering};

use sqlx::{AnyConnection, AssertSqlSafe, Connection};
use store::{OpenError, Store};
use tempfile::TempDir;

pub type TestResult = Result<(), Box<dyn Error>>;

/// Runs a test on an empty store of each engine.
pub async fn each_engine(test: impl AsyncFn(Store) -> TestResult) {
    each_database(async |database| {
        let store = database.open().await?;
        let result = test(store.clone()).await;
        store.close().await;
        result
    })
    .await;
}

/// For a test that opens the same database more than once.
pub async fn each_database(test: impl AsyncFn(&Database) -> TestResult) {
    run(&test, Database::sqlite()).await;
    if let Some(server) = postgres_url() {
        run(&test, Database::postgres(server).await).await;
    }
}

async fn run(test: impl AsyncFn(&Database) -> TestResult, database: Database) {
    if let Err(error) = test(&database).await {
        panic!("on {}: {error:?}", database.engine);
    }
}

pub fn postgres_url() -> Option<String> {
    std::env::var_os("TEST_POSTGRES_URL")
        .map(|it| it.into_string().expect("TEST_POSTGRES_URL is an address"))
}

pub struct Database {
    pub url: String,
    pub engine: &'static str,
    _gone_afterwards: GoneAfterwards,
}

enum GoneAfterwards {
    Folder { _folder: TempDir },
    Schema { _schema: Schema },
}

impl Database {
    pub fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let file = folder.path().join("yangguang.db");
        Self {
            url: format!("sqlite://{}", file.display()),
            engine: "SQLite",
            _gone_afterwards: GoneAfterwards::Folder { _folder: folder },
        }
    }

    pub async fn postgres(server: String) -> Self {
        let schema = Schema::create(server).await;
        Self {
            url: format!("{}?options=-c%20search_path%3D{}", schema.server, schema.name),
            engine: "PostgreSQL",
            _gone_afterwards: GoneAfterwards::Schema { _schema: schema },
        }
    }

    pub async fn open(&self) -> Result<Store, OpenError> {
        Store::open(&self.url, 4).await
    }
}

struct Schema {
    server: String,
    name: String,
}

impl Schema {
    async fn create(server: String) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("test_{}_{number}", std::process::id());
        execute(&server, format!("drop schema if exists {name} cascade")).await;
        execute(&server, format!("create schema {name}")).await;
        Self { server, name }
    }
}

impl Drop for Schema {
    /// On a thread of its own, because a failed test unwinds through its runtime.
    fn drop(&mut self) {
        let server = self.server.clone();
        let sql = format!("drop schema {} cascade", self.name);
        let dropping = std::thread::spawn(move || {
            tokio::runtime::Runtime::new().expect("a runtime").block_on(execute(&server, sql));
        });
        dropping.join().expect("the schema of the test is dropped");
    }
}

pub async fn execute(url: &str, sql: String) {
    sqlx::any::install_default_drivers();
    let mut connection = AnyConnection::connect(url).await.expect("connect");
    sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut connection).await.expect("execute");
    connection.close().await.expect("close");
}

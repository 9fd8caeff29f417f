//! Databases with the demo data, one of its own for every test. The data is loaded once an engine:
//! a copied file on SQLite, a template on PostgreSQL.

use std::process;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{LazyLock, OnceLock};
use std::thread;

use sqlx::{AnyConnection, AssertSqlSafe, Connection};
use store::Store;
use tempfile::TempDir;

/// The day the demo notices are posted around.
pub const DEMO_DAY: &str = "2026-11-22";

pub struct Database {
    pub url: String,
    /// The folder of the file, or one for what belongs to the database.
    pub folder: TempDir,
    server: Option<(String, String)>,
}

impl Database {
    /// A file that is not there yet, in a folder that is.
    pub fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("yangguang.db").display());
        Self { url, folder, server: None }
    }

    pub fn sqlite_with_demo() -> Self {
        static FILE: LazyLock<Vec<u8>> = LazyLock::new(|| {
            let empty = Database::sqlite();
            load_demo(&empty.url);
            std::fs::read(empty.folder.path().join("yangguang.db")).unwrap()
        });
        let database = Self::sqlite();
        std::fs::write(database.folder.path().join("yangguang.db"), &*FILE).unwrap();
        database
    }

    /// An empty database on the server.
    pub fn postgres(server: &str) -> Self {
        Self::made(server, "")
    }

    pub fn postgres_with_demo(server: &str) -> Self {
        // It stays on the server, which is one for tests: nobody is told when the last test ends.
        static TEMPLATE: OnceLock<String> = OnceLock::new();
        let template = TEMPLATE.get_or_init(|| {
            let name = format!("yangguang_demo_{}", process::id());
            on_own_thread(server.to_owned(), format!("create database {name}"));
            load_demo(&with_database(server, &name));
            name
        });
        Self::made(server, &format!(" template {template}"))
    }

    fn made(server: &str, how: &str) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("yangguang_test_{}_{number}", process::id());
        on_own_thread(server.to_owned(), format!("create database {name}{how}"));
        Self {
            url: with_database(server, &name),
            folder: tempfile::tempdir().unwrap(),
            server: Some((server.to_owned(), name)),
        }
    }

    pub fn is_postgres(&self) -> bool {
        self.server.is_some()
    }

    /// Every row of every table in which something filed may lie, as text.
    pub async fn filed_rows(&self) -> Vec<String> {
        sqlx::any::install_default_drivers();
        let mut connection = AnyConnection::connect(&self.url).await.unwrap();
        let mut rows = Vec::new();
        for (table, columns) in [
            (
                "filed_case",
                "reference || kind || receipt_hash || idempotency_hash || subject
                 || coalesce(region_code, '') || filed_at",
            ),
            (
                "application",
                "reference || pack || applicant_name || phone
                 || coalesce(helper_name, '') || answers || result",
            ),
            (
                "complaint",
                "reference || coalesce(about, '') || coalesce(about_as_seen, '') || body
                 || coalesce(contact, '')",
            ),
            ("case_event", "reference || step || at || coalesce(message, '')"),
            ("request_count", "counted_from || key_hash"),
        ] {
            let sql = AssertSqlSafe(format!("select {columns} from {table}"));
            let found: Vec<String> =
                sqlx::query_scalar(sql).fetch_all(&mut connection).await.unwrap();
            rows.extend(found.into_iter().map(|it| format!("{table}: {it}")));
        }
        connection.close().await.unwrap();
        rows
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Some((server, name)) = self.server.take() {
            on_own_thread(server, format!("drop database {name} with (force)"));
        }
    }
}

/// Where the tests may make and drop databases.
pub fn postgres_server() -> Option<String> {
    std::env::var_os("TEST_POSTGRES_URL").map(|it| it.into_string().unwrap())
}

fn with_database(server: &str, name: &str) -> String {
    let (server, _) = server.rsplit_once('/').expect("TEST_POSTGRES_URL names a database");
    format!("{server}/{name}")
}

/// On a thread of its own: a test has a runtime already, and a failed one unwinds through it.
fn on_own_thread(server: String, sql: String) {
    run(async move {
        sqlx::any::install_default_drivers();
        let mut connection = AnyConnection::connect(&server).await.expect("TEST_POSTGRES_URL");
        sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
    });
}

fn load_demo(url: &str) {
    let url = url.to_owned();
    run(async move {
        let store = Store::open(&url, 1).await.unwrap();
        store.write_regions(&server::demo::regions().unwrap()).await.unwrap();
        for release in server::demo::demo_releases(DEMO_DAY).unwrap() {
            store.write_release(&release).await.unwrap();
        }
        store.close().await;
    });
}

fn run(work: impl Future<Output = ()> + Send + 'static) {
    let working = thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.unwrap().block_on(work);
    });
    working.join().expect("the database is made");
}

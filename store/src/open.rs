//! Opens the database, brings its tables up to date, and makes what it confirms last.

use std::path::Path;
use std::time::Duration;

use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::{AnyConnection, Connection, SqlSafeStr};

use crate::address::Address;
use crate::work::Work;
use crate::{OpenError, Store, StoreError};

const SERVER_TIMEOUT: Duration = Duration::from_secs(10);
const CONNECTION_TIMEOUT: Duration = Duration::from_secs(10);

impl Store {
    /// Opens `sqlite://path` (the file is created, its folder is not) or `postgres://…`.
    pub async fn open(url: &str, max_connections: u32) -> Result<Self, OpenError> {
        sqlx::any::install_default_drivers();
        let address = Address::parse(url)?;
        if let Address::Sqlite { path } = &address {
            look_at_file(path)?;
        }
        let options = address.options()?;
        prepare(&address, &options).await?;

        let is_server = matches!(address, Address::Postgres { .. });
        let pool = AnyPoolOptions::new()
            .max_connections(max_connections.max(1))
            .acquire_timeout(CONNECTION_TIMEOUT)
            // A file does not go away behind our back, so only a server is asked first.
            .test_before_acquire(is_server)
            .after_connect(|connection, _| Box::pin(set_up(connection)))
            .connect_lazy_with(options);
        Ok(Self { pool })
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<(), StoreError> {
        sqlx::query("select 1").execute(&self.pool).await?;
        Ok(())
    }

    /// Waits for what is under way and lets go of the database.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}

fn look_at_file(path: &Path) -> Result<(), OpenError> {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    match folder {
        Some(folder) if !folder.is_dir() => Err(OpenError::FolderMissing(folder.to_owned())),
        _ if path.is_dir() => Err(OpenError::IsAFolder(path.to_owned())),
        _ => Ok(()),
    }
}

/// One connection outside the pool, because the pool answers every trouble with "timed out".
fn prepare<'a>(address: &'a Address, options: &'a AnyConnectOptions) -> Work<'a, OpenError> {
    Box::pin(async move {
        let mut connection = connect(address, options).await?;
        set_up(&mut connection).await.map_err(|error| OpenError::of(address, error))?;
        migrate(address, &mut connection).await?;
        connection.close().await.map_err(|error| OpenError::of(address, error))
    })
}

async fn connect(
    address: &Address,
    options: &AnyConnectOptions,
) -> Result<AnyConnection, OpenError> {
    let connecting = AnyConnection::connect_with(options);
    match address {
        Address::Sqlite { .. } => connecting.await,
        Address::Postgres { place, .. } => {
            tokio::time::timeout(SERVER_TIMEOUT, connecting).await.map_err(|_| {
                OpenError::NoAnswer { place: place.clone(), seconds: SERVER_TIMEOUT.as_secs() }
            })?
        }
    }
    .map_err(|error| OpenError::of(address, error))
}

// `run_direct`, because with `run` the compiler cannot see that opening may move between threads.
async fn migrate(address: &Address, connection: &mut AnyConnection) -> Result<(), OpenError> {
    let of_migration = |error| OpenError::of_migration(address, error);
    match address {
        // sqlx takes no lock on a file while it migrates; two programs that start at once must
        // take turns.
        Address::Sqlite { .. } => {
            let of = |error| OpenError::of(address, error);
            let mut tx = connection.begin_with("begin immediate").await.map_err(of)?;
            migrator().run_direct(None, &mut *tx, false).await.map_err(of_migration)?;
            tx.commit().await.map_err(of)
        }
        Address::Postgres { .. } => {
            migrator().run_direct(None, connection, false).await.map_err(of_migration)
        }
    }
}

async fn set_up(connection: &mut AnyConnection) -> Result<(), sqlx::Error> {
    if connection.backend_name() == "SQLite" {
        // `full`: what was confirmed to a person outlives a power cut, not only a crash.
        sqlx::raw_sql(
            "pragma busy_timeout = 5000;
             pragma journal_mode = wal;
             pragma synchronous = full;
             pragma foreign_keys = on",
        )
        .execute(connection)
        .await?;
    }
    Ok(())
}

fn migrator() -> Migrator {
    let migrations = [
        (1, "published", include_str!("../migrations/0001_published.sql")),
        (2, "cases", include_str!("../migrations/0002_cases.sql")),
        (3, "releases", include_str!("../migrations/0003_releases.sql")),
    ];
    let migrations = migrations.map(|(version, name, sql)| {
        Migration::new(version, name.into(), MigrationType::Simple, sql.into_sql_str(), false)
    });
    Migrator::with_migrations(migrations.into())
}

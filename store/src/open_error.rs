//! Why the store could not be opened, in words that tell the operator what to do. Never a password.

use std::path::{Path, PathBuf};

use sqlx::migrate::MigrateError;

use crate::address::Address;
use crate::error::sqlite_code;

#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("the address of the database cannot be used: {0}")]
    BadAddress(&'static str),
    #[error("the folder {} is missing; create it first", .0.display())]
    FolderMissing(PathBuf),
    #[error("{} cannot be written; check the rights on the file and its folder", .0.display())]
    NotWritable(PathBuf),
    #[error("{} is a folder; name a file in it", .0.display())]
    IsAFolder(PathBuf),
    #[error("{} is not a database, or is damaged", .0.display())]
    NotADatabase(PathBuf),
    #[error("{} is locked by another program; close that first", .0.display())]
    Locked(PathBuf),
    #[error("the disk of {} is full", .0.display())]
    DiskFull(PathBuf),
    #[error("the server {place} refuses: {reason}")]
    ServerRefuses { place: String, reason: String },
    #[error("the server {place} has not answered for {seconds} seconds")]
    NoAnswer { place: String, seconds: u64 },
    #[error("the database {place} was written by a newer version of this program")]
    Newer { place: String },
    #[error("the database {place} cannot be brought up to date")]
    Migration { place: String, source: MigrateError },
    #[error("the database {place} cannot be opened")]
    Other { place: String, source: sqlx::Error },
}

impl OpenError {
    pub(crate) fn of(address: &Address, error: sqlx::Error) -> Self {
        match address {
            Address::Sqlite { path } => of_file(path, error),
            Address::Postgres { place, .. } => of_server(place, error),
        }
    }

    pub(crate) fn of_migration(address: &Address, error: MigrateError) -> Self {
        let place = match address {
            Address::Sqlite { path } => path.display().to_string(),
            Address::Postgres { place, .. } => place.clone(),
        };
        match error {
            MigrateError::VersionMissing(_) => Self::Newer { place },
            MigrateError::Execute(error) => Self::of(address, error),
            source => Self::Migration { place, source },
        }
    }
}

fn of_file(path: &Path, error: sqlx::Error) -> OpenError {
    let path = path.to_owned();
    match sqlite_code(&error) {
        Some(5 | 6) => OpenError::Locked(path),
        // No permission, read-only, cannot open, not authorised.
        Some(3 | 8 | 14 | 23) => OpenError::NotWritable(path),
        Some(13) => OpenError::DiskFull(path),
        Some(11 | 26) => OpenError::NotADatabase(path),
        _ => OpenError::Other { place: path.display().to_string(), source: error },
    }
}

fn of_server(place: &str, error: sqlx::Error) -> OpenError {
    let place = place.to_owned();
    match error {
        sqlx::Error::Io(it) => OpenError::ServerRefuses { place, reason: it.to_string() },
        sqlx::Error::Tls(it) => OpenError::ServerRefuses { place, reason: it.to_string() },
        sqlx::Error::Database(it) => {
            OpenError::ServerRefuses { place, reason: it.message().to_owned() }
        }
        source => OpenError::Other { place, source },
    }
}

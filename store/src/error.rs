//! What can go wrong with a statement once the store is open.

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The record is there already, or somebody else was quicker.
    #[error("the record exists already or was changed meanwhile")]
    Conflict,
    /// The same may well succeed in a moment.
    #[error("the database is busy")]
    Busy,
    #[error("the database failed")]
    Database(#[source] sqlx::Error),
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        if is_busy(&error) {
            return Self::Busy;
        }
        match error.as_database_error() {
            Some(it) if it.is_unique_violation() => Self::Conflict,
            _ => Self::Database(error),
        }
    }
}

/// SQLite's result code without the detail in its upper bits; none for another engine's error.
pub(crate) fn sqlite_code(error: &sqlx::Error) -> Option<u32> {
    let code = error.as_database_error()?.code()?;
    // PostgreSQL's codes have five characters, SQLite's at most four digits.
    (code.len() < 5).then(|| code.parse::<u32>().ok()).flatten().map(|it| it & 0xff)
}

fn is_busy(error: &sqlx::Error) -> bool {
    const LOCKED: [u32; 2] = [5, 6];
    // Serialisation failure, deadlock, lock not available, too many connections.
    const TRY_AGAIN: [&str; 4] = ["40001", "40P01", "55P03", "53300"];
    match error {
        sqlx::Error::PoolTimedOut => true,
        sqlx::Error::Database(it) => {
            sqlite_code(error).is_some_and(|code| LOCKED.contains(&code))
                || it.code().is_some_and(|code| TRY_AGAIN.contains(&code.as_ref()))
        }
        _ => false,
    }
}

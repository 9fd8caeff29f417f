//! The address of a database: which engine, where, and what of it may be shown to people.

use std::path::PathBuf;

use sqlx::ConnectOptions;
use sqlx::any::AnyConnectOptions;

use crate::OpenError;

#[derive(Clone, Debug)]
pub(crate) enum Address {
    Sqlite { path: PathBuf },
    // `place` is the host and database, without user and password.
    Postgres { url: String, place: String },
}

impl Address {
    /// Reads `sqlite://path` or `postgres://…`. A path is taken as written, `%` and all.
    pub(crate) fn parse(url: &str) -> Result<Self, OpenError> {
        let (scheme, rest) = url.split_once(':').ok_or(OpenError::BadAddress(UNKNOWN_SCHEME))?;
        match scheme {
            "sqlite" => parse_sqlite(rest),
            "postgres" | "postgresql" => parse_postgres(url, rest),
            _ => Err(OpenError::BadAddress(UNKNOWN_SCHEME)),
        }
    }

    pub(crate) fn options(&self) -> Result<AnyConnectOptions, OpenError> {
        let url = match self {
            Self::Sqlite { path } => {
                let path = path.to_str().ok_or(OpenError::BadAddress(NO_PATH))?;
                format!("sqlite:{}?mode=rwc", percent_encoded(path))
            }
            Self::Postgres { url, .. } => url.clone(),
        };
        // Statements are not logged: who reads a log must not learn who filed what.
        url.parse::<AnyConnectOptions>()
            .map(ConnectOptions::disable_statement_logging)
            .map_err(|_| OpenError::BadAddress(UNREADABLE))
    }
}

const UNKNOWN_SCHEME: &str = "it must begin with sqlite:// or postgres://";
const NO_PATH: &str = "sqlite:// must be followed by the path of a file";
const UNKNOWN_OPTION: &str = "after the path of an SQLite file only ?mode=rwc may follow";
const RAW_PASSWORD: &str = "write @ / ? # in a user name or password as %40 %2F %3F %23";
const UNREADABLE: &str = "it is not a web-style address such as postgres://user@host:5432/name";

fn parse_sqlite(rest: &str) -> Result<Address, OpenError> {
    let rest = rest.strip_prefix("//").unwrap_or(rest);
    let (path, option) = rest.split_once('?').unwrap_or((rest, "mode=rwc"));
    if option != "mode=rwc" {
        return Err(OpenError::BadAddress(UNKNOWN_OPTION));
    }
    // A database in memory would lose what was confirmed to people.
    if path.is_empty() || path == ":memory:" || path.contains('\0') {
        return Err(OpenError::BadAddress(NO_PATH));
    }
    Ok(Address::Sqlite { path: PathBuf::from(path) })
}

fn parse_postgres(url: &str, rest: &str) -> Result<Address, OpenError> {
    let rest = rest.strip_prefix("//").ok_or(OpenError::BadAddress(UNREADABLE))?;
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, tail) = rest.split_at(end);
    if tail.contains('@') {
        return Err(OpenError::BadAddress(RAW_PASSWORD));
    }
    let host = authority.rsplit('@').next().unwrap_or_default();
    let database = tail.split(['?', '#']).next().unwrap_or_default();
    Ok(Address::Postgres { url: url.to_owned(), place: format!("{host}{database}") })
}

fn percent_encoded(path: &str) -> String {
    use std::fmt::Write;

    path.bytes().fold(String::with_capacity(path.len()), |mut url, byte| {
        if byte.is_ascii_alphanumeric() || b"/._-".contains(&byte) {
            url.push(char::from(byte));
        } else {
            write!(url, "%{byte:02X}").expect("writing into a string cannot fail");
        }
        url
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(url: &str) -> String {
        match Address::parse(url) {
            Ok(Address::Sqlite { path }) => path.display().to_string(),
            Ok(Address::Postgres { place, .. }) => place,
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn both_spellings_of_a_file_mean_the_same_path() {
        assert_eq!(place("sqlite:data/a.db"), "data/a.db");
        assert_eq!(place("sqlite://data/a.db"), "data/a.db");
        assert_eq!(place("sqlite:///data/a.db?mode=rwc"), "/data/a.db");
    }

    #[test]
    fn what_is_shown_of_a_server_holds_neither_user_nor_password() {
        assert_eq!(place("postgres://li:hush@db.example:5433/sun"), "db.example:5433/sun");
        assert_eq!(place("postgresql://db.example/sun?password=hush"), "db.example/sun");
        for url in
            ["postgres://li:1/hush@db/sun", "postgres://li:1?hush@db/sun", "mysql://li:hush@db"]
        {
            assert!(!place(url).contains("hush"), "{}", place(url));
            assert!(!place(url).contains("li:"), "{}", place(url));
        }
    }

    #[test]
    fn an_address_without_a_lasting_file_is_refused() {
        for url in ["", "a.db", "sqlite://", "sqlite::memory:", "sqlite://a.db?mode=memory"] {
            assert!(matches!(Address::parse(url), Err(OpenError::BadAddress(_))), "{url}");
        }
    }
}

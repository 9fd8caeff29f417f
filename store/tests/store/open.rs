//! Opening a file: what works, and what each trouble is called.

use std::path::PathBuf;

use sqlx::{AnyConnection, Connection};
use store::{OpenError, Store};

use crate::engine::{Database, TestResult, each_database, execute};
use crate::sample;

async fn error_of(url: &str) -> OpenError {
    Store::open(url, 2).await.expect_err("this database cannot be opened")
}

async fn error_of_file(path: PathBuf) -> OpenError {
    error_of(&format!("sqlite://{}", path.display())).await
}

#[tokio::test]
async fn what_was_written_is_there_after_opening_again() {
    each_database(async |database| {
        let store = database.open().await?;
        store.ping().await?;
        store.write_regions(&sample::regions()).await?;
        store.close().await;

        let store = database.open().await?;

        assert!(store.region(sample::VILLAGE).await?.is_some());
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_new_database_may_be_opened_by_many_at_once() {
    each_database(async |database| {
        let opening = (0..8).map(|_| {
            let url = database.url.clone();
            tokio::spawn(async move { Store::open(&url, 2).await })
        });
        for opening in opening.collect::<Vec<_>>() {
            opening.await??.ping().await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_file_whose_name_has_strange_signs_is_made_under_that_name() -> TestResult {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("阳光 100%25 #1.db");

    Store::open(&format!("sqlite://{}", path.display()), 1).await?.close().await;

    assert!(path.is_file());
    Ok(())
}

#[tokio::test]
async fn a_file_is_kept_so_that_a_power_cut_loses_nothing() -> TestResult {
    let database = Database::sqlite();
    database.open().await?.close().await;

    let mut connection = AnyConnection::connect(&database.url).await?;

    let mode: String = sqlx::query_scalar("pragma journal_mode").fetch_one(&mut connection).await?;
    assert_eq!(mode, "wal");
    Ok(())
}

#[tokio::test]
async fn a_missing_folder_is_named() -> TestResult {
    let folder = tempfile::tempdir()?;
    let missing = folder.path().join("missing");

    let error = error_of_file(missing.join("a.db")).await;

    assert!(matches!(&error, OpenError::FolderMissing(it) if *it == missing), "{error:?}");
    Ok(())
}

#[tokio::test]
async fn a_file_where_the_folder_should_be_counts_as_a_missing_folder() -> TestResult {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("file");
    std::fs::write(&file, "not a folder")?;

    let error = error_of_file(file.join("a.db")).await;

    assert!(matches!(&error, OpenError::FolderMissing(it) if *it == file), "{error:?}");
    Ok(())
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_folder_that_nobody_may_write_to_is_not_writable() {
    let error = error_of("sqlite:///proc/yangguang.db").await;

    assert!(matches!(error, OpenError::NotWritable(_)), "{error:?}");
}

#[tokio::test]
async fn a_folder_in_place_of_the_file_is_called_a_folder() -> TestResult {
    let folder = tempfile::tempdir()?;

    let error = error_of_file(folder.path().to_owned()).await;

    assert!(matches!(error, OpenError::IsAFolder(_)), "{error:?}");
    Ok(())
}

#[tokio::test]
async fn a_file_full_of_something_else_is_no_database() -> TestResult {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("a.db");
    std::fs::write(&path, "something else entirely ".repeat(1000))?;

    let error = error_of_file(path).await;

    assert!(matches!(error, OpenError::NotADatabase(_)), "{error:?}");
    Ok(())
}

#[tokio::test]
async fn a_file_that_another_program_holds_is_locked() -> TestResult {
    let database = Database::sqlite();
    database.open().await?.close().await;
    let mut other = AnyConnection::connect(&database.url).await?;
    let held = other.begin_with("begin exclusive").await?;

    let error = error_of(&database.url).await;

    assert!(matches!(error, OpenError::Locked(_)), "{error:?}");
    held.rollback().await?;
    database.open().await?;
    Ok(())
}

#[tokio::test]
async fn a_database_of_a_newer_program_is_left_alone() {
    each_database(async |database| {
        database.open().await?.close().await;
        execute(
            &database.url,
            "insert into _sqlx_migrations
                 (version, description, success, checksum, execution_time)
             select 999, 'later', success, checksum, 0 from _sqlx_migrations where version = 1"
                .to_owned(),
        )
        .await;

        let error = error_of(&database.url).await;

        assert!(matches!(error, OpenError::Newer { .. }), "{error:?}");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn an_unknown_kind_of_address_is_refused_without_repeating_it() {
    for url in ["mysql://li:hush@localhost/sun", "postgres:li:hush", "hush", "sqlite::memory:"] {
        let error = error_of(url).await;

        assert!(matches!(error, OpenError::BadAddress(_)), "{url}: {error:?}");
        assert!(!format!("{error} {error:?}").contains("hush"));
    }
}

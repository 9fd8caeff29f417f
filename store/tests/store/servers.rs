//! Opening a server: what each refusal is called, and that no password is in it.

use store::{OpenError, Store};

use crate::engine::{TestResult, postgres_url};

async fn error_of(url: &str) -> OpenError {
    Store::open(url, 2).await.expect_err("this database cannot be opened")
}

#[tokio::test]
async fn a_closed_port_is_a_refusal_that_names_the_server_only() -> TestResult {
    let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();

    let error = error_of(&format!("postgres://li:hush@127.0.0.1:{port}/sun")).await;

    let OpenError::ServerRefuses { place, .. } = &error else { panic!("{error:?}") };
    assert_eq!(*place, format!("127.0.0.1:{port}/sun"));
    assert!(!format!("{error} {error:?}").contains("hush"));
    Ok(())
}

#[tokio::test]
async fn a_server_that_never_speaks_has_not_answered() -> TestResult {
    let listener = std::net::TcpListener::bind("127.0.0.1:0")?;

    let error = error_of(&format!("postgres://li:hush@{}/sun", listener.local_addr()?)).await;

    assert!(matches!(error, OpenError::NoAnswer { .. }), "{error:?}");
    Ok(())
}

#[tokio::test]
async fn a_wrong_password_is_a_refusal_that_does_not_repeat_it() {
    let Some(url) = postgres_url() else { return };
    let (_, server) = url.rsplit_once('@').expect("TEST_POSTGRES_URL names a user");

    let error = error_of(&format!("postgres://nobody_of_this_name:wronghush@{server}")).await;

    assert!(matches!(error, OpenError::ServerRefuses { .. }), "{error:?}");
    assert!(!format!("{error} {error:?}").contains("wronghush"));
}

#[tokio::test]
async fn a_database_that_the_server_does_not_have_is_named_in_its_refusal() {
    let Some(url) = postgres_url() else { return };
    let (server, _) = url.rsplit_once('/').expect("TEST_POSTGRES_URL names a database");

    let error = error_of(&format!("{server}/no_such_database")).await;

    assert!(error.to_string().contains("no_such_database"), "{error}");
}

//! `yangguang serve`: what keeps it from starting is said in one sentence; it stops when asked to.

use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Output};

use sqlx::{AnyConnection, Connection};
use tempfile::tempdir;

use crate::command::refused;
use crate::support::database::{Database, postgres_server};
use crate::support::program::{Server, ask, program};

/// Starts it on a database; it must refuse, in one sentence.
#[track_caller]
fn refusal(folder: &Path, database_url: &str) -> String {
    refusal_of(&serve(folder, database_url).output().unwrap())
}

#[track_caller]
fn refusal_of(output: &Output) -> String {
    let mut sentences = refused(output, 1);
    assert_eq!(sentences.len(), 1, "{sentences:?}");
    let sentence = sentences.remove(0);
    assert!(sentence.len() < 300, "{sentence}");
    sentence
}

fn serve(folder: &Path, database_url: &str) -> Command {
    let mut command = program(folder, &["serve", "--addr", "127.0.0.1:0"]);
    command.env("DATABASE_URL", database_url);
    command
}

#[test]
fn a_port_that_is_in_use_is_named() {
    let database = Database::sqlite();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let mut command = program(database.folder.path(), &["serve", "--addr", &address]);

    let sentence = refusal_of(&command.env("DATABASE_URL", &database.url).output().unwrap());

    assert!(sentence.contains(&address) && sentence.contains("--addr"), "{sentence}");
}

#[test]
fn a_folder_that_is_missing_is_named() {
    let folder = tempdir().unwrap();

    let sentence = refusal(folder.path(), "sqlite://missing/a.db");

    assert!(sentence.contains("missing") && sentence.contains("create it"), "{sentence}");
}

#[test]
fn the_usual_folder_that_is_missing_is_named() {
    let folder = tempdir().unwrap();

    let output = program(folder.path(), &["serve"]).output().unwrap();

    assert!(refusal_of(&output).contains("var"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_nobody_may_write_to_is_named() {
    let folder = tempdir().unwrap();

    let sentence = refusal(folder.path(), "sqlite:///proc/yangguang.db");

    assert!(sentence.contains("/proc/yangguang.db"), "{sentence}");
    assert!(sentence.contains("cannot be written"), "{sentence}");
}

#[test]
fn a_folder_in_place_of_the_database_is_called_a_folder() {
    let folder = tempdir().unwrap();
    std::fs::create_dir(folder.path().join("sub")).unwrap();

    let sentence = refusal(folder.path(), "sqlite://sub");

    assert!(sentence.contains("is a folder"), "{sentence}");
}

#[test]
fn a_file_of_something_else_is_no_database_and_is_left_alone() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("a.db");
    let junk = "something else entirely ".repeat(1_000);
    std::fs::write(&file, &junk).unwrap();

    let sentence = refusal(folder.path(), "sqlite://a.db");

    assert!(sentence.contains("is not a database"), "{sentence}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), junk);
}

#[tokio::test]
async fn a_database_that_another_program_holds_is_said_to_be_locked() {
    let database = Database::sqlite();
    store::Store::open(&database.url, 1).await.unwrap().close().await;
    let mut other = AnyConnection::connect(&database.url).await.unwrap();
    let held = other.begin_with("begin exclusive").await.unwrap();

    let sentence = refusal(database.folder.path(), &database.url);

    assert!(sentence.contains("is locked by another program"), "{sentence}");
    held.rollback().await.unwrap();
}

#[test]
fn an_address_of_another_kind_is_refused_without_its_password() {
    let folder = tempdir().unwrap();
    for url in ["mysql://li:hush@localhost/sun", "hush", "", "postgres://li:1/hush@db/sun"] {
        let sentence = refusal(folder.path(), url);

        assert!(sentence.contains("address of the database"), "{sentence}");
        assert!(!sentence.contains("hush"), "{sentence}");
    }
}

#[test]
fn a_server_that_is_not_there_is_named_without_the_password() {
    let folder = tempdir().unwrap();
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();

    let sentence = refusal(folder.path(), &format!("postgres://li:hush@127.0.0.1:{port}/sun"));

    assert!(sentence.contains(&format!("127.0.0.1:{port}/sun")), "{sentence}");
    assert!(!sentence.contains("hush"), "{sentence}");
}

#[test]
fn postgresql_without_a_secret_is_refused_with_how_to_make_one() {
    let Some(server) = postgres_server() else { return };
    let database = Database::postgres(&server);

    let sentence = refusal(database.folder.path(), &database.url);

    assert!(sentence.contains("YANGGUANG_SECRET") && sentence.contains("openssl"), "{sentence}");
}

#[test]
fn a_secret_of_the_wrong_shape_is_refused_without_repeating_it() {
    let database = Database::sqlite();
    for secret in ["hush", "", &"zz".repeat(32), &"7f".repeat(33)] {
        let mut command = serve(database.folder.path(), &database.url);

        let sentence = refusal_of(&command.env("YANGGUANG_SECRET", secret).output().unwrap());

        assert!(sentence.contains("YANGGUANG_SECRET"), "{sentence}");
        assert!(!["hush", "zzz", "7f7f"].iter().any(|it| sentence.contains(it)), "{sentence}");
    }
}

#[test]
fn a_key_file_that_is_damaged_is_refused_and_never_replaced() {
    let database = Database::sqlite();
    let file = database.folder.path().join("yangguang.key");
    std::fs::write(&file, "7f7f7f").unwrap();

    let sentence = refusal(database.folder.path(), &database.url);

    assert!(sentence.contains("yangguang.key") && !sentence.contains("7f7f"), "{sentence}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "7f7f7f");
}

#[cfg(unix)]
#[test]
fn the_key_of_a_file_is_made_once_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let database = Database::sqlite();
    let key = || std::fs::read_to_string(database.folder.path().join("yangguang.key")).unwrap();
    let start = || {
        let mut command = serve(database.folder.path(), &database.url);
        command.stderr(std::process::Stdio::piped());
        Server::of(command.spawn().unwrap())
    };

    start().kill();
    let first = key();
    start().kill();

    assert_eq!((first.len(), first.as_str()), (64, key().as_str()));
    let file = std::fs::metadata(database.folder.path().join("yangguang.key")).unwrap();
    assert_eq!(file.permissions().mode() & 0o777, 0o600);
}

#[cfg(unix)]
#[test]
fn it_stops_when_asked_to_even_while_somebody_is_connected() {
    let database = Database::sqlite();
    let mut server = Server::start(database.folder.path(), &database.url);
    assert_eq!(ask(server.port, "GET", "/healthz", "").unwrap(), (200, "ok\n".to_owned()));
    let idle = TcpStream::connect(("127.0.0.1", server.port)).unwrap();

    let id = server.child.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());

    assert_eq!(server.child.wait().unwrap().code(), Some(0));
    drop(idle);
}

#[test]
fn over_a_socket_it_is_the_same_portal() {
    let database = Database::sqlite_with_demo();
    let server = Server::start(database.folder.path(), &database.url);

    let (status, page) = ask(server.port, "GET", "/r/350600000000/progress", "").unwrap();
    let (head_status, head) = ask_head(server.port, "/r/350600000000");
    let (missing, _) = ask(server.port, "GET", "/nothing", "").unwrap();

    assert_eq!((status, head_status, missing), (200, 200, 404));
    assert!(page.contains("989") && head.is_empty());
}

/// A head announces the length of a body that does not follow.
fn ask_head(port: u16, path: &str) -> (u16, String) {
    use std::io::{Read, Write};
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    write!(stream, "HEAD {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    (head.split(' ').nth(1).unwrap().parse().unwrap(), body.to_owned())
}

//! What a person was told is filed is filed, even when the power goes at the worst moment.

use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::Duration;

use sqlx::{AnyConnection, Connection};
use store::Store;

use crate::support::database::{Database, postgres_server};
use crate::support::form::encoded;
use crate::support::html::{of_class, text};
use crate::support::journey::COMPLAINT;
use crate::support::program::{Server, ask};

const ROUNDS: u64 = 4;
const THREADS: u64 = 3;

#[test]
fn every_receipt_that_was_shown_opens_its_case_after_a_kill_on_sqlite() {
    kill_and_look(&Database::sqlite());
}

#[test]
fn every_receipt_that_was_shown_opens_its_case_after_a_kill_on_postgresql() {
    if let Some(server) = postgres_server() {
        kill_and_look(&Database::postgres(&server));
    }
}

fn kill_and_look(database: &Database) {
    let mut chance = Chance::new();
    let mut receipts = Vec::new();
    let mut server = Server::start(database.folder.path(), &database.url);
    for round in 1..=ROUNDS {
        let shown = file_until_killed(server, &mut chance);

        server = Server::start(database.folder.path(), &database.url);
        for receipt in &shown {
            let body = encoded(&[("receipt", receipt)]);
            let (status, page) = ask(server.port, "POST", "/track", &body).unwrap();
            assert_eq!(status, 200, "round {round}: {receipt} is lost: {}", text(&page));
        }
        receipts.extend(shown);
    }
    drop(server);
    let n_receipts = receipts.len();
    receipts.sort();
    receipts.dedup();
    assert_eq!(receipts.len(), n_receipts, "every complaint has its own receipt");
    look_into(database, &receipts);
}

/// Files from several threads, and kills the server after a few receipts and a moment.
fn file_until_killed(server: Server, chance: &mut Chance) -> Vec<String> {
    let (hand_over, handed) = channel();
    let filing: Vec<_> = (0..THREADS)
        .map(|_| {
            let (port, hand_over, seed) = (server.port, hand_over.clone(), chance.another());
            thread::spawn(move || file(port, seed, &hand_over))
        })
        .collect();
    drop(hand_over);
    let n_before = 2 + chance.below(20);
    let mut receipts: Vec<String> = (0..n_before).map(|_| handed.recv().unwrap()).collect();
    thread::park_timeout(Duration::from_micros(chance.below(20_000)));

    server.kill();

    for filing in filing {
        filing.join().unwrap();
    }
    receipts.extend(handed);
    receipts
}

/// Complaint after complaint until nobody answers; what was shown is handed over.
fn file(port: u16, seed: u64, hand_over: &Sender<String>) {
    let mut chance = Chance(seed);
    loop {
        let form_key = format!("{:016x}{:016x}", chance.next(), chance.next());
        let body = encoded(&[
            ("kind", "other"),
            ("text", COMPLAINT),
            ("anonymous", "on"),
            ("form_key", &form_key),
            ("go", "file"),
        ]);
        let Ok((status, page)) = ask(port, "POST", "/complain", &body) else { return };
        assert_eq!(status, 200, "{}", text(&page));
        let groups: Vec<String> = of_class(&page, "receipt__group").into_iter().map(text).collect();
        assert_eq!(groups.len(), 3);
        hand_over.send(groups.join(" ")).unwrap();
    }
}

/// The database opens, is whole, and holds every case with its first step.
fn look_into(database: &Database, receipts: &[String]) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let store = Store::open(&database.url, 1).await.unwrap();
        let cases = store.cases(100_000).await.unwrap();
        assert!(cases.len() >= receipts.len(), "{} of {}", cases.len(), receipts.len());
        store.close().await;
        let rows = database.filed_rows().await;
        let n = |table: &str| rows.iter().filter(|it| it.starts_with(table)).count();
        assert_eq!((n("filed_case"), n("complaint")), (cases.len(), cases.len()));
        assert_eq!(n("case_event"), cases.len());
        if !database.is_postgres() {
            let mut connection = AnyConnection::connect(&database.url).await.unwrap();
            let check = sqlx::query_scalar("pragma integrity_check");
            let whole: String = check.fetch_one(&mut connection).await.unwrap();
            assert_eq!(whole, "ok");
        }
    });
}

/// Xorshift: enough to choose moments, and a printed seed chooses them again.
struct Chance(u64);

impl Chance {
    fn new() -> Self {
        let mut bytes = [0; 8];
        getrandom::fill(&mut bytes).unwrap();
        let seed = u64::from_be_bytes(bytes) | 1;
        eprintln!("seed {seed:#x}");
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A seed whose numbers are not these.
    fn another(&mut self) -> u64 {
        self.next().wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }
}

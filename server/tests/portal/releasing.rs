//! From a county's tables to a published release, with the program as it ships: what is refused and
//! why, that the same file twice changes nothing, and that a killed program leaves the old release whole.

use std::path::{Path, PathBuf};
use std::process::Output;
use std::time::Duration;

use store::Store;

use crate::command::refused;
use crate::support::database::Database;
use crate::support::program::program;

const DAY: &str = "2026-11-22T02:00:00Z";

/// A portal's database and files, and the program that works on them.
struct Office(Database);

impl Office {
    /// With the nine places of the examples.
    fn new() -> Self {
        let office = Self(Database::sqlite());
        office.done(&["import", "regions", &example("regions.csv")]);
        office
    }

    fn with_everything() -> Self {
        let office = Self::new();
        for (kind, file) in TABLES {
            office.done(&["import", kind, &example(file)]);
        }
        office
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    fn command(&self, arguments: &[&str]) -> std::process::Command {
        let mut command = program(self.0.folder.path(), arguments);
        command.env("DATABASE_URL", &self.0.url).env("YANGGUANG_NOW", DAY);
        command
    }

    /// What it printed; it must have gone well.
    #[track_caller]
    fn done(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        let printed = String::from_utf8(output.stdout.clone()).unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {printed}{said}");
        printed
    }

    /// The lines it printed; it must have refused.
    #[track_caller]
    fn faults(&self, arguments: &[&str]) -> Vec<String> {
        let output = self.run(arguments);
        refused(&output, 1);
        String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
    }

    #[track_caller]
    fn build(&self) -> String {
        let register = example("register.csv");
        self.done(&["release", "build", "--as-of", "2026-09-30", "--register", &register])
    }

    fn file(&self, name: &str, text: &str) -> String {
        let path = self.0.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    }

    fn files(&self) -> PathBuf {
        self.0.folder.path().join("var/files")
    }

    fn store<T>(&self, ask: impl AsyncFnOnce(Store) -> T) -> T {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async { ask(Store::open(&self.0.url, 1).await.unwrap()).await })
    }

    fn current(&self) -> Option<i64> {
        self.store(async |store| store.current_release().await.unwrap().map(|it| it.number))
    }
}

const TABLES: [(&str, &str); 8] = [
    ("projects", "projects.csv"),
    ("funds", "funds.csv"),
    ("contracts", "contracts.csv"),
    ("payments", "payments.csv"),
    ("sources", "sources.csv"),
    ("indicators", "indicators.csv"),
    ("notices", "notices.csv"),
    ("register", "register.csv"),
];

fn example(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/intake/examples");
    folder.join(name).display().to_string()
}

#[test]
fn a_countys_tables_become_a_release_that_can_be_verified() {
    let office = Office::with_everything();

    office.build();
    assert_eq!(office.current(), None, "nobody sees it yet");
    office.done(&["release", "publish", "1"]);

    assert_eq!(office.current(), Some(1));
    assert!(office.done(&["release", "verify"]).contains("release 1: whole"));
    assert_eq!(office.done(&["draft", "list"]).trim(), "0 records");
    let content = office.store(async |store| store.content(1).await.unwrap().unwrap());
    assert!(!content.projects.is_empty() && !content.payments.is_empty());
    assert!(content.counts.iter().flat_map(|it| it.cells.values()).all(|n| n % 5 == 0));
    let sums = office.files().join("releases/1/SHA256SUMS");
    let folder = sums.parent().unwrap();
    let check = std::process::Command::new("sha256sum")
        .args(["-c", "--quiet", "SHA256SUMS"])
        .current_dir(folder)
        .status()
        .unwrap();
    assert!(check.success());
}

#[test]
fn the_same_file_twice_changes_nothing() {
    let office = Office::with_everything();
    let before = office.done(&["draft", "list"]);

    for (kind, file) in TABLES {
        let said = office.done(&["import", kind, &example(file)]);
        assert!(said.contains(" 0 changes in the draft"), "{kind}: {said}");
    }

    assert_eq!(office.done(&["draft", "list"]), before);
    office.build();
    office.done(&["release", "publish", "1"]);
    for (kind, file) in TABLES {
        let said = office.done(&["import", kind, &example(file)]);
        assert!(said.contains(" 0 changes in the draft"), "{kind} after publishing: {said}");
    }
    let again = office.done(&["release", "build", "--as-of", "2026-09-30"]);
    assert!(again.contains("nothing that is not published"), "{again}");
}

#[test]
fn a_dry_run_and_a_bad_file_name_every_problem_and_change_nothing() {
    let office = Office::new();
    let text = std::fs::read_to_string(example("funds.csv")).unwrap();
    let bad = office.file("bad.csv", &text.replace("199.4", "many").replace("2026-01-20", "soon"));
    let report = office.0.folder.path().join("report.csv");

    let faults =
        office.faults(&["import", "funds", &bad, "--report", &report.display().to_string()]);

    for place in ["第2行", "row 2", "column I", "column J"] {
        assert!(
            faults.iter().any(|it| it.to_lowercase().contains(&place.to_lowercase())),
            "{place}: {faults:?}"
        );
    }
    assert_eq!(office.done(&["draft", "list"]).trim(), "0 records");
    let report = std::fs::read_to_string(report).unwrap();
    assert!(report.starts_with('\u{feff}') && report.lines().count() >= 3, "{report}");
    office.done(&["import", "funds", &example("funds.csv"), "--dry-run"]);
    assert_eq!(office.done(&["draft", "list"]).trim(), "0 records");
}

#[test]
fn what_changes_without_a_reason_is_refused_and_with_one_it_is_told() {
    let office = Office::with_everything();
    office.build();
    office.done(&["release", "publish", "1"]);
    let text = std::fs::read_to_string(example("funds.csv")).unwrap();
    let changed = office.file("changed.csv", &text.replace("199.4", "200"));

    office.done(&["import", "funds", &changed]);
    let faults = office.faults(&["release", "build", "--as-of", "2026-10-31"]);
    assert!(faults.iter().any(|it| it.contains("no reason is given")), "{faults:?}");

    office.done(&["draft", "clear"]);
    office.done(&[
        "import",
        "funds",
        &changed,
        "--reason",
        "少写了",
        "--reason-en",
        "Too little was written",
        "--complaint",
        "C-7KQ2-M4",
    ]);
    office.done(&["release", "build", "--as-of", "2026-10-31"]);
    office.done(&["release", "publish", "2"]);

    let told = office.done(&["release", "diff", "1", "2"]);
    assert!(told.contains("1994000.00 yuan → 2000000.00 yuan"), "{told}");
    assert!(told.contains("少写了 (C-7KQ2-M4)"), "{told}");
    let machine = office.done(&["release", "diff", "1", "2", "--json"]);
    let machine: serde_json::Value = serde_json::from_str(&machine).unwrap();
    assert_eq!(machine["changes"].as_array().unwrap().len(), 1);
}

#[test]
fn names_numbers_of_people_and_exact_counts_are_refused_with_their_place() {
    let office = Office::with_everything();
    let text = std::fs::read_to_string(example("notices.csv")).unwrap();
    let seeded = text
        .replace("这笔钱用于养牛合作社。", "这笔钱给户主演示零零。受益37户。")
        .replace("2026-02-12", "2026-02-13");
    let seeded = office.file("seeded.csv", &seeded);
    office.done(&["import", "notices", &seeded]);
    let register = example("register.csv");

    let faults =
        office.faults(&["release", "build", "--as-of", "2026-09-30", "--register", &register]);

    assert!(faults.iter().any(|it| it.contains("holds a name from the register")), "{faults:?}");
    assert!(faults.iter().any(|it| it.contains("exact number of households")), "{faults:?}");
    assert!(!faults.concat().contains("演示零零"), "the name is not repeated");
    let without = office.faults(&["release", "build", "--as-of", "2026-09-30"]);
    assert!(without.iter().any(|it| it.contains("--register")), "{without:?}");
    assert_eq!(office.current(), None);
}

#[test]
fn nothing_of_the_register_is_kept_but_protected_tables() {
    let office = Office::new();
    office.done(&["import", "register", &example("register.csv")]);

    let bytes = std::fs::read(office.0.folder.path().join("yangguang.db")).unwrap();
    let wal = std::fs::read(office.0.folder.path().join("yangguang.db-wal")).unwrap_or_default();
    for secret in ["演示零零", "000000194001130017", "YS000001"] {
        let is_in = |it: &[u8]| it.windows(secret.len()).any(|it| it == secret.as_bytes());
        assert!(!is_in(&bytes) && !is_in(&wal), "{secret} is kept");
    }
    let draft = office.store(async |store| store.draft().await.unwrap());
    assert!(!draft.is_empty());
}

#[test]
fn a_changed_file_is_found_and_a_release_with_one_is_not_published() {
    let office = Office::with_everything();
    office.build();
    let file = office.files().join("releases/1/release.json");
    let whole = std::fs::read(&file).unwrap();
    let mut changed = whole.clone();
    changed[10] ^= 1;
    std::fs::write(&file, &changed).unwrap();

    let faults = office.faults(&["release", "publish", "1"]);
    assert!(faults.iter().any(|it| it.contains("1/release.json: the file was changed")));
    assert_eq!(office.current(), None);

    std::fs::write(&file, &whole).unwrap();
    office.done(&["release", "publish", "1"]);
    std::fs::remove_file(&file).unwrap();
    let faults = office.faults(&["release", "verify", "1"]);
    assert!(faults.iter().any(|it| it.contains("the file is missing")), "{faults:?}");
}

#[test]
fn a_killed_import_build_or_publish_leaves_the_old_release_and_can_be_run_again() {
    let office = Office::with_everything();
    office.build();
    office.done(&["release", "publish", "1"]);
    let text = std::fs::read_to_string(example("funds.csv")).unwrap();
    let changed = office.file("changed.csv", &text.replace("199.4", "200"));
    let import = ["import", "funds", &changed, "--reason", "少写了", "--reason-en", "Too little"];
    let build = ["release", "build", "--as-of", "2026-10-31"];

    for step in [&import[..], &build[..], &["release", "publish", "2"][..]] {
        for milliseconds in [1, 5, 15, 40, 90] {
            let mut child = office.command(step).spawn().unwrap();
            std::thread::park_timeout(Duration::from_millis(milliseconds));
            child.kill().unwrap();
            child.wait().unwrap();
            let number = office.current().unwrap();
            assert!(number == 1 || step[1] == "publish", "{step:?}");
            let said = office.done(&["release", "verify", &number.to_string()]);
            assert!(said.contains("whole"), "{step:?} after {milliseconds} ms: {said}");
        }
        if !(step[1] == "publish" && office.current() == Some(2)) {
            office.done(step);
        }
    }

    assert_eq!(office.current(), Some(2));
    assert!(office.done(&["release", "verify"]).contains("release 2: whole"));
}

#[test]
fn a_full_disk_is_said_and_nothing_is_half_built() {
    let office = Office::with_everything();
    let program = env!("CARGO_BIN_EXE_yangguang");
    let register = example("register.csv");
    // Files may not grow beyond 4 kB; the signal is ignored, so that writing fails as on a full disk.
    let script = format!(
        "trap '' XFSZ; ulimit -f 4; exec {program} release build --as-of 2026-09-30 \
         --register {register}"
    );
    let output = std::process::Command::new("bash")
        .args(["-c", &script])
        .current_dir(office.0.folder.path())
        .env("DATABASE_URL", &office.0.url)
        .env("YANGGUANG_NOW", DAY)
        .output()
        .unwrap();

    let sentences = refused(&output, 1);
    assert!(!sentences.is_empty());
    assert!(!office.files().join("releases/1").exists());
    office.build();
    office.done(&["release", "publish", "1"]);
}

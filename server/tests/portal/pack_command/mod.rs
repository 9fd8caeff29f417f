//! `yangguang pack check`, `test` and `diff`: on the packs of the program, and on a county's folder
//! with a fault in it.

mod check;
mod diff;
mod test;

use std::path::Path;
use std::process::Output;

use app::rules::library::built_in;
use tempfile::{TempDir, tempdir};

use crate::support::program::program;

const LOAN: &str = "programmes/loan.toml";
const TODAY: &str = "2026-11-22";

/// A copy of the packs of the program, with the first `from` in each of the files made into `to`.
fn copied(edits: &[(&str, &str, &str)]) -> TempDir {
    let folder = tempdir().unwrap();
    for (name, text) in built_in().files() {
        let mut text = text.to_owned();
        for (_, from, to) in edits.iter().filter(|(file, ..)| *file == name) {
            assert!(text.contains(from), "{name} no longer holds {from:?}");
            text = text.replacen(from, to, 1);
        }
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

/// Where a text stands, as findings name it: `programmes/loan.toml:6`.
#[track_caller]
fn place(packs: &Path, file: &str, text: &str) -> String {
    let written = std::fs::read_to_string(packs.join(file)).unwrap();
    let line = written.lines().position(|it| it.contains(text)).unwrap() + 1;
    format!("{file}:{line}")
}

fn pack(arguments: &[&str]) -> Output {
    let folder = tempdir().unwrap();
    let mut command = program(folder.path(), &["pack"]);
    command.args(arguments).env("YANGGUANG_NOW", format!("{TODAY}T04:00:00Z"));
    command.output().unwrap()
}

/// With the packs of a folder.
fn pack_in(packs: &Path, arguments: &[&str]) -> Output {
    pack(&[&["--packs", packs.to_str().unwrap()], arguments].concat())
}

/// What it printed, with this exit code.
#[track_caller]
fn said(output: &Output, code: i32) -> String {
    let printed = String::from_utf8(output.stdout.clone()).unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{printed}{errors}");
    printed
}

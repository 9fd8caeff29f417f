//! Whether a release is still what was built: each file by its SHA-256, and the tables by making the
//! files again from them.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::Context;
use sha2::{Digest, Sha256};
use store::Store;

use super::fault::Fault;
use super::files::folder_of;

/// All that differs. Nothing for a release without files (the demo's before files were written).
pub async fn verify(store: &Store, files: &Path, number: i64) -> anyhow::Result<Vec<Fault>> {
    let name = format!("release {number}");
    let Some(proof) = store.proof(number).await? else {
        return Ok(vec![Fault::new(name, "there is no such release")]);
    };
    if proof.manifest.is_empty() {
        return Ok(vec![Fault::new(name, "it has no manifest")]);
    }
    let mut faults = Vec::new();
    if !super::build::has_passed(&proof.certificate) {
        faults
            .push(Fault::new(name.clone(), "its certificate does not say that the gate passed it"));
    }
    let promised = manifest(&proof.manifest);
    let folder = folder_of(files, number);
    let mut there = hashes(&folder)?;
    there.remove("SHA256SUMS");
    for (path, hash) in &promised {
        match there.remove(path) {
            None => faults.push(Fault::new(format!("{number}/{path}"), "the file is missing")),
            Some(found) if found != *hash => {
                faults.push(Fault::new(format!("{number}/{path}"), "the file was changed"));
            }
            Some(_) => {}
        }
    }
    for path in there.keys() {
        faults.push(Fault::new(format!("{number}/{path}"), "the file is not in the manifest"));
    }
    for (path, hash) in super::build::hashes_of_tables(store, number, &proof.certificate).await? {
        if promised.get(&path) != Some(&hash) {
            let what = "the database does not hold what the file says";
            faults.push(Fault::new(format!("{number}/{path}"), what));
        }
    }
    Ok(faults)
}

/// Path → SHA-256, from lines as `sha256sum` writes them.
pub fn manifest(text: &str) -> BTreeMap<String, String> {
    text.lines()
        .filter_map(|it| it.split_once("  "))
        .map(|(hash, path)| (path.to_owned(), hash.to_owned()))
        .collect()
}

fn hashes(folder: &Path) -> anyhow::Result<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    let mut open: Vec<PathBuf> = vec![folder.to_owned()];
    while let Some(at) = open.pop() {
        let entries = match fs::read_dir(&at) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
            Err(error) => return Err(error).with_context(|| format!("read {}", at.display())),
        };
        for entry in entries {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let bytes = fs::read(&path).with_context(|| format!("read {}", path.display()))?;
            let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().into_owned();
            found.insert(name, sha256(&bytes));
        }
    }
    Ok(found)
}

/// Of a file of any length, in hexadecimal.
pub fn sha256_of_file(path: &Path) -> anyhow::Result<String> {
    let context = || format!("read {}", path.display());
    let mut file = fs::File::open(path).with_context(context)?;
    let mut hash = Sha256::new();
    let mut chunk = vec![0; 1 << 16];
    loop {
        match file.read(&mut chunk).with_context(context)? {
            0 => return Ok(hexadecimal(&hash.finalize())),
            n => hash.update(&chunk[..n]),
        }
    }
}

/// In hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// Two digits a byte.
pub fn hexadecimal(bytes: &[u8]) -> String {
    use std::fmt::Write as _;

    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

//! What a folder holds: every file below it, its name by content, a copy of it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest as _, Sha256};

/// The first 64 bits of the SHA-256 of the parts, each with its length, in 16 hexadecimal digits.
pub fn digest<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    let first = hash.finalize().iter().take(8).fold(0, |it, byte| it << 8 | u64::from(*byte));
    format!("{first:016x}")
}

/// Every file at or below a path; none if there is nothing.
pub fn files_below(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_path_buf()]);
    }
    let mut files = Vec::new();
    if path.is_dir() {
        for entry in fs::read_dir(path).with_context(|| format!("list {}", path.display()))? {
            files.extend(files_below(&entry.context("list a folder")?.path())?);
        }
    }
    files.sort();
    Ok(files)
}

/// The folders directly in a folder; none if it cannot be listed.
pub fn folders_in(path: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    entries.map(|it| it.path()).filter(|it| it.is_dir()).collect()
}

/// Copies all files below one folder to the same places below another.
pub fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    for file in files_below(from)? {
        let place = to.join(file.strip_prefix(from).context("a file below its folder")?);
        if let Some(folder) = place.parent() {
            create_folder(folder)?;
        }
        fs::copy(&file, &place).with_context(|| format!("copy to {}", place.display()))?;
    }
    Ok(())
}

pub fn create_folder(path: &Path) -> Result<()> {
    fs::create_dir_all(path).with_context(|| format!("create {}", path.display()))
}

pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("read {}", path.display()))
}

pub fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<()> {
    fs::write(path, bytes).with_context(|| format!("write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_tells_where_one_part_ends() {
        let digest_of = |parts: [&str; 2]| digest(parts.map(str::as_bytes));

        assert_eq!(digest_of(["ab", "c"]), digest_of(["ab", "c"]));
        assert_ne!(digest_of(["ab", "c"]), digest_of(["a", "bc"]));
        assert_eq!(digest_of(["ab", "c"]).len(), 16);
    }
}

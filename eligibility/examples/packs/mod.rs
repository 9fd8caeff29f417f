//! Packs of a folder.

use std::path::{Path, PathBuf};

use eligibility::Pack;
use eligibility::source::Library;

/// The folder of this path below the workspace's root.
pub fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// The rule files of a folder laid out as `packs/` is, by their names.
pub fn files(folder: &Path) -> Vec<(String, String)> {
    let mut files = Vec::new();
    gather(folder, "", &mut files).expect("a folder that can be read");
    files
}

/// Compiles a pack.
pub fn compiled(files: Vec<(String, String)>, id: &str) -> Pack {
    Library::new(files).compile(id, None).expect("a pack without faults").pack
}

fn gather(folder: &Path, prefix: &str, files: &mut Vec<(String, String)>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = format!("{prefix}{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() {
            gather(&path, &format!("{name}/"), files)?;
        } else if path.extension().is_some_and(|it| it == "toml") {
            files.push((name, std::fs::read_to_string(&path)?));
        }
    }
    Ok(())
}

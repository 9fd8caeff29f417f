//! A path below a folder of ours, so that nothing outside of it can be reached.

use std::path::{Path, PathBuf};

/// The file or folder of this path below the root; none if it is not there or not below it.
pub fn below(root: &Path, path: &str) -> Option<PathBuf> {
    let is_plain = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && !part.contains(|it: char| it.is_control() || "\\:".contains(it))
    };
    let path = path.strip_suffix('/').unwrap_or(path);
    if !path.is_empty() && !path.split('/').all(is_plain) {
        return None;
    }
    // A link may lead anywhere: what counts is where it ends.
    let root = root.canonicalize().ok()?;
    let found = root.join(path).canonicalize().ok()?;
    found.starts_with(&root).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_outside_of_the_folder_is_reached() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/data");

        assert!(below(&root, "mod.rs").is_some());
        assert!(below(&root, "").is_some());
        for path in [
            "../lib.rs",
            "..",
            ".",
            "a/../mod.rs",
            "/etc/passwd",
            "//etc/passwd",
            "..\\lib.rs",
            "C:mod.rs",
            "mod.rs/..",
            ".git",
            "mod.rs\u{0}",
            "none.rs",
        ] {
            assert_eq!(below(&root, path), None, "{path}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_folder_leads_nowhere() {
        let root = std::env::temp_dir().join(format!("yangguang-folder-{}", std::process::id()));
        std::fs::create_dir_all(&root).unwrap();
        drop(std::os::unix::fs::symlink("/etc/hostname", root.join("out.csv")));

        let found = below(&root, "out.csv");

        std::fs::remove_dir_all(&root).unwrap();
        assert_eq!(found, None);
    }
}

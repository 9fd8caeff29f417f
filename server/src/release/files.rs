//! The folder of a release's files. It appears under its name whole or not at all.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Context;

/// Where the files of a release lie: `{folder}/releases/{n}`.
pub fn folder_of(files: &Path, number: i64) -> PathBuf {
    files.join("releases").join(number.to_string())
}

/// A folder that is being filled beside its place.
pub struct Filling {
    building: PathBuf,
    place: PathBuf,
    /// Held until the end, whatever the end is.
    _lock: File,
}

impl Filling {
    /// Begins anew; what an interrupted attempt left behind goes. Waits while another process fills.
    pub fn begin(files: &Path, number: i64) -> anyhow::Result<Self> {
        let place = folder_of(files, number);
        let releases = files.join("releases");
        fs::create_dir_all(&releases).with_context(|| format!("make {}", releases.display()))?;
        let lock = File::create(releases.join(".lock")).context("make the lock of the releases")?;
        lock.lock().context("lock the folder of the releases")?;
        let building = releases.join(format!(".building-{number}"));
        remove(&building)?;
        fs::create_dir_all(&building).with_context(|| format!("make {}", building.display()))?;
        Ok(Self { building, place, _lock: lock })
    }

    pub fn folder(&self) -> &Path {
        &self.building
    }

    /// Writes one file and waits until the disk has it.
    pub fn write(&self, path: &str, bytes: &[u8]) -> anyhow::Result<()> {
        let path = self.building.join(path);
        let context = || format!("write {}", path.display());
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).with_context(context)?;
        }
        let mut file = File::create(&path).with_context(context)?;
        file.write_all(bytes).and_then(|()| file.sync_data()).with_context(context)
    }

    /// Puts the folder in its place; one that was built before and never published gives way.
    pub fn finish(self) -> anyhow::Result<()> {
        let replaced = self.place.with_file_name(format!(
            ".replaced-{}",
            self.place.file_name().map_or_else(String::new, |it| it.to_string_lossy().into_owned())
        ));
        remove(&replaced)?;
        if self.place.exists() {
            fs::rename(&self.place, &replaced)
                .with_context(|| format!("move {} away", self.place.display()))?;
        }
        fs::rename(&self.building, &self.place)
            .with_context(|| format!("put {} in its place", self.place.display()))?;
        remove(&replaced)
    }
}

fn remove(folder: &Path) -> anyhow::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("remove {}", folder.display()))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_appears_whole_and_replaces_an_earlier_try() {
        let files = tempfile::tempdir().unwrap();
        let fill = |text: &str| {
            let filling = Filling::begin(files.path(), 3).unwrap();
            filling.write("a/b.txt", text.as_bytes()).unwrap();
            filling
        };

        drop(fill("interrupted"));
        assert!(!folder_of(files.path(), 3).exists());
        fill("first").finish().unwrap();
        fill("second").finish().unwrap();

        let text = fs::read_to_string(folder_of(files.path(), 3).join("a/b.txt")).unwrap();
        assert_eq!(text, "second");
        let left = fs::read_dir(files.path().join("releases")).unwrap();
        let mut left: Vec<_> = left.map(|it| it.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, [".lock", "3"]);
    }
}

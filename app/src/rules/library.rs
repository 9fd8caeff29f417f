//! The packs of this repository, part of the program; or those of a folder that a county keeps.

use std::path::Path;

use anyhow::{Context, anyhow};
use eligibility::Pack;
use eligibility::source::{Compiled, Library};
use include_dir::{Dir, include_dir};

static PACKS: Dir = include_dir!("$CARGO_MANIFEST_DIR/../packs");

/// The packs that came with the program.
pub fn built_in() -> Library {
    let mut files = Vec::new();
    gather_built_in(&PACKS, &mut files);
    Library::new(files)
}

fn gather_built_in(folder: &Dir, files: &mut Vec<(String, String)>) {
    for file in folder.files() {
        let name = file.path().to_string_lossy().replace('\\', "/");
        let is_pack_file = file.path().extension().is_some_and(|it| it == "toml");
        if let Some(text) = file.contents_utf8().filter(|_| is_pack_file) {
            files.push((name, text.to_owned()));
        }
    }
    folder.dirs().for_each(|it| gather_built_in(it, files));
}

/// Compiles a pack for a day (`YYYY-MM-DD`), or for its last day.
///
/// # Errors
/// Every fault found, each with its file and line.
pub fn compiled(library: &Library, id: &str, on: Option<&str>) -> anyhow::Result<Pack> {
    Ok(with_notes(library, id, on)?.pack)
}

/// The same, with what only tools and readers of the rules want to know.
///
/// # Errors
/// Every fault found, each with its file and line.
pub fn with_notes(library: &Library, id: &str, on: Option<&str>) -> anyhow::Result<Compiled> {
    library.compile(id, on).map_err(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        anyhow!("{}", faults.join("\n"))
    })
}

/// The packs of a folder laid out as `packs/` is.
///
/// # Errors
/// A folder or file that cannot be read.
pub fn read(folder: &Path) -> anyhow::Result<Library> {
    let mut files = Vec::new();
    gather(folder, "", &mut files)?;
    Ok(Library::new(files))
}

fn gather(folder: &Path, prefix: &str, files: &mut Vec<(String, String)>) -> anyhow::Result<()> {
    let entries = std::fs::read_dir(folder)
        .with_context(|| format!("read the folder {}", folder.display()))?;
    for entry in entries {
        let path = entry.with_context(|| format!("read the folder {}", folder.display()))?.path();
        let Some(own) = path.file_name().and_then(|it| it.to_str()) else { continue };
        let name = format!("{prefix}{own}");
        if path.is_dir() {
            gather(&path, &format!("{name}/"), files)?;
        } else if path.extension().is_some_and(|it| it == "toml") {
            let text = std::fs::read_to_string(&path)
                .with_context(|| format!("read {}", path.display()))?;
            files.push((name, text));
        }
    }
    Ok(())
}

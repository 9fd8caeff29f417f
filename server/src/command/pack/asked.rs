//! The packs that a command is asked about: those named, or all there are.

use clap::Args;
use eligibility::source::Library;

use crate::command::which::none_called;

#[derive(Args, Clone, Debug)]
pub struct Asked {
    /// The packs, such as demo-2026. Left out: all there are.
    #[arg(value_name = "PACK", conflicts_with = "all")]
    names: Vec<String>,
    /// All packs there are, as without any name.
    #[arg(long)]
    all: bool,
}

impl Asked {
    /// Their names, each once; or, in a sentence, which of them is not there.
    pub fn packs(&self, library: &Library) -> Result<Vec<String>, String> {
        let there = packs(library);
        if there.is_empty() {
            return Err("there are no packs: each is a folder with a file pack.toml".to_owned());
        }
        for name in &self.names {
            is_there(library, name)?;
        }
        if self.names.is_empty() {
            return Ok(there);
        }
        let mut names: Vec<String> = Vec::new();
        for name in &self.names {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
        Ok(names)
    }

    pub fn is_all(&self) -> bool {
        self.names.is_empty()
    }
}

/// A pack of this name is there; if not, a sentence says which are.
pub fn is_there(library: &Library, name: &str) -> Result<(), String> {
    let there = packs(library);
    if there.iter().any(|it| it == name) { Ok(()) } else { Err(none_called(name, &there)) }
}

/// By their folders, so that a pack that cannot be read is there too. Those that the others lie upon
/// come first, where that can be told.
fn packs(library: &Library) -> Vec<String> {
    let folders = library.files().filter_map(|(name, _)| name.strip_suffix("/pack.toml"));
    let mut packs: Vec<String> =
        folders.filter(|it| !it.contains('/')).map(str::to_owned).collect();
    let heads = library.heads().unwrap_or_default();
    packs.sort_by_key(|pack| heads.iter().position(|it| it.id == *pack));
    packs
}

//! The texts of a folder of files, also of those that are packed: an XLSX is a ZIP of XML.

use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use anyhow::Context;

/// Far more than a county's table; a packed file that unpacks to more is refused.
const MAX_TEXT: u64 = 512 * 1024 * 1024;

pub struct Texts {
    pub n_files: usize,
    pub texts: Vec<Text>,
}

/// A text in parts, so that a finding has a place.
pub struct Text {
    /// Within the folder.
    pub name: String,
    pub content: String,
    /// What ends a part, and what a part is called.
    pub end: &'static str,
    pub part: &'static str,
}

impl Text {
    pub fn of_lines(name: String, text: String) -> Self {
        Self { name, content: text, end: "\n", part: "line" }
    }
}

/// Reads every file below the folder. What is no text counts by its name.
pub fn texts(folder: &Path) -> anyhow::Result<Texts> {
    let mut found = Texts { n_files: 0, texts: Vec::new() };
    let mut open = vec![folder.to_owned()];
    while let Some(at) = open.pop() {
        for entry in fs::read_dir(&at).with_context(|| format!("read {}", at.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            found.n_files += 1;
            let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().into_owned();
            let bytes = fs::read(&path).with_context(|| format!("read {}", path.display()))?;
            if bytes.starts_with(b"PK") {
                unpack(&name, bytes, &mut found.texts)?;
            } else if !name.ends_with("SHA256SUMS") {
                // Sums are digits at random: some would look like a card.
                let text = String::from_utf8(bytes).unwrap_or_default();
                found.texts.push(Text::of_lines(name, text));
            }
        }
    }
    found.texts.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(found)
}

fn unpack(name: &str, bytes: Vec<u8>, texts: &mut Vec<Text>) -> anyhow::Result<()> {
    let mut archive =
        zip::ZipArchive::new(Cursor::new(bytes)).with_context(|| format!("unpack {name}"))?;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).with_context(|| format!("unpack {name}"))?;
        let inner = format!("{name}/{}", entry.name().with_context(|| format!("unpack {name}"))?);
        let mut text = String::new();
        entry.take(MAX_TEXT).read_to_string(&mut text).with_context(|| format!("read {inner}"))?;
        texts.push(Text { name: inner, content: text, end: "><", part: "tag" });
    }
    Ok(())
}

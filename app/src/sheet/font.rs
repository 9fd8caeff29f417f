//! A Chinese font for the PDF: the one of the settings, or one of this machine. Without one there is
//! no PDF; the page can still be printed.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, bail};

/// Letters that a font must have to be of use.
const NEEDED: &str = "公示村项目资金监督≈，。0123456789";
/// Those that print well small, the best first.
const FAMILIES: [&str; 7] = [
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei",
    "Noto Serif CJK SC",
];

/// Where a font lies; a collection holds several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FontFile {
    pub path: PathBuf,
    pub index: u32,
}

impl FontFile {
    /// The font of a file, if it is one and has the letters.
    ///
    /// # Errors
    /// It cannot be read, or has no Chinese.
    pub fn of(path: &Path) -> anyhow::Result<Self> {
        let data = std::fs::read(path).with_context(|| format!("read {}", path.display()))?;
        let n_faces = ttf_parser::fonts_in_collection(&data).unwrap_or(1);
        // The faces of a collection are one design for several countries: China's says SC.
        let fit: Vec<u32> = (0..n_faces).filter(|it| has_letters(&data, *it)).collect();
        let chinese = fit.iter().find(|it| is_for_china(&data, **it)).or(fit.first());
        match chinese {
            Some(index) => Ok(Self { path: path.to_owned(), index: *index }),
            None => bail!("{} is no font with Chinese letters", path.display()),
        }
    }

    /// The best of the fonts that this machine has; none if none has Chinese.
    pub fn of_this_machine() -> Option<Self> {
        let mut fonts = fontdb::Database::new();
        fonts.load_system_fonts();
        let rank = |face: &fontdb::FaceInfo| {
            let names: Vec<&str> = face.families.iter().map(|it| it.0.as_str()).collect();
            FAMILIES.iter().position(|it| names.contains(it)).unwrap_or(FAMILIES.len())
        };
        let mut faces: Vec<&fontdb::FaceInfo> =
            fonts.faces().filter(|it| it.style == fontdb::Style::Normal).collect();
        faces.sort_by_key(|it| (rank(it), it.weight.0.abs_diff(400), it.post_script_name.clone()));
        faces.into_iter().find_map(|face| {
            let fits = fonts.with_face_data(face.id, has_letters) == Some(true);
            match &face.source {
                fontdb::Source::File(path) if fits => {
                    Some(Self { path: path.clone(), index: face.index })
                }
                _ => None,
            }
        })
    }

    /// The whole file. Not kept: it is many times larger than everything else in memory.
    pub fn read(&self) -> anyhow::Result<Arc<Vec<u8>>> {
        let data =
            std::fs::read(&self.path).with_context(|| format!("read {}", self.path.display()))?;
        Ok(Arc::new(data))
    }
}

fn has_letters(data: &[u8], index: u32) -> bool {
    ttf_parser::Face::parse(data, index)
        .is_ok_and(|face| NEEDED.chars().all(|it| face.glyph_index(it).is_some()))
}

fn is_for_china(data: &[u8], index: u32) -> bool {
    let Ok(face) = ttf_parser::Face::parse(data, index) else { return false };
    let mut names = face.names().into_iter();
    names.any(|it| it.to_string().is_some_and(|it| it.ends_with(" SC") || it.ends_with(" CN")))
}

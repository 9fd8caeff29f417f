//! Unpacks a workbook once without keeping anything, to know that it is no bomb: the sizes that a
//! ZIP file states about itself may be lies.

use std::io::{self, Read, Seek};

use zip::ZipArchive;

use super::{Fault, Limits};
use crate::problem::ProblemKind;

/// The longest run without a tag that a sheet of Excel can hold, with room to spare: a cell has at
/// most 32,767 characters.
const LONGEST_RUN: u64 = 1 << 20;
/// The most parts: sheets, pictures, comments.
const MOST_PARTS: usize = 10_000;

const MEDIA: [&str; 6] = [".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf"];

/// Refuses what would unpack to more than the limits.
pub fn check(reader: &mut (impl Read + Seek), limits: &Limits) -> Result<(), Fault> {
    let mut archive = ZipArchive::new(reader).map_err(|it| fault(&it.into()))?;
    if archive.len() > MOST_PARTS {
        return Err(too_large(limits));
    }
    let (mut n_all, mut n_held) = (0, 0);
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(|it| fault(&it.into()))?;
        let name = part.name().map(|it| it.to_ascii_lowercase()).unwrap_or_default();
        let is_sheet = name.contains("worksheets/sheet");
        // Pictures are never unpacked again.
        let is_xml = !MEDIA.iter().any(|it| name.ends_with(it));
        let left = limits.unpacked_bytes.saturating_sub(n_all);
        let n = count(&mut part, left, is_xml, limits)?;
        n_all += n;
        n_held += if is_xml && !is_sheet { n } else { 0 };
        if n_all > limits.unpacked_bytes || n_held > limits.held_bytes {
            return Err(too_large(limits));
        }
    }
    Ok(())
}

/// The bytes of a part, up to one more than `most`.
fn count(part: &mut impl Read, most: u64, is_xml: bool, limits: &Limits) -> Result<u64, Fault> {
    let mut chunk = vec![0; 64 << 10];
    let (mut n, mut run) = (0, 0);
    while n <= most {
        let n_read = part.read(&mut chunk).map_err(|it| fault(&it))?;
        if n_read == 0 {
            break;
        }
        n += n_read as u64;
        match chunk[..n_read].iter().rposition(|it| *it == b'<') {
            Some(place) => run = (n_read - place) as u64,
            None => run += n_read as u64,
        }
        if is_xml && run > LONGEST_RUN {
            return Err(too_large(limits));
        }
    }
    Ok(n)
}

fn too_large(limits: &Limits) -> Fault {
    ProblemKind::TooLargeUnpacked { most_bytes: limits.unpacked_bytes }.into()
}

/// A damaged archive is the file's fault; a disk that fails is ours.
fn fault(error: &io::Error) -> Fault {
    match error.raw_os_error() {
        Some(code) => Fault::Io(io::Error::from_raw_os_error(code)),
        None => ProblemKind::DamagedWorkbook.into(),
    }
}

//! Names that files, parties and pages go by.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::options::Options;

/// The folder of a release, below the portal's `/data/`.
pub fn release_folder(release: i64) -> String {
    format!("releases/{release}/")
}

/// Where a file can be had.
pub fn download_url(options: &Options, path: &str) -> String {
    format!("{}/data/{path}", options.base_url)
}

/// The page of a place.
pub fn place_url(options: &Options, code: &str) -> String {
    format!("{}/r/{code}", options.base_url)
}

/// The page of a project.
pub fn project_url(options: &Options, id: &str) -> String {
    format!("{}/projects/{}", options.base_url, in_address(id))
}

/// A photo of a project.
pub fn photo_url(options: &Options, sha256: &str) -> String {
    format!("{}{}{}.jpg", options.base_url, options.photo_path, in_address(sha256))
}

/// A document's address, made whole if it is one of the portal's own; none if it is no address.
pub fn whole_url(options: &Options, url: &str) -> Option<String> {
    let is_plain = !url.chars().any(|it| it.is_whitespace() || "<>\"{}|\\^`".contains(it));
    if is_plain && (url.starts_with("https://") || url.starts_with("http://")) {
        Some(url.to_owned())
    } else if is_plain && url.starts_with('/') {
        Some(format!("{}{url}", options.base_url))
    } else {
        None
    }
}

/// An id for an organisation that is published by name only: the same name, the same id.
pub fn party_id(name: &str) -> String {
    format!("CN-NAME-{}", &sha256(name.trim().as_bytes())[..12])
}

/// In hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
        write!(hex, "{byte:02x}").expect("a string takes all that is written");
        hex
    })
}

/// With every byte escaped that an address cannot hold as it is.
pub fn in_address(id: &str) -> String {
    id.bytes().fold(String::with_capacity(id.len()), |mut to, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            to.push(char::from(byte));
        } else {
            write!(to, "%{byte:02X}").expect("a string takes all that is written");
        }
        to
    })
}

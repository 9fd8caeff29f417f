//! The list of a release's files with their SHA-256, as `sha256sum` writes it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// A file's SHA-256.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digest([u8; 32]);

/// Of one file: its path stands behind the digest and two characters.
pub fn digest_of(manifest: &str, path: &str) -> Option<Digest> {
    manifest.lines().find_map(|line| {
        let (digest, rest) = line.split_at_checked(64)?;
        let named = rest.strip_prefix("  ").or_else(|| rest.strip_prefix(" *"))?;
        if named == path { Digest::parse(digest) } else { None }
    })
}

impl Digest {
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// From 64 hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        if text.len() != 64 || !text.bytes().all(|it| it.is_ascii_hexdigit()) {
            return None;
        }
        for (place, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[2 * place..2 * place + 2], 16).ok()?;
        }
        Some(Self(bytes))
    }

    pub fn hex(self) -> String {
        use std::fmt::Write;
        self.0.iter().fold(String::new(), |mut text, byte| {
            write!(text, "{byte:02x}").expect("memory takes every write");
            text
        })
    }

    /// As RFC 9530 writes it.
    pub fn field(self) -> String {
        format!("sha-256=:{}:", STANDARD.encode(self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    #[test]
    fn a_file_is_found_by_its_whole_path() {
        let manifest = format!("{EMPTY}  a/projects.csv\n{EMPTY} *b.bin\nbroken\n");

        assert_eq!(digest_of(&manifest, "a/projects.csv").unwrap().hex(), EMPTY);
        assert_eq!(digest_of(&manifest, "b.bin").unwrap().hex(), EMPTY);
        assert_eq!(digest_of(&manifest, "projects.csv"), None);
        assert_eq!(digest_of(&manifest, ""), None);
    }

    #[test]
    fn a_digest_is_written_as_headers_want_it() {
        let field = Digest::parse(EMPTY).unwrap().field();

        assert_eq!(field, "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:");
    }

    #[test]
    fn what_is_no_digest_is_none() {
        for text in ["", "e3", &"g".repeat(64), &"é".repeat(32), &format!("+{}", &EMPTY[1..])] {
            let digest = Digest::parse(text);

            assert!(digest.is_none_or(|it| it.hex() == *text), "{text}");
        }
    }
}

//! The server's secret, with which it recognises a receipt, a form or an address without
//! keeping any of them.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use thiserror::Error;

/// 32 secret bytes. They can be used, but neither shown, compared nor serialised.
///
/// ```
/// use casework::secret_key::SecretKey;
///
/// let key = SecretKey::from_hex(&"7f".repeat(32)).unwrap();
///
/// assert_eq!(format!("{key:?}"), "SecretKey");
/// assert_ne!(key.tag("form", b"k1"), key.tag("address", b"k1"));
/// ```
#[derive(Clone)]
pub struct SecretKey([u8; 32]);

/// Why a text is not a secret key. The text itself is never repeated.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum SecretKeyError {
    #[error("a secret key has 64 hexadecimal digits, this has {n}")]
    WrongLength { n: usize },
    #[error("a secret key has only the digits 0-9 and a-f")]
    NotHexadecimal,
}

impl SecretKey {
    /// Takes the key as it is, from a source of randomness fit for secrets.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Reads a key from 64 hexadecimal digits, upper or lower case.
    pub fn from_hex(text: &str) -> Result<Self, SecretKeyError> {
        let text = text.trim();
        let n = text.chars().count();
        if n != 64 {
            return Err(SecretKeyError::WrongLength { n });
        }

        let mut bytes = [0; 32];
        for (i, digit) in text.chars().enumerate() {
            let value = digit.to_digit(16).ok_or(SecretKeyError::NotHexadecimal)?;
            bytes[i / 2] = bytes[i / 2] << 4 | u8::try_from(value).expect("a digit is below 16");
        }
        Ok(Self(bytes))
    }

    /// A keyed hash (HMAC-SHA256) of `message`. The same message under two domains has two tags
    /// that nobody without the key can connect.
    pub fn tag(&self, domain: &str, message: &[u8]) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes any key");
        // The length keeps ("ab", "c") and ("a", "bc") apart.
        mac.update(&(domain.len() as u64).to_be_bytes());
        mac.update(domain.as_bytes());
        mac.update(message);
        mac.finalize().into_bytes().into()
    }

    /// [`SecretKey::tag`] as 64 lower-case hexadecimal digits, the form in which it is stored.
    pub fn tag_hex(&self, domain: &str, message: &[u8]) -> String {
        use fmt::Write;

        self.tag(domain, message).iter().fold(String::new(), |mut text, byte| {
            write!(text, "{byte:02x}").expect("a string takes all that is written");
            text
        })
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretKey")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_reads_the_same_in_upper_and_lower_case() {
        let lower = SecretKey::from_hex(&"ab".repeat(32)).unwrap();
        let upper = SecretKey::from_hex(&"AB".repeat(32)).unwrap();

        assert_eq!(lower.tag("d", b"m"), upper.tag("d", b"m"));
        assert_eq!(lower.tag("d", b"m"), SecretKey::from_bytes([0xab; 32]).tag("d", b"m"));
    }

    #[test]
    fn the_boundary_between_domain_and_message_counts() {
        let key = SecretKey::from_bytes([1; 32]);

        assert_ne!(key.tag("ab", b"c"), key.tag("a", b"bc"));
    }

    #[test]
    fn a_tag_never_changes_or_stored_receipts_would_be_lost() {
        let key = SecretKey::from_bytes([0; 32]);

        assert_eq!(
            key.tag_hex("receipt", b"x"),
            "f383b09964c2c0e34b5779ef0e75d6cd5fb0efe548075afdb44335495355fa9e"
        );
    }

    #[test]
    fn a_key_too_short_or_not_hexadecimal_is_refused() {
        assert_eq!(SecretKey::from_hex("ab").unwrap_err(), SecretKeyError::WrongLength { n: 2 });
        assert_eq!(
            SecretKey::from_hex(&"zz".repeat(32)).unwrap_err(),
            SecretKeyError::NotHexadecimal
        );
        assert_eq!(SecretKey::from_hex("").unwrap_err(), SecretKeyError::WrongLength { n: 0 });
    }
}

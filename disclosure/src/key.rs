//! The secret that decides which counts go up and which go down.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// 32 secret bytes. They can be used, but neither shown, compared nor serialised.
///
/// The same key must be kept from release to release: a new key rounds anew, and several roundings
/// of one count give it away little by little (disclosure.md §4.5).
///
/// ```
/// let key = disclosure::Key::new([7; 32]);
///
/// assert_eq!(format!("{key:?}"), "Key");
/// ```
#[derive(Clone)]
pub struct Key(Hmac<Sha256>);

impl Key {
    /// Takes the key as it is, from a source of randomness fit for secrets.
    #[must_use]
    #[expect(clippy::missing_panics_doc, reason = "HMAC takes any key")]
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(Hmac::new_from_slice(&bytes).expect("HMAC takes any key"))
    }

    /// A number that is uniform over all `u16` to whoever has no key, and always the same for the
    /// same cell. It does not depend on the release: a cell that did not change is not rounded anew.
    pub(crate) fn uniform(&self, table: &str, unit: &str, class: &str) -> u16 {
        let mut mac = self.0.clone();
        for part in [table, unit, class] {
            // The length keeps ("ab", "c") and ("a", "bc") apart.
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part.as_bytes());
        }
        let tag = mac.finalize().into_bytes();
        u16::from_be_bytes([tag[0], tag[1]])
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Key")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_one_part_ends_and_the_next_begins_matters() {
        let key = Key::new([1; 32]);

        assert_ne!(key.uniform("ab", "c", "d"), key.uniform("a", "bc", "d"));
        assert_eq!(key.uniform("a", "b", "c"), Key::new([1; 32]).uniform("a", "b", "c"));
        assert_ne!(key.uniform("a", "b", "c"), Key::new([2; 32]).uniform("a", "b", "c"));
    }

    #[test]
    fn the_numbers_are_spread_evenly() {
        let key = Key::new([3; 32]);
        let low = (0..4000)
            .filter(|unit| key.uniform("cause", &unit.to_string(), "illness") < 1 << 14)
            .count();

        assert!((900..1100).contains(&low), "{low} of 4000 in the lowest quarter");
    }
}

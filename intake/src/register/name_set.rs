//! The names of heads of households as hashes: enough to ask whether a text holds one, not enough
//! to tell whose they are without asking for each.

use std::{
    collections::HashSet,
    hash::{DefaultHasher, Hasher},
};

/// Names of two to four characters, as keyed 64-bit hashes. Nothing can be read out of it.
#[derive(Clone, PartialEq, Eq)]
pub struct NameSet {
    key: [u8; 16],
    hashes: HashSet<u64>,
}

impl NameSet {
    /// An empty set. The key is of this run and must be kept by nobody.
    pub fn new(key: [u8; 16]) -> Self {
        Self { key, hashes: HashSet::new() }
    }

    /// Takes a name of two to four characters; others would be found everywhere or are no names.
    pub fn add(&mut self, name: &str) {
        if is_name(name) {
            self.hashes.insert(hash(self.key, "name", name));
        }
    }

    /// Whether it is one of the names.
    pub fn contains(&self, name: &str) -> bool {
        is_name(name) && self.hashes.contains(&hash(self.key, "name", name))
    }

    pub fn len(&self) -> usize {
        self.hashes.len()
    }

    pub fn is_empty(&self) -> bool {
        self.hashes.is_empty()
    }
}

fn is_name(name: &str) -> bool {
    let is_han = |it: char| matches!(it, '\u{3400}'..='\u{9fff}' | '·');
    (2..=4).contains(&name.chars().count()) && name.chars().all(is_han)
}

/// A keyed hash that never leaves memory, so that its algorithm may change with the compiler.
pub fn hash(key: [u8; 16], what: &str, text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(&key);
    hasher.write(what.as_bytes());
    hasher.write_u8(0);
    hasher.write(text.as_bytes());
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_known_and_no_other() {
        let mut names = NameSet::new([7; 16]);
        names.add("演示一");
        names.add("演");
        names.add("Yan Shi");

        assert!(names.contains("演示一"));
        assert!(!names.contains("演示二"));
        assert!(!names.contains("演"));
        assert_eq!(names.len(), 1);
    }

    #[test]
    fn another_key_makes_other_hashes() {
        assert_ne!(hash([1; 16], "name", "演示一"), hash([2; 16], "name", "演示一"));
    }
}

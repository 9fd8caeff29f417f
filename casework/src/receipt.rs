//! The receipt: the only key to a case, twelve Chinese characters that a person can write down
//! and read out over the phone.

use std::fmt;

use bip39::{Language, Mnemonic};
use thiserror::Error;

use crate::secret_key::SecretKey;

/// How many characters a receipt has.
pub const RECEIPT_CHARACTERS: usize = 12;

/// 128 bits that nobody can guess, written as twelve of the 2 048 characters of BIP-39's
/// simplified Chinese list. The 4 bits left over check it: of wrong characters 15 in 16 are caught.
///
/// ```
/// use casework::receipt::Receipt;
///
/// let receipt = Receipt::from_entropy([7; 16]);
///
/// assert_eq!(Receipt::parse(&receipt.text()), Ok(receipt));
/// assert_eq!(receipt.text().chars().count(), 14); // 4, a space, 4, a space, 4
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Receipt([u8; 16]);

/// Why a typed text is no receipt.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum ReceiptProblem {
    #[error("nothing was typed")]
    Empty,
    /// All characters occur in receipts, but there are `n` of them.
    #[error("a receipt has twelve characters, this has {n}")]
    WrongLength { n: usize },
    /// The first character that occurs in no receipt.
    #[error("{0:?} occurs in no receipt")]
    UnknownCharacter(char),
    /// Twelve possible characters that do not fit together: one was misread.
    #[error("one of the characters is not the right one")]
    CheckFailed,
}

impl Receipt {
    /// Makes a receipt of 16 bytes from a source of randomness fit for secrets.
    pub fn from_entropy(entropy: [u8; 16]) -> Self {
        Self(entropy)
    }

    /// The receipt of a form: the same for the same one-time key, so that a form sent twice
    /// shows the receipt it showed the first time.
    ///
    /// ```
    /// use casework::{receipt::Receipt, secret_key::SecretKey};
    ///
    /// let key = SecretKey::from_bytes([1; 32]);
    ///
    /// assert!(Receipt::for_form(&key, "k1") == Receipt::for_form(&key, "k1"));
    /// assert!(Receipt::for_form(&key, "k1") != Receipt::for_form(&key, "k2"));
    /// ```
    pub fn for_form(key: &SecretKey, form_key: &str) -> Self {
        let tag = key.tag("receipt-of-form", form_key.as_bytes());
        let (entropy, _) = tag.split_first_chunk().expect("a tag has 32 bytes");
        Self(*entropy)
    }

    /// Reads what a person typed or pasted. Spaces, line breaks and punctuation of any kind do
    /// not count.
    ///
    /// ```
    /// use casework::receipt::{Receipt, ReceiptProblem};
    ///
    /// assert!(Receipt::parse("片阴邵醇 摸刑床改 批久抚驶").is_ok());
    /// assert!(Receipt::parse("片阴邵醇,摸刑床改\n批久抚驶。").is_ok());
    /// assert_eq!(
    ///     Receipt::parse("片阴邵醇 摸刑床改 批久抚"),
    ///     Err(ReceiptProblem::WrongLength { n: 11 })
    /// );
    /// ```
    pub fn parse(typed: &str) -> Result<Self, ReceiptProblem> {
        let mut words = String::new();
        let mut n = 0;
        for character in typed.chars().filter(|it| it.is_alphanumeric()) {
            let word = character.encode_utf8(&mut [0; 4]).to_owned();
            if Language::SimplifiedChinese.find_word(&word).is_none() {
                return Err(ReceiptProblem::UnknownCharacter(character));
            }
            words.push_str(&word);
            words.push(' ');
            n += 1;
        }

        match n {
            0 => return Err(ReceiptProblem::Empty),
            RECEIPT_CHARACTERS => {}
            n => return Err(ReceiptProblem::WrongLength { n }),
        }
        let mnemonic = Mnemonic::parse_in_normalized(Language::SimplifiedChinese, &words)
            .map_err(|_| ReceiptProblem::CheckFailed)?;
        let (bytes, _) = mnemonic.to_entropy_array();
        let (entropy, _) = bytes.split_first_chunk().expect("33 bytes hold 16");
        Ok(Self(*entropy))
    }

    /// The receipt as it is shown and printed, in three groups of four characters.
    pub fn text(&self) -> String {
        let mnemonic = Mnemonic::from_entropy_in(Language::SimplifiedChinese, &self.0)
            .expect("16 bytes make twelve words");
        let words: Vec<_> = mnemonic.words().collect();
        words.chunks(4).map(<[_]>::concat).collect::<Vec<_>>().join(" ")
    }

    /// What is stored in place of the receipt: 64 hexadecimal digits, under the domain `receipt`.
    pub fn keyed_hash(&self, key: &SecretKey) -> String {
        key.tag_hex("receipt", &self.0)
    }
}

/// Says nothing: a receipt must not reach a log.
impl fmt::Debug for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Receipt")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_receipt_reads_back_as_it_was(entropy: [u8; 16]) {
            let receipt = Receipt::from_entropy(entropy);

            prop_assert_eq!(Receipt::parse(&receipt.text()), Ok(receipt));
        }

        #[test]
        fn anything_typed_is_answered_with_a_value(typed: String) {
            let _ = Receipt::parse(&typed);
        }
    }

    #[test]
    fn spaces_punctuation_and_line_breaks_do_not_count() {
        let plain = Receipt::parse("片阴邵醇摸刑床改批久抚驶").unwrap();

        for typed in [
            " 片 阴 邵 醇 摸 刑 床 改 批 久 抚 驶 ",
            "片阴邵醇　摸刑床改　批久抚驶",
            "\u{3000}片阴邵醇，摸刑床改；批久抚驶！",
            "「片阴邵醇」、摸刑床改;\r\n批久抚驶!",
            "片阴邵醇-摸刑床改-批久抚驶.",
        ] {
            assert_eq!(Receipt::parse(typed), Ok(plain), "{typed}");
        }
    }

    #[test]
    fn each_kind_of_mistake_has_its_name() {
        assert_eq!(Receipt::parse(" ,。\n"), Err(ReceiptProblem::Empty));
        assert_eq!(Receipt::parse("片阴"), Err(ReceiptProblem::WrongLength { n: 2 }));
        assert_eq!(
            Receipt::parse("片阴邵醇 摸刑床改 批久抚a"),
            Err(ReceiptProblem::UnknownCharacter('a'))
        );
        assert_eq!(Receipt::parse("阴片邵醇 摸刑床改 批久抚驶"), Err(ReceiptProblem::CheckFailed));
    }

    #[test]
    fn about_fifteen_in_sixteen_single_wrong_characters_are_caught() {
        let text = Receipt::from_entropy(*b"sixteen bytes ok").text();
        let right: Vec<char> = text.chars().filter(|it| *it != ' ').collect();
        let all: Vec<char> =
            Language::SimplifiedChinese.word_list().iter().flat_map(|it| it.chars()).collect();

        let mut n_tried = 0;
        let mut n_caught = 0;
        for place in 0..RECEIPT_CHARACTERS {
            for wrong in all.iter().step_by(16).filter(|it| **it != right[place]) {
                let mut typed = right.clone();
                typed[place] = *wrong;
                n_tried += 1;
                if Receipt::parse(&String::from_iter(typed)) == Err(ReceiptProblem::CheckFailed) {
                    n_caught += 1;
                }
            }
        }

        assert!((920..=955).contains(&(n_caught * 1000 / n_tried)), "{n_caught} of {n_tried}");
    }

    #[test]
    fn only_the_key_connects_a_receipt_with_what_is_stored() {
        let receipt = Receipt::from_entropy([9; 16]);

        let ours = receipt.keyed_hash(&SecretKey::from_bytes([1; 32]));
        let theirs = receipt.keyed_hash(&SecretKey::from_bytes([2; 32]));

        assert_eq!(ours.len(), 64);
        assert_ne!(ours, theirs);
        assert_eq!(format!("{receipt:?}"), "Receipt");
    }
}

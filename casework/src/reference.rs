//! The public reference of a case, `C-7KQ2-M4`: short enough to say on the phone, and it opens
//! nothing.

use std::fmt;

use thiserror::Error;

/// 32 signs. Without 0 and O, 1 and I, which hands and ears confuse. L stays: with 1 and I gone
/// it has no double (we write capitals, and a 1 or an I that is typed can only be a misread L),
/// and without it only 31 signs were left.
const SIGNS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// How many signs follow the letter of the kind.
const N_SIGNS: usize = 6;

/// What a case is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CaseKind {
    Application,
    Complaint,
}

impl CaseKind {
    /// The stable code: `application`, `complaint`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Application => "application",
            Self::Complaint => "complaint",
        }
    }

    fn letter(self) -> char {
        match self {
            Self::Application => 'A',
            Self::Complaint => 'C',
        }
    }
}

/// A reference: the kind of the case and 30 bits that say nothing. Two cases may draw the same
/// (one chance in a thousand at 1 500 cases); the store refuses the second, which draws again.
///
/// ```
/// use casework::reference::{CaseKind, Reference};
///
/// let reference = Reference::new(CaseKind::Complaint, [0, 0, 0, 33]);
///
/// assert_eq!(reference.to_string(), "C-2222-33");
/// assert_eq!(Reference::parse("c 222233"), Ok(reference));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Reference {
    kind: CaseKind,
    number: u32,
}

/// Why a typed text is no reference.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum ReferenceProblem {
    #[error("nothing was typed")]
    Empty,
    #[error("{0:?} begins no reference")]
    UnknownKind(char),
    /// Not six signs after the letter, but `n`.
    #[error("six signs follow the letter of a reference, here {n}")]
    WrongLength { n: usize },
    #[error("{0:?} occurs in no reference")]
    UnknownCharacter(char),
}

impl Reference {
    /// Makes a reference of 4 random bytes, of which 30 bits are used.
    pub fn new(kind: CaseKind, random: [u8; 4]) -> Self {
        Self { kind, number: u32::from_be_bytes(random) & 0x3fff_ffff }
    }

    /// Reads a reference as typed: any case, with or without hyphens and spaces.
    pub fn parse(typed: &str) -> Result<Self, ReferenceProblem> {
        let mut signs = typed.chars().filter(|it| it.is_alphanumeric()).map(plain);
        let kind = match signs.next().ok_or(ReferenceProblem::Empty)? {
            'A' => CaseKind::Application,
            'C' => CaseKind::Complaint,
            other => return Err(ReferenceProblem::UnknownKind(other)),
        };

        let mut number = 0;
        let mut n = 0;
        for sign in signs {
            let value = value_of(sign).ok_or(ReferenceProblem::UnknownCharacter(sign))?;
            n += 1;
            if n <= N_SIGNS {
                number = number << 5 | value;
            }
        }
        if n == N_SIGNS {
            Ok(Self { kind, number })
        } else {
            Err(ReferenceProblem::WrongLength { n })
        }
    }

    pub fn kind(&self) -> CaseKind {
        self.kind
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = |place: usize| {
            let value = self.number >> (5 * (N_SIGNS - 1 - place)) & 31;
            char::from(SIGNS[value as usize])
        };
        let (left, right): (String, String) =
            ((0..4).map(sign).collect(), (4..N_SIGNS).map(sign).collect());
        write!(f, "{}-{left}-{right}", self.kind.letter())
    }
}

/// A sign as we would have written it: half width, capital, and a 1 or an I as the L it was.
fn plain(typed: char) -> char {
    let half = match typed {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(typed as u32 - 0xfee0).unwrap_or(typed),
        other => other,
    };
    match half.to_ascii_uppercase() {
        '1' | 'I' => 'L',
        other => other,
    }
}

fn value_of(sign: char) -> Option<u32> {
    let place = SIGNS.iter().position(|it| char::from(*it) == sign)?;
    u32::try_from(place).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_reference_reads_back_as_it_was(random: [u8; 4], is_complaint: bool) {
            let kind = if is_complaint { CaseKind::Complaint } else { CaseKind::Application };
            let reference = Reference::new(kind, random);
            let text = reference.to_string();

            prop_assert_eq!(Reference::parse(&text), Ok(reference));
            prop_assert_eq!(Reference::parse(&text.to_lowercase().replace('-', " ")), Ok(reference));
            prop_assert!(!text[1..].contains(['0', 'O', '1', 'I']));
        }
    }

    #[test]
    fn a_misread_l_is_understood() {
        let right = Reference::parse("C-L222-22");

        assert!(right.is_ok());
        assert_eq!(Reference::parse("C-1222-22"), right);
        assert_eq!(Reference::parse("c-i222-22"), right);
        assert_eq!(Reference::parse("Ｃ－Ｌ222－２２"), right);
    }

    #[test]
    fn each_kind_of_mistake_has_its_name() {
        assert_eq!(Reference::parse(" - "), Err(ReferenceProblem::Empty));
        assert_eq!(Reference::parse("B-2222-22"), Err(ReferenceProblem::UnknownKind('B')));
        assert_eq!(Reference::parse("C-2222"), Err(ReferenceProblem::WrongLength { n: 4 }));
        assert_eq!(Reference::parse("C-0222-22"), Err(ReferenceProblem::UnknownCharacter('0')));
    }
}

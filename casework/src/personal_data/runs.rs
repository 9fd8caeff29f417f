//! Runs of digits in a text, and which of them hang together.

/// The most runs that one number is ever written in: a card in groups of four.
pub const MOST_RUNS: usize = 5;

/// The most separators between two runs of one number, as in `138 - 0000 - 1111`.
const MOST_SEPARATORS: usize = 3;

/// Digits without a gap, a closing X of an identity number included.
#[derive(Debug)]
pub struct Run {
    /// Plain digits and `X`.
    pub digits: String,
    /// Where each sign begins in the text, and after them where the last one ends.
    pub places: Vec<usize>,
    /// Stands with a sign or unit of money, so it is an amount.
    pub is_amount: bool,
}

impl Run {
    pub fn start(&self) -> usize {
        self.places.first().copied().unwrap_or(0)
    }

    pub fn end(&self) -> usize {
        self.places.last().copied().unwrap_or(0)
    }
}

/// The runs of a text, those with only separators between them in one chain.
pub fn chains(text: &str) -> Vec<Vec<Run>> {
    let mut chains: Vec<Vec<Run>> = Vec::new();
    let mut n_separators = MOST_SEPARATORS + 1;
    let mut place = 0;
    while let Some(character) = text[place..].chars().next() {
        if digit(character).is_none() {
            let is_near = is_separator(character) && n_separators <= MOST_SEPARATORS;
            n_separators = if is_near { n_separators + 1 } else { MOST_SEPARATORS + 1 };
            place += character.len_utf8();
            continue;
        }

        let run = run_at(text, place);
        place = run.end();
        match chains.last_mut().filter(|_| n_separators <= MOST_SEPARATORS) {
            Some(chain) => chain.push(run),
            None => chains.push(vec![run]),
        }
        n_separators = 0;
    }
    chains
}

/// The run that begins at `start`, where there is a digit.
fn run_at(text: &str, start: usize) -> Run {
    let mut digits = String::new();
    let mut places = Vec::new();
    let mut end = start;
    for character in text[start..].chars() {
        let Some(sign) = digit(character).or_else(|| {
            closes(character, digits.len(), &text[end + character.len_utf8()..]).then_some('X')
        }) else {
            break;
        };
        digits.push(sign);
        places.push(end);
        end += character.len_utf8();
        if sign == 'X' {
            break;
        }
    }
    places.push(end);
    Run { digits, places, is_amount: is_amount(&text[..start], &text[end..]) }
}

fn digit(character: char) -> Option<char> {
    match character {
        '0'..='9' => Some(character),
        '\u{ff10}'..='\u{ff19}' => char::from_u32(character as u32 - 0xfee0),
        _ => None,
    }
}

/// Whether an X closes an identity number: as its 18th sign, or as the last sign of a group.
/// Between digits it means "times".
fn closes(character: char, n_digits: usize, after: &str) -> bool {
    let is_x = matches!(character, 'x' | 'X' | '\u{ff58}' | '\u{ff38}');
    is_x && (n_digits == 17 || !after.starts_with(|it| digit(it).is_some()))
}

/// What people put between the groups of one number. Neither comma nor point nor colon: those
/// stand in amounts, decimals, times and lists.
fn is_separator(character: char) -> bool {
    matches!(
        character,
        ' ' | '\t' | '\u{a0}' | '\u{3000}' | '\u{200b}'..='\u{200d}'
            | '-' | '\u{2010}'..='\u{2015}' | '\u{ff0d}' | '_' | '·'
    )
}

/// `¥` before, 元 after, or part of a decimal.
fn is_amount(before: &str, after: &str) -> bool {
    let is_digit = |it: char| digit(it).is_some();
    let before = before.trim_end_matches(' ');
    let after = after.trim_start_matches(' ');
    before.ends_with(['\u{a5}', '\u{ffe5}', '$'])
        || before.strip_suffix('.').is_some_and(|it| it.ends_with(is_digit))
        || after.strip_prefix('.').is_some_and(|it| it.starts_with(is_digit))
        || after.starts_with('元')
}

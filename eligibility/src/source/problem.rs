//! What can be wrong with a pack file, and where.

/// A fault and the line of the file it stands on, counted from 1.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct SourceError {
    pub line: usize,
    pub problem: Problem,
}

#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("{0}")]
    Toml(String),
    #[error("unexpected sign {0:?}")]
    Sign(char),
    #[error("{found:?} stands where {expected} is needed")]
    Expected { expected: &'static str, found: String },
    #[error("nothing is called {name:?}{}", suggestion(.nearest.as_deref()))]
    UnknownName { name: String, nearest: Option<String> },
    #[error("{name:?} is no option of {fact:?}{}", suggestion(.nearest.as_deref()))]
    UnknownOption { fact: String, name: String, nearest: Option<String> },
    #[error("{name:?} is given twice")]
    Twice { name: String },
    #[error("{0:?} is a choice: write \"{0} = option\", \"{0} in {{…}}\" or \"{0} has option\"")]
    BareChoice(String),
    #[error("\"{{\" and \"}}\" do not match")]
    Braces,
    #[error("the last line must be \"otherwise -> …\", so that every household gets a result")]
    NoOtherwise,
    #[error("a pack has at most {0} facts")]
    TooManyFacts(usize),
    #[error("too deeply nested")]
    TooDeep,
}

fn suggestion(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |it| format!("; did you mean {it:?}?"))
}

/// The known name most like `name`, if any is like it at all.
pub(super) fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    known
        .map(|it| (distance(name, it), it))
        .filter(|(distance, it)| *distance <= it.len().max(name.len()) / 3)
        .min()
        .map(|(_, it)| it.to_owned())
}

/// Levenshtein distance.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

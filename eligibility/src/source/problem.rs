//! What can be wrong with a pack file, and where.

/// A fault, the file it is in and the line it stands on, counted from 1.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {problem}")]
pub struct SourceError {
    pub file: String,
    pub line: usize,
    pub problem: Problem,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
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
    #[error("there is no file {0:?}")]
    NoFile(String),
    #[error("{0:?} extends itself")]
    Circle(String),
    #[error("{0:?} is judged later: a rule looks only at programmes before it")]
    Later(String),
    #[error("\"//\" rounds: it makes amounts, and a named value that is one, but no comparison")]
    Division,
    #[error("{left} and {right} do not go together")]
    Units { left: String, right: String },
    #[error("an amount is in yuan, not in {0}")]
    AmountUnit(String),
    #[error("{0:?} is income or belongings: nobody is told to change it")]
    Means(String),
    #[error("§{0}: the programme does not have so many sources")]
    NoSource(i64),
    #[error("{0}")]
    Dates(String),
    #[error("\"{key}\" is missing")]
    Missing { key: &'static str },
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

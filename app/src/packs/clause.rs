//! A condition in words: a sentence, or several of which all or one must hold. Pages, pictures and
//! plain text are all drawn from this, so that they say the same.

use crate::site::words::Words;

/// A statement in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clause {
    Says(Phrase),
    Group(Join, Vec<Self>),
}

/// Words, and the named value that they stand for, if it is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    pub text: String,
    pub named: Option<String>,
}

/// How the parts of a group belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    All,
    Any,
    /// What is below cannot be told.
    Unclear,
    /// What is below can be told.
    Clear,
}

impl Join {
    fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Any => "any",
            Self::Unclear => "unclear",
            Self::Clear => "clear",
        }
    }

    /// `同时满足：`
    pub fn heading(self, words: &Words) -> String {
        words.say(&format!("packs.join.{}", self.code()))
    }

    /// The same at the beginning of a line of rules: `如果同时满足：`
    pub fn opening(self, words: &Words) -> String {
        words.say(&format!("packs.if.{}", self.code()))
    }
}

impl Phrase {
    pub fn plain(text: String) -> Self {
        Self { text, named: None }
    }
}

impl Clause {
    pub fn says(text: String) -> Self {
        Self::Says(Phrase::plain(text))
    }

    /// Parts of a part that are joined the same way are parts of the whole.
    pub fn joined(join: Join, parts: impl IntoIterator<Item = Self>) -> Self {
        let mut all = Vec::new();
        for part in parts {
            match part {
                Self::Group(inner, parts) if inner == join => all.extend(parts),
                other => all.push(other),
            }
        }
        match (all.len(), join) {
            (1, Join::All | Join::Any) => all.remove(0),
            _ => Self::Group(join, all),
        }
    }

    /// Line by line, each with how deep it stands.
    pub fn lines(&self, words: &Words) -> Vec<(usize, String)> {
        let mut lines = Vec::new();
        self.write(words, 0, &mut lines);
        lines
    }

    fn write(&self, words: &Words, depth: usize, lines: &mut Vec<(usize, String)>) {
        match self {
            Self::Says(phrase) => lines.push((depth, phrase.text.clone())),
            Self::Group(join, parts) => {
                lines.push((depth, join.heading(words)));
                for part in parts {
                    part.write(words, depth + 1, lines);
                }
            }
        }
    }

    /// In one line, for the middle of a sentence.
    pub fn inline(&self, words: &Words) -> String {
        match self {
            Self::Says(phrase) => phrase.text.clone(),
            Self::Group(join @ (Join::All | Join::Any), parts) => {
                let parts: Vec<String> = parts.iter().map(|it| it.inside(words)).collect();
                parts.join(words.get(if *join == Join::All { "packs.and" } else { "packs.or" }))
            }
            Self::Group(join, parts) => {
                let parts: Vec<String> = parts.iter().map(|it| it.inside(words)).collect();
                format!("{}{}", join.heading(words), parts.concat())
            }
        }
    }

    fn inside(&self, words: &Words) -> String {
        match self {
            Self::Says(phrase) => phrase.text.clone(),
            Self::Group(..) => words.fill("packs.brackets", &[("what", &self.inline(words))]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::language::Language;

    fn said(text: &str) -> Clause {
        Clause::says(text.to_owned())
    }

    #[test]
    fn a_group_inside_one_of_its_kind_is_no_group_of_its_own() {
        let inner = Clause::joined(Join::All, [said("b"), said("c")]);
        let whole = Clause::joined(Join::All, [said("a"), inner]);

        assert_eq!(whole, Clause::Group(Join::All, vec![said("a"), said("b"), said("c")]));
        assert_eq!(Clause::joined(Join::Any, [said("a")]), said("a"));
    }

    #[test]
    fn what_belongs_together_is_told_by_depth_or_by_brackets() {
        let either = Clause::joined(Join::Any, [said("乙"), said("丙")]);
        let whole = Clause::joined(Join::All, [said("甲"), either]);
        let words = Words::of(Language::Chinese);

        assert_eq!(whole.inline(words), "甲，并且（乙，或者丙）");
        let lines = whole.lines(words);
        assert_eq!(lines[0], (0, "同时满足：".to_owned()));
        assert_eq!(lines[2], (1, "有一条就行：".to_owned()));
        assert_eq!(lines[3], (2, "乙".to_owned()));
    }
}

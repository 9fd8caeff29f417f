//! Reads a block of text line by line: the decision list of a programme, or named values.
//!
//! ```text
//! condition -> VERDICT reason [type X] [, number as kind] [§2]
//! condition {          every line up to the "}" holds only if this condition does too
//! }
//! otherwise -> …       always holds
//! ```

use toml::Spanned;

use super::Problem;
use super::expression::Reader;
use super::frame::File;
use super::names::Names;
use super::token::{Token, tokens};
use crate::{Amount, AmountKind, Condition, Definition, Line, Truth, Type, Verdict};

/// A fault with the line of the file it is on.
type Fault = (usize, Problem);

/// A block of text and the line of the file it begins on.
#[derive(Clone, Copy)]
pub struct Block<'a> {
    text: &'a str,
    first_line: usize,
}

impl<'a> Block<'a> {
    /// A multi-line string begins on the line after its quotes.
    pub fn of<T>(file: &File<T>, source: &'a Spanned<String>) -> Self {
        let is_multi_line = file.text[source.span()].starts_with("\"\"\"\n");
        let first_line = file.line_of(source) + usize::from(is_multi_line);
        Self { text: source.get_ref(), first_line }
    }

    /// The lines that say something, each as tokens with its number.
    pub fn lines(self) -> impl Iterator<Item = Result<(usize, Vec<Token>), Fault>> + 'a {
        (self.first_line..)
            .zip(self.text.lines())
            .map(|(line, text)| Ok((line, tokens(text).map_err(|problem| (line, problem))?)))
            .filter(|it| !matches!(it, Ok((_, tokens)) if tokens.is_empty()))
    }
}

/// `name = expression`, which may use the names before it.
pub fn read_definition(tokens: &[Token], names: &Names) -> Result<Definition, Problem> {
    let [Token::Word(name), Token::Sign("="), rest @ ..] = tokens else {
        let found = tokens.first().map_or_else(String::new, Token::text);
        return Err(Problem::Expected { expected: "name = …", found });
    };
    if names.all().any(|it| it == name) {
        return Err(Problem::Twice { name: name.clone() });
    }
    Ok(Definition { name: name.clone(), is: Reader::new(names, rest).whole()?.into() })
}

/// What the lines of one programme are read with.
pub struct Rules<'a> {
    pub names: &'a Names,
    /// What `type by_status` means.
    pub by_status: Option<&'a Type>,
    pub n_sources: usize,
    /// A CHECK for one of these reasons may still become LIKELY.
    pub may_turn_likely: &'a [String],
}

impl Rules<'_> {
    /// The decision list with the number of each line. The last must be `otherwise`.
    pub fn read(&self, block: Block) -> Result<Vec<(usize, Line)>, Fault> {
        let mut groups: Vec<Condition> = Vec::new();
        let mut lines = Vec::new();
        let mut last = block.first_line;
        for item in block.lines() {
            let (line, tokens) = item?;
            last = line;
            let at = |problem| (line, problem);
            match tokens.as_slice() {
                [Token::Sign("}")] => {
                    groups.pop().ok_or_else(|| at(Problem::Braces))?;
                }
                [condition @ .., Token::Sign("{")] => {
                    let condition = Reader::new(self.names, condition).whole_condition();
                    groups.push(condition.map_err(at)?);
                }
                tokens => lines.push((line, self.rule(tokens, &groups).map_err(at)?)),
            }
        }
        if !groups.is_empty() {
            return Err((last, Problem::Braces));
        }
        match lines.last() {
            Some((_, Line { when: Condition::Always, .. })) => Ok(lines),
            _ => Err((last, Problem::NoOtherwise)),
        }
    }

    fn rule(&self, tokens: &[Token], groups: &[Condition]) -> Result<Line, Problem> {
        let arrow = tokens.iter().position(|it| *it == Token::Sign("->"));
        let Some((condition, [_, outcome @ ..])) = arrow.map(|place| tokens.split_at(place)) else {
            return Err(expected("condition -> VERDICT reason", tokens));
        };
        let mut all = groups.to_vec();
        if *condition != [Token::Word("otherwise".into())] {
            all.push(Reader::new(self.names, condition).whole_condition()?);
        }
        let when = match all.len() {
            0 => Condition::Always,
            1 => all.remove(0),
            _ => Condition::All(all),
        };
        let [Token::Word(verdict), Token::Word(reason), rest @ ..] = outcome else {
            return Err(expected("VERDICT reason", outcome));
        };
        let verdict = Verdict::parse(verdict).ok_or_else(|| Problem::Expected {
            expected: "a verdict such as LIKELY",
            found: verdict.clone(),
        })?;
        let (source, rest) = self.source(rest)?;
        let (kind, rest) = self.kind(rest)?;
        let amount = self.amount(rest)?;
        let predicts = self.predicts(verdict, reason);
        Ok(Line { when, verdict, reason: reason.clone(), predicts, kind, amount, source })
    }

    fn predicts(&self, verdict: Verdict, reason: &String) -> Truth {
        match verdict {
            Verdict::Likely => Truth::True,
            Verdict::Check => self.may_turn_likely.contains(reason).into(),
            Verdict::NeedInfo => Truth::Unknown,
            _ => Truth::False,
        }
    }

    /// `§2` at the end of a line: the second source of the programme.
    fn source<'t>(&self, tokens: &'t [Token]) -> Result<(u8, &'t [Token]), Problem> {
        let [rest @ .., Token::Sign("§"), Token::Number(number)] = tokens else {
            return Ok((0, tokens));
        };
        let place = number.checked_sub(1).and_then(|it| u8::try_from(it).ok());
        let place = place.filter(|it| usize::from(*it) < self.n_sources);
        Ok((place.ok_or(Problem::NoSource(*number))?, rest))
    }

    /// `type C`, or `type by_status` for the pack's own way to tell it.
    fn kind<'t>(&self, tokens: &'t [Token]) -> Result<(Option<Type>, &'t [Token]), Problem> {
        let [Token::Word(word), Token::Word(kind), rest @ ..] = tokens else {
            return Ok((None, tokens));
        };
        if word != "type" {
            return Err(Problem::Expected { expected: "type", found: word.clone() });
        }
        if kind != "by_status" {
            return Ok((Some(Type::Is(kind.clone())), rest));
        }
        let by_status = self.by_status.cloned().ok_or_else(|| Problem::Expected {
            expected: "a type, or a \"type_by\" of the programme",
            found: kind.clone(),
        })?;
        Ok((Some(by_status), rest))
    }

    fn amount(&self, tokens: &[Token]) -> Result<Option<Amount>, Problem> {
        if tokens.is_empty() {
            return Ok(None);
        }
        let [Token::Sign(","), number @ .., Token::Word(word), Token::Word(kind)] = tokens else {
            return Err(expected(", number as kind", tokens));
        };
        let kind = AmountKind::ALL.into_iter().find(|it| word == "as" && it.code() == kind);
        let kind = kind.ok_or_else(|| Problem::Expected {
            expected: "as year, max_year, typical_year, once, max_once or max_loan",
            found: format!("{word} {}", tokens.last().map_or_else(String::new, Token::text)),
        })?;
        Ok(Some(Amount { yuan: Reader::new(self.names, number).whole_number()?, kind }))
    }
}

fn expected(expected: &'static str, found: &[Token]) -> Problem {
    let found = found.iter().map(Token::text).collect::<Vec<_>>().join(" ");
    Problem::Expected { expected, found }
}

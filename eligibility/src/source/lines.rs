//! Reads a block of text line by line: the decision list of a programme, or named values.
//!
//! ```text
//! condition -> VERDICT reason [type X] [, number as kind]
//! condition {          every line up to the "}" holds only if this condition does too
//! }
//! otherwise -> …       always holds
//! ```

use super::expression::Reader;
use super::token::{Token, tokens};
use super::{Names, Problem, SourceError};
use crate::{Amount, AmountKind, Condition, Definition, Line, Type, Verdict};

/// A block of text and the line of the file it begins on.
#[derive(Clone, Copy)]
pub struct Block<'a> {
    pub text: &'a str,
    pub first_line: usize,
}

impl<'a> Block<'a> {
    /// The lines that say something, each as tokens with its number.
    fn lines(self) -> impl Iterator<Item = Result<(usize, Vec<Token>), SourceError>> + 'a {
        (self.first_line..)
            .zip(self.text.lines())
            .map(|(line, text)| {
                let tokens = tokens(text).map_err(|problem| SourceError { line, problem })?;
                Ok((line, tokens))
            })
            .filter(|it| !matches!(it, Ok((_, tokens)) if tokens.is_empty()))
    }
}

/// `name = expression`, one a line; each may use those before it.
pub fn read_definitions(block: Block, names: &mut Names) -> Result<(), SourceError> {
    for item in block.lines() {
        let (line, tokens) = item?;
        let definition =
            definition(&tokens, names).map_err(|problem| SourceError { line, problem })?;
        names.definitions.push(definition);
    }
    Ok(())
}

fn definition(tokens: &[Token], names: &Names) -> Result<(String, Definition), Problem> {
    let [Token::Word(name), Token::Sign("="), rest @ ..] = tokens else {
        let found = tokens.first().map_or_else(String::new, Token::text);
        return Err(Problem::Expected { expected: "name = …", found });
    };
    if names.all().any(|it| it == name) {
        return Err(Problem::Twice { name: name.clone() });
    }
    Ok((name.clone(), Reader::new(names, rest).whole()?.into()))
}

/// The decision list of a programme. Its last line must be `otherwise`.
pub fn read_lines(
    block: Block,
    names: &Names,
    types: Option<&Type>,
) -> Result<Vec<Line>, SourceError> {
    let mut groups: Vec<Condition> = Vec::new();
    let mut lines = Vec::new();
    let mut last = block.first_line;
    for item in block.lines() {
        let (line, tokens) = item?;
        last = line;
        let at = |problem| SourceError { line, problem };
        match tokens.as_slice() {
            [Token::Sign("}")] => {
                groups.pop().ok_or_else(|| at(Problem::Braces))?;
            }
            [condition @ .., Token::Sign("{")] => {
                groups.push(Reader::new(names, condition).whole_condition().map_err(at)?);
            }
            tokens => lines.push(rule(tokens, &groups, names, types).map_err(at)?),
        }
    }
    let at_end = |problem| SourceError { line: last, problem };
    if !groups.is_empty() {
        return Err(at_end(Problem::Braces));
    }
    match lines.last() {
        Some(Line { when: Condition::Always, .. }) => Ok(lines),
        _ => Err(at_end(Problem::NoOtherwise)),
    }
}

fn rule(
    tokens: &[Token],
    groups: &[Condition],
    names: &Names,
    types: Option<&Type>,
) -> Result<Line, Problem> {
    let arrow = tokens.iter().position(|it| *it == Token::Sign("->"));
    let Some((condition, [_, outcome @ ..])) = arrow.map(|place| tokens.split_at(place)) else {
        let found = tokens.iter().map(Token::text).collect::<Vec<_>>().join(" ");
        return Err(Problem::Expected { expected: "condition -> VERDICT reason", found });
    };
    let mut all = groups.to_vec();
    if *condition != [Token::Word("otherwise".into())] {
        all.push(Reader::new(names, condition).whole_condition()?);
    }
    let when = match all.len() {
        0 => Condition::Always,
        1 => all.remove(0),
        _ => Condition::All(all),
    };
    let [Token::Word(verdict), Token::Word(reason), rest @ ..] = outcome else {
        let found = outcome.iter().map(Token::text).collect::<Vec<_>>().join(" ");
        return Err(Problem::Expected { expected: "VERDICT reason", found });
    };
    let verdict = Verdict::parse(verdict).ok_or_else(|| Problem::Expected {
        expected: "a verdict such as LIKELY",
        found: verdict.clone(),
    })?;
    let (kind, rest) = kind(rest, types)?;
    let amount = amount(rest, names)?;
    Ok(Line { when, verdict, reason: reason.clone(), kind, amount })
}

/// `type C`, or `type by_status` for the pack's own way to tell it.
fn kind<'a>(
    tokens: &'a [Token],
    types: Option<&Type>,
) -> Result<(Option<Type>, &'a [Token]), Problem> {
    let [Token::Word(word), Token::Word(kind), rest @ ..] = tokens else {
        return Ok((None, tokens));
    };
    if word != "type" {
        return Err(Problem::Expected { expected: "type", found: word.clone() });
    }
    if kind != "by_status" {
        return Ok((Some(Type::Is(kind.clone())), rest));
    }
    let by_status = types.cloned().ok_or_else(|| Problem::Expected {
        expected: "a type, or a \"type_by\" of the programme",
        found: kind.clone(),
    })?;
    Ok((Some(by_status), rest))
}

fn amount(tokens: &[Token], names: &Names) -> Result<Option<Amount>, Problem> {
    if tokens.is_empty() {
        return Ok(None);
    }
    let [Token::Sign(","), number @ .., Token::Word(word), Token::Word(kind)] = tokens else {
        let found = tokens.iter().map(Token::text).collect::<Vec<_>>().join(" ");
        return Err(Problem::Expected { expected: ", number as kind", found });
    };
    let kind = AmountKind::ALL.into_iter().find(|it| word == "as" && it.code() == kind);
    let kind = kind.ok_or_else(|| Problem::Expected {
        expected: "as year, max_year, typical_year, once, max_once or max_loan",
        found: format!("{word} {}", tokens.last().map_or_else(String::new, Token::text)),
    })?;
    Ok(Some(Amount { yuan: Reader::new(names, number).whole_number()?, kind }))
}

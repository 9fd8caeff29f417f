//! Reads conditions and numbers.
//!
//! ```text
//! condition = all { "or" all }          all = one { "and" one }      one = "not" one | comparison
//! comparison = sum [ ("<" | "<=" | ">" | ">=" | "=" | "!=") sum ]
//!            | choice ("=" option | "!=" option | "in" "{" options "}")
//!            | choices "has" ( option | "any" | "{" options "}" )
//!            | programme "is" ( verdict | "{" verdicts "}" )
//! sum = product { ("+" | "-") product }  product = atom { ("*" | "//") atom }
//! atom = number | name | "(" whole ")" | ("unknown" | "known") "(" name or condition ")"
//!      | ("min" | "max") "(" sum "," sum ")" | "predicted" "(" programme ")" | "nothing"
//! whole = condition | sum [ "if" condition "else" whole ]
//! ```

use super::token::Token;
use super::{Names, Problem};
use crate::{Condition, Meaning, Number};

const MAX_DEPTH: usize = 40;

/// What a piece of text turned out to be.
pub enum Expression {
    Condition(Condition),
    Number(Number),
}

impl From<Expression> for Meaning {
    fn from(expression: Expression) -> Self {
        match expression {
            Expression::Condition(it) => Self::Condition(it),
            Expression::Number(it) => Self::Number(it),
        }
    }
}

pub struct Reader<'a> {
    pub(super) names: &'a Names,
    pub(super) tokens: &'a [Token],
    depth: usize,
}

impl<'a> Reader<'a> {
    pub fn new(names: &'a Names, tokens: &'a [Token]) -> Self {
        Self { names, tokens, depth: 0 }
    }

    /// All the tokens as one condition.
    pub fn whole_condition(mut self) -> Result<Condition, Problem> {
        let condition = self.condition()?;
        self.end()?;
        Ok(condition)
    }

    pub fn whole_number(mut self) -> Result<Number, Problem> {
        let number = self.any()?;
        self.end()?;
        number_of(number)
    }

    pub fn whole(mut self) -> Result<Expression, Problem> {
        let expression = self.any()?;
        self.end()?;
        Ok(expression)
    }

    fn end(&self) -> Result<(), Problem> {
        match self.tokens.first() {
            None => Ok(()),
            Some(token) => Err(expected("the end of the line", token)),
        }
    }

    fn condition(&mut self) -> Result<Condition, Problem> {
        condition_of(self.any()?)
    }

    pub(super) fn any(&mut self) -> Result<Expression, Problem> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(Problem::TooDeep);
        }
        let first = self.all()?;
        let whole = if self.takes_word("or") {
            let mut parts = vec![condition_of(first)?, condition_of(self.all()?)?];
            while self.takes_word("or") {
                parts.push(condition_of(self.all()?)?);
            }
            Expression::Condition(Condition::Any(parts))
        } else {
            first
        };
        let whole = self.or_else(whole)?;
        self.depth -= 1;
        Ok(whole)
    }

    /// `… if condition else …`, after the number before the "if".
    fn or_else(&mut self, yes: Expression) -> Result<Expression, Problem> {
        if !self.takes_word("if") {
            return Ok(yes);
        }
        let yes = Box::new(number_of(yes)?);
        let condition = Box::new(condition_of(self.any()?)?);
        if !self.takes_word("else") {
            return Err(Problem::Expected { expected: "else", found: self.next_text() });
        }
        let no = Box::new(number_of(self.any()?)?);
        Ok(Expression::Number(Number::If(condition, yes, no)))
    }

    fn all(&mut self) -> Result<Expression, Problem> {
        let first = self.one()?;
        if !self.takes_word("and") {
            return Ok(first);
        }
        let mut parts = vec![condition_of(first)?, condition_of(self.one()?)?];
        while self.takes_word("and") {
            parts.push(condition_of(self.one()?)?);
        }
        Ok(Expression::Condition(Condition::All(parts)))
    }

    fn one(&mut self) -> Result<Expression, Problem> {
        if self.takes_word("not") {
            self.depth += 1;
            if self.depth > MAX_DEPTH {
                return Err(Problem::TooDeep);
            }
            let inner = condition_of(self.one()?)?;
            self.depth -= 1;
            return Ok(Expression::Condition(Condition::Not(Box::new(inner))));
        }
        if let Some(condition) = self.choice()? {
            return Ok(Expression::Condition(condition));
        }
        let left = self.sum()?;
        let Some(sign) =
            ["<=", "<", ">=", ">", "!=", "="].into_iter().find(|sign| self.takes(sign))
        else {
            return Ok(left);
        };
        let left = number_of(left)?;
        let right = number_of(self.sum()?)?;
        if divides(&left) || divides(&right) {
            return Err(Problem::Division);
        }
        Ok(Expression::Condition(match sign {
            "<" => Condition::Less(left, right),
            "<=" => Condition::AtMost(left, right),
            ">" => Condition::Less(right, left),
            ">=" => Condition::AtMost(right, left),
            "=" => Condition::Equal(left, right),
            _ => Condition::Not(Box::new(Condition::Equal(left, right))),
        }))
    }

    pub(super) fn unknown(&self, name: &str) -> Problem {
        self.names.unknown(name)
    }

    pub(super) fn word(&mut self, what: &'static str) -> Result<String, Problem> {
        match self.tokens.split_first() {
            Some((Token::Word(word), rest)) => {
                self.tokens = rest;
                Ok(word.clone())
            }
            Some((token, _)) => Err(expected(what, token)),
            None => Err(Problem::Expected { expected: what, found: String::new() }),
        }
    }

    pub(super) fn takes(&mut self, sign: &str) -> bool {
        let is_next = matches!(self.tokens.first(), Some(Token::Sign(it)) if *it == sign);
        if is_next {
            self.tokens = &self.tokens[1..];
        }
        is_next
    }

    pub(super) fn takes_word(&mut self, word: &str) -> bool {
        let is_next = matches!(self.tokens.first(), Some(Token::Word(it)) if it == word);
        if is_next {
            self.tokens = &self.tokens[1..];
        }
        is_next
    }

    pub(super) fn needs(&mut self, sign: &'static str) -> Result<(), Problem> {
        if self.takes(sign) {
            return Ok(());
        }
        Err(Problem::Expected { expected: sign, found: self.next_text() })
    }

    pub(super) fn next_text(&self) -> String {
        self.tokens.first().map_or_else(String::new, Token::text)
    }
}

pub(super) fn condition_of(expression: Expression) -> Result<Condition, Problem> {
    match expression {
        Expression::Condition(condition) => Ok(condition),
        Expression::Number(_) => {
            Err(Problem::Expected { expected: "a condition", found: "a number".into() })
        }
    }
}

pub(super) fn number_of(expression: Expression) -> Result<Number, Problem> {
    match expression {
        Expression::Number(number) => Ok(number),
        Expression::Condition(_) => {
            Err(Problem::Expected { expected: "a number", found: "a condition".into() })
        }
    }
}

pub(super) fn expected(what: &'static str, token: &Token) -> Problem {
    Problem::Expected { expected: what, found: token.text() }
}

/// Whether a division is written in the number itself, not behind a name.
fn divides(number: &Number) -> bool {
    match number {
        Number::Quotient(..) => true,
        Number::Sum(parts) => parts.iter().any(divides),
        Number::Minus(a, b)
        | Number::Times(a, b)
        | Number::Least(a, b)
        | Number::Greatest(a, b) => divides(a) || divides(b),
        Number::If(_, yes, no) => divides(yes) || divides(no),
        Number::Is(_)
        | Number::Nothing
        | Number::Of(_)
        | Number::Parameter(_)
        | Number::Named(_) => false,
    }
}

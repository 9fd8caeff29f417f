//! Reads conditions and numbers.
//!
//! ```text
//! condition = all { "or" all }          all = one { "and" one }      one = "not" one | comparison
//! comparison = sum [ ("<" | "<=" | ">" | ">=" | "=" | "!=") sum ]
//!            | choice ("=" option | "!=" option | "in" "{" options "}")
//!            | choices "has" ( option | "any" | "{" options "}" )
//!            | programme "is" ( verdict | "{" verdicts "}" )
//! sum = product { ("+" | "-") product }  product = atom { "*" atom }
//! atom = number | name | "(" condition ")" | ("unknown" | "known") "(" name or condition ")"
//!      | ("min" | "max") "(" sum "," sum ")"
//! ```

use super::choice::every;
use super::problem::nearest;
use super::token::Token;
use super::{Names, Problem};
use crate::{Condition, Definition, FactKind, Number};

const MAX_DEPTH: usize = 40;

/// What a piece of text turned out to be.
pub enum Expression {
    Condition(Condition),
    Number(Number),
}

impl From<Expression> for Definition {
    fn from(expression: Expression) -> Self {
        match expression {
            Expression::Condition(it) => Self::Condition(it),
            Expression::Number(it) => Self::Number(it),
        }
    }
}

pub struct Reader<'a> {
    pub(super) names: &'a Names<'a>,
    pub(super) tokens: &'a [Token],
    depth: usize,
}

impl<'a> Reader<'a> {
    pub fn new(names: &'a Names<'a>, tokens: &'a [Token]) -> Self {
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

    fn any(&mut self) -> Result<Expression, Problem> {
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
        self.depth -= 1;
        Ok(whole)
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
        Ok(Expression::Condition(match sign {
            "<" => Condition::Less(left, right),
            "<=" => Condition::AtMost(left, right),
            ">" => Condition::Less(right, left),
            ">=" => Condition::AtMost(right, left),
            "=" => Condition::Equal(left, right),
            _ => Condition::Not(Box::new(Condition::Equal(left, right))),
        }))
    }

    fn sum(&mut self) -> Result<Expression, Problem> {
        let first = self.product()?;
        if !matches!(self.tokens.first(), Some(Token::Sign("+" | "-"))) {
            return Ok(first);
        }
        let mut sum = number_of(first)?;
        loop {
            if self.takes("+") {
                let part = number_of(self.product()?)?;
                sum = match sum {
                    Number::Sum(mut parts) => {
                        parts.push(part);
                        Number::Sum(parts)
                    }
                    other => Number::Sum(vec![other, part]),
                };
            } else if self.takes("-") {
                let part = number_of(self.product()?)?;
                sum = Number::Minus(Box::new(sum), Box::new(part));
            } else {
                return Ok(Expression::Number(sum));
            }
        }
    }

    fn product(&mut self) -> Result<Expression, Problem> {
        let mut product = self.atom()?;
        while self.takes("*") {
            let (left, right) = (number_of(product)?, number_of(self.atom()?)?);
            product = Expression::Number(match (left, right) {
                (Number::Is(a), Number::Is(b)) => Number::Is(a.saturating_mul(b)),
                (a, b) => Number::Times(Box::new(a), Box::new(b)),
            });
        }
        Ok(product)
    }

    fn atom(&mut self) -> Result<Expression, Problem> {
        if self.takes("(") {
            let inner = self.any()?;
            self.needs(")")?;
            return Ok(inner);
        }
        if let Some(Token::Number(number)) = self.tokens.first() {
            self.tokens = &self.tokens[1..];
            return Ok(Expression::Number(Number::Is(*number)));
        }
        let name = self.word("a name or a number")?;
        match (name.as_str(), self.takes("(")) {
            ("unknown", true) => Ok(Expression::Condition(self.unclear()?)),
            ("known", true) => Ok(Expression::Condition(Condition::Not(Box::new(self.unclear()?)))),
            ("min" | "max", true) => self.extreme(&name),
            (_, true) => {
                Err(Problem::Expected { expected: "min, max, known or unknown", found: name })
            }
            (_, false) => self.named(&name),
        }
    }

    fn unclear(&mut self) -> Result<Condition, Problem> {
        if let [Token::Word(name), Token::Sign(")"), ..] = self.tokens
            && let Some((id, spec)) = self.names.fact(name)
            && let FactKind::Choice(options) | FactKind::Several(options) = &spec.kind
        {
            self.tokens = &self.tokens[2..];
            return Ok(Condition::Unclear(Box::new(Condition::Has(id, every(options)))));
        }
        let inner = self.any()?;
        self.needs(")")?;
        Ok(match inner {
            Expression::Condition(it) => Condition::Unclear(Box::new(it)),
            Expression::Number(it) => Condition::NoNumber(it),
        })
    }

    fn extreme(&mut self, name: &str) -> Result<Expression, Problem> {
        let a = Box::new(number_of(self.sum()?)?);
        self.needs(",")?;
        let b = Box::new(number_of(self.sum()?)?);
        self.needs(")")?;
        Ok(Expression::Number(if name == "min" {
            Number::Least(a, b)
        } else {
            Number::Greatest(a, b)
        }))
    }

    fn named(&self, name: &str) -> Result<Expression, Problem> {
        if let Some((id, spec)) = self.names.fact(name) {
            return match spec.kind {
                FactKind::YesNo => Ok(Expression::Condition(Condition::Yes(id))),
                FactKind::Count(..) | FactKind::Money(_) => Ok(Expression::Number(Number::Of(id))),
                _ => Err(Problem::BareChoice(name.to_owned())),
            };
        }
        if let Some(parameter) = self.names.parameters.get(name) {
            return Ok(Expression::Number(Number::Is(parameter.value)));
        }
        match self.names.definition(name) {
            Some((index, Definition::Condition(_))) => {
                Ok(Expression::Condition(Condition::Named(index)))
            }
            Some((index, Definition::Number(_))) => Ok(Expression::Number(Number::Named(index))),
            None => Err(self.unknown(name)),
        }
    }

    pub(super) fn unknown(&self, name: &str) -> Problem {
        Problem::UnknownName { name: name.to_owned(), nearest: nearest(name, self.names.all()) }
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
        let found = self.tokens.first().map_or_else(String::new, Token::text);
        Err(Problem::Expected { expected: sign, found })
    }
}

fn condition_of(expression: Expression) -> Result<Condition, Problem> {
    match expression {
        Expression::Condition(condition) => Ok(condition),
        Expression::Number(_) => {
            Err(Problem::Expected { expected: "a condition", found: "a number".into() })
        }
    }
}

fn number_of(expression: Expression) -> Result<Number, Problem> {
    match expression {
        Expression::Number(number) => Ok(number),
        Expression::Condition(_) => {
            Err(Problem::Expected { expected: "a number", found: "a condition".into() })
        }
    }
}

fn expected(what: &'static str, token: &Token) -> Problem {
    Problem::Expected { expected: what, found: token.text() }
}

//! Reads numbers: sums, products, least and greatest, names. The grammar stands in `expression.rs`.

use super::Problem;
use super::choice::every;
use super::expression::{Expression, Reader, number_of};
use super::token::Token;
use crate::{Condition, FactKind, Meaning, Number};

impl Reader<'_> {
    pub(super) fn sum(&mut self) -> Result<Expression, Problem> {
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
        loop {
            if self.takes("*") {
                let (left, right) = (number_of(product)?, number_of(self.atom()?)?);
                product = Expression::Number(match (left, right) {
                    (Number::Is(a), Number::Is(b)) => Number::Is(a.saturating_mul(b)),
                    (a, b) => Number::Times(Box::new(a), Box::new(b)),
                });
            } else if self.takes("//") {
                product = Expression::Number(self.quotient(number_of(product)?)?);
            } else {
                return Ok(product);
            }
        }
    }

    /// The divisor is a number above zero as it stands, so that nothing is ever divided by zero.
    fn quotient(&mut self, of: Number) -> Result<Number, Problem> {
        match self.atom()? {
            Expression::Number(Number::Is(by)) if by > 0 => Ok(Number::Quotient(Box::new(of), by)),
            _ => Err(Problem::Expected {
                expected: "a number above zero",
                found: "something else".into(),
            }),
        }
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
            ("predicted", true) => self.predicted(),
            ("nothing", false) => Ok(Expression::Number(Number::Nothing)),
            (_, true) => Err(Problem::Expected {
                expected: "min, max, known, unknown or predicted",
                found: name,
            }),
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

    fn predicted(&mut self) -> Result<Expression, Problem> {
        let name = self.word("a programme")?;
        let programme = self.names.programme(&name).ok_or_else(|| self.unknown(&name))?;
        self.needs(")")?;
        Ok(Expression::Condition(Condition::Predicted(programme)))
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
        if let Some((index, is_switch)) = self.names.parameter(name) {
            return Ok(if is_switch {
                Expression::Condition(Condition::Switch(index))
            } else {
                Expression::Number(Number::Parameter(index))
            });
        }
        match self.names.definition(name) {
            Some((index, Meaning::Condition(_))) => {
                Ok(Expression::Condition(Condition::Named(index)))
            }
            Some((index, Meaning::Number(_))) => Ok(Expression::Number(Number::Named(index))),
            None => Err(self.unknown(name)),
        }
    }
}

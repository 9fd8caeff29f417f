//! Reads statements about choices, and about the results of earlier programmes.

use super::Problem;
use super::expression::Reader;
use super::problem::nearest;
use super::token::Token;
use crate::{Condition, FactId, FactKind, FactSpec, Verdict, Verdicts};

impl Reader<'_> {
    /// A statement about a choice, or about an earlier programme.
    pub(super) fn choice(&mut self) -> Result<Option<Condition>, Problem> {
        let [Token::Word(name), verb, ..] = self.tokens else {
            return Ok(None);
        };
        if *verb == Token::Word("is".into()) {
            let programme = self.names.programme(name).ok_or_else(|| self.unknown(name))?;
            self.tokens = &self.tokens[2..];
            let verdicts = self.listed("a verdict", |word| {
                Verdict::parse(word).ok_or_else(|| Problem::Expected {
                    expected: "a verdict such as LIKELY",
                    found: word.to_owned(),
                })
            })?;
            let outcomes: Verdicts = verdicts.into_iter().collect();
            return Ok(Some(Condition::Came(programme, outcomes)));
        }
        let Some((id, spec)) = self.names.fact(name) else {
            return Ok(None);
        };
        match &spec.kind {
            FactKind::Choice(options) => self.one_of(id, spec, options).map(Some),
            FactKind::Several(options) => self.has(id, spec, options).map(Some),
            _ => Ok(None),
        }
    }

    fn one_of(
        &mut self,
        id: FactId,
        spec: &FactSpec,
        options: &[String],
    ) -> Result<Condition, Problem> {
        self.tokens = &self.tokens[1..];
        let is_negated = self.takes("!=");
        if !is_negated && !self.takes("=") && !self.takes_word("in") {
            return Err(Problem::BareChoice(spec.name.clone()));
        }
        let mask = self.mask(spec, options)?;
        let condition = Condition::OneOf(id, mask);
        Ok(if is_negated { Condition::Not(Box::new(condition)) } else { condition })
    }

    fn has(
        &mut self,
        id: FactId,
        spec: &FactSpec,
        options: &[String],
    ) -> Result<Condition, Problem> {
        self.tokens = &self.tokens[1..];
        if !self.takes_word("has") {
            return Err(Problem::BareChoice(spec.name.clone()));
        }
        if self.takes_word("any") {
            return Ok(Condition::Has(id, every(options)));
        }
        Ok(Condition::Has(id, self.mask(spec, options)?))
    }

    fn mask(&mut self, spec: &FactSpec, options: &[String]) -> Result<u32, Problem> {
        let bits = self.listed("an option", |word| {
            let place = options.iter().position(|it| it == word);
            place.map(|place| 1_u32 << place).ok_or_else(|| Problem::UnknownOption {
                fact: spec.name.clone(),
                name: word.to_owned(),
                nearest: nearest(word, options.iter().map(String::as_str)),
            })
        })?;
        Ok(bits.into_iter().fold(0, |mask, bit| mask | bit))
    }

    /// One word, or several in braces.
    fn listed<T>(
        &mut self,
        what: &'static str,
        read: impl Fn(&str) -> Result<T, Problem>,
    ) -> Result<Vec<T>, Problem> {
        if !self.takes("{") {
            return Ok(vec![read(&self.word(what)?)?]);
        }
        let mut items = vec![read(&self.word(what)?)?];
        while self.takes(",") {
            items.push(read(&self.word(what)?)?);
        }
        self.needs("}")?;
        Ok(items)
    }
}

/// Every option, a bit each.
pub fn every(options: &[String]) -> u32 {
    (0..options.len()).fold(0, |mask, place| mask | 1 << place)
}

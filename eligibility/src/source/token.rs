//! Cuts one line of rule text into words, numbers and signs.

use super::Problem;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    Word(String),
    Number(i64),
    Sign(&'static str),
}

impl Token {
    pub fn text(&self) -> String {
        match self {
            Self::Word(word) => word.clone(),
            Self::Number(number) => number.to_string(),
            Self::Sign(sign) => (*sign).to_owned(),
        }
    }
}

/// Longer signs first, so that `<=` is not read as `<`.
const SIGNS: [&str; 18] =
    ["->", "<=", ">=", "!=", "//", "<", ">", "=", "+", "-", "*", "(", ")", "{", "}", ",", ":", "§"];

pub fn tokens(line: &str) -> Result<Vec<Token>, Problem> {
    let mut rest = line.trim_start();
    let mut tokens = Vec::new();
    while let Some(first) = rest.chars().next() {
        if first == '#' {
            break;
        }
        let (token, length) = token(rest, first)?;
        tokens.push(token);
        rest = rest[length..].trim_start();
    }
    Ok(tokens)
}

fn token(rest: &str, first: char) -> Result<(Token, usize), Problem> {
    if first.is_ascii_digit() {
        let digits = leading(rest, |it| it.is_ascii_digit() || it == '_');
        let number = digits.replace('_', "").parse();
        let number = number.map_err(|_| Problem::Expected {
            expected: "a smaller number",
            found: digits.to_owned(),
        })?;
        return Ok((Token::Number(number), digits.len()));
    }
    if first.is_ascii_alphabetic() {
        let word = leading(rest, |it| it.is_ascii_alphanumeric() || it == '_' || it == '.');
        return Ok((Token::Word(word.to_owned()), word.len()));
    }
    let sign = SIGNS.into_iter().find(|it| rest.starts_with(it)).ok_or(Problem::Sign(first))?;
    Ok((Token::Sign(sign), sign.len()))
}

fn leading(text: &str, belongs: impl Fn(char) -> bool) -> &str {
    &text[..text.find(|it| !belongs(it)).unwrap_or(text.len())]
}

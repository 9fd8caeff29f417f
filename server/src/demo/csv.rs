//! Reads the data files that are built in: one record a line, a heading line first, quotes where a
//! field holds a comma.

use anyhow::{Context, ensure};

pub struct Csv<'a> {
    heading: Vec<String>,
    lines: Vec<&'a str>,
}

pub struct Row<'a> {
    heading: &'a [String],
    fields: Vec<String>,
}

impl<'a> Csv<'a> {
    pub fn read(text: &'a str) -> anyhow::Result<Self> {
        let mut lines = text.lines();
        let heading = fields(lines.next().context("find the heading line")?);
        Ok(Self { heading, lines: lines.collect() })
    }

    /// Every record through `parse`, which is told of by its line number when it fails.
    pub fn parse<T>(
        &self,
        parse: impl Fn(&Row<'_>) -> anyhow::Result<T>,
    ) -> anyhow::Result<Vec<T>> {
        let record = |(index, line): (usize, &&str)| {
            let row = Row { heading: &self.heading, fields: fields(line) };
            parse(&row).with_context(|| format!("read line {}", index + 2))
        };
        self.lines.iter().enumerate().map(record).collect()
    }
}

impl Row<'_> {
    pub fn text(&self, column: &str) -> anyhow::Result<String> {
        let index = self.heading.iter().position(|it| it == column);
        let field = index.and_then(|index| self.fields.get(index));
        field.cloned().with_context(|| format!("find the column {column}"))
    }

    /// A text that must not be empty.
    pub fn words(&self, column: &str) -> anyhow::Result<String> {
        let text = self.text(column)?;
        ensure!(!text.is_empty(), "the column {column} is empty");
        Ok(text)
    }

    pub fn optional(&self, column: &str) -> anyhow::Result<Option<String>> {
        Ok(Some(self.text(column)?).filter(|it| !it.is_empty()))
    }

    pub fn number(&self, column: &str) -> anyhow::Result<u32> {
        self.text(column)?.parse().with_context(|| format!("read the number in {column}"))
    }
}

fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut is_quoted = false;
    let mut signs = line.chars().peekable();
    while let Some(sign) = signs.next() {
        let field = fields.last_mut().expect("there is a first field");
        match sign {
            '"' if is_quoted && signs.peek() == Some(&'"') => {
                field.push('"');
                signs.next();
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => fields.push(String::new()),
            _ => field.push(sign),
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quoted_field_may_hold_commas_and_quotes() {
        assert_eq!(fields(r#"a,"b, ""c""",,d"#), ["a", "b, \"c\"", "", "d"]);
    }

    #[test]
    fn a_bad_line_is_told_by_its_number() {
        let csv = Csv::read("n\n1\nx\n").unwrap();

        let error = csv.parse(|row| row.number("n")).unwrap_err();

        assert_eq!(error.to_string(), "read line 3");
    }
}

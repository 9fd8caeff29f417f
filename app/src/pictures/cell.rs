//! A table of numbers, once for the page and once for the file.

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    Text(String),
    Fen(i64),
    Count(i64),
}

impl Cell {
    /// For a file: yuan with a point and no comma.
    pub fn plain(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Count(n) => n.to_string(),
            Self::Fen(fen) => {
                let sign = if *fen < 0 { "-" } else { "" };
                let fen = fen.unsigned_abs();
                format!("{sign}{}.{:02}", fen / 100, fen % 100)
            }
        }
    }

    /// For a page.
    pub fn said(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Count(n) => islands::figures::grouped(*n),
            Self::Fen(fen) => crate::parts::money::exact(*fen),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_in_a_file_is_yuan_with_two_decimals() {
        for (fen, plain) in [(0, "0.00"), (5, "0.05"), (123_456, "1234.56"), (-50, "-0.50")] {
            assert_eq!(Cell::Fen(fen).plain(), plain);
        }
    }
}

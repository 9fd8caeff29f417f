//! The table `what | budget | measured | ok`.

use std::fmt;

#[derive(Default)]
pub struct Table(Vec<Row>);

struct Row {
    what: String,
    budget: String,
    measured: String,
    is_met: bool,
}

impl Table {
    pub fn at_most(&mut self, what: &str, budget: f64, measured: f64) {
        self.add(what, format!("≤ {}", short(budget)), measured, measured <= budget);
    }

    pub fn at_least(&mut self, what: &str, budget: f64, measured: f64) {
        self.add(what, format!("≥ {}", short(budget)), measured, measured >= budget);
    }

    fn add(&mut self, what: &str, budget: String, measured: f64, is_met: bool) {
        self.0.push(Row { what: what.to_owned(), budget, measured: short(measured), is_met });
    }
}

impl fmt::Display for Table {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "{:<46} {:>10} {:>10}  ok", "what", "budget", "measured")?;
        for Row { what, budget, measured, is_met } in &self.0 {
            let verdict = if *is_met { "yes" } else { "NO" };
            writeln!(formatter, "{what:<46} {budget:>10} {measured:>10}  {verdict}")?;
        }
        Ok(())
    }
}

/// Two decimals for what is below ten and not whole, none for the rest.
fn short(number: f64) -> String {
    if number < 10.0 && number.fract() > 0.0 {
        format!("{number:.2}")
    } else {
        format!("{number:.0}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_that_is_not_met_is_said_so() {
        let mut table = Table::default();
        table.at_most("page, bytes", 14_000.0, 15_200.0);
        table.at_least("kept, share", 0.9, 0.94);

        let lines: Vec<String> = table.to_string().lines().map(str::to_owned).collect();

        assert!(lines[1].contains("≤ 14000") && lines[1].ends_with("15200  NO"));
        assert!(lines[2].contains("≥ 0.90") && lines[2].ends_with("0.94  yes"));
    }
}

//! How many households of a roster come out otherwise, as a table.

use app::rules::grouped;

use super::roster::Counted;

pub fn of(Counted { flips, .. }: &Counted) -> String {
    let (turned, all) = (n(flips.n_turned()), n(flips.n_households()));
    let title = format!("\nRoster: {turned} of {all} households come out otherwise\n");
    let mut rows = vec![["programme", "from", "to", "households"].map(str::to_owned)];
    for it in flips.iter() {
        let (from, to) = (it.from.code().to_owned(), it.to.code().to_owned());
        rows.push([it.programme.to_owned(), from, to, n(it.n_households)]);
    }
    if rows.len() == 1 {
        return title;
    }
    let width = |column: usize| rows.iter().map(|it| it[column].len()).max().unwrap_or(0);
    let (a, b, c, d) = (width(0), width(1), width(2), width(3));
    let row = |[programme, from, to, n]: &[String; 4]| {
        format!("  {programme:a$}  {from:b$}  {to:c$}  {n:>d$}\n")
    };
    title + &rows.iter().map(row).collect::<String>()
}

fn n(number: u64) -> String {
    i64::try_from(number).map_or_else(|_| number.to_string(), grouped)
}
